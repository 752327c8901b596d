"""How the Gemini API says no, and whose key it takes."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from stack.simulators.catalogue import is_known
from stack.simulators.failures import Refusal, RefusedError, Worded
from stack.simulators.requests import check_key

_RPC = "type.googleapis.com/google.rpc"
_KEY = {"@type": f"{_RPC}.ErrorInfo", "reason": "API_KEY_INVALID", "domain": "googleapis.com"}
_DAY = {
    "@type": f"{_RPC}.QuotaFailure",
    "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel", "quotaValue": "250"}],
}
# status, name, message, details
_WORDS: dict[Refusal, tuple[int, str, str, list[dict[str, Any]]]] = {
    Refusal.RATE_LIMITED: (429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).", []),
    Refusal.QUOTA_EXHAUSTED: (429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.", [_DAY]),
    Refusal.BILLING: (400, "FAILED_PRECONDITION", "Please enable billing on your project in Google AI Studio.", []),
    Refusal.SERVER_ERROR: (500, "INTERNAL", "An internal error has occurred. Please retry.", []),
    Refusal.UNAVAILABLE: (503, "UNAVAILABLE", "The service is currently unavailable.", []),
    Refusal.OVERLOADED: (503, "UNAVAILABLE", "The model is overloaded. Please try again later.", []),
    Refusal.GATEWAY_TIMEOUT: (504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.", []),
    Refusal.INVALID_KEY: (
        400,
        "INVALID_ARGUMENT",
        "API key not valid. Please pass a valid API key.",
        [_KEY],
    ),
    Refusal.NO_KEY: (403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers.", []),
    Refusal.FORBIDDEN: (403, "PERMISSION_DENIED", "The caller does not have permission.", []),
    Refusal.MODEL_UNKNOWN: (404, "NOT_FOUND", "The model is not found for API version v1beta.", []),
    Refusal.NOT_FOUND: (404, "NOT_FOUND", "Requested entity was not found.", []),
    Refusal.CONTEXT_TOO_LONG: (
        400,
        "INVALID_ARGUMENT",
        "The input token count exceeds the maximum number of tokens allowed (1048576).",
        [],
    ),
    Refusal.INVALID_REQUEST: (400, "INVALID_ARGUMENT", "Request contains an invalid argument.", []),
    Refusal.TOO_LARGE: (400, "INVALID_ARGUMENT", "Request payload size exceeds the limit: 104857600 bytes.", []),
}


class GeminiWording:
    """google.rpc statuses."""

    provider = "google"

    def refused(self, error: RefusedError, request_id: str) -> Worded:
        """`{"error": {"code", "message", "status", "details"}}`; the time to wait is in the details."""
        del request_id
        status, name, message, details = _WORDS[error.refusal]
        if error.retry_after is not None:
            retry = {"@type": f"{_RPC}.RetryInfo", "retryDelay": f"{error.retry_after:g}s"}
            details = [*details, retry]
        told: dict[str, Any] = {"code": status, "message": error.message or message, "status": name}
        if details:
            told["details"] = details
        return Worded(status, {"error": told}, {})

    def headers(self, request_id: str) -> dict[str, str]:
        """No request id: the answer's own id is in its body."""
        del request_id
        return {"server-timing": "gfet4t7; dur=1"}


GEMINI = GeminiWording()


def authenticate(request: web.Request) -> str:
    """The key's fingerprint; the header, or a parameter of the query."""
    return check_key(request.headers.get("x-goog-api-key", "") or request.query.get("key", ""))


def check_model(model: str) -> None:
    """Refuse a name that no model has."""
    if not is_known(GEMINI.provider, model):
        raise RefusedError(
            Refusal.MODEL_UNKNOWN,
            f"models/{model} is not found for API version v1beta, or is not supported for generateContent.",
        )
