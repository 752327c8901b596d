"""Without a model the tone card says what was counted, in the language of the samples, and nothing else."""

from __future__ import annotations

import pytest

from tests.support.posts import DUTCH, ENGLISH, generator
from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.voice import DescribeVoice, VoiceDescription
from workers.voice.measures import MEASURES
from workers.voice.sampling import Sample, samples_of
from workers.voice.tone import languages, measured, usual

NOTHING = dict.fromkeys(MEASURES, 0.0)


def described(measures: dict[str, float] | None = None, language: Language = "en") -> VoiceDescription:
    task = DescribeVoice(language=language, samples=("Short. Very short.",), measures=NOTHING | (measures or {}))
    return generator().run_blocking(task).value


@pytest.mark.parametrize(
    ("measure", "value", "said"),
    [
        ("words_per_sentence", 8.0, "Short sentences: 8 words on average."),
        ("words_per_sentence", 16.0, "Sentences of middle length: 16 words on average."),
        ("words_per_sentence", 25.0, "Long sentences: 25 words on average."),
        ("questions", 0.25, "25 of 100 sentences are questions."),
        ("exclamations", 0.3, "30 of 100 sentences end with an exclamation mark."),
        ("second_person", 4.0, "The reader is addressed directly, 4.0 times in 100 words."),
        ("formality", 2.0, "Formal words prevail."),
        ("formality", -2.0, "Words of everyday speech prevail over formal ones."),
        ("emoji", 0.5, "0.5 emoji in 100 words."),
        ("numbers", 3.0, "Figures are frequent: 3.0 in 100 words."),
    ],
)
def test_each_trait_follows_from_its_measure(measure: str, value: float, said: str) -> None:
    assert said in described({measure: value}).traits
    assert said not in described().traits


def test_what_is_rare_is_to_be_avoided() -> None:
    assert any("Emoji" in one for one in described({"questions": 0.5}).avoid)
    assert not any("Emoji" in one for one in described({"emoji": 1.0}).avoid)
    assert not any("Questions" in one for one in described({"questions": 0.5}).avoid)


def test_it_is_written_in_the_language_asked_for() -> None:
    assert "Korte zinnen: gemiddeld 8 woorden." in described({"words_per_sentence": 8.0}, "nl").traits


def test_languages_and_measures_are_those_of_the_samples() -> None:
    samples = [*samples_of(DUTCH.read_text()), *samples_of(ENGLISH.read_text())[:2], Sample(text="Hola a todos.")]
    assert list(languages(samples)) == ["nl", "en", "other"]
    assert languages(samples)["en"] == 2
    found = usual(measured(samples))
    assert set(found) == set(MEASURES)
    assert 5 < found["words_per_sentence"] < 30
    assert usual(measured([])) == {}
