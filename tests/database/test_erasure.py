"""Whoever is erased is found nowhere any more, in whatever table, except where personal_data.yaml says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from psycopg import AsyncConnection, sql

from tests.support.database import Database
from tests.support.tenants import World, populate

PERSONAL_DATA = yaml.safe_load(Path(__file__).with_name("personal_data.yaml").read_text())
SCRUBBED: dict[str, str] = PERSONAL_DATA["scrubbed"]
KEPT: dict[str, str] = PERSONAL_DATA["kept"]

# Names under which people appear, whatever the table.
_PERSONAL_COLUMNS = r"""
with recursive tables as (
  select c.oid, c.relnamespace::regnamespace || '.' || c.relname as name
  from pg_class as c
  where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p')
    and not c.relispartition
),
-- Tables whose rows go with the person, or with what goes with the person.
gone as (
  select 'public.profiles'::regclass::oid as oid
  union
  select k.conrelid from pg_constraint as k
  join gone as g on g.oid = k.confrelid or k.confrelid = 'auth.users'::regclass
  where k.contype = 'f' and k.confdeltype = 'c'
),
-- Columns that a key empties.
emptied as (
  select k.conrelid as oid, k.conkey[1] as number from pg_constraint as k
  where k.contype = 'f' and k.confdeltype = 'n'
    and k.confrelid in ('public.profiles'::regclass, 'auth.users'::regclass)
)
select t.name || '.' || a.attname
from tables as t
join pg_attribute as a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
where t.oid not in (select oid from gone)
  and (t.oid, a.attnum) not in (select oid, number from emptied)
  and (
    (a.atttypid = 'uuid'::regtype and a.attname ~ '^(user_id|actor_id|owner_id|author_id|person_id|reviewer_id|.*_by)$')
    or a.attname ~ '(^|_)(emails?|phone|ip_address|user_agent|full_name|first_name|last_name|avatar_url)$'
    or a.attname ~ '^(payer|billing|contact|customer|reviewer|signer)_(name|address)$'
  )
order by 1
"""
_PAYMENT = """
select public.record_payment(
  %s, 'stripe', 'pi_1', 10, 'EUR', 'succeeded', p_user_id => %s,
  p_payer => '{"name": "Lea Leaver", "email": "leaver@example.test", "country_code": "NL"}',
  p_response => '{"email": "leaver@example.test"}'
)
"""
_INVOICE = """
select public.issue_invoice((public.draft_invoice(
  %s, '[{"description": "Plan", "quantity": 1, "unit_amount": 10, "amount": 10}]', 'EUR',
  p_billing => '{"name": "Their Company", "email": "leaver@example.test", "country_code": "NL"}'
)).id)
"""
_KEYS_THAT_BLOCK = """
select k.conrelid::regclass || '.' || k.conname from pg_constraint as k
where k.contype = 'f' and k.confrelid in ('public.profiles'::regclass, 'auth.users'::regclass)
  and k.connamespace in ('public'::regnamespace, 'private'::regnamespace) and k.confdeltype not in ('c', 'n')
"""


async def test_every_column_about_people_is_accounted_for(read_only_database: Database) -> None:
    connection = await read_only_database.connect()
    found = {row[0] for row in await (await connection.execute(_PERSONAL_COLUMNS)).fetchall()}
    listed = {name for name in SCRUBBED | KEPT if name in found}
    unsaid = "\n".join(sorted(found - listed))
    assert not unsaid, "say in personal_data.yaml what becomes of these when their person is erased:\n" + unsaid


async def test_no_key_keeps_a_person_from_being_deleted(read_only_database: Database) -> None:
    connection = await read_only_database.connect()
    assert await (await connection.execute(_KEYS_THAT_BLOCK)).fetchall() == []


async def test_nothing_is_left_of_a_person_and_what_was_theirs(database: Database) -> None:
    """B owns an organization alone and has a row in every table, each text of it a word of their own."""
    world = await populate(database)
    service = await database.connect_as("service_role")
    row = await (await service.execute("select public.erase_user(%s)", (world.b.owner,))).fetchone()
    assert row
    assert row[0]["organizations_purged"] == 1
    admin = await database.connect("supabase_admin")
    left = sorted(name for name in await _traces(admin, world) if name not in KEPT)
    assert not left, "these still know the person who was erased:\n" + "\n".join(left)


async def test_nothing_of_others_goes_with_a_person(database: Database) -> None:
    world = await populate(database)
    service = await database.connect_as("service_role")
    admin = await database.connect("supabase_admin")
    before = await _counts(admin, world)
    await service.execute("select public.erase_user(%s)", (world.b.owner,))
    after = await _counts(admin, world)
    assert {name: (count, after[name]) for name, count in before.items() if after[name] != count} == {}


@pytest.mark.parametrize("way", ["select public.erase_user(%s)", "delete from auth.users where id = %s"])
async def test_who_works_for_others_leaves_their_work_without_a_name(database: Database, way: str) -> None:
    owner, member = await database.create_user("owner@example.test"), await database.create_user("leaver@example.test")
    admin = await database.connect()
    row = await (
        await admin.execute("select active_organization_id from public.profiles where id = %s", (owner,))
    ).fetchone()
    assert row
    organization = row[0]
    await admin.execute(
        "insert into public.organization_members (organization_id, user_id, role) values (%s, %s, 'admin')",
        (organization, member),
    )
    await admin.execute(_PAYMENT, (organization, member))
    await admin.execute(_INVOICE, (organization,))
    await admin.execute(
        "select private.write_system_log('error', 'test', 'test', 'no mail to leaver@example.test', p_user_id => %s)",
        (member,),
    )
    await admin.execute(
        "select public.receive_webhook_event('clerk', 'evt', 'user.updated', jsonb_build_object('id', %s::text))",
        (str(member),),
    )
    await admin.execute("update public.webhook_events set status = 'processed', processed_at = now()")
    await admin.execute(way.encode(), (member,))
    rows = await (
        await admin.execute(
            "select p.amount::float, p.payer_name, p.payer_country_code, i.total_amount::float, i.billing_name,"
            " i.billing_email, i.invoice_number is not null from public.payments as p, public.invoices as i"
        )
    ).fetchall()
    assert rows == [(10, None, "NL", 10, "Their Company", None, True)]
    for table in ("payments", "invoices", "system_logs", "webhook_events", "api_usage_monthly", "organizations"):
        query = sql.SQL("select count(*) from {} as t where t::text ~ %s").format(sql.Identifier("public", table))
        count = await (await admin.execute(query, (f"{member}|leaver|Leaver",))).fetchone()
        assert count == (0,), table


async def _traces(admin: AsyncConnection[Any], world: World) -> set[str]:
    """Columns that hold the id, the address or a word of B."""
    found = set()
    for table in world.tables.values():
        words = [word.text for word in table.words.get("B", {}).values()]
        for text in (str(world.b.owner), "b@example.test", "canary-b-", *words):
            query = sql.SQL(
                "select distinct e.key from {} as t, jsonb_each_text(to_jsonb(t)) as e"
                " where strpos(lower(e.value), %s) > 0"
            ).format(table.identifier)
            rows = await (await admin.execute(query, (text.lower(),))).fetchall()
            found |= {f"{table.name}.{row[0]}" for row in rows}
    return found


async def _counts(admin: AsyncConnection[Any], world: World) -> dict[str, int]:
    """How many rows of A each table has."""
    counts = {}
    for table in world.tables.values():
        names = {column.name for column in table.columns}
        if "organization_id" in names and table.name != "public.audit_log":
            query = sql.SQL("select count(*) from {} where organization_id = %s").format(table.identifier)
            row = await (await admin.execute(query, (world.a.organization,))).fetchone()
            assert row
            counts[table.name] = row[0]
    return counts
