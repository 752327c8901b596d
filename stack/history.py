"""Whether the data of a stack were made by the migrations of this checkout: the CLI skips what is applied."""

from __future__ import annotations

from psycopg import AsyncConnection

from stack.errors import StackError
from stack.layout import PROJECT
from workers.ops import ledger
from workers.ops.migration_files import MigrationFileError, load_migrations
from workers.ops.migrations import State, compare


async def overtaken(dsn: str) -> dict[State, list[str]]:
    """The applied migrations whose file is gone (`missing`) or has other statements since (`changed`), by name."""
    try:
        migrations = load_migrations(PROJECT / "supabase")
    except MigrationFileError as error:
        raise StackError(str(error)) from error
    async with await AsyncConnection.connect(dsn, autocommit=True) as connection:
        lines = compare(migrations, await ledger.read_applied(connection))
    return {
        state: [f"{line.version}_{line.name}" for line in lines if line.state is state]
        for state in (State.MISSING, State.CHANGED)
    }
