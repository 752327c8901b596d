"""RSS and Atom are read as they are written in the wild, and nothing in a feed reaches out of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workers.inputs import feeds
from workers.runtime.errors import Rejected

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
  <title>Site</title><language>nl-NL</language>
  <item><title>Late <![CDATA[<b>frost</b> &]]> fruit</title><link>https://a.example.com/1</link>
    <guid isPermaLink="false">g1</guid><pubDate>Sat, 21 Nov 2026 08:00:00 +0100</pubDate>
    <category>Garden</category><category> </category><dc:subject>Weather</dc:subject></item>
  <item><description>no title</description></item>
  <item><title>Undated</title></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>Channel</title>
  <entry><id>yt:video:1</id><title>Sourdough</title><link rel="self" href="https://a.example.com/self"/>
    <link rel="alternate" href="https://a.example.com/watch"/><published>2026-11-20T10:00:00Z</published>
    <updated>2026-11-21T10:00:00Z</updated><category term="bread" label="Bread"/></entry>
  <entry><title>Only changed</title><updated>2026-11-19T10:00:00</updated></entry>
</feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>c</title></channel>
  <item><title>Old school</title><link>https://a.example.com/o</link><dc:date>2026-11-01</dc:date></item></rdf:RDF>"""


def test_rss() -> None:
    feed = feeds.parse(RSS)
    assert feed.language == "nl"
    assert [entry.title for entry in feed.entries] == ["Late <b>frost</b> & fruit", "Undated"]
    first, undated = feed.entries
    assert (first.key, first.link) == ("g1", "https://a.example.com/1")
    assert first.categories == ("Garden", "Weather")
    assert first.published_at == datetime(2026, 11, 21, 7, tzinfo=UTC)
    assert (undated.key, undated.published_at) == ("Undated", None)


def test_atom() -> None:
    feed = feeds.parse(ATOM)
    assert feed.language == "en"
    first, changed = feed.entries
    assert (first.key, first.link, first.categories) == ("yt:video:1", "https://a.example.com/watch", ("bread",))
    assert first.published_at == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert changed.published_at == datetime(2026, 11, 19, 10, tzinfo=UTC), "without a zone it is UTC"


def test_rss_of_the_first_kind() -> None:
    (entry,) = feeds.parse(RDF).entries
    assert (entry.title, entry.published_at) == ("Old school", datetime(2026, 11, 1, tzinfo=UTC))


def test_a_feed_that_is_cut_off_gives_what_it_has() -> None:
    cut = RSS[: RSS.index(b"<item><description>")]
    assert [entry.title for entry in feeds.parse(cut).entries] == ["Late <b>frost</b> & fruit"]


@pytest.mark.parametrize(
    "body",
    [b"", b"plain", b"<html><body>no</body></html>", b"{}", b"\x00\xff"],
    ids=["empty", "text", "page", "json", "bytes"],
)
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    with pytest.raises(Rejected) as refused:
        feeds.parse(body)
    assert refused.value.code == "INPUT_UNREADABLE"


def test_entities_of_a_feed_are_not_followed() -> None:
    local = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><item><title>a&x;b</title></item></rss>'
    assert [entry.title for entry in feeds.parse(local).entries] == ["a&x;b"], "it stays as it is written"
    laughs = b'<!DOCTYPE rss [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 50) for at in range(12)
    )
    bomb = laughs + b"]><rss><item><title>&m;</title></item></rss>"
    assert all(len(entry.title) <= 500 for entry in feeds.parse(bomb).entries)


def test_many_entries_are_cut() -> None:
    body = b"<rss>" + b"".join(b"<item><title>t%d</title></item>" % at for at in range(500)) + b"</rss>"
    assert len(feeds.parse(body).entries) == 200


def test_a_page_names_its_feed() -> None:
    page = b'<html><head><link rel="stylesheet" href="/a.css">'
    page += b'<LINK REL="Alternate" TYPE="application/rss+xml" href=" /feed "></head>'
    assert feeds.address_in(page, "https://a.example.com/x/") == "https://a.example.com/feed"
    assert feeds.address_in(b"<html><head></head></html>", "https://a.example.com/") is None
    assert feeds.address_in(b"", "https://a.example.com/") is None


def test_an_address_that_is_none_is_no_feed() -> None:
    page = b'<link rel="alternate" type="application/rss+xml" href="http://[bad">'
    assert feeds.address_in(page, "https://a.example.com/") is None


@pytest.mark.parametrize(
    "date",
    [
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:00-23:59",
        "Mon, 01 Jan 2020 00:00:00 +99999999999999",
        "Mon, 99 Jan 2020 00:00:00 +0000",
        "",
    ],
)
def test_a_date_that_no_calendar_holds_is_none(date: str) -> None:
    body = f"<rss><channel><item><title>t</title><pubDate>{date}</pubDate></item></channel></rss>"
    assert [entry.published_at for entry in feeds.parse(body.encode()).entries] == [None]


def test_prefixes_that_nobody_declared_are_read_as_they_are_meant() -> None:
    body = b"<rss><channel><item><title>t</title><dc:subject>bread</dc:subject><a:b:c/></item></channel></rss>"
    assert [entry.categories for entry in feeds.parse(body).entries] == [("bread",)]


def test_an_entry_inside_an_entry_is_none_and_is_not_read_again() -> None:
    inner = b"<x/>" * 100_000
    body = b"<rss><channel>" + b"<item><title>t</title>" * 200 + inner + b"</item>" * 200 + b"</channel></rss>"
    assert len(feeds.parse(body).entries) == 1, "and what is in it is read once, not two hundred times"


def test_a_category_is_no_longer_than_a_title() -> None:
    body = b'<feed><entry><title>t</title><category term="' + b"word " * 100_000 + b'"/></entry></feed>'
    (entry,) = feeds.parse(body).entries
    assert [len(category) for category in entry.categories] == [500]
