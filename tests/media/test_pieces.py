"""Recordings of any kind become pieces that a model takes, cut where nobody speaks; a real ffmpeg does it."""

from __future__ import annotations

import asyncio
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sounds import FFMPEG, beeps_in, converted, recording, seconds_of
from tests.support.workers import until
from workers.media.ffmpeg import Ffmpeg, find
from workers.media.pieces import LONGEST_PIECE, Piece, cut, decode, encode
from workers.providers.transcription.openai import MAX_BYTES
from workers.runtime.errors import Rejected, Retryable

PROGRAM = Ffmpeg(FFMPEG)


def test_what_is_short_stays_whole() -> None:
    assert cut(1200, []) == [Piece(0, 1200)]
    assert cut(0.5, [Piece(0, 0.5)]) == [Piece(0, 0.5)]


def test_pieces_are_even_where_nobody_pauses() -> None:
    assert cut(3000, []) == [Piece(0, 1000), Piece(1000, 2000), Piece(2000, 3000)]


def test_a_cut_falls_into_the_longest_silence_near_by() -> None:
    silences = [Piece(400, 500), Piece(910, 910.6), Piece(1050, 1052), Piece(1990, 1991)]
    assert cut(3000, silences) == [Piece(0, 1051), Piece(1051, 1990.5), Piece(1990.5, 3000)]


@given(
    seconds=st.floats(1, 14400),
    starts=st.lists(st.floats(0, 14400), max_size=60),
    length=st.floats(0.4, 400),
    longest=st.floats(10, 1200),
)
def test_pieces_cover_the_recording_and_none_is_too_long(
    seconds: float, starts: list[float], length: float, longest: float
) -> None:
    silences = [Piece(start, min(start + length, seconds)) for start in sorted(starts) if start < seconds]
    pieces = cut(seconds, silences, longest)
    assert pieces[0].start == 0
    assert pieces[-1].end == pytest.approx(seconds, abs=0.001)
    assert all(one.end == other.start for one, other in pairwise(pieces))
    assert all(0 < piece.end - piece.start <= longest + 0.002 for piece in pieces)
    assert len(pieces) <= -(-seconds // longest) + 1


async def test_the_sound_is_cut_in_its_silences_and_small(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(recording(2500, pauses=[(700, 702), (1600, 1603), (1900, 1901)], beeps=[5, 1200, 2495]))
    sound = await decode(PROGRAM, source, tmp_path / "sound")
    assert sound.seconds == pytest.approx(2500, abs=0.01)
    assert [(round(one.start), round(one.end)) for one in sound.silences] == [(700, 702), (1600, 1603), (1900, 1901)]
    pieces = cut(sound.seconds, sound.silences)
    assert [round(piece.end) for piece in pieces] == [701, 1602, 2500]
    heard: list[float] = []
    for piece in pieces:
        body = await encode(PROGRAM, sound.path, piece, tmp_path / "piece.mp3")
        assert len(body) < 7.3e6 < MAX_BYTES
        assert seconds_of(body) == pytest.approx(piece.end - piece.start, abs=0.15)
        heard += [at + piece.start for at in beeps_in(body)]
    assert heard == pytest.approx([5, 1200, 2495], abs=0.15)


@pytest.mark.parametrize(
    "form",
    [
        ["-c:a", "aac", "-f", "adts"],
        ["-c:a", "libmp3lame", "-f", "mp3"],
        ["-c:a", "libopus", "-f", "ogg"],
        ["-c:a", "flac", "-f", "flac"],
        ["-c:a", "libopus", "-f", "webm"],
        ["-c:a", "aac", "-f", "mp4", "-movflags", "frag_keyframe+empty_moov"],
        ["-c:a", "wmav2", "-f", "asf"],
        ["-c:a", "pcm_s16le", "-ac", "6", "-f", "matroska"],
    ],
    ids=["aac", "mp3", "ogg", "flac", "webm", "mp4", "wma", "mkv of six channels"],
)
async def test_any_container_is_read(tmp_path: Path, form: list[str]) -> None:
    source = tmp_path / "source"
    source.write_bytes(converted(recording(12, beeps=[3, 9]), *form))
    sound = await decode(PROGRAM, source, tmp_path / "sound")
    body = await encode(PROGRAM, sound.path, Piece(0, sound.seconds), tmp_path / "piece.mp3")
    assert beeps_in(body) == pytest.approx([3, 9], abs=0.35), "but for the delay of old encoders"


async def test_the_length_is_counted_up_to_a_bound(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(recording(90))
    assert await PROGRAM.length(source, 100) == pytest.approx(90, abs=0.1)
    assert await PROGRAM.length(source, 21) == pytest.approx(21, abs=0.1)
    source.write_bytes(b"no recording")
    assert await PROGRAM.length(source, 100) is None


async def test_the_length_is_not_what_the_head_of_the_file_says(tmp_path: Path) -> None:
    source = tmp_path / "source"
    body = converted(
        recording(30), "-f", "mp4", "-c:a", "aac", "-movflags", "frag_keyframe+empty_moov+default_base_moof"
    )
    source.write_bytes(body)
    assert await PROGRAM.length(source, 100) == pytest.approx(30, abs=0.3), "but for the padding of its last frames"
    tagged = converted(recording(30), "-f", "flac")
    # STREAMINFO holds the number of samples in 36 bits, after the rate; 8 kHz for one second
    at = tagged.index(b"fLaC") + 8 + 13
    told = int.from_bytes(tagged[at : at + 5], "big") & ~((1 << 36) - 1) | 8000
    source.write_bytes(tagged[:at] + told.to_bytes(5, "big") + tagged[at + 5 :])
    assert await PROGRAM.length(source, 100) == pytest.approx(30, abs=0.2)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "INPUT_UNREADABLE"),
        (b"no recording at all", "INPUT_UNREADABLE"),
        (os.urandom(50_000), "INPUT_UNREADABLE"),
        (recording(0), "INPUT_UNREADABLE"),
    ],
    ids=["empty", "text", "noise", "without a second"],
)
async def test_what_is_no_recording_is_refused(tmp_path: Path, body: bytes, code: str) -> None:
    source = tmp_path / "source"
    source.write_bytes(body)
    with pytest.raises(Rejected) as refused:
        await decode(PROGRAM, source, tmp_path / "sound")
    assert refused.value.code in (code, "INPUT_EMPTY")
    assert str(tmp_path) not in refused.value.message


async def test_pictures_without_sound_are_empty(tmp_path: Path) -> None:
    source = tmp_path / "source"
    given = ["-v", "error", "-f", "lavfi", "-i", "testsrc=duration=1:size=64x64", "-c:v", "mpeg4", "-f", "avi"]
    process = await asyncio.create_subprocess_exec(FFMPEG, *given, str(source))
    assert await process.wait() == 0
    with pytest.raises(Rejected) as refused:
        await decode(PROGRAM, source, tmp_path / "sound")
    assert refused.value.code == "INPUT_EMPTY"


async def test_a_playlist_reads_no_other_file_and_no_address(tmp_path: Path) -> None:
    secret = tmp_path / "secret.wav"
    secret.write_bytes(recording(3, beeps=[1]))
    asked: list[str] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readline()).decode())
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    lists = [
        f"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:3,\nfile://{secret}\n#EXT-X-ENDLIST\n",
        f"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:3,\nhttp://127.0.0.1:{port}/a.ts\n#EXT-X-ENDLIST\n",
        f"ffconcat version 1.0\nfile '{secret}'\n",
        f'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>http://127.0.0.1:{port}/</BaseURL></MPD>',
    ]
    for number, listed in enumerate(lists):
        source = tmp_path / f"source{number}"
        source.write_text(listed)
        with pytest.raises(Rejected):
            await decode(PROGRAM, source, tmp_path / "sound")
        assert not (tmp_path / "sound").exists() or (tmp_path / "sound").stat().st_size == 0
    server.close()
    await server.wait_closed()
    assert asked == []


async def test_what_takes_too_long_is_stopped(tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nexec sleep 60\n")
    slow.chmod(0o755)
    with pytest.raises(Retryable) as stopped:
        await Ffmpeg(str(slow)).run([], seconds=0.5)
    assert stopped.value.code == "MEDIA_TIMEOUT"
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


async def test_a_cancelled_job_leaves_no_process(tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nexec sleep 60\n")
    slow.chmod(0o755)

    async def started() -> bool:
        return bool((tmp_path / "pid").exists() and (tmp_path / "pid").read_text().strip())

    running = asyncio.create_task(Ffmpeg(str(slow)).run([], seconds=60))
    await until(started, 5)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


async def test_the_program_that_is_configured_is_taken(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await find(str(tmp_path / "none")).length(tmp_path / "x", 9)
    source = tmp_path / "source"
    source.write_bytes(recording(2))
    assert await find().length(source, 9) == pytest.approx(2, abs=0.1)
    assert LONGEST_PIECE < 1400, "what the newer models take"
