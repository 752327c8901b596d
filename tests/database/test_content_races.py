"""What members do to one text at the same moment: each change is made once, and nobody approves what nobody read."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest
from psycopg import AsyncConnection

from tests.support.database import Database
from tests.support.races import call, race, waiting

_ITEM = """
with connection as (
  insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)
  values (%(org)s, 'youtube', 'u', 'races') returning id
), account as (
  insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
  select %(org)s, c.id, 'youtube', 'a', 'Channel' from connection as c returning id
)
insert into public.content_items (
  organization_id, social_account_id, platform, platform_content_id, title, published_at
)
select %(org)s, a.id, 'youtube', 'v', 'Old', now() from account as a returning id
"""
_CONTENT = """
insert into public.generated_content (organization_id, user_id, content_type, language, generated_text, ai_model)
values (%s, %s, 'title', 'en', 'Read by all', 'test') returning id
"""


async def value(connection: AsyncConnection[Any], query: str, *arguments: Any) -> Any:
    row = await (await connection.execute(query.encode(), arguments)).fetchone()
    return row[0] if row else None


async def test_a_suggestion_that_many_apply_is_applied_once(database: Database) -> None:
    ada: UUID = await database.create_user()
    admin = await database.connect()
    connections = [await database.connect_as_user(ada) for _ in range(12)]
    org = await value(connections[0], "select private.active_org()")
    row = await (await admin.execute(_ITEM.encode(), {"org": org})).fetchone()
    assert row is not None
    suggestion = await value(
        admin,
        "insert into public.ai_suggestions (organization_id, content_item_id, suggested_titles, suggested_tags,"
        " version) values (%s, %s, '{New}', '{soil}', 1) returning id",
        org,
        row[0],
    )
    apply = "select (public.apply_ai_suggestion(%s) -> 'is_applied')::boolean"
    assert await race([call(c, apply, suggestion) for c in connections]) == [True] * 12
    assert await value(admin, "select count(*) from public.ai_suggestion_applications") == 2
    assert await value(admin, "select count(*) from public.content_revisions") == 2
    assert await value(admin, "select title from public.content_items") == "New"


async def test_nobody_approves_a_version_that_was_not_read(database: Database) -> None:
    ada: UUID = await database.create_user()
    admin = await database.connect()
    connections = [await database.connect_as_user(ada) for _ in range(8)]
    org = await value(connections[0], "select private.active_org()")
    edit = "select (public.edit_generated_content(%s, %s::jsonb) -> 'version')::integer"
    approve = "select public.review_generated_content(%s, 'approve', null, 1) ->> 'status'"
    for _ in range(5):
        content = await value(admin, _CONTENT, org, ada)
        attempts = [call(c, edit, content, f'{{"generated_text": "Reworded {n}"}}') for n, c in enumerate(connections)]
        answers = await race([*attempts[:4], *(call(c, approve, content) for c in connections[4:])])
        assert sorted(answers[:4]) == [2, 3, 4, 5]
        assert set(answers[4:]) <= {"approved", "CONFLICT"}
        found = await (
            await admin.execute(
                b"select status::text, version, approved_version from public.generated_content where id = %s", [content]
            )
        ).fetchone()
        assert found == ("generated", 5, None)


_LEARNED = (
    """select public.complete_job(%s, 1, '{"ai_provider": "local", "ai_model": "wordllama-l2-supercat-256","""
    """ "embedding_dimensions": 256}')"""
)
_STEP = (
    "select public.checkpoint_job(%s, 1, 'source:1',"
    """ '{"type": "text", "samples": [{"text": "We dig every day.", "language": "en"}]}')"""
)


async def learning(admin: AsyncConnection[Any], member: AsyncConnection[Any], name: str) -> tuple[UUID, int]:
    """A brand and the job that learns its voice, under way."""
    brand = await value(
        admin,
        "insert into public.brand_profiles (organization_id, name) values (%s, %s) returning id",
        await value(member, "select private.active_org()"),
        name,
    )
    source = f'[{{"type": "text", "text": "We dig every day, said {name}."}}]'
    job = await value(member, "select (public.learn_brand_voice(%s, %s::jsonb) #>> '{job,id}')::bigint", brand, source)
    await admin.execute(
        b"update public.jobs set status = 'processing', attempt = 1, lease = 1, worker_id = 'w',"
        b" started_at = now(), lease_expires_at = now() + interval '1 minute' where id = %s",
        [job],
    )
    return brand, job


async def test_a_voice_that_is_learned_while_its_brand_goes_is_learned_no_more(database: Database) -> None:
    ada: UUID = await database.create_user()
    admin = await database.connect()
    member = await database.connect_as_user(ada)
    other = await database.connect_as_user(ada)
    worker = await database.connect()
    for turn in range(5):
        brand, job = await learning(admin, member, f"B{turn}")
        answers = await race(
            [
                call(worker, _STEP, job),
                call(other, "select 1 from public.delete_brand_profile(%s)", brand),
            ]
        )
        assert answers == ["ok", 1]
        assert await value(worker, _LEARNED, job) == "completed"
        assert await learned_at(admin, brand) is None


@pytest.mark.parametrize(("step", "answer"), [(_STEP, "ok"), (_LEARNED, "completed")])
async def test_a_step_waits_for_the_deletion_of_its_brand(database: Database, step: str, answer: str) -> None:
    ada: UUID = await database.create_user()
    admin = await database.connect()
    member = await database.connect_as_user(ada)
    worker = await database.connect()
    brand, job = await learning(admin, member, "B")
    async with member.transaction():
        await member.execute(b"select public.delete_brand_profile(%s)", [brand])
        attempt = asyncio.create_task(call(worker, step, job)())
        await waiting(admin, worker)
    assert await attempt == answer
    assert await learned_at(admin, brand) is None
    assert await value(admin, "select count(*) from public.brand_voice_samples") == 0


async def test_a_brand_that_is_purged_waits_for_a_step(database: Database) -> None:
    ada: UUID = await database.create_user()
    admin = await database.connect()
    other = await database.connect()
    member = await database.connect_as_user(ada)
    worker = await database.connect(autocommit=False)
    brand, job = await learning(admin, member, "B")
    async with worker.transaction():
        assert await call(worker, _STEP, job)() == "ok"
        purge = call(other, "delete from public.brand_profiles where id = %s returning 1", brand)
        attempt = asyncio.create_task(purge())
        await waiting(admin, other)
        assert await call(worker, _STEP.replace("source:1", "source:2"), job)() == "ok"
    assert await attempt == 1
    assert await call(admin, _LEARNED, job)() == "completed"
    assert await value(admin, "select count(*) from public.brand_voices") == 0


async def learned_at(connection: AsyncConnection[Any], brand: UUID) -> Any:
    return await value(connection, "select learned_at from public.brand_voices where brand_profile_id = %s", brand)
