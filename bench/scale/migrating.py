"""Each migration up on what the ones before it hold after a year, and back down to the same schema."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

from bench.scale.database import MIGRATIONS, NAME, Scale
from stack.postgres import SUPERUSER
from workers.ops.migrate_verify import connect
from workers.ops.migration_files import load_migrations
from workers.ops.migrations import Migrator
from workers.ops.schema_dump import dump_schema

BUDGET_SECONDS = 2.0
"""The runner's lock time-out: who waits longer for a migration's locks than it would itself is kept too long."""


def migrations(scale: Scale) -> dict[str, Any]:
    """From the last migration to the first: down, up on the data that is left, down again.

    A migration's locks are held for as long as its transaction takes at most, which is what is measured. Nothing of
    the year is left afterwards.
    """
    return asyncio.run(_migrations(scale, MIGRATIONS.parent))


async def _migrations(scale: Scale, folder: Path) -> dict[str, Any]:
    files = load_migrations(folder)
    url = scale.server.dsn(NAME, SUPERUSER)
    seconds: dict[str, float] = {}
    different: list[str] = []
    with scale.connect(SUPERUSER) as admin:
        admin.execute("drop schema baseline, bench cascade")  # the tables borrow the product's types
    async with await connect(url) as connection:
        migrator = Migrator(connection, files)
        for migration in reversed(files):
            complete = await dump_schema(url)
            await _drain(migrator, up=None)
            started = time.perf_counter()
            await _drain(migrator, up=migration.version)
            seconds[migration.label] = time.perf_counter() - started
            if await dump_schema(url) != complete:
                different.append(migration.label)
            await _drain(migrator, up=None)
    slowest = dict(sorted(seconds.items(), key=lambda item: -item[1])[:5])
    return {
        "migrations": len(files),
        "different": different,
        "over_budget": [name for name, taken in seconds.items() if taken > BUDGET_SECONDS],
        "slowest_s": slowest,
        "seconds": seconds,
    }


async def _drain(migrator: Migrator, up: str | None) -> None:
    async for _ in migrator.up(to=up) if up else migrator.down():
        pass
