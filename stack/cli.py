"""`catalyst stack up|down|status|env|reset`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from stack.errors import StackError
from stack.layout import PROJECT
from stack.lifecycle import Stack

app = typer.Typer(no_args_is_help=True, help="The embedded stack: Postgres, REST, Auth, Storage, Realtime, Functions.")

Directory = Annotated[
    Path, typer.Option("--dir", envvar="CATALYST_STACK_DIR", help="Where the stack keeps its data.", show_default=False)
]
DEFAULT = PROJECT / ".stack"


@app.command()
def up(
    directory: Directory = DEFAULT,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port of the one URL; 54321 at first.")] = None,
    no_workers: Annotated[bool, typer.Option("--no-workers", help="Start no worker.")] = False,
) -> None:
    """Start the stack, or what is missing of it, and return when every service answers."""

    def run() -> None:
        stack = Stack(directory, port=port, workers=not no_workers, say=_say)
        stack.up()
        typer.echo(f"Ready: {stack.env()['SUPABASE_URL']}   (keys: catalyst stack env, stop: catalyst stack down)")

    _guarded(run)


@app.command()
def down(directory: Directory = DEFAULT) -> None:
    """Stop the stack; its data stays."""
    _guarded(lambda: Stack(directory, say=_say).down())


@app.command()
def status(directory: Directory = DEFAULT) -> None:
    """Show every service; exit code 1 unless all of them run."""

    def run() -> None:
        found = Stack(directory).status()
        if not found:
            typer.echo(f"There is no stack in {directory}.")
            raise typer.Exit(1)
        for one in found:
            again = f"  restarted {one.restarts} times" if one.restarts else ""
            typer.echo(f"{one.name:<10} {one.state:<9} {one.pid or '-':>8}  {one.address}{again}")
        if any(one.state != "running" for one in found):
            raise typer.Exit(1)

    _guarded(run)


@app.command()
def env(directory: Directory = DEFAULT) -> None:
    """Print URL and keys as KEY=value lines."""

    def run() -> None:
        for name, value in Stack(directory).env().items():
            typer.echo(f"{name}={value}")

    _guarded(run)


@app.command()
def reset(
    directory: Directory = DEFAULT,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Delete the data of the stack; keys and ports stay. A running stack is started again, empty."""
    if not yes and sys.stdin.isatty():
        typer.confirm(f"Delete all data in {directory}?", abort=True)
    _guarded(lambda: Stack(directory, say=_say).reset())


def _say(text: str) -> None:
    typer.echo(text, err=True)


def _guarded(action: Callable[[], None]) -> None:
    """Our errors are sentences; a traceback only for what is a mistake of ours."""
    try:
        action()
    except StackError as error:
        typer.echo(f"{error.problem} {error.remedy}".strip(), err=True)
        if error.detail and os.environ.get("CATALYST_DEBUG"):
            typer.echo(error.detail, err=True)
        raise typer.Exit(1) from None
