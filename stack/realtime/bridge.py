"""Puts the parts together: routes for a web application, and what runs beside them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import structlog
from aiohttp import web

from stack.realtime.authorization import Authorizer
from stack.realtime.backlog import Backlog
from stack.realtime.changes import ChangePipeline
from stack.realtime.connection import Connection
from stack.realtime.database import Database
from stack.realtime.frames import SERIALIZERS
from stack.realtime.http import BroadcastApi
from stack.realtime.hub import Hub
from stack.realtime.rates import Rate
from stack.realtime.reader import SlotReader
from stack.realtime.services import Services
from stack.realtime.settings import RealtimeSettings
from stack.realtime.slots import Slots
from stack.realtime.subscriptions import SubscriptionIndex
from stack.realtime.tokens import TokenError, TokenVerifier

log = structlog.get_logger(__name__)


class RealtimeBridge:
    """`app.add_routes(bridge.routes())` and `app.cleanup_ctx.append(bridge.lifetime)`."""

    def __init__(self, settings: RealtimeSettings) -> None:
        """Nothing runs yet, and nothing is connected."""
        self.settings = settings
        self._tasks: list[asyncio.Task[None]] = []
        self._connections: set[Connection] = set()

    def routes(self) -> list[web.RouteDef]:
        """The websocket and the two HTTP endpoints, under the prefix of the settings."""
        prefix = self.settings.prefix.rstrip("/")
        return [
            web.get(f"{prefix}/websocket", self._websocket),
            web.post(f"{prefix}/api/broadcast", self._batch),
            web.post(f"{prefix}/api/broadcast/{{topic}}/events/{{event}}", self._single),
        ]

    async def lifetime(self, _app: web.Application) -> AsyncIterator[None]:
        """For `cleanup_ctx`."""
        await self.start()
        try:
            yield
        finally:
            await self.close()

    async def start(self) -> None:
        """Start reading the slot; returns at once, also when the database is not there yet."""
        settings, limits = self.settings, self.settings.limits
        dsn = settings.dsn.get_secret_value()
        self._checks = Database(dsn, settings.pool_size)
        self._changes = Database(dsn, 1, check=False)
        await self._checks.open()
        await self._changes.open()
        hub, index = Hub(), SubscriptionIndex()
        backlog = self._backlog = Backlog(limits.max_backlog_bytes)
        self._slots = Slots(self._checks, settings.slot_prefix, [settings.publication, settings.messages_publication])
        self.reader = SlotReader(settings, self._slots, hub, index, backlog, self._on_gap)
        pipeline = ChangePipeline(self._changes, index, backlog, limits.max_record_bytes)
        self.services = Services(
            limits=limits,
            publication=settings.publication,
            verifier=TokenVerifier(settings.jwt_secret.get_secret_value(), settings.keys),
            authorizer=Authorizer(self._checks),
            database=self._checks,
            hub=hub,
            index=index,
            joins=Rate(limits.joins_per_second),
            http_messages=Rate(limits.http_messages_per_second),
            streaming=self.reader.ready,
        )
        self._api = BroadcastApi(self.services)
        self._tasks = [asyncio.create_task(self.reader.run()), asyncio.create_task(pipeline.run())]

    async def close(self) -> None:
        """Disconnect everybody, stop, and drop the slot: nobody is left to miss anything."""
        await self.disconnect_all()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        with contextlib.suppress(Exception):
            await self._slots.drop()
        await self._checks.close()
        await self._changes.close()

    async def disconnect_all(self) -> None:
        """Close every websocket; the clients reconnect."""
        await asyncio.gather(*(c.close() for c in list(self._connections)), return_exceptions=True)

    @property
    def is_streaming(self) -> bool:
        """Whether the slot is being read now."""
        return self.reader.ready.is_set()

    @property
    def backlog_bytes(self) -> int:
        """Changes that were read but not looked at yet."""
        return self._backlog.bytes

    def status(self) -> dict[str, Any]:
        """For health checks."""
        return {
            "streaming": self.is_streaming,
            "error": self.reader.last_error,
            "connections": len(self._connections),
            "backlog_bytes": self.backlog_bytes,
        }

    def _on_gap(self) -> None:
        log.warning("realtime.changes_missed")
        for subscriber in self.services.index.subscribers():
            subscriber.system("postgres_changes", "ok", "Subscribed to PostgreSQL")

    async def _batch(self, request: web.Request) -> web.StreamResponse:
        return await self._api.batch(request)

    async def _single(self, request: web.Request) -> web.StreamResponse:
        return await self._api.single(request)

    async def _websocket(self, request: web.Request) -> web.StreamResponse:
        serializer = SERIALIZERS.get(request.query.get("vsn", "1.0.0"))
        token = request.headers.get("x-api-key") or request.query.get("apikey")
        if not token:
            return _refuse(401, "API key is missing")
        try:
            self.services.verifier.identify(token)
        except TokenError as error:
            return _refuse(401, "Token has expired" if "expired" in error.message else error.message)
        if len(self._connections) >= self.settings.limits.max_connections:
            return _refuse(429, "Too many connected users")
        if serializer is None:
            return _refuse(400, "Unsupported serializer version")
        socket = web.WebSocketResponse(max_msg_size=self.settings.limits.max_frame_bytes, compress=False, timeout=2)
        if not socket.can_prepare(request).ok:
            return _refuse(426, "Expected a websocket handshake")
        await socket.prepare(request)
        headers = {name.lower(): value for name, value in request.headers.items() if name.lower().startswith("x-")}
        headers.pop("x-api-key", None)
        connection = Connection(self.services, socket, request, serializer, token, headers)
        self._connections.add(connection)
        try:
            await connection.run()
        finally:
            self._connections.discard(connection)
        return socket


def realtime_app(settings: RealtimeSettings) -> web.Application:
    """The bridge as an application of its own."""
    app = web.Application(client_max_size=settings.limits.max_frame_bytes)
    mount_realtime(app, settings)
    return app


def _refuse(status: int, error: str) -> web.Response:
    return web.json_response({"error": error}, status=status)


def mount_realtime(app: web.Application, settings: RealtimeSettings) -> RealtimeBridge:
    """Add the bridge to a gateway: its routes, its start and its end."""
    bridge = RealtimeBridge(settings)
    app.add_routes(bridge.routes())
    app.cleanup_ctx.append(bridge.lifetime)
    return bridge
