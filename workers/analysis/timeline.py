"""Where in a text something is said, and when."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from workers.text.words import folded


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of speech; seconds from the beginning."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage begins."""

    word: int
    """Position of its first word, from 0."""
    seconds: float | None
    """None for a text that nobody speaks."""
    is_estimated: bool
    """Reckoned from an even pace over the whole length, not heard."""


class Timeline:
    """Finds passages by their words, whatever their case, accents, punctuation and line breaks."""

    def __init__(self, text: str, segments: Sequence[Segment] = (), duration_seconds: float | None = None) -> None:
        self._times: list[float] = []
        self._ends: list[float] = []
        if segments:
            words: list[str] = []
            for segment in segments:
                spoken = folded(segment.text)
                pace = max(0.0, segment.end - segment.start) / max(1, len(spoken))
                self._times += [segment.start + pace * position for position in range(len(spoken))]
                self._ends += [segment.start + pace * (position + 1) for position in range(len(spoken))]
                words += spoken
        else:
            words = folded(text)
        self.word_count = len(words)
        self._duration = duration_seconds
        self._joined = f" {' '.join(words)} "
        self._starts: list[int] = []
        at = 1
        for word in words:
            self._starts.append(at)
            at += len(word) + 1

    def find(self, passage: str) -> Place | None:
        """The first place where the passage is said; None when it is not."""
        words = folded(passage)
        if not words:
            return None
        at = self._joined.find(f" {' '.join(words)} ")
        return None if at < 0 else self.place(bisect_right(self._starts, at + 1) - 1)

    def span(self, first: int, end: int) -> tuple[float, float] | None:
        """When the words from `first` to before `end` are said, in seconds; None where nobody knows."""
        end = min(end, self.word_count)
        if not 0 <= first < end:
            return None
        if self._times:
            return round(self._times[first], 2), round(self._ends[end - 1], 2)
        if self._duration:
            pace = self._duration / self.word_count
            return round(pace * first, 2), round(pace * end, 2)
        return None

    def place(self, word: int) -> Place:
        """The place of a word."""
        if self._times:
            return Place(word, round(self._times[word], 2), is_estimated=False)
        if self._duration and self.word_count:
            return Place(word, round(self._duration * word / self.word_count, 2), is_estimated=True)
        return Place(word, None, is_estimated=False)
