"""What is made of a model's answer: nothing that it meant is taken away with what it was told to leave out."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

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
