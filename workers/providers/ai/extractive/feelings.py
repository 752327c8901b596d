"""Feeling in a text, by counting words that carry it. What is not in the lists is not felt; irony is not noticed."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from workers.providers.ai.extractive.feeling_words import EMOTIONS, NEGATIONS, NEGATIVE, POSITIVE
from workers.providers.ai.extractive.language import words_of

_FEWEST: Final = 3
_REACH: Final = 3


@dataclass(frozen=True, slots=True)
class Feelings:
    """What was counted."""

    sentiment: float | None
    """-100 to 100: positive less negative words, of both together; None below three of them."""
    emotions: dict[str, float]
    """Emotion → share of the emotion words; empty below three of them."""
    per_hundred_words: float
    """Words of any emotion or valence, of a hundred."""


def feelings(text: str, language: str) -> Feelings | None:
    """Count in English or Dutch; None for other languages."""
    if language not in POSITIVE:
        return None
    words = words_of(text)
    good = bad = felt = 0
    emotions: Counter[str] = Counter()
    for position, word in enumerate(words):
        turned = any(before in NEGATIONS[language] for before in words[max(0, position - _REACH) : position])
        if word in POSITIVE[language]:
            good, bad = (good, bad + 1) if turned else (good + 1, bad)
        elif word in NEGATIVE[language]:
            good, bad = (good + 1, bad) if turned else (good, bad + 1)
        named = [emotion for emotion, listed in EMOTIONS[language].items() if word in listed]
        if not turned:
            emotions.update(named)
        felt += bool(named) or word in POSITIVE[language] or word in NEGATIVE[language]
    total = emotions.total()
    return Feelings(
        sentiment=round(100 * (good - bad) / (good + bad), 2) if good + bad >= _FEWEST else None,
        emotions={name: round(count / total, 3) for name, count in emotions.most_common()} if total >= _FEWEST else {},
        per_hundred_words=round(100 * felt / len(words), 2) if words else 0.0,
    )
