"""What a creator shows to everybody is read from the feed that the profile names."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from tests.support.links import Ledger, job_context
from tests.support.web import LoopbackListener, Request, Web, serve
from workers.handlers.read_creator import Tools, read_creator
from workers.inputs.fetch import Fetcher
from workers.providers.creators.base import PublicPost, PublicProfile
from workers.providers.trends.feeds import ACCEPTED
from workers.runtime.errors import Rejected

FEED = b"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns="http://www.w3.org/2005/Atom">
 <title>The baker</title>
 <entry>
  <id>yt:video:abc</id><title>Sourdough</title><published>2026-11-20T10:00:00+00:00</published>
  <media:group><media:title>Sourdough</media:title>
   <media:community><media:starRating count="37" average="5.00" min="1" max="5"/><media:statistics views="812"/>
   </media:community></media:group>
 </entry>
 <entry><id>yt:video:def</id><title>No figures</title><published>2026-11-19T10:00:00+00:00</published></entry>
 <entry><id>yt:video:ghi</id><title>Odd</title><published>2026-11-18T10:00:00+00:00</published>
  <media:group><media:community><media:statistics views="-4"/></media:community></media:group></entry>
 <entry><id>yt:video:jkl</id><title>When?</title></entry>
</feed>"""
LINK = '<html><head><link rel="alternate" type="application/rss+xml" href="{}"></head></html>'


async def youtube(request: Request, writer: asyncio.StreamWriter) -> None:
    kind, body, status = "text/html", b"<html></html>", "200 OK"
    if request.path == "/feed":
        kind, body = "application/atom+xml", FEED
    elif request.path == "/@baker":
        body = LINK.format("/feed").encode()
    elif request.path == "/@elsewhere":
        body = LINK.format("http://other.example.com/feed").encode()
    elif request.path == "/@nowhere":
        body = LINK.format("http://[bad").encode()
    elif request.path == "/@led-away":
        body = LINK.format("/away").encode()
    elif request.path == "/away":
        status = "302 Found\r\nLocation: http://other.example.com:" + request.headers["host"].split(":")[1] + "/feed"
    elif request.path == "/@gone":
        status = "404 Not Found"
    head = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)


@pytest_asyncio.fixture
async def web() -> AsyncIterator[Web]:
    async with serve(youtube) as server:
        yield server


async def read(web: Web, path: str) -> PublicProfile:
    fetcher = Fetcher(LoopbackListener(web.port), resolver=web.resolve, accepted=ACCEPTED)
    payload = {"platform": "youtube", "profile_url": web.url(path, "www.example.org")}
    ctx = job_context(Ledger(), "read_creator", payload, organization=None)
    return await read_creator(ctx, Tools(fetcher=lambda: fetcher))


async def test_figures_are_those_of_the_feed(web: Web) -> None:
    profile = await read(web, "/@baker")
    assert profile.display_name == "The baker"
    assert profile.posts == [
        PublicPost(
            platform_post_id="yt:video:abc",
            published_at=datetime(2026, 11, 20, 10, tzinfo=UTC),
            view_count=812,
            like_count=37,
        ),
        PublicPost(platform_post_id="yt:video:def", published_at=datetime(2026, 11, 19, 10, tzinfo=UTC)),
        PublicPost(platform_post_id="yt:video:ghi", published_at=datetime(2026, 11, 18, 10, tzinfo=UTC)),
    ], "what is not shown, or makes no sense, is not known"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/@nobody", "CREATOR_NOT_FOUND"),
        ("/@elsewhere", "CREATOR_NOT_FOUND"),
        ("/@nowhere", "CREATOR_NOT_FOUND"),
        ("/@gone", "URL_NOT_FOUND"),
    ],
)
async def test_a_profile_without_a_feed_of_its_own_is_not_found(web: Web, path: str, code: str) -> None:
    with pytest.raises(Rejected) as refused:
        await read(web, path)
    assert refused.value.code == code
    assert [request.path for request in web.requests] == [path], "nothing else is asked"


async def test_a_feed_that_leads_to_another_site_tells_nothing(web: Web) -> None:
    with pytest.raises(Rejected) as refused:
        await read(web, "/@led-away")
    assert refused.value.code == "CREATOR_NOT_FOUND"
