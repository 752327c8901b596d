"""What somebody waits for is loaded before it is asked for, by those workers only that listen for it."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator

import pytest_asyncio

from tests.support.database import Database
from tests.support.workers import InnerWorker, Probes, until
from workers.runtime.job import JobContext
from workers.runtime.readiness import make_ready
from workers.runtime.registry import Registry


@pytest_asyncio.fixture
async def probes(database: Database) -> AsyncIterator[Probes]:
    connection = await database.connect()
    await Probes.install(connection, "others", "_other")
    yield await Probes.install(connection)


async def probe(ctx: JobContext) -> None:
    """Nothing."""


def test_kinds_that_need_the_same_are_made_ready_once() -> None:
    def load() -> None: ...

    def other() -> None: ...

    registry = Registry()
    for kind, ready in (("one", load), ("two", load), ("three", None), ("four", other)):
        registry.add(kind, probe, ready)
    assert registry.preparations(["three", "two", "one"]) == [load]
    assert registry.preparations(["three", "unknown"]) == []


async def test_one_that_fails_keeps_no_other_from_it() -> None:
    done = threading.Event()

    def fail() -> None:
        raise ImportError("there is no such SDK")

    make_ready([fail, done.set])
    await until(done.is_set)


async def test_a_worker_claims_while_it_gets_ready_and_only_for_what_it_listens_to(
    database: Database, probes: Probes
) -> None:
    began, go_on, unwanted = threading.Event(), threading.Event(), threading.Event()

    def load() -> None:
        began.set()
        go_on.wait()

    one = InnerWorker(kinds={}, database_url=database.dsn, queues="probes")
    one.registry.add("probe", probe, load)
    one.registry.add("probe_other", probe, unwanted.set)
    await one.start()
    try:
        [job_id] = await probes.enqueue()
        await probes.wait_ended(job_id)
        await until(began.is_set)
    finally:
        await one.stop()
        assert not go_on.is_set(), "a worker that stops does not wait for it"
        go_on.set()
    assert not unwanted.is_set()
