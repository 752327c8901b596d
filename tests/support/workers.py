"""Workers for tests: as processes that can be killed, and inside the test for everything else."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psycopg

from workers.runtime.cli import make_sources, make_transport
from workers.runtime.job import Handler
from workers.runtime.redaction import Redactor
from workers.runtime.registry import Registry, discover
from workers.runtime.settings import WorkerSettings
from workers.runtime.stats import Health, Stats
from workers.runtime.worker import Worker

PROJECT = Path(__file__).resolve().parents[2]
HANDLERS = "tests.support.job_handlers"

PROBES = """
create table if not exists public.probe_effects (
  job_id bigint not null, attempt integer, result jsonb, at timestamptz default now()
);
revoke all on public.probe_effects from anon, authenticated;
alter table public.probe_effects enable row level security;
create or replace function private.apply_probe(p_job public.jobs, p_result jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  -- The test holds this lock to stop a completion half way.
  if p_job.payload ? 'apply_lock' then
    perform pg_advisory_xact_lock((p_job.payload ->> 'apply_lock')::bigint);
  end if;
  if p_job.payload ? 'apply_error' then
    raise exception 'the domain refuses this result';
  end if;
  insert into public.probe_effects (job_id, attempt, result) values (p_job.id, p_job.attempt, p_result);
end
$$;
"""


class Probes:
    """Two kinds of job on a queue of the test's own, and what became of their jobs.

    In a database that tests share, `suffix` makes the kinds the test's own as well.
    """

    def __init__(self, connection: psycopg.AsyncConnection[Any], queue: str, suffix: str = "") -> None:
        self.connection = connection
        self.queue = queue
        self.suffix = suffix

    @classmethod
    async def install(
        cls, connection: psycopg.AsyncConnection[Any], queue: str = "probes", suffix: str = "", **settings: Any
    ) -> Probes:
        """Register the kinds `probe` (one by one, with an apply function) and `probe_batch`."""
        await connection.execute("select pg_advisory_xact_lock(20261121);" + PROBES)
        values = {"max_attempts": 3, "lease_seconds": 2, "timeout_seconds": 60, "backoff_base_seconds": 0, **settings}
        columns = ", ".join(values)
        for kind, apply_function, batch in (("probe", "private.apply_probe", False), ("probe_batch", None, True)):
            await connection.execute(
                f"""
                insert into public.job_kinds (kind, queue, is_system, apply_function, batch_complete, {columns})
                values (%s, %s, true, %s, %s, {", ".join(["%s"] * len(values))})
                on conflict (kind) do update set queue = excluded.queue,
                  {", ".join(f"{name} = excluded.{name}" for name in values)}
                """,
                (kind + suffix, queue, apply_function, batch, *values.values()),
            )
        return cls(connection, queue, suffix)

    async def enqueue(self, kind: str = "probe", count: int = 1, *, in_seconds: float = 0, **payload: Any) -> list[int]:
        """Add jobs; returns their ids."""
        cursor = await self.connection.execute(
            "select * from public.enqueue_jobs(%s, null, array_fill(%s::jsonb, array[%s]),"
            " p_run_at => now() + make_interval(secs => %s))",
            (kind + self.suffix, json.dumps(payload, default=str), count, in_seconds),
        )
        return [row[0] for row in await cursor.fetchall()]

    async def one(self, statement: str, *parameters: Any) -> Any:
        """The first column of the only row."""
        row = await (await self.connection.execute(statement, parameters)).fetchone()
        return None if row is None else row[0]

    async def live(self, job_id: int) -> dict[str, Any] | None:
        """The row in `jobs`."""
        found: dict[str, Any] | None = await self.one("select to_jsonb(j) from public.jobs as j where id = %s", job_id)
        return found

    async def ended(self, job_id: int) -> dict[str, Any] | None:
        """The row in `job_history`."""
        found: dict[str, Any] | None = await self.one(
            "select to_jsonb(h) from public.job_history as h where id = %s", job_id
        )
        return found

    async def wait_ended(self, *job_ids: int, within: float = 20) -> list[dict[str, Any]]:
        """All of them, once all are in the history."""

        async def all_ended() -> bool:
            statement = "select count(*) from public.job_history where id = any(%s)"
            return int(await self.one(statement, list(job_ids))) >= len(job_ids)

        await until(all_ended, within)
        cursor = await self.connection.execute(
            "select to_jsonb(h) from public.job_history as h where id = any(%s) order by id", (list(job_ids),)
        )
        return [row[0] for row in await cursor.fetchall()]

    async def wait_failed(self, job_id: int, within: float = 20) -> dict[str, Any]:
        """The job, once it is in the dead letter."""

        async def failed() -> bool:
            job = await self.live(job_id)
            return job is not None and job["status"] == "failed"

        await until(failed, within)
        return await self.live(job_id) or {}

    async def effects(self, job_id: int) -> list[int]:
        """The attempts whose result was applied."""
        cursor = await self.connection.execute("select attempt from public.probe_effects where job_id = %s", (job_id,))
        return [row[0] for row in await cursor.fetchall()]


PATIENCE = 6
"""How much slower than expected a machine may be before that counts as a failure."""


async def until(condition: Callable[[], Any], within: float = 10, every: float = 0.02) -> None:
    """Return when `condition` holds; fail when it does not in `within` seconds, or several times that."""
    within *= PATIENCE
    deadline = time.monotonic() + within
    while True:
        found = condition()
        if asyncio.iscoroutine(found):
            found = await found
        if found:
            return
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {within} s: {getattr(condition, '__qualname__', condition)}")
        await asyncio.sleep(every)


async def file(path: Path, within: float = 15) -> None:
    """Return when the file exists."""
    await until(path.exists, within)


def quick(**settings: Any) -> dict[str, Any]:
    """Settings that suit tests: short polls, little patience."""
    return {
        "handlers": HANDLERS, "handlers_package": "", "poll_seconds": 0.3, "poll_fallback_seconds": 0.2,
        "drain_seconds": 5, "unhealthy_after": 0.5, "concurrency": 4, "health_port": 0, **settings,
    }  # fmt: skip


class InnerWorker:
    """A worker in this process: for the probes, or for the kinds given."""

    def __init__(self, suffix: str = "", kinds: Mapping[str, Handler] | None = None, **settings: Any) -> None:
        self.settings = WorkerSettings(**quick(**settings))
        self.stats = Stats()
        self.health = Health(self.settings.unhealthy_after)
        self.transport = make_transport(self.settings)
        redactor = Redactor(self.settings.secrets)
        registry = Registry()  # of its own: other tests discover the product's handlers
        for kind, function in (kinds or {}).items():
            registry.add(kind, function)
        for kind in ("probe", "probe_batch") if kinds is None else ():
            if (probe := discover(self.settings.handlers, None).get(kind)) is not None:
                registry.add(kind + suffix, probe)
        self.registry = registry
        self.worker = Worker(self.settings, registry, self.transport, self.stats, self.health, redactor)
        self._redactor = redactor
        self.sources: list[Any] = []
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Check the contract and begin to claim."""
        queues = await self.worker.prepare()
        self.sources = list(make_sources(self.settings, queues, self.stats, self._redactor))
        self._task = asyncio.create_task(self.worker.run(queues, self.sources))

    async def stop(self) -> None:
        """Drain."""
        self.worker.ask_to_stop()
        if self._task is not None:
            await self._task

    def outcomes(self) -> dict[str, int]:
        """How many jobs ended how."""
        totals: dict[str, int] = {}
        for (_, outcome), count in self.stats.outcomes.items():
            totals[outcome] = totals.get(outcome, 0) + count
        return totals


@asynccontextmanager
async def inner_worker(**settings: Any) -> AsyncIterator[InnerWorker]:
    """Run a worker in this process for the length of the block."""
    one = InnerWorker(**settings)
    await one.start()
    try:
        yield one
    finally:
        await one.stop()


class WorkerProcess:
    """`catalyst worker` as an operating system process."""

    def __init__(self, process: asyncio.subprocess.Process, output: Path) -> None:
        self.process = process
        self.output = output

    @classmethod
    async def start(cls, output: Path, env: Mapping[str, str], **settings: Any) -> WorkerProcess:
        """Start it; settings go into the environment."""
        values = {f"CATALYST_WORKER_{name.upper()}": str(value) for name, value in quick(**settings).items()}
        keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
        with output.open("ab") as target:
            process = await asyncio.create_subprocess_exec(
                str(Path(sys.executable).parent / "catalyst"), "worker",
                env={**keep, "PYTHONPATH": str(PROJECT), **values, **env}, cwd=PROJECT, stdout=target, stderr=target,
            )  # fmt: skip
        return cls(process, output)

    def events(self) -> list[dict[str, Any]]:
        """What it logged."""
        lines = self.output.read_text().splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    def event(self, name: str) -> dict[str, Any] | None:
        """The first log entry of this name."""
        return next((entry for entry in self.events() if entry["event"] == name), None)

    async def started(self) -> str:
        """Its base URL for /healthz and /metrics, once it claims."""
        await until(lambda: self.event("started") or self.process.returncode is not None, 20)
        entry = self.event("started")
        assert entry is not None, self.output.read_text()
        return str(entry["health"]).removesuffix("/healthz")

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    async def exit_code(self, within: float = 15) -> int:
        """Wait for its end."""
        async with asyncio.timeout(within * PATIENCE):
            return await self.process.wait()

    async def kill(self) -> None:
        """As `kill -9`."""
        if self.process.returncode is None:
            self.process.kill()
            await self.process.wait()


@asynccontextmanager
async def worker_process(output: Path, env: Mapping[str, str], **settings: Any) -> AsyncIterator[WorkerProcess]:
    """Run `catalyst worker`; nothing is left of it after the block."""
    one = await WorkerProcess.start(output, env, **settings)
    try:
        yield one
    finally:
        await one.kill()
