"""House rules for SQL that linters do not hold, above all inside function bodies, which they skip."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.support.templates import PROJECT

FOLDERS = ("supabase", "policies", "sql_tests", "stack/platform")
GENERATED = {PROJECT / "supabase" / "schema.sql"}
MAX_WIDTH = 120  # of code; a sentence in quotes cannot be broken without changing it
MAX_LINE = 160
MAX_MIGRATION_LINES = 450
_NOT_CODE = re.compile(r"--[^\n]*|/\*.*?\*/|[eE]?'(?:[^']|'')*'|\"[^\"]*\"", re.DOTALL)
_QUOTED = re.compile(r"'(?:[^']|'')*'?")
_UPPER_KEYWORD = re.compile(
    r"\b(SELECT|FROM|WHERE|INSERT|UPDATE|DELETE|RETURNING?|BEGIN|END|DECLARE|IF|THEN|ELSE|ELSIF|LOOP|FOR|RAISE|PERFORM"
    r"|CREATE|ALTER|DROP|GRANT|REVOKE|AND|OR|NOT|NULL|JOIN|ORDER BY|GROUP BY|LIMIT|INTO|VALUES|ON CONFLICT|CASE|WHEN"
    r"|TEXT|UUID|BOOLEAN|INTEGER|BIGINT|JSONB?|TIMESTAMPTZ|TRUE|FALSE|NEW|OLD)\b"
)


def problems_of(path: Path) -> Iterator[str]:
    """Name every offence of one file with its line."""
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(PROJECT)
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE or len(_QUOTED.sub("''", line)) > MAX_WIDTH:
            yield f"{name}:{number}: {len(line)} columns, {MAX_WIDTH} are the limit ({MAX_LINE} with quoted text)"
        if "\t" in line:
            yield f"{name}:{number}: a tab"
        if line != line.rstrip():
            yield f"{name}:{number}: white space at the end"
    if text and not text.endswith("\n"):
        yield f"{name}:{len(lines)}: no line break at the end"
    blanked = _NOT_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    for match in _UPPER_KEYWORD.finditer(blanked):
        yield f"{name}:{blanked.count(chr(10), 0, match.start()) + 1}: {match.group()} in upper case"
    if path.parent.name == "migrations":
        if not text.startswith("-- Purpose:"):
            yield f"{name}:1: the header does not start with `-- Purpose:`"
        if len(lines) > MAX_MIGRATION_LINES:
            yield f"{name}:{len(lines)}: more than {MAX_MIGRATION_LINES} lines; split it by concern"
        if not (path.parents[1] / "rollbacks" / path.name).is_file():
            yield f"{name}:1: no rollback of this name in supabase/rollbacks/"


def sql_files() -> list[Path]:
    """Every SQL file that people write."""
    found = (path for folder in FOLDERS for path in (PROJECT / folder).rglob("*.sql"))
    return sorted(path for path in found if path not in GENERATED and "seed" not in path.name)


def main() -> None:
    """Print the offences; exit code 1 when there are any."""
    problems = [problem for path in sql_files() for problem in problems_of(path)]
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
