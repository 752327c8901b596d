"""`make schema` and `make privileges`: write the generated files anew from a database built from the migrations."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Awaitable, Callable

from tests.support import run_dir
from tests.support.backends import choose_backend
from tests.support.database import Database, DatabaseFactory
from tests.support.generated import GENERATED
from tests.support.templates import PROJECT, ensure_migrated


async def write_schema(database: Database) -> None:
    """Schema dump and types."""
    for path, generate in GENERATED.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(await generate(database))
        sys.stdout.write(f"wrote {path.relative_to(PROJECT)}\n")


async def write_privileges(database: Database) -> None:
    """The privilege matrix as it is; git shows what changed, a person decides whether it should."""
    from tests.database.privileges import EXPECTATION, measure, render

    EXPECTATION.write_text(render(await measure(database)))
    sys.stdout.write(f"wrote {EXPECTATION.relative_to(PROJECT)}\n")


TASKS: dict[str, Callable[[Database], Awaitable[None]]] = {"schema": write_schema, "privileges": write_privileges}


def main() -> None:
    """Start a server for the purpose, run the named task on a clone, remove everything."""
    directory = run_dir.create()
    backend = choose_backend(directory)
    try:
        backend.start()
        asyncio.run(_run(TASKS[sys.argv[1]], DatabaseFactory(backend), ensure_migrated(backend)))
    finally:
        backend.stop()
        shutil.rmtree(directory, ignore_errors=True)


async def _run(task: Callable[[Database], Awaitable[None]], factory: DatabaseFactory, template: str) -> None:
    database = await factory.create(template)
    try:
        await task(database)
    finally:
        await factory.drop(database)
        await factory.close()


if __name__ == "__main__":
    main()
