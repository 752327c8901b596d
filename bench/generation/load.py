"""Sends the requests: over HTTP as a browser does, or straight to the function in SQL."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import psycopg

from bench.generation.users import Stack, User

PLATFORMS = ["tiktok", "x", "threads", "linkedin", "instagram", "email"]
SENTENCE = "A steady publishing rhythm helps small teams learn what their readers care about. "
ARTICLE = SENTENCE * 25
CALL = "select public.create_generation(%s::text, %s::text[], 'educational', 'en')"


@dataclass
class Outcome:
    """What came back."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    """Milliseconds of the requests that were accepted."""
    answers: Counter[str] = field(default_factory=Counter)

    @property
    def accepted(self) -> int:
        """How many generations were created."""
        return self.answers["accepted"]

    def percentile(self, share: float) -> float:
        """Milliseconds."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

    def summary(self) -> dict[str, Any]:
        """For the results file."""
        return {
            "requests_per_second": sum(self.answers.values()) / self.seconds,
            "p50_ms": self.percentile(0.5),
            "p99_ms": self.percentile(0.99),
            "answers": dict(self.answers),
        }


Send = Callable[[User, str], Awaitable[str]]


async def run(users: list[User], each: int, send: Send) -> Outcome:
    """All users at once; each sends its next request when the last one is answered."""
    outcome = Outcome()

    async def one(number: int, user: User) -> None:
        for turn in range(each):
            began = time.perf_counter()
            answer = await send(user, f"Note {number}.{turn} of {began}. {ARTICLE}")
            if answer == "accepted":
                outcome.latencies.append((time.perf_counter() - began) * 1000)
            outcome.answers[answer] += 1

    began = time.perf_counter()
    await asyncio.gather(*(one(number, user) for number, user in enumerate(users)))
    outcome.seconds = time.perf_counter() - began
    return outcome


def over_http(stack: Stack, session: aiohttp.ClientSession) -> Send:
    """POST /rest/v1/rpc/create_generation with the user's token, acting in the user's organization."""
    url = f"{stack.url}/rest/v1/rpc/create_generation"

    async def send(user: User, text: str) -> str:
        body = {"p_input_content": text, "p_platforms": PLATFORMS, "p_tone": "educational", "p_language": "en"}
        headers = {
            "apikey": stack.publishable_key,
            "authorization": f"Bearer {user.token}",
            "x-organization-id": user.organization_id,
        }
        async with session.post(url, json=body, headers=headers) as response:
            answer = await response.json(content_type=None)
            if response.status < 300:
                return "accepted"
            return f"{response.status} {answer.get('code') if isinstance(answer, dict) else ''}".strip()

    return send


class Direct:
    """A fixed number of connections, each request with the role and claims PostgREST would set."""

    def __init__(self, database_url: str, connections: int) -> None:
        """Remember how many; entering the block opens them."""
        self._url = database_url
        self._count = connections
        self._free: list[psycopg.AsyncConnection] = []
        # A semaphore serves waiters in order; a queue would let the task that just put something take it again.
        self._turn = asyncio.Semaphore(connections)

    async def __aenter__(self) -> Send:
        """Connect."""
        for _ in range(self._count):
            connection = await psycopg.AsyncConnection.connect(self._url, autocommit=True, prepare_threshold=1)
            self._free.append(connection)
        return self.send

    async def __aexit__(self, *_: object) -> None:
        """Disconnect."""
        while self._free:
            await self._free.pop().close()

    async def send(self, user: User, text: str) -> str:
        """One transaction in one round trip."""
        claims = json.dumps({"sub": user.id, "role": "authenticated", "aud": "authenticated"})
        headers = json.dumps({"x-organization-id": user.organization_id})
        async with self._turn:
            connection = self._free.pop()
            try:
                async with connection.pipeline(), connection.transaction():
                    await connection.execute(
                        "select set_config('role', 'authenticated', true), set_config('request.jwt.claims', %s, true),"
                        " set_config('request.headers', %s, true)",
                        (claims, headers),
                    )
                    await connection.execute(CALL, (text, PLATFORMS))
            except psycopg.Error as error:
                return _code(error)
            finally:
                self._free.append(connection)
        return "accepted"


def _code(error: psycopg.Error) -> str:
    """Our errors carry a JSON document; others their SQLSTATE."""
    try:
        message, detail = json.loads(error.diag.message_primary or ""), json.loads(error.diag.message_detail or "")
    except ValueError:
        return f"SQLSTATE {error.sqlstate}"
    return f"{detail['status']} {message['code']}"
