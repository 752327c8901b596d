"""Apply and roll back migrations: one transaction each, one runner at a time, the CLI's own ledger."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum

from psycopg import AsyncConnection, Error, errors, sql

from workers.ops import ledger
from workers.ops.ledger import AppliedMigration
from workers.ops.migration_files import Migration, Script

_ADVISORY_LOCK = 0x6361_7461_6C79_7374  # "catalyst"


class MigrationError(Exception):
    """A migration that did not run, or a history that does not fit the files; the message says where and why."""


class State(StrEnum):
    """How a migration file and the ledger relate."""

    APPLIED = "applied"
    PENDING = "pending"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One version known to the files, the ledger or both."""

    version: str
    name: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrationSettings:
    """How long to wait for other runners and for other people's locks."""

    lock_timeout: str = "2s"
    runner_timeout: str = "60s"


def compare(migrations: Sequence[Migration], applied: dict[str, AppliedMigration]) -> list[StatusLine]:
    """Set files against ledger; `changed` means that the recorded statements are not those of the file."""
    files = {migration.version: migration for migration in migrations}
    lines = []
    for version in sorted(files.keys() | applied.keys()):
        migration, row = files.get(version), applied.get(version)
        if migration is None:
            lines.append(StatusLine(version, (row.name if row else None) or "", State.MISSING))
        elif row is None:
            lines.append(StatusLine(version, migration.name, State.PENDING))
        else:
            same = row.statements is None or list(row.statements) == migration.script.texts
            lines.append(StatusLine(version, migration.name, State.APPLIED if same else State.CHANGED))
    return lines


class Migrator:
    """Runs the migrations of one project on one connection in autocommit mode."""

    def __init__(
        self, connection: AsyncConnection, migrations: Sequence[Migration], settings: MigrationSettings | None = None
    ) -> None:
        self._connection = connection
        self._migrations = list(migrations)
        self._settings = settings or MigrationSettings()

    async def status(self) -> list[StatusLine]:
        """Compare files and ledger without changing anything."""
        return compare(self._migrations, await ledger.read_applied(self._connection))

    async def up(self, *, to: str | None = None, include_all: bool = False) -> AsyncIterator[Migration]:
        """Apply pending migrations, up to and including `to`; yields each one once it is committed."""
        self._require_known(to)
        lines = await self.status()
        self._require_clean_history(lines, include_all=include_all)
        done = {line.version for line in lines if line.state is not State.PENDING}
        for migration in self._migrations:
            if to is not None and migration.version > to:
                return
            if migration.version in done:
                continue
            async with self._transaction():
                pending = not await ledger.is_applied(self._connection, migration.version)  # another runner may have
                if pending:
                    await self._run(migration.script)
                    await ledger.record(self._connection, migration)
            if pending:
                yield migration

    async def down(self, *, to: str | None = None) -> AsyncIterator[Migration]:
        """Roll back the newest applied migration, or every one newer than `to` ("0" for all)."""
        if to is not None and to.strip("0"):
            self._require_known(to)
        lines = await self.status()
        self._require_clean_history(lines, include_all=True)
        undone = {line.version for line in lines if line.state is State.PENDING}
        for migration in reversed(self._migrations):
            if to is not None and migration.version <= to:
                return
            if migration.version in undone:
                continue
            async with self._transaction():
                current = await ledger.is_applied(self._connection, migration.version)
                if current:
                    await self._run(migration.rollback())
                    await ledger.forget(self._connection, migration)
            if current:
                yield migration
                if to is None:
                    return

    def _require_known(self, version: str | None) -> None:
        if version is not None and version not in {migration.version for migration in self._migrations}:
            raise MigrationError(f"there is no migration with version {version}")

    @staticmethod
    def _require_clean_history(lines: Sequence[StatusLine], *, include_all: bool) -> None:
        if missing := [line.version for line in lines if line.state is State.MISSING]:
            raise MigrationError(f"the database has migrations that are not among the files: {', '.join(missing)}")
        newest = max((line.version for line in lines if line.state is not State.PENDING), default="")
        late = [line.version for line in lines if line.state is State.PENDING and line.version < newest]
        if late and not include_all:
            raise MigrationError(
                f"pending migrations are older than the newest applied one ({newest}): {', '.join(late)}; "
                "rename them or pass --include-all"
            )

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[None]:
        """Open a migration's transaction behind the advisory lock, with a ledger to ask and write.

        The lock is the transaction's, so it works through a transaction pooler and cannot be left behind.
        """
        connection, settings = self._connection, self._settings
        async with connection.transaction():
            await connection.execute("reset all")  # what an earlier file set for its session must not reach this one
            await self._set_local("lock_timeout", settings.runner_timeout)
            try:
                await connection.execute("select pg_advisory_xact_lock(%s)", (_ADVISORY_LOCK,))
            except errors.LockNotAvailable as error:
                raise MigrationError(
                    f"another migration runner has been at work for {settings.runner_timeout}; try again later"
                ) from error
            await self._set_local("lock_timeout", settings.lock_timeout)
            await ledger.prepare(connection)
            yield

    async def _set_local(self, setting: str, value: str) -> None:
        await self._connection.execute("select set_config(%s, %s, true)", (setting, value))

    async def _run(self, script: Script) -> None:
        row = await (await self._connection.execute("select current_user")).fetchone()
        for number, statement in enumerate(script.statements, start=1):
            if not statement.code:
                continue
            try:
                await self._connection.execute(statement.text.encode())
            except Error as error:
                raise MigrationError(describe(script, number, error)) from error
        # A script may change role or search_path; the ledger row is written as the runner.
        role: str = row[0] if row else "postgres"
        await self._connection.execute(sql.SQL("set session role {}").format(sql.Identifier(role)))
        await self._connection.execute("reset search_path")


def describe(script: Script, number: int, error: Error) -> str:
    """Name file, line, statement, error and its code, then quote the line."""
    statement = script.statements[number - 1]
    diagnostic = error.diag
    position = int(diagnostic.statement_position) - 1 if diagnostic.statement_position else None
    line = statement.code_line if position is None else statement.line + statement.text.count("\n", 0, position)
    quoted = statement.text.splitlines()[line - statement.line].strip()
    message = diagnostic.message_primary or str(error)
    parts = [f"{script.path}:{line}: statement {number} failed: {message} (SQLSTATE {error.sqlstate})", f"    {quoted}"]
    parts += [
        f"  {label}: {value}"
        for label, value in (
            ("detail", diagnostic.message_detail),
            ("hint", diagnostic.message_hint),
            ("context", diagnostic.context),
        )
        if value
    ]
    if isinstance(error, errors.LockNotAvailable):
        parts.append("  another session holds a lock this statement needs; nothing was changed, run it again later")
    return "\n".join([*parts, "  nothing of this file was applied"])
