"""Reading ease and reading time."""

import pytest

from workers.scoring.scripts import emotional_tone
from workers.text.readability import Counts, count, reading_ease, reading_ease_of, reading_seconds, words_for
from workers.text.sentences import sentences

_EASY = "The cat sat on the mat. It was warm. The dog ran to the door. He saw a big red ball."
_HARD = (
    "Organizational transformation necessitates comprehensive methodological considerations regarding "
    "interdisciplinary collaboration, particularly when institutional responsibilities remain insufficiently defined."
)


def test_the_counts_of_a_text() -> None:
    counts = count(_EASY, "en")
    assert (counts.words, counts.sentences, counts.syllables) == (21, 4, 21)
    assert counts.words_per_sentence == pytest.approx(5.25)


def test_reading_ease_is_flesch_in_english() -> None:
    counts = Counts(characters=600, words=100, sentences=5, syllables=150)
    assert reading_ease(counts, "en") == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 1.5, abs=0.01)


def test_reading_ease_is_douma_in_dutch() -> None:
    counts = Counts(characters=600, words=100, sentences=5, syllables=170)
    assert reading_ease(counts, "nl") == pytest.approx(206.84 - 0.93 * 20 - 77 * 1.7, abs=0.01)


def test_reading_ease_stays_between_0_and_100() -> None:
    assert reading_ease(count(_EASY, "en"), "en") == 100
    assert reading_ease(count(_HARD, "en"), "en") == 0


@pytest.mark.parametrize(("text", "language"), [("Too short.", "en"), ("", "nl"), (_EASY, "de")])
def test_reading_ease_is_unknown_rather_than_made_up(text: str, language: str) -> None:
    assert reading_ease(count(text, language), language) is None


def test_a_time_is_rounded_so_that_the_text_fits() -> None:
    assert reading_seconds(150) == 60
    assert reading_seconds(151) == 61
    assert words_for(60) == 150
    assert words_for(15.3, 140) == 35
    assert reading_seconds(words_for(37)) <= 37


def test_a_pace_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="words_per_minute"):
        reading_seconds(10, 0)


def test_headings_items_and_abbreviations_make_the_right_sentences() -> None:
    text = "# Coffee at home\n\nGrind it fresh, e.g. by hand. Then wait.\n\n- Use 18 grams\n- Pour slowly"
    assert sentences(text, "en") == [
        "Coffee at home",
        "Grind it fresh, e.g. by hand.",
        "Then wait.",
        "Use 18 grams",
        "Pour slowly",
    ]


def test_a_line_break_does_not_end_a_sentence() -> None:
    assert sentences("This goes on\nover two lines.", "en") == ["This goes on over two lines."]


GERMAN = (
    "Der Garten im Herbst braucht weniger Arbeit, als viele denken. Laub darf unter den Sträuchern liegen bleiben, "
    "denn dort überwintern Igel und Käfer. Nur auf dem Rasen sollte man es entfernen. Wer Zwiebeln setzt, freut sich."
)
STEPS = (
    "Chop the onion and carrots and fry them. Add the cumin and stir until it smells good. Add lentils and stock and "
    "simmer for twenty minutes. Season with lemon juice, and serve with bread."
)
DUTCH = (
    "Bak 20 minuten met deksel en 25 minuten zonder. De korst moet donkerder zijn dan je durft. Snijd het brood pas na "
    "twee uur."
)


def test_a_text_in_another_language_is_not_counted_as_if_it_were_in_the_one_asked_for() -> None:
    assert reading_ease_of(GERMAN, "nl") is None
    assert reading_ease_of(GERMAN, "en") is None
    assert emotional_tone(GERMAN, "nl") is None
    assert reading_ease_of(STEPS, "nl") == reading_ease_of(STEPS, "en") == reading_ease(count(STEPS, "en"), "en")
    assert reading_ease_of(DUTCH, "nl") == reading_ease(count(DUTCH, "nl"), "nl")
    assert reading_ease_of("Ein kurzer Satz mit genau zehn Wörtern steht hier nun allein.", "nl") is not None
