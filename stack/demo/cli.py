"""`catalyst demo`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from postgrest import APIError

from stack.cli import DEFAULT
from stack.demo.errors import DemoError
from stack.demo.run import run
from stack.errors import StackError

app = typer.Typer(invoke_without_command=True)


@app.callback()
def demo(
    given: Annotated[str, typer.Option("--input", help="A .txt, .md, .srt or .vtt file, or an http(s) address.")] = "",
    language: Annotated[str, typer.Option(help="en or nl.")] = "en",
    tone: Annotated[
        str, typer.Option(help="educational, conversational, opinionated or authority.")
    ] = "conversational",
    directory: Annotated[
        Path,
        typer.Option("--dir", envvar="CATALYST_STACK_DIR", help="Where the stack keeps its data.", show_default=False),
    ] = DEFAULT,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port of the stack; 54321 at first.")] = None,
) -> None:
    """Turn an article into posts for six platforms on the embedded stack."""
    if language not in {"en", "nl"}:
        typer.echo(f"The language is en or nl, not {language}.", err=True)
        raise typer.Exit(2)
    try:
        run(given=given, language=language, tone=tone, directory=directory, port=port)
    except (DemoError, StackError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except APIError as error:
        typer.echo(f"The API refused: {error.code} {error.message}", err=True)
        raise typer.Exit(1) from None
