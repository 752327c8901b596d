"""Files and pages become running text, whatever their encoding; what is no text is refused."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
import srt
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.posts import ENGLISH, refusal_of
from workers.inputs import extract
from workers.inputs.decoding import decode
from workers.runtime.errors import Rejected

SRT = """1
00:00:00,500 --> 00:00:02,000
<i>Welcome back.</i> Today we bake

2
00:00:02,100 --> 00:00:04,000
rye bread, {\\an8}slowly.

3
00:00:09,000 --> 00:00:12,000
[Music]
- The dough rests overnight.
"""

VTT = """WEBVTT

NOTE a remark

00:00.000 --> 00:02.000
so the first thing

00:02.000 --> 00:04.000
so the first thing
<c.yellow>you need</c> is time

00:04.000 --> 00:06.000
you need is time
and a warm room
"""

HTML = """<!doctype html><html><head><title>Rye bread | The Oven</title></head><body>
<nav><a href="/">Home</a><a href="/shop">Shop</a></nav>
<main><article><h1>Rye bread for patient people</h1>
<p>Rye flour holds more water than wheat flour,
so the dough stays sticky however long you knead it, and that is as it should be.</p>
<h2>Give it time</h2>
<p>A loaf that rests for a day cuts better than a fresh one,
because the crumb needs hours to set. &quot;Wait,&quot; says the baker.</p>
<ul><li>Weigh the water instead of guessing it.</li><li>Bake the loaf in a tin.</li></ul>
<script>track("visitor")</script></article></main>
<aside>Subscribe to our newsletter!</aside><footer>© 2026 The Oven. All rights reserved.</footer></body></html>"""


def test_srt_becomes_running_text() -> None:
    text = extract.from_bytes(SRT.encode(), "application/x-subrip", name="talk.srt").text
    assert text == "Welcome back. Today we bake rye bread, slowly.\n\nThe dough rests overnight."


def test_vtt_drops_rolling_repeats_and_markup() -> None:
    text = extract.from_bytes(VTT.encode(), "text/vtt").text
    assert text == "so the first thing you need is time and a warm room"


def test_subtitles_are_known_by_what_they_hold() -> None:
    assert extract.from_text(SRT).text.startswith("Welcome back.")
    assert extract.from_text(VTT).text.startswith("so the first thing")
    assert extract.from_bytes(SRT.encode(), "text/vtt").text.startswith("Welcome back.")


def test_a_long_talk_reads_as_text() -> None:
    cues = [
        srt.Subtitle(n, timedelta(seconds=2 * n), timedelta(seconds=2 * n + 2), f"Sentence number {n} is spoken.")
        for n in range(3000)
    ]
    text = extract.from_bytes(srt.compose(cues).encode(), "application/x-subrip").text
    assert text.count("is spoken.") == 3000


def test_markdown_keeps_headings_and_lists_and_drops_the_rest() -> None:
    markdown = (
        '---\ntitle: "Rye for beginners"\ndate: 2026-01-01\n---\n\nBread is **good** and [cheap](https://example.com/x).\n\n'
        "## Method\n\n1. Mix `flour`\n2. Wait\n\n```python\nprint('no')\n```\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n<div>no html</div>\n\n"
        "![a picture](x.png)\nTwo lines\nof one paragraph.\n"
    )
    extracted = extract.from_bytes(markdown.encode(), "text/markdown")
    assert extracted.title == "Rye for beginners"
    assert (
        extracted.text
        == "Bread is good and cheap.\n\n## Method\n\n- Mix flour\n\n- Wait\n\nTwo lines\nof one paragraph."
    )


def test_the_first_heading_of_a_document_is_its_title() -> None:
    extracted = extract.from_text(ENGLISH.read_text(), "text/markdown")
    assert extracted.title == "How to record clear audio in an ordinary room"
    assert "## Distance beats equipment" in extracted.text


def test_a_web_page_gives_its_article_and_title() -> None:
    extracted = extract.from_bytes(HTML.encode(), "text/html", url="https://oven.example.org/rye")
    assert extracted.title is not None
    assert "bread" in extracted.title.lower()
    assert "Rye flour holds more water" in extracted.text
    assert '"Wait," says the baker.' in extracted.text
    assert "- Weigh the water instead of guessing it." in extracted.text
    assert extracted.url == "https://oven.example.org/rye"
    for junk in ("Shop", "track(", "<p>", "newsletter"):
        assert junk not in extracted.text


@pytest.mark.parametrize(
    ("encoding", "declared", "markup"),
    [
        ("utf-8", None, False),
        ("utf-8-sig", "latin-1", False),
        ("utf-16", None, False),
        ("cp1252", "iso-8859-1", False),
        ("cp1252", "windows-1252", False),
        ("cp1252", None, True),
        ("iso-8859-15", "iso-8859-15", False),
    ],
)
def test_text_is_decoded_as_it_was_written(encoding: str, declared: str | None, markup: bool) -> None:
    text = '<meta charset="windows-1252">' * markup + "Crème brûlée kost € 4 — één “lekkere” ervaring in het café."
    if encoding == "iso-8859-15":
        text = text.translate(str.maketrans("—“”", "-''"))
    assert decode(text.encode(encoding), declared, markup=markup) == text


def test_an_undeclared_legacy_encoding_is_guessed() -> None:
    text = "Une brève histoire du café: la crème brûlée était déjà préparée à Liège. " * 20
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("body", "media_type", "code"),
    [
        (b"", "text/plain", "INPUT_EMPTY"),
        (b" \n ", "text/plain", "INPUT_EMPTY"),
        (b"\x00\x00", "text/plain", "INPUT_EMPTY"),
        (b"```\ncode\n```", "text/markdown", "INPUT_EMPTY"),
        (b"%PDF-1.7 ...", "text/plain", "INPUT_UNREADABLE"),
        (b"PK\x03\x04docx", "text/plain", "INPUT_UNREADABLE"),
        (bytes(range(256)) * 50, "text/plain", "INPUT_UNREADABLE"),
        (b"hello", "application/pdf", "UNSUPPORTED_TYPE"),
        (b"hello", "image/png", "UNSUPPORTED_TYPE"),
        (b"<html><body></body></html>", "text/html", "INPUT_UNREADABLE"),
        (b"WEBVTT nonsense --> here", "text/vtt", "INPUT_EMPTY"),
        (b"no subtitles at all", "application/x-subrip", "INPUT_EMPTY"),
        (b"a " * 100_001, "text/plain", "INPUT_TOO_LARGE"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(body: bytes, media_type: str, code: str) -> None:
    with pytest.raises(Rejected) as caught:
        extract.from_bytes(body, media_type)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>" * 40_000 + "deep" + "</div>" * 40_000, id="deep"),
        pytest.param("<p>word word word.</p>" * 60_000, id="many"),
        pytest.param("<a href='" * 100_000, id="unclosed"),
        pytest.param("<!--" * 200_000, id="comments"),
        pytest.param("&amp;" * 300_000, id="entities"),
    ],
)
def test_hostile_pages_end_in_time(body: str) -> None:
    started = time.process_time()
    code = refusal_of(lambda: extract.from_bytes(body.encode(), "text/html", url="https://x.example.org/"))
    assert code in (None, "INPUT_UNREADABLE", "INPUT_TOO_LARGE", "INPUT_EMPTY")
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "text",
    [
        "[" * 60_000,
        "*a **b " * 25_000,
        "> " * 60_000,
        "- " * 60_000,
        "`" * 100_000,
        "<a " * 60_000,
        "a](" * 60_000,
        "|a|" * 50_000,
        "# " * 80_000,
    ],
)
def test_hostile_markdown_ends_in_time(text: str) -> None:
    started = time.process_time()
    assert refusal_of(lambda: extract.from_text(text, "text/markdown")) in (None, "INPUT_EMPTY", "INPUT_UNREADABLE")
    assert time.process_time() - started < 8


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    body=st.binary(max_size=600),
    media_type=st.sampled_from(["text/plain", "text/markdown", "text/vtt", "application/x-subrip", "text/html"]),
)
def test_any_bytes_give_storable_text_or_a_refusal(body: bytes, media_type: str) -> None:
    code = refusal_of(lambda: extract.from_bytes(body, media_type))
    if code is not None:
        assert code.startswith("INPUT_")
        return
    extracted = extract.from_bytes(body, media_type)
    assert extracted.text.strip()
    assert "\x00" not in extracted.text + (extracted.title or "")
    extracted.text.encode()


@pytest.mark.parametrize(
    ("name", "title"), [("rye-bread-at-home.txt", "Rye bread at home"), ("IMG_2041.txt", None), ("notes.txt", None)]
)
def test_a_telling_file_name_is_a_title(name: str, title: str | None) -> None:
    assert extract.from_bytes(b"Some plain text without a heading.", "text/plain", name=name).title == title
