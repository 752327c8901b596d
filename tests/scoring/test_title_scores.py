"""A title's score follows from what can be counted in it."""

from __future__ import annotations

import pytest

from workers.scoring.checks import Check, band, tips, total, within
from workers.scoring.titles import score_title

GOOD = "Clear audio at home: 5 steps for an ordinary room"


def test_a_well_made_title_has_full_marks() -> None:
    score = score_title(GOOD, "en", ["clear audio"], ["Something else entirely"])
    assert score.seo_score == 100
    assert score.keywords_used == ["clear audio"]
    assert score.tips == []
    assert score.reasons == [
        'Opens with the keyword "clear audio".',
        f"{len(GOOD)} characters: shown in full in search results.",
        "Holds a number.",
    ]


@pytest.mark.parametrize(
    ("worse", "keywords", "others"),
    [
        ("Five steps for an ordinary room, for clear audio at home", ["clear audio"], []),
        ("Better sound at home: 5 steps for an ordinary room", ["clear audio"], []),
        ("Clear audio: 5", ["clear audio"], []),
        ("CLEAR AUDIO AT HOME: 5 steps for an ordinary room", ["clear audio"], []),
        ("Clear audio at home: 5 steps for an ordinary room!!", ["clear audio"], []),
        ("Clear audio at home: some steps for an ordinary room", ["clear audio"], []),
        (GOOD, ["clear audio"], ["Clear audio at home: 7 steps for an ordinary room"]),
        (GOOD + " and for every other room that you may find on your way", ["clear audio"], []),
    ],
    ids=["late keyword", "no keyword", "short", "capitals", "marks", "vague", "alike", "long"],
)
def test_what_is_worse_scores_less(worse: str, keywords: list[str], others: list[str]) -> None:
    assert score_title(worse, "en", keywords, others).seo_score < 100


def test_without_keywords_the_rest_counts_for_all() -> None:
    assert score_title(GOOD, "en", [], []).seo_score == 100


def test_reasons_and_tips_speak_the_language_of_the_title() -> None:
    score = score_title("Geluid", "nl", ["helder geluid"], [])
    assert 'Gebruik het zoekwoord "helder geluid", het liefst in de eerste helft.' in score.tips
    assert "6 tekens: volledig zichtbaar in zoekresultaten." in score.reasons


def test_a_check_that_does_not_apply_leaves_its_weight_to_the_others() -> None:
    checks = [Check("a", 10, 1.0), Check("b", 30, None), Check("c", 10, 0.5)]
    assert total(checks) == 75
    assert total([Check("b", 30, None)]) is None
    assert total(checks, 10) == 7.5


def test_the_weightiest_tip_comes_first_and_none_for_what_is_well() -> None:
    checks = [Check("a", 10, 0.0, "small"), Check("b", 30, 0.2, "large"), Check("c", 50, 0.9, "fine")]
    assert tips(checks) == ["large", "small"]


@pytest.mark.parametrize(("value", "expected"), [(0, 0), (15, 0), (27.5, 0.5), (40, 1), (60, 1), (75, 0.5), (200, 0)])
def test_a_band_falls_off_on_both_sides(value: float, expected: float) -> None:
    assert band(value, 15, 40, 60, 90) == expected
    assert 0 <= within(value, 10, 20) <= 1
