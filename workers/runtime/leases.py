"""Keeps leases alive with one batched call, and gives handlers their own heartbeat and checkpoint."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog

from workers.runtime.backoff import Backoff
from workers.runtime.errors import LeaseLost, RateLimited, Rejected, Retryable
from workers.runtime.inflight import Held, InFlight
from workers.runtime.job import ClaimedJob
from workers.runtime.redaction import Redactor
from workers.runtime.settling import Settler
from workers.runtime.stats import Stats
from workers.runtime.transport.base import Transport, TransportError, TransportRefused, TransportUnavailable

log = structlog.get_logger("catalyst.leases")

TICK = 0.1
DUE_AFTER = 1 / 3  # of the lease
ALONG_AFTER = 1 / 6  # worth extending when a call is made anyway
RETRY_WAIT = 0.25


class Heartbeats:
    """Extends every lease that is a third old."""

    def __init__(self, transport: Transport, inflight: InFlight, stats: Stats, redactor: Redactor) -> None:
        self._transport = transport
        self._inflight = inflight
        self._stats = stats
        self._redactor = redactor
        self._stopping = False

    def stop(self) -> None:
        """End after the current round."""
        self._stopping = True

    async def run(self) -> None:
        """Until `stop`."""
        while not self._stopping:
            await asyncio.sleep(TICK)
            now = time.monotonic()
            aged = [(now - held.renewed_at, held) for held in self._inflight if not held.is_gone]
            if not any(age >= held.job.lease_seconds * DUE_AFTER for age, held in aged):
                continue
            await self._extend([held for age, held in aged if age >= held.job.lease_seconds * ALONG_AFTER])

    async def _extend(self, items: list[Held]) -> None:
        sent = time.monotonic()
        try:
            outcomes = await self._transport.heartbeats({held.job.id: held.job.lease for held in items})
        except TransportError as error:
            self._stats.failures["heartbeat"] += 1
            log.warning("heartbeat_failed", jobs=len(items), reason=self._redactor(str(error)))
            await asyncio.sleep(RETRY_WAIT)
            return
        self._stats.calls["heartbeat"].observe(time.monotonic() - sent)
        for held in items:
            outcome = outcomes.get(held.job.id, "lost")
            if outcome == "lost":
                # A job that was settled while the call was on its way has no lease any more, and is not lost.
                if self._inflight.get(held.job.id) is held:
                    held.lose()
                continue
            held.renewed_at = max(held.renewed_at, sent)
            if outcome == "cancel_requested":
                held.cancel()


class Link:
    """What `JobContext` calls. Every call is repeated until it is answered or the lease is gone."""

    def __init__(self, transport: Transport, inflight: InFlight, settler: Settler) -> None:
        self._transport = transport
        self._inflight = inflight
        self._settler = settler

    async def heartbeat(self, job: ClaimedJob, progress: float | None, step: str | None) -> str:
        """Extend the lease and show progress."""
        return await self._call(job, lambda: self._transport.heartbeat(job.id, job.lease, progress, step))

    async def checkpoint(self, job: ClaimedJob, step: str, state: Mapping[str, Any], progress: float | None) -> str:
        """Remember a finished step."""
        return await self._call(job, lambda: self._transport.checkpoint(job.id, job.lease, step, state, progress))

    async def rpc(self, job: ClaimedJob, function: str, arguments: Mapping[str, Any]) -> Any:
        """Call a function that is granted to workers."""
        backoff = Backoff()
        while True:
            held = self._inflight.get(job.id)
            if held is None or held.is_gone or held.job.lease != job.lease:
                raise LeaseLost(f"job {job.id} is no longer leased to this worker")
            try:
                return await asyncio.shield(asyncio.ensure_future(self._transport.call(function, arguments)))
            except TransportUnavailable as error:
                log.warning("rpc_unanswered", job_id=job.id, function=function, reason=str(error))
                await asyncio.sleep(backoff.delay())
            except TransportRefused as error:
                kind = RateLimited if error.code == RateLimited.default_code else Rejected
                raise kind(error.message, error.code) from error

    async def _call(self, job: ClaimedJob, call: Callable[[], Awaitable[str]]) -> str:
        held = self._inflight.get(job.id)
        if held is None or held.job.lease != job.lease:
            return "lost"
        sent = time.monotonic()
        try:
            # A cancelled handler must not tear a statement apart that is on its way.
            outcome = await asyncio.shield(asyncio.ensure_future(self._settler.persist(held, call)))
        except TransportRefused as error:
            raise Retryable(error.message, "APPLY_FAILED") from error
        if outcome in ("lost", "uncertain"):
            held.is_gone = True
            return "lost"
        held.renewed_at = max(held.renewed_at, sent)
        return outcome
