"""The HTTPS adapter: the same functions through PostgREST with the official client."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import orjson
from postgrest import AsyncPostgrestClient
from postgrest.exceptions import APIError

from workers.runtime.documents import to_json
from workers.runtime.job import ClaimedJob
from workers.runtime.transport.base import (
    Completion,
    Contract,
    EngineMissing,
    Exceptional,
    TransportRefused,
    TransportUnavailable,
)  # fmt: skip
from workers.runtime.transport.postgres import read_contract

CLOCK_LASTS = 60.0
"""Seconds after which the distance between the two clocks is measured again."""

# SQLSTATE classes and codes that say "not now": connection, resources, shutdown, rollback, pool, gateway.
TRANSIENT_PREFIXES = ("08", "40", "53", "57P", "55P03", "25006", "PGRST00", "502", "503", "504", "520")
MISSING = ("PGRST202", "42883", "3F000")
FORBIDDEN = ("42501", "401", "403", "PGRST301", "PGRST302", "PGRST303")


class RestTransport:
    """Speaks to the engine's functions over `/rest/v1/rpc`."""

    def __init__(self, url: str, secret_key: str, *, connections: int = 8, call_timeout: float = 30) -> None:
        headers = {"apikey": secret_key, "Authorization": f"Bearer {secret_key}"}
        self._http = httpx.AsyncClient(
            base_url=f"{url}/rest/v1/",
            timeout=httpx.Timeout(call_timeout, connect=5),
            limits=httpx.Limits(max_connections=connections, max_keepalive_connections=connections),
        )
        self._client = AsyncPostgrestClient(f"{url}/rest/v1", headers=headers, http_client=self._http)
        self._offset = 0.0
        self._offset_until = 0.0

    async def open(self) -> None:
        """Connections are made on demand."""

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    @property
    def connections_opened(self) -> int:
        """The HTTP client keeps no count."""
        return 0

    async def contract(self, kinds: Sequence[str]) -> Contract:
        """Engine version, clock, and the settings of `kinds`; also measures the clocks' distance."""
        sent = time.time()
        try:
            found = read_contract(await self._call("worker_contract", p_kinds=list(kinds)))
        except TransportRefused as error:
            if error.code in MISSING:
                raise EngineMissing("the database has no job engine") from error
            if error.code in FORBIDDEN:
                raise EngineMissing(f"this key may not use the job engine ({error.message})") from error
            raise
        self._offset = found.clock - (sent + time.time()) / 2
        self._offset_until = time.monotonic() + CLOCK_LASTS
        return found

    async def claim(self, queues: Sequence[str], worker_id: str, limit: int) -> list[ClaimedJob]:
        """Lease up to `limit` jobs."""
        rows = await self._call("claim_jobs", p_queues=list(queues), p_worker_id=worker_id, p_limit=limit)
        return [_claimed(row) for row in rows]

    async def next_run_in(self, queues: Sequence[str]) -> float | None:
        """Seconds until the next job becomes due, by the database's clock."""
        moment = await self._call("next_run_at", p_queues=list(queues))
        if moment is None:
            return None
        if time.monotonic() > self._offset_until:
            await self.contract(())
        return datetime.fromisoformat(moment).timestamp() - (time.time() + self._offset)

    async def crashed(self, job_ids: Sequence[int]) -> set[int]:
        """Those of these jobs whose last attempt ended because its worker was gone."""
        return set(await self._call("crashed_jobs", p_ids=list(job_ids)))

    async def heartbeat(self, job_id: int, lease: int, progress: float | None, step: str | None) -> str:
        """Extend one lease and show progress."""
        return str(await self._call("heartbeat_job", p_id=job_id, p_lease=lease, p_progress=progress, p_step=step))

    async def heartbeats(self, leases: Mapping[int, int]) -> dict[int, str]:
        """Extend many leases at once."""
        rows = await self._call("heartbeat_jobs", p_ids=list(leases), p_leases=list(leases.values()))
        return {row["id"]: row["outcome"] for row in rows}

    async def checkpoint(
        self, job_id: int, lease: int, step: str, state: Mapping[str, Any], progress: float | None
    ) -> str:
        """Remember a step."""
        return str(
            await self._call(
                "checkpoint_job", p_id=job_id, p_lease=lease, p_step=step, p_state=state, p_progress=progress
            )
        )

    async def complete(self, completion: Completion) -> str:
        """Finish one job in its own transaction."""
        return str(
            await self._call(
                "complete_job",
                p_id=completion.id,
                p_lease=completion.lease,
                p_result=_document(completion.result),
                p_step=completion.step,
                p_state=_document(completion.state),
            )
        )

    async def complete_many(self, completions: Sequence[Completion]) -> dict[int, Exceptional]:
        """Finish many jobs."""
        rows = await self._call(
            "complete_jobs",
            p_ids=[item.id for item in completions],
            p_leases=[item.lease for item in completions],
            p_results=[_document(item.result) for item in completions],
        )
        return {row["id"]: Exceptional(row["outcome"], row["error"]) for row in rows if row["outcome"] != "completed"}

    async def fail(
        self, job_id: int, lease: int, code: str, message: str, retryable: bool, retry_after: float | None
    ) -> str:
        """Report a failure."""
        return str(
            await self._call(
                "fail_job", p_id=job_id, p_lease=lease, p_code=code, p_message=message, p_retryable=retryable,
                p_retry_after_seconds=retry_after,
            )
        )  # fmt: skip

    async def snooze(
        self,
        job_id: int,
        lease: int,
        until: datetime | float,
        state: Mapping[str, Any] | None,
        provider: str | None,
        external_id: str | None,
    ) -> str:
        """Put a job aside."""
        if not isinstance(until, datetime):
            if time.monotonic() > self._offset_until:
                await self.contract(())
            until = datetime.now(UTC) + timedelta(seconds=until + self._offset)
        return str(
            await self._call(
                "snooze_job", p_id=job_id, p_lease=lease, p_until=until.isoformat(), p_state=state,
                p_provider=provider, p_external_id=external_id,
            )
        )  # fmt: skip

    async def release(self, leases: Mapping[int, int]) -> None:
        """Hand jobs back unstarted."""
        await self._call("release_jobs", p_ids=list(leases), p_leases=list(leases.values()))

    async def call(self, function: str, arguments: Mapping[str, Any]) -> Any:
        """Call a function that is granted to workers."""
        found = await self._call(function, **orjson.loads(to_json(dict(arguments))))
        return None if found == "" else found

    async def _call(self, function: str, /, **arguments: Any) -> Any:
        try:
            return (await self._client.rpc(function, arguments).execute()).data
        except (TimeoutError, httpx.TransportError, OSError) as error:
            raise TransportUnavailable(f"{function}: {str(error) or type(error).__name__}") from error
        except APIError as error:
            code, message = str(error.code or ""), f"{function}: {error.message or error.code}"
            if code.startswith(TRANSIENT_PREFIXES):
                raise TransportUnavailable(message) from error
            raise TransportRefused(message, code) from error


def _claimed(row: Mapping[str, Any]) -> ClaimedJob:
    values = {name: row[name] for name in ClaimedJob._fields}
    for name in ("organization_id", "subject_id", "created_by"):
        values[name] = UUID(values[name]) if values[name] else None
    for name in ("lease_expires_at", "created_at"):
        values[name] = datetime.fromisoformat(values[name])
    return ClaimedJob(**values)


def _document(result: str | None) -> Any:
    """The client encodes the body itself, so text becomes a document again."""
    return None if result is None else orjson.loads(result)
