"""Finding what a video, recording or article says, feels like and is made of."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.tasks.base import Source, Task

Phrase = Annotated[str, Field(min_length=1, max_length=200)]
Sentence = Annotated[str, Field(min_length=1, max_length=600)]
Share = Annotated[float, Field(ge=0, le=1)]


class Entities(BaseModel):
    """Names in the text, as it spells them."""

    model_config = ConfigDict(frozen=True)

    persons: Annotated[list[Phrase], Field(max_length=30)] = []
    organizations: Annotated[list[Phrase], Field(max_length=30)] = []
    locations: Annotated[list[Phrase], Field(max_length=30)] = []
    others: Annotated[list[Phrase], Field(max_length=30)] = []
    """Products, works and events, and names of which nobody said what they are."""


class Emotions(BaseModel):
    """Shares of the feeling in a text; together at most 1, all zero for a text without any."""

    model_config = ConfigDict(frozen=True)

    joy: Share = 0
    trust: Share = 0
    anticipation: Share = 0
    surprise: Share = 0
    sadness: Share = 0
    fear: Share = 0
    anger: Share = 0
    disgust: Share = 0


class ContentFindings(BaseModel):
    """What reading it shows. Hooks, quotes and the call to action are verbatim; scores are not asked for."""

    model_config = ConfigDict(frozen=True)

    summary: Annotated[str, Field(max_length=1500)] | None
    """Two or three sentences; null when there is too little to say."""
    topics: Annotated[list[Phrase], Field(max_length=10)]
    """Most important first, as are keywords and key_insights."""
    keywords: Annotated[list[Phrase], Field(max_length=25)]
    entities: Entities
    sentiment: Annotated[float, Field(ge=-100, le=100)] | None
    """-100 (bad) to 100 (good); null when it cannot be told."""
    emotions: Emotions
    key_insights: Annotated[list[Sentence], Field(max_length=10)]
    hooks: Annotated[list[Sentence], Field(max_length=12)]
    """Verbatim sentences that make one want to hear more."""
    quotes: Annotated[list[Sentence], Field(max_length=12)]
    """Verbatim sentences worth repeating by themselves."""
    call_to_action: Sentence | None
    """Verbatim; null when it asks nothing of its readers."""
    hook_analysis: Annotated[str, Field(max_length=2000)] | None
    body_analysis: Annotated[str, Field(max_length=2000)] | None
    cta_analysis: Annotated[str, Field(max_length=2000)] | None
    style_analysis: Annotated[str, Field(max_length=2000)] | None


class AnalyseContent(Task[ContentFindings]):
    """Rejected when there is too little text to say anything."""

    name: ClassVar[str] = "content_analysis"
    output: ClassVar[type[BaseModel]] = ContentFindings

    source: Source
    is_spoken: bool = False
    """Said in a video or recording, rather than written."""

    def finish(self, answer: BaseModel) -> ContentFindings:
        """Shares that a model made more than the whole are brought down to it."""
        found = ContentFindings.model_validate(answer.model_dump())
        felt = found.emotions.model_dump()
        total = sum(felt.values())
        if total <= 1:
            return found
        shares = Emotions.model_validate({name: int(1000 * share / total) / 1000 for name, share in felt.items()})
        return found.model_copy(update={"emotions": shares})
