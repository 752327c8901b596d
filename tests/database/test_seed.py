"""The demo world of supabase/seed.sql: complete, within its organizations, in balance, and written once."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any, LiteralString

import pytest_asyncio
from psycopg import AsyncConnection, sql

from tests.support.database import Database, DatabaseFactory
from tests.support.templates import PROJECT

SEED = PROJECT / "supabase" / "seed.sql"

# Tables that the demo leaves empty, with the reason; private ones may be operators' own or hold work for a moment.
EMPTY = {
    "private.ai_calls_under_way": "calls that workers are making; what was made is on record",
    "private.job_signals": "signals that came before their job; its snooze takes them",
    "private.legal_holds": "operators place them",
    "private.score_requests": "the scores are up to date",
    "private.trend_documents": "what the world outside publishes is read, not made up",
}
# What sign-up makes for each person is also there for the personal organizations of those who work elsewhere.
SIGN_UP = {
    "public.audit_log", "public.organization_members", "public.organizations", "public.subscriptions",
    "public.usage_counters", "public.usage_ledger",
}  # fmt: skip
SECRETS = re.compile(
    r"whsec_|sk[-_](live|test|proj)|AKIA[0-9A-Z]{16}|gh[pousr]_\w{20}|ya29\.|xox[abprs]-|eyJ[\w-]{10,}\.|AIza[\w-]{30}"
    r"|-----BEGIN|\bcc_[\w-]{8}_"
)
ORGANIZATIONS = """
select o.id from public.organizations as o
where o.slug in ('studio-noor', 'grachtwerk-software', 'kinara-content')
"""
TABLES = """
select n.nspname || '.' || c.relname, exists (
  select from pg_catalog.pg_attribute as a
  where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
)
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') and not c.relispartition
order by 1
"""


@pytest_asyncio.fixture(scope="module")
async def seeded(template_database: str, database_factory: DatabaseFactory) -> AsyncIterator[Database]:
    """A migrated database with the seed in it, as the role that pushes it; look, do not touch."""
    clone = await database_factory.create(template_database)
    await plant(await clone.connect())
    yield clone
    await database_factory.drop(clone)


async def plant(connection: AsyncConnection[Any]) -> None:
    await connection.execute(SEED.read_bytes())


async def fetch(connection: AsyncConnection[Any], query: LiteralString) -> list[tuple[Any, ...]]:
    return await (await connection.execute(query)).fetchall()


async def snapshot(connection: AsyncConnection[Any]) -> dict[str, str]:
    """A digest of each table."""
    digests = {}
    for table, _ in await fetch(connection, TABLES):
        query = sql.SQL("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {} as t")
        row = await (await connection.execute(query.format(sql.Identifier(*table.split("."))))).fetchone()
        assert row is not None
        digests[table] = row[0]
    return digests


async def test_every_table_has_a_row(seeded: Database) -> None:
    connection = await seeded.connect("supabase_admin")
    found = {table for table, digest in (await snapshot(connection)).items() if not digest}
    assert found == EMPTY.keys()


async def test_rows_belong_to_the_three_organizations(seeded: Database) -> None:
    connection = await seeded.connect("supabase_admin")
    organizations = {row[0] for row in await fetch(connection, ORGANIZATIONS)}
    assert len(organizations) == 3
    for table, is_owned in await fetch(connection, TABLES):
        if not is_owned or table in EMPTY or table in SIGN_UP:
            continue
        query = sql.SQL("select distinct organization_id from {} where organization_id is not null")
        cursor = await connection.execute(query.format(sql.Identifier(*table.split("."))))
        owners = {row[0] for row in await cursor.fetchall()}
        assert owners, f"{table} has no row of an organization"
        assert owners <= organizations, f"{table} has rows of others"


async def test_ledger_equals_counters(seeded: Database) -> None:
    connection = await seeded.connect("supabase_admin")
    assert await fetch(connection, "select organization_id, metric from private.quota_discrepancies()") == []


async def test_upkeep_finds_nothing_to_mend(seeded: Database) -> None:
    connection = await seeded.connect("supabase_admin")
    assert await fetch(connection, "select parent, problem from private.partition_problems()") == []
    assert await fetch(connection, "select organization_id, kind from private.reconcile_job_slots()") == []


async def test_counted_rows_equal_their_counters(seeded: Database) -> None:
    """What a plan limits is what is there."""
    connection = await seeded.connect("supabase_admin")
    rows = await fetch(
        connection,
        """
        select c.organization_id, c.metric, c.used, r.rows
        from public.usage_counters as c
        join lateral (
          select case c.metric
            when 'members' then (
              select count(*) from public.organization_members as t
              where t.organization_id = c.organization_id and t.status = 'active'
            )
            when 'social_accounts' then (
              select count(*) from public.social_accounts as t where t.organization_id = c.organization_id
            )
            when 'creators' then (
              select count(*) from public.followed_creators as t
              where t.organization_id = c.organization_id and t.is_active
            )
            when 'storage_bytes' then (
              select sum(t.size_bytes) from public.content_assets as t where t.organization_id = c.organization_id
            )
          end as rows
        ) as r on r.rows is not null
        """,
    )
    assert {row[1] for row in rows} == {"members", "social_accounts", "creators", "storage_bytes"}
    assert all(used == counted for _, _, used, counted in rows), rows


async def test_nothing_looks_like_a_secret(seeded: Database) -> None:
    assert not SECRETS.search(SEED.read_text(encoding="utf-8"))
    connection = await seeded.connect("supabase_admin")
    for table, _ in await fetch(connection, TABLES):
        query = sql.SQL("select t::text from {} as t").format(sql.Identifier(*table.split(".")))
        for (row,) in await (await connection.execute(query)).fetchall():
            assert not SECRETS.search(row), f"{table}: {row[:200]}"
    tokens = await fetch(
        connection, "select decrypted_secret from vault.decrypted_secrets where name not like 'webhook%'"
    )
    assert tokens
    assert all("opens nothing" in token for (token,) in tokens)


async def test_nobody_can_sign_in(seeded: Database) -> None:
    connection = await seeded.connect("supabase_admin")
    people = await fetch(connection, "select encrypted_password from auth.users")
    assert len(people) == 9
    assert not any(password for (password,) in people)


async def test_a_second_run_writes_nothing(seeded: Database) -> None:
    admin = await seeded.connect("supabase_admin")
    before = await snapshot(admin)
    await plant(await seeded.connect())
    assert await snapshot(admin) == before


async def test_what_people_changed_or_deleted_survives_a_second_run(database: Database) -> None:
    connection = await database.connect()
    await plant(connection)
    await connection.execute("update public.organizations set name = 'Studio Noor en Co' where slug = 'studio-noor'")
    await connection.execute("update public.brand_profiles set tone_preset = 'casual'")
    await connection.execute("delete from public.scheduled_posts where status = 'failed'")
    await connection.execute("delete from auth.users where email like 'meera@%'")
    before = await snapshot(await database.connect("supabase_admin"))
    await plant(await database.connect())
    assert await snapshot(await database.connect("supabase_admin")) == before


async def test_a_client_member_sees_the_posts_of_their_client_alone(seeded: Database) -> None:
    admin = await seeded.connect("supabase_admin")
    for email, client in (("meera@%", "monsoon-bakery"), ("arjun@%", "deccan-cycles")):
        cursor = await admin.execute(
            "select id, active_organization_id from public.profiles where email like %s", [email]
        )
        row = await cursor.fetchone()
        assert row is not None
        member = await seeded.connect_as_user(*row)
        slugs = await fetch(
            member,
            """
            select distinct a.slug from public.scheduled_posts as p
            join public.client_accounts as a on a.id = p.client_account_id
            """,
        )
        assert slugs == [(client,)]
