"""Titles, a script and texts to be found by, as a frontend asks for them: over PostgREST, with a running worker."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import httpx
import pytest_asyncio

from tests.support.posts import ENGLISH
from tests.support.stacks import RunningStack, access_token, sign_up


class Frontend:
    """Calls functions as one signed-in person."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def call(self, function: str, **arguments: Any) -> httpx.Response:
        return await self._client.post(f"/rpc/{function}", json=arguments)

    async def made(self, asked: httpx.Response, getter: str) -> dict[str, Any]:
        assert asked.status_code == 200, asked.text
        for _ in range(1800):
            found: dict[str, Any] = (await self.call(getter, p_generation_id=asked.json()["generation_id"])).json()
            if found["status"] in ("completed", "failed"):
                assert found["status"] == "completed", found["error"]
                return found
            await asyncio.sleep(0.1)
        raise AssertionError(f"still {found['status']}")


@pytest_asyncio.fixture(scope="module")
async def seen(working_stack: RunningStack) -> dict[str, Any]:
    token = await access_token(await sign_up(working_stack))
    headers = {"apikey": working_stack.publishable_key, "authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=working_stack.rest_url, headers=headers, timeout=30) as client:
        frontend = Frontend(client)
        article = await frontend.made(
            await frontend.call(
                "create_generation", p_input_content=ENGLISH.read_text(), p_platforms=["x"], p_language="en"
            ),
            "get_generation",
        )
        key = str(uuid4())
        request = {
            "source_analysis": {"video_ids": [article["id"]]},
            "generation_params": {"count": 3, "style": "educational", "language": "en", "max_length": 70},
            "user_preferences": {"avoid_keywords": ["cheap"]},
            "idempotency_key": key,
        }
        asked = await frontend.call("generate_titles", **request)
        titles = await frontend.made(asked, "get_titles")
        repeated = await frontend.call("generate_titles", **request)
        script = await frontend.made(
            await frontend.call(
                "generate_script",
                title_id=titles["titles"][0]["id"],
                parameters={
                    "duration_seconds": 60,
                    "language": "en",
                    "style_preferences": {
                        "hook_intensity": "moderate",
                        "motivational_level": "light",
                        "include_statistics": True,
                        "include_call_to_action": True,
                    },
                },
            ),
            "get_script",
        )
        seo = await frontend.made(
            await frontend.call(
                "generate_seo_content",
                video_context={
                    "title": titles["titles"][0]["text"],
                    "script": script["script"]["full_text"],
                    "target_keywords": ["clear audio"],
                },
                requirements={"description_min_words": 40, "include_timestamps": True, "include_hashtags": True},
            ),
            "get_seo_content",
        )
        quotas = (await frontend.call("get_quotas")).json()
        refused = await frontend.call("generate_titles", source_analysis={"video_ids": []}, generation_params={})
        return {
            "titles": titles, "asked": asked.json(), "repeated": repeated.json(), "script": script, "seo": seo,
            "quotas": quotas, "refused": refused,
        }  # fmt: skip


def test_titles_have_the_shape_of_the_answer(seen: dict[str, Any]) -> None:
    titles = seen["titles"]["titles"]
    assert len(titles) == 3
    for title in titles:
        assert {
            "id", "text", "estimated_performance", "seo_score", "keywords_used", "character_count", "reasons"
        } <= title.keys()  # fmt: skip
        assert title["character_count"] == len(title["text"]) <= 70
        assert title["estimated_performance"] is None, "nothing of this channel was measured"
        assert any(reason.startswith("No prediction") for reason in title["reasons"])
    metadata = seen["titles"]["generation_metadata"]
    assert (metadata["model_used"], metadata["prompt_tokens"], metadata["cost_usd"]) == ("local-extractive", 0, 0)


def test_the_same_key_is_the_same_request(seen: dict[str, Any]) -> None:
    assert seen["repeated"] == seen["asked"]


def test_the_script_is_made_from_what_the_title_was_made_from(seen: dict[str, Any]) -> None:
    script = seen["script"]["script"]
    assert script["structured_content"]["hook"]["text"] in ENGLISH.read_text().replace("\n", " ")
    assert script["estimated_reading_time"] <= 60
    assert seen["script"]["quality_metrics"].keys() == {
        "hook_strength", "flow_coherence", "engagement_potential", "brand_alignment"
    }  # fmt: skip


def test_texts_to_be_found_by_say_what_they_rest_on(seen: dict[str, Any]) -> None:
    seo = seen["seo"]
    assert seo["description"]["word_count"] >= 40
    assert "clear audio" in seo["description"]["keywords_density"]
    assert {tag["search_volume"] for tag in seo["tags"]} == {None}
    assert seo["meta_data"]["estimated_reach"] is None
    assert seo["meta_data"]["competition_level"] is None
    assert seo["meta_data"]["basis"].keys() == {"estimated_reach", "competition_level", "search_volume"}


def test_each_request_cost_one_unit(seen: dict[str, Any]) -> None:
    [generations] = [quota for quota in seen["quotas"] if quota["metric"] == "generations"]
    assert (generations["used"], generations["reserved"]) == (4, 0)


def test_a_bad_field_is_named(seen: dict[str, Any]) -> None:
    assert seen["refused"].status_code == 422
    assert '"generation_params.count"' in seen["refused"].json()["details"].replace("\\", "")
