"""A model that minds pauses, outages and budgets before each call, and tells no key."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime

from pydantic import SecretStr

from workers.providers.ai.models.base import LanguageModel, ModelAnswer, ModelDelta, ModelRequest
from workers.providers.ai.routing.breaker import Breaker
from workers.providers.ai.routing.route import BudgetSpent, Choice
from workers.runtime.errors import ProviderError
from workers.runtime.job import JobContext
from workers.runtime.redaction import MASK

RESOURCE = "ai_requests"


class GuardedModel:
    """The inner model, for one job."""

    def __init__(self, inner: LanguageModel, ctx: JobContext, choice: Choice, breaker: Breaker) -> None:
        self.provider = inner.provider
        self.model = inner.model
        self._inner = inner
        self._ctx = ctx
        self._choice = choice
        self._breaker = breaker

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        """The whole answer."""
        async with guard(self._ctx, self._choice, self._breaker):
            return await self._inner.complete(request)

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelDelta, None]:
        """The answer in pieces."""
        async with (
            guard(self._ctx, self._choice, self._breaker),
            aclosing(self._inner.stream(request)) as pieces,
        ):
            async for piece in pieces:
                yield piece

    async def aclose(self) -> None:
        """The connections belong to the pool."""


@asynccontextmanager
async def guard(ctx: JobContext, choice: Choice, breaker: Breaker) -> AsyncIterator[None]:
    """Around one call to any capability of a provider."""
    try:
        # what rests or pauses is asked first: a call that is not made takes nothing
        async with breaker.call():
            if choice.candidate.has_budget:
                await _take(ctx, choice)
            yield
    except ProviderError as error:
        _conceal(error, choice.config.api_key)
        raise


async def _take(ctx: JobContext, choice: Choice) -> None:
    """One call of the provider's budget; organizations with keys of their own have one each."""
    provider = choice.candidate.ai_provider
    application = str(ctx.job.organization_id) if choice.is_own_key else "default"
    taken = await ctx.rpc("take_budget", p_provider=provider, p_resource=RESOURCE, p_application=application)
    if not taken["granted"]:
        left = (datetime.fromisoformat(taken["resets_at"]) - datetime.now(UTC)).total_seconds()
        raise BudgetSpent(f"the budget of calls to {provider} is spent", retry_after=max(left, 0.5))


def _conceal(error: ProviderError, key: SecretStr | None) -> None:
    """Providers quote keys in their complaints."""
    secret = key.get_secret_value() if key is not None else ""
    if secret and secret in error.message:
        error.message = error.message.replace(secret, MASK)
        error.args = (error.message,)
