"""The demo from start to end; it succeeds only if every step really happened."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from stack.demo import show
from stack.demo.client import ENDED, PLATFORMS, Event, Visitor
from stack.demo.errors import DemoError
from stack.demo.source import Source, choose
from stack.lifecycle import Stack

DEADLINE_SECONDS = 120.0
# Realtime is a hint: should the last event be lost, the row itself is read this often.
RECHECK_SECONDS = 5.0


class Stopwatch:
    """Seconds per named step, in order."""

    def __init__(self) -> None:
        """Start empty."""
        self.steps: list[tuple[str, float]] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time the block."""
        start = time.perf_counter()
        yield
        self.steps.append((name, time.perf_counter() - start))


async def follow(
    visitor: Visitor, events: asyncio.Queue[Event], generation_id: str, console: Console
) -> tuple[dict[str, Any], int]:
    """Draw progress from live events until the generation has ended; return it and the number of events seen."""
    seen = 0
    deadline = time.monotonic() + DEADLINE_SECONDS
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<28}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
    )
    with Progress(*columns, TimeElapsedColumn(), console=console) as bar:
        task = bar.add_task("waiting for a worker", total=100)
        while True:
            ended = False
            try:
                name, payload = await asyncio.wait_for(events.get(), RECHECK_SECONDS)
            except TimeoutError:
                ended = (await visitor.generation(generation_id))["status"] in ENDED
            else:
                if generation_id not in {payload.get("generation_id"), payload.get("subject_id")}:
                    continue
                seen += 1
                if name == "job_progress":
                    bar.update(
                        task,
                        completed=100 * float(payload.get("progress") or 0),
                        description=payload.get("step") or "working",
                    )
                elif name == "generation_output":
                    bar.update(task, description=f"{payload['platform']} {payload['status']}")
                ended = name == "generation" and payload["status"] in ENDED
            if ended:
                bar.update(task, completed=100, description="done")
                return await visitor.generation(generation_id), seen
            if time.monotonic() > deadline:
                raise DemoError(
                    f"The generation did not end within {DEADLINE_SECONDS:.0f} s; see make status and the worker's log."
                )


async def converse(
    env: dict[str, str], source: Source, tone: str, language: str, console: Console, watch: Stopwatch
) -> str:
    """Sign up, generate, follow and show; return the new user's address."""
    with watch.step("sign up"):
        visitor = await Visitor.sign_up(env, language)
    with watch.step("subscribe to live updates"):
        live = visitor.live()
        events = await live.__aenter__()
    try:
        with watch.step("send the input"):
            generation_id = await visitor.create_generation(source, tone, language)
        with watch.step("analyse and write six posts"):
            generation, seen = await follow(visitor, events, generation_id, console)
    finally:
        await live.__aexit__(None, None, None)
    if generation["status"] != "completed":
        failed = {name: state.get("error") for name, state in generation["output_states"].items() if state.get("error")}
        raise DemoError(f"The generation ended as {generation['status']}: {generation.get('error') or failed}")
    missing = [platform for platform in PLATFORMS if platform not in generation["outputs"]]
    if missing or not seen:
        raise DemoError(f"Missing outputs: {missing or 'none'}; live events received: {seen}.")
    show.outputs(console, generation)
    console.print(f"\n{seen} live events, written by {generation['ai_model']}.\n", highlight=False)
    return visitor.email


def run(*, given: str, language: str, tone: str, directory: Path, port: int | None) -> None:
    """Run the demo; raises `DemoError` or `StackError` when a step did not happen."""
    console = Console()
    watch = Stopwatch()
    source = choose(given, language)
    console.print(f"Content Catalyst demo: [bold]{source.label}[/] → {', '.join(PLATFORMS)}", highlight=False)
    with watch.step("start the stack (migrate, seed, workers)"), console.status("starting the stack") as status:
        stack = Stack(directory, port=port, say=status.update)
        stack.up()
    env = stack.env()
    email = asyncio.run(converse(env, source, tone, language, console, watch))
    show.timings(console, watch.steps)
    show.next_steps(console, env, email)
