"""Broadcast, presence and private channels over bare websockets."""

from __future__ import annotations

import asyncio
import json
from uuid import uuid4

import httpx
import jwt
import pytest
import websockets

from tests.stack.realtime.support import PUBLISHABLE, SECRET_KEY, Bridge, quiet, serve, token

FORGED = jwt.encode(
    {"role": "service_role", "exp": 4102444800}, "another-secret-of-thirty-two-bytes", algorithm="HS256"
)
HELLO = {"type": "broadcast", "event": "hello", "payload": {"n": 1}}


@pytest.mark.parametrize(
    ("query", "status", "error"),
    [
        ("vsn=1.0.0", 401, "API key is missing"),
        ("apikey=nonsense&vsn=1.0.0", 401, "The token provided is not a valid JWT"),
        ("apikey=sb_publishable_wrong", 401, "The token provided is not a valid JWT"),
        (f"apikey={token(ttl=-5)}", 401, "Token has expired"),
        (f"apikey={FORGED}", 401, "Failed to validate JWT signature"),
        (f"apikey={PUBLISHABLE}&vsn=9.0.0", 400, "Unsupported serializer version"),
    ],
)
async def test_refused_handshakes_say_why(bridge: Bridge, query: str, status: int, error: str) -> None:
    with pytest.raises(websockets.InvalidStatus) as refused:
        await websockets.connect(f"ws://127.0.0.1:{bridge.port}/realtime/v1/websocket?{query}")
    assert refused.value.response.status_code == status
    assert json.loads(refused.value.response.body or b"") == {"error": error}


async def test_the_key_may_come_in_a_header(bridge: Bridge) -> None:
    uri = f"ws://127.0.0.1:{bridge.port}/realtime/v1/websocket?vsn=1.0.0"
    async with websockets.connect(uri, additional_headers={"x-api-key": PUBLISHABLE}) as socket:
        await socket.send(json.dumps({"topic": "phoenix", "event": "heartbeat", "payload": {}, "ref": "7"}))
        assert json.loads(await socket.recv()) == {
            "topic": "phoenix",
            "event": "phx_reply",
            "payload": {"status": "ok", "response": {}},
            "ref": "7",
        }


@pytest.mark.parametrize("vsn", ["1.0.0", "2.0.0"])
async def test_self_and_ack(bridge: Bridge, vsn: str) -> None:
    sender, other, elsewhere = await bridge.socket(vsn), await bridge.socket(vsn), await bridge.socket(vsn)
    await sender.join("room", broadcast={"self": True, "ack": True})
    await other.join("room")
    await elsewhere.join("room2")
    ref = await sender.send("realtime:room", "broadcast", HELLO)
    assert (await sender.wait(lambda m: m["ref"] == ref))["payload"] == {"status": "ok", "response": {}}
    assert await sender.wait_event("broadcast") == HELLO
    assert await other.wait_event("broadcast") == HELLO
    ref = await other.send("realtime:room", "broadcast", HELLO)
    await quiet()
    assert len(other.payloads("broadcast")) == 1
    assert not [m for m in other.heard if m["ref"] == ref]
    assert elsewhere.payloads("broadcast") == []


async def test_public_and_private_of_one_name_never_meet(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    public, private = await bridge.socket(), await bridge.socket()
    await public.join(f"org:{org}", mine)
    assert (await private.join(f"org:{org}", mine, private=True))["status"] == "ok"
    await public.send(f"realtime:org:{org}", "broadcast", HELLO)
    await bridge.sql("select realtime.send('{\"n\": 2}', 'private', %s, true)", f"org:{org}")
    await private.wait_event("broadcast")
    await bridge.sql("select realtime.send('{\"n\": 3}', 'public', %s, false)", f"org:{org}")
    await public.wait_event("broadcast")
    await quiet()
    assert [payload["event"] for payload in private.payloads("broadcast")] == ["private"]
    assert [payload["event"] for payload in public.payloads("broadcast")] == ["public"]


async def test_messages_of_the_database(bridge: Bridge) -> None:
    old, new = await bridge.socket("1.0.0"), await bridge.socket("2.0.0")
    await old.join("room")
    await new.join("room")
    await bridge.sql("select realtime.send('{\"id\": \"mine\", \"n\": 1}', 'hello', 'room', false)")
    text, binary = await old.wait_event("broadcast"), await new.wait_event("broadcast")
    assert binary.pop("binary") is True
    assert text == binary
    assert text["payload"] == {"id": "mine", "n": 1}
    assert text["event"] == "hello"
    assert set(text["meta"]) == {"id"}


async def test_bytes_of_the_database(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    public, private = await bridge.socket("2.0.0"), await bridge.socket("2.0.0")
    await public.join("room")
    assert (await private.join(f"org:{org}", mine, private=True))["status"] == "ok"
    await bridge.sql("select realtime.send_binary('\\x0001ff', 'bytes', 'room', false)")
    await bridge.sql("select realtime.send_binary('\\xfe', 'bytes', %s)", f"org:{org}")
    got = await public.wait_event("broadcast")
    assert (got["event"], got["payload"]) == ("bytes", b"\x00\x01\xff")
    assert (await private.wait_event("broadcast"))["payload"] == b"\xfe"
    await quiet()
    assert len(public.payloads("broadcast")) == len(private.payloads("broadcast")) == 1


async def test_broadcast_changes(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.join(f"org:{org}", mine, private=True)
    async with await bridge.connect() as connection:
        await connection.execute(
            """
            create function announce() returns trigger language plpgsql as $$
            begin
              perform realtime.broadcast_changes(
                'org:' || new.org_id, tg_op, tg_op, tg_table_name, tg_table_schema, new, old);
              return null;
            end $$
            """
        )
        await connection.execute(
            "create trigger announce after insert on notes for each row execute function announce()"
        )
        await connection.execute("insert into notes (org_id, title) values (%s, 'theirs')", (uuid4(),))
        await connection.execute("insert into notes (org_id, title) values (%s, 'mine')", (org,))
        payload = await socket.wait_event("broadcast")
        await connection.execute("drop function announce cascade")
    assert payload["event"] == "INSERT"
    assert payload["payload"]["operation"] == "INSERT"
    assert payload["payload"]["record"]["title"] == "mine"
    assert payload["payload"]["old_record"] is None
    await quiet()
    assert len(socket.payloads("broadcast")) == 1


async def test_rolled_back_messages_are_not_sent(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.join("room")
    async with await bridge.connect(autocommit=False) as connection:
        await connection.execute("select realtime.send('{}', 'hello', 'room', false)")
        await connection.rollback()
    await quiet()
    assert socket.payloads("broadcast") == []


async def test_private_topics_of_others_are_refused(bridge: Bridge) -> None:
    _, _, mine = await bridge.member()
    socket = await bridge.socket()
    topic = f"org:{uuid4()}"
    reply = await socket.join(topic, mine, private=True)
    assert reply == {
        "status": "error",
        "response": {"reason": f"Unauthorized: You do not have permissions to read from this Channel topic: {topic}"},
    }
    reply = await socket.join(topic, private=True)
    assert reply["status"] == "error"
    await bridge.sql("select realtime.send('{}', 'hello', %s, true)", topic)
    await quiet()
    assert socket.payloads("broadcast") == []


async def test_probes_leave_no_rows(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.join(f"org:{org}", mine, private=True, broadcast={"ack": True})
    ref = await socket.send(f"realtime:org:{org}", "broadcast", HELLO)
    await socket.wait(lambda m: m["ref"] == ref)
    async with await bridge.connect() as connection:
        cursor = await connection.execute("select count(*) from realtime.messages where topic = %s", (f"org:{org}",))
        assert await cursor.fetchone() == (0,)


async def test_readers_without_the_right_to_write_are_not_heard(bridge: Bridge) -> None:
    writer, reader = await bridge.socket(), await bridge.socket()
    for socket in (writer, reader):
        reply = await socket.join("readonly:a", token(sub=uuid4()), private=True, broadcast={"ack": True})
        assert reply["status"] == "ok"
    ref = await writer.send("realtime:readonly:a", "broadcast", HELLO)
    track = await writer.send("realtime:readonly:a", "presence", {"event": "track", "payload": {}})
    assert (await writer.wait(lambda m: m["ref"] == track))["payload"]["status"] == "error"
    await quiet()
    assert not [m for m in writer.heard if m["ref"] == ref]
    assert reader.payloads("broadcast") == []
    assert reader.payloads("presence_diff") == []


async def test_policies_see_the_headers_of_the_handshake(bridge: Bridge) -> None:
    blue, red = await bridge.socket(**{"x-team": "blue"}), await bridge.socket(**{"x-team": "red"})
    assert (await blue.join("by-header", private=True))["status"] == "ok"
    assert (await red.join("by-header", private=True))["status"] == "error"


async def test_a_new_token_without_the_right_ends_the_channel(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    _, _, other = await bridge.member()
    socket = await bridge.socket()
    topic = f"org:{org}"
    await socket.join(topic, mine, private=True)
    await socket.send(f"realtime:{topic}", "access_token", {"access_token": "sb_publishable_test"})
    await socket.send(f"realtime:{topic}", "access_token", {"access_token": None})
    await socket.send(f"realtime:{topic}", "access_token", {"access_token": other})
    assert await socket.wait_event("system") == {
        "extension": "system",
        "status": "error",
        "message": f"You no longer have permission to read from this Channel topic: {topic}",
        "channel": topic,
    }
    await socket.wait_event("phx_close")
    await bridge.sql("select realtime.send('{}', 'hello', %s, true)", topic)
    await quiet()
    assert socket.payloads("broadcast") == []


async def test_membership_revoked_before_a_refreshed_token(bridge: Bridge) -> None:
    user, org, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.join(f"org:{org}", mine, private=True)
    await bridge.sql("delete from members where user_id = %s", user)
    await socket.send(f"realtime:org:{org}", "access_token", {"access_token": token(sub=user, refreshed=True)})
    assert "no longer have permission" in (await socket.wait_event("system"))["message"]
    await socket.wait_event("phx_close")


async def test_an_expired_token_ends_the_channel(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.join("short", token(ttl=2))
    assert "Token has expired" in (await socket.wait_event("system", 4))["message"]
    await socket.wait_event("phx_close")
    reply = await socket.join("short", token(ttl=-1))
    assert reply["response"]["reason"].startswith("InvalidJWTToken: Token has expired")
    assert (await socket.join("short", "x.y.z"))["response"]["reason"].startswith("MalformedJWT: ")
    assert (await socket.join("short", FORGED))["response"]["reason"].startswith("JwtSignatureError: ")


async def test_presence_of_several(bridge: Bridge) -> None:
    ann, bob = await bridge.socket(), await bridge.socket()
    await ann.join("canvas", presence={"key": "ann", "enabled": True})
    assert await ann.wait_event("presence_state") == {}
    ref = await ann.send("realtime:canvas", "presence", {"type": "presence", "event": "track", "payload": {"x": 1}})
    assert (await ann.wait(lambda m: m["ref"] == ref))["payload"]["status"] == "ok"
    diff = await ann.wait_event("presence_diff")
    assert diff["leaves"] == {}
    assert diff["joins"]["ann"]["metas"][0]["x"] == 1
    await bob.join("canvas", presence={"key": "bob", "enabled": True})
    state = await bob.wait_event("presence_state")
    assert [meta["x"] for meta in state["ann"]["metas"]] == [1]
    await ann.send("realtime:canvas", "presence", {"type": "presence", "event": "track", "payload": {"x": 2}})
    diff = await bob.wait_event("presence_diff")
    assert diff["joins"]["ann"]["metas"][0]["x"] == 2
    assert diff["joins"]["ann"]["metas"][0]["phx_ref_prev"] == diff["leaves"]["ann"]["metas"][0]["phx_ref"]
    await ann.close()
    await bob.wait(lambda m: m["event"] == "presence_diff" and m["payload"]["joins"] == {})


async def test_presence_is_hidden_without_the_right_to_read_it(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    writer, reader = await bridge.socket(), await bridge.socket()
    await reader.join("readonly:p", token(sub=uuid4()), private=True, presence={"enabled": True})
    await writer.join(f"org:{org}", mine, private=True, presence={"enabled": True, "key": "w"})
    await writer.send(f"realtime:org:{org}", "presence", {"event": "track", "payload": {}})
    await writer.wait_event("presence_diff")
    await quiet()
    assert reader.payloads("presence_state") == []
    assert reader.payloads("presence_diff") == []


async def test_joining_twice_replaces_the_first(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.join("room")
    await socket.join("room", broadcast={"self": True})
    closed = await socket.wait(lambda m: m["event"] == "phx_close")
    assert closed["ref"] == "1"
    await socket.send("realtime:room", "broadcast", HELLO, join_ref="1")
    await socket.send("realtime:room", "broadcast", HELLO | {"event": "second"}, join_ref="2")
    assert (await socket.wait_event("broadcast"))["event"] == "second"


async def test_strange_frames(bridge: Bridge) -> None:
    socket = await bridge.socket()
    ref = await socket.send("realtime:nowhere", "broadcast", HELLO)
    assert (await socket.wait(lambda m: m["ref"] == ref))["payload"]["response"] == {"reason": "unmatched topic"}
    ref = await socket.send("realtime:nowhere", "phx_leave", {})
    assert (await socket.wait(lambda m: m["ref"] == ref))["payload"]["status"] == "ok"
    assert (await socket.join(""))["response"]["reason"].startswith("TopicNameRequired")
    await socket.send("realtime:room", "phx_join", "not an object", join_ref="9")
    await socket.websocket.send("not json")
    await socket.wait_event("closed")


async def test_replay(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    for n in range(3):
        await bridge.sql("select realtime.send(jsonb_build_object('n', %s::int), 'old', %s, true)", n, f"org:{org}")
    socket = await bridge.socket()
    reply = await socket.join(f"org:{org}", mine, private=True, broadcast={"replay": {"since": 0, "limit": 2}})
    assert reply["status"] == "ok"
    await socket.until(lambda: len(socket.payloads("broadcast")) == 2)
    assert [payload["payload"]["n"] for payload in socket.payloads("broadcast")] == [1, 2]
    assert all(payload["meta"]["replayed"] for payload in socket.payloads("broadcast"))
    reply = await socket.join("room", broadcast={"replay": {"since": 0}})
    assert reply["response"]["reason"] == "UnableToReplayMessages: Replay is not allowed for public channels"


async def test_replication_ready(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.join("room", broadcast={"replication_ready": True})
    assert (await socket.wait_event("system"))["message"] == "Replication connection established"


async def test_http_batch(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    url = f"{bridge.url}/api/broadcast"
    public, private = await bridge.socket(), await bridge.socket("1.0.0")
    await public.join("room")
    await private.join(f"org:{org}", mine, private=True)
    body = {
        "messages": [
            {"topic": "room", "event": "a", "payload": {"n": 1}},
            {"topic": f"org:{org}", "event": "b", "payload": {"n": 2}, "private": True},
        ]
    }
    async with httpx.AsyncClient() as http:
        refused = await http.post(url, json=body)
        assert (refused.status_code, refused.json()) == (401, {"message": "Unauthorized"})
        wrong = await http.post(url, json=body, headers={"apikey": PUBLISHABLE, "Authorization": "Bearer x"})
        assert wrong.status_code == 401
        for bad in ({}, {"messages": []}, {"messages": [{"topic": "room"}]}, [1]):
            invalid = await http.post(url, json=bad, headers={"apikey": PUBLISHABLE})
            assert invalid.status_code == 422
            assert invalid.json()["errors"]
        assert (await http.post(url, content=b"{", headers={"apikey": PUBLISHABLE})).status_code == 422
        # anon may not write the private topic: silently passed over.
        silent = await http.post(url, json=body, headers={"apikey": PUBLISHABLE})
        assert (silent.status_code, silent.content) == (202, b"")
        await public.wait_event("broadcast")
        await quiet()
        assert private.payloads("broadcast") == []
        done = await http.post(url, json=body, headers={"apikey": PUBLISHABLE, "Authorization": f"Bearer {mine}"})
        assert done.status_code == 202
        assert await private.wait_event("broadcast") == {"type": "broadcast", "event": "b", "payload": {"n": 2}}
        by_secret = await http.post(url, json=body, headers={"apikey": SECRET_KEY})
        assert by_secret.status_code == 202
        await private.until(lambda: len(private.payloads("broadcast")) == 2)


async def test_http_single(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    new, old, private = await bridge.socket(), await bridge.socket("1.0.0"), await bridge.socket()
    await new.join("a/b c:é")
    await old.join("a/b c:é")
    await private.join(f"org:{org}", mine, private=True)
    url = f"{bridge.url}/api/broadcast/a%2Fb%20c%3A%C3%A9/events/big%20news"
    async with httpx.AsyncClient(headers={"apikey": PUBLISHABLE}) as http:
        assert (await http.post(url, json={"n": 1})).status_code == 202
        assert (await old.wait_event("broadcast"))["event"] == "big news"
        assert (await new.wait_event("broadcast"))["payload"] == {"n": 1}
        binary = await http.post(url, content=b"\x00\x01", headers={"Content-Type": "application/octet-stream"})
        assert binary.status_code == 202
        await new.until(lambda: len(new.payloads("broadcast")) == 2)
        assert new.payloads("broadcast")[1]["payload"] == b"\x00\x01"
        await quiet()
        assert len(old.payloads("broadcast")) == 1
        secret = f"{bridge.url}/api/broadcast/org:{org}/events/x?private=true"
        assert (await http.post(secret, json={})).status_code == 403
        assert (await http.post(secret, json={}, headers={"Authorization": f"Bearer {mine}"})).status_code == 202
        await private.wait_event("broadcast")
        assert (await http.post(url, content=b"", headers={"Content-Type": "application/json"})).status_code == 422


async def test_limits(bridge: Bridge) -> None:
    limits = {
        "max_connections": 3, "channels_per_connection": 2, "events_per_second": 5, "presence_calls": 2,
        "max_payload_bytes": 500, "idle_seconds": 1, "http_messages_per_second": 1,
    }  # fmt: skip
    async with serve(bridge.database, slot_prefix="catalyst_limits", **limits) as small:
        socket, victim, third = await small.socket(), await small.socket(), await small.socket()
        with pytest.raises(websockets.InvalidStatus) as refused:
            await small.socket()
        assert refused.value.response.status_code == 429
        await socket.join("a", broadcast={"ack": True})
        await socket.join("b")
        reply = await socket.join("c")
        assert reply["response"]["reason"] == "ChannelRateLimitReached: Too many channels"
        large = HELLO | {"payload": {"text": "x" * 600}}
        ref = await socket.send("realtime:a", "broadcast", large)
        assert (await socket.wait(lambda m: m["ref"] == ref))["payload"]["status"] == "error"
        for _ in range(7):
            await socket.send("realtime:b", "broadcast", HELLO, join_ref="2")
        assert (await socket.wait_event("system"))["message"] == "Too many messages per second"
        await victim.join("a")
        for _ in range(3):
            await victim.send("realtime:a", "presence", {"event": "track", "payload": {"n": str(uuid4())}})
        assert (await victim.wait_event("system"))["message"] == "Client presence rate limit exceeded"
        async with httpx.AsyncClient(headers={"apikey": PUBLISHABLE}) as http:
            messages = [{"topic": "a", "event": "e", "payload": {}}] * 2
            answer = await http.post(f"{small.url}/api/broadcast", json={"messages": messages})
            assert answer.status_code == 429
        await third.wait_event("closed", 4)
        await asyncio.sleep(0)
