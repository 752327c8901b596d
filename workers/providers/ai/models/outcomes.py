"""From an answer, or from the lack of one, to the error that the runtime understands."""

from typing import TypeVar

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import ModelAnswer, TokenUsage
from workers.runtime.errors import ProviderError, Rejected

Error = TypeVar("Error", bound=ProviderError)


def require_whole(answer: ModelAnswer) -> ModelAnswer:
    """The answer, or Rejected AI_REFUSED / AI_TRUNCATED with what it cost."""
    if answer.finish == "refusal":
        # what the model said about it may repeat the input, which is no business of an error message
        raise costing(Rejected("the model declined to answer", codes.REFUSED), answer.usage, answer.request_id)
    if answer.finish == "length":
        error = Rejected("the answer was cut off at the most tokens it may have", codes.TRUNCATED)
        raise costing(error, answer.usage, answer.request_id)
    return answer


def costing(error: Error, usage: TokenUsage | None, request_id: str | None = None) -> Error:
    """The error with what the failed call cost; a usage without tokens is as none."""
    error.usage = usage if is_told(usage) else None
    error.request_id = request_id
    return error


def is_told(usage: TokenUsage | None) -> bool:
    """Whether a provider said what a call took: every call that did some work took tokens."""
    return usage is not None and usage.total_tokens > 0


def counted(value: object) -> int:
    """A provider's count; whatever is no count (missing, negative, another type) is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
