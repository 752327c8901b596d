"""What the demo believes of live events: only what its own work did, and only when it is completed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rich.console import Console

from stack.demo import live
from stack.demo.errors import DemoError
from stack.demo.live import Event, Work, follow

STEP: Event = ("job_progress", {"subject_id": "a", "step": "written", "progress": 0.5})
ENDED: Event = ("text_generation", {"generation_id": "a", "status": "completed"})


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "RECHECK_SECONDS", 0.02)
    monkeypatch.setattr(live, "DEADLINE_SECONDS", 0.2)


async def followed(row: dict[str, Any], *events: Event, stale_reads: int = 0) -> tuple[dict[str, Any], int]:
    reads = iter([{"status": "processing"}] * stale_reads)
    queue: asyncio.Queue[Event] = asyncio.Queue()
    for event in events:
        queue.put_nowait(event)

    async def read() -> dict[str, Any]:
        return next(reads, row)

    return await follow(Work("SEO texts", "a", read), queue, Console(quiet=True))


async def test_completed_work_is_returned_with_the_number_of_its_events() -> None:
    row = {"status": "completed"}
    assert await followed(row, STEP, ENDED) == (row, 2)


async def test_events_of_other_work_are_not_counted() -> None:
    other: Event = ("text_generation", {"generation_id": "b", "status": "completed"})
    assert (await followed({"status": "completed"}, other, STEP, ENDED))[1] == 2


async def test_a_lost_last_event_is_made_up_for_by_reading() -> None:
    assert (await followed({"status": "completed"}, STEP))[1] == 1


async def test_a_row_that_is_seen_later_than_its_event_is_waited_for() -> None:
    row = {"status": "completed"}
    assert await followed(row, ENDED, stale_reads=2) == (row, 1)


async def test_a_row_that_never_follows_its_event_is_given_up() -> None:
    with pytest.raises(DemoError, match="no end within"):
        await followed({"status": "processing"}, ENDED)


async def test_work_of_which_no_event_told_is_no_success() -> None:
    with pytest.raises(DemoError, match=r"^SEO texts: completed, but no live event told of it\.$"):
        await followed({"status": "completed"})


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"status": "failed", "error": {"code": "AI_REFUSED", "message": "refused."}}, "failed, AI_REFUSED: refused."),
        (
            {"status": "partial", "error": None, "output_states": {"x": {"error": {"code": "A", "message": "b"}}}},
            "partial, A: b.",
        ),
        ({"status": "cancelled", "error": None}, "cancelled, without a reason."),
    ],
)
async def test_other_ends_are_failures_with_their_reason(row: dict[str, Any], reason: str) -> None:
    ended: Event = ("generation", {"generation_id": "a", "status": row["status"]})
    with pytest.raises(DemoError) as raised:
        await followed(row, ended)
    assert str(raised.value) == f"SEO texts: ended as {reason}"


async def test_work_without_an_end_is_given_up() -> None:
    with pytest.raises(DemoError, match="no end within"):
        await followed({"status": "processing"}, STEP)
