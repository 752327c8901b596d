"""Two sessions at the same job, or the same key: exactly one outcome."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from typing import Any

import psycopg
import pytest

from tests.jobs.conftest import Queue


def code_of(error: BaseException) -> str:
    """The API error code that a statement raised."""
    assert isinstance(error, psycopg.Error), error
    message: dict[str, Any] = json.loads(error.diag.message_primary or "{}")
    return str(message["code"])


async def test_cancel_and_completion_end_a_job_once(queue: Queue) -> None:
    runs = 1000
    await queue.kind("noop", metric="generations")
    tenant = await queue.tenant()
    await queue.connection.execute("update public.plan_limits set limit_value = null where metric = 'generations'")
    await queue.enqueue("noop", tenant, runs)
    canceller = await queue.another()
    outcomes: Counter[tuple[str, str]] = Counter()
    for _ in range(runs):
        ((job, lease),) = await queue.claim()

        async def cancel(job: int = job) -> str:
            try:
                return str(await canceller.one("select public.cancel_job(%s)", job))
            except psycopg.Error as error:
                return code_of(error)

        finished, cancelled = await asyncio.gather(
            queue.one("select public.complete_job(%s, %s)", job, lease), cancel()
        )
        outcomes[(finished, cancelled)] += 1
    print(dict(outcomes))
    assert set(outcomes) <= {("completed", "CONFLICT"), ("cancelled", "cancel_requested")}
    completed = outcomes[("completed", "CONFLICT")]
    states = await queue.states()
    assert states == {
        state: count for state, count in (("completed", completed), ("cancelled", runs - completed)) if count
    }
    usage = await queue.all("select used, reserved from public.usage_counters where organization_id = %s", tenant)
    assert (completed, 0) in usage


async def test_a_hundred_enqueues_of_one_key_make_one_job(queue: Queue) -> None:
    await queue.kind("noop", metric="generations")
    tenant = await queue.tenant()
    sessions = [await queue.another() for _ in range(100)]
    call = "select public.enqueue_job('noop', %s, '{}', p_dedupe_key => 'key')"
    ids = await asyncio.gather(*(session.one(call, tenant) for session in sessions))
    assert len(set(ids)) == 1
    assert await queue.states() == {"queued": 1}
    assert await queue.one("select reserved from public.usage_counters where metric = 'generations'") == 1


async def test_when_the_winner_rolls_back_the_next_makes_the_job(queue: Queue) -> None:
    await queue.kind("noop")
    tenant = await queue.tenant()
    call = "select public.enqueue_job('noop', %s, '{}', p_dedupe_key => 'key')"
    winner, waiter = await queue.another(autocommit=False), await queue.another()
    lost = await winner.one(call, tenant)
    waiting = asyncio.create_task(waiter.one(call, tenant))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await winner.connection.rollback()
    assert await waiting != lost
    assert await queue.states() == {"queued": 1}


async def test_a_backlog_cap_holds_under_concurrency(queue: Queue) -> None:
    await queue.kind("capped", cap=2, backlog=10)
    tenant = await queue.tenant()
    sessions = [await queue.another() for _ in range(50)]
    answers = await asyncio.gather(*(session.enqueue("capped", tenant) for session in sessions), return_exceptions=True)
    refused = [code_of(answer) for answer in answers if isinstance(answer, BaseException)]
    assert refused == ["QUEUE_FULL"] * 40
    assert await queue.states() == {"queued": 2, "pending": 8}


async def test_a_signal_is_not_lost_between_claim_and_snooze(queue: Queue) -> None:
    await queue.kind("render")
    tenant = await queue.tenant()
    webhook = await queue.another()
    for run in range(200):
        await queue.enqueue("render", tenant)
        ((job, lease),) = await queue.claim()
        await asyncio.gather(
            queue.one(
                "select public.snooze_job(%s, %s, now() + interval '1 hour', null, 'p', %s)", job, lease, str(run)
            ),
            webhook.one("select public.signal_job('p', %s, '{\"done\": true}')", str(run)),
        )
        ((woken, lease),) = await queue.claim()
        assert woken == job
        assert await queue.one("select public.complete_job(%s, %s)", job, lease) == "completed"


async def test_a_rescued_job_is_lost_to_its_first_worker(queue: Queue) -> None:
    await queue.kind("noop", lease=1)
    await queue.enqueue("noop", await queue.tenant(), 200)
    jobs = await queue.claim(200)
    rescuers = [await queue.another() for _ in range(4)]
    await asyncio.sleep(1.1)
    zombie = asyncio.create_task(queue.complete(jobs))
    rescued = await asyncio.gather(*(one.one("select public.rescue_expired_jobs()") for one in rescuers))
    assert await zombie == ["lost"] * 200
    assert sum(rescued) == 200
    assert await queue.states() == {"queued": 200}
    assert await queue.one("select count(*) from public.job_logs") == 200


@pytest.mark.parametrize("end", ["rollback", "commit"])
async def test_a_claim_that_dies_before_commit_never_happened(queue: Queue, end: str) -> None:
    await queue.kind("noop")
    (job,) = await queue.enqueue("noop", await queue.tenant())
    dying = await queue.another(autocommit=False)
    assert await dying.claim() == [(job, 1)]
    if end == "rollback":
        pid = dying.connection.info.backend_pid
        await queue.connection.execute("select pg_terminate_backend(%s, 5000)", (pid,))
        assert await queue.claim() == [(job, 1)]
    else:
        await dying.connection.commit()
        assert await queue.claim() == []
