"""Asks every service of a stack whether it really answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Literal

import aiohttp
import psycopg
from pydantic import BaseModel, ConfigDict, ValidationError

from stack.keys import StackKeys
from stack.layout import Layout
from stack.postgres import PostgresServer
from stack.processes import ProcessRef
from stack.services import database_url
from stack.settings import StackSettings

State = Literal["running", "starting", "stopped"]


class ServiceStatus(BaseModel):
    """One line of `catalyst stack status`."""

    model_config = ConfigDict(frozen=True)

    name: str
    state: State
    pid: int | None = None
    address: str = ""
    restarts: int = 0


class Processes(BaseModel):
    """What the supervisor wrote down."""

    supervisor: ProcessRef
    services: dict[str, ProcessRef]
    restarts: dict[str, int]

    @classmethod
    def load(cls, layout: Layout) -> Processes | None:
        """None when nothing was started, or the file is unreadable after a crash."""
        try:
            return cls.model_validate(json.loads(layout.state.read_text()))
        except (OSError, ValueError, ValidationError):
            return None


class HealthChecks:
    """The checks of one stack."""

    def __init__(self, layout: Layout, settings: StackSettings, keys: StackKeys, server: PostgresServer) -> None:
        """Nothing is asked yet."""
        self._layout = layout
        self._settings = settings
        self._keys = keys
        self._server = server

    async def all(self) -> list[ServiceStatus]:
        """Every service, asked at the same time."""
        processes = Processes.load(self._layout)
        running: Mapping[str, ProcessRef] = processes.services if processes else {}
        restarts = processes.restarts if processes else {}
        base = f"http://127.0.0.1:{self._settings.port}"
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
            secret = {"apikey": self._keys.secret_key}
            public = {"apikey": self._keys.publishable_key}

            def url(path: str, headers: Mapping[str, str]) -> Callable[[], Awaitable[bool]]:
                return lambda: _answers(session, f"{base}{path}", headers)

            checks: list[tuple[str, str, str, Callable[[], Awaitable[bool]]]] = [
                ("auth", "lite", f"{base}/auth/v1", url("/auth/v1/health", public)),
                ("rest", "lite", f"{base}/rest/v1", url("/rest/v1/", secret)),
                ("storage", "lite", f"{base}/storage/v1", url("/storage/v1/bucket", secret)),
                ("functions", "gateway", f"{base}/functions/v1", url("/functions/v1/health", public)),
                ("realtime", "gateway", f"{base}/realtime/v1", lambda: self._realtime(session, base)),
                ("cron", "cron", "", _true),
            ]
            if self._settings.workers:
                address = f"http://127.0.0.1:{self._settings.worker_port}"
                checks.append(("worker", "worker", address, lambda: _answers(session, f"{address}/healthz", {})))
            found = await asyncio.gather(
                self._postgres(),
                *(
                    _status(running.get(process), restarts.get(process, 0), name, at, ask)
                    for name, process, at, ask in checks
                ),
            )
        return list(found)

    async def _postgres(self) -> ServiceStatus:
        pid = self._server.pid
        address = f"127.0.0.1:{self._settings.postgres_port}"
        state: State = "stopped"
        if pid is not None:
            state = "starting"
            try:
                async with await psycopg.AsyncConnection.connect(
                    database_url(self._settings, self._server, "postgres"), connect_timeout=5
                ) as connection:
                    await connection.execute("select 1")
                state = "running"
            except psycopg.Error:
                pass
        return ServiceStatus(name="postgres", state=state, pid=pid, address=address)

    async def _realtime(self, session: aiohttp.ClientSession, base: str) -> bool:
        """A handshake and a heartbeat, as a client does."""
        url = f"{base}/realtime/v1/websocket?apikey={self._keys.publishable_key}&vsn=1.0.0"
        try:
            async with session.ws_connect(url) as socket:
                await socket.send_json({"topic": "phoenix", "event": "heartbeat", "payload": {}, "ref": "1"})
                reply = await socket.receive_json(timeout=5)
                return bool(reply["payload"]["status"] == "ok")
        except (aiohttp.ClientError, TimeoutError, TypeError, KeyError, ValueError):
            return False


async def _status(
    process: ProcessRef | None, restarts: int, name: str, address: str, ask: Callable[[], Awaitable[bool]]
) -> ServiceStatus:
    if process is None or process.find() is None:
        return ServiceStatus(name=name, state="stopped", address=address, restarts=restarts)
    state: State = "running" if await ask() else "starting"
    return ServiceStatus(name=name, state=state, pid=process.pid, address=address, restarts=restarts)


async def _answers(session: aiohttp.ClientSession, url: str, headers: Mapping[str, str]) -> bool:
    try:
        async with session.get(url, headers=headers) as response:
            await response.read()
            return response.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False


async def _true() -> bool:
    return True
