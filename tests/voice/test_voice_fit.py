"""A text in the brand's manner fits it better than one in another, and nobody gets a score from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from workers.voice.fit import VoiceFit, fit
from workers.voice.manner import Manner, manners
from workers.voice.measures import MEASURES, measure
from workers.voice.sampling import Sample, samples_of
from workers.voice.voice import LearnedVoice

WRITERS = yaml.safe_load(Path(__file__).with_name("manners.yaml").read_text())
SUBJECTS = ("bread", "cycling", "budget")
EVERY = [
    (language, writer, held_out) for language, texts in WRITERS.items() for writer in texts for held_out in SUBJECTS
]


def manner(language: str, writer: str, *subjects: str) -> Manner:
    samples: list[Sample] = []
    for subject in subjects:
        found = samples_of(WRITERS[language][writer][subject])
        samples += [sample.model_copy(update={"source": subject}) for sample in found]
    return manners(samples)[language]


def voice(median: float | None = 0.6, deviation: float | None = 0.1) -> LearnedVoice:
    return LearnedVoice(
        brand_profile_id="b",
        nearness_median=median,
        nearness_deviation=deviation,
        manners={"en": manner("en", "mara", "bread", "cycling")},
    )


OWN = WRITERS["en"]["mara"]["budget"]


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


@pytest.mark.parametrize(("language", "writer", "held_out"), EVERY)
def test_the_writer_on_another_subject_fits_better_than_another_writer_on_the_same(
    language: str, writer: str, held_out: str
) -> None:
    learned_from = [subject for subject in SUBJECTS if subject != held_out]
    known = LearnedVoice(brand_profile_id="b", manners={language: manner(language, writer, *learned_from)})
    [other] = [name for name in WRITERS[language] if name != writer]
    own = fit(WRITERS[language][writer][held_out], language, known).score
    theirs = [fit(WRITERS[language][other][subject], language, known).score for subject in learned_from]
    assert own is not None
    assert own >= 90
    for score in theirs:
        assert score is not None
        assert own >= score + 15


@pytest.mark.parametrize(("similarity", "nearness"), [(0.9, 100), (0.6, 100), (0.5, 75), (0.4, 50), (0.1, 0), (-1, 0)])
def test_nearness_falls_by_a_quarter_for_each_deviation_and_counts_a_fifth(similarity: float, nearness: float) -> None:
    alone = fit(OWN, "en", voice())
    found = alone.with_nearness([similarity], voice())
    assert found.nearness == nearness
    assert found.manner == alone.manner is not None
    assert found.score == pytest.approx(0.8 * (alone.manner or 0) + 0.2 * nearness, abs=0.01)


def test_samples_that_are_all_alike_still_leave_room() -> None:
    known = voice(deviation=0.0)
    assert fit(OWN, "en", known).with_nearness([0.58], known).nearness == 75


@pytest.mark.parametrize(
    ("text", "known", "reason"),
    [
        ("Why is it so loud?", voice(), "too_short"),
        (OWN, LearnedVoice(brand_profile_id="b"), "not_learned"),
        (OWN, None, "not_learned"),
        (WRITERS["nl"]["mara"]["budget"], voice(), "other_language"),
    ],
)
def test_without_a_score_there_is_a_reason(text: str, known: LearnedVoice | None, reason: str) -> None:
    assert fit(text, "en", known).stored() == {"score": None, "reason": reason}


def test_what_no_vector_is_known_of_is_judged_by_its_manner() -> None:
    found = fit(OWN, "en", voice())
    assert found.with_nearness([None, None], voice()) == found
    assert found.with_nearness([], voice()) == found
    assert found.with_nearness([0.6], voice(median=None, deviation=None)) == found
    assert found.stored() == {"score": found.manner, "manner": found.manner, "nearness": None}
    nothing = VoiceFit(None, reason="too_short")
    assert nothing.with_nearness([0.9], voice()) == nothing, "nearness alone is no voice"
