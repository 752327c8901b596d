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
from bench.generation.load import PLATFORMS, Direct, Outcome, over_http, run
from bench.generation.users import Stack, User, join, sign_up
from bench.queue import machine
from bench.queue.report import write
from stack.lifecycle import Stack as Platform
from stack.postgres import PostgresServer

HERE = Path(__file__).parent


async def scenario(stack: Stack, users: list[User], sent: Outcome, limit: int | None) -> dict[str, Any]:
    """The figures of one load, with proof that rows, counters and ledger agree with what the users were told."""
    problems = await books.check(
        stack.database_url, {user.organization_id for user in users}, sent.accepted, len(PLATFORMS)
    )
    if limit is not None and sent.accepted != limit:
        problems.append(f"a limit of {limit} admitted {sent.accepted}")
    return {**sent.summary(), "books": problems or "agree"}


async def measure(stack: Stack, count: int, each: int, connections: int) -> dict[str, Any]:
    """Every load on users of its own, so that each one's books start empty."""
    found = {}
    limits = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=limits, timeout=aiohttp.ClientTimeout(total=120)) as session:
        http = over_http(stack, session)
        await books.set_limit(stack.database_url, None)
        users = await sign_up(stack, session, count)
        await run(users[:10], 1, http)  # connections, plans and caches are warm
        for name, shared in (("own organizations", False), ("one organization", True)):
            users = await sign_up(stack, session, count)
            users = await join(stack, users) if shared else users
            found[f"gateway, {name}"] = await scenario(stack, users, await run(users, each, http), None)
            users = await sign_up(stack, session, count)
            users = await join(stack, users) if shared else users
            async with Direct(stack.database_url, connections) as direct:
                found[f"SQL, {name}"] = await scenario(stack, users, await run(users, each, direct), None)
        limit = count * each // 4
        await books.set_limit(stack.database_url, limit)
        users = await join(stack, await sign_up(stack, session, count))
        name = f"gateway, one organization with a limit of {limit}"
        found[name] = await scenario(stack, users, await run(users, each, http), limit)
    return found


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
            results = asyncio.run(measure(stack, users, each, connections))
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
