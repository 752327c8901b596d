"""Many connections that do something at the same moment."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Error

from tests.support.workers import until

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


async def waiting(admin: AsyncConnection[Any], connection: AsyncConnection[Any]) -> None:
    """Return when the connection waits for a lock of somebody."""
    await until(call(admin, "select cardinality(pg_blocking_pids(%s)) > 0", connection.info.backend_pid))


_ENQUEUE = """
select private.enqueue_job(
  p_kind => %s, p_organization_id => %s, p_payload => %s, p_subject_id => %s, p_created_by => %s
)
"""
_TAKE = """
update public.jobs
set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(),
  lease_expires_at = now() + interval '1 hour'
where id = %s
"""


async def under_way(
    admin: AsyncConnection[Any], kind: str, org: UUID | None, subject: UUID, payload: dict[str, Any], by: UUID | None
) -> int:
    """The id of a job that a worker is at, under the lease 1."""
    job: int = await call(admin, _ENQUEUE, kind, org, json.dumps(payload, default=str), subject, by)()
    await admin.execute(_TAKE.encode(), [job])
    return job


def step(connection: AsyncConnection[Any], job: int, name: str, state: dict[str, Any]) -> Attempt:
    """What a worker says on the way of a job that is `under_way`."""
    return call(connection, "select public.checkpoint_job(%s, 1, %s, %s)", job, name, json.dumps(state, default=str))


def end(connection: AsyncConnection[Any], job: int, result: dict[str, Any]) -> Attempt:
    """What a worker says at the end of a job that is `under_way`."""
    return call(connection, "select public.complete_job(%s, 1, %s)", job, json.dumps(result, default=str))
