"""Calls are known to the database before they are made, so that those of a killed worker are on record as well.

The first call of a route is noted by `ai_route` itself; later ones are told while they are made, those that begin
together in one message. Nobody waits for that: a call whose worker dies within those milliseconds leaves no trace.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from uuid import UUID, uuid4

from workers.providers.ai.usage import OpenCall
from workers.runtime.errors import Cancelled, LeaseLost, Rejected
from workers.runtime.job import JobContext

_BEGUN: Final = 0.05


class Announcer:
    """For the calls of one job to the models of one route."""

    def __init__(self, ctx: JobContext, about: Mapping[str, Any] | None = None, shows: str | None = None) -> None:
        """`shows` is the step that begins with the first call, for those who follow the job."""
        self._ctx = ctx
        self._shows = shows
        self._about = dict(about or {})
        self._first: UUID | None = None
        self._expected: tuple[str, str, bool] | None = None
        self._waiting: list[OpenCall] = []
        self._sending: asyncio.Task[None] | None = None

    def first_call(self, feature: str, operation_type: str = "generate") -> dict[str, Any]:
        """What `ai_route` is told so that it notes the first call; `expect` says which one that will be.

        The step goes with it, which spares the heartbeat that would show it.
        """
        self._first = uuid4()
        return {
            "job_id": self._ctx.job.id,
            "lease": self._ctx.job.lease,
            "call_id": str(self._first),
            "feature": feature,
            "operation_type": operation_type,
            "about": {name: str(value) for name, value in self._about.items()},
            **({"step": self._shows, "progress": _BEGUN} if self._shows else {}),
        }

    def expect(self, ai_provider: str, ai_model: str, *, is_own_key: bool) -> None:
        """The model at the head of the route, and whose key it is called with."""
        self._expected = (ai_provider, ai_model, is_own_key)

    def announce(self, call: OpenCall) -> OpenCall:
        """Make the call known; gives it back under the id by which it is known."""
        if self._first is not None:
            is_expected = (call.ai_provider, call.ai_model, call.is_own_key) == self._expected
            call, self._first = replace(call, call_id=self._first), None
            if is_expected:
                return call
        self._waiting.append(call)
        if self._sending is None or self._sending.done():
            self._sending = asyncio.ensure_future(self._send())
        return call

    async def _send(self) -> None:
        while self._waiting:
            calls, self._waiting = self._waiting, []
            try:
                await self._ctx.rpc(
                    "begin_ai_calls",
                    p_job_id=self._ctx.job.id,
                    p_lease=self._ctx.job.lease,
                    p_calls=[self._entry(call) for call in calls],
                )
            except (Rejected, LeaseLost, Cancelled) as error:
                self._ctx.log.warning("calls_not_announced", reason=str(error), calls=len(calls))

    def _entry(self, call: OpenCall) -> dict[str, Any]:
        return {
            "call_id": str(call.call_id),
            "ai_provider": call.ai_provider,
            "ai_model": call.ai_model,
            "feature": call.feature,
            "operation_type": call.operation_type,
            "is_own_key": call.is_own_key,
            "about": {name: str(value) for name, value in self._about.items()},
        }
