"""Texts to be found by: what YouTube takes, scored by formula, with chapters reckoned and nothing invented."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import regex

from stack.simulators.server import Simulators
from tests.support.links import Ledger, job_context
from tests.support.posts import folded
from tests.support.text_requests import DOES_NOT_WRITE, Counting, prompted, seo_payload, tools
from workers.handlers.generate_seo_content import generate
from workers.runtime.errors import Rejected

STAMP = regex.compile(r"^(\d+):(\d{2}) \S", regex.MULTILINE)


async def written(payload: dict[str, Any], chosen: Any = None) -> dict[str, Any]:
    ctx = job_context(Ledger(), "generate_seo_content", payload)
    await generate(ctx, chosen or tools(Counting()))
    state: dict[str, Any] = ctx.checkpoints["written"]
    return state


@pytest.mark.parametrize("language", ["en", "nl"])
async def test_the_local_provider_describes_by_the_script_s_own_sentences(language: str) -> None:
    payload = seo_payload(language)
    state = await written(payload)
    description = state["description"]
    assert description["word_count"] >= 150
    whole = folded(payload["script"])
    body = description["text"].split("\n\n0:00")[0]
    for paragraph in body.split("\n\n"):
        for sentence in regex.split(r"(?<=[.!?]) ", paragraph):
            assert folded(sentence).strip(".") in whole
    assert 0 <= description["seo_score"] <= 100
    assert set(description["keywords_density"]) == set(payload["target_keywords"])
    assert DOES_NOT_WRITE[language] in " ".join(state["notes"])


async def test_chapters_begin_at_zero_and_are_long_enough() -> None:
    text = (await written(seo_payload()))["description"]["text"]
    starts = [int(minutes) * 60 + int(seconds) for minutes, seconds in STAMP.findall(text)]
    assert starts[0] == 0
    assert len(starts) >= 3
    assert all(later - earlier >= 10 for earlier, later in itertools.pairwise(starts))


async def test_chapters_and_hashtags_only_where_wanted() -> None:
    state = await written(seo_payload(include_timestamps=False, include_hashtags=False))
    assert not STAMP.search(state["description"]["text"])
    assert state["suggested_hashtags"] == []
    assert "#" not in state["description"]["text"]


async def test_a_script_too_short_for_chapters_is_told_so() -> None:
    script = "Grind the beans fresh every morning. Then wait a minute before you pour the water."
    state = await written(seo_payload(script=script, target_keywords=["beans"]))
    assert (
        "The script is too short for chapters: YouTube wants three of ten seconds each." in state["optimization_tips"]
    )
    assert any("of the 150 words that were asked for" in note for note in state["notes"])


async def test_tags_are_those_youtube_takes() -> None:
    state = await written(seo_payload(max_tags=7, target_keywords=["room", "clear audio at home", "<b>x</b>"]))
    tags = [tag["tag"] for tag in state["tags"]]
    assert 3 <= len(tags) <= 7
    assert "room" in tags
    assert not any("<" in tag or "," in tag for tag in tags)
    assert sum(len(tag) + 3 for tag in tags) <= 500
    scores = [tag["relevance_score"] for tag in state["tags"]]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


async def test_no_tags_where_none_are_wanted() -> None:
    assert (await written(seo_payload(max_tags=0)))["tags"] == []


async def test_a_script_of_code_only_is_refused() -> None:
    with pytest.raises(Rejected) as refusal:
        await written(seo_payload(script="x = y + 1;\n" * 30))
    assert refusal.value.code in ("INPUT_NO_PROSE", "INPUT_TOO_SHORT")


@pytest.mark.parametrize("provider", ["openai", "google", "anthropic"])
async def test_every_provider_is_asked_by_the_same_prompt(sims: Simulators, provider: str) -> None:
    async with prompted(sims, provider) as chosen:
        state = await written(seo_payload(description_min_words=20), chosen)
    assert state["prompt"] == "seo_content/v1"
    assert {call["feature"] for call in state["usage"]} == {"seo_content"}
    assert state["tags"]


def answer(chapters: int, **changes: Any) -> dict[str, Any]:
    return {
        "description": "The microphone comes first. " * 45,
        "chapter_titles": [f"Part {number}" for number in range(1, chapters + 1)],
        "tags": ["microphone", "Microphone", "#room", "a, b", "x" * 61],
        "hashtags": ["#Micro phone", "room", "123", "Room"],
        **changes,
    }


async def test_what_a_model_gives_is_made_fit(sims: Simulators) -> None:
    text = "The microphone comes first. " * 45 + "\n\n0:00 Intro\n#a #b"
    sims.answer(schema_name="seo_content", data=answer(0, description=text))
    async with prompted(sims, "openai") as chosen:
        state = await written(seo_payload(include_timestamps=False), chosen)
    assert sorted(tag["tag"] for tag in state["tags"]) == ["a b", "microphone", "room"]
    assert state["suggested_hashtags"] == ["#Microphone", "#room"]
    assert "0:00" not in state["description"]["text"]
    assert state["description"]["text"].endswith("#Microphone #room")


async def test_too_short_a_description_is_asked_for_once_more(sims: Simulators) -> None:
    sims.answer(schema_name="seo_content", data=answer(0))
    sims.answer(schema_name="seo_content", data=answer(0, description="Short."), times=1)
    async with prompted(sims, "openai") as chosen:
        state = await written(seo_payload(include_timestamps=False), chosen)
    assert [call["status"] for call in state["usage"]] == ["failed", "succeeded"]


async def test_short_words_make_no_description_too_short(sims: Simulators) -> None:
    """130 of 150 words are enough, though they have but four letters each."""
    sims.answer(schema_name="seo_content", data=answer(0, description="You hear the room in it, not you. " * 17))
    async with prompted(sims, "openai") as chosen:
        state = await written(seo_payload(include_timestamps=False), chosen)
    assert state["description"]["word_count"] == 136
    assert [call["status"] for call in state["usage"]] == ["succeeded"]


async def test_each_chapter_gets_a_name(sims: Simulators) -> None:
    sims.answer(schema_name="seo_content", data=answer(2), times=1)
    async with prompted(sims, "openai") as chosen:
        state = await written(seo_payload(), chosen)
    assert len(sims.ledger.entries) >= 2, "two names for more chapters are sent back"
    assert len(STAMP.findall(state["description"]["text"])) >= 3
