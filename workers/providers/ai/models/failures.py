"""One failure for each code, so that every provider's errors end up alike."""

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import TokenUsage
from workers.providers.ai.models.outcomes import costing
from workers.runtime.errors import AuthExpired, ProviderError, RateLimited, Rejected, Retryable, Unavailable

_KINDS: Final[dict[str, tuple[type[ProviderError], str]]] = {
    codes.RATE_LIMITED: (RateLimited, "asked for a pause"),
    codes.UNAVAILABLE: (Unavailable, "could not be reached or could not answer"),
    codes.TIMEOUT: (Unavailable, "did not answer in time"),
    codes.MALFORMED: (Unavailable, "sent an answer that cannot be read"),
    codes.KEY_INVALID: (AuthExpired, "refused the API key"),
    codes.QUOTA_EXHAUSTED: (AuthExpired, "has no credit left for this API key"),
    codes.REFUSED: (Rejected, "declined on grounds of its policy"),
    codes.CONTEXT_TOO_LONG: (Rejected, "cannot take an input this long"),
    codes.MODEL_UNKNOWN: (Rejected, "knows no such model"),
    codes.REQUEST_INVALID: (Rejected, "refused the form of the request"),
}
_BY_STATUS: Final = {
    401: codes.KEY_INVALID,
    402: codes.QUOTA_EXHAUSTED,
    403: codes.KEY_INVALID,
    404: codes.MODEL_UNKNOWN,
    408: codes.TIMEOUT,
    409: codes.UNAVAILABLE,
    413: codes.CONTEXT_TOO_LONG,
    425: codes.UNAVAILABLE,
    429: codes.RATE_LIMITED,
    504: codes.TIMEOUT,
}
_TOO_LONG: Final = re.compile(
    r"context[ _](?:length|window|size)|prompt is too long|input (?:is )?too long|reduce the length of the"
    r"|input token count|payload size exceeds|exceeds? the maximum number of (?:input )?tokens",
    re.IGNORECASE,
)
_LONGEST_PAUSE: Final = 86_400.0
_LONGEST_DETAIL: Final = 300


def failure(
    provider: str,
    code: str,
    detail: str | None = None,
    *,
    retry_after: float | None = None,
    usage: TokenUsage | None = None,
    request_id: str | None = None,
    may_have_cost: bool = False,
) -> ProviderError:
    """The error for a code. `detail` must be free of secrets; it is cut to 300 characters."""
    kind, says = _KINDS[code]
    message = f"{provider} {says}" + (f": {' '.join(detail.split())[:_LONGEST_DETAIL]}" if detail else "")
    error = kind(message, code)
    if isinstance(error, Retryable):
        error.retry_after = retry_after
    error.may_have_cost = may_have_cost
    return costing(error, usage, request_id)


def code_for(status: int, message: str = "") -> str:
    """The code for an HTTP status, as far as the status and the usual wording tell."""
    if status in (400, 413, 422, 500) and _TOO_LONG.search(message):
        return codes.CONTEXT_TOO_LONG
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    return codes.UNAVAILABLE if status >= 500 else codes.REQUEST_INVALID


def may_have_worked(status: int) -> bool:
    """Whether a provider that answered with this HTTP status may have done the work and charge for it.

    A refused or failed request is not billed; a time-out on the provider's side says nothing about the work.
    """
    return status < 400 or status in (408, 504)


def pause_asked_for(headers: Mapping[str, str]) -> float | None:
    """Seconds of `retry-after-ms` or `retry-after`, which is a number or a date; None without a usable one."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return bounded(milliseconds / 1000)
    given = headers.get("retry-after")
    seconds = _number(given)
    if seconds is not None or given is None:
        return bounded(seconds)
    try:
        moment = parsedate_to_datetime(given)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return bounded((moment - datetime.now(UTC)).total_seconds())


def bounded(seconds: float | None) -> float | None:
    """A pause of at least nothing and at most a day."""
    if seconds is None or not math.isfinite(seconds):
        return None
    return min(max(seconds, 0.0), _LONGEST_PAUSE)


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text is not None else None
    except ValueError:
        return None
