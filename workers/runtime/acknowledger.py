"""Completes jobs of cheap kinds in batches: whatever gathered while the last batch was on its way."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import structlog

from workers.runtime.backoff import Backoff
from workers.runtime.inflight import Held, InFlight
from workers.runtime.redaction import Redactor
from workers.runtime.settings import WorkerSettings
from workers.runtime.settling import Settler
from workers.runtime.stats import Stats
from workers.runtime.transport.base import Completion, Transport, TransportRefused, TransportUnavailable

log = structlog.get_logger("catalyst.acknowledger")


class Acknowledger:
    """Backpressure needs nothing here: unacknowledged jobs count as held, and the claimer looks at that."""

    def __init__(
        self,
        transport: Transport,
        settler: Settler,
        inflight: InFlight,
        settings: WorkerSettings,
        stats: Stats,
        redactor: Redactor,
        *,
        on_settled: Callable[[], None],
    ) -> None:
        self._transport = transport
        self._settler = settler
        self._inflight = inflight
        self._batch = settings.ack_batch
        self._delay = settings.ack_delay
        self._stats = stats
        self._redactor = redactor
        self._on_settled = on_settled
        self._gathered: list[tuple[Held, str | None]] = []
        self._something = asyncio.Event()
        self._closing = False
        self._flushing = False

    def add(self, held: Held, result: str | None) -> None:
        """Complete this job with the next batch."""
        self._gathered.append((held, result))
        if len(self._gathered) == 1:
            self._something.set()

    @property
    def is_idle(self) -> bool:
        """Nothing gathered and nothing on its way."""
        return not self._gathered and not self._flushing

    def close(self) -> None:
        """Flush what is left without waiting for more, then end."""
        self._closing = True
        self._something.set()

    async def run(self) -> None:
        """Until `close`, and until everything gathered is acknowledged."""
        while not (self._closing and not self._gathered):
            await self._something.wait()
            if len(self._gathered) < self._batch and not self._closing:
                await asyncio.sleep(self._delay)
            batch, self._gathered = self._gathered[: self._batch], self._gathered[self._batch :]
            if not self._gathered and not self._closing:
                self._something.clear()
            if batch:
                self._flushing = True
                await self._flush(batch)
                self._flushing = False
                self._on_settled()

    async def _flush(self, batch: list[tuple[Held, str | None]]) -> None:
        backoff = Backoff()
        unsure = False
        while True:
            live = [(held, result) for held, result in batch if not held.is_gone]
            for held, _ in batch if len(live) < len(batch) else ():
                if held.is_gone:
                    self._settler.done(held, "uncertain" if unsure else "lost")
            batch = live
            if not batch:
                return
            try:
                sent = time.monotonic()
                unusual = await self._transport.complete_many(
                    [Completion(held.job.id, held.job.lease, result) for held, result in batch]
                )
            except TransportUnavailable as error:
                self._stats.failures["settle"] += 1
                if not unsure:
                    log.warning("acknowledgement_unanswered", jobs=len(batch), reason=self._redactor(str(error)))
                unsure = True
                await asyncio.sleep(backoff.delay())
                continue
            except TransportRefused as error:
                # One bad result must not hold up the others.
                log.warning("batch_refused", jobs=len(batch), reason=self._redactor(error.message))
                for held, result in batch:
                    await self._settler.complete(held, result)
                return
            self._stats.calls["acknowledge"].observe(time.monotonic() - sent)
            break
        outcomes, drop = self._stats.outcomes, self._inflight.drop
        for held, _ in batch:
            ended = unusual.get(held.job.id) if unusual else None
            if ended is None:
                outcomes[held.job.kind, "completed"] += 1
                drop(held)
            elif ended.outcome == "error":
                await self._settler.not_applied(held, ended.error)
            else:
                self._settler.done(held, "uncertain" if unsure and ended.outcome == "lost" else ended.outcome)
