"""Words and phrases as documents are compared by."""

from __future__ import annotations

import tracemalloc

import pytest

from workers.providers.trends.feeds import site_of
from workers.trends.terms import MOST, terms


def test_phrases_do_not_cross_function_words_and_marks() -> None:
    assert terms("Late frost in the orchard: what now?", [], "en") == ["late", "frost", "late frost", "orchard"]


def test_a_phrase_has_three_words_at_most() -> None:
    assert "late spring frost" in terms("Late spring frost warning", [], "en")
    assert "late spring frost warning" not in terms("Late spring frost warning", [], "en")


def test_each_counts_once_however_it_is_written() -> None:
    found = terms("FROST! Frost? #frost", ["Frost", "late frost"], "en")
    assert found == ["frost", "late", "late frost"]


def test_the_language_says_which_words_tell_nothing() -> None:
    assert terms("De vorst en het fruit", [], "nl") == ["vorst", "fruit"]
    assert terms("12 34 🎬 !!!", [], "en") == []


def test_a_flood_of_tags_is_cut() -> None:
    assert len(terms("t", [f"subject{at} matter{at}" for at in range(200)], "en")) == MOST
    assert all(len(term) <= 60 for term in terms("x" * 100 + " short", [], "en"))


def test_of_a_book_only_as_much_is_counted_as_is_kept() -> None:
    book = " ".join(f"subject{at}" for at in range(200_000))
    tracemalloc.start()
    assert len(terms("t", [book], "en")) == MOST
    assert tracemalloc.get_traced_memory()[1] < 40_000_000, "none of a million phrases is kept"
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.example.com/feed", "example.com"),
        ("https://a.xyz.io/feed", "xyz.io"),
        ("https://b.xyz.io./feed", "xyz.io"),
        ("http://203.0.113.7:8080/feed", "203.0.113.7"),
        ("http://[bad", ""),
        ("", ""),
        ("https://news.example.co.uk/x", "example.co.uk"),
        ("https://a.b.example.nl/", "example.nl"),
        ("https://example.nl", "example.nl"),
    ],
)
def test_names_under_one_site_are_one_publisher(url: str, site: str) -> None:
    assert site_of(url) == site
