"""`postgres_changes` parameters: `column=operator.value`, joined by commas, as PostgREST writes them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

OPERATORS = frozenset(
    ("eq", "neq", "lt", "lte", "gt", "gte", "in", "like", "ilike", "is", "match", "imatch", "isdistinct")
)


class ParameterError(ValueError):
    """The subscription asks for something that does not exist; the text goes to the client."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition. The value of `in` is a Postgres array literal."""

    column: str
    operator: str
    value: str
    negate: bool = False


@dataclass(frozen=True, slots=True)
class ChangeSpec:
    """What one `postgres_changes` binding listens to."""

    event: str
    schema: str
    table: str
    filters: tuple[Filter, ...] = ()
    select: tuple[str, ...] | None = None

    def describe(self) -> str:
        """For error messages."""
        shown = ", ".join(f"{f.column}={'not.' if f.negate else ''}{f.operator}.{f.value}" for f in self.filters)
        select = "nil" if self.select is None else ",".join(self.select)
        return f"event: {self.event}, schema: {self.schema}, table: {self.table}, filters: [{shown}], select: {select}"


def binding_id(params: Mapping[str, Any]) -> int:
    """The number by which client and server know a binding: a hash of its parameters, never 0."""
    return (zlib.crc32(orjson.dumps(params, option=orjson.OPT_SORT_KEYS)) & 0x7FFFFFF) + 1


def parse_spec(params: Mapping[str, Any]) -> ChangeSpec:
    """Read one entry of `config.postgres_changes`."""
    event = str(params.get("event", "*")).upper()
    event = event if event in ("INSERT", "UPDATE", "DELETE") else "*"
    schema, table, text = params.get("schema"), params.get("table"), params.get("filter")
    select = _select(params.get("select"))
    filters: tuple[Filter, ...] = ()
    if isinstance(text, str) and isinstance(schema, str) and isinstance(table, str):
        try:
            filters = tuple(parse_filters(text))
        except ParameterError as error:
            raise ParameterError(f"Error parsing `filter` params: {error}") from None
    elif text is not None or not (isinstance(schema, str) or isinstance(table, str)):
        raise ParameterError(
            "No subscription params provided. Please provide at least a `schema` or `table` to subscribe to: "
            + orjson.dumps({k: params[k] for k in ("event", "schema", "table", "filter") if k in params}).decode()
        )
    schema = schema if isinstance(schema, str) else "public"
    table = table if isinstance(table, str) else "*"
    if select is not None and "*" in (schema, table):
        raise ParameterError(
            "Column selection is not supported for wildcard subscriptions. Provide an explicit schema and table name."
        )
    return ChangeSpec(event, schema, table, filters, select)


def parse_filters(text: str) -> Iterator[Filter]:
    """Split at top-level commas and read each condition; an empty text is no condition."""
    if not text.strip():
        return
    for segment in _split_top_level(text.strip()):
        yield _parse_segment(segment.strip())


def _select(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        raise ParameterError(
            'Error parsing `select` params: expected a list of column name strings, e.g. select: ["col1", "col2"]'
        )
    if not isinstance(value, list):
        return None
    names = sorted({name for name in value if isinstance(name, str)})
    return tuple(names) or None


def _split_top_level(text: str) -> list[str]:
    """A quote opens only where a value can begin; inside quotes a backslash takes the next character along."""
    segments, current, depth, quoted, previous = [], "", 0, False, ""
    characters = iter(text)
    for char in characters:
        if quoted:
            if char == "\\":
                char += next(characters, "")
            elif char == '"':
                quoted = False
        elif char == '"' and previous in (".", "(", ","):
            quoted = True
        elif char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif char == "," and depth == 0:
            segments.append(current)
            current, previous = "", ""
            continue
        current += char
        previous = char
    return [*segments, current]


def _parse_segment(segment: str) -> Filter:
    if not segment:
        raise ParameterError("filter must not contain empty segments (check for extra commas)")
    column, equals, rest = segment.partition("=")
    if not equals:
        raise ParameterError(f'["{segment}"]')
    negate = rest.startswith("not.")
    operator, dot, value = rest.removeprefix("not.").partition(".")
    if not dot or operator not in OPERATORS:
        raise ParameterError(f'["{operator}", "{value}"]' if dot else f'["{operator}"]')
    if operator == "in":
        if not (len(value) >= 2 and value.startswith("(") and value.endswith(")")):
            raise ParameterError("`in` filter value must be wrapped by parentheses")
        return Filter(column, operator, "{" + value[1:-1] + "}", negate)
    return Filter(column, operator, _unquote(value), negate)


def _unquote(value: str) -> str:
    """Take PostgREST quotes off; anything that is not one whole quoted string stays as it is."""
    if not value.startswith('"'):
        return value
    result, characters = "", iter(value[1:])
    for char in characters:
        if char == '"':
            return result if next(characters, None) is None else value
        result += next(characters, "") if char == "\\" else char
    return value
