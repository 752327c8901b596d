"""Scores follow their formulas in docs/analysis.md, and are absent where there is nothing to reckon with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workers.analysis import scores
from workers.analysis.parts import ending, parts
from workers.analysis.scores import Measures

PLAIN = Measures(
    words=600,
    sentences=["You water your plants.", "It rains.", "Why?", "It was dry in 2024."],
    hook_strength=80,
    hooks=3,
    quotes=2,
    insights=5,
    has_cta=True,
    readability=70,
    feeling_per_hundred=4,
)
LIMITS = {
    "youtube": {"long_video": {"max_seconds": 43200}},
    "tiktok": {"short_video": {"min_seconds": 3, "max_seconds": 600}},
}


def test_virality() -> None:
    assert scores.virality(PLAIN) == 0.35 * 80 + 0.25 * 50 + 0.2 * 70 + 0.2 * 50
    assert scores.virality(replace(PLAIN, readability=None, feeling_per_hundred=None)) == round(
        (35 * 80 + 20 * 50) / 55, 2
    )


def test_repurposing_value() -> None:
    assert scores.repurposing_value(PLAIN) == 0.4 * 50 + 0.4 * 50 + 0.2 * 75


def test_engagement_potential() -> None:
    assert scores.engagement_potential(PLAIN) == pytest.approx(0.3 * 33.33 + 30 + 0.2 * 83.33 + 0.2 * 80, abs=0.02)
    assert (scores.engagement_potential(replace(PLAIN, has_cta=False)) or 0) < 45


def test_a_video_fits_a_platform_as_far_as_it_may_go_there() -> None:
    short = scores.platform_scores(PLAIN, LIMITS, 60, is_video=True)
    long = scores.platform_scores(PLAIN, LIMITS, 1200, is_video=True)
    assert short["tiktok"] - long["tiktok"] == 0.3 * 50, "half of it fits"
    assert short["youtube"] == long["youtube"]
    assert list(short.values()) == sorted(short.values(), reverse=True)


def test_a_video_shorter_than_a_platform_takes_does_not_fit() -> None:
    assert scores.platform_scores(PLAIN, LIMITS, 2, is_video=True)["tiktok"] == round(0.45 * 80 + 0.25 * 70, 2)


def test_every_score_stays_within_its_bounds() -> None:
    empty = Measures(0, [], 0, 0, 0, 0, has_cta=False, readability=None, feeling_per_hundred=None)
    full = Measures(10**6, ["You? 1"] * 100, 100, 99, 99, 99, has_cta=True, readability=100, feeling_per_hundred=100)
    for found in (empty, full):
        for score in (scores.virality(found), scores.repurposing_value(found), scores.engagement_potential(found)):
            assert score is not None
            assert 0 <= score <= 100
        assert all(0 <= score <= 100 for score in scores.platform_scores(found, {}, None, is_video=True).values())


def test_findability_counts_to_a_hundred() -> None:
    text = "balcony tomatoes " + "plain words about nothing much " * 20
    best = scores.findability(
        title="How to grow balcony tomatoes that last",
        description="Balcony tomatoes in pots. " + "word " * 150,
        text=text,
        keywords=["balcony tomatoes"],
        tags=8,
        hashtags=3,
    )
    assert best == 100
    assert scores.findability(title=None, description=None, text="", keywords=[], tags=0, hashtags=0) == 0


def test_parts_hold_every_sentence_once() -> None:
    said = ["Why?", "Because of the rain.", "It falls.", "Much more of it.", "Subscribe now.", "Bye."]
    kinds = [["subscribe"] if "Subscribe" in sentence else [] for sentence in ending(said)]
    built = parts(said, kinds)
    assert built.cta == "Subscribe now."
    assert built.cta_kinds == ("subscribe",)
    assert sorted([*built.hook, *built.body, built.cta]) == sorted(said)


def test_a_call_in_the_opening_is_no_ending() -> None:
    said = ["Subscribe now."]
    assert parts(said, [["subscribe"]]).cta is None
    assert parts([], []).hook == ()
