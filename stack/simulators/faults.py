"""The faults that can be switched on: which calls they meet, and how often."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from stack.simulators.calls import Call
from stack.simulators.failures import Refusal


class FaultKind(StrEnum):
    """What goes wrong. The first group is not billed; everything after it is."""

    RATE_LIMITED = "rate_limited"
    QUOTA_EXHAUSTED = "quota_exhausted"
    BILLING = "billing"
    SERVER_ERROR = "server_error"
    UNAVAILABLE = "unavailable"
    OVERLOADED = "overloaded"
    GATEWAY_TIMEOUT = "gateway_timeout"
    INVALID_KEY = "invalid_key"
    FORBIDDEN = "forbidden"
    MODEL_UNKNOWN = "model_unknown"
    CONTEXT_TOO_LONG = "context_too_long"
    INVALID_REQUEST = "invalid_request"
    TOO_LARGE = "too_large"
    TIMEOUT_BEFORE = "timeout_before"
    DISCONNECT_BEFORE = "disconnect_before"

    REFUSAL = "refusal"
    CONTENT_FILTER = "content_filter"
    PROMPT_BLOCKED = "prompt_blocked"
    TRUNCATED_ANSWER = "truncated_answer"
    MALFORMED_CONTENT = "malformed_content"
    FENCED_CONTENT = "fenced_content"
    SCHEMA_VIOLATION = "schema_violation"
    EMPTY_ANSWER = "empty_answer"

    WRONG_USAGE = "wrong_usage"
    MISSING_USAGE = "missing_usage"

    TIMEOUT_AFTER = "timeout_after"
    DISCONNECT_AFTER = "disconnect_after"
    TRUNCATED_BODY = "truncated_body"
    MALFORMED_JSON = "malformed_json"
    SLOW_STREAM = "slow_stream"
    CUT_STREAM = "cut_stream"
    STREAM_ERROR = "stream_error"


REFUSALS = {kind: Refusal(kind.value) for kind in FaultKind if kind.value in set(Refusal)}
STREAMS_ONLY = {FaultKind.SLOW_STREAM, FaultKind.CUT_STREAM, FaultKind.STREAM_ERROR}
TEXT_ONLY = {
    FaultKind.REFUSAL,
    FaultKind.CONTENT_FILTER,
    FaultKind.PROMPT_BLOCKED,
    FaultKind.TRUNCATED_ANSWER,
    FaultKind.MALFORMED_CONTENT,
    FaultKind.FENCED_CONTENT,
    FaultKind.SCHEMA_VIOLATION,
    FaultKind.EMPTY_ANSWER,
}
TEXT_ENDPOINTS = {"responses", "chat.completions", "generateContent", "messages"}


def _known_as(name: str) -> str:
    return "google" if name == "gemini" else name


Provider = Annotated[Literal["openai", "anthropic", "google", "compatible", "youtube"], BeforeValidator(_known_as)]


class Matcher(BaseModel):
    """Which calls are meant; a field that is left out matches all."""

    model_config = ConfigDict(extra="forbid")

    provider: Provider | None = None
    endpoint: str | None = None
    model: str | None = None
    schema_name: str | None = None
    contains: str | None = None

    def meets(self, call: Call) -> bool:
        """Whether the call is one of those; `contains` looks at the system and the user text."""
        return (
            self.provider in (None, call.provider)
            and self.endpoint in (None, call.endpoint)
            and self.model in (None, call.model)
            and self.schema_name in (None, call.schema_name)
            and (self.contains is None or self.contains in call.text or self.contains in call.system)
        )


class Fault(Matcher):
    """One fault, and the calls it meets."""

    kind: FaultKind
    times: Annotated[int, Field(ge=1)] | None = 1  # None: until reset
    skip: Annotated[int, Field(ge=0)] = 0  # matching calls to let pass first
    share: Annotated[float, Field(gt=0, le=1)] = 1  # of the matching calls, drawn from the request itself
    seconds: Annotated[float, Field(ge=0)] | None = None
    retry_after: Annotated[float, Field(ge=0)] | None = None
    message: str | None = None  # for refusals: other words than the usual ones
    param: str | None = None  # and the field at fault
    usage: dict[str, int] | None = None  # for wrong_usage: the fields to report falsely

    def can_meet(self, call: Call) -> bool:
        """Whether it matches, and is a fault that such a call can have."""
        if self.kind in STREAMS_ONLY and not call.is_stream:
            return False
        if self.kind in TEXT_ONLY and call.endpoint not in TEXT_ENDPOINTS:
            return False
        return self.meets(call)


class Faults:
    """The faults switched on, in the order they were; a call has one at most."""

    def __init__(self) -> None:
        """None at first."""
        self._rules: list[Fault] = []
        self._met: dict[int, int] = {}
        self._given: dict[int, int] = {}
        self._seen: dict[str, int] = {}

    def add(self, fault: Fault) -> None:
        """Switch it on, after those that are."""
        self._rules.append(fault)

    def clear(self) -> None:
        """Switch all off, and draw anew."""
        self.__init__()  # type: ignore[misc]

    def active(self) -> list[Fault]:
        """Those that can still happen."""
        return [rule for at, rule in enumerate(self._rules) if not self._is_used_up(at, rule)]

    def take(self, call: Call) -> Fault | None:
        """The fault of this call. A share is drawn from the request and how often it came, not from the clock."""
        occurrence = self._seen[call.fingerprint] = self._seen.get(call.fingerprint, 0) + 1
        for at, rule in enumerate(self._rules):
            if self._is_used_up(at, rule) or not rule.can_meet(call):
                continue
            met = self._met[at] = self._met.get(at, 0) + 1
            if met <= rule.skip or _draw(f"{at}:{call.fingerprint}:{occurrence}") >= rule.share:
                continue
            self._given[at] = self._given.get(at, 0) + 1
            return rule
        return None

    def _is_used_up(self, at: int, rule: Fault) -> bool:
        return rule.times is not None and self._given.get(at, 0) >= rule.times


def _draw(seed: str) -> float:
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:6]) / 2**48
