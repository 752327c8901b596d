"""Runs handlers on a fixed set of slots and maps how they end to what the database is told.

A slot is one long-lived task: a task per job would cost more than a small job itself.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Mapping

import structlog
from pydantic import BaseModel

from workers.runtime.acknowledger import Acknowledger
from workers.runtime.documents import to_json
from workers.runtime.errors import Cancelled, LeaseLost, ProviderError, Snooze
from workers.runtime.inflight import Held, InFlight
from workers.runtime.job import Handler, JobContext, JobLink
from workers.runtime.registry import Registry
from workers.runtime.settling import Settler
from workers.runtime.stats import Stats
from workers.runtime.transport.base import KindInfo

log = structlog.get_logger("catalyst.runner")

UNKNOWN_KIND_WAIT = 30.0
JOBS_BETWEEN_YIELDS = 50  # handlers that never wait must not starve claims, heartbeats and signals

Ending = tuple[str, BaseException | None]


class Slot:
    """One place for a handler."""

    __slots__ = ("current", "stopped_at", "task")

    def __init__(self) -> None:
        self.current: Held | None = None
        """The job whose handler is running right now; null also while its outcome is being reported."""
        self.task: asyncio.Task[None] | None = None
        self.stopped_at = 0.0

    def interrupt(self) -> None:
        """Cancel the running handler."""
        if self.task is not None and self.current is not None:
            self.stopped_at = time.monotonic()
            self.task.cancel()


class Runner:
    """Takes jobs from the line and sees each through."""

    def __init__(
        self,
        registry: Registry,
        inflight: InFlight,
        settler: Settler,
        acknowledger: Acknowledger,
        link: JobLink,
        stats: Stats,
        kinds: Mapping[str, KindInfo],
        *,
        concurrency: int,
        on_room: Callable[[], None],
    ) -> None:
        self._registry = registry
        self._inflight = inflight
        self._settler = settler
        self._acknowledger = acknowledger
        self._link = link
        self._stats = stats
        self.kinds = kinds
        """Replaced as a whole when the registry of kinds is read again."""
        self._on_room = on_room
        self._idle: deque[asyncio.Future[None]] = deque()
        self._stopping = False
        self.slots = [Slot() for _ in range(concurrency)]

    async def run(self) -> None:
        """Until `stop`, and until every running handler has ended."""
        async with asyncio.TaskGroup() as group:
            for number, slot in enumerate(self.slots):
                slot.task = group.create_task(self._serve(slot), name=f"slot-{number}")

    def offer(self) -> None:
        """Jobs were added to the line: wake as many idle slots."""
        for _ in range(min(len(self._inflight.waiting), len(self._idle))):
            waiter = self._idle.popleft()
            if not waiter.done():
                waiter.set_result(None)

    def stop(self) -> None:
        """Start no further job."""
        self._stopping = True
        while self._idle:
            waiter = self._idle.popleft()
            if not waiter.done():
                waiter.set_result(None)

    async def _serve(self, slot: Slot) -> None:
        waiting, loop = self._inflight.waiting, asyncio.get_running_loop()
        since_yield = 0
        while not self._stopping:
            if not waiting:
                self._on_room()
                waiter = loop.create_future()
                self._idle.append(waiter)
                await waiter
                since_yield = 0
                continue
            held = waiting.popleft()
            if held.is_gone:
                self._settler.done(held, "lost")
                continue
            self._inflight.waiting_since = time.monotonic()
            self._inflight.running += 1
            try:
                await self._see_through(slot, held)
            finally:
                self._inflight.running -= 1
                slot.current = None
            since_yield += 1
            if since_yield >= JOBS_BETWEEN_YIELDS:
                since_yield = 0
                self._on_room()
                await asyncio.sleep(0)

    async def _see_through(self, slot: Slot, held: Held) -> None:
        job = held.job
        if held.is_cancelled:
            await self._settler.fail(held, "CANCELLED", "cancelled on request", retryable=False)
            return
        handler = self._registry.get(job.kind)
        if handler is None:
            # Another version of the worker may know it. Releasing it would bring it straight back here.
            log.error("unknown_kind", job_id=job.id, kind=job.kind)
            await self._settler.snooze(held, Snooze(seconds=UNKNOWN_KIND_WAIT))
            return
        context = held.context = JobContext(job, self._link)
        started = held.started_at = time.monotonic()
        kind = self.kinds.get(job.kind)
        if kind is not None and kind.timeout_seconds is not None:
            held.deadline = started + kind.timeout_seconds
        self._stats.started += 1
        slot.current = held
        try:
            result = await _attempt(handler, context)
        except asyncio.CancelledError as error:
            slot.current = None
            self._accept_cancellation(slot, context)
            await self._report(held, handler, error)
        except (Exception, SystemExit) as error:
            slot.current = None
            await self._report(held, handler, error)
        else:
            slot.current = None
            await self._succeed(held, result)
        self._stats.durations[job.kind].observe(time.monotonic() - started)

    def _accept_cancellation(self, slot: Slot, context: JobContext) -> None:
        """The slot outlives the handler's cancellation, unless the whole runner is being torn down."""
        task = slot.task
        if context.stop_reason is None and task is not None and task.cancelling():
            raise asyncio.CancelledError
        while task is not None and task.cancelling():
            task.uncancel()

    async def _succeed(self, held: Held, result: object) -> None:
        if held.is_gone:
            self._settler.done(held, "lost")
            return
        text: str | None = None
        if result is not None:
            try:
                text = to_json(result.model_dump(mode="json") if isinstance(result, BaseModel) else result)
            except (TypeError, ValueError) as error:
                await self._settler.fail(held, "INVALID_RESULT", f"the result is not JSON: {error}", retryable=False)
                return
        if held.job.batch_complete and (held.context is None or held.context.last_step is None):
            self._acknowledger.add(held, text)
        else:
            await self._settler.complete(held, text)

    async def _report(self, held: Held, handler: Handler, error: BaseException) -> None:
        """Everything but success."""
        settler, job = self._settler, held.job
        await settler.keep_last_step(held)
        reason = held.context.stop_reason if held.context is not None else None
        if held.is_gone or reason == "lost" or isinstance(error, LeaseLost):
            settler.done(held, "lost")
        elif reason == "cancel_requested" or isinstance(error, Cancelled):
            await settler.fail(held, "CANCELLED", "cancelled on request", retryable=False)
        elif reason == "timeout":
            await settler.fail(held, "TIMEOUT", f"still running after {time.monotonic() - held.started_at:.1f} s")
        elif reason == "shutdown":
            await settler.release([held])
        elif isinstance(error, Snooze):
            await settler.snooze(held, error)
        elif isinstance(error, ProviderError):
            await settler.fail_with(held, error)
        else:
            name = getattr(handler, "__module__", job.kind)
            log.error("handler_raised", job_id=job.id, kind=job.kind, handler=name, exc_info=error)
            await settler.fail(held, "INTERNAL_ERROR", f"{type(error).__name__}: {error}")


async def _attempt(handler: Handler, context: JobContext) -> object:
    try:
        return await handler(context)
    finally:
        await context.wind_up()
