"""postgres_changes: what is delivered, in which form, and above all what is not."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.stack.realtime.support import Bridge, quiet, token

NOTES = {"event": "*", "schema": "public", "table": "notes"}
ITEMS = {"event": "*", "schema": "public", "table": "items"}


async def test_insert_update_delete_without_row_security(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.subscribe("room", ITEMS)
    await bridge.sql("insert into items values (1, 'pen', 1.50, 3, true, '2026-01-02 03:04:05.678+00', null)")
    await bridge.sql("update items set stock = 2 where id = 1")
    await bridge.sql("delete from items where id = 1")
    insert, update, delete = await socket.wait_changes(3)
    assert insert["type"] == "INSERT"
    assert insert["schema"] == "public"
    assert insert["table"] == "items"
    assert insert["record"] == {
        "id": 1, "name": "pen", "price": 1.50, "stock": 3, "active": True,
        "added": "2026-01-02T03:04:05.678+00:00", "long_text": None,
    }  # fmt: skip
    assert "old_record" not in insert
    assert insert["errors"] is None
    assert {"name": "price", "type": "numeric"} in insert["columns"]
    assert insert["commit_timestamp"].endswith("Z")
    assert len(insert["commit_timestamp"]) == len("2026-01-01T00:00:00.000Z")
    assert update["record"]["stock"] == 2
    assert update["old_record"] == {"id": 1}
    assert delete["old_record"] == {"id": 1}
    assert "record" not in delete


async def test_rows_of_others_are_never_delivered(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.subscribe("room", NOTES, access_token=mine)
    await bridge.sql("insert into notes (org_id, title) values (%s, 'theirs')", uuid4())
    await bridge.sql("insert into notes (org_id, title) values (%s, 'mine')", org)
    await socket.wait_changes(1)
    await quiet()
    assert [change["record"]["title"] for change in socket.changes()] == ["mine"]


async def test_values_have_their_types(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.subscribe("room", NOTES, access_token=mine)
    await bridge.sql(
        """
        insert into notes values (
          default, %s, 'a "b", c', 12345678901234567890.123, 7, false, '2026-01-02 03:04:05+00',
          '{a,NULL,"b c"}', '{"k": [1, null]}', 'busy', '(1,2)', 'unreadable')
        """,
        org,
    )
    (change,) = await socket.wait_changes(1)
    record = change["record"]
    assert "secret" not in record
    assert "secret" not in [column["name"] for column in change["columns"]]
    assert record["title"] == 'a "b", c'
    assert record["is_done"] is False
    assert record["due"] == "2026-01-02T03:04:05+00:00"
    assert record["tags"] == ["a", None, "b c"]
    assert record["meta"] == {"k": [1, None]}
    assert record["mood"] == "busy"
    assert record["spot"] == {"x": 1, "y": 2}
    assert b"12345678901234567890.123" in str(socket.raw).encode()


async def test_token_of_nobody_sees_nothing(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.subscribe("room", NOTES, access_token=token(sub=uuid4()))
    await bridge.sql("insert into notes (org_id) values (%s)", uuid4())
    await quiet()
    assert socket.changes() == []


@pytest.mark.parametrize("table", ["hidden", "notes"])
async def test_role_without_select_gets_an_error_and_no_data(bridge: Bridge, table: str) -> None:
    socket = await bridge.socket()
    await socket.subscribe("room", {"event": "*", "schema": "public", "table": table})
    if table == "hidden":
        await bridge.sql("insert into hidden values (1)")
    else:
        await bridge.sql("insert into notes (org_id, title) values (%s, 'x')", uuid4())
    (change,) = await socket.wait_changes(1)
    assert change["errors"] == ["Error 401: Unauthorized"]
    assert change["record"] == {}
    assert change["columns"] == []
