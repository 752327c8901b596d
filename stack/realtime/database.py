"""Connections for checks: as the bridge's own role, switching to the client's inside a transaction only."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Mapping

import orjson
import psycopg
from psycopg import AsyncConnection, sql
from psycopg.rows import TupleRow
from psycopg_pool import AsyncConnectionPool, PoolClosed, PoolTimeout

from stack.realtime.tokens import Identity

WAIT_SECONDS = 3.0

_SET_IDENTITY = """
select
  set_config('role', {role}, true),
  set_config('realtime.topic', {topic}, true),
  set_config('request.jwt.claims', {claims}, true),
  set_config('request.jwt.claim.sub', {sub}, true),
  set_config('request.jwt.claim.role', {role}, true),
  set_config('request.headers', {headers}, true)
"""


class DatabaseUnavailableError(Exception):
    """No connection could be had."""


def set_identity(identity: Identity, headers: Mapping[str, str] | None = None, topic: str = "") -> sql.Composed:
    """The statement that makes the rest of the transaction run as a client."""
    return sql.SQL(_SET_IDENTITY).format(
        role=sql.Literal(identity.role),
        topic=sql.Literal(topic),
        claims=sql.Literal(identity.claims_json),
        sub=sql.Literal(identity.subject),
        headers=sql.Literal(orjson.dumps(dict(headers or {})).decode()),
    )


class Database:
    """A small pool that heals after a restart of Postgres."""

    def __init__(self, dsn: str, size: int, *, check: bool = True) -> None:
        """Nothing is opened yet. Who retries anyway need not `check` a connection before each use."""
        self._pool = AsyncConnectionPool(
            dsn,
            min_size=1,
            max_size=size,
            open=False,
            timeout=WAIT_SECONDS,
            reconnect_timeout=0,
            check=AsyncConnectionPool.check_connection if check else None,
            kwargs={
                "autocommit": True,
                "application_name": "catalyst realtime",
                "options": "-c timezone=UTC -c statement_timeout=10s -c idle_in_transaction_session_timeout=60s",
                "connect_timeout": 5,
            },
        )

    async def open(self) -> None:
        """Start connecting; returns before the first connection stands."""
        await self._pool.open(wait=False)

    async def close(self) -> None:
        """Close every connection."""
        await self._pool.close()

    @contextlib.asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection[TupleRow]]:
        """Borrow one; raises `DatabaseUnavailableError` when the server cannot be reached or goes away meanwhile."""
        try:
            async with self._pool.connection() as connection:
                try:
                    yield connection
                except psycopg.Error as error:
                    if connection.broken:
                        raise DatabaseUnavailableError(str(error)) from error
                    raise
        except (PoolTimeout, PoolClosed) as error:
            raise DatabaseUnavailableError(str(error)) from error
