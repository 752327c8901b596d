"""Counting is the platform's own; the figures are those of the platforms' documents."""

from __future__ import annotations

import pytest

from workers.providers import platform_limits as limits


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("a" * 280, 280),
        ("日本語", 6),
        ("😀", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("see https://example.com/a/very/long/path?with=query now", 4 + 23 + 4),
        ("e\u0301", 1),
        ("…", 2),
        ("“quoted”", 8),
    ],
)
def test_x_counts_as_twitter_text_does(text: str, weight: int) -> None:
    assert limits.x_length(text) == weight


@pytest.mark.parametrize(
    ("text", "length"),
    [("a" * 500, 500), ("é", 1), ("日本", 2), ("😀", 4), ("👍🏽", 8), ("🇳🇱", 8), ("a😀b", 6), ("1 2", 3)],
)
def test_threads_counts_emoji_as_utf8(text: str, length: int) -> None:
    assert limits.threads_length(text) == length


def test_utf16_counts_code_units() -> None:
    assert limits.utf16_length("a😀") == 3


def test_links_hashtags_mentions_and_cashtags_are_told_apart() -> None:
    text = "C# and #Bread with #2024 by @baker, mail me@x.nl about $AAPL and $5"
    assert limits.hashtags_in(text) == ["#Bread"]
    assert limits.mentions_in(text) == ["@baker"]
    assert limits.cashtags_in(text) == ["$AAPL"]
