"""Where and how often keywords stand in a text. Case, accents and apostrophes make no difference; whole words do."""

from collections.abc import Iterable
from dataclasses import dataclass

from workers.text.words import folded


@dataclass(frozen=True, slots=True)
class KeywordUse:
    """One keyword or phrase in one text."""

    keyword: str
    count: int
    density: float
    """Occurrences per 100 words of the text."""
    first: int | None
    """Position of its first word in the text, from 0; None when it does not occur."""


def keyword_use(text: str, keyword: str) -> KeywordUse:
    """How a keyword is used in a text."""
    return _use(folded(text), keyword)


def uses(text: str, keywords: Iterable[str]) -> list[KeywordUse]:
    """How each keyword is used in a text; each once, in the order given."""
    found = folded(text)
    return [_use(found, keyword) for keyword in dict.fromkeys(keywords)]


def densities(text: str, keywords: Iterable[str]) -> dict[str, float]:
    """Keyword → occurrences per 100 words, two decimals; each keyword once, in the order given."""
    return {use.keyword: use.density for use in uses(text, keywords)}


def used(text: str, keywords: Iterable[str], at_least: int = 1) -> list[str]:
    """Those of the keywords that stand in the text so many times, in the order given."""
    return [use.keyword for use in uses(text, keywords) if use.count >= at_least]


def _use(words: list[str], keyword: str) -> KeywordUse:
    wanted = folded(keyword)
    size = len(wanted)
    places = [start for start in range(len(words) - size + 1) if words[start : start + size] == wanted] if size else []
    # "a a" in "a a a" is said once, not twice
    kept: list[int] = []
    for place in places:
        if not kept or place >= kept[-1] + size:
            kept.append(place)
    return KeywordUse(
        keyword=keyword,
        count=len(kept),
        density=round(100 * len(kept) / len(words), 2) if words else 0.0,
        first=kept[0] if kept else None,
    )
