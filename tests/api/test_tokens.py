"""A token opens what its signature proves, on REST, Storage and Realtime; what else it says opens nothing."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import jwt
import pytest
import pytest_asyncio
import websockets

from tests.support.people import Person, join, rows
from tests.support.stacks import RunningStack

TOUCH = "update public.organization_members set permissions = '{}' where organization_id = %s returning 1"
SECRET = "canary of the other tenant"
ROLES = (
    "postgres", "supabase_admin", "catalyst_worker", "gateway", "gateway_catalog", "authenticator",
    "supabase_auth_admin", "supabase_storage_admin", "supabase_realtime_admin", "pg_read_all_data", "none", "",
    "nobody at all",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """A, who cheats; B, with an object in Storage; and a client without any header."""

    a: Person
    b: Person
    stack: RunningStack
    http: httpx.AsyncClient

    def sign(self, key: str | None = None, algorithm: str = "HS256", **changes: Any) -> str:
        """A's own token with changes."""
        claims = jwt.decode(self.a.token, options={"verify_signature": False}) | changes
        return jwt.encode(claims, key or self.stack.jwt_secret, algorithm=algorithm)

    async def ask(self, service: str, token: str) -> httpx.Response:
        paths = {
            "rest": "/rest/v1/organizations?select=id,name",
            "profiles": "/rest/v1/profiles?select=id",
            "storage": f"/storage/v1/object/assets/{self.b.organization}/secret.txt",
            "auth": "/auth/v1/user",
        }
        headers = {"apikey": self.stack.publishable_key, "authorization": f"Bearer {token}"}
        return await self.http.get(paths[service], headers=headers)

    async def handshake(self, key: str) -> int:
        """The status of opening the websocket with this as API key: 101 when it opens."""
        try:
            async with websockets.connect(self._socket(key)):
                return 101
        except websockets.InvalidStatus as refused:
            return refused.response.status_code

    async def subscribe(
        self, token: str, organization: str, *, private: bool = True, seconds: float = 2
    ) -> tuple[str, list[Any]]:
        """Join a private topic, or the changes of a table: the reply's status, and every frame that came.

        `seconds` is how long changes are waited for, which end it when they come.
        """
        config: dict[str, Any] = {"private": private}
        if not private:
            config["postgres_changes"] = [{"event": "*", "schema": "public", "table": "organization_members"}]
        topic = f"realtime:org:{organization}:jobs" if private else "realtime:changes"
        came: list[Any] = []
        async with websockets.connect(self._socket(self.stack.publishable_key)) as socket:
            join = {"topic": topic, "event": "phx_join", "ref": "1", "join_ref": "1"}
            await socket.send(json.dumps(join | {"payload": {"config": config, "access_token": token}}))
            status = ""
            until = time.monotonic() + (30 if private else seconds)
            while time.monotonic() < until:
                try:
                    frame = json.loads(await asyncio_timeout(socket.recv(), until - time.monotonic()))
                except TimeoutError:
                    break
                came.append(frame)
                if frame["event"] == "phx_reply" and frame["ref"] == "1":
                    status = frame["payload"]["status"]
                    if private or status == "error":
                        break
                if frame["event"] == "postgres_changes":
                    break
                if frame["event"] == "system" and not private:
                    rows(self.stack, TOUCH, organization)
        return status, came

    def _socket(self, key: str) -> str:
        return f"{self.stack.url.replace('http', 'ws')}/realtime/v1/websocket?apikey={key}&vsn=1.0.0"


async def asyncio_timeout(awaitable: Any, seconds: float) -> Any:
    """`asyncio.wait_for`, never with a negative time."""
    return await asyncio.wait_for(awaitable, max(seconds, 0.01))


@pytest_asyncio.fixture(scope="module")
async def scene(stack: RunningStack) -> AsyncIterator[Scene]:
    a, b = await join(stack, "token-a"), await join(stack, "token-b")
    async with httpx.AsyncClient(base_url=stack.url, timeout=30) as http:
        put = await http.post(
            f"/storage/v1/object/assets/{b.organization}/secret.txt", content=SECRET,
            headers=b.headers | {"content-type": "text/plain"},
        )  # fmt: skip
        assert put.status_code == 200
        yield Scene(a, b, stack, http)


def forged(scene: Scene, fault: str) -> str:
    """A's token, spoilt."""
    now = int(time.time())
    head, body, signature = scene.a.token.split(".")
    made = {
        "alg none": lambda: jwt.encode({"role": "service_role", "exp": now + 60}, None, algorithm="none"),
        "no signature": lambda: f"{head}.{body}.",
        "signature of another": lambda: f"{head}.{scene.b.token.split('.')[1]}.{signature}",
        "wrong key": lambda: scene.sign("x" * 64),
        "service_role, wrong key": lambda: scene.sign("x" * 64, role="service_role"),
        "empty key": lambda: scene.sign(" "),
        "expired": lambda: scene.sign(exp=now - 60),
        "not yet": lambda: scene.sign(nbf=now + 600),
        "audience": lambda: scene.sign(aud="elsewhere"),
        "audiences": lambda: scene.sign(aud=["elsewhere", "anon"]),
    }
    return made[fault]()


FAULTS = (
    "alg none", "no signature", "signature of another", "wrong key", "service_role, wrong key", "empty key", "expired",
    "not yet", "audience", "audiences",
)  # fmt: skip


@pytest.mark.filterwarnings("ignore::jwt.InsecureKeyLengthWarning")  # one of the cheats
@pytest.mark.parametrize("fault", FAULTS)
async def test_a_token_that_proves_nothing(scene: Scene, fault: str) -> None:
    token = forged(scene, fault)
    for service in ("rest", "storage", "auth"):
        answer = await scene.ask(service, token)
        assert answer.status_code == 401, (service, answer.text)
        assert SECRET not in answer.text
    assert await scene.handshake(token) in (401, 403)
    status, came = await scene.subscribe(token, str(scene.a.organization))
    assert status == "error", came


async def test_the_honest_token(scene: Scene) -> None:
    """Each of the requests here works with the token as it was given out."""
    assert (await scene.ask("rest", scene.sign())).json()[0]["id"] == str(scene.a.organization)
    assert (await scene.ask("auth", scene.a.token)).status_code == 200
    assert (await scene.ask("storage", scene.b.token)).text == SECRET
    assert (await scene.subscribe(scene.sign(), str(scene.a.organization)))[0] == "ok"
    status, came = await scene.subscribe(scene.a.token, str(scene.a.organization), private=False, seconds=30)
    assert (status, any(frame["event"] == "postgres_changes" for frame in came)) == ("ok", True)
    assert (await scene.subscribe(scene.a.token, str(scene.b.organization)))[0] == "error"


@pytest.mark.parametrize("role", ROLES)
async def test_a_role_that_is_not_for_clients(scene: Scene, role: str) -> None:
    """Signed with the right key, as only a leak of the key could: still no role beyond those of the API."""
    token = scene.sign(role=role)
    for service in ("rest", "profiles", "storage"):
        answer = await scene.ask(service, token)
        assert 400 <= answer.status_code < 500, (service, answer.status_code, answer.text)
        assert SECRET not in answer.text
        assert str(scene.b.organization) not in answer.text
    status, came = await scene.subscribe(token, str(scene.b.organization))
    assert status == "error", came
    _, came = await scene.subscribe(token, str(scene.b.organization), private=False)
    # As the hosted service does, a role without a grant is told that something happened, and nothing of what.
    assert str(scene.b.organization) not in json.dumps([frame for frame in came if frame["event"] != "phx_reply"])


async def test_what_people_write_into_their_token_opens_nothing(scene: Scene) -> None:
    """user_metadata is theirs to edit; so are claims that look as if they meant something."""
    organization = str(scene.b.organization)
    said = {"org": organization, "organization_id": organization, "role": "service_role", "is_admin": True}
    changed = await scene.http.put("/auth/v1/user", json={"data": said}, headers=scene.a.headers)
    assert changed.status_code == 200, changed.text
    token = scene.sign(user_metadata=said, app_metadata=said, organization_id=organization, org_role="owner")
    for one in (token, scene.a.token):
        assert [row["id"] for row in (await scene.ask("rest", one)).json()] == [str(scene.a.organization)]
        assert (await scene.ask("storage", one)).status_code in (400, 403, 404)
        assert (await scene.subscribe(one, organization))[0] == "error"
    assert (
        rows(scene.stack, "select role from public.user_roles where user_id = %s and role <> 'user'", scene.a.id) == []
    )


async def test_a_person_who_is_nobody(scene: Scene) -> None:
    """A subject that does not exist, or is no uuid, sees nothing and breaks nothing."""
    for subject in (str(uuid4()), "' or true --", "", str(scene.b.organization)):
        answer = await scene.ask("rest", scene.sign(sub=subject))
        assert answer.status_code < 500, answer.text
        assert answer.status_code >= 400 or answer.json() == []
