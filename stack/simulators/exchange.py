"""The course of one call, the same for every API: read, refuse or work, bill, answer; with the fault that meets it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import Any, Protocol

from aiohttp import web

from stack.simulators import wire
from stack.simulators.calls import Call, Reply
from stack.simulators.failures import Refusal, RefusedError, Worded
from stack.simulators.faults import REFUSALS, Fault, FaultKind
from stack.simulators.ledger import Entry
from stack.simulators.world import World

JSON = "application/json"


class Wording(Protocol):
    """How a provider says no."""

    provider: str

    def refused(self, error: RefusedError, request_id: str) -> Worded:
        """Status, body and headers of a refusal."""
        ...

    def headers(self, request_id: str) -> dict[str, str]:
        """The headers of every answer."""
        ...


class Operation(Protocol):
    """One endpoint of one API."""

    @property
    def wording(self) -> Wording:
        """The provider's."""
        ...

    @property
    def endpoint(self) -> str:
        """Its name in the ledger."""
        ...

    async def read(self, request: web.Request) -> Call:
        """Check the request; RefusedError when the API would not take it."""
        ...

    def work(self, world: World, call: Call, fault: Fault | None) -> Reply:
        """Do it. From here on the call is billed."""
        ...

    def document(self, call: Call, reply: Reply) -> dict[str, Any] | str:
        """The whole answer: JSON, or plain text."""
        ...

    def frames(self, call: Call, reply: Reply, chunk: int) -> Iterable[wire.Frame]:
        """The answer in pieces of `chunk` characters."""
        ...

    def broken(self, call: Call, reply: Reply, worded: Worded) -> wire.Frame:
        """What a stream says when the provider fails in the middle of it."""
        ...


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def handler(world: World, operation: Operation) -> Handler:
    """The route for an operation."""

    async def handle(request: web.Request) -> web.StreamResponse:
        arrived = time.monotonic()
        try:
            call = await operation.read(request)
        except RefusedError as error:
            unread = Call(operation.wording.provider, operation.endpoint, request.match_info.get("model", ""), body={})
            entry = world.open(unread)
            response = refusal(operation.wording, error, entry.request_id)
            entry.status, entry.seconds = response.status, 0.0
            return response
        return await _Exchange(world, operation, request, call, arrived).run()

    return handle


def refusal(wording: Wording, error: RefusedError, request_id: str) -> web.Response:
    """Answer a refusal in the provider's words."""
    worded = wording.refused(error, request_id)
    headers = wording.headers(request_id) | worded.headers
    return web.json_response(worded.body, status=worded.status, headers=headers)


class _Exchange:
    def __init__(self, world: World, operation: Operation, request: web.Request, call: Call, arrived: float) -> None:
        self._started = arrived
        self._world = world
        self._operation = operation
        self._request = request
        self._call = call
        self._fault = world.faults.take(call)
        self._entry: Entry = world.open(call)

    async def run(self) -> web.StreamResponse:
        if self._fault is not None:
            self._entry.fault = self._fault.kind.value
        try:
            return await self._answer()
        finally:
            self._entry.seconds = round(time.monotonic() - self._started, 6)

    async def _answer(self) -> web.StreamResponse:
        fault = self._fault
        if fault is not None:
            if (refused := REFUSALS.get(fault.kind)) is not None:
                return self._refuse(
                    RefusedError(refused, fault.message or "", param=fault.param, retry_after=fault.retry_after)
                )
            if fault.kind is FaultKind.TIMEOUT_BEFORE:
                return await self._silence(fault.seconds)
            if fault.kind is FaultKind.DISCONNECT_BEFORE:
                return await self._silence(0)
        try:
            reply = self._operation.work(self._world, self._call, fault)
        except RefusedError as error:
            return self._refuse(error)
        reply = replace(
            reply, request_id=self._entry.request_id, number=self._entry.number, created=int(self._entry.at)
        )
        self._entry.billed = reply.billed
        latency = self._world.latency_of(self._call.provider)
        # Counted from the arrival: what the simulator itself takes is part of it.
        if (left := latency.seconds - (time.monotonic() - self._started)) > 0:
            await asyncio.sleep(left)
        if fault is not None and fault.kind in (FaultKind.TIMEOUT_AFTER, FaultKind.DISCONNECT_AFTER):
            return await self._silence(fault.seconds if fault.kind is FaultKind.TIMEOUT_AFTER else 0)
        self._entry.status = 200
        if self._call.is_stream:
            return await self._stream(reply)
        return await self._whole(reply)

    def _refuse(self, error: RefusedError) -> web.Response:
        response = refusal(self._operation.wording, error, self._entry.request_id)
        self._entry.status = response.status
        return response

    async def _silence(self, seconds: float | None) -> web.StreamResponse:
        await wire.hold(self._world, self._request, seconds)
        wire.close(self._request)
        return web.Response(status=500)  # reaches no one

    async def _whole(self, reply: Reply) -> web.StreamResponse:
        headers = self._operation.wording.headers(self._entry.request_id)
        document = self._operation.document(self._call, reply)
        if isinstance(document, str):
            body, content_type = document.encode(), "text/plain"
        else:
            body, content_type = json.dumps(document, ensure_ascii=False).encode(), JSON
        kind = self._fault.kind if self._fault else None
        if kind is FaultKind.TRUNCATED_BODY:
            return await wire.truncated(self._request, body, {**headers, "content-type": content_type})
        if kind is FaultKind.MALFORMED_JSON:
            return web.Response(body=body[: len(body) // 2], content_type=content_type, headers=headers)
        if not wire.is_gone(self._request):
            self._entry.reported = reply.reported
        return web.Response(body=body, content_type=content_type, charset="utf-8", headers=headers)

    async def _stream(self, reply: Reply) -> web.StreamResponse:
        wording, latency = self._operation.wording, self._world.latency_of(self._call.provider)
        frames = list(self._operation.frames(self._call, reply, latency.chunk_characters))
        plan = wire.Stream(pause=latency.chunk_seconds)
        fault = self._fault
        match fault.kind if fault else None:
            case FaultKind.SLOW_STREAM:
                plan.pause = 0.5 if fault is None or fault.seconds is None else fault.seconds
            case FaultKind.CUT_STREAM | FaultKind.TRUNCATED_BODY:
                frames, plan.breaks = frames[: len(frames) // 2], True
            case FaultKind.STREAM_ERROR:
                frames, plan.breaks = frames[: len(frames) // 2], True
                worded = wording.refused(RefusedError(Refusal.OVERLOADED), self._entry.request_id)
                plan.fail_with = self._operation.broken(self._call, reply, worded)
            case FaultKind.MALFORMED_JSON:
                frames = [wire.Frame(frame.data[: len(frame.data) // 2] + b"\n\n") for frame in frames]
        response, is_whole = await wire.stream(
            self._request, frames, wording.headers(self._entry.request_id), plan, self._entry.chunks.append
        )
        if is_whole and (fault is None or fault.kind is not FaultKind.MALFORMED_JSON):
            self._entry.reported = reply.reported
        return response
