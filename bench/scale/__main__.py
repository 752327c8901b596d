"""Load a year, measure, compare with first designs on the same server, write the results."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from bench.queue import machine
from bench.queue.report import write
from bench.scale import dashboards, migrating, reading, report, scoring, voice, writing
from bench.scale.database import Plans, Scale, value
from stack.postgres import SUPERUSER

HERE = Path(__file__).parent


def measure(
    scale: Scale, plans: Plans, size: float, rounds: int, only: str, keep: Callable[[dict[str, Any]], object]
) -> tuple[dict[str, Any], list[str]]:
    """Every part that the database has the functions for, each kept as soon as it is known; and the names of others."""
    parts: dict[str, Callable[[], dict[str, Any] | None]] = {
        "Row level security": lambda: reading.policies(scale, plans, rounds),
        "Calendar month": lambda: reading.calendar_month(scale, plans, rounds),
        "Full-text search": lambda: reading.search(scale, plans, rounds),
        "Brand voice": lambda: voice.measure(scale, plans),
        "Scoring a channel": lambda: scoring.measure(scale, plans, rounds),
        "Metrics in": lambda: writing.ingest(scale, rounds),
        "Size": lambda: _sizes(scale),
        # What follows adds rows or takes them away.
        "Far pages": lambda: reading.pages(scale, plans, rounds, max(5000, round(150_000 * size))),
        "Dashboard trend": lambda: dashboards.measure(scale, plans, rounds),
        "A month that goes": lambda: writing.drop_month(scale, plans),
        "Migrations": lambda: migrating.migrations(scale),
    }
    found: dict[str, Any] = {}
    skipped = []
    for name, part in parts.items():
        if only.lower() not in name.lower():
            continue
        typer.echo(name, err=True)
        result = part()
        if result is None:
            skipped.append(name)
        else:
            found[name] = result
            keep(found)
    return found, skipped


def _sizes(scale: Scale) -> dict[str, Any]:
    with scale.connect(SUPERUSER) as admin:
        return writing.sizes(admin)


def main(
    size: Annotated[float, typer.Option("--scale", help="1 is the full year: 5,000,000 metrics")] = 1.0,
    rounds: Annotated[int, typer.Option(help="rounds of each measurement; quick ones run more")] = 9,
    keep: Annotated[Path | None, typer.Option(help="keep the server's files here, and use them the next time")] = None,
    only: Annotated[str, typer.Option(help="parts whose name holds this")] = "",
    output: Annotated[Path | None, typer.Option(help="results file; leaves the README alone")] = None,
) -> None:
    """Measure the data model at the size of a year."""
    with tempfile.TemporaryDirectory(prefix="cc-scale-") as folder:
        scale = Scale((keep or Path(folder)) / "postgres")
        path = output or HERE / "results" / f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}.json"
        part_file = path.with_suffix(".part")
        part_file.parent.mkdir(exist_ok=True)
        try:
            if not scale.exists():
                typer.echo("loading", err=True)
                scale.build(size)
            with scale.connect(SUPERUSER) as admin:
                seconds = value(admin, "select seconds from bench.done")
                version = value(admin, "show server_version")
            results, skipped = measure(
                scale, Plans(path.with_suffix("")), size, rounds, only,
                lambda parts: part_file.write_text(json.dumps(parts, default=str)),
            )  # fmt: skip
        finally:
            if keep is None:
                scale.server.destroy()
            else:
                scale.server.stop()
    found = {
        "taken_at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "machine": machine.describe(),
        "postgres": version,
        "scale": size,
        "rounds": rounds,
        "load_seconds": seconds,
        "results": results,
        "skipped": skipped,
    }
    part_file.unlink(missing_ok=True)
    path.write_text(json.dumps(found, indent=1, default=str) + "\n")
    text = report.render(found)
    typer.echo(text)
    if output is None:
        write(HERE / "README.md", text)


if __name__ == "__main__":
    app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    app.command()(main)
    app()
