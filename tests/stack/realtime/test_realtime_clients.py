"""The official clients, unmodified: supabase-js in Node and the Python package."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from uuid import uuid4

import pytest
from realtime import RealtimePostgresChangesListenEvent, RealtimeSubscribeStates
from realtime.exceptions import RealtimeHTTPError

from tests.stack.realtime.node import HERE, NODE
from tests.stack.realtime.support import PUBLISHABLE, Bridge, quiet, token
from tests.support.workers import PATIENCE

INSERT_NOTE = "insert into notes (org_id, title) values (%s, %s)"


async def drive_node(bridge: Bridge, settings: dict[str, Any], steps: Any) -> dict[str, Any]:
    """Run scenarios.mjs and do for it what only the database can do."""
    process = await asyncio.create_subprocess_exec(
        str(NODE), str(HERE / "scenarios.mjs"), cwd=HERE,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    assert process.stderr
    try:
        async with asyncio.timeout(40 * PATIENCE):
            process.stdin.write(json.dumps(settings).encode() + b"\n")
            while line := await process.stdout.readline():
                answer = json.loads(line)
                if "step" not in answer:
                    return dict(answer)
                await steps(answer["step"])
                process.stdin.write(b"done\n")
            raise AssertionError((await process.stderr.read()).decode())
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_supabase_js(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    _, other_org, other = await bridge.member()

    async def step(name: str) -> None:
        if name == "notes":
            await bridge.sql("truncate notes")
            await bridge.sql(INSERT_NOTE, other_org, "not shown to mine")
            await bridge.sql(INSERT_NOTE, org, "a,b")
            await quiet()
            await bridge.sql("update notes set amount = 2.5 where org_id = %s", org)
            await quiet()
            await bridge.sql("delete from notes where org_id = %s", org)
        elif name == "send":
            await bridge.sql("select realtime.send('{\"id\": \"x\"}', 'database', %s)", f"org:{org}")
        elif name == "drop-connections":
            await bridge.bridge.disconnect_all()
        elif name == "note-after-reconnect":
            await bridge.sql(INSERT_NOTE, org, "again")
        elif name == "note-after-token":
            await bridge.sql(INSERT_NOTE, org, "no longer")

    settings = {
        "url": bridge.url.removesuffix("/realtime/v1"), "key": PUBLISHABLE,
        "token": mine, "other": other, "org": str(org),
    }  # fmt: skip
    seen = await drive_node(bridge, settings, step)
    assert set(seen) == {"1.0.0", "2.0.0"}
    for vsn, result in seen.items():
        assert result["room"][0] == "SUBSCRIBED", vsn
        assert result["systems"] == ["Subscribed to PostgreSQL"] * 2
        assert result["changes"] == [["INSERT", "a,b", []], ["UPDATE", "a,b", ["id"]], ["DELETE", None, ["id"]]]
        assert result["first"]["table"] == "notes"
        assert result["first"]["errors"] is None
        assert result["first"]["new"]["org_id"] == str(org)
        assert result["filtered"] == [["id", "title"]]
        assert result["private"][0] == "SUBSCRIBED"
        assert "You do not have permissions to read from this Channel topic" in result["refused"]
        assert result["sent"] == "ok"
        assert result["heard"]["payload"] == {"n": 1}
        assert result["tracked"] == "ok"
        assert result["untracked"] == "ok"
        assert result["http"] == {"success": True}
        assert result["overHttp"] == {"n": 2}
        assert result["fromDatabase"] == {"payload": {"id": "x"}, "meta": ["id"]}
        # One row of its own, and the key of the row that was deleted.
        assert result["theirs"] == 2
        assert result["left"] == "ok"
        assert result["afterReconnect"] == "again"
        assert result["afterToken"] == 0


async def test_python_client(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    client = await bridge.client(mine)
    changes: list[Any] = []
    systems: list[Any] = []
    heard: list[Any] = []
    states: list[Any] = []
    channel = client.channel(
        f"org:{org}",
        {
            "config": {
                "private": True,
                "broadcast": {"ack": True, "self": True},
                "presence": {"key": "p", "enabled": True},
            }
        },
    )
    channel.on_postgres_changes(
        RealtimePostgresChangesListenEvent.Insert, changes.append, table="notes", filter=f"org_id=eq.{org}"
    ).on_system(systems.append).on_broadcast("hello", heard.append)
    channel.on_presence_sync(lambda: states.append(list(channel.presence_state())))
    subscribed: list[RealtimeSubscribeStates] = []
    await channel.subscribe(lambda state, _: subscribed.append(state))
    assert subscribed == [RealtimeSubscribeStates.SUBSCRIBED]
    await until(lambda: systems)
    await bridge.sql(INSERT_NOTE, uuid4(), "theirs")
    await bridge.sql(INSERT_NOTE, org, "mine")
    await until(lambda: changes)
    await channel.send_broadcast("hello", {"n": 1})
    await channel.http_send("hello", {"n": 2})
    await bridge.sql("select realtime.send('{\"id\": 3}', 'hello', %s)", f"org:{org}")
    await until(lambda: len(heard) == 3)
    await channel.track({"at": 1})
    await until(lambda: ["p"] in states)
    await channel.untrack()
    await until(lambda: states and states[-1] == [])
    assert [change["data"]["record"]["title"] for change in changes] == ["mine"]
    assert sorted(str(message["payload"]) for message in heard) == ["{'id': 3}", "{'n': 1}", "{'n': 2}"]


async def test_python_client_is_refused_where_it_has_no_right(bridge: Bridge) -> None:
    client = await bridge.client(token(sub=uuid4()))
    outcome: list[Any] = []
    channel = client.channel(f"org:{uuid4()}", {"config": {"private": True}})  # type: ignore[typeddict-item]
    await channel.subscribe(lambda state, error: outcome.append((state, str(error))))
    assert outcome[0][0] == RealtimeSubscribeStates.CHANNEL_ERROR
    assert "You do not have permissions to read" in outcome[0][1]
    with pytest.raises(RealtimeHTTPError, match="Unauthorized"):
        await channel.http_send("hello", {})
    await channel.unsubscribe()


async def until(test: Any, seconds: float = 5) -> None:
    """Wait for something to become true."""
    async with asyncio.timeout(seconds * PATIENCE):
        while not test():  # noqa: ASYNC110  # the clients only have callbacks
            await asyncio.sleep(0.005)
