"""The `catalyst` command: one subcommand per task, each in its own module."""

from __future__ import annotations

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Content Catalyst: stack, migrations and workers.")


def main() -> None:
    """Entry point of the `catalyst` console script."""
    app()
