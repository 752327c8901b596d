"""What was deleted goes for good when its time is over, and takes nothing else along."""

from __future__ import annotations

from typing import Any

from psycopg import AsyncConnection, sql

from tests.support.database import Database
from tests.support.tenants import Tenant, World, populate

_REFERRING = """
select k.conrelid::regclass::text, k.confdeltype::text from pg_constraint as k
where k.confrelid = 'public.client_accounts'::regclass and k.contype = 'f' and k.conparentid = 0
order by 1
"""


async def test_a_client_account_goes_with_its_brands_and_leaves_its_work(database: Database) -> None:
    world = await populate(database)
    admin = await database.connect("supabase_admin")
    client = await _give_everything_to_one_client(admin, world.a)
    rules = dict(await (await admin.execute(_REFERRING)).fetchall())
    cascading = {table for table, rule in rules.items() if rule == "c"}
    before = await _counts(admin, set(rules) - cascading, world)
    await admin.execute(
        "update public.client_accounts set deleted_at = now() - interval '31 days' where id = %s", (client,)
    )
    assert await _purge(database, "client_accounts") == 0, "a member limited to it would see everything"
    await admin.execute(
        "update public.organization_members set client_account_id = null where client_account_id = %s", (client,)
    )
    assert await _purge(database, "client_accounts") == 1
    for table in rules:
        found = sql.SQL("select count(*) from {} where client_account_id = %s").format(sql.SQL(table))
        assert await _value(admin, found, client) == 0, table
    assert await _counts(admin, set(rules) - cascading, world) == before
    assert await _purge(database, "client_accounts") == 0


async def test_who_was_marked_deleted_is_erased_after_30_days(database: Database) -> None:
    alone, owner, member, waiting = [await database.create_user() for _ in range(4)]
    admin = await database.connect("supabase_admin")
    await admin.execute(
        "insert into public.organization_members (organization_id, user_id, role)"
        " select active_organization_id, %s, 'creator' from public.profiles where id = %s",
        (member, owner),
    )
    await admin.execute(
        "update public.profiles set status = 'deleted', deleted_at = now() - interval '31 days' where id = any(%s)",
        ([alone, owner],),
    )
    await admin.execute("update public.profiles set status = 'deleted', deleted_at = now() where id = %s", (waiting,))
    assert await _purge(database, "people") == 1, "an owner with colleagues has to hand over first"
    left = "select count(*) from {} where id = %s"
    for table in ("auth.users", "public.profiles"):
        assert await _value(admin, sql.SQL(left).format(sql.SQL(table)), alone) == 0
        for person in (owner, member, waiting):
            assert await _value(admin, sql.SQL(left).format(sql.SQL(table)), person) == 1


async def test_a_soft_delete_through_auth_counts(database: Database) -> None:
    person = await database.create_user()
    admin = await database.connect("supabase_admin")
    await admin.execute("update auth.users set deleted_at = now() - interval '31 days' where id = %s", (person,))
    assert await _purge(database, "people") == 1


async def _give_everything_to_one_client(admin: AsyncConnection[Any], tenant: Tenant) -> Any:
    client = await _value(
        admin,
        sql.SQL(
            "insert into public.client_accounts (organization_id, name, slug) values (%s, 'Bakery', 'bakery')"
            " returning id"
        ),
        tenant.organization,
    )
    await admin.execute("set session_replication_role = replica")
    for table, _ in await (await admin.execute(_REFERRING)).fetchall():
        await admin.execute(
            sql.SQL("update {} set client_account_id = %s where organization_id = %s").format(sql.SQL(table)),
            (client, tenant.organization),
        )
    await admin.execute("reset session_replication_role")
    return client


async def _counts(admin: AsyncConnection[Any], tables: set[str], world: World) -> dict[str, int]:
    count = "select count(*) from {} where organization_id = %s"
    return {
        table: await _value(admin, sql.SQL(count).format(sql.SQL(table)), world.a.organization)
        for table in sorted(tables)
    }


async def _purge(database: Database, what: str) -> int:
    """As the cron job runs it."""
    owner = await database.connect()
    return int(await _value(owner, sql.SQL("select private.purge_deleted_{}()").format(sql.SQL(what))))


async def _value(connection: AsyncConnection[Any], statement: sql.SQL | sql.Composed, *values: Any) -> Any:
    row = await (await connection.execute(statement, values)).fetchone()
    assert row
    return row[0]
