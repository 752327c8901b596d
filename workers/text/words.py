"""Words as a reader counts them, and the forms under which they are compared."""

import unicodedata
from typing import Final

import regex

_WORD: Final = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-.,&/][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*")


def words(text: str) -> list[str]:
    """The words in order, as they are written; a number is a word, and so is "e-mail", "1,000" or "don't"."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(words(text))


def folded(text: str) -> list[str]:
    """The words without case, accents and typographic apostrophes, so that "Café’s" equals "cafe's"."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return words("".join(character for character in decomposed if not unicodedata.combining(character)))
