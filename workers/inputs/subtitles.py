"""Subtitles to running text, or to what was said when."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

import regex
import srt
import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from workers.runtime.errors import Rejected

Cue = tuple[float, float, str]
"""Start and end in seconds, and the text between."""

_MARKUP: Final = regex.compile(r"<[^<>\n]{1,80}>|\{\\[^{}\n]{1,80}\}")
_NOISE: Final = regex.compile(
    r"\[[^\[\]\n]{1,40}\]|\([A-Z][A-Z ]{2,40}\)|[♪♫♬]+[^♪♫♬\n]{0,200}[♪♫♬]*|^>>+\s*|^[-–]\s+(?=\S)", regex.MULTILINE
)
_SENTENCE_END: Final = regex.compile(r"[.!?…。！？؟][\"'”’)]*$")
_PAUSE_AFTER_SENTENCE: Final = 2.0
_LONG_PAUSE: Final = 4.0
_REMEMBERED_LINES: Final = 3


def from_srt(text: str) -> str:
    """SubRip as running text; broken cues are passed over."""
    return running(srt_cues(text))


def from_vtt(text: str) -> str:
    """WebVTT as running text."""
    return running(vtt_cues(text))


def srt_cues(text: str) -> list[Cue]:
    """The cues of SubRip in the order of time; broken ones are passed over."""
    try:
        cues = [(_seconds(cue.start), _seconds(cue.end), cue.content) for cue in srt.parse(text, ignore_errors=True)]
    except (ValueError, srt.SRTParseError) as error:
        raise Rejected("the subtitles are not valid SubRip", "INPUT_UNREADABLE") from error
    return list(spoken(sorted(cues)))


def vtt_cues(text: str) -> list[Cue]:
    """The cues of WebVTT."""
    try:
        cues = [
            (caption.start_in_seconds, caption.end_in_seconds, caption.text)
            for caption in webvtt.from_string(text).captions
        ]
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        raise Rejected("the subtitles are not valid WebVTT", "INPUT_UNREADABLE") from error
    return list(spoken(cues))


def spoken(cues: Iterable[Cue]) -> Iterator[Cue]:
    """The cues without markup and noises; rolling captions repeat their last lines, which count once."""
    recent: list[str] = []
    for start, end, content in cues:
        fresh: list[str] = []
        for line in _NOISE.sub(" ", _MARKUP.sub("", content)).split("\n"):
            said = " ".join(line.split())
            if said and said not in recent:
                recent = [*recent, said][-_REMEMBERED_LINES:]
                fresh.append(said)
        yield start, end, " ".join(fresh)


def running(cues: Iterable[Cue]) -> str:
    """Paragraphs, apart where the speaker pauses."""
    paragraphs: list[list[str]] = [[]]
    ended = 0.0
    for start, end, text in cues:
        said = paragraphs[-1]
        if text:
            pause = start - ended
            if said and (pause >= _LONG_PAUSE or (pause >= _PAUSE_AFTER_SENTENCE and _SENTENCE_END.search(said[-1]))):
                paragraphs.append([])
            paragraphs[-1].append(text)
        ended = max(ended, end)
    return "\n\n".join(" ".join(said) for said in paragraphs if said)


def _seconds(moment: timedelta) -> float:
    return moment.total_seconds()
