"""What a handler does, and what the database is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import pytest_asyncio

from tests.support.database import Database
from tests.support.workers import Probes, file, inner_worker, until, worker_process


@pytest_asyncio.fixture
async def probes(database: Database) -> AsyncIterator[Probes]:
    return await Probes.install(await database.connect(), lease_seconds=8)


async def test_results_are_applied_one_by_one_and_in_batches(database: Database, probes: Probes) -> None:
    batch = await probes.enqueue("probe_batch", 200, n=7)
    single = await probes.enqueue(count=20)
    async with inner_worker(database_url=database.dsn) as one:
        ended = await probes.wait_ended(*batch, *single)
        assert {job["status"] for job in ended} == {"completed"}
        assert all(job["result"] == {"echo": 7} for job in ended if job["id"] in batch)
        assert await probes.one("select count(*) = 20 and count(distinct job_id) = 20 from public.probe_effects")
        await until(lambda: one.outcomes() == {"completed": 220})
        assert len(one.worker.inflight) == 0


@pytest.mark.parametrize(
    ("action", "code", "attempts", "message"),
    [
        ("raise", "INTERNAL_ERROR", 3, "RuntimeError: this one always fails"),
        ("reject", "NOT_ALLOWED", 1, "the provider will never take this"),
        ("not_json", "INVALID_RESULT", 1, "the result is not JSON"),
        ("conclude_not_json", "INTERNAL_ERROR", 3, "is not JSON serializable"),
    ],
)
async def test_failures_end_in_the_dead_letter(
    database: Database, probes: Probes, action: str, code: str, attempts: int, message: str
) -> None:
    [job_id] = await probes.enqueue(do=action)
    async with inner_worker(database_url=database.dsn):
        dead = await probes.wait_failed(job_id)
    assert (dead["error_code"], dead["attempt"]) == (code, attempts)
    assert message in dead["error_message"]


async def test_a_refused_result_is_tried_again_and_then_fails(database: Database, probes: Probes) -> None:
    [job_id] = await probes.enqueue(apply_error=True)
    async with inner_worker(database_url=database.dsn):
        dead = await probes.wait_failed(job_id)
    assert (dead["error_code"], dead["attempt"]) == ("APPLY_FAILED", 3)
    assert "the domain refuses this result" in dead["error_message"]
    assert await probes.effects(job_id) == []


async def test_a_last_step_is_stored_with_the_end(database: Database, probes: Probes, tmp_path: Path) -> None:
    [job_id] = await probes.enqueue(do="conclude", dir=tmp_path)
    async with inner_worker(database_url=database.dsn):
        [ended] = await probes.wait_ended(job_id)
    assert (ended["result"], ended["step"]) == ({"attempt": 1, "worked_out": 1}, "last")
    assert await probes.effects(job_id) == [1]


@pytest.mark.parametrize(("refusal", "attempts"), [({"apply_error": True}, 3), ({"then": "fail"}, 2)])
async def test_a_last_step_outlives_an_end_that_failed(
    database: Database, probes: Probes, tmp_path: Path, refusal: dict[str, object], attempts: int
) -> None:
    [job_id] = await probes.enqueue(do="conclude", dir=tmp_path, **refusal)
    async with inner_worker(database_url=database.dsn):
        if attempts == 3:
            await probes.wait_failed(job_id)
        else:
            [ended] = await probes.wait_ended(job_id)
            assert ended["result"] == {"attempt": 2, "worked_out": 1}
    assert (tmp_path / "steps").read_text() == "1\n"


async def test_who_counted_on_a_last_step_hears_that_it_is_refused(
    database: Database, probes: Probes, tmp_path: Path
) -> None:
    await probes.connection.execute(
        "create function private.refuse_step(p_job public.jobs, p_step text, p_state jsonb) returns void"
        " language plpgsql set search_path = '' as $$ begin raise exception 'the domain refuses this step'; end $$"
    )
    await probes.connection.execute(
        "update public.job_kinds set step_function = 'private.refuse_step', max_attempts = 1 where kind = 'probe'"
    )
    [job_id] = await probes.enqueue(do="conclude_owing", dir=tmp_path)
    async with inner_worker(database_url=database.dsn):
        dead = await probes.wait_failed(job_id)
    assert (dead["error_code"], dead["error_message"]) == ("APPLY_FAILED", "the domain refuses this step")
    assert (tmp_path / "settled").read_text() == "['last']\n[]\n"


async def test_retry_after_is_honoured(database: Database, probes: Probes) -> None:
    [job_id] = await probes.enqueue(do="retry")
    async with inner_worker(database_url=database.dsn) as one:
        await until(lambda: one.outcomes() == {"retry": 1})
    assert await probes.one(
        "select extract(epoch from run_at - now()) between 3500 and 3600 from jobs where id = %s", job_id
    )


async def test_snooze_comes_back_with_its_state(database: Database, probes: Probes) -> None:
    [job_id] = await probes.enqueue(do="snooze")
    async with inner_worker(database_url=database.dsn):
        [ended] = await probes.wait_ended(job_id)
    assert ended["result"] == {"attempt": 1, "state": {"asked": True}}


async def test_poison_ends_and_the_others_go_on(database: Database, probes: Probes, tmp_path: Path) -> None:
    await probes.connection.execute(
        "update public.job_kinds set max_attempts = 2, lease_seconds = 1, timeout_seconds = 1 where kind = 'probe'"
    )
    poison = {action: (await probes.enqueue(do=action))[0] for action in ("raise", "kill", "hang")}
    good = await probes.enqueue(count=30) + await probes.enqueue("probe_batch", 100)

    async def keep_a_worker_alive() -> None:
        while True:
            async with worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}) as worker:
                await worker.process.wait()

    service = asyncio.create_task(keep_a_worker_alive())
    try:
        await asyncio.gather(*(probes.wait_failed(job_id, 40) for job_id in poison.values()))
        ended = await probes.wait_ended(*good)
    finally:
        service.cancel()
        await asyncio.gather(service, return_exceptions=True)
    assert {job["status"] for job in ended} == {"completed"}
    assert await probes.one("select count(*) = count(distinct job_id) from public.probe_effects")
    codes = {action: (await probes.live(job_id) or {})["error_code"] for action, job_id in poison.items()}
    assert codes["raise"] == "INTERNAL_ERROR"
    assert codes["kill"] == "LEASE_EXPIRED"
    assert codes["hang"] in ("TIMEOUT", "LEASE_EXPIRED")  # its process may be the one that was killed


async def test_a_handler_past_its_time_is_interrupted(database: Database, probes: Probes) -> None:
    await probes.connection.execute(
        "update public.job_kinds set timeout_seconds = 1, max_attempts = 1 where kind = 'probe'"
    )
    [job_id] = await probes.enqueue(do="hang")
    async with inner_worker(database_url=database.dsn) as one:
        dead = await probes.wait_failed(job_id)
        assert dead["error_code"] == "TIMEOUT"
        await until(lambda: one.worker.inflight.running == 0)


async def test_cancel_reaches_a_running_handler(database: Database, probes: Probes, tmp_path: Path) -> None:
    [job_id] = await probes.enqueue(do="wait", dir=tmp_path)
    async with inner_worker(database_url=database.dsn):
        await file(tmp_path / "started-1")
        assert await probes.one("select private.cancel_job(%s)", job_id) == "cancel_requested"
        [ended] = await probes.wait_ended(job_id, within=5)
    assert ended["status"] == "cancelled"
    assert await probes.effects(job_id) == []


async def test_what_a_handler_owes_is_settled_before_its_failure_is_told(
    database: Database, probes: Probes, tmp_path: Path
) -> None:
    """By a call to the database as well, though the handler was interrupted."""
    await probes.connection.execute("update public.job_kinds set max_attempts = 1 where kind = 'probe'")
    (tmp_path / "raising").mkdir()
    (tmp_path / "raising" / "go").touch()
    [stopped] = await probes.enqueue(do="owe", dir=tmp_path)
    [raising] = await probes.enqueue(do="owe", dir=tmp_path / "raising", raises=True)
    async with inner_worker(database_url=database.dsn):
        await file(tmp_path / "started-1")
        assert await probes.one("select private.cancel_job(%s)", stopped) == "cancel_requested"
        [ended] = await probes.wait_ended(stopped, within=5)
        await probes.wait_failed(raising)
    assert ended["status"] == "cancelled"
    assert (tmp_path / "settled-1").read_text() == "cancel_requested"
    assert (tmp_path / "raising" / "settled-1").read_text() == "None"


async def test_what_a_handler_owes_is_settled_when_it_succeeds_as_well(
    database: Database, probes: Probes, tmp_path: Path
) -> None:
    (tmp_path / "go").touch()
    [job_id] = await probes.enqueue(do="owe", dir=tmp_path)
    async with inner_worker(database_url=database.dsn):
        await probes.wait_ended(job_id)
    assert (tmp_path / "settled-1").read_text() == "None"


async def test_blocking_work_on_a_thread_keeps_its_lease(database: Database, probes: Probes) -> None:
    await probes.connection.execute("update public.job_kinds set lease_seconds = 3")
    [job_id] = await probes.enqueue(do="thread", seconds=5)
    async with inner_worker(database_url=database.dsn):
        [ended] = await probes.wait_ended(job_id)
    assert ended["attempt"] == 1


async def test_a_kind_without_handler_waits_for_another_worker(database: Database, probes: Probes) -> None:
    await probes.connection.execute(
        "insert into public.job_kinds (kind, queue, is_system) values ('probe_unknown', %s, true)", (probes.queue,)
    )
    [job_id] = await probes.enqueue("probe_unknown")
    async with inner_worker(database_url=database.dsn, queues=probes.queue) as one:
        await until(lambda: one.outcomes() == {"snoozed": 1})
    job = await probes.live(job_id)
    assert job is not None
    assert (job["status"], job["attempt"]) == ("queued", 0)
    assert await probes.one("select run_at > now() + interval '20 seconds' from jobs where id = %s", job_id)


async def test_a_scheduled_job_starts_on_time_without_polling(database: Database, probes: Probes) -> None:
    async with inner_worker(database_url=database.dsn, poll_seconds=60, poll_fallback_seconds=60) as one:
        await until(lambda: one.sources[0].is_connected)
        [job_id] = await probes.enqueue(in_seconds=0.7)
        [ended] = await probes.wait_ended(job_id)
        assert one.stats.wakes["due"] >= 1
        assert one.stats.wakes["poll"] == 0
    late = await probes.one(
        "select extract(epoch from h.finished_at - h.created_at)::float8 - 0.7 from job_history as h where id = %s",
        job_id,
    )
    assert 0 <= late < 30, "at its time, not with the next look around"
    assert ended["attempt"] == 1


async def test_jobs_claimed_ahead_go_back_when_their_turn_does_not_come(
    database: Database, probes: Probes, tmp_path: Path
) -> None:
    """A pace measured on quick jobs must not hoard slow ones."""
    async with inner_worker(database_url=database.dsn, concurrency=1) as one:
        await probes.wait_ended(*await probes.enqueue("probe_batch", 3000))
        slow = await probes.enqueue(count=50, do="wait", dir=tmp_path)
        await file(tmp_path / "started-1")
        await until(lambda: len(one.worker.inflight.waiting) == 0 and len(one.worker.inflight) == 1, 5)
        (tmp_path / "go").touch()
        ended = await probes.wait_ended(*slow)
    assert {job["attempt"] for job in ended} == {1}


async def test_the_worker_role_is_all_a_worker_needs(database: Database, probes: Probes) -> None:
    admin = await database.connect("supabase_admin")
    role, password = f"probe_worker_{uuid4().hex[:8]}", uuid4().hex
    await admin.execute(f"create role {role} login password '{password}' in role catalyst_worker")
    own = urlsplit(database.dsn)
    dsn = own._replace(netloc=f"{role}:{password}@{own.hostname}:{own.port}").geturl()
    try:
        ids = await probes.enqueue("probe_batch", 5) + await probes.enqueue() + await probes.enqueue(do="snooze")
        async with inner_worker(database_url=dsn) as one:
            await until(lambda: one.sources[0].is_connected)
            ended = await probes.wait_ended(*ids)
        assert {job["status"] for job in ended} == {"completed"}
    finally:
        await admin.execute(f"drop role {role}")
