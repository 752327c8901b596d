"""How long to wait before trying again."""

from __future__ import annotations

import random


class Backoff:
    """Doubling delays with full-range jitter, so that many workers do not return at the same moment."""

    def __init__(self, first: float = 0.05, ceiling: float = 2.0) -> None:
        self._first = first
        self._ceiling = ceiling
        self._next = first

    def delay(self) -> float:
        """The next delay in seconds: between half of the current step and all of it."""
        step = self._next
        self._next = min(step * 2, self._ceiling)
        return step * random.uniform(0.5, 1.0)  # noqa: S311 (not a secret)

    def reset(self) -> None:
        """Start small again after a success."""
        self._next = self._first
