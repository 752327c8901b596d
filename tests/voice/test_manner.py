"""What is counted of a text says nothing of its subject, and its spread is that of texts of its length."""

from __future__ import annotations

from pathlib import Path

import pytest

from workers.voice.background import background, counted, main
from workers.voice.habits import LANGUAGES, Habits, always_counted, habits, together
from workers.voice.manner import FEWEST_WORDS, Manner, Reach, manner_fit, manners
from workers.voice.sampling import Sample

AUTHOR = Path(__file__).parents[2] / "examples" / "author"


def samples(language: str, sources: int) -> list[Sample]:
    """Twelve samples of one writer, from so many texts."""
    text = " ".join(path.read_text() for path in sorted(AUTHOR.glob(f"{language}-*.md")))
    words = text.split()
    return [
        Sample(text=" ".join(words[index * 30 : index * 30 + 30]) + ".", language=language, source=str(index % sources))
        for index in range(12)
    ]


def test_two_texts_that_differ_in_their_subject_alone_are_counted_alike() -> None:
    bread = habits("The baker said that you shouldn't wake the dough; it is asleep, isn't it?", "en")
    ships = habits("The sailor said that you shouldn't blame the storm; it is nature, isn't it?", "en")
    without = {name for name in bread.counts | ships.counts if not name.startswith("length:")}
    assert {name: bread.counts[name] for name in without} == {name: ships.counts[name] for name in without}
    assert not any("baker" in name or "dough" in name for name in bread.counts)
    assert bread.counts["word:shouldn't"] == bread.counts["mark:;"] == bread.counts["mark:?"] == 1
    assert bread.counts["pair:^ the"] == 1
    assert bread.words == 14


def test_typographic_marks_count_as_plain_ones() -> None:
    plain = habits('He said "don\'t" - and... left. Did he?', "en")
    fine = habits("He said “don’t” – and… left. Did he?", "en")
    assert plain == fine


def test_nothing_is_counted_in_other_languages_or_in_no_text() -> None:
    assert habits("Das ist ein Satz.", "de").words == 0
    assert habits("", "en").words == 0
    assert habits("🎉", "en").words == 0


def test_counts_add_up_and_come_apart() -> None:
    one, other = habits("You can wait, can't you?", "en"), habits("The end was near.", "en")
    whole = together([one, other])
    assert whole.words == one.words + other.words
    assert whole.less(other) == one


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_background_has_every_habit_that_means_something(language: str) -> None:
    ordinary = background(language)
    assert ordinary.words > 40_000
    assert all(ordinary.counts[name] >= 5 for name in always_counted(language))
    for family in ("word", "mark", "pair", "sentence", "length"):
        assert sum(n for name, n in ordinary.counts.items() if name.startswith(family)) <= ordinary.totals[family]


def test_a_background_is_counted_from_a_treebank() -> None:
    treebank = ["# newdoc", "# text = It is what it is.", "1\tIt\tit\tPRON", ""] * 9
    found = counted("en", treebank)
    assert found.counts["word:it"] == 18
    assert found.counts["mark:☺"] == 5, "what is always counted is there, however rare"
    assert found.totals["sentence"] == 9


def test_a_background_is_printed_as_it_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    treebank = tmp_path / "some.conllu"
    treebank.write_text("# text = It’s the room.\n1\tIt\n\n# text = And the desk!\n", encoding="utf-8")
    main("en", str(treebank))
    printed = capsys.readouterr().out
    assert Habits.model_validate_json(printed) == counted("en", treebank.read_text(encoding="utf-8").splitlines())
    assert printed.startswith('{\n"counts": {\n')


def test_a_manner_takes_eight_samples_of_its_language() -> None:
    few = samples("en", 3)[:7]
    assert manners(few) == {}
    assert manners([*few, *samples("nl", 3)]).keys() == {"nl"}
    regional = [sample.model_copy(update={"language": "en-GB"}) for sample in samples("en", 3)]
    assert manners(regional).keys() == {"en"}
    assert manners([sample.model_copy(update={"language": None}) for sample in samples("en", 3)]) == {}


def test_texts_of_fewer_than_three_sources_leave_twice_the_room() -> None:
    [narrow], [wide] = (manners(samples("en", count))["en"].reach[:1] for count in (12, 2))
    assert wide.words == pytest.approx(narrow.words)
    assert wide.deviation > 1.5 * narrow.deviation


def test_samples_are_held_against_the_others_not_against_themselves() -> None:
    learned = manners(samples("en", 12))["en"]
    together_with_itself = [manner_fit(sample.text, "en", learned) for sample in samples("en", 12)]
    assert all(score is not None and score > 75 for score in together_with_itself), "what was learned from leans more"


def test_a_manner_survives_being_kept() -> None:
    learned = manners(samples("nl", 3))["nl"]
    kept = Manner.model_validate_json(learned.model_dump_json())
    text = samples("nl", 3)[0].text
    assert manner_fit(text, "nl", kept) == manner_fit(text, "nl", learned)


def test_room_depends_on_how_long_a_text_is() -> None:
    learned = manners(samples("en", 3))["en"]
    wide = learned.model_copy(
        update={"reach": [Reach(words=40, median=9.0, deviation=4.0), Reach(words=160, median=9.0, deviation=2.0)]}
    )
    sentence = "The harbour lay grey under low clouds and the gulls circled above slow ships all day. "
    scores = [manner_fit(sentence * count, "en", wide) for count in (2, 3, 6, 11, 30)]
    assert all(score is not None for score in scores)
    lost = [100 - (score or 0) for score in scores]
    assert lost == sorted(lost), "the longer the text, the surer the difference"
    assert lost[0] < lost[2] < lost[3]
    assert lost[3] == pytest.approx(lost[4], abs=3), "beyond the longest that was measured nothing more is claimed"


def test_a_text_below_twenty_words_shows_no_manner() -> None:
    learned = manners(samples("en", 3))["en"]
    words = ["you"] * FEWEST_WORDS
    assert manner_fit(" ".join(words[1:]), "en", learned) is None
    assert manner_fit(" ".join(words), "en", learned) is not None
