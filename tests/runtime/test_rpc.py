"""A handler's question to the database is answered when the database can, and not after the lease."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import pytest_asyncio

from tests.support.database import Database
from tests.support.proxy import Proxy
from workers.runtime.errors import LeaseLost, RateLimited, Rejected
from workers.runtime.inflight import InFlight
from workers.runtime.job import ClaimedJob, JobContext
from workers.runtime.leases import Link
from workers.runtime.redaction import Redactor
from workers.runtime.settling import Settler
from workers.runtime.stats import Stats
from workers.runtime.together import together
from workers.runtime.transport.postgres import PostgresTransport


class Bench:
    """A held job, and the way to its database."""

    def __init__(self, proxy: Proxy, transport: PostgresTransport) -> None:
        self.proxy = proxy
        self.inflight = InFlight()
        now = datetime.now(UTC)
        job = ClaimedJob(
            1, "probe", "q", uuid4(), None, {}, 1, 3, 7, now, 30, 1, {}, None, now, batch_complete=False
        )  # fmt: skip
        self.inflight.accept([job], time.monotonic())
        settler = Settler(transport, self.inflight, Stats(), Redactor())
        self.ctx = JobContext(job, Link(transport, self.inflight, settler))

    def lose(self) -> None:
        held = self.inflight.get(1)
        assert held is not None
        held.lose()


@pytest_asyncio.fixture
async def bench(database: Database) -> AsyncIterator[Bench]:
    port = urlsplit(database.dsn).port or 0
    proxy = Proxy(port)
    await proxy.open()
    transport = PostgresTransport(database.dsn.replace(f":{port}/", f":{proxy.port}/"), call_timeout=5)
    yield Bench(proxy, transport)
    await transport.close()
    await proxy.cut()


async def take(ctx: JobContext) -> object:
    return await ctx.rpc("take_budget", p_provider="x", p_resource="posts", p_connection_id=uuid4())


async def test_an_answer_is_waited_for_until_the_database_is_back(bench: Bench) -> None:
    assert await take(bench.ctx)
    await bench.proxy.cut()
    asking = asyncio.create_task(take(bench.ctx))
    await asyncio.sleep(0.5)
    assert not asking.done()
    await bench.proxy.open()
    assert (await asking)["granted"] is True  # type: ignore[index]


async def test_nobody_waits_longer_than_the_lease(bench: Bench) -> None:
    await bench.proxy.cut()
    asking = asyncio.create_task(take(bench.ctx))
    await asyncio.sleep(0.2)
    bench.lose()
    with pytest.raises(LeaseLost):
        await asking
    await bench.proxy.open()
    with pytest.raises(LeaseLost):
        await take(bench.ctx)


async def test_a_refusal_has_the_code_of_the_database(bench: Bench, database: Database) -> None:
    with pytest.raises(Rejected) as caught:
        await bench.ctx.rpc("take_budget", p_provider="x", p_resource="nothing")
    assert caught.value.code == "VALIDATION_ERROR"
    with pytest.raises(Rejected) as caught:
        await bench.ctx.rpc("no_such_function")
    assert caught.value.code == "42883"
    admin = await database.connect()
    await admin.execute(
        """
        create function public.probe_pause() returns integer language plpgsql set search_path = '' as $$
        begin perform private.raise_error('RATE_LIMITED', 'come back later'); return 1; end $$;
        grant execute on function public.probe_pause() to catalyst_worker
        """
    )
    with pytest.raises(RateLimited, match="come back later"):
        await bench.ctx.rpc("probe_pause")


@pytest.mark.parametrize(("width", "most"), [(1, 1), (3, 3), (9, 5)])
async def test_pieces_of_work_run_as_wide_as_allowed_and_in_order(width: int, most: int) -> None:
    started: list[int] = []
    running, widest = 0, 0

    def piece(number: int):  # type: ignore[no-untyped-def]
        async def work() -> None:
            nonlocal running, widest
            started.append(number)
            running += 1
            widest = max(widest, running)
            await asyncio.sleep(0.01)
            running -= 1

        return work

    await together([piece(number) for number in range(5)], width)
    assert started == [0, 1, 2, 3, 4]
    assert widest == most


async def test_the_first_failure_stops_the_other_pieces() -> None:
    ended: list[str] = []

    async def fail() -> None:
        await asyncio.sleep(0.01)
        raise Rejected("no")

    async def wait() -> None:
        try:
            await asyncio.sleep(30)
        finally:
            ended.append("stopped")

    async def never() -> None:
        ended.append("started")

    with pytest.raises(Rejected, match="no"):
        await together([wait, fail, never], 2)
    assert ended == ["stopped"]
