"""The official Gemini client, and its errors in ours."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

import httpx2
from google import genai
from google.genai import errors, types

from workers.providers.ai.models import codes, connections
from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.providers.ai.models.failures import bounded, code_for, failure, may_have_worked, pause_asked_for
from workers.providers.ai.models.outcomes import counted
from workers.runtime.errors import ProviderError
from workers.runtime.redaction import Redactor

DEFAULT_URL: Final = "https://generativelanguage.googleapis.com"

FAILURES: Final = (
    errors.APIError,
    httpx2.HTTPError,
    httpx2.StreamError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
)
"""Everything that a call may raise: the SDK parses bodies as if they could only be well-formed."""

_BILLING: Final = re.compile(r"billing|free tier is not available|prepay", re.IGNORECASE)
_OVER_FOR_TODAY: Final = "PerDay"
_SECONDS: Final = re.compile(r"\A(\d+(?:\.\d+)?)s\Z")

_opened: ContextVar[list[httpx2.Response] | None] = ContextVar("catalyst_gemini_opened", default=None)


async def _note(response: httpx2.Response) -> None:
    opened = _opened.get()
    if opened is not None:
        opened.append(response)


@contextmanager
def noting_responses(into: list[httpx2.Response]) -> Iterator[None]:
    """Collect the responses opened meanwhile.

    The SDK nests its generators and leaves the inner ones to the garbage collector: whoever stops reading closes the
    response itself.
    """
    token = _opened.set(into)
    try:
        yield
    finally:
        _opened.reset(token)


class Caller:
    """An SDK client for one endpoint and key, and the words for its failures."""

    def __init__(self, config: ModelConfig) -> None:
        key = connections.key_of(config, needed=True)
        self.provider = config.provider
        self._redact = Redactor([key] if key else [])
        self._http = connections.client(config, DEFAULT_URL)
        self._unused = httpx2.Client(verify=connections.tls(), trust_env=False)
        self._http.event_hooks = {"request": [], "response": [_note]}
        options = types.HttpOptions(
            base_url=(config.base_url or DEFAULT_URL).rstrip("/") + "/",
            api_version="v1beta",
            # with clients of its own the SDK repeats calls that lost their connection, and they may have been billed
            httpx_client=self._unused,
            httpx_async_client=self._http,
        )
        self.models = genai.Client(api_key=key, vertexai=False, http_options=options).aio.models

    async def aclose(self) -> None:
        """Close the connections."""
        self._unused.close()
        await self._http.aclose()

    def translated(
        self,
        error: Exception,
        usage: TokenUsage | None = None,
        request_id: str | None = None,
        *,
        began: bool = False,
    ) -> ProviderError:
        """The same failure as one of ours; `began` says that an answer was on its way."""
        if not isinstance(error, errors.APIError):
            code, detail = codes.MALFORMED, type(error).__name__
            if isinstance(error, httpx2.TimeoutException):
                code, detail = codes.TIMEOUT, ""
            elif isinstance(error, httpx2.HTTPError | httpx2.StreamError):
                code = codes.UNAVAILABLE
            # each piece of a stream tells what it took until then, and so not the whole
            return failure(
                self.provider,
                code,
                detail,
                usage=usage,
                request_id=request_id,
                may_have_cost=connections.has_left(error),
            )
        said = error.message if isinstance(error.message, str) else ""
        status = error.code if isinstance(error.code, int) else 500
        details = _details(error.details)
        code = _code(status, said, details)
        return failure(
            self.provider,
            code,
            None if code == codes.KEY_INVALID else self._redact(said),
            retry_after=_pause(details) or pause_asked_for(_headers(error)),
            usage=usage,
            request_id=request_id,
            may_have_cost=began or may_have_worked(status),
        )


def usage_of(given: types.GenerateContentResponseUsageMetadata | None) -> TokenUsage | None:
    """Billed are the prompt with what was cached of it, the answer, and the thoughts before it."""
    if given is None:
        return None
    total = counted(given.prompt_token_count)
    output = counted(given.candidates_token_count) + counted(given.thoughts_token_count)
    return TokenUsage(total, min(counted(given.cached_content_token_count), total), output)


def _code(status: int, message: str, details: list[Mapping[str, Any]]) -> str:
    if any(detail.get("reason") == "API_KEY_INVALID" for detail in details) or (status == 400 and "API key" in message):
        return codes.KEY_INVALID
    if status in (400, 403) and _BILLING.search(message):
        return codes.QUOTA_EXHAUSTED
    if status == 429 and any(_OVER_FOR_TODAY in str(detail.get("violations")) for detail in details):
        return codes.QUOTA_EXHAUSTED
    return code_for(status, message)


def _details(body: Any) -> list[Mapping[str, Any]]:
    problem = body.get("error", body) if isinstance(body, dict) else {}
    details = problem.get("details") if isinstance(problem, dict) else None
    return [detail for detail in details if isinstance(detail, dict)] if isinstance(details, list) else []


def _pause(details: list[Mapping[str, Any]]) -> float | None:
    for detail in details:
        if found := _SECONDS.match(str(detail.get("retryDelay", ""))):
            return bounded(float(found[1]))
    return None


def _headers(error: errors.APIError) -> Mapping[str, str]:
    headers = getattr(error.response, "headers", None)
    return headers if headers is not None else {}
