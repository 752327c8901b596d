"""Through the gateway: nobody reads another tenant's words, whatever is asked and however connections are shared."""

from __future__ import annotations

import asyncio
import os
import time
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
import jwt
import psycopg
import pytest
import pytest_asyncio

from tests.support.rpc import client_functions, plausible
from tests.support.stacks import RunningStack, StackDatabase, access_token, sign_up
from tests.support.tenants import World, populate

REQUESTS = int(os.environ.get("CATALYST_TENANCY_REQUESTS", "1000"))


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
    return await join(own_stack, "first"), await join(own_stack, "second")


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


@pytest.mark.timeout(300)
async def test_no_answer_holds_another_tenants_words(own_stack: RunningStack) -> None:
    """A word is planted in every text column of both tenants; A reads all there is to read and never meets one of B's.

    Comes last: it fills the stack's database with rows that no function would have made.
    """
    planted = await populate(StackDatabase(own_stack))
    token = jwt.encode(
        {"sub": str(planted.a.owner), "role": "authenticated", "aud": "authenticated", "exp": time.time() + 600},
        own_stack.jwt_secret,
        algorithm="HS256",
    )
    headers = {"apikey": own_stack.publishable_key, "authorization": f"Bearer {token}"}
    seen = ""
    async with httpx.AsyncClient(base_url=own_stack.rest_url, headers=headers, timeout=60) as http:
        for path in read_paths(planted):
            answer = await http.get(path)
            assert "canary-B" not in answer.text, path
            assert answer.status_code < 500, (path, answer.text[:300])
            seen += answer.text
        for function in await client_functions(StackDatabase(own_stack)):
            ids = [str(planted.b.organization), str(planted.b.owner)]
            ids += [str(row["id"]) for t in planted.tables.values() if (row := t.rows.get("B")) and "id" in row]
            uuids = [name for name, kind in function.parameters.items() if kind == "uuid"]
            for target in ids if uuids else [None]:
                body = {
                    name: plausible(function.parameters[name])
                    for name in list(function.parameters)[: function.required]
                }
                answer = await http.post(f"/rpc/{function.name}", json=body | dict.fromkeys(uuids, target))
                assert "canary-B" not in answer.text, (function.name, target)
                assert answer.status_code < 500, (function.name, target, answer.text[:300])
    assert seen.count("canary-A") > 10, "A reads A's own words, so the search can find some"


def read_paths(planted: World) -> list[str]:
    """Every table by itself, by B's organization, and with every table that a foreign key ties to it embedded."""
    paths = []
    for name, table in planted.tables.items():
        schema, plain = name.split(".")
        if schema != "public":
            continue
        columns = ",".join(column.name for column in table.columns)
        paths += [f"/{plain}?select=*", f"/{plain}?select={columns}"]
        if "organization_id" in columns:
            paths.append(f"/{plain}?organization_id=eq.{planted.b.organization}")
        for parent, _, _ in table.foreign_keys:
            if parent.startswith("public."):
                embedded = parent.removeprefix("public.")
                paths += [f"/{plain}?select=*,{embedded}(*)", f"/{embedded}?select=*,{plain}(*)"]
    return paths
