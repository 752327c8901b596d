"""The `postgres_changes` side of a channel: check, register, report; again when the token changes."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Sequence
from typing import Any

import psycopg
import structlog

from stack.realtime.database import DatabaseUnavailableError
from stack.realtime.filters import ParameterError, binding_id, parse_spec
from stack.realtime.services import Services
from stack.realtime.subscriptions import Subscriber, Subscription, check_spec

log = structlog.get_logger(__name__)

RETRY_SECONDS = 1.0


class ChangesSubscription:
    """Works beside the channel's own task: a database that is away must not hold up broadcasts."""

    def __init__(self, owner: Subscriber, services: Services) -> None:
        """Nothing is subscribed yet."""
        self._owner = owner
        self._services = services
        self._bindings: Sequence[dict[str, Any]] = ()
        self._held: list[Subscription] = []
        self._task: asyncio.Task[None] | None = None

    def start(self, bindings: Sequence[dict[str, Any]], *, announce_streaming: bool) -> None:
        """Subscribe in the background."""
        self._bindings = bindings
        self._task = asyncio.create_task(self._run(announce_streaming=announce_streaming))

    def change_identity(self) -> None:
        """The channel has a new token: from this moment only its rights count."""
        if not self._bindings:
            return
        self._hold([dataclasses.replace(s, identity=self._owner.identity) for s in self._held])
        self._cancel()
        self._task = asyncio.create_task(self._run(announce_streaming=False))

    def stop(self) -> None:
        """The channel is gone."""
        self._cancel()
        self._hold([])

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _hold(self, subscriptions: list[Subscription]) -> None:
        self._held = subscriptions
        self._services.index.replace(self._owner, subscriptions)

    async def _run(self, *, announce_streaming: bool) -> None:
        await self._services.streaming.wait()
        if announce_streaming:
            self._owner.system("system", "ok", "Replication connection established")
        while self._bindings:
            try:
                await self._subscribe()
            except ParameterError as error:
                self._hold([])
                self._owner.system("postgres_changes", "error", str(error))
                return
            except (DatabaseUnavailableError, psycopg.Error) as error:
                log.warning("realtime.subscribe_waits_for_database", error=str(error))
                await asyncio.sleep(RETRY_SECONDS)
            else:
                self._owner.system("postgres_changes", "ok", "Subscribed to PostgreSQL")
                return

    async def _subscribe(self) -> None:
        identity = self._owner.identity
        subscriptions = []
        for params in self._bindings:
            spec = parse_spec(params)
            async with self._services.database.connection() as connection:
                conditions = await check_spec(connection, self._services.publication, spec, identity)
            subscriptions.append(Subscription(binding_id(params), self._owner, spec, conditions, identity))
        self._hold(subscriptions)
