"""A text in the brand's manner fits it better than one in another, and nobody gets a score from nothing."""

from __future__ import annotations

import pytest

from workers.voice.fit import fit
from workers.voice.measures import MEASURES, Spread, measure, spreads, style_fit
from workers.voice.voice import LearnedVoice

OWN = [
    "You want fresh bread. You need time. Can you wait a day?",
    "Your starter is hungry. Feed it. It won't feed itself, will it?",
    "You don't need a machine. Your hands do it. What's stopping you?",
    "Cold dough rises slowly. That's fine. You've got all night, haven't you?",
    "Burnt the first one? So did I. You'll get there. Try again.",
    "Salt it. Fold it. Leave it. Isn't that easy?",
    "You can't rush a crust. You can ruin it. Guess which one is faster?",
    "Flour, water, salt. That's your list. Anything else? No.",
]
ALIKE = "You bought too much flour. Don't worry. You'll use it. Why not bake twice?"
UNLIKE = (
    "Furthermore, it is to be noted that the fermentation of cereal doughs, regarding which a considerable body of "
    "literature has been compiled over the preceding decades, shall be conducted at temperatures not exceeding 26 "
    "degrees Celsius!"
)


def voice(median: float | None = 0.6, deviation: float | None = 0.1) -> LearnedVoice:
    return LearnedVoice(
        brand_profile_id="b",
        nearness_median=median,
        nearness_deviation=deviation,
        measures=spreads(measure(text, "en") for text in OWN),
    )


def test_measures_are_counted() -> None:
    found = measure("I think you're right. Are we there? Yes! 🎉 #done 3 of 4.", "en")
    assert found["questions"] == pytest.approx(1 / 4, abs=0.09)
    assert found["contractions"] > 0
    assert found["first_person_singular"] > 0
    assert found["first_person_plural"] > 0
    assert found["second_person"] > 0
    assert found["emoji"] > 0
    assert found["hashtags"] > 0
    assert found["numbers"] > 0
    assert set(found) == set(MEASURES)
    assert measure("", "en") == {}


def test_a_polite_form_is_formal_and_an_everyday_word_is_not() -> None:
    assert measure("Wij verzoeken u derhalve uw gegevens te controleren.", "nl")["formality"] > 10
    assert measure("Joh, doe gewoon lekker mee, hoi!", "nl")["formality"] < -10


def test_the_same_manner_fits_better_than_another() -> None:
    known = voice().measures
    alike, unlike = style_fit(measure(ALIKE, "en"), known), style_fit(measure(UNLIKE, "en"), known)
    assert alike is not None
    assert unlike is not None
    assert alike > 70
    assert unlike < 40


def test_its_own_texts_fit_a_brand() -> None:
    known = voice().measures
    found = [style_fit(measure(text, "en"), known) or 0 for text in OWN]
    assert min(found) > 50
    assert sum(found) / len(found) > 75


@pytest.mark.parametrize(("similarity", "nearness"), [(0.9, 100), (0.6, 100), (0.5, 75), (0.4, 50), (0.1, 0), (-1, 0)])
def test_nearness_falls_by_a_quarter_for_each_deviation(similarity: float, nearness: float) -> None:
    found = fit(ALIKE, "en", [similarity], voice())
    assert found is not None
    assert found.nearness == nearness
    assert found.style is not None
    assert found.score == pytest.approx((nearness + found.style) / 2, abs=0.01)


def test_samples_that_are_all_alike_still_leave_room() -> None:
    found = fit(ALIKE, "en", [0.58], voice(deviation=0.0))
    assert found is not None
    assert found.nearness == 75


def test_a_title_has_no_style_to_measure() -> None:
    found = fit("Why is it so loud?", "en", [0.6], voice())
    assert found is not None
    assert found.style is None
    assert found.score == found.nearness == 100


def test_nothing_is_scored_from_nothing() -> None:
    assert fit(ALIKE, "en", [None, None], voice()) is None
    assert fit(ALIKE, "en", [], voice()) is None
    assert fit(ALIKE, "en", [0.6], voice(median=None, deviation=None)) is None
    assert style_fit({}, {"emoji": Spread(median=0, deviation=0, mean=0)}) is None
    assert style_fit(measure(ALIKE, "en"), {}) is None
