"""Finding what a text says, before posts are written about it."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from workers.providers.ai.tasks.base import Source, Task


class Analysis(BaseModel):
    """What the input says. Everything in it comes from the input."""

    model_config = ConfigDict(frozen=True)

    core_message: str
    key_points: list[str]
    detected_topic: str | None
    detected_audience: str | None
    keywords: list[str]


class AnalyseText(Task[Analysis]):
    """Core message, key points, topic, audience and keywords; Rejected when there is too little to say anything."""

    name: ClassVar[str] = "analysis"
    output: ClassVar[type[BaseModel]] = Analysis

    source: Source
