"""kill -9 at every step of a job: it finishes exactly once."""

from __future__ import annotations

import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.support.database import Database
from tests.support.workers import Probes, file, inner_worker, until, worker_process

LOCK = 4242


@pytest_asyncio.fixture
async def probes(database: Database) -> AsyncIterator[Probes]:
    return await Probes.install(await database.connect(), lease_seconds=1)


async def waiting_backend(probes: Probes) -> int:
    """The server process of the worker that waits for our lock."""

    async def found() -> int | None:
        return await probes.one(
            "select pid from pg_locks where locktype = 'advisory' and objid = %s and not granted", LOCK
        )

    await until(found, 15)
    return await found() or 0


async def finish_elsewhere(database: Database, probes: Probes, job_id: int) -> None:
    async with inner_worker(database_url=database.dsn):
        await probes.wait_ended(job_id)


@pytest.mark.parametrize("transaction", ["commits", "rolls back"])
async def test_killed_before_the_claim_commits(
    database: Database, probes: Probes, tmp_path: Path, transaction: str
) -> None:
    await probes.connection.execute(
        f"""
        create function private.hold_claim() returns trigger language plpgsql as $$
        begin perform pg_advisory_xact_lock({LOCK}); return null; end $$;
        create trigger hold_claim after update of lease on public.jobs
        for each row when (new.worker_id is not null) execute function private.hold_claim();
        """
    )
    holder = await database.connect()
    await holder.execute("select pg_advisory_lock(%s)", (LOCK,))
    [job_id] = await probes.enqueue()
    async with worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}) as worker:
        backend = await waiting_backend(probes)
        await worker.kill()
    if transaction == "rolls back":
        await probes.connection.execute("select pg_terminate_backend(%s)", (backend,))
    await holder.execute("select pg_advisory_unlock(%s)", (LOCK,))
    await finish_elsewhere(database, probes, job_id)
    assert await probes.effects(job_id) == [2 if transaction == "commits" else 1]


async def test_killed_in_the_handler(database: Database, probes: Probes, tmp_path: Path) -> None:
    [job_id] = await probes.enqueue(do="wait", dir=tmp_path)
    async with worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}) as worker:
        await file(tmp_path / "started-1")
        await worker.kill()
    (tmp_path / "go").touch()
    await finish_elsewhere(database, probes, job_id)
    assert await probes.effects(job_id) == [2]


async def test_killed_between_the_provider_call_and_the_completion(
    database: Database, probes: Probes, tmp_path: Path
) -> None:
    [job_id] = await probes.enqueue(do="call_once", dir=tmp_path)
    async with worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}) as worker:
        await file(tmp_path / "started-1")
        await worker.kill()
    (tmp_path / "go").touch()
    await finish_elsewhere(database, probes, job_id)
    assert (tmp_path / "calls").read_text().split() == [str(job_id)]
    assert await probes.effects(job_id) == [2]


@pytest.mark.parametrize("transaction", ["commits", "rolls back"])
async def test_killed_during_complete(database: Database, probes: Probes, tmp_path: Path, transaction: str) -> None:
    holder = await database.connect()
    await holder.execute("select pg_advisory_lock(%s)", (LOCK,))
    [job_id] = await probes.enqueue(apply_lock=LOCK)
    async with worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}) as worker:
        backend = await waiting_backend(probes)
        await worker.kill()
    if transaction == "rolls back":
        await probes.connection.execute("select pg_terminate_backend(%s)", (backend,))
    await holder.execute("select pg_advisory_unlock(%s)", (LOCK,))
    await finish_elsewhere(database, probes, job_id)
    assert await probes.effects(job_id) == [1 if transaction == "commits" else 2]


async def test_resumes_after_the_last_finished_step(database: Database, probes: Probes, tmp_path: Path) -> None:
    [job_id] = await probes.enqueue(do="steps", dir=tmp_path)
    async with worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}) as worker:
        await file(tmp_path / "started-1")
        await worker.kill()
    await finish_elsewhere(database, probes, job_id)
    assert (tmp_path / "steps").read_text().split() == ["one", "two", "three"]
    assert (await probes.ended(job_id) or {})["result"] == {"one": 1, "two": 1, "three": 2}


async def test_a_zombie_can_change_nothing(database: Database, probes: Probes, tmp_path: Path) -> None:
    [job_id] = await probes.enqueue(do="zombie", dir=tmp_path)
    async with worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}) as worker:
        await file(tmp_path / "started-1")
        worker.signal(signal.SIGSTOP)
        async with inner_worker(database_url=database.dsn):
            await file(tmp_path / "started-2")
            worker.signal(signal.SIGCONT)
            await file(tmp_path / "outcomes-1")
            assert (tmp_path / "interrupted-1").read_text() == "lost"
            assert (tmp_path / "outcomes-1").read_text() == "LeaseLost LeaseLost"
            job = await probes.live(job_id)
            assert job is not None
            assert (job["status"], job["attempt"], job["step"]) == ("processing", 2, None)
            (tmp_path / "go").touch()
            [ended] = await probes.wait_ended(job_id)
    assert ended["result"] == {"zombie": 2}
    assert await probes.effects(job_id) == [2]
