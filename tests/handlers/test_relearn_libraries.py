"""The libraries of one organization learn in one call; what it answers is the result."""

from __future__ import annotations

from tests.support.links import ORGANIZATION, Ledger, job_context
from workers.handlers.relearn_libraries import handle


async def test_the_organization_of_the_job_learns() -> None:
    ledger = Ledger()
    ledger.functions["relearn_libraries"] = 3
    result = await handle(job_context(ledger, "relearn_libraries", {}))
    assert result.changed == 3
    assert ledger.calls == [("relearn_libraries", {"p_organization_id": ORGANIZATION})]
