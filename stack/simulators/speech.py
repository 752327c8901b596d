"""Recordings that simulated transcribers can hear: silence that carries its own words in a comment.

Nothing here recognises speech. `recording(...)` writes a WAV file with the words in its INFO chunk; `hear` reads them
back. Any other audio says only how long it is.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import Any

RATE = 8_000
MP3_BYTES_PER_SECOND = 16_000
_KBITS = {  # of layer III, by version of MPEG
    1: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
SECONDS_PER_WORD = 0.4
_END = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True)
class Recording:
    """What was said, and in how many seconds."""

    words: str
    seconds: float


@dataclass(frozen=True)
class Segment:
    """A sentence and when it is said, in seconds."""

    text: str
    start: float
    end: float

    def words(self) -> list[dict[str, Any]]:
        """Each word with its own time, as whisper-1 tells it."""
        words = self.text.split()
        each = (self.end - self.start) / max(len(words), 1)
        return [
            {"word": word, "start": round(self.start + at * each, 2), "end": round(self.start + (at + 1) * each, 2)}
            for at, word in enumerate(words)
        ]


def recording(words: str, seconds: float | None = None) -> bytes:
    """A WAV file of silence that a simulated transcriber hears these words in; their length unless another is given."""
    length = len(words.split()) * SECONDS_PER_WORD if seconds is None else seconds
    samples = b"\x80" * round(length * RATE)
    comment = words.encode() + b"\0"
    comment += b"\0" * (len(comment) % 2)
    samples += b"\x80" * (len(samples) % 2)
    chunks = _chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, RATE, RATE, 1, 8))
    chunks += _chunk(b"LIST", b"INFO" + _chunk(b"ICMT", comment)) + _chunk(b"data", samples)
    return _chunk(b"RIFF", b"WAVE" + chunks)


def hear(audio: bytes, name: str) -> Recording | None:
    """The words and length of a recording; None when it is none."""
    if not audio:
        return None
    if not name.lower().endswith(".wav"):
        return Recording(_nothing(name), round(len(audio) / _bytes_per_second(audio), 2))
    if audio[:4] != b"RIFF" or audio[8:12] != b"WAVE":
        return None
    rate, length, words = RATE, 0, ""
    for kind, content in _chunks(audio, 12):
        if kind == b"fmt " and len(content) >= 12:
            rate = struct.unpack_from("<I", content, 8)[0] or RATE
        elif kind == b"data":
            length = len(content)
        elif kind == b"LIST" and content[:4] == b"INFO":
            words = next((text.rstrip(b"\0").decode() for tag, text in _chunks(content, 4) if tag == b"ICMT"), "")
    return Recording(words or _nothing(name), round(length / rate, 2))


def segments(words: str, seconds: float) -> list[Segment]:
    """The sentences, spread over the length of the recording by their number of words."""
    sentences = [sentence for sentence in _END.split(words.strip()) if sentence]
    total = sum(len(sentence.split()) for sentence in sentences) or 1
    made, at = [], 0
    for sentence in sentences:
        start, at = at, at + len(sentence.split())
        made.append(Segment(sentence, round(seconds * start / total, 2), round(seconds * at / total, 2)))
    return made


def as_srt(spoken: list[Segment]) -> str:
    """SubRip."""
    cues = (
        f"{at}\n{_clock(one.start, ',')} --> {_clock(one.end, ',')}\n{one.text}\n"
        for at, one in enumerate(spoken, start=1)
    )
    return "\n".join(cues) + "\n"


def as_vtt(spoken: list[Segment]) -> str:
    """WebVTT."""
    cues = (f"{_clock(one.start, '.')} --> {_clock(one.end, '.')}\n{one.text}\n" for one in spoken)
    return "WEBVTT\n\n" + "\n".join(cues) + "\n"


def _bytes_per_second(audio: bytes) -> int:
    """Of MP3 by the head of its first frame; of anything else 16,000."""
    head = audio[:4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return MP3_BYTES_PER_SECOND
    rate = head[2] >> 4
    return _KBITS[1 if head[1] & 0x18 == 0x18 else 2][rate - 1] * 125 if 1 <= rate <= 14 else MP3_BYTES_PER_SECOND


def _nothing(name: str) -> str:
    return f"This is the simulated transcript of {name}. Nobody listened to the recording. It has no words of its own."


def _clock(seconds: float, point: str) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{point}{round((seconds - whole) * 1000):03}"


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content


def _chunks(data: bytes, at: int) -> list[tuple[bytes, bytes]]:
    found = []
    while at + 8 <= len(data):
        size = struct.unpack_from("<I", data, at + 4)[0]
        found.append((data[at : at + 4], data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return found
