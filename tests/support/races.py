"""Many connections that do something at the same moment."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from psycopg import AsyncConnection, Error

Attempt = Callable[[], Awaitable[Any]]


async def race(attempts: Iterable[Attempt]) -> list[Any]:
    """Start all attempts at once; an attempt that the database refuses answers its error code."""
    attempts = list(attempts)
    barrier = asyncio.Barrier(len(attempts))

    async def run(attempt: Attempt) -> Any:
        await barrier.wait()
        try:
            return await attempt()
        except Error as error:
            return code_of(error)

    return await asyncio.gather(*(run(attempt) for attempt in attempts))


def code_of(error: Error) -> str:
    """The API's code of an error, or its SQLSTATE."""
    if error.sqlstate == "PGRST":
        return str(json.loads(error.diag.message_primary or "{}")["code"])
    return error.sqlstate or type(error).__name__


def call(connection: AsyncConnection[Any], query: str, *arguments: Any) -> Attempt:
    """An attempt: one query, its first value."""

    async def attempt() -> Any:
        row = await (await connection.execute(query.encode(), arguments)).fetchone()
        return row[0] if row else None

    return attempt
