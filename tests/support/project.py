"""Throw-away migration projects, and the real Supabase CLI to compare with."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path

from tests.support.templates import PROJECT

SUPABASE = PROJECT / "node_modules" / ".bin" / "supabase"


@dataclass(frozen=True, slots=True)
class Finished:
    """A process that has ended."""

    code: int
    stdout: str
    stderr: str

    @property
    def output(self) -> str:
        """All it said."""
        return self.stdout + self.stderr


@dataclass(frozen=True, slots=True)
class Project:
    """A directory with supabase/migrations and supabase/rollbacks."""

    directory: Path

    def write(self, version: str, name: str, up: str, down: str | None = None) -> None:
        """Add or replace a migration."""
        for kind, text in (("migrations", up), ("rollbacks", down)):
            folder = self.directory / "supabase" / kind
            folder.mkdir(parents=True, exist_ok=True)
            if text is not None:
                (folder / f"{version}_{name}.sql").write_text(text)

    async def catalyst(self, *arguments: str) -> Finished:
        """Run `catalyst migrate …` as a user does."""
        return await run(PROJECT / ".venv" / "bin" / "catalyst", "migrate", *arguments, cwd=self.directory)

    async def supabase(self, *arguments: str) -> Finished:
        """Run the real CLI."""
        return await run(SUPABASE, *arguments, cwd=self.directory)


async def run(program: Path, *arguments: str, cwd: Path) -> Finished:
    """Run a program to its end."""
    process = await asyncio.create_subprocess_exec(
        program,
        *arguments,
        cwd=cwd,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | {"DO_NOT_TRACK": "1", "NO_COLOR": "1", "COLUMNS": "200"},
    )
    stdout, stderr = await process.communicate()
    return Finished(process.returncode or 0, stdout.decode(errors="replace"), stderr.decode(errors="replace"))
