"""stack/platform: what a database offers before any migration of ours."""

from __future__ import annotations

import asyncio
import json

import psycopg
import pytest

from stack.platform import SQL_DIR, apply_platform
from tests.support.database import Database


async def value(connection: psycopg.AsyncConnection, query: str, *args: object) -> object:
    row = await (await connection.execute(query, args or None)).fetchone()
    assert row is not None
    return row[0]


async def test_installing_twice_changes_nothing(platform_database: Database) -> None:
    count = (
        "select count(*) from pg_catalog.pg_proc where pronamespace::regnamespace::text in ('auth', 'cron', 'vault')"
    )
    admin = await platform_database.connect("supabase_admin")
    before = await value(admin, count)
    await asyncio.to_thread(apply_platform, platform_database.dsn_as("supabase_admin"))
    assert await value(admin, count) == before


async def test_postgres_owns_the_database_and_is_no_superuser(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    row = await (
        await postgres.execute(
            "select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls, current_setting('search_path')"
            " from pg_catalog.pg_roles where rolname = current_user"
        )
    ).fetchone()
    assert row == (False, True, True, True, True, '"$user", public, extensions')


@pytest.mark.parametrize("role", ["anon", "authenticated", "service_role"])
async def test_new_objects_of_public_are_granted_to_nobody(platform_database: Database, role: str) -> None:
    postgres = await platform_database.connect()
    await postgres.execute("create table public.t (id bigint generated always as identity)")
    for verb in ("select", "insert", "update", "delete"):
        assert not await value(postgres, "select has_table_privilege(%s, 'public.t', %s)", role, verb)
    assert not await value(postgres, "select has_sequence_privilege(%s, 'public.t_id_seq', 'usage')", role)


async def test_helpers_read_claims_in_both_forms(platform_database: Database) -> None:
    subject = "01a1fbd3-cda8-713f-b796-d725e13ed52b"
    caller = await platform_database.connect_as("authenticated", {"sub": subject, "email": "a@example.test"})
    row = await (
        await caller.execute("select auth.uid()::text, auth.role(), auth.email(), auth.jwt() ->> 'sub'")
    ).fetchone()
    assert row == (subject, "authenticated", "a@example.test", subject)
    await caller.execute("select set_config('request.jwt.claims', '', false)")
    assert await value(caller, "select auth.uid()") is None
    await caller.execute("select set_config('request.jwt.claim.sub', %s, false)", (subject,))
    assert str(await value(caller, "select auth.uid()")) == subject


async def test_meta_data_that_arrives_as_text_becomes_an_object(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    await postgres.execute(
        "insert into auth.users (id, raw_user_meta_data) values (gen_random_uuid(), to_jsonb(%s::text))",
        (json.dumps({"full_name": "Jan"}),),
    )
    assert await value(postgres, "select raw_user_meta_data ->> 'full_name' from auth.users") == "Jan"


async def test_vault_keeps_values_encrypted_and_gives_them_back(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    secret = "geheim ✓ " * 20
    created = await value(postgres, "select vault.create_secret(%s, 'token', 'of a test')", secret)
    stored = str(await value(postgres, "select secret from vault.secrets"))
    assert "geheim" not in stored
    assert await value(postgres, "select decrypted_secret from vault.decrypted_secrets where name = 'token'") == secret
    await postgres.execute("select vault.update_secret(%s, 'other')", (created,))
    assert await value(postgres, "select decrypted_secret from vault.decrypted_secrets") == "other"
    assert await value(postgres, "select description from vault.secrets") == "of a test"
    with pytest.raises(psycopg.errors.UniqueViolation):
        await postgres.execute("select vault.create_secret('x', 'token')")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        await postgres.execute("insert into vault.secrets (secret) values ('in the clear')")


async def test_a_changed_ciphertext_does_not_open(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    admin = await platform_database.connect("supabase_admin")
    await postgres.execute("select vault.create_secret('one', 'one'), vault.create_secret('two', 'two')")
    await admin.execute(
        "update vault.secrets as s set secret = o.secret, nonce = o.nonce"
        " from vault.secrets as o where o.name = 'two' and s.name = 'one'"
    )
    with pytest.raises(psycopg.errors.RaiseException, match="cannot be decrypted"):
        await postgres.execute("select decrypted_secret from vault.decrypted_secrets where name = 'one'")


@pytest.mark.parametrize("role", ["anon", "authenticated"])
async def test_api_roles_reach_neither_vault_nor_cron(platform_database: Database, role: str) -> None:
    caller = await platform_database.connect_as(role)
    for query in (
        "select * from vault.decrypted_secrets",
        "select vault.create_secret('x')",
        "select vault._key('encrypt')",
        "select cron.schedule('* * * * *', 'select 1')",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            await caller.execute(query)


async def test_the_vault_key_is_out_of_reach_of_postgres(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    for query in ("select pg_read_file('vault.key')", "select vault._key('encrypt')"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            await postgres.execute(query)


async def test_cron_schedules_are_replaced_by_name_and_checked(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    first = await value(postgres, "select cron.schedule('nightly', '0 3 * * *', 'select 1')")
    assert await value(postgres, "select cron.schedule('nightly', '30 seconds', 'select 2')") == first
    row = await (await postgres.execute("select schedule, command, username, active from cron.job")).fetchone()
    assert row == ("30 seconds", "select 2", "postgres", True)
    await postgres.execute("select cron.alter_job(%s, active := false)", (first,))
    assert await value(postgres, "select active from cron.job") is False
    assert await value(postgres, "select cron.unschedule('nightly')") is True
    with pytest.raises(psycopg.errors.RaiseException, match="could not find valid entry"):
        await postgres.execute("select cron.unschedule('nightly')")
    for wrong in ("60 seconds", "61 * * * *", "* * *", "* * * * * *", "every minute", "*/0 * * * *", ""):
        with pytest.raises(psycopg.errors.InvalidParameterValue):
            await postgres.execute("select cron.schedule(%s, 'select 1')", (wrong,))


async def test_a_broadcast_that_cannot_be_sent_only_warns(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    notices: list[str] = []
    postgres.add_notice_handler(lambda notice: notices.append(notice.message_primary or ""))
    await postgres.execute("""select realtime.send('{"a": 1}', 'event', 'room')""")
    await postgres.execute("select realtime.send('[1]', 'event', 'room')")
    assert notices
    assert notices[0].startswith("ErrorSendingBroadcastMessage")
    row = await (
        await postgres.execute("select topic, extension, private, payload ? 'id' from realtime.messages")
    ).fetchone()
    assert row == ("room", "broadcast", True, True)


async def test_broadcast_changes_refuses_statement_triggers(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    with pytest.raises(psycopg.errors.RaiseException, match="for each row"):
        await postgres.execute(
            "select realtime.broadcast_changes('t', 'e', 'INSERT', 't', 's', null::record, null::record, 'STATEMENT')"
        )


async def test_message_partitions_are_made_ahead_and_dropped(platform_database: Database) -> None:
    admin = await platform_database.connect("supabase_admin")
    partitions = (
        "select array_agg(relname::text order by relname) from pg_catalog.pg_class join pg_catalog.pg_inherits"
        " on oid = inhrelid where inhparent = 'realtime.messages'::regclass"
    )
    await admin.execute(
        "create table realtime.messages_2020_01_01 partition of realtime.messages"
        " for values from ('2020-01-01') to ('2020-01-02')"
    )
    await admin.execute("select realtime.maintain_messages(5)")
    names = await value(admin, partitions)
    ahead = await value(admin, "select 'messages_' || to_char(current_date + 5, 'YYYY_MM_DD')")
    assert isinstance(names, list)
    assert ahead in names
    assert "messages_2020_01_01" not in names


def test_platform_files_are_few_and_short() -> None:
    for path in SQL_DIR.glob("*.sql"):
        assert len(path.read_text().splitlines()) <= 260, path
