"""What calls to providers consumed, in the terms of `ai_usage`."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict, Field

CallStatus: TypeAlias = Literal["succeeded", "failed", "refused"]


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
