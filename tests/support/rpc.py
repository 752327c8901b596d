"""Every function that clients may call, from the catalogue, and the worst that can be sent to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tests.support.database import Database

_FUNCTIONS = """
select p.proname, p.proargnames[1:p.pronargs]::text[],
  array(select t::regtype::text from unnest(p.proargtypes) with ordinality as u (t, n) order by n),
  array(select r from unnest(array['anon', 'authenticated']) as r where has_function_privilege(r, p.oid, 'execute')),
  p.provolatile <> 'v'
from pg_proc as p
where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype
  and not exists (select from pg_depend as d where d.objid = p.oid and d.deptype = 'e')
order by 1
"""
MEGABYTE = 1_000_000
_DEEP = 5000
# The embedded REST reads the one as a replacement character; the other names no row.
_HARMLESS = {("text", "half a surrogate pair"), ("uuid[]", "nulls inside")}


class Raw(str):
    """JSON text that a serialiser would refuse to write."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the API with its parameters in order, each of which may be left out."""

    name: str
    parameters: dict[str, str]
    roles: tuple[str, ...]
    only_reads: bool


@dataclass(frozen=True, slots=True)
class Abuse:
    """One call: what is done to which parameter, and the body that does it."""

    title: str
    parameter: str
    body: str
    may_succeed: bool = False


async def client_functions(database: Database) -> list[Function]:
    """The functions of `public` that anon or authenticated may execute."""
    connection = await database.connect("supabase_admin")
    found = await (await connection.execute(_FUNCTIONS)).fetchall()
    await connection.close()
    return [
        Function(name, dict(zip(names or [], types, strict=True)), tuple(roles), only_reads)
        for name, names, types, roles, only_reads in found
        if roles
    ]


def abuses(function: Function) -> Iterator[Abuse]:
    """Null, wrong type, too big, not a number, not text, for each parameter in turn."""
    for name, kind in function.parameters.items():
        yield Abuse("null", name, _body({name: None}), may_succeed=True)
        for title, value in _hostile(kind):
            yield Abuse(
                title,
                name,
                _body({name: value}),
                may_succeed=(kind, title) in _HARMLESS,
            )
    yield Abuse("an unknown parameter", "p_unheard_of", _body({"p_unheard_of": 1}))
    for title, body in (("an array as body", "[1]"), ("no JSON", "{"), ("a bare string", '"x"')):
        if function.parameters:
            yield Abuse(title, "", body, may_succeed=title == "an array as body")  # the embedded REST takes its first


def plausible(kind: str) -> Any:
    """A value that passes for the type, so that only the abused parameter is wrong."""
    if kind.endswith("[]"):
        return [plausible(kind[:-2])]
    by_type = {"uuid": str(uuid4()), "integer": 1, "bigint": 1, "smallint": 1, "numeric": 1, "boolean": True}
    if kind in ("jsonb", "json"):
        return {}
    if kind.startswith("timestamp"):
        return "2026-06-01T00:00:00Z"
    return by_type.get(kind, "word")


def _hostile(kind: str) -> Iterator[tuple[str, Any]]:
    if kind.endswith("[]"):
        yield "100,000 elements", Raw("[" + ",".join([json.dumps(plausible(kind[:-2]))] * 100_000) + "]")
        yield "nulls inside", [None, None]
        yield "nested arrays", [[["a"]]]
        yield "an object", {"a": 1}
        yield "NUL inside", ["a\u0000b"]
        yield "an object inside", [{"a": {}}]
    elif kind in ("jsonb", "json"):
        yield "5,000 levels deep", Raw('{"a":' * _DEEP + "1" + "}" * _DEEP)
        yield "a megabyte", {"a": "x" * MEGABYTE}
        yield "NUL inside", {"a": "\u0000"}
        yield "half a surrogate pair", Raw('{"a": "\\ud800"}')
        yield "an array", [1, 2]
        yield "a number", 10**308
        yield "a string", "word"
    elif kind in ("integer", "bigint", "smallint", "numeric", "double precision"):
        yield "2^63", Raw(str(2**63))
        yield "-2^63 - 1", Raw(str(-(2**63) - 1))
        yield "negative", -1
        yield "NaN", "NaN"
        yield "1e308", Raw("1e308")
        yield "a word", "word"
        yield "an object", {"a": 1}
        yield "a list", [1]
    elif kind == "boolean":
        yield "a word", "word"
        yield "an object", {}
    else:
        yield "a megabyte", "x" * MEGABYTE
        yield "NUL inside", "a\u0000b"
        yield "half a surrogate pair", Raw('"a\\ud800b"')
        if kind != "text":
            yield "a word", "not-one-of-them"
            yield "a number", 1
            yield "an object", {"a": 1}
            yield "empty", ""


def _body(values: dict[str, Any]) -> str:
    parts = (f"{json.dumps(k)}: {v if isinstance(v, Raw) else json.dumps(v)}" for k, v in values.items())
    return "{" + ", ".join(parts) + "}"
