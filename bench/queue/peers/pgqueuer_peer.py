"""pgqueuer over asyncpg and uvloop, its fastest documented driver."""

from __future__ import annotations

import asyncio
import json

import asyncpg
from pgqueuer import AsyncpgDriver, PgQueuer, Queries
from pgqueuer.models import Job

from bench.queue.peers.protocol import Handled, Payload, Peer, Setting


class Pgqueuer(Peer):
    """One entrypoint named `noop`."""

    connection: asyncpg.Connection
    queries: Queries

    async def install(self) -> None:
        """Run pgqueuer's own installer."""
        connection = await asyncpg.connect(self.dsn)
        await Queries(AsyncpgDriver(connection)).install()
        await connection.close()

    async def connect(self) -> None:
        """Open one connection."""
        self.connection = await asyncpg.connect(self.dsn)
        self.queries = Queries(AsyncpgDriver(self.connection))

    async def enqueue(self, payload: Payload) -> None:
        """Add one job."""
        await self.queries.enqueue("noop", json.dumps(payload).encode())

    async def enqueue_many(self, payloads: list[Payload]) -> None:
        """Add all jobs in one statement."""
        count = len(payloads)
        await self.queries.enqueue(["noop"] * count, [json.dumps(p).encode() for p in payloads], [0] * count)

    async def close(self) -> None:
        """Close the connection."""
        await self.connection.close()

    async def work(self, setting: Setting, handled: Handled, stop: asyncio.Event) -> None:
        """Run PgQueuer on one connection; a pool would add a reset to each call."""

        async def noop(job: Job) -> None:
            handled(json.loads(job.payload or b"{}")["n"])

        connection = await asyncpg.connect(self.dsn)
        app = PgQueuer(AsyncpgDriver(connection))
        app.entrypoint("noop")(noop)
        running = asyncio.create_task(
            app.run(batch_size=setting["batch"], max_concurrent_tasks=setting.get("concurrent"))
        )
        await stop.wait()
        app.shutdown.set()
        await running
        await connection.close()


PEER = Pgqueuer
