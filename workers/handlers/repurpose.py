"""repurpose: an upload is turned into posts, an article, or a plan of short clips."""

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.posts import Platform
from workers.providers.ai.tasks.analysis import AnalyseText, Analysis
from workers.providers.ai.tasks.base import Language, Source, TextGenerator, Tone
from workers.providers.ai.tasks.context import Brand
from workers.providers.ai.tasks.posts import WritePost
from workers.providers.ai.tasks.remix import RemixText
from workers.runtime.errors import Rejected
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.writing.clips import Moment, plan
from workers.writing.plain import plain_text
from workers.writing.steps import WRITTEN, Tools, begin, remember
from workers.writing.voice import voice_of

_ANALYSIS: Final = "analysis"
_SUBJECT: Final = 1500
_PLATFORMS: Final[dict[str, Platform]] = {"linkedin_post": "linkedin", "twitter_thread": "x", "email": "email"}
_SOCIAL: Final[tuple[Platform, ...]] = ("threads", "instagram", "linkedin", "x", "tiktok")
_ARTICLE: Final[dict[Language, str]] = {
    "en": "An article to be read: an opening that says what it is about, one thought a paragraph, a conclusion.",
    "nl": "Een artikel om te lezen: een opening die zegt waar het over gaat, per alinea één gedachte, een slot.",
}


class Payload(BaseModel):
    """What `create_repurposing_job` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    language: Language
    output_format: Literal["short_video", "linkedin_post", "twitter_thread", "social_post", "blog_article", "email"]
    platforms: list[str] = []
    title: str | None = None
    text: str
    moments: list[Moment] = []
    duration_seconds: int | None = None
    clip_seconds: Annotated[int, Field(ge=5, le=180)] = 60
    count: Annotated[int, Field(ge=1, le=10)] = 3
    brand: Brand = Brand()


class Result(BaseModel):
    """What was made is in the checkpoint."""

    count: int


@handler("repurpose")
async def handle(ctx: JobContext) -> Result:
    """Turn it into the format with the generator of the organization."""
    return await repurpose(ctx, Tools())


async def repurpose(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with a given generator."""
    payload = ctx.parse(Payload)
    if WRITTEN not in ctx.checkpoints:
        if payload.output_format == "short_video":
            await _clips(ctx, payload)
        elif payload.output_format == "blog_article":
            await _article(ctx, payload, await tools.generator(ctx))
        else:
            await _posts(ctx, payload, await tools.generator(ctx))
    return Result(count=len(ctx.checkpoints[WRITTEN]["outputs"]))


async def _clips(ctx: JobContext, payload: Payload) -> None:
    """A plan by rule: no model is asked where to cut."""
    clips = plan(payload.moments, payload.clip_seconds, payload.count, payload.duration_seconds)
    if not clips:
        raise Rejected("none of the moments has a time", "INPUT_EMPTY")
    outputs = [
        {"content_type": "short_video", "title": clip.hook[:200], "text": clip.hook, "output": clip.model_dump()}
        for clip in clips
    ]
    state = {"ai_provider": "local", "ai_model": "local-extractive", "usage": [], "notes": ["planned by rule"]}
    await ctx.checkpoint(WRITTEN, {**state, "outputs": outputs}, 0.9)


async def _article(ctx: JobContext, payload: Payload, generator: TextGenerator) -> None:
    watch = await begin(ctx)
    voice = await voice_of(ctx, payload.brand)
    made = await generator.run(
        RemixText(
            language=payload.language,
            original=Source(text=payload.text, title=payload.title),
            instructions=_ARTICLE[payload.language],
            brand=await voice.told(payload.text[:_SUBJECT]),
        )
    )
    [fit] = await voice.fits([made.value.script], payload.language)
    output = {"content_type": "blog_article", "title": made.value.title, "text": made.value.script}
    await remember(ctx, made, watch, {"outputs": [{**output, "voice_fit": fit.stored()}], "notes": voice.notes})


async def _posts(ctx: JobContext, payload: Payload, generator: TextGenerator) -> None:
    await begin(ctx)
    source = Source(text=payload.text, title=payload.title)
    done = ctx.checkpoints.get(_ANALYSIS)
    if done is None:
        found = await generator.run(AnalyseText(source=source, language=payload.language))
        done = {**found.value.model_dump(mode="json"), **found.provenance()}
        await ctx.checkpoint(_ANALYSIS, done, 0.3)
    analysis = Analysis.model_validate(done)
    targets = _targets(payload)
    missing = [platform for platform in targets if f"post:{platform}" not in ctx.checkpoints]
    voice = await voice_of(ctx, payload.brand)
    brand = await voice.told(analysis.core_message) if missing else payload.brand
    for platform in missing:
        made = await generator.run(
            WritePost(
                platform=platform,
                source=source,
                analysis=analysis,
                tone=Tone.CONVERSATIONAL,
                language=payload.language,
                brand=brand,
            )
        )
        output = made.value.model_dump(mode="json")
        [fit] = await voice.fits([plain_text(output)], payload.language)
        state = {**made.provenance(), "output": output, "voice_fit": fit.stored()}
        await ctx.checkpoint(f"post:{platform}", {**state, "notes": [*state["notes"], *voice.notes]}, 0.6)
    posts: dict[str, dict[str, Any]] = {platform: ctx.checkpoints[f"post:{platform}"] for platform in targets}
    last = posts[targets[-1]]
    done = {
        "ai_provider": last["ai_provider"],
        "ai_model": last["ai_model"],
        "prompt": last["prompt"],
        "notes": list(dict.fromkeys(note for post in posts.values() for note in post["notes"])),
        "outputs": [
            {"platform": platform, "output": post["output"], "voice_fit": post["voice_fit"]}
            for platform, post in posts.items()
        ],
    }
    await ctx.checkpoint(WRITTEN, done, 0.9)


def _targets(payload: Payload) -> list[Platform]:
    """The platforms the format is for; a social post goes where it was asked to go."""
    if payload.output_format in _PLATFORMS:
        return [_PLATFORMS[payload.output_format]]
    return [platform for platform in _SOCIAL if platform in payload.platforms] or [_SOCIAL[0]]
