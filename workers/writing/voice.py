"""The samples of a brand that are nearest to a text, and how near they are."""

from dataclasses import dataclass
from typing import Any, Final

from workers.providers.ai.tasks.context import Brand
from workers.providers.embeddings import local
from workers.runtime.errors import Rejected
from workers.runtime.job import JobContext

_SAMPLES: Final = 3
_SAMPLE_CHARACTERS: Final = 1500


@dataclass(frozen=True, slots=True)
class Voice:
    """Samples, nearest first, and the mean cosine of their nearness; None when the brand has none."""

    samples: list[str]
    similarity: float | None


async def nearest_samples(ctx: JobContext, brand: Brand, text: str) -> Voice:
    """The brand's samples nearest to a text, by the local embeddings; none for what is no brand profile."""
    if brand.id is None or not text.strip():
        return Voice([], None)
    vector = (await ctx.run_blocking(local.load().embed, [text]))[0]
    if not vector.any():
        # no word of it is known to the model, and nothing is near to nothing
        return Voice([], None)
    try:
        rows: list[dict[str, Any]] = (
            await ctx.rpc(
                "match_brand_voice_for",
                p_organization_id=str(ctx.job.organization_id),
                p_brand_profile_id=brand.id,
                p_embedding=f"[{','.join(f'{number:.6f}' for number in vector)}]",
                p_ai_model=local.LocalTextEmbedder.model,
                p_limit=_SAMPLES,
            )
            or []
        )
    except Rejected as refusal:
        # a brand that was deleted since must not cost the work
        ctx.log.warning("brand_voice_unavailable", code=refusal.code)
        return Voice([], None)
    if not rows:
        return Voice([], None)
    return Voice(
        [str(row["sample_text"])[:_SAMPLE_CHARACTERS] for row in rows],
        sum(float(row["similarity"]) for row in rows) / len(rows),
    )


async def with_samples(ctx: JobContext, brand: Brand, subject: str) -> Brand:
    """The brand with its samples nearest to the subject."""
    voice = await nearest_samples(ctx, brand, subject)
    return brand.model_copy(update={"samples": voice.samples})
