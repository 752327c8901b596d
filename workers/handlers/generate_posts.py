"""generate_posts: one input becomes posts for the chosen platforms.

Each finished step is a checkpoint, so that a later attempt neither fetches, analyses nor writes twice, and so that SQL
can show each platform as soon as it is ready.
"""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from workers.inputs.fetch import Fetcher
from workers.inputs.model import ExtractedText, Input
from workers.inputs.reader import read_input
from workers.providers import selection
from workers.providers.ai.posts import POST_TYPES, Platform
from workers.providers.ai.tasks.analysis import AnalyseText, Analysis
from workers.providers.ai.tasks.base import Generated, Language, Source, TextGenerator, Tone
from workers.providers.ai.tasks.posts import PostOptions, WritePost
from workers.providers.storage.base import ObjectStore
from workers.runtime.errors import AuthExpired, Rejected, Retryable
from workers.runtime.job import JobContext
from workers.runtime.registry import handler

_READ: Final = 0.1
_ANALYSED: Final = 0.3
_MILLISECONDS: Final = "milliseconds"


class Payload(BaseModel):
    """What `create_generation` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    generation_id: UUID
    input: Input
    platforms: Annotated[list[Platform], Field(min_length=1, max_length=16)]
    tone: Tone
    language: Language
    options: PostOptions = PostOptions()


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

    generator: Callable[[JobContext], Awaitable[TextGenerator]] = selection.generator_for
    store: Callable[[], ObjectStore] = selection.object_store
    fetcher: Callable[[], Fetcher] = field(default=Fetcher)


@handler("generate_posts")
async def handle(ctx: JobContext) -> Result:
    """Read, analyse, write; with the adapters that the settings choose."""
    return await generate(ctx, Tools())


async def generate(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with given adapters."""
    payload = ctx.parse(Payload)
    extracted = await _input(ctx, payload, tools)
    generator = await tools.generator(ctx)
    source = Source(text=extracted.text, title=payload.options.title or extracted.title)
    analysis = await _analysis(ctx, payload, source, generator)
    postponed: list[Retryable] = []
    platforms = list(dict.fromkeys(payload.platforms))
    for position, platform in enumerate(platforms, start=1):
        progress = _ANALYSED + (1 - _ANALYSED) * position / (len(platforms) + 1)
        if f"platform:{platform}" not in ctx.checkpoints:
            await ctx.heartbeat(step=f"platform:{platform}")
            request = WritePost(
                platform=platform,
                source=source,
                analysis=analysis,
                tone=payload.tone,
                language=payload.language,
                options=payload.options,
            )
            await _platform(ctx, request, generator, progress, postponed)
    if postponed:
        # what succeeded is remembered; only the rest is tried again
        raise max(postponed, key=lambda error: error.retry_after or 0)
    return _result(ctx, platforms, analysis, generator)


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
    await ctx.checkpoint("input", {**extracted.model_dump(mode="json"), _MILLISECONDS: _since(started)}, _READ)
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
        "metadata": _metadata(made, started),
    }
    await ctx.checkpoint("analysis", state, _ANALYSED)
    return made.value


async def _platform(
    ctx: JobContext, request: WritePost, generator: TextGenerator, progress: float, postponed: list[Retryable]
) -> None:
    """Write for one platform and remember the outcome; a failure here leaves the other platforms alone."""
    started = time.monotonic()
    try:
        made = await generator.run(request)
        # an adapter's word is not enough: what is stored is valid for the platform
        output = POST_TYPES[request.platform].model_validate(made.value.model_dump()).model_dump(mode="json")
    except Retryable as error:
        if not ctx.job.is_last_attempt:
            ctx.log.warning("platform_postponed", platform=request.platform, code=error.code)
            postponed.append(error)
            return
        state = _failed(error.code, error.message)
    except (Rejected, AuthExpired) as error:
        state = _failed(error.code, error.message)
    except ValidationError as error:
        ctx.log.error("platform_output_invalid", platform=request.platform, errors=error.error_count())
        problem = error.errors(include_url=False, include_input=False)[0]
        state = _failed("OUTPUT_INVALID", f"the provider's {'.'.join(map(str, problem['loc']))} {problem['msg']}")
    else:
        state = {
            "status": "completed",
            "output": output,
            **made.provenance(),
            "metadata": _metadata(made, started),
        }
    await ctx.checkpoint(f"platform:{request.platform}", state, progress)


def _result(ctx: JobContext, platforms: list[Platform], analysis: Analysis, generator: TextGenerator) -> Result:
    states: dict[str, dict[str, Any]] = {platform: ctx.checkpoints[f"platform:{platform}"] for platform in platforms}
    if not any(state["status"] == "completed" for state in states.values()):
        first = next(iter(states.values()))
        raise Rejected(f"no platform could be written for: {first['message']}", first["code"])
    details = [
        ctx.checkpoints["analysis"].get("metadata") or {},
        *((state.get("metadata") or {}) for state in states.values()),
    ]
    return Result(
        **analysis.model_dump(),
        outputs={
            name: state["status"] if state["status"] == "completed" else state["code"] for name, state in states.items()
        },
        ai_provider=generator.provider,
        ai_model=generator.model,
        total_tokens_used=sum(detail.get("tokens", 0) for detail in details),
        generation_time_ms=sum(detail.get(_MILLISECONDS, 0) for detail in [ctx.checkpoints["input"], *details]),
        notes=list(dict.fromkeys(note for detail in details for note in detail.get("notes", []))),
    )


def _metadata(made: Generated[Any], started: float) -> dict[str, Any]:
    return {
        "tokens": made.usage.total_tokens,
        "input_tokens": made.usage.input_tokens,
        "output_tokens": made.usage.output_tokens,
        "prompt": made.prompt,
        _MILLISECONDS: _since(started),
        "notes": list(made.notes),
    }


def _failed(code: str, message: str) -> dict[str, Any]:
    return {"status": "failed", "code": code, "message": message[:1000]}


def _since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)
