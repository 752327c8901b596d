"""The sentences that make one listen, and those worth repeating, each found in the text before it counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import regex

from workers.analysis.timeline import Place, Timeline
from workers.text.words import folded, word_count

STRONG: Final = 60
"""From this strength on a sentence counts as a hook."""
_BASE: Final = 30
_KINDS: Final[Mapping[str, int]] = {
    "question": 25,
    "warning": 25,
    "curiosity": 20,
    "number": 20,
    "how_to": 20,
    "story": 15,
    "address": 15,
    "statement": 0,
}
_SHORT: Final = range(4, 17)
_MIDDLING: Final = range(17, 27)
_SPECIFIC: Final = regex.compile(r"\p{N}|(?<=[\p{Ll},] )\p{Lu}\p{Ll}")
_READER: Final = frozenset(("you", "your", "you're", "je", "jij", "jouw", "jullie", "uw"))
_CANDIDATES: Final = 100
_OPENING: Final = 40
_KEPT: Final = 8
_APART_WORDS: Final = 15


@dataclass(frozen=True, slots=True)
class Moment:
    """A sentence with its strength, 0 to 100, where it was weighed."""

    text: str
    place: Place
    score: float | None = None

    def document(self) -> dict[str, Any]:
        """As `content_analyses` keeps it; a text without speech has no timestamps."""
        found: dict[str, Any] = {"timestamp": self.place.seconds, "text": self.text}
        if self.place.is_estimated:
            found["is_estimated"] = True
        if self.score is not None:
            found["score"] = self.score
        return found


def candidates(named: Iterable[str], sentences: Sequence[str]) -> list[str]:
    """What may be a hook, at most 100: what a reader named, how it opens, and the rest evenly over the text."""
    rest = sentences[_OPENING:]
    step = max(1, len(rest) // 40)
    chosen = [*named, *sentences[:_OPENING], *rest[::step]]
    return list(dict.fromkeys(text for text in chosen if 0 < len(text) <= 600))[:_CANDIDATES]


def strength(text: str, kind: str | None) -> float:
    """How strongly a sentence opens, 0 to 100, by its kind, its length, its specifics and whom it speaks to."""
    words = word_count(text)
    length = 25 if words in _SHORT else 12 if words in _MIDDLING else 0
    reader = 10 if _READER & set(folded(text)) else 0
    return float(_BASE + _KINDS.get(kind or "statement", 0) + length + (10 if _SPECIFIC.search(text) else 0) + reader)


def hook_moments(sentences: Iterable[tuple[str, str | None]], timeline: Timeline) -> list[Moment]:
    """The strongest of these sentences, each with its kind, at most eight and never two close together, in the order
    they are said."""
    found = []
    for text, kind in sentences:
        score = strength(text, kind)
        place = timeline.find(text)
        if place is not None and score >= STRONG:
            found.append(Moment(text, place, score))
    found.sort(key=lambda moment: (-(moment.score or 0), moment.place.word))
    return _apart(found)


def quotable_moments(texts: Iterable[str], timeline: Timeline) -> list[Moment]:
    """Those of the sentences that are really said, at most eight, in the order they are said."""
    found = [Moment(text, place) for text in texts if (place := timeline.find(text)) is not None]
    return _apart(found)


def _apart(moments: Iterable[Moment]) -> list[Moment]:
    kept: list[Moment] = []
    for moment in moments:
        if all(abs(moment.place.word - other.place.word) >= _APART_WORDS for other in kept):
            kept.append(moment)
        if len(kept) == _KEPT:
            break
    return sorted(kept, key=lambda moment: moment.place.word)
