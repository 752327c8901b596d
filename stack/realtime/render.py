"""Writes the `data` of a `postgres_changes` message."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import orjson
import psycopg
from psycopg import AsyncConnection, sql
from psycopg.rows import TupleRow

from stack.realtime.backlog import Change
from stack.realtime.catalog import Column, Table
from stack.realtime.events import Event
from stack.realtime.frames import Frame, Serializer, Wire

TextRow = Mapping[str, str | None]

SMALL_VALUE_BYTES = 64
NO_KEY = "Error 400: Bad Request, no primary key"
UNAUTHORIZED = "Error 401: Unauthorized"
TOO_LARGE = "Error 413: Payload Too Large"


class Rendered:
    """The data of one change for one role, encoded once per way it is framed."""

    def __init__(self, data: bytes) -> None:
        """Keep the JSON."""
        self._data = data
        self._wires: dict[tuple[str, str, tuple[int, ...]], Wire] = {}

    def wire(self, serializer: Serializer, topic: str, ids: Sequence[int]) -> Wire:
        """The message for channels of this topic and protocol version with these bindings."""
        key = (serializer.vsn, topic, tuple(ids))
        if key not in self._wires:
            payload = {"ids": list(ids), "data": orjson.Fragment(self._data)}
            self._wires[key] = serializer.encode(Frame(topic, "postgres_changes", payload))
        return self._wires[key]


class Renderer:
    """Renders the changes of one table in one batch."""

    def __init__(self, table: Table, max_record_bytes: int) -> None:
        """Start with nothing rendered."""
        self.table = table
        self.converted: dict[tuple[str, str], Any] = {}
        self._max = max_record_bytes
        self._cache: dict[tuple[int, str, tuple[str, ...] | None], Rendered] = {}

    def render(
        self,
        change: Change,
        new: TextRow,
        old: TextRow,
        *,
        role: str,
        select: tuple[str, ...] | None,
        is_fresh: bool,
    ) -> Rendered:
        """Shared by all identities of a role, unless the row was read anew for one of them."""
        key = (change.sequence, role, select)
        if not is_fresh and key in self._cache:
            return self._cache[key]
        rendered = Rendered(orjson.dumps(self._data(change, new, old, role, select)))
        if not is_fresh:
            self._cache[key] = rendered
        return rendered

    def _data(
        self, change: Change, new: TextRow, old: TextRow, role: str, select: Collection[str] | None
    ) -> dict[str, Any]:
        table, action = self.table, change.action
        data: dict[str, Any] = {
            "schema": table.schema,
            "table": table.name,
            "commit_timestamp": _timestamp(change),
            "type": action,
            "columns": [],
            "errors": None,
        }
        if action != "DELETE" and (error := self._refusal(role)):
            return data | {"record": {}, "errors": [error]} | ({"old_record": {}} if action == "UPDATE" else {})
        columns = [c for c in table.readable(role) if select is None or c.name in select or c.is_key]
        data["columns"] = [{"name": c.name, "type": c.type_name} for c in columns]
        too_large = len(change.data) > self._max
        if too_large:
            data["errors"] = [TOO_LARGE]
        if action != "DELETE":
            data["record"] = self._record(columns, new, too_large)
        if action != "INSERT":
            # The policies cannot be asked about a row that is gone, so only its key is told.
            shown = [c for c in columns if c.is_key] if action == "DELETE" and table.has_rls else columns
            data["old_record"] = self._record(shown, old, too_large)
        return data

    def _refusal(self, role: str) -> str | None:
        if not self.table.key:
            return NO_KEY
        if any(role not in column.readers for column in self.table.key):
            return UNAUTHORIZED
        return None

    def _record(self, columns: Sequence[Column], row: TextRow, too_large: bool) -> dict[str, Any]:
        return {
            column.name: self._value(column, text)
            for column in columns
            if column.name in row
            for text in [row[column.name]]
            if not too_large or text is None or len(text.encode()) <= SMALL_VALUE_BYTES
        }

    def _value(self, column: Column, text: str | None) -> Any:
        if text is None:
            return None
        if column.convert is not None:
            return column.convert(text)
        return self.converted.get((column.cast, text), text)


async def convert_unknown(
    connection: AsyncConnection[TupleRow],
    renderer: Renderer,
    events: Sequence[Event],
    fresh: Iterable[TextRow | None],
) -> None:
    """Let Postgres write the JSON of types that this program does not know (composites, domains, extensions')."""
    unknown = [column for column in renderer.table.columns.values() if column.convert is None]
    if not unknown:
        return
    rows = [row for row in (*fresh, *(e.new for e in events), *(e.old for e in events)) if row]
    for column in unknown:
        texts = {text for row in rows if (text := row.get(column.name)) is not None}
        missing = sorted(text for text in texts if (column.cast, text) not in renderer.converted)
        if not missing:
            continue
        query = sql.SQL("select x, to_jsonb(x::{})::text from unnest({}::text[]) x").format(
            sql.SQL(column.cast),
            sql.Literal(missing),
        )
        try:
            async with connection.transaction():
                cursor = await connection.execute(query)
                for text, json in await cursor.fetchall():
                    renderer.converted[column.cast, text] = orjson.Fragment(json)
        except psycopg.Error:
            if connection.broken:
                raise
            # The type changed since the row was written: its text is the best there is.


def _timestamp(change: Change) -> str:
    moment = change.transaction.begin.timestamp
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"
