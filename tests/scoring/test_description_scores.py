"""A description's score, and what its tags have to do with the video."""

from __future__ import annotations

from workers.providers.embeddings import local
from workers.scoring.seo import relevance, score_description

OPENING = "Clear audio starts with the place of the microphone. "
FILLER = "Every room sounds in its own way, and every voice does as well. "


def test_a_description_that_does_everything_has_full_marks() -> None:
    text = OPENING + FILLER * 3 + "\n\n" + FILLER * 5
    score = score_description(text, "Clear audio at home", ["clear audio"], 100, "en")
    assert score.seo_score == 100
    assert score.tips == []
    assert score.keywords_density == {"clear audio": 0.88}


def test_what_is_missing_is_advised_the_weightiest_first() -> None:
    score = score_description(FILLER, "A video", ["clear audio", "voice"], 150, "en")
    assert score.seo_score < 70
    assert score.tips[0] == "Make the description at least 150 words long; it has 13."
    assert 'The description lacks the keyword "clear audio".' in score.tips
    assert 'The title lacks the keyword "clear audio".' in score.tips


def test_stuffing_costs() -> None:
    text = OPENING + FILLER * 8
    stuffed = text + "clear audio " * 20
    plain = score_description(text, "Clear audio", ["clear audio"], 50, "en")
    assert score_description(stuffed, "Clear audio", ["clear audio"], 50, "en").seo_score < plain.seo_score


def test_without_keywords_nothing_is_said_of_them() -> None:
    score = score_description(FILLER * 20 + "\n\n" + FILLER, "A video", [], 150, "en")
    assert score.keywords_density == {}
    assert score.seo_score == 100


def test_a_tag_that_is_said_and_named_is_more_relevant_than_a_foreign_one() -> None:
    script = "The microphone stands near. Move the microphone closer. The microphone hears the room."
    near, far = relevance(["microphone", "tax return"], "Place your microphone", script, local.load())
    assert near > 80
    assert far < 40
    assert relevance([], "a", "b", local.load()) == []
