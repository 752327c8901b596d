"""Whatever is sent to whichever function: an answer that names the field, or PostgREST's own refusal, never a 5xx."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest

from tests.support.database import Database
from tests.support.rpc import Abuse, Function, abuses, client_functions
from tests.support.stacks import RunningStack, access_token, sign_up

CONCURRENCY = 4
# Our own codes and what they may say; everything else with a 4xx status is PostgREST's.
OURS = {"VALIDATION_ERROR", "NOT_FOUND", "FORBIDDEN", "UNAUTHORIZED", "CONFLICT", "QUOTA_EXCEEDED", "RATE_LIMITED"}


def judge(function: Function, abuse: Abuse, response: httpx.Response) -> str | None:
    """What is wrong with the answer, None when nothing is."""
    where = f"{function.name}({abuse.parameter}: {abuse.title})"
    text = response.text[:300]
    if response.status_code >= 500:
        return f"{where}: {response.status_code} {text}"
    if response.status_code < 300:
        return None if abuse.may_succeed else f"{where}: accepted"
    try:
        error: dict[str, Any] = response.json()
    except json.JSONDecodeError:
        return f"{where}: {response.status_code} without JSON: {text}"
    if error.get("code") == "VALIDATION_ERROR":
        details = error.get("details")
        field = (json.loads(details) if isinstance(details, str) else details or {}).get("field")
        if field is None or field.split(".")[0].split("[")[0] not in function.parameters:
            return f"{where}: VALIDATION_ERROR names no parameter: {text}"
    elif not error.get("code"):
        return f"{where}: {response.status_code} without a code: {text}"
    if "select " in text.lower() or "plpgsql" in text.lower():
        return f"{where}: tells of its insides: {text}"
    return None


@pytest.mark.timeout(600)
@pytest.mark.parametrize("role", ["authenticated", "anon"])
async def test_no_call_is_a_server_error(stack: RunningStack, read_only_database: Database, role: str) -> None:
    functions = [f for f in await client_functions(read_only_database) if role in f.roles]
    if role == "authenticated":
        assert functions, "clients may call something"
    token = await access_token(await sign_up(stack)) if role == "authenticated" else stack.publishable_key
    gate = asyncio.Semaphore(CONCURRENCY)
    problems: list[str] = []

    async with httpx.AsyncClient(base_url=stack.rest_url, timeout=30) as client:

        async def attempt(function: Function, abuse: Abuse) -> None:
            async with gate:
                response = await client.post(
                    f"/rpc/{function.name}",
                    content=abuse.body.encode("utf-8", "surrogatepass"),
                    headers={
                        "apikey": stack.publishable_key,
                        "authorization": f"Bearer {token}",
                        "content-type": "application/json",
                    },
                )
            if problem := judge(function, abuse, response):
                problems.append(problem)

        await asyncio.gather(*(attempt(function, abuse) for function in functions for abuse in abuses(function)))
        alive = await client.post(
            "/rpc/get_quotas", json={}, headers={"apikey": stack.publishable_key, "authorization": f"Bearer {token}"}
        )
    assert alive.status_code < 500
    assert not problems, f"{len(problems)}:\n" + "\n".join(sorted(problems))
