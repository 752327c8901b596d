"""Where the chapters of a video begin, reckoned from the time its script takes to say."""

from dataclasses import dataclass
from typing import Final

import regex

from workers.text.readability import SPOKEN_WORDS_PER_MINUTE
from workers.text.sentences import sentences
from workers.text.words import word_count

FEWEST: Final = 3
"""YouTube shows chapters from three on, each of at least ten seconds, the first one at 0:00."""
_SHORTEST_SECONDS: Final = 10
_MOST: Final = 12
_PARAGRAPH: Final = regex.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Section:
    """What is said in one chapter, and when it begins."""

    start_seconds: int
    text: str

    @property
    def timestamp(self) -> str:
        """As YouTube reads it: 1:05, or 1:01:05."""
        minutes, seconds = divmod(self.start_seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def sections(script: str, language: str) -> list[Section]:
    """The chapters of a script; empty when it is too short for YouTube to show any.

    Times are what the words before take at 150 words a minute: the video itself may differ.
    """
    pieces = [part for part in _PARAGRAPH.split(script) if part.strip()]
    if len(pieces) < FEWEST:
        pieces = sentences(script, language)
    total = _seconds(script)
    shortest = max(_SHORTEST_SECONDS, total / _MOST)
    found: list[tuple[float, list[str]]] = []
    elapsed = 0.0
    for piece in pieces:
        if not found or elapsed - found[-1][0] >= shortest:
            found.append((elapsed, []))
        found[-1][1].append(piece.strip())
        elapsed += _seconds(piece)
    # the last one has to be long enough as well
    if len(found) > 1 and elapsed - found[-1][0] < _SHORTEST_SECONDS:
        _, rest = found.pop()
        found[-1][1].extend(rest)
    if len(found) < FEWEST:
        return []
    return [Section(-(-int(start * 10) // 10), "\n".join(parts)) for start, parts in found]


def _seconds(text: str) -> float:
    return 60 * word_count(text) / SPOKEN_WORDS_PER_MINUTE
