"""Budgets, pauses and outages: when nobody is asked, and when it is tried again."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from stack.simulators.server import Simulators
from tests.support.links import ORGANIZATION, Ledger
from tests.support.models import ANALYSE, OWN_KEY, asked, recorded, routed, row, settings_for
from workers.providers.ai.models import codes
from workers.providers.ai.routing.breaker import Breaker, Breakers
from workers.runtime.errors import AuthExpired, ProviderError, RateLimited, Rejected, Snooze, Unavailable


def spent(seconds: float) -> dict[str, Any]:
    return {"granted": False, "resets_at": (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat()}


async def test_each_call_takes_from_the_budget_of_its_key(sims: Simulators) -> None:
    ledger = Ledger()
    ledger.functions |= {"take_budget": {"granted": True}, "get_organization_ai_key": OWN_KEY}
    sims.fail("schema_violation")
    await (await routed(ledger, settings_for(sims), row("openai", has_budget=True))).run(ANALYSE)
    await (await routed(ledger, settings_for(sims), row("openai", has_budget=True, has_own_key=True))).run(ANALYSE)
    taken = [given for name, given in ledger.calls if name == "take_budget"]
    assert [given["p_application"] for given in taken] == ["default", "default", str(ORGANIZATION)]
    assert taken[0] == {"p_provider": "openai", "p_resource": "ai_requests", "p_application": "default"}


async def test_a_spent_budget_waits_without_costing_an_attempt(sims: Simulators) -> None:
    ledger = Ledger()
    ledger.functions["take_budget"] = spent(40)
    with pytest.raises(Snooze) as caught:
        await (await routed(ledger, settings_for(sims), row("openai", has_budget=True))).run(ANALYSE)
    assert 35 < (caught.value.seconds or 0) <= 40
    assert asked(sims) == []


async def test_a_model_that_rests_or_pauses_takes_nothing_from_the_budget(sims: Simulators) -> None:
    ledger, clock = Ledger(), Clock()
    breakers = Breakers(failures=1, seconds=30, clock=clock)
    ledger.functions["take_budget"] = {"granted": True}
    sims.fail("unavailable")
    generator = await routed(ledger, settings_for(sims), row("openai", has_budget=True), breakers=breakers)
    for _ in range(4):
        with pytest.raises(Unavailable):
            await generator.run(ANALYSE)
    assert len(asked(sims)) == [name for name, _ in ledger.calls].count("take_budget") == 1
    ledger.functions["take_budget"] = spent(40)
    clock.now += 31
    for _ in range(2):
        with pytest.raises(Snooze):
            await generator.run(ANALYSE)
    ledger.functions["take_budget"] = {"granted": True}
    sims.fail("unavailable")
    with pytest.raises(Unavailable, match="not be reached"):
        await generator.run(ANALYSE)
    with pytest.raises(Unavailable, match="rests"):
        await generator.run(ANALYSE)


async def test_another_model_need_not_wait(sims: Simulators) -> None:
    ledger = Ledger()
    ledger.functions["take_budget"] = spent(40)
    made = await (await routed(ledger, settings_for(sims), row("openai", has_budget=True), row("google"))).run(ANALYSE)
    assert made.ai_provider == "google"


async def test_a_provider_that_keeps_failing_is_left_alone_for_a_while(sims: Simulators) -> None:
    sims.fail("unavailable", provider="openai", times=None)
    ledger, clock = Ledger(), Clock()
    breakers = Breakers(failures=3, seconds=30, clock=clock)
    generator = await routed(ledger, settings_for(sims), row("openai"), breakers=breakers)
    for _ in range(3):
        with pytest.raises(Unavailable):
            await generator.run(ANALYSE)
    assert len(asked(sims)) == 3
    with pytest.raises(Unavailable, match="rests") as caught:
        await generator.run(ANALYSE)
    assert caught.value.retry_after
    assert len(asked(sims)) == 3, "nobody was asked"
    assert len(recorded(ledger)) == 3, "and nothing was to be paid"
    sims.reset()
    clock.now += 31
    assert (await generator.run(ANALYSE)).ai_provider == "openai"
    assert (await generator.run(ANALYSE)).ai_provider == "openai"


async def test_an_outage_of_one_key_or_model_is_none_of_another(sims: Simulators) -> None:
    sims.fail("unavailable", model="gpt-6-luna", times=None)
    ledger, breakers = Ledger(), Breakers(failures=1)
    with pytest.raises(Unavailable):
        await (await routed(ledger, settings_for(sims), row("openai"), breakers=breakers)).run(ANALYSE)
    sims.reset()
    other = await routed(ledger, settings_for(sims), row("openai", ai_model="gpt-6-sol"), breakers=breakers)
    assert (await other.run(ANALYSE)).ai_model == "gpt-6-sol"
    ledger.functions["get_organization_ai_key"] = OWN_KEY
    own = await routed(ledger, settings_for(sims), row("openai", has_own_key=True), breakers=breakers)
    assert (await own.run(ANALYSE)).usage.calls[0].is_own_key


async def test_a_pause_that_a_provider_asks_for_holds_for_all_jobs(sims: Simulators) -> None:
    sims.fail("rate_limited", retry_after=120)
    breakers = Breakers()
    for _ in range(2):
        generator = await routed(Ledger(), settings_for(sims), row("openai"), breakers=breakers)
        with pytest.raises(RateLimited) as caught:
            await generator.run(ANALYSE)
        assert 115 < (caught.value.retry_after or 0) <= 120
    assert len(asked(sims)) == 1


async def test_a_short_pause_is_waited_out(sims: Simulators) -> None:
    sims.fail("rate_limited", retry_after=1)
    breakers = Breakers()
    with pytest.raises(RateLimited):
        await (await routed(Ledger(), settings_for(sims), row("openai"), breakers=breakers)).run(ANALYSE)
    started = asyncio.get_running_loop().time()
    await (await routed(Ledger(), settings_for(sims), row("openai"), breakers=breakers)).run(ANALYSE)
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
