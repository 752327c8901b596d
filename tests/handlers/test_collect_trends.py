"""What the world writes is read by a worker, counted in the database, and shown as trends."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from pydantic import SecretStr

from stack.simulators.server import Simulators
from tests.support.adapters import KEY
from tests.support.channels import World, connected_channel
from tests.support.database import Database
from tests.support.links import Ledger, job_context
from tests.support.web import LoopbackListener, Request, Web, serve
from tests.support.workers import until, worker_process
from workers.handlers.collect_trends import Tools, collect
from workers.inputs.fetch import Fetcher
from workers.providers.settings import ProviderSettings
from workers.providers.trends.feeds import ACCEPTED
from workers.runtime.errors import AuthExpired, ProviderError, RateLimited, Rejected, Snooze, Unavailable

NOW = datetime.now(UTC)
GRANTED = {"granted": True, "remaining": 9, "resets_at": None, "budget_ids": []}


def rss(titles: list[str], language: str = "en") -> bytes:
    day = NOW - timedelta(hours=5)
    items = "".join(
        f"<item><title>{title}</title><link>https://x.example.com/{title}</link>"
        f"<pubDate>{day:%a, %d %b %Y %H:%M:%S} +0000</pubDate></item>"
        for title in titles
    )
    return f"<rss><channel><language>{language}</language>{items}</channel></rss>".encode()


async def newspaper(request: Request, writer: asyncio.StreamWriter) -> None:
    """Feeds by path: /rss, /page which names it, /gone, /html without a feed."""
    kind, body, status = (
        "application/rss+xml",
        rss([f"Late frost by {request.headers['host'].split('.')[0]}"]),
        "200 OK",
    )
    if request.path == "/page":
        kind, body = "text/html", b'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head>'
    elif request.path == "/plain":
        kind, body = "text/html", b"<html></html>"
    elif request.path == "/gone":
        status = "404 Not Found"
    elif request.path == "/other":
        body = rss(["Gelée tardive partout"], "fr")
    head = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)


def tools(web: Web | None = None, sims: Simulators | None = None, key: str | None = KEY) -> Tools:
    fetcher = Fetcher(accepted=ACCEPTED)
    if web is not None:
        fetcher = Fetcher(LoopbackListener(web.port), resolver=web.resolve, accepted=ACCEPTED)
    given: dict[str, Any] = {"youtube_api_key": SecretStr(key) if key else None}
    if sims is not None:
        given["youtube_base_url"] = sims.youtube
    return Tools(fetcher=lambda: fetcher, settings=lambda: ProviderSettings(**given))


def documents(ctx: Any) -> list[dict[str, Any]]:
    return [
        document
        for name, state in ctx.checkpoints.items()
        if name.startswith("batch:")
        for document in state["documents"]
    ]


async def test_feeds_and_pages_that_name_one_are_read() -> None:
    ledger = Ledger()
    async with serve(newspaper) as web:
        ledger.functions["trend_feeds"] = [
            {"url": web.url("/rss", "one.example.org"), "platform": None},
            {"url": web.url("/page", "www.youtube.com"), "platform": "youtube"},
            {"url": web.url("/gone"), "platform": None},
            {"url": web.url("/plain"), "platform": None},
            {"url": web.url("/other", "fr.example.com"), "platform": None},
            {"url": "http://127.0.0.1:1/rss", "platform": None},
        ]
        ctx = job_context(ledger, "collect_trends", {"source": "feeds"}, organization=None)
        made = await collect(ctx, tools(web))
    assert made.documents == 2
    assert made.notes == ["3 of 6 feeds could not be read"], "and one speaks a language nobody listed"
    first, second = documents(ctx)
    assert (first["publisher"], first["platform"], first["language"]) == ("example.org", None, "en")
    assert "late frost" in first["terms"]
    assert second["platform"] == "youtube"
    assert len(second["publisher"]) == 64, "a channel is told apart, and not named"
    assert datetime.fromisoformat(first["occurred_at"]) < NOW
    assert "http" not in json.dumps([first, second, made.notes]), "no address is kept"


async def read_of(*watched: tuple[str, str, bytes, str | None]) -> list[dict[str, Any]]:
    """The documents of feeds given as (host, path, body, platform)."""

    async def respond(request: Request, writer: asyncio.StreamWriter) -> None:
        host = request.headers["host"].split(":")[0]
        body = next(body for name, path, body, _ in watched if (name, path) == (host, request.path))
        kind = "text/html" if body.startswith(b"<html") else "application/rss+xml"
        head = f"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)

    ledger = Ledger()
    async with serve(respond) as web:
        ledger.functions["trend_feeds"] = [
            {"url": web.url(path, host), "platform": platform} for host, path, _, platform in watched
        ]
        ctx = job_context(ledger, "collect_trends", {"source": "feeds"}, organization=None)
        await collect(ctx, tools(web))
    return documents(ctx)


async def test_a_feed_made_to_break_its_reader_costs_the_others_nothing() -> None:
    item = "<rss><channel><language>en</language><item><title>Late frost</title>{}</item></channel></rss>"
    evil = [
        item.format("<pubDate>0001-01-01T00:00:00+23:59</pubDate>").encode(),
        item.format("<media:content/>").encode(),
        item.format("<link>http://[bad</link>").encode(),
        b'<html><head><link rel="alternate" type="application/rss+xml" href="http://[bad"></head>',
    ]
    found = await read_of(
        *((f"evil{at}.example.org", "/", body, None) for at, body in enumerate(evil)),
        ("good.example.net", "/", rss(["Late frost in May"]), None),
    )
    assert [document["publisher"] for document in found] == ["example.org"] * 3 + ["example.net"]


async def test_whoever_owns_a_site_is_one_publisher_whatever_they_call_it() -> None:
    paths = [f"/rss{at}" for at in range(3)]
    found = await read_of(*(("evil.example.org", path, rss([f"Buy {path[1:]}"]), "youtube") for path in paths))
    assert {(document["platform"], document["publisher"]) for document in found} == {(None, "example.org")}


async def test_a_channel_is_one_publisher_whatever_its_address() -> None:
    body = (
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>yt:channel:%s</id><title>Baker</title><entry>'
        b"<id>%s</id><title>Late frost</title></entry></feed>"
    )
    found = await read_of(
        ("www.youtube.com", "/feed?c=1", body % (b"1", b"a"), "youtube"),
        ("www.youtube.com", "/feed?c=1&again", body % (b"1", b"b"), "youtube"),
        ("www.youtube.com", "/feed?c=2", body % (b"2", b"c"), "youtube"),
    )
    assert [document["platform"] for document in found] == ["youtube"] * 3
    first, again, other = [document["publisher"] for document in found]
    assert first == again != other


async def test_nobody_takes_the_place_of_another_sites_article() -> None:
    article = (
        b"<rss><channel><language>en</language><item><title>%s</title><link>http://good.example.net/1</link></item>"
    )
    article += b"</channel></rss>"
    theirs, own, twice = await read_of(
        ("evil.example.org", "/", article % b"Nothing telling here", None),
        ("good.example.net", "/", article % b"Late frost", None),
        ("good.example.net", "/garden", article % b"Late frost", None),
    )
    assert theirs["document_key"] != own["document_key"] == twice["document_key"]


async def test_feeds_that_were_read_are_not_read_again() -> None:
    ledger = Ledger()
    async with serve(newspaper) as web:
        ledger.functions["trend_feeds"] = [
            {"url": web.url("/rss", f"site{at}.example.org"), "platform": None} for at in range(60)
        ]
        ledger.crash_after = "batch:1"
        first = job_context(ledger, "collect_trends", {"source": "feeds"}, organization=None)
        with pytest.raises(ConnectionResetError):
            await collect(first, tools(web))
        assert web.connections == 25
        ledger.crash_after = None
        again = job_context(
            ledger, "collect_trends", {"source": "feeds"}, organization=None, checkpoints=first.job.checkpoints
        )
        made = await collect(again, tools(web))
        assert web.connections == 60
    assert made.documents == 60
    assert ledger.steps == ["batch:1", "batch:2", "batch:3"]


def youtube(ledger: Ledger, checkpoints: dict[str, Any] | None = None) -> Any:
    ledger.functions.setdefault("take_budget", GRANTED)
    return job_context(
        ledger, "collect_trends", {"source": "youtube", "region": "NL"}, organization=None, checkpoints=checkpoints
    )


def chart(sims: Simulators, count: int) -> None:
    videos = [{"title": f"Late frost number {at}", "language": "en-GB", "tags": ["garden"]} for at in range(count)]
    sims.chart(region="NL", videos=videos)


async def test_each_page_of_popular_videos_takes_a_unit(sims: Simulators) -> None:
    chart(sims, 120)
    ledger = Ledger()
    ctx = youtube(ledger)
    made = await collect(ctx, tools(sims=sims))
    assert made.documents == 120
    assert [name for name, _ in ledger.calls] == ["take_budget"] * 3
    assert ledger.calls[0][1] == {"p_provider": "youtube", "p_resource": "units"}
    found = documents(ctx)
    assert {document["language"] for document in found} == {"en"}
    assert len({document["publisher"] for document in found}) == 120
    assert found[0]["occurred_at"] is None, "a list of the popular tells when it was met"
    assert {"late frost", "garden"} <= set(found[0]["terms"])
    assert [entry.endpoint for entry in sims.ledger.entries] == ["videos.list"] * 3


async def test_no_more_than_four_pages_are_read(sims: Simulators) -> None:
    chart(sims, 300)
    made = await collect(youtube(Ledger()), tools(sims=sims))
    assert made.documents == 200


async def test_a_page_that_was_read_takes_no_unit_again(sims: Simulators) -> None:
    chart(sims, 120)
    ledger = Ledger()
    ledger.crash_after = "batch:2"
    first = youtube(ledger)
    with pytest.raises(ConnectionResetError):
        await collect(first, tools(sims=sims))
    again = Ledger()
    made = await collect(youtube(again, first.job.checkpoints), tools(sims=sims))
    assert (made.documents, len(again.calls)) == (120, 1)


async def test_a_spent_budget_waits_for_the_day_to_turn(sims: Simulators) -> None:
    ledger = Ledger()
    ledger.functions["take_budget"] = {**GRANTED, "granted": False, "resets_at": "2030-01-01T08:00:00+00:00"}
    with pytest.raises(Snooze) as waiting:
        await collect(youtube(ledger), tools(sims=sims))
    assert waiting.value.until == datetime(2030, 1, 1, 8, tzinfo=UTC)
    assert sims.ledger.entries == []


async def test_units_that_others_spent_are_told_to_the_budget(sims: Simulators) -> None:
    sims.fail("quota_exhausted", provider="youtube")
    ledger = Ledger()
    ledger.functions["exhaust_budget"] = "2030-01-01T08:00:00+00:00"
    with pytest.raises(Snooze):
        await collect(youtube(ledger), tools(sims=sims))
    assert ledger.calls[-1] == (
        "exhaust_budget", {"p_provider": "youtube", "p_resource": "units", "p_period": "day"}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "expected", "code"),
    [
        ("rate_limited", RateLimited, "YOUTUBE_RATE_LIMITED"),
        ("server_error", Unavailable, "YOUTUBE_UNAVAILABLE"),
        ("unavailable", Unavailable, "YOUTUBE_UNAVAILABLE"),
        ("disconnect_after", Unavailable, "YOUTUBE_UNAVAILABLE"),
        ("truncated_body", Unavailable, "YOUTUBE_UNAVAILABLE"),
        ("malformed_json", Unavailable, "YOUTUBE_MALFORMED"),
        ("invalid_key", AuthExpired, "YOUTUBE_KEY_INVALID"),
        ("forbidden", AuthExpired, "YOUTUBE_KEY_INVALID"),
        ("invalid_request", Rejected, "YOUTUBE_REQUEST_INVALID"),
    ],
)
async def test_a_fault_becomes_its_error(sims: Simulators, kind: str, expected: type[ProviderError], code: str) -> None:
    sims.fail(kind, message=f"no good: {KEY}") if kind in ("invalid_key", "forbidden") else sims.fail(kind)
    with pytest.raises(ProviderError) as caught:
        await collect(youtube(Ledger()), tools(sims=sims))
    assert (type(caught.value), caught.value.code) == (expected, code)
    assert KEY not in str(caught.value)


async def test_without_a_key_youtube_is_not_asked(sims: Simulators) -> None:
    with pytest.raises(Rejected) as caught:
        await collect(youtube(Ledger()), tools(sims=sims, key=None))
    assert caught.value.code == "YOUTUBE_NOT_CONFIGURED"
    assert sims.ledger.entries == []


@pytest_asyncio.fixture
async def world(database: Database) -> AsyncIterator[World]:
    async with connected_channel(database) as made:
        yield made


async def test_a_worker_collects_and_people_see_what_rises(
    world: World, database: Database, sims: Simulators, tmp_path: Path
) -> None:
    await world.connection.execute(
        "insert into private.trend_documents"
        " (source, platform, region, language, document_key, publisher, terms, occurred_at)"
        " select 'youtube', 'youtube', 'NL', 'en', encode(sha256(convert_to(n::text, 'utf8')), 'hex'), 'c' || n,"
        " '{sourdough}', now() - interval '9 days' from generate_series(1, 30) as n"
    )
    await world.one(
        'select private.set_system_setting(\'trends.sources\', \'{"feeds": false, "youtube_regions": ["NL"]}\')'
    )
    chart(sims, 12)
    await world.one("select private.request_trends()")
    settings = {
        "DATABASE_URL": database.dsn,
        "CATALYST_YOUTUBE_API_KEY": KEY,
        "CATALYST_YOUTUBE_BASE_URL": sims.youtube,
    }
    async with worker_process(tmp_path / "log", settings, handlers="", handlers_package="workers.handlers"):

        async def told() -> bool:
            return bool(await world.one("select exists (select from public.trending_keywords)"))

        await until(told, 40)
    trends = await world.ask("get_trends('youtube', p_region => 'NL')")
    assert [(one["keyword"], one["source"]) for one in trends["outside"]] == [
        ("garden", "youtube"),
        ("late frost", "youtube"),
    ]
    assert await world.one("select used from public.provider_budgets where provider_limit = 'youtube_units_day'") == 1
    assert KEY not in (tmp_path / "log").read_text()
