"""A script fits its time, says only what there is to say, and is judged by formula."""

from __future__ import annotations

from typing import Any

import pytest

from stack.simulators.server import Simulators
from tests.support.links import Ledger, job_context
from tests.support.posts import folded
from tests.support.text_requests import Counting, prompted, script_payload, source, tools
from tests.support.voices import learned_voice
from workers.handlers.generate_script import generate
from workers.runtime.errors import Rejected
from workers.text.readability import words_for
from workers.text.sentences import sentences
from workers.text.words import word_count


async def written(payload: dict[str, Any], chosen: Any = None, ledger: Ledger | None = None) -> dict[str, Any]:
    ctx = job_context(ledger or Ledger(), "generate_script", payload)
    await generate(ctx, chosen or tools(Counting()))
    state: dict[str, Any] = ctx.checkpoints["written"]
    return state


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("seconds", [15, 45, 180])
async def test_it_can_be_said_in_the_time(language: str, seconds: int) -> None:
    state = await written(script_payload(language, duration_seconds=seconds))
    script = state["script"]
    assert 0 < script["word_count"] <= words_for(seconds)
    assert script["estimated_reading_time"] <= seconds
    parts = script["structured_content"]
    assert parts["hook"]["duration_seconds"] >= 1
    assert parts["call_to_action"]["action_type"] == "comment"
    assert script["full_text"] == "\n\n".join(parts[name]["text"] for name in ("hook", "body", "call_to_action"))
    assert sum(parts[name]["duration_seconds"] for name in parts) <= seconds + 2


async def test_most_of_a_long_time_is_used() -> None:
    state = await written(script_payload(duration_seconds=90))
    assert state["script"]["estimated_reading_time"] >= 72


async def test_every_sentence_but_the_call_stands_in_the_source() -> None:
    payload = script_payload(duration_seconds=120)
    state = await written(payload)
    whole = folded(payload["sources"][0]["text"])
    said = state["script"]["structured_content"]
    for sentence in sentences(f"{said['hook']['text']}\n\n{said['body']['text']}", "en"):
        assert folded(sentence).strip(".") in whole
    assert all(folded(point).strip(".") in whole for point in said["body"]["key_points"])


async def test_figures_stay_out_where_they_are_not_wanted() -> None:
    text = source()["text"] + "\n\nThe room has 14 corners and 3 doors. A duvet costs 20 euros in the shop nearby."
    state = await written(script_payload(sources=[source(text=text)], style={"include_statistics": False}))
    assert not any(character.isdigit() for character in state["script"]["full_text"])


async def test_no_call_where_none_is_wanted() -> None:
    state = await written(script_payload(style={"include_call_to_action": False}))
    call = state["script"]["structured_content"]["call_to_action"]
    assert call == {"text": "", "duration_seconds": 0, "action_type": "none"}


async def test_the_scores_are_in_range_and_honest() -> None:
    state = await written(script_payload())
    metrics = state["quality_metrics"]
    assert metrics["brand_alignment"] is None, "there is no brand to compare with"
    known = [value for value in metrics.values() if value is not None]
    assert all(0 <= value <= 10 for value in known)
    assert state["quality_score"] == pytest.approx(sum(known) / len(known), abs=0.01)
    assert 0 <= state["script"]["readability_score"] <= 100
    assert 0 <= state["script"]["emotional_tone_score"] <= 100


async def test_a_brand_with_samples_is_compared_with() -> None:
    ledger = Ledger()
    brand = {"id": "5b8f3a3e-5a5d-4e55-9f0c-0f3f7f0a2b11"}
    ledger.functions["brand_voice_for"] = learned_voice(brand["id"])
    ledger.functions["match_brand_voice_for"] = [{"sample_text": "Plain.", "similarity": 0.5}]
    ledger.functions["brand_voice_nearness"] = lambda p_embeddings, **_: [0.4] * len(p_embeddings)
    state = await written(script_payload(brand=brand), ledger=ledger)
    fit = state["voice_fit"]
    assert fit["nearness"] == 50, "two deviations below the median"
    assert 0 < fit["manner"] <= 100
    assert fit["score"] == pytest.approx(0.8 * fit["manner"] + 0.2 * 50, abs=0.01)
    assert state["quality_metrics"]["brand_alignment"] == pytest.approx(fit["score"] / 10, abs=0.06)
    asked = [name for name, _ in ledger.calls]
    assert asked == ["brand_voice_for", "match_brand_voice_for", "brand_voice_nearness"]


async def test_without_a_text_the_local_provider_says_so() -> None:
    with pytest.raises(Rejected) as refusal:
        await written(script_payload(sources=[source(text=None)]))
    assert refusal.value.code == "INPUT_EMPTY"


async def test_revid_is_given_one_sentence_a_line() -> None:
    script = (await written(script_payload()))["script"]
    scenes = script["revid_formatted"].split("\n\n")
    assert len(scenes) >= 3
    assert word_count(script["revid_formatted"]) == script["word_count"]


@pytest.mark.parametrize("provider", ["openai", "google", "anthropic"])
async def test_every_provider_is_asked_by_the_same_prompt(sims: Simulators, provider: str) -> None:
    async with prompted(sims, provider) as chosen:
        state = await written(script_payload(), chosen)
    assert state["prompt"] == "script/v1"
    assert {call["feature"] for call in state["usage"]} == {"script"}
    assert state["script"]["word_count"] <= words_for(45)


ANSWER = {
    "hook": "Hook: Why does it echo?",
    "body": ["[camera pans] You hear the room. " * 3, "Hang up a duvet. It helps."],
    "key_points": ["Rooms echo."],
    "call_to_action": "CTA: Tell me below.",
    "action_type": "comment",
}


async def test_labels_and_stage_directions_are_not_said(sims: Simulators) -> None:
    sims.answer(schema_name="script", data=ANSWER)
    async with prompted(sims, "openai") as chosen:
        state = await written(script_payload(), chosen)
    text = state["script"]["full_text"]
    assert text.startswith("Why does it echo?\n\nYou hear the room.")
    assert text.endswith("\n\nTell me below.")


async def test_a_script_that_is_too_long_ends_earlier_at_a_sentence(sims: Simulators) -> None:
    sims.answer(schema_name="script", data={**ANSWER, "body": ["You hear the room and all that is in it. " * 40]})
    async with prompted(sims, "openai") as chosen:
        state = await written(script_payload(duration_seconds=30), chosen)
    assert state["script"]["estimated_reading_time"] <= 30
    assert state["script"]["structured_content"]["body"]["text"].endswith("in it.")
    assert len(sims.ledger.entries) == 1


async def test_a_missing_call_is_asked_for_once_more(sims: Simulators) -> None:
    sims.answer(schema_name="script", data=ANSWER)
    sims.answer(schema_name="script", data={**ANSWER, "call_to_action": ""}, times=1)
    async with prompted(sims, "openai") as chosen:
        state = await written(script_payload(), chosen)
    assert [call["status"] for call in state["usage"]] == ["failed", "succeeded"]
    assert state["script"]["structured_content"]["call_to_action"]["text"] == "Tell me below."


LONG = (
    "The microphone that you put on the desk in the corner of the small room with hard walls picks up the noise of the "
    "street and the fridge and the neighbours, and everything else that happens to run while you record your voice."
)
MIDDLING = (
    "A curtain in front of the window and a carpet on the floor take away more of the echo than any filter that you "
    "buy for your software afterwards. A bookcase that is filled with books of many sizes scatters what is left of the "
    "sound better than the foam that is sold for it, and it costs you nothing at all."
)


@pytest.mark.parametrize("text", [LONG, MIDDLING, source()["text"]], ids=["long", "middling", "article"])
@pytest.mark.parametrize("seconds", [15, 20, 30])
async def test_the_local_provider_keeps_to_the_time_there_is(text: str, seconds: int) -> None:
    given = script_payload(duration_seconds=seconds, sources=[source(text=text)])
    script = (await written(given))["script"]
    assert script["estimated_reading_time"] <= seconds
    assert script["structured_content"]["body"]["text"]
