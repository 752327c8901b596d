"""pgmq: an SQL interface, called here with prepared statements (its Python client adds pool resets per call)."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.resources
import json
import os
from pathlib import Path

import asyncpg

from bench.queue.peers.protocol import Handled, Payload, Peer, Setting

SEND = "select pgmq.send('tasks', $1::jsonb)"
SEND_BATCH = "select pgmq.send_batch('tasks', $1::jsonb[])"
READ = "select msg_id, message from pgmq.read('tasks', 30, $1)"
DELETE = "select pgmq.delete('tasks', $1::bigint[])"


class Pgmq(Peer):
    """One queue named `tasks`."""

    connection: asyncpg.Connection

    async def install(self) -> None:
        """Load the SQL of the extension: the file named in PGMQ_SQL, else the one inside the Python client."""
        named = os.environ.get("PGMQ_SQL")
        source = Path(named) if named else importlib.resources.files("pgmq.sql") / "pgmq.sql"
        connection = await asyncpg.connect(self.dsn)
        await connection.execute("create schema if not exists pgmq")
        await connection.execute(source.read_text())
        await connection.execute("select pgmq.create('tasks')")
        await connection.close()

    async def connect(self) -> None:
        """Open one connection."""
        self.connection = await asyncpg.connect(self.dsn)

    async def enqueue(self, payload: Payload) -> None:
        """Send one message."""
        await self.connection.fetch(SEND, json.dumps(payload))

    async def enqueue_many(self, payloads: list[Payload]) -> None:
        """Send one batch."""
        await self.connection.fetch(SEND_BATCH, [json.dumps(payload) for payload in payloads])

    async def close(self) -> None:
        """Close the connection."""
        await self.connection.close()

    async def work(self, setting: Setting, handled: Handled, stop: asyncio.Event) -> None:
        """Loops of read, handle, delete; with `notify` asleep on LISTEN when there is nothing, else polling."""
        wake = asyncio.Event()
        listener = await asyncpg.connect(self.dsn)
        if setting.get("notify"):
            await listener.execute("select pgmq.enable_notify_insert('tasks', 0)")
            await listener.add_listener("pgmq.q_tasks.INSERT", lambda *_: wake.set())

        async def loop() -> None:
            connection = await asyncpg.connect(self.dsn)
            read, delete = await connection.prepare(READ), await connection.prepare(DELETE)
            while not stop.is_set():
                wake.clear()
                rows = await read.fetch(setting["batch"])
                for row in rows:
                    handled(json.loads(row["message"])["n"])
                if rows:
                    await delete.fetch([row["msg_id"] for row in rows])
                    continue
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(wake.wait(), 0.1)
            await connection.close()

        await asyncio.gather(*(loop() for _ in range(setting["loops"])))
        if setting.get("notify"):
            await listener.execute("select pgmq.disable_notify_insert('tasks')")
        await listener.close()


PEER = Pgmq
