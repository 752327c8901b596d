"""Putting into words how a brand sounds."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.tasks.base import Task
from workers.providers.ai.tasks.context import Line

_Point = Annotated[Line, Field(min_length=3, max_length=200)]


class VoiceDescription(BaseModel):
    """What a writer needs to know to sound like the brand; short sentences."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    traits: Annotated[list[_Point], Field(max_length=8)]
    """How the texts are written."""
    guidelines: Annotated[list[_Point], Field(max_length=10)]
    """What to do to write like them."""
    avoid: Annotated[list[_Point], Field(max_length=10)]
    """What the texts never do."""


class DescribeVoice(Task[VoiceDescription]):
    """Traits, guidelines and what to avoid, from samples and what was measured in all of them."""

    name: ClassVar[str] = "voice"
    output: ClassVar[type[BaseModel]] = VoiceDescription
    max_output_tokens: ClassVar[int] = 2048

    samples: tuple[str, ...]
    measures: dict[str, float]
    """Measure → what is usual, as `workers.voice.measures` counts it."""
