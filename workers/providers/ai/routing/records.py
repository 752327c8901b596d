"""Calls that led to nothing still cost: they are on record at once, not with a result."""

from collections.abc import Mapping, Sequence
from typing import Any

from workers.providers.ai.usage import ProviderCall, Usage
from workers.runtime.errors import LeaseLost, Rejected
from workers.runtime.job import JobContext


async def record_calls(ctx: JobContext, calls: Sequence[ProviderCall], about: Mapping[str, Any]) -> None:
    """Record what failed calls took; a record that is refused is logged, as the failure itself is the one to tell."""
    job = ctx.job
    if not calls or job.organization_id is None:
        return
    common = {"organization_id": job.organization_id, "user_id": job.created_by, "job_id": job.id, **about}
    try:
        await ctx.rpc("record_ai_usage", p_entries=[common | entry for entry in Usage(tuple(calls)).entries()])
    except (Rejected, LeaseLost) as error:
        ctx.log.error("usage_not_recorded", reason=str(error), calls=len(calls))
