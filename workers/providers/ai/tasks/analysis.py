"""Finding what a text says, before posts are written about it."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.tasks.base import Source, Task


class Analysis(BaseModel):
    """What the input says. Everything in it comes from the input."""

    model_config = ConfigDict(frozen=True)

    core_message: str
    key_points: list[str]
    detected_topic: str | None
    detected_audience: str | None
    keywords: list[str]


class AnalysisAnswer(BaseModel):
    """What a model fills in."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    core_message: Annotated[str, Field(min_length=1, max_length=500)]
    key_points: Annotated[list[Annotated[str, Field(min_length=1, max_length=500)]], Field(min_length=1, max_length=10)]
    detected_topic: Annotated[str, Field(min_length=1, max_length=100)] | None
    detected_audience: Annotated[str, Field(min_length=1, max_length=300)] | None
    keywords: Annotated[list[Annotated[str, Field(min_length=1, max_length=100)]], Field(max_length=30)]


class AnalyseText(Task[Analysis]):
    """Core message, key points, topic, audience and keywords; Rejected when there is too little to say anything."""

    name: ClassVar[str] = "analysis"
    output: ClassVar[type[BaseModel]] = Analysis

    source: Source

    def answer_type(self) -> type[BaseModel]:
        """The same, within bounds."""
        return AnalysisAnswer

    def finish(self, answer: BaseModel) -> Analysis:
        """Keywords that the text does not hold fall away, unless it is written in another language altogether."""
        found = Analysis.model_validate(answer.model_dump())
        text = self.source.text.casefold()
        held = [word for word in found.keywords if word.casefold() in text]
        return found.model_copy(update={"keywords": held or found.keywords})
