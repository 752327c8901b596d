"""Keep secrets out of logs and out of the error messages that reach the job row.

Covers nested values, tracebacks and messages of libraries; known values are searched for again in the finished line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import quote, quote_plus, unquote, urlsplit

MASK: Final = "[redacted]"
SHORTEST: Final = 6  # shorter values would blank out ordinary words

# `tokens` counts what a model used, so only the singular is a secret.
_NAMES = (
    r"(?:password|passwd|pwd|secret|token(?!s)|api[_-]?key|authorization|credential|private[_-]?key|session[_-]?id)"
)
_VALUE = r"""(?:\\?"(?:[^"\\]|\\.)*?\\?"|\\?'(?:[^'\\]|\\.)*?\\?'|[^\s"'\\,;&})\]]+)"""

_ASSIGN = r"\\?[\"']?\s*[:=,]\s*"
_PREFIXES = (
    r"sb_secret_|sb_publishable_|sbp_|whsec_|sk-|sk_live_|sk_test_|rk_live_|rzp_live_"
    r"|xox[abp]-|gh[pousr]_|AIza|ya29\.|EAA"
)
_AUTHORIZATION = rf"(?i)\b(authorization{_ASSIGN}\\?[\"']?)(?:(?:bearer|basic|token)\s+)?[^\s\"'\\,;)}}\]]+"

PATTERNS: Final = [
    # JSON Web Tokens, and the start of one cut off by a length limit
    (re.compile(r"\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}"), MASK),
    # keys that announce themselves
    (re.compile(rf"\b(?:{_PREFIXES})[\w.\-]{{6,}}"), MASK),
    # the header in any spelling, with or without a scheme
    (re.compile(_AUTHORIZATION), rf"\1{MASK}"),
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{6,}"), rf"\1 {MASK}"),
    # scheme://user:password@host
    (re.compile(r"(?i)\b([a-z][a-z0-9+.-]*://[^\s/:@\"']*):[^\s\"']*@"), rf"\1:{MASK}@"),
    # password=…, "api_key": "…", access_token='…'
    (re.compile(rf"(?i)([\w.-]*{_NAMES}[\w-]*\\?[\"']?\s*[:=]\s*){_VALUE}"), rf'\1"{MASK}"'),
]  # fmt: skip


SECRET_NAME: Final = re.compile(rf"(?i){_NAMES}")
KEPT = (bool, int, float, type(None))


class Redactor:
    """Replaces known secret values and everything that looks like one."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        spellings: set[str] = set()
        for secret in secrets:
            for value in (secret, *_parts_of_url(secret)):
                spellings.update((value, quote(value, safe=""), quote_plus(value), json.dumps(value)[1:-1]))
                spellings.add(json.dumps(value, ensure_ascii=False)[1:-1])
        known = sorted((value for value in spellings if len(value) >= SHORTEST), key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, known))) if known else None

    def __call__(self, text: str) -> str:
        """The same text without secrets."""
        text = self.known(text)
        for pattern, replacement in PATTERNS:
            text = pattern.sub(replacement, text)
        return text

    def known(self, text: str) -> str:
        """The same text without the values given to this redactor."""
        return self._known.sub(MASK, text) if self._known is not None else text

    def deep(self, value: Any) -> Any:
        """A copy of a nested value without secrets; whatever is not plain data becomes its redacted `repr`."""
        if isinstance(value, str):
            return self(value)
        if isinstance(value, KEPT):
            return value
        if isinstance(value, Mapping):
            return {
                self(str(key)): MASK if SECRET_NAME.search(str(key)) and item is not None else self.deep(item)
                for key, item in value.items()
            }
        if isinstance(value, list | tuple | set | frozenset):
            return [self.deep(item) for item in value]
        return self(value.decode(errors="replace") if isinstance(value, bytes) else repr(value))


def _parts_of_url(value: str) -> list[str]:
    """The password inside a DSN, as written and decoded: drivers print it in both forms."""
    if "://" not in value:
        match = re.search(r"password=('(?:[^'\\]|\\.)*'|\S+)", value)
        return [match.group(1).strip("'")] if match else []
    try:
        password = urlsplit(value).password
    except ValueError:
        return []
    return [password, unquote(password)] if password else []
