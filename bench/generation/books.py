"""Whether rows, counters and ledger agree with what the users were told."""

from __future__ import annotations

from collections.abc import Collection

import psycopg

METRIC = "generations"

# The sums of the ledger, rebuilt from its rows alone: what is reserved, and what is used.
LEDGER = """
select
  coalesce(sum(case operation when 'reserve' then 1 when 'commit' then -1 when 'release' then -1 end * amount), 0),
  coalesce(sum(case when operation in ('commit', 'consume', 'adjust') then amount end), 0)
from public.usage_ledger where organization_id = any(%s::uuid[]) and metric = %s
"""
COUNTERS = """
select coalesce(sum(reserved), 0), coalesce(sum(used), 0)
from public.usage_counters where organization_id = any(%s::uuid[]) and metric = %s
"""
GENERATIONS = "select count(*) from public.generations where organization_id = any(%s::uuid[])"
JOBS = "select count(*) from public.jobs where organization_id = any(%s::uuid[]) and kind = 'generate_posts'"
OUTPUTS = "select count(*) from public.generation_outputs where organization_id = any(%s::uuid[])"
DIFFERENCES = "select count(*) from private.quota_discrepancies()"


async def set_limit(database_url: str, limit: int | None) -> None:
    """How many generations the plans of new users include, and room in the queue for a load without workers."""
    async with await psycopg.AsyncConnection.connect(database_url) as connection:
        await connection.execute("update public.plan_limits set limit_value = %s where metric = %s", (limit, METRIC))
        await connection.execute(
            "update public.job_kinds set max_backlog_per_organization = 1000000 where kind = 'generate_posts'"
        )
        await connection.execute("update public.plan_limits set limit_value = null where metric = 'members'")


async def check(database_url: str, organizations: Collection[str], accepted: int, platforms: int) -> list[str]:
    """Every disagreement in words; nothing when all agree. Without workers, all that was accepted is still reserved."""
    mine = list(organizations)
    async with await psycopg.AsyncConnection.connect(database_url) as connection:

        async def one(query: str, *parameters: object) -> tuple[int, ...]:
            row = await (await connection.execute(query.encode(), parameters)).fetchone()
            return tuple(int(value) for value in row or ())

        wanted = {
            "generations": ((accepted,), await one(GENERATIONS, mine)),
            "generation_outputs": ((accepted * platforms,), await one(OUTPUTS, mine)),
            "jobs": ((accepted,), await one(JOBS, mine)),
            "usage_counters (reserved, used)": ((accepted, 0), await one(COUNTERS, mine, METRIC)),
            "usage_ledger (reserved, used)": ((accepted, 0), await one(LEDGER, mine, METRIC)),
            "quota_discrepancies": ((0,), await one(DIFFERENCES)),
        }
    return [f"{name}: {found} instead of {right}" for name, (right, found) in wanted.items() if found != right]
