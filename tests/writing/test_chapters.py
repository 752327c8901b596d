"""Chapters begin where the script says, and there are none where YouTube would show none."""

from __future__ import annotations

import itertools

from workers.text.readability import reading_seconds
from workers.text.words import word_count
from workers.writing.chapters import Section, sections


def paragraph(words: int) -> str:
    return f"Here {' '.join(['word'] * (words - 2))} ends."


def test_chapters_follow_the_paragraphs() -> None:
    found = sections("\n\n".join([paragraph(50), paragraph(75), paragraph(100)]), "en")
    assert [chapter.start_seconds for chapter in found] == [0, 20, 50]
    assert [chapter.timestamp for chapter in found] == ["0:00", "0:20", "0:50"]


def test_short_paragraphs_share_a_chapter() -> None:
    found = sections("\n\n".join([paragraph(10)] * 12), "en")
    assert all(later.start_seconds - one.start_seconds >= 10 for one, later in itertools.pairwise(found))
    assert sum(word_count(chapter.text) for chapter in found) == 120


def test_the_last_chapter_is_long_enough_too() -> None:
    script = "\n\n".join([paragraph(50), paragraph(50), paragraph(50), paragraph(5)])
    found = sections(script, "en")
    assert len(found) == 3
    assert reading_seconds(word_count(script)) - found[-1].start_seconds >= 10


def test_a_script_without_paragraphs_is_divided_at_sentences() -> None:
    assert len(sections(" ".join([paragraph(40)] * 4), "en")) == 4


def test_a_short_script_has_none() -> None:
    assert sections("\n\n".join([paragraph(20), paragraph(20)]), "en") == []
    assert sections("", "en") == []


def test_a_long_script_has_few() -> None:
    found = sections("\n\n".join([paragraph(60)] * 60), "en")
    assert 3 <= len(found) <= 12


def test_hours_are_written_out() -> None:
    assert Section(3661, "").timestamp == "1:01:01"
    assert Section(65, "").timestamp == "1:05"
