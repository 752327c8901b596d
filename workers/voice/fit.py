"""How well a text fits a brand's voice: a number between 0 and 100, or none with the reason why."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from workers.providers.ai.extractive.language import detect
from workers.voice.manner import manner_fit
from workers.voice.voice import LearnedVoice

Unknown: TypeAlias = Literal["no_brand", "not_learned", "other_language", "too_short"]
"""Nobody to compare with; fewer than eight samples; none in this language; fewer than twenty words."""

_LEAST_DEVIATION: Final = 0.02
"""Cosine: samples that are all alike still allow this much."""
_MANNER: Final = 0.8
"""What the manner counts for; nearness, which follows the subject too, has the rest."""


@dataclass(frozen=True, slots=True)
class VoiceFit:
    """The score and its parts, each 0 to 100."""

    score: float | None
    manner: float | None = None
    nearness: float | None = None
    """None where the vectors could not be made; then the manner alone counts."""
    reason: Unknown | None = None
    """Why there is no score."""

    def with_nearness(self, similarities: Sequence[float | None], voice: LearnedVoice) -> "VoiceFit":
        """The same with what the vectors add: mean cosines of the text's stretches to their five nearest samples.

        100 at or above the median of the samples' own nearness, 25 less for each deviation below it.
        """
        known = [value for value in similarities if value is not None]
        if self.manner is None or not known or voice.nearness_median is None or voice.nearness_deviation is None:
            return self
        below = voice.nearness_median - statistics.fmean(known)
        nearness = 100 - 25 * below / max(voice.nearness_deviation, _LEAST_DEVIATION)
        nearness = round(min(100.0, max(0.0, nearness)), 2)
        return VoiceFit(round(_MANNER * self.manner + (1 - _MANNER) * nearness, 2), self.manner, nearness)

    def stored(self) -> dict[str, Any]:
        """As it goes into a checkpoint; without a score the reason alone."""
        if self.score is None:
            return {"score": None, "reason": self.reason}
        return {"score": self.score, "manner": self.manner, "nearness": self.nearness}


def fit(text: str, language: str, voice: LearnedVoice | None) -> VoiceFit:
    """The fit by the manner alone, see `manner_fit`; `language` is that of a text too short to tell."""
    if voice is None or not voice.manners:
        return VoiceFit(None, reason="not_learned")
    spoken = detect(text) or language
    manner = voice.manners.get(spoken)
    if manner is None:
        return VoiceFit(None, reason="other_language")
    found = manner_fit(text, spoken, manner)
    return VoiceFit(found, found) if found is not None else VoiceFit(None, reason="too_short")
