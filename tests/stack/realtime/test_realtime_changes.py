"""postgres_changes: what is delivered, in which form, and above all what is not."""

from __future__ import annotations

from typing import Any
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


FILTERS = {
    "id=eq.2": [2],
    "id=neq.2": [1, 3, 4],
    "id=lt.2": [1],
    "id=lte.2": [1, 2],
    "id=gt.10": [],
    "id=gte.3": [3, 4],
    # As text "9.5" is greater than "10".
    "price=gt.9.5": [2, 3],
    "price=eq.10": [2],
    "price=eq.10.000": [2],
    "id=in.(1,3)": [1, 3],
    'name=in.("a,b",plain)': [1, 2],
    "name=like.pl%": [2],
    "name=ilike.PL%": [2, 3],
    "name=not.like.pl%": [1, 3],
    "name=is.null": [4],
    "name=not.is.null": [1, 2, 3],
    "active=is.true": [1],
    "active=is.unknown": [4],
    "active=not.is.false": [1, 4],
    "name=match.^p": [2],
    "name=imatch.^p": [2, 3],
    "name=not.imatch.^p": [1],
    "name=isdistinct.plain": [1, 3, 4],
    "name=not.isdistinct.plain": [2],
    "name=not.eq.plain": [1, 3],
    "id=not.in.(1,2)": [3, 4],
    "id=gt.1,id=lt.4": [2, 3],
    'name=eq."a,b"': [1],
    "added=gte.2026-01-01T12:00:00+02:00": [1, 3],
    "active=eq.true,price=lt.5,name=ilike.%A%": [1],
    "": [1, 2, 3, 4],
}


async def test_every_filter_operator(bridge: Bridge) -> None:
    sockets = {}
    for text in FILTERS:
        sockets[text] = await bridge.socket()
        await sockets[text].subscribe("room", ITEMS | {"filter": text})
    await bridge.sql(
        """
        insert into items (id, name, price, active, added) values
          (1, 'a,b', 1.5, true, '2026-01-01 10:00+00'),
          (2, 'plain', 10.0, false, '2026-01-01 09:59+00'),
          (3, 'Plain 3', 100, false, '2026-02-01'),
          (4, null, null, null, null)
        """
    )
    for text, expected in FILTERS.items():
        await sockets[text].wait_changes(len(expected))
    await quiet()
    found = {text: [change["record"]["id"] for change in socket.changes()] for text, socket in sockets.items()}
    assert found == FILTERS


@pytest.mark.parametrize(
    ("binding", "message"),
    [
        ({"schema": "public", "table": "unpublished"}, "Please check Realtime is enabled"),
        ({"schema": "public", "table": "items", "filter": "nothing=eq.1"}, "invalid column for filter nothing"),
        ({"schema": "public", "table": "items", "filter": "id=foo.1"}, "Error parsing `filter` params"),
        ({"schema": "public", "table": "items", "filter": "id=eq.one"}, "invalid input syntax for type integer"),
        ({"schema": "public", "table": "items", "filter": "id=in.1"}, "wrapped by parentheses"),
        ({"schema": "public", "table": "items", "filter": "id=eq.1,"}, "empty segments"),
        ({"schema": "public", "table": "items", "filter": "name=match.("}, "invalid regular expression"),
        ({"schema": "public", "table": "items", "filter": "id=like.1"}, "operator does not exist"),
        ({"schema": "public", "table": "items", "filter": "id=is.true"}, "must be type boolean"),
        ({"schema": "public", "table": "items", "filter": "name=is.maybe"}, "must be null, true, false, or unknown"),
        (
            {"schema": "public", "table": "items", "filter": f"id=in.({','.join(map(str, range(101)))})"},
            "too many values",
        ),
        ({"schema": "public", "table": "items", "select": ["nothing"]}, "invalid column for select nothing"),
        ({"schema": "public", "select": ["id"]}, "Column selection is not supported for wildcard"),
        ({"schema": "public", "table": "notes", "filter": "secret=eq.x"}, "invalid column for filter secret"),
        ({}, "No subscription params provided"),
    ],
)
async def test_bad_parameters_are_named(bridge: Bridge, binding: dict[str, Any], message: str) -> None:
    socket = await bridge.socket()
    reply = await socket.join("room", token(sub=uuid4()), postgres_changes=[{"event": "*", **binding}])
    assert reply["status"] == "ok"
    system = await socket.wait_event("system")
    assert system["status"] == "error"
    assert system["extension"] == "postgres_changes"
    assert message in system["message"]
    await bridge.sql("insert into items (id) values (1)")
    await quiet()
    assert socket.changes() == []


async def test_actions_and_wildcards(bridge: Bridge) -> None:
    deletes, schema, everything = await bridge.socket(), await bridge.socket(), await bridge.socket()
    await deletes.subscribe("room", ITEMS | {"event": "DELETE"})
    await schema.subscribe("room", {"event": "INSERT", "schema": "public"})
    await everything.subscribe("room", {"event": "*", "schema": "*"})
    await bridge.sql("insert into items (id) values (1)")
    await bridge.sql("insert into full_items (id) values (1)")
    await bridge.sql("delete from items")
    await everything.wait_changes(3)
    await quiet()
    assert [(c["table"], c["type"]) for c in deletes.changes()] == [("items", "DELETE")]
    assert [(c["table"], c["type"]) for c in schema.changes()] == [("items", "INSERT"), ("full_items", "INSERT")]
    assert len(everything.changes()) == 3


async def test_one_message_names_all_bindings_that_match(bridge: Bridge) -> None:
    socket = await bridge.socket()
    reply = await socket.join(
        "room",
        postgres_changes=[ITEMS, ITEMS | {"filter": "id=eq.1"}, ITEMS | {"filter": "id=eq.2"}],
    )
    ids = [binding["id"] for binding in reply["response"]["postgres_changes"]]
    assert [b.get("filter") for b in reply["response"]["postgres_changes"]] == [None, "id=eq.1", "id=eq.2"]
    await socket.wait_event("system")
    await bridge.sql("insert into items (id) values (1)")
    await socket.wait_changes(1)
    await quiet()
    assert [payload["ids"] for payload in socket.payloads("postgres_changes")] == [ids[:2]]


async def test_selected_columns_and_the_key(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.subscribe("room", ITEMS | {"select": ["name"]})
    await bridge.sql("insert into items (id, name, stock) values (1, 'pen', 3)")
    (change,) = await socket.wait_changes(1)
    assert change["record"] == {"id": 1, "name": "pen"}
    assert [column["name"] for column in change["columns"]] == ["id", "name"]


async def test_old_record_with_full_replica_identity(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    socket, secured = await bridge.socket(), await bridge.socket()
    await socket.subscribe("room", {"event": "*", "schema": "public", "table": "full_items"})
    await secured.subscribe("room", {"event": "*", "schema": "public", "table": "full_notes"}, access_token=mine)
    await bridge.sql("insert into full_items values (1, 'before')")
    await bridge.sql("update full_items set name = 'after'")
    await bridge.sql("delete from full_items")
    _, update, delete = await socket.wait_changes(3)
    assert update["old_record"] == {"id": 1, "name": "before"}
    assert delete["old_record"] == {"id": 1, "name": "after"}
    await bridge.sql("insert into full_notes (org_id, title) values (%s, 'before')", org)
    await secured.wait_changes(1)
    await bridge.sql("update full_notes set title = 'after'")
    await secured.wait_changes(2)
    await bridge.sql("delete from full_notes")
    _, update, delete = await secured.wait_changes(3)
    assert update["old_record"]["title"] == "before"
    assert list(delete["old_record"]) == ["id"]


async def test_a_changed_key_tells_the_old_one(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.subscribe("room", ITEMS)
    await bridge.sql("insert into items (id) values (1)")
    await bridge.sql("update items set id = 5")
    _, update = await socket.wait_changes(2)
    assert (update["old_record"], update["record"]["id"]) == ({"id": 1}, 5)


async def test_long_values_that_an_update_left_alone_are_there(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.subscribe("room", ITEMS)
    text = "".join(str(uuid4()) for _ in range(2000))
    await bridge.sql("insert into items (id, long_text) values (1, %s)", text)
    await bridge.sql("update items set stock = 1")
    _, update = await socket.wait_changes(2)
    assert update["record"]["long_text"] == text


async def test_rows_beyond_the_size_limit_lose_their_long_values(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.subscribe("room", ITEMS)
    await bridge.sql("insert into items (id, name, long_text) values (1, 'pen', repeat('x', 1100000))")
    (change,) = await socket.wait_changes(1)
    assert change["errors"] == ["Error 413: Payload Too Large"]
    assert change["record"]["name"] == "pen"
    assert "long_text" not in change["record"]


async def test_a_version_that_was_hidden_is_not_told_later(bridge: Bridge) -> None:
    """Inside one transaction the row is theirs first and mine at the end: only the end may be seen."""
    _, org, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.subscribe("room", NOTES, access_token=mine)
    note = uuid4()
    async with await bridge.connect(autocommit=False) as connection:
        await connection.execute("insert into notes (id, org_id, title) values (%s, %s, 'theirs')", (note, uuid4()))
        await connection.execute("update notes set org_id = %s, title = 'mine' where id = %s", (org, note))
        await connection.commit()
    await socket.wait_changes(1)
    await quiet()
    assert {change["record"]["title"] for change in socket.changes()} == {"mine"}
    assert {change["record"]["org_id"] for change in socket.changes()} == {str(org)}


async def test_a_row_that_moves_away_is_not_delivered(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.subscribe("room", NOTES | {"event": "UPDATE"}, access_token=mine)
    await bridge.sql("insert into notes (org_id, title) values (%s, 'x')", org)
    await quiet()
    await bridge.sql("update notes set org_id = %s, title = 'gone'", uuid4())
    await quiet()
    assert socket.changes() == []


async def test_revoked_membership_stops_delivery_at_once(bridge: Bridge) -> None:
    user, org, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.subscribe("room", NOTES, access_token=mine)
    await bridge.sql("insert into notes (org_id, title) values (%s, 'before')", org)
    await socket.wait_changes(1)
    await bridge.sql("delete from members where user_id = %s", user)
    await bridge.sql("insert into notes (org_id, title) values (%s, 'after')", org)
    await quiet()
    assert [change["record"]["title"] for change in socket.changes()] == ["before"]


async def test_new_token_of_somebody_else(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    _, other_org, other = await bridge.member()
    socket = await bridge.socket()
    await socket.subscribe("room", NOTES, access_token=mine)
    await socket.send("realtime:room", "access_token", {"access_token": other})
    await socket.until(lambda: len(socket.payloads("system")) >= 2)
    await bridge.sql("insert into notes (org_id, title) values (%s, 'first')", org)
    await bridge.sql("insert into notes (org_id, title) values (%s, 'second')", other_org)
    await socket.wait_changes(1)
    await quiet()
    assert [change["record"]["title"] for change in socket.changes()] == ["second"]


async def test_deletes_tell_only_the_key(bridge: Bridge) -> None:
    _, _, mine = await bridge.member()
    socket = await bridge.socket()
    await socket.subscribe("room", NOTES, access_token=mine)
    await bridge.sql("insert into notes (org_id, title) values (%s, 'theirs')", uuid4())
    await bridge.sql("delete from notes")
    (change,) = await socket.wait_changes(1)
    assert change["type"] == "DELETE"
    assert list(change["old_record"]) == ["id"]


async def test_a_failing_policy_delivers_nothing_and_stops_nobody(bridge: Bridge) -> None:
    _, org, mine = await bridge.member()
    broken, fine = await bridge.socket(), await bridge.socket()
    await broken.subscribe("room", NOTES, access_token=token(sub=None, role="authenticated", broken="x"))
    await fine.subscribe("room", NOTES, access_token=mine)
    async with await bridge.connect() as connection:
        await connection.execute(
            "create policy broken on notes for select to authenticated "
            "using ((auth.jwt() ->> 'broken')::integer is not null)"
        )
        await connection.execute("insert into notes (org_id, title) values (%s, 'mine')", (org,))
        await fine.wait_changes(1)
        await quiet()
        await connection.execute("drop policy broken on notes")
    assert broken.changes() == []
    assert len(fine.changes()) == 1


async def test_rolled_back_changes_do_not_exist(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.subscribe("room", ITEMS)
    async with await bridge.connect(autocommit=False) as connection:
        await connection.execute("insert into items (id) values (1)")
        await connection.rollback()
        await connection.execute("insert into items (id) values (2)")
        await connection.execute("savepoint inner_part")
        await connection.execute("insert into items (id) values (3)")
        await connection.execute("rollback to savepoint inner_part")
        await connection.commit()
    await socket.wait_changes(1)
    await quiet()
    assert [change["record"]["id"] for change in socket.changes()] == [2]


async def test_nothing_comes_after_leaving(bridge: Bridge) -> None:
    socket = await bridge.socket()
    await socket.subscribe("room", ITEMS)
    await socket.send("realtime:room", "phx_leave", {})
    await socket.wait_event("phx_close")
    await bridge.sql("insert into items (id) values (1)")
    await quiet()
    assert socket.changes() == []
