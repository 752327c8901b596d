"""Nobody makes themselves more than they are, joins uninvited, or leaves an organization without an owner."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import pytest_asyncio

from tests.support.people import Person, join, put_member, rows
from tests.support.stacks import RunningStack

ROLES = ("viewer", "client", "creator", "manager", "admin")


@dataclass(frozen=True, slots=True)
class Team:
    """An owner, a member of each lower role, and the owner of another organization."""

    owner: Person
    members: dict[str, Person]
    stranger: Person
    http: httpx.AsyncClient
    stack: RunningStack

    async def call(self, person: Person, function: str, **arguments: Any) -> tuple[int, str]:
        answer = await self.http.post(f"/rpc/{function}", json=arguments, headers=person.headers)
        return answer.status_code, answer.json()["code"] if answer.status_code >= 400 else ""

    def places(self) -> list[Any]:
        """Every membership of both organizations."""
        query = "select to_jsonb(m)::text from public.organization_members as m where organization_id = any(%s)"
        return sorted(rows(self.stack, query, [self.owner.organization, self.stranger.organization]))


@pytest_asyncio.fixture(scope="module")
async def team(stack: RunningStack) -> AsyncIterator[Team]:
    owner, stranger = await join(stack, "owner"), await join(stack, "stranger")
    members = {role: await join(stack, role) for role in ROLES}
    for role, person in members.items():
        put_member(stack, owner.organization, person, role)
    async with httpx.AsyncClient(base_url=stack.rest_url, timeout=30) as http:
        yield Team(owner, members, stranger, http, stack)


@pytest.mark.parametrize("role", ROLES)
async def test_a_member_does_not_promote_themselves(team: Team, role: str) -> None:
    person, before = team.members[role], team.places()
    own = {"user_id": f"eq.{person.id}", "organization_id": f"eq.{team.owner.organization}"}
    seen = await team.http.get("/organization_members", params=own | {"select": "role"}, headers=person.headers)
    assert seen.json() == [{"role": role}], "the filter below would reach the row"
    for column, value in (("role", "owner"), ("client_account_id", None), ("permissions", {"all": True})):
        answer = await team.http.patch(
            "/organization_members", params=own, json={column: value}, headers=person.headers
        )
        assert (answer.status_code, answer.json()["code"]) == (403, "42501")
    assert await team.call(person, "change_member_role", p_user_id=str(person.id), p_role="owner") == (403, "FORBIDDEN")
    assert await team.call(person, "transfer_ownership", p_user_id=str(person.id)) == (403, "FORBIDDEN")
    above = str(team.owner.id)
    assert await team.call(person, "remove_member", p_user_id=above) == (403, "FORBIDDEN")
    assert await team.call(person, "change_member_role", p_user_id=above, p_role="viewer") == (403, "FORBIDDEN")
    assert await team.call(person, "set_member_status", p_user_id=above, p_status="inactive") == (403, "FORBIDDEN")
    assert team.places() == before


@pytest.mark.parametrize("role", ["owner", *ROLES])
async def test_nobody_puts_themselves_into_another_organization(team: Team, role: str) -> None:
    person, before = team.owner if role == "owner" else team.members[role], team.places()
    target = str(team.stranger.organization)
    row = {"organization_id": target, "user_id": str(person.id), "role": "viewer"}
    for headers in (person.headers, person.within(team.stranger.organization)):
        inserted = await team.http.post("/organization_members", json=row, headers=headers)
        assert (inserted.status_code, inserted.json()["code"]) == (403, "42501")
        upserted = await team.http.post(
            "/organization_members", json=row, headers=headers | {"prefer": "resolution=merge-duplicates"}
        )
        assert (upserted.status_code, upserted.json()["code"]) == (403, "42501")
        moved = await team.http.patch(
            "/organization_members", params={"user_id": f"eq.{person.id}"}, json={"organization_id": target},
            headers=headers,
        )  # fmt: skip
        assert (moved.status_code, moved.json()["code"]) == (403, "42501")
    assert await team.call(person, "switch_organization", p_organization_id=target) == (404, "NOT_FOUND")
    assert await team.call(person, "delete_organization", p_organization_id=target) == (404, "NOT_FOUND")
    assert team.places() == before


async def test_an_invitation_is_for_one_address(team: Team, stack: RunningStack) -> None:
    guest = await join(stack, "guest")
    made = await team.http.post(
        "/rpc/invite_member", json={"p_email": guest.email, "p_role": "viewer"}, headers=team.owner.headers
    )
    if made.status_code == 402:  # pragma: no cover
        pytest.fail("inviting is free; accepting takes a place")
    token, before = made.json()["token"], team.places()
    assert await team.call(team.stranger, "accept_invitation", p_token=token) == (403, "FORBIDDEN")
    assert await team.call(guest, "accept_invitation", p_token=token[:-1] + "x") == (404, "NOT_FOUND")
    for column in ("token_hash", "*"):
        hidden = await team.http.get("/organization_invitations", params={"select": column}, headers=team.owner.headers)
        assert (hidden.status_code, hidden.json()["code"]) == (403, "42501")
    assert team.places() == before
    rows(stack, "select public.update_user_tier(%s, 'enterprise')", team.owner.id)
    assert await team.call(guest, "accept_invitation", p_token=token) == (200, "")
    assert (await team.call(guest, "accept_invitation", p_token=token))[0] == 404, "once"
    assert len(team.places()) == len(before) + 1


@pytest.mark.parametrize("way", ["remove", "demote", "shut out", "leave"])
async def test_the_last_owner_stays(team: Team, way: str) -> None:
    me, before = str(team.owner.id), team.places()
    answer = await {
        "remove": lambda: team.call(team.owner, "remove_member", p_user_id=me),
        "demote": lambda: team.call(team.owner, "change_member_role", p_user_id=me, p_role="admin"),
        "shut out": lambda: team.call(team.owner, "set_member_status", p_user_id=me, p_status="inactive"),
        "leave": lambda: team.call(team.owner, "leave_organization"),
    }[way]()
    assert answer == (409, "CONFLICT")
    deleted = await team.http.delete(
        "/organization_members", params={"user_id": f"eq.{me}"}, headers=team.owner.headers
    )
    assert (deleted.status_code, deleted.json()["code"]) == (403, "42501")
    assert team.places() == before
