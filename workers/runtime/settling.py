"""Telling the database how a job ended, however long it takes to get an answer.

A call whose answer was lost is sent again. If the first one did commit, the second one finds the lease gone and
answers `lost`: the job is settled either way, so that is no reason for alarm and is counted as `uncertain`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from workers.runtime.backoff import Backoff
from workers.runtime.errors import ProviderError, Snooze
from workers.runtime.inflight import Held, InFlight
from workers.runtime.redaction import Redactor
from workers.runtime.stats import Stats
from workers.runtime.transport.base import Completion, Transport, TransportRefused, TransportUnavailable

log = structlog.get_logger("catalyst.settling")

LONGEST_MESSAGE = 2_000
LONGEST_CODE = 100


class Settler:
    """Every settling call of the runner and the acknowledger goes through here."""

    def __init__(self, transport: Transport, inflight: InFlight, stats: Stats, redactor: Redactor) -> None:
        self._transport = transport
        self._inflight = inflight
        self._stats = stats
        self._redactor = redactor

    async def complete(self, held: Held, result: str | None) -> None:
        """Finish one job. What the apply function refuses becomes a failure of the job."""
        job, last = held.job, held.context.last_step if held.context is not None else None
        completion = Completion(job.id, job.lease, result)
        if last is not None:
            completion = completion._replace(step=last.step, state=last.text)
        try:
            outcome = await self.persist(held, lambda: self._transport.complete(completion))
        except TransportRefused as error:
            await self.keep_last_step(held)
            await self.not_applied(held, error.message)
            return
        self.done(held, outcome)

    async def keep_last_step(self, held: Held) -> None:
        """Remember the step that was to be stored with the job's end, which came otherwise."""
        last = held.context.last_step if held.context is not None else None
        if last is None or held.context is None:
            return
        held.context.last_step = None
        job = held.job
        try:
            await self.persist(held, lambda: self._transport.checkpoint(job.id, job.lease, last.step, last.state, None))
        except TransportRefused as error:
            log.warning("last_step_refused", job_id=job.id, kind=job.kind, reason=self._redactor(error.message))
            # what it was to tell, as the cost of calls, is told by those who know
            await held.context.forget_step(last.step)

    async def not_applied(self, held: Held, message: str | None) -> None:
        """The handler succeeded, but its result could not be stored."""
        await self.fail(held, "APPLY_FAILED", message or "the result could not be applied")

    async def fail(
        self,
        held: Held,
        code: str,
        message: str,
        *,
        retryable: bool = True,
        retry_after: float | None = None,
    ) -> None:
        """Report a failure; the database decides between another attempt and the dead letter."""
        job = held.job
        text = self._redactor(message).replace("\x00", "").encode("utf-8", "replace").decode()[:LONGEST_MESSAGE]
        code = code[:LONGEST_CODE] or "INTERNAL_ERROR"
        try:
            outcome = await self.persist(
                held, lambda: self._transport.fail(job.id, job.lease, code, text or code, retryable, retry_after)
            )
        except TransportRefused as error:
            self._give_up(held, "fail", error)
            return
        log.warning(
            "job_failed", job_id=job.id, kind=job.kind, attempt=job.attempt, code=code, reason=text, outcome=outcome
        )
        self.done(held, outcome)

    async def fail_with(self, held: Held, error: ProviderError) -> None:
        """Report what a provider adapter raised."""
        await self.fail(held, error.code, error.message, retryable=error.retryable, retry_after=error.retry_after)

    async def snooze(self, held: Held, signal: Snooze) -> None:
        """Put the job aside."""
        job = held.job
        until = signal.until if signal.until is not None else float(signal.seconds or 0)
        try:
            outcome = await self.persist(
                held,
                lambda: self._transport.snooze(
                    job.id, job.lease, until, signal.state, signal.provider, signal.external_id
                ),
            )
        except (TransportRefused, TypeError) as error:
            await self.fail(held, "SNOOZE_FAILED", str(error))
            return
        self.done(held, "snoozed" if outcome not in ("lost", "cancelled", "uncertain") else outcome)

    async def release(self, items: list[Held]) -> None:
        """Hand jobs back; best effort, because a lapsed lease does the same, only later."""
        live = {held.job.id: held.job.lease for held in items if not held.is_gone}
        try:
            if live:
                await self._transport.release(live)
        except (TransportUnavailable, TransportRefused) as error:
            log.warning("release_failed", jobs=len(live), reason=self._redactor(str(error)))
        for held in items:
            self.done(held, "lost" if held.is_gone else "released")
        self._stats.handed_back += len(live)

    async def persist(self, held: Held, call: Callable[[], Awaitable[str]]) -> str:
        """Repeat `call` until it is answered. Heartbeats keep the lease alive meanwhile."""
        backoff = Backoff()
        unsure = False
        while True:
            if held.is_gone:
                return "uncertain" if unsure else "lost"
            try:
                outcome = await call()
            except TransportUnavailable as error:
                self._stats.failures["settle"] += 1
                if not unsure:
                    log.warning("settle_unanswered", job_id=held.job.id, reason=self._redactor(str(error)))
                unsure = True
                await asyncio.sleep(backoff.delay())
                continue
            return "uncertain" if unsure and outcome == "lost" else outcome

    def done(self, held: Held, outcome: str) -> None:
        """Count the job and forget it."""
        job = held.job
        if outcome == "lost":
            log.warning("job_lost", job_id=job.id, kind=job.kind, attempt=job.attempt)
        self._stats.outcomes[job.kind, outcome] += 1
        self._inflight.drop(held)

    def _give_up(self, held: Held, verb: str, error: TransportRefused) -> None:
        """Even the failure was refused: the lease will lapse and the job comes back by itself."""
        log.error(
            "settle_refused", verb=verb, job_id=held.job.id, kind=held.job.kind, reason=self._redactor(error.message)
        )
        self.done(held, "refused")
