"""Start a stack without workers, send the load, check the books, write the results."""

from __future__ import annotations

import asyncio
import datetime
import json
import tempfile
from pathlib import Path
from typing import Annotated, Any

import aiohttp
import typer

from bench.generation import books, report
from bench.generation.load import PLATFORMS, Direct, Send, over_http, run
from bench.generation.spent import CpuMeter
from bench.generation.users import Stack, join, sign_up
from bench.queue import machine
from bench.queue.report import write
from stack.lifecycle import Stack as Platform
from stack.postgres import PostgresServer

HERE = Path(__file__).parent


class Loads:
    """The loads, each on users of its own, so that each one's books start empty."""

    def __init__(self, stack: Stack, session: aiohttp.ClientSession, meter: CpuMeter, count: int, each: int) -> None:
        """`count` users with `each` requests."""
        self._stack, self._session, self._meter = stack, session, meter
        self._count, self._each = count, each
        self.found: dict[str, dict[str, Any]] = {}

    async def add(self, name: str, send: Send, *, shared: bool, limit: int | None = None) -> None:
        """Sign up, send, and prove that rows, counters and ledger agree with what the users were told."""
        users = await sign_up(self._stack, self._session, self._count)
        if shared:
            users = await join(self._stack, users)
        before = self._meter.read()
        sent = await run(users, self._each, send)
        spent = {part: seconds - before.get(part, 0.0) for part, seconds in self._meter.read().items()}
        organizations = {user.organization_id for user in users}
        problems = await books.check(self._stack.database_url, organizations, sent.accepted, len(PLATFORMS))
        if limit is not None and sent.accepted != limit:
            problems.append(f"a limit of {limit} admitted {sent.accepted}")
        requests = self._count * self._each
        self.found[name] = {
            **sent.summary(),
            "cpu_ms_per_request": {part: 1000 * seconds / requests for part, seconds in spent.items()},
            "books": problems or "agree",
        }


async def measure(stack: Stack, meter: CpuMeter, count: int, each: int, connections: int) -> dict[str, Any]:
    """All loads, one after the other."""
    unlimited = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=unlimited, timeout=aiohttp.ClientTimeout(total=120)) as session:
        http = over_http(stack, session)
        await books.set_limit(stack.database_url, None)
        await run(await sign_up(stack, session, 10), 3, http)  # connections, plans and caches are warm
        loads = Loads(stack, session, meter, count, each)
        for name, shared in (("own organizations", False), ("one organization", True)):
            await loads.add(f"gateway, {name}", http, shared=shared)
            async with Direct(stack.database_url, connections) as direct:
                await loads.add(f"SQL, {name}", direct, shared=shared)
        limit = count * each // 4
        await books.set_limit(stack.database_url, limit)
        await loads.add(f"gateway, one organization with a limit of {limit}", http, shared=True, limit=limit)
    return loads.found


def main(
    users: Annotated[int, typer.Option(help="concurrent users")] = 200,
    each: Annotated[int, typer.Option(help="requests per user, one after the other")] = 10,
    connections: Annotated[int, typer.Option(help="connections of the direct SQL load")] = 20,
    port: Annotated[int, typer.Option(help="port of the stack's gateway")] = 55820,
    output: Annotated[Path | None, typer.Option(help="results file; leaves the README alone")] = None,
) -> None:
    """Measure create_generation through the gateway and in SQL."""
    with tempfile.TemporaryDirectory(prefix="cc-bench-") as folder:
        platform = Platform(
            Path(folder) / "stack", port=port, workers=False, say=lambda text: typer.echo(text, err=True)
        )
        try:
            platform.up()
            env = platform.env()
            stack = Stack(env["SUPABASE_URL"], env["SUPABASE_PUBLISHABLE_KEY"], env["DATABASE_URL"])
            results = asyncio.run(measure(stack, CpuMeter(platform.layout), users, each, connections))
        finally:
            platform.down()
            PostgresServer(platform.layout.postgres).destroy()
    found = {
        "taken_at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "machine": machine.describe(),
        "users": users,
        "each": each,
        "connections": connections,
        "results": results,
    }
    path = output or HERE / "results" / f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(found, indent=1) + "\n")
    table = report.render(found)
    typer.echo(table)
    if output is None:
        write(HERE / "README.md", table)
    if any(result["books"] != "agree" for result in results.values()):
        raise typer.Exit(1)


if __name__ == "__main__":
    app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    app.command()(main)
    app()
