"""Where sentences end that have pictures and brackets in them."""

from __future__ import annotations

import pytest

from workers.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It lives in my bathroom 🚿. Cancel whenever you want.",
            ["It lives in my bathroom 🚿.", "Cancel whenever you want."],
        ),
        ("Love it ❤️! Next one.", ["Love it ❤️!", "Next one."]),
        (
            "We launched the box 🌱!! Three plants every month.",
            ["We launched the box 🌱!!", "Three plants every month."],
        ),
        ("Try it 🚀... 🎉 Yes, today.", ["Try it 🚀...", "🎉 Yes, today."]),
        (
            "So 🎉 we start!! Each is hard to kill (trust me, I tried 😅). We tested many of them.",
            ["So 🎉 we start!!", "Each is hard to kill (trust me, I tried 😅).", "We tested many of them."],
        ),
    ],
)
def test_a_picture_hides_no_end_of_a_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text, "en") == expected
