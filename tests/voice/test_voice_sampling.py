"""Texts become samples of a few sentences that a model can read whole."""

from __future__ import annotations

from tests.support.posts import DUTCH, ENGLISH
from workers.text.words import word_count
from workers.voice.sampling import FEWEST_WORDS, LONGEST, comparable, samples_of


def test_an_article_becomes_samples_of_its_own_sentences() -> None:
    text = ENGLISH.read_text()
    samples = samples_of(text)
    flat = " ".join(text.split())
    assert len(samples) >= 8
    assert len({sample.text for sample in samples}) == len(samples)
    for sample in samples:
        assert word_count(sample.text) >= FEWEST_WORDS
        assert len(sample.text) <= LONGEST
        assert sample.text.split(". ")[0].strip(".") in flat


def test_headings_and_addresses_are_no_samples() -> None:
    text = "# A heading that has quite a few words\n\nSee https://example.test/a for the whole list of things we sell."
    [sample] = samples_of(text)
    assert "example.test" not in sample.text
    assert "heading" not in sample.text


def test_languages_are_told_apart() -> None:
    assert {sample.language for sample in samples_of(DUTCH.read_text())} == {"nl"}
    assert {sample.language for sample in samples_of(ENGLISH.read_text())} == {"en"}


def test_of_a_long_text_samples_are_taken_from_all_of_it() -> None:
    text = "\n\n".join(f"Paragraph {number} is written with enough words to count as one." for number in range(500))
    samples = samples_of(text, limit=50)
    assert len(samples) == 50
    assert "Paragraph 0 " in samples[0].text
    assert "Paragraph 490 " in samples[-1].text


def test_a_short_text_is_compared_as_a_whole() -> None:
    assert comparable("Why is it so loud?", "en") == ["Why is it so loud?"]
    assert comparable("#tag https://example.test", "en") in ([], ["#tag"])
    assert comparable("  ", "en") == []
