"""Content that is wrong in the ways models get it wrong."""

from __future__ import annotations

import json
from typing import Any

REFUSAL_TEXT = "I can't help with that request."


def cut_off(text: str) -> str:
    """JSON that ends in the middle, or half a text."""
    return text[: max(1, len(text) * 2 // 3)]


def fenced(text: str) -> str:
    """The answer wrapped in politeness and a code fence."""
    return f"Here is the JSON you asked for:\n\n```json\n{text}\n```\n\nLet me know if you need anything else!"


def violating(text: str) -> str:
    """Valid JSON that breaks its schema: the first field is missing, the rest have the wrong type."""
    try:
        value = json.loads(text)
    except ValueError:
        return json.dumps({"unexpected": text[:80]})
    return json.dumps(_broken(value), ensure_ascii=False)


def _broken(value: Any) -> Any:
    if not isinstance(value, dict) or not value:
        return {"unexpected": True}
    kept = list(value.items())[1:]
    return {key: {"unexpected": True} for key, _ in kept} | {"unexpected": True}
