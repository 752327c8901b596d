"""Changes that were read from the slot and wait to be delivered: one line per table, so that a long one holds up
nobody else, and bounded, so that the rest of a huge transaction stays on the server's disk."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from stack.realtime.pgoutput import Begin, Relation

CHUNK = 500


@dataclass(slots=True, eq=False)
class Transaction:
    """A transaction being read."""

    begin: Begin
    is_complete: bool = False
    waiting: Counter[int] = field(default_factory=Counter)

    def is_final_for(self, oid: int) -> bool:
        """Whether no later change of this transaction to the table can follow those taken."""
        return self.is_complete and not self.waiting[oid]


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """One change, unparsed."""

    sequence: int
    action: str
    relation: Relation
    transaction: Transaction
    data: bytes


class Backlog:
    """Filled by the reader of the slot, emptied by the pipeline."""

    def __init__(self, max_bytes: int) -> None:
        """Hold about so many bytes."""
        self._max_bytes = max_bytes
        self._lines: dict[int, deque[Change]] = {}
        self._sequence = 0
        self.bytes = 0
        self._filled = asyncio.Event()
        self._room = asyncio.Event()
        self._room.set()
        self.is_flooded: Callable[[], bool] = lambda: False
        """Told by the reader: more has arrived than was read."""

    def put(self, action: str, relation: Relation, transaction: Transaction, data: bytes) -> None:
        """Append a change; callers wait for room first."""
        self._sequence += 1
        transaction.waiting[relation.oid] += 1
        self._lines.setdefault(relation.oid, deque()).append(
            Change(self._sequence, action, relation, transaction, data)
        )
        self.bytes += len(data)
        self._filled.set()
        if self.bytes >= self._max_bytes:
            self._room.clear()

    @property
    def is_full(self) -> bool:
        """Whether the reader must wait."""
        return not self._room.is_set()

    async def wait_for_room(self) -> None:
        """Return when there is room."""
        await self._room.wait()

    async def take(self) -> list[list[Change]]:
        """Wait for changes, and take the oldest of every table; one list per table."""
        await self._filled.wait()
        # The sooner the rest of a flood is read, the sooner those behind it get their turn.
        while self.is_flooded() and self.bytes < self._max_bytes // 2:  # noqa: ASYNC110
            await asyncio.sleep(0.002)
        chunks = []
        for oid, line in list(self._lines.items()):
            chunk = [line.popleft() for _ in range(min(CHUNK, len(line)))]
            chunks.append(chunk)
            if not line:
                del self._lines[oid]
            for change in chunk:
                change.transaction.waiting[oid] -= 1
                self.bytes -= len(change.data)
        if not self._lines:
            self._filled.clear()
        if self.bytes < self._max_bytes:
            self._room.set()
        return chunks
