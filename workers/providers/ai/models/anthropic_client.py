"""The official Anthropic client, and its errors and counts in ours."""

from typing import Any, Final

import anthropic
import httpx2

from workers.providers.ai.models import codes, connections
from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.providers.ai.models.failures import code_for, failure, may_have_worked, pause_asked_for
from workers.providers.ai.models.outcomes import counted
from workers.runtime.errors import ProviderError
from workers.runtime.redaction import Redactor

DEFAULT_URL: Final = "https://api.anthropic.com"

FAILURES: Final = (
    anthropic.AnthropicError,
    httpx2.HTTPError,
    httpx2.StreamError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
)
"""Everything that a call may raise: the SDK's own errors, and what a body of another form leads to."""

_CODES: Final = {
    "authentication_error": codes.KEY_INVALID,
    "permission_error": codes.KEY_INVALID,
    "billing_error": codes.QUOTA_EXHAUSTED,
    "not_found_error": codes.MODEL_UNKNOWN,
    "rate_limit_error": codes.RATE_LIMITED,
    "timeout_error": codes.TIMEOUT,
    "overloaded_error": codes.UNAVAILABLE,
    "api_error": codes.UNAVAILABLE,
    "conflict_error": codes.UNAVAILABLE,
    "request_too_large": codes.CONTEXT_TOO_LONG,
}
_NO_CREDIT: Final = ("credit balance", "spend limit", "usage limits")


class Caller:
    """An SDK client for one endpoint and key, and the words for its failures."""

    def __init__(self, config: ModelConfig) -> None:
        key = connections.key_of(config, needed=True)
        self.provider = config.provider
        self.url = config.base_url or DEFAULT_URL
        self._redact = Redactor([key] if key else [])
        self.sdk = anthropic.AsyncAnthropic(
            api_key=key,
            base_url=self.url,
            max_retries=0,
            http_client=connections.client(config, DEFAULT_URL),
            open_telemetry=False,
        )

    def translated(
        self, error: Exception, usage: TokenUsage | None = None, request_id: str | None = None
    ) -> ProviderError:
        """The same failure as one of ours."""
        if isinstance(error, anthropic.APIStatusError):
            # in a stream the status is 200 and only the type tells what happened
            said = error.api_message if isinstance(error.api_message, str) else ""
            code = _CODES.get(error.type or "") or code_for(error.status_code, said)
            if str(error.error_code).endswith("spend_limit_reached") or any(sign in said for sign in _NO_CREDIT):
                code = codes.QUOTA_EXHAUSTED
            return failure(
                self.provider,
                code,
                None if code == codes.KEY_INVALID else self._redact(said),
                retry_after=pause_asked_for(error.response.headers),
                usage=usage,
                request_id=error.request_id or request_id,
                may_have_cost=may_have_worked(error.status_code),
            )
        code, detail = codes.MALFORMED, type(error).__name__
        if isinstance(error, anthropic.APITimeoutError | httpx2.TimeoutException):
            code, detail = codes.TIMEOUT, ""
        elif isinstance(error, anthropic.APIConnectionError | httpx2.HTTPError | httpx2.StreamError):
            code, detail = codes.UNAVAILABLE, ""
        # a stream tells the input at its start, and what is told last is not told
        return failure(
            self.provider,
            code,
            detail,
            usage=usage,
            request_id=request_id,
            may_have_cost=connections.has_left(error),
        )


def usage_of(given: dict[str, Any] | None) -> TokenUsage:
    """What a message says that it took."""
    given = given or {}
    cached = counted(given.get("cache_read_input_tokens"))
    written = counted(given.get("cache_creation_input_tokens"))
    return TokenUsage(
        counted(given.get("input_tokens")) + written + cached, cached, counted(given.get("output_tokens"))
    )
