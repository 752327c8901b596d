"""Nothing in an answer is loaded by showing it, however it is cut into pieces, and nobody waits without reason."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workers.chat.images import Imageless, without_images

ADDRESS = "https://evil.example/?q=secrets"
ELEMENTS = ["img", "IMG", "image", "picture", "iframe", "object", "embed", "video", "audio", "svg", "Script", "link"]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(["!", "[", "]", "(x)", "<", "</", "i", "I", "m", "g", "frame", *ELEMENTS]), st.text(max_size=3)
    )
).map("".join)


def pieces_of(text: str, sizes: list[int]) -> list[str]:
    pieces = []
    for size in sizes:
        pieces.append(text[:size])
        text = text[size:]
    return [*pieces, text]


def said(pieces: list[str]) -> str:
    images = Imageless()
    return "".join([*(images.hear(piece) for piece in pieces), images.rest()])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"See ![a chart]({ADDRESS}).", f"See [a chart]({ADDRESS})."),
        (f"![]({ADDRESS})", f"[]({ADDRESS})"),
        (f"![a][b]\n\n[b]: {ADDRESS}", f"[a][b]\n\n[b]: {ADDRESS}"),
        (f"[![a]({ADDRESS})](/b)", f"[[a]({ADDRESS})](/b)"),
        (f"Look!!![a]({ADDRESS})", f"Look[a]({ADDRESS})"),
        (f'<img src="{ADDRESS}">', f'&lt;img src="{ADDRESS}">'),
        (f"<svg/onload=x><ImG\nsrc={ADDRESS}/>", f"&lt;svg/onload=x>&lt;ImG\nsrc={ADDRESS}/>"),
    ],
)
def test_images_become_links_and_elements_that_load_become_text(text: str, shown: str) -> None:
    assert without_images(text) == shown


@pytest.mark.parametrize("name", ELEMENTS)
def test_every_element_that_loads_is_text(name: str) -> None:
    assert without_images(f"a <{name} src={ADDRESS}> b") == f"a &lt;{name} src={ADDRESS}> b"


@pytest.mark.parametrize(
    "text",
    [
        "Well done! [a](/b)",
        "So! It (is) [fine]!",
        "1 < 2",
        "<b>bold</b>",
        "</svg>",
        "< img",
        "a <im",
        f"[a]({ADDRESS})",
        "!",
    ],
)
def test_what_loads_nothing_stays_as_it_is(text: str) -> None:
    assert without_images(text) == said([text]) == text


@settings(deadline=None, max_examples=500)
@given(TEXTS, st.lists(st.integers(0, 4), max_size=40))
@example("<iframe ![", [1] * 10)
def test_the_pieces_are_together_what_the_whole_is(text: str, sizes: list[int]) -> None:
    assert said(pieces_of(text, sizes)) == without_images(text)


@settings(deadline=None)
@given(TEXTS)
def test_nothing_that_loads_is_left(text: str) -> None:
    shown = without_images(text)
    assert "![" not in shown
    assert not any(f"<{name.lower()}" in shown.lower() for name in ELEMENTS)
    assert without_images(shown) == shown


def test_no_more_is_held_back_than_may_become_an_image() -> None:
    images = Imageless()
    heard = [
        images.hear(piece) for piece in ["Great!", " So <", "b> it is!", "!", "[x", "](/y) <im", "g> <i", "ce> <img"]
    ]
    assert heard == ["Great", "! So ", "<b> it is", "", "[x", "](/y) ", "&lt;img> ", "<ice> &lt;img"]
    assert images.rest() == ""


def test_a_long_row_of_signs_takes_no_time_to_speak_of() -> None:
    """A text may ask for one to keep the worker busy."""
    images, begun = Imageless(), time.process_time()
    said_so_far = "".join(images.hear("!" * 8) for _ in range(8000))
    assert (said_so_far, images.hear("["), images.rest()) == ("", "[", "")
    assert without_images("!" * 100_000) == "!" * 100_000
    assert time.process_time() - begun < 5
