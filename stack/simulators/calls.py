"""What every simulated API has in common: a call, what it consumes, and the reply to it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

_LONG = re.compile(r"[\w-]{16,}")
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[A-Za-z]")
Finish = Literal["stop", "length", "refusal", "content_filter", "blocked"]


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call. Cached ones are part of the input, reasoning ones part of the output."""

    input_tokens: int = 0
    cached_input_tokens: int = 0
    output_tokens: int = 0
    reasoning_tokens: int = 0
    audio_seconds: int = 0
    total_tokens: int | None = None  # set only to a sum that is wrong

    def changed(self, values: dict[str, int]) -> Usage:
        """A copy with the given fields in place of its own."""
        return replace(self, **values)

    @property
    def total(self) -> int:
        """What is reported as the sum."""
        return self.input_tokens + self.output_tokens if self.total_tokens is None else self.total_tokens


@dataclass(frozen=True)
class Call:
    """One request, read; in terms that no provider owns."""

    provider: str
    endpoint: str
    model: str
    body: dict[str, Any]
    key: str = ""  # the key's fingerprint
    system: str = ""
    text: str = ""
    schema: dict[str, Any] | None = None
    schema_name: str | None = None
    max_output_tokens: int | None = None
    input_tokens: int = 0
    is_stream: bool = False
    thinks: bool = False
    is_tool: bool = False  # the answer is wanted as the arguments of a tool
    extra: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def fingerprint(self) -> str:
        """The same for the same request to the same endpoint, whatever random delimiters it has."""
        body = _LONG.sub(_unless_random, json.dumps(self.body, sort_keys=True, default=repr))
        return hashlib.sha256(f"{self.provider} {self.endpoint} {self.model} {body}".encode()).hexdigest()[:24]


def _unless_random(found: re.Match[str]) -> str:
    """Long, with letters and digits: nothing that was written by hand."""
    return "" if _DIGIT.search(found[0]) and _LETTER.search(found[0]) else found[0]


@dataclass(frozen=True)
class Reply:
    """The work, done: what the provider bills and what it tells."""

    finish: Finish
    billed: Usage
    reported: Usage | None  # None: the answer says nothing about usage
    text: str = ""
    payload: Any = None
    request_id: str = ""
    number: int = 0
    created: int = 0
