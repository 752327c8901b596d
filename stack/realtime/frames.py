"""The two wire formats of Phoenix channels: vsn 1.0.0 (JSON objects) and vsn 2.0.0 (JSON arrays and binary frames)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

import orjson

PUSH = 0
USER_BROADCAST_PUSH = 3
USER_BROADCAST = 4

Wire = tuple[bool, bytes]
"""(is_binary, bytes) of one websocket message."""


class FrameError(ValueError):
    """The client sent something that is not a frame of its protocol version."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message in either direction."""

    topic: str
    event: str
    payload: Any
    ref: str | None = None
    join_ref: str | None = None


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A broadcast on its way to the subscribers of a topic.

    `plain` ones came as JSON text (a vsn 1 client, the batch endpoint) and leave as JSON text; the others
    travel to vsn 2 clients in a binary frame, whatever their encoding.
    """

    event: str
    payload: bytes
    encoding: Literal["json", "binary"] = "json"
    meta: dict[str, Any] | None = None
    plain: dict[str, Any] | None = None

    def as_object(self) -> dict[str, Any]:
        """The payload of a `broadcast` event in JSON form."""
        if self.plain is not None:
            return self.plain
        body: dict[str, Any] = {"type": "broadcast", "event": self.event, "payload": orjson.Fragment(self.payload)}
        if self.meta:
            body["meta"] = self.meta
        return body


class Serializer(Protocol):
    """What differs between the protocol versions."""

    vsn: str

    def decode_text(self, data: str) -> Frame:
        """A text message from the client."""
        ...

    def decode_binary(self, data: bytes) -> Frame:
        """A binary message from the client."""
        ...

    def encode(self, frame: Frame) -> Wire:
        """A message to the client."""
        ...

    def encode_broadcast(self, topic: str, broadcast: Broadcast) -> Wire | None:
        """A broadcast to the client; None when this version cannot carry it."""
        ...


class SerializerV1:
    """JSON objects; the server's carry no join_ref."""

    vsn = "1.0.0"

    def decode_text(self, data: str) -> Frame:
        """Parse `{"topic", "event", "payload", "ref", "join_ref"}`."""
        message = _json(data)
        if not isinstance(message, dict):
            raise FrameError("expected a JSON object")
        return _frame(
            message.get("join_ref"),
            message.get("ref"),
            message.get("topic"),
            message.get("event"),
            message.get("payload"),
        )

    def decode_binary(self, data: bytes) -> Frame:
        """There are no binary messages in this version."""
        raise FrameError("binary messages need vsn 2.0.0")

    def encode(self, frame: Frame) -> Wire:
        """Write `{"topic", "event", "payload", "ref"}`."""
        return False, orjson.dumps(
            {"topic": frame.topic, "event": frame.event, "payload": frame.payload, "ref": frame.ref}
        )

    def encode_broadcast(self, topic: str, broadcast: Broadcast) -> Wire | None:
        """Binary payloads have no form in this version."""
        if broadcast.encoding == "binary":
            return None
        return self.encode(Frame(topic, "broadcast", broadcast.as_object()))


class SerializerV2:
    """JSON arrays, and binary frames for broadcasts."""

    vsn = "2.0.0"

    def decode_text(self, data: str) -> Frame:
        """Parse `[join_ref, ref, topic, event, payload]`."""
        message = _json(data)
        if not isinstance(message, list) or len(message) < 5:
            raise FrameError("expected a JSON array of five")
        return _frame(*message[:5])

    def decode_binary(self, data: bytes) -> Frame:
        """Parse a broadcast push (kind 3) or a generic Phoenix push (kind 0)."""
        kind = data[0] if data else None
        if kind == USER_BROADCAST_PUSH:
            (join_ref, ref, topic, event, metadata), encoding, body = _split(data, 5, has_encoding=True)
            broadcast = Broadcast(
                event=_text(event), payload=_checked(body, encoding), encoding="json" if encoding else "binary"
            )
            if metadata:
                _json(metadata)
            return Frame(_text(topic), "broadcast", broadcast, _text(ref) or None, _text(join_ref) or None)
        if kind == PUSH:
            (join_ref, ref, topic, event), _, body = _split(data, 4, has_encoding=False)
            return Frame(_text(topic), _text(event), body, _text(ref) or None, _text(join_ref) or None)
        raise FrameError(f"unknown binary kind {kind}")

    def encode(self, frame: Frame) -> Wire:
        """Write `[join_ref, ref, topic, event, payload]`."""
        return False, orjson.dumps([frame.join_ref, frame.ref, frame.topic, frame.event, frame.payload])

    def encode_broadcast(self, topic: str, broadcast: Broadcast) -> Wire | None:
        """Write a user broadcast (kind 4), or JSON where the names are too long for its one-byte lengths."""
        if broadcast.plain is not None:
            return self.encode(Frame(topic, "broadcast", broadcast.plain))
        names = [topic.encode(), broadcast.event.encode(), orjson.dumps(broadcast.meta) if broadcast.meta else b""]
        if any(len(name) > 255 for name in names):
            if broadcast.encoding == "binary":
                return None
            return self.encode(Frame(topic, "broadcast", broadcast.as_object()))
        header = bytes([USER_BROADCAST, *map(len, names), 1 if broadcast.encoding == "json" else 0])
        return True, b"".join([header, *names, broadcast.payload])


SERIALIZERS: dict[str, Serializer] = {"1.0.0": SerializerV1(), "2.0.0": SerializerV2()}


def _json(data: str | bytes) -> Any:
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise FrameError(f"not JSON: {error}") from error


def _frame(join_ref: object, ref: object, topic: object, event: object, payload: object) -> Frame:
    if not isinstance(topic, str) or not isinstance(event, str):
        raise FrameError("topic and event must be strings")
    return Frame(topic, event, payload, None if ref is None else str(ref), None if join_ref is None else str(join_ref))


def _split(data: bytes, count: int, *, has_encoding: bool) -> tuple[list[bytes], int, bytes]:
    """Cut the length-prefixed names off; `data` is kind, lengths, optional encoding byte, names, body."""
    offset = 1 + count + has_encoding
    if len(data) < offset:
        raise FrameError("binary message is too short")
    lengths, names = data[1 : 1 + count], []
    for length in lengths:
        names.append(data[offset : offset + length])
        offset += length
    if len(data) < offset:
        raise FrameError("binary message is shorter than it says")
    return names, data[1 + count] if has_encoding else 0, data[offset:]


def _checked(body: bytes, encoding: int) -> bytes:
    """The body is passed on as it is, so make sure that it cannot break the receivers' JSON."""
    if encoding:
        _json(body)
    return body


def _text(data: bytes) -> str:
    # The JS client writes one byte per UTF-16 code unit: not UTF-8 outside ASCII.
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")
