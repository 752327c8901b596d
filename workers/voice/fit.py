"""How well a text fits a brand's voice: a number between 0 and 100, or none where too little is known."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from workers.voice.measures import measure, style_fit
from workers.voice.voice import LearnedVoice

_LEAST_DEVIATION: Final = 0.02
"""Cosine: samples that are all alike still allow this much."""
_FEWEST_WORDS: Final = 8
"""Below this a text has no style to measure; its nearness alone counts."""


@dataclass(frozen=True, slots=True)
class VoiceFit:
    """The score and its parts, each 0 to 100."""

    score: float
    nearness: float
    style: float | None
    """None for a text too short to measure."""

    def stored(self) -> dict[str, Any]:
        """As it goes into a checkpoint."""
        return {"score": self.score, "nearness": self.nearness, "style": self.style}


def fit(text: str, language: str, similarities: Sequence[float | None], voice: LearnedVoice) -> VoiceFit | None:
    """The fit of a text whose stretches have these mean cosines to their five nearest samples.

    Nearness: 100 at or above the median of the samples' own nearness, 25 less for each deviation below it. Style: see
    `style_fit`. The score is their mean. None without a calibrated voice, or without any similarity.
    """
    known = [value for value in similarities if value is not None]
    if not known or voice.nearness_median is None or voice.nearness_deviation is None:
        return None
    below = voice.nearness_median - statistics.fmean(known)
    nearness = 100 - 25 * below / max(voice.nearness_deviation, _LEAST_DEVIATION)
    nearness = round(min(100.0, max(0.0, nearness)), 2)
    style = style_fit(measure(text, language), voice.measures) if len(text.split()) >= _FEWEST_WORDS else None
    score = nearness if style is None else round((nearness + style) / 2, 2)
    return VoiceFit(score, nearness, style)
