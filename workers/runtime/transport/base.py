"""The port to the job engine. Both adapters call the same SQL functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from workers.runtime.job import ClaimedJob


class TransportError(Exception):
    """A call to the job engine did not succeed."""


class TransportUnavailable(TransportError):  # noqa: N818 (a state of the world)
    """The database could not be reached, or the answer was lost: the call may or may not have happened."""


class TransportRefused(TransportError):  # noqa: N818 (an answer)
    """The database ran the statement and refused it: repeating it unchanged will not help."""

    def __init__(self, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


class EngineMissing(TransportError):  # noqa: N818 (a state of the world)
    """The database has no job engine, or one that this role may not use."""


class KindInfo(NamedTuple):
    """What the worker needs to know of a `job_kinds` row."""

    queue: str
    timeout_seconds: float | None


class Contract(NamedTuple):
    """What the database says of itself."""

    version: int
    clock: float
    """The database's clock, seconds since the epoch."""
    kinds: dict[str, KindInfo]


class Completion(NamedTuple):
    """A finished job, with its last step if that is not stored yet; `result` and `state` are JSON text or null."""

    id: int
    lease: int
    result: str | None
    step: str | None = None
    state: str | None = None


class Exceptional(NamedTuple):
    """How one job of a batch ended when not plainly `completed`: cancelled, lost or error."""

    outcome: str
    error: str | None


class Transport(Protocol):
    """Every call raises `TransportUnavailable` when its fate is unknown and `TransportRefused` when it was refused."""

    async def open(self) -> None:
        """Prepare; connects lazily, so that a database that is down does not stop the worker from starting."""

    async def close(self) -> None:
        """Give every connection back."""

    async def contract(self, kinds: Sequence[str]) -> Contract:
        """Engine version, clock, and the settings of `kinds`."""

    async def claim(self, queues: Sequence[str], worker_id: str, limit: int) -> list[ClaimedJob]:
        """Lease up to `limit` jobs."""

    async def next_run_in(self, queues: Sequence[str]) -> float | None:
        """Seconds until the next job becomes due, by the database's clock; null when there is none."""

    async def crashed(self, job_ids: Sequence[int]) -> set[int]:
        """Those of these jobs whose last attempt ended because its worker was gone."""

    async def heartbeat(self, job_id: int, lease: int, progress: float | None, step: str | None) -> str:
        """Extend one lease and show progress."""

    async def heartbeats(self, leases: Mapping[int, int]) -> dict[int, str]:
        """Extend many leases (job id → lease) at once; answers the outcome of each."""

    async def checkpoint(
        self, job_id: int, lease: int, step: str, state: Mapping[str, Any], progress: float | None
    ) -> str:
        """Remember a step."""

    async def complete(self, completion: Completion) -> str:
        """Finish one job in its own transaction."""

    async def complete_many(self, completions: Sequence[Completion]) -> dict[int, Exceptional]:
        """Finish many jobs in one transaction; answers only those that are not plainly `completed`."""

    async def fail(
        self, job_id: int, lease: int, code: str, message: str, retryable: bool, retry_after: float | None
    ) -> str:
        """Report a failure."""

    async def snooze(
        self,
        job_id: int,
        lease: int,
        until: datetime | float,
        state: Mapping[str, Any] | None,
        provider: str | None,
        external_id: str | None,
    ) -> str:
        """Put a job aside until a moment, or for a number of seconds of the database's clock."""

    async def release(self, leases: Mapping[int, int]) -> None:
        """Hand jobs back unstarted; costs them no attempt."""

    async def call(self, function: str, arguments: Mapping[str, Any]) -> Any:
        """Call a function that is granted to workers, by the names of its parameters.

        Answers what PostgREST answers: a value, an object, a list for a set, null for void; times as text.
        """
