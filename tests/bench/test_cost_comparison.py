"""The accounting bench finds what is missing, counted twice, or off by a millionth of a dollar."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bench.intelligence.cost import compare

Row = tuple[str | None, str, str, str, str | None, Decimal | None]


def entry(name: str, cost: str = "0.000100", fault: str | None = None, *, told: bool = True) -> dict[str, Any]:
    return {
        "request_id": name, "provider": "openai", "model": "gpt-6-luna", "fault": fault, "is_stream": False,
        "cost_usd": cost, "reported": {} if told else None, "reported_cost_usd": cost if told else "0",
    }  # fmt: skip


def row(name: str | None, cost: str | None = "0.000100", status: str = "succeeded", code: str | None = None) -> Row:
    return (name, "openai", "gpt-6-luna", status, code, None if cost is None else Decimal(cost))


def test_equal_books_agree_and_what_nobody_knows_is_shown() -> None:
    found = compare(
        [entry("a"), entry("b", fault="timeout_after", told=False)],
        [row("a"), row(None, None, "failed", "AI_TIMEOUT")],
    )
    assert found["problems"] == []
    assert (found["whole"]["charged"], found["whole"]["recorded"]) == ("0.000200", "0.000100")
    assert found["groups"]["without a name: openai/gpt-6-luna"]["shown"] == {"failed AI_TIMEOUT": 1}
    assert found["whole"]["unknown"] == 1


def test_what_was_charged_is_not_on_record_as_free() -> None:
    cut = entry("b", fault="cut_stream", told=False)
    assert compare([cut], [row("b", None, "failed", "AI_UNAVAILABLE")])["problems"] == []
    assert compare([cut], [row("b", "0", "failed", "AI_UNAVAILABLE")])["problems"]
    assert compare([cut], [row(None, "0", "failed", "AI_TIMEOUT")])["problems"]


def test_a_millionth_of_a_dollar_is_found() -> None:
    assert len(compare([entry("a")], [row("a", "0.000101")])["problems"]) == 1


def test_a_call_that_is_missing_is_found() -> None:
    assert compare([entry("a"), entry("b")], [row("a")])["problems"]


def test_a_call_that_is_recorded_twice_or_was_never_made_is_found() -> None:
    assert compare([entry("a")], [row("a"), row("a")])["problems"]
    assert compare([entry("a")], [row("a"), row("b")])["problems"]
    assert compare([entry("a")], [row("a"), row(None, "0")])["problems"]
