"""Each call for vectors is on record once, and none whose outcome nobody knows is taken for free."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from stack.simulators import Simulators
from tests.support.links import Ledger, job_context
from tests.support.models import settings_for
from tests.support.opened import opened
from tests.support.workers import until
from workers.providers.ai.models import codes
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.embeddings.routed import EmbedderPool, RoutedEmbedder, embedder
from workers.runtime.errors import Unavailable

MODEL = "text-embedding-3-small"
MANY = [f"Sentence number {number} about bread." for number in range(2100)]
"""More than one batch."""


async def routed(sims: Simulators, ledger: Ledger) -> RoutedEmbedder:
    ledger.functions["ai_route"] = [
        {"ai_provider": "openai", "ai_model": MODEL, "chosen_by": "platform", "is_api_key_required": True}
    ]
    ctx = job_context(ledger, "learn_brand_voice", {})
    return await embedder(ctx, settings_for(sims), Breakers(), opened(EmbedderPool()), "brand_voice")


def recorded(ledger: Ledger) -> list[dict[str, Any]]:
    return [entry for name, given in ledger.calls if name == "record_ai_usage" for entry in given["p_entries"]]


async def test_a_call_is_announced_and_recorded_by_the_same_id(sims: Simulators) -> None:
    ledger = Ledger()
    await (await routed(sims, ledger)).embed(["Bread needs time."])
    [entry] = recorded(ledger)
    [begun] = [given for name, given in ledger.calls if name == "begin_ai_calls"]
    assert (entry["certainty"], entry["operation_type"], entry["prompt_tokens"] > 0) == ("known", "embed", True)
    assert [call["call_id"] for call in begun["p_calls"]] == [entry["call_id"]]


async def test_nothing_to_say_is_no_call(sims: Simulators) -> None:
    ledger = Ledger()
    made = await (await routed(sims, ledger)).embed(["", " \n"])
    assert made.vectors.shape[0] == 2
    assert recorded(ledger) == []
    assert sims.ledger.entries == []


async def test_the_batches_before_a_lost_one_are_paid_and_known(sims: Simulators) -> None:
    ledger = Ledger()
    sims.fail("disconnect_after", skip=1)
    with pytest.raises(Unavailable):
        await (await routed(sims, ledger)).embed(MANY)
    first, second = sims.ledger.entries
    assert first.billed is not None
    assert second.billed is not None
    assert [(one["certainty"], one["status"], one["prompt_tokens"]) for one in recorded(ledger)] == [
        ("known", "succeeded", first.billed.input_tokens),
        ("unknown", "failed", 0),
    ]


async def test_a_refused_call_cost_nothing(sims: Simulators) -> None:
    ledger = Ledger()
    sims.fail("server_error")
    with pytest.raises(Unavailable):
        await (await routed(sims, ledger)).embed(["Bread needs time."])
    [entry] = recorded(ledger)
    assert (entry["certainty"], entry["error_code"], entry["prompt_tokens"]) == ("known", codes.UNAVAILABLE, 0)


async def test_a_call_that_is_cancelled_is_of_unknown_cost(sims: Simulators) -> None:
    ledger = Ledger()
    sims.delay(5)
    running = asyncio.ensure_future((await routed(sims, ledger)).embed(["Bread needs time."]))
    await until(lambda: len(sims.ledger.entries) == 1, within=5, every=0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert [(entry["certainty"], entry["error_code"]) for entry in recorded(ledger)] == [("unknown", "CANCELLED")]
