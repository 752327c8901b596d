"""How well a script opens, holds together and engages, each 0 to 10."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import regex

from workers.providers.ai.extractive.feelings import feelings
from workers.providers.ai.extractive.language import counted_as
from workers.providers.embeddings.base import Embedder
from workers.scoring.checks import Check, band, total, within
from workers.text.density import used
from workers.text.sentences import sentences
from workers.text.words import folded, word_count

_SPEAKS_TO: Final = {
    "en": frozenset(["you", "your", "yours", "you're", "you've", "you'll", "yourself", "let's"]),
    "nl": frozenset(["je", "jij", "jou", "jouw", "jullie", "u", "uw", "zelf"]),
}
_NUMBER: Final = regex.compile(r"\p{Nd}")
_QUESTION: Final = regex.compile(r"\?")
_NEARNESS: Final = {"en": (0.0, 0.3), "nl": (0.1, 0.5)}
"""Mean cosine of neighbours of unrelated sentences, and in texts on one subject."""
_MUCH_FEELING: Final = 12.0
_FEWEST_WORDS: Final = 10


@dataclass(frozen=True, slots=True)
class Quality:
    """Each 0 to 10; None where there is nothing to compare."""

    hook_strength: float | None
    flow_coherence: float | None
    engagement_potential: float | None
    brand_alignment: float | None

    @property
    def overall(self) -> float | None:
        """The mean of those that are known."""
        known = [
            value
            for value in (self.hook_strength, self.flow_coherence, self.engagement_potential, self.brand_alignment)
            if value is not None
        ]
        return round(sum(known) / len(known), 2) if known else None


def judge(
    hook: str, body: str, call: str, title: str, language: str, embedder: Embedder, voice_fit: float | None
) -> Quality:
    """Judge the three parts of a script. `voice_fit` is 0 to 100, see docs/brand-voice.md."""
    strength = hook_strength(hook, title, language)
    return Quality(
        hook_strength=strength,
        flow_coherence=coherence("\n\n".join([hook, body]), language, embedder),
        engagement_potential=engagement(hook, body, call, strength, language),
        brand_alignment=None if voice_fit is None else round(voice_fit / 10, 2),
    )


def hook_strength(hook: str, title: str, language: str) -> float | None:
    """0 to 10: short, asking or speaking to the viewer, concrete, about the title."""
    count = word_count(hook)
    if not count:
        return None
    about = [word for word in folded(title) if len(word) > 3]
    checks = [
        Check("short", 30, band(count, 1, 4, 15, 35)),
        Check("asks", 20, 1.0 if _QUESTION.search(hook) else 0.0),
        Check("speaks_to_viewer", 15, 1.0 if _spoken_to(hook, language) else 0.0),
        Check("concrete", 15, 1.0 if _NUMBER.search(hook) else 0.0),
        Check("feeling", 10, 1.0 if _feeling(hook, language) else 0.0),
        Check("about_title", 10, float(bool(used(hook, about))) if about else None),
    ]
    return total(checks, 10)


def coherence(text: str, language: str, embedder: Embedder) -> float | None:
    """0 to 10: how near each sentence is to the one before it; None below three sentences."""
    found = sentences(text, language)
    if len(found) < 3:
        return None
    vectors = embedder.embed(found)
    steps = np.sum(vectors[1:] * vectors[:-1], axis=1)
    return round(10 * within(float(steps.mean()), *_NEARNESS.get(language, _NEARNESS["en"])), 2)


def engagement(hook: str, body: str, call: str, strength: float | None, language: str) -> float | None:
    """0 to 10: the hook, how often the viewer is spoken to and asked, feeling, and a call to act."""
    whole = " ".join(part for part in (hook, body, call) if part)
    count = word_count(whole)
    if not count:
        return None
    checks = [
        Check("hook", 40, None if strength is None else strength / 10),
        Check("speaks_to_viewer", 20, within(100 * _spoken_to(whole, language) / count, 0, 4)),
        Check("asks", 15, within(len(_QUESTION.findall(whole)), 0, 2)),
        Check("feeling", 15, within(_feeling(whole, language), 0, _MUCH_FEELING / 2)),
        Check("call", 10, 1.0 if call else 0.0),
    ]
    return total(checks, 10)


def emotional_tone(text: str, language: str) -> float | None:
    """0 to 100: words that carry feeling, 12 of 100 being 100; None below ten words and for other languages."""
    found = feelings(text, counted_as(text, language))
    if found is None or word_count(text) < _FEWEST_WORDS:
        return None
    return round(100 * within(found.per_hundred_words, 0, _MUCH_FEELING), 2)


def _feeling(text: str, language: str) -> float:
    """Words that carry feeling, of a hundred."""
    found = feelings(text, language)
    return found.per_hundred_words if found is not None else 0.0


def _spoken_to(text: str, language: str) -> int:
    known = _SPEAKS_TO.get(language, _SPEAKS_TO["en"])
    return sum(word in known for word in folded(text))
