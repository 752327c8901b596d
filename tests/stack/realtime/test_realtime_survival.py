"""Restarts, lost connections, huge transactions and clients that do not read."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest_asyncio
from realtime import AsyncRealtimeClient, RealtimePostgresChangesListenEvent

from stack.platform import install_platform
from stack.postgres import PostgresServer
from tests.stack.realtime.support import PUBLISHABLE, Bridge, quiet, serve, token
from tests.support.workers import PATIENCE

ITEMS = {"event": "INSERT", "schema": "public", "table": "items"}
FULL_ITEMS = {"event": "INSERT", "schema": "public", "table": "full_items"}
TERMINATE = """
select pg_terminate_backend(pid) from pg_stat_activity
where datname = current_database() and application_name like 'catalyst realtime%'
"""


async def test_every_change_once_over_broken_connections(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.subscribe("room", ITEMS)
    admin = await bridge.database.connect("supabase_admin")
    async with await bridge.connect() as connection:
        for number in range(300):
            await connection.execute("insert into items (id) values (%s)", (number,))
            if number in (50, 150, 151):
                await admin.execute(TERMINATE)
    changes = await socket.wait_changes(300, 10)
    await quiet()
    assert [change["record"]["id"] for change in changes] == list(range(300))


async def test_latency_of_a_change_under_row_security(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.subscribe("room", {"event": "*", "schema": "public", "table": "notes"}, access_token=mine)
    latencies = []
    async with await bridge.connect() as connection:
        for number in range(1, 41):
            started = time.perf_counter()
            await connection.execute("insert into notes (org_id) values (%s)", (org,))
            await socket.wait_changes(number)
            latencies.append(time.perf_counter() - started)
    assert statistics.median(latencies) < 0.1 * PATIENCE


async def test_a_huge_transaction_holds_up_nobody(bridge: Bridge) -> None:
    """100,000 rows: one listener picks a few, one never reads, and the others hardly notice."""
    listener, lazy, other = await bridge.socket(), await bridge.socket(), await bridge.socket()
    await listener.subscribe("room", ITEMS | {"filter": "stock=eq.7,name=like.%1"})
    await other.subscribe("room", FULL_ITEMS)
    await lazy.subscribe("room", ITEMS)
    lazy.stop_reading()
    await bridge.sql(
        "insert into items (id, name, stock, long_text) "
        "select n, 'item ' || n, n % 1000, repeat('x', 100) from generate_series(1, 100000) n"
    )
    delays = []
    for number in range(10):
        started = time.perf_counter()
        await bridge.sql("insert into full_items values (%s, 'x')", number)
        await other.wait_changes(number + 1, 10)
        delays.append(time.perf_counter() - started)
    # The first waits for the server to decode the whole transaction, the others for nothing.
    assert delays[0] < 5 * PATIENCE
    assert max(delays[1:]) < PATIENCE
    # Ids that end in 007 have stock 7; their names end in 7, so none passes `like %1`.
    await bridge.sql("insert into items (id, name, stock) values (100001, 'last 1', 7)")
    (change,) = await listener.wait_changes(1, 30)
    assert change["record"]["id"] == 100001
    async with asyncio.timeout(10 * PATIENCE):
        while bridge.connections > 2:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_a_large_transaction_under_row_security(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.subscribe("room", {"event": "*", "schema": "public", "table": "notes"}, access_token=mine)
    await bridge.sql(
        "insert into notes (org_id, count) select case when mod(n, 10) = 0 then %s::uuid else gen_random_uuid() end, n "
        "from generate_series(1, 20000) n",
        org,
    )
    changes = await socket.wait_changes(2000, 20)
    await quiet()
    assert [change["record"]["count"] for change in changes] == list(range(10, 20001, 10))


async def test_clients_come_back_after_a_restart_of_the_bridge(bridge: Bridge) -> None:
    async with serve(bridge.database, slot_prefix="catalyst_again") as first:
        client = AsyncRealtimeClient(first.url, PUBLISHABLE, initial_backoff=0.1, max_retries=20)
        changes: list[Any] = []
        systems: list[Any] = []
        channel = client.channel("room")
        channel.on_postgres_changes(RealtimePostgresChangesListenEvent.Insert, changes.append, table="items")
        channel.on_system(systems.append)
        await channel.subscribe()
        await heard(systems, 1)
    async with serve(bridge.database, first.port, slot_prefix="catalyst_again"):
        await heard(systems, 2)
        await bridge.sql("insert into items (id) values (1)")
        await heard(changes, 1)
        client.auto_reconnect = False
        await client.close()


async def heard(messages: list[Any], count: int) -> None:
    async with asyncio.timeout(10 * PATIENCE):
        while len(messages) < count:  # noqa: ASYNC110  # the client only has callbacks
            await asyncio.sleep(0.01)


async def test_an_ordinary_owner_role_is_enough(bridge: Bridge) -> None:
    """`postgres` is no superuser: it has REPLICATION and may become the API roles."""
    _, org, mine = await bridge.member()
    async with serve(bridge.database, user="postgres", slot_prefix="catalyst_plain") as plain:
        socket = await plain.socket()
        await socket.subscribe("room", {"event": "*", "schema": "public", "table": "notes"}, access_token=mine)
        assert (await socket.join(f"org:{org}", mine, private=True))["status"] == "ok"
        admin = token("supabase_admin", sub=uuid4())
        assert (await socket.join(f"org:{org}", admin, private=True))["status"] == "error"
        await bridge.sql("insert into notes (org_id, title) values (%s, 'theirs')", uuid4())
        await bridge.sql("insert into notes (org_id, title) values (%s, 'mine')", org)
        (change,) = await socket.wait_changes(1)
        assert change["record"]["title"] == "mine"
        await plain.reset()


async def test_a_grant_that_was_taken_away(bridge: Bridge) -> None:
    socket, filtered = await bridge.socket(), await bridge.socket()
    await socket.subscribe("room", {"event": "*", "schema": "public", "table": "items"})
    await filtered.subscribe(
        "room", {"event": "*", "schema": "public", "table": "items", "filter": "name=like.%secret%"}
    )
    await bridge.sql("revoke select on items from anon; grant select (id, stock) on items to anon")
    try:
        await bridge.sql("insert into items (id, name, stock) values (1, 'a secret', 2)")
        (change,) = await socket.wait_changes(1)
        await quiet()
        assert change["record"] == {"id": 1, "stock": 2}
        assert filtered.changes() == []
    finally:
        await bridge.sql("grant select on items to anon")


@pytest_asyncio.fixture
async def own_server(tmp_path: Path) -> AsyncIterator[PostgresServer]:
    """A server that a test may restart."""
    server = PostgresServer(tmp_path / "pg", settings={"max_slot_wal_keep_size": "16MB"})
    await asyncio.to_thread(server.start)
    try:
        await asyncio.to_thread(install_platform, server)
        yield server
    finally:
        await asyncio.to_thread(server.destroy)


class OwnDatabase:
    """What `serve` needs of a database."""

    def __init__(self, server: PostgresServer) -> None:
        self.server = server

    def dsn_as(self, user: str) -> str:
        return self.server.dsn(user=user)

    async def connect(self, **options: str) -> psycopg.AsyncConnection:
        return await psycopg.AsyncConnection.connect(self.server.dsn(), autocommit=True, **options)


async def test_restart_of_postgres_and_a_slot_that_was_given_up(own_server: PostgresServer) -> None:
    database = OwnDatabase(own_server)
    async with await database.connect() as connection:
        await connection.execute(
            "create table items (id integer primary key); grant select on items to anon;"
            "alter publication supabase_realtime add table items;"
            "create table full_items (); create table notes (); create table full_notes (); create table hidden ();"
        )
        cursor = await connection.execute("select oid from pg_database where datname = current_database()")
        (oid,) = await cursor.fetchone() or (0,)
        slot = f"catalyst_realtime_{oid}"
    # Left behind by a bridge that was killed, and given up by the server since.
    async with await psycopg.AsyncConnection.connect(database.dsn_as("supabase_admin"), autocommit=True) as admin:
        await admin.execute("select pg_create_logical_replication_slot(%s, 'pgoutput')", (slot,))
        await admin.execute("create table filler (number integer)")
        for number in range(5):
            await admin.execute("insert into filler values (%s)", (number,))
            await admin.execute("select pg_switch_wal()")
        await admin.execute("checkpoint")
        cursor = await admin.execute("select wal_status from pg_replication_slots")
        assert await cursor.fetchone() == ("lost",)
    async with serve(database) as bridge:  # type: ignore[arg-type]
        socket = await bridge.socket()
        await socket.subscribe("room", ITEMS)
        await bridge.sql("insert into items values (1)")
        await socket.wait_changes(1)
        await asyncio.to_thread(own_server.stop, "immediate")
        reply = await socket.join("private", private=True, seconds=8)
        assert "UnableToConnectToProject" in reply["response"]["reason"]
        await asyncio.to_thread(own_server.start)
        await bridge.sql("insert into items values (2)")
        await socket.wait_changes(2, 15)
        assert [change["record"]["id"] for change in socket.changes()] == [1, 2]
        reply = await socket.join("private", private=True)
        assert "Unauthorized" in reply["response"]["reason"]
    async with await database.connect() as connection:
        cursor = await connection.execute("select count(*) from pg_replication_slots")
        assert await cursor.fetchone() == (0,)
