"""/healthz tells the truth and /metrics counts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest_asyncio
from prometheus_client.parser import text_string_to_metric_families

from tests.support.database import Database
from tests.support.workers import Probes, until, worker_process


@pytest_asyncio.fixture
async def probes(database: Database) -> AsyncIterator[Probes]:
    return await Probes.install(await database.connect(), lease_seconds=30)


async def test_healthz_follows_what_the_worker_can_do(database: Database, probes: Probes, tmp_path: Path) -> None:
    env = {"DATABASE_URL": database.dsn}
    async with worker_process(tmp_path / "log", env, call_timeout=1) as worker, httpx.AsyncClient() as client:
        url = await worker.started()

        async def status(code: int, text: str = "") -> bool:
            answer = await client.get(f"{url}/healthz")
            return answer.status_code == code and text in answer.text

        await until(lambda: status(200))

        locker = await database.connect(autocommit=False)
        await locker.execute("lock table public.jobs in access exclusive mode")
        await until(lambda: status(503, "claim"))
        await locker.rollback()
        await until(lambda: status(200))

        await probes.enqueue(do="block", seconds=1.5)
        await until(lambda: status(503, "event loop"))
        await until(lambda: status(200))

        await probes.connection.execute(
            "revoke execute on function public.claim_jobs from catalyst_worker, service_role"
        )
        admin = await database.connect("supabase_admin")
        await admin.execute(
            "alter function public.claim_jobs owner to supabase_admin;"
            " revoke all on function public.claim_jobs from postgres"
        )
        await until(lambda: status(503, "permission denied"))
        assert (await client.get(f"{url}/nothing")).status_code == 404


async def test_metrics_count_jobs_and_calls(database: Database, probes: Probes, tmp_path: Path) -> None:
    async with (
        worker_process(tmp_path / "log", {"DATABASE_URL": database.dsn}) as worker,
        httpx.AsyncClient() as client,
    ):
        url = await worker.started()
        [failing] = await probes.enqueue(do="reject")
        await probes.wait_ended(*await probes.enqueue("probe_batch", 50))
        await probes.wait_failed(failing)

        async def samples() -> dict[tuple[str, str], float]:
            text = (await client.get(f"{url}/metrics")).text
            return {
                (sample.name, ",".join(sample.labels.values())): sample.value
                for family in text_string_to_metric_families(text)
                for sample in family.samples
            }

        async def counted() -> bool:
            return (await samples()).get(("catalyst_jobs_total", "probe_batch,completed")) == 50

        await until(counted)
        found = await samples()
        assert found["catalyst_jobs_total", "probe,failed"] == 1
        assert found["catalyst_job_duration_seconds_count", "probe_batch"] == 50
        assert found["catalyst_call_duration_seconds_count", "claim"] >= 1
        assert found["catalyst_jobs_held", ""] == 0
        assert found["catalyst_slots", ""] == 4
        assert found["catalyst_healthy", ""] == 1
