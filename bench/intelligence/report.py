"""The generated part of the README."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bench.queue.report import number, table


def render(found: dict[str, Any]) -> str:
    """A part for each thing that was measured."""
    about = found["machine"]
    head = f"Taken {found['taken_at']} on {about['cpu']}, {about['memory']}."
    parts = [head]
    for name, (title, body) in PARTS.items():
        if name in found["results"]:
            parts += [f"### {title}", body(found["results"][name])]
    return "\n\n".join(parts)


def verdict(value: float, goal: float) -> str:
    """Milliseconds, and whether they are few enough."""
    return f"{number(value, 0)} ({'goal' if value <= goal else '**goal missed:**'} ≤ {goal:g})"


def _pair(figures: dict[str, float]) -> list[str]:
    return [number(figures["p50_ms"], 0), number(figures["p99_ms"], 0)]


def _overhead(found: dict[str, Any]) -> str:
    rows = [["the SDK's call alone", "", "", *_pair(found["bare"]), "", ""]]
    stages = {}
    for way, figures in found["ways"].items():
        difference, pace = figures["difference"], figures["per_second"]
        rows.append(
            [
                f"generation asked for through {way}", number(figures["in_flight"], 1), number(pace, 0),
                *_pair(figures["whole"]), verdict(difference["p50_ms"], 60), verdict(difference["p99_ms"], 250),
            ]
        )  # fmt: skip
        for stage, values in figures["stages"].items():
            stages.setdefault(stage, [stage]).extend(_pair(values))
    header = ["", "at once", "per second", "p50 ms", "p99 ms", "over the call p50 ms", "over the call p99 ms"]
    columns = [f"{way} {share} ms" for way in found["ways"] for share in ("p50", "p99")]
    return f"{table(header, rows)}\n\n{table(['stage', *columns], list(stages.values()))}"


PARTS: dict[str, tuple[str, Callable[[dict[str, Any]], str]]] = {
    "overhead": ("A generation beside the provider's call", _overhead),
}
