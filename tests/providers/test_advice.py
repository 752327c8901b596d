"""Whoever waits is told what to do about a failed call, in the message that the job keeps."""

from __future__ import annotations

import pytest

from stack.simulators import Simulators
from tests.support.links import Ledger
from tests.support.models import routed, row, settings_for
from workers.providers.ai.models import codes
from workers.providers.ai.routing.advice import advised
from workers.providers.ai.tasks.analysis import AnalyseText
from workers.providers.ai.tasks.base import Source
from workers.runtime.errors import ProviderError, Rejected

TASK = AnalyseText(source=Source(text="A cheap microphone close by beats an expensive one at the far end of a desk."))
FAULTS = [
    ("rate_limited", codes.RATE_LIMITED, "try again later"),
    ("unavailable", codes.UNAVAILABLE, "try again later"),
    ("invalid_key", codes.KEY_INVALID, "set_organization_ai_key"),
    ("billing", codes.QUOTA_EXHAUSTED, "add credit"),
    ("refusal", codes.REFUSED, "change the text"),
    ("truncated_answer", codes.TRUNCATED, "ask for less"),
    ("context_too_long", codes.CONTEXT_TOO_LONG, "give less text"),
    ("model_unknown", codes.MODEL_UNKNOWN, "choose another model"),
    ("invalid_request", codes.REQUEST_INVALID, "choose another model"),
    ("malformed_content", codes.MALFORMED, "choose another model"),
]


@pytest.mark.parametrize(("fault", "code", "advice"), FAULTS)
async def test_a_failure_says_what_can_be_done(sims: Simulators, fault: str, code: str, advice: str) -> None:
    sims.fail(fault, times=None)
    generator = await routed(Ledger(), settings_for(sims), row("openai"))
    with pytest.raises(ProviderError) as caught:
        await generator.run(TASK)
    assert caught.value.code == code
    assert advice in caught.value.message


async def test_without_a_key_it_is_said_where_one_is_given(sims: Simulators) -> None:
    generator = await routed(Ledger(), settings_for(sims, openai_api_key=None), row("openai"))
    with pytest.raises(ProviderError, match="no API key") as caught:
        await generator.run(TASK)
    assert "set_organization_ai_key" in caught.value.message


def test_what_is_said_is_said_once() -> None:
    error = Rejected("the answer was cut off", codes.TRUNCATED)
    assert advised(advised(error)).message.count("ask for less") == 1
    assert advised(Rejected("this text is empty", "INPUT_EMPTY")).message == "this text is empty"
