"""A job without a database: what a handler reports is written down, and what it asks is answered by the test."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from workers.runtime.job import ClaimedJob, JobContext

ORGANIZATION = UUID("0b9f7d0e-6c1a-4f57-9a3e-2f1f6f0c7a11")


class Ledger:
    """A job link that writes down what the handler reports, and can answer as the database would."""

    def __init__(self) -> None:
        self.progress: list[float] = []
        self.steps: list[str] = []
        self.answers: dict[str, str] = {}
        self.crash_after: str | None = None
        self.functions: dict[str, Any] = {}
        """Function name → what it answers, or a function of its arguments; others answer null."""
        self.calls: list[tuple[str, dict[str, Any]]] = []

    async def heartbeat(self, job: ClaimedJob, progress: float | None, step: str | None) -> str:
        if progress is not None:
            self.progress.append(progress)
        return self.answers.get(f"heartbeat:{step}", "ok")

    async def checkpoint(self, job: ClaimedJob, step: str, state: Mapping[str, Any], progress: float | None) -> str:
        json.dumps(state)
        self.steps.append(step)
        if progress is not None:
            self.progress.append(progress)
        if self.crash_after == step:
            job.checkpoints[step] = dict(state)
            raise ConnectionResetError("the worker died here")
        return self.answers.get(step, "ok")

    async def rpc(self, job: ClaimedJob, function: str, arguments: Mapping[str, Any]) -> Any:
        json.dumps(arguments, default=str)
        self.calls.append((function, dict(arguments)))
        answer = self.functions.get(function)
        return answer(**arguments) if callable(answer) else answer


def job_context(
    ledger: Ledger,
    kind: str,
    payload: Mapping[str, Any],
    *,
    checkpoints: dict[str, Any] | None = None,
    attempt: int = 1,
    organization: UUID | None = ORGANIZATION,
    created_by: UUID | None = None,
) -> JobContext:
    """The context of a job of this kind that allows three attempts."""
    now = datetime.now(UTC)
    job = ClaimedJob(
        id=1,
        kind=kind,
        queue="ai",
        organization_id=organization,
        subject_id=uuid4(),
        payload=dict(payload),
        attempt=attempt,
        max_attempts=3,
        lease=1,
        lease_expires_at=now,
        lease_seconds=60,
        priority=1,
        checkpoints=checkpoints if checkpoints is not None else {},
        created_by=created_by,
        created_at=now,
        batch_complete=False,
    )
    return JobContext(job, ledger)
