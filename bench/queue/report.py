"""Turns the rounds of one run into medians, goals and the tables of the README."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.queue.systems import HISTORY

BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"
OURS = "catalyst"
COSTS = ("transactions", "row_writes", "wal_bytes", "server_cpu", "worker_cpu")


class Medians:
    """Medians over the rounds of one results file."""

    def __init__(self, results: dict[str, Any]) -> None:
        """Wrap the `results` part of the file."""
        self._results = results

    def systems(self) -> list[str]:
        """Everything measured, ours first, history variants left out."""
        names = [name for name in self._results if not name.endswith(HISTORY) and name != "floor"]
        return sorted(names, key=lambda name: name != OURS)

    def get(self, system: str, phase: str, figure: str) -> float | None:
        """The median of a figure, or nothing when it was not measured."""
        found: list[float] = []
        for turn in self._results.get(system, {}).get(phase, []):
            value = turn[figure]
            found += value if isinstance(value, list) else [value]
        return statistics.median(found) if found else None

    def spread(self, system: str, phase: str, figure: str) -> tuple[float, float] | None:
        """The lowest and the highest round."""
        values = [turn[figure] for turn in self._results.get(system, {}).get(phase, [])]
        return (min(values), max(values)) if values else None

    def percentile(self, system: str, phase: str, figure: str, share: float) -> float | None:
        """A percentile of all probes of all rounds."""
        values = sorted(value for turn in self._results.get(system, {}).get(phase, []) for value in turn[figure])
        return values[min(len(values) - 1, int(share * len(values)))] if values else None

    def ratio(self, one: tuple[str, str, str], other: tuple[str, str, str]) -> float | None:
        """How two medians relate."""
        above, below = self.get(*one), self.get(*other)
        return above / below if above is not None and below else None


def number(value: float | None, digits: int = 0) -> str:
    """A figure as people read it."""
    return "-" if value is None else f"{value:,.{digits}f}"


def table(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def rates(medians: Medians) -> str:
    """Jobs per second."""
    rows = []
    for name in medians.systems():
        fast = medians.get(name + HISTORY, "best", "per_second")
        rows.append(
            [
                name,
                number(medians.get(name, "single", "per_second")),
                number(medians.get(name, "bulk", "per_second")),
                number(medians.get(name, "ten", "per_second")),
                number(medians.get(name, "best", "per_second")),
                number(fast),
                number(medians.ratio((name + HISTORY, "best", "per_second"), (name, "best", "per_second")), 2),
            ]
        )
    header = ["queue", "single enqueue /s", "bulk enqueue /s", "drain, 10 concurrent /s", "drain, best setting /s"]
    return table([*header, "best, with history /s", "with ÷ without"], rows)


def latency(medians: Medians) -> str:
    """How long a job of an idle queue waits for its handler."""
    rows = []
    for name in medians.systems():
        for phase, through in (("idle", ""), ("idle_realtime", ", through Realtime")):
            if medians.get(name, phase, "from_commit_ms") is not None:
                figures = [
                    medians.percentile(name, phase, start, share)
                    for start in ("from_commit_ms", "from_call_ms")
                    for share in (0.5, 0.99)
                ]
                rows.append([name + through, *(number(figure, 2) for figure in figures)])
    return table(["queue", "from commit p50 ms", "p99 ms", "from the call p50 ms", "p99 ms"], rows)


def ways(parts: list[dict[str, Any]]) -> str:
    """What is left of each step when one thing after the other is taken away."""
    rows = []
    for part in parts:
        figures = [part["enqueue"], part["claim"], part["complete"]]
        rows.append([part["what"], *(number(figure, 1) for figure in figures), number(sum(figures), 1)])
    return table(["milliseconds per 1,000 jobs", "bulk enqueue", "claim", "complete", "together"], rows)


def costs(medians: Medians, phase: str) -> str:
    """What 1,000 jobs cost."""
    rows = []
    for name in medians.systems():
        found = {figure: medians.get(name, phase, figure) for figure in COSTS}
        filled = medians.get(name, "bulk", "row_writes")
        writes = found["row_writes"]
        rows.append(
            [
                name,
                number(found["transactions"], 1),
                number(writes + filled if writes is not None and filled is not None else None),
                number(found["wal_bytes"] / 1024 if found["wal_bytes"] is not None else None),
                number(found["server_cpu"], 4),
                number(found["worker_cpu"], 4),
            ]
        )
    return table(
        ["queue", "transactions", "row writes (enqueue and drain)", "WAL kB", "server CPU s", "worker CPU s"], rows
    )


def goals(medians: Medians) -> str:
    """Whether ours is where it should be."""

    def at_least(text: str, value: float | None, goal: float) -> list[str]:
        verdict = "-" if value is None else "yes" if value >= goal else "**no**"
        return [text, f"≥ {goal:.2f}", number(value, 2), verdict]

    def at_most(text: str, value: float | None, goal: float) -> list[str]:
        verdict = "-" if value is None else "yes" if value <= goal else "**no**"
        return [text, f"≤ {goal:g} ms", number(value, 2), verdict]

    rate = "per_second"
    rows = [
        at_least("10 concurrent ÷ pgqueuer", medians.ratio((OURS, "ten", rate), ("pgqueuer", "ten", rate)), 1),
        at_least(
            "best setting ÷ graphile-worker", medians.ratio((OURS, "best", rate), ("graphile-worker", "best", rate)), 1
        ),
        at_least(
            "bulk enqueue with quota ÷ bare SQL", medians.ratio((OURS, "bulk", rate), ("reference", "bulk", rate)), 0.5
        ),
        at_most("pick-up p50, direct", medians.percentile(OURS, "idle", "from_commit_ms", 0.5), 2),
        at_most("pick-up p50, through Realtime", medians.percentile(OURS, "idle_realtime", "from_commit_ms", 0.5), 150),
        at_least(
            "10 concurrent, with ÷ without history",
            medians.ratio((OURS + HISTORY, "ten_pairs", rate), (OURS, "ten_pairs", rate)), 0.95,
        ),
        at_least(
            "best setting, with ÷ without history",
            medians.ratio((OURS + HISTORY, "best_pairs", rate), (OURS, "best_pairs", rate)), 0.95,
        ),
    ]  # fmt: skip
    return table(["goal", "wanted", "measured", "met"], rows)


def floor(medians: Medians) -> str:
    """The server's own limits, and how near each system comes."""
    limits = {name: medians.get("floor", "floor", name) for name in ("one_client", "commits", "rows")}
    pairs: list[tuple[str, str, str]] = [
        ("single", "one_client", "single enqueue ÷ one client's commits"),
        ("ten", "commits", "10 concurrent ÷ single-row commits"),
        ("best", "rows", "best setting ÷ rows at 100 per commit"),
        ("bulk", "rows", "bulk enqueue ÷ rows at 100 per commit"),
    ]
    rows = []
    for name in medians.systems():
        cells = [name]
        for phase, limit, _ in pairs:
            rate, most = medians.get(name, phase, "per_second"), limits[limit]
            cells.append(number(rate / most if rate is not None and most else None, 2))
        rows.append(cells)
    text = (
        f"pgbench on the same server: {number(limits['one_client'])} single-row commits/s from one client, "
        f"{number(limits['commits'])} from 16, {number(limits['rows'])} rows/s at 100 rows a commit.\n\n"
    )
    return text + table(["queue", *(title for _, _, title in pairs)], rows)


def ours(medians: Medians) -> str:
    """Figures that only our queue has."""
    lines = []
    single = medians.get(OURS, "one_by_one", "per_second")
    if single is not None:
        lines.append(f"- 10 concurrent, every job acknowledged in its own transaction: {number(single)} jobs/s.")
    for phase, words in (("ten", "10 concurrent"), ("best", "best setting")):
        spread = medians.spread(OURS, phase, "per_second")
        if spread is not None:
            lines.append(f"- {words}: slowest round {number(spread[0])}, fastest {number(spread[1])} jobs/s.")
        pairs = [medians.get(name, f"{phase}_pairs", "per_second") for name in (OURS, OURS + HISTORY)]
        if pairs[0] is not None:
            lines.append(f"- {words}, drains in turns: {number(pairs[0])} without history, {number(pairs[1])} with it.")
    return "\n".join(lines)


def settings(how: dict[str, dict[str, str]]) -> str:
    """How each system was run."""
    order = sorted(how, key=lambda name: name != OURS)
    rows = [[name, *(how[name].get(setting, "-") for setting in ("ten", "best", "idle"))] for name in order]
    return table(["queue", "10 concurrent", "best setting", "idle pick-up"], rows)


def render(found: dict[str, Any]) -> str:
    """The generated part of the README."""
    medians = Medians(found["results"])
    sizes, about = found["sizes"], found["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    in_force = ", ".join(f"{name} {value}" for name, value in found["server_settings"].items())
    busy = max(found["other_load_percent"])
    parts: list[tuple[str, Callable[[], str]]] = [
        ("Goals", lambda: goals(medians)),
        ("Rates", lambda: rates(medians)),
        ("Idle pick-up", lambda: latency(medians)),
        ("What 1,000 jobs cost, 10 concurrent", lambda: costs(medians, "ten")),
        ("What 1,000 jobs cost, best setting", lambda: costs(medians, "best")),
        ("Distance to the server's floor", lambda: floor(medians)),
        ("What the rest is spent on", lambda: ways(found["spent"])),
        ("Ours alone", lambda: ours(medians)),
        ("Settings", lambda: settings(found["how"])),
    ]
    head = (
        f"Taken {found['taken_at']} in {found['seconds']} s on {about['cpu']}, {about['memory']}, {about['system']}; "
        f"{sizes['rounds']} interleaved rounds, {sizes['jobs']:,} jobs per drain, {sizes['history']:,} finished jobs "
        f"in the history variant; up to {busy:.0f} % of the processor was in use by others between the rounds.\n\n"
        f"Versions: {versions}.\n\nServer: {in_force}."
    )
    return "\n\n".join([head, *(f"### {title}\n\n{body()}" for title, body in parts)])


def write(path: Path, text: str) -> None:
    """Replace the generated part of the README."""
    before, _, rest = path.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}")
