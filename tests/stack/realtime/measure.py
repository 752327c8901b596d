"""Figures for docs/realtime.md: `python -m tests.stack.realtime.measure`. A server of its own, durability on."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

from stack.platform import install_platform
from stack.postgres import PostgresServer
from tests.stack.realtime.support import Bridge, serve

SCHEMA = (Path(__file__).parent / "schema.sql").read_text()
ROWS = 100_000


class OwnDatabase:
    """What `serve` needs of a database."""

    def __init__(self, server: PostgresServer) -> None:
        self.server = server

    def dsn_as(self, user: str) -> str:
        return self.server.dsn(user=user)

    async def connect(self, **options: Any) -> psycopg.AsyncConnection[Any]:
        return await psycopg.AsyncConnection.connect(self.server.dsn(), autocommit=True, **options)


def show(name: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    p99 = ordered[int(len(ordered) * 0.99)] * 1000
    print(f"{name:<58} p50 {statistics.median(ordered) * 1000:7.2f} ms   p99 {p99:7.2f} ms")


async def polling(database: OwnDatabase) -> None:
    """What asking the slot over SQL costs when there is nothing."""
    query = """
    select data from pg_logical_slot_get_binary_changes('measure', null, null,
      'proto_version', '1', 'publication_names', 'supabase_realtime')
    """
    async with await database.connect() as admin:
        await admin.execute("select pg_create_logical_replication_slot('measure', 'pgoutput')")
        empty = []
        for _ in range(200):
            started = time.perf_counter()
            await admin.execute(query)
            empty.append(time.perf_counter() - started)
        await admin.execute("select pg_drop_replication_slot('measure')")
    show("polling: one empty poll", empty)


async def streaming(bridge: Bridge, database: OwnDatabase) -> None:
    """Commit to websocket."""
    _, org, mine = await bridge.member()
    changes, messages = await bridge.socket(), await bridge.socket()
    await changes.subscribe("room", {"event": "*", "schema": "public", "table": "notes"}, access_token=mine)
    await messages.join("room")
    async with await database.connect() as writer:
        delays = []
        for number in range(1, 301):
            await writer.execute("insert into notes (org_id) values (%s)", (org,))
            started = time.perf_counter()
            await changes.wait_changes(number)
            delays.append(time.perf_counter() - started)
        show("streaming: commit to websocket, change under RLS", delays)
        delays, before = [], len(messages.heard)
        for number in range(1, 301):
            await writer.execute("select realtime.send('{}', 'x', 'room', false)")
            started = time.perf_counter()
            await messages.until(lambda n=before + number: len(messages.heard) >= n)  # type: ignore[misc]
            delays.append(time.perf_counter() - started)
        show("streaming: commit to websocket, broadcast", delays)
    busy = time.process_time()
    await asyncio.sleep(5)
    print(f"{'streaming: CPU of the idle bridge and two clients':<58} {(time.process_time() - busy) / 5:.3%}")


async def flood(bridge: Bridge, database: OwnDatabase) -> None:
    """One transaction of 100,000 rows, and a change of another table right after it."""
    other = await bridge.socket()
    await other.subscribe("room", {"event": "*", "schema": "public", "table": "full_items"})
    for name, binding in {
        "nobody listens": None,
        "a filter that Postgres has to evaluate": {"filter": "name=like.%none"},
        "a client that takes all of it": {},
    }.items():
        socket = await bridge.socket()
        if binding is not None:
            await socket.subscribe("room", {"event": "*", "schema": "public", "table": "items"} | binding)
        async with await database.connect() as writer:
            await writer.execute("truncate items, full_items")
            await writer.execute(
                f"insert into items (id, name, long_text) "
                f"select n, 'item ' || n, repeat('x', 100) from generate_series(1, {ROWS}) n"
            )
            started, before = time.perf_counter(), len(other.changes())
            await writer.execute("insert into full_items values (1)")
            await other.wait_changes(before + 1, 60)
        elsewhere = time.perf_counter() - started
        if binding == {}:
            await socket.wait_changes(ROWS, 120)
        await bridge.drained()
        print(f"{ROWS} rows, {name}: other table after {elsewhere:.2f} s, all done after "
              f"{time.perf_counter() - started:.2f} s")  # fmt: skip
        await socket.close()


async def main() -> None:
    """Measure everything."""
    directory = Path(tempfile.mkdtemp(prefix="cc-realtime-measure-"))
    server = PostgresServer(directory / "pg")
    try:
        await asyncio.to_thread(server.start)
        await asyncio.to_thread(install_platform, server)
        database = OwnDatabase(server)
        async with await database.connect() as connection:
            await connection.execute(SCHEMA)
        await polling(database)
        async with serve(database) as bridge:  # type: ignore[arg-type]
            await streaming(bridge, database)
            await flood(bridge, database)
    finally:
        await asyncio.to_thread(server.destroy)
        shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    asyncio.run(main())
