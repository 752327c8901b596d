"""Whose model and key does the work, what is tried next, when nobody is asked, and that every call is told of."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from pydantic import BaseModel, SecretStr, ValidationError

from stack import simulators
from stack.simulators.requests import fingerprint
from stack.simulators.speech import recording as wav
from tests.support.links import ORGANIZATION, Ledger, job_context
from tests.support.models import KEY, OWN_KEY, routed, row, settings_for
from tests.support.posts import ENGLISH
from tests.support.posts import generator as local_generator
from tests.support.workers import until
from workers.providers.ai.models import codes
from workers.providers.ai.routing.breaker import Breaker, Breakers
from workers.providers.ai.routing.generator import RoutedGenerator
from workers.providers.ai.routing.pool import ModelPool
from workers.providers.ai.routing.route import route_for
from workers.providers.ai.tasks.analysis import AnalyseText, Analysis
from workers.providers.ai.tasks.base import Source
from workers.providers.settings import ProviderSettings
from workers.providers.transcription.base import File, Recording
from workers.providers.transcription.routed import transcribe
from workers.runtime.errors import AuthExpired, ProviderError, RateLimited, Rejected, Snooze, Unavailable

TASK = AnalyseText(source=Source(text=ENGLISH.read_text()))


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def running_sims() -> AsyncIterator[simulators.Simulators]:
    async with simulators.running() as sims:
        yield sims


@pytest.fixture
def sims(running_sims: simulators.Simulators) -> simulators.Simulators:
    running_sims.reset()
    return running_sims


def asked(sims: simulators.Simulators) -> list[str]:
    return [entry.provider for entry in sims.ledger.entries]


def recorded(ledger: Ledger) -> list[dict[str, Any]]:
    return [entry for name, given in ledger.calls if name == "record_ai_usage" for entry in given["p_entries"]]


def announced(ledger: Ledger) -> list[dict[str, Any]]:
    return [entry for name, given in ledger.calls if name == "begin_ai_calls" for entry in given["p_calls"]]


async def test_the_database_is_asked_for_the_organization_and_the_person(sims: simulators.Simulators) -> None:
    ledger, person = Ledger(), uuid4()
    generator = await routed(ledger, settings_for(sims), row("openai"), created_by=person)
    [(function, given)] = ledger.calls
    assert function == "ai_route"
    del given["p_call"]
    assert given == {"p_organization_id": ORGANIZATION, "p_capability": "text", "p_user_id": person}
    made = await generator.run(TASK)
    assert (made.ai_provider, made.ai_model, generator.provider) == ("openai", "gpt-6-luna", "openai")
    assert recorded(ledger) == [], "what led to a result is recorded with it"


async def test_the_platforms_key_is_used_unless_the_organization_has_one(sims: simulators.Simulators) -> None:
    ledger = Ledger()
    made = await (await routed(ledger, settings_for(sims), row("openai"))).run(TASK)
    assert made.usage.calls[0].is_own_key is False
    ledger.functions["get_organization_ai_key"] = OWN_KEY
    generator = await routed(ledger, settings_for(sims), row("openai", has_own_key=True))
    for _ in range(3):
        made = await generator.run(TASK)
        assert made.usage.calls[0].is_own_key is True
    keys = [entry.key for entry in sims.ledger.entries]
    assert keys == [fingerprint(KEY), *[fingerprint(OWN_KEY)] * 3]
    fetched = [given for name, given in ledger.calls if name == "get_organization_ai_key"]
    assert fetched == [{"p_organization_id": ORGANIZATION, "p_ai_provider": "openai"}], "once a job"


async def test_an_own_key_that_is_gone_is_not_replaced_by_the_platforms(sims: simulators.Simulators) -> None:
    generator = await routed(Ledger(), settings_for(sims), row("openai", has_own_key=True))
    with pytest.raises(AuthExpired) as caught:
        await generator.run(TASK)
    assert caught.value.code == codes.KEY_INVALID
    assert asked(sims) == []


async def test_without_a_key_the_next_one_works(sims: simulators.Simulators) -> None:
    settings = settings_for(sims, openai_api_key=None)
    made = await (await routed(Ledger(), settings, row("openai"), row("anthropic"))).run(TASK)
    assert made.ai_provider == "anthropic"
    assert made.notes == ("written by claude-haiku-5-5 after openai/gpt-6-luna (AI_KEY_INVALID) failed",)


async def test_what_a_dutch_reader_should_know_is_said_in_dutch(sims: simulators.Simulators) -> None:
    sims.fail("unavailable", times=None)
    generator = await routed(Ledger(), settings_for(sims), row("openai"), row("local"))
    made = await generator.run(AnalyseText(source=TASK.source, language="nl"))
    assert made.notes == (
        "geschreven in de taal van de invoer (en): deze provider vertaalt niet",
        "geschreven door local-extractive nadat openai/gpt-6-luna (AI_UNAVAILABLE) faalde",
    )


@pytest.mark.parametrize(
    "fault",
    ["rate_limited", "unavailable", "server_error", "quota_exhausted", "invalid_key", "model_unknown",
     "context_too_long", "invalid_request", "disconnect_before", "malformed_json"],
)  # fmt: skip
async def test_what_another_model_may_not_have_is_tried_with_it(sims: simulators.Simulators, fault: str) -> None:
    sims.fail(fault, provider="openai", times=None)
    ledger = Ledger()
    made = await (await routed(ledger, settings_for(sims), row("openai"), row("google"))).run(TASK)
    assert made.ai_provider == "google"
    assert asked(sims) == ["openai", "google"]
    assert [(call.ai_provider, call.status) for call in made.usage.calls] == [
        ("openai", "failed"),
        ("google", "succeeded"),
    ]
    assert recorded(ledger) == []


async def test_two_unfit_answers_lead_on_as_well(sims: simulators.Simulators) -> None:
    sims.fail("schema_violation", provider="openai", times=2)
    made = await (await routed(Ledger(), settings_for(sims), row("openai"), row("anthropic"))).run(TASK)
    assert asked(sims) == ["openai", "openai", "anthropic"]
    assert made.usage.total_tokens == sum(entry.billed.input_tokens + entry.billed.output_tokens
                                          for entry in sims.ledger.entries if entry.billed)  # fmt: skip


async def test_nobody_shops_around_after_a_refusal(sims: simulators.Simulators) -> None:
    sims.fail("refusal")
    ledger = Ledger()
    with pytest.raises(Rejected) as caught:
        await (await routed(ledger, settings_for(sims), row("openai"), row("anthropic"))).run(TASK)
    assert caught.value.code == codes.REFUSED
    assert asked(sims) == ["openai"]
    assert [entry["status"] for entry in recorded(ledger)] == ["refused"]


async def test_a_refusal_is_the_end_though_another_model_may_be_back_soon(sims: simulators.Simulators) -> None:
    sims.fail("rate_limited", provider="openai", retry_after=60)
    sims.fail("refusal", provider="anthropic")
    with pytest.raises(Rejected) as caught:
        await (await routed(Ledger(), settings_for(sims), row("openai"), row("anthropic"))).run(TASK)
    assert caught.value.code == codes.REFUSED
    assert [call.error_code for call in caught.value.calls] == [codes.RATE_LIMITED, codes.REFUSED]


async def test_what_the_local_one_cannot_do_with_an_input_is_no_end_for_a_model_that_may_be_back(
    sims: simulators.Simulators,
) -> None:
    sims.fail("unavailable")
    with pytest.raises(Unavailable):
        await (await routed(Ledger(), settings_for(sims), row("openai"), row("local"))).run(
            AnalyseText(source=Source(text="bread"))
        )


async def test_a_fault_of_the_input_is_no_reason_for_another_model(sims: simulators.Simulators) -> None:
    generator = await routed(Ledger(), settings_for(sims), row("local"), row("openai"))
    with pytest.raises(Rejected) as caught:
        await generator.run(AnalyseText(source=Source(text="bread")))
    assert caught.value.code == "INPUT_TOO_SHORT"
    assert asked(sims) == []


async def test_the_local_one_answers_last_where_the_route_ends_with_it(sims: simulators.Simulators) -> None:
    sims.fail("unavailable", times=None)
    made = await (await routed(Ledger(), settings_for(sims), row("openai"), row("local"))).run(TASK)
    assert (made.ai_provider, made.ai_model) == ("local", "local-extractive")
    assert "openai/gpt-6-luna (AI_UNAVAILABLE)" in made.notes[-1]


async def test_when_all_fail_the_calls_are_recorded_and_the_failure_that_passes_is_told(
    sims: simulators.Simulators,
) -> None:
    sims.fail("schema_violation", provider="anthropic", times=2)
    sims.fail("unavailable", provider="openai")
    ledger, person = Ledger(), uuid4()
    generator = await routed(ledger, settings_for(sims), row("anthropic"), row("openai"), created_by=person)
    with pytest.raises(Unavailable) as caught:
        await generator.run(TASK)
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


async def test_records_that_are_refused_do_not_hide_the_failure(sims: simulators.Simulators) -> None:
    def refuse(**_: Any) -> None:
        raise Rejected("p_entries must be an array", "VALIDATION_ERROR")

    ledger = Ledger()
    ledger.functions["record_ai_usage"] = refuse
    sims.fail("server_error")
    with pytest.raises(Unavailable):
        await (await routed(ledger, settings_for(sims), row("openai"))).run(TASK)


async def test_without_any_model_the_job_cannot_succeed(sims: simulators.Simulators) -> None:
    with pytest.raises(Rejected) as caught:
        await (await routed(Ledger(), settings_for(sims))).run(TASK)
    assert caught.value.code == codes.MODEL_UNKNOWN


async def test_the_database_is_told_the_platforms_model_of_the_environment(sims: simulators.Simulators) -> None:
    settings = settings_for(sims, ai_provider="anthropic", ai_model="claude-haiku-5-5")
    ledger = Ledger()
    budget = row("anthropic", has_own_key=True, has_budget=True)
    ledger.functions |= {"get_organization_ai_key": OWN_KEY, "take_budget": {"granted": True}}
    made = await (await routed(ledger, settings, budget)).run(TASK)
    told = dict(ledger.calls)
    assert told["ai_route"]["p_platform_model"] == "anthropic/claude-haiku-5-5"
    assert (made.ai_provider, made.usage.calls[0].is_own_key) == ("anthropic", True)
    assert "take_budget" in told, "it is paid from the same budget"
    ledger = Ledger()
    await route_for(job_context(ledger, "generate_posts", {}), settings_for(sims, ai_provider="local"))
    await route_for(job_context(ledger, "analyze_content", {}), settings, "transcription")
    assert [call.get("p_platform_model") for _, call in ledger.calls] == ["local/local-extractive", None]
    with pytest.raises(ValidationError, match="CATALYST_AI_MODEL"):
        ProviderSettings(ai_provider="openai")


async def test_keys_are_in_no_error_and_no_record(sims: simulators.Simulators) -> None:
    bad = "sk-invalid-and-secret-0003"
    ledger = Ledger()
    generator = await routed(ledger, settings_for(sims, openai_api_key=SecretStr(bad)), row("openai"))
    with pytest.raises(AuthExpired) as caught:
        await generator.run(TASK)
    assert bad not in f"{caught.value!r} {caught.value.message} {ledger.calls}"


# Budgets --------------------------------------------------------------------------------------------------------------


def spent(seconds: float) -> dict[str, Any]:
    return {"granted": False, "resets_at": (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat()}


async def test_each_call_takes_from_the_budget_of_its_key(sims: simulators.Simulators) -> None:
    ledger = Ledger()
    ledger.functions |= {"take_budget": {"granted": True}, "get_organization_ai_key": OWN_KEY}
    sims.fail("schema_violation")
    await (await routed(ledger, settings_for(sims), row("openai", has_budget=True))).run(TASK)
    await (await routed(ledger, settings_for(sims), row("openai", has_budget=True, has_own_key=True))).run(TASK)
    taken = [given for name, given in ledger.calls if name == "take_budget"]
    assert [given["p_application"] for given in taken] == ["default", "default", str(ORGANIZATION)]
    assert taken[0] == {"p_provider": "openai", "p_resource": "ai_requests", "p_application": "default"}


async def test_a_spent_budget_waits_without_costing_an_attempt(sims: simulators.Simulators) -> None:
    ledger = Ledger()
    ledger.functions["take_budget"] = spent(40)
    with pytest.raises(Snooze) as caught:
        await (await routed(ledger, settings_for(sims), row("openai", has_budget=True))).run(TASK)
    assert 35 < (caught.value.seconds or 0) <= 40
    assert asked(sims) == []


async def test_a_model_that_rests_or_pauses_takes_nothing_from_the_budget(sims: simulators.Simulators) -> None:
    ledger, breakers = Ledger(), Breakers(failures=1, seconds=0.2)
    ledger.functions["take_budget"] = {"granted": True}
    sims.fail("unavailable")
    generator = await routed(ledger, settings_for(sims), row("openai", has_budget=True), breakers=breakers)
    for _ in range(4):
        with pytest.raises(Unavailable):
            await generator.run(TASK)
    assert len(asked(sims)) == [name for name, _ in ledger.calls].count("take_budget") == 1
    ledger.functions["take_budget"] = spent(40)
    await asyncio.sleep(0.25)
    for _ in range(2):
        with pytest.raises(Snooze):
            await generator.run(TASK)
    ledger.functions["take_budget"] = {"granted": True}
    sims.fail("unavailable")
    with pytest.raises(Unavailable, match="not be reached"):
        await generator.run(TASK)
    with pytest.raises(Unavailable, match="rests"):
        await generator.run(TASK)


async def test_another_model_need_not_wait(sims: simulators.Simulators) -> None:
    ledger = Ledger()
    ledger.functions["take_budget"] = spent(40)
    made = await (await routed(ledger, settings_for(sims), row("openai", has_budget=True), row("google"))).run(TASK)
    assert made.ai_provider == "google"


# Pauses and outages ---------------------------------------------------------------------------------------------------


async def test_a_provider_that_keeps_failing_is_left_alone_for_a_while(sims: simulators.Simulators) -> None:
    sims.fail("unavailable", provider="openai", times=None)
    breakers, ledger = Breakers(failures=3, seconds=0.3), Ledger()
    generator = await routed(ledger, settings_for(sims), row("openai"), breakers=breakers)
    for _ in range(3):
        with pytest.raises(Unavailable):
            await generator.run(TASK)
    assert len(asked(sims)) == 3
    with pytest.raises(Unavailable, match="rests") as caught:
        await generator.run(TASK)
    assert caught.value.retry_after
    assert len(asked(sims)) == 3, "nobody was asked"
    assert len(recorded(ledger)) == 3, "and nothing was to be paid"
    sims.reset()
    await asyncio.sleep(0.35)
    assert (await generator.run(TASK)).ai_provider == "openai"
    assert (await generator.run(TASK)).ai_provider == "openai"


async def test_an_outage_of_one_key_or_model_is_none_of_another(sims: simulators.Simulators) -> None:
    sims.fail("unavailable", model="gpt-6-luna", times=None)
    ledger, breakers = Ledger(), Breakers(failures=1)
    with pytest.raises(Unavailable):
        await (await routed(ledger, settings_for(sims), row("openai"), breakers=breakers)).run(TASK)
    sims.reset()
    other = await routed(ledger, settings_for(sims), row("openai", ai_model="gpt-6-sol"), breakers=breakers)
    assert (await other.run(TASK)).ai_model == "gpt-6-sol"
    ledger.functions["get_organization_ai_key"] = OWN_KEY
    own = await routed(ledger, settings_for(sims), row("openai", has_own_key=True), breakers=breakers)
    assert (await own.run(TASK)).usage.calls[0].is_own_key


async def test_a_pause_that_a_provider_asks_for_holds_for_all_jobs(sims: simulators.Simulators) -> None:
    sims.fail("rate_limited", retry_after=120)
    breakers = Breakers()
    for _ in range(2):
        generator = await routed(Ledger(), settings_for(sims), row("openai"), breakers=breakers)
        with pytest.raises(RateLimited) as caught:
            await generator.run(TASK)
        assert 115 < (caught.value.retry_after or 0) <= 120
    assert len(asked(sims)) == 1


async def test_a_short_pause_is_waited_out(sims: simulators.Simulators) -> None:
    sims.fail("rate_limited", retry_after=1)
    breakers = Breakers()
    with pytest.raises(RateLimited):
        await (await routed(Ledger(), settings_for(sims), row("openai"), breakers=breakers)).run(TASK)
    started = asyncio.get_running_loop().time()
    await (await routed(Ledger(), settings_for(sims), row("openai"), breakers=breakers)).run(TASK)
    assert asyncio.get_running_loop().time() - started > 0.8


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


async def outage(breaker: Breaker, error: ProviderError) -> None:
    with pytest.raises(type(error)):
        async with breaker.call():
            raise error


async def test_one_call_tries_whether_it_is_back_and_the_others_wait_for_it() -> None:
    clock = Clock()
    breaker = Breaker("openai", failures=2, seconds=30, clock=clock)
    for _ in range(2):
        await outage(breaker, Unavailable("down", codes.TIMEOUT))
    clock.now += 31
    async with breaker.call():
        with pytest.raises(Unavailable, match="rests"):
            async with breaker.call():
                pass
    async with breaker.call():
        pass


async def test_a_trial_that_is_cancelled_leaves_the_next_one_its_turn() -> None:
    clock = Clock()
    breaker = Breaker("openai", failures=1, seconds=30, clock=clock)
    await outage(breaker, Unavailable("down", codes.UNAVAILABLE))
    clock.now += 31
    with pytest.raises(asyncio.CancelledError):
        async with breaker.call():
            raise asyncio.CancelledError
    async with breaker.call():
        pass


async def test_whoever_answers_is_no_outage() -> None:
    breaker = Breaker("openai", failures=2, seconds=30)
    for error in (
        Unavailable("down", codes.UNAVAILABLE),
        AuthExpired("no", codes.KEY_INVALID),
        Unavailable("down", codes.UNAVAILABLE),
        Rejected("no", codes.REFUSED),
        Unavailable("down", codes.UNAVAILABLE),
    ):
        await outage(breaker, error)
    async with breaker.call():
        pass


async def test_the_first_call_is_noted_with_the_route_and_later_ones_while_they_are_made(
    sims: simulators.Simulators,
) -> None:
    sims.fail("schema_violation")
    ledger = Ledger()
    made = await (await routed(ledger, settings_for(sims), row("openai"))).run(TASK)
    noted = ledger.calls[0][1]["p_call"]
    assert (noted["job_id"], noted["lease"], noted["about"]) == (1, 1, {"generation_id": "g"})
    [repair] = announced(ledger)
    assert (repair["ai_provider"], repair["feature"], repair["about"]) == ("openai", TASK.name, {"generation_id": "g"})
    assert [str(call.call_id) for call in made.usage.calls] == [noted["call_id"], repair["call_id"]]


async def test_the_note_is_put_right_when_another_model_is_called(sims: simulators.Simulators) -> None:
    ledger = Ledger()
    settings = settings_for(sims, openai_api_key=None)
    await (await routed(ledger, settings, row("openai"), row("anthropic"))).run(TASK)
    [entry] = announced(ledger)
    assert entry["call_id"] == ledger.calls[0][1]["p_call"]["call_id"]
    assert entry["ai_provider"] == "anthropic"


async def test_a_call_that_is_cancelled_is_recorded_with_unknown_cost(sims: simulators.Simulators) -> None:
    sims.fail("schema_violation")
    sims.delay(0.3)
    ledger = Ledger()
    running = asyncio.ensure_future((await routed(ledger, settings_for(sims), row("openai"))).run(TASK))
    await until(lambda: len(sims.ledger.entries) == 2, within=5, every=0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert [(entry["error_code"], entry["certainty"]) for entry in recorded(ledger)] == [
        (codes.MALFORMED, "known"),
        ("CANCELLED", "unknown"),
    ]


async def test_calls_that_led_to_an_output_that_nobody_kept_are_recorded_when_the_attempt_fails(
    sims: simulators.Simulators,
) -> None:
    ledger = Ledger()
    ledger.functions["ai_route"] = [row("openai")]
    ctx = job_context(ledger, "generate_titles", {})
    route = await route_for(ctx, settings_for(sims))
    generator = RoutedGenerator(ctx, route, local=local_generator(), pool=ModelPool(), breakers=Breakers())
    kept = await generator.run(TASK)
    await ctx.checkpoint("analysis", kept.provenance())
    await ctx.checkpoint("another", {"nothing": True})
    lost = await generator.run(TASK)
    assert recorded(ledger) == []
    await ctx.wind_up()
    await ctx.wind_up()
    assert [entry["call_id"] for entry in recorded(ledger)] == [str(call.call_id) for call in lost.usage.calls]


async def test_calls_of_a_last_step_that_is_refused_are_recorded(sims: simulators.Simulators) -> None:
    ledger = Ledger()
    ledger.functions["ai_route"] = [row("openai")]
    ctx = job_context(ledger, "generate_titles", {})
    route = await route_for(ctx, settings_for(sims))
    generator = RoutedGenerator(ctx, route, local=local_generator(), pool=ModelPool(), breakers=Breakers())
    made = await generator.run(TASK)
    ctx.conclude("written", made.provenance())
    await ctx.wind_up()
    assert recorded(ledger) == []
    await ctx.forget_step("written")
    assert [entry["call_id"] for entry in recorded(ledger)] == [str(call.call_id) for call in made.usage.calls]


async def test_what_was_heard_and_not_kept_is_recorded_when_the_attempt_fails(sims: simulators.Simulators) -> None:
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


async def test_a_fault_of_ours_makes_no_call_free(sims: simulators.Simulators) -> None:
    sims.fail("unavailable", provider="anthropic")
    ledger = Ledger()
    with pytest.raises(KeyError):
        await (await routed(ledger, settings_for(sims), row("anthropic"), row("openai"))).run(
            Faulty(source=TASK.source)
        )
    assert [(entry["ai_provider"], entry["certainty"]) for entry in recorded(ledger)] == [
        ("anthropic", "known"),
        ("openai", "known"),
    ]
    assert recorded(ledger)[1]["prompt_tokens"] > 0
