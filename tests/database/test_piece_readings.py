"""Addresses on a canvas, read by a worker on a real database while people change, copy and delete the pieces."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest_asyncio
from psycopg import AsyncConnection

from tests.support.database import Database
from tests.support.races import call, race
from tests.support.web import LoopbackListener, Request, Web, serve
from tests.support.workers import InnerWorker, inner_worker, until, worker_process
from workers.handlers.read_content_piece import Result, Tools, read_content_piece
from workers.inputs.fetch import Fetcher
from workers.runtime.job import JobContext

_CLAIMED = (
    b"update public.jobs set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(),"
    b" lease_expires_at = now() + interval '1 minute' where id = %s"
)
_READ = """select public.complete_job(%s, 1, null, 'read', '{"title": "Read", "transcript": "It says so."}')"""


class Site:
    """Pages that say their own path; one can be held back, and one is down."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.go_on = asyncio.Event()

    async def respond(self, request: Request, writer: asyncio.StreamWriter) -> None:
        self.asked.append(request.path)
        if request.path == "/slow":
            await self.go_on.wait()
        status = "503 Service Unavailable" if request.path == "/down" else "200 OK"
        body = f"# Title of {request.path}\n\nThis is the text of {request.path}.".encode()
        head = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: text/markdown\r\nContent-Length: {len(body)}"
        writer.write(f"{head}\r\n\r\n".encode() + body)


class Canvas:
    """Somebody's project, and the web its pieces point at."""

    def __init__(self, database: Database, admin: AsyncConnection[Any], ada: UUID, web: Web, site: Site) -> None:
        self.database = database
        self.admin = admin
        self.ada = ada
        self.web = web
        self.site = site
        self.project: UUID
        self.member: AsyncConnection[Any]

    async def ask(self, query: str, *arguments: Any) -> Any:
        """What the member gets."""
        return await call(self.member, query, *arguments)()

    async def put(self, path: str, title: str | None = None) -> UUID:
        """A piece that is nothing but an address."""
        piece: UUID = await self.ask(
            "insert into public.content_pieces (project_id, content_type, source_url, title)"
            " values (%s, 'text', %s, %s) returning id",
            self.project,
            self.web.url(path),
            title,
        )
        return piece

    async def said(self, piece: Any) -> str:
        """Its status, error, title and text."""
        return str(
            await self.ask(
                "select concat_ws(' | ', processing_status, error_code, title, transcript)"
                " from public.content_pieces where id = %s",
                piece,
            )
        )

    async def becomes(self, piece: Any, status: str) -> None:
        async def is_so() -> bool:
            return (await self.said(piece)).startswith(status)

        await until(is_so, 40)

    def worker(self) -> AbstractAsyncContextManager[InnerWorker]:
        """A worker for which the names of the test's site lead to it."""
        fetcher = Fetcher(LoopbackListener(self.web.port), resolver=self.web.resolve)

        async def handle(ctx: JobContext) -> Result:
            return await read_content_piece(ctx, Tools(fetcher=lambda: fetcher))

        return inner_worker(kinds={"read_content_piece": handle}, database_url=self.database.dsn)


@pytest_asyncio.fixture
async def canvas(database: Database) -> AsyncIterator[Canvas]:
    ada = await database.create_user()
    site = Site()
    async with serve(site.respond) as web:
        made = Canvas(database, await database.connect(), ada, web, site)
        made.member = await database.connect_as_user(ada)
        made.project = await made.ask("insert into public.projects (title) values ('Plan') returning id")
        await made.admin.execute(
            b"update public.job_kinds set backoff_base_seconds = 0, backoff_max_seconds = 0"
            b" where kind = 'read_content_piece'"
        )
        yield made
        site.go_on.set()


async def test_an_address_becomes_what_stands_there(canvas: Canvas) -> None:
    named, unnamed = await canvas.put("/a", "Mine"), await canvas.put("/b")
    async with canvas.worker():
        await canvas.becomes(named, "completed")
        await canvas.becomes(unnamed, "completed")
    assert await canvas.said(named) == "completed | Mine | # Title of /a\n\nThis is the text of /a."
    assert await canvas.said(unnamed) == "completed | Title of /b | # Title of /b\n\nThis is the text of /b."


async def test_a_server_that_is_down_is_asked_three_times_and_again_when_somebody_asks(canvas: Canvas) -> None:
    piece = await canvas.put("/down")
    async with canvas.worker():
        await canvas.becomes(piece, "failed | URL_UNREACHABLE")
        assert canvas.site.asked == ["/down"] * 3
        assert await canvas.ask("select public.read_content_piece(%s) ->> 'status'", piece) == "pending"
        await canvas.becomes(piece, "failed | URL_UNREACHABLE")
        await until(lambda: canvas.site.asked == ["/down"] * 6, 20)


async def test_an_address_that_is_changed_meanwhile_is_the_one_that_counts(canvas: Canvas) -> None:
    piece = await canvas.put("/slow")
    async with canvas.worker():
        await canvas.becomes(piece, "processing")
        await canvas.ask(
            "update public.content_pieces set source_url = %s where id = %s returning id", canvas.web.url("/b"), piece
        )
        await canvas.becomes(piece, "completed")
        canvas.site.go_on.set()
        await until(lambda: ended(canvas, 2), 20)
    assert await canvas.said(piece) == "completed | Title of /b | # Title of /b\n\nThis is the text of /b."


async def test_a_piece_that_is_deleted_meanwhile_is_missed_by_nobody(canvas: Canvas) -> None:
    piece = await canvas.put("/slow")
    async with canvas.worker():
        await canvas.becomes(piece, "processing")
        await canvas.ask("delete from public.projects where id = %s returning id", canvas.project)
        canvas.site.go_on.set()
        await until(lambda: ended(canvas, 1), 20)
    assert await call(canvas.admin, "select status::text from public.job_history")() == "completed"
    assert await call(canvas.admin, "select count(*) from public.content_pieces")() == 0


async def test_a_copy_of_what_is_being_read_is_read_too(canvas: Canvas) -> None:
    piece = await canvas.put("/slow")
    async with canvas.worker():
        await canvas.becomes(piece, "processing")
        copy = await canvas.ask("select public.duplicate_project(%s) ->> 'id'", canvas.project)
        twin = await canvas.ask("select id from public.content_pieces where project_id = %s", copy)
        canvas.site.go_on.set()
        await canvas.becomes(piece, "completed")
        await canvas.becomes(twin, "completed")
    assert await canvas.said(twin) == await canvas.said(piece)
    assert canvas.site.asked == ["/slow", "/slow"]


async def test_a_worker_of_the_product_does_not_look_inside_its_network(canvas: Canvas, tmp_path: Path) -> None:
    piece = await canvas.ask(
        "insert into public.content_pieces (project_id, content_type, source_url)"
        " values (%s, 'text', 'http://127.0.0.1/admin') returning id",
        canvas.project,
    )
    async with worker_process(
        tmp_path / "log", {"DATABASE_URL": canvas.database.dsn}, handlers="", handlers_package="workers.handlers"
    ):
        await canvas.becomes(piece, "failed | URL_REFUSED")


async def test_who_deletes_a_project_and_who_reads_its_pieces_wait_for_each_other(canvas: Canvas) -> None:
    worker = await canvas.database.connect()
    for _ in range(10):
        project = await canvas.ask("insert into public.projects (title) values ('Short') returning id")
        job = await canvas.ask(
            "insert into public.content_pieces (project_id, content_type, source_url)"
            " values (%s, 'text', 'https://site.example.org/') returning id",
            project,
        )
        job = await canvas.ask("select job_id from public.content_pieces where id = %s", job)
        await canvas.admin.execute(_CLAIMED, [job])
        deletion = "delete from public.projects where id = %s returning 1"
        assert await race([call(worker, _READ, job), call(canvas.member, deletion, project)]) == ["completed", 1]
    assert await call(canvas.admin, "select count(*) from public.content_pieces")() == 0


async def test_many_addresses_in_one_statement_are_many_jobs_in_one_go(canvas: Canvas) -> None:
    many = (
        "with put as (insert into public.content_pieces (project_id, content_type, source_url)"
        " select %s, 'text', 'https://site.example.org/' || n from generate_series(1, 500) as n returning id)"
        " select count(*) from put"
    )
    with_notes = many.replace("source_url", "title")
    plain, reading = await milliseconds(canvas, with_notes), await milliseconds(canvas, many)
    jobs = "select count(*) from public.content_pieces p join public.jobs j on (j.id, j.subject_id) = (p.job_id, p.id)"
    assert await call(canvas.admin, jobs)() == 500
    assert await call(canvas.admin, "select active_count || '/' || pending_count from private.job_slots")() == "8/492"
    print(f"500 notes {plain:.0f} ms, 500 addresses {reading:.0f} ms")
    heard = "select count(*) from realtime.messages where payload ->> 'table' = 'content_pieces'"
    assert await call(canvas.admin, heard)() == 3, "one message for the notes, two for the addresses"


async def milliseconds(canvas: Canvas, query: str) -> float:
    started = time.perf_counter()
    assert await canvas.ask(query, canvas.project) == 500
    return (time.perf_counter() - started) * 1000


async def ended(canvas: Canvas, count: int) -> bool:
    return bool(await call(canvas.admin, "select count(*) = %s from public.job_history", count)())
