"""A platform's output as running text: what its reader reads, without numbering and hashtags."""

from collections.abc import Mapping
from typing import Any, Final

import regex

_PARTS: Final = ("hooks", "talking_points", "thread", "posts", "post", "caption", "body")
_PLACE: Final = regex.compile(r"^\d+/\d+\s+")
_TAGS: Final = regex.compile(r"(?<!\w)#\p{L}\w*")


def plain_text(output: Mapping[str, Any]) -> str:
    """Paragraphs apart by blank lines; empty for an output of another shape."""
    found: list[str] = []
    for part in _PARTS:
        value = output.get(part)
        found += [value] if isinstance(value, str) else [str(one) for one in value or ()]
    return "\n\n".join(text for text in (_TAGS.sub("", _PLACE.sub("", one)).strip() for one in found) if text)
