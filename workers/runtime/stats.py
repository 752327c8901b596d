"""Counters of the hot path: plain dictionaries, turned into Prometheus metrics only when somebody asks."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import defaultdict

BUCKETS = (0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 1800.0)


class Distribution:
    """A histogram with fixed buckets."""

    __slots__ = ("counts", "total")

    def __init__(self) -> None:
        self.counts = [0] * (len(BUCKETS) + 1)
        self.total = 0.0

    def observe(self, value: float) -> None:
        """Count one value."""
        self.counts[bisect_left(BUCKETS, value)] += 1
        self.total += value


class Stats:
    """What happened since the process started. Written by the event loop, read by the metrics thread."""

    def __init__(self) -> None:
        self.outcomes: defaultdict[tuple[str, str], int] = defaultdict(int)
        """(kind, outcome) → jobs."""
        self.durations: defaultdict[str, Distribution] = defaultdict(Distribution)
        """kind → handler seconds."""
        self.calls: defaultdict[str, Distribution] = defaultdict(Distribution)
        """claim, acknowledge, heartbeat → seconds of the round trip."""
        self.failures: defaultdict[str, int] = defaultdict(int)
        """claim, settle, heartbeat, listen, realtime → failed attempts."""
        self.wakes: defaultdict[str, int] = defaultdict(int)
        """listen, realtime, poll, due → why the claimer woke up."""
        self.started = 0
        """Handlers started."""
        self.claimed = 0
        self.handed_back = 0
        self.reconnects: defaultdict[str, int] = defaultdict(int)


class Health:
    """Whether this worker can do its work. Everything is a point of the monotonic clock, or null."""

    def __init__(self, unhealthy_after: float) -> None:
        self._unhealthy_after = unhealthy_after
        self.beat = time.monotonic()
        """Last sign of life of the event loop."""
        self.claiming_since: float | None = None
        """A claim that has not been answered yet."""
        self.failing_since: float | None = time.monotonic()
        """Since when no claim or probe has succeeded; a worker that has not claimed yet is not healthy."""
        self.unreachable = False
        """The last call could not reach the database."""
        self.last_error = "no claim has succeeded yet"
        self.draining = False

    def claim_sent(self) -> None:
        """A claim or probe is on its way."""
        self.claiming_since = time.monotonic()

    def claim_answered(self) -> None:
        """The database answered."""
        self.claiming_since = self.failing_since = None
        self.unreachable = False

    def claim_failed(self, message: str, *, unreachable: bool) -> None:
        """The claim failed."""
        self.claiming_since = None
        self.unreachable = unreachable
        self.last_error = message
        if self.failing_since is None:
            self.failing_since = time.monotonic()

    def problem(self) -> str | None:
        """Why this worker is not healthy, or null."""
        now, limit = time.monotonic(), self._unhealthy_after
        if self.draining:
            return "draining"
        if now - self.beat > limit:
            return f"the event loop has been blocked for {now - self.beat:.0f} s"
        if self.unreachable:
            return f"the database is unreachable: {self.last_error}"
        if self.failing_since is not None and (
            self.last_error.startswith("no claim") or now - self.failing_since > limit
        ):
            return f"claims have failed for {now - self.failing_since:.0f} s: {self.last_error}"
        if self.claiming_since is not None and now - self.claiming_since > limit:
            return f"a claim has been unanswered for {now - self.claiming_since:.0f} s"
        return None
