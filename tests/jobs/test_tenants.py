"""Tenants share the workers: nobody waits for somebody else's backlog, and the counts stay right."""

from __future__ import annotations

import asyncio
import random

import psycopg

from tests.jobs.conftest import Queue


async def test_a_flood_of_one_tenant_delays_another_by_one_lease_of_work(queue: Queue) -> None:
    await queue.kind("capped", cap=4)
    noisy, quiet = await queue.tenant(), await queue.tenant()
    await queue.enqueue("capped", noisy, 10_000)
    running = await queue.claim(4)
    for _ in range(20):  # the flood is being worked off when the other tenant comes
        await queue.complete(running)
        running = await queue.claim(4)
    (job,) = await queue.enqueue("capped", quiet)
    rounds = 0
    while job not in [claimed[0] for claimed in running]:
        rounds += 1
        assert rounds <= 1, "the job waited for more than the work already under way"
        await queue.complete(running)
        running = await queue.claim(4)


async def test_a_flood_does_not_slow_a_claim_of_another_tenant(queue: Queue) -> None:
    await queue.kind("capped", cap=4)
    noisy, quiet = await queue.tenant(), await queue.tenant()
    await queue.enqueue("capped", noisy, 100_000)
    assert await queue.states() == {"queued": 4, "pending": 99_996}
    assert len(await queue.claim(10)) == 4
    (job,) = await queue.enqueue("capped", quiet)
    assert await queue.claim(10) == [(job, 1)]


async def test_concurrent_settling_neither_deadlocks_nor_miscounts(queue: Queue) -> None:
    kinds, tenants = ["one", "two", "three"], [await queue.tenant() for _ in range(4)]
    for kind in kinds:
        await queue.kind(kind, cap=3, metric="generations", attempts=2)
    await queue.connection.execute("update public.plan_limits set limit_value = null where metric = 'generations'")
    stop = asyncio.Event()
    errors: list[str] = []

    async def guarded(session: Queue, act: str, *values: object) -> None:
        try:
            await session.all(act, *values)
        except psycopg.Error as error:
            if error.sqlstate != "PGRST":
                errors.append(f"{error.sqlstate} {error}")

    async def work(number: int) -> None:
        session, chance = await queue.another(), random.Random(number)
        while not stop.is_set():
            jobs = await session.claim(chance.randint(1, 12), f"w{number}")
            if not jobs:
                await asyncio.sleep(0.005)
                continue
            chance.shuffle(jobs)
            cut = chance.randint(0, len(jobs))
            if jobs[:cut]:
                await guarded(
                    session, "select * from public.complete_jobs(%s::bigint[], %s::integer[])",
                    [job[0] for job in jobs[:cut]], [job[1] for job in jobs[:cut]],
                )  # fmt: skip
            for job, lease in jobs[cut:]:
                await guarded(session, "select public.fail_job(%s, %s, 'X', 'x', true, 0)", job, lease)

    async def meddle(number: int) -> None:
        session, chance = await queue.another(), random.Random(100 + number)
        for _ in range(150):
            await guarded(
                session, "select public.enqueue_jobs(%s, %s, array_fill('{}'::jsonb, array[%s]))",
                chance.choice(kinds), chance.choice(tenants), chance.randint(1, 5),
            )  # fmt: skip
            await guarded(
                session,
                "select public.cancel_job(id) from public.jobs where status <> 'failed' order by random() limit 1",
            )
            if chance.random() < 0.1:
                await guarded(session, "select private.sweep_jobs()")
                await guarded(session, "select * from private.reconcile_job_slots()")

    workers = [asyncio.create_task(work(number)) for number in range(6)]
    await asyncio.gather(*(meddle(number) for number in range(4)))
    for _ in range(3600):
        if not await queue.one("select count(*) from public.jobs where status <> 'failed'"):
            break
        await asyncio.sleep(0.05)
    stop.set()
    await asyncio.gather(*workers)
    assert not errors, "\n".join(errors)
    assert await queue.all("select * from private.reconcile_job_slots()") == [], "the counts drifted"
    assert await queue.one("select count(*) from public.jobs where status <> 'failed'") == 0, "a job was left waiting"
    assert await queue.one("select sum(active_count + pending_count) from private.job_slots") == 0
    completed = (await queue.states()).get("completed", 0)
    assert completed > 0
    assert await queue.one(
        "select array[sum(used), sum(reserved)] from public.usage_counters where metric = 'generations'"
    ) == [completed, 0]


async def test_a_place_is_filled_while_others_hold_pending_jobs(queue: Queue) -> None:
    await queue.kind("capped", cap=1)
    tenant = await queue.tenant()
    first, second, third = await queue.enqueue("capped", tenant, 3)
    slow = await queue.another(autocommit=False)
    await slow.all("select id from public.jobs where id = %s for update", second)
    ((job, lease),) = await queue.claim()
    assert job == first
    await queue.complete([(job, lease)])
    await slow.connection.rollback()
    assert [claimed[0] for claimed in await queue.claim(5)] == [third]
