"""Where to cut a recording into short clips: around its strongest moments, none over another."""

from collections.abc import Sequence
from typing import Final

from pydantic import BaseModel, ConfigDict

_LEAD: Final = 1.0
"""Seconds before a moment, so that its first word is not cut."""
_SHORTEST: Final = 5.0


class Moment(BaseModel):
    """A hook moment of an analysis."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    timestamp: float | None = None
    """Seconds; null where nobody knows when it is said."""
    text: str
    score: float | None = None


class Clip(BaseModel):
    """One clip; seconds from the start of the recording."""

    model_config = ConfigDict(frozen=True)

    start_seconds: float
    end_seconds: float
    duration_seconds: float
    hook: str
    """What it opens with, verbatim."""
    score: float | None


def plan(moments: Sequence[Moment], seconds: int, count: int, duration: float | None) -> list[Clip]:
    """At most `count` clips, the strongest moment first; each ends where the next chosen one or the recording does."""
    timed = [moment for moment in moments if moment.timestamp is not None and moment.timestamp >= 0]
    chosen: list[Clip] = []
    for moment in sorted(timed, key=lambda one: (-(one.score or 0), one.timestamp or 0)):
        start = max(0.0, (moment.timestamp or 0) - _LEAD)
        end = min(start + seconds, duration) if duration is not None else start + seconds
        if any(start < other.end_seconds and other.start_seconds < end for other in chosen):
            later = [other.start_seconds for other in chosen if other.start_seconds > start]
            end = min([end, *later])
            if any(other.start_seconds <= start < other.end_seconds for other in chosen):
                continue
        if end - start < _SHORTEST:
            continue
        chosen.append(
            Clip(
                start_seconds=round(start, 2),
                end_seconds=round(end, 2),
                duration_seconds=round(end - start, 2),
                hook=moment.text,
                score=moment.score,
            )
        )
        if len(chosen) == count:
            break
    return chosen
