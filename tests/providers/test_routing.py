"""Whose model and key does the work, and what is tried next."""

from __future__ import annotations

from uuid import uuid4

import pytest
from pydantic import SecretStr, ValidationError

from stack.simulators.requests import fingerprint
from stack.simulators.server import Simulators
from tests.support.links import ORGANIZATION, Ledger, job_context
from tests.support.models import ANALYSE, KEY, OWN_KEY, asked, recorded, routed, row, settings_for
from workers.providers.ai.models import codes
from workers.providers.ai.routing.route import route_for
from workers.providers.ai.tasks.analysis import AnalyseText
from workers.providers.ai.tasks.base import Source
from workers.providers.settings import ProviderSettings
from workers.runtime.errors import AuthExpired, Rejected, Unavailable


async def test_the_database_is_asked_for_the_organization_and_the_person(sims: Simulators) -> None:
    ledger, person = Ledger(), uuid4()
    generator = await routed(ledger, settings_for(sims), row("openai"), created_by=person)
    [(function, given)] = ledger.calls
    assert function == "ai_route"
    del given["p_call"]
    assert given == {"p_organization_id": ORGANIZATION, "p_capability": "text", "p_user_id": person}
    made = await generator.run(ANALYSE)
    assert (made.ai_provider, made.ai_model, generator.provider) == ("openai", "gpt-6-luna", "openai")
    assert recorded(ledger) == [], "what led to a result is recorded with it"


async def test_the_platforms_key_is_used_unless_the_organization_has_one(sims: Simulators) -> None:
    ledger = Ledger()
    made = await (await routed(ledger, settings_for(sims), row("openai"))).run(ANALYSE)
    assert made.usage.calls[0].is_own_key is False
    ledger.functions["get_organization_ai_key"] = OWN_KEY
    generator = await routed(ledger, settings_for(sims), row("openai", has_own_key=True))
    for _ in range(3):
        made = await generator.run(ANALYSE)
        assert made.usage.calls[0].is_own_key is True
    keys = [entry.key for entry in sims.ledger.entries]
    assert keys == [fingerprint(KEY), *[fingerprint(OWN_KEY)] * 3]
    fetched = [given for name, given in ledger.calls if name == "get_organization_ai_key"]
    assert fetched == [{"p_organization_id": ORGANIZATION, "p_ai_provider": "openai"}], "once a job"


async def test_an_own_key_that_is_gone_counts_as_never_given(sims: Simulators) -> None:
    """Its organization took it back after the route was asked for."""
    ledger = Ledger()
    ledger.functions["take_budget"] = {"granted": True}
    gone = row("openai", has_own_key=True, has_budget=True)
    made = await (await routed(ledger, settings_for(sims), gone, row("anthropic"))).run(ANALYSE)
    assert [(call.ai_provider, call.is_own_key) for call in made.usage.calls] == [("openai", False)]
    assert [entry.key for entry in sims.ledger.entries] == [fingerprint(KEY)]
    assert dict(ledger.calls)["take_budget"]["p_application"] == "default", "the platform's budget pays"
    assert made.notes == ()


async def test_without_the_platforms_key_either_the_next_one_works(sims: Simulators) -> None:
    settings = settings_for(sims, openai_api_key=None)
    made = await (await routed(Ledger(), settings, row("openai", has_own_key=True), row("anthropic"))).run(ANALYSE)
    assert [(call.ai_provider, call.is_own_key) for call in made.usage.calls] == [("anthropic", False)]
    assert asked(sims) == ["anthropic"]


async def test_an_own_key_that_is_gone_with_nothing_left_fails_as_a_missing_one_does(sims: Simulators) -> None:
    told = []
    for has_own_key in (True, False):
        generator = await routed(
            Ledger(), settings_for(sims, openai_api_key=None), row("openai", has_own_key=has_own_key)
        )
        with pytest.raises(AuthExpired) as caught:
            await generator.run(ANALYSE)
        told.append((caught.value.code, caught.value.message))
    assert told[0] == told[1]
    assert told[0][0] == codes.KEY_INVALID
    assert asked(sims) == []


async def test_without_a_key_the_next_one_works(sims: Simulators) -> None:
    settings = settings_for(sims, openai_api_key=None)
    made = await (await routed(Ledger(), settings, row("openai"), row("anthropic"))).run(ANALYSE)
    assert made.ai_provider == "anthropic"
    assert made.notes == ("written by claude-haiku-5-5 after openai/gpt-6-luna (AI_KEY_INVALID) failed",)


async def test_what_a_dutch_reader_should_know_is_said_in_dutch(sims: Simulators) -> None:
    sims.fail("unavailable", times=None)
    generator = await routed(Ledger(), settings_for(sims), row("openai"), row("local"))
    made = await generator.run(AnalyseText(source=ANALYSE.source, language="nl"))
    assert made.notes == (
        "geschreven in de taal van de invoer (en): deze provider vertaalt niet",
        "geschreven door local-extractive nadat openai/gpt-6-luna (AI_UNAVAILABLE) faalde",
    )


@pytest.mark.parametrize(
    "fault",
    ["rate_limited", "unavailable", "server_error", "quota_exhausted", "invalid_key", "model_unknown",
     "context_too_long", "invalid_request", "disconnect_before", "malformed_json"],
)  # fmt: skip
async def test_what_another_model_may_not_have_is_tried_with_it(sims: Simulators, fault: str) -> None:
    sims.fail(fault, provider="openai", times=None)
    ledger = Ledger()
    made = await (await routed(ledger, settings_for(sims), row("openai"), row("google"))).run(ANALYSE)
    assert made.ai_provider == "google"
    assert asked(sims) == ["openai", "google"]
    assert [(call.ai_provider, call.status) for call in made.usage.calls] == [
        ("openai", "failed"),
        ("google", "succeeded"),
    ]
    assert recorded(ledger) == []


async def test_two_unfit_answers_lead_on_as_well(sims: Simulators) -> None:
    sims.fail("schema_violation", provider="openai", times=2)
    made = await (await routed(Ledger(), settings_for(sims), row("openai"), row("anthropic"))).run(ANALYSE)
    assert asked(sims) == ["openai", "openai", "anthropic"]
    assert made.usage.total_tokens == sum(entry.billed.input_tokens + entry.billed.output_tokens
                                          for entry in sims.ledger.entries if entry.billed)  # fmt: skip


async def test_nobody_shops_around_after_a_refusal(sims: Simulators) -> None:
    sims.fail("refusal")
    ledger = Ledger()
    with pytest.raises(Rejected) as caught:
        await (await routed(ledger, settings_for(sims), row("openai"), row("anthropic"))).run(ANALYSE)
    assert caught.value.code == codes.REFUSED
    assert asked(sims) == ["openai"]
    assert [entry["status"] for entry in recorded(ledger)] == ["refused"]


async def test_a_refusal_is_the_end_though_another_model_may_be_back_soon(sims: Simulators) -> None:
    sims.fail("rate_limited", provider="openai", retry_after=60)
    sims.fail("refusal", provider="anthropic")
    with pytest.raises(Rejected) as caught:
        await (await routed(Ledger(), settings_for(sims), row("openai"), row("anthropic"))).run(ANALYSE)
    assert caught.value.code == codes.REFUSED
    assert [call.error_code for call in caught.value.calls] == [codes.RATE_LIMITED, codes.REFUSED]


async def test_what_the_local_one_cannot_do_with_an_input_is_no_end_for_a_model_that_may_be_back(
    sims: Simulators,
) -> None:
    sims.fail("unavailable")
    with pytest.raises(Unavailable):
        await (await routed(Ledger(), settings_for(sims), row("openai"), row("local"))).run(
            AnalyseText(source=Source(text="bread"))
        )


async def test_a_fault_of_the_input_is_no_reason_for_another_model(sims: Simulators) -> None:
    generator = await routed(Ledger(), settings_for(sims), row("local"), row("openai"))
    with pytest.raises(Rejected) as caught:
        await generator.run(AnalyseText(source=Source(text="bread")))
    assert caught.value.code == "INPUT_TOO_SHORT"
    assert asked(sims) == []


async def test_the_local_one_answers_last_where_the_route_ends_with_it(sims: Simulators) -> None:
    sims.fail("unavailable", times=None)
    made = await (await routed(Ledger(), settings_for(sims), row("openai"), row("local"))).run(ANALYSE)
    assert (made.ai_provider, made.ai_model) == ("local", "local-extractive")
    assert "openai/gpt-6-luna (AI_UNAVAILABLE)" in made.notes[-1]


async def test_without_any_model_the_job_cannot_succeed(sims: Simulators) -> None:
    with pytest.raises(Rejected) as caught:
        await (await routed(Ledger(), settings_for(sims))).run(ANALYSE)
    assert caught.value.code == codes.MODEL_UNKNOWN


async def test_the_database_is_told_the_platforms_model_of_the_environment(sims: Simulators) -> None:
    settings = settings_for(sims, ai_provider="anthropic", ai_model="claude-haiku-5-5")
    ledger = Ledger()
    budget = row("anthropic", has_own_key=True, has_budget=True)
    ledger.functions |= {"get_organization_ai_key": OWN_KEY, "take_budget": {"granted": True}}
    made = await (await routed(ledger, settings, budget)).run(ANALYSE)
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


async def test_keys_are_in_no_error_and_no_record(sims: Simulators) -> None:
    bad = "sk-invalid-and-secret-0003"
    ledger = Ledger()
    generator = await routed(ledger, settings_for(sims, openai_api_key=SecretStr(bad)), row("openai"))
    with pytest.raises(AuthExpired) as caught:
        await generator.run(ANALYSE)
    assert bad not in f"{caught.value!r} {caught.value.message} {ledger.calls}"
