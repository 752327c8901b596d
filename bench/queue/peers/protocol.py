"""What every measured program does: read commands from stdin, answer with one line of JSON each.

    python -m bench.queue.peers MODULE install|client|worker DSN [SETTING] [EXPECTED]

A client enqueues on command. A worker runs until told to stop and reports when it has started the first and the last
of the expected jobs; times are CLOCK_MONOTONIC, which all processes of a machine share. Only the standard library
(and uvloop) may be imported here, since the systems live in different environments.
"""

from __future__ import annotations

import asyncio
import json
import random
import resource
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from typing import Any

import uvloop

Payload = dict[str, int]
Setting = dict[str, Any]
Handled = Callable[[int], None]


class Peer(ABC):
    """One queue system, used the way its documentation recommends."""

    def __init__(self, dsn: str) -> None:
        """Remember where the database is; connect later."""
        self.dsn = dsn

    @abstractmethod
    async def install(self) -> None:
        """Create the schema in an empty database."""

    @abstractmethod
    async def connect(self) -> None:
        """Open what enqueueing needs."""

    @abstractmethod
    async def enqueue(self, payload: Payload) -> None:
        """Add one job in its own transaction."""

    @abstractmethod
    async def enqueue_many(self, payloads: list[Payload]) -> None:
        """Add many jobs with the fastest call the system offers."""

    @abstractmethod
    async def close(self) -> None:
        """Close what `connect` opened."""

    @abstractmethod
    async def work(self, setting: Setting, handled: Handled, stop: asyncio.Event) -> None:
        """Run a worker that calls `handled(payload["n"])` for each job, until `stop` is set."""


class Tally:
    """Counts handled jobs and notes when the first and the last began."""

    def __init__(self, expected: int) -> None:
        """Count up to `expected`; zero means: remember when each job began."""
        self.expected = expected
        self.count = 0
        self.first = 0
        self.first_cpu = 0.0
        self.starts: dict[int, int] = {}

    def one(self, number: int) -> None:
        """Note that the handler of job `number` runs now."""
        if not self.expected:
            self.starts.setdefault(number, time.monotonic_ns())
            return
        if not self.count:
            self.first, self.first_cpu = time.monotonic_ns(), cpu()
        self.count += 1
        if self.count == self.expected:
            say(event="handled", first=self.first, last=time.monotonic_ns(), first_cpu=self.first_cpu)


def say(**message: Any) -> None:
    """Answer the harness."""
    print(json.dumps(message), flush=True)


def cpu() -> float:
    """CPU seconds of this process so far."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


async def lines() -> asyncio.Queue[dict[str, Any]]:
    """Commands from stdin, without a thread that would disturb the measurement."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def pump() -> None:
        while line := await reader.readline():
            queue.put_nowait(json.loads(line))
        queue.put_nowait({"do": "stop"})

    queue.pump = asyncio.create_task(pump())  # type: ignore[attr-defined]
    return queue


async def client(peer: Peer) -> None:
    """Enqueue on command until told to stop."""
    commands = await lines()
    await peer.connect()
    await peer.enqueue_many([{"n": 0}])  # prepared statements and caches are warm in a real producer
    await peer.enqueue({"n": 0})
    say(event="ready")
    while (command := await commands.get())["do"] != "stop":
        count = command["count"]
        before, began = cpu(), time.monotonic_ns()
        if command["do"] == "single":
            for number in range(count):
                await peer.enqueue({"n": number})
            say(seconds=(time.monotonic_ns() - began) / 1e9, cpu=cpu() - before)
        elif command["do"] == "bulk":
            await peer.enqueue_many([{"n": number} for number in range(count)])
            say(seconds=(time.monotonic_ns() - began) / 1e9, cpu=cpu() - before)
        elif command["do"] == "probe":
            calls = []
            for number in range(count):
                await asyncio.sleep(random.uniform(*command["gap"]))
                called = time.monotonic_ns()
                await peer.enqueue({"n": number + 1})
                calls.append((called, time.monotonic_ns()))
            say(calls=calls)
    await peer.close()


async def worker(peer: Peer, setting: Setting, expected: int) -> None:
    """Work until told to stop; answer `usage` in between."""
    commands = await lines()
    tally = Tally(expected)
    stop = asyncio.Event()
    say(event="ready")
    await commands.get()
    began = time.monotonic_ns()
    working = asyncio.create_task(peer.work(setting, tally.one, stop))
    while True:
        waiting = asyncio.create_task(commands.get())
        await asyncio.wait({waiting, working}, return_when=asyncio.FIRST_COMPLETED)
        if not waiting.done():
            waiting.cancel()
            break
        if waiting.result()["do"] == "usage":
            say(cpu=cpu())
            continue
        stop.set()
        break
    await working
    say(event="stopped", began=began, starts=tally.starts)


def main(peer_class: type[Peer], arguments: list[str]) -> None:
    """Run the command line of one system's program."""
    role, dsn, *rest = arguments
    peer = peer_class(dsn)
    runs: dict[str, Callable[[], Coroutine[Any, Any, None]]] = {
        "install": peer.install,
        "client": lambda: client(peer),
        "worker": lambda: worker(peer, json.loads(rest[0]), int(rest[1])),
    }
    uvloop.run(runs[role]())
