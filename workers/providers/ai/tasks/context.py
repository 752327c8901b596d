"""What a text for a video is written with: its sources, the brand, the audience, and what worked on the channel."""

from collections.abc import Sequence
from typing import Annotated, Any, Final

import regex
from pydantic import BaseModel, BeforeValidator, ConfigDict

_TOP: Final = 5
_UNPRINTABLE: Final = regex.compile(r"[\p{Cc}--[\t\n]]|[\u202A-\u202E\u2066-\u2069]|[\uFFFE\uFFFF\uFEFF]", regex.V1)
_WORKED: Final = (
    "hooks",
    "titles",
    "title_lengths",
    "ctas",
    "hashtags",
    "hashtag_counts",
    "keywords",
    "topics",
    "durations",
    "text_lengths",
)


def _clean(value: Any) -> Any:
    return _UNPRINTABLE.sub("", value).strip() if isinstance(value, str) else value


def _line(value: Any) -> Any:
    return " ".join(_clean(value).split()) if isinstance(value, str) else value


Prose = Annotated[str, BeforeValidator(_clean)]
"""Text without control and direction characters, and without white space around it."""
Line = Annotated[str, BeforeValidator(_line)]
"""The same on one line."""


class _Given(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class VideoSource(_Given):
    """A published item, an upload or the input of a generation."""

    title: Line | None = None
    text: Prose | None = None
    """What is said or written in it, as far as known."""
    is_cut: bool = False
    """The text is the first part of a longer one."""
    language: str | None = None
    topics: list[Line] = []
    keywords: list[Line] = []
    performance_score: float | None = None
    """0 to 100, measured; null for what was not published."""


def room_for_each(sources: Sequence[VideoSource], characters: int) -> int:
    """Characters of each source that a model reads, so that something is read of all of them."""
    return characters // max(1, len(sources))


class Brand(_Given):
    """Who speaks. `voice` describes in words what is no brand profile."""

    id: str | None = None
    name: str | None = None
    description: str | None = None
    persona: str | None = None
    industry: str | None = None
    audience: str | None = None
    tone: str | None = None
    guidelines: str | None = None
    voice: str | None = None
    samples: list[str] = []
    """Texts of the brand that are nearest to the subject, nearest first."""
    traits: list[str] = []
    """How its texts are written, from its tone card."""
    instructions: list[str] = []
    """What to do to sound like them."""
    avoid: list[str] = []
    """What they never do."""

    def told(self) -> dict[str, Any]:
        """What a model is told of it; empty when nothing is known."""
        return {name: value for name, value in self.model_dump(exclude={"id"}).items() if value}


class Audience(_Given):
    """Who listens."""

    name: str | None = None
    description: str | None = None
    age_group: str | None = None
    interests: list[str] = []
    pain_points: list[str] = []

    def told(self) -> dict[str, Any]:
        """What a model is told of it; empty when nothing is known."""
        return {name: value for name, value in self.model_dump().items() if value}


class Worked(_Given):
    """Measured at the same age on this channel, as `what_worked` tells it."""

    sample_count: int = 0
    is_learned: bool = False
    """Whether enough was measured to go by."""
    average_percentile: float | None = None
    best: list[dict[str, Any]] = []
    avoid: list[dict[str, Any]] = []
    found: dict[str, list[dict[str, Any]]] = {}
    """Feature → entries {value, sample_count, average_percentile, lift, score, examples?}, best first."""

    @classmethod
    def of(cls, document: dict[str, Any] | None) -> "Worked":
        """From the object that `what_worked` answers; null for a channel without history."""
        known = document or {}
        found = {name: known[name] for name in _WORKED if known.get(name)}
        return cls.model_validate({**{key: value for key, value in known.items() if value is not None}, "found": found})

    def top(self, feature: str, count: int = _TOP) -> list[dict[str, Any]]:
        """The best entries of a feature that did better than the channel's mean."""
        return [entry for entry in self.found.get(feature, []) if (entry.get("lift") or 0) > 0][:count]

    def told(self) -> dict[str, Any]:
        """What a model is told of it; empty below the measure of trust."""
        if not self.is_learned:
            return {}
        told: dict[str, Any] = {
            name: [
                {"value": e.get("value"), "percentile": e.get("average_percentile"), "measured": e.get("sample_count")}
                for e in self.top(name)
            ]
            for name in self.found
            if self.top(name)
        }
        if self.best:
            told["best titles"] = [
                {"title": b.get("title"), "percentile": b.get("percentile")} for b in self.best[:_TOP]
            ]
        if self.avoid:
            told["worked badly"] = [{"feature": a.get("feature"), "value": a.get("value")} for a in self.avoid[:_TOP]]
        return told
