"""Refusals of a call before any work is done for it; each provider has its own words for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Refusal(StrEnum):
    """Why a call is turned away."""

    RATE_LIMITED = "rate_limited"
    QUOTA_EXHAUSTED = "quota_exhausted"
    BILLING = "billing"
    SERVER_ERROR = "server_error"
    UNAVAILABLE = "unavailable"
    OVERLOADED = "overloaded"
    GATEWAY_TIMEOUT = "gateway_timeout"
    INVALID_KEY = "invalid_key"
    NO_KEY = "no_key"
    FORBIDDEN = "forbidden"
    MODEL_UNKNOWN = "model_unknown"
    NOT_FOUND = "not_found"
    CONTEXT_TOO_LONG = "context_too_long"
    INVALID_REQUEST = "invalid_request"
    TOO_LARGE = "too_large"


class RefusedError(Exception):
    """Raised while a request is read or served; the provider's own module words the answer."""

    def __init__(
        self, refusal: Refusal, message: str = "", *, param: str | None = None, retry_after: float | None = None
    ) -> None:
        """`param` is the field at fault, `retry_after` seconds."""
        super().__init__(message or refusal)
        self.refusal = refusal
        self.message = message
        self.param = param
        self.retry_after = retry_after


@dataclass(frozen=True)
class Worded:
    """A refusal as one provider answers it."""

    status: int
    body: dict[str, Any]
    headers: dict[str, str]


def invalid(message: str, param: str | None = None) -> RefusedError:
    """A request that the API does not take."""
    return RefusedError(Refusal.INVALID_REQUEST, message, param=param)
