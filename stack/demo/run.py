"""The demo from start to end; it succeeds only if every step really happened."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from rich.console import Console

from stack.demo import show, show_texts
from stack.demo.beside import layout_beside, owned, stop_abandoned
from stack.demo.client import PLATFORMS, Visitor
from stack.demo.errors import DemoError
from stack.demo.simulated import MODEL, PROVIDER, simulated
from stack.demo.source import Source, author_samples, choose
from stack.demo.steps import Session, Stopwatch
from stack.lifecycle import Stack
from stack.settings import write_private

WIDEST = 100
KEYWORDS = 5

Models = Literal["local", "simulators"]


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What the demo is asked for."""

    source: Source
    tone: str
    language: str


def run(*, given: str, language: str, tone: str, directory: Path, port: int | None, ai: Models = "local") -> None:
    """Run the demo; raises `DemoError` or `StackError` when a step did not happen."""
    console = Console()
    console.width = min(console.width, WIDEST)
    wish = Wish(source=choose(given, language), tone=tone, language=language)
    console.print(f"Content Catalyst demo: [bold]{wish.source.label}[/]", highlight=False)
    console.print(
        f"→ posts for {len(PLATFORMS)} platforms, a brand voice, titles, a script, SEO texts\n", highlight=False
    )
    if ai == "simulators":
        _run_simulated(wish, directory, port, console)
    else:
        stop_abandoned(layout_beside(directory))
        stack = Stack(directory, port=port)
        email = _demonstrate(stack, wish, console)
        show.next_steps(console, stack.env(), email)


def _run_simulated(wish: Wish, directory: Path, port: int | None, console: Console) -> None:
    """On a stack beside the usual one, whose workers know no model but the simulated one; stopped at the end."""
    layout = layout_beside(directory)
    with owned(layout), simulated(layout.root) as simulator:
        environment = simulator.environment
        stack = Stack(layout.root, port=port or _free_port(), environment=environment, is_temporary=True)
        _demonstrate(stack, wish, console, model=MODEL)
        calls = simulator.calls()
    if not calls:
        raise DemoError("The simulator was never asked.")
    console.print(
        f"\n{calls} calls of the adapter {PROVIDER} were answered by a simulator, with words of what it was sent:\n"
        f"the protocol is real, {MODEL} was never asked. This stack is stopped again.",
        highlight=False,
    )


def _demonstrate(stack: Stack, wish: Wish, console: Console, model: str | None = None) -> str:
    """Start the stack, let a visitor work in it, show how long it took; return the visitor's address."""
    watch = Stopwatch()
    with watch.step("start the stack"), console.status("starting the stack") as status:
        stack.say = status.update
        stack.up()
    email, models = asyncio.run(_converse(stack, wish, console, watch))
    if model is not None and models != {model}:
        raise DemoError(f"Not everything was written by {model}, but by {', '.join(sorted(models))}.")
    show.timings(console, watch.steps)
    return email


async def _converse(stack: Stack, wish: Wish, console: Console, watch: Stopwatch) -> tuple[str, set[str]]:
    """Sign up, ask for everything, follow and show it; return the new user's address and the models that wrote."""
    language = wish.language
    with watch.step("sign up"):
        visitor = await Visitor.sign_up(stack.env(), language)
    async with AsyncExitStack() as opened:
        with watch.step("subscribe to live updates"):
            events = await opened.enter_async_context(visitor.live())
        session = Session(visitor, events, console, watch)
        generation = await session.posts(wish.source, wish.tone, language)
        show.outputs(console, generation, watch.last)
        voice = await session.voice([sample.read_text(encoding="utf-8") for sample in author_samples(language)])
        show_texts.voice(console, voice, watch.last)
        titles = await session.titles(generation, voice, language)
        show_texts.titles(console, titles, watch.last)
        title = titles["titles"][0]
        script = await session.script(title, language)
        show_texts.script(console, script, watch.last)
        seo = await session.seo(title, script, (generation["keywords"] or [])[:KEYWORDS], language)
        show_texts.seo(console, seo, watch.last)
    answers = {"generation": generation, "voice": voice, "titles": titles, "script": script, "seo_content": seo}
    made = [one["generation_metadata"]["model_used"] for one in (titles, script, seo)]
    models = {generation["ai_model"], voice["tone_card_ai_model"], *made}
    show.models(console, models)
    console.print(
        f"{session.seen} live events. Everything in full: {_kept(stack.layout.root, answers)}\n", highlight=False
    )
    return visitor.email, models


def _kept(directory: Path, answers: Mapping[str, Any]) -> Path:
    """Where the answers of the API are written in full."""
    path = directory / "demo.json"
    write_private(path, json.dumps(answers, indent=2, ensure_ascii=False))
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
