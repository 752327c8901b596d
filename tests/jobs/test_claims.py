"""Twenty workers on one queue: every job is claimed once and finished once."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections import Counter

import pytest

from tests.jobs.conftest import Queue


async def test_twenty_workers_never_share_a_job(queue: Queue) -> None:
    await queue.kind("noop")
    tenant = await queue.tenant()
    await queue.enqueue("noop", tenant, 10_000)
    await queue.connection.execute("update public.jobs set priority = id % 4")
    rank = dict(await queue.all("select id, row_number() over (order by priority desc, run_at, id) from public.jobs"))
    claims: Counter[tuple[int, int]] = Counter()
    waits: list[float] = []

    async def work(number: int) -> None:
        worker = await queue.another()
        last = 0
        while True:
            began = time.perf_counter()
            jobs = await worker.claim(20, f"w{number}")
            waits.append(time.perf_counter() - began)
            if not jobs:
                return
            ranks = [rank[job[0]] for job in jobs]
            assert ranks == sorted(ranks)
            assert ranks[0] > last, "a later claim got an earlier job"
            last = ranks[-1]
            claims.update(jobs)
            assert await worker.complete(jobs) == ["completed"] * len(jobs)

    await asyncio.gather(*(work(number) for number in range(20)))
    assert len(claims) == 10_000
    assert set(claims.values()) == {1}
    assert await queue.states() == {"completed": 10_000}
    print(f"claim p95 {statistics.quantiles(waits, n=20)[-1] * 1000:.1f} ms with 20 workers")


async def test_a_lock_held_by_another_is_passed_over(queue: Queue) -> None:
    await queue.kind("noop")
    first, second = await queue.enqueue("noop", await queue.tenant(), 2)
    slow = await queue.another(autocommit=False)
    assert await slow.claim() == [(first, 1)]
    assert await queue.claim() == [(second, 1)]
    await slow.connection.rollback()
    assert await queue.claim() == [(first, 1)]


async def test_a_job_handed_back_to_a_long_queue_is_soon_served(queue: Queue) -> None:
    await queue.kind("noop")
    ids = await queue.enqueue("noop", await queue.tenant(), 100)
    first = await queue.claim(10)
    await queue.claim(10)  # goes on where the first ended
    await queue.all(
        "select * from public.release_jobs(%s::bigint[], %s::integer[])",
        [job for job, _ in first], [lease for _, lease in first],
    )  # fmt: skip
    await asyncio.sleep(1.1)
    assert [job for job, _ in await queue.claim(10)] == ids[:10]
    rest = [job for _ in range(8) for job, _ in await queue.claim(10)]
    assert sorted(rest) == ids[20:]


async def test_nothing_is_left_behind_at_the_end_of_a_queue(queue: Queue) -> None:
    await queue.kind("noop")
    ids = await queue.enqueue("noop", await queue.tenant(), 30)
    first = await queue.claim(10)
    await queue.claim(10)
    await queue.all(
        "select * from public.release_jobs(%s::bigint[], %s::integer[])",
        [job for job, _ in first], [lease for _, lease in first],
    )  # fmt: skip
    ahead, behind = await queue.claim(30), await queue.claim(30)
    # After a second, which a busy machine may take, the first of these goes from the head as well.
    assert [job for job, _ in ahead] in (ids[20:], ids[:10] + ids[20:])
    assert sorted(job for job, _ in ahead + behind) == ids[:10] + ids[20:]


async def test_queues_take_turns(queue: Queue) -> None:
    tenant = await queue.tenant()
    for name in ("busy", "quiet"):
        await queue.kind(name, queue=name)
        await queue.enqueue(name, tenant, 1000 if name == "busy" else 1)
    for _ in range(30):
        found = await queue.all("select kind from public.claim_jobs(array['busy', 'quiet'], 'w', 1)")
        if found == [("quiet",)]:
            return
    pytest.fail("a full queue starved another")


@pytest.mark.parametrize("beside", ["finished", "future", "elsewhere", "pending", "paused"])
async def test_a_claim_reads_only_what_it_takes(queue: Queue, beside: str) -> None:
    tenant = await queue.tenant()
    await queue.kind("noop")
    rows = 100_000
    if beside == "finished":
        await queue.connection.execute(
            "insert into public.job_history (id, organization_id, kind, queue, status, priority, attempt, max_attempts,"
            " created_at) select -n, %s, 'noop', 'race', 'completed', 1, 1, 3, now() from generate_series(1, %s) as n",
            (tenant, rows),
        )
    elif beside == "future":
        await queue.connection.execute(
            "select count(*) from public.enqueue_jobs('noop', %s, array_fill('{}'::jsonb, array[%s]),"
            " p_run_at => now() + interval '1 day')",
            (tenant, rows),
        )
    else:
        await queue.kind(
            "other", queue="else" if beside == "elsewhere" else "race", cap=1 if beside == "pending" else None
        )
        await queue.enqueue("other", tenant, rows)
        if beside == "paused":
            await queue.connection.execute("select public.pause_jobs('other')")
            # The update that sets them aside leaves as many dead entries, which autovacuum would find within a minute.
            await queue.connection.execute("vacuum public.jobs")
        elif beside == "pending":
            await queue.claim()
    await queue.enqueue("noop", tenant, 10)
    await queue.claim()  # plans are made
    plan = await queue.one(
        "explain (analyze, buffers, format json) select * from public.claim_jobs(array['race'], 'w', 1)"
    )
    buffers = plan[0]["Plan"]["Shared Hit Blocks"] + plan[0]["Plan"]["Shared Read Blocks"]
    print(f"beside {rows} {beside}: {buffers} blocks, {plan[0]['Execution Time']:.2f} ms")
    assert plan[0]["Plan"]["Actual Rows"] == 1
    assert buffers < 150
