"""One websocket: frames in, frames out, and the channels on it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping

import structlog
from aiohttp import WSMsgType, web

from stack.realtime.channel import Channel
from stack.realtime.frames import Frame, FrameError, Serializer, Wire
from stack.realtime.rates import Rate
from stack.realtime.services import Services

log = structlog.get_logger(__name__)

_TOPIC_PREFIX = "realtime:"


class Connection:
    """Reads in its own task, writes in another; nothing that delivers to it ever waits for the network."""

    def __init__(
        self,
        services: Services,
        socket: web.WebSocketResponse,
        request: web.BaseRequest,
        serializer: Serializer,
        token: str,
        headers: Mapping[str, str],
    ) -> None:
        """`token` is the API key of the handshake: channels that bring no token of their own use it."""
        self.services = services
        self.serializer = serializer
        self.token = token
        self.headers = headers
        self.events = Rate(services.limits.events_per_second)
        self._socket = socket
        self._request = request
        self._channels: dict[str, Channel] = {}
        self._outgoing: deque[Wire] = deque()
        self._outgoing_bytes = 0
        self._filled = asyncio.Event()
        self._drained = asyncio.Event()
        self._is_stalled = False
        self._is_closed = False

    async def run(self) -> None:
        """Until either side closes."""
        writer = asyncio.create_task(self._write())
        try:
            await self._read()
        finally:
            self._is_closed = True
            writer.cancel()
            channels = list(self._channels.values())
            for channel in channels:
                channel.stop()
            await asyncio.gather(writer, *(channel.stopped() for channel in channels), return_exceptions=True)

    def send(self, frame: Frame) -> None:
        """Queue a frame."""
        self.send_wire(self.serializer.encode(frame))

    def send_wire(self, wire: Wire) -> None:
        """Queue encoded bytes; a client that lets too many pile up is dropped."""
        if self._is_closed:
            return
        self._outgoing.append(wire)
        self._outgoing_bytes += len(wire[1])
        self._filled.set()
        if self._outgoing_bytes > self.services.limits.max_outgoing_bytes:
            log.warning("realtime.slow_client_dropped", queued=self._outgoing_bytes)
            self.drop()

    async def wait_for_room(self) -> None:
        """Wait a moment for a client that lags; one that made no use of it is not waited for again."""
        mark = self.services.limits.max_outgoing_bytes // 8
        if self._is_stalled or self._is_closed or self._outgoing_bytes <= mark:
            return
        self._drained.clear()
        try:
            async with asyncio.timeout(self.services.limits.slow_client_wait_seconds):
                await self._drained.wait()
        except TimeoutError:
            self._is_stalled = True

    def drop(self) -> None:
        """Cut the line without a goodbye: it would not be read."""
        self._is_closed = True
        self._outgoing.clear()
        self._drained.set()
        if self._request.transport is not None:
            self._request.transport.abort()

    async def close(self) -> None:
        """Say goodbye; the client will reconnect."""
        await self._socket.close(code=1001, message=b"Realtime is restarting")

    def forget(self, channel: Channel) -> None:
        """A channel ended."""
        if self._channels.get(channel.topic) is channel:
            del self._channels[channel.topic]

    async def _write(self) -> None:
        try:
            while True:
                await self._filled.wait()
                while self._outgoing:
                    is_binary, data = self._outgoing.popleft()
                    await self._socket.send_frame(data, WSMsgType.BINARY if is_binary else WSMsgType.TEXT)
                    self._outgoing_bytes -= len(data)
                    if self._outgoing_bytes <= self.services.limits.max_outgoing_bytes // 16:
                        self._is_stalled = False
                        self._drained.set()
                self._filled.clear()
        except (ConnectionError, RuntimeError):
            self.drop()

    async def _read(self) -> None:
        while True:
            try:
                message = await self._socket.receive(timeout=self.services.limits.idle_seconds)
            except TimeoutError:
                await self._socket.close(code=1001, message=b"idle")
                return
            try:
                if message.type is WSMsgType.TEXT:
                    frame = self.serializer.decode_text(message.data)
                elif message.type is WSMsgType.BINARY:
                    frame = self.serializer.decode_binary(message.data)
                else:
                    return
            except FrameError as error:
                log.info("realtime.bad_frame", error=str(error))
                await self._socket.close(code=1003, message=str(error).encode()[:120])
                return
            await self._dispatch(frame)

    async def _dispatch(self, frame: Frame) -> None:
        if frame.topic == "phoenix" and frame.event == "heartbeat":
            self._reply(frame, "ok", {})
        elif frame.event == "phx_join":
            await self._join(frame)
        elif (channel := self._channels.get(frame.topic)) is not None:
            # A message of an earlier incarnation of the channel is late, not wrong.
            if frame.join_ref in (None, channel.join_ref):
                await channel.receive(frame)
        elif frame.event == "phx_leave":
            self._reply(frame, "ok", {})
        else:
            self._reply(frame, "error", {"reason": "unmatched topic"})

    async def _join(self, frame: Frame) -> None:
        if (previous := self._channels.get(frame.topic)) is not None:
            previous.close()
            await previous.stopped()
        refusal = self._refusal(frame.topic)
        if refusal:
            self._reply(frame, "error", {"reason": refusal})
            return
        channel = Channel(self, frame.topic.removeprefix(_TOPIC_PREFIX), frame.join_ref or frame.ref)
        self._channels[frame.topic] = channel
        channel.start(frame)

    def _refusal(self, topic: str) -> str | None:
        if not topic.startswith(_TOPIC_PREFIX):
            return "unmatched topic"
        if topic == _TOPIC_PREFIX:
            return "TopicNameRequired: You must provide a topic name"
        if len(self._channels) >= self.services.limits.channels_per_connection:
            return "ChannelRateLimitReached: Too many channels"
        if not self.services.joins.allow():
            return "ClientJoinRateLimitReached: Too many joins per second"
        return None

    def _reply(self, frame: Frame, status: str, response: dict[str, str]) -> None:
        self.send(Frame(frame.topic, "phx_reply", {"status": status, "response": response}, frame.ref, frame.join_ref))
