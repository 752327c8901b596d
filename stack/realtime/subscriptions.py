"""The `postgres_changes` subscriptions of all channels, and the check that a new one can work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import psycopg
from psycopg import AsyncConnection
from psycopg.rows import TupleRow

from stack.realtime.catalog import read_catalog
from stack.realtime.conditions import Condition, check_filter
from stack.realtime.filters import ChangeSpec, ParameterError
from stack.realtime.frames import Serializer, Wire
from stack.realtime.tokens import Identity

_PUBLISHED = """
select c.oid::bigint
from pg_catalog.pg_publication_tables p
join pg_catalog.pg_namespace n on n.nspname = p.schemaname
join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = p.tablename
where p.pubname = %(publication)s
  and (%(schema)s = '*' or p.schemaname = %(schema)s)
  and (%(table)s = '*' or p.tablename = %(table)s)
"""


class Subscriber(Protocol):
    """What the change pipeline needs of a channel."""

    topic: str
    serializer: Serializer
    identity: Identity

    def send_wire(self, wire: Wire) -> None:
        """Queue encoded bytes; never blocks."""
        ...

    async def wait_for_room(self) -> None:
        """Give a slow client a moment, once."""
        ...

    def system(self, extension: str, status: str, message: str) -> None:
        """Tell the client something about the channel."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Subscription:
    """One binding of one channel, checked, under the identity it was checked for."""

    id: int
    subscriber: Subscriber
    spec: ChangeSpec
    conditions: tuple[Condition, ...]
    identity: Identity


class SubscriptionIndex:
    """Finds the subscriptions that a change may concern."""

    def __init__(self) -> None:
        """Empty."""
        self._by_table: dict[tuple[str, str], dict[Subscription, None]] = {}
        self._by_subscriber: dict[Subscriber, Sequence[Subscription]] = {}

    def replace(self, subscriber: Subscriber, subscriptions: Sequence[Subscription]) -> None:
        """Make these the only subscriptions of a channel."""
        for subscription in self._by_subscriber.pop(subscriber, ()):
            key = (subscription.spec.schema, subscription.spec.table)
            held = self._by_table.get(key, {})
            held.pop(subscription, None)
            if not held and key in self._by_table:
                del self._by_table[key]
        if subscriptions:
            self._by_subscriber[subscriber] = subscriptions
        for subscription in subscriptions:
            key = (subscription.spec.schema, subscription.spec.table)
            self._by_table.setdefault(key, {})[subscription] = None

    def find(self, schema: str, table: str, action: str) -> Iterator[Subscription]:
        """Subscriptions to this table and action, by name or wildcard."""
        for key in ((schema, table), (schema, "*"), ("*", table), ("*", "*")):
            for subscription in self._by_table.get(key, ()):
                if subscription.spec.event in ("*", action):
                    yield subscription

    def wants(self, schema: str, table: str, action: str) -> bool:
        """Whether anybody listens: what nobody wants is not even parsed."""
        return bool(self._by_table) and next(self.find(schema, table, action), None) is not None

    def subscribers(self) -> list[Subscriber]:
        """Everybody who holds a subscription."""
        return list(self._by_subscriber)


async def check_spec(
    connection: AsyncConnection[TupleRow], publication: str, spec: ChangeSpec, identity: Identity
) -> tuple[Condition, ...]:
    """Refuse what can never deliver: unpublished tables, unknown or unreadable columns, values that do not fit."""
    names: Mapping[str, Any] = {"publication": publication, "schema": spec.schema, "table": spec.table}
    cursor = await connection.execute(_PUBLISHED, names)
    oids = [row[0] for row in await cursor.fetchall()]
    if not oids:
        raise ParameterError(
            "Unable to subscribe to changes with given parameters. Please check Realtime is enabled for the given "
            f"connect parameters: [{spec.describe()}]"
        )
    if not spec.filters and spec.select is None:
        return ()
    catalog = await read_catalog(connection, oids, {identity.role})
    conditions: tuple[Condition, ...] = ()
    try:
        for table in catalog.tables.values():
            readable = {column.name for column in table.readable(identity.role)}
            for name in spec.select or ():
                if name not in readable:
                    raise ParameterError(f"invalid column for select {name}")
            checked = [await check_filter(connection, table, identity.role, f) for f in spec.filters]
            # The same name can have another type elsewhere: then only Postgres can compare.
            conditions = tuple(checked) if len(oids) == 1 else tuple(Condition(f) for f in spec.filters)
    except (ParameterError, psycopg.errors.DataError, psycopg.errors.ProgrammingError) as error:
        text = str(error).partition("\n")[0]
        raise ParameterError(
            "Unable to subscribe to changes with given parameters. An exception happened so please check your "
            f"connect parameters: [{spec.describe()}]. Exception: {text}"
        ) from error
    return conditions
