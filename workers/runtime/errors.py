# ruff: noqa: N818 (these are signals as much as errors: `raise Snooze(...)`)
"""What a handler or a provider adapter raises, split by what the runtime does next.

JobSignal
├── ProviderError            carries `code` and `message`; both reach the job row
│   ├── Retryable            again later, after the more of `retry_after` and the kind's backoff
│   │   ├── RateLimited      the provider asked for a pause
│   │   └── Unavailable      network, 5xx, timeout
│   ├── AuthExpired          permanent until the connection is renewed
│   └── Rejected             permanent: the same request would be refused again
├── Snooze                   hand the slot back and wait; costs no attempt
├── Cancelled                a member cancelled the job
└── LeaseLost                somebody else may own the job now: stop and write nothing
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workers.providers.ai.models.base import TokenUsage
    from workers.providers.ai.usage import ProviderCall


class JobSignal(Exception):
    """Base of everything the runner maps to an outcome of its own."""


class ProviderError(JobSignal):
    """An outside service did not do what was asked."""

    default_code = "EXTERNAL_API_ERROR"
    retryable = False
    retry_after: float | None = None
    usage: TokenUsage | None = None
    """What the failed call to a model took, as far as anybody said; null when that is nothing."""
    may_have_cost: bool = False
    """Whether the provider may charge for more than `usage`: the call was under way and nobody said how it ended."""
    request_id: str | None = None
    """The provider's name for the failed call."""
    was_sent: bool = True
    """False for a call that was given up before anything left: there is nothing to bill or to count."""
    calls: tuple[ProviderCall, ...] = ()
    """Every call to a model that was made before giving up, the failed one last."""

    def __init__(self, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or self.default_code


class Retryable(ProviderError):
    """The same call may succeed later; `retry_after` in seconds counts where the kind's backoff is less."""

    retryable = True

    def __init__(self, message: str, code: str | None = None, retry_after: float | None = None) -> None:
        super().__init__(message, code)
        self.retry_after = retry_after


class RateLimited(Retryable):
    """The provider asked for a pause."""

    default_code = "RATE_LIMITED"


class Unavailable(Retryable):
    """The provider could not be reached or answered 5xx."""

    default_code = "UNAVAILABLE"


class AuthExpired(ProviderError):
    """The stored credentials no longer work; only the user can renew them."""

    default_code = "AUTH_EXPIRED"


class Rejected(ProviderError):
    """The request itself is wrong; sending it again cannot help."""

    default_code = "REJECTED"


class Snooze(JobSignal):
    """Wait for the outside world without holding a slot.

    Exactly one of `until` and `seconds` is given. `state` is kept for the next run, and a webhook that names
    `(provider, external_id)` wakes the job early.
    """

    def __init__(
        self,
        *,
        until: datetime | None = None,
        seconds: float | None = None,
        state: Mapping[str, Any] | None = None,
        provider: str | None = None,
        external_id: str | None = None,
    ) -> None:
        if (until is None) == (seconds is None):
            raise ValueError("give either `until` or `seconds`")
        if until is not None and until.tzinfo is None:
            raise ValueError("`until` needs a time zone")
        super().__init__(f"until {until.isoformat()}" if until else f"for {seconds} s")
        self.until = until
        self.seconds = seconds
        self.state = state
        self.provider = provider
        self.external_id = external_id


class Cancelled(JobSignal):
    """A member asked to stop this job."""


class LeaseLost(JobSignal):
    """The lease lapsed or moved on; nothing this worker writes would count."""
