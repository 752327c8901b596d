"""Keeps the slots supplied: claims in batches, a little ahead of the measured pace, and sleeps when nothing is due."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

import structlog

from workers.runtime.backoff import Backoff
from workers.runtime.inflight import InFlight
from workers.runtime.quarantine import Quarantine
from workers.runtime.redaction import Redactor
from workers.runtime.settings import WorkerSettings
from workers.runtime.stats import Health, Stats
from workers.runtime.transport.base import Transport, TransportError, TransportUnavailable

log = structlog.get_logger("catalyst.claimer")

MOST_PER_CLAIM = 1_000  # the engine's limit
MOST_UNACKNOWLEDGED = 4  # times the target: then claiming waits for acknowledgements
SHORTEST_SLEEP = 0.001
PACE_WINDOW = 0.02


class Claimer:
    """The only part that asks for work."""

    def __init__(
        self,
        transport: Transport,
        inflight: InFlight,
        settings: WorkerSettings,
        stats: Stats,
        health: Health,
        redactor: Redactor,
        *,
        queues: Sequence[str],
        worker_id: str,
        on_jobs: Callable[[], None],
        has_wake_source: Callable[[], bool],
    ) -> None:
        self._transport = transport
        self._inflight = inflight
        self._settings = settings
        self._stats = stats
        self._health = health
        self._redactor = redactor
        self._quarantine = Quarantine(transport, inflight, redactor)
        self._queues = list(queues)
        self._worker_id = worker_id
        self._on_jobs = on_jobs
        self._has_wake_source = has_wake_source
        self._woken = asyncio.Event()
        self._room_made = asyncio.Event()
        self._stopping = False
        self._backoff = Backoff(first=0.05, ceiling=2.0)
        self._target = settings.concurrency
        self._pace_from = (time.monotonic(), 0)

    def wake(self, reason: str) -> None:
        """There may be work; called by wake-up sources."""
        self._stats.wakes[reason] += 1
        self._woken.set()

    def room_made(self) -> None:
        """A slot became free or a job was settled."""
        self._room_made.set()

    def stop(self) -> None:
        """Claim no more. A claim that is on its way is still answered, and its jobs are handed back."""
        self._stopping = True
        self._woken.set()
        self._room_made.set()

    async def run(self) -> None:
        """Until `stop`."""
        while not self._stopping:
            room = self._room()
            if room == 0:
                await self._wait_for_room()
                continue
            self._woken.clear()
            claimed = await self._claim(room)
            if claimed is None:
                await self._pause(self._backoff.delay())
            elif claimed < room:
                await self._rest(found_any=claimed > 0)

    def _room(self) -> int:
        """How many jobs to ask for now; 0 when the line is long enough."""
        inflight, free = self._inflight, self._settings.concurrency
        self._target = self._measure_target()
        ready = len(inflight.waiting) + inflight.running
        room = self._target - ready
        if len(inflight) > self._target * MOST_UNACKNOWLEDGED:
            return 0
        # Ahead of need, ask for a good batch or not at all; with free slots, ask for whatever fits.
        if room <= 0 or (ready >= free and room < self._target // 2):
            return 0
        return min(room, MOST_PER_CLAIM)

    def _measure_target(self) -> int:
        """As many jobs as will probably be started within the horizon, at least one per slot."""
        now, started = time.monotonic(), self._stats.started
        since, before = self._pace_from
        if now - since < PACE_WINDOW:
            return self._target
        self._pace_from = (now, started)
        ahead = int((started - before) / (now - since) * self._settings.claim_horizon)
        slots = self._settings.concurrency
        return slots + min(max(ahead - slots, 0), self._settings.claim_ahead, max(self._target * 4, 100))

    async def _claim(self, room: int) -> int | None:
        sent = time.monotonic()
        self._health.claim_sent()
        try:
            jobs = await self._transport.claim(self._queues, self._worker_id, room)
        except TransportError as error:
            message = self._redactor(str(error))
            self._stats.failures["claim"] += 1
            if self._health.failing_since is None or self._stats.failures["claim"] == 1:
                log.warning("claim_failed", reason=message)
            self._health.claim_failed(message, unreachable=isinstance(error, TransportUnavailable))
            return None
        if self._health.failing_since is not None and self._stats.failures["claim"]:
            self._stats.reconnects["claim"] += 1
            log.info("claiming_again", after_seconds=round(time.monotonic() - self._health.failing_since, 3))
        self._health.claim_answered()
        self._backoff.reset()
        self._stats.calls["claim"].observe(time.monotonic() - sent)
        if jobs:
            self._stats.claimed += len(jobs)
            admitted, suspect = await self._quarantine.admit(jobs)
            self._inflight.accept(admitted, sent, suspect)
            self._on_jobs()
            await asyncio.sleep(0)  # handlers start before the next question is put to the database
        return len(jobs)

    async def _rest(self, *, found_any: bool) -> None:
        """Sleep until the next job is due, a wake-up, or the slow poll, whichever is first."""
        if self._woken.is_set() or self._stopping:
            return
        longest = self._settings.poll_seconds if self._has_wake_source() else self._settings.poll_fallback_seconds
        try:
            due = await self._transport.next_run_in(self._queues)
        except TransportError as error:
            message = self._redactor(str(error))
            self._health.claim_failed(message, unreachable=isinstance(error, TransportUnavailable))
            due = self._backoff.delay()
        if due is not None and due <= 0 and not found_any:
            # Due, but not handed out (locked by others): do not spin.
            due = self._backoff.delay()
        reason = "poll"
        if due is not None and due < longest:
            longest, reason = max(due, SHORTEST_SLEEP), "due"
        if not await self._pause(longest):
            self._stats.wakes[reason] += 1

    async def _pause(self, seconds: float) -> bool:
        """Sleep; true when woken before the time."""
        if self._stopping:
            return True
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return False
        return True

    async def _wait_for_room(self) -> None:
        self._room_made.clear()
        if self._stopping or self._room():
            return
        try:
            async with asyncio.timeout(self._settings.poll_seconds):
                await self._room_made.wait()
        except TimeoutError:
            await self._probe()

    async def _probe(self) -> None:
        """All slots are busy with long work: make sure that the database is still there."""
        self._health.claim_sent()
        try:
            await self._transport.contract(())
        except TransportError as error:
            self._health.claim_failed(self._redactor(str(error)), unreachable=isinstance(error, TransportUnavailable))
        else:
            self._health.claim_answered()
