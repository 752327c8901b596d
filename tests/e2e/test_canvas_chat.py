"""Two browsers, a worker and a simulated provider: what the model says is heard at once, and stopped when asked."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import pytest_asyncio
from realtime import RealtimeSubscribeStates
from supabase import AsyncClient

from stack.simulators.server import Simulators, running
from tests.support.models import settings_for
from tests.support.stacks import RunningStack, sign_up
from tests.support.workers import inner_worker, until
from workers.handlers.answer_chat import Result, Tools, answer
from workers.providers.ai import local
from workers.providers.ai.models.base import LanguageModel, ModelAnswer, ModelConfig, ModelDelta, ModelRequest
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.routing.generator import RoutedGenerator
from workers.providers.ai.routing.pool import ModelPool
from workers.providers.ai.routing.route import route_for
from workers.runtime.job import JobContext

WORDS = " ".join(f"Sentence number {number} says a little more." for number in range(40))


class Timed:
    """A model whose pieces are noted at the moment they come from the provider."""

    def __init__(self, inner: LanguageModel, note: Callable[[str], None]) -> None:
        self.provider = inner.provider
        self.model = inner.model
        self._inner = inner
        self._note = note

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        return await self._inner.complete(request)

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelDelta, None]:
        async with aclosing(self._inner.stream(request)) as pieces:
            async for piece in pieces:
                self._note(piece.text)
                yield piece

    async def aclose(self) -> None:
        await self._inner.aclose()


class TimedPool(ModelPool):
    """Hands out timed models."""

    def __init__(self, note: Callable[[str], None]) -> None:
        super().__init__()
        self._note = note

    async def get(self, config: ModelConfig, *variant: int | None) -> LanguageModel:
        return Timed(await super().get(config, *variant), self._note)


@dataclass
class Scene:
    """A chat, somebody in it, and what was said and heard when."""

    client: AsyncClient
    sims: Simulators
    project: str
    chat: str
    said: list[tuple[float, int]] = field(default_factory=list)
    """When the provider's text had which length."""
    heard: list[tuple[float, dict[str, Any]]] = field(default_factory=list)
    states: list[dict[str, Any]] = field(default_factory=list)

    def note(self, text: str) -> None:
        self.said.append((time.monotonic(), (self.said[-1][1] if self.said else 0) + len(text)))

    async def ask(self, text: str) -> dict[str, Any]:
        sent = await self.client.rpc(
            "send_chat_message", {"p_chat_interface_id": self.chat, "p_content": text}
        ).execute()
        return dict(sent.data)

    async def message(self, message_id: str) -> dict[str, Any]:
        found = await self.client.table("chat_messages").select("*").eq("id", message_id).single().execute()
        return dict(found.data)

    async def ended(self, message_id: str) -> dict[str, Any]:
        async def has_ended() -> bool:
            return (await self.message(message_id))["status"] not in ("pending", "streaming")

        await until(has_ended, 20, 0.05)
        return await self.message(message_id)


@asynccontextmanager
async def listening(client: AsyncClient, topic: str, event: str, hear: Callable[[Any], None]) -> AsyncIterator[None]:
    ready = asyncio.Event()
    channel = client.channel(topic, {"config": {"private": True}})  # type: ignore[typeddict-item]
    await channel.on_broadcast(event, hear).subscribe(
        lambda state, error: ready.set() if state is RealtimeSubscribeStates.SUBSCRIBED else None
    )
    await ready.wait()
    try:
        yield
    finally:
        await client.remove_channel(channel)


@pytest_asyncio.fixture
async def scene(stack: RunningStack) -> AsyncIterator[Scene]:
    client = await sign_up(stack)
    project = (await client.table("projects").insert({"title": "Garden"}).execute()).data[0]
    chat = (await client.table("chat_interfaces").insert({"project_id": project["id"]}).execute()).data[0]
    base = f"org:{project['organization_id']}:canvas:{project['id']}"
    async with running() as sims:
        sims.answer(text=WORDS)
        made = Scene(client, sims, project["id"], chat["id"])
        pool = TimedPool(made.note)
        settings = settings_for(sims, ai_provider="openai", ai_model="gpt-6-luna")

        async def answerer(ctx: JobContext, wanted: str | None) -> RoutedGenerator:
            route = await route_for(ctx, settings, wanted=wanted)
            return RoutedGenerator(ctx, route, local=local.build(), pool=pool, breakers=Breakers())

        async def handle(ctx: JobContext) -> Result:
            return await answer(ctx, Tools(answerer))

        async with (
            listening(
                client, f"{base}:chat:{chat['id']}", "chat_text",
                lambda message: made.heard.append((time.monotonic(), message["payload"])),
            ),
            listening(client, base, "chat", lambda message: made.states.append(message["payload"])),
            inner_worker(kinds={"answer_chat": handle}, database_url=stack.database_url),
        ):  # fmt: skip
            yield made
        await pool.aclose()
    await client.realtime.close()


async def test_what_the_model_says_is_heard_while_it_speaks(scene: Scene) -> None:
    scene.sims.delay(0.05, chunk_seconds=0.1, chunk_characters=20)
    sent = await scene.ask("What do you think?")
    message = await scene.ended(sent["answer"]["id"])
    assert (message["status"], message["content"], message["ai_model"]) == ("completed", WORDS, "gpt-6-luna")
    (entry,) = scene.sims.ledger.entries
    assert entry.billed is not None
    assert (message["input_tokens"], message["output_tokens"]) == (
        entry.billed.input_tokens,
        entry.billed.output_tokens,
    )

    # What was sent before the end may be heard after it.
    await until(lambda: sum(len(payload["text"]) for _, payload in scene.heard) >= len(WORDS))
    text = ""
    for _, payload in scene.heard:
        assert (payload["message_id"], payload["offset"]) == (message["id"], len(text))
        text += payload["text"]
    assert text == WORDS
    assert len(scene.heard) > 2, "piece by piece"
    assert scene.heard[0][0] < scene.said[-1][0], "the first of it before the last was said"
    await until(
        lambda: [state["status"] for state in scene.states if state["id"] == message["id"]][-1:] == ["completed"]
    )


async def test_a_stopped_answer_ends_soon_and_keeps_what_was_said(scene: Scene) -> None:
    scene.sims.delay(chunk_seconds=0.1, chunk_characters=10)
    sent = await scene.ask("Tell me everything")
    await until(lambda: len(scene.heard) >= 3, 10)
    told = await scene.client.rpc("cancel_chat_answer", {"p_message_id": sent["answer"]["id"]}).execute()
    assert told.data == "cancel_requested"
    message = await scene.ended(sent["answer"]["id"])
    assert message["status"] == "cancelled"
    assert message["content"]
    assert WORDS.startswith(message["content"])
    assert len(message["content"]) < len(WORDS), "not when all is said"
    await until(lambda: sum(len(payload["text"]) for _, payload in scene.heard) >= len(message["content"]))
    assert "".join(payload["text"] for _, payload in scene.heard) == message["content"]
    assert message["ai_model"] == "gpt-6-luna"
    assert message["output_tokens"] == -(-len(message["content"]) // 4), "by its letters: OpenAI tells at the end"
    assert (message["cost_usd"], message["unknown_cost_count"]) != (0, 0)


async def test_strangers_hear_nothing_and_editors_do_not_speak_for_the_model(scene: Scene, stack: RunningStack) -> None:
    stranger = await sign_up(stack)
    project = (await scene.client.table("projects").select("organization_id").single().execute()).data
    topic = f"org:{project['organization_id']}:canvas:{scene.project}:chat:{scene.chat}"
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(2), listening(stranger, topic, "chat_text", lambda message: None):
            raise AssertionError("a stranger listens")
    await stranger.realtime.close()
    channel = next(found for found in scene.client.get_channels() if found.topic.endswith(scene.chat))
    await channel.send_broadcast("chat_text", {"text": "forged"})
    await asyncio.sleep(0.5)
    assert scene.heard == []
