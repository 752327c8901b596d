"""Reads the one logical slot for as long as it runs: broadcasts go out at once, changes into the backlog."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from stack.realtime.backlog import Backlog, Transaction
from stack.realtime.frames import Broadcast
from stack.realtime.hub import Hub
from stack.realtime.pgoutput import ACTIONS, Begin, Relation, parse_begin, parse_relation, parse_row, relation_oid
from stack.realtime.replication import ReplicationError, ReplicationStream
from stack.realtime.settings import RealtimeSettings
from stack.realtime.slots import Slots
from stack.realtime.subscriptions import SubscriptionIndex

log = structlog.get_logger(__name__)

_BEGIN, _COMMIT, _RELATION = b"B", b"C", b"R"


class SlotReader:
    """Reconnects by itself. Changes that reached the backlog before a break are not put there again."""

    def __init__(
        self,
        settings: RealtimeSettings,
        slots: Slots,
        hub: Hub,
        index: SubscriptionIndex,
        backlog: Backlog,
        on_gap: Callable[[], None],
    ) -> None:
        """`on_gap` is called when changes were lost, because the slot was."""
        self._settings = settings
        self._slots = slots
        self._hub = hub
        self._index = index
        self._backlog = backlog
        self._on_gap = on_gap
        self._relations: dict[int, Relation] = {}
        self._transaction = Transaction(Begin.none())
        self._seen = 0
        self._skip = 0
        self._done_lsn = 0
        self.ready = asyncio.Event()
        self.last_error: str | None = None

    async def run(self) -> None:
        """Until cancelled."""
        pause = 0.1
        while True:
            try:
                await self._slots.prepare()
                slot = await self._slots.name()
                dsn = self._settings.dsn.get_secret_value()
                publications = [self._settings.publication, self._settings.messages_publication]
                async with ReplicationStream.open(dsn, slot, publications) as stream:
                    log.info("realtime.streaming", slot=slot)
                    self.ready.set()
                    self.last_error, pause = None, 0.1
                    self._resume()
                    self._backlog.is_flooded = stream.is_behind
                    async for message in stream.messages():
                        self._handle(message)
                        if self._backlog.is_full:
                            await self._wait_for_room(stream)
            except (ReplicationError, OSError) as error:
                self._note(error)
                if isinstance(error, ReplicationError) and error.sqlstate in Slots.LOST and await self._slots.drop():
                    self._done_lsn = 0
                    self._on_gap()
            except Exception as error:
                self._note(error)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 2.0)

    def _note(self, error: Exception) -> None:
        self.ready.clear()
        self._backlog.is_flooded = lambda: False
        self.last_error = str(error)
        log.warning("realtime.stream_broken", error=str(error), kind=type(error).__name__)

    async def _wait_for_room(self, stream: ReplicationStream) -> None:
        """The server waits with us, but must hear that we live."""
        while True:
            try:
                async with asyncio.timeout(5):
                    await self._backlog.wait_for_room()
            except TimeoutError:
                stream.report()
            else:
                return

    def _resume(self) -> None:
        """A transaction that broke off comes again from its start."""
        self._relations.clear()
        self._skip = 0 if self._transaction.is_complete else self._seen

    def _handle(self, message: bytes) -> None:
        kind = message[:1]
        if message[0] in ACTIONS:
            self._seen += 1
            if self._skip < self._seen and self._transaction.begin.commit_lsn > self._done_lsn:
                self._change(message)
        elif kind == _BEGIN:
            begin = parse_begin(message)
            if begin.commit_lsn != self._transaction.begin.commit_lsn:
                self._skip = 0
                self._transaction = Transaction(begin)
            self._seen = 0
        elif kind == _COMMIT:
            self._transaction.is_complete = True
            self._done_lsn = max(self._done_lsn, self._transaction.begin.commit_lsn)
        elif kind == _RELATION:
            relation = parse_relation(message)
            self._relations[relation.oid] = relation

    def _change(self, message: bytes) -> None:
        relation = self._relations[relation_oid(message)]
        action = ACTIONS[message[0]]
        if relation.is_messages:
            if action == "INSERT":
                self._broadcast(relation, message)
        elif self._index.wants(relation.schema, relation.name, action):
            self._backlog.put(action, relation, self._transaction, message)

    def _broadcast(self, relation: Relation, message: bytes) -> None:
        row = dict(zip(relation.columns, parse_row(message).new or [], strict=False))
        topic, event, identifier = row.get("topic"), row.get("event"), row.get("id")
        payload, binary = row.get("payload"), row.get("binary_payload")
        if not isinstance(topic, str) or not isinstance(event, str):
            return
        if isinstance(binary, str):
            body, is_json = bytes.fromhex(binary.removeprefix("\\x")), False
        elif isinstance(payload, str):
            body, is_json = payload.encode(), True
        else:
            return
        if len(body) > self._settings.limits.max_payload_bytes:
            log.warning("realtime.message_too_large", topic=topic, size=len(body))
            return
        meta = {"id": identifier}
        broadcast = Broadcast(event, body, "json" if is_json else "binary", meta)
        self._hub.broadcast((topic, row.get("private") == "t"), broadcast)
