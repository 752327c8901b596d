"""How the OpenAI API says no, whose key it takes, and which headers it sends."""

from __future__ import annotations

from aiohttp import web

from stack.simulators.catalogue import is_known
from stack.simulators.failures import Refusal, RefusedError, Worded
from stack.simulators.requests import bearer, check_key, fingerprint

BAD = "invalid_request_error"
# status, type, code, message
_WORDS: dict[Refusal, tuple[int, str, str | None, str]] = {
    Refusal.RATE_LIMITED: (429, "requests", "rate_limit_exceeded", "Rate limit reached. Please try again later."),
    Refusal.QUOTA_EXHAUSTED: (
        429,
        "insufficient_quota",
        "insufficient_quota",
        "You exceeded your current quota, please check your plan and billing details.",
    ),
    Refusal.BILLING: (
        429,
        "insufficient_quota",
        "insufficient_quota",
        "You exceeded your current quota, please check your plan and billing details.",
    ),
    Refusal.SERVER_ERROR: (500, "server_error", None, "The server had an error while processing your request."),
    Refusal.UNAVAILABLE: (503, "server_error", None, "The service is temporarily unavailable."),
    Refusal.OVERLOADED: (503, "server_error", "overloaded", "The engine is currently overloaded."),
    Refusal.GATEWAY_TIMEOUT: (504, "server_error", None, "The request timed out."),
    Refusal.INVALID_KEY: (401, BAD, "invalid_api_key", "Incorrect API key provided."),
    Refusal.NO_KEY: (401, BAD, None, "You didn't provide an API key."),
    Refusal.FORBIDDEN: (
        403,
        "request_forbidden",
        "unsupported_country_region_territory",
        "Country, region, or territory not supported",
    ),
    Refusal.MODEL_UNKNOWN: (404, BAD, "model_not_found", "The model does not exist or you do not have access to it."),
    Refusal.NOT_FOUND: (404, BAD, None, "Not found."),
    Refusal.CONTEXT_TOO_LONG: (
        400,
        BAD,
        "context_length_exceeded",
        "Your input exceeds the context window of this model. Please adjust your input and try again.",
    ),
    Refusal.INVALID_REQUEST: (400, BAD, None, "Invalid request."),
    Refusal.TOO_LARGE: (413, BAD, None, "The request is too large."),
}


class OpenAIWording:
    """One for OpenAI itself, one for servers that speak its protocol."""

    def __init__(self, provider: str) -> None:
        """`provider` is what the ledger calls it."""
        self.provider = provider

    def refused(self, error: RefusedError, request_id: str) -> Worded:
        """`{"error": {"message", "type", "param", "code"}}`."""
        del request_id
        status, kind, code, message = _WORDS[error.refusal]
        param = error.param or ("model" if error.refusal is Refusal.MODEL_UNKNOWN else None)
        headers = {} if error.retry_after is None else {"retry-after": f"{error.retry_after:g}"}
        body = {"error": {"message": error.message or message, "type": kind, "param": param, "code": code}}
        return Worded(status, body, headers)

    def headers(self, request_id: str) -> dict[str, str]:
        """The request id, and the limits that are never reached."""
        return {
            "x-request-id": request_id,
            "openai-processing-ms": "1",
            "x-ratelimit-limit-requests": "10000",
            "x-ratelimit-remaining-requests": "9999",
            "x-ratelimit-reset-requests": "6ms",
        }


OPENAI = OpenAIWording("openai")
COMPATIBLE = OpenAIWording("compatible")


def authenticate(request: web.Request, wording: OpenAIWording) -> str:
    """The key's fingerprint; a compatible server needs none."""
    key = bearer(request)
    return fingerprint(key) if wording.provider == "compatible" else check_key(key)


def check_model(model: str, wording: OpenAIWording) -> None:
    """Refuse a name that no model has."""
    if not is_known(wording.provider, model):
        raise RefusedError(
            Refusal.MODEL_UNKNOWN, f"The model '{model}' does not exist or you do not have access to it.", param="model"
        )
