"""A bridge to test against, and clients of both kinds."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import UUID, uuid4

import jwt
import websockets
from aiohttp import web
from psycopg import AsyncConnection
from pydantic import SecretStr
from realtime import AsyncRealtimeClient

from stack.realtime import Limits, RealtimeBridge, RealtimeSettings, mount_realtime
from tests.support.database import Database
from tests.support.workers import PATIENCE

SECRET = "a-secret-of-at-least-thirty-two-bytes!"
PUBLISHABLE, SECRET_KEY = "sb_publishable_test", "sb_secret_test"
QUIET = 0.25
"""Seconds in which something that must not come would have come."""


def token(role: str = "authenticated", sub: UUID | None = None, *, ttl: float = 3600, **claims: Any) -> str:
    """A JWT as Auth makes it."""
    body = {"role": role, "exp": int(time.time() + ttl), "aud": "authenticated", **claims}
    return jwt.encode(body | ({"sub": str(sub)} if sub else {}), SECRET, algorithm="HS256")


class Bridge:
    """A running bridge and the database behind it."""

    def __init__(self, bridge: RealtimeBridge, database: Database, port: int) -> None:
        self.bridge = bridge
        self.database = database
        self.port = port
        self.url = f"http://127.0.0.1:{port}/realtime/v1"
        self._clients: list[AsyncRealtimeClient] = []
        self._sockets: list[Socket] = []

    async def sql(self, statement: str, *parameters: Any) -> None:
        """Run one statement and commit."""
        async with await self.connect() as connection:
            await connection.execute(statement, parameters or None)

    async def connect(self, **options: Any) -> AsyncConnection[Any]:
        """A connection whose commits reach the log at once: the server of the tests flushes it five times a second."""
        return await self.database.connect(options="-c synchronous_commit=on", **options)

    async def member(self, org: UUID | None = None) -> tuple[UUID, UUID, str]:
        """A user with an organization and a token."""
        user, org = uuid4(), org or uuid4()
        await self.sql("insert into public.members values (%s, %s)", user, org)
        return user, org, token(sub=user)

    async def client(self, user_token: str | None = None) -> AsyncRealtimeClient:
        """The official Python client."""
        client = AsyncRealtimeClient(self.url, PUBLISHABLE, initial_backoff=0.1)
        if user_token:
            await client.set_auth(user_token)
        self._clients.append(client)
        return client

    async def socket(self, vsn: str = "2.0.0", apikey: str = PUBLISHABLE, **headers: str) -> Socket:
        """A bare websocket."""
        uri = f"ws://127.0.0.1:{self.port}/realtime/v1/websocket?apikey={apikey}&vsn={vsn}"
        socket = Socket(await websockets.connect(uri, additional_headers=headers, max_size=None), vsn)
        self._sockets.append(socket)
        return socket

    @property
    def connections(self) -> int:
        """Open websockets."""
        return int(self.bridge.status()["connections"])

    async def drained(self) -> None:
        """Wait until no change waits in the bridge."""
        while self.bridge.backlog_bytes:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    async def reset(self) -> None:
        """Disconnect everybody and empty the tables."""
        for client in self._clients:
            with contextlib.suppress(Exception):
                client.auto_reconnect = False
                await client.close()
        for socket in self._sockets:
            await socket.close()
        self._clients.clear()
        self._sockets.clear()
        await self.sql("truncate public.notes, public.full_notes, public.items, public.full_items, public.hidden")


@contextlib.asynccontextmanager
async def serve(
    database: Database,
    port: int = 0,
    user: str = "supabase_admin",
    slot_prefix: str = "catalyst_realtime",
    **limits: Any,
) -> AsyncIterator[Bridge]:
    """Run a bridge as the gateway does."""
    settings = RealtimeSettings(
        dsn=SecretStr(database.dsn_as(user)),
        jwt_secret=SecretStr(SECRET),
        keys={PUBLISHABLE: "anon", SECRET_KEY: "service_role"},
        slot_prefix=slot_prefix,
        limits=Limits.model_validate(limits),
    )
    app = web.Application()
    bridge = mount_realtime(app, settings)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    try:
        bound = runner.addresses[0][1]
        running = Bridge(bridge, database, bound)
        yield running
        await running.reset()
    finally:
        await runner.cleanup()


class Socket:
    """Speaks the protocol by hand and keeps everything that it hears."""

    def __init__(self, websocket: websockets.ClientConnection, vsn: str) -> None:
        self.websocket = websocket
        self.vsn = vsn
        self.heard: list[dict[str, Any]] = []
        self.raw: list[str | bytes] = []
        self._ref = 0
        self._change_count = 0
        self._news = asyncio.Event()
        self._task = asyncio.create_task(self._listen())

    async def send(self, topic: str, event: str, payload: Any, join_ref: str | None = "1") -> str:
        """Send a frame; returns its ref."""
        self._ref += 1
        ref = str(self._ref)
        if self.vsn == "2.0.0":
            await self.websocket.send(json.dumps([join_ref, ref, topic, event, payload]))
        else:
            message = {"topic": topic, "event": event, "payload": payload, "ref": ref, "join_ref": join_ref}
            await self.websocket.send(json.dumps(message))
        return ref

    async def join(
        self, name: str, access_token: str | None = None, seconds: float = 5, **config: Any
    ) -> dict[str, Any]:
        """Join a channel; returns the payload of the reply."""
        payload: dict[str, Any] = {"config": config}
        if access_token:
            payload["access_token"] = access_token
        ref = str(self._ref + 1)
        await self.send(f"realtime:{name}", "phx_join", payload, join_ref=ref)
        reply = await self.wait(lambda m: m["event"] == "phx_reply" and m["ref"] == ref, seconds)
        return dict(reply["payload"])

    async def subscribe(self, name: str, *bindings: dict[str, Any], access_token: str | None = None) -> None:
        """Join for changes and wait until they flow."""
        await self.join(name, access_token, postgres_changes=list(bindings))
        await self.wait(lambda m: m["event"] == "system" and m["payload"]["extension"] == "postgres_changes")

    async def wait(self, match: Callable[[dict[str, Any]], bool], seconds: float = 5) -> dict[str, Any]:
        """The first message, past or future, that matches."""
        looked_at = 0
        found: list[dict[str, Any]] = []

        def look() -> bool:
            nonlocal looked_at
            fresh, looked_at = self.heard[looked_at:], len(self.heard)
            found.extend(message for message in fresh if match(message))
            return bool(found)

        await self.until(look, seconds)
        return found[0]

    async def until(self, test: Callable[[], bool], seconds: float = 5) -> None:
        """Wait for what was heard to be enough."""
        deadline = time.monotonic() + seconds * PATIENCE
        while not test():
            self._news.clear()
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                raise TimeoutError(f"not among {self.heard[-5:]}")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), remaining)

    async def wait_event(self, event: str, seconds: float = 5) -> dict[str, Any]:
        """The payload of the first message of this event."""
        return dict((await self.wait(lambda m: m["event"] == event, seconds))["payload"])

    def payloads(self, event: str) -> list[dict[str, Any]]:
        """The payloads of an event, so far."""
        return [m["payload"] for m in self.heard if m["event"] == event]

    def changes(self) -> list[dict[str, Any]]:
        """The data of the changes so far."""
        return [payload["data"] for payload in self.payloads("postgres_changes")]

    async def wait_changes(self, count: int, seconds: float = 5) -> list[dict[str, Any]]:
        """At least so many changes."""
        await self.until(lambda: self._change_count >= count, seconds)
        return self.changes()

    def stop_reading(self) -> None:
        """Leave what comes in the kernel's buffers."""
        self._task.cancel()
        self.websocket.transport.pause_reading()

    async def close(self) -> None:
        """Hang up."""
        self._task.cancel()
        self.websocket.transport.abort()
        await asyncio.sleep(0)

    async def _listen(self) -> None:
        with contextlib.suppress(websockets.ConnectionClosed):
            async for data in self.websocket:
                self.raw.append(data)
                message = self._read(data)
                self.heard.append(message)
                self._change_count += message["event"] == "postgres_changes"
                self._news.set()
        self.heard.append({"event": "closed", "topic": "", "payload": {}, "ref": None})
        self._news.set()

    def _read(self, data: str | bytes) -> dict[str, Any]:
        if isinstance(data, bytes):
            return read_broadcast(data)
        message = json.loads(data)
        if self.vsn == "1.0.0":
            return dict(message)
        join_ref, ref, topic, event, payload = message
        return {"join_ref": join_ref, "ref": ref, "topic": topic, "event": event, "payload": payload}


def read_broadcast(data: bytes) -> dict[str, Any]:
    """A binary frame of kind 4."""
    assert data[0] == 4
    topic_size, event_size, meta_size, encoding = data[1:5]
    rest = data[5:]
    topic, rest = rest[:topic_size], rest[topic_size:]
    event, rest = rest[:event_size], rest[event_size:]
    meta, body = rest[:meta_size], rest[meta_size:]
    payload: dict[str, Any] = {
        "type": "broadcast",
        "event": event.decode(),
        "payload": json.loads(body) if encoding else body,
        "binary": True,
    }
    if meta:
        payload["meta"] = json.loads(meta)
    return {"topic": topic.decode(), "event": "broadcast", "payload": payload, "ref": None}


def quiet() -> asyncio.Future[None]:
    """Long enough for anything wrong to have arrived."""
    return asyncio.ensure_future(asyncio.sleep(QUIET))
