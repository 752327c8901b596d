"""Limits that a schema states in words: adapters move there what a provider does not take as a keyword."""

from __future__ import annotations

import re
from typing import Any

_KEYWORD = re.compile(
    r"\b(minLength|maxLength|minItems|maxItems|minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf)"
    r"\s*[:=]\s*(-?\d+(?:\.\d+)?)"
)
_PATTERN = re.compile(r"\bpattern\s*[:=]\s*(\S+?)(?:, (?:min|max|format|unique)\w*:|\}\s*$|\s|$)")
_CHARACTERS = re.compile(r"\bat most (\d+) (?:characters|tekens)", re.IGNORECASE)


def stated(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with the limits of its description added; its own keywords win."""
    description = schema.get("description")
    if not isinstance(description, str):
        return schema
    words: dict[str, Any] = {name: _number(value) for name, value in _KEYWORD.findall(description)}
    if found := _PATTERN.search(description):
        words["pattern"] = found[1]
    if found := _CHARACTERS.search(description):
        words.setdefault("maxLength", int(found[1]))
    return words | schema if words else schema


def _number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() else value
