"""generate_thumbnail_prompts: words for pictures that show what a video is about."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.context import Brand, VideoSource
from workers.providers.ai.tasks.thumbnails import READ, WriteThumbnailPrompts
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.scoring.wording import say
from workers.writing.excerpts import read_in_part
from workers.writing.steps import WRITTEN, Stopwatch, Tools, conclude
from workers.writing.voice import voice_of


class Payload(BaseModel):
    """What `generate_thumbnail_prompts` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    language: Language
    count: Annotated[int, Field(ge=1, le=5)]
    title: str | None = None
    style: str | None = None
    sources: list[VideoSource] = []
    brand: Brand = Brand()


class Result(BaseModel):
    """The prompts themselves are in the checkpoint."""

    count: int


@handler("generate_thumbnail_prompts")
async def handle(ctx: JobContext) -> Result:
    """Write them with the generator of the organization."""
    return await generate(ctx, Tools())


async def generate(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with a given generator."""
    payload = ctx.parse(Payload)
    if WRITTEN not in ctx.checkpoints:
        watch = Stopwatch()
        generator = await tools.generator(ctx)
        voice = await voice_of(ctx, payload.brand, payload.language)
        subject = payload.title or " ".join(source.title or "" for source in payload.sources)
        made = await generator.run(
            WriteThumbnailPrompts(
                language=payload.language,
                count=payload.count,
                title=payload.title,
                style=payload.style,
                sources=tuple(payload.sources),
                brand=await voice.told(subject),
            )
        )
        fits = await voice.fits([one.prompt for one in made.value.prompts], payload.language)
        prompts = [
            {
                "prompt": one.prompt,
                "overlay_text": one.overlay_text,
                "reasons": [say("model_says", payload.language, reason=one.reason)] if one.reason else [],
                "voice_fit": fit.stored(),
            }
            for one, fit in zip(made.value.prompts, fits, strict=True)
        ]
        notes = [*read_in_part(payload.sources, READ, made, payload.language), *voice.notes]
        conclude(ctx, made, watch, {"prompts": prompts, "notes": notes})
    return Result(count=len(ctx.checkpoints[WRITTEN]["prompts"]))
