"""Reads the messages of Postgres' own logical decoding plugin, protocol version 1, text format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from struct import Struct
from typing import Final

_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
_U16, _U32 = Struct("!H"), Struct("!I")
_BEGIN = Struct("!QqI")

ACTIONS: Final = {ord("I"): "INSERT", ord("U"): "UPDATE", ord("D"): "DELETE"}

Values = list[str | None]


class _Unchanged:
    """A long value that an update left alone: Postgres does not send it again."""

    def __repr__(self) -> str:
        return "UNCHANGED"


UNCHANGED: Final = _Unchanged()
Tuple = list["str | _Unchanged | None"]


@dataclass(frozen=True, slots=True)
class Begin:
    """The transaction that the next changes belong to."""

    commit_lsn: int
    timestamp: datetime
    xid: int

    @classmethod
    def none(cls) -> Begin:
        """Before the first transaction."""
        return cls(0, _EPOCH, 0)


@dataclass(frozen=True, slots=True)
class Relation:
    """A table as it was when the change was written."""

    oid: int
    schema: str
    name: str
    columns: tuple[str, ...]
    identity_columns: frozenset[str]

    @property
    def is_messages(self) -> bool:
        """Whether this is realtime.messages, or a partition of it where the publication names those."""
        return self.schema == "realtime" and (self.name == "messages" or self.name.startswith("messages_"))


@dataclass(frozen=True, slots=True)
class Row:
    """One change; `old` holds the key, or the whole old row with replica identity full."""

    new: Tuple | None
    old: Tuple | None
    old_is_full: bool


def parse_begin(data: bytes) -> Begin:
    """Message `B`."""
    lsn, microseconds, xid = _BEGIN.unpack_from(data, 1)
    return Begin(lsn, _EPOCH + timedelta(microseconds=microseconds), xid)


def relation_oid(data: bytes) -> int:
    """Which table an `R`, `I`, `U` or `D` message is about, without reading the rest of it."""
    return int(_U32.unpack_from(data, 1)[0])


def parse_relation(data: bytes) -> Relation:
    """Message `R`."""
    schema, offset = _string(data, 5)
    name, offset = _string(data, offset)
    (count,) = _U16.unpack_from(data, offset + 1)
    offset += 3
    columns, identity_columns = [], set()
    for _ in range(count):
        flags = data[offset]
        column, offset = _string(data, offset + 1)
        offset += 8
        columns.append(column)
        if flags & 1:
            identity_columns.add(column)
    return Relation(relation_oid(data), schema or "pg_catalog", name, tuple(columns), frozenset(identity_columns))


def parse_row(data: bytes) -> Row:
    """Message `I`, `U` or `D`."""
    new: Tuple | None = None
    old: Tuple | None = None
    full, offset = False, 5
    while offset < len(data):
        part = data[offset]
        values, offset = _tuple(data, offset + 1)
        if part == ord("N"):
            new = values
        else:
            old, full = values, part == ord("O")
    return Row(new, old, full)


def _tuple(data: bytes, offset: int) -> tuple[Tuple, int]:
    (count,) = _U16.unpack_from(data, offset)
    offset += 2
    values: Tuple = []
    for _ in range(count):
        kind = data[offset]
        offset += 1
        if kind == 116:  # t
            (length,) = _U32.unpack_from(data, offset)
            offset += 4
            values.append(data[offset : offset + length].decode())
            offset += length
        else:
            values.append(UNCHANGED if kind == 117 else None)  # u, n
    return values, offset


def _string(data: bytes, offset: int) -> tuple[str, int]:
    end = data.index(0, offset)
    return data[offset:end].decode(), end + 1
