"""repurpose: an upload is turned into posts, an article, or a plan of short clips."""

from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from workers.analysis.reading import Reading, Subject, known_text
from workers.analysis.sources import SourceReader
from workers.providers.ai.posts import Platform
from workers.providers.ai.tasks.analysis import AnalyseText, Analysis
from workers.providers.ai.tasks.base import Language, Source, TextGenerator, Tone
from workers.providers.ai.tasks.context import Brand
from workers.providers.ai.tasks.posts import WritePost
from workers.providers.ai.tasks.remix import READ, RemixText
from workers.runtime.errors import Rejected
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.scoring.wording import say
from workers.writing.clips import Bounds, Moment, plan
from workers.writing.posts import PostWriter, first_written, post_step
from workers.writing.steps import WRITTEN, Stopwatch, Tools, conclude
from workers.writing.voice import voice_of

_ANALYSIS: Final = "analysis"
_ANALYSED: Final = 0.3
_SUBJECT: Final = 1500
_TEXT: Final = "text"
_LONGEST: Final = 100_000
"""Characters that a model is told of a source."""
_SHORTEST: Final = 5.0
"""Seconds of a clip."""
_PLATFORMS: Final[dict[str, Platform]] = {"linkedin_post": "linkedin", "twitter_thread": "x", "email": "email"}
_SOCIAL: Final[tuple[Platform, ...]] = ("threads", "instagram", "linkedin", "x", "tiktok")
_ARTICLE: Final[dict[Language, str]] = {
    "en": "An article to be read: an opening that says what it is about, one thought a paragraph, a conclusion.",
    "nl": "Een artikel om te lezen: een opening die zegt waar het over gaat, per alinea één gedachte, een slot.",
}


class Payload(BaseModel):
    """What `create_repurposing_job` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    content_asset_id: UUID
    language: Language
    output_format: Literal["short_video", "linkedin_post", "twitter_thread", "social_post", "blog_article", "email"]
    platforms: list[str] = []
    moments: list[Moment] = []
    clip_seconds: Annotated[float, Field(ge=5, le=180)] = 60
    clip_bounds: list[Bounds] = []
    """What the platforms take that the clips are for."""
    count: Annotated[int, Field(ge=1, le=10)] = 3
    aspect_ratio: str = "9:16"
    brand: Brand = Brand()


class Result(BaseModel):
    """What was made is in the checkpoint."""

    count: int


@handler("repurpose")
async def handle(ctx: JobContext) -> Result:
    """Turn it into the format with the generator of the organization."""
    return await repurpose(ctx, Tools())


async def repurpose(ctx: JobContext, tools: Tools, reader: SourceReader | None = None) -> Result:
    """The handler's work with a given generator and reader."""
    payload = ctx.parse(Payload)
    if WRITTEN not in ctx.checkpoints:
        title, reading = await _reading(ctx, payload, reader or SourceReader())
        if payload.output_format == "short_video":
            await _clips(ctx, payload, reading)
        elif payload.output_format == "blog_article":
            await _article(ctx, payload, title, reading, await tools.generator(ctx))
        else:
            await _posts(ctx, payload, title, reading, await tools.generator(ctx))
    return Result(count=len(ctx.checkpoints[WRITTEN]["outputs"]))


async def _reading(ctx: JobContext, payload: Payload, reader: SourceReader) -> tuple[str | None, Reading]:
    """Its title and its words: the transcript, else what is heard or read, else what is written about it."""
    subject = Subject.model_validate(
        await ctx.rpc(
            "analysis_subject",
            p_organization_id=ctx.job.organization_id,
            p_subject="asset",
            p_subject_id=payload.content_asset_id,
        )
    )
    done = ctx.checkpoints.get(_TEXT)
    if done is not None:
        return subject.title, Reading.model_validate(done)
    known = known_text(subject)
    if known is not None:
        return subject.title, known
    reading = await reader.read(ctx, subject) or Reading(text=subject.description or "", language=subject.language)
    if not reading.text.strip():
        raise Rejected("the upload has no words: no transcript, file, address or description", "INPUT_EMPTY")
    # so that nothing is heard or fetched twice
    await ctx.checkpoint(_TEXT, reading, 0.2)
    return subject.title, reading


async def _clips(ctx: JobContext, payload: Payload, reading: Reading) -> None:
    """A plan by rule: no model is asked where to cut."""
    shortest = max([_SHORTEST, *(one.min_seconds for one in payload.clip_bounds)])
    longest = min([payload.clip_seconds, *(one.max_seconds for one in payload.clip_bounds)])
    clips = plan(
        reading,
        payload.moments,
        payload.language,
        shortest=shortest,
        longest=longest,
        count=payload.count,
        bounds=payload.clip_bounds,
    )
    if not clips:
        raise Rejected(
            f"no moment with a time has whole sentences of {shortest:g} to {longest:g} seconds around it", "INPUT_EMPTY"
        )
    outputs = [
        {
            "content_type": "short_video",
            "title": clip.hook[:200],
            "text": clip.text,
            "output": {**clip.model_dump(mode="json"), "aspect_ratio": payload.aspect_ratio},
        }
        for clip in clips
    ]
    notes = [say("clips_by_rule", payload.language)]
    if clips[0].is_estimated:
        notes.append(say("clip_times_estimated", payload.language))
    if len(clips) < payload.count:
        notes.append(say("fewer_clips", payload.language, asked=payload.count, count=len(clips)))
    state = {"ai_provider": "local", "ai_model": "local-extractive", "usage": [], "notes": notes}
    ctx.conclude(WRITTEN, {**state, "outputs": outputs})


async def _article(
    ctx: JobContext, payload: Payload, title: str | None, reading: Reading, generator: TextGenerator
) -> None:
    watch = Stopwatch()
    source = Source(text=reading.text[:_LONGEST], title=title)
    voice = await voice_of(ctx, payload.brand, payload.language)
    made = await generator.run(
        RemixText(
            language=payload.language,
            original=source,
            instructions=_ARTICLE[payload.language],
            brand=await voice.told(source.text[:_SUBJECT]),
        )
    )
    [fit] = await voice.fits([made.value.script], payload.language)
    output = {"content_type": "blog_article", "title": made.value.title, "text": made.value.script}
    notes = _of_part(reading, payload.language, _LONGEST if made.prompt is None else READ)
    conclude(ctx, made, watch, {"outputs": [{**output, "voice_fit": fit.stored()}], "notes": [*voice.notes, *notes]})


async def _posts(
    ctx: JobContext, payload: Payload, title: str | None, reading: Reading, generator: TextGenerator
) -> None:
    """One for each platform; a platform that cannot be written for is left out, and `notes` says so."""
    source = Source(text=reading.text[:_LONGEST], title=title)
    analysis = await _analysis(ctx, payload, source, generator)
    targets = _targets(payload)
    missing = [platform for platform in targets if post_step(platform) not in ctx.checkpoints]
    voice = await voice_of(ctx, payload.brand, payload.language)
    brand = await voice.told(analysis.core_message) if missing else payload.brand
    writing = PostWriter(ctx, generator, voice, count=len(targets), from_progress=_ANALYSED)
    for platform in missing:
        await writing.write(
            WritePost(
                platform=platform,
                source=source,
                analysis=analysis,
                tone=Tone.CONVERSATIONAL,
                language=payload.language,
                brand=brand,
            )
        )
    writing.check()
    posts: dict[str, dict[str, Any]] = {platform: ctx.checkpoints[post_step(platform)] for platform in targets}
    first = first_written(posts)
    notes = _of_part(reading, payload.language, _LONGEST)
    for name, post in posts.items():
        if post["status"] == "completed":
            notes += post["metadata"]["notes"]
        else:
            notes.append(say("left_out", payload.language, source=name, reason=post["code"]))
    done = {
        "ai_provider": first["ai_provider"],
        "ai_model": first["ai_model"],
        "prompt": first["prompt"],
        "notes": list(dict.fromkeys(notes)),
        "outputs": [
            {"platform": name, "output": post["output"], "voice_fit": post["metadata"]["voice_fit"]}
            for name, post in posts.items()
            if post["status"] == "completed"
        ],
    }
    ctx.conclude(WRITTEN, done)


async def _analysis(ctx: JobContext, payload: Payload, source: Source, generator: TextGenerator) -> Analysis:
    done = ctx.checkpoints.get(_ANALYSIS)
    if done is None:
        found = await generator.run(AnalyseText(source=source, language=payload.language))
        done = {**found.value.model_dump(mode="json"), **found.provenance()}
        await ctx.checkpoint(_ANALYSIS, done, _ANALYSED)
    return Analysis.model_validate(done)


def _of_part(reading: Reading, language: Language, count: int) -> list[str]:
    """What a reader should know of a source that is longer than what was read of it."""
    return [say("first_part", language, count=count)] if len(reading.text) > count else []


def _targets(payload: Payload) -> list[Platform]:
    """The platforms the format is for; a social post goes where it was asked to go."""
    if payload.output_format in _PLATFORMS:
        return [_PLATFORMS[payload.output_format]]
    return [platform for platform in _SOCIAL if platform in payload.platforms] or [_SOCIAL[0]]
