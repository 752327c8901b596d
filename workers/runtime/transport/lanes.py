"""A few connections that are opened on demand, reused last-in first-out, and dropped on any doubt.

A pool library would add health checks or a reconnect schedule of its own; here a broken connection costs exactly
one failed call, and the next call connects at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
import psycopg
from psycopg.pq import TransactionStatus
from psycopg.types.json import set_json_loads

Connection = psycopg.AsyncConnection[tuple[Any, ...]]

CONNECTION_OPTIONS: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}


class Lanes:
    """At most `size` connections to one database."""

    def __init__(self, dsn: str, size: int, *, name: str, prepared: bool = True) -> None:
        self._dsn = dsn
        self._name = name
        self._prepared = prepared
        self._free = asyncio.Semaphore(size)
        self._idle: list[Connection] = []
        self.opened = 0

    @asynccontextmanager
    async def lane(self) -> AsyncIterator[Connection]:
        """A connection in autocommit; returned when it is still good, closed otherwise."""
        async with self._free:
            connection = self._idle.pop() if self._idle else await self._connect()
            try:
                yield connection
            except psycopg.errors.FeatureNotSupported:
                # A migration changed a type that this connection has prepared statements for.
                await connection.close()
                raise
            finally:
                info = connection.pgconn
                if info.status == psycopg.pq.ConnStatus.OK and info.transaction_status == TransactionStatus.IDLE:
                    self._idle.append(connection)
                else:
                    await connection.close()

    async def close(self) -> None:
        """Close what is idle; lanes in use close themselves when they fail."""
        while self._idle:
            await self._idle.pop().close()

    async def _connect(self) -> Connection:
        connection = await psycopg.AsyncConnection.connect(
            self._dsn, autocommit=True, prepare_threshold=1 if self._prepared else None,
            application_name=self._name, **CONNECTION_OPTIONS,
        )  # fmt: skip
        set_json_loads(orjson.loads, connection)
        self.opened += 1
        return connection
