"""What the adapters count, over answers and errors of every kind, is what the provider's own ledger reported."""

from __future__ import annotations

import asyncio

import pytest

from stack.simulators.server import Simulators
from tests.support.adapters import PROVIDERS, model, request
from workers.providers.ai.models.base import TokenUsage
from workers.runtime.errors import ProviderError

CALLS = 150
WITHOUT_COST = ("rate_limited", "server_error", "unavailable", "overloaded", "disconnect_before", "invalid_request")
WITH_COST = ("refusal", "content_filter", "truncated_answer", "malformed_content", "schema_violation", "missing_usage")
COST_UNTOLD = ("disconnect_after", "truncated_body", "malformed_json")


@pytest.mark.parametrize("provider", PROVIDERS)
async def test_counted_is_reported_with_faults_on(sims: Simulators, provider: str) -> None:
    for kind in (*WITHOUT_COST, *WITH_COST, *COST_UNTOLD):
        sims.fail(kind, times=None, share=0.04)
    sims.answer(text="Cached.", contains="number 7.", usage={"input_tokens": 90, "cached_input_tokens": 64})
    async with model(sims, provider) as adapter:

        async def used(number: int) -> tuple[TokenUsage, bool]:
            try:
                return (await adapter.complete(request(f"Question number {number}."))).usage, False
            except ProviderError as error:
                return error.usage or TokenUsage(), True

        results = await asyncio.gather(*(used(number) for number in range(CALLS)))
    told = [entry.reported for entry in sims.ledger.entries if entry.reported is not None]
    assert sum((usage for usage, _ in results), TokenUsage()) == TokenUsage(
        sum(usage.input_tokens for usage in told),
        sum(usage.cached_input_tokens for usage in told),
        sum(usage.output_tokens for usage in told),
    )
    assert len(sims.ledger.entries) == CALLS
    assert len({entry.fault for entry in sims.ledger.entries}) > 10, "the faults happened"
    assert 5 < sum(failed for _, failed in results) < CALLS - 5
