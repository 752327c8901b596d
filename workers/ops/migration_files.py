"""The migration files of a project directory and what may be wrong with them before anything runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from workers.ops.sql_split import Statement, UnterminatedSqlError, split_statements

_FILE_NAME = re.compile(r"(?P<version>\d+)_(?P<name>[^.]+)\.sql")
# The ledger row belongs to the same transaction as the statements, so a file may not end it.
_TRANSACTION_CONTROL = re.compile(
    r"(begin(?!\s+atomic)|start\s+transaction|commit|end|rollback(?!\s+to\b)|abort|prepare\s+transaction)\b",
    re.IGNORECASE,
)


class MigrationFileError(Exception):
    """A migration or rollback file that cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Script:
    """A SQL file and its statements."""

    path: Path
    statements: tuple[Statement, ...]

    @property
    def texts(self) -> list[str]:
        """The statements as the ledger stores them."""
        return [statement.text for statement in self.statements]


@dataclass(frozen=True, slots=True)
class Migration:
    """One `supabase/migrations/<version>_<name>.sql`."""

    version: str
    name: str
    script: Script
    rollback_path: Path

    @property
    def label(self) -> str:
        """Version and name, as the file is called."""
        return f"{self.version}_{self.name}"

    def rollback(self) -> Script:
        """Read the way back; raises when there is none."""
        if not self.rollback_path.is_file():
            raise MigrationFileError(f"{self.label} has no rollback: {self.rollback_path} does not exist")
        return read_script(self.rollback_path)


def read_script(path: Path) -> Script:
    """Read and split one SQL file, refusing statements that would end the transaction it runs in."""
    try:
        statements = split_statements(path.read_text(encoding="utf-8"))
    except UnterminatedSqlError as error:
        raise MigrationFileError(f"{path}:{error}") from error
    for number, statement in enumerate(statements, start=1):
        if control := _TRANSACTION_CONTROL.match(statement.code):
            raise MigrationFileError(
                f"{path}:{statement.code_line}: statement {number} is `{control.group().lower()}`; "
                "a migration runs in one transaction that the runner opens and closes"
            )
    return Script(path, tuple(statements))


def load_migrations(supabase_dir: Path) -> list[Migration]:
    """Return the migrations under `supabase_dir/migrations` in the order of their versions."""
    directory = supabase_dir / "migrations"
    if not directory.is_dir():
        raise MigrationFileError(f"{directory} is not a directory; run from the project or pass --workdir")
    migrations: dict[str, Migration] = {}
    for path in sorted(directory.glob("*.sql")):
        match = _FILE_NAME.fullmatch(path.name)
        if match is None:
            raise MigrationFileError(f"{path} is not named <timestamp>_<name>.sql")
        version = match["version"]
        if version in migrations:
            raise MigrationFileError(f"{path} and {migrations[version].script.path} share version {version}")
        rollback_path = supabase_dir / "rollbacks" / path.name
        migrations[version] = Migration(version, match["name"], read_script(path), rollback_path)
    return [migrations[version] for version in sorted(migrations)]
