"""Wake-ups by Supabase Realtime: the official client on one private channel per queue.

The client gives up for good after a few failed reconnects, so this keeps no client longer than its connection:
any trouble ends it, and a new one is made after a pause.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from functools import partial

import structlog
from realtime import AsyncRealtimeClient, RealtimeSubscribeStates

from workers.runtime.backoff import Backoff
from workers.runtime.redaction import Redactor
from workers.runtime.stats import Stats
from workers.runtime.wakeups.base import Wake

log = structlog.get_logger("catalyst.realtime")

EVENT = "wake"
LOOK_EVERY = 1.0
CLOSE_WITHIN = 2.0


class RealtimeListener:
    """Joins `jobs:<queue>` with the secret key."""

    name = "realtime"

    def __init__(self, url: str, secret_key: str, queues: Sequence[str], stats: Stats, redactor: Redactor) -> None:
        self._url = f"{url}/realtime/v1"
        self._key = secret_key
        self._queues = list(queues)
        self._stats = stats
        self._redactor = redactor
        self.is_connected = False

    async def run(self, wake: Wake) -> None:
        """Until cancelled."""
        backoff = Backoff(first=0.25, ceiling=10.0)
        while True:
            client = AsyncRealtimeClient(self._url, self._key, auto_reconnect=False, max_retries=1, timeout=10)
            try:
                reason = await self._follow(client, wake, backoff)
            except Exception as error:
                reason = f"{type(error).__name__}: {error}"
            finally:
                was_connected, self.is_connected = self.is_connected, False
                with suppress(Exception):
                    async with asyncio.timeout(CLOSE_WITHIN):
                        await client.close()
            self._stats.failures[self.name] += 1
            if was_connected or self._stats.failures[self.name] == 1:
                log.warning("realtime_lost", reason=self._redactor(reason))
            if was_connected:
                wake(self.name)
            await asyncio.sleep(backoff.delay())

    async def _follow(self, client: AsyncRealtimeClient, wake: Wake, backoff: Backoff) -> str:
        """Subscribe and stay until something breaks; answers what."""
        broken: asyncio.Future[str] = asyncio.get_running_loop().create_future()

        def state_changed(topic: str, state: RealtimeSubscribeStates, error: Exception | None) -> None:
            if state != RealtimeSubscribeStates.SUBSCRIBED and not broken.done():
                broken.set_result(f"{topic}: {state.value} {error or ''}")

        await client.connect()
        for queue in self._queues:
            topic = f"jobs:{queue}"
            channel = client.channel(
                topic,
                {
                    "config": {
                        "broadcast": {"ack": False, "self": False},
                        "presence": {"key": "", "enabled": False},
                        "private": True,
                    }
                },
            )
            channel.on_broadcast(EVENT, lambda _payload: wake(self.name))
            await channel.subscribe(partial(state_changed, topic))
            if broken.done():
                return broken.result()
        if self._stats.failures[self.name]:
            self._stats.reconnects[self.name] += 1
        self.is_connected = True
        backoff.reset()
        log.info("realtime_joined", queues=self._queues)
        wake(self.name)
        while not broken.done():
            if not client.is_connected:
                return "the connection was closed"
            await asyncio.wait([broken], timeout=LOOK_EVERY)
        return broken.result()
