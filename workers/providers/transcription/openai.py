"""OpenAI's transcription models, and those of any endpoint that speaks like it."""

import asyncio
from pathlib import PurePosixPath
from typing import Any, Final

import openai
from pydantic import BaseModel

from workers.inputs.subtitles import running
from workers.providers.ai.models import connections
from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.providers.ai.models.deadline import within
from workers.providers.ai.models.openai_client import FAILURES, Caller, fields_of
from workers.providers.ai.models.outcomes import counted
from workers.providers.transcription.base import HEARD, MAX_BYTES, File, Recording, Segment, Transcribed, Transcript
from workers.providers.transcription.captions import written_down
from workers.runtime.errors import Rejected

_KNOWS_WHEN: Final = "whisper"
_LANGUAGES: Final = {
    "arabic": "ar",
    "chinese": "zh",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "hindi": "hi",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
    "ukrainian": "uk",
}


class _Segment(BaseModel):
    start: float
    end: float
    text: str


class _Heard(BaseModel):
    """The part of either form of answer that is read."""

    text: str
    language: str | None = None
    duration: float | None = None
    segments: list[_Segment] | None = None
    usage: dict[str, Any] | None = None


class OpenAITranscriber:
    """One model. Whisper says when each sentence was said, the others only what."""

    def __init__(self, config: ModelConfig) -> None:
        self.provider = config.provider
        self.model = config.model
        self._caller = Caller(config)
        self._transcriptions = self._caller.sdk.audio.transcriptions  # imports what it needs
        self._seconds = config.timeout_seconds

    async def transcribe(self, recording: Recording, language: str | None = None) -> Transcribed:
        """What was said; captions and text files are read without asking the provider."""
        found = await asyncio.to_thread(written_down, recording, language)
        if found is not None:
            return found
        _check(recording.file)
        return await within(self._seconds, self._listen(recording, language), self.provider)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._caller.sdk.close()

    async def _listen(self, recording: Recording, language: str | None) -> Transcribed:
        file = recording.file
        form: dict[str, Any] = {"response_format": "json"}
        if _KNOWS_WHEN in self.model.lower():
            form = {"response_format": "verbose_json", "timestamp_granularities": ["segment"]}
        try:
            answer = await self._transcriptions.create(
                model=self.model,
                file=(PurePosixPath(file.name).name, file.body, file.media_type or "application/octet-stream"),
                language=language or openai.omit,
                extra_headers=self._caller.headers,
                timeout=connections.timeouts(self._seconds),
                **form,
            )
            heard = _Heard.model_validate(fields_of(answer))
        except FAILURES as error:
            raise self._caller.translated(error) from error
        usage = heard.usage or {}
        seconds = _seconds(usage.get("seconds")) or heard.duration or recording.duration_seconds or 0.0
        tokens = TokenUsage(counted(usage.get("input_tokens")), 0, counted(usage.get("output_tokens")))
        return Transcribed(
            _transcript(heard, recording, language),
            # list prices are by the minute, also those of models that tell tokens: one of the two is billed
            TokenUsage() if seconds else tokens,
            seconds,
            self.provider,
            self.model,
            getattr(answer, "_request_id", None),
        )


def build(config: ModelConfig) -> OpenAITranscriber:
    """The adapter; OpenAI needs a key, an address of one's own may not."""
    return OpenAITranscriber(config)


def _check(file: File) -> None:
    if not file.body:
        raise Rejected("the recording is empty", "INPUT_EMPTY")
    if PurePosixPath(file.name).suffix.lower() not in HEARD:
        raise Rejected(f"recordings are heard as {', '.join(sorted(HEARD))}", "UNSUPPORTED_TYPE")
    if len(file.body) > MAX_BYTES:
        raise Rejected(f"the recording is larger than {MAX_BYTES:,} bytes", "INPUT_TOO_LARGE")


def _transcript(heard: _Heard, recording: Recording, language: str | None) -> Transcript:
    segments = tuple(
        Segment(part.start, max(part.start, part.end), part.text.strip())
        for part in heard.segments or ()
        if part.text.strip()
    )
    text = running((part.start, part.end, part.text) for part in segments) if segments else heard.text.strip()
    told = (heard.language or "").lower()
    known = language or _LANGUAGES.get(told) or (told if len(told) == 2 else None)
    return Transcript(text, segments, known, heard.duration or recording.duration_seconds, "audio")


def _seconds(value: object) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else 0.0
