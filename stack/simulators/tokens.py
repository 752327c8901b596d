"""Counting tokens: four bytes are one. Not a provider's own count, but the same for the same text, everywhere here."""

from __future__ import annotations

import json
from typing import Any

PER_MESSAGE = 4
BYTES = 4


def count(text: str) -> int:
    """Tokens of a text; none for an empty one."""
    return -(-len(text.encode("utf-8", "surrogatepass")) // BYTES)


def count_input(system: str, texts: list[str], schema: dict[str, Any] | None) -> int:
    """Tokens of a whole prompt, with its schema."""
    prompt = sum(count(text) + PER_MESSAGE for text in texts)
    return prompt + (count(system) + PER_MESSAGE if system else 0) + (count(json.dumps(schema)) if schema else 0)


def cut(text: str, tokens: int) -> str:
    """The beginning of a text that has at most so many tokens."""
    return text.encode("utf-8", "surrogatepass")[: max(tokens, 0) * BYTES].decode("utf-8", "ignore")
