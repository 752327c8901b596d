"""An output type accepts what its platform accepts and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from workers.providers.ai import export_schemas
from workers.providers.ai.posts import POST_TYPES

VALID: dict[str, dict[str, Any]] = {
    "tiktok": {"hooks": ["a b", "c d", "e f"], "talking_points": ["g"], "cta": "h", "hashtags": ["#Bread"]},
    "x": {"thread": ["1/2 a", "2/2 b"], "tweet_count": 2, "hashtags": ["#Bread"]},
    "threads": {"posts": ["a"], "topic_tag": "bread"},
    "linkedin": {"post": "Hook\n\nrest", "opening_hook": "Hook", "cta": "b?", "hashtags": []},
    "instagram": {"caption": "a #B1 #B2", "hashtags": ["#B1"], "alt_text": None},
    "email": {"subject": "s", "preheader": "p", "body": "b"},
}

BROKEN: list[tuple[str, str, Any]] = [
    ("tiktok", "hooks", ["a", "b"]),
    ("tiktok", "hooks", ["a", "b", "c" * 151]),
    ("tiktok", "talking_points", []),
    ("x", "thread", ["1/2 a", "2/3 b"]),
    ("x", "thread", ["a", "b"]),
    ("x", "thread", ["1/2 a", "2/2 " + "b" * 277]),
    ("x", "thread", ["1/2 a", "2/2 " + "日" * 139]),
    ("x", "thread", ["1/2 $AAPL $MSFT", "2/2 b"]),
    ("x", "tweet_count", 3),
    ("x", "hashtags", ["#a", "#b", "#c"]),
    ("threads", "posts", ["a" * 501]),
    ("threads", "posts", ["😀" * 126]),
    ("threads", "posts", ["#one #two"]),
    ("threads", "topic_tag", "a.b"),
    ("threads", "topic_tag", "a" * 51),
    ("linkedin", "post", "Hook" + "a" * 3000),
    ("linkedin", "post", "Other\n\nHook"),
    ("linkedin", "opening_hook", "a" * 211),
    ("instagram", "caption", "a" * 2201),
    ("instagram", "caption", "#a #b #c #d #e #f"),
    ("instagram", "caption", " ".join(f"@user{n}" for n in range(21))),
    ("instagram", "hashtags", ["no sign"]),
    ("email", "subject", "a" * 61),
    ("email", "subject", "two\nlines"),
    ("email", "preheader", "a" * 111),
    ("email", "body", " "),
    ("email", "body", "a\x00b"),
    ("email", "body", "a\u202eb"),
]


@pytest.mark.parametrize("platform", POST_TYPES)
def test_a_valid_output_is_accepted(platform: str) -> None:
    POST_TYPES[platform].model_validate(VALID[platform])


@pytest.mark.parametrize(("platform", "name", "value"), BROKEN)
def test_what_the_platform_refuses_is_refused(platform: str, name: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        POST_TYPES[platform].model_validate({**VALID[platform], name: value})


@pytest.mark.parametrize("platform", POST_TYPES)
def test_unknown_fields_are_refused(platform: str) -> None:
    with pytest.raises(ValidationError):
        POST_TYPES[platform].model_validate({**VALID[platform], "more": 1})


def test_the_exported_schemas_are_current() -> None:
    assert json.loads(export_schemas.TARGET.read_text()) == export_schemas.schemas(), (
        "run python -m workers.providers.ai.export_schemas"
    )
