"""A passage is found where it is said, and its time is heard or reckoned, never made up."""

from __future__ import annotations

from workers.analysis.timeline import Place, Segment, Timeline

SEGMENTS = [Segment(0, 4, "Good morning, gardeners."), Segment(10, 14, "Today: why do tomatoes split?")]
TEXT = "Good morning, gardeners. Today: why do tomatoes split?"


def test_heard_times_are_exact_to_the_word() -> None:
    line = Timeline(TEXT, SEGMENTS)
    assert line.find("why do TOMATOES split") == Place(4, 10.8, is_estimated=False)
    assert line.find("good morning") == Place(0, 0.0, is_estimated=False)


def test_without_segments_the_pace_is_even_and_says_so() -> None:
    assert Timeline(TEXT, duration_seconds=80).find("Today") == Place(3, 30.0, is_estimated=True)


def test_a_text_that_nobody_speaks_has_no_times() -> None:
    assert Timeline(TEXT).find("Today") == Place(3, None, is_estimated=False)


def test_punctuation_accents_and_line_breaks_make_no_difference() -> None:
    line = Timeline("Un café — crème\nbrûlée. Don’t!")
    assert line.find("cafe creme, brulee") is not None
    assert line.find("don't") is not None


def test_what_is_not_said_is_not_found() -> None:
    line = Timeline(TEXT, SEGMENTS)
    assert line.find("tomatoes do split") is None
    assert line.find("morn") is None, "half a word is none"
    assert line.find("…") is None
