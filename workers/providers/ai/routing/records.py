"""Calls that led to nothing still cost: they are on record at once, not with a result."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workers.providers.ai.usage import ProviderCall, Usage
from workers.runtime.errors import LeaseLost, Rejected
from workers.runtime.job import JobContext


async def record_calls(ctx: JobContext, calls: Sequence[ProviderCall], about: Mapping[str, Any]) -> None:
    """Record what failed calls took; a record that is refused is logged, as the failure itself is the one to tell."""
    job = ctx.job
    if not calls or job.organization_id is None:
        return
    common = {"organization_id": job.organization_id, "user_id": job.created_by, "job_id": job.id, **about}
    try:
        await ctx.rpc("record_ai_usage", p_entries=[common | entry for entry in Usage(tuple(calls)).entries()])
    except (Rejected, LeaseLost) as error:
        ctx.log.error("usage_not_recorded", reason=str(error), calls=len(calls))


class Unkept:
    """Calls whose outputs were handed over. What no step has of them when the attempt ends, because it failed or its
    handler had no use for them, is recorded then: they are paid."""

    def __init__(self, ctx: JobContext, about: Mapping[str, Any] | None = None) -> None:
        self._ctx = ctx
        self._about = dict(about or {})
        self._calls: list[ProviderCall] = []
        ctx.at_end(self._record)

    def add(self, calls: Iterable[ProviderCall]) -> None:
        """Their output goes to a handler, which may keep it in a step."""
        self._calls += calls

    async def _record(self) -> None:
        kept = {
            entry.get("call_id")
            for state in self._ctx.checkpoints.values()
            if isinstance(state, dict)
            for entry in state.get("usage") or ()
        }
        lost = [call for call in self._calls if str(call.call_id) not in kept]
        # a step that keeps the others may yet be refused
        self._calls = [call for call in self._calls if str(call.call_id) in kept]
        await record_calls(self._ctx, lost, self._about)
