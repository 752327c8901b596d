"""A queue to race on: a migrated database of the test's own, with tenants and kinds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest_asyncio
from psycopg import AsyncConnection

from tests.support.database import Database

KIND_COLUMNS = (
    "kind, queue, quota_metric, max_per_organization, max_backlog_per_organization, max_attempts, lease_seconds,"
    " backoff_base_seconds"
)


class Queue:
    """Verbs of the engine over one connection."""

    def __init__(self, database: Database, connection: AsyncConnection[Any]) -> None:
        self.database = database
        self.connection = connection

    async def another(self, *, autocommit: bool = True) -> Queue:
        """A second session on the same queue."""
        return Queue(self.database, await self.database.connect(autocommit=autocommit))

    async def all(self, query: str, *values: Any) -> list[Any]:
        """Every row."""
        return await (await self.connection.execute(query.encode(), values)).fetchall()

    async def one(self, query: str, *values: Any) -> Any:
        """The first column of the only row."""
        (row,) = await self.all(query, *values)
        return row[0]

    async def kind(
        self, name: str, *, queue: str = "race", metric: str | None = None, cap: int | None = None,
        backlog: int | None = None, attempts: int = 3, lease: int = 60,
    ) -> None:  # fmt: skip
        """Register a kind."""
        await self.connection.execute(
            f"insert into public.job_kinds ({KIND_COLUMNS}) values (%s, %s, %s, %s, %s, %s, %s, 0)",
            (name, queue, metric, cap, backlog, attempts, lease),
        )

    async def tenant(self) -> UUID:
        """A person with an organization of their own; returns the organization."""
        user = await self.database.create_user()
        organization: UUID = await self.one(
            "select organization_id from public.organization_members where user_id = %s", user
        )
        return organization

    async def enqueue(self, kind: str, organization: UUID, count: int = 1) -> list[int]:
        """Add jobs; returns their ids."""
        rows = await self.all(
            "select public.enqueue_jobs(%s, %s, array_fill('{}'::jsonb, array[%s]))", kind, organization, count
        )
        return [row[0] for row in rows]

    async def claim(self, limit: int = 1, worker: str = "w", lease: int | None = None) -> list[tuple[int, int]]:
        """Take jobs; returns their ids and leases."""
        return await self.all(
            "select id, lease from public.claim_jobs(array['race'], %s, %s, %s)", worker, limit, lease
        )

    async def complete(self, jobs: Sequence[tuple[int, int]]) -> list[str]:
        """Finish jobs; returns the outcomes."""
        rows = await self.all(
            "select outcome from public.complete_jobs(%s::bigint[], %s::integer[])",
            [job[0] for job in jobs],
            [job[1] for job in jobs],
        )
        return [row[0] for row in rows]

    async def states(self) -> dict[str, int]:
        """How many jobs are in each state, alive or finished."""
        return dict(
            await self.all(
                "select status::text, count(*)::integer from (select status from public.jobs"
                " union all select status from public.job_history) as j group by 1"
            )
        )


@pytest_asyncio.fixture
async def queue(database: Database) -> Queue:
    """The first session."""
    return Queue(database, await database.connect())
