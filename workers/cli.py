"""The `catalyst` command: one subcommand per task, each in its own module."""

from __future__ import annotations

import importlib
import sys
from typing import NamedTuple

import typer


class Entry(NamedTuple):
    """The module whose typer `app` is the subcommand, and its line in `catalyst --help`."""

    module: str
    help: str


COMMANDS = {
    "demo": Entry("stack.demo.cli", "Turn an article into posts for six platforms on the embedded stack."),
    "stack": Entry("stack.cli", "Start, stop and inspect the embedded stack."),
    "worker": Entry("workers.runtime.cli", "Run jobs until SIGTERM."),
    "migrate": Entry("workers.ops.migrate_cli", "Apply, roll back and verify migrations."),
}


def build(selected: str | None) -> typer.Typer:
    """Assemble the command, importing the selected module only.

    So `catalyst --help` stays fast and `catalyst worker` does not need the `local` extra.
    """
    app = typer.Typer(no_args_is_help=True, add_completion=False, help="Content Catalyst: stack, migrations, workers.")
    app.callback()(lambda: None)  # a group even while there is one subcommand
    for name, entry in sorted(COMMANDS.items()):
        if name == selected:
            app.add_typer(importlib.import_module(entry.module).app, name=name, help=entry.help)
        else:
            app.command(name, help=entry.help)(lambda: None)
    return app


def main() -> None:
    """Entry point of the `catalyst` console script."""
    selected = next((argument for argument in sys.argv[1:] if not argument.startswith("-")), None)
    build(selected)()
