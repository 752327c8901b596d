"""Analyses by models over HTTP: what is said stays, what is made up goes, and every call is on record."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from pydantic import SecretStr

from stack.simulators.server import Simulators
from stack.simulators.speech import recording as wav
from tests.support.channels import DatabaseLink, World, connected_channel, context
from tests.support.database import Database
from tests.support.models import KEY
from tests.support.opened import opened
from tests.support.shelf import Shelf
from workers.handlers.analyze_content import Tools, analyze
from workers.providers.ai import local
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.routing.generator import RoutedGenerator
from workers.providers.ai.routing.pool import ModelPool
from workers.providers.ai.routing.route import route_for
from workers.providers.settings import ProviderSettings
from workers.providers.transcription import routed
from workers.providers.transcription.base import File, Recording
from workers.runtime.errors import Rejected, Unavailable
from workers.runtime.job import JobContext

SAID = (
    "Why do your tomatoes split after rain? The skin cannot follow what the root drinks. "
    "Water a little every day and mulch the soil. Subscribe for more about balconies."
)
INVENTED = "This one weird trick doubles your harvest overnight."
FINDINGS: dict[str, Any] = {
    "summary": "Tomatoes split when water comes too fast.", "topics": ["tomatoes"], "keywords": ["tomatoes", "soil"],
    "entities": {"persons": [], "organizations": [], "locations": [], "others": []}, "sentiment": 20,
    "emotions": {
        "joy": 0.2, "trust": 0.1, "anticipation": 0, "surprise": 0, "sadness": 0, "fear": 0, "anger": 0, "disgust": 0,
    },
    "key_insights": ["Water a little every day."], "hooks": ["Why do your tomatoes split after rain?", INVENTED],
    "quotes": [INVENTED, "The skin cannot follow what the root drinks."],
    "call_to_action": "Subscribe for more about balconies.",
    "hook_analysis": "It opens with a question.", "body_analysis": None, "cta_analysis": None, "style_analysis": None,
}  # fmt: skip


@pytest_asyncio.fixture
async def world(database: Database) -> AsyncIterator[World]:
    async with connected_channel(database) as made:
        yield made


def settings(sims: Simulators, **more: Any) -> ProviderSettings:
    return ProviderSettings(
        ai_base_urls={"openai": sims.openai}, openai_api_key=SecretStr(KEY), ai_timeout_seconds=60, **more
    )


async def choose(world: World, capability: str, *models: str) -> None:
    """The platform's models of a capability."""
    await world.connection.execute(
        "update public.system_settings set value = value || %s where key = 'ai.models'",
        (json.dumps({capability: list(models)}),),
    )


def generator(sims: Simulators) -> Callable[[JobContext], Awaitable[RoutedGenerator]]:
    async def made(ctx: JobContext) -> RoutedGenerator:
        chosen = settings(sims)
        return RoutedGenerator(
            ctx, await route_for(ctx, chosen), local=local.build(), pool=opened(ModelPool()), breakers=Breakers()
        )

    return made


def ears(sims: Simulators) -> Callable[[JobContext, Recording, str | None], Awaitable[routed.Heard]]:
    async def heard(ctx: JobContext, recording: Recording, language: str | None) -> routed.Heard:
        return await routed.transcribe(ctx, recording, language, settings(sims), Breakers())

    return heard


async def test_a_model_finds_and_the_text_decides(world: World, sims: Simulators) -> None:
    await choose(world, "text", "openai/gpt-6.1-sol")
    sims.answer(schema_name="content_analysis", text=json.dumps(FINDINGS))
    item = await world.item("talk", title="Tomatoes", transcript=SAID, duration_seconds=30)
    link = DatabaseLink(world)
    found = await analyze(context(world, link, "item", item), Tools(generator=generator(sims)))
    assert found["ai_provider"] == "openai"
    assert found["transcript_summary"] == FINDINGS["summary"]
    assert [moment["text"] for moment in found["quotable_moments"]] == ["The skin cannot follow what the root drinks."]
    assert INVENTED not in json.dumps(found, ensure_ascii=False)
    [call] = link.states["findings"]["usage"]
    assert call["feature"] == "content_analysis"
    billed = sims.ledger.entries[-1].billed
    assert billed is not None
    assert call["prompt_tokens"] == billed.input_tokens
    assert link.states["findings"]["prompt"] == "content_analysis/v1"


async def test_the_models_own_answer_fits_the_schema(world: World, sims: Simulators) -> None:
    await choose(world, "text", "openai/gpt-6.1-sol")
    item = await world.item("talk", title="Tomatoes", transcript=SAID, duration_seconds=30)
    found = await analyze(context(world, DatabaseLink(world), "item", item), Tools(generator=generator(sims)))
    assert found["ai_provider"] == "openai"
    assert len(sims.ledger.entries) == 1, "no repair was needed"


async def test_a_recording_is_heard_then_analysed(world: World, sims: Simulators) -> None:
    await choose(world, "transcription", "openai/whisper-1")
    asset = await world.asset("talk.wav", "audio", "audio/wav")
    link = DatabaseLink(world)
    tools = Tools(store=lambda: Shelf({f"{world.organization}/talk.wav": wav(SAID, 20.0)}), transcribe=ears(sims))
    found = await analyze(context(world, link, "asset", asset), tools)
    assert link.states["text"]["transcript"] == SAID
    assert found["hook_moments"][0]["timestamp"] == 0
    assert "is_estimated" not in found["hook_moments"][0]
    [call] = link.states["text"]["usage"]
    assert (call["feature"], call["operation_type"]) == ("transcription", "transcribe")
    assert call["audio_seconds"] > 0


async def test_when_one_model_cannot_hear_the_next_one_does(world: World, sims: Simulators) -> None:
    await choose(world, "transcription", "openai/gpt-4o-transcribe", "openai/whisper-1")
    sims.fail("unavailable", times=1)
    ctx = context(world, DatabaseLink(world), "asset", await world.asset("a.wav", "audio", "audio/wav"))
    heard = await ears(sims)(ctx, Recording(File(wav(SAID), "a.wav", "audio/wav")), "en")
    assert heard.transcript.text == SAID
    assert [(call.ai_model, call.status) for call in heard.usage.calls] == [
        ("gpt-4o-transcribe", "failed"),
        ("whisper-1", "succeeded"),
    ]


async def test_calls_that_led_to_nothing_are_on_record_at_once(world: World, sims: Simulators) -> None:
    await choose(world, "transcription", "openai/whisper-1")
    sims.fail("unavailable")
    ctx = context(world, DatabaseLink(world), "asset", await world.asset("a.wav", "audio", "audio/wav"))
    with pytest.raises(Unavailable):
        await ears(sims)(ctx, Recording(File(wav(SAID), "a.wav", "audio/wav")), "en")
    assert (
        await world.one("select count(*) from public.ai_usage where status = 'failed' and feature = 'transcription'")
        == 1
    )
    stored = await world.one("select to_jsonb(u)::text from public.ai_usage as u")
    assert KEY not in stored


async def test_without_a_model_a_recording_needs_captions(world: World, sims: Simulators, tmp_path: Path) -> None:
    ctx = context(world, DatabaseLink(world), "asset", await world.asset("a.wav", "audio", "audio/wav"))
    with pytest.raises(Rejected) as caught:
        await ears(sims)(ctx, Recording(File(wav(SAID), "a.wav", "audio/wav")), "en")
    assert caught.value.code == "UNSUPPORTED_TYPE"
    assert sims.ledger.entries == []
