"""Nobody is told what a model was told, in pieces or behind other marks, and nobody waits without reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.providers.ai.prompted.prompts import Prompt, render
from workers.providers.ai.prompted.silence import SUSPECT, TELLING, Repeated, Silence
from workers.providers.ai.tasks.chat import AnswerChat, ChatTurn

TASK = AnswerChat(turns=(ChatTurn(role="user", text="What does compost need?"),))
PROMPT = render(TASK)
LEAK = PROMPT.system[PROMPT.system.index("Answer in the language") :][:200]
NUMBER = PROMPT.mark.rpartition("-")[2]
LONGEST_WORD = 20
TALK = "Compost needs air. Answer in the language of worms, and where the pieces do not hold water, say so aloud. "


def said(pieces: list[str], prompt: Prompt = PROMPT) -> str:
    """What a listener hears, also of an answer that is ended."""
    silence, heard = Silence(prompt), ""
    try:
        for piece in pieces:
            heard += silence.hear(piece)
        heard += silence.rest()
    except Repeated:
        return heard + "|"
    return heard


@settings(deadline=None)
@given(st.lists(st.integers(1, 40), max_size=30), st.sampled_from(["", "No\u0130\u00df. ", TALK, TALK * 3]))
def test_of_a_repetition_little_is_said_however_it_is_cut(sizes: list[int], before: str) -> None:
    whole = text = before + LEAK
    pieces = []
    for size in sizes:
        pieces.append(text[:size])
        text = text[size:]
    heard = said([*pieces, text])
    assert heard.endswith("|")
    assert whole.startswith(heard.rstrip("|"))
    assert len(heard) < len(before) + SUSPECT + LONGEST_WORD


@pytest.mark.parametrize("size", [1, 2, 5])
def test_of_the_number_nothing_is_said_however_it_is_cut(size: int) -> None:
    text = f"It is {NUMBER}, they say."
    heard = said([text[at : at + size] for at in range(0, len(text), size)])
    assert heard.endswith("|")
    assert "It is ".startswith(heard.rstrip("|"))


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), max_size=20))
def test_what_repeats_nothing_is_said_whole(pieces: list[str]) -> None:
    assert said(pieces) == "".join(pieces)


@pytest.mark.parametrize("size", [1, 3, 7, 500])
def test_what_only_begins_alike_is_said(size: int) -> None:
    assert said([TALK[at : at + size] for at in range(0, len(TALK), size)]) == TALK


def test_an_end_is_held_back_until_the_next_piece() -> None:
    silence = Silence(PROMPT)
    begun = LEAK[: SUSPECT + 4]
    assert silence.hear(f"Compost needs air. {begun}") == "Compost needs air. "
    assert silence.hear(" of worms") == f"{begun} of worms"
    assert silence.hear(" is dull, zebra") == " is dull, zebra"


def test_a_few_words_that_end_alike_keep_nobody_waiting() -> None:
    assert Silence(PROMPT).hear(f"Compost needs air. {LEAK[: SUSPECT - 1]}").endswith(LEAK[: SUSPECT - 1])


@pytest.mark.parametrize(
    "hidden",
    [
        "> **" + LEAK.replace(" ", "**\n> **"),
        LEAK.upper(),
        LEAK.replace(".", ";").replace(",", " -"),
        f"Sure! {PROMPT.mark}",
        f"It is {PROMPT.mark.rpartition('-')[2]}.",
    ],
    ids=["quoted", "loud", "other marks", "the mark", "its number"],
)
def test_other_marks_hide_nothing(hidden: str) -> None:
    assert said([hidden]).endswith("|")
    assert said(list(hidden)).endswith("|")
    with pytest.raises(Repeated):
        Silence(PROMPT).check(["Title", hidden])


def test_a_few_words_in_common_are_no_repetition() -> None:
    words = LEAK[: TELLING - 10]
    assert said([words + " and then something else"]) == words + " and then something else"
    Silence(PROMPT).check([words])
