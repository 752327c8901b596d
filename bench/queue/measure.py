"""The measurements themselves: enqueue, drain, pick-up. Each returns plain figures for one turn of one system."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import asdict
from typing import Any

import psutil

from bench.queue.process import Program
from bench.queue.server import BenchServer
from bench.queue.systems import System

BULK = 10_000
WARM_UP = 2
"""Jobs that a producer adds before it is ready (see `protocol.client`); they are drained with the others."""
GAP = (0.03, 0.08)
"""Seconds between two probes of an idle queue; random, so that nobody's poll can fall in step."""


def prepare(server: BenchServer, system: System) -> None:
    """Empty the queue and bring its tables to the state that autovacuum would."""
    with server.connect(system.db) as connection:
        connection.execute(system.reset)
        connection.execute("vacuum analyze")


def client(server: BenchServer, system: System) -> Program:
    """The system's producer."""
    return Program([*system.command, "client", server.dsn(system.db)], system.environment)


def worker(server: BenchServer, system: System, setting: str, expected: int) -> Program:
    """The system's worker; it waits for `go`."""
    options = json.dumps(system.settings[setting])
    return Program([*system.command, "worker", server.dsn(system.db), options, str(expected)], system.environment)


async def enqueue_single(server: BenchServer, system: System, count: int) -> dict[str, Any]:
    """One producer, one job per transaction, the next when the last is committed."""
    prepare(server, system)
    async with client(server, system) as producer:
        answer = await producer.ask(do="single", count=count)
    return {"per_second": count / answer["seconds"]}


async def fill(server: BenchServer, system: System, count: int, bulk: int = BULK) -> dict[str, Any]:
    """Enqueue `count` jobs in bulk calls; rates of each call, and what the server had to do per 1,000 jobs."""
    prepare(server, system)
    server.quiet(system.db)
    before, before_cpu = server.counters(system.db), server.cpu()
    rates = []
    async with client(server, system) as producer:
        for start in range(0, count, bulk):
            part = min(bulk, count - start)
            answer = await producer.ask(do="bulk", count=part)
            rates.append(part / answer["seconds"])
    server_cpu = server.cpu() - before_cpu
    server.quiet(system.db)
    spent = server.counters(system.db).since(before)
    per_thousand = 1000 / count
    return {
        "per_second": rates,
        **{name: value * per_thousand for name, value in asdict(spent).items()},
        "server_cpu": server_cpu * per_thousand,
    }


async def drain(server: BenchServer, system: System, setting: str, count: int) -> dict[str, Any]:
    """From the start of the first handler to the last acknowledgement, with `count` jobs waiting (see `fill`)."""
    with server.connect(system.db) as connection:
        connection.execute("vacuum analyze")
    expected = count + WARM_UP
    server.quiet(system.db)
    before = server.counters(system.db)
    async with worker(server, system, setting, expected) as running:
        with server.connect(system.db) as watcher:
            cpu, wal = server.cpu(), server.wal_bytes()
            went = time.monotonic_ns()
            running.send(do="go")
            answer = await running.read()
            polls = 0
            while True:
                polls += 1
                row = watcher.execute(system.unfinished).fetchone()
                if row is not None and not row[0]:
                    break
                await asyncio.sleep(0.001)
            ended = time.monotonic_ns()
            server_cpu, wal_bytes = server.cpu() - cpu, server.wal_bytes() - wal
            worker_cpu = (await running.ask(do="usage"))["cpu"] - answer["first_cpu"]
    server.quiet(system.db)
    spent = server.counters(system.db).since(before)
    per_thousand = 1000 / expected
    return {
        "per_second": expected / ((ended - answer["first"]) / 1e9),
        "per_second_with_start": expected / ((ended - went) / 1e9),
        "transactions": (spent.transactions - polls) * per_thousand,
        "row_writes": spent.row_writes * per_thousand,
        "wal_bytes": wal_bytes * per_thousand,
        "server_cpu": server_cpu * per_thousand,
        "worker_cpu": worker_cpu * per_thousand,
    }


async def pick_up(server: BenchServer, system: System, setting: str, count: int) -> dict[str, Any]:
    """Milliseconds until an idle worker starts a job: from the call that enqueues it, and from that call's return."""
    prepare(server, system)
    async with worker(server, system, setting, 0) as running:
        running.send(do="go")
        await asyncio.sleep(2.0)
        async with client(server, system) as producer:
            await asyncio.sleep(0.5)
            calls = (await producer.ask(do="probe", count=count, gap=GAP))["calls"]
            await asyncio.sleep(0.5)
        running.send(do="stop")
        starts = (await running.read())["starts"]
    missing = [number for number in range(1, count + 1) if str(number) not in starts]
    if missing:
        raise RuntimeError(f"{system.name} never started {len(missing)} of {count} jobs")
    return {
        "from_call_ms": [(starts[str(n)] - called) / 1e6 for n, (called, _) in enumerate(calls, 1)],
        "from_commit_ms": [max(0.0, (starts[str(n)] - returned) / 1e6) for n, (_, returned) in enumerate(calls, 1)],
    }


def load() -> float:
    """CPU share that others use right now, measured over a second: the figures are only as good as this is small."""
    return psutil.cpu_percent(interval=1.0)
