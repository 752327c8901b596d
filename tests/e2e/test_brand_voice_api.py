"""A brand learns its voice and writes in it, as a frontend asks for it: over PostgREST, with a running worker."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest_asyncio

from tests.support.posts import ENGLISH
from tests.support.stacks import RunningStack, access_token, sign_up


async def made(client: httpx.AsyncClient, getter: str, **arguments: Any) -> dict[str, Any]:
    for _ in range(1800):
        found: dict[str, Any] = (await client.post(f"/rpc/{getter}", json=arguments)).json()
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
        kept = {"prefer": "return=representation"}
        [brand] = (await client.post("/brand_profiles", json={"name": "Room"}, headers=kept)).json()
        refused = await client.post("/rpc/learn_brand_voice", json={"p_brand_profile_id": brand["id"]})
        asked = await client.post(
            "/rpc/learn_brand_voice",
            json={"p_brand_profile_id": brand["id"], "p_sources": [{"type": "text", "text": ENGLISH.read_text()}]},
        )
        assert asked.status_code == 200, asked.text
        voice = await made(client, "get_brand_voice", p_brand_profile_id=brand["id"])
        await client.post("/rpc/set_default_brand_profile", json={"p_brand_profile_id": brand["id"]})
        request = {"p_input_content": ENGLISH.read_text(), "p_platforms": ["linkedin"], "p_language": "en"}
        article = (await client.post("/rpc/create_generation", json=request)).json()
        await made(client, "get_generation", p_generation_id=article["generation_id"])
        columns = "brand_profile_id,voice_fit_score"
        [post] = (await client.get(f"/generated_content?select={columns}&brand_profile_id=eq.{brand['id']}")).json()
        titles = await client.post(
            "/rpc/generate_titles",
            json={
                "source_analysis": {"video_ids": [article["generation_id"]]},
                "generation_params": {"count": 2, "style": "educational", "language": "en", "max_length": 70},
            },
        )
        assert titles.status_code == 200, titles.text
        await made(client, "get_titles", p_generation_id=titles.json()["generation_id"])
        scored = (
            await client.get(
                f"/generated_content?select={columns}&content_type=eq.title&brand_profile_id=eq.{brand['id']}"
            )
        ).json()
        samples = (await client.get("/brand_voice_samples?select=sample_text,embedding_dimensions")).json()
        stranger = await access_token(await sign_up(working_stack))
        theirs = {**headers, "authorization": f"Bearer {stranger}"}
        foreign = await client.post("/rpc/get_brand_voice", json={"p_brand_profile_id": brand["id"]}, headers=theirs)
    return {
        "brand": brand, "refused": refused, "voice": voice, "post": post, "titles": scored, "samples": samples,
        "foreign": foreign,
    }  # fmt: skip


def test_a_brand_without_texts_says_what_is_missing(seen: dict[str, Any]) -> None:
    assert seen["refused"].status_code == 422
    assert seen["refused"].json()["code"] == "VALIDATION_ERROR"


def test_the_voice_says_what_was_counted_and_by_whom(seen: dict[str, Any]) -> None:
    voice = seen["voice"]
    assert voice["is_calibrated"]
    assert voice["progress_percentage"] == 100
    assert voice["tone_card_ai_model"] == "local-extractive"
    assert voice["tone_card"]["traits"]
    assert voice["tone_card"]["measures"]["words_per_sentence"] > 5
    assert len(seen["samples"]) == voice["sample_count"] >= 8
    assert {sample["embedding_dimensions"] for sample in seen["samples"]} == {256}


def test_what_is_written_says_how_well_it_fits(seen: dict[str, Any]) -> None:
    assert seen["post"]["voice_fit_score"] > 60, "its own sentences"
    assert len(seen["titles"]) == 2
    assert {title["voice_fit_score"] for title in seen["titles"]} == {None}, "a title is too short to tell"


def test_others_learn_nothing_of_it(seen: dict[str, Any]) -> None:
    assert seen["foreign"].status_code == 404
