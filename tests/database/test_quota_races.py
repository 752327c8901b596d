"""Limits hold whatever the concurrency, and every counter is the sum of its ledger."""

from __future__ import annotations

import random
from typing import Any
from uuid import UUID

import pytest
from psycopg import AsyncConnection

from tests.support.database import Database
from tests.support.races import call, race

RESERVE = "select private.reserve_quota(%s, 'generations', %s)::text"


async def organization_of(connection: AsyncConnection[Any], user_id: UUID) -> UUID:
    row = await (
        await connection.execute("select active_organization_id from public.profiles where id = %s", (user_id,))
    ).fetchone()
    assert row
    return UUID(str(row[0]))


async def counters(connection: AsyncConnection[Any], organization_id: UUID, metric: str) -> tuple[int, int]:
    row = await (
        await connection.execute(
            "select coalesce(sum(used), 0)::int, coalesce(sum(reserved), 0)::int from public.usage_counters"
            " where organization_id = %s and metric = %s",
            (organization_id, metric),
        )
    ).fetchone()
    assert row
    return row[0], row[1]


async def discrepancies(connection: AsyncConnection[Any]) -> list[Any]:
    return await (await connection.execute("select * from private.quota_discrepancies()")).fetchall()


async def test_fifty_at_once_against_ten_admit_exactly_ten(database: Database) -> None:
    connections = [await database.connect() for _ in range(50)]
    for _ in range(5):
        organization_id = await organization_of(connections[0], await database.create_user())
        answers = await race([call(c, RESERVE, organization_id, 1) for c in connections])
        assert answers.count("QUOTA_EXCEEDED") == 40
        assert len([answer for answer in answers if answer != "QUOTA_EXCEEDED"]) == 10
        assert await counters(connections[0], organization_id, "generations") == (0, 10)
    assert await discrepancies(connections[0]) == []


async def test_a_check_before_the_write_would_overshoot(database: Database) -> None:
    """The race is real: the same callers break a limit that is read first and written later."""
    connections = [await database.connect() for _ in range(50)]
    await connections[0].execute(
        """
        create table public.naive (used integer);
        insert into public.naive values (0);
        create function public.naive() returns boolean language plpgsql as $$
        begin
          if (select used >= 10 from public.naive) then
            return false;
          end if;
          perform pg_sleep(0.02);
          update public.naive set used = used + 1;
          return true;
        end $$;
        """
    )
    answers = await race([call(c, "select public.naive()") for c in connections])
    assert answers.count(True) > 10


async def test_the_sources_quota_call_never_overshoots(database: Database) -> None:
    """Forty members of the API's own role ask for the three videos of the free plan, fifteen times over."""
    admin = await database.connect()
    connections = [await database.connect_as("authenticated") for _ in range(40)]
    for _ in range(15):
        user_id = await database.create_user()
        for connection in connections:
            await connection.execute(
                "select set_config('request.jwt.claims', json_build_object('sub', %s::text,"
                " 'role', 'authenticated')::text, false)",
                (str(user_id),),
            )
        query = "select public.check_and_update_user_quota(%s, 1) ->> 'success'"
        answers = await race([call(c, query, user_id) for c in connections])
        assert (answers.count("true"), answers.count("false")) == (3, 37)
        organization_id = await organization_of(admin, user_id)
        assert await counters(admin, organization_id, "videos") == (3, 0)
    assert await discrepancies(admin) == []


async def test_settling_last_month_gives_nothing_to_this_one(database: Database) -> None:
    """Work of the old period ends during a burst of the new one: each month keeps its own limit."""
    connections = [await database.connect() for _ in range(30)]
    admin = connections[0]
    organization_id = await organization_of(admin, await database.create_user())
    await admin.execute(
        "insert into public.usage_counters (organization_id, metric, period_start, reserved)"
        " values (%s, 'generations', '2026-01-01', 10)",
        (organization_id,),
    )
    await admin.execute(
        "insert into public.usage_ledger (organization_id, metric, period_start, operation, amount, used_after,"
        " reserved_after) values (%s, 'generations', '2026-01-01', 'reserve', 10, 0, 10)",
        (organization_id,),
    )
    settle = "select private.{}(%s, 'generations', '2026-01-01', 1)::text"
    attempts = [call(c, settle.format("release_quota"), organization_id) for c in connections[:5]]
    attempts += [call(c, settle.format("commit_quota"), organization_id) for c in connections[5:10]]
    attempts += [call(c, RESERVE, organization_id, 1) for c in connections[10:]]
    answers = await race(attempts)
    assert answers[:10].count(None) == 10
    assert answers[10:].count("QUOTA_EXCEEDED") == 10
    assert await counters(admin, organization_id, "generations") == (5, 10)
    assert await discrepancies(admin) == []


async def test_one_reservation_reported_many_times_is_given_back_once(database: Database) -> None:
    connections = [await database.connect() for _ in range(20)]
    organization_id = await organization_of(connections[0], await database.create_user())
    period = await call(connections[0], RESERVE, organization_id, 2)()
    query = "select private.release_quota(%s, 'generations', %s, 2)::text"
    answers = await race([call(c, query, organization_id, period) for c in connections])
    assert (answers.count(None), answers.count("INTERNAL_ERROR")) == (1, 19)
    assert await counters(connections[0], organization_id, "generations") == (0, 0)
    assert await discrepancies(connections[0]) == []


@pytest.mark.parametrize("seed", range(3))
async def test_counters_follow_the_ledger_through_any_mixture(database: Database, seed: int) -> None:
    """Random reservations, settlements and roll-backs on few counters, from many connections."""
    chance = random.Random(seed)
    connections = [await database.connect(autocommit=False) for _ in range(12)]
    admin = await database.connect()
    organizations = [await organization_of(admin, await database.create_user()) for _ in range(3)]
    plans = [
        [(chance.choice(organizations), chance.randint(1, 4), chance.random()) for _ in range(25)] for _ in connections
    ]

    async def work(connection: AsyncConnection[Any], steps: list[tuple[UUID, int, float]]) -> None:
        for organization_id, amount, fate in steps:
            answer = (await race([call(connection, RESERVE, organization_id, amount)]))[0]
            if answer == "QUOTA_EXCEEDED" or fate < 0.2:
                await connection.rollback()
                continue
            await connection.commit()
            verb = "commit_quota" if fate > 0.9 else "release_quota"
            query = f"select private.{verb}(%s, 'generations', %s, %s)::text"
            assert (await race([call(connection, query, organization_id, answer, amount)]))[0] is None
            await connection.commit()

    await race([lambda c=c, steps=steps: work(c, steps) for c, steps in zip(connections, plans, strict=True)])
    for organization_id in organizations:
        used, reserved = await counters(admin, organization_id, "generations")
        assert reserved == 0
        assert 0 <= used <= 10
    assert await discrepancies(admin) == []
