"""Puts the services of one worker process together, and takes them apart in order when it stops."""

from __future__ import annotations

import asyncio
import gc
import os
import secrets
import socket
import time
from collections.abc import Coroutine, Sequence
from typing import Any

import structlog

from workers.runtime.acknowledger import Acknowledger
from workers.runtime.backoff import Backoff
from workers.runtime.claimer import Claimer
from workers.runtime.inflight import InFlight
from workers.runtime.leases import Heartbeats, Link
from workers.runtime.readiness import make_ready
from workers.runtime.redaction import Redactor
from workers.runtime.registry import Registry
from workers.runtime.runner import Runner
from workers.runtime.settings import WorkerSettings
from workers.runtime.settling import Settler
from workers.runtime.stats import Health, Stats
from workers.runtime.transport.base import Contract, EngineMissing, Transport, TransportError, TransportUnavailable
from workers.runtime.wakeups.base import WakeSource
from workers.runtime.watchdog import Watchdog

log = structlog.get_logger("catalyst.worker")

ENGINE_VERSIONS = range(1, 2)
"""Versions of `worker_contract` this worker can work with."""

CONTRACT_EVERY = 60.0
STOP_WITHIN = 2.0
"""Seconds that interrupted handlers get to clean up, and the last acknowledgements to arrive."""


class CannotStart(Exception):  # noqa: N818 (reads as what happened)
    """The database and this worker do not fit together; the message says why and what to do."""


class Worker:
    """One process: claims, runs and settles until told to stop."""

    def __init__(
        self,
        settings: WorkerSettings,
        registry: Registry,
        transport: Transport,
        stats: Stats,
        health: Health,
        redactor: Redactor,
    ) -> None:
        self.inflight = InFlight()
        self.worker_id = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"[-200:]
        self._settings = settings
        self._registry = registry
        self._transport = transport
        self._stats = stats
        self._health = health
        self._redactor = redactor
        self._stop_asked = asyncio.Event()
        self._misfit: str | None = None

    def ask_to_stop(self) -> None:
        """Begin to drain."""
        self._stop_asked.set()

    async def prepare(self) -> list[str]:
        """Wait for the database, check that it fits, and name the queues to claim from."""
        contract = await self._first_contract()
        if contract is None:
            return []
        check_version(contract.version)
        self._kinds = contract.kinds
        if unknown := [kind for kind in self._registry.kinds if kind not in contract.kinds]:
            log.warning("kinds_not_registered", kinds=unknown, hint="these handlers have no row in job_kinds")
        queues = list(self._settings.queues) or sorted({info.queue for info in contract.kinds.values()})
        if not queues:
            raise CannotStart(
                "No handler here belongs to a kind in job_kinds, so there is no queue to claim from. "
                "Run the migrations that register the kinds, or name queues with --queues."
            )
        return queues

    async def run(self, queues: Sequence[str], sources: Sequence[WakeSource]) -> None:
        """Work until asked to stop, then drain. Raises `CannotStart` when the engine changed under it."""
        settings, transport, inflight, stats = self._settings, self._transport, self.inflight, self._stats
        settler = Settler(transport, inflight, stats, self._redactor)
        claimer = Claimer(
            transport, inflight, settings, stats, self._health, self._redactor,
            queues=queues, worker_id=self.worker_id,
            on_jobs=lambda: runner.offer(),
            has_wake_source=lambda: any(source.is_connected for source in sources),
        )  # fmt: skip
        acknowledger = Acknowledger(
            transport, settler, inflight, settings, stats, self._redactor, on_settled=claimer.room_made
        )
        runner = Runner(
            self._registry, inflight, settler, acknowledger, Link(transport, inflight, settler), stats, self._kinds,
            concurrency=settings.concurrency, on_room=claimer.room_made,
        )  # fmt: skip
        heartbeats = Heartbeats(transport, inflight, stats, self._redactor)
        watchdog = Watchdog(inflight, runner.slots, settler, self._health)

        async with asyncio.TaskGroup() as group:

            def start(name: str, service: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
                return group.create_task(service, name=name)

            claiming = start("claimer", claimer.run())
            running = start("runner", runner.run())
            acknowledging = start("acknowledger", acknowledger.run())
            start("heartbeats", heartbeats.run())
            start("watchdog", watchdog.run())
            listened_to = [kind for kind, info in self._kinds.items() if info.queue in queues]
            make_ready(self._registry.preparations(listened_to))
            background = [start(source.name, source.run(claimer.wake)) for source in sources]
            background.append(start("contract", self._follow_contract(runner)))

            await self._stop_asked.wait()
            deadline = time.monotonic() + settings.drain_seconds
            self._health.draining = True
            log.info("draining", held=len(inflight), running=inflight.running, seconds=settings.drain_seconds)
            for task in background:
                task.cancel()
            claimer.stop()
            await _until([claiming], deadline)
            claiming.cancel()
            runner.stop()
            await settler.release(inflight.take_waiting())
            await _until([running], deadline)
            if not running.done():
                for slot in runner.slots:
                    if slot.current is not None and slot.current.context is not None:
                        slot.current.context.stop("shutdown")
                await _until([running], time.monotonic() + STOP_WITHIN)
            acknowledger.close()
            await _until([acknowledging], max(deadline, time.monotonic() + STOP_WITHIN))
            for task in (running, acknowledging):
                task.cancel()
            heartbeats.stop()
            watchdog.stop()
        await transport.close()
        log.info("stopped", left_to_lapse=len(inflight))
        if self._misfit is not None:
            raise CannotStart(self._misfit)

    async def _first_contract(self) -> Contract | None:
        """Null when asked to stop before the database answered."""
        backoff = Backoff(first=0.1, ceiling=3.0)
        while not self._stop_asked.is_set():
            try:
                return await self._transport.contract(self._registry.kinds)
            except EngineMissing as error:
                raise CannotStart(
                    f"{str(error).capitalize()}. Push the migrations first: catalyst migrate up."
                ) from error
            except TransportUnavailable as error:
                message = self._redactor(str(error))
                if self._stats.failures["contract"] == 0:
                    log.warning("waiting_for_database", reason=message)
                self._stats.failures["contract"] += 1
                self._health.claim_failed(message, unreachable=True)
            except TransportError as error:
                raise CannotStart(f"The database refused the worker: {self._redactor(str(error))}") from error
            try:
                async with asyncio.timeout(backoff.delay()):
                    await self._stop_asked.wait()
            except TimeoutError:
                continue
        return None

    async def _follow_contract(self, runner: Runner) -> None:
        """Changed timeouts take effect, and a migration that this worker cannot follow stops it."""
        while True:
            await asyncio.sleep(CONTRACT_EVERY)
            try:
                contract = await self._transport.contract(self._registry.kinds)
            except TransportError:
                continue  # the claimer tells that story
            runner.kinds = contract.kinds
            try:
                check_version(contract.version)
            except CannotStart as error:
                self._misfit = str(error)
                self.ask_to_stop()


def relax_collector() -> None:
    """For a process that is a worker and nothing else, before `run`.

    Jobs are freed by reference count; looking for cycles among thousands of held ones cost a third of the CPU.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def check_version(version: int) -> None:
    """Refuse an engine that this worker does not know."""
    if version < ENGINE_VERSIONS.start:
        raise CannotStart(
            f"The database's job engine is version {version}; this worker needs {ENGINE_VERSIONS.start}. "
            "Push the newer migrations: catalyst migrate up."
        )
    if version >= ENGINE_VERSIONS.stop:
        raise CannotStart(
            f"The database's job engine is version {version}; this worker knows up to {ENGINE_VERSIONS.stop - 1}. "
            "Deploy a newer worker."
        )


async def _until(tasks: Sequence[asyncio.Task[None]], deadline: float) -> None:
    await asyncio.wait(tasks, timeout=max(0.0, deadline - time.monotonic()))
