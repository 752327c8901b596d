"""judge_content: a text that somebody edited is measured anew, by the formulas that scored the generated one."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.context import Brand
from workers.providers.embeddings import local
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.scoring.edits import ScriptParts, scores
from workers.writing.voice import voice_of


class Payload(BaseModel):
    """What an edit asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    content_type: str
    language: Language
    title: str = ""
    text: str
    keywords: list[str] = []
    least_words: int = 0
    """What a description was asked to have."""
    script: ScriptParts | None = None
    brand: Brand = Brand()


class Result(BaseModel):
    """0 to 100, the quality 0 to 10; null where the kind of text has no such score."""

    seo_score: float | None = None
    readability_score: float | None = None
    emotional_tone_score: float | None = None
    quality_metrics: dict[str, float | None] | None = None
    quality_score: float | None = None
    reasons: list[str] = []
    voice_fit: dict[str, Any]


@handler("judge_content")
async def handle(ctx: JobContext) -> Result:
    """Count, compare with the brand's samples, and hand the scores over."""
    payload = ctx.parse(Payload)
    voice = await voice_of(ctx, payload.brand, payload.language)
    [fit] = await voice.fits([payload.text], payload.language)
    found = await ctx.run_blocking(_measured, payload, fit.score)
    return Result(**found, voice_fit=fit.stored())


def _measured(payload: Payload, voice_score: float | None) -> dict[str, Any]:
    return scores(
        payload.content_type,
        payload.text,
        payload.title,
        payload.language,
        keywords=payload.keywords,
        least_words=payload.least_words,
        script=payload.script,
        embedder=local.load(),
        voice_score=voice_score,
    )
