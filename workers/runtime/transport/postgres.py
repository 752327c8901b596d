"""The direct adapter: psycopg, prepared statements, binary results, one round trip per call."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any, LiteralString

import psycopg
from psycopg import errors as pg
from psycopg.rows import BaseRowFactory, Row, tuple_row

from workers.runtime.documents import to_json
from workers.runtime.job import ClaimedJob
from workers.runtime.transport.base import (
    Completion,
    Contract,
    EngineMissing,
    Exceptional,
    KindInfo,
    TransportRefused,
    TransportUnavailable,
)  # fmt: skip
from workers.runtime.transport.functions import Functions, Statement, refused
from workers.runtime.transport.lanes import Connection, Lanes

APPLICATION_NAME = "catalyst-worker"

CONTRACT = "select public.worker_contract(%s::text[])"
CLAIM = (
    "select id, kind, queue, organization_id, subject_id, payload, attempt, max_attempts, lease, lease_expires_at,"
    " lease_seconds, priority, checkpoints, created_by, created_at, batch_complete"
    " from public.claim_jobs(%s::text[], %s::text, %s::integer)"
)
NEXT_RUN_IN = "select extract(epoch from public.next_run_at(%s::text[]) - clock_timestamp())::float8"
CRASHED = "select public.crashed_jobs(%s::bigint[])"
HEARTBEAT = "select public.heartbeat_job(%s::bigint, %s::integer, %s::numeric, %s::text)"
HEARTBEATS = "select id, outcome from public.heartbeat_jobs(%s::bigint[], %s::integer[])"
CHECKPOINT = "select public.checkpoint_job(%s::bigint, %s::integer, %s::text, %s::jsonb, %s::numeric)"
COMPLETE = "select public.complete_job(%s::bigint, %s::integer, %s::jsonb, %s::text, %s::jsonb)"
COMPLETE_MANY = (
    "select id, outcome, error from public.complete_jobs(%s::bigint[], %s::integer[], %s::text[]::jsonb[])"
    " where outcome <> 'completed'"
)
FAIL = "select public.fail_job(%s::bigint, %s::integer, %s::text, %s::text, %s::boolean, %s::numeric)"
SNOOZE = (
    "select public.snooze_job(%s::bigint, %s::integer,"
    " coalesce(%s::timestamptz, clock_timestamp() + make_interval(secs => %s::float8)), %s::jsonb, %s::text, %s::text)"
)
RELEASE = "select public.release_jobs(%s::bigint[], %s::integer[])"

# Refusals of the moment: the server is full, read-only after a failover, out of disk, or chose a deadlock's victim.
TRANSIENT = (
    pg.ReadOnlySqlTransaction, pg.LockNotAvailable, pg.SerializationFailure, pg.DeadlockDetected,
    pg.FeatureNotSupported,  # "cached plan must not change result type", after a migration
)  # fmt: skip


class PostgresTransport:
    """Speaks to the engine's functions over its own connections."""

    def __init__(self, dsn: str, *, connections: int = 4, prepared: bool = True, call_timeout: float = 30) -> None:
        # Claiming has a connection of its own, so that slow completions cannot keep it from work.
        self._claims = Lanes(dsn, 1, name=APPLICATION_NAME, prepared=prepared)
        self._calls = Lanes(dsn, connections, name=APPLICATION_NAME, prepared=prepared)
        self._timeout = call_timeout
        self._functions = Functions(partial(self._rows, self._calls))

    async def open(self) -> None:
        """Connections are made on demand."""

    async def close(self) -> None:
        """Close the connections."""
        await self._claims.close()
        await self._calls.close()

    @property
    def connections_opened(self) -> int:
        """How often a connection was made; the metric of reconnects."""
        return self._claims.opened + self._calls.opened

    async def contract(self, kinds: Sequence[str]) -> Contract:
        """Engine version, clock, and the settings of `kinds`."""
        try:
            found = (await self._one(self._claims, CONTRACT, (list(kinds),)))[0]
        except TransportRefused as error:
            if error.code in (pg.UndefinedFunction.sqlstate, pg.InvalidSchemaName.sqlstate):
                raise EngineMissing("the database has no job engine") from error
            if error.code == pg.InsufficientPrivilege.sqlstate:
                raise EngineMissing("this database role may not use the job engine") from error
            raise
        return read_contract(found)

    async def claim(self, queues: Sequence[str], worker_id: str, limit: int) -> list[ClaimedJob]:
        """Lease up to `limit` jobs."""
        parameters = (list(queues), worker_id, limit)
        async with self._cursor(self._claims, row_factory=_job_rows) as cursor:
            await cursor.execute(CLAIM, parameters)
            return await cursor.fetchall()

    async def next_run_in(self, queues: Sequence[str]) -> float | None:
        """Seconds until the next job becomes due; the database does the subtraction."""
        seconds: float | None = (await self._one(self._claims, NEXT_RUN_IN, (list(queues),)))[0]
        return seconds

    async def crashed(self, job_ids: Sequence[int]) -> set[int]:
        """Those of these jobs whose last attempt ended because its worker was gone."""
        return {row[0] for row in await self._rows(self._claims, CRASHED, (_array(job_ids),))}

    async def heartbeat(self, job_id: int, lease: int, progress: float | None, step: str | None) -> str:
        """Extend one lease and show progress."""
        return await self._word(HEARTBEAT, (job_id, lease, progress, step))

    async def heartbeats(self, leases: Mapping[int, int]) -> dict[int, str]:
        """Extend many leases at once."""
        return dict(await self._rows(self._calls, HEARTBEATS, (_array(leases), _array(leases.values()))))

    async def checkpoint(
        self, job_id: int, lease: int, step: str, state: Mapping[str, Any], progress: float | None
    ) -> str:
        """Remember a step."""
        return await self._word(CHECKPOINT, (job_id, lease, step, to_json(state), progress))

    async def complete(self, completion: Completion) -> str:
        """Finish one job in its own transaction."""
        return await self._word(COMPLETE, completion)

    async def complete_many(self, completions: Sequence[Completion]) -> dict[int, Exceptional]:
        """Finish many jobs; the rows of plain completions never leave the server."""
        ids, leases, results, *_ = zip(*completions, strict=True)
        # Array literals, because the driver would build a dumper for each element.
        documents = list(results) if any(results) else None
        parameters = (_array(ids), _array(leases), documents)
        rows = await self._rows(self._calls, COMPLETE_MANY, parameters)
        return {job_id: Exceptional(outcome, error) for job_id, outcome, error in rows}

    async def fail(
        self, job_id: int, lease: int, code: str, message: str, retryable: bool, retry_after: float | None
    ) -> str:
        """Report a failure."""
        return await self._word(FAIL, (job_id, lease, code, message, retryable, retry_after))

    async def snooze(
        self,
        job_id: int,
        lease: int,
        until: datetime | float,
        state: Mapping[str, Any] | None,
        provider: str | None,
        external_id: str | None,
    ) -> str:
        """Put a job aside."""
        moment, seconds = (until, None) if isinstance(until, datetime) else (None, until)
        document = None if state is None else to_json(state)
        return await self._word(SNOOZE, (job_id, lease, moment, seconds, document, provider, external_id))

    async def release(self, leases: Mapping[int, int]) -> None:
        """Hand jobs back unstarted."""
        await self._rows(self._calls, RELEASE, (_array(leases), _array(leases.values())))

    async def call(self, function: str, arguments: Mapping[str, Any]) -> Any:
        """Call a function that is granted to workers."""
        return await self._functions.call(function, to_json(dict(arguments)), list(arguments))

    async def _word(self, statement: LiteralString, parameters: Sequence[Any]) -> str:
        return str((await self._one(self._calls, statement, parameters))[0])

    async def _one(self, lanes: Lanes, statement: Statement, parameters: Sequence[Any]) -> tuple[Any, ...]:
        return (await self._rows(lanes, statement, parameters))[0]

    async def _rows(
        self, lanes: Lanes, statement: Statement, parameters: Sequence[Any] | Mapping[str, Any]
    ) -> list[tuple[Any, ...]]:
        async with self._cursor(lanes, row_factory=tuple_row) as cursor:
            await cursor.execute(statement, parameters)
            return await cursor.fetchall()

    @asynccontextmanager
    async def _cursor(self, lanes: Lanes, row_factory: BaseRowFactory[Row]) -> AsyncIterator[psycopg.AsyncCursor[Row]]:
        async with self._translated(), lanes.lane() as connection, self._deadline(connection):
            yield connection.cursor(binary=True, row_factory=row_factory)

    @asynccontextmanager
    async def _deadline(self, connection: Connection) -> AsyncIterator[None]:
        """A server that stops answering must not hold a call forever."""
        try:
            async with asyncio.timeout(self._timeout):
                yield
        except TimeoutError as error:
            await connection.close()
            raise TransportUnavailable(f"no answer from the database within {self._timeout:g} s") from error

    @asynccontextmanager
    async def _translated(self) -> AsyncIterator[None]:
        try:
            yield
        except pg.QueryCanceled as error:  # statement_timeout: the same statement would run into it again
            raise TransportRefused(_message(error), error.sqlstate) from error
        except (psycopg.OperationalError, psycopg.InterfaceError, OSError, *TRANSIENT) as error:
            raise TransportUnavailable(_message(error)) from error
        except psycopg.Error as error:
            raise refused(error, _message(error)) from error


def _job_rows(_cursor: object) -> Callable[[Sequence[Any]], ClaimedJob]:
    """Rows become jobs inside the driver's own loop."""
    return ClaimedJob._make


def read_contract(found: Mapping[str, Any]) -> Contract:
    """Both adapters receive the same document."""
    kinds = {kind: KindInfo(row["queue"], row["timeout_seconds"]) for kind, row in found["kinds"].items()}
    return Contract(int(found["engine"]), float(found["clock"]), kinds)


def _array(numbers: Any) -> str:
    return "{" + ",".join(map(str, numbers)) + "}"


def _message(error: BaseException) -> str:
    text = error.diag.message_primary if isinstance(error, psycopg.Error) else None
    return " ".join((text or str(error) or type(error).__name__).split())
