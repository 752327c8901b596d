"""ffmpeg as a process: what people upload is decoded by it, and may name no other file and no address."""

import asyncio
import contextlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import regex

from workers.runtime.errors import Rejected, Retryable

_FORMATS: Final = "aac,aiff,amr,asf,avi,caf,flac,flv,matroska,mov,mp3,mpeg,mpegts,ogg,wav,w64"
"""Containers that hold their own sound; playlists and lists of files (hls, dash, concat) are not among them."""
_COUNTED: Final = regex.compile(r"^out_time_us=(\d+)", regex.MULTILINE)
_COUNT: Final = (
    "-map", "0:a:0", "-vn", "-sn", "-dn", "-af", "asetpts=N/SR/TB", "-progress", "pipe:2", "-f", "null",
)  # fmt: skip
_PATIENCE: Final = 300.0
_TOLD: Final = 400
"""Characters of ffmpeg's words that an error repeats."""
_KEPT: Final = 4 << 20


class Ffmpeg:
    """The program; `executable` is a path."""

    def __init__(self, executable: str) -> None:
        self._executable = executable

    async def length(self, source: Path, most: float) -> float | None:
        """Seconds of its first sound track, counted up to `most`; None for what has none or cannot be read.

        What the head of a file says is not asked: whoever made the file wrote it. Raises Retryable MEDIA_TIMEOUT.
        """
        counting = ["-i", _named(source), *_COUNT, "-t", f"{most:g}", "-"]
        code, told = await self._run(counting, seconds=_PATIENCE, source=source)
        found = _COUNTED.findall(told)
        return int(found[-1]) / 1e6 if code == 0 and found else None

    async def run(self, arguments: Sequence[str], *, source: Path | None = None, seconds: float) -> str:
        """What it said on standard error.

        `source` is somebody's file, given to it as the first input. Rejected INPUT_UNREADABLE when it fails,
        INPUT_EMPTY for a file without sound; Retryable MEDIA_TIMEOUT after `seconds`.
        """
        given = [] if source is None else ["-i", _named(source)]
        code, told = await self._run([*given, *arguments], seconds=seconds, source=source)
        if code == 0:
            return told
        if "matches no streams" in told or "does not contain any stream" in told:
            raise Rejected("the recording has no sound", "INPUT_EMPTY")
        # the last line says what was wrong; paths of ours tell nobody anything
        last = told.strip().rpartition("\n")[2].replace(str(source), "the file")
        raise Rejected(f"the recording cannot be read: {last[:_TOLD]}", "INPUT_UNREADABLE")

    async def _run(self, arguments: Sequence[str], *, seconds: float, source: Path | None) -> tuple[int, str]:
        guards = [] if source is None else ["-protocol_whitelist", "file", "-format_whitelist", _FORMATS]
        process = await asyncio.create_subprocess_exec(
            self._executable, "-hide_banner", "-nostdin", "-nostats", "-y", *guards, *arguments,
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            async with asyncio.timeout(seconds):
                told = await _tail(process)
                return await process.wait(), told
        except TimeoutError as error:
            raise Retryable(f"the recording was not read within {seconds:g} s", "MEDIA_TIMEOUT") from error
        finally:
            # a cancelled job leaves no process behind
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()


def find(configured: str | None = None) -> Ffmpeg:
    """The program that the settings name, else the machine's, else the one that came with the package."""
    found = configured or shutil.which("ffmpeg")
    if found is None:
        import imageio_ffmpeg

        try:
            found = imageio_ffmpeg.get_ffmpeg_exe()
        except RuntimeError as error:
            raise Rejected(
                "cutting recordings needs ffmpeg: install it or set CATALYST_FFMPEG", "MEDIA_TOOL_MISSING"
            ) from error
    return Ffmpeg(found)


def _named(path: Path) -> str:
    """A path that cannot be taken for an option or for another protocol."""
    return f"file:{path}"


async def _tail(process: asyncio.subprocess.Process) -> str:
    """Standard error, its end where it is very long."""
    assert process.stderr is not None
    told = bytearray()
    while chunk := await process.stderr.read(1 << 16):
        told += chunk
        if len(told) > 2 * _KEPT:
            del told[:-_KEPT]
    return told.decode(errors="replace")
