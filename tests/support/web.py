"""A real web server on a loopback port, and the only policy that may reach it. Production code cannot switch it on."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from workers.inputs.addresses import Address, PublicInternet

Responder = Callable[["Request", asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Request:
    """A request as it arrived."""

    path: str
    headers: dict[str, str]


@dataclass
class Web:
    """The listener and what reached it."""

    port: int
    connections: int = 0
    requests: list[Request] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "site.example.org") -> str:
        """An address of this server under a public-looking name."""
        return f"http://{host}:{self.port}{path}"

    async def resolve(self, host: str, port: int) -> list[str]:
        """Every name leads here."""
        return ["127.0.0.1"]


class LoopbackListener(PublicInternet):
    """The production policy, with one listener of the test let through."""

    def __init__(self, port: int) -> None:
        self._port = port

    def allows_host(self, host: str, port: int) -> bool:
        """Names on the listener's port pass as on a web port; literal addresses get no favour."""
        return super().allows_host(host, 443 if port == self._port else port)

    def allows_address(self, address: Address, port: int) -> bool:
        """127.0.0.1 at the listener's port."""
        return (address == ipaddress.ip_address("127.0.0.1") and port == self._port) or super().allows_address(
            address, port
        )


@asynccontextmanager
async def serve(respond: Responder, port: int = 0, tls: ssl.SSLContext | None = None) -> AsyncIterator[Web]:
    """Answer each connection once with `respond`."""
    web = Web(port)
    tasks: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        web.connections += 1
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
            request = Request(head[0].split(" ")[1], headers)
            web.requests.append(request)
            await respond(request, writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            tasks.discard(task)
            writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", port, ssl=tls)
    web.port = server.sockets[0].getsockname()[1]
    try:
        yield web
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()


def answer(
    body: bytes, status: str = "200 OK", content_type: str | None = "text/html; charset=utf-8", **headers: str
) -> Responder:
    """A fixed answer."""

    async def respond(request: Request, writer: asyncio.StreamWriter) -> None:
        lines = [f"HTTP/1.1 {status}", "Connection: close"]
        if content_type is not None:
            lines.append(f"Content-Type: {content_type}")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        if "Content_Length" not in headers and "Transfer_Encoding" not in headers:
            lines.append(f"Content-Length: {len(body)}")
        writer.write("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)

    return respond
