"""Several pieces of one job's work at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable


async def together(works: Iterable[Callable[[], Awaitable[None]]], width: int) -> None:
    """Run all, at most `width` at a time, in the order given; the first that fails stops the others and is raised."""
    line = iter(works)

    async def serve() -> None:
        for work in line:
            await work()

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(width):
                group.create_task(serve())
    except BaseExceptionGroup as failed:
        raise failed.exceptions[0] from failed
