"""Start everything, measure part by part, write the results."""

from __future__ import annotations

import datetime
import json
import tempfile
from pathlib import Path
from typing import Annotated, Any

import aiohttp
import typer
import uvloop

from bench.intelligence import cost, overhead, report, streaming
from bench.intelligence import deployment as deployments
from bench.intelligence.deployment import Deployment, Sims
from bench.queue import machine
from bench.queue.report import write

HERE = Path(__file__).parent
PARTS = ("overhead", "streaming", "cost")


async def measure(deployment: Deployment, parts: list[str], sizes: dict[str, int]) -> dict[str, Any]:
    """The parts, one after the other, over one set of simulators."""
    found: dict[str, Any] = {}
    connector = aiohttp.TCPConnector(limit=0)
    async with (
        aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=120)) as session,
        deployments.simulators(session) as sims,
    ):
        for part in parts:
            await sims.post("reset")
            found[part] = await _part(part, deployment, session, sims, sizes)
    return found


async def _part(
    part: str, deployment: Deployment, session: aiohttp.ClientSession, sims: Sims, sizes: dict[str, int]
) -> Any:
    if part == "cost":
        return await cost.measure(deployment, session, sims, calls=sizes["calls"], people=sizes["concurrency"])
    if part == "streaming":
        return await streaming.measure(deployment, session, sims, at_once=[1, 10], answers=sizes["answers"])
    return [
        await overhead.measure(
            deployment, session, sims, concurrency=people, each=sizes["each"], rounds=sizes["rounds"]
        )
        for people in (sizes["concurrency"] // 2, sizes["concurrency"])
    ]


def main(
    only: Annotated[str, typer.Option(help="parts, separated by commas")] = ",".join(PARTS),
    concurrency: Annotated[int, typer.Option(help="generations at once")] = 50,
    each: Annotated[int, typer.Option(help="generations of each user in a round")] = 20,
    rounds: Annotated[int, typer.Option(help="rounds of bare calls and generations in turns")] = 3,
    answers: Annotated[int, typer.Option(help="answers of each chat")] = 5,
    calls: Annotated[int, typer.Option(help="calls whose cost is compared, at least")] = 10_000,
    port: Annotated[int, typer.Option(help="port of the stack's gateway")] = 55830,
    directory: Annotated[Path | None, typer.Option(help="keep the stack here, or use the one that is there")] = None,
    output: Annotated[Path | None, typer.Option(help="results file; leaves the README alone")] = None,
) -> None:
    """Measure latency, streaming and accounting."""
    sizes = {"concurrency": concurrency, "each": each, "rounds": rounds, "answers": answers, "calls": calls}
    with tempfile.TemporaryDirectory(prefix="cc-bench-") as folder:
        running = deployments.start(directory or Path(folder), port, lambda text: typer.echo(text, err=True))
        try:
            results = uvloop.run(measure(running, only.split(","), sizes))
        finally:
            if directory is None:
                deployments.destroy(running)
    found = {
        "taken_at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "machine": machine.describe(),
        "results": results,
    }
    path = output or HERE / "results" / f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(found, indent=1) + "\n")
    text = report.render(found)
    typer.echo(text)
    if output is None:
        write(HERE / "README.md", text)
    if results.get("cost", {}).get("problems"):
        raise typer.Exit(1)


if __name__ == "__main__":
    app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    app.command()(main)
    app()
