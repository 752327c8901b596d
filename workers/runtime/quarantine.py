"""Keeps jobs that may kill their process apart from each other.

When a process dies, every job it held loses an attempt, the guilty one and the innocent ones alike. So a job that has
lost its worker repeatedly runs with no other such job beside it in this process; the rest wait outside, unleased.
A job that kills its process thus costs another job two attempts at most.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import structlog

from workers.runtime.inflight import InFlight
from workers.runtime.job import ClaimedJob
from workers.runtime.redaction import Redactor
from workers.runtime.transport.base import Transport, TransportError

log = structlog.get_logger("catalyst.quarantine")

SUSPECT_FROM_ATTEMPT = 3
"""Or the last attempt, if that comes earlier. Before that, a lost machine is the likelier reason."""

WAIT_OUTSIDE = 1.0


class Quarantine:
    """Looks at what was claimed before it joins the line."""

    def __init__(self, transport: Transport, inflight: InFlight, redactor: Redactor) -> None:
        self._transport = transport
        self._inflight = inflight
        self._redactor = redactor

    async def admit(self, jobs: Sequence[ClaimedJob]) -> tuple[Sequence[ClaimedJob], int | None]:
        """The jobs that may run here now, and which of them is the suspect, if any."""
        doubtful = [
            job.id for job in jobs if job.attempt > 1 and job.attempt >= min(SUSPECT_FROM_ATTEMPT, job.max_attempts)
        ]
        if not doubtful:
            return jobs, None
        try:
            suspects = await self._transport.crashed(doubtful)
            if not suspects:
                return jobs, None
            chosen = None if any(held.is_suspect for held in self._inflight) else min(suspects)
            for job in jobs:
                if job.id in suspects and job.id != chosen:
                    wait = WAIT_OUTSIDE * random.uniform(0.5, 1.5)  # noqa: S311 (not a secret)
                    await self._transport.snooze(job.id, job.lease, wait, None, None, None)
        except TransportError as error:
            # Not knowing is no reason to keep jobs waiting.
            log.warning("quarantine_failed", reason=self._redactor(str(error)))
            return jobs, None
        if chosen is not None:
            log.warning("suspect_admitted", job_id=chosen, waiting=len(suspects) - 1)
        return [job for job in jobs if job.id == chosen or job.id not in suspects], chosen
