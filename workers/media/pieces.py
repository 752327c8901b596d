"""A long recording as pieces that a transcription model takes: cut where nobody speaks, and small."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Final

import regex

from workers.media.ffmpeg import Ffmpeg
from workers.runtime.errors import Rejected

LONGEST_PIECE: Final = 1200.0
"""Seconds. Of OpenAI's models the newer ones take 1,400."""
LONGEST_RECORDING: Final = 4 * 3600.0
"""Seconds; decoded, an hour is 115 MB on disk."""
_RATE: Final = 16_000
_PCM: Final = ["-f", "s16le", "-ar", str(_RATE), "-ac", "1"]
_BYTES_PER_SECOND: Final = 2 * _RATE
_SILENCE: Final = "silencedetect=noise=-35dB:duration=0.4"
_LEEWAY: Final = 0.2
"""How far from even pieces a cut may be, as a share of a piece, to fall into a silence."""
_TOLD: Final = regex.compile(r"silence_(start|end): (-?\d+(?:\.\d+)?)")
_PATIENCE: Final = 900.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the recording; seconds from its beginning."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording decoded to 16 kHz mono, and where it is silent."""

    path: Path
    seconds: float
    silences: tuple[Piece, ...]


async def decode(ffmpeg: Ffmpeg, source: Path, target: Path) -> Sound:
    """The sound of any recording. Raises as `Ffmpeg.run` does; Rejected INPUT_TOO_LARGE over four hours."""
    limit = LONGEST_RECORDING + 1
    told = await ffmpeg.run(
        ["-map", "0:a:0", "-vn", "-sn", "-dn", "-af", _SILENCE, "-t", f"{limit:g}", *_PCM, f"file:{target}"],
        source=source,
        seconds=_PATIENCE,
    )
    seconds = (await asyncio.to_thread(target.stat)).st_size / _BYTES_PER_SECOND
    if seconds > LONGEST_RECORDING:
        raise Rejected(f"the recording is longer than {LONGEST_RECORDING / 3600:g} hours", "INPUT_TOO_LARGE")
    if seconds == 0:
        raise Rejected("the recording has no sound", "INPUT_EMPTY")
    return Sound(target, seconds, _silences(told, seconds))


async def encode(ffmpeg: Ffmpeg, sound: Path, piece: Piece, target: Path) -> bytes:
    """One piece as MP3 of 48 kbit/s: 360 kB a minute, at most 7.2 MB."""
    span = ["-ss", f"{piece.start:.3f}", "-t", f"{piece.end - piece.start:.3f}"]
    made = ["-c:a", "libmp3lame", "-b:a", "48k", "-write_xing", "0", "-id3v2_version", "0", "-f", "mp3"]
    await ffmpeg.run([*_PCM, *span, "-i", f"file:{sound}", *made, f"file:{target}"], seconds=_PATIENCE)
    return await asyncio.to_thread(target.read_bytes)


def cut(seconds: float, silences: Sequence[Piece], longest: float = LONGEST_PIECE) -> list[Piece]:
    """As few pieces as there can be, about even, none over `longest`, without gap or overlap.

    Each cut is in the middle of the longest silence near the even place, or at the even place where nobody pauses.
    """
    pieces: list[Piece] = []
    start = 0.0
    while (left := seconds - start) > longest:
        count = ceil(left / longest)
        even = left / count
        # what is left must fit into the pieces that are left
        first = start + max(even * (1 - _LEEWAY), left - (count - 1) * longest)
        last = start + min(even * (1 + _LEEWAY), longest)
        at = _pause(silences, first, last)
        end = round(start + even if at is None else at, 3)
        pieces.append(Piece(start, end))
        start = end
    return [*pieces, Piece(start, round(seconds, 3))]


def _pause(silences: Sequence[Piece], first: float, last: float) -> float | None:
    middles = [
        (one.end - one.start, -(one.start + one.end) / 2)
        for one in silences
        if first <= (one.start + one.end) / 2 <= last
    ]
    return -max(middles)[1] if middles else None


def _silences(told: str, seconds: float) -> tuple[Piece, ...]:
    found: list[Piece] = []
    start: float | None = None
    for which, moment in _TOLD.findall(told):
        at = min(max(float(moment), 0.0), seconds)
        if which == "start":
            start = at
        elif start is not None:
            found.append(Piece(start, at))
            start = None
    return tuple(found if start is None else [*found, Piece(start, seconds)])
