"""Migrations and seed, pushed with the real Supabase CLI: the way they reach a hosted project."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from stack.errors import StackError
from stack.layout import PROJECT, supabase_cli
from stack.postgres_errors import explain

TIMEOUT_SECONDS = 600


def push_migrations(dsn: str, log_file: Path) -> None:
    """`supabase db push`; what is there already is skipped, also in a history that a branch has overtaken."""
    command = [
        str(supabase_cli()), "db", "push", f"--remote={dsn}?sslmode=disable", "--include-all", "--include-seed",
        "--yes", "--workdir", str(PROJECT), "--agent", "no",
    ]  # fmt: skip
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "SUPABASE_"))}
    quiet = {"DO_NOT_TRACK": "1", "SUPABASE_TELEMETRY_DISABLED": "1", "CI": "1", "NO_COLOR": "1"}
    try:
        done = subprocess.run(  # noqa: S603 (the CLI of the checkout)
            command,
            cwd=PROJECT,
            env=inherited | quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise StackError("The Supabase CLI did not finish pushing the migrations.", f"See {log_file}.") from error
    output = _without_password(done.stdout + done.stderr, dsn)
    with log_file.open("a") as file:
        file.write(output)
    if done.returncode == 0:
        return
    if "No space left on device" in output:
        raise explain(output, port=0, directory=log_file.parent.parent)
    lines = [line for line in output.splitlines() if line.strip()]
    reason = next((line for line in lines if "ERROR" in line or "error" in line), lines[-1] if lines else "no output")
    raise StackError(f"The migrations could not be pushed: {reason.strip()}", f"See {log_file}.", detail=output)


def _without_password(text: str, dsn: str) -> str:
    password = dsn.split("//", 1)[-1].split("@", 1)[0].partition(":")[2]
    return text.replace(password, "***") if password else text
