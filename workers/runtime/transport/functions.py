"""Calling a function of the database by name over a direct connection, as PostgREST does it.

The arguments travel as one JSON document that the function's own parameter types are read from, and the answer comes
back as JSON, so that both transports take and give the same values.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final, LiteralString, TypeAlias

import orjson
import psycopg
from psycopg import errors as pg

from workers.runtime.transport.base import TransportRefused

Statement: TypeAlias = LiteralString | bytes

OWN_ERROR: Final = "PGRST"
CHANGED: Final = (pg.UndefinedFunction.sqlstate, pg.AmbiguousFunction.sqlstate, pg.DatatypeMismatch.sqlstate)
"""A function was replaced by one with other parameters since its signature was looked up."""

# Takes the name, and three times the names of the arguments. One row when there is such a function: may it be called,
# and the statement that calls it.
LOOKUP: Final = """
with candidate as (
  select p.oid, p.proname, p.proretset, p.prorettype, p.proargtypes::oid[] as types,
    coalesce(p.proargnames[1:p.pronargs], '{}') as names, p.pronargs - p.pronargdefaults as required
  from pg_catalog.pg_proc as p
  where p.pronamespace = 'public'::pg_catalog.regnamespace and p.prokind = 'f' and p.proname = %s
)
select
  pg_catalog.has_function_privilege('service_role', c.oid, 'execute')
    or pg_catalog.has_function_privilege('catalyst_worker', c.oid, 'execute'),
  pg_catalog.format(
    case
      when c.prorettype = 'void'::pg_catalog.regtype
        then 'with called as materialized (select public.%%1$I(%%2$s) from %%3$s) select null::jsonb from called'
      when c.proretset
        then 'select coalesce(jsonb_agg(to_jsonb(r)), ''[]'') from %%3$s cross join lateral public.%%1$I(%%2$s) as r'
      else 'select to_jsonb(r) from %%3$s cross join lateral public.%%1$I(%%2$s) as r'
    end,
    c.proname, coalesce(a.passed, ''),
    case when a.declared is null then '(select %%s::jsonb) as given (document)'
    else pg_catalog.format('jsonb_to_record(%%%%s::jsonb) as given (%%s)', a.declared) end
  )
from candidate as c
cross join lateral (
  select
    string_agg(pg_catalog.format('%%1$I => given.%%1$I', n.name), ', ' order by n.position) as passed,
    string_agg(
      pg_catalog.format('%%I %%s', n.name, pg_catalog.format_type(n.type, null)), ', ' order by n.position
    ) as declared
  from unnest(c.names, c.types) with ordinality as n (name, type, position)
  where n.name = any(%s::text[])
) as a
where %s::text[] <@ c.names and c.names[1:c.required] <@ %s::text[]
limit 1
"""


class Functions:
    """Calls by name; each signature is looked up once. `rows` runs a statement and answers its rows."""

    def __init__(self, rows: Callable[[Statement, Sequence[Any]], Awaitable[list[tuple[Any, ...]]]]) -> None:
        self._rows = rows
        self._statements: dict[tuple[str, ...], bytes] = {}

    async def call(self, function: str, document: str, arguments: list[str]) -> Any:
        """Call with the arguments of these names, whose values are in the JSON document."""
        key = (function, *sorted(arguments))
        if key in self._statements:
            try:
                return (await self._rows(self._statements[key], (document,)))[0][0]
            except TransportRefused as error:
                if error.code not in CHANGED:
                    raise
        self._statements[key] = await self._statement(function, arguments)
        return (await self._rows(self._statements[key], (document,)))[0][0]

    async def _statement(self, function: str, arguments: list[str]) -> bytes:
        found = await self._rows(LOOKUP, (function, arguments, arguments, arguments))
        if not found:
            named = f"{function}({', '.join(arguments)})"
            raise TransportRefused(f"there is no function {named}", pg.UndefinedFunction.sqlstate)
        is_granted, statement = found[0]
        if not is_granted:
            raise TransportRefused(f"{function} is not for workers", pg.InsufficientPrivilege.sqlstate)
        return str(statement).encode()


def refused(error: psycopg.Error, message: str) -> TransportRefused:
    """What the database refused; the functions' own errors hold code and message as a document for PostgREST."""
    if error.sqlstate == OWN_ERROR:
        try:
            document = orjson.loads(error.diag.message_primary or "")
            return TransportRefused(str(document["message"]), str(document["code"]))
        except (ValueError, KeyError, TypeError):
            pass
    return TransportRefused(message, error.sqlstate)
