"""A test's own database: cloned from the migrated template, dropped afterwards."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID, uuid4

from psycopg import AsyncConnection, sql

from tests.support.backends import Backend

# PostgREST logs in as this role and switches; it may become nothing but these.
_API_ROLES = ("anon", "authenticated", "service_role")


class Server(Protocol):
    """Something that knows the address of its databases."""

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        """A URL for a database and a login role."""


class Database:
    """One database of the run's server, with every connection that a test opens to it."""

    def __init__(self, backend: Server, name: str) -> None:
        """The database must exist."""
        self.backend = backend
        self.name = name
        self._connections: list[AsyncConnection[Any]] = []

    @property
    def dsn(self) -> str:
        """URL as `postgres`, the owner of the project's schema."""
        return self.backend.dsn(self.name)

    def dsn_as(self, user: str) -> str:
        """URL as another login role (`supabase_admin` is the superuser)."""
        return self.backend.dsn(self.name, user)

    async def connect(self, user: str = "postgres", *, autocommit: bool = True, **options: Any) -> AsyncConnection[Any]:
        """Open a connection; it is closed with the database."""
        connection = await AsyncConnection.connect(self.dsn_as(user), autocommit=autocommit, **options)
        self._connections.append(connection)
        return connection

    async def connect_as(
        self, role: str, claims: Mapping[str, Any] | None = None, *, headers: Mapping[str, str] | None = None,
        autocommit: bool = True, **options: Any,
    ) -> AsyncConnection[Any]:  # fmt: skip
        """Open a connection that acts as PostgREST does for this role and these JWT claims.

        `claims` may leave out `role`; header names are lower case (`x-organization-id`).
        """
        login = "authenticator" if role in _API_ROLES else "supabase_admin"
        connection = await self.connect(login, **options)
        values = {
            "request.jwt.claims": json.dumps({"role": role, **(claims or {})}, default=str),
            "request.headers": json.dumps(dict(headers or {})),
        }
        for name, value in values.items():
            await connection.execute("select set_config(%s, %s, false)", (name, value))
        await connection.execute(sql.SQL("set role {}").format(sql.Identifier(role)))
        await connection.set_autocommit(autocommit)
        return connection

    async def connect_as_user(
        self, user_id: UUID, organization_id: UUID | None = None, **options: Any
    ) -> AsyncConnection[Any]:
        """`connect_as('authenticated')` for a person, in an organization of theirs if named."""
        headers = {"x-organization-id": str(organization_id)} if organization_id else None
        return await self.connect_as("authenticated", {"sub": str(user_id)}, headers=headers, **options)

    async def create_user(self, email: str | None = None, **metadata: Any) -> UUID:
        """Sign a person up as Auth does: a row in auth.users, from which triggers make the rest."""
        user_id = uuid4()
        connection = await self.connect("supabase_admin")
        await connection.execute(
            """
            insert into auth.users (id, aud, role, email, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
            values (%s, 'authenticated', 'authenticated', %s, '{}', %s, now(), now())
            """,
            (user_id, email or f"{user_id.hex[:12]}@example.test", json.dumps(metadata)),
        )
        await connection.close()
        return user_id

    async def close(self) -> None:
        """Close what the test left open."""
        while self._connections:
            await self._connections.pop().close()


class DatabaseFactory:
    """Clones templates into databases; names are unique across the run's processes."""

    def __init__(self, backend: Backend) -> None:
        """The server must be running."""
        self.backend = backend
        self._count = 0
        self._admin: AsyncConnection[Any] | None = None

    async def create(self, template: str) -> Database:
        """Clone a template: 65 ms with its drop at 9 MB; `file_copy` takes 80 and a checkpoint of everybody."""
        self._count += 1
        name = f"test_{os.getpid()}_{self._count}"
        await (await self._connection()).execute(
            sql.SQL("create database {} owner postgres template {} strategy wal_log").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return Database(self.backend, name)

    async def drop(self, database: Database) -> None:
        """Drop a clone, whoever is still connected."""
        await database.close()
        await (await self._connection()).execute(
            sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(database.name))
        )

    async def close(self) -> None:
        """Close the factory's own connection."""
        if self._admin is not None:
            await self._admin.close()

    async def _connection(self) -> AsyncConnection[Any]:
        if self._admin is None or self._admin.closed:
            self._admin = await AsyncConnection.connect(self.backend.dsn(user="supabase_admin"), autocommit=True)
        return self._admin
