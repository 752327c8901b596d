"""`catalyst demo`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from postgrest import APIError

from stack.demo.errors import DemoError
from stack.errors import StackError


def demo(
    given: Annotated[str | None, typer.Option("--input", help="a .txt, .md, .srt or .vtt file, or an http(s) address")] = None,
    language: Annotated[str, typer.Option("--language", help="en or nl")] = "en",
    tone: Annotated[str, typer.Option(help="educational, conversational, opinionated or authority")] = "conversational",
    directory: Annotated[Path | None, typer.Option("--dir", help="where the stack keeps its data")] = None,
    port: Annotated[int | None, typer.Option(help="the stack's port")] = None,
) -> None:
    """Turn an article into posts for six platforms on the embedded stack."""
    from stack.demo.run import run

    if language not in {"en", "nl"}:
        typer.echo(f"LANG must be en or nl, not {language}.", err=True)
        raise typer.Exit(2)
    try:
        run(given=given or None, language=language, tone=tone, directory=directory, port=port)
    except (DemoError, StackError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except APIError as error:
        typer.echo(f"The API refused: {error.code} {error.message}", err=True)
        raise typer.Exit(1) from None
