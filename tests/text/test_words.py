"""Words as a reader counts them."""

import pytest

from workers.text.density import densities, keyword_use, used
from workers.text.words import folded, word_count, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't stop — it's 3.5% of 1,000!", ["Don't", "stop", "it's", "3.5", "of", "1,000"]),
        ("Een e-mail over zo’n idee…", ["Een", "e-mail", "over", "zo’n", "idee"]),
        ("Read https://example.com now", ["Read", "https", "example.com", "now"]),
        ("  \n\t…!? ", []),
        ("", []),
    ],
)
def test_words_are_those_a_reader_would_count(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert word_count(text) == len(expected)


def test_a_combined_and_a_composed_accent_are_one_word() -> None:
    assert words("cafe\u0301") == ["café"]


def test_folding_takes_away_what_readers_do_not_distinguish() -> None:
    assert folded("The CAFÉ’s Geïnteresseerd") == ["the", "cafe's", "geinteresseerd"]


def test_density_counts_occurrences_per_hundred_words() -> None:
    text = "Video editing is fun. VIDEO editing pays. " + "word " * 13
    assert len(words(text)) == 20
    assert densities(text, ["video editing", "fun", "pay", "video editing"]) == {
        "video editing": 10.0,
        "fun": 5.0,
        "pay": 0.0,
    }


def test_a_keyword_knows_its_first_place() -> None:
    assert keyword_use("How to brew coffee at home", "Coffee").first == 3
    assert keyword_use("How to brew coffee at home", "tea").first is None


def test_overlapping_repetitions_count_once() -> None:
    assert keyword_use("so so so", "so so").count == 1


@pytest.mark.parametrize("keyword", ["", "   ", "!!!"])
def test_a_keyword_without_words_is_used_nowhere(keyword: str) -> None:
    assert keyword_use("anything at all", keyword).count == 0
    assert used("anything at all", [keyword, "anything"]) == ["anything"]


def test_an_empty_text_has_no_density() -> None:
    assert densities("", ["coffee"]) == {"coffee": 0.0}
