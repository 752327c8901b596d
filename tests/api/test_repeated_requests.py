"""A call that carries an Idempotency-Key is done once, through REST and however often it is sent at the same moment."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import aiohttp

from tests.support.people import join
from tests.support.stacks import RunningStack


async def test_a_call_sent_ten_times_at_once_is_done_once(stack: RunningStack) -> None:
    person = await join(stack, "repeats")
    text = "Water your plants in the morning, when the soil is cool. The roots drink slowly then."
    arguments = {"p_input_content": text, "p_platforms": ["x"], "p_language": "en"}

    async with aiohttp.ClientSession() as http:

        async def call(function: str, body: dict[str, object], key: str | None) -> tuple[int, object]:
            headers = person.headers | ({"Idempotency-Key": key} if key else {})
            async with http.post(f"{stack.rest_url}/rpc/{function}", json=body, headers=headers) as answer:
                return answer.status, await answer.json()

        key = str(uuid4())
        answers = await asyncio.gather(*(call("create_generation", arguments, key) for _ in range(10)))
        assert [status for status, _ in answers] == [200] * 10
        assert all(body == answers[0][1] for _, body in answers)

        status, other = await call("create_generation", arguments | {"p_platforms": ["linkedin"]}, key)
        assert status == 422
        assert isinstance(other, dict)
        assert other["code"] == "VALIDATION_ERROR"
        assert "Idempotency-Key" in other["details"]

        made = [await call("create_api_key", {"p_name": "CI", "p_scopes": ["generations:read"]}, key) for _ in range(2)]
        (_, first), (_, second) = made
        assert isinstance(first, dict)
        assert isinstance(second, dict)
        assert first["secret"]
        assert second == first | {"secret": None}

        unkeyed = [
            await call("create_api_key", {"p_name": "CI", "p_scopes": ["generations:read"]}, None) for _ in range(2)
        ]
        assert len({str(body) for _, body in unkeyed}) == 2

        async with http.get(f"{stack.rest_url}/generations?select=id", headers=person.headers) as answer:
            assert len(await answer.json()) == 1
        async with http.get(f"{stack.rest_url}/api_keys?select=id", headers=person.headers) as answer:
            assert len(await answer.json()) == 3
