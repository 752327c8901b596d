"""How the Anthropic API says no, whose key it takes, and which headers it sends."""

from __future__ import annotations

from aiohttp import web

from stack.simulators.catalogue import is_known
from stack.simulators.failures import Refusal, RefusedError, Worded
from stack.simulators.requests import bearer, check_key

_WORDS: dict[Refusal, tuple[int, str, str]] = {
    Refusal.RATE_LIMITED: (429, "rate_limit_error", "This request would exceed your organization's rate limit."),
    Refusal.QUOTA_EXHAUSTED: (402, "billing_error", "There is an issue with your billing or payment information."),
    Refusal.BILLING: (400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API."),
    Refusal.SERVER_ERROR: (500, "api_error", "Internal server error"),
    Refusal.UNAVAILABLE: (503, "api_error", "Service unavailable"),
    Refusal.OVERLOADED: (529, "overloaded_error", "Overloaded"),
    Refusal.GATEWAY_TIMEOUT: (504, "timeout_error", "Request timed out"),
    Refusal.INVALID_KEY: (401, "authentication_error", "invalid x-api-key"),
    Refusal.NO_KEY: (401, "authentication_error", "x-api-key header is required"),
    Refusal.FORBIDDEN: (403, "permission_error", "Your API key does not have permission to use the resource."),
    Refusal.MODEL_UNKNOWN: (404, "not_found_error", "model not found"),
    Refusal.NOT_FOUND: (404, "not_found_error", "Not found"),
    Refusal.CONTEXT_TOO_LONG: (400, "invalid_request_error", "prompt is too long: 1000001 tokens > 1000000 maximum"),
    Refusal.INVALID_REQUEST: (400, "invalid_request_error", "Invalid request"),
    Refusal.TOO_LARGE: (413, "request_too_large", "Request exceeds the maximum size"),
}


class AnthropicWording:
    """`type: error` objects."""

    provider = "anthropic"

    def refused(self, error: RefusedError, request_id: str) -> Worded:
        """`{"type": "error", "error": {"type", "message"}, "request_id"}`."""
        status, kind, message = _WORDS[error.refusal]
        headers = {} if error.retry_after is None else {"retry-after": f"{error.retry_after:g}"}
        told = {"type": kind, "message": error.message or message}
        return Worded(status, {"type": "error", "error": told, "request_id": request_id}, headers)

    def headers(self, request_id: str) -> dict[str, str]:
        """The request id, and the limits that are never reached."""
        return {
            "request-id": request_id,
            "anthropic-organization-id": "00000000-0000-4000-8000-000000000000",
            "anthropic-ratelimit-requests-limit": "4000",
            "anthropic-ratelimit-requests-remaining": "3999",
            "anthropic-ratelimit-requests-reset": "2026-01-05T09:00:00Z",
        }


ANTHROPIC = AnthropicWording()


def authenticate(request: web.Request) -> str:
    """The key's fingerprint; and the version header has to be there."""
    key = check_key(request.headers.get("x-api-key", "") or bearer(request))
    if not request.headers.get("anthropic-version"):
        raise RefusedError(Refusal.INVALID_REQUEST, "anthropic-version: header is required")
    return key


def check_model(model: str) -> None:
    """Refuse a name that no model has."""
    if not is_known(ANTHROPIC.provider, model):
        raise RefusedError(Refusal.MODEL_UNKNOWN, f"model: {model}")
