"""Uploads and syncs that come at once: storage is never sold twice, and no item is doubled or lost."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from tests.support.database import Database
from tests.support.races import call, race

GIGABYTE = 1024**3


async def value(connection: AsyncConnection[Any], query: str, *arguments: Any) -> Any:
    row = await (await connection.execute(query.encode(), arguments)).fetchone()
    return row[0] if row else None


async def test_uploads_at_once_do_not_pass_the_storage_of_the_plan(database: Database) -> None:
    """The free plan keeps one gigabyte and takes five uploads a month: three of 300 MB fit."""
    person = await database.create_user()
    connections = [await database.connect_as_user(person) for _ in range(5)]
    announce = (
        "select (public.create_content_asset('Film', p_file_name => 'f.mp4', p_mime_type => 'video/mp4', "
        "p_size_bytes => 300000000)).upload_status::text"
    )
    answers = await race([call(connection, announce) for connection in connections])
    assert sorted(answers) == ["QUOTA_EXCEEDED"] * 2 + ["pending"] * 3
    admin = await database.connect()
    counted = "select used from public.usage_counters where metric = %s and used > 0"
    assert await value(admin, counted, "storage_bytes") == 900_000_000 <= GIGABYTE
    assert await value(admin, counted, "uploads") == 3, "what was refused is not counted"
    assert await value(admin, "select count(*) from private.quota_discrepancies()") == 0

    await admin.execute("update public.content_assets set deleted_at = now(), storage_expires_at = now()")
    purges = [await database.connect() for _ in range(4)]
    removed = await race([call(connection, "select private.purge_content_assets()::int") for connection in purges])
    assert sum(removed) == 3, "each is purged by one"
    assert await value(admin, "select sum(used) from public.usage_counters where metric = 'storage_bytes'") == 0


async def test_syncs_of_one_account_at_once_double_nothing(database: Database) -> None:
    admin = await database.connect()
    person = await database.create_user()
    organization = await value(admin, "select active_organization_id from public.profiles where id = %s", person)
    connection_id = await value(
        admin,
        "insert into public.platform_connections (organization_id, platform, platform_user_id, status) "
        "values (%s, 'youtube', 'c', 'revoked') returning id",
        organization,
    )
    account: UUID = await value(
        admin,
        """
        insert into public.social_accounts
          (organization_id, connection_id, platform, platform_account_id, account_name)
        values (%s, %s, 'youtube', 'a', 'A')
        returning id
        """,
        organization,
        connection_id,
    )
    items = json.dumps([{"platform_content_id": f"v{number}", "title": f"Video {number}"} for number in range(200)])
    workers = [await database.connect_as("service_role") for _ in range(6)]
    sync = "select (public.upsert_content_items(%s, %s) ->> 'inserted')::int"
    inserted = await race([call(worker, sync, account, items) for worker in workers])
    assert sorted(inserted) == [0] * 5 + [200]
    assert await value(admin, "select count(*) from public.content_items") == 200
    assert await value(admin, "select count(*) from public.content_revisions") == 0, "nothing changed"
