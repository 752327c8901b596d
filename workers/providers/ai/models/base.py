"""The port to one language model: one request in, one text out, whole or in pieces.

An adapter raises only errors of `workers.runtime.errors`, with one of the codes of `workers.providers.ai.models.codes`.
What a failed call took is in `error.usage`, and `error.may_have_cost` says whether that may not be all. Nothing is
tried again inside: that is for the job engine and for whoever owns the prompt.
"""

import importlib
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol, TypeAlias

from pydantic import SecretStr

from workers.runtime.errors import Rejected

Role: TypeAlias = Literal["user", "assistant"]
Finish: TypeAlias = Literal["stop", "length", "refusal"]

_ADAPTERS: Final = {"openai": "openai", "google": "gemini", "gemini": "gemini", "anthropic": "anthropic"}
"""Provider, as `ai_providers` calls it → module. Any other one speaks chat completions at its own address."""
_COMPATIBLE: Final = "openai_chat"


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of the conversation."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """What a model is asked. With `output_schema` (JSON Schema of an object) the answer's text is JSON of that form."""

    system: str
    messages: tuple[Message, ...]
    output_schema: dict[str, Any] | None = None
    schema_name: str = "answer"
    """Letters, digits, `_` and `-`, at most 64."""
    max_output_tokens: int = 4096
    """Includes the tokens that a reasoning model thinks with."""
    temperature: float | None = None
    """Left out where the model does not take one."""
    timeout_seconds: float = 60.0
    """For the whole call, from the first byte sent to the last one read."""


@dataclass(frozen=True, slots=True)
class TokenUsage:
    """Tokens as the provider bills them."""

    input_tokens: int = 0
    """All input, the cached included."""
    cached_input_tokens: int = 0
    """The part of the input that was read from the provider's cache."""
    output_tokens: int = 0
    """All output, thinking included."""

    def __add__(self, other: "TokenUsage") -> "TokenUsage":
        return TokenUsage(
            self.input_tokens + other.input_tokens,
            self.cached_input_tokens + other.cached_input_tokens,
            self.output_tokens + other.output_tokens,
        )

    @property
    def total_tokens(self) -> int:
        """Input and output together."""
        return self.input_tokens + self.output_tokens


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """What the model said, and what it took.

    `finish`: `stop`, whole; `length`, cut off at `max_output_tokens`; `refusal`, the model or its provider declined,
    and `text` is what it said about that, perhaps nothing.
    """

    text: str
    usage: TokenUsage
    finish: Finish
    model: str
    """The model that answered, as the provider names it; an alias may have led to it."""
    request_id: str | None = None
    """The provider's name for this call, for its support."""


@dataclass(frozen=True, slots=True)
class ModelDelta:
    """A piece of the text as it comes; the last one carries the whole answer and no text of its own."""

    text: str = ""
    final: ModelAnswer | None = None
    usage: TokenUsage | None = None
    """What the provider said until here that the call took: no output where it tells only the input at first."""
    request_id: str | None = None


class LanguageModel(Protocol):
    """One model of one provider with one key. Safe for use by many tasks at once."""

    provider: str
    model: str

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        """The whole answer.

        Raises RateLimited, Unavailable, AuthExpired or Rejected. An answer that was cut off or refused is no error
        here: `outcomes.require_whole` makes it one.
        """
        ...

    def stream(self, request: ModelRequest) -> AsyncGenerator[ModelDelta, None]:
        """The answer in pieces, each as soon as it arrives; exactly the last one has `final`.

        Raises as `complete` does, also in the middle. Closing the generator (`contextlib.aclosing`) or cancelling its
        reader closes the connection, which stops the provider's work.
        """
        ...

    async def aclose(self) -> None:
        """Close the connections; the model is of no use afterwards."""
        ...


@dataclass(frozen=True, slots=True)
class ModelConfig:
    """Which model, where, and with whose key."""

    provider: str
    """As in `ai_providers`: openai, google, anthropic, or any name for an OpenAI-compatible endpoint."""
    model: str
    base_url: str | None = None
    """None: the provider's own address. A compatible endpoint needs one, ending where `/chat/completions` begins."""
    api_key: SecretStr | None = field(default=None, repr=False)
    timeout_seconds: float = 60.0
    """Seconds to wait for a connection and between two bytes at most; each request has its own limit as well."""


def build(config: ModelConfig) -> LanguageModel:
    """The adapter for a provider; its SDK is imported here and not before, which takes seconds the first time.

    Raises AuthExpired AI_KEY_INVALID without a key where one is needed, and Rejected AI_MODEL_UNKNOWN for a provider
    without an address.
    """
    if config.provider not in _ADAPTERS and not config.base_url:
        raise Rejected(f"no adapter for the AI provider {config.provider!r}, and no base_url", "AI_MODEL_UNKNOWN")
    model: LanguageModel = load(config.provider).build(config)
    return model


def load(provider: str) -> Any:
    """The module of a provider's adapter, with its SDK."""
    return importlib.import_module(f"{__package__}.{_ADAPTERS.get(provider, _COMPATIBLE)}")
