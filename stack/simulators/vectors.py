"""Embeddings whose likeness follows the words two texts share; the beginning of a long one is the short one."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np

Vector: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]
FULL = 3072
MAX_WORDS = 2_000
_WORD = re.compile(r"\w+")


def embed(text: str, dimensions: int, *, unit: bool = True) -> Vector:
    """A vector for the text; of length 1, unless the provider leaves that to its client."""
    words = _WORD.findall(text.lower())[:MAX_WORDS] or [text]
    total = np.zeros(FULL, np.float32)
    for word in words:
        # Short words are mostly grammar and would make all texts alike.
        total += _direction(word) * (0.2 if len(word) < 4 else 1.0)
    whole = total / np.linalg.norm(total)
    vector = whole[:dimensions]
    return vector / np.linalg.norm(vector) if unit else vector


@lru_cache(maxsize=20_000)
def _direction(word: str) -> Vector:
    seed = int.from_bytes(hashlib.sha256(word.encode("utf-8", "surrogatepass")).digest()[:8])
    return np.random.default_rng(seed).standard_normal(FULL, np.float32)
