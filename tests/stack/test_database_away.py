"""What clients are told while Postgres has no connection left, or is not there at all."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import psycopg
import pytest
import pytest_asyncio

from stack.postgres import PostgresServer
from tests.support import run_dir
from tests.support.stacks import RunningStack, access_token, destroy_stack, sign_up, start_stack
from tests.support.workers import until

REQUESTS: list[tuple[str, str, Any]] = [
    ("GET", "/rest/v1/organizations?select=id", None),
    ("POST", "/rest/v1/rpc/get_quotas", {}),
    ("GET", "/auth/v1/user", None),
    ("POST", "/auth/v1/token?grant_type=password", {"email": "x@example.test", "password": "abcdefgh"}),
    ("POST", "/storage/v1/object/list/assets", {"prefix": ""}),
    ("GET", "/storage/v1/object/assets/x/y.txt", None),
]


@pytest.fixture(scope="module")
def mine() -> Iterator[RunningStack]:
    """A stack whose database these tests may starve and kill."""
    directory = run_dir.current() / "away-stack"
    yield start_stack(directory)
    destroy_stack(directory)


@pytest_asyncio.fixture(scope="module")
async def member(mine: RunningStack) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"apikey": mine.publishable_key, "authorization": f"Bearer {await access_token(await sign_up(mine))}"}
    async with httpx.AsyncClient(base_url=mine.url, headers=headers, timeout=60) as client:
        yield client


async def everything(client: httpx.AsyncClient) -> list[httpx.Response]:
    return list(await asyncio.gather(*(client.request(method, path, json=body) for method, path, body in REQUESTS)))


def check_unavailable(answer: httpx.Response) -> None:
    """A status that says "later", and why, in the service's own shape."""
    where = f"{answer.request.url.path}: {answer.status_code} {answer.text}"
    assert answer.status_code in (503, 504), where
    assert int(answer.headers["retry-after"]) >= 1, where
    body = answer.json()
    if answer.request.url.path.startswith("/rest/"):
        assert body["code"], where
        assert set(body) == {"code", "message", "details", "hint"}, where
    elif answer.request.url.path.startswith("/auth/"):
        assert (body["code"], body["error_code"]) == (answer.status_code, "unexpected_failure"), where
    else:
        assert body["statusCode"] == str(answer.status_code), where


async def recovered(member: httpx.AsyncClient) -> None:
    """Everything is served again, however long the server takes to replay its log."""

    async def served() -> bool:
        return {answer.status_code for answer in await everything(member)} <= {200, 400}

    await until(served, every=0.3)


async def test_no_connection_left(mine: RunningStack, member: httpx.AsyncClient) -> None:
    assert {answer.status_code for answer in await everything(member)} <= {200, 400}
    async with contextlib.AsyncExitStack() as held:
        admin = await psycopg.AsyncConnection.connect(mine.superuser_url(), autocommit=True)
        await held.enter_async_context(admin)
        await admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'gateway'")
        with contextlib.suppress(psycopg.OperationalError):
            while True:
                connection = await psycopg.AsyncConnection.connect(mine.database_url)
                await held.enter_async_context(connection)
        for _ in range(2):
            began = time.monotonic()
            answers = await everything(member)
            assert time.monotonic() - began < 30
            for answer in answers:
                check_unavailable(answer)
    assert {answer.status_code for answer in await everything(member)} <= {200, 400}


async def test_postgres_killed_under_load(mine: RunningStack, member: httpx.AsyncClient) -> None:
    """Whatever was under way or arrives in the gap is answered, or asked to come back."""
    over = asyncio.Event()
    failed: list[httpx.Response] = []
    slowest = 0.0

    async def ask(method: str, path: str, body: Any) -> None:
        nonlocal slowest
        while not over.is_set():
            began = time.monotonic()
            answer = await member.request(method, path, json=body)
            slowest = max(slowest, time.monotonic() - began)
            if answer.status_code not in (200, 400):
                failed.append(answer)

    tasks = [asyncio.create_task(ask(*request)) for request in REQUESTS for _ in range(3)]
    for _ in range(3):
        await asyncio.sleep(1)
        pid = PostgresServer(mine.directory / "postgres").pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        await asyncio.sleep(3)
    over.set()
    await asyncio.gather(*tasks)
    for answer in failed:
        check_unavailable(answer)
    assert slowest < 40
    await recovered(member)


async def test_postgres_stays_away(mine: RunningStack, member: httpx.AsyncClient) -> None:
    """A server that hangs, rather than refuses, must not make clients hang."""
    pid = PostgresServer(mine.directory / "postgres").pid
    assert pid is not None
    with psycopg.connect(mine.superuser_url(), autocommit=True) as admin:
        admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'gateway'")
    os.kill(pid, signal.SIGSTOP)  # connections are accepted by the kernel and answered by nobody
    try:
        began = time.monotonic()
        for answer in await everything(member):
            check_unavailable(answer)
        assert time.monotonic() - began < 40
    finally:
        os.kill(pid, signal.SIGCONT)
    await recovered(member)
