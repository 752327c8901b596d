"""The test database itself: a clone per test, roles and claims as PostgREST sets them."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest

from tests.support.database import Database, DatabaseFactory


async def test_claims_reach_the_database_as_from_postgrest(platform_database: Database) -> None:
    user, organization = uuid4(), uuid4()
    connection = await platform_database.connect_as_user(user, organization)
    row = await (
        await connection.execute(
            "select current_user, auth.uid(), auth.role(),"
            " current_setting('request.headers')::json ->> 'x-organization-id'"
        )
    ).fetchone()
    assert row == ("authenticated", user, "authenticated", str(organization))


@pytest.mark.parametrize("role", ["anon", "authenticated", "service_role"])
async def test_api_roles_cannot_climb_back(platform_database: Database, role: str) -> None:
    connection = await platform_database.connect_as(role)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        await connection.execute("set role postgres")


async def test_clones_do_not_see_each_other(platform_template: str, database_factory: DatabaseFactory) -> None:
    first = await database_factory.create(platform_template)
    second = await database_factory.create(platform_template)
    await (await first.connect()).execute("create table public.marker ()")
    row = await (await (await second.connect()).execute("select to_regclass('public.marker')")).fetchone()
    await database_factory.drop(first)
    await database_factory.drop(second)
    assert row == (None,)
