"""A hostile page or address costs its job a clear code, and nothing else."""

from __future__ import annotations

import asyncio
import gzip
import os
import socket
import ssl
import subprocess
import time
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.web import LoopbackListener, Request, Responder, Web, answer, serve
from workers.inputs.addresses import PublicInternet
from workers.inputs.fetch import Fetcher, FetchLimits
from workers.runtime.errors import ProviderError, RateLimited, Rejected, Retryable, Unavailable

PAGE = b"<html><body><p>Hello there.</p></body></html>"
PATIENT = FetchLimits(max_bytes=100_000, total_seconds=60, idle_seconds=30)
SHORT = FetchLimits(max_bytes=100_000, total_seconds=1.5, idle_seconds=0.6)
IDLE = FetchLimits(max_bytes=100_000, total_seconds=60, idle_seconds=0.6)


def fetcher(web: Web, limits: FetchLimits = PATIENT) -> Fetcher:
    return Fetcher(LoopbackListener(web.port), limits, web.resolve)


class AnyPort(PublicInternet):
    """The production policy without its list of ports, so that only the address can be what it refuses."""

    def allows_host(self, host: str, port: int) -> bool:
        """As on port 80."""
        return super().allows_host(host, 80)


async def refusal(web: Web, url: str, limits: FetchLimits = PATIENT) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        await fetcher(web, limits).fetch(url)
    return caught.value


async def test_a_page_is_fetched_from_the_checked_address_under_its_own_name() -> None:
    async with serve(answer(PAGE)) as web:
        page = await fetcher(web).fetch(web.url("/article?id=1#part"))
    assert page.body == PAGE
    assert page.media_type == "text/html"
    assert web.requests[0].path == "/article?id=1"
    assert web.requests[0].headers["host"] == f"site.example.org:{web.port}"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "localhost.",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "127.1",
        "0",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "[fc00::1]",
        "[fe80::1%25eth0]",
        "metadata.google.internal",
        "①②⑦.0.0.1",
        "127。0。0。1",
    ],
)
async def test_local_addresses_are_refused_without_a_packet(host: str) -> None:
    async with serve(answer(PAGE)) as web:
        with pytest.raises(Rejected) as caught:
            await Fetcher(AnyPort(), PATIENT).fetch(f"http://{host}:{web.port}/")
        with pytest.raises(Rejected):
            await Fetcher(limits=PATIENT).fetch(f"http://{host}/")
    assert caught.value.code == "URL_REFUSED"
    assert web.connections == 0


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org",
        "javascript:alert(1)",
        "//example.org",
        "http://",
        "http://user:pw@example.org/",
        "not a url",
        "http://exa mple.org",
        "data:text/html,hi",
        "http://[::1",
        "http://" + "a" * 70 + ".org/",
    ],
)
async def test_only_plain_web_addresses_are_read(url: str) -> None:
    with pytest.raises(Rejected) as caught:
        await Fetcher(limits=PATIENT).fetch(url)
    assert caught.value.code == "URL_REFUSED"


async def test_a_name_that_resolves_inside_is_refused_without_a_packet() -> None:
    async def inside(host: str, port: int) -> list[str]:
        return ["93.184.216.34", "127.0.0.1"]

    async with serve(answer(PAGE)) as web:
        with pytest.raises(Rejected) as caught:
            await Fetcher(AnyPort(), PATIENT, inside).fetch(f"http://public.example.org:{web.port}/")
    assert caught.value.code == "URL_REFUSED"
    assert web.connections == 0


async def test_a_name_is_resolved_once_so_that_a_second_answer_cannot_move_the_connection() -> None:
    answers = [["127.0.0.1"], ["169.254.169.254"]]
    asked: list[str] = []

    async def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return answers[min(len(asked), 2) - 1]

    async with serve(answer(PAGE)) as web:
        page = await Fetcher(LoopbackListener(web.port), PATIENT, rebinding).fetch(web.url())
    assert page.body == PAGE
    assert asked == ["site.example.org"]


def redirecting(target: str, status: str = "302 Found") -> Responder:
    return answer(b"", status, Location=target)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:80/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:10.0.0.1]/",
        "file:///etc/passwd",
        "http://0x7f.1/",
        "//192.168.0.1/x",
    ],
)
async def test_a_redirect_inside_is_refused_at_the_hop(status: str, target: str) -> None:
    async with serve(redirecting(target, status)) as web:
        assert (await refusal(web, web.url())).code == "URL_REFUSED"
    assert web.connections == 1


@pytest.mark.parametrize("target", ["http://[bad", "http://\x80/", "http://a:b/", "http://" + "a" * 70_000])
async def test_a_redirect_to_what_is_no_address_is_refused(target: str) -> None:
    async with serve(redirecting(target)) as web:
        assert (await refusal(web, web.url())).code == "URL_REFUSED"


async def test_a_pause_in_other_digits_is_none() -> None:
    async with serve(answer(b"", "429 Slow", Retry_After="\u00b2")) as web:
        limited = await refusal(web, web.url())
    assert isinstance(limited, RateLimited)
    assert limited.retry_after is None


async def test_a_redirect_that_resolves_inside_is_refused_at_the_hop() -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["10.1.2.3"] if host == "inner.example.org" else ["127.0.0.1"]

    async with serve(redirecting("http://inner.example.org/")) as web:
        with pytest.raises(Rejected) as caught:
            await Fetcher(LoopbackListener(web.port), PATIENT, resolve).fetch(web.url())
    assert caught.value.code == "URL_REFUSED"
    assert web.connections == 1


def chain(hops: int) -> Responder:
    async def respond(request: Request, writer: asyncio.StreamWriter) -> None:
        step = int(request.path.strip("/") or 0)
        await (answer(PAGE) if step == hops else redirecting(f"/{step + 1}"))(request, writer)

    return respond


async def test_five_redirects_are_followed_and_six_are_not() -> None:
    async with serve(chain(5)) as web:
        page = await fetcher(web).fetch(web.url("/0"))
        assert page.url == web.url("/5")
    async with serve(chain(6)) as web:
        assert (await refusal(web, web.url("/0"))).code == "URL_REFUSED"
        assert web.connections == 6


async def test_a_declared_or_streamed_body_over_the_cap_is_cut_off() -> None:
    async with serve(answer(b"", Content_Length="100001")) as web:
        assert (await refusal(web, web.url())).code == "URL_TOO_LARGE"

    sent = 0

    async def endless(request: Request, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"x" * 10_000)
            sent += 10_000
            await writer.drain()

    async with serve(endless) as web:
        assert (await refusal(web, web.url())).code == "URL_TOO_LARGE"
    assert sent < 20_000_000


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_decompression_bomb_is_not_unpacked(encoding: str) -> None:
    bomb = gzip.compress(b"0" * 60_000_000) if encoding == "gzip" else zlib.compress(b"0" * 60_000_000)
    assert len(bomb) < PATIENT.max_bytes
    async with serve(answer(bomb, Content_Encoding=encoding)) as web:
        tracemalloc.start()
        try:
            assert (await refusal(web, web.url())).code == "URL_TOO_LARGE"
            assert tracemalloc.get_traced_memory()[1] < 5_000_000
        finally:
            tracemalloc.stop()


def raw_deflate(page: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(page) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", raw_deflate), ("identity", bytes)],
    ids=["gzip", "deflate", "deflate without header", "identity"],
)
async def test_usual_encodings_are_undone(encoding: str, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(PAGE)
    async with serve(answer(packed, Content_Encoding=encoding)) as web:
        assert (await fetcher(web).fetch(web.url())).body == PAGE


@pytest.mark.parametrize(
    ("body", "encoding"), [(b"not gzip", "gzip"), (PAGE, "br"), (PAGE, "gzip, gzip"), (b"\xff\xfe\xfd", "deflate")]
)
async def test_broken_or_unknown_encodings_are_refused(body: bytes, encoding: str) -> None:
    async with serve(answer(body, Content_Encoding=encoding)) as web:
        assert (await refusal(web, web.url())).code == "INPUT_UNREADABLE"


async def test_one_byte_a_second_ends_at_the_total_limit() -> None:
    async def slow(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.2)

    async with serve(slow) as web:
        started = time.monotonic()
        error = await refusal(web, web.url(), SHORT)
    assert error.code == "URL_TIMEOUT"
    assert isinstance(error, Retryable)
    assert time.monotonic() - started > 1.2


async def test_slow_headers_end_at_the_total_limit() -> None:
    async def slow(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            writer.write(f"X-{number}: y\r\n".encode())
            await writer.drain()
            await asyncio.sleep(0.2)

    async with serve(slow) as web:
        assert (await refusal(web, web.url(), SHORT)).code == "URL_TIMEOUT"


async def test_silence_ends_at_the_idle_limit() -> None:
    async def silent(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(30)

    async with serve(silent) as web:
        started = time.monotonic()
        assert (await refusal(web, web.url(), IDLE)).code == "URL_TIMEOUT"
    assert time.monotonic() - started < 30, "long before the total limit"


async def test_endless_headers_are_refused() -> None:
    async def endless(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        while not writer.is_closing():
            writer.write(b"X-Filler: " + b"y" * 8000 + b"\r\n")
            await writer.drain()

    async with serve(endless) as web:
        assert (await refusal(web, web.url())).code == "URL_UNREACHABLE"


@pytest.mark.parametrize(
    "content_type", ["application/pdf", "image/png", "video/mp4", "application/json", "application/zip", "text/css"]
)
async def test_only_readable_text_is_downloaded(content_type: str) -> None:
    async with serve(answer(PAGE, content_type=content_type)) as web:
        assert (await refusal(web, web.url())).code == "UNSUPPORTED_TYPE"


@pytest.mark.parametrize(
    ("path", "content_type", "media_type"),
    [
        ("/a.md", "application/octet-stream", "text/markdown"),
        ("/a.srt", "text/plain", "application/x-subrip"),
        ("/a", None, "text/html"),
        ("/a.vtt", "text/vtt", "text/vtt"),
    ],
)
async def test_a_vague_type_yields_to_the_file_name(path: str, content_type: str | None, media_type: str) -> None:
    async with serve(answer(PAGE, content_type=content_type)) as web:
        assert (await fetcher(web).fetch(web.url(path))).media_type == media_type


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        ("404 Not Found", "URL_NOT_FOUND", Rejected),
        ("410 Gone", "URL_NOT_FOUND", Rejected),
        ("403 Forbidden", "URL_FORBIDDEN", Rejected),
        ("401 Unauthorized", "URL_FORBIDDEN", Rejected),
        ("500 Oops", "URL_UNREACHABLE", Unavailable),
        ("503 Busy", "URL_UNREACHABLE", Unavailable),
        ("429 Slow down", "URL_RATE_LIMITED", RateLimited),
        ("206 Partial", "URL_NOT_FOUND", Rejected),
    ],
)
async def test_status_codes_become_codes_of_ours(status: str, code: str, kind: type[ProviderError]) -> None:
    async with serve(answer(b"", status, Retry_After="7")) as web:
        error = await refusal(web, web.url("/page?token=secret"))
    assert error.code == code
    assert type(error) is kind
    assert "secret" not in error.message
    assert error.retry_after == (7 if kind is RateLimited else None)


def no_such_name() -> list[str]:
    raise socket.gaierror(socket.EAI_NONAME, "no such name")


@pytest.mark.parametrize("answered", [no_such_name, list])
async def test_a_name_without_an_address_is_unreachable_for_good(answered: Callable[[], list[str]]) -> None:
    async def nowhere(host: str, port: int) -> list[str]:
        return answered()

    with pytest.raises(Rejected) as caught:
        await Fetcher(limits=PATIENT, resolver=nowhere).fetch("http://missing.example.org/")
    assert caught.value.code == "URL_UNREACHABLE"


@pytest.mark.parametrize("host", ["missing", "missing.invalid", "missing.test", "missing.example", "missing.local"])
async def test_a_name_that_is_never_public_is_refused_without_being_looked_up(host: str) -> None:
    async def asked(host: str, port: int) -> list[str]:
        raise AssertionError(f"{host} was told to a name server")

    with pytest.raises(Rejected) as caught:
        await Fetcher(limits=PATIENT, resolver=asked).fetch(f"http://{host}/")
    assert caught.value.code == "URL_REFUSED"


async def test_a_name_that_cannot_be_resolved_just_now_and_a_closed_port_are_tried_again() -> None:
    async def silent(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "no answer")

    with pytest.raises(Unavailable) as unresolved:
        await Fetcher(limits=PATIENT, resolver=silent).fetch("http://site.example.org/")
    assert unresolved.value.code == "URL_UNREACHABLE"
    async with serve(answer(PAGE)) as web:
        closed = web.port
    with pytest.raises(Unavailable) as unavailable:
        await Fetcher(LoopbackListener(closed), PATIENT, web.resolve).fetch(web.url())
    assert unavailable.value.code == "URL_UNREACHABLE"


async def test_an_environment_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setitem(os.environ, name, "http://127.0.0.1:9")
    async with serve(answer(PAGE)) as web:
        assert (await fetcher(web).fetch(web.url())).body == PAGE


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A self-signed certificate for site.example.org."""
    directory = tmp_path_factory.mktemp("tls")
    key, cert = directory / "key.pem", directory / "cert.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            key,
            "-out",
            cert,
            "-days",
            "2",
            "-subj",
            "/CN=site.example.org",
            "-addext",
            "subjectAltName=DNS:site.example.org",
        ],
        check=True,
        capture_output=True,
    )
    return cert, key


async def test_tls_is_checked_against_the_name_and_not_the_address(certificate: tuple[Path, Path]) -> None:
    cert, key = certificate
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(cert, key)
    names: list[str | None] = []
    served.sni_callback = lambda _, name, __: names.append(name)
    trusting = ssl.create_default_context(cafile=str(cert))
    async with serve(answer(PAGE), tls=served) as web:
        policy = LoopbackListener(web.port)
        page = await Fetcher(policy, PATIENT, web.resolve, trusting).fetch(f"https://site.example.org:{web.port}/")
        assert page.body == PAGE
        assert names == ["site.example.org"]
        with pytest.raises(ProviderError) as wrong_name:
            await Fetcher(policy, PATIENT, web.resolve, trusting).fetch(f"https://other.example.org:{web.port}/")
        with pytest.raises(ProviderError) as untrusted:
            await Fetcher(policy, PATIENT, web.resolve).fetch(f"https://site.example.org:{web.port}/")
    assert {wrong_name.value.code, untrusted.value.code} == {"URL_UNREACHABLE"}
    assert {type(wrong_name.value), type(untrusted.value)} == {Rejected}
