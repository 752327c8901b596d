"""generate_seo_content: description, tags and hashtags by which a video is found."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.context import Brand, Worked
from workers.providers.ai.tasks.seo_content import SeoContent, WriteSeoContent
from workers.providers.embeddings import local
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.scoring.seo import relevance, score_description
from workers.scoring.wording import say
from workers.text.words import word_count
from workers.writing.chapters import Section, sections
from workers.writing.steps import WRITTEN, Stopwatch, Tools, conclude
from workers.writing.voice import voice_of


class Payload(BaseModel):
    """What `generate_seo_content` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    generation_id: UUID
    language: Language
    title: str
    script: str
    target_keywords: list[str] = []
    description_min_words: Annotated[int, Field(ge=0, le=600)] = 150
    max_tags: Annotated[int, Field(ge=0, le=50)] = 15
    include_timestamps: bool
    include_hashtags: bool
    brand: Brand = Brand()
    what_worked: Annotated[Worked, BeforeValidator(Worked.of)] = Worked()


class Result(BaseModel):
    """The texts themselves are in the checkpoint."""

    tags: int


@handler("generate_seo_content")
async def handle(ctx: JobContext) -> Result:
    """Write and score with the generator of the organization."""
    return await generate(ctx, Tools())


async def generate(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with a given generator."""
    payload = ctx.parse(Payload)
    if WRITTEN not in ctx.checkpoints:
        watch = Stopwatch()
        generator = await tools.generator(ctx)
        chapters = sections(payload.script, payload.language) if payload.include_timestamps else []
        voice = await voice_of(ctx, payload.brand, payload.language)
        task = WriteSeoContent(
            language=payload.language,
            title=payload.title,
            script=payload.script,
            target_keywords=tuple(payload.target_keywords),
            description_min_words=payload.description_min_words,
            max_tags=payload.max_tags,
            include_hashtags=payload.include_hashtags,
            sections=tuple(chapter.text for chapter in chapters),
            brand=await voice.told(payload.title),
            worked=payload.what_worked,
        )
        made = await generator.run(task)
        state = await ctx.run_blocking(_state, made.value, payload, chapters)
        [fit] = await voice.fits([made.value.description], payload.language)
        conclude(ctx, made, watch, {**state, "voice_fit": fit.stored(), "notes": voice.notes})
    return Result(tags=len(ctx.checkpoints[WRITTEN]["tags"]))


def _state(content: SeoContent, payload: Payload, chapters: list[Section]) -> dict[str, Any]:
    language = payload.language
    score = score_description(
        content.description, payload.title, payload.target_keywords, payload.description_min_words, language
    )
    ranked = sorted(
        zip(content.tags, relevance(content.tags, payload.title, payload.script, local.load()), strict=True),
        key=lambda pair: -pair[1],
    )
    advice = list(score.tips)
    if payload.include_timestamps and not chapters:
        advice.append(say("tip_timestamps", language))
    if len(content.tags) < payload.max_tags / 2:
        advice.append(say("tip_tags", language, count=len(content.tags), asked=payload.max_tags))
    return {
        "description": {
            "text": _composed(content, chapters),
            "word_count": word_count(content.description),
            "seo_score": score.seo_score,
            "keywords_density": score.keywords_density,
            "readability_score": score.readability,
        },
        "tags": [{"tag": tag, "relevance_score": value} for tag, value in ranked],
        "suggested_hashtags": content.hashtags,
        "optimization_tips": advice,
        "reasons": [],
    }


def _composed(content: SeoContent, chapters: list[Section]) -> str:
    """The description, its chapters, and the first three hashtags, which YouTube shows above the title."""
    lines = "\n".join(
        f"{chapter.timestamp} {title}" for chapter, title in zip(chapters, content.chapter_titles, strict=False)
    )
    return "\n\n".join(part for part in [content.description, lines, " ".join(content.hashtags[:3])] if part)
