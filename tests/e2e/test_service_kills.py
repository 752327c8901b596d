"""kill -9 of every service while generations run: nothing is lost, nothing is made twice, the books agree."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from typing import Any

import psycopg
import pytest
from httpx import HTTPError
from postgrest import APIError
from supabase import AsyncClient

from stack.lifecycle import Stack
from tests.support.stacks import RunningStack, sign_up

SENTENCES = (
    "Sourdough bread number {n} rises slowly because wild yeast is sparse.",
    "A starter needs fresh flour every single day to stay active.",
    "Cold dough can ferment for a whole night in the fridge without harm.",
    "Steam in the oven keeps the crust soft while the loaf still grows.",
)
REQUESTS = 24
PLATFORMS = ["x", "linkedin"]


async def kill(stack: RunningStack, service: str) -> None:
    """Kill -9 the service, as soon as it runs again from the last time."""
    async with asyncio.timeout(120):
        while True:
            [pid] = {one.pid for one in await asyncio.to_thread(Stack(stack.directory).status) if one.name == service}
            if pid is not None:
                os.kill(pid, signal.SIGKILL)
                return
            await asyncio.sleep(0.2)


async def states(stack: RunningStack, generations: list[str]) -> dict[str, int]:
    """How many of them are in which state; nothing while the database restarts."""
    query = "select status::text, count(*) from public.generations where id = any(%s::uuid[]) group by 1"
    try:
        async with await psycopg.AsyncConnection.connect(stack.superuser_url()) as database:
            return dict(await (await database.execute(query, [generations])).fetchall())
    except psycopg.OperationalError:
        return {}


async def request(client: AsyncClient, number: int) -> str:
    """Ask until it is accepted; asking again for the same is the same generation."""
    text = " ".join(SENTENCES).format(n=number)
    arguments = {"p_input_content": text, "p_platforms": PLATFORMS, "p_language": "en"}
    deadline = time.monotonic() + 300
    while True:
        try:
            answer: Any = (await client.rpc("create_generation", arguments).execute()).data
        except (HTTPError, APIError):
            # The gap while a service restarts; the client tries again, as frontends do.
            assert time.monotonic() < deadline
            await asyncio.sleep(0.3)
        else:
            return str(answer["generation_id"])


@pytest.mark.timeout(600)
async def test_killing_each_service_loses_and_doubles_nothing(working_stack: RunningStack) -> None:
    client = await sign_up(working_stack)
    with psycopg.connect(working_stack.superuser_url(), autocommit=True) as database:
        database.execute("select private.change_plan(organization_id, 'enterprise') from public.organization_members")

    async def kills() -> None:
        for service in ("rest", "functions", "worker", "postgres", "worker", "postgres"):
            await asyncio.sleep(1.5)
            await kill(working_stack, service)

    asked = [asyncio.create_task(request(client, number)) for number in range(REQUESTS)]
    await kills()
    generations = await asyncio.gather(*asked)
    assert len(set(generations)) == REQUESTS

    async with asyncio.timeout(400):
        while True:
            if await states(working_stack, generations) == {"completed": REQUESTS}:
                break
            await asyncio.sleep(0.5)

    with psycopg.connect(working_stack.superuser_url()) as database:
        made = database.execute(
            """
            select count(*), count(distinct (c.generation_id, c.target_platform))
            from public.generated_content as c where c.generation_id = any(%s::uuid[])
            """,
            [generations],
        ).fetchone()
        notices = database.execute(
            "select count(*) from public.notifications where related_entity_id = any(%s::uuid[])", [generations]
        ).fetchone()
        used = database.execute(
            """
            select used, reserved from public.usage_counters
            where metric = 'generations'
              and organization_id in (select organization_id from public.generations where id = any(%s::uuid[]))
            """,
            [generations],
        ).fetchall()
        wrong = database.execute("select * from private.quota_discrepancies()").fetchall()
        jobs = database.execute(
            "select count(*) from public.jobs where subject_id = any(%s::uuid[])", [generations]
        ).fetchone()
    assert made == (REQUESTS * len(PLATFORMS), REQUESTS * len(PLATFORMS))
    assert notices == (REQUESTS,)
    assert used == [(REQUESTS, 0)]
    assert wrong == []
    assert jobs == (0,)
