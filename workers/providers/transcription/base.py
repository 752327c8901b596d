"""The port that makes words of a recording.

A recording that comes with captions, or is a captions or text file itself, is read and not listened to: that is free,
and somebody wrote it down better. Only then does an adapter differ from another.
"""

import importlib
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol, TypeAlias

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.runtime.errors import Rejected

Source: TypeAlias = Literal["audio", "captions", "text"]

MAX_BYTES: Final = 25 * 1024 * 1024
HEARD: Final = frozenset((".flac", ".mp3", ".mp4", ".mpeg", ".mpga", ".m4a", ".ogg", ".wav", ".webm"))
"""What OpenAI takes at once, and the endings it takes; larger recordings come in pieces."""

_ADAPTERS: Final = {"openai": "openai", "local": "local"}
_COMPATIBLE: Final = "openai"


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes, with the name and media type by which its kind is told."""

    body: bytes = field(repr=False)
    name: str
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """What to make words of."""

    file: File
    """Audio or video; or .srt, .vtt or .txt."""
    captions: File | None = None
    """.srt, .vtt or .txt that belongs to it."""
    duration_seconds: float | None = None
    """Where it is known; providers that bill by the minute do not all say how many there were."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that were said together; start and end in seconds from the beginning."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said. Without segments nobody knows when."""

    text: str
    """Paragraphs apart by blank lines where pauses are known; empty when nobody speaks in a recording."""
    segments: tuple[Segment, ...]
    language: str | None
    """ISO 639-1; null unless the provider told or the caller did."""
    duration_seconds: float | None
    source: Source


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A transcript with what it took."""

    transcript: Transcript
    usage: TokenUsage
    """Only where nobody knows how long the recording is; else zero, so that nothing is billed twice."""
    audio_seconds: float
    """Seconds listened to: the provider's count, else the recording's; zero when nobody listened or knows."""
    ai_provider: str
    ai_model: str
    request_id: str | None = None


class Transcriber(Protocol):
    """One model of one provider with one key."""

    provider: str
    model: str

    async def transcribe(self, recording: Recording, language: str | None = None) -> Transcribed:
        """What was said; `language` (ISO 639-1) where it is known.

        Raises as a `LanguageModel` does, and Rejected with INPUT_EMPTY, INPUT_UNREADABLE, INPUT_TOO_LARGE or
        UNSUPPORTED_TYPE for files that cannot be read or heard.
        """
        ...

    async def aclose(self) -> None:
        """Close the connections; the transcriber is of no use afterwards."""
        ...


def build(config: ModelConfig) -> Transcriber:
    """The adapter for a provider; its SDK is imported here and not before.

    Raises as `workers.providers.ai.models.base.build` does.
    """
    name = _ADAPTERS.get(config.provider)
    if name is None and not config.base_url:
        raise Rejected(f"{config.provider!r} transcribes nothing, and has no base_url", codes.MODEL_UNKNOWN)
    adapter = importlib.import_module(f"{__package__}.{name or _COMPATIBLE}")
    transcriber: Transcriber = adapter.build(config)
    return transcriber
