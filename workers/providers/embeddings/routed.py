"""The embeddings of a job: by its organization's model, or by the one that made the vectors to compare with."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import TokenUsage
from workers.providers.ai.routing.announcing import Announcer
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.routing.guarded import guard
from workers.providers.ai.routing.pool import Pool
from workers.providers.ai.routing.records import record_calls
from workers.providers.ai.routing.route import LOCAL, Candidate, Choice, Route, route_for
from workers.providers.ai.usage import OpenCall, ProviderCall
from workers.providers.embeddings.base import Embedded, Purpose, TextEmbedder, build
from workers.providers.settings import ProviderSettings
from workers.runtime.errors import ProviderError, Rejected
from workers.runtime.job import JobContext


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
        self._announcer = Announcer(ctx)

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
        if choice.candidate.ai_provider == LOCAL or not any(text.strip() for text in texts):
            # nobody is called
            return await embedder.embed(texts, purpose)
        owner = str(self._ctx.job.organization_id) if choice.is_own_key else ""
        breaker = self._breakers.get(choice.config.provider, choice.config.model, choice.config.base_url or "", owner)
        call = OpenCall(
            choice.candidate.ai_provider, choice.candidate.ai_model, self._feature, "embed", choice.is_own_key
        )
        self._announcer.announce(call)
        try:
            async with guard(self._ctx, choice, breaker):
                made = await embedder.embed(texts, purpose)
        except ProviderError as error:
            if error.was_sent:
                await record_calls(self._ctx, _failed(call, error), {})
            raise
        except asyncio.CancelledError:
            await record_calls(self._ctx, [call.stopped()], {})
            raise
        await record_calls(self._ctx, [call.ended(made.usage)], {})
        return made


def _failed(call: OpenCall, error: ProviderError) -> list[ProviderCall]:
    """The batches before the one that failed are paid and known, whatever became of that one."""
    if error.usage is None or not error.may_have_cost:
        return [call.failed(error)]
    return [replace(call, call_id=uuid4()).ended(error.usage), call.failed(error, TokenUsage())]


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
