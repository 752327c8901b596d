"""Who gets through the gateway, on which key or token."""

from __future__ import annotations

import json
import time
from typing import Any
from uuid import uuid4

import httpx
import jwt
import pytest

from tests.support.stacks import RunningStack, access_token, sign_up

SERVICES = ["/rest/v1/stack_probe?select=id", "/auth/v1/user", "/storage/v1/bucket"]
pytestmark = pytest.mark.usefixtures("probe")


def claims(**changes: Any) -> dict[str, Any]:
    now = int(time.time())
    return {
        "sub": str(uuid4()), "role": "authenticated", "aud": "authenticated", "iat": now, "exp": now + 60, **changes
    }  # fmt: skip


def legacy(stack: RunningStack, name: str) -> str:
    return str(json.loads((stack.directory / "keys.json").read_text())[name])


async def role(stack: RunningStack, http: httpx.AsyncClient, key: str, bearer: str | None = None) -> str:
    headers = {"apikey": key} | ({"authorization": f"Bearer {bearer}"} if bearer else {})
    answer = await http.post("/rest/v1/rpc/stack_probe_context", headers=headers)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["role"])


async def test_both_forms_of_both_keys(stack: RunningStack, http: httpx.AsyncClient) -> None:
    for key in (stack.publishable_key, legacy(stack, "anon_jwt")):
        assert await role(stack, http, key) == "anon"
        assert await role(stack, http, key, key) == "anon"
    for key in (stack.secret_key, legacy(stack, "service_role_jwt")):
        assert await role(stack, http, key) == "service_role"
        assert await role(stack, http, key, key) == "service_role"


async def test_a_user_token_outranks_the_key(stack: RunningStack, http: httpx.AsyncClient) -> None:
    client = await sign_up(stack)
    token = await access_token(client)
    assert await role(stack, http, stack.publishable_key, token) == "authenticated"
    assert await role(stack, http, stack.secret_key, token) == "authenticated"


@pytest.mark.parametrize("path", SERVICES)
@pytest.mark.parametrize("key", [None, "", "nonsense", "sb_secret_nonsense", "a.b.c"])
async def test_no_key_or_a_wrong_one(http: httpx.AsyncClient, path: str, key: str | None) -> None:
    answer = await http.get(path, headers={} if key is None else {"apikey": key})
    assert answer.status_code == 401, answer.text


@pytest.mark.parametrize("path", SERVICES)
@pytest.mark.parametrize("fault", ["alg none", "signature", "expired", "audience", "not yet", "garbage", "other key"])
async def test_a_token_that_does_not_verify(
    stack: RunningStack, http: httpx.AsyncClient, path: str, fault: str
) -> None:
    now = int(time.time())
    token = {
        "alg none": lambda: jwt.encode(claims(), None, algorithm="none"),
        "signature": lambda: jwt.encode(claims(), "x" * 64, algorithm="HS256"),
        "expired": lambda: jwt.encode(claims(exp=now - 60), stack.jwt_secret, algorithm="HS256"),
        "audience": lambda: jwt.encode(claims(aud="elsewhere"), stack.jwt_secret, algorithm="HS256"),
        "not yet": lambda: jwt.encode(claims(nbf=now + 600), stack.jwt_secret, algorithm="HS256"),
        "garbage": lambda: "abc.def.ghi",
        "other key": lambda: "sb_secret_of_another_stack",
    }[fault]()
    headers = {"apikey": stack.publishable_key, "authorization": f"Bearer {token}"}
    answer = await http.get(path, headers=headers)
    assert answer.status_code == 401, answer.text


async def test_a_signed_token_cannot_name_a_role_beyond_the_api(stack: RunningStack, http: httpx.AsyncClient) -> None:
    for name in ("postgres", "supabase_admin", "gateway", "supabase_auth_admin", "nobody_at_all"):
        token = jwt.encode(claims(role=name), stack.jwt_secret, algorithm="HS256")
        answer = await http.post(
            "/rest/v1/rpc/stack_probe_context",
            headers={"apikey": stack.publishable_key, "authorization": f"Bearer {token}"},
        )
        assert 400 <= answer.status_code < 500, (name, answer.text)


async def test_secrets_stay_out_of_the_logs(stack: RunningStack, http: httpx.AsyncClient) -> None:
    client = await sign_up(stack, password="a very secret pass phrase")
    token = await access_token(client)
    await http.get("/rest/v1/stack_probe", params={"apikey": stack.secret_key, "note": "eq.whispered"})
    await http.post(
        "/auth/v1/signup", headers={"apikey": stack.publishable_key}, json={"email": "x", "password": "hush!"}
    )
    logs = "".join(path.read_text(errors="replace") for path in (stack.directory / "logs").glob("*.log"))
    logs += (stack.directory / "postgres" / "cluster" / "server.log").read_text(errors="replace")
    for secret in (stack.secret_key, stack.jwt_secret, token, "a very secret pass phrase", "hush!", "whispered"):
        assert secret not in logs
