"""Sentences about numbers read as people of the language write them."""

from __future__ import annotations

from workers.scoring.wording import counted, say


def test_decimals_and_plurals() -> None:
    assert (
        say("tip_stuffing", "en", keyword="soil", density=5.21)
        == '"soil" stands 5.21 times per 100 words; 3 are enough.'
    )
    assert (
        say("tip_stuffing", "nl", keyword="grond", density=5.21)
        == '"grond" staat 5,21 keer per 100 woorden; 3 is genoeg.'
    )
    assert [counted(n, "nl", ("word", "words"), ("woord", "woorden")) for n in (0, 1, 2)] == [
        "0 woorden",
        "1 woord",
        "2 woorden",
    ]
