"""Hooks and quotes are sentences of the text, apart from each other, in the order they are said."""

from __future__ import annotations

import pytest

from workers.analysis.moments import STRONG, candidates, hook_moments, quotable_moments, strength
from workers.analysis.timeline import Timeline

FILLER = "The day goes on and the rain falls on the roof of the shed behind the house at the end of the road."


def test_strength_is_the_sum_of_its_parts() -> None:
    assert strength("Compost", None) == 30
    assert strength("Compost is slow today", "statement") == 55
    assert strength("Why do your 3 plants die?", "question") == 100


@pytest.mark.parametrize("kind", [None, "statement", "question", "warning", "number", "an unknown one"])
def test_strength_stays_between_0_and_100(kind: str | None) -> None:
    for text in ("", "You", "Your 9 " + "word " * 500):
        assert 0 <= strength(text, kind) <= 100


def test_moments_are_strong_said_and_in_order() -> None:
    first, second = "Why do your tomatoes split?", "Stop watering at noon."
    text = f"{first} {FILLER} {second}"
    said = [(second, "warning"), ("Never said at all?", "question"), (first, "question"), (FILLER, None)]
    found = hook_moments(said, Timeline(text))
    assert [moment.text for moment in found] == [first, second]
    assert all((moment.score or 0) >= STRONG for moment in found)


def test_of_two_close_together_the_stronger_stays() -> None:
    weak, strong = "Stop it now please.", "Why do your 3 plants die?"
    found = hook_moments([(weak, "warning"), (strong, "question")], Timeline(f"{weak} {strong}"))
    assert [moment.text for moment in found] == [strong]


def test_quotes_that_were_made_up_fall_away() -> None:
    text = f"Soil is alive. {FILLER}"
    found = quotable_moments(["Soil is dead.", "Soil is alive."], Timeline(text, duration_seconds=30))
    assert [moment.document() for moment in found] == [
        {"timestamp": 0.0, "text": "Soil is alive.", "is_estimated": True}
    ]


def test_candidates_are_bounded_and_distinct() -> None:
    sentences = [f"Sentence number {number}." for number in range(5000)]
    found = candidates(["Sentence number 3.", "x" * 700], sentences)
    assert len(found) == len(set(found)) <= 100
    assert found[0] == "Sentence number 3."
    assert any(int(text.split()[-1].rstrip(".")) > 4000 for text in found), "the end of the text takes part"
