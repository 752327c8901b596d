"""Where to cut a recording into short clips: whole sentences around its strongest moments, none over another."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ConfigDict

from workers.analysis.reading import Reading, SpokenSegment
from workers.analysis.timeline import Timeline
from workers.text.sentences import sentences
from workers.text.words import folded

_LEAD: Final = 0.25
"""Seconds of the pause before and after a clip that belong to it at most, so that no sound is cut."""
_ROUNDING: Final = 0.05


class Moment(BaseModel):
    """A hook moment of an analysis."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    timestamp: float | None = None
    """Seconds; null where nobody knows when it is said."""
    text: str
    score: float | None = None


class Bounds(BaseModel):
    """How long a clip may be on a platform, in seconds."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    platform: str
    min_seconds: float = 0
    max_seconds: float


class Clip(BaseModel):
    """One clip; seconds from the start of the recording."""

    model_config = ConfigDict(frozen=True)

    start_seconds: float
    end_seconds: float
    duration_seconds: float
    hook: str
    """The moment it is made for, verbatim."""
    hook_seconds: float
    """When the hook is said, from the start of the clip."""
    text: str
    """What is said in it."""
    captions: list[SpokenSegment]
    """From the start of the clip; none where nobody knows when what is said."""
    is_estimated: bool
    """The times are reckoned from an even pace."""
    platforms: list[str]
    """Those that take a clip of this length."""
    score: float | None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence with its time."""

    text: str
    start: float
    end: float


def spoken(reading: Reading, language: str, longest: float) -> list[Spoken]:
    """The sentences in order, with their times; the captions where sentences are not marked or longer than a clip.

    Empty where neither captions nor the length of the recording are known.
    """
    segments = reading.timeline_segments()
    text = " ".join(segment.text for segment in segments) if segments else reading.text
    timeline = Timeline(text, segments, reading.duration_seconds)
    found: list[Spoken] = []
    at = 0
    for sentence in sentences(text, language):
        count = len(folded(sentence))
        times = timeline.span(at, at + count) if count else None
        at += count
        if times is not None:
            found.append(Spoken(sentence, *times))
    if segments and any(one.end - one.start > longest for one in found):
        return [Spoken(segment.text, segment.start, segment.end) for segment in segments if segment.text.strip()]
    return found


def plan(
    reading: Reading,
    moments: Sequence[Moment],
    language: str,
    *,
    shortest: float,
    longest: float,
    count: int,
    bounds: Sequence[Bounds] = (),
) -> list[Clip]:
    """At most `count` clips of `shortest` to `longest` seconds, the strongest moment first.

    A clip begins with the sentence of its moment and goes on for as many whole sentences as fit, to where another
    clip begins; it begins earlier when what follows is too short.
    """
    said = spoken(reading, language, longest)
    starts = [one.start for one in said]
    taken: set[int] = set()
    clips: list[Clip] = []
    timed = [moment for moment in moments if moment.timestamp is not None and moment.timestamp >= 0]
    for moment in sorted(timed, key=lambda one: (-(one.score or 0), one.timestamp or 0)):
        place = bisect_right(starts, (moment.timestamp or 0) + _ROUNDING) - 1
        span = _span(said, taken, place, shortest, longest) if place >= 0 else None
        if span is None:
            continue
        taken.update(range(span[0], span[1] + 1))
        clips.append(_clip(reading, said, span, said[place].start, moment, longest, bounds))
        if len(clips) == count:
            break
    return clips


def _span(
    said: Sequence[Spoken], taken: set[int], place: int, shortest: float, longest: float
) -> tuple[int, int] | None:
    """First and last sentence, or None where no whole sentences are of the right length."""
    if place in taken or said[place].end - said[place].start > longest:
        return None
    first = last = place
    while last + 1 < len(said) and last + 1 not in taken and said[last + 1].end - said[first].start <= longest:
        last += 1
    while (
        said[last].end - said[first].start < shortest
        and first > 0
        and first - 1 not in taken
        and said[last].end - said[first - 1].start <= longest
    ):
        first -= 1
    return (first, last) if said[last].end - said[first].start >= shortest else None


def _clip(
    reading: Reading,
    said: Sequence[Spoken],
    span: tuple[int, int],
    hook: float,
    moment: Moment,
    longest: float,
    bounds: Sequence[Bounds],
) -> Clip:
    first, last = span
    start, end = said[first].start, said[last].end
    room = max(0.0, (longest - (end - start)) / 2 - 0.01)  # rounded, it still fits
    before = said[first - 1].end if first else 0.0
    after = said[last + 1].start if last + 1 < len(said) else max(reading.duration_seconds or end, end)
    start = round(start - min(_LEAD, room, max(0.0, (start - before) / 2)), 2)
    end = round(end + min(_LEAD, room, max(0.0, (after - end) / 2)), 2)
    length = round(end - start, 2)
    return Clip(
        start_seconds=start,
        end_seconds=end,
        duration_seconds=length,
        hook=moment.text,
        hook_seconds=round(hook - start, 2),
        text=" ".join(one.text for one in said[first : last + 1]),
        captions=[
            SpokenSegment(
                start=round(max(segment.start - start, 0), 2),
                end=round(min(segment.end, end) - start, 2),
                text=segment.text,
            )
            for segment in reading.segments
            if segment.start < end - _ROUNDING and segment.end > start + _ROUNDING
        ],
        is_estimated=not reading.segments,
        platforms=[one.platform for one in bounds if one.min_seconds <= length <= one.max_seconds],
        score=moment.score,
    )
