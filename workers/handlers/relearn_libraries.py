"""relearn_libraries: saved hashtags, calls and templates learn from the measured posts of one organization, in SQL."""

from pydantic import BaseModel

from workers.runtime.job import JobContext
from workers.runtime.registry import handler


class Result(BaseModel):
    """How many entries changed."""

    changed: int


@handler("relearn_libraries")
async def handle(ctx: JobContext) -> Result:
    """Have the database count; again is the same, so that a call that is repeated does no harm."""
    return Result(changed=await ctx.rpc("relearn_libraries", p_organization_id=ctx.job.organization_id))
