"""What a file is, and what a folder holds, as Supabase's service tells it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import psycopg
import pytest_asyncio

from tests.support.stacks import RunningStack, sign_up


@dataclass
class Owner:
    """A member, their bucket and the folder they may write to."""

    bucket: Any
    folder: str
    headers: dict[str, str]


@pytest_asyncio.fixture
async def owner(stack: RunningStack) -> AsyncIterator[Owner]:
    client = await sign_up(stack)
    folder = (await client.table("organizations").select("id").execute()).data[0]["id"]
    headers = {"apikey": stack.publishable_key, "authorization": client.options.headers["Authorization"]}
    yield Owner(client.storage.from_("assets"), folder, headers)


async def test_a_file_keeps_its_type(stack: RunningStack, owner: Owner, http: httpx.AsyncClient) -> None:
    name = f"{owner.folder}/notes.md"
    await owner.bucket.upload(name, b"# Notes", {"content-type": "text/markdown", "cache-control": "60"})
    await owner.bucket.copy(name, f"{owner.folder}/copy.md")
    await owner.bucket.move(f"{owner.folder}/copy.md", f"{owner.folder}/moved.md")
    signed = (await owner.bucket.create_signed_url(name, 60))["signedURL"]
    for path in (f"/storage/v1/object/assets/{name}", f"/storage/v1/object/assets/{owner.folder}/moved.md", signed):
        answer = await http.get(path, headers=owner.headers)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/markdown"), path
    listed = (await owner.bucket.list(owner.folder))[-1]
    assert (listed["name"], listed["metadata"]["mimetype"]) == ("notes.md", "text/markdown")
    async with await psycopg.AsyncConnection.connect(stack.superuser_url()) as admin:
        query = "select metadata ->> 'mimetype' from storage.objects where name = %s"
        assert await (await admin.execute(query, (name,))).fetchone() == ("text/markdown",)
    await owner.bucket.update(name, b"plain", {"content-type": "text/plain"})
    answer = await http.get(f"/storage/v1/object/assets/{name}", headers=owner.headers)
    assert (answer.headers["content-type"], answer.text) == ("text/plain", "plain")


async def test_a_listing_is_paged_by_what_it_shows(stack: RunningStack, owner: Owner) -> None:
    names = [f"a/{n:04}.txt" for n in range(1200)] + ["b.txt", "c/x.txt", "c/y/z.txt", "cc/x.txt", "d.txt"]
    async with await psycopg.AsyncConnection.connect(stack.superuser_url(), autocommit=True) as admin:
        await admin.execute(
            "insert into storage.objects (bucket_id, name, metadata)"
            " select 'assets', %s || '/' || n, '{\"size\": 1}' from unnest(%s::text[]) as n",
            (owner.folder, names),
        )

    async def listed(folder: str, **options: Any) -> list[str]:
        return [item["name"] for item in await owner.bucket.list(f"{owner.folder}{folder}", options)]

    assert await listed("") == ["a", "b.txt", "c", "cc", "d.txt"]
    assert await listed("", limit=2) == ["a", "b.txt"]
    assert await listed("", limit=2, offset=2) == ["c", "cc"]
    assert await listed("", limit=2, offset=4) == ["d.txt"]
    assert await listed("", offset=5) == []
    assert await listed("", sortBy={"column": "name", "order": "desc"}, limit=1) == ["d.txt"]
    assert await listed("/c") == ["x.txt", "y"]  # and nothing of the folder cc
    assert len(await listed("/a")) == 100
    assert await listed("/a", limit=2, offset=1190) == ["1190.txt", "1191.txt"]
