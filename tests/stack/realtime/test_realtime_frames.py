"""The wire formats, against the code of the real JS client, and the parsing of filters."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stack.realtime.filters import Filter, ParameterError, binding_id, parse_filters, parse_spec
from stack.realtime.frames import Broadcast, Frame, FrameError, SerializerV1, SerializerV2
from tests.stack.realtime.node import run_node

V1, V2 = SerializerV1(), SerializerV2()


def message(topic: str, event: str, payload: Any, ref: str | None = "3") -> dict[str, Any]:
    return {"join_ref": "1", "ref": ref, "topic": f"realtime:{topic}", "event": event, "payload": payload}


async def test_both_directions_against_the_js_serializer() -> None:
    sent = [
        message("room", "phx_join", {"config": {}}),
        message("room", "broadcast", {"type": "broadcast", "event": "cursor", "payload": {"x": "é", "n": [1]}}),
        message("room", "broadcast", {"type": "broadcast", "event": "cursor"}, ref=None),
        message("café", "broadcast", {"type": "broadcast", "event": "x", "payload": {}}),
        message("room", "broadcast", {"type": "broadcast", "event": "raw", "base64": "AAEC"}),
    ]
    received = [
        V2.encode(Frame("realtime:room", "phx_reply", {"status": "ok", "response": {}}, "3", "1")),
        V2.encode_broadcast("realtime:room", Broadcast("hello", b'{"n":1}', meta={"id": "abc"})),
        V2.encode_broadcast("realtime:café", Broadcast("ü", b"{}")),
        V2.encode_broadcast("realtime:room", Broadcast("raw", b"\x00\x01", "binary")),
        V2.encode_broadcast("realtime:room", Broadcast("e" * 300, b"{}")),
    ]
    wires = [
        {"binary": base64.b64encode(wire[1]).decode()} if wire[0] else {"text": wire[1].decode()}
        for wire in received
        if wire is not None
    ]
    js = await run_node("frames.mjs", stdin={"encode": sent, "decode": wires})

    frames = [
        V2.decode_text(m["text"]) if "text" in m else V2.decode_binary(base64.b64decode(m["binary"]))
        for m in js["encoded"]
    ]
    assert frames[0] == Frame("realtime:room", "phx_join", {"config": {}}, "3", "1")
    assert frames[1].join_ref == "1"
    assert frames[1].ref == "3"
    assert frames[1].payload.event == "cursor"
    assert json.loads(frames[1].payload.payload) == {"x": "é", "n": [1]}
    assert frames[2].ref is None
    assert frames[2].payload.payload == b"{}"
    assert frames[3].topic == "realtime:café"
    assert (frames[4].payload.encoding, frames[4].payload.payload) == ("binary", b"\x00\x01\x02")

    replies = js["decoded"]
    assert replies[0] == {"join_ref": "1", "ref": "3", "topic": "realtime:room", "event": "phx_reply",
                          "payload": {"status": "ok", "response": {}}}  # fmt: skip
    assert replies[1]["payload"] == {
        "type": "broadcast", "event": "hello", "payload": {"n": 1}, "meta": {"id": "abc"},
    }  # fmt: skip
    assert (replies[2]["topic"], replies[2]["payload"]["event"]) == ("realtime:café", "ü")
    assert replies[3]["payload"]["payload"] == {"base64": "AAE="}
    assert replies[4]["payload"]["event"] == "e" * 300


def test_vsn_1_keeps_objects_and_drops_binary() -> None:
    frame = V1.decode_text('{"topic":"t","event":"e","payload":{},"ref":1,"join_ref":null}')
    assert frame == Frame("t", "e", {}, "1", None)
    assert json.loads(V1.encode(Frame("t", "e", {}, None, "1"))[1]) == {
        "topic": "t", "event": "e", "payload": {}, "ref": None,
    }  # fmt: skip
    assert V1.encode_broadcast("t", Broadcast("e", b"\x00", "binary")) is None


@given(st.binary(max_size=40))
def test_no_bytes_make_the_decoder_fail_otherwise(data: bytes) -> None:
    try:
        V2.decode_binary(data)
    except FrameError:
        return


@pytest.mark.parametrize("text", ["", "{}", "[1,2]", "[null,null,1,2,{}]", "nope", '"x"'])
def test_bad_text_is_a_frame_error(text: str) -> None:
    with pytest.raises(FrameError):
        V2.decode_text(text)
    with pytest.raises(FrameError):
        V1.decode_text(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  ", []),
        ("id=eq.1", [Filter("id", "eq", "1")]),
        ("id=gt.0,id=lt.100", [Filter("id", "gt", "0"), Filter("id", "lt", "100")]),
        ("s=not.like.hey%", [Filter("s", "like", "hey%", negate=True)]),
        ("s=in.(a,b)", [Filter("s", "in", "{a,b}")]),
        ('s=in.("a,b",c),t=eq.1', [Filter("s", "in", '{"a,b",c}'), Filter("t", "eq", "1")]),
        ('s=eq."a,b"', [Filter("s", "eq", "a,b")]),
        (r's=eq."a\"b\\"', [Filter("s", "eq", 'a"b\\')]),
        ('s=eq."open', [Filter("s", "eq", '"open')]),
        ('s=eq.it"s', [Filter("s", "eq", 'it"s')]),
        ("t=eq.10:00", [Filter("t", "eq", "10:00")]),
        ("s=eq.a=b.c", [Filter("s", "eq", "a=b.c")]),
    ],
)
def test_filters(text: str, expected: list[Filter]) -> None:
    assert list(parse_filters(text)) == expected


@pytest.mark.parametrize("text", ["undefined", "s=foo.hey", "s=eq", "a=eq.1,,b=eq.2", "s=in.1", "s=not.eq"])
def test_bad_filters(text: str) -> None:
    with pytest.raises(ParameterError):
        list(parse_filters(text))


def test_spec_defaults() -> None:
    assert parse_spec({"schema": "public"}).table == "*"
    assert parse_spec({"table": "t", "event": "insert"}).schema == "public"
    assert parse_spec({"table": "t", "event": "insert"}).event == "INSERT"
    assert binding_id({"a": 1, "b": 2}) == binding_id({"b": 2, "a": 1}) != binding_id({"a": 1})
