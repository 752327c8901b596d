"""Feeling is counted, in the languages there are words of, and not claimed from too few of them."""

from __future__ import annotations

import pytest

from workers.providers.ai.extractive.feeling_words import EMOTIONS, NEGATIVE, POSITIVE
from workers.providers.ai.extractive.feelings import feelings


@pytest.mark.parametrize(
    ("text", "language", "sign"),
    [
        ("A wonderful, helpful and beautiful garden that I love.", "en", 1),
        ("A terrible waste: the plants died and it hurts.", "en", -1),
        ("Een prachtige, gezonde tuin waar ik van geniet.", "nl", 1),
        ("Vreselijk: alles is kapot en dood.", "nl", -1),
    ],
)
def test_the_sign_follows_the_words(text: str, language: str, sign: int) -> None:
    found = feelings(text, language)
    assert found is not None
    assert found.sentiment is not None
    assert found.sentiment * sign > 50


def test_a_negation_turns_it() -> None:
    found = feelings("It is not good, never great and not beautiful.", "en")
    assert found is not None
    assert found.sentiment == -100


def test_too_few_words_say_nothing() -> None:
    found = feelings("A good garden.", "en")
    assert found is not None
    assert found.sentiment is None
    assert found.emotions == {}


def test_other_languages_are_not_guessed() -> None:
    assert feelings("Ein wunderschöner Garten", "de") is None


def test_shares_add_up() -> None:
    found = feelings("Happy, happy and surprised; I hope to trust my friends without fear.", "en")
    assert found is not None
    assert sum(found.emotions.values()) == pytest.approx(1, abs=0.01)
    assert max(found.emotions, key=lambda name: found.emotions[name]) in ("joy", "trust")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_word_is_both_good_and_bad(language: str) -> None:
    assert not POSITIVE[language] & NEGATIVE[language]
    assert set(EMOTIONS["en"]) == set(EMOTIONS["nl"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Dit stuk is alleen voor leden. Je hebt alleen de arm van een lamp nodig. Houden we het bij een stuk?"),
        ("en", "What kind of room is it, and what kind of desk? This kind of lamp is of the kind you know."),
    ],
)
def test_plain_words_that_have_another_meaning_carry_no_feeling(language: str, text: str) -> None:
    found = feelings(text, language)
    assert found is not None
    assert (found.sentiment, found.emotions, found.per_hundred_words) == (None, {}, 0.0)
