"""Which changed rows a subscriber may see: one statement per table and identity for all rows of a batch.

Everything runs in one read-only snapshot. The row as it is now decides, read as the subscriber. Where the row has
moved on since the change (a later statement or transaction), what is delivered is the row as the subscriber sees
it now: an older version may have been hidden from it, and nobody can ask the policies about the past.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import psycopg
import structlog
from psycopg import AsyncClientCursor, AsyncConnection, sql
from psycopg.rows import TupleRow

from stack.realtime.catalog import Column, Table
from stack.realtime.database import set_identity
from stack.realtime.events import TextRow
from stack.realtime.tokens import Identity

log = structlog.get_logger(__name__)

TIMEOUT = "5s"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A changed row; `position` is its place in the batch, `xid` the transaction that wrote it."""

    position: int
    key: tuple[str | None, ...]
    xid: int
    is_last: bool
    is_whole: bool


async def begin_snapshot(connection: AsyncConnection[TupleRow]) -> None:
    """The first statement of the transaction."""
    await connection.execute("set transaction isolation level repeatable read, read only")


async def snapshot_includes(connection: AsyncConnection[TupleRow], xids: Iterable[int]) -> bool:
    """The stream can be ahead: a commit is in the log a moment before other sessions see it."""
    cursor = await connection.execute("select pg_catalog.pg_current_snapshot()::text")
    row = await cursor.fetchone()
    assert row is not None
    _, xmax_text, running_text = str(row[0]).split(":")
    xmax = int(xmax_text)
    running = {int(xid) for xid in running_text.split(",") if xid}
    return all(_finished(xid, xmax, running) for xid in xids)


def _finished(xid: int, xmax: int, running: set[int]) -> bool:
    """`xid` has 32 bits, the snapshot's have 64."""
    full = (xmax >> 32 << 32) | xid
    if full - xmax > 1 << 31:
        full -= 1 << 32
    return full < xmax and full not in running


async def stale_positions(
    connection: AsyncConnection[TupleRow], table: Table, candidates: Sequence[Candidate]
) -> dict[int, bool]:
    """Position → whether the row must be read anew; rows that are gone are missing."""
    query = sql.SQL("select v.n, t.xmin::text from {} join {} t on {}").format(
        _values(table, candidates, dict.fromkeys((c.position for c in candidates), False)),
        sql.Identifier(table.schema, table.name),
        _join(table),
    )
    cursor = await connection.execute(query)
    writers = {int(row[0]): int(row[1]) for row in await cursor.fetchall()}
    return {
        c.position: not (c.is_last and c.is_whole and writers[c.position] == c.xid)
        for c in candidates
        if c.position in writers
    }


async def visible_rows(
    connection: AsyncConnection[TupleRow],
    table: Table,
    identity: Identity,
    candidates: Sequence[Candidate],
    stale: dict[int, bool],
) -> dict[int, TextRow | None]:
    """Position → None (visible as logged) or the row as the identity sees it now. Failing closed: no answer, no row."""
    wanted = [candidate for candidate in candidates if candidate.position in stale]
    if not wanted:
        return {}
    columns = table.readable(identity.role)
    # One round trip, so no parameters: several statements cannot have any.
    query = sql.SQL(
        "savepoint identity; select set_config('statement_timeout', {}, true); {}; "
        "select v.n, case when v.f then array[{}]::text[] end from {} join {} t on {}; "
        "rollback to savepoint identity; release savepoint identity"
    ).format(
        sql.Literal(TIMEOUT),
        set_identity(identity),
        sql.SQL(", ").join(_output(column) for column in columns),
        _values(table, wanted, stale),
        sql.Identifier(table.schema, table.name),
        _join(table),
    )
    rows: dict[int, TextRow | None] = {}
    try:
        async with AsyncClientCursor(connection) as cursor:
            await cursor.execute(query)
            for _ in range(3):
                cursor.nextset()
            for position, texts in await cursor.fetchall():
                rows[position] = None if texts is None else dict(zip((c.name for c in columns), texts, strict=True))
    except psycopg.Error as error:
        if connection.broken:
            raise
        await connection.execute("rollback to savepoint identity")
        log.warning(
            "realtime.visibility_failed", table=f"{table.schema}.{table.name}", role=identity.role, error=str(error)
        )
        return {}
    return rows


def _output(column: Column) -> sql.Composable:
    """The text that the type itself prints, as in the log; a cast to text is not always that."""
    name = sql.Identifier("t", column.name)
    return sql.SQL("case when {} is null then null else format('%s', {}) end").format(name, name)


def _values(table: Table, candidates: Sequence[Candidate], stale: dict[int, bool]) -> sql.Composable:
    arrays = [
        sql.SQL("{}::int[]").format(sql.Literal([c.position for c in candidates])),
        sql.SQL("{}::bool[]").format(sql.Literal([stale[c.position] for c in candidates])),
        *(sql.SQL("{}::text[]").format(sql.Literal([c.key[i] for c in candidates])) for i in range(len(table.key))),
    ]
    names = sql.SQL(", ").join(sql.Identifier(f"k{i}") for i in range(len(table.key)))
    return sql.SQL("unnest({}) as v(n, f, {})").format(sql.SQL(", ").join(arrays), names)


def _join(table: Table) -> sql.Composable:
    return sql.SQL(" and ").join(
        sql.SQL("{} = {}::{}").format(sql.Identifier("t", c.name), sql.Identifier("v", f"k{i}"), sql.SQL(c.cast))
        for i, c in enumerate(table.key)
    )
