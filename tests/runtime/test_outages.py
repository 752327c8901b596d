"""The database or the gateway goes away under load: nothing is lost, and workers recover by themselves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
import pytest_asyncio

from stack.platform import install_platform
from stack.postgres import PostgresServer
from tests.support import run_dir
from tests.support.proxy import Proxy
from tests.support.stacks import RunningStack
from tests.support.templates import migrate
from tests.support.workers import Probes, inner_worker, until


@pytest.fixture(scope="module")
def own_server() -> PostgresServer:
    """A durable server that a test may restart; below the run's directory, so nothing of it outlives the run."""
    server = PostgresServer(run_dir.current() / f"restarted-{uuid4().hex[:6]}")
    server.start()
    try:
        install_platform(server)
        asyncio.run(migrate(server.dsn()))
        yield server
    finally:
        server.destroy()


async def connect(dsn: str) -> psycopg.AsyncConnection[tuple[object, ...]]:
    return await psycopg.AsyncConnection.connect(dsn, autocommit=True)


@pytest.mark.parametrize("mode", ["fast", "immediate"])
async def test_postgres_restarts_under_load(own_server: PostgresServer, mode: str) -> None:
    dsn = own_server.dsn()
    connection = await connect(dsn)
    probes = await Probes.install(connection, lease_seconds=4, max_attempts=5)
    ids = await probes.enqueue("probe_batch", 3000) + await probes.enqueue(count=800)
    async with inner_worker(database_url=dsn, concurrency=20, connections=6) as one:
        await until(lambda: sum(one.outcomes().values()) > 200)
        await asyncio.to_thread(own_server.stop, mode)
        await until(lambda: "unreachable" in (one.health.problem() or ""), 5)
        settled = sum(one.outcomes().values())
        assert settled < len(ids), "the restart came too late to prove anything"
        await asyncio.to_thread(own_server.start)
        await until(lambda: sum(one.outcomes().values()) > settled, 10)
        probes = Probes(await connect(dsn), "probes")
        ended = await probes.wait_ended(*ids, within=30)
        await until(lambda: one.sources[0].is_connected and one.health.problem() is None)
    assert len(ended) == len(ids)
    assert {job["status"] for job in ended} == {"completed"}
    assert await probes.one("select count(*) from public.probe_effects where job_id = any(%s)", ids) == 800
    assert (
        await probes.one("select count(distinct job_id) from public.probe_effects where job_id = any(%s)", ids) == 800
    )
    await probes.connection.close()


async def test_an_unanswered_completion_is_not_lost_and_not_applied_twice(own_server: PostgresServer) -> None:
    """The connection dies while the completion runs: before its commit, then after it."""
    dsn = own_server.dsn()
    probes = await Probes.install(await connect(dsn), lease_seconds=10)
    holder = await connect(dsn)
    lock = 777
    await holder.execute("select pg_advisory_lock(%s)", (lock,))
    [job_id] = await probes.enqueue(apply_lock=lock)
    async with inner_worker(database_url=dsn) as one:

        async def waiting() -> int | None:
            return await probes.one(
                "select pid from pg_locks where locktype = 'advisory' and objid = %s and not granted", lock
            )

        await until(waiting)
        await probes.connection.execute("select pg_terminate_backend(%s)", (await waiting(),))
        await until(lambda: one.stats.failures["settle"] >= 1)
        await until(waiting)
        await holder.execute("select pg_advisory_unlock(%s)", (lock,))
        [ended] = await probes.wait_ended(job_id)
    assert ended["attempt"] == 1
    assert await probes.effects(job_id) == [1]
    assert one.outcomes() == {"completed": 1}
    await probes.connection.close()
    await holder.close()


async def test_an_answer_lost_after_the_commit_counts_as_uncertain(own_server: PostgresServer) -> None:
    dsn = own_server.dsn()
    proxy = Proxy(own_server.port)
    await proxy.open()
    probes = await Probes.install(await connect(dsn), lease_seconds=10)
    holder = await connect(dsn)
    lock = 778
    await holder.execute("select pg_advisory_lock(%s)", (lock,))
    [job_id] = await probes.enqueue(apply_lock=lock)
    through_proxy = dsn.replace(f":{own_server.port}/", f":{proxy.port}/")
    async with inner_worker(database_url=through_proxy) as one:

        async def waiting() -> int | None:
            return await probes.one(
                "select pid from pg_locks where locktype = 'advisory' and objid = %s and not granted", lock
            )

        await until(waiting)
        await proxy.cut()
        await holder.execute("select pg_advisory_unlock(%s)", (lock,))
        await probes.wait_ended(job_id)
        await proxy.open()
        await until(lambda: one.outcomes() == {"uncertain": 1})
    assert await probes.effects(job_id) == [1]
    await probes.connection.close()
    await holder.close()
    await proxy.cut()


@pytest_asyncio.fixture
async def stack_probes(stack: RunningStack) -> AsyncIterator[Probes]:
    connection = await connect(stack.database_url)
    name = f"q{uuid4().hex[:10]}"
    yield await Probes.install(connection, name, f"_{name}", lease_seconds=5)
    await connection.close()


@pytest_asyncio.fixture
async def gateway(stack: RunningStack) -> AsyncIterator[Proxy]:
    proxy = Proxy(urlsplit(stack.url).port or 0)
    await proxy.open()
    yield proxy
    await proxy.cut()


async def test_realtime_wakes_a_sleeping_worker(stack: RunningStack, stack_probes: Probes, gateway: Proxy) -> None:
    """Over HTTPS alone; and while Realtime is away the slow poll carries on, until it is back."""
    async with inner_worker(
        transport="rest", supabase_url=f"http://127.0.0.1:{gateway.port}", supabase_secret_key=stack.secret_key,
        suffix=stack_probes.suffix, queues=stack_probes.queue, poll_seconds=60, poll_fallback_seconds=0.3,
    ) as one:  # fmt: skip
        await until(lambda: one.sources[0].is_connected and one.stats.wakes["realtime"] >= 1)
        polls = one.stats.wakes["poll"]  # those of the time before it was connected
        ended = await stack_probes.wait_ended(*await stack_probes.enqueue(), within=5)
        assert len(ended) == 1
        await until(lambda: one.stats.wakes["realtime"] >= 2)
        assert one.stats.wakes["poll"] <= polls + 1, "one may have begun before it was connected"

        await gateway.cut()
        await until(lambda: not one.sources[0].is_connected and one.health.problem() is not None)
        ids = await stack_probes.enqueue("probe_batch", 20)
        await gateway.open()
        await stack_probes.wait_ended(*ids, within=10)
        await until(lambda: one.sources[0].is_connected and one.health.problem() is None, 15)
        assert one.stats.reconnects["realtime"] == 1


async def test_the_slow_poll_carries_on_without_realtime(
    stack: RunningStack, stack_probes: Probes, gateway: Proxy
) -> None:
    await gateway.cut()
    async with inner_worker(
        database_url=stack.database_url, supabase_url=f"http://127.0.0.1:{gateway.port}", wake="realtime",
        supabase_secret_key=stack.secret_key, suffix=stack_probes.suffix, queues=stack_probes.queue,
        poll_seconds=60, poll_fallback_seconds=0.3,
    ) as one:  # fmt: skip
        for _ in range(3):
            await stack_probes.wait_ended(*await stack_probes.enqueue(), within=2)
        await until(lambda: one.health.problem() is None)
        await gateway.open()
        await until(lambda: one.sources[0].is_connected, 15)
        await stack_probes.wait_ended(*await stack_probes.enqueue(), within=5)


async def test_the_gateway_goes_away_under_load(stack: RunningStack, stack_probes: Probes, gateway: Proxy) -> None:
    ids = await stack_probes.enqueue("probe_batch", 300) + await stack_probes.enqueue(count=50)
    async with inner_worker(
        transport="rest", supabase_url=f"http://127.0.0.1:{gateway.port}", supabase_secret_key=stack.secret_key,
        suffix=stack_probes.suffix, queues=stack_probes.queue, wake="",
    ) as one:  # fmt: skip
        await until(lambda: sum(one.outcomes().values()) > 5)
        await gateway.cut()
        await asyncio.sleep(0.5)
        assert sum(one.outcomes().values()) < len(ids)
        await gateway.open()
        ended = await stack_probes.wait_ended(*ids, within=30)
    assert {job["status"] for job in ended} == {"completed"}
    effects = "select count(*) from public.probe_effects where job_id = any(%s)"
    assert await stack_probes.one(effects, ids) == 50


async def test_listen_wakes_a_sleeping_worker_long_before_its_poll(stack: RunningStack, stack_probes: Probes) -> None:
    async with inner_worker(
        database_url=stack.database_url, suffix=stack_probes.suffix, queues=stack_probes.queue, poll_seconds=60
    ) as one:
        await until(lambda: one.sources[0].is_connected)
        await asyncio.sleep(0.2)
        ids = []
        for _ in range(20):
            ids += await stack_probes.enqueue("probe_batch")
            await asyncio.sleep(0.03)
        await stack_probes.wait_ended(*ids, within=2)
        assert one.stats.wakes["poll"] == 0
