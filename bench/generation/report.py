"""The generated part of the README."""

from __future__ import annotations

from typing import Any

from bench.queue.report import number, table


def render(found: dict[str, Any]) -> str:
    """One row per load."""
    rows = []
    for name, load in found["results"].items():
        answers = ", ".join(f"{count:,} {answer}" for answer, count in sorted(load["answers"].items()))
        books = load["books"] if isinstance(load["books"], str) else "**" + "; ".join(load["books"]) + "**"
        figures = [
            number(load[figure], digits)
            for figure, digits in (("requests_per_second", 0), ("p50_ms", 0), ("p99_ms", 0))
        ]
        parts = sorted(load["cpu_ms_per_request"].items(), key=lambda part: -part[1])
        cpu = ", ".join(f"{part} {number(spent, 1)}" for part, spent in parts if spent >= 0.1)
        rows.append([name, *figures, cpu, answers, books])
    about = found["machine"]
    head = (
        f"Taken {found['taken_at']} on {about['cpu']}, {about['memory']}: {found['users']} users at once, "
        f"{found['each']} requests each, one after the other; "
        f"{found['connections']} connections for the direct SQL load."
    )
    header = ["load", "requests/s", "p50 ms", "p99 ms", "CPU ms per request", "answers", "rows, counters, ledger"]
    return head + "\n\n" + table(header, rows)
