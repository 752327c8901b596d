"""A parsed change, its values by column name."""

from __future__ import annotations

from dataclasses import dataclass

from stack.realtime.backlog import Change
from stack.realtime.catalog import Table
from stack.realtime.pgoutput import Tuple, parse_row

TextRow = dict[str, str | None]


@dataclass(slots=True)
class Event:
    """`old` is the key, or the whole old row with replica identity full; `is_whole` tells that `new` lacks nothing."""

    change: Change
    new: TextRow
    old: TextRow
    is_whole: bool

    @property
    def filtered(self) -> TextRow:
        """What filters look at."""
        return self.old if self.change.action == "DELETE" else self.new


def read_event(change: Change, table: Table) -> Event:
    """Parse a change. A long value that an update left alone is taken from the old row, where that was logged."""
    row, relation = parse_row(change.data), change.relation
    old = _present(relation.columns, row.old or [])
    if row.old is not None and not row.old_is_full:
        old = {name: value for name, value in old.items() if name in relation.identity_columns}
    new = _present(relation.columns, row.new or [])
    if row.new is not None and row.old_is_full:
        new = {name: new.get(name, old.get(name)) for name in relation.columns}
    is_whole = row.new is None or len(new) == len(relation.columns)
    if change.action == "UPDATE" and not old:
        old = {column.name: new[column.name] for column in table.key if column.name in new}
    return Event(change, new, old, is_whole)


def _present(names: tuple[str, ...], values: Tuple) -> TextRow:
    return {name: value for name, value in zip(names, values, strict=False) if value is None or isinstance(value, str)}
