"""A channel in a real database, and jobs of it whose questions reach that database as a worker's do."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg

from tests.support.database import Database
from workers.runtime.job import ClaimedJob, JobContext
from workers.runtime.transport.postgres import PostgresTransport


class World:
    """A person with an organization, a channel, and what they ask for."""

    def __init__(
        self,
        connection: psycopg.AsyncConnection[Any],
        transport: PostgresTransport,
        person: UUID,
        organization: UUID,
        account: UUID,
    ) -> None:
        self.connection = connection
        self.transport = transport
        self.person = person
        self.organization = organization
        self.account = account

    async def one(self, statement: str, *values: Any) -> Any:
        """The first column of the first row."""
        row = await (await self.connection.execute(statement.encode(), values)).fetchone()
        return None if row is None else row[0]

    async def ask(self, call: str, *values: Any) -> Any:
        """A call of the signed-in person."""
        async with self.connection.transaction():
            await self.connection.execute(
                "select set_config('request.jwt.claims', %s, true), set_config('role', 'authenticated', true)",
                (json.dumps({"sub": str(self.person), "role": "authenticated"}),),
            )
            return await self.one(f"select public.{call}", *values)

    async def item(self, name: str, **columns: Any) -> UUID:
        """A published video."""
        values = {"title": "T", "published_at": datetime.now(UTC), **columns}
        found: UUID = await self.one(
            f"insert into public.content_items (organization_id, social_account_id, platform, platform_content_id,"
            f" {', '.join(values)}) values (%s, %s, 'youtube', %s, {', '.join(['%s'] * len(values))}) returning id",
            self.organization,
            self.account,
            name,
            *values.values(),
        )
        return found

    async def asset(self, name: str, content_type: str, mime_type: str) -> UUID:
        """An upload."""
        found: UUID = await self.one(
            "insert into public.content_assets (organization_id, title, content_type, storage_path, mime_type,"
            " upload_status) values (%s, 'Tomatoes', %s, %s, %s, 'completed') returning id",
            self.organization,
            content_type,
            f"{self.organization}/{name}",
            mime_type,
        )
        return found


@asynccontextmanager
async def connected_channel(database: Database) -> AsyncIterator[World]:
    """Somebody signs up and connects a channel."""
    transport = PostgresTransport(database.dsn)
    await transport.open()
    try:
        yield await _sign_up(database, transport)
    finally:
        await transport.close()


async def _sign_up(database: Database, transport: PostgresTransport) -> World:
    connection = await database.connect("supabase_admin")
    await connection.set_autocommit(True)

    async def one(statement: str, *values: Any) -> Any:
        row = await (await connection.execute(statement.encode(), values)).fetchone()
        assert row is not None
        return row[0]

    person = await one(
        "insert into auth.users (id, aud, role, email) values (gen_random_uuid(), 'authenticated', 'authenticated',"
        " 'ada@example.test') returning id"
    )
    organization = await one("select organization_id from public.organization_members where user_id = %s", person)
    link = await one(
        "insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)"
        " values (%s, 'youtube', 'u', 's') returning id",
        organization,
    )
    account = await one(
        "insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id,"
        " account_name) values (%s, %s, 'youtube', 'a', 'Channel') returning id",
        organization,
        link,
    )
    return World(connection, transport, person, organization, account)


class DatabaseLink:
    """A job's reports, written down; its questions, asked of the database as a worker asks them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.steps: list[str] = []
        self.states: dict[str, Mapping[str, Any]] = {}

    async def heartbeat(self, job: ClaimedJob, progress: float | None, step: str | None) -> str:
        return "ok"

    async def checkpoint(self, job: ClaimedJob, step: str, state: Mapping[str, Any], progress: float | None) -> str:
        json.dumps(state)
        self.steps.append(step)
        self.states[step] = state
        return "ok"

    async def rpc(self, job: ClaimedJob, function: str, arguments: Mapping[str, Any]) -> Any:
        return await self.world.transport.call(function, arguments)


def context(world: World, link: DatabaseLink, subject: str, subject_id: UUID, checkpoints: Any = None) -> JobContext:
    """A claimed job of the kind analyze_content."""
    now = datetime.now(UTC)
    job = ClaimedJob(
        id=1, kind="analyze_content", queue="ai", organization_id=world.organization, subject_id=subject_id,
        payload={"subject": subject, "subject_id": str(subject_id)}, attempt=1, max_attempts=3, lease=1,
        lease_expires_at=now, lease_seconds=60, priority=1, checkpoints=checkpoints if checkpoints is not None else {},
        created_by=None, created_at=now, batch_complete=False,
    )  # fmt: skip
    return JobContext(job, link)
