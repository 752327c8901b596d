"""The generated part of the README."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from typing import Any

from bench.queue.report import number, table

Goal = Callable[[float], bool]


def render(found: dict[str, Any]) -> str:
    """What was measured on, a table of goals, and a table per part."""
    about, results = found["machine"], found["results"]
    head = (
        f"Taken {found['taken_at']} on {about['cpu']}, {about['memory']}, PostgreSQL {found['postgres']}; "
        f"scale {found['scale']:g}, "
        f"loaded in {number(found['load_seconds'], 0)} s. Medians of at least {found['rounds']} rounds."
    )
    parts = [head]
    for name, write in PARTS.items():
        if name in results:
            parts += [f"### {name}", write(results[name])]
    if found["skipped"]:
        parts.append("Not measured, because the database has no such function: " + ", ".join(found["skipped"]) + ".")
    return "\n\n".join(parts)


def _median(values: list[float]) -> float:
    return statistics.median(values)


def _verdict(value: float, goal: float, *, at_least: bool) -> str:
    met = value >= goal if at_least else value <= goal
    digits = 0 if value >= 10 else 2
    return f"{number(value, digits)}x ({'goal' if met else '**goal missed:**'} {'≥' if at_least else '≤'} {goal:g}x)"


def _scoring(found: dict[str, Any]) -> str:
    rows = []
    for size, cell in found.items():
        factor = _verdict(cell["factor"], 300, at_least=True) if size == "1000" else f"{number(cell['factor'], 0)}x"
        note = "" if cell["baseline_calls"] == int(size) else f" (reckoned from {cell['baseline_calls']} calls)"
        rows.append([
            f"{int(size):,}", number(1000 * _median(cell["ours_s"]), 1), number(cell["baseline_s"], 2) + note, factor,
            number(_median(cell["read_only_ms"]), 1),
        ])  # fmt: skip
    return table(
        ["videos of the channel", "ours, ms", "function per video and row trigger, s", "factor", "only read, ms"], rows
    )


def _dashboards(found: dict[str, Any]) -> str:
    rows = []
    for name, cell in found.items():
        heaviest = name.startswith("heaviest") and name.endswith("one year")
        rows.append([
            name, number(_median(cell["ours_ms"]), 3), number(_median(cell["baseline_ms"]), 2),
            _verdict(cell["factor"], 500, at_least=True) if heaviest else f"{number(cell['factor'], 0)}x",
            number(_median(cell["whole_dashboard_ms"]), 2),
        ])  # fmt: skip
    header = [
        "",
        "trend from daily rows, ms",
        "join over all measurements, ms",
        "factor",
        "whole dashboard, signed in, ms",
    ]
    return table(header, rows)


def _policies(found: dict[str, Any]) -> str:
    rows = [
        [
            name, *(number(_median(cell[f"{variant}_ms"]), 3) for variant in (
                "none", "ours", "ours_filtered", "sub_query", "sub_query_filtered"
            )), _verdict(cell["factor"], 1.2, at_least=False), f"{number(cell['filtered_factor'], 2)}x",
        ]
        for name, cell in found.items()
    ]  # fmt: skip
    header = [
        "ms",
        "no policy, filter",
        "ours",
        "ours + filter",
        "`in (select …)`",
        "`in (select …)` + filter",
        "ours / none",
        "ours + filter / none",
    ]
    return table(header, rows)


def _pages(found: dict[str, Any]) -> str:
    row = [
        f"{found['rows']:,}", number(_median(found["first_ms"]), 3), number(_median(found["far_ms"]), 3),
        _verdict(found["factor"], 1.2, at_least=False), number(_median(found["far_by_offset_ms"]), 1),
    ]  # fmt: skip
    return table(
        ["rows of the tenant", "page 1, ms", f"page {found['far_page']:,}, ms", "ratio", "the same by offset, ms"],
        [row],
    )


def _voice(found: dict[str, Any]) -> str:
    row = [
        f"{found['samples']:,} in {found['brands']} brands", number(found["recall"], 3),
        f"{found['fewest_rows']} to {found['most_rows']}", number(_median(found["query_ms"]), 2),
        number(found["per_second"], 0),
    ]  # fmt: skip
    return table(["vectors", "recall of the best 10", "rows returned", "p50 ms", "queries/s, one connection"], [row])


def _ingest(found: dict[str, Any]) -> str:
    row = [
        f"{found['rows']:,}", number(_median(found["first_s"]), 2), number(_median(found["again_s"]), 2),
        str(found["rebuilt_days"]),
    ]  # fmt: skip
    return table(["rows in one call", "s", "the same again, s", "days that a full recount would change"], [row])


def _month(found: dict[str, Any]) -> str:
    row = [f"{found['rows']:,}", number(1000 * found["drop_s"], 1), number(1000 * found["delete_s"], 0)]
    return table(["rows of the month", "drop the partition, ms", "delete the rows, ms"], [row])


def _sizes(found: dict[str, Any]) -> str:
    rows: Iterable[list[str]] = (
        [name, f"{found['rows'].get(f'public.{name}', 0):,}" if f"public.{name}" in found["rows"] else "", _mb(size)]
        for name, size in found["tables"].items()
    )
    return f"All tables of the product with their indexes: {_mb(found['total_bytes'])}.\n\n" + table(
        ["table", "rows", "with indexes"], list(rows)
    )


def _mb(size: int) -> str:
    return f"{size / 2**20:,.0f} MB"


def _single(found: dict[str, Any]) -> str:
    return table(["", "ms"], [[name, number(_median(values), 2)] for name, values in found.items()])


def _migrations(found: dict[str, Any]) -> str:
    over, different = found["over_budget"], found["different"]
    verdict = (
        f"{found['migrations']} migrations went up on a year's data and down again. "
        f"Schema afterwards: {'identical' if not different else '**different** after ' + ', '.join(different)}. "
        f"Longer than the lock budget of 2 s: {', '.join(over) if over else 'none'}. The slowest, whole transaction:"
    )
    slowest = [[name, number(1000 * taken, 0)] for name, taken in found["slowest_s"].items()]
    return f"{verdict}\n\n" + table(["migration", "ms"], slowest)


PARTS: dict[str, Callable[[dict[str, Any]], str]] = {
    "Scoring a channel": _scoring,
    "Dashboard trend": _dashboards,
    "Row level security": _policies,
    "Far pages": _pages,
    "Calendar month": _single,
    "Full-text search": _single,
    "Brand voice": _voice,
    "Metrics in": _ingest,
    "A month that goes": _month,
    "Size": _sizes,
    "Migrations": _migrations,
}
