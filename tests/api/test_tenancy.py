"""Through the gateway: nobody reads another tenant's words, whatever is asked and however connections are shared."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
import psycopg
import pytest_asyncio

from tests.support.stacks import RunningStack, access_token, sign_up

REQUESTS = int(os.environ.get("CATALYST_TENANCY_REQUESTS", "2000"))


@dataclass(frozen=True, slots=True)
class Member:
    """A signed-in person and the headers they send."""

    organization: UUID
    headers: dict[str, str]


async def join(stack: RunningStack, name: str) -> Member:
    client = await sign_up(stack, f"{name}@example.test")
    token = await access_token(client)
    headers = {"apikey": stack.publishable_key, "authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=stack.rest_url, headers=headers) as http:
        found = (await http.get("/organizations", params={"select": "id"})).raise_for_status().json()
    return Member(UUID(found[0]["id"]), headers)


@pytest_asyncio.fixture(scope="module")
async def members(own_stack: RunningStack) -> tuple[Member, Member]:
    return await join(own_stack, "a"), await join(own_stack, "b")


async def test_connections_carry_nothing_over(own_stack: RunningStack, members: tuple[Member, Member]) -> None:
    """Alternating people on the same few connections each see their own organization, every time."""
    gate = asyncio.Semaphore(16)
    wrong: list[Any] = []
    async with httpx.AsyncClient(base_url=own_stack.rest_url, timeout=60) as http:

        async def ask(number: int) -> None:
            member = members[number % 2]
            async with gate:
                answer = await http.get(
                    "/organization_members", params={"select": "organization_id"}, headers=member.headers
                )
            if answer.json() != [{"organization_id": str(member.organization)}]:
                wrong.append((number, answer.status_code, answer.text[:200]))

        await asyncio.gather(*(ask(number) for number in range(REQUESTS)))
    assert not wrong, wrong[:5]


async def test_naming_another_organization_opens_nothing(
    own_stack: RunningStack, members: tuple[Member, Member]
) -> None:
    a, b = members
    async with httpx.AsyncClient(base_url=own_stack.rest_url) as http:
        answer = await http.get("/organizations", headers=a.headers | {"x-organization-id": str(b.organization)})
        assert str(b.organization) not in answer.text
        moved = await http.patch(
            "/organizations", params={"id": f"eq.{b.organization}"}, json={"name": "mine"}, headers=a.headers
        )
        assert moved.status_code in (200, 204)
        assert moved.text in ("", "[]")
    with psycopg.connect(own_stack.superuser_url()) as connection:
        row = connection.execute("select name from public.organizations where id = %s", (b.organization,)).fetchone()
    assert row != ("mine",)
