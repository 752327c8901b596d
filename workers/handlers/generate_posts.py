"""generate_posts: one input becomes posts for the chosen platforms.

Each finished step is a checkpoint, so that a later attempt neither fetches, analyses nor writes twice, and so that SQL
can show each platform as soon as it is ready.
"""

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from workers.inputs.fetch import Fetcher
from workers.inputs.model import ExtractedText, Input
from workers.inputs.reader import read_input
from workers.providers import selection
from workers.providers.ai.posts import Platform
from workers.providers.ai.tasks.analysis import AnalyseText, Analysis
from workers.providers.ai.tasks.base import Language, Source, TextGenerator, Tone
from workers.providers.ai.tasks.context import Audience, Brand, Worked
from workers.providers.ai.tasks.posts import PostOptions, WritePost
from workers.providers.storage.base import ObjectStore
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.runtime.together import together
from workers.writing.posts import MILLISECONDS, PostWriter, first_written, metadata, post_step, since
from workers.writing.voice import BrandVoice, voice_of

_READ: Final = 0.1
_ANALYSED: Final = 0.3
_AT_ONCE: Final = 6
"""Platforms that a model behind an API writes for at the same time."""


class Payload(BaseModel):
    """What `create_generation` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    generation_id: UUID
    input: Input
    platforms: Annotated[list[Platform], Field(min_length=1, max_length=16)]
    tone: Tone
    language: Language
    options: PostOptions = PostOptions()
    brand: Brand = Brand()
    audience: Audience = Audience()


class Result(BaseModel):
    """The generation as a whole; the posts themselves are in the checkpoints."""

    core_message: str
    key_points: list[str]
    detected_topic: str | None
    detected_audience: str | None
    keywords: list[str]
    outputs: dict[str, str]
    """Platform → completed, or the code it failed with."""
    ai_provider: str
    ai_model: str
    total_tokens_used: int
    generation_time_ms: int
    notes: list[str]


@dataclass(frozen=True)
class Tools:
    """The adapters a generation works with."""

    generator: Callable[[JobContext, Mapping[str, Any]], Awaitable[TextGenerator]] = selection.generator_for
    store: Callable[[], ObjectStore] = selection.object_store
    fetcher: Callable[[], Fetcher] = field(default=Fetcher)
    voice: Callable[[JobContext, Brand, str], Awaitable[BrandVoice]] = voice_of


@handler("generate_posts")
async def handle(ctx: JobContext) -> Result:
    """Read, analyse, write; with the adapters that the settings choose."""
    return await generate(ctx, Tools())


async def generate(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with given adapters."""
    payload = ctx.parse(Payload)
    extracted = await _input(ctx, payload, tools)
    generator = await tools.generator(ctx, {"generation_id": payload.generation_id})
    source = Source(text=extracted.text, title=payload.options.title or extracted.title)
    analysis = await _analysis(ctx, payload, source, generator)
    platforms = list(dict.fromkeys(payload.platforms))
    missing = [platform for platform in platforms if post_step(platform) not in ctx.checkpoints]
    voice = await tools.voice(ctx, payload.brand, payload.language)
    brand = await voice.told("\n".join([analysis.core_message, *analysis.key_points])) if missing else payload.brand
    worked = await _worked(ctx, payload) if missing else {}
    writing = PostWriter(ctx, generator, voice, count=len(platforms), from_progress=_ANALYSED)
    tasks = [
        WritePost(
            platform=platform,
            source=source,
            analysis=analysis,
            tone=payload.tone,
            language=payload.language,
            options=payload.options,
            brand=brand,
            audience=payload.audience,
            worked=worked.get(platform, Worked()),
        )
        for platform in missing
    ]
    # a model of one's own machine gains nothing from company
    await together([partial(writing.write, task) for task in tasks], 1 if generator.provider == "local" else _AT_ONCE)
    writing.check()
    return _result(ctx, platforms, analysis)


async def _worked(ctx: JobContext, payload: Payload) -> dict[str, Worked]:
    """Platform → what its posts of the client or the organization teach; none for those without a history."""
    found = await ctx.rpc(
        "what_worked_on_platforms", p_organization_id=ctx.job.organization_id, p_generation_id=payload.generation_id
    )
    return {platform: Worked.of(document) for platform, document in (found or {}).items()}


async def _input(ctx: JobContext, payload: Payload, tools: Tools) -> ExtractedText:
    done = ctx.checkpoints.get("input")
    if done is not None:
        return ExtractedText.model_validate(done)
    await ctx.heartbeat(0.01, "input")
    started = time.monotonic()
    extracted = await read_input(
        payload.input,
        ctx.job.organization_id,
        fetcher=tools.fetcher(),
        store=tools.store,
        run_blocking=ctx.run_blocking,
    )
    await ctx.checkpoint("input", {**extracted.model_dump(mode="json"), MILLISECONDS: since(started)}, _READ)
    return extracted


async def _analysis(ctx: JobContext, payload: Payload, source: Source, generator: TextGenerator) -> Analysis:
    done = ctx.checkpoints.get("analysis")
    if done is not None:
        return Analysis.model_validate(done)
    await ctx.heartbeat(_READ, "analysis")
    started = time.monotonic()
    made = await generator.run(AnalyseText(source=source, language=payload.language))
    state = {
        **made.value.model_dump(mode="json"),
        **made.provenance(),
        "metadata": metadata(made, started),
    }
    await ctx.checkpoint("analysis", state, _ANALYSED)
    return made.value


def _result(ctx: JobContext, platforms: list[Platform], analysis: Analysis) -> Result:
    states: dict[str, dict[str, Any]] = {platform: ctx.checkpoints[post_step(platform)] for platform in platforms}
    writer = first_written(states)
    details = [
        ctx.checkpoints["analysis"].get("metadata") or {},
        *((state.get("metadata") or {}) for state in states.values()),
    ]
    return Result(
        **analysis.model_dump(),
        outputs={
            name: state["status"] if state["status"] == "completed" else state["code"] for name, state in states.items()
        },
        ai_provider=writer["ai_provider"],
        ai_model=writer["ai_model"],
        total_tokens_used=sum(detail.get("tokens", 0) for detail in details),
        generation_time_ms=sum(detail.get(MILLISECONDS, 0) for detail in [ctx.checkpoints["input"], *details]),
        notes=list(dict.fromkeys(note for detail in details for note in detail.get("notes", []))),
    )
