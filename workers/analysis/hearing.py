"""From a recording to what is said in it."""

import time
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final

from workers.analysis.reading import Reading, SpokenSegment, Subject
from workers.inputs.reader import check_owner
from workers.providers.ai.usage import ProviderCall
from workers.providers.storage.base import ObjectStore
from workers.providers.transcription.base import File, Recording, Transcribed, Transcriber
from workers.runtime.errors import Rejected
from workers.runtime.job import JobContext

MAX_RECORDING_BYTES: Final = 25 * 1024 * 1024
"""What transcription takes in one call."""
_CAPTION_BYTES: Final = 10_000_000
_CAPTIONS: Final = (".vtt", ".srt")


async def hear(
    ctx: JobContext, subject: Subject, store: Callable[[], ObjectStore], transcriber: Transcriber
) -> Reading:
    """What is said: from captions of the same name beside the file, else from its sound.

    Raises as the transcriber does, and Rejected INPUT_TOO_LARGE for a file over 25 MB without captions.
    """
    path = subject.storage_path or ""
    check_owner(path, ctx.job.organization_id)
    bucket = subject.storage_bucket or "assets"
    captions = await _captions(store(), bucket, path)
    if captions is None:
        stored = await store().download(bucket, path, max_bytes=MAX_RECORDING_BYTES)
        recording = File(stored.body, PurePosixPath(path).name, subject.mime_type or stored.content_type)
    else:
        # what is written down is not listened to
        recording = captions
    started = time.monotonic()
    made = await transcriber.transcribe(
        Recording(recording, duration_seconds=subject.duration_seconds), language=_code(subject.language)
    )
    said = made.transcript
    return Reading(
        text=said.text,
        transcript=said.text,
        language=said.language or subject.language,
        is_spoken=True,
        duration_seconds=said.duration_seconds or subject.duration_seconds,
        segments=[SpokenSegment(start=part.start, end=part.end, text=part.text) for part in said.segments],
        usage=_usage(made, started),
    )


async def _captions(store: ObjectStore, bucket: str, path: str) -> File | None:
    for suffix in _CAPTIONS:
        beside = str(PurePosixPath(path).with_suffix(suffix))
        try:
            stored = await store.download(bucket, beside, max_bytes=_CAPTION_BYTES)
        except Rejected as error:
            if error.code != "INPUT_NOT_FOUND":
                raise
        else:
            return File(stored.body, PurePosixPath(beside).name)
    return None


def _usage(made: Transcribed, started: float) -> list[dict[str, object]]:
    """The call, where one was made."""
    if made.transcript.source != "audio":
        return []
    call = ProviderCall(
        ai_provider=made.ai_provider,
        ai_model=made.ai_model,
        feature="content_analysis",
        operation_type="transcribe",
        prompt_tokens=made.usage.input_tokens,
        cached_prompt_tokens=made.usage.cached_input_tokens,
        completion_tokens=made.usage.output_tokens,
        audio_seconds=made.audio_seconds,
        processing_time_ms=round((time.monotonic() - started) * 1000),
        request_id=made.request_id,
    )
    return [call.model_dump(mode="json", exclude_none=True)]


def _code(language: str | None) -> str | None:
    """ISO 639-1 of a BCP 47 tag."""
    return language.partition("-")[0].lower() if language else None
