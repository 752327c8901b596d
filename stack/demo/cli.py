"""`catalyst demo`: every way it can end is an exit code and, unless it succeeds, one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, cast

import httpx
import typer
from postgrest import APIError
from realtime.exceptions import NotConnectedError
from storage3.utils import StorageException
from supabase_auth.errors import AuthError
from websockets.exceptions import WebSocketException

from stack.cli import DEFAULT
from stack.demo.errors import DemoError
from stack.demo.run import Models, run
from stack.errors import StackError

app = typer.Typer(invoke_without_command=True)


@app.callback()
def demo(
    given: Annotated[str, typer.Option("--input", help="A .txt, .md, .srt or .vtt file, or an http(s) address.")] = "",
    language: Annotated[str, typer.Option(help="en or nl.")] = "en",
    tone: Annotated[
        str, typer.Option(help="educational, conversational, opinionated or authority.")
    ] = "conversational",
    ai: Annotated[str, typer.Option(help="local, or simulators: OpenAI's adapter against a simulator.")] = "local",
    directory: Annotated[
        Path,
        typer.Option("--dir", envvar="CATALYST_STACK_DIR", help="Where the stack keeps its data.", show_default=False),
    ] = DEFAULT,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port of the stack; 54321 at first.")] = None,
) -> None:
    """Turn an article into posts for six platforms, then into titles, a script and SEO texts in an author's voice."""
    if language not in {"en", "nl"}:
        typer.echo(f"The language is en or nl, not {language}.", err=True)
        raise typer.Exit(2)
    if ai not in {"local", "simulators"}:
        typer.echo(f"AI is local or simulators, not {ai}.", err=True)
        raise typer.Exit(2)
    try:
        run(given=given, language=language, tone=tone, directory=directory, port=port, ai=cast("Models", ai))
    except (DemoError, StackError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo("Interrupted; make status shows what still runs, make down stops it.", err=True)
        raise typer.Exit(130) from None
    except (AuthError, StorageException) as error:
        typer.echo(f"The stack refused: {error}", err=True)
        raise typer.Exit(1) from None
    except (httpx.HTTPError, NotConnectedError, WebSocketException, OSError) as error:
        typer.echo(f"The stack did not answer ({type(error).__name__}: {error}); see make status.", err=True)
        raise typer.Exit(1) from None
    except APIError as error:
        typer.echo(f"The API refused: {error.code} {error.message}", err=True)
        raise typer.Exit(1) from None
