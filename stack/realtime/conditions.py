"""Decides which rows pass a filter: by Postgres, except where comparing text gives the same answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from psycopg import AsyncConnection, sql
from psycopg.rows import TupleRow

from stack.realtime.catalog import Column, Table
from stack.realtime.filters import Filter, ParameterError

MAX_IN_VALUES = 100

_INFIX: Final = {
    "eq": "=", "neq": "<>", "lt": "<", "lte": "<=", "gt": ">", "gte": ">=",
    "like": "like", "ilike": "ilike", "match": "~", "imatch": "~*",
}  # fmt: skip
_KEYWORDS: Final = ("null", "true", "false", "unknown")
# bool, int8, int2, int4, text, varchar, uuid: equal values have equal text (text under the usual collations).
_CANONICAL: Final = frozenset((16, 20, 21, 23, 25, 1043, 2950))


_CANONICAL_TEXTS = "select array_agg(format('%%s', x)) filter (where x is not null) from unnest({}) x"


@dataclass(frozen=True, slots=True)
class Condition:
    """A checked filter. `texts` are the canonical values of an `eq` or `in` that needs no Postgres."""

    filter: Filter
    texts: frozenset[str] | None = None


def expression(operand: sql.Composable, column: Column, filter_: Filter) -> sql.Composable:
    """The filter as SQL. Null means: does not pass."""
    cast = sql.SQL(column.cast)  # from format_type, which quotes
    value = sql.Literal(filter_.value)
    negation = sql.SQL("not ") if filter_.negate else sql.SQL("")
    if filter_.operator == "is":
        if filter_.value not in _KEYWORDS:
            raise ParameterError("invalid value for is filter: must be null, true, false, or unknown")
        keyword = sql.SQL(filter_.value)  # one of _KEYWORDS
        return sql.SQL("({} is {}{})").format(operand, negation, keyword)
    if filter_.operator == "isdistinct":
        return sql.SQL("({} is {}distinct from {}::{})").format(operand, negation, value, cast)
    if filter_.operator == "in":
        return sql.SQL("({}({} = any ({}::{}[])))").format(negation, operand, value, cast)
    operator = sql.SQL(_INFIX[filter_.operator])
    return sql.SQL("({}({} {} {}::{}))").format(negation, operand, operator, value, cast)


async def check_filter(connection: AsyncConnection[TupleRow], table: Table, role: str, filter_: Filter) -> Condition:
    """Try a filter on a null before it meets the stream; database errors are the caller's to translate."""
    column = table.columns.get(filter_.column)
    if column is None or role not in column.readers:
        raise ParameterError(f"invalid column for filter {filter_.column}")
    cast = sql.SQL(column.cast)
    trial = expression(sql.SQL("null::{}").format(cast), column, filter_)
    await connection.execute(sql.SQL("select {}").format(trial))
    if filter_.operator in ("match", "imatch"):
        await connection.execute("select '' ~ %s", (filter_.value,))
    if filter_.operator not in ("eq", "in"):
        return Condition(filter_)
    values = sql.SQL("%s::{}[]") if filter_.operator == "in" else sql.SQL("array[%s::{}]")
    cursor = await connection.execute(
        sql.SQL("select array_agg(format('%%s', x)) filter (where x is not null) from unnest({}) x").format(
            values.format(cast)
        ),
        (filter_.value,),
    )
    row = await cursor.fetchone()
    texts: list[str] = (row[0] if row else None) or []
    if len(texts) > MAX_IN_VALUES:
        raise ParameterError(f"too many values for `in` filter. Maximum {MAX_IN_VALUES}")
    fast = column.type_oid in _CANONICAL and column.is_deterministic and not filter_.negate
    return Condition(filter_, frozenset(texts) if fast else None)


async def passing_rows(
    connection: AsyncConnection[TupleRow],
    table: Table,
    conditions: Sequence[Condition],
    rows: Sequence[Mapping[str, str | None]],
) -> dict[Condition, set[int]]:
    """Which rows (by position) pass each condition. A row without the column passes nothing."""
    result: dict[Condition, set[int]] = {}
    slow: list[Condition] = []
    index: dict[str, dict[str | None, list[int]]] = {}
    for condition in conditions:
        column = table.columns.get(condition.filter.column)
        if column is None:
            result[condition] = set()
        elif condition.texts is not None and column.type_oid in _CANONICAL:
            if column.name not in index:
                by_value = index[column.name] = {}
                for position, row in enumerate(rows):
                    by_value.setdefault(row.get(column.name), []).append(position)
            result[condition] = {p for text in condition.texts for p in index[column.name].get(text, ())}
        else:
            slow.append(condition)
    if slow:
        result.update(await _by_postgres(connection, table, slow, rows))
    return result


async def _by_postgres(
    connection: AsyncConnection[TupleRow],
    table: Table,
    conditions: Sequence[Condition],
    rows: Sequence[Mapping[str, str | None]],
) -> dict[Condition, set[int]]:
    names = sorted({condition.filter.column for condition in conditions})
    columns = [table.columns[name] for name in names]
    fields = [sql.Identifier(f"c{number}") for number in range(len(names))]
    tests = [
        sql.SQL("({} and {})").format(_present(i), expression(_typed(fields[i], columns[i]), columns[i], c.filter))
        for c in conditions
        for i in [names.index(c.filter.column)]
    ]
    query = sql.SQL("select {} from unnest({}) with ordinality as v({}, n) order by n").format(
        sql.SQL(", ").join(sql.SQL("coalesce({}, false)").format(test) for test in tests),
        sql.SQL(", ").join(_arrays(name, rows) for name in names),
        sql.SQL(", ").join(part for i, field in enumerate(fields) for part in (field, _present(i))),
    )
    passed: dict[Condition, set[int]] = {condition: set() for condition in conditions}
    cursor = await connection.execute(query)
    position = 0
    async for answers in cursor:
        for condition, answer in zip(conditions, answers, strict=True):
            if answer:
                passed[condition].add(position)
        position += 1
    return passed


def _arrays(name: str, rows: Sequence[Mapping[str, str | None]]) -> sql.Composable:
    return sql.SQL("{}::text[], {}::bool[]").format(
        sql.Literal([row.get(name) for row in rows]), sql.Literal([name in row for row in rows])
    )


def _present(number: int) -> sql.Identifier:
    return sql.Identifier(f"p{number}")


def _typed(field: sql.Identifier, column: Column) -> sql.Composable:
    return sql.SQL("{}::{}").format(field, sql.SQL(column.cast))
