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


def _overhead(found: list[dict[str, Any]]) -> str:
    return "\n\n".join(f"#### {one['concurrency']} people\n\n{_people(one)}" for one in found)


def _people(found: dict[str, Any]) -> str:
    rows = [["the SDK's call alone", "", "", *_pair(found["bare"]), "", ""]]
    stages: dict[str, list[str]] = {}
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


def _streaming(found: dict[str, Any]) -> str:
    rows = [
        [
            chats, f"{figures['pieces']:,}", f"{figures['messages']:,}", number(figures["p50_ms"], 0),
            verdict(figures["p99_ms"], 100), number(figures["worst_ms"], 0),
        ]
        for chats, figures in found["chats"].items()
    ]  # fmt: skip
    words = f"A piece of {found['characters']} characters every {found['piece_ms']:g} ms in each chat."
    header = ["chats at once", "pieces of the provider", "messages to the browser", "p50 ms", "p99 ms", "worst ms"]
    return f"{words}\n\n{table(header, rows)}"


def _cost(found: dict[str, Any]) -> str:
    whole = found["whole"]
    problems = found["problems"]
    agree = "**" + "; ".join(problems[:10]) + "**" if problems else "agree"
    head = (
        f"{whole['calls']:,} calls for {found['requests']:,} requests, every fault at {100 * found['share']:g} % of "
        f"the calls it can meet; {found['recorded_calls']:,} calls on record. Ledger and record, call by call: {agree}."
    )
    rows = [
        [
            name, f"{group['calls']:,}", group["charged"], group["told"], group["recorded"], f"{group['unknown']:,}",
            ", ".join(f"{count:,} {shown}" for shown, count in group["shown"].items()),
        ]
        for name, group in [*found["groups"].items(), ("all", whole)]
    ]  # fmt: skip
    header = ["fault", "calls", "charged, USD", "told, USD", "on record, USD", "of unknown cost", "on record as"]
    return f"{head}\n\n{table(header, rows)}"


PARTS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "overhead": ("A generation beside the provider's call", _overhead),
    "streaming": ("Answers of a chat in the browser", _streaming),
    "cost": ("Costs beside the providers' ledger", _cost),
}
