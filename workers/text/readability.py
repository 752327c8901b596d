"""How easily a text reads, and how long it takes."""

from dataclasses import dataclass
from typing import Final

from workers.providers.ai.extractive.language import counted_as
from workers.text.sentences import sentences
from workers.text.syllables import syllables
from workers.text.words import words

SPOKEN_WORDS_PER_MINUTE: Final = 150
"""The pace of a narrator in a short video."""
READ_WORDS_PER_MINUTE: Final = 238
"""Silent reading of non-fiction by adults."""

_FORMULAS: Final = {"en": (206.835, 1.015, 84.6), "nl": (206.84, 0.93, 77.0)}
_FEWEST_WORDS: Final = 10


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are made of."""

    characters: int
    words: int
    sentences: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        """Mean length of a sentence, words; 0 for a text without any."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_per_word(self) -> float:
        """Mean length of a word, syllables; 0 for a text without any."""
        return self.syllables / self.words if self.words else 0.0


def count(text: str, language: str) -> Counts:
    """Count a text in the language of the given code."""
    found = words(text)
    return Counts(
        characters=len(text),
        words=len(found),
        sentences=len(sentences(text, language)),
        syllables=sum(syllables(word, language) for word in found),
    )


def reading_ease(counts: Counts, language: str) -> float | None:
    """Flesch's reading ease for en, Douma's form of it for nl: 0 to 100, 100 reads most easily.

    None for other languages and below ten words, where the formula says nothing.
    """
    formula = _FORMULAS.get(language)
    if formula is None or counts.words < _FEWEST_WORDS:
        return None
    constant, per_sentence, per_word = formula
    ease = constant - per_sentence * counts.words_per_sentence - per_word * counts.syllables_per_word
    return round(min(100.0, max(0.0, ease)), 2)


def reading_ease_of(text: str, language: str) -> float | None:
    """The reading ease of a text that was to be in a language; None where it is in one without a formula."""
    found = counted_as(text, language)
    return reading_ease(count(text, found), found) if found else None


def reading_seconds(word_count: int, words_per_minute: int = SPOKEN_WORDS_PER_MINUTE) -> int:
    """Seconds for as many words at a pace, rounded up."""
    if words_per_minute <= 0:
        raise ValueError("words_per_minute must be positive")
    return -(-word_count * 60 // words_per_minute)


def words_for(seconds: float, words_per_minute: int = SPOKEN_WORDS_PER_MINUTE) -> int:
    """How many words fit into a time, rounded down."""
    return int(seconds * words_per_minute // 60)
