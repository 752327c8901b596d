"""Where our time goes: SQL by statement (nested ones included), Python by line. `python -m bench.queue.profile`."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bench.queue import catalyst, measure
from bench.queue.process import ROOT
from bench.queue.server import BenchServer
from bench.queue.systems import System

PY_SPY = str(ROOT / "bench" / ".venv" / "bin" / "py-spy")
STATEMENTS = """
select calls, total_exec_time, wal_bytes::bigint, rows, toplevel, regexp_replace(query, '\\s+', ' ', 'g')
from pg_stat_statements
where dbid = (select oid from pg_catalog.pg_database where datname = %s)
  order by total_exec_time desc limit %s
"""
RATE = 1000


async def profile_sql(server: BenchServer, system: System, setting: str, jobs: int, lines: int) -> list[str]:
    """Fill and drain once while the server counts every statement."""
    with server.connect("postgres") as admin:
        admin.execute("create extension if not exists pg_stat_statements")
        admin.execute("alter system set pg_stat_statements.track = 'all'")
        admin.execute("select pg_reload_conf()")
        await measure.fill(server, system, jobs)
        admin.execute("select pg_stat_statements_reset()")
        figures = await measure.drain(server, system, setting, jobs)
        rows = admin.execute(STATEMENTS, (system.db, lines)).fetchall()
        admin.execute("alter system reset pg_stat_statements.track")
        admin.execute("select pg_reload_conf()")
    found = [f"{figures['per_second']:,.0f} jobs/s with statements counted; per 1,000 jobs:"]
    for calls, total, wal, count, top, query in rows:
        share = jobs / 1000
        mark = " " if top else "·"
        found.append(
            f"{total / share:9.2f} ms {calls / share:8.1f} calls {count / share:8.0f} rows"
            f" {wal / share / 1024:8.0f} kB WAL {mark} {query[:110]}"
        )
    return found


async def profile_python(server: BenchServer, system: System, setting: str, jobs: int, lines: int) -> list[str]:
    """Fill and drain once with the worker under a sampling profiler; lines by own and by cumulative time."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "stacks.txt"
        recorder = [
            PY_SPY,
            "record",
            "--format",
            "raw",
            "--rate",
            str(RATE),
            "--output",
            str(out),
            "--",
            *system.command,
        ]
        await measure.fill(server, system, jobs)
        await measure.drain(server, replace(system, command=recorder), setting, jobs)
        own: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for line in out.read_text().splitlines():
            stack, _, count = line.rpartition(" ")
            frames = stack.split(";")
            if any(frame.startswith("import_module") for frame in frames):
                continue  # the start of the process
            own[frames[-1]] += int(count)
            for frame in set(frames):
                total[frame] += int(count)
    samples = sum(own.values())
    found = [f"{samples} samples at {RATE} a second"]
    for title, counter in (("own", own), ("with callees", total)):
        found += [f"-- {title}", *(f"{count / samples:6.1%} {frame}" for frame, count in counter.most_common(lines))]
    return found


async def everything(setting: str, jobs: int, lines: int, port: int) -> None:
    """A server of its own, the two profiles, nothing left behind."""
    folder = Path(tempfile.mkdtemp(prefix="cc-bench-"))
    server = BenchServer(folder, port)
    system = catalyst.CATALYST
    try:
        server.create(system.db)
        await catalyst.prepare_database(server, system)
        for profile in (profile_sql, profile_python):
            typer.echo("\n".join(await profile(server, system, setting, jobs, lines)) + "\n")
    finally:
        server.close()
        shutil.rmtree(folder, ignore_errors=True)


def main(
    setting: Annotated[str, typer.Option(help="ten, best or one_by_one")] = "best",
    jobs: int = 50_000,
    lines: Annotated[int, typer.Option(help="how many statements and lines to show")] = 25,
    port: int = 55801,
) -> None:
    """Profile one drain of our queue."""
    asyncio.run(everything(setting, jobs, lines, port))


if __name__ == "__main__":
    app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    app.command()(main)
    app()
