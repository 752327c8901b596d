"""People who sign up through the real Auth endpoint, and the organizations they work in."""

from __future__ import annotations

import asyncio
import uuid
from dataclasses import dataclass

import aiohttp
import psycopg

SIGN_UPS_AT_ONCE = 8


@dataclass(frozen=True)
class Stack:
    """Where the gateway and the database are."""

    url: str
    publishable_key: str
    database_url: str


@dataclass(frozen=True)
class User:
    """Somebody signed in."""

    id: str
    token: str
    organization_id: str


async def sign_up(stack: Stack, session: aiohttp.ClientSession, count: int) -> list[User]:
    """New users, each with a personal organization."""
    gate = asyncio.Semaphore(SIGN_UPS_AT_ONCE)

    async def one() -> tuple[str, str]:
        body = {"email": f"{uuid.uuid4().hex}@example.com", "password": uuid.uuid4().hex}
        async with (
            gate,
            session.post(
                f"{stack.url}/auth/v1/signup", json=body, headers={"apikey": stack.publishable_key}
            ) as response,
        ):
            answer = await response.json()
            if response.status >= 300:
                raise RuntimeError(f"sign-up: {response.status} {answer}")
            return answer["user"]["id"], answer["access_token"]

    tokens = dict(await asyncio.gather(*(one() for _ in range(count))))
    async with await psycopg.AsyncConnection.connect(stack.database_url) as connection:
        found = await connection.execute(
            "select id::text, active_organization_id::text from public.profiles where id = any(%s::uuid[])",
            (list(tokens),),
        )
        organizations: dict[str, str] = dict(await found.fetchall())
    return [User(user_id, token, organizations[user_id]) for user_id, token in tokens.items()]


async def join(stack: Stack, users: list[User]) -> list[User]:
    """Everybody becomes a creator in the organization of the first; all requests then compete for one counter."""
    home = users[0].organization_id
    async with await psycopg.AsyncConnection.connect(stack.database_url) as connection:
        await connection.execute(
            "insert into public.organization_members (organization_id, user_id, role)"
            " select %s, unnest(%s::uuid[]), 'creator'",
            (home, [user.id for user in users[1:]]),
        )
    return [User(user.id, user.token, home) for user in users]
