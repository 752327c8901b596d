"""What is popular on the simulated YouTube: set by a test, else the same made-up videos for everybody."""

from __future__ import annotations

import hashlib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_SUBJECTS = ("Sourdough", "Tomatoes", "Cycling", "Piano", "Chess", "Camping", "Watercolour", "Beekeeping")
_FRAMES = ("{} for beginners", "My week with {}", "The truth about {}", "{} in ten minutes", "How I learned {}")


class Video(BaseModel):
    """One video; its id and its channel's are drawn from the title where none is given."""

    model_config = ConfigDict(extra="forbid")

    title: str
    channel: str = ""
    id: str = ""
    tags: list[str] = []
    language: str | None = None
    published_at: str = "2026-01-05T09:00:00Z"
    views: int = 0

    @property
    def video_id(self) -> str:
        """Eleven characters, as YouTube's are."""
        return self.id or _drawn(self.title)[:11]

    @property
    def channel_id(self) -> str:
        """Told apart by name."""
        return f"UC{_drawn(self.channel or self.title)[:22]}"


class Chart(BaseModel):
    """The most popular videos of a country, first to last."""

    model_config = ConfigDict(extra="forbid")

    region: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    videos: list[Video]


def default() -> list[Video]:
    """Forty videos of as many channels."""
    titles = [frame.format(subject) for frame in _FRAMES for subject in _SUBJECTS]
    return [Video(title=title, language="en", views=1000 * (len(titles) - at)) for at, title in enumerate(titles)]


def _drawn(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
