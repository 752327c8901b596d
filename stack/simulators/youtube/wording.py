"""How the YouTube Data API says no."""

from __future__ import annotations

from typing import Any

from stack.simulators.failures import Refusal, RefusedError, Worded

# status, domain, reason, message
_WORDS: dict[Refusal, tuple[int, str, str, str]] = {
    Refusal.RATE_LIMITED: (403, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded"),
    Refusal.QUOTA_EXHAUSTED: (403, "youtube.quota", "quotaExceeded", "The request exceeds your quota."),
    Refusal.SERVER_ERROR: (500, "global", "backendError", "Backend Error"),
    Refusal.UNAVAILABLE: (503, "global", "backendError", "Backend Error"),
    Refusal.OVERLOADED: (503, "global", "backendError", "Backend Error"),
    Refusal.GATEWAY_TIMEOUT: (504, "global", "backendError", "Deadline exceeded"),
    Refusal.INVALID_KEY: (400, "global", "badRequest", "API key not valid. Please pass a valid API key."),
    Refusal.NO_KEY: (403, "global", "forbidden", "Method doesn't allow unregistered callers."),
    Refusal.FORBIDDEN: (403, "youtube.common", "forbidden", "Forbidden"),
    Refusal.INVALID_REQUEST: (400, "youtube.parameter", "missingRequiredParameter", "Invalid request."),
}
_KEY = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID", "domain": "googleapis.com"}


class YouTubeWording:
    """`{"error": {"code", "message", "errors": [{"message", "domain", "reason"}]}}`."""

    provider = "youtube"

    def refused(self, error: RefusedError, request_id: str) -> Worded:
        """A reason per error; an invalid key has its own detail."""
        del request_id
        status, domain, reason, message = _WORDS.get(error.refusal, _WORDS[Refusal.INVALID_REQUEST])
        said = error.message or message
        told: dict[str, Any] = {
            "code": status,
            "message": said,
            "errors": [{"message": said, "domain": domain, "reason": error.param or reason}],
        }
        if error.refusal is Refusal.INVALID_KEY:
            told["details"] = [_KEY]
        headers = {} if error.retry_after is None else {"retry-after": f"{error.retry_after:g}"}
        return Worded(status, {"error": told}, headers)

    def headers(self, request_id: str) -> dict[str, str]:
        """No request id, and nothing about the quota."""
        del request_id
        return {"server-timing": "gfet4t7; dur=1"}


YOUTUBE = YouTubeWording()
