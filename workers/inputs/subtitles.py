"""Subtitles to running text."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

import regex
import srt
import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from workers.runtime.errors import Rejected

Cue = tuple[float, float, str]

_MARKUP: Final = regex.compile(r"<[^<>\n]{1,80}>|\{\\[^{}\n]{1,80}\}")
_NOISE: Final = regex.compile(
    r"\[[^\[\]\n]{1,40}\]|\([A-Z][A-Z ]{2,40}\)|[♪♫♬]+[^♪♫♬\n]{0,200}[♪♫♬]*|^>>+\s*|^[-–]\s+(?=\S)", regex.MULTILINE
)
_SENTENCE_END: Final = regex.compile(r"[.!?…。！？؟][\"'”’)]*$")
_PAUSE_AFTER_SENTENCE: Final = 2.0
_LONG_PAUSE: Final = 4.0
_REMEMBERED_LINES: Final = 3


def from_srt(text: str) -> str:
    """SubRip; broken cues are passed over."""
    try:
        cues = [(_seconds(cue.start), _seconds(cue.end), cue.content) for cue in srt.parse(text, ignore_errors=True)]
    except (ValueError, srt.SRTParseError) as error:
        raise Rejected("the subtitles are not valid SubRip", "INPUT_UNREADABLE") from error
    return _running(sorted(cues))


def from_vtt(text: str) -> str:
    """WebVTT."""
    try:
        cues = [
            (caption.start_in_seconds, caption.end_in_seconds, caption.text)
            for caption in webvtt.from_string(text).captions
        ]
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        raise Rejected("the subtitles are not valid WebVTT", "INPUT_UNREADABLE") from error
    return _running(cues)


def _running(cues: Iterable[Cue]) -> str:
    """Join cues into paragraphs; rolling captions repeat their last lines, which count once."""
    paragraphs: list[list[str]] = [[]]
    recent: list[str] = []
    ended = 0.0
    for start, end, content in cues:
        for line in _NOISE.sub(" ", _MARKUP.sub("", content)).split("\n"):
            spoken = " ".join(line.split())
            if not spoken or spoken in recent:
                continue
            recent = [*recent, spoken][-_REMEMBERED_LINES:]
            said = paragraphs[-1]
            pause = start - ended
            if said and (pause >= _LONG_PAUSE or (pause >= _PAUSE_AFTER_SENTENCE and _SENTENCE_END.search(said[-1]))):
                paragraphs.append([])
            paragraphs[-1].append(spoken)
        ended = max(ended, end)
    return "\n\n".join(" ".join(said) for said in paragraphs if said)


def _seconds(moment: timedelta) -> float:
    return moment.total_seconds()
