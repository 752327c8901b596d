"""What learning a voice and refreshing it have in common: vectors for the samples, measures, and the tone card."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

from workers.analysis.hearing import Check, Transcribe
from workers.inputs.fetch import Fetcher
from workers.providers import selection
from workers.providers.ai.extractive.language import detect
from workers.providers.ai.tasks.base import Language, TextGenerator
from workers.providers.ai.tasks.voice import DescribeVoice
from workers.providers.embeddings.routed import RoutedEmbedder
from workers.providers.storage.base import ObjectStore
from workers.runtime.errors import Rejected
from workers.runtime.job import JobContext
from workers.voice.manner import Manner, manners
from workers.voice.measures import Spread
from workers.voice.sampling import Sample
from workers.voice.tone import languages, measured, usual
from workers.voice.voice import ToneCard

FEATURE: Final = "brand_voice"
DESCRIBED: Final = "described"
_EMBEDDED: Final = 0.8
_DONE: Final = 0.95
_BATCH: Final = 100
_TEXTS: Final = 400
_SHOWN: Final = 24
"""Samples a model reads to describe the voice."""


async def _embedder(ctx: JobContext) -> RoutedEmbedder:
    return await selection.embedder_for(ctx, FEATURE)


@dataclass(frozen=True)
class Tools:
    """The adapters a voice is learned with."""

    generator: Callable[[JobContext], Awaitable[TextGenerator]] = selection.generator_for
    embedder: Callable[[JobContext], Awaitable[RoutedEmbedder]] = _embedder
    store: Callable[[], ObjectStore] = selection.object_store
    fetcher: Callable[[], Fetcher] = field(default=Fetcher)
    transcribe: Transcribe = selection.transcribe
    check_hearing: Check = selection.check_hearing


class Learned(BaseModel):
    """The result of both kinds; SQL adds the samples' own spread."""

    model_config = ConfigDict(protected_namespaces=())

    ai_provider: str
    ai_model: str
    embedding_dimensions: int | None
    measures: dict[str, Spread]
    manners: dict[str, Manner]
    tone_card: ToneCard
    tone_card_ai_provider: str | None
    tone_card_ai_model: str | None
    sources: list[dict[str, Any]] = []
    notes: list[str] = []


async def learn_from_samples(
    ctx: JobContext, brand_profile_id: str, tools: Tools, sources: Sequence[dict[str, Any]] = ()
) -> Learned:
    """Embed what the chosen model has not seen, measure all, put it into words. Rejected INPUT_EMPTY without samples
    where some were asked for."""
    embedder = await tools.embedder(ctx)
    dimensions = await _embed(ctx, brand_profile_id, embedder)
    rows = await ctx.rpc(
        "brand_voice_texts",
        p_organization_id=ctx.job.organization_id,
        p_brand_profile_id=brand_profile_id,
        p_limit=_TEXTS,
    )
    samples = [_sample(row) for row in rows or ()]
    if not samples and sources:
        raise Rejected("there are no sentences to learn from", "INPUT_EMPTY")
    known = await ctx.run_blocking(measured, samples)
    spoken = languages(samples)
    described = await _describe(ctx, samples, known, spoken, tools)
    return Learned(
        ai_provider=embedder.space.ai_provider,
        ai_model=embedder.space.ai_model,
        embedding_dimensions=dimensions,
        measures=known,
        manners=await ctx.run_blocking(manners, samples),
        tone_card=ToneCard(**described.get("card", {}), languages=spoken, measures=usual(known)),
        tone_card_ai_provider=described.get("ai_provider"),
        tone_card_ai_model=described.get("ai_model"),
        sources=list(sources),
        notes=described.get("notes", []),
    )


def _sample(row: dict[str, Any]) -> Sample:
    text = row["sample_text"]
    # people who add samples seldom say what language they are in
    return Sample(text=text, language=row["language"] or detect(text), source=row["source"])


async def _embed(ctx: JobContext, brand_profile_id: str, embedder: RoutedEmbedder) -> int | None:
    """Vectors for all that lack one of this model; their dimension."""
    space, dimensions = embedder.space, embedder.space.dimensions
    common = {"p_organization_id": ctx.job.organization_id, "p_ai_provider": space.ai_provider}
    done = 0
    while True:
        rows = await ctx.rpc(
            "brand_voice_to_embed",
            **common,
            p_brand_profile_id=brand_profile_id,
            p_ai_model=space.ai_model,
            p_embedding_dimensions=dimensions,
            p_limit=_BATCH,
        )
        if not rows:
            return dimensions
        embedded = await embedder.embed([row["sample_text"] for row in rows], "document")
        dimensions = int(embedded.vectors.shape[1]) or dimensions
        await ctx.rpc(
            "store_brand_voice_embeddings",
            **common,
            p_ai_model=space.ai_model,
            p_embeddings=[
                {"sample_id": row["sample_id"], "embedding": [round(float(number), 7) for number in vector]}
                for row, vector in zip(rows, embedded.vectors, strict=True)
            ],
        )
        done += len(rows)
        await ctx.heartbeat(min(_EMBEDDED, 0.5 + 0.3 * done / (done + _BATCH)), "embedding")


async def _describe(
    ctx: JobContext, samples: Sequence[Sample], known: dict[str, Spread], spoken: dict[str, int], tools: Tools
) -> dict[str, Any]:
    """The step `described`: {card: {traits, guidelines, avoid}, ai_provider, ai_model, prompt, notes, usage}."""
    if not samples:
        return {}
    if DESCRIBED not in ctx.checkpoints:
        generator = await tools.generator(ctx)
        language: Language = "nl" if spoken.get("nl", 0) > spoken.get("en", 0) else "en"
        made = await generator.run(
            DescribeVoice(
                language=language, samples=tuple(sample.text for sample in samples[:_SHOWN]), measures=usual(known)
            )
        )
        await ctx.checkpoint(DESCRIBED, {**made.provenance(), "card": made.value.model_dump(mode="json")}, _DONE)
    described: dict[str, Any] = ctx.checkpoints[DESCRIBED]
    return described
