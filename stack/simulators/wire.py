"""Sending answers, whole or in pieces, and failing to."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from stack.simulators.world import World

FOREVER = 3600.0
LOOK_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Frame:
    """One server-sent event; `is_text` when it carries a piece of the answer's text."""

    data: bytes
    is_text: bool = False


def sse(data: dict[str, Any] | str, event: str | None = None, *, is_text: bool = False) -> Frame:
    """Frame a document as a server-sent event."""
    payload = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    head = f"event: {event}\n" if event else ""
    return Frame(f"{head}data: {payload}\n\n".encode(), is_text)


def pieces(text: str, size: int) -> list[str]:
    """A text in pieces of about one size, as tokens arrive."""
    return [text[at : at + size] for at in range(0, len(text), size)]


def close(request: web.Request) -> None:
    """End the connection as a broken network does: nothing more is sent."""
    if request.transport is not None:
        request.transport.abort()


def is_gone(request: web.Request) -> bool:
    """Whether the client has hung up."""
    return request.transport is None or request.transport.is_closing()


async def hold(world: World, request: web.Request, seconds: float | None) -> None:
    """Say nothing until the client gives up, the time is over or the server closes."""
    deadline = time.monotonic() + (FOREVER if seconds is None else seconds)
    while time.monotonic() < deadline and not world.closing.is_set():
        if is_gone(request):
            return
        await asyncio.sleep(LOOK_SECONDS)


async def truncated(request: web.Request, body: bytes, headers: dict[str, str]) -> web.StreamResponse:
    """Announce the whole body, send half of it, hang up."""
    response = web.StreamResponse(headers={**headers, "content-length": str(len(body))})
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    # Half of it shall arrive before the end of the connection does.
    await asyncio.sleep(LOOK_SECONDS)
    close(request)
    return response


@dataclass
class Stream:
    """How the pieces of a stream are sent."""

    pause: float = 0
    breaks: bool = False  # after the last frame the connection does, in place of an end
    fail_with: Frame | None = None  # sent in place of the connection breaking


async def stream(
    request: web.Request,
    frames: Iterable[Frame],
    headers: dict[str, str],
    plan: Stream,
    sent: Callable[[float], None],
) -> tuple[web.StreamResponse, bool]:
    """Send the frames; True when all of them left."""
    response = web.StreamResponse(
        headers={**headers, "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache"}
    )
    await response.prepare(request)
    texts = 0
    for frame in frames:
        if frame.is_text:
            if texts and plan.pause:
                await asyncio.sleep(plan.pause)
            texts += 1
        if is_gone(request):
            return response, False
        await response.write(frame.data)
        if frame.is_text:
            sent(time.time())
    if plan.fail_with is not None:
        await response.write(plan.fail_with.data)
    elif plan.breaks:
        await asyncio.sleep(LOOK_SECONDS)
        close(request)
        return response, False
    await response.write_eof()
    return response, not plan.breaks
