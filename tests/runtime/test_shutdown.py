"""SIGTERM drains; a second one stops at once; a worker that cannot work says so and does not start."""

from __future__ import annotations

import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.support.database import Database
from tests.support.ports import nobody_answers
from tests.support.workers import InnerWorker, Probes, file, until, worker_process
from workers.runtime.worker import CannotStart


@pytest_asyncio.fixture
async def probes(database: Database) -> AsyncIterator[Probes]:
    return await Probes.install(await database.connect(), lease_seconds=30)


async def test_sigterm_finishes_what_it_can_and_hands_back_the_rest(
    database: Database, probes: Probes, tmp_path: Path
) -> None:
    for name in ("quick", "slow"):
        (tmp_path / name).mkdir()
    [quick_id] = await probes.enqueue(do="wait", dir=tmp_path / "quick")
    [slow_id] = await probes.enqueue(do="wait", dir=tmp_path / "slow")
    async with worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}, drain_seconds=6) as worker:
        await file(tmp_path / "quick" / "started-1")
        await file(tmp_path / "slow" / "started-1")
        worker.signal(signal.SIGTERM)
        await until(lambda: worker.event("draining"))
        [late_id] = await probes.enqueue()
        (tmp_path / "quick" / "go").touch()
        assert await worker.exit_code() == 0
    assert (await probes.ended(quick_id) or {})["status"] == "completed"
    handed_back, late = await probes.live(slow_id), await probes.live(late_id)
    assert handed_back is not None
    assert late is not None
    assert (handed_back["status"], handed_back["attempt"]) == ("queued", 0)
    assert (late["status"], late["lease"]) == ("queued", 0)


async def test_an_idle_worker_stops_at_once(database: Database, probes: Probes, tmp_path: Path) -> None:
    async with worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}, drain_seconds=60) as worker:
        await worker.started()
        asked = time.monotonic()
        worker.signal(signal.SIGTERM)
        assert await worker.exit_code() == 0
        assert time.monotonic() - asked < 30, "it waits for nothing"


@pytest.mark.parametrize("action", ["wait", "block"])
async def test_a_second_signal_stops_at_once(database: Database, probes: Probes, tmp_path: Path, action: str) -> None:
    [job_id] = await probes.enqueue(do=action, dir=tmp_path, seconds=60)
    async with worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}, drain_seconds=60) as worker:

        async def runs() -> bool:
            return ((await probes.live(job_id)) or {})["status"] == "processing"

        await until(runs)
        worker.signal(signal.SIGTERM)
        worker.signal(signal.SIGINT)
        assert await worker.exit_code(3) == 143
    job = await probes.live(job_id)
    assert job is not None
    assert job["status"] == "processing"  # its lease lapses, then it is rescued


async def test_refuses_a_database_without_engine(platform_database: Database, tmp_path: Path) -> None:
    async with worker_process(tmp_path / "log", {"DATABASE_URL": platform_database.dsn}) as worker:
        assert await worker.exit_code() == 3
        assert (
            "The database has no job engine. Push the migrations first: catalyst migrate up."
            in worker.output.read_text()
        )


@pytest.mark.parametrize(("version", "advice"), [(0, "Push the newer migrations"), (2, "Deploy a newer worker")])
async def test_refuses_another_version_of_the_engine(
    database: Database, probes: Probes, version: int, advice: str
) -> None:
    await probes.connection.execute("alter function public.worker_contract rename to worker_contract_now")
    await probes.connection.execute(
        "create function public.worker_contract(text[]) returns jsonb language sql as"
        f" $$ select public.worker_contract_now($1) || '{{\"engine\": {version}}}' $$"
    )
    with pytest.raises(CannotStart, match=advice):
        await InnerWorker(database_url=database.dsn).start()


async def test_refuses_when_no_kind_is_known(database: Database) -> None:
    with pytest.raises(CannotStart, match="no queue to claim from"):
        await InnerWorker(database_url=database.dsn).start()


@pytest.mark.parametrize(
    ("env", "sentence"),
    [
        ({}, "set DATABASE_URL, or SUPABASE_URL and SUPABASE_SECRET_KEY"),
        ({"SUPABASE_URL": "https://x.test"}, "REST and Realtime need SUPABASE_SECRET_KEY"),
        ({"DATABASE_URL": "x", "CATALYST_WORKER_CONCURRENCY": "0"}, "concurrency: Input should be greater than"),
        ({"DATABASE_URL": "x", "CATALYST_WORKER_HANDLERS": "no.such"}, "there is no handler module 'no.such'"),
    ],
)
async def test_wrong_settings_are_one_sentence(tmp_path: Path, env: dict[str, str], sentence: str) -> None:
    async with worker_process(tmp_path / "log", env) as worker:
        assert await worker.exit_code() == 2
    output = worker.output.read_text()
    assert sentence in output
    assert "Traceback" not in output


async def test_waits_for_a_database_that_is_not_there_yet(tmp_path: Path) -> None:
    with nobody_answers() as port:
        dsn = f"postgresql://nobody:sesame-open@127.0.0.1:{port}/none"
        async with worker_process(tmp_path / "log", {"DATABASE_URL": dsn}) as worker:
            await until(lambda: worker.event("waiting_for_database"), 10)
            worker.signal(signal.SIGTERM)
            assert await worker.exit_code() == 0
    assert "sesame" not in worker.output.read_text()
