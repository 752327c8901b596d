"""How deep JSON is nested, without parsing it: the service behind recurses over bodies and fails on deep ones."""

from __future__ import annotations

import re

import numpy as np

MAX_DEPTH = 512
BLOCK = 1024 * 1024
# One that never ends reaches to the end of the body.
STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)

_STEP = np.zeros(256, dtype=np.int8)
_STEP[list(b"[{")] = 1
_STEP[list(b"]}")] = -1


def is_too_deep(body: bytes) -> bool:
    """Whether arrays and objects are nested more than `MAX_DEPTH` deep."""
    if body.count(b"[") + body.count(b"{") <= MAX_DEPTH:
        return False
    bare = STRING.sub(b"", body)
    depth = 0
    for start in range(0, len(bare), BLOCK):
        block = np.frombuffer(bare, dtype=np.uint8, count=min(BLOCK, len(bare) - start), offset=start)
        depths = np.cumsum(_STEP[block], dtype=np.int64)
        if depth + int(depths.max()) > MAX_DEPTH:
            return True
        depth += int(depths[-1])
    return False
