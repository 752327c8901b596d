"""The models to try for one job, in order, and what a failure of one means for the next."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, SecretStr

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import ModelConfig
from workers.providers.ai.routing.advice import advised
from workers.providers.ai.routing.announcing import Announcer
from workers.providers.settings import ProviderSettings
from workers.runtime.errors import AuthExpired, ProviderError, Rejected, Retryable, Snooze
from workers.runtime.job import JobContext

T = TypeVar("T")

LOCAL: Final = "local"
_LOCAL_MODEL: Final = "local-extractive"
_OPERATIONS: Final = {"embedding": "embed", "transcription": "transcribe"}
UNSUPPORTED: Final = "AI_TASK_UNSUPPORTED"

_NEXT: Final = frozenset(
    {
        codes.RATE_LIMITED, codes.UNAVAILABLE, codes.TIMEOUT, codes.KEY_INVALID, codes.QUOTA_EXHAUSTED, codes.TRUNCATED,
        codes.MALFORMED, codes.CONTEXT_TOO_LONG, codes.MODEL_UNKNOWN, codes.REQUEST_INVALID, UNSUPPORTED,
    }
)  # fmt: skip
"""Failures that another model may not have. A refusal is not among them: nobody shops around for a yes."""


class Candidate(BaseModel):
    """A row of `ai_route`."""

    model_config = ConfigDict(frozen=True, extra="ignore", protected_namespaces=())

    ai_provider: str
    ai_model: str
    chosen_by: str = "platform"
    base_url: str | None = None
    is_api_key_required: bool = True
    has_own_key: bool = False
    has_budget: bool = False
    max_context_tokens: int | None = None
    max_output_tokens: int | None = None
    embedding_dimensions: int | None = None

    @property
    def name(self) -> str:
        """provider/model."""
        return f"{self.ai_provider}/{self.ai_model}"


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate with whatever a call takes."""

    candidate: Candidate
    config: ModelConfig
    is_own_key: bool


class Route:
    """The candidates of one job. Keys are fetched when they are needed, once a job."""

    def __init__(self, ctx: JobContext, candidates: Sequence[Candidate], settings: ProviderSettings) -> None:
        self.candidates = tuple(candidates)
        self._ctx = ctx
        self._settings = settings
        self._own_keys: dict[str, SecretStr | None] = {}

    async def first(
        self, work: Callable[[Choice], Awaitable[T]], on_failure: Callable[[Candidate, ProviderError], None]
    ) -> T:
        """What the first candidate gives that does not fail in a way that the next may not; each failure is told.

        Raises the failure that passes soonest, else the first one; Snooze when only a budget of ours is in the way.
        A refusal is the end, whatever failed before it.
        """
        failures: list[ProviderError] = []
        for candidate in self.candidates:
            try:
                return await work(await self._choice(candidate))
            except ProviderError as error:
                failures.append(error)
                on_failure(candidate, error)
                if error.code == codes.REFUSED:
                    advised(error)
                    raise
                if error.code not in _NEXT:
                    break
                self._ctx.log.warning(
                    "model_failed", model=candidate.name, code=error.code, chosen_by=candidate.chosen_by
                )
        if not failures:
            raise advised(Rejected("no AI model is set up for this", codes.MODEL_UNKNOWN))
        raise _worth_telling(failures)

    async def _choice(self, candidate: Candidate) -> Choice:
        key, is_own_key = await self._key(candidate)
        config = ModelConfig(
            provider=candidate.ai_provider,
            model=candidate.ai_model,
            base_url=self._settings.ai_base_urls.get(candidate.ai_provider, candidate.base_url),
            api_key=key,
            timeout_seconds=self._settings.ai_timeout_seconds,
        )
        return Choice(candidate, config, is_own_key)

    async def _key(self, candidate: Candidate) -> tuple[SecretStr | None, bool]:
        """What to call it with, and whether that is the organization's own."""
        provider = candidate.ai_provider
        if provider == LOCAL:
            return None, False
        own = await self._own_key(provider) if candidate.has_own_key else None
        # one that was taken back since the route was asked for counts as never given
        key = own or self._settings.api_key(provider)
        if key is None and candidate.is_api_key_required:
            raise AuthExpired(f"there is no API key for {provider}", codes.KEY_INVALID)
        return key, own is not None

    async def _own_key(self, provider: str) -> SecretStr | None:
        if provider not in self._own_keys:
            found = await self._ctx.rpc(
                "get_organization_ai_key", p_organization_id=self._ctx.job.organization_id, p_ai_provider=provider
            )
            self._own_keys[provider] = SecretStr(found) if found else None
        return self._own_keys[provider]


async def route_for(
    ctx: JobContext,
    settings: ProviderSettings,
    capability: str = "text",
    wanted: str | None = None,
    *,
    announcer: Announcer | None = None,
    feature: str | None = None,
) -> Route:
    """The route of a job's organization and person; settings may name the platform's model in place of the database.

    `wanted` is the name of a model to try first, if there is one of this name. Whoever is about to call a model gives
    its announcer, and the feature if it is not the job's kind: then the first call is noted with the same request.
    """
    told: dict[str, Any] = {}
    if wanted:
        told["p_ai_model"] = wanted
    if capability == "text" and settings.ai_provider is not None:
        # the database knows its keys, budgets and address, and whether it may follow what somebody chose
        told["p_platform_model"] = f"{settings.ai_provider}/{settings.ai_model or _LOCAL_MODEL}"
    if announcer is not None:
        told["p_call"] = announcer.first_call(feature or ctx.job.kind, _OPERATIONS.get(capability, "generate"))
    rows = await ctx.rpc(
        "ai_route",
        p_organization_id=ctx.job.organization_id,
        p_capability=capability,
        p_user_id=ctx.job.created_by,
        **told,
    )
    found = [Candidate.model_validate(row) for row in rows or ()]
    if announcer is not None and found:
        announcer.expect(found[0].ai_provider, found[0].ai_model, is_own_key=found[0].has_own_key)
    return Route(ctx, found, settings)


def _worth_telling(failures: list[ProviderError]) -> ProviderError | Snooze:
    passing = [error for error in failures if isinstance(error, Retryable)]
    if not passing:
        return advised(failures[0])
    soonest = min(passing, key=lambda error: error.retry_after or 0)
    if isinstance(soonest, BudgetSpent):
        return Snooze(seconds=soonest.retry_after or 1)
    return advised(soonest)


class BudgetSpent(Retryable):
    """A limit of ours is reached, and it is known until when: waiting costs the job no attempt."""

    default_code = codes.RATE_LIMITED
    was_sent = False
