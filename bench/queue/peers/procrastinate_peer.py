"""procrastinate over its asynchronous psycopg connector."""

from __future__ import annotations

import asyncio
import logging

from procrastinate import App, PsycopgConnector

from bench.queue.peers.protocol import Handled, Payload, Peer, Setting


class Procrastinate(Peer):
    """One task named `noop`."""

    app: App

    async def install(self) -> None:
        """Apply procrastinate's own schema."""
        app = App(connector=PsycopgConnector(conninfo=self.dsn))
        async with app.open_async():
            await app.schema_manager.apply_schema_async()

    async def connect(self) -> None:
        """Open a pool of one."""
        self.app = App(connector=PsycopgConnector(conninfo=self.dsn, min_size=1, max_size=1))
        await self.app.open_async()
        self.deferrer = self.app.configure_task("noop")

    async def enqueue(self, payload: Payload) -> None:
        """Defer one job."""
        await self.deferrer.defer_async(**payload)

    async def enqueue_many(self, payloads: list[Payload]) -> None:
        """Defer all jobs in one call."""
        await self.deferrer.batch_defer_async(*payloads)

    async def close(self) -> None:
        """Close the pool."""
        await self.app.close_async()

    async def work(self, setting: Setting, handled: Handled, stop: asyncio.Event) -> None:
        """Run the worker on a pool as large as its concurrency needs."""
        logging.getLogger("procrastinate").setLevel(logging.WARNING)
        app = App(connector=PsycopgConnector(conninfo=self.dsn, min_size=setting["pool"], max_size=setting["pool"]))

        async def noop(n: int) -> None:
            handled(n)

        app.task(name="noop")(noop)
        async with app.open_async():
            running = asyncio.create_task(
                app.run_worker_async(
                    concurrency=setting["concurrency"],
                    delete_jobs=setting["delete_jobs"],
                    install_signal_handlers=False,
                )
            )
            await stop.wait()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


PEER = Procrastinate
