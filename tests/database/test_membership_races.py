"""Rules about members hold when two people act at the same moment."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest
from psycopg import AsyncConnection

from tests.support.database import Database
from tests.support.races import call, race


async def team(database: Database, admin: AsyncConnection[Any], plan: str = "agency") -> tuple[UUID, UUID]:
    """An owner and their organization on a plan."""
    owner = await database.create_user()
    await admin.execute("select public.update_user_tier(%s, %s)", (owner, plan))
    row = await (
        await admin.execute("select active_organization_id from public.profiles where id = %s", (owner,))
    ).fetchone()
    assert row
    return owner, row[0]


@pytest.mark.parametrize("trial", range(5))
async def test_two_owners_cannot_both_leave(database: Database, trial: int) -> None:
    admin = await database.connect()
    first, organization_id = await team(database, admin)
    second = await database.create_user()
    await admin.execute(
        "insert into public.organization_members (organization_id, user_id, role) values (%s, %s, 'owner')",
        (organization_id, second),
    )
    a = await database.connect_as_user(first, organization_id)
    b = await database.connect_as_user(second, organization_id)
    attempts = [
        call(a, "select public.leave_organization()::text"),
        call(b, "select public.leave_organization()::text"),
    ]
    if trial % 2:
        attempts[1] = call(b, "select (public.change_member_role(%s, 'admin')).role::text", second)
    answers = await race(attempts)
    assert answers.count("CONFLICT") == 1, answers
    owners = await call(
        admin,
        "select count(*) from public.organization_members where organization_id = %s and role = 'owner'",
        organization_id,
    )()
    assert owners == 1


async def test_two_direct_deletes_cannot_both_take_an_owner(database: Database) -> None:
    """The trigger alone, without the functions' lock."""
    admin = await database.connect()
    first, organization_id = await team(database, admin)
    second = await database.create_user()
    await admin.execute(
        "insert into public.organization_members (organization_id, user_id, role) values (%s, %s, 'owner')",
        (organization_id, second),
    )
    query = "delete from public.organization_members where user_id = %s and organization_id = %s returning 'gone'"
    a = await database.connect(autocommit=False)
    b = await database.connect(autocommit=False)
    assert await call(a, query, first, organization_id)() == "gone"
    waiting = asyncio.ensure_future(race([call(b, query, second, organization_id)]))
    done, _ = await asyncio.wait([waiting], timeout=0.3)
    assert not done, "the second owner is judged before the first one's departure is known"
    await a.commit()
    assert await waiting == ["CONFLICT"]


async def test_the_last_place_goes_to_one(database: Database) -> None:
    """Starter has three places, one is the owner's: of eight invited people two get in."""
    admin = await database.connect()
    owner, organization_id = await team(database, admin, "starter")
    inviter = await database.connect_as_user(owner)
    attempts = []
    for number in range(8):
        person = await database.create_user(f"invited{number}@example.test")
        token = await call(
            inviter, "select public.invite_member(%s, 'viewer') ->> 'token'", f"invited{number}@example.test"
        )()
        connection = await database.connect_as_user(person)
        attempts.append(call(connection, "select (public.accept_invitation(%s)).role::text", token))
    answers = await race(attempts)
    assert (answers.count("viewer"), answers.count("QUOTA_EXCEEDED")) == (2, 6)
    members = await call(
        admin, "select count(*) from public.organization_members where organization_id = %s", organization_id
    )()
    assert members == 3


async def test_a_token_is_accepted_once(database: Database) -> None:
    admin = await database.connect()
    owner, _ = await team(database, admin)
    person = await database.create_user("carol@example.test")
    inviter = await database.connect_as_user(owner)
    token = await call(inviter, "select public.invite_member('carol@example.test') ->> 'token'")()
    connections = [await database.connect_as_user(person) for _ in range(10)]
    answers = await race([call(c, "select (public.accept_invitation(%s)).role::text", token) for c in connections])
    assert (answers.count("creator"), answers.count("NOT_FOUND")) == (1, 9)


async def test_one_subscription_stays_live(database: Database) -> None:
    admin = await database.connect()
    _, organization_id = await team(database, admin)
    connections = [await database.connect() for _ in range(10)]
    plans = ["starter", "professional"] * 5
    query = "select (private.change_plan(%s, %s)).plan"
    answers = await race([call(c, query, organization_id, plan) for c, plan in zip(connections, plans, strict=True)])
    assert sorted(answers) == sorted(plans)
    live = "select count(*) from public.subscriptions where organization_id = %s and ended_at is null"
    assert await call(admin, live, organization_id)() == 1


async def test_a_slug_belongs_to_one_and_a_person_makes_ten(database: Database) -> None:
    person = await database.create_user()
    connections = [await database.connect_as_user(person) for _ in range(15)]
    query = "select (public.create_organization('Same', p_slug => 'same')).slug"
    answers = await race([call(c, query) for c in connections])
    assert (answers.count("same"), answers.count("CONFLICT")) == (1, 14)
    answers = await race([call(c, "select (public.create_organization('Same')).slug") for c in connections])
    # Ten a year: the personal one, the one above, and eight more.
    assert answers.count("CONFLICT") == 7
    assert len(set(answers) - {"CONFLICT"}) == 8


@pytest.mark.parametrize("first", ["joining", "deleting"])
async def test_nobody_counts_in_an_organization_that_is_deleted_meanwhile(database: Database, first: str) -> None:
    """Whichever commits first: the membership and the deletion find out about each other."""
    admin = await database.connect()
    _, organization_id = await team(database, admin)
    person = await database.create_user()
    joining = "insert into public.organization_members (organization_id, user_id, role) values (%s, %s, 'viewer')"
    deleting = "update public.organizations set deleted_at = now() where id = %s"
    a = await database.connect(autocommit=False)
    b = await database.connect(autocommit=False)
    if first == "joining":
        await a.execute(joining, (organization_id, person))
        waiting = asyncio.ensure_future(b.execute(deleting, (organization_id,)))
    else:
        await a.execute(deleting, (organization_id,))
        waiting = asyncio.ensure_future(b.execute(joining, (organization_id, person)))
    done, _ = await asyncio.wait([waiting], timeout=0.3)
    assert not done, "the second is judged before the first one's work is known"
    await a.commit()
    await waiting
    await b.commit()
    counted = await call(
        admin,
        "select count(*) from public.organization_members where organization_id = %s and is_in_force",
        organization_id,
    )()
    assert counted == 0
