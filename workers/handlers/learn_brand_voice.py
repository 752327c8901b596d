"""learn_brand_voice: uploads, addresses and published posts become samples, and the samples a voice.

Each source is a step of its own, so that a later attempt reads none twice; one that cannot be read keeps the others.
"""

from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from workers.runtime.errors import AuthExpired, Rejected, Retryable
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.voice.learning import Learned, Tools, learn_from_samples
from workers.voice.sampling import samples_of
from workers.voice.sources import VoiceSource, named, read

_READ: Final = 0.5
_KEPT: Final = {"transcript", "transcript_confidence", "language", "duration_seconds", "segments", "usage"}
"""What a step says of a recording that was heard."""


class Payload(BaseModel):
    """What `learn_brand_voice` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    brand_profile_id: UUID
    sources: Annotated[list[VoiceSource], Field(min_length=1, max_length=250)]


@handler("learn_brand_voice")
async def handle(ctx: JobContext) -> Learned:
    """Read and learn, with the adapters that the settings choose."""
    return await learn(ctx, Tools())


async def learn(ctx: JobContext, tools: Tools) -> Learned:
    """The handler's work with given adapters. Rejected when no source holds a sentence to learn from."""
    payload = ctx.parse(Payload)
    postponed: Retryable | None = None
    for position, source in enumerate(payload.sources, start=1):
        try:
            await _read(ctx, position, source, len(payload.sources), tools)
        except Retryable as error:
            postponed = error
    if postponed is not None:
        # the others are read; only what may still come is tried again
        raise postponed
    told = [_told(ctx.checkpoints[_step(position)]) for position in range(1, len(payload.sources) + 1)]
    if not any(one["sample_count"] for one in told):
        first = next((one for one in told if one["status"] == "failed"), None)
        if first is None:
            raise Rejected("no source holds a sentence of eight words", "INPUT_TOO_SHORT")
        raise Rejected(f"no source could be read: {first['message']}", first["code"])
    return await learn_from_samples(ctx, str(payload.brand_profile_id), tools, told)


async def _read(ctx: JobContext, position: int, source: VoiceSource, count: int, tools: Tools) -> None:
    step = _step(position)
    if step in ctx.checkpoints:
        return
    try:
        found = await read(ctx, source, tools, f"recording:{position}")
        samples = await ctx.run_blocking(samples_of, found.text)
    except Retryable as error:
        if not ctx.job.is_last_attempt:
            raise
        state = _failed(source, error.code, error.message)
    except (Rejected, AuthExpired) as error:
        state = _failed(source, error.code, error.message)
    else:
        state = {
            "url": found.url,
            **named(source),
            "title": found.title,
            "platform": found.platform,
            "status": "read",
            "samples": [sample.model_dump(mode="json") for sample in samples],
            **(found.heard.model_dump(mode="json", include=_KEPT) if found.heard is not None else {}),
        }
    await ctx.checkpoint(step, state, _READ * position / count)


def _step(position: int) -> str:
    return f"source:{position}"


def _failed(source: VoiceSource, code: str, message: str) -> dict[str, Any]:
    return {**named(source), "status": "failed", "code": code, "message": message[:500], "samples": []}


def _told(state: dict[str, Any]) -> dict[str, Any]:
    """A source as members read it."""
    kept = ("type", "id", "url", "title", "status", "code", "message")
    told = {key: state[key] for key in kept if state.get(key) is not None}
    return {**told, "sample_count": len(state["samples"])}
