"""Clips begin and end with sentences, fit their platforms, and never overlap."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from workers.analysis.reading import Reading, SpokenSegment
from workers.writing.clips import Bounds, Clip, Moment, plan, spoken

SENTENCES = ["Why do they split?", "Water comes too fast.", "The skin cannot follow what it drinks.", "Mulch."]


def talk(count: int = 40, each: float = 4.0, pause: float = 1.0, **changes: Any) -> Reading:
    """Sentences of four seconds, a second apart."""
    segments = [
        SpokenSegment(start=at * (each + pause), end=at * (each + pause) + each, text=SENTENCES[at % 4])
        for at in range(count)
    ]
    text = " ".join(segment.text for segment in segments)
    return Reading(text=text, segments=segments, duration_seconds=count * (each + pause), **changes)


def moment(at: float, score: float = 50) -> Moment:
    return Moment(timestamp=at, text=f"at {at}", score=score)


def planned(reading: Reading, moments: list[Moment], **changes: Any) -> list[Clip]:
    return plan(reading, moments, "en", **{"shortest": 5.0, "longest": 30.0, "count": 10, **changes})


def test_a_clip_ends_with_the_last_sentence_that_fits() -> None:
    (clip,) = planned(talk(), [moment(20)])
    assert (clip.start_seconds, clip.end_seconds) == (19.75, 49.25), "half a pause at most on either side"
    assert clip.text.startswith("Why do they split?")
    assert clip.text.endswith("Water comes too fast.")
    assert len(clip.captions) == 6


def test_a_moment_inside_a_sentence_begins_with_it() -> None:
    (clip,) = planned(talk(), [moment(22.5)])
    assert clip.start_seconds == 19.75
    assert clip.hook_seconds == 0.25


def test_the_strongest_comes_first_and_none_overlaps() -> None:
    clips = planned(talk(), [moment(0, 50), moment(20, 90), moment(25, 80), moment(60, 70), moment(195, 60)])
    assert [clip.score for clip in clips] == [90, 70, 60, 50]
    spans = sorted((clip.start_seconds, clip.end_seconds) for clip in clips)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert spans[0][1] <= 19.75


def test_a_moment_at_the_end_begins_earlier() -> None:
    (clip,) = planned(talk(), [moment(195)], shortest=12.0)
    assert clip.duration_seconds >= 12
    assert clip.hook_seconds > 0
    assert clip.end_seconds <= 200


def test_bounds_say_which_platforms_take_it() -> None:
    bounds = [Bounds(platform="tiktok", min_seconds=3, max_seconds=600), Bounds(platform="story", max_seconds=20)]
    (clip,) = planned(talk(), [moment(20)], bounds=bounds)
    assert clip.platforms == ["tiktok"]


def test_no_more_than_asked_for() -> None:
    assert len(planned(talk(), [moment(at) for at in range(0, 200, 35)], count=2)) == 2
    assert planned(talk(), []) == []


def test_a_sentence_longer_than_a_clip_is_cut_at_its_captions() -> None:
    segments = [SpokenSegment(start=at * 5, end=at * 5 + 4, text=f"and then word{at}") for at in range(20)]
    rambling = Reading(text=" ".join(one.text for one in segments), segments=segments, duration_seconds=100)
    (clip,) = planned(rambling, [moment(50)])
    assert clip.text.startswith("and then word10")
    assert clip.duration_seconds <= 30


def test_without_captions_the_pace_is_even() -> None:
    reading = talk().model_copy(update={"segments": []})
    said = spoken(reading, "en", 30)
    assert [one.text for one in said[:4]] == SENTENCES
    assert said[0].start == 0
    assert abs(said[-1].end - 200) < 0.1
    (clip,) = planned(reading, [moment(20)])
    assert clip.is_estimated
    assert clip.captions == []
    assert spoken(reading.model_copy(update={"duration_seconds": None}), "en", 30) == []


@given(
    moments=st.lists(st.tuples(st.floats(0, 400), st.floats(0, 100)), max_size=20),
    count=st.integers(1, 60),
    each=st.floats(0.3, 9),
    pause=st.floats(0, 3),
    shortest=st.floats(0.5, 20),
    longest=st.floats(20, 180),
    has_captions=st.booleans(),
)
def test_every_plan_keeps_its_promises(
    moments: list[tuple[float, float]],
    count: int,
    each: float,
    pause: float,
    shortest: float,
    longest: float,
    has_captions: bool,
) -> None:
    reading = talk(count, each, pause)
    if not has_captions:
        reading = reading.model_copy(update={"segments": []})
    given = [moment(at, score) for at, score in moments]
    clips = planned(reading, given, shortest=shortest, longest=longest)
    said = spoken(reading, "en", longest)
    spans = sorted((clip.start_seconds, clip.end_seconds) for clip in clips)
    assert all(one[1] <= other[0] + 0.02 for one, other in pairwise(spans))
    for clip in clips:
        assert shortest - 0.02 <= clip.duration_seconds <= longest + 0.02
        assert -0.001 <= clip.start_seconds < clip.end_seconds <= (reading.duration_seconds or 0) + 0.02
        inside = [
            one.text for one in said if one.start >= clip.start_seconds - 0.02 and one.end <= clip.end_seconds + 0.02
        ]
        assert clip.text == " ".join(inside), "whole sentences, and all of them"
