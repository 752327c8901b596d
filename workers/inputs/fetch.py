"""Fetch a web page on a user's behalf without letting the page, or its address, harm the worker."""

import asyncio
import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import httpcore
import httpx

from workers.inputs.addresses import AddressPolicy, PublicInternet
from workers.inputs.connection import GuardedBackend, Resolver, system_resolver
from workers.inputs.media import ALLOWED_MEDIA_TYPES, media_type_of
from workers.runtime.errors import RateLimited, Rejected, Retryable, Unavailable

_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_HEADERS: Final[Mapping[bytes | str, bytes | str]] = {
    "User-Agent": "ContentCatalyst/1.0 (reads one page at a user's request)",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en,nl;q=0.9,*;q=0.5",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What a page may cost. The size counts after decompression."""

    max_bytes: int = 5_000_000
    max_redirects: int = 5
    total_seconds: float = 20.0
    idle_seconds: float = 6.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page's bytes and what its server said they are."""

    body: bytes
    media_type: str
    charset: str | None
    url: str


class Fetcher:
    """Reads web addresses; policy and limits are given by whoever builds it, never by the environment."""

    def __init__(
        self,
        policy: AddressPolicy | None = None,
        limits: FetchLimits | None = None,
        resolver: Resolver = system_resolver,
        tls: ssl.SSLContext | None = None,
        accepted: frozenset[str] = ALLOWED_MEDIA_TYPES,
    ) -> None:
        """`accepted`: the media types that are read; others are refused unread."""
        self._limits = limits or FetchLimits()
        self._backend = GuardedBackend(policy or PublicInternet(), resolver)
        self._tls = tls or ssl.create_default_context()
        self._accepted = accepted
        self._headers = {**_HEADERS, "Accept": ",".join(sorted(accepted))}

    async def fetch(self, url: str) -> Fetched:
        """The page, or Rejected / Unavailable with a URL_… code."""
        try:
            async with asyncio.timeout(self._limits.total_seconds):
                return await self._follow(url)
        except TimeoutError as error:
            raise Retryable(
                f"{_shown(url)} took longer than {self._limits.total_seconds:g} s", "URL_TIMEOUT"
            ) from error

    async def _follow(self, url: str) -> Fetched:
        target = _checked_url(url)
        for _ in range(self._limits.max_redirects + 1):
            answer = await self._request(target)
            if isinstance(answer, Fetched):
                return answer
            target = _checked_url(answer, target)
        raise Rejected(f"{_shown(url)} redirects more than {self._limits.max_redirects} times", "URL_REFUSED")

    async def _request(self, url: httpx.URL) -> Fetched | str:
        """One hop: the page, or where it says to go next."""
        idle = self._limits.idle_seconds
        timeouts = {"connect": idle, "read": idle, "write": idle, "pool": idle}
        # no pool outlives a hop, so that every hop is resolved and checked anew
        async with httpcore.AsyncConnectionPool(
            ssl_context=self._tls, network_backend=self._backend, retries=0
        ) as pool:
            try:
                async with pool.stream(
                    "GET",
                    httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                    headers={"Host": url.netloc.decode("ascii"), **self._headers},
                    extensions={"timeout": timeouts},
                ) as response:
                    headers = httpx.Headers(response.headers)
                    if response.status in _REDIRECTS and "location" in headers:
                        return headers["location"]
                    _check_status(response.status, headers, url)
                    media_type, charset = media_type_of(headers.get("content-type"), url.path)
                    if media_type not in self._accepted:
                        raise Rejected(f"{_shown(url)} is {media_type}, which is not readable text", "UNSUPPORTED_TYPE")
                    body = await self._body(response, headers, url)
                    return Fetched(body, media_type, charset, str(url))
            except httpcore.TimeoutException as error:
                raise Retryable(f"{_shown(url)} stopped answering for {idle:g} s", "URL_TIMEOUT") from error
            except ssl.SSLError as error:
                raise Rejected(f"{_shown(url)} has no valid certificate", "URL_UNREACHABLE") from error
            except (httpcore.NetworkError, httpcore.ProtocolError) as error:
                if isinstance(error.__cause__, ssl.SSLError) or isinstance(error.__context__, ssl.SSLError):
                    raise Rejected(f"{_shown(url)} has no valid certificate", "URL_UNREACHABLE") from error
                raise Unavailable(
                    f"{_shown(url)} could not be reached: {error or type(error).__name__}", "URL_UNREACHABLE"
                ) from error

    async def _body(self, response: httpcore.Response, headers: httpx.Headers, url: httpx.URL) -> bytes:
        limit = self._limits.max_bytes
        declared = headers.get("content-length", "")
        if declared.isascii() and declared.isdigit() and int(declared[:20]) > limit:
            raise Rejected(f"{_shown(url)} is larger than {limit:,} bytes", "URL_TOO_LARGE")
        decoder = _Decoder(headers.get("content-encoding", "identity"), limit)
        received = 0
        async for chunk in response.aiter_stream():
            received += len(chunk)
            if received > limit:
                raise Rejected(f"{_shown(url)} is larger than {limit:,} bytes", "URL_TOO_LARGE")
            decoder.feed(chunk)
        return decoder.finish()


class _Decoder:
    """Undoes gzip and deflate, never producing more than the limit."""

    def __init__(self, encoding: str, limit: int) -> None:
        self._limit = limit
        self._made = bytearray()
        name = encoding.strip().lower()
        if name not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise Rejected(f"the server used the encoding {name[:40]!r}, which was not asked for", "INPUT_UNREADABLE")
        self._deflate = name == "deflate"
        self._inflate = None if name in ("", "identity") else zlib.decompressobj(wbits=15 if self._deflate else 47)

    def feed(self, chunk: bytes) -> None:
        if self._inflate is None:
            self._made += chunk
        else:
            try:
                self._made += self._inflate.decompress(chunk, self._limit + 1 - len(self._made))
            except zlib.error as error:
                if not self._deflate or self._made:
                    raise Rejected("the page's compression is broken", "INPUT_UNREADABLE") from error
                # many servers send deflate without its zlib header
                self._deflate, self._inflate = False, zlib.decompressobj(wbits=-15)
                self.feed(chunk)
        if len(self._made) > self._limit:
            raise Rejected(f"the page unpacks to more than {self._limit:,} bytes", "URL_TOO_LARGE")

    def finish(self) -> bytes:
        return bytes(self._made)


def _checked_url(url: str, base: httpx.URL | None = None) -> httpx.URL:
    try:
        parsed = httpx.URL(url.strip()) if base is None else base.join(url.strip())
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise Rejected("the address is not a valid URL", "URL_REFUSED") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise Rejected("only http and https addresses are read", "URL_REFUSED")
    if parsed.userinfo:
        raise Rejected("an address with a user name or password is not read", "URL_REFUSED")
    return parsed


def _check_status(status: int, headers: httpx.Headers, url: httpx.URL) -> None:
    shown = f"{_shown(url)} answered {status}"
    if status == 429:
        after = headers.get("retry-after", "")
        is_seconds = after.isascii() and after.isdigit() and len(after) < 5
        raise RateLimited(shown, "URL_RATE_LIMITED", float(after) if is_seconds else None)
    if status >= 500:
        raise Unavailable(shown, "URL_UNREACHABLE")
    if status in (401, 402, 403, 451):
        raise Rejected(f"{shown}: the page is not public", "URL_FORBIDDEN")
    if status != 200:
        raise Rejected(shown, "URL_NOT_FOUND")


def _shown(url: httpx.URL | str) -> str:
    """The address without its query, which may carry secrets."""
    return str(url).partition("?")[0][:200]
