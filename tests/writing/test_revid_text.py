"""RevID is given what is to be said, and nothing else."""

from __future__ import annotations

from workers.writing.revid import revid_text


def test_each_part_is_a_scene_and_each_sentence_a_line() -> None:
    assert revid_text(["Why wait?", "Begin now. It is e.g. easy.", "Tell me."], "en") == (
        "Why wait?\n\nBegin now.\nIt is e.g. easy.\n\nTell me."
    )


def test_marks_links_and_emoji_are_not_read_aloud() -> None:
    assert (
        revid_text(["**Look** [zoom in] at https://example.com this 🚀", "", "  \n "], "en") == "Look zoom in at this"
    )


def test_what_was_left_out_is_not_read_aloud() -> None:
    assert revid_text(["…and i only cut… what bores me…", "In my bathroom 🚿. Or (so 😅)."], "en") == (
        "and i only cut… what bores me\n\nIn my bathroom.\nOr (so)."
    )


def test_nothing_is_nothing() -> None:
    assert revid_text([], "en") == ""
