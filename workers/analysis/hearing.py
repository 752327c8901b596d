"""From a recording to what is said in it."""

from collections.abc import Awaitable, Callable
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from workers.analysis.reading import Reading, SpokenSegment, Subject
from workers.inputs.reader import check_owner
from workers.providers.storage.base import ObjectStore
from workers.providers.transcription.base import File, Recording
from workers.providers.transcription.routed import Heard
from workers.runtime.errors import Rejected
from workers.runtime.job import JobContext

Transcribe: TypeAlias = Callable[[JobContext, Recording, str | None], Awaitable[Heard]]
"""Words of a recording; the language as ISO 639-1 where it is known."""

MAX_RECORDING_BYTES: Final = 25 * 1024 * 1024
"""What transcription takes in one call."""
_CAPTION_BYTES: Final = 10_000_000
_CAPTIONS: Final = (".vtt", ".srt")


async def hear(ctx: JobContext, subject: Subject, store: Callable[[], ObjectStore], transcribe: Transcribe) -> Reading:
    """What is said: from captions of the same name beside the file, else from its sound.

    Raises as `transcribe` does, and Rejected INPUT_TOO_LARGE for a file over 25 MB without captions.
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
    made = await transcribe(
        ctx, Recording(recording, duration_seconds=subject.duration_seconds), _code(subject.language)
    )
    said = made.transcript
    return Reading(
        text=said.text,
        transcript=said.text,
        language=said.language or subject.language,
        is_spoken=True,
        duration_seconds=said.duration_seconds or subject.duration_seconds,
        segments=[SpokenSegment(start=part.start, end=part.end, text=part.text) for part in said.segments],
        usage=made.usage.entries(),
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


def _code(language: str | None) -> str | None:
    """ISO 639-1 of a BCP 47 tag."""
    return language.partition("-")[0].lower() if language else None
