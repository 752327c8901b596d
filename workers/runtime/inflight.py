"""The jobs this process holds a lease for: waiting for a slot, running, or waiting for their acknowledgement."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator

from workers.runtime.job import ClaimedJob, JobContext


class Held:
    """One leased job and where it stands in this process."""

    __slots__ = ("context", "deadline", "is_cancelled", "is_gone", "is_suspect", "job", "renewed_at", "started_at")

    def __init__(self, job: ClaimedJob, renewed_at: float) -> None:
        self.job = job
        self.renewed_at = renewed_at
        """When the call that last extended the lease was sent: the lease ends no earlier than this plus its length."""
        self.context: JobContext | None = None
        """Set when the handler starts."""
        self.started_at = 0.0
        self.deadline: float | None = None
        self.is_gone = False
        """The lease is known to be lost."""
        self.is_cancelled = False
        """A member cancelled the job."""
        self.is_suspect = False
        """It may be what killed its last workers."""

    @property
    def lapses_at(self) -> float:
        """When the lease ends unless it is extended."""
        return self.renewed_at + self.job.lease_seconds

    def cancel(self) -> None:
        """Note that a member cancelled the job; a running handler is told to stop."""
        self.is_cancelled = True
        if self.context is not None:
            self.context.stop("cancel_requested")

    def lose(self) -> None:
        """Note that somebody else may own the job; a running handler is told to stop."""
        self.is_gone = True
        if self.context is not None:
            self.context.stop("lost")


class InFlight:
    """All held jobs, and the line of those that wait for a slot."""

    def __init__(self) -> None:
        self._held: dict[int, Held] = {}
        self.waiting: deque[Held] = deque()
        self.running = 0
        self.waiting_since = time.monotonic()
        """When the line last moved."""

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[Held]:
        return iter(list(self._held.values()))

    def accept(self, jobs: Iterable[ClaimedJob], claimed_at: float, suspect: int | None = None) -> None:
        """Take newly claimed jobs into the line."""
        held = self._held
        for job in jobs:
            item = Held(job, claimed_at)
            if (older := held.get(job.id)) is not None:
                older.lose()  # claimed again after its lease lapsed here
            item.is_suspect = job.id == suspect
            held[job.id] = item
            self.waiting.append(item)

    def drop(self, item: Held) -> None:
        """The job is settled, handed back or lost."""
        if self._held.get(item.job.id) is item:
            del self._held[item.job.id]

    def take_waiting(self, keep: int = 0) -> list[Held]:
        """Take all but the first `keep` waiting jobs out of the line, to hand them back."""
        taken = []
        while len(self.waiting) > keep:
            taken.append(self.waiting.pop())
        return taken

    def get(self, job_id: int) -> Held | None:
        """The held job of this id."""
        return self._held.get(job_id)
