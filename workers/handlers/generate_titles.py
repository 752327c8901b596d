"""generate_titles: titles for a video, scored by formula before anybody sees them."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.context import Audience, Brand, VideoSource, Worked
from workers.providers.ai.tasks.titles import READ, Style, Title, WriteTitles
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.scoring.titles import score_title
from workers.scoring.wording import say
from workers.text.words import word_count
from workers.writing.excerpts import read_in_part
from workers.writing.steps import WRITTEN, Stopwatch, Tools, conclude
from workers.writing.voice import voice_of


class Payload(BaseModel):
    """What `generate_titles` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    generation_id: UUID
    language: Language
    count: Annotated[int, Field(ge=1, le=10)]
    style: Style
    max_length: Annotated[int, Field(ge=20, le=100)] = 100
    target_keywords: list[str] = []
    avoid_keywords: list[str] = []
    brand: Brand = Brand()
    audience: Audience = Audience()
    sources: list[VideoSource] = []
    earlier_titles: list[str] = []
    what_worked: Annotated[Worked, BeforeValidator(Worked.of)] = Worked()


class Result(BaseModel):
    """The titles themselves are in the checkpoint."""

    count: int


@handler("generate_titles")
async def handle(ctx: JobContext) -> Result:
    """Write and score titles with the generator of the organization."""
    return await generate(ctx, Tools())


async def generate(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with a given generator."""
    payload = ctx.parse(Payload)
    if WRITTEN not in ctx.checkpoints:
        watch = Stopwatch()
        generator = await tools.generator(ctx)
        keywords = _keywords(payload)
        subject = " ".join([*keywords, *(source.title or "" for source in payload.sources)])
        voice = await voice_of(ctx, payload.brand, payload.language)
        task = WriteTitles(
            language=payload.language,
            count=payload.count,
            style=payload.style,
            max_length=payload.max_length,
            target_keywords=tuple(payload.target_keywords),
            avoid_keywords=tuple(payload.avoid_keywords),
            sources=tuple(payload.sources),
            earlier_titles=tuple(payload.earlier_titles),
            brand=await voice.told(subject),
            audience=payload.audience,
            worked=payload.what_worked,
        )
        made = await generator.run(task)
        by_model = made.prompt is not None
        known = task.known_titles()
        titles = [_scored(title, payload, keywords, known, by_model=by_model) for title in made.value.titles]
        # one title shows too little of a manner to judge; together they may not
        texts = [title["text"] for title in titles]
        *fits, whole = await voice.fits([*texts, "\n\n".join(texts)], payload.language)
        for title, fit in zip(titles, fits, strict=True):
            title["voice_fit"] = fit.stored()
        notes = [*read_in_part(payload.sources, READ, made, payload.language), *voice.notes]
        conclude(ctx, made, watch, {"titles": titles, "voice_fit": whole.stored(), "notes": notes})
    return Result(count=len(ctx.checkpoints[WRITTEN]["titles"]))


def _keywords(payload: Payload) -> list[str]:
    """The words a title is judged by: those asked for, else what the sources are about."""
    if payload.target_keywords:
        return payload.target_keywords
    return list(dict.fromkeys(word for source in payload.sources for word in [*source.topics, *source.keywords]))[:10]


def _scored(title: Title, payload: Payload, keywords: list[str], known: list[str], *, by_model: bool) -> dict[str, Any]:
    score = score_title(title.text, payload.language, keywords, known)
    reasons = list(score.reasons)
    best = max(payload.sources, key=lambda source: source.performance_score or -1, default=None)
    if best is not None and best.title and best.performance_score is not None:
        reasons.append(
            say("from_source", payload.language, title=best.title[:100], score=round(best.performance_score))
        )
    if title.reason:
        # what a model claims is told apart from what was counted
        reasons.append(say("model_says", payload.language, reason=title.reason) if by_model else title.reason)
    return {
        "text": title.text,
        "seo_score": score.seo_score,
        "keywords_used": score.keywords_used,
        "reasons": reasons,
        "word_count": word_count(title.text),
    }
