"""Counting what may happen only so often."""

from __future__ import annotations

import time


class Rate:
    """At most `limit` events in any fixed window."""

    def __init__(self, limit: int, seconds: float = 1.0) -> None:
        """Start with a whole window."""
        self._limit = limit
        self._seconds = seconds
        self._until = 0.0
        self._count = 0

    def allow(self, count: int = 1) -> bool:
        """Count them, or say that it is too many."""
        now = time.monotonic()
        if now >= self._until:
            self._until, self._count = now + self._seconds, 0
        if self._count + count > self._limit:
            return False
        self._count += count
        return True
