"""The bridge's slot: named after the database, remade when the server gave it up."""

from __future__ import annotations

import psycopg
import structlog

from stack.realtime.database import Database, DatabaseUnavailableError

log = structlog.get_logger(__name__)


class Slots:
    """Looks after the slot over an ordinary connection."""

    LOST = frozenset(("55000", "42704", "58P01"))
    """object_not_in_prerequisite_state: invalidated; undefined_object: a publication it needs is not there."""

    def __init__(self, database: Database, prefix: str, publications: list[str]) -> None:
        """`prefix` tells two bridges of one server apart from other slots."""
        self._database = database
        self._prefix = prefix
        self._publications = publications

    async def name(self) -> str:
        """Slot names are shared by all databases of a server."""
        async with self._database.connection() as connection:
            cursor = await connection.execute(
                "select oid::text from pg_catalog.pg_database where datname = current_database()"
            )
            row = await cursor.fetchone()
        assert row is not None
        return f"{self._prefix}_{row[0]}"

    async def prepare(self) -> None:
        """Check what streaming needs; a slot that was invalidated is dropped here."""
        slot = await self.name()
        async with self._database.connection() as connection:
            cursor = await connection.execute(
                "select pubname::text from pg_catalog.pg_publication where pubname = any(%s)", (self._publications,)
            )
            present = {row[0] for row in await cursor.fetchall()}
            if missing := set(self._publications) - present:
                # Decoding fails for ever at a change that was written while a publication was missing.
                raise DatabaseUnavailableError(f"publication {', '.join(sorted(missing))} does not exist")
            cursor = await connection.execute(
                "select wal_status from pg_catalog.pg_replication_slots where slot_name = %s", (slot,)
            )
            row = await cursor.fetchone()
            if row is not None and row[0] == "lost":
                log.warning("realtime.slot_lost", slot=slot)
                await connection.execute("select pg_catalog.pg_drop_replication_slot(%s)", (slot,))

    async def drop(self) -> bool:
        """Drop it if nobody streams from it."""
        try:
            slot = await self.name()
            async with self._database.connection() as connection:
                cursor = await connection.execute(
                    """
                    select pg_catalog.pg_drop_replication_slot(slot_name)
                    from pg_catalog.pg_replication_slots
                    where slot_name = %s and not active
                    """,
                    (slot,),
                )
                return cursor.rowcount > 0
        except (DatabaseUnavailableError, psycopg.Error) as error:
            log.warning("realtime.slot_not_dropped", error=str(error))
            return False
