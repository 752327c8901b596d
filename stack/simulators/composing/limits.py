"""Schemas and limits that a request states in words, because its provider does not take them as keywords."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

_KEYWORD = re.compile(
    r"\b(minLength|maxLength|minItems|maxItems|minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf)"
    r"\s*[:=]\s*(-?\d+(?:\.\d+)?)"
)
_PHRASE = re.compile(r"\b(at least|at most|more than|less than|a multiple of) (-?\d+(?:\.\d+)?)( characters| items)?")
_PATTERN = re.compile(r"\b(?:matching |pattern\s*[:=]\s*)(\S+?)(?=, (?:as|min|max|format|unique)\b|[)}]?\s*$)")
_FIELD = re.compile(
    r"\b([a-z]+(?:_[a-z]+)*): [^:\n]{0,200}?"
    r"(?:at most|hoogstens|maximaal|ten hoogste) (\d[\d.,]*\d) (?:characters|tekens)"
)
_NAMES = {
    ("at least", " characters"): "minLength",
    ("at most", " characters"): "maxLength",
    ("at least", " items"): "minItems",
    ("at most", " items"): "maxItems",
    ("at least", ""): "minimum",
    ("at most", ""): "maximum",
    ("more than", ""): "exclusiveMinimum",
    ("less than", ""): "exclusiveMaximum",
    ("a multiple of", ""): "multipleOf",
}
_KINDS: dict[str, Callable[[str], bool]] = {
    "string": lambda name: name.endswith("Length") or name == "pattern",
    "array": lambda name: name.endswith("Items"),
    "number": lambda name: name in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}


def stated(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with the limits of its description added; its own keywords win."""
    description = schema.get("description")
    if not isinstance(description, str):
        return schema
    words: dict[str, Any] = {name: _number(value) for name, value in _KEYWORD.findall(description)}
    for relation, value, unit in _PHRASE.findall(description):
        if (name := _NAMES.get((relation, unit))) is not None:
            words.setdefault(name, _number(value))
    if found := _PATTERN.search(description):
        words["pattern"] = found[1]
    kind = str(schema.get("type", "")).lower().replace("integer", "number")
    fits = _KINDS.get(kind)
    return {name: value for name, value in words.items() if fits is None or fits(name)} | schema


def lengths(instructions: str) -> dict[str, int]:
    """Greatest lengths of fields that a prompt describes, as in `subject: one line of at most 60 characters`."""
    return {name: int(most.replace(",", "").replace(".", "")) for name, most in _FIELD.findall(instructions)}


def written_out(instructions: str) -> dict[str, Any] | None:
    """The JSON schema that instructions contain in full, if they do."""
    decoder = json.JSONDecoder()
    for found in re.finditer(r"(?m)^\{", instructions):
        try:
            schema, _ = decoder.raw_decode(instructions, found.start())
        except ValueError:
            continue
        if isinstance(schema, dict) and isinstance(schema.get("properties"), dict):
            return schema
    return None


def _number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() else value
