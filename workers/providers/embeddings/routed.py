"""The embeddings of a job: by its organization's model, or by the one that made the vectors to compare with."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from workers.providers.ai.models import codes
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.routing.guarded import guard
from workers.providers.ai.routing.pool import Pool
from workers.providers.ai.routing.records import record_calls
from workers.providers.ai.routing.route import LOCAL, Candidate, Choice, Route, route_for
from workers.providers.ai.usage import ProviderCall
from workers.providers.embeddings.base import Embedded, Purpose, TextEmbedder, build
from workers.providers.settings import ProviderSettings
from workers.runtime.errors import ProviderError, Rejected
from workers.runtime.job import JobContext

_OPERATION: Final = "embed"


class EmbedderPool(Pool[TextEmbedder]):
    """Embedders, by configuration and dimensions."""

    def __init__(self, size: int = 64) -> None:
        super().__init__(build, size)


@dataclass(frozen=True, slots=True)
class Space:
    """Vectors compare within one space only."""

    ai_provider: str
    ai_model: str
    dimensions: int | None
    """None: whatever the model gives."""


class RoutedEmbedder:
    """One space for one job. What calls cost is recorded as soon as they are made, each once."""

    def __init__(
        self, ctx: JobContext, route: Route, space: Space, *, breakers: Breakers, feature: str, pool: EmbedderPool
    ) -> None:
        self.space = space
        self._ctx = ctx
        self._route = route
        self._breakers = breakers
        self._feature = feature
        self._pool = pool

    async def embed(self, texts: Sequence[str], purpose: Purpose = "similarity") -> Embedded:
        """A vector for each text; no other model is asked when this one fails, as its vectors do not compare.

        Raises as a `TextEmbedder` does, and Snooze when only a budget of ours is in the way.
        """
        # what a failed call cost is noted where it was made
        return await self._route.first(
            partial(self._embed, texts=texts, purpose=purpose), lambda candidate, error: None
        )

    async def _embed(self, choice: Choice, texts: Sequence[str], purpose: Purpose) -> Embedded:
        embedder = await self._pool.get(choice.config, self.space.dimensions)
        if choice.candidate.ai_provider == LOCAL:
            return await embedder.embed(texts, purpose)
        owner = str(self._ctx.job.organization_id) if choice.is_own_key else ""
        breaker = self._breakers.get(choice.config.provider, choice.config.model, choice.config.base_url or "", owner)
        started = time.monotonic()
        try:
            async with guard(self._ctx, choice, breaker):
                made = await embedder.embed(texts, purpose)
        except ProviderError as error:
            if error.was_sent:
                took = error.usage.input_tokens if error.usage else 0
                await self._record(
                    choice, started, took, status="failed", error_code=error.code, request_id=error.request_id
                )
            raise
        await self._record(choice, started, made.usage.input_tokens)
        return made

    async def _record(self, choice: Choice, started: float, tokens: int, **outcome: Any) -> None:
        call = ProviderCall(
            ai_provider=choice.candidate.ai_provider,
            ai_model=choice.candidate.ai_model,
            feature=self._feature,
            operation_type=_OPERATION,
            prompt_tokens=tokens,
            is_own_key=choice.is_own_key,
            processing_time_ms=round((time.monotonic() - started) * 1000),
            **outcome,
        )
        await record_calls(self._ctx, [call], {})


async def embedder(
    ctx: JobContext,
    settings: ProviderSettings,
    breakers: Breakers,
    pool: EmbedderPool,
    feature: str,
    space: Space | None = None,
) -> RoutedEmbedder:
    """The embedder of a job's organization, or of a space; `feature` names the work in the records of what calls cost.

    Rejected AI_MODEL_UNKNOWN when there is none, or the space's model is no longer chosen.
    """
    if space is not None and space.ai_provider == LOCAL:
        always = Candidate(ai_provider=LOCAL, ai_model=space.ai_model, is_api_key_required=False)
        return RoutedEmbedder(ctx, Route(ctx, [always], settings), space, breakers=breakers, feature=feature, pool=pool)
    offered = (await route_for(ctx, settings, "embedding")).candidates
    if space is None:
        offered = offered[:1]
        space = next((Space(one.ai_provider, one.ai_model, one.embedding_dimensions) for one in offered), None)
    else:
        made_by = (space.ai_provider, space.ai_model)
        offered = tuple(one for one in offered if (one.ai_provider, one.ai_model) == made_by)
    if space is None or not offered:
        raise Rejected("the embedding model is not set up", codes.MODEL_UNKNOWN)
    return RoutedEmbedder(ctx, Route(ctx, offered, settings), space, breakers=breakers, feature=feature, pool=pool)
