"""The port through which the pipeline reaches a language model, or the local stand-in for one.

An adapter is one module of this package with a function `build(settings) -> TextGenerator`; its name is what
`CATALYST_AI_PROVIDER` selects. It may raise the errors of `workers.runtime.errors` and nothing else on purpose.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Generic, Literal, Protocol, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.posts import Platform, PlatformPost

T = TypeVar("T")

Language: TypeAlias = Literal["en", "nl"]


class Tone(StrEnum):
    """How the posts address the reader."""

    EDUCATIONAL = "educational"
    CONVERSATIONAL = "conversational"
    OPINIONATED = "opinionated"
    AUTHORITY = "authority"


class PostOptions(BaseModel):
    """What the user may decide about the posts; unknown options are other layers' business."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: Annotated[str, Field(max_length=500)] | None = None
    cta: Annotated[str, Field(max_length=300)] | None = None
    audience: Annotated[str, Field(max_length=300)] | None = None
    max_hashtags: Annotated[int, Field(ge=0, le=30)] | None = None


class Analysis(BaseModel):
    """What the input says. Everything in it comes from the input."""

    model_config = ConfigDict(frozen=True)

    core_message: str
    key_points: list[str]
    detected_topic: str | None
    detected_audience: str | None
    keywords: list[str]


class Source(BaseModel):
    """The input as running text: paragraphs apart by blank lines; headings start with #, list items with a dash."""

    model_config = ConfigDict(frozen=True)

    text: str
    title: str | None = None


class PostRequest(BaseModel):
    """One post, thread or message to write."""

    model_config = ConfigDict(frozen=True)

    platform: Platform
    source: Source
    analysis: Analysis
    tone: Tone
    language: Language
    options: PostOptions = PostOptions()


@dataclass(frozen=True, slots=True)
class Usage:
    """What a call consumed; a local adapter consumes no tokens."""

    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: Decimal = Decimal(0)

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cost_usd + other.cost_usd,
        )

    @property
    def total_tokens(self) -> int:
        """Input and output together."""
        return self.input_tokens + self.output_tokens


@dataclass(frozen=True, slots=True)
class Generated(Generic[T]):
    """A value with what it took and what a reader of it should know."""

    value: T
    usage: Usage = field(default_factory=Usage)
    notes: tuple[str, ...] = ()


class TextGenerator(Protocol):
    """Reads a text, then writes posts about it."""

    provider: str
    model: str

    async def analyse(self, source: Source, language: Language) -> Generated[Analysis]:
        """Find what the text says; Rejected when there is too little to say anything."""
        ...

    async def write_post(self, request: PostRequest) -> Generated[PlatformPost]:
        """Write for one platform; the result is valid for it."""
        ...
