"""refresh_brand_voice: samples were added or deleted by hand, or the organization chose another embedding model."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict

from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.voice.learning import Learned, Tools, learn_from_samples


class Payload(BaseModel):
    """What the triggers of `brand_voice_samples` and `organization_ai_settings` ask for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    brand_profile_id: UUID


@handler("refresh_brand_voice")
async def handle(ctx: JobContext) -> Learned:
    """Embed what is new, measure all, with the adapters that the settings choose."""
    return await refresh(ctx, Tools())


async def refresh(ctx: JobContext, tools: Tools) -> Learned:
    """The handler's work with given adapters."""
    payload = ctx.parse(Payload)
    return await learn_from_samples(ctx, str(payload.brand_profile_id), tools)
