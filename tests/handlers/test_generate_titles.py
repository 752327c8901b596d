"""Titles: as many as asked for, within what was asked, scored, and paid for once."""

from __future__ import annotations

import pytest

from stack.simulators.server import Simulators
from tests.support.links import Ledger, job_context
from tests.support.models import row
from tests.support.text_requests import DOES_NOT_WRITE, TITLES, Counting, prompted, source, titles_payload, tools
from workers.handlers.generate_titles import generate
from workers.runtime.errors import RateLimited, Rejected
from workers.text.density import used
from workers.writing.steps import Tools


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("style", ["motivational", "educational", "entertainment", "business"])
async def test_the_local_provider_makes_as_many_as_asked_for(language: str, style: str) -> None:
    ctx = job_context(Ledger(), "generate_titles", titles_payload(language, style=style, count=10, max_length=70))
    assert (await generate(ctx, tools(Counting()))).count == 10
    state = ctx.checkpoints["written"]
    texts = [title["text"] for title in state["titles"]]
    assert len({text.casefold() for text in texts}) == 10
    assert all(0 < len(text) <= 70 for text in texts)
    assert TITLES[language] not in texts
    assert all(0 <= title["seo_score"] <= 100 and title["reasons"] for title in state["titles"])
    assert state["ai_model"] == "local-extractive"
    assert state["usage"] == []
    assert DOES_NOT_WRITE[language] in state["notes"][0]


async def test_the_same_request_makes_the_same_titles() -> None:
    found = []
    for _ in range(2):
        ctx = job_context(Ledger(), "generate_titles", titles_payload())
        await generate(ctx, tools(Counting()))
        found.append([title["text"] for title in ctx.checkpoints["written"]["titles"]])
    assert found[0] == found[1]


async def test_what_is_to_be_avoided_or_known_does_not_come() -> None:
    first = job_context(Ledger(), "generate_titles", titles_payload())
    await generate(first, tools(Counting()))
    earlier = [title["text"] for title in first.checkpoints["written"]["titles"]]
    ctx = job_context(
        Ledger(), "generate_titles", titles_payload(earlier_titles=earlier, avoid_keywords=["microphone"], count=10)
    )
    await generate(ctx, tools(Counting()))
    texts = [title["text"] for title in ctx.checkpoints["written"]["titles"]]
    assert not set(texts) & set(earlier)
    assert not any(used(text, ["microphone"]) for text in texts)


async def test_keywords_alone_are_enough_and_nothing_at_all_is_not() -> None:
    ctx = job_context(Ledger(), "generate_titles", titles_payload(sources=[], target_keywords=["home coffee"]))
    assert (await generate(ctx, tools(Counting()))).count == 5
    assert all("home coffee" in title["keywords_used"] for title in ctx.checkpoints["written"]["titles"])
    with pytest.raises(Rejected) as refusal:
        await generate(job_context(Ledger(), "generate_titles", titles_payload(sources=[])), tools(Counting()))
    assert refusal.value.code == "INPUT_EMPTY"


async def test_the_best_source_is_a_reason() -> None:
    ctx = job_context(Ledger(), "generate_titles", titles_payload(sources=[source(), source(performance_score=None)]))
    await generate(ctx, tools(Counting()))
    reasons = ctx.checkpoints["written"]["titles"][0]["reasons"]
    assert f'Made from "{TITLES["en"]}", performance score 81.' in reasons


async def test_whoever_follows_the_job_sees_that_the_writing_begins_at_no_round_trip() -> None:
    ledger = Ledger()
    ledger.functions["ai_route"] = [row("local")]
    ctx = job_context(ledger, "generate_titles", titles_payload())
    await generate(ctx, Tools())
    ((function, given),) = ledger.calls
    assert function == "ai_route"
    assert (given["p_call"]["step"], given["p_call"]["progress"]) == ("writing", 0.05)
    assert (given["p_call"]["job_id"], given["p_call"]["lease"]) == (ctx.job.id, ctx.job.lease)
    assert (ledger.steps, ledger.progress) == ([], [])


async def test_what_was_written_is_not_written_again() -> None:
    counting = Counting()
    ctx = job_context(Ledger(), "generate_titles", titles_payload())
    await generate(ctx, tools(counting))
    assert ctx.last_step is not None
    assert ctx.last_step[:2] == ("written", ctx.checkpoints["written"])
    again = job_context(Ledger(), "generate_titles", titles_payload(), checkpoints=ctx.checkpoints, attempt=2)
    assert (await generate(again, tools(counting))).count == 5
    assert counting.calls == 1


@pytest.mark.parametrize(
    ("wrong", "field"), [({"count": 11}, "count"), ({"style": "loud"}, "style"), ({"max_length": 500}, "max_length")]
)
async def test_a_payload_that_does_not_fit_can_never_succeed(wrong: dict[str, object], field: str) -> None:
    with pytest.raises(Rejected, match=field) as refusal:
        await generate(job_context(Ledger(), "generate_titles", titles_payload(**wrong)), tools(Counting()))
    assert refusal.value.code == "VALIDATION_ERROR"


@pytest.mark.parametrize("provider", ["openai", "google", "anthropic"])
async def test_every_provider_is_asked_by_the_same_prompt(sims: Simulators, provider: str) -> None:
    async with prompted(sims, provider) as chosen:
        ctx = job_context(Ledger(), "generate_titles", titles_payload(count=3))
        await generate(ctx, chosen)
    state = ctx.checkpoints["written"]
    assert len(state["titles"]) == 3
    assert state["prompt"] == "titles/v1"
    assert [call["feature"] for call in state["usage"]] == ["titles"] * len(sims.ledger.entries)
    assert sum(call["prompt_tokens"] for call in state["usage"]) > 0
    assert any(reason.startswith("The model says: ") for reason in state["titles"][0]["reasons"])


async def test_titles_that_do_not_fit_are_asked_for_once_more(sims: Simulators) -> None:
    bad = [{"text": f"Microphone number {n} at home", "reason": ""} for n in range(4)]
    good = [{"text": f"A quiet room in {n} steps", "reason": ""} for n in range(4)]
    sims.answer(schema_name="titles", data={"titles": good})
    sims.answer(schema_name="titles", data={"titles": bad}, times=1)
    async with prompted(sims, "openai") as chosen:
        ctx = job_context(Ledger(), "generate_titles", titles_payload(count=4, avoid_keywords=["microphone"]))
        await generate(ctx, chosen)
    assert [title["text"] for title in ctx.checkpoints["written"]["titles"]] == [one["text"] for one in good]
    assert [call["status"] for call in ctx.checkpoints["written"]["usage"]] == ["failed", "succeeded"]


async def test_a_rate_limit_leaves_nothing_behind(sims: Simulators) -> None:
    sims.fail("rate_limited", retry_after=7)
    async with prompted(sims, "openai") as chosen:
        ctx = job_context(Ledger(), "generate_titles", titles_payload())
        with pytest.raises(RateLimited) as limited:
            await generate(ctx, chosen)
        assert limited.value.retry_after == 7
        assert ctx.checkpoints == {}
        await generate(ctx, chosen)
    assert len(ctx.checkpoints["written"]["titles"]) == 5


async def test_the_brand_s_nearest_samples_reach_the_prompt(sims: Simulators) -> None:
    ledger = Ledger()
    ledger.functions["match_brand_voice_for"] = [{"sample_text": "Plain words, dry wit.", "similarity": 0.6}]
    payload = titles_payload(brand={"id": "5b8f3a3e-5a5d-4e55-9f0c-0f3f7f0a2b11", "name": "Room"})
    async with prompted(sims, "openai") as chosen:
        await generate(job_context(ledger, "generate_titles", payload), chosen)
    assert [name for name, _ in ledger.calls] == ["brand_voice_for", "match_brand_voice_for"]
    arguments = ledger.calls[1][1]
    assert arguments["p_brand_profile_id"] == payload["brand"]["id"]
    assert arguments["p_embedding"].count(",") == 255
    assert "Plain words, dry wit." in str(sims.ledger.body(1))


async def test_a_brand_that_is_gone_does_not_cost_the_work() -> None:
    ledger = Ledger()

    def gone(**_: object) -> None:
        raise Rejected("there is no such brand", "NOT_FOUND")

    ledger.functions["match_brand_voice_for"] = gone
    payload = titles_payload(brand={"id": "5b8f3a3e-5a5d-4e55-9f0c-0f3f7f0a2b11"})
    assert (await generate(job_context(ledger, "generate_titles", payload), tools(Counting()))).count == 5
