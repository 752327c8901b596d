"""Relations between fields that no JSON schema states, but every prompt asks for: a model would keep to them."""

from __future__ import annotations

import re
from typing import Any

_START = re.compile(r"^(start|begin|from)(?:_(?:seconds|second|at|time|s|ms))?$")
_END = re.compile(r"^(end|stop|to)(?:_(?:seconds|second|at|time|s|ms))?$")
_COUNT_OF = {"tweet_count": "thread", "post_count": "posts", "thread_length": "thread"}


def finished(made: dict[str, Any]) -> dict[str, Any]:
    """The object with the relations between its fields put right."""
    thread = made.get("thread")
    if "tweet_count" in made and isinstance(thread, list) and all(isinstance(post, str) for post in thread):
        made["thread"] = [f"{at}/{len(thread)} {post}" for at, post in enumerate(thread, start=1)]
    hook, post = made.get("opening_hook"), made.get("post")
    if isinstance(hook, str) and isinstance(post, str) and not post.startswith(hook):
        made["post"] = f"{hook}\n\n{post}"
    for count, counted in _COUNT_OF.items():
        if count in made and isinstance(made.get(counted), list):
            made[count] = len(made[counted])
    return made


def in_order(items: list[Any]) -> list[Any]:
    """The list, with spans of time that follow each other."""
    for at, item in enumerate(items):
        if not isinstance(item, dict):
            continue
        start = next((name for name in item if _START.match(name) and _is_number(item[name])), None)
        end = next((name for name in item if _END.match(name) and _is_number(item[name])), None)
        if start is not None and end is not None:
            scale = 1000 if start.endswith("_ms") else 1
            item[start], item[end] = at * 10 * scale, (at * 10 + 8) * scale
    return items


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
