"""How much longer a generation takes than the provider's own call, and where the time goes."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import aiohttp
import openai

from bench.generation.users import sign_up
from bench.intelligence.deployment import KEY, Deployment, Sims, worker
from bench.intelligence.generations import TIMES, Ask, Ended, OverSql, come_at_random, keep_going, over_http

CALL_SECONDS = 0.5
# Postgres sits on the same machine: more connections than cores take turns on them, each with a cache of its own.
WORKER_CONNECTIONS = 2
CONNECTIONS = 3
WARM_UP = 4
"""Generations of each user and way that are not measured."""
STAGES = (
    "commit to claim",
    "claim to the provider",
    "the provider",
    "provider to readable",
)


def percentile(values: Iterable[float], share: float) -> float:
    """Of any numbers."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True)
class Way:
    """How people ask, and when: at random moments, or again as soon as the last one is over."""

    ask: Ask
    at_random: bool = False


async def measure(
    deployment: Deployment, session: aiohttp.ClientSession, sims: Sims, *, concurrency: int, each: int, rounds: int
) -> dict[str, Any]:
    """Bare calls and generations in turns, `each` times `concurrency` of them a round, as many at once."""
    users = await sign_up(deployment.stack, session, concurrency)
    bare: list[float] = []
    # twice as many handlers as generations at once: none waits for a slot while another's completion is on its way
    async with (
        worker(deployment, session, sims, 2 * concurrency, CATALYST_WORKER_CONNECTIONS=str(WORKER_CONNECTIONS)),
        Ended(deployment) as ended,
        OverSql(deployment.stack.database_url, CONNECTIONS) as sql,
    ):
        ways = {
            "SQL, again and again": Way(sql.ask),
            "SQL, at random": Way(sql.ask, at_random=True),
            "gateway, again and again": Way(over_http(deployment.stack, session)),
        }
        found: dict[str, list[dict[str, float]]] = {name: [] for name in ways}
        seconds = dict.fromkeys(ways, 0.0)
        for way in ways.values():  # connections, plans and models are warm
            await keep_going(users, WARM_UP, way.ask, ended)
        body = await _body(session, sims)
        await sims.post("latency", {"seconds": CALL_SECONDS})
        usual_seconds: dict[str, float] = {}
        for _ in range(rounds):
            bare += await _bare(sims, body, concurrency, each)
            for name, way in ways.items():
                _analyze(deployment)
                before = await sims.calls()
                if way.at_random:
                    # At this rate as many are under way as there are people.
                    rate = concurrency / usual_seconds.get(name, usual_seconds["SQL, again and again"])
                    ids = await come_at_random(users, concurrency * each, rate, way.ask, ended)
                else:
                    ids = await keep_going(users, each, way.ask, ended)
                rows = await _times(deployment, sims, ids, before)
                moments = [row["asked"] for row in rows]
                seconds[name] += (max(moments) - min(moments)) / 1000
                found[name] += rows
                usual_seconds[name] = statistics.fmean(row["whole"] for row in rows) / 1000
    await sims.post("reset")
    usual = statistics.median(bare)
    return {
        "concurrency": concurrency,
        "call_ms": 1000 * CALL_SECONDS,
        "bare": _percentiles(bare),
        "ways": {
            name: {
                "generations": len(rows),
                "per_second": len(rows) / seconds[name],
                "in_flight": sum(row["whole"] for row in rows) / 1000 / seconds[name],
                "whole": _percentiles([row["whole"] for row in rows]),
                "difference": _percentiles([row["whole"] - usual for row in rows]),
                "stages": {stage: _percentiles([row[stage] for row in rows]) for stage in STAGES},
            }
            for name, rows in found.items()
        },
    }


def _analyze(deployment: Deployment) -> None:
    """As autovacuum does to a database in use: here tables grow within seconds from nothing to thousands of rows."""
    with deployment.connect() as admin:
        admin.execute("analyze")


def _percentiles(values: Sequence[float]) -> dict[str, float]:
    return {"p50_ms": percentile(values, 0.5), "p99_ms": percentile(values, 0.99)}


async def _body(session: aiohttp.ClientSession, sims: Sims) -> dict[str, Any]:
    """What the worker sends: the bare call is to be the same one."""
    last = (await sims.ledger())[-1]["number"]
    async with session.get(f"{sims.url}/_control/ledger/{last}/body") as response:
        body: dict[str, Any] = await response.json()
        return body


async def _bare(sims: Sims, body: dict[str, Any], concurrency: int, each: int) -> list[float]:
    """Milliseconds of each call by the official SDK, as it is."""
    async with openai.AsyncOpenAI(api_key=KEY, base_url=sims.base_urls["openai"], max_retries=0) as client:
        found: list[float] = []

        async def one(count: int, *, is_counted: bool) -> None:
            for _ in range(count):
                began = time.perf_counter()
                await client.responses.create(**body)
                if is_counted:
                    found.append(1000 * (time.perf_counter() - began))

        await asyncio.gather(*(one(1, is_counted=False) for _ in range(concurrency)))
        await asyncio.gather(*(one(each, is_counted=True) for _ in range(concurrency)))
    return found


async def _times(deployment: Deployment, sims: Sims, ids: list[str], before: int) -> list[dict[str, float]]:
    """Milliseconds of each stage of each generation, and when it was asked for; `before` calls are older."""
    calls = {entry["request_id"]: entry for entry in await sims.ledger(before)}
    with deployment.connect() as admin:
        rows = admin.execute(TIMES, (ids,)).fetchall()
    if len(rows) != len(ids):
        raise RuntimeError(f"{len(ids)} generations, but the times of {len(rows)}: one call each was expected")
    return [_stages(row, calls) for row in rows]


def _stages(row: tuple[Any, ...], calls: dict[str, dict[str, Any]]) -> dict[str, float]:
    committed, claimed, readable, request_id, status = row
    if status != "completed":
        raise RuntimeError(f"a generation ended as {status}")
    call = calls[request_id]
    moments = [_ms(committed), _ms(claimed), 1000 * call["at"], 1000 * (call["at"] + call["seconds"]), _ms(readable)]
    stages = {stage: moments[at + 1] - moments[at] for at, stage in enumerate(STAGES)}
    return {**stages, "whole": moments[-1] - moments[0], "asked": moments[0]}


def _ms(moment: datetime) -> float:
    return 1000 * moment.timestamp()
