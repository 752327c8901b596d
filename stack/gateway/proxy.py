"""Passes a request on to a service on this machine, and its answer back."""

from __future__ import annotations

import asyncio

import aiohttp
from aiohttp import web
from multidict import CIMultiDict

from stack.gateway.answers import failure

HOP_BY_HOP = {
    "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding",
    "upgrade", "host", "content-length", "expect",
}  # fmt: skip
CONNECT_SECONDS = 6.0


class TooLargeError(Exception):
    """The body is longer than the route allows."""


async def read_body(request: web.Request, limit: int) -> bytes:
    """The whole body, refused as soon as it is known to be too long."""
    if (request.content_length or 0) > limit:
        raise TooLargeError
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.content.iter_chunked(64 * 1024):
        size += len(chunk)
        if size > limit:
            raise TooLargeError
        chunks.append(chunk)
    return b"".join(chunks)


class Proxy:
    """One pool of connections for all requests."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        """The session belongs to the application."""
        self._session = session

    async def forward(
        self,
        request: web.Request,
        *,
        service: str,
        target: str,
        headers: CIMultiDict[str],
        body: bytes,
        timeout: float,  # noqa: ASYNC109 (a property of the route, spent in more than one place)
    ) -> tuple[aiohttp.ClientResponse, bytes] | web.Response:
        """The service's answer, or ours when there is none. Redirects are the client's business."""
        deadline = asyncio.get_running_loop().time() + CONNECT_SECONDS
        while True:
            try:
                async with self._session.request(
                    request.method,
                    target,
                    headers=headers,
                    data=body or None,
                    allow_redirects=False,
                    timeout=aiohttp.ClientTimeout(total=timeout),
                ) as response:
                    return response, await response.read()
            except aiohttp.ClientConnectorError:
                # Nothing was sent: the service is being restarted, so wait for it a little.
                if asyncio.get_running_loop().time() > deadline:
                    return failure(service, 503, "The service is not available right now")
                await asyncio.sleep(0.1)
            except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError, aiohttp.ClientPayloadError):
                return failure(service, 503, "The service was restarted while it worked on this request")
            except TimeoutError:
                return failure(service, 504, "The service took too long")
            except aiohttp.ClientError:
                return failure(service, 502, "The service gave no valid answer")


def request_headers(request: web.Request) -> CIMultiDict[str]:
    """What is passed on: everything but what belongs to this connection, and who asked."""
    headers = CIMultiDict((name, value) for name, value in request.headers.items() if name.lower() not in HOP_BY_HOP)
    for name in [name for name in headers if name.lower().startswith("x-forwarded-")]:
        del headers[name]
    headers["x-forwarded-for"] = request.remote or ""
    headers["x-forwarded-host"] = request.host
    headers["x-forwarded-proto"] = "http"
    return headers


def answer(response: aiohttp.ClientResponse, body: bytes, *, head: bool) -> web.Response:
    """The service's answer for the client."""
    headers = CIMultiDict((name, value) for name, value in response.headers.items() if name.lower() not in HOP_BY_HOP)
    if head and (length := response.headers.get("content-length")):
        headers["content-length"] = length
    return web.Response(status=response.status, reason=response.reason, headers=headers, body=body)
