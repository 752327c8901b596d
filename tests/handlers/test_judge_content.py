"""What people edit is scored as what was generated: by the same formulas, at no cost, and as far as its kind goes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.links import Ledger, job_context
from tests.support.text_requests import Counting, script_payload, tools
from tests.support.voices import author_samples, learned_voice
from workers.handlers import generate_script, judge_content

BRAND = {"id": "5b8f3a3e-5a5d-4e55-9f0c-0f3f7f0a2b11"}
MEASURED = ("readability_score", "emotional_tone_score")


async def judged(ledger: Ledger | None = None, **payload: Any) -> judge_content.Result:
    whole = {"content_type": "script", "language": "en", "title": "Clear audio", "text": "Listen.", **payload}
    return await judge_content.handle(job_context(ledger or Ledger(), "judge_content", whole))


@pytest.mark.parametrize("language", ["en", "nl"])
async def test_a_script_that_was_not_changed_scores_as_it_did(language: str) -> None:
    payload = script_payload(language)
    ctx = job_context(Ledger(), "generate_script", payload)
    await generate_script.generate(ctx, tools(Counting()))
    state = ctx.checkpoints["written"]
    parts = {name: part["text"] for name, part in state["script"]["structured_content"].items()}
    found = await judged(
        language=language, title=payload["title"], text=state["script"]["full_text"], script=parts, version=2
    )
    assert {name: getattr(found, name) for name in MEASURED} == {name: state["script"][name] for name in MEASURED}
    assert found.quality_metrics == state["quality_metrics"]
    assert found.quality_score == state["quality_score"]
    assert found.seo_score is None
    assert found.voice_fit == {"score": None, "reason": "no_brand"}


async def test_its_voice_counts_among_its_metrics() -> None:
    ledger = Ledger()
    ledger.functions["brand_voice_for"] = learned_voice(BRAND["id"])
    ledger.functions["brand_voice_nearness"] = lambda p_embeddings, **_: [0.6] * len(p_embeddings)
    text = author_samples("en")[0].text
    found = await judged(ledger, text=text, script={"hook": "", "body": text, "call_to_action": ""}, brand=BRAND)
    assert found.voice_fit["nearness"] == 100
    assert found.quality_metrics is not None
    assert found.quality_metrics["brand_alignment"] == pytest.approx(found.voice_fit["score"] / 10, abs=0.06)


async def test_a_title_is_judged_by_its_words_alone() -> None:
    found = await judged(content_type="title", text="Seven ways to record clear audio at home", keywords=["audio"])
    assert found.seo_score is not None
    assert found.seo_score > 60
    assert 'Holds the keyword "audio".' in found.reasons
    assert found.readability_score is None
    assert found.quality_metrics is None


async def test_a_description_is_judged_by_what_was_asked_of_it() -> None:
    text = "Record clear audio at home. You need a wardrobe and a phone. " * 3
    short = await judged(content_type="description", text=text, keywords=["audio"], least_words=300)
    enough = await judged(content_type="description", text=text, keywords=["audio"], least_words=20)
    assert short.seo_score is not None
    assert enough.seo_score is not None
    assert enough.seo_score > short.seo_score
    assert enough.readability_score is not None


async def test_a_post_has_no_score_that_posts_have_not() -> None:
    found = await judged(content_type="caption", text="You can hear the room. Hang up a duvet and listen to it again.")
    assert found.readability_score is not None
    assert (found.seo_score, found.quality_score, found.emotional_tone_score, found.reasons) == (None, None, None, [])
