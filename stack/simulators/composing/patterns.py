"""A text that matches a regular expression, for schemas with a `pattern`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_SAMPLES = "a1 A-_.#@:/"


def fits(pattern: str, text: str) -> bool:
    """Whether the text matches as JSON schema understands a pattern; one we cannot read fits everything."""
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return True


def example(pattern: str, candidates: Iterable[str]) -> str | None:
    """The first candidate that fits, else a text made from the pattern itself; None when that does not work."""
    for candidate in candidates:
        if fits(pattern, candidate):
            return candidate
    try:
        made = _join(parser.parse(pattern))
    except (re.error, _UnknownError, RecursionError):
        return None
    return made if fits(pattern, made) else None


class _UnknownError(Exception):
    pass


def _join(parts: Any) -> str:
    return "".join(_one(op, argument) for op, argument in parts)


def _one(op: Any, argument: Any) -> str:
    if op is ops.LITERAL:
        return chr(int(argument))
    if op is ops.NOT_LITERAL:
        return next(sample for sample in _SAMPLES if sample != chr(argument))
    if op is ops.ANY:
        return "a"
    if op is ops.IN:
        return next((sample for sample in _SAMPLES if _in(argument, sample)), None) or _first(argument)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        least, _, parts = argument
        return _join(parts) * int(least)
    if op is ops.SUBPATTERN:
        return _join(argument[3])
    if op is ops.ATOMIC_GROUP:
        return _join(argument)
    if op is ops.BRANCH:
        return _join(argument[1][0])
    if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
        return ""
    raise _UnknownError


def _in(items: Any, sample: str) -> bool:
    negated = items[0][0] is ops.NEGATE
    return negated != any(_matches(op, argument, sample) for op, argument in items if op is not ops.NEGATE)


def _matches(op: Any, argument: Any, sample: str) -> bool:
    if op is ops.LITERAL:
        return chr(argument) == sample
    if op is ops.RANGE:
        return bool(argument[0] <= ord(sample) <= argument[1])
    if op is ops.CATEGORY:
        digit, word, space = sample.isdigit(), sample.isalnum() or sample == "_", sample.isspace()
        kinds = {
            ops.CATEGORY_DIGIT: digit,
            ops.CATEGORY_NOT_DIGIT: not digit,
            ops.CATEGORY_WORD: word,
            ops.CATEGORY_NOT_WORD: not word,
            ops.CATEGORY_SPACE: space,
            ops.CATEGORY_NOT_SPACE: not space,
        }
        return kinds.get(argument, False)
    raise _UnknownError


def _first(items: Any) -> str:
    for op, argument in items:
        if op is ops.LITERAL:
            return chr(argument)
        if op is ops.RANGE:
            return chr(argument[0])
    raise _UnknownError
