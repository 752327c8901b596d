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
_SOME = 0.1
"""What even a list of steps has of its language's function words, and a text in a third language has not."""
_TOO_SHORT_TO_TELL = 20


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


def counted_as(text: str, asked: str) -> str:
    """The language by whose rules a text is counted: the one asked for, unless its words are plainly another's; empty
    when that one has no rules here."""
    words = words_of(text[:_SAMPLE_CHARACTERS])
    if asked not in SUPPORTED or len(words) < _TOO_SHORT_TO_TELL:
        return asked
    shares = {code: _share(words, lexicon(code).function_words - _SHARED) for code in SUPPORTED}
    if shares[asked] >= _SOME and shares[asked] == max(shares.values()):
        return asked
    return detect(text) or ""


def _share(words: list[str], known: Iterable[str]) -> float:
    known = frozenset(known)
    return sum(word in known for word in words) / len(words)
