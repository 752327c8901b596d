"""What is reckoned of a script orders scripts as a reader would."""

from __future__ import annotations

import pytest

from tests.support.posts import DUTCH, ENGLISH
from workers.providers.embeddings import local
from workers.scoring.scripts import Quality, coherence, emotional_tone, engagement, hook_strength, judge
from workers.text.sentences import sentences

UNRELATED = {
    "en": "The cat slept. Interest rose in March. Plants make sugar of light. Our keeper retired. Lists vary.",
    "nl": "De kat sliep. De rente steeg in maart. Planten maken suiker. Onze keeper stopte. Lijsten wisselen.",
}


LONG_HOOK = """There are many things that one might say about the matter of audio in rooms of any kind, and there are
books about it that go into the details of these things at some length."""


def test_a_hook_that_asks_the_viewer_is_stronger() -> None:
    strong = hook_strength("Why does your voice sound so far away after 2 metres?", "Clear voice at home", "en")
    weak = hook_strength(LONG_HOOK, "Clear voice at home", "en")
    assert strong is not None
    assert weak is not None
    assert strong > 8 > 3 > weak


def test_a_hook_without_words_has_no_strength() -> None:
    assert hook_strength("…", "Title", "en") is None


@pytest.mark.parametrize(("path", "language"), [(ENGLISH, "en"), (DUTCH, "nl")])
def test_a_text_on_one_subject_holds_together_better_than_unrelated_sentences(path: object, language: str) -> None:
    text = " ".join(sentences(ENGLISH.read_text() if language == "en" else DUTCH.read_text(), language)[2:12])
    together = coherence(text, language, local.load())
    apart = coherence(UNRELATED[language], language, local.load())
    assert together is not None
    assert apart is not None
    assert together > apart + 1
    assert 0 <= apart <= together <= 10


def test_two_sentences_are_too_few_to_flow() -> None:
    assert coherence("One. Two.", "en", local.load()) is None


def test_speaking_to_the_viewer_and_a_call_engage() -> None:
    body = "You can start now. What do you hear? You will love it."
    flat = "The room is measured. The microphone is placed. The recording is made."
    assert (engagement("Do you hear it?", body, "Tell me.", 8.0, "en") or 0) > 8
    assert (engagement("The room.", flat, "", 2.0, "en") or 10) < 2


def test_feeling_is_counted_where_there_are_words_of_it() -> None:
    calm = "The table stands in the corner of the room near the window."
    moved = "I love it, I was afraid and angry, and then so happy and proud."
    assert emotional_tone(calm, "en") == 0
    assert (emotional_tone(moved, "en") or 0) > 80
    assert emotional_tone("Too short.", "en") is None
    assert emotional_tone(moved, "de") is None


def test_alignment_is_unknown_without_samples_of_the_brand() -> None:
    parts = ("Why wait?", "You can begin. It is easy. Start small.", "", "Begin", "en", local.load())
    assert judge(*parts, None).brand_alignment is None
    assert judge(*parts, 0).brand_alignment == 0
    assert judge(*parts, 52.5).brand_alignment == 5.25
    assert judge(*parts, 100).brand_alignment == 10


def test_the_whole_is_the_mean_of_what_is_known() -> None:
    assert Quality(8.0, None, 4.0, None).overall == 6
    assert Quality(None, None, None, None).overall is None
