"""A page's head says what the page says of itself, and nothing is made up where it is silent."""

from __future__ import annotations

import pytest

from workers.inputs.pagehead import PageHead, of_html

URL = "https://video.example.org/watch?v=1"


def head(*metas: str, title: str = "") -> PageHead:
    return of_html(f"<!doctype html><html><head><title>{title}</title>{''.join(metas)}</head><body></body></html>", URL)


def meta(name: str, content: str, by: str = "property") -> str:
    return f'<meta {by}="{name}" content="{content}">'


def test_a_video_page_tells_its_title_text_picture_and_length() -> None:
    assert head(
        meta("og:type", "video.other"),
        meta("og:title", "Bread in  ten minutes"),
        meta("og:description", "Flour &amp; water.\n\n  Then wait.  "),
        meta("og:image", "/hq.jpg"),
        meta("duration", "PT3M33S", "itemprop"),
        title="Bread in ten minutes - Videos",
    ) == PageHead(
        title="Bread in ten minutes",
        description="Flour & water.\nThen wait.",
        image_url="https://video.example.org/hq.jpg",
        duration_seconds=213,
        is_recording=True,
    )


def test_names_of_html_and_twitter_stand_in() -> None:
    found = head(
        meta("description", "Plain.", "name"), meta("twitter:image", "https://cdn.example.org/t.png", "name"), title="T"
    )
    assert found == PageHead(title="T", description="Plain.", image_url="https://cdn.example.org/t.png")


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("90", 90),
        ("PT1H", 3600),
        ("p1dt1s", 86401),
        ("PT4.5S", 4),
        ("PT", None),
        ("P", None),
        ("0", None),
        ("-4", None),
        ("soon", None),
        ("99999999999999", None),
    ],
)
def test_a_length_is_what_can_be_one(said: str, seconds: int | None) -> None:
    assert head(meta("og:video:duration", said)).duration_seconds == seconds


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "http://[bad",
        "http://192.168.0.1/a.png",
        "http://router.local/a.png",
        f"/{'a' * 2100}",
    ],
)
def test_a_picture_without_an_address_of_the_web_is_none(address: str) -> None:
    assert head(meta("og:image", address)).image_url is None


@pytest.mark.parametrize("page", ["", " ", "<", "<?xml version='1.0' encoding='utf-16'?><html/>", "<div>" * 3000])
def test_a_page_without_a_head_says_nothing(page: str) -> None:
    assert of_html(page, URL) == PageHead()
