"""From changes of the log to `postgres_changes` messages: filter, check visibility, render, send."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import psycopg
import structlog
from psycopg import AsyncConnection
from psycopg.rows import TupleRow

from stack.realtime.backlog import Backlog, Change
from stack.realtime.catalog import Catalog, Table, read_catalog
from stack.realtime.conditions import Condition, passing_rows
from stack.realtime.database import Database, DatabaseUnavailableError
from stack.realtime.events import Event, TextRow, read_event
from stack.realtime.render import Rendered, Renderer, convert_unknown
from stack.realtime.subscriptions import Subscriber, Subscription, SubscriptionIndex
from stack.realtime.tokens import Identity
from stack.realtime.visibility import (
    Candidate,
    begin_snapshot,
    snapshot_includes,
    stale_positions,
    visible_rows,
)

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Outbox:
    """Messages of one batch, sent in the order of the log."""

    messages: list[tuple[int, Subscriber, Identity, Rendered, list[int]]] = field(default_factory=list)

    async def send(self) -> None:
        """Queue everything; then give slow clients a moment."""
        self.messages.sort(key=lambda message: message[0])
        receivers: dict[Subscriber, None] = {}
        for _, subscriber, identity, rendered, ids in self.messages:
            if not subscriber.identity.is_same_person(identity):
                continue
            subscriber.send_wire(rendered.wire(subscriber.serializer, subscriber.topic, ids))
            receivers[subscriber] = None
        for subscriber in receivers:
            await subscriber.wait_for_room()


class ChangePipeline:
    """Empties the backlog for as long as it runs."""

    def __init__(self, database: Database, index: SubscriptionIndex, backlog: Backlog, max_record_bytes: int) -> None:
        """Use a pool of its own, so that authorization checks never delay changes."""
        self._database = database
        self._index = index
        self._backlog = backlog
        self._max_record_bytes = max_record_bytes

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            chunks = await self._backlog.take()
            while True:
                try:
                    outbox = await self._prepare(chunks)
                    break
                except (DatabaseUnavailableError, psycopg.OperationalError) as error:
                    log.warning("realtime.changes_wait_for_database", error=str(error))
                    await asyncio.sleep(0.2)
                except Exception:
                    log.exception("realtime.changes_lost", changes=sum(map(len, chunks)))
                    outbox = Outbox()
                    break
            await outbox.send()

    async def _prepare(self, chunks: Sequence[Sequence[Change]]) -> Outbox:
        wanted = [(chunk, subs) for chunk in chunks if (subs := self._subscriptions(chunk))]
        if not wanted:
            return Outbox()
        xids = {change.transaction.begin.xid for chunk, _ in wanted for change in chunk}
        roles = {s.identity.role for _, subs in wanted for s in subs}
        pause = 0.0005
        while True:
            async with self._database.connection() as connection, connection.transaction():
                await begin_snapshot(connection)
                if await snapshot_includes(connection, xids):
                    catalog = await read_catalog(connection, [chunk[0].relation.oid for chunk, _ in wanted], roles)
                    outbox = Outbox()
                    for chunk, subs in wanted:
                        await self._table(connection, catalog, chunk, subs, outbox)
                    return outbox
            await asyncio.sleep(pause)
            pause = min(pause * 2, 0.05)

    def _subscriptions(self, chunk: Sequence[Change]) -> list[Subscription]:
        relation = chunk[0].relation
        actions = {change.action for change in chunk}
        found = (s for action in actions for s in self._index.find(relation.schema, relation.name, action))
        return [s for s in dict.fromkeys(found) if not s.identity.has_expired()]

    async def _table(
        self,
        connection: AsyncConnection[TupleRow],
        catalog: Catalog,
        chunk: Sequence[Change],
        subscriptions: Sequence[Subscription],
        outbox: Outbox,
    ) -> None:
        table = catalog.tables.get(chunk[0].relation.oid)
        if table is None:  # dropped since
            return
        events = [read_event(change, table) for change in chunk]
        matches = await _matches(connection, table, events, subscriptions)
        candidates = _candidates(table, events, {p for positions in matches.values() for p in positions})
        renderer = Renderer(table, self._max_record_bytes)
        stale: dict[int, bool] | None = None
        by_identity: dict[str, list[Subscription]] = {}
        for subscription in subscriptions:
            by_identity.setdefault(subscription.identity.claims_json, []).append(subscription)
        for group in by_identity.values():
            identity = group[0].identity
            positions = {p for s in group for p in matches[s]}
            rows: dict[int, TextRow | None] = dict.fromkeys(positions)
            if table.key and all(identity.role in column.readers for column in table.key):
                checked = [
                    c
                    for c in candidates
                    if c.position in positions
                    and ((table.has_rls and identity.role not in catalog.unrestricted) or not c.is_whole)
                ]
                if checked:
                    if stale is None:
                        stale = await stale_positions(connection, table, candidates)
                    visible = await visible_rows(connection, table, identity, checked, stale)
                    for candidate in checked:
                        rows.pop(candidate.position)
                    rows.update(visible)
            await self._refilter(connection, table, group, matches, rows)
            await convert_unknown(connection, renderer, [events[p] for p in rows], rows.values())
            for position, row in rows.items():
                _collect(renderer, events[position], position, row, group, matches, outbox)

    @staticmethod
    async def _refilter(
        connection: AsyncConnection[TupleRow],
        table: Table,
        group: Sequence[Subscription],
        matches: Mapping[Subscription, set[int]],
        rows: Mapping[int, TextRow | None],
    ) -> None:
        """A row that was read anew has to pass the filters as it is now, too."""
        fresh = {position: row for position, row in rows.items() if row is not None}
        filtered = [s for s in group if s.conditions and not matches[s].isdisjoint(fresh)]
        if not filtered:
            return
        positions = list(fresh)
        conditions = list(dict.fromkeys(c for s in filtered for c in s.conditions))
        passed = await passing_rows(connection, table, conditions, [fresh[p] for p in positions])
        for subscription in filtered:
            for number, position in enumerate(positions):
                if any(number not in passed[c] for c in subscription.conditions):
                    matches[subscription].discard(position)


async def _matches(
    connection: AsyncConnection[TupleRow],
    table: Table,
    events: Sequence[Event],
    subscriptions: Sequence[Subscription],
) -> dict[Subscription, set[int]]:
    """Which events (by position) pass the action and the filters of each subscription."""
    readable: dict[str, set[str]] = {}
    conditions = list(dict.fromkeys(c for s in subscriptions for c in s.conditions))
    passed: dict[Condition, set[int]] = {}
    if conditions:
        passed = await passing_rows(connection, table, conditions, [event.filtered for event in events])
    by_action: dict[str, set[int]] = {}
    for position, event in enumerate(events):
        for action in (event.change.action, "*"):
            by_action.setdefault(action, set()).add(position)
    result = {}
    for subscription in subscriptions:
        role = subscription.identity.role
        if role not in readable:
            readable[role] = {column.name for column in table.readable(role)}
        positions = set(by_action.get(subscription.spec.event, ()))
        for condition in subscription.conditions:
            # A right that was taken away since the subscription began must not be probed through a filter.
            positions &= passed[condition] if condition.filter.column in readable[role] else set()
        result[subscription] = positions
    return result


def _candidates(table: Table, events: Sequence[Event], positions: Iterable[int]) -> list[Candidate]:
    """The inserts and updates whose rows can be looked up by key."""
    keys: list[tuple[str | None, ...]] = [tuple(e.new.get(c.name) for c in table.key) for e in events]
    last = {key: position for position, key in enumerate(keys)}
    oid = table.oid
    return [
        Candidate(
            position,
            keys[position],
            events[position].change.transaction.begin.xid,
            last[keys[position]] == position and events[position].change.transaction.is_final_for(oid),
            events[position].is_whole,
        )
        for position in sorted(positions)
        if events[position].change.action != "DELETE" and table.key
    ]


def _collect(
    renderer: Renderer,
    event: Event,
    position: int,
    row: TextRow | None,
    group: Sequence[Subscription],
    matches: Mapping[Subscription, set[int]],
    outbox: Outbox,
) -> None:
    """One message per channel and column selection, naming every binding that it is for."""
    identity = group[0].identity
    receivers: dict[tuple[Subscriber, tuple[str, ...] | None], list[int]] = {}
    for subscription in group:
        if position in matches[subscription]:
            ids = receivers.setdefault((subscription.subscriber, subscription.spec.select), [])
            if subscription.id not in ids:
                ids.append(subscription.id)
    for (subscriber, select), ids in receivers.items():
        rendered = renderer.render(
            event.change,
            event.new if row is None else row,
            event.old,
            role=identity.role,
            select=select,
            is_fresh=row is not None,
        )
        outbox.messages.append((event.change.sequence, subscriber, identity, rendered, ids))
