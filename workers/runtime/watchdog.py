"""Looks at every held job ten times a second: time limits, lapsed leases, handlers to stop, jobs claimed in vain."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import structlog

from workers.runtime.inflight import InFlight
from workers.runtime.runner import Slot
from workers.runtime.settling import Settler
from workers.runtime.stats import Health

log = structlog.get_logger("catalyst.watchdog")

TICK = 0.1
INTERRUPT_AGAIN = 1.0
LONGEST_WAIT = 1.0
"""Seconds without a free slot after which jobs claimed ahead go back to whoever has one."""


class Watchdog:
    """One sweep for all jobs instead of a timer per job."""

    def __init__(self, inflight: InFlight, slots: Sequence[Slot], settler: Settler, health: Health) -> None:
        self._inflight = inflight
        self._slots = slots
        self._settler = settler
        self._health = health
        self._stopping = False

    def stop(self) -> None:
        """End after the current sweep."""
        self._stopping = True

    async def run(self) -> None:
        """Until `stop`."""
        while not self._stopping:
            self._sweep(time.monotonic())
            await self._hand_back_what_waits()
            await asyncio.sleep(TICK)

    def _sweep(self, now: float) -> None:
        self._health.beat = now
        for held in self._inflight:
            if not held.is_gone and now >= held.lapses_at:
                # Nobody could confirm the lease in time: another worker may have the job by now.
                log.warning("lease_lapsed", job_id=held.job.id, kind=held.job.kind)
                held.lose()
        for slot in self._slots:
            running = slot.current
            if running is None or running.context is None:
                continue
            if running.deadline is not None and now >= running.deadline:
                running.context.stop("timeout")
            was_interrupted = slot.stopped_at >= running.started_at
            if running.context.stop_reason is not None and (
                not was_interrupted or now - slot.stopped_at >= INTERRUPT_AGAIN
            ):
                slot.interrupt()

    async def _hand_back_what_waits(self) -> None:
        inflight = self._inflight
        if inflight.waiting and time.monotonic() - inflight.waiting_since > LONGEST_WAIT:
            await self._settler.release(inflight.take_waiting())
