"""How scores and reasons read: what is unknown is said to be, what holds for all is said once."""

from __future__ import annotations

from typing import Any

import pytest
from rich.console import Console

from stack.demo import show, show_texts

METADATA = {"model_used": "local-extractive", "notes": ["this provider does not write"]}


def printed(part: Any, *arguments: Any) -> str:
    console = Console(width=80, record=True, quiet=False, file=None, force_terminal=False)
    with console.capture() as capture:
        part(console, *arguments)
    text = capture.get()
    assert max(map(len, text.splitlines())) <= 80
    return " ".join(text.replace("│", " ").split())


def title(text: str, score: float, *reasons: str, prediction: float | None = None) -> dict[str, Any]:
    return {
        "text": text,
        "seo_score": score,
        "reasons": list(reasons),
        "estimated_performance": prediction,
    }


def test_a_reason_of_all_titles_is_said_once() -> None:
    made = {
        "titles": [title("One", 90, "Short.", "No prediction."), title("Two", 87.5, "Asks.", "No prediction.")],
        "generation_metadata": METADATA,
    }
    text = printed(show_texts.titles, made, 0.123)
    assert text.count("No prediction.") == 1
    assert "Voice fit" not in text
    fit = {**METADATA, "voice_fit": {"score": 71.5, "manner": 70, "nearness": 77.5}}
    together = printed(show_texts.titles, {**made, "generation_metadata": fit}, 0.1)
    assert together.count("Voice fit 71.5, taken together.") == 1
    assert "90 One Short." in text
    assert "87.5 Two Asks." in text
    assert "This provider does not write." in text
    assert "local-extractive, 0.1 s" in text


def test_a_prediction_is_shown_where_there_is_one() -> None:
    made = {"titles": [title("One", 90, prediction=61.04), title("Two", 80)], "generation_metadata": METADATA}
    assert printed(show_texts.titles, made, 1.0).count("Estimated performance 61.") == 1


def test_a_score_nothing_could_be_compared_for_is_unknown() -> None:
    part = {"text": "Words.", "duration_seconds": 1}
    made = {
        "script": {
            "estimated_reading_time": 3, "readability_score": 70.0, "emotional_tone_score": None,
            "voice_fit_score": None,
            "structured_content": {"hook": part, "body": part, "call_to_action": {**part, "text": ""}},
        },
        "quality_score": 5.25, "quality_metrics": {"hook_strength": 5, "brand_alignment": None},
        "reasons": ["Fits."], "generation_metadata": METADATA,
    }  # fmt: skip
    text = printed(show_texts.script, made, 1.0)
    assert "overall 5.2, hook strength 5, brand alignment unknown" in text
    assert "Scores of 100: voice fit unknown, reading ease 70, emotional tone unknown" in text
    assert "Call to action" not in text


def test_what_was_too_few_to_compare_is_not_called_enough() -> None:
    found = {
        "tone_card": {"traits": ["Short."], "guidelines": [], "avoid": []}, "is_calibrated": False, "sample_count": 2,
        "ai_model": "m", "tone_card_ai_model": "local-extractive", "sources": [{"title": "A text"}],
    }  # fmt: skip
    text = printed(show_texts.voice, found, 1.0)
    assert "2 samples from “A text”, compared by m: too few to measure a fit." in text
    assert "Guidelines" not in text


@pytest.mark.parametrize(("words", "shown"), [(3, "one\n\ntwo"), (20, "one\n… 20 more words")])
def test_a_long_text_is_clipped_and_says_by_how_much(words: int, shown: str) -> None:
    text = "one\n\ntwo" if words == 3 else "one\n\n" + "word " * words
    assert show.clipped(text, 1).plain == shown


def test_only_the_local_provider_is_said_to_have_asked_no_model() -> None:
    assert "no language model was asked" in printed(show.models, {"local-extractive"})
    assert "no language model was asked" not in printed(show.models, {"local-extractive", "gpt-5.4-mini"})
