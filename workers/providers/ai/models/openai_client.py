"""The official OpenAI client, and its errors in ours; for OpenAI itself and for every endpoint that speaks like it."""

import json
from collections.abc import Mapping
from typing import Any, Final

import aiohttp
import httpx2
import openai

from workers.providers.ai.models import codes, connections
from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.providers.ai.models.failures import code_for, failure, may_have_worked, pause_asked_for
from workers.providers.ai.models.outcomes import is_told
from workers.runtime.errors import ProviderError
from workers.runtime.redaction import Redactor

DEFAULT_URL: Final = "https://api.openai.com/v1"

FAILURES: Final = (openai.OpenAIError, httpx2.HTTPError, httpx2.StreamError, ValueError, TypeError, KeyError)
"""Everything that a call may raise: the SDK's own errors, and what a body of another form leads to."""

_CODES: Final = {
    "invalid_api_key": codes.KEY_INVALID,
    "insufficient_quota": codes.QUOTA_EXHAUSTED,
    "billing_hard_limit_reached": codes.QUOTA_EXHAUSTED,
    "billing_not_active": codes.QUOTA_EXHAUSTED,
    "rate_limit_exceeded": codes.RATE_LIMITED,
    "context_length_exceeded": codes.CONTEXT_TOO_LONG,
    "string_above_max_length": codes.CONTEXT_TOO_LONG,
    "model_not_found": codes.MODEL_UNKNOWN,
    "content_filter": codes.REFUSED,
    "content_policy_violation": codes.REFUSED,
    "invalid_prompt": codes.REFUSED,
    "bio_policy": codes.REFUSED,
    "misalignment_policy_violation": codes.REFUSED,
    "server_error": codes.UNAVAILABLE,
    "overloaded": codes.UNAVAILABLE,
}


class _Client(openai.DefaultAioHttpClient):
    """The SDK's client over aiohttp, which takes half the time of the usual one where many calls are under way."""

    async def send(self, *args: Any, **kwargs: Any) -> httpx2.Response:
        """As ever, but a connection that broke or was refused is not told as one that took too long."""
        try:
            return await super().send(*args, **kwargs)
        except httpx2.ConnectTimeout as error:
            cause = error.__cause__
            if isinstance(cause, aiohttp.ClientConnectorError):
                raise httpx2.ConnectError(str(error)) from cause
            if not isinstance(cause, TimeoutError):
                raise httpx2.ReadError(str(error)) from cause
            raise


class Caller:
    """An SDK client for one endpoint and key, and the words for its failures."""

    def __init__(self, config: ModelConfig) -> None:
        key = connections.key_of(config, needed=config.provider == "openai" and not config.base_url)
        self.provider = config.provider
        self.url = config.base_url or DEFAULT_URL
        self._redact = Redactor([key] if key else [])
        self.headers: Mapping[str, Any] = {} if key else {"Authorization": openai.Omit()}
        """To be sent with each request: without a key there is no header for one."""
        self.sdk = openai.AsyncOpenAI(
            api_key=key or "none",
            base_url=self.url,
            max_retries=0,
            http_client=connections.client(config, DEFAULT_URL, _Client),
        )
        # taken from the environment by the SDK, where they belong to another key
        self.sdk.organization = self.sdk.project = None

    async def post(self, path: str, body: dict[str, Any], seconds: float) -> httpx2.Response:
        """The answer as it came, or an error of the SDK.

        The SDK's typed calls walk the body and build unchecked models, to be taken apart again by whoever checks them:
        more than half of what a call costs this process.
        """
        return await self.sdk.post(
            path,
            body=body,
            cast_to=httpx2.Response,
            options={"headers": self.headers, "timeout": connections.timeouts(seconds)},
        )

    def translated(
        self, error: Exception, usage: TokenUsage | None = None, request_id: str | None = None
    ) -> ProviderError:
        """The same failure as one of ours."""
        if isinstance(error, openai.APIStatusError):
            return self._status(error)
        if isinstance(error, openai.APITimeoutError):
            return self._unanswered(codes.TIMEOUT, error, None, usage, request_id)
        if isinstance(error, openai.APIConnectionError | httpx2.HTTPError | httpx2.StreamError):
            return self._unanswered(codes.UNAVAILABLE, error, None, usage, request_id)
        if isinstance(error, openai.APIError):  # told in the middle of a stream
            return self.told(error.code, error.message, usage, request_id)
        return self._unanswered(codes.MALFORMED, error, type(error).__name__, usage, request_id)

    def told(
        self, code: str | None, message: str | None, usage: TokenUsage | None, request_id: str | None
    ) -> ProviderError:
        """A failure that came in the body of an answer that began well."""
        known = _CODES.get(code or "", codes.UNAVAILABLE)
        return failure(
            self.provider,
            known,
            self._redact(message or ""),
            usage=usage,
            request_id=request_id,
            may_have_cost=not is_told(usage),
        )

    def _unanswered(
        self, code: str, error: Exception, detail: str | None, usage: TokenUsage | None, request_id: str | None
    ) -> ProviderError:
        """A usage that was told is the whole one: these endpoints tell it at the end."""
        may_have_cost = connections.has_left(error) and not is_told(usage)
        return failure(self.provider, code, detail, usage=usage, request_id=request_id, may_have_cost=may_have_cost)

    def _status(self, error: openai.APIStatusError) -> ProviderError:
        said = error.message if isinstance(error.message, str) else ""
        code = _CODES.get(error.code or "") or code_for(error.status_code, said)
        return failure(
            self.provider,
            code,
            # what is said about a key repeats a part of it
            None if code == codes.KEY_INVALID else self._redact(said),
            retry_after=pause_asked_for(error.response.headers),
            request_id=error.request_id,
            may_have_cost=may_have_worked(error.status_code),
        )


def json_object(body: bytes) -> dict[str, Any]:
    """A body as it came; ValueError when it is no JSON object."""
    found = json.loads(body)
    if not isinstance(found, dict):
        raise ValueError("no JSON object")
    return found


def fields_of(answer: Any) -> dict[str, Any]:
    """The answer as the plain data that came; ValueError when it was no JSON object.

    The SDK builds its models without checking them, so what they hold is checked by whoever reads these fields.
    """
    if not isinstance(answer, openai.BaseModel):
        raise ValueError("no JSON object")
    return answer.to_dict(mode="python", warnings=False)
