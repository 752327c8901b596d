"""Measure, write the results, and write them into the README."""

from __future__ import annotations

import asyncio
import datetime
import json
import os
import shutil
import signal
import tempfile
import time
from collections import defaultdict
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from bench.queue import catalyst as ours
from bench.queue import floor, machine, measure, report, spent
from bench.queue.process import run
from bench.queue.server import BenchServer
from bench.queue.systems import GRAPHILE, PGMQ, PGQUEUER, PROCRASTINATE, REFERENCE, System

HERE = Path(__file__).parent
SYSTEMS = {system.name: system for system in (ours.CATALYST, REFERENCE, PGMQ, GRAPHILE, PGQUEUER, PROCRASTINATE)}
Results = dict[str, dict[str, list[dict[str, Any]]]]


async def install(server: BenchServer, system: System, history: int) -> None:
    """Make the system's database, with finished jobs in it when asked."""
    server.create(system.db)
    if system.name.startswith(ours.CATALYST.name):
        await ours.prepare_database(server, system)
    else:
        await run([*system.command, "install", server.dsn(system.db)], system.environment)
    if history and system.history:
        with server.connect(system.db) as connection:
            connection.execute("set session_replication_role = replica")
            connection.execute(system.history, (history,))
            connection.execute("vacuum analyze")


async def turn(server: BenchServer, system: System, sizes: dict[str, int]) -> dict[str, dict[str, Any]]:
    """One system's part of a round."""
    jobs = sizes["jobs"]
    found = {}
    if not system.keeps_history:
        found["single"] = await measure.enqueue_single(server, system, sizes["single"])
    for setting in ("ten", "best", "one_by_one"):
        if setting in system.settings:
            singly = setting == "one_by_one"
            count = jobs // 4 if singly else jobs  # its rate is the commit's, so fewer jobs say as much
            filled = await measure.fill(server, replace(system, environment=ours.OUTSIDE) if singly else system, count)
            found.setdefault("bulk", filled)
            found[setting] = await measure.drain(server, system, setting, count)
    if "idle" in system.settings:
        found["idle"] = await measure.pick_up(server, system, "idle", sizes["probes"])
    if "idle_realtime" in system.settings:
        async with ours.realtime(server, system) as environment:
            through = replace(system, environment={**system.environment, **environment})
            found["idle_realtime"] = await measure.pick_up(server, through, "idle_realtime", sizes["probes"])
    return found


async def compare_history(server: BenchServer, system: System, sizes: dict[str, int]) -> Results:
    """Drains with and without finished jobs, in turns.

    One drain varies by a tenth either way, so the ratio of two of them says nothing; that of many pairs does.
    """
    plain, beside = system, system.with_history()
    found: Results = {plain.name: defaultdict(list), beside.name: defaultdict(list)}
    for number in range(sizes["pairs"]):
        for setting in ("ten", "best"):
            for one in (plain, beside) if number % 2 else (beside, plain):
                await measure.fill(server, one, sizes["jobs"])
                found[one.name][f"{setting}_pairs"].append(await measure.drain(server, one, setting, sizes["jobs"]))
    return found


async def rounds(server: BenchServer, systems: list[System], sizes: dict[str, int]) -> tuple[Results, list[float]]:
    """Take turns; every round begins with another system, so that nobody always runs on a fresh or a tired server."""
    results: Results = defaultdict(lambda: defaultdict(list))
    loads = []
    for number in range(sizes["rounds"]):
        loads.append(measure.load())
        results["floor"]["floor"].append(await floor.measure(server, sizes["floor_seconds"]))
        shift = number % len(systems)
        for system in systems[shift:] + systems[:shift]:
            began = time.monotonic()
            for phase, figures in (await turn(server, system, sizes)).items():
                results[system.name][phase].append(figures)
            typer.echo(f"round {number + 1}: {system.name} took {time.monotonic() - began:.1f} s")
        if sizes["pairs"] and ours.CATALYST in systems and sizes["history"]:
            for name, pairs in (await compare_history(server, ours.CATALYST, sizes)).items():
                for phase, drains in pairs.items():
                    results[name][phase] += drains
    return {name: dict(phases) for name, phases in results.items()}, loads


async def everything(names: list[str], sizes: dict[str, int], port: int) -> dict[str, Any]:
    """Start the server, run all rounds, stop the server, also when told to end early."""
    task = asyncio.current_task()
    assert task is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    folder = Path(tempfile.mkdtemp(prefix="cc-bench-"))
    server = BenchServer(folder, port)
    try:
        chosen = [SYSTEMS[name] for name in names]
        order = []
        for system in chosen:
            await install(server, system, 0)
            order.append(system)
            if system.history and sizes["history"]:
                order.append(system.with_history())
                await install(server, order[-1], sizes["history"])
        results, loads = await rounds(server, order, sizes)
        parts = []
        if ours.CATALYST in chosen:
            apart = replace(ours.CATALYST, database="catalyst_spent")
            await install(server, apart, 0)
            parts = spent.measure(server, apart, sizes["jobs"])
        return {
            "taken_at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "machine": machine.describe(),
            "other_load_percent": loads,
            "versions": await machine.versions(server),
            "server_settings": server.settings(),
            "sizes": sizes,
            "how": {system.name: dict(system.how) for system in chosen},
            "results": results,
            "spent": [asdict(part) for part in parts],
        }
    finally:
        server.close()
        shutil.rmtree(folder, ignore_errors=True)


def main(
    rounds: Annotated[int, typer.Option(help="interleaved rounds; medians are reported")] = 3,
    jobs: Annotated[int, typer.Option(help="no-op jobs per drain")] = 20_000,
    history: Annotated[int, typer.Option(help="finished jobs for the drain with history")] = 1_000_000,
    single: Annotated[int, typer.Option(help="single enqueues per round")] = 1_000,
    pairs: Annotated[int, typer.Option(help="drains of ours with and without history per round, in turns")] = 4,
    probes: Annotated[int, typer.Option(help="pick-up probes per round")] = 50,
    floor_seconds: Annotated[int, typer.Option(help="seconds per pgbench run")] = 3,
    only: Annotated[str, typer.Option(help="comma separated systems; all when empty")] = "",
    pgmq_sql: Annotated[Path | None, typer.Option(help="another pgmq.sql than the one in its Python client")] = None,
    port: Annotated[int, typer.Option(help="port of the database server")] = 55800,
    output: Annotated[Path | None, typer.Option(help="results file; leaves the README alone")] = None,
) -> None:
    """Measure our queue and the others on one server."""
    if pgmq_sql:
        os.environ["PGMQ_SQL"] = str(pgmq_sql.absolute())
    sizes = {
        "rounds": rounds, "jobs": jobs, "history": history, "single": single, "probes": probes,
        "floor_seconds": floor_seconds, "pairs": pairs,
    }  # fmt: skip
    names = only.split(",") if only else list(SYSTEMS)
    began = time.monotonic()
    found = asyncio.run(everything(names, sizes, port))
    found["seconds"] = round(time.monotonic() - began)
    path = output or HERE / "results" / f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(found, indent=1) + "\n")
    table = report.render(found)
    typer.echo(table)
    if output is None:
        report.write(HERE / "README.md", table)


if __name__ == "__main__":
    app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    app.command()(main)
    app()
