"""Syllables by rule, held to a list of everyday words of each language."""

import pytest

from workers.text.syllables import syllables

_ENGLISH = {
    1: "make makes stopped time times clothes youth breathe the a dream watched strength toothed league",
    2: (
        "table tables little wanted being trying playing beyond science people something sometimes useful "
        "homework handled boxes pages horses roses apple happy ending movement"
    ),
    3: (
        "video audio creator idea beautiful example banana important happily happier "
        "marketing tomorrow editing yesterday recording"
    ),
    4: "usually variety experience january activity community television information education",
    5: "university opportunity",
}
_DUTCH = {
    1: "huis deur fiets nieuw leeuw tijd mooi groei schreeuw team zee",
    2: "mooie leeuwen station nieuwe tijden water online vragen zeeën bureau schrijven",
    3: "video radio museum ideeën koeienstal reclame geopend beginnen beïnvloed",
    4: "januari motivatie gemotiveerd ondernemer economisch interessant",
    5: "organisatie communicatie",
}


def _cases(listed: dict[int, str], language: str) -> list[tuple[str, str, int]]:
    return [(word, language, count) for count, line in listed.items() for word in line.split()]


@pytest.mark.parametrize(("word", "language", "expected"), [*_cases(_ENGLISH, "en"), *_cases(_DUTCH, "nl")])
def test_everyday_words(word: str, language: str, expected: int) -> None:
    assert syllables(word, language) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("2024", 4), ("HTML", 4), ("don't", 1), ("e-mail", 2), ("Café", 2), ("b2b", 3), ("…", 1)]
)
def test_what_is_no_plain_word_still_has_a_length(word: str, expected: int) -> None:
    assert syllables(word, "en") == expected


def test_the_language_decides() -> None:
    assert syllables("home", "en") == 1
    assert syllables("ruime", "nl") == 2
    assert syllables("ruime", "en") == 1
