"""What stands at the address of a piece becomes what the piece says: over real HTTP, and nothing is made up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from tests.support.links import Ledger, job_context
from tests.support.web import LoopbackListener, Request, Web, serve
from workers.handlers.read_content_piece import Result, Tools, read_content_piece
from workers.inputs.fetch import Fetcher
from workers.runtime.errors import Rejected, Retryable

SENTENCE = "Flour and water become bread when you give them time, and this is what the baker says about it every day. "
ARTICLE = f"""<!doctype html><html lang="en"><head><title>Bread | Site</title>
<meta property="og:type" content="article"><meta property="og:title" content="Bread">
<meta property="og:description" content="How to bake it."><meta property="og:image" content="/bread.png"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bread</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 2}</p></article>
<footer>Imprint</footer></body></html>"""
VIDEO = f"""<!doctype html><html><head><title>Bread in ten minutes - Videos</title>
<meta property="og:type" content="video.other"><meta property="og:title" content="Bread in ten minutes">
<meta property="og:description" content="I show you how."><meta itemprop="duration" content="PT9M59S">
<meta property="og:image" content="https://img.example.org/hq.jpg"></head>
<body><article><p>{SENTENCE * 3}</p></article></body></html>"""
CAPTIONS = """1
00:00:01,000 --> 00:00:03,000
Take the flour.

2
00:00:03,200 --> 00:00:05,000
Add the water.
"""
PAGES = {
    "/article": ("text/html; charset=utf-8", ARTICLE),
    "/watch": ("text/html; charset=utf-8", VIDEO),
    "/talk.srt": ("application/octet-stream", CAPTIONS),
    "/notes.md": ("text/markdown", "# Notes on bread\n\nKeep it *warm*.\n"),
    "/paper.pdf": ("application/pdf", "%PDF-1.7"),
    "/empty": ("text/html", "<html><head><title>Nothing</title></head><body></body></html>"),
    "/accounts/login/": ("text/html", ARTICLE),
}


async def site(request: Request, writer: asyncio.StreamWriter) -> None:
    path = request.path.partition("?")[0]
    kind, body = PAGES.get(path, ("text/plain", ""))
    status = "200 OK" if path in PAGES else "404 Not Found"
    if path == "/down":
        status = "503 Service Unavailable"
    elif path == "/members":
        status = "302 Found\r\nLocation: /accounts/login/?next=members"
    data = body.encode()
    head = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n"
    writer.write(head.encode() + data)


@pytest_asyncio.fixture
async def web() -> AsyncIterator[Web]:
    async with serve(site) as server:
        yield server


def tools(web: Web) -> Tools:
    return Tools(fetcher=lambda: Fetcher(LoopbackListener(web.port), resolver=web.resolve))


async def read(web: Web, url: str, *, is_post: bool = False) -> tuple[dict[str, Any], Result, Ledger]:
    ledger = Ledger()
    ledger.functions["content_piece_address"] = {"source_url": url, "is_post": is_post}
    ctx = job_context(ledger, "read_content_piece", {})
    result = await read_content_piece(ctx, tools(web))
    assert ctx.last_step is not None
    assert ctx.last_step.step == "read"
    again = await read_content_piece(
        job_context(ledger, "read_content_piece", {}, checkpoints=ctx.checkpoints), Tools()
    )
    assert again == result, "what was read is not read again"
    return dict(ctx.checkpoints["read"]), result, ledger


async def test_an_article_is_read_whole_with_what_it_says_of_itself(web: Web) -> None:
    said, result, ledger = await read(web, web.url("/article"))
    assert said["transcript"].count("this is what the baker says") == 5
    assert "Imprint" not in said["transcript"]
    assert "Home" not in said["transcript"]
    assert (said["title"], said["description"]) == ("Bread", "How to bake it.")
    assert said["thumbnail_url"] == web.url("/bread.png")
    assert said["duration_seconds"] is None
    assert result == Result(characters=len(said["transcript"]))
    assert ledger.steps == ["reading"], "that it is being read is to be seen before"


async def test_a_video_page_says_what_its_head_says_and_no_more(web: Web) -> None:
    said, _, _ = await read(web, web.url("/watch?v=1"))
    assert said == {
        "title": "Bread in ten minutes",
        "description": "I show you how.",
        "transcript": None,
        "thumbnail_url": "https://img.example.org/hq.jpg",
        "duration_seconds": 599,
    }


async def test_a_post_on_a_platform_is_not_what_else_stands_on_its_page(web: Web) -> None:
    said, _, _ = await read(web, web.url("/article"), is_post=True)
    assert (said["transcript"], said["description"]) == (None, "How to bake it.")


async def test_subtitles_and_documents_are_running_text(web: Web) -> None:
    said, _, _ = await read(web, web.url("/talk.srt"))
    assert said["transcript"] == "Take the flour. Add the water."
    said, _, _ = await read(web, web.url("/notes.md"))
    assert said["transcript"] == "# Notes on bread\n\nKeep it warm."
    assert said["title"] == "Notes on bread"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/paper.pdf", "UNSUPPORTED_TYPE"),
        ("/empty", "INPUT_EMPTY"),
        ("/members", "URL_FORBIDDEN"),
        ("/nowhere", "URL_NOT_FOUND"),
    ],
)
async def test_what_cannot_be_read_says_why(web: Web, path: str, code: str) -> None:
    with pytest.raises(Rejected) as refused:
        await read(web, web.url(path))
    assert refused.value.code == code


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://169.254.169.254/latest", "http://printer.local/", "http://[::1]/"]
)
async def test_the_inside_of_a_network_is_not_read(web: Web, url: str) -> None:
    with pytest.raises(Rejected) as refused:
        await read(web, url)
    assert refused.value.code == "URL_REFUSED"
    assert not web.requests


async def test_a_server_that_is_down_is_asked_again(web: Web) -> None:
    with pytest.raises(Retryable) as failed:
        await read(web, web.url("/down"))
    assert failed.value.code == "URL_UNREACHABLE"


async def test_a_worker_that_dies_before_it_reads_is_replaced(web: Web) -> None:
    ledger = Ledger()
    ledger.functions["content_piece_address"] = {"source_url": web.url("/article")}
    ledger.crash_after = "reading"
    first = job_context(ledger, "read_content_piece", {})
    with pytest.raises(ConnectionResetError):
        await read_content_piece(first, tools(web))
    assert not web.requests
    ctx = job_context(ledger, "read_content_piece", {}, checkpoints=first.job.checkpoints)
    await read_content_piece(ctx, tools(web))
    assert ctx.checkpoints["read"]["title"] == "Bread"
    assert ledger.steps == ["reading"], "said once"


async def test_nothing_is_fetched_for_a_piece_that_is_gone(web: Web) -> None:
    ledger = Ledger()
    result = await read_content_piece(job_context(ledger, "read_content_piece", {}), Tools())
    assert (result.is_gone, ledger.steps) == (True, [])
