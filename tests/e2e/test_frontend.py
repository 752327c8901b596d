"""What a frontend developer does, with the unmodified supabase-js, from sign-up to the result."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest_asyncio

from stack.layout import node
from tests.support.stacks import RunningStack

HERE = Path(__file__).parent
ARTICLE = HERE.parent.parent / "examples" / "clear-audio-in-an-ordinary-room.md"


@pytest_asyncio.fixture(scope="module")
async def seen(working_stack: RunningStack) -> dict[str, Any]:
    process = await asyncio.create_subprocess_exec(
        str(node()), str(HERE / "frontend.mjs"), working_stack.url, working_stack.publishable_key, ARTICLE.read_text(),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    output, complaint = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0, complaint.decode()
    answer: dict[str, Any] = json.loads(output)
    return answer


def test_every_platform_is_made(seen: dict[str, Any]) -> None:
    assert seen["made"]["reused"] is False
    assert seen["generation"]["status"] == "completed"
    assert set(seen["generation"]["outputs"]) == {"x", "linkedin", "email"}
    assert all(len(post) <= 400 for post in seen["generation"]["outputs"]["x"]["thread"])


def test_each_platform_is_announced_live(seen: dict[str, Any]) -> None:
    assert sorted(seen["live"]) == [["email", "completed"], ["linkedin", "completed"], ["x", "completed"]]


def test_row_changes_arrive_too(seen: dict[str, Any]) -> None:
    assert sorted(seen["rows"]) == ["email", "linkedin", "x"]


def test_a_bad_argument_is_named(seen: dict[str, Any]) -> None:
    assert seen["refused"]["status"] == 422
    assert seen["refused"]["error"]["code"] == "VALIDATION_ERROR"
    assert json.loads(seen["refused"]["error"]["details"]) == {"field": "p_platforms"}


def test_the_same_request_is_free(seen: dict[str, Any]) -> None:
    assert seen["again"]["reused"] is True
    assert seen["again"]["generation_id"] == seen["made"]["generation_id"]
    [generations] = [quota for quota in seen["quotas"] if quota["metric"] == "generations"]
    assert (generations["used"], generations["reserved"]) == (1, 0)


def test_content_and_notice_can_be_read(seen: dict[str, Any]) -> None:
    assert seen["content"] == [
        {"target_platform": platform, "status": "generated", "generations": {"status": "completed"}}
        for platform in ("email", "linkedin", "x")
    ]
    assert [notice["title"] for notice in seen["unread"]] == ["3 of 3 posts ready"]
