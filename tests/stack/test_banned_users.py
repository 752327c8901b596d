"""Who is banned or deleted gets no new session, in GoTrue's words; the refresh token is good again after the ban."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import uuid4

import httpx
import psycopg
import pytest
import pytest_asyncio

from tests.support.stacks import RunningStack, sign_up

PASSWORD = "correct horse battery"


@dataclass
class Person:
    """Somebody signed in, and what an operator does to them."""

    http: httpx.AsyncClient
    headers: dict[str, str]
    admin: psycopg.AsyncConnection[tuple[object, ...]]
    email: str
    refresh_token: str

    async def token(self, grant: str, **body: str) -> httpx.Response:
        return await self.http.post(f"/auth/v1/token?grant_type={grant}", headers=self.headers, json=body)

    async def refresh(self) -> httpx.Response:
        return await self.token("refresh_token", refresh_token=self.refresh_token)

    async def sign_in(self) -> httpx.Response:
        return await self.token("password", email=self.email.upper(), password=PASSWORD)

    async def change(self, assignment: str) -> None:
        await self.admin.execute(f"update auth.users set {assignment} where email = %s".encode(), (self.email,))


@pytest_asyncio.fixture
async def person(stack: RunningStack, http: httpx.AsyncClient) -> AsyncIterator[Person]:
    email = f"{uuid4().hex[:12]}@example.test"
    session = await (await sign_up(stack, email, PASSWORD)).auth.get_session()
    assert session is not None
    async with await psycopg.AsyncConnection.connect(stack.superuser_url(), autocommit=True) as admin:
        yield Person(http, {"apikey": stack.publishable_key}, admin, email, session.refresh_token)


def words(answer: httpx.Response) -> tuple[int, str, str]:
    return answer.status_code, answer.json()["error_code"], answer.json()["msg"]


async def test_a_ban_holds_while_it_lasts(person: Person) -> None:
    await person.change("banned_until = now() + interval '1 hour'")
    assert words(await person.refresh()) == (400, "user_banned", "Invalid Refresh Token: User Banned")
    assert words(await person.sign_in()) == (400, "user_banned", "User is banned")
    assert (await person.refresh()).headers["x-sb-error-code"] == "user_banned"
    await person.change("banned_until = now() - interval '1 second'")
    assert (await person.refresh()).status_code == 200
    assert (await person.sign_in()).status_code == 200


async def test_a_deleted_user_is_unknown(person: Person) -> None:
    await person.change("deleted_at = now()")
    code = "refresh_token_not_found"
    assert words(await person.refresh()) == (400, code, "Invalid Refresh Token: Refresh Token Not Found")
    assert words(await person.sign_in()) == (400, "invalid_credentials", "Invalid login credentials")


@pytest.mark.parametrize("how", ["token_hash", "link"])
async def test_a_mailed_link_opens_nothing_for_the_banned(person: Person, how: str) -> None:
    token = uuid4().hex
    await person.change(f"recovery_token = '{token}', recovery_sent_at = now(), banned_until = 'infinity'")
    if how == "link":
        answer = await person.http.get(f"/auth/v1/verify?type=recovery&token={token}")
        assert "access_token" not in answer.headers.get("location", "")
    else:
        body = {"type": "recovery", "token_hash": token}
        answer = await person.http.post("/auth/v1/verify", headers=person.headers, json=body)
    assert words(answer) == (403, "user_banned", "User is banned")


@pytest.mark.parametrize("body", [{}, {"refresh_token": 1}, {"refresh_token": "\u0000"}, {"email": [], "password": {}}])
@pytest.mark.parametrize("grant", ["refresh_token", "password", "pkce", ""])
async def test_nonsense_is_a_client_error(
    stack: RunningStack, http: httpx.AsyncClient, grant: str, body: dict[str, object]
) -> None:
    path, headers = f"/auth/v1/token?grant_type={grant}", {"apikey": stack.publishable_key}
    assert 400 <= (await http.post(path, headers=headers, json=body)).status_code < 500
