"""What is made of a model's answer: nothing that it meant is taken away with what it was told to leave out."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from workers.providers.ai.tasks.base import Source
from workers.providers.ai.tasks.content_analysis import AnalyseContent, ContentFindings, Emotions, Entities
from workers.providers.ai.tasks.post_answers import ANSWER_TYPES, compose, hashtags
from workers.providers.ai.tasks.titles import WriteTitles


class Given(BaseModel):
    """An answer that has passed its form."""

    titles: list[dict[str, Any]] = []


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ('"Sound in small rooms"', "Sound in small rooms"),
        ("“Sound in small rooms”", "Sound in small rooms"),
        ("‘It’s the room, not the microphone’", "It’s the room, not the microphone"),
        ("'Don't buy a microphone yet'", "Don't buy a microphone yet"),
        ('How I learned to say "no"', 'How I learned to say "no"'),
        ('"Loud" or "clear": what your room does', '"Loud" or "clear": what your room does'),
        ("“Loud” rooms and “dead” rooms", "“Loud” rooms and “dead” rooms"),
        ("'s Ochtends opnemen: waarom het werkt", "'s Ochtends opnemen: waarom het werkt"),
        ("’t Kan ook zonder studio", "’t Kan ook zonder studio"),
    ],
)
def test_only_quotation_marks_around_the_whole_title_fall_away(said: str, title: str) -> None:
    task = WriteTitles(count=1, style="educational")
    [found] = task.finish(Given(titles=[{"text": said, "reason": ""}])).titles
    assert found.text == title


def test_a_hashtag_that_comes_twice_keeps_its_first_place_and_form() -> None:
    assert hashtags(["Garden", "Soil", "Sun", "garden"], 2) == ["#Garden", "#Soil"]
    assert hashtags(["Garden", "#garden!", "Soil", "garden"], 5) == ["#Garden", "#Soil"]


@pytest.mark.parametrize(
    ("said", "posts"),
    [
        (["1/2 It is the room.", "2/2: Hang a curtain."], ["It is the room.", "Hang a curtain."]),
        (["1. It is the room.", "2) Hang a curtain."], ["It is the room.", "Hang a curtain."]),
        (["24/7 recording is a myth.", "1/2 of the noise is the room."], None),
        (["It is the room.", "50/50 is the best mix of soft and hard."], None),
        (["It is the room.", "10. december it was, and loud."], None),
    ],
)
def test_only_numbers_that_count_the_posts_fall_away(said: list[str], posts: list[str] | None) -> None:
    answer = ANSWER_TYPES["x"].model_validate({"posts": said, "hashtags": []})
    made = compose("x", answer, None, None)
    assert made["thread"] == [f"{at}/2 {post}" for at, post in enumerate(posts or said, start=1)]


def findings(**emotions: float) -> ContentFindings:
    return ContentFindings(
        summary=None, topics=[], keywords=[], entities=Entities(), sentiment=None, emotions=Emotions(**emotions),
        key_insights=[], hooks=[], quotes=[], call_to_action=None, hook_analysis=None, body_analysis=None,
        cta_analysis=None, style_analysis=None,
    )  # fmt: skip


def test_shares_of_feeling_are_at_most_the_whole_together() -> None:
    task = AnalyseContent(source=Source(text="anything"))
    felt = task.finish(findings(joy=0.9, trust=0.9, fear=0.2)).emotions
    assert (felt.joy, felt.trust, felt.fear, felt.anger) == (0.45, 0.45, 0.1, 0)
    assert task.finish(findings(joy=0.5, fear=0.25)).emotions == Emotions(joy=0.5, fear=0.25)
