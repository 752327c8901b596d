"""The port that reads what was published, for words to be counted in."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Document:
    """An article, an episode or a video, as the world sees it."""

    key: str
    """What makes it the same one tomorrow: an address or a platform's id."""
    publisher: str
    """The site or channel it is of."""
    title: str
    tags: tuple[str, ...] = ()
    language: str | None = None
    """ISO 639-1, where the source says."""
    platform: str | None = None
    """A slug; null for what is of no platform in particular."""
    published_at: datetime | None = None
    """Null where a list of the popular says when it was met, not when it was made."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Part of what a source has."""

    documents: list[Document]
    cursor: str | None
    """From where to go on; null after the last batch."""
    notes: tuple[str, ...] = ()
    """What could not be read, without addresses."""


class TrendSource(Protocol):
    """One reader. `source` is the name that its words are recorded under."""

    source: str

    def read(self, cursor: str | None) -> AsyncIterator[Batch]:
        """The batches from the cursor on.

        Raises only errors of `workers.runtime.errors`; Snooze where a budget of ours is spent.
        """
        ...
