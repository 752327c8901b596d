"""How long after the provider a browser has each piece of an answer."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from realtime import RealtimeChannelOptions, RealtimeSubscribeStates
from supabase import AsyncClient, acreate_client

from bench.intelligence.deployment import Deployment, Sims, worker
from bench.intelligence.overhead import percentile

CHARACTERS = 24
PIECE_SECONDS = 0.02
FIRST_SECONDS = 0.2
TEXT = " ".join(f"Sentence number {number} says a little more about the garden." for number in range(60))
READY_SECONDS = 15
LONGEST_ANSWER = 60
PRIVATE: RealtimeChannelOptions = {"config": {"broadcast": None, "presence": None, "private": True}}


@dataclass
class Listener:
    """Somebody in front of a chat."""

    client: AsyncClient
    chat: str
    topic: str
    heard: list[tuple[float, dict[str, Any]]] = field(default_factory=list)

    def hear(self, message: Any) -> None:
        """Note when it came, in seconds since 1970."""
        self.heard.append((time.time(), message["payload"]))

    async def ask(self) -> str:
        """Send a question and wait for the end of the answer; the question's mark."""
        mark = uuid.uuid4().hex
        self.heard.clear()
        question = {"p_chat_interface_id": self.chat, "p_content": f"What grows here? {mark}"}
        sent: Any = (await self.client.rpc("send_chat_message", question).execute()).data
        message_id = sent["answer"]["id"]
        async with asyncio.timeout(LONGEST_ANSWER):
            while True:
                asked = self.client.table("chat_messages").select("status").eq("id", message_id).single()
                found: Any = (await asked.execute()).data
                if found["status"] not in ("pending", "streaming"):
                    break
                await asyncio.sleep(0.5)
        if found["status"] != "completed":
            raise RuntimeError(f"an answer ended as {found['status']}")
        return mark


async def measure(
    deployment: Deployment, session: aiohttp.ClientSession, sims: Sims, *, at_once: list[int], answers: int
) -> dict[str, Any]:
    """For each number of chats at once, `answers` answers in each of them."""
    found: dict[str, Any] = {}
    async with worker(deployment, session, sims, 2 * max(at_once)):
        for chats in at_once:
            listeners = [await _listener(deployment) for _ in range(chats)]
            async with _all(listeners):
                await sims.post("answers", {"text": TEXT})
                await asyncio.gather(*(listener.ask() for listener in listeners))  # everything is warm
                pace = {"chunk_seconds": PIECE_SECONDS, "chunk_characters": CHARACTERS}
                await sims.post("latency", {"seconds": FIRST_SECONDS, **pace})
                delays: list[float] = []
                messages = 0
                for _ in range(answers):
                    before = await sims.calls()
                    marks = await asyncio.gather(*(listener.ask() for listener in listeners))
                    said = await _said(session, sims, before)
                    for listener, mark in zip(listeners, marks, strict=True):
                        delays += _delays(said[mark], listener.heard)
                        messages += len(listener.heard)
            for listener in listeners:
                await listener.client.realtime.close()
            await sims.post("reset")
            found[str(chats)] = {
                "pieces": len(delays),
                "messages": messages,
                "p50_ms": percentile(delays, 0.5),
                "p99_ms": percentile(delays, 0.99),
                "worst_ms": max(delays),
            }
    return {"characters": CHARACTERS, "piece_ms": 1000 * PIECE_SECONDS, "chats": found}


async def _listener(deployment: Deployment) -> Listener:
    client = await acreate_client(deployment.stack.url, deployment.stack.publishable_key)
    await client.auth.sign_up({"email": f"{uuid.uuid4().hex}@example.com", "password": uuid.uuid4().hex})
    project = await _insert(client, "projects", {"title": "Garden"})
    chat = (await _insert(client, "chat_interfaces", {"project_id": project["id"]}))["id"]
    return Listener(client, chat, f"org:{project['organization_id']}:canvas:{project['id']}:chat:{chat}")


async def _insert(client: AsyncClient, table: str, row: dict[str, Any]) -> dict[str, Any]:
    made: Any = (await client.table(table).insert(row).execute()).data
    return dict(made[0])


@asynccontextmanager
async def _all(listeners: list[Listener]) -> AsyncIterator[None]:
    """Everybody listens, with the official Realtime client on the chat's private topic."""
    for listener in listeners:
        ready = asyncio.Event()
        channel = listener.client.channel(listener.topic, PRIVATE)

        def note(state: RealtimeSubscribeStates, _: Exception | None, ready: asyncio.Event = ready) -> None:
            if state is RealtimeSubscribeStates.SUBSCRIBED:
                ready.set()

        await channel.on_broadcast("chat_text", listener.hear).subscribe(note)
        async with asyncio.timeout(READY_SECONDS):
            await ready.wait()
    yield


async def _said(session: aiohttp.ClientSession, sims: Sims, after: int) -> dict[str, list[float]]:
    """Mark of the question → when each piece of the answer left the provider, in seconds since 1970."""
    found = {}
    for entry in await sims.ledger(after):
        async with session.get(f"{sims.url}/_control/ledger/{entry['number']}/body") as response:
            asked = await response.text()
        # the last question of the conversation that was sent
        found[asked.rpartition("What grows here? ")[2][:32]] = entry["chunks"]
    return found


def _delays(said: list[float], heard: list[tuple[float, dict[str, Any]]]) -> list[float]:
    """Milliseconds from each piece's departure to the arrival of the message that holds its last character."""
    ends = [(payload["offset"] + len(payload["text"]), moment) for moment, payload in heard]
    delays = []
    for at, moment in enumerate(said):
        end = min((at + 1) * CHARACTERS, len(TEXT))
        arrivals = [arrival for reached, arrival in ends if reached >= end]
        if not arrivals:
            raise RuntimeError(f"piece {at + 1} of {len(said)} was never heard")
        delays.append(1000 * (min(arrivals) - moment))
    return delays
