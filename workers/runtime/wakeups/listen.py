"""Wake-ups by LISTEN on a connection of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import psycopg
import structlog

from workers.runtime.backoff import Backoff
from workers.runtime.redaction import Redactor
from workers.runtime.stats import Stats
from workers.runtime.transport.lanes import CONNECTION_OPTIONS
from workers.runtime.wakeups.base import Wake

log = structlog.get_logger("catalyst.listen")

CHANNEL = "catalyst_jobs"


class Listener:
    """The payload of a notification is the queue."""

    name = "listen"

    def __init__(self, dsn: str, queues: Sequence[str], stats: Stats, redactor: Redactor) -> None:
        self._dsn = dsn
        self._queues = frozenset(queues)
        self._stats = stats
        self._redactor = redactor
        self.is_connected = False

    async def run(self, wake: Wake) -> None:
        """Until cancelled."""
        backoff = Backoff(first=0.1, ceiling=3.0)
        while True:
            try:
                await self._listen(wake, backoff)
            except (psycopg.Error, OSError) as error:
                was_connected, self.is_connected = self.is_connected, False
                self._stats.failures[self.name] += 1
                if was_connected:
                    log.warning("listen_lost", reason=self._redactor(" ".join(str(error).split())))
                    wake(self.name)  # the claimer finds out whether the database is still there
            await asyncio.sleep(backoff.delay())

    async def _listen(self, wake: Wake, backoff: Backoff) -> None:
        connection = await psycopg.AsyncConnection.connect(
            self._dsn, autocommit=True, application_name="catalyst-worker-listen", **CONNECTION_OPTIONS
        )
        async with connection:
            await connection.execute(f"listen {CHANNEL}")
            if self._stats.failures[self.name]:
                self._stats.reconnects[self.name] += 1
            self.is_connected = True
            backoff.reset()
            wake(self.name)
            async for notification in connection.notifies():
                if notification.payload in self._queues:
                    wake(self.name)
