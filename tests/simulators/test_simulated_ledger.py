"""Which calls a fault meets, what the ledger says about them, and the control API over HTTP."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from typing import Any

import httpx
import openai
import pytest
from openai import AsyncOpenAI

from stack import simulators
from stack.simulators import Simulators
from stack.simulators.calls import Usage
from stack.simulators.catalogue import PRICES
from tests.simulators.conftest import PROMPT
from tests.support.database import Database
from tests.support.workers import until

MODEL = "gpt-5.4-mini"


async def ask(client: AsyncOpenAI, text: str = PROMPT) -> int:
    try:
        await client.responses.create(model=MODEL, input=text)
    except openai.APIStatusError as error:
        return error.status_code
    return 200


async def test_a_fault_happens_as_often_as_it_was_told(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    sims.fail("server_error", times=2, skip=1)
    assert [await ask(openai_client) for _ in range(5)] == [200, 500, 500, 200, 200]


async def test_a_fault_without_number_lasts_until_reset(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    sims.fail("unavailable", times=None)
    assert {await ask(openai_client) for _ in range(4)} == {503}
    sims.reset()
    assert await ask(openai_client) == 200


@pytest.mark.parametrize(
    ("matcher", "is_met"),
    [
        ({"provider": "openai"}, True),
        ({"provider": "gemini"}, False),
        ({"model": "gpt-4o"}, False),
        ({"endpoint": "responses"}, True),
        ({"endpoint": "embeddings"}, False),
        ({"contains": "tomatoes"}, True),
        ({"contains": "potatoes"}, False),
        ({"schema_name": "post"}, False),
    ],
)
async def test_a_fault_meets_the_calls_it_names(
    openai_client: AsyncOpenAI, sims: Simulators, matcher: dict[str, Any], is_met: bool
) -> None:
    sims.fail("server_error", **matcher)
    assert (await ask(openai_client) == 500) is is_met


async def test_a_share_of_calls_fails_the_same_way_in_any_order(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    texts = [f"{PROMPT} Number {number}." for number in range(100)]

    async def outcomes(order: list[str]) -> dict[str, int]:
        sims.reset()
        sims.fail("server_error", times=None, share=0.3)
        return dict(zip(order, await asyncio.gather(*(ask(openai_client, text) for text in order)), strict=True))

    forwards = await outcomes(texts)
    assert await outcomes(texts[::-1]) == forwards
    assert 15 <= Counter(forwards.values())[500] <= 45


async def test_a_random_delimiter_does_not_change_the_draw(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    for mark in ("data-00c0ffee12ab34cd", "data-77d0ffee98ab76cd"):
        await ask(openai_client, PROMPT.replace("data-4f9a1c77", mark))
    first, second = sims.ledger.entries
    assert first.fingerprint == second.fingerprint


async def test_totals_are_the_sum_of_the_entries(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    sims.fail("server_error", skip=2)
    sims.fail("malformed_json", skip=3)
    for number in range(6):
        await asyncio.gather(ask(openai_client, f"{PROMPT} {number}"), return_exceptions=True)
    totals = sims.ledger.totals()
    costs = [entry.cost_usd for entry in sims.ledger.entries]
    assert Decimal(totals["cost_usd"]) == sum(cost for cost in costs if cost is not None) > 0
    assert (totals["calls"], totals["billed_calls"]) == (6, 5)
    assert Decimal(totals["reported_cost_usd"]) == Decimal(totals["cost_usd"]) * 4 / 5
    assert totals["models"][f"openai/{MODEL}"]["calls"] == 6


async def test_a_client_that_left_was_told_nothing(sims: Simulators) -> None:
    sims.delay(2)
    async with AsyncOpenAI(base_url=sims.openai, api_key="k", max_retries=0, timeout=1) as client:
        with pytest.raises(openai.APITimeoutError):
            await client.responses.create(model=MODEL, input=PROMPT)
    await until(lambda: sims.ledger.entries[0].seconds is not None)
    [entry] = sims.ledger.entries
    assert entry.billed is not None
    assert entry.reported is None


async def test_no_key_is_kept_anywhere(sims: Simulators) -> None:
    secret = "sk-very-secret-0123456789"
    async with AsyncOpenAI(base_url=sims.openai, api_key=secret, max_retries=0) as client:
        await ask(client)
    async with httpx.AsyncClient(base_url=sims.url) as control:
        ledger = await control.get("/_control/ledger")
        body = await control.get("/_control/ledger/1/body")
    assert ledger.json()["entries"][0]["key"]
    assert secret not in ledger.text + body.text


async def test_everything_can_be_set_and_read_over_http(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    async with httpx.AsyncClient(base_url=sims.url) as control:
        faults = [{"kind": "rate_limited", "retry_after": 3}, {"kind": "server_error", "provider": "gemini"}]
        assert (await control.post("/_control/faults", json=faults)).json() == {"accepted": 2}
        active = (await control.get("/_control/faults")).json()["faults"]
        assert [(fault["kind"], fault.get("provider")) for fault in active] == [
            ("rate_limited", None),
            ("server_error", "google"),
        ]
        await control.post("/_control/answers", json={"contains": "tomatoes", "data": {"answer": 42}})
        await control.post("/_control/latency", json={"seconds": 0.2, "provider": "openai"})
        assert await ask(openai_client) == 429
        answer = await openai_client.responses.create(model=MODEL, input=PROMPT)
        assert answer.output_text == '{"answer": 42}'
        entries = (await control.get("/_control/ledger", params={"after": 1})).json()["entries"]
        assert [entry["status"] for entry in entries] == [200]
        assert entries[0]["seconds"] >= 0.2
        assert (await control.get("/_control/ledger/2/body")).json()["input"] == PROMPT
        assert (await control.get("/_control/ledger/totals")).json()["calls"] == 2
        assert (await control.get("/_control/ledger/count")).json() == {"calls": 2}
        await control.post("/_control/reset")
        assert (await control.get("/_control/ledger")).json() == {"entries": []}
        assert (await control.get("/_control/faults")).json() == {"faults": []}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("faults", {"kind": "no such fault"}),
        ("faults", {"kind": "server_error", "colour": "red"}),
        ("faults", {"kind": "server_error", "provider": "acme"}),
        ("latency", {"seconds": -1}),
        ("answers", {"times": 0}),
    ],
)
async def test_a_setting_without_sense_is_refused(sims: Simulators, path: str, body: dict[str, Any]) -> None:
    async with httpx.AsyncClient(base_url=sims.url) as control:
        assert (await control.post(f"/_control/{path}", json=body)).status_code == 422
        assert (await control.get("/_control/ledger", params={"after": "x"})).status_code == 422
        assert (await control.get("/_control/ledger/9/body")).status_code == 404


async def test_the_server_ends_while_calls_hang() -> None:
    async with simulators.running() as own, AsyncOpenAI(base_url=own.openai, api_key="k", max_retries=0) as client:
        own.fail("timeout_before")
        hanging = asyncio.create_task(client.responses.create(model=MODEL, input=PROMPT))
        await until(lambda: own.ledger.entries)
    with pytest.raises(openai.APIConnectionError):
        await hanging


async def test_it_runs_as_a_command() -> None:
    command = [sys.executable, "-m", "stack.simulators", "--port", "0"]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        lines = [(await process.stdout.readline()).decode().split() for _ in range(6)]
        addresses = dict(lines)
        async with AsyncOpenAI(base_url=addresses["openai"], api_key="k", max_retries=0) as client:
            assert await ask(client) == 200
        async with httpx.AsyncClient() as control:
            assert (await control.get(f"{addresses['control']}/ledger/totals")).json()["calls"] == 1
    finally:
        process.terminate()
        assert await process.wait() == 0


async def test_prices_are_those_of_the_catalogue(read_only_database: Database) -> None:
    connection = await read_only_database.connect()
    cursor = await connection.execute(
        "select provider, name, input_cost_per_million_tokens, cached_input_cost_per_million_tokens,"
        " output_cost_per_million_tokens, cost_per_minute, long_prompt_tokens,"
        " long_input_cost_per_million_tokens, long_cached_input_cost_per_million_tokens,"
        " long_output_cost_per_million_tokens from public.ai_models"
        " where priced_on is not null and provider <> 'local'"
    )
    rows = await cursor.fetchall()
    known = {(provider, name) for provider, models in PRICES.items() for name in models}
    assert {(row[0], row[1]) for row in rows} == known
    for provider, name, price_in, cached, price_out, minute, above, *long_prices in rows:
        price = PRICES[provider][name]
        assert (price.input, price.output, price.minute) == (price_in or 0, price_out or 0, minute or 0)
        assert price.cached == cached
        assert (price.long and price.long.above) == above
        if price.long:
            assert price.cached is not None
            expected = [
                price.input * price.long.input,
                price.cached * price.long.input,
                price.output * price.long.output,
            ]
            assert expected == long_prices


@pytest.mark.parametrize(
    ("usage", "cost"),
    [
        (Usage(1_000_000, 0, 1_000_000), "5.250000"),
        (Usage(1_000_000, 400_000, 0), "0.480000"),
        (Usage(1, 0, 0), "0.000001"),
        (Usage(100, 500, 0), "0.000008"),
        (Usage(-5, -5, -5), "0.000000"),
    ],
)
def test_costs_are_rounded_half_up_to_a_millionth(usage: Usage, cost: str) -> None:
    assert str(PRICES["openai"][MODEL].of(usage)) == cost
