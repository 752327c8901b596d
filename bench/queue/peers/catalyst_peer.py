"""Our own queue: `public.enqueue_job(s)` through psycopg, and the worker runtime that `catalyst worker` runs."""

from __future__ import annotations

import asyncio
import os

import orjson
import psycopg
from pydantic import SecretStr

from bench.queue.catalyst import KIND, ORGANIZATION
from bench.queue.peers.protocol import Handled, Payload, Peer, Setting
from workers.runtime.cli import make_sources, make_transport
from workers.runtime.job import JobContext
from workers.runtime.logs import configure_logging
from workers.runtime.redaction import Redactor
from workers.runtime.registry import Registry
from workers.runtime.settings import WorkerSettings
from workers.runtime.stats import Health, Stats
from workers.runtime.worker import Worker, relax_collector

ONE = "select public.enqueue_job(%s, %s, %s::jsonb)"
MANY = "select count(*) from public.enqueue_jobs(%s, %s, %s::text[]::jsonb[])"


class Catalyst(Peer):
    """One kind in one queue; the kind's name comes from the environment, since a producer has no setting."""

    connection: psycopg.AsyncConnection

    async def install(self) -> None:
        """Nothing: the harness applies platform, migrations and seed, for which it needs the server itself."""

    async def connect(self) -> None:
        """Open one connection."""
        self.kind = os.environ.get("BENCH_KIND", KIND)
        self.connection = await psycopg.AsyncConnection.connect(self.dsn, autocommit=True, prepare_threshold=1)

    async def enqueue(self, payload: Payload) -> None:
        """Add one job."""
        await self.connection.execute(ONE, (self.kind, ORGANIZATION, orjson.dumps(payload).decode()))

    async def enqueue_many(self, payloads: list[Payload]) -> None:
        """Add all jobs in one call."""
        documents = [orjson.dumps(payload).decode() for payload in payloads]
        await self.connection.execute(MANY, (self.kind, ORGANIZATION, documents))

    async def close(self) -> None:
        """Close the connection."""
        await self.connection.close()

    async def work(self, setting: Setting, handled: Handled, stop: asyncio.Event) -> None:
        """Assemble the worker as its command line does, with one handler in its registry."""

        async def noop(context: JobContext) -> None:
            handled(context.job.payload["n"])

        registry = Registry()
        for kind in setting["kinds"]:
            registry.add(kind, noop)
        settings = WorkerSettings(database_url=SecretStr(self.dsn), **setting["worker"])
        redactor = Redactor(settings.secrets)
        configure_logging(redactor, "ERROR")
        stats = Stats()
        worker = Worker(settings, registry, make_transport(settings), stats, Health(settings.unhealthy_after), redactor)
        queues = await worker.prepare()
        relax_collector()
        running = asyncio.create_task(worker.run(queues, make_sources(settings, queues, stats, redactor)))
        await asyncio.wait({running, asyncio.create_task(stop.wait())}, return_when=asyncio.FIRST_COMPLETED)
        worker.ask_to_stop()
        await running


PEER = Catalyst
