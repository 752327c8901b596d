"""People who signed up through /auth/v1, and what they send with plain HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx
import psycopg

from tests.support.stacks import RunningStack, access_token, sign_up


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person, their own organization, and the headers they send."""

    email: str
    id: UUID
    organization: UUID
    headers: dict[str, str]

    @property
    def token(self) -> str:
        """Their access token."""
        return self.headers["authorization"].removeprefix("Bearer ")

    def within(self, organization: UUID) -> dict[str, str]:
        """The headers that ask to act in an organization."""
        return self.headers | {"x-organization-id": str(organization)}


async def join(stack: RunningStack, name: str) -> Person:
    """Sign a person up; the trigger gives them an organization of their own."""
    email = f"{name}-{uuid4().hex[:8]}@example.test"
    client = await sign_up(stack, email)
    headers = {"apikey": stack.publishable_key, "authorization": f"Bearer {await access_token(client)}"}
    async with httpx.AsyncClient(base_url=stack.rest_url, headers=headers) as http:
        found = (await http.get("/profiles", params={"select": "id,active_organization_id"})).raise_for_status().json()
    return Person(email, UUID(found[0]["id"]), UUID(found[0]["active_organization_id"]), headers)


def rows(stack: RunningStack, query: str, *parameters: Any) -> list[Any]:
    """What is really stored, read as the superuser."""
    with psycopg.connect(stack.superuser_url(), autocommit=True) as connection:
        return connection.execute(query.encode(), parameters).fetchall()


def put_member(stack: RunningStack, organization: UUID, person: Person, role: str) -> None:
    """Make somebody a member without an invitation, and act there from now on."""
    with psycopg.connect(stack.superuser_url()) as connection:
        connection.execute(
            "insert into public.organization_members (organization_id, user_id, role) values (%s, %s, %s)",
            (organization, person.id, role),
        )
        connection.execute(
            "update public.profiles set active_organization_id = %s where id = %s", (organization, person.id)
        )
