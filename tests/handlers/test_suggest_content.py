"""Suggestions rest on what the item says; each call is made once, whatever happens between."""

from __future__ import annotations

from typing import Any

import pytest

from stack.simulators.server import Simulators
from tests.support.links import Ledger, job_context
from tests.support.posts import DUTCH, ENGLISH
from tests.support.text_requests import WORKED, Counting, prompted, tools
from workers.handlers.suggest_content import suggest
from workers.providers.ai.prompted.prompts import render
from workers.providers.ai.tasks.seo_content import WriteSeoContent
from workers.runtime.errors import RateLimited, Rejected

TEXTS = {"en": ENGLISH, "nl": DUTCH}


def payload(language: str = "en", **changes: Any) -> dict[str, Any]:
    return {
        "language": language,
        "title": "My video",
        "text": TEXTS[language].read_text(),
        "tags": ["audio"],
        "what_worked": WORKED,
        **changes,
    }


@pytest.mark.parametrize("language", ["en", "nl"])
async def test_the_local_provider_suggests_from_the_text_alone(language: str) -> None:
    ledger = Ledger()
    ctx = job_context(ledger, "suggest_content", payload(language))
    assert (await suggest(ctx, tools(Counting()))).titles == 5
    assert ledger.steps == ["analysis", "titles"]
    state = ctx.checkpoints["written"]
    assert len(set(state["titles"])) == 5
    assert "My video" not in state["titles"]
    assert state["description"]
    assert 0 <= state["seo_score"] <= 100
    assert all(len(tag) <= 100 and "#" not in tag for tag in [*state["tags"], *state["hashtags"]])
    assert state["ai_model"] == "local-extractive"
    assert state["topics"]


async def test_trending_words_count_only_where_the_text_holds_them() -> None:
    ctx = job_context(Ledger(), "suggest_content", payload(trending=["microphone", "skydiving", "mic"]))
    await suggest(ctx, tools(Counting()))
    keywords = ctx.checkpoints["written"]["keywords"]
    assert keywords[0] == "microphone"
    assert "skydiving" not in keywords
    assert len(keywords) <= 10


async def test_what_the_text_says_once_is_no_topic_and_no_hashtag_but_a_word_to_search_for() -> None:
    text = (
        "If you record at home it mostly sounds hollow. Hang a blanket behind you and sit close to it. Switch the "
        "fridge off for a while. Speak past the microphone and not into it. Listen to all of it once more with "
        "headphones."
    )
    ctx = job_context(Ledger(), "suggest_content", payload(text=text, tags=["audio"]))
    await suggest(ctx, tools(Counting()))
    state = ctx.checkpoints["written"]
    assert "blanket" in state["keywords"]
    assert (state["topics"], state["hashtags"]) == ([], ["Audio"])
    assert not [title for title in state["titles"] if title.startswith(("Blanket", "Fridge", "Microphone"))]


@pytest.mark.parametrize("provider", ["openai", "anthropic", "google"])
async def test_a_model_is_asked_three_times_and_billed_three_times(sims: Simulators, provider: str) -> None:
    ctx = job_context(Ledger(), "suggest_content", payload())
    async with prompted(sims, provider) as made:
        await suggest(ctx, made)
    calls = [call for step in ("analysis", "titles", "written") for call in ctx.checkpoints[step]["usage"]]
    assert [call["feature"] for call in calls] == ["analysis", "titles", "seo_content"]
    billed = [entry.billed for entry in sims.ledger.entries]
    assert [call["prompt_tokens"] for call in calls] == [one.input_tokens for one in billed if one]


@pytest.mark.parametrize("step", ["analysis", "titles"])
async def test_after_a_crash_nothing_is_asked_twice(step: str) -> None:
    counting, ledger = Counting(), Ledger()
    ledger.crash_after = step
    first = job_context(ledger, "suggest_content", payload())
    with pytest.raises(ConnectionResetError):
        await suggest(first, tools(counting))
    second = job_context(Ledger(), "suggest_content", payload(), checkpoints=first.job.checkpoints, attempt=2)
    await suggest(second, tools(counting))
    assert counting.calls == 3


async def test_a_limit_of_the_provider_is_for_the_engine_to_wait_out() -> None:
    ctx = job_context(Ledger(), "suggest_content", payload())
    with pytest.raises(RateLimited):
        await suggest(ctx, tools(Counting(RateLimited("slow down"))))
    assert ctx.checkpoints == {}


async def test_a_suggestion_repeats_no_instructions(sims: Simulators) -> None:
    told = render(WriteSeoContent(title="x", script="y")).system[30:150]
    content = {"description": f"{'Hang a curtain. ' * 50}{told}", "tags": [], "hashtags": [], "chapter_titles": []}
    sims.answer(schema_name="seo_content", data=content)
    ctx = job_context(Ledger(), "suggest_content", payload())
    async with prompted(sims, "openai") as made:
        with pytest.raises(Rejected) as refused:
            await suggest(ctx, made)
    assert refused.value.code == "AI_MALFORMED"
    assert "repeats instructions" in refused.value.message
    assert "written" not in ctx.checkpoints
