"""Which of the supported languages a text is in, by its function words."""

from collections.abc import Iterable

import regex

from workers.providers.ai.extractive.lexicon import lexicon

SUPPORTED = ("en", "nl")
_WORD = regex.compile(r"\p{L}[\p{L}'’]*")
_SHARED = frozenset(
    ("in", "was", "over", "had", "me", "we", "is", "of", "door", "per", "via", "hem", "toe", "of", "any")
)
_SAMPLE_CHARACTERS = 20_000
_ENOUGH = 0.16


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def detect(text: str) -> str | None:
    """A supported language code, or None when the text is in another language or too short to tell."""
    words = words_of(text[:_SAMPLE_CHARACTERS])
    if not words:
        return None
    shares = {code: _share(words, lexicon(code).function_words - _SHARED) for code in SUPPORTED}
    best, second = sorted(shares, key=lambda code: (-shares[code], code))[:2]
    if shares[best] < _ENOUGH or shares[best] < 1.5 * shares[second]:
        return None
    return best


def _share(words: list[str], known: Iterable[str]) -> float:
    known = frozenset(known)
    return sum(word in known for word in words) / len(words)
