"""From a recording to what is said in it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeAlias

from workers.analysis.reading import Reading, SpokenSegment, Subject
from workers.inputs.reader import check_owner
from workers.inputs.subtitles import running
from workers.media.ffmpeg import Ffmpeg
from workers.media.folder import working_folder
from workers.media.pieces import LONGEST_PIECE, Piece, cut, decode, encode
from workers.providers import selection
from workers.providers.storage.base import ObjectStore
from workers.providers.transcription.base import HEARD, MAX_BYTES, File, Recording
from workers.providers.transcription.routed import Heard
from workers.runtime.errors import Rejected
from workers.runtime.job import JobContext

Transcribe: TypeAlias = Callable[[JobContext, Recording, str | None], Awaitable[Heard]]
"""Words of a recording; the language as ISO 639-1 where it is known."""
Check: TypeAlias = Callable[[JobContext], Awaitable[None]]
"""Rejected UNSUPPORTED_TYPE where no model is set up to listen."""

MAX_RECORDING_BYTES: Final = 2 * 1024**3
"""What is fetched from Storage to be heard."""
_CAPTION_BYTES: Final = 10_000_000
_CAPTIONS: Final = (".vtt", ".srt")


@dataclass(frozen=True)
class Hearing:
    """Hears recordings of one job, each step of it once however often the job is tried."""

    store: Callable[[], ObjectStore]
    transcribe: Transcribe
    check: Check
    find_ffmpeg: Callable[[], Ffmpeg] = selection.find_ffmpeg
    longest_piece: float = LONGEST_PIECE
    """Seconds."""

    async def hear(self, ctx: JobContext, subject: Subject, name: str = "recording") -> Reading:
        """What is said: from captions of the same name beside the file, else from its sound.

        A file that a model takes is sent as it is, any other cut into pieces; the pieces and what was heard in each are
        steps, `<name>:pieces` and `<name>:<n>`. Raises as `transcribe` and `decode` do, and Rejected INPUT_TOO_LARGE
        for a file over 2 GB without captions.
        """
        path = subject.storage_path or ""
        check_owner(path, ctx.job.organization_id)
        captions = await self._captions(subject.storage_bucket or "assets", path)
        if captions is not None:
            # what is written down is not listened to
            recording = Recording(captions, duration_seconds=subject.duration_seconds)
            return _whole(await self.transcribe(ctx, recording, code_of(subject.language)), subject)
        await self.check(ctx)
        with working_folder() as folder:
            return await _Listening(self, ctx, subject, name, folder).reading()

    async def _captions(self, bucket: str, path: str) -> File | None:
        for suffix in _CAPTIONS:
            beside = str(PurePosixPath(path).with_suffix(suffix))
            try:
                stored = await self.store().download(bucket, beside, max_bytes=_CAPTION_BYTES)
            except Rejected as error:
                if error.code != "INPUT_NOT_FOUND":
                    raise
            else:
                return File(stored.body, PurePosixPath(beside).name)
        return None


class _Listening:
    """One recording that nobody wrote down."""

    def __init__(self, hearing: Hearing, ctx: JobContext, subject: Subject, name: str, folder: Path) -> None:
        self._hearing = hearing
        self._ctx = ctx
        self._subject = subject
        self._name = name
        self._source = folder / "recording"
        self._sound = folder / "sound"
        self._ffmpeg: Ffmpeg | None = None

    async def reading(self) -> Reading:
        planned = self._ctx.checkpoints.get(f"{self._name}:pieces")
        if planned is None:
            await self._fetch()
            if _is_taken(self._source, self._subject.storage_path or ""):
                seconds = await self._seconds()
                # what nobody can count is left to the model to judge
                if seconds is None or seconds <= self._hearing.longest_piece:
                    return await self._at_once(seconds)
            planned = await self._plan()
        pieces = [Piece(start, end) for start, end in planned["pieces"]]
        heard = [await self._piece(number, piece, pieces) for number, piece in enumerate(pieces, start=1)]
        return _joined(heard, self._subject, planned["duration_seconds"])

    async def _seconds(self) -> float | None:
        """Counted, a second over the longest piece at most: the rest is for `_plan` to count.

        The asset's own duration is what whoever uploaded it says; it counts only where no program can.
        """
        try:
            tool = self._tool()
        except Rejected:
            return self._subject.duration_seconds
        return await tool.length(self._source, self._hearing.longest_piece + 1)

    async def _at_once(self, seconds: float | None) -> Reading:
        path, media_type = PurePosixPath(self._subject.storage_path or ""), self._subject.mime_type
        file = File(await self._ctx.run_blocking(self._source.read_bytes), path.name, media_type)
        recording = Recording(file, duration_seconds=seconds)
        return _whole(await self._hear(recording), self._subject)

    async def _plan(self) -> dict[str, Any]:
        """Where to cut: a step of its own, so that a later attempt cuts at the same places."""
        sound = await decode(self._tool(), self._source, self._sound)
        pieces = [[piece.start, piece.end] for piece in cut(sound.seconds, sound.silences, self._hearing.longest_piece)]
        plan = {"pieces": pieces, "duration_seconds": round(sound.seconds, 3)}
        await self._ctx.checkpoint(f"{self._name}:pieces", plan)
        return plan

    async def _piece(self, number: int, piece: Piece, pieces: list[Piece]) -> dict[str, Any]:
        """{text, language, segments: [[start, end, text]] from the beginning of the recording, usage}."""
        step = f"{self._name}:{number}"
        if step not in self._ctx.checkpoints:
            if not self._sound.exists():
                await self._fetch()
                await decode(self._tool(), self._source, self._sound)
            target = self._sound.with_name(f"piece-{number}.mp3")
            body = await encode(self._tool(), self._sound, piece, target)
            target.unlink()
            made = await self._hear(
                Recording(File(body, target.name, "audio/mpeg"), duration_seconds=piece.end - piece.start)
            )
            said = made.transcript
            state = {
                "text": said.text,
                "language": said.language,
                "segments": [
                    [round(min(at + piece.start, piece.end), 3) for at in (part.start, part.end)] + [part.text]
                    for part in said.segments
                ],
                "usage": made.usage.entries(),
            }
            await self._ctx.checkpoint(step, state, 0.01 + 0.28 * number / len(pieces))
        found: dict[str, Any] = self._ctx.checkpoints[step]
        return found

    async def _hear(self, recording: Recording) -> Heard:
        return await self._hearing.transcribe(self._ctx, recording, code_of(self._subject.language))

    async def _fetch(self) -> None:
        if not self._source.exists():
            bucket, path = self._subject.storage_bucket or "assets", self._subject.storage_path or ""
            await self._hearing.store().save(bucket, path, self._source, max_bytes=MAX_RECORDING_BYTES)

    def _tool(self) -> Ffmpeg:
        self._ffmpeg = self._ffmpeg or self._hearing.find_ffmpeg()
        return self._ffmpeg


def code_of(language: str | None) -> str | None:
    """ISO 639-1 of a BCP 47 tag."""
    return language.partition("-")[0].lower() if language else None


def _is_taken(source: Path, path: str) -> bool:
    """Whether a model takes a file of this size and kind."""
    return source.stat().st_size <= MAX_BYTES and PurePosixPath(path).suffix.lower() in HEARD


def _whole(made: Heard, subject: Subject) -> Reading:
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


def _joined(heard: list[dict[str, Any]], subject: Subject, seconds: float) -> Reading:
    """One reading of all pieces; the calls are on record with their steps."""
    spoken = [piece for piece in heard if piece["text"].strip()]
    # times are known of the whole or of nothing
    timed = all(piece["segments"] for piece in spoken)
    segments = [segment for piece in spoken for segment in piece["segments"]] if timed else []
    if timed:
        text = running((start, end, said) for start, end, said in segments)
    else:
        text = "\n\n".join(piece["text"] for piece in spoken)
    languages = [piece["language"] for piece in spoken if piece["language"]]
    return Reading(
        text=text,
        transcript=text,
        language=max(languages, key=languages.count) if languages else subject.language,
        is_spoken=True,
        duration_seconds=seconds,
        segments=[SpokenSegment(start=start, end=end, text=said) for start, end, said in segments],
    )
