"""Every call is known beforehand and on record afterwards, whatever came of it."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from pydantic import BaseModel

from stack.simulators.server import Simulators
from stack.simulators.speech import recording as wav
from tests.support.links import ORGANIZATION, Ledger, job_context
from tests.support.models import ANALYSE, OWN_KEY, announced, recorded, routed, row, settings_for
from tests.support.opened import opened
from tests.support.posts import generator as local_generator
from tests.support.workers import until
from workers.providers.ai.models import codes
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.routing.generator import RoutedGenerator
from workers.providers.ai.routing.pool import ModelPool
from workers.providers.ai.routing.route import route_for
from workers.providers.ai.tasks.analysis import AnalyseText, Analysis
from workers.providers.transcription.base import File, Recording
from workers.providers.transcription.routed import transcribe
from workers.runtime.errors import Rejected, Unavailable


async def test_when_all_fail_the_calls_are_recorded_and_the_failure_that_passes_is_told(
    sims: Simulators,
) -> None:
    sims.fail("schema_violation", provider="anthropic", times=2)
    sims.fail("unavailable", provider="openai")
    ledger, person = Ledger(), uuid4()
    generator = await routed(ledger, settings_for(sims), row("anthropic"), row("openai"), created_by=person)
    with pytest.raises(Unavailable) as caught:
        await generator.run(ANALYSE)
    assert caught.value.code == codes.UNAVAILABLE
    entries = recorded(ledger)
    assert [(entry["ai_provider"], entry["error_code"]) for entry in entries] == [
        ("anthropic", codes.MALFORMED),
        ("anthropic", codes.MALFORMED),
        ("openai", codes.UNAVAILABLE),
    ]
    assert {(entry["organization_id"], entry["user_id"], entry["generation_id"]) for entry in entries} == {
        (ORGANIZATION, person, "g")
    }
    assert len({entry["call_id"] for entry in entries}) == 3


async def test_records_that_are_refused_do_not_hide_the_failure(sims: Simulators) -> None:
    def refuse(**_: Any) -> None:
        raise Rejected("p_entries must be an array", "VALIDATION_ERROR")

    ledger = Ledger()
    ledger.functions["record_ai_usage"] = refuse
    sims.fail("server_error")
    with pytest.raises(Unavailable):
        await (await routed(ledger, settings_for(sims), row("openai"))).run(ANALYSE)


async def test_the_first_call_is_noted_with_the_route_and_later_ones_while_they_are_made(
    sims: Simulators,
) -> None:
    sims.fail("schema_violation")
    ledger = Ledger()
    made = await (await routed(ledger, settings_for(sims), row("openai"))).run(ANALYSE)
    noted = ledger.calls[0][1]["p_call"]
    assert (noted["job_id"], noted["lease"], noted["about"]) == (1, 1, {"generation_id": "g"})
    [repair] = announced(ledger)
    assert (repair["ai_provider"], repair["feature"], repair["about"]) == (
        "openai",
        ANALYSE.name,
        {"generation_id": "g"},
    )
    assert [str(call.call_id) for call in made.usage.calls] == [noted["call_id"], repair["call_id"]]


async def test_the_note_is_put_right_when_another_model_is_called(sims: Simulators) -> None:
    ledger = Ledger()
    settings = settings_for(sims, openai_api_key=None)
    await (await routed(ledger, settings, row("openai"), row("anthropic"))).run(ANALYSE)
    [entry] = announced(ledger)
    assert entry["call_id"] == ledger.calls[0][1]["p_call"]["call_id"]
    assert entry["ai_provider"] == "anthropic"


async def test_the_note_is_put_right_when_another_key_pays(sims: Simulators) -> None:
    ledger = Ledger()
    made = await (await routed(ledger, settings_for(sims), row("openai", has_own_key=True))).run(ANALYSE)
    [entry] = announced(ledger)
    assert (entry["ai_provider"], entry["is_own_key"]) == ("openai", False)
    noted = ledger.calls[0][1]["p_call"]["call_id"]
    assert [entry["call_id"], *(str(call.call_id) for call in made.usage.calls)] == [noted, noted]
    ledger = Ledger()
    ledger.functions["get_organization_ai_key"] = OWN_KEY
    await (await routed(ledger, settings_for(sims), row("openai", has_own_key=True))).run(ANALYSE)
    assert announced(ledger) == [], "the route has noted it as it is"


async def test_a_call_that_is_cancelled_is_recorded_with_unknown_cost(sims: Simulators) -> None:
    sims.fail("schema_violation")
    sims.delay(0.3)
    ledger = Ledger()
    running = asyncio.ensure_future((await routed(ledger, settings_for(sims), row("openai"))).run(ANALYSE))
    await until(lambda: len(sims.ledger.entries) == 2, within=5, every=0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert [(entry["error_code"], entry["certainty"]) for entry in recorded(ledger)] == [
        (codes.MALFORMED, "known"),
        ("CANCELLED", "unknown"),
    ]


async def test_calls_that_led_to_an_output_that_nobody_kept_are_recorded_when_the_attempt_fails(
    sims: Simulators,
) -> None:
    ledger = Ledger()
    ledger.functions["ai_route"] = [row("openai")]
    ctx = job_context(ledger, "generate_titles", {})
    route = await route_for(ctx, settings_for(sims))
    generator = RoutedGenerator(ctx, route, local=local_generator(), pool=opened(ModelPool()), breakers=Breakers())
    kept = await generator.run(ANALYSE)
    await ctx.checkpoint("analysis", kept.provenance())
    await ctx.checkpoint("another", {"nothing": True})
    lost = await generator.run(ANALYSE)
    assert recorded(ledger) == []
    await ctx.wind_up()
    await ctx.wind_up()
    assert [entry["call_id"] for entry in recorded(ledger)] == [str(call.call_id) for call in lost.usage.calls]


async def test_calls_of_a_last_step_that_is_refused_are_recorded(sims: Simulators) -> None:
    ledger = Ledger()
    ledger.functions["ai_route"] = [row("openai")]
    ctx = job_context(ledger, "generate_titles", {})
    route = await route_for(ctx, settings_for(sims))
    generator = RoutedGenerator(ctx, route, local=local_generator(), pool=opened(ModelPool()), breakers=Breakers())
    made = await generator.run(ANALYSE)
    ctx.conclude("written", made.provenance())
    await ctx.wind_up()
    assert recorded(ledger) == []
    await ctx.forget_step("written")
    assert [entry["call_id"] for entry in recorded(ledger)] == [str(call.call_id) for call in made.usage.calls]


async def test_what_was_heard_and_not_kept_is_recorded_when_the_attempt_fails(sims: Simulators) -> None:
    ledger = Ledger()
    ledger.functions["ai_route"] = [row("openai", ai_model="whisper-1")]
    ctx = job_context(ledger, "analyze_content", {})
    given = Recording(File(wav("Hang a curtain."), "talk.wav", "audio/wav"))
    kept, lost = [await transcribe(ctx, given, "en", settings_for(sims), Breakers()) for _ in range(2)]
    await ctx.checkpoint("text", {"usage": kept.usage.entries()})
    await ctx.wind_up()
    assert [entry["call_id"] for entry in recorded(ledger)] == [str(call.call_id) for call in lost.usage.calls]


class Faulty(AnalyseText):
    """A task with a fault of ours in it."""

    def finish(self, answer: BaseModel) -> Analysis:
        raise KeyError("core_message")


async def test_a_fault_of_ours_makes_no_call_free(sims: Simulators) -> None:
    sims.fail("unavailable", provider="anthropic")
    ledger = Ledger()
    with pytest.raises(KeyError):
        await (await routed(ledger, settings_for(sims), row("anthropic"), row("openai"))).run(
            Faulty(source=ANALYSE.source)
        )
    assert [(entry["ai_provider"], entry["certainty"]) for entry in recorded(ledger)] == [
        ("anthropic", "known"),
        ("openai", "known"),
    ]
    assert recorded(ledger)[1]["prompt_tokens"] > 0
