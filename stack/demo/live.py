"""Following work over Realtime until it has ended."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from stack.demo.errors import DemoError

Event = tuple[str, dict[str, Any]]

ENDED = {"completed", "partial", "failed", "cancelled"}
STATUS_EVENTS = {"generation", "text_generation", "brand_voice"}
IDS = ("generation_id", "brand_profile_id", "subject_id")
DEADLINE_SECONDS = 60.0
# Realtime is a hint: should the last event be lost, the row itself is read this often.
RECHECK_SECONDS = 5.0
REREAD_SECONDS = 0.05


@dataclass(frozen=True)
class Work:
    """Something a worker does for the visitor: what it is called, its id in events, and how it is read."""

    name: str
    id: str
    read: Callable[[], Awaitable[dict[str, Any]]]

    @property
    def title(self) -> str:
        """The name at the beginning of a sentence."""
        return self.name[:1].upper() + self.name[1:]


async def follow(work: Work, events: asyncio.Queue[Event], console: Console) -> tuple[dict[str, Any], int]:
    """Draw progress from live events until the work is completed; return what was made and how many events told of it.

    Raises DemoError when it ended otherwise, did not end in time, or no event told of it.
    """
    columns = (
        SpinnerColumn(),
        TextColumn(f"{work.name:<22}"),
        TextColumn("{task.description:<22}"),
        BarColumn(bar_width=16),
        TextColumn("{task.percentage:>3.0f}%"),
    )
    with Progress(*columns, TimeElapsedColumn(), console=console) as bar:
        task = bar.add_task("waiting for a worker", total=100)

        def draw(description: str, percent: float | None) -> None:
            bar.update(task, description=description, completed=percent)

        deadline = time.monotonic() + DEADLINE_SECONDS
        seen = await _until_ended(work, events, draw, deadline)
        # An event can be here a moment before the commit it tells of is visible to others.
        while (made := await work.read())["status"] not in ENDED:
            _check(work, deadline)
            await asyncio.sleep(REREAD_SECONDS)
        draw(made["status"], 100)
    if made["status"] != "completed":
        raise DemoError(f"{work.title}: ended as {made['status']}, {_why(made)}.")
    if not seen:
        raise DemoError(f"{work.title}: completed, but no live event told of it.")
    return made, seen


async def _until_ended(
    work: Work, events: asyncio.Queue[Event], draw: Callable[[str, float | None], None], deadline: float
) -> int:
    """`draw` is told what is being done, and how many percent are done when an event says so."""
    seen = 0
    while True:
        _check(work, deadline)
        try:
            name, payload = await asyncio.wait_for(events.get(), RECHECK_SECONDS)
        except TimeoutError:
            if (await work.read())["status"] in ENDED:
                return seen
            continue
        if work.id not in {payload.get(key) for key in IDS}:
            continue
        seen += 1
        if name == "job_progress":
            draw(payload.get("step") or "working", 100 * float(payload.get("progress") or 0))
        elif name == "generation_output":
            draw(f"{payload['platform']} {payload['status']}", None)
        if name in STATUS_EVENTS and payload["status"] in ENDED:
            return seen


def _check(work: Work, deadline: float) -> None:
    if time.monotonic() > deadline:
        raise DemoError(f"{work.title}: no end within {DEADLINE_SECONDS:.0f} s; see make status.")


def _why(made: dict[str, Any]) -> str:
    """What a failed piece of work says of itself."""
    outputs = made.get("output_states") or {}
    errors = [made.get("error"), *(state.get("error") for state in outputs.values())]
    error = next((one for one in errors if one), None)
    return f"{error['code']}: {error['message'].rstrip('.')}" if error else "without a reason"
