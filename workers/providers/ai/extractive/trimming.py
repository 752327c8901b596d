"""Shorten a sentence without changing what it says: only its ends may go, and a cut end shows an ellipsis."""

from collections.abc import Callable
from typing import Final

import regex

from workers.providers.ai.extractive.lexicon import Lexicon

_CLAUSE_END: Final = regex.compile(
    r"(?:(?<=[\p{L}\p{N}\"'”’)])[,;:](?=\s)|\s[–—-](?=\s)|(?<=\p{L})—(?=\p{L})|(?<=[.!?])(?=\s))"
)
_TRAILING: Final = regex.compile(r"[\s,;:–—\-(\[\"“‘'/&]+$")
_OPENING: Final = regex.compile(r"^([\"'“‘(«]*)(\p{Ll})")
ELLIPSIS: Final = "…"


def capitalised(text: str) -> str:
    """The text with a capital first letter."""
    return _OPENING.sub(lambda start: start[1] + start[2].upper(), text, count=1)


def opened(sentence: str, lexicon: Lexicon) -> str:
    """The sentence without a leading connective ("However,", "But")."""
    for _ in range(2):
        shorter = lexicon.connectives.sub("", sentence, count=1).lstrip()
        if shorter == sentence or len(shorter.split()) < 4:
            break
        sentence = shorter
    return capitalised(sentence)


def shown_cut(text: str) -> str:
    """The text with an ellipsis, unless its end is a sentence's end."""
    return text if text[-1:] in ".!?…。！？؟" else _TRAILING.sub("", text) + ELLIPSIS


def fit(sentence: str, limit: int, measure: Callable[[str], int], lexicon: Lexicon) -> str:
    """The sentence, or as many of its clauses or else words as fit; never a part of a word. Empty when nothing fits."""
    if measure(sentence) <= limit:
        return sentence
    borders = [match.start() for match in _CLAUSE_END.finditer(sentence)]
    subordinate = sentence.split(None, 1)[0].lower() in lexicon.subordinators if sentence.strip() else False
    for border in reversed(borders[1:] if subordinate else borders):
        if border < 0.4 * min(limit, len(sentence)):
            break
        cut = _ended(sentence[:border], lexicon)
        if cut and measure(cut) <= limit:
            return cut
    words = sentence.split(" ")
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(_TRAILING.sub("", " ".join(words[:middle])) + ELLIPSIS) <= limit:
            low = middle
        else:
            high = middle - 1
    return _ended(" ".join(words[:low]), lexicon)


def _ended(text: str, lexicon: Lexicon) -> str:
    text = _TRAILING.sub("", text)
    if text and text[-1] in ".!?":
        return text
    while text:
        head, _, last = text.rpartition(" ")
        if not head or last.lower().strip(".,") not in lexicon.function_words:
            break
        text = _TRAILING.sub("", head)
    unclosed = text.rfind("(")
    if unclosed > 0 and ")" not in text[unclosed:]:
        text = _TRAILING.sub("", text[:unclosed])
    return text + ELLIPSIS if text else ""
