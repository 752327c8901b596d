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
from workers.runtime.errors import AuthExpired, Rejected, Retryable, Snooze
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.runtime.together import together

_READ: Final = 0.1
_ANALYSED: Final = 0.3
_AT_ONCE: Final = 6
"""Platforms that a model behind an API writes for at the same time."""
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

    generator: Callable[[JobContext, Mapping[str, Any]], Awaitable[TextGenerator]] = selection.generator_for
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
    generator = await tools.generator(ctx, {"generation_id": payload.generation_id})
    source = Source(text=extracted.text, title=payload.options.title or extracted.title)
    analysis = await _analysis(ctx, payload, source, generator)
    platforms = list(dict.fromkeys(payload.platforms))
    writing = _Writing(ctx, payload, source, analysis, generator, len(platforms))
    missing = [platform for platform in platforms if f"platform:{platform}" not in ctx.checkpoints]
    # a model of one's own machine gains nothing from company
    await together(
        [partial(writing.write, platform) for platform in missing], 1 if generator.provider == "local" else _AT_ONCE
    )
    if writing.postponed:
        # what succeeded is remembered; only the rest is tried again
        raise max(writing.postponed, key=_patience)
    return _result(ctx, platforms, analysis)


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


class _Writing:
    """The posts of one generation; a failure of one leaves the others alone."""

    def __init__(
        self,
        ctx: JobContext,
        payload: Payload,
        source: Source,
        analysis: Analysis,
        generator: TextGenerator,
        count: int,
    ) -> None:
        self._ctx = ctx
        self._payload = payload
        self._source = source
        self._analysis = analysis
        self._generator = generator
        self._count = count
        self.postponed: list[Retryable | Snooze] = []

    async def write(self, platform: Platform) -> None:
        """Write for one platform and remember the outcome."""
        ctx, step = self._ctx, f"platform:{platform}"
        await ctx.heartbeat(step=step)
        started = time.monotonic()
        task = WritePost(
            platform=platform,
            source=self._source,
            analysis=self._analysis,
            tone=self._payload.tone,
            language=self._payload.language,
            options=self._payload.options,
        )
        try:
            made = await self._generator.run(task)
        except Snooze as signal:
            self.postponed.append(signal)
            return
        except Retryable as error:
            if not ctx.job.is_last_attempt:
                ctx.log.warning("platform_postponed", platform=platform, code=error.code)
                self.postponed.append(error)
                return
            state = _failed(error.code, error.message)
        except (Rejected, AuthExpired) as error:
            state = _failed(error.code, error.message)
        else:
            state = _written(ctx, platform, made, started)
        done = sum(name.startswith("platform:") for name in ctx.checkpoints) + 1
        await ctx.checkpoint(step, state, _ANALYSED + (1 - _ANALYSED) * done / (self._count + 1))


def _written(ctx: JobContext, platform: Platform, made: Generated[Any], started: float) -> dict[str, Any]:
    origin = {**made.provenance(), "metadata": _metadata(made, started)}
    try:
        # an adapter's word is not enough: what is stored is valid for the platform
        output = POST_TYPES[platform].model_validate(made.value.model_dump()).model_dump(mode="json")
    except ValidationError as error:
        ctx.log.error("platform_output_invalid", platform=platform, errors=error.error_count())
        problem = error.errors(include_url=False, include_input=False)[0]
        message = f"the provider's {'.'.join(map(str, problem['loc']))} {problem['msg']}"
        return {**_failed("OUTPUT_INVALID", message), **origin}
    return {"status": "completed", "output": output, **origin}


def _patience(signal: Retryable | Snooze) -> float:
    return (signal.seconds if isinstance(signal, Snooze) else signal.retry_after) or 0


def _result(ctx: JobContext, platforms: list[Platform], analysis: Analysis) -> Result:
    states: dict[str, dict[str, Any]] = {platform: ctx.checkpoints[f"platform:{platform}"] for platform in platforms}
    writer = next((state for state in states.values() if state["status"] == "completed"), None)
    if writer is None:
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
        ai_provider=writer["ai_provider"],
        ai_model=writer["ai_model"],
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
