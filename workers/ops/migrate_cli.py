"""`catalyst migrate`: the Supabase CLI's migrations, with a way back and a proof of it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from psycopg import Error, OperationalError

from workers.ops.migrate_verify import check_history, check_round_trips, connect, scratch_copy
from workers.ops.migration_files import MigrationFileError, load_migrations
from workers.ops.migrations import MigrationError, MigrationSettings, Migrator, State
from workers.ops.pg_tools import PgToolError

app = typer.Typer(no_args_is_help=True, help="Apply, roll back and verify migrations (the Supabase CLI's ledger).")

Url = Annotated[str, typer.Option("--url", envvar="DATABASE_URL", help="Postgres URL of the database.")]
Directory = Annotated[Path, typer.Option("--workdir", help="Project directory that holds supabase/.")]
To = Annotated[str | None, typer.Option("--to", help="Stop at this version.")]
LockTimeout = Annotated[str, typer.Option("--lock-timeout", help="How long a statement waits for a lock.")]
_HERE = Path()
_T = TypeVar("_T")


@app.command()
def up(
    url: Url,
    to: To = None,
    workdir: Directory = _HERE,
    lock_timeout: LockTimeout = "2s",
    include_all: Annotated[
        bool, typer.Option("--include-all", help="Also apply files older than the newest applied.")
    ] = False,
) -> None:
    """Apply pending migrations, each in one transaction with its ledger row."""

    async def run() -> None:
        async with await connect(url) as connection:
            migrator = Migrator(
                connection, load_migrations(workdir / "supabase"), MigrationSettings(lock_timeout=lock_timeout)
            )
            count = 0
            async for migration in migrator.up(to=to, include_all=include_all):
                typer.echo(f"applied {migration.label}")
                count += 1
        typer.echo(f"{count} applied" if count else "nothing to apply")

    _run(run())


@app.command()
def down(url: Url, to: To = None, workdir: Directory = _HERE, lock_timeout: LockTimeout = "2s") -> None:
    """Roll back the newest migration, or all newer than --to (0 for every one)."""

    async def run() -> None:
        async with await connect(url) as connection:
            migrator = Migrator(
                connection, load_migrations(workdir / "supabase"), MigrationSettings(lock_timeout=lock_timeout)
            )
            count = 0
            async for migration in migrator.down(to=to):
                typer.echo(f"rolled back {migration.label}")
                count += 1
        typer.echo(f"{count} rolled back" if count else "nothing to roll back")

    _run(run())


@app.command()
def status(url: Url, workdir: Directory = _HERE) -> None:
    """List every version with its state; exit code 1 unless all are applied as their files say."""

    async def run() -> bool:
        async with await connect(url) as connection:
            lines = await Migrator(connection, load_migrations(workdir / "supabase")).status()
        for line in lines:
            typer.echo(f"{line.state:<8} {line.version}_{line.name}")
        return all(line.state is State.APPLIED for line in lines)

    if not _run(run()):
        raise typer.Exit(1)


@app.command()
def verify(
    url: Url,
    workdir: Directory = _HERE,
    scratch_url: Annotated[
        str | None, typer.Option("--scratch-url", help="Database that may be changed; default: a clone of --url.")
    ] = None,
    every: Annotated[
        int, typer.Option("--every", min=1, help="Compare the schemas after so many migrations; 1 names the culprit.")
    ] = 1,
) -> None:
    """Check ledger and statements against the files, then every migration's way back on a scratch database."""

    async def run() -> list[str]:
        migrations = load_migrations(workdir / "supabase")
        problems = await check_history(url, migrations)
        if scratch_url is not None:
            return problems + await check_round_trips(scratch_url, migrations, every)
        async with scratch_copy(url) as clone:
            return problems + await check_round_trips(clone, migrations, every)

    problems = _run(run())
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(1)
    typer.echo("history and files agree; every migration goes down and up again to the same schema")


def _run(work: Coroutine[None, None, _T]) -> _T:
    try:
        return asyncio.run(work)
    except (MigrationError, MigrationFileError, PgToolError) as error:
        typer.echo(f"error: {error}", err=True)
    except OperationalError as error:
        typer.echo(f"error: the database does not answer: {str(error).strip()}", err=True)
    except Error as error:
        typer.echo(f"error: {str(error).strip()} (SQLSTATE {error.sqlstate})", err=True)
    raise typer.Exit(1)
