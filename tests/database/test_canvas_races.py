"""What many do on one canvas at the same moment: no message is lost, no place of the plan is taken twice."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from tests.support.database import Database
from tests.support.races import call, race


async def value(connection: AsyncConnection[Any], query: str, *arguments: Any) -> Any:
    row = await (await connection.execute(query.encode(), arguments)).fetchone()
    return row[0] if row else None


async def test_every_message_of_twenty_writers_has_a_place(database: Database) -> None:
    ada: UUID = await database.create_user()
    connections = [await database.connect_as_user(ada) for _ in range(20)]
    project = await value(connections[0], "insert into public.projects (title) values ('Talk') returning id")
    chat = await value(
        connections[0], "insert into public.chat_interfaces (project_id) values (%s) returning id", project
    )
    append = "select (public.append_chat_message(%s, %s) ->> 'position')::integer"
    positions: list[int] = []
    for turn in range(5):
        positions += await race([call(c, append, chat, f"{turn} of {n}") for n, c in enumerate(connections)])
    assert sorted(positions) == list(range(100))
    assert await value(connections[0], "select count(*) from public.chat_messages") == 100
    assert await value(connections[0], "select message_count from public.chat_interfaces") == 100


async def test_one_history_in_json_would_lose_messages(database: Database) -> None:
    """The race is real: the same writers overwrite each other when a chat is one value that is read and written."""
    connections = [await database.connect() for _ in range(20)]
    await connections[0].execute(
        """
        create table public.naive (history jsonb);
        insert into public.naive values ('[]');
        create function public.naive() returns boolean language plpgsql as $$
        declare
          v_history jsonb := (select history from public.naive);
        begin
          perform pg_sleep(0.02);
          update public.naive set history = v_history || '["message"]';
          return true;
        end $$;
        """
    )
    await race([call(c, "select public.naive()") for c in connections])
    assert await value(connections[0], "select jsonb_array_length(history) from public.naive") < 20


async def test_the_plans_creators_are_never_overshot(database: Database) -> None:
    ada: UUID = await database.create_user()
    admin = await database.connect()
    connections = [await database.connect_as_user(ada) for _ in range(20)]
    follow = "select (public.follow_creator('tiktok', %s) -> 'is_active')::boolean"
    unfollow = "select public.unfollow_creator(creator_id)::text from public.followed_creators where is_active limit 1"
    used = "select sum(used)::integer from public.usage_counters where metric = 'creators'"
    for turn in range(3):
        answers = await race([call(c, follow, f"turn{turn}.{n}") for n, c in enumerate(connections)])
        assert answers.count(True) == (3 if turn == 0 else 1)
        assert set(answers) == {True, "QUOTA_EXCEEDED"}
        assert await value(admin, used) == 3
        await connections[0].execute(unfollow.encode())
        assert await value(admin, used) == 2
    # The same creator at once is one creator, and one place.
    answers = await race([call(c, follow, "Same.One" if n % 2 else "same.one") for n, c in enumerate(connections)])
    assert set(answers) == {True}
    assert await value(admin, used) == 3
    assert await value(admin, "select count(*) from private.quota_discrepancies()") == 0
