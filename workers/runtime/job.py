"""The claimed job, and the context a handler works in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, Protocol, TypeVar
from uuid import UUID

import structlog
from pydantic import BaseModel, ValidationError

from workers.runtime.documents import to_json
from workers.runtime.errors import Cancelled, LeaseLost, Rejected

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger

P = ParamSpec("P")
T = TypeVar("T")
Model = TypeVar("Model", bound=BaseModel)

logger: FilteringBoundLogger = structlog.get_logger("catalyst.job")


class ClaimedJob(NamedTuple):
    """One row of `claim_jobs`: a tuple, because tens of thousands are made each second.

    `payload` is what the enqueuing function wrote; `JobContext.parse` checks it against a handler's model.
    """

    id: int
    kind: str
    queue: str
    organization_id: UUID | None
    subject_id: UUID | None
    payload: dict[str, Any]
    attempt: int
    max_attempts: int
    lease: int
    lease_expires_at: datetime
    lease_seconds: int
    priority: int
    checkpoints: dict[str, Any]
    created_by: UUID | None
    created_at: datetime
    batch_complete: bool

    @property
    def is_last_attempt(self) -> bool:
        """Whether a retryable failure now would end the job."""
        return self.attempt >= self.max_attempts


class LastStep(NamedTuple):
    """A step that is stored with the end of its job."""

    step: str
    state: dict[str, Any]
    text: str
    """The state as JSON."""


class JobLink(Protocol):
    """What a handler may ask of the database. The runtime repeats each call while the lease lasts."""

    async def heartbeat(self, job: ClaimedJob, progress: float | None, step: str | None) -> str:
        """Extend the lease and show progress."""

    async def checkpoint(self, job: ClaimedJob, step: str, state: Mapping[str, Any], progress: float | None) -> str:
        """Remember a finished step."""

    async def rpc(self, job: ClaimedJob, function: str, arguments: Mapping[str, Any]) -> Any:
        """Call a function that is granted to workers."""


class JobContext:
    """What a handler is given: the job, its memory of earlier attempts, and ways to report."""

    __slots__ = ("_at_end", "_cancelled", "_link", "_log", "checkpoints", "job", "last_step", "stop_reason")

    def __init__(self, job: ClaimedJob, link: JobLink) -> None:
        self.job = job
        self.checkpoints: dict[str, Any] = job.checkpoints
        """Step name → state, as earlier attempts left it; grows with `checkpoint`."""
        self.stop_reason: str | None = None
        """Why the handler must stop: cancel_requested, lost, timeout or shutdown; null while all is well."""
        self.last_step: LastStep | None = None
        """What `conclude` left to be stored with the job's end."""
        self._link = link
        self._cancelled: asyncio.Event | None = None
        self._log: FilteringBoundLogger | None = None
        self._at_end: tuple[Callable[[], Awaitable[None]], ...] = ()

    @property
    def cancelled(self) -> asyncio.Event:
        """Set once the handler should stop, whatever the reason; the handler is cancelled as well."""
        if self._cancelled is None:
            self._cancelled = asyncio.Event()
            if self.stop_reason is not None:
                self._cancelled.set()
        return self._cancelled

    @property
    def log(self) -> FilteringBoundLogger:
        """A logger that already knows the job."""
        if self._log is None:
            job = self.job
            self._log = logger.bind(
                job_id=job.id, kind=job.kind, attempt=job.attempt, organization_id=str(job.organization_id)
            )
        return self._log

    def parse(self, model: type[Model]) -> Model:
        """Check the payload against `model`; a payload that does not fit can never succeed, so it is `Rejected`."""
        try:
            return model.model_validate(self.job.payload)
        except ValidationError as error:
            problems = "; ".join(
                f"{'.'.join(str(part) for part in item['loc']) or 'payload'}: {item['msg']}"
                for item in error.errors(include_url=False, include_input=False)
            )
            raise Rejected(f"payload of {self.job.kind}: {problems}", "VALIDATION_ERROR") from error

    async def heartbeat(self, progress: float | None = None, step: str | None = None) -> None:
        """Show progress (0 to 1) and extend the lease. The runtime keeps the lease alive without it.

        Raises `Cancelled` or `LeaseLost` when the handler should stop.
        """
        self._obey(await self._link.heartbeat(self.job, progress, step))

    async def checkpoint(self, step: str, state: BaseModel | Mapping[str, Any], progress: float | None = None) -> None:
        """Remember that `step` is done, so that a later attempt does not repeat it. Durable once this returns.

        Raises `Cancelled` or `LeaseLost` when the handler should stop; on `Cancelled` the step was still remembered.
        """
        document = state.model_dump(mode="json") if isinstance(state, BaseModel) else dict(state)
        outcome = await self._link.checkpoint(self.job, step, document, progress)
        if outcome != "lost":
            self.checkpoints[step] = document
        self._obey(outcome)

    def conclude(self, step: str, state: Mapping[str, Any]) -> None:
        """Leave the last step to be stored together with the result, in one transaction: return right after it.

        Spares a round trip and a transaction. When the result is refused, or the handler ends in another way, the step
        is remembered as by `checkpoint`, so that a later attempt goes on from it. Raises TypeError for what JSON cannot
        hold: later there is nobody to hear of it.
        """
        document = dict(state)
        text = to_json(document)
        self.checkpoints[step] = document
        self.last_step = LastStep(step, document, text)

    async def rpc(self, function: str, /, **arguments: Any) -> Any:
        """Call a function of the database that is granted to workers, by the names of its parameters.

        Answers plain data as PostgREST gives it: a value, an object, a list for a set, null for void; times as text.
        While the database cannot be reached the call is repeated, perhaps after it was done: the function has to bear
        that. Raises `Rejected` with the code of a refusal (docs/errors.md), `RateLimited` for RATE_LIMITED, and
        `LeaseLost` when the lease ends before an answer came.
        """
        return await self._link.rpc(self.job, function, arguments)

    async def run_blocking(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run CPU-heavy or blocking work on a thread, so that heartbeats and other jobs go on meanwhile.

        A thread cannot be interrupted: after a cancellation it runs to its end and its result is dropped.
        """
        return await asyncio.to_thread(function, *args, **kwargs)

    def at_end(self, last_thing: Callable[[], Awaitable[None]]) -> None:
        """Have this awaited when the attempt ends, however it does, before the database is told of that.

        It is awaited again when the last step turns out to be refused, and finds that step gone from `checkpoints`.
        """
        self._at_end = (*self._at_end, last_thing)

    async def wind_up(self) -> None:
        """Do what was asked for by `at_end`; the runtime calls this. What fails is logged."""
        for last_thing in self._at_end:
            try:
                await last_thing()
            except Exception as error:
                self.log.error("not_wound_up", reason=f"{type(error).__name__}: {error}")

    async def forget_step(self, step: str) -> None:
        """The step could not be stored; the runtime calls this. Whoever counted on it may do so otherwise."""
        self.checkpoints.pop(step, None)
        await self.wind_up()

    def stop(self, reason: str) -> None:
        """Note why the handler must stop; the runtime calls this, then cancels it."""
        if self.stop_reason is None:
            self.stop_reason = reason
        if self._cancelled is not None:
            self._cancelled.set()

    def _obey(self, outcome: str) -> None:
        if outcome == "cancel_requested":
            self.stop(outcome)
            raise Cancelled(f"job {self.job.id} was cancelled")
        if outcome == "lost":
            self.stop(outcome)
            raise LeaseLost(f"job {self.job.id} is no longer leased to this worker")


Handler = Callable[[JobContext], Awaitable[BaseModel | Mapping[str, Any] | None]]
