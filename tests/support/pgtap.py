"""Run a pgTAP file and read its output strictly."""

from __future__ import annotations

import asyncio
import os
import re
import tarfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from psycopg import AsyncConnection

from tests.support.templates import PROJECT
from workers.ops.pg_tools import find_tool
from workers.ops.sql_split import split_statements

TEST_DIR = PROJECT / "sql_tests"
HELPERS = TEST_DIR / "support" / "helpers.sql"
_ARCHIVE = PROJECT / "node_modules" / "@electric-sql" / "pglite" / "dist" / "pgtap.tar.gz"
_PLAN = re.compile(r"1\.\.(\d+)")
_RESULT = re.compile(r"(?P<verdict>ok|not ok)\b\s*(?P<number>\d+)?(?:\s*-?\s*(?P<claim>.*))?")
_DIRECTIVE = re.compile(r"#\s*(skip|todo)\b", re.IGNORECASE)


@dataclass(slots=True)
class Tap:
    """A TAP stream, judged line by line; anything that is not as it should be is a problem."""

    problems: list[str] = field(default_factory=list)
    planned: int | None = None
    run: int = 0

    def read(self, output: str) -> None:
        """Take output; lines that are not TAP are what the file's other selects print, and say nothing."""
        for line in output.splitlines():
            self._read_line(line)

    def _read_line(self, line: str) -> None:
        if plan := _PLAN.fullmatch(line):
            if self.planned is not None:
                self.problems.append(f"a second plan: {line}")
            elif self.run:
                self.problems.append("the plan comes after the first test (no_plan() is not a plan)")
            self.planned = int(plan[1])
        elif result := _RESULT.match(line):
            self.run += 1
            if result["number"] is None or int(result["number"]) != self.run:
                self.problems.append(f"expected test {self.run}: {line}")
            if _DIRECTIVE.search(line):
                self.problems.append(f"skipped or to do: {line}")
            elif result["verdict"] != "ok":
                self.problems.append(line)
        elif line.startswith("#") and (self.problems or line.startswith("# Looks like")):
            self.problems.append(line)

    def close(self) -> None:
        """Compare what was planned with what ran."""
        if self.planned is None:
            self.problems.append("there is no plan")
        elif self.planned != self.run:
            self.problems.append(f"planned {self.planned} tests, ran {self.run}")


def sql_test_files() -> list[Path]:
    """Every pgTAP file of the project."""
    return sorted(TEST_DIR.rglob("*.test.sql"))


async def install_pgtap(connection: AsyncConnection[Any]) -> None:
    """Create the extension where the server has it, else load the same functions from the packaged SQL."""
    cursor = await connection.execute("select 1 from pg_catalog.pg_available_extensions where name = 'pgtap'")
    if await cursor.fetchone():
        await connection.execute("create extension if not exists pgtap with schema extensions")
    else:
        await connection.execute("set search_path = extensions")
        await connection.execute(_packaged_pgtap().encode())
        await connection.execute("reset search_path")
    await connection.execute("grant usage on schema extensions to public")
    await connection.execute("grant execute on all functions in schema extensions to public")
    await connection.execute(HELPERS.read_bytes())


async def run_file(dsn: str, path: Path) -> list[str]:
    """Run one file with psql; returns what is wrong with it or with the claims it makes."""
    problems = _shape(path)
    if problems:
        return problems
    process = await asyncio.create_subprocess_exec(
        find_tool("psql"), "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1",
        f"--file={path}", f"--dbname={dsn}", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env={"PGTZ": _far_zone()} | os.environ | {"PGOPTIONS": "-c client_min_messages=warning"},
    )  # fmt: skip
    output, complaint = (part.decode(errors="replace") for part in await process.communicate())
    tap = Tap()
    tap.read(output)
    if process.returncode:
        tap.problems.append(complaint.strip())
    else:
        tap.close()
    return tap.problems


def _far_zone() -> str:
    """A zone with a clock change in which it is another day than in UTC: whoever mixes the two is found out."""
    return "Pacific/Auckland" if datetime.now(UTC).hour >= 11 else "America/Los_Angeles"


def _shape(path: Path) -> list[str]:
    """A file is one transaction that is rolled back, and it finishes its plan."""
    statements = [statement for statement in split_statements(path.read_text(encoding="utf-8")) if statement.code]
    codes = [re.sub(r"\s+", " ", statement.code.lower()) for statement in statements]
    problems = []
    if not codes or codes[0] != "begin":
        problems.append("the file does not start with begin")
    if not codes or codes[-1] != "rollback":
        problems.append("the file does not end with rollback")
    if any(code.startswith("commit") or code == "end" for code in codes):
        problems.append("the file commits")
    if "rollback" in codes[:-1]:
        problems.append("the file rolls back before its end")
    if not any(re.search(r"\bfinish\s*\(", code) for code in codes):
        problems.append("the file does not call finish()")
    return problems


def _packaged_pgtap() -> str:
    with tarfile.open(_ARCHIVE) as archive:
        for member in archive:
            if re.search(r"/pgtap--\d[\d.]*\.sql$", member.name) and (file := archive.extractfile(member)):
                return file.read().decode()
    raise FileNotFoundError(f"{_ARCHIVE} holds no pgtap--<version>.sql")
