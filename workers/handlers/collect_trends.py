"""collect_trends: reads one source of the world outside, batch by batch; SQL counts which words rise."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from workers.inputs.fetch import Fetcher
from workers.providers.ai.extractive.language import SUPPORTED, detect
from workers.providers.settings import ProviderSettings
from workers.providers.trends.base import Batch, Document, TrendSource
from workers.providers.trends.feeds import ACCEPTED, Watched, WatchedFeeds
from workers.providers.trends.youtube import PopularVideos, QuotaSpent
from workers.runtime.errors import Rejected, Snooze
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.trends.terms import terms

_YOUTUBE: Final = {"p_provider": "youtube", "p_resource": "units"}


class Payload(BaseModel):
    """What `private.request_trends` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    source: Literal["feeds", "youtube"]
    region: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None


class Result(BaseModel):
    """What was read; the documents are in the steps."""

    documents: int
    notes: list[str]


@dataclass(frozen=True)
class Tools:
    """What the handler works with."""

    fetcher: Callable[[], Fetcher] = field(default=lambda: Fetcher(accepted=ACCEPTED))
    settings: Callable[[], ProviderSettings] = field(default=ProviderSettings)


@handler("collect_trends")
async def handle(ctx: JobContext) -> Result:
    """Read, with the adapters that the settings choose."""
    return await collect(ctx, Tools())


async def collect(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with given adapters."""
    payload = ctx.parse(Payload)
    source = await _source(ctx, payload, tools)
    kept = [state for name, state in ctx.checkpoints.items() if name.startswith("batch:")]
    at = len(kept)
    cursor = ctx.checkpoints[f"batch:{at}"]["cursor"] if kept else None
    if not kept or cursor is not None:
        try:
            async for batch in source.read(cursor):
                at += 1
                state = await ctx.run_blocking(_state, batch)
                await ctx.checkpoint(f"batch:{at}", state, at / (at + 2))
                kept.append(state)
        except QuotaSpent as error:
            until = await ctx.rpc("exhaust_budget", **_YOUTUBE, p_period="day")
            raise Snooze(until=datetime.fromisoformat(until)) from error
    return Result(
        documents=sum(len(state["documents"]) for state in kept),
        notes=[note for state in kept for note in state["notes"]],
    )


async def _source(ctx: JobContext, payload: Payload, tools: Tools) -> TrendSource:
    if payload.source == "feeds":
        rows = await ctx.rpc("trend_feeds")
        return WatchedFeeds([Watched.model_validate(row) for row in rows or ()], tools.fetcher)
    settings = tools.settings()
    if settings.youtube_api_key is None:
        raise Rejected("reading YouTube needs CATALYST_YOUTUBE_API_KEY", "YOUTUBE_NOT_CONFIGURED")
    if payload.region is None:
        raise Rejected("region is missing", "VALIDATION_ERROR")

    async def take_unit() -> None:
        taken = await ctx.rpc("take_budget", **_YOUTUBE)
        if not taken["granted"]:
            raise Snooze(until=datetime.fromisoformat(taken["resets_at"]))

    return PopularVideos(payload.region, settings.youtube_api_key, take_unit, settings.youtube_base_url)


def _state(batch: Batch) -> dict[str, Any]:
    documents = [found for found in map(_counted, batch.documents) if found is not None]
    return {"documents": documents, "cursor": batch.cursor, "notes": list(batch.notes)}


def _counted(document: Document) -> dict[str, Any] | None:
    """What SQL counts; None in a language whose function words nobody listed, and without a telling word."""
    language = document.language or detect(" ".join((document.title, *document.tags)))
    if language not in SUPPORTED:
        return None
    found = terms(document.title, document.tags, language)
    if not found:
        return None
    moment = document.published_at
    return {
        "platform": document.platform,
        "language": language,
        "document_key": hashlib.sha256(document.key.encode()).hexdigest(),
        "publisher": document.publisher[:255],
        "terms": found,
        "occurred_at": None if moment is None else moment.astimezone(UTC).isoformat(),
    }
