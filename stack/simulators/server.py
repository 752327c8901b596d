"""One server for all simulated APIs, in this process or in one of its own."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from aiohttp import web

from stack.simulators import anthropic, gemini, openai, youtube
from stack.simulators.answers import Answer
from stack.simulators.charts import Chart
from stack.simulators.control import Control
from stack.simulators.faults import Fault, FaultKind
from stack.simulators.ledger import Ledger
from stack.simulators.world import Latency, World

HOST = "127.0.0.1"
MAX_BODY = 64 * 1024 * 1024


def build(world: World) -> web.Application:
    """The application."""
    app = web.Application(client_max_size=MAX_BODY)
    app.add_routes([*openai.routes(world), *gemini.routes(world), *anthropic.routes(world)])
    app.add_routes([*youtube.routes(world), *Control(world).routes()])

    async def close(_: web.Application) -> None:
        world.closing.set()

    app.on_shutdown.append(close)
    return app


class Simulators:
    """A running server: its addresses, and its switches for tests in the same process."""

    def __init__(self, world: World, port: int) -> None:
        """`port` is where it listens."""
        self.world = world
        self.url = f"http://{HOST}:{port}"
        self.openai = f"{self.url}/openai/v1"
        self.compatible = f"{self.url}/compatible/v1"
        self.gemini = f"{self.url}/gemini"
        self.anthropic = f"{self.url}/anthropic"
        self.youtube = f"{self.url}/youtube/v3"

    @property
    def ledger(self) -> Ledger:
        """Every call so far."""
        return self.world.ledger

    def fail(self, kind: FaultKind | str, **settings: Any) -> None:
        """Switch a fault on; the settings are those of `Fault`."""
        self.world.faults.add(Fault.model_validate({"kind": kind, **settings}))

    def answer(self, **settings: Any) -> None:
        """Give an answer beforehand; the settings are those of `Answer`."""
        self.world.answers.add(Answer.model_validate(settings))

    def chart(self, **settings: Any) -> None:
        """Set what is popular in a country; the settings are those of `Chart`."""
        self.world.chart(Chart.model_validate(settings))

    def delay(self, seconds: float = 0, **settings: Any) -> None:
        """Make all providers slow; the settings are those of `Latency`."""
        self.world.latency[None] = Latency.model_validate({"seconds": seconds, **settings})

    def reset(self) -> None:
        """Back to the beginning."""
        self.world.reset()


@contextlib.asynccontextmanager
async def running(port: int = 0) -> AsyncIterator[Simulators]:
    """Serve on loopback while the context lasts; on a free port unless one is given."""
    world = World()
    runner = web.AppRunner(build(world), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
        yield Simulators(world, runner.addresses[0][1])
    finally:
        world.closing.set()
        await runner.cleanup()
