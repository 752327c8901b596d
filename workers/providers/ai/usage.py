"""What calls to providers consumed, in the terms of `ai_usage`."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import TokenUsage
from workers.providers.ai.models.outcomes import is_told
from workers.runtime.errors import ProviderError

CallStatus: TypeAlias = Literal["succeeded", "failed", "refused"]
Certainty: TypeAlias = Literal["known", "estimated", "unknown"]
"""known: as the provider told, or none because it refused before it began; unknown: at least what stands there."""

_STOPPED: Final = "CANCELLED"


class ProviderCall(BaseModel):
    """One call to a provider, made once, paid once. SQL reckons what it cost."""

    model_config = ConfigDict(frozen=True)

    call_id: UUID = Field(default_factory=uuid4)
    """By it a record that is sent twice counts once."""
    ai_provider: str
    ai_model: str
    feature: str
    operation_type: str = "generate"
    status: CallStatus = "succeeded"
    error_code: str | None = None
    certainty: Certainty = "known"
    prompt_tokens: int = Field(default=0, ge=0)
    cached_prompt_tokens: int = Field(default=0, ge=0)
    """Those of prompt_tokens that the provider read from its cache."""
    completion_tokens: int = Field(default=0, ge=0)
    audio_seconds: float = Field(default=0, ge=0)
    is_own_key: bool = False
    processing_time_ms: int | None = None
    request_id: str | None = None
    """The provider's own name for the call."""


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A call that is about to be made; exactly one of its methods says how it ended."""

    ai_provider: str
    ai_model: str
    feature: str
    operation_type: str = "generate"
    is_own_key: bool = False
    call_id: UUID = field(default_factory=uuid4)
    _began: float = field(default_factory=time.monotonic)

    def ended(
        self,
        usage: TokenUsage,
        request_id: str | None = None,
        *,
        status: CallStatus = "succeeded",
        error_code: str | None = None,
        audio_seconds: float = 0,
    ) -> ProviderCall:
        """The provider answered, usefully or not."""
        is_known = is_told(usage) or audio_seconds > 0
        return self._record(
            usage,
            request_id,
            status=status,
            error_code=error_code,
            audio_seconds=audio_seconds,
            certainty="known" if is_known else "unknown",
        )

    def failed(self, error: ProviderError, usage: TokenUsage | None = None) -> ProviderCall:
        """The provider refused, or its answer never came; it took what the error says, unless a usage is given."""
        return self._record(
            usage or error.usage or TokenUsage(),
            error.request_id,
            status="refused" if error.code == codes.REFUSED else "failed",
            error_code=error.code,
            certainty="unknown" if error.may_have_cost else "known",
        )

    def stopped(
        self,
        usage: TokenUsage | None = None,
        request_id: str | None = None,
        *,
        is_estimated: bool = False,
        error_code: str = _STOPPED,
    ) -> ProviderCall:
        """We left before the end; without a usage nobody knows what it took."""
        counts: Certainty = "unknown" if usage is None else "estimated" if is_estimated else "known"
        return self._record(usage or TokenUsage(), request_id, status="failed", error_code=error_code, certainty=counts)

    def _record(self, usage: TokenUsage, request_id: str | None, **ending: Any) -> ProviderCall:
        return ProviderCall(
            call_id=self.call_id,
            ai_provider=self.ai_provider,
            ai_model=self.ai_model,
            feature=self.feature,
            operation_type=self.operation_type,
            is_own_key=self.is_own_key,
            prompt_tokens=usage.input_tokens,
            cached_prompt_tokens=usage.cached_input_tokens,
            completion_tokens=usage.output_tokens,
            processing_time_ms=round((time.monotonic() - self._began) * 1000),
            request_id=request_id,
            **ending,
        )


Announce: TypeAlias = Callable[[OpenCall], OpenCall]
"""Told of each call before it is made, without waiting; gives it back under the id by which it is known."""


def unannounced(call: OpenCall) -> OpenCall:
    """For those whose calls nobody has to know of beforehand."""
    return call


@dataclass(frozen=True, slots=True)
class Usage:
    """The calls that one result took; a local adapter makes none."""

    calls: tuple[ProviderCall, ...] = ()

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.calls + other.calls)

    @property
    def input_tokens(self) -> int:
        """Of all calls, cached ones included."""
        return sum(call.prompt_tokens for call in self.calls)

    @property
    def output_tokens(self) -> int:
        """Of all calls."""
        return sum(call.completion_tokens for call in self.calls)

    @property
    def total_tokens(self) -> int:
        """Input and output together."""
        return self.input_tokens + self.output_tokens

    def entries(self) -> list[dict[str, Any]]:
        """As `record_ai_usage` and the `usage` of a checkpoint take them."""
        return [call.model_dump(mode="json", exclude_none=True) for call in self.calls]
