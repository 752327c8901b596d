"""People who ask for titles, and when what happened to each request."""

from __future__ import annotations

import asyncio
import json
import random
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import psycopg

from bench.generation.users import Stack, User
from bench.intelligence.deployment import Deployment

SEE_EVERY = 0.02
"""Seconds between two looks at what has ended; they start the next requests and are in no figure."""
SPREAD = 0.5
"""Seconds over which people begin: those who are at work at the same time did not come at the same moment."""
CALL = "select public.generate_titles(%s::jsonb, %s::jsonb, null, %s)"
TIMES = """
select pg_xact_commit_timestamp(i.xmin), h.started_at, pg_xact_commit_timestamp(g.xmin), u.request_id, g.status
from public.idempotency_keys as i
join public.text_generations as g on g.id = (i.response ->> 'generation_id')::uuid
left join public.job_history as h on h.id = g.job_id
left join public.ai_usage as u on u.job_id = g.job_id
where g.id = any(%s::uuid[])
"""
ENDED = """
select g.id::text from public.text_generations as g
where g.id = any(%(ids)s::uuid[]) and g.status in ('completed', 'failed', 'cancelled')
"""
CHATS_ENDED = """
union all
select m.id::text from public.chat_messages as m
where m.id = any(%(ids)s::uuid[]) and m.status not in ('pending', 'streaming')
"""

Ask = Callable[[User, str], Awaitable[str]]
"""Asks as somebody, with an idempotency key; the id of the generation."""


def wishes(key: str) -> dict[str, Any]:
    """A request that no other one equals."""
    return {
        "count": 3, "style": "educational", "language": "en",
        "target_keywords": ["publishing rhythm", "small teams", f"case {key[-12:]}"],
    }  # fmt: skip


def over_http(stack: Stack, session: aiohttp.ClientSession) -> Ask:
    """POST /rest/v1/rpc/generate_titles, as a browser does."""

    async def ask(user: User, key: str) -> str:
        body = {"source_analysis": {"video_ids": []}, "generation_params": wishes(key), "idempotency_key": key}
        headers = {"apikey": stack.publishable_key, "authorization": f"Bearer {user.token}"}
        async with session.post(f"{stack.url}/rest/v1/rpc/generate_titles", json=body, headers=headers) as response:
            if response.status != 200:
                raise RuntimeError(f"generate_titles: {response.status} {await response.text()}")
            return str((await response.json())["generation_id"])

    return ask


class OverSql:
    """The same call with the role and the claims that PostgREST sets, over a few connections."""

    def __init__(self, database_url: str, connections: int) -> None:
        """Entering the block connects."""
        self._url = database_url
        self._count = connections
        self._free: asyncio.LifoQueue[psycopg.AsyncConnection[Any]] = asyncio.LifoQueue()

    async def __aenter__(self) -> OverSql:
        """Connect."""
        for _ in range(self._count):
            self._free.put_nowait(await psycopg.AsyncConnection.connect(self._url, autocommit=True))
        return self

    async def __aexit__(self, *_: object) -> None:
        """Disconnect."""
        while not self._free.empty():
            await self._free.get_nowait().close()

    async def ask(self, user: User, key: str) -> str:
        """One transaction in one round trip."""
        answer = await self.call(user, CALL, (json.dumps({"video_ids": []}), json.dumps(wishes(key)), key))
        return str(answer["generation_id"])

    async def call(self, user: User, statement: str, parameters: tuple[Any, ...]) -> Any:
        """The answer to any function that this user calls."""
        claims = json.dumps({"sub": user.id, "role": "authenticated", "aud": "authenticated"})
        headers = json.dumps({"x-organization-id": user.organization_id})
        connection = await self._free.get()
        try:
            async with connection.pipeline(), connection.transaction():
                await connection.execute(
                    "select set_config('role', 'authenticated', true), set_config('request.jwt.claims', %s, true),"
                    " set_config('request.headers', %s, true)",
                    (claims, headers),
                )
                answer = await connection.execute(statement.encode(), parameters)
            row = await answer.fetchone()
            return row[0] if row else None
        finally:
            self._free.put_nowait(connection)


class Ended:
    """Tells each request when it is over, those of chats only if it is to look for them."""

    def __init__(self, deployment: Deployment, *, with_chats: bool = False) -> None:
        """Entering the block begins to look."""
        self._query = (ENDED + CHATS_ENDED if with_chats else ENDED).encode()
        self._url = deployment.postgres.dsn(user="supabase_admin")
        self._waiting: dict[str, asyncio.Event] = {}
        self._looking: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Ended:
        """Begin to look."""
        self._looking = asyncio.create_task(self._look())
        return self

    async def __aexit__(self, *_: object) -> None:
        """Look no more."""
        if self._looking is not None:
            self._looking.cancel()

    async def wait(self, asked_for: str) -> None:
        """Until the generation or the answer in a chat with this id is over."""
        over = self._waiting[asked_for] = asyncio.Event()
        while self._looking is not None:
            try:
                async with asyncio.timeout(1):
                    await over.wait()
                    return
            except TimeoutError:
                if self._looking.done():
                    self._looking.result()

    async def _look(self) -> None:
        async with await psycopg.AsyncConnection.connect(self._url, autocommit=True, prepare_threshold=1) as connection:
            # The plan is made while the tables are empty and kept while they grow.
            await connection.execute("set enable_seqscan = off")
            while True:
                if self._waiting:
                    found = await connection.execute(self._query, {"ids": list(self._waiting)})
                    for (over,) in await found.fetchall():
                        self._waiting.pop(over).set()
                await asyncio.sleep(SEE_EVERY)


async def keep_going(users: list[User], each: int, ask: Ask, ended: Ended) -> list[str]:
    """All users at once, each with its next request when the last one is over; the generations' ids."""
    ids: list[str] = []

    async def one(place: int, user: User) -> None:
        await asyncio.sleep(SPREAD * place / len(users))
        for _ in range(each):
            generation_id = await ask(user, uuid.uuid4().hex)
            ids.append(generation_id)
            await ended.wait(generation_id)

    await asyncio.gather(*(one(place, user) for place, user in enumerate(users)))
    return ids


async def come_at_random(users: list[User], count: int, rate: float, ask: Ask, ended: Ended) -> list[str]:
    """`count` requests, `rate` a second on average, each at a moment of its own; the generations' ids.

    The moments are those of a Poisson process of which the count is known: nobody waits for what became of the others.
    """
    chance = random.Random(count)
    moments = sorted(chance.uniform(0, count / rate) for _ in range(count))
    loop = asyncio.get_running_loop()
    began = loop.time()

    asked = []
    for place, moment in enumerate(moments):
        await asyncio.sleep(began + moment - loop.time())
        asked.append(asyncio.ensure_future(ask(users[place % len(users)], uuid.uuid4().hex)))
    ids = await asyncio.gather(*asked)
    # Nobody looks while they come.
    await asyncio.gather(*(ended.wait(generation_id) for generation_id in ids))
    return ids
