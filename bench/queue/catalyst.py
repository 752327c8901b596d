"""Our own queue as a measured system: its database, its settings, and the Realtime bridge in front of it."""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bench.queue.process import ROOT, Program, run
from bench.queue.server import BenchServer
from bench.queue.systems import PEERS, System
from stack.platform import install_platform

ORGANIZATION = "00000000-0000-4000-8000-00000000be0c"
KIND = "bench_noop"
OUTSIDE_KIND = "bench_outside"
OUTSIDE = {"BENCH_KIND": OUTSIDE_KIND}
"""Makes a producer enqueue the kind whose jobs are acknowledged one by one, as effects on the outside world demand."""

SEED = ROOT / "bench" / "queue" / "catalyst.sql"
# The ledger refuses to be emptied by anybody else.
EMPTY = (
    "set session_replication_role = replica;"
    " truncate {}, public.usage_ledger, public.usage_counters, realtime.messages;"
    " reset session_replication_role"
)


def setting(kind: str = KIND, **worker: Any) -> dict[str, Any]:
    """What the worker handles and how it is configured."""
    return {"kinds": [kind], "worker": worker}


CATALYST = System(
    name="catalyst",
    command=[sys.executable, "-m", PEERS, "catalyst_peer"],
    settings={
        "ten": setting(concurrency=10),
        "best": setting(concurrency=1000),
        "one_by_one": setting(concurrency=10, kind=OUTSIDE_KIND),
        "idle": setting(concurrency=10),
        "idle_realtime": setting(concurrency=10, wake="realtime"),
    },
    unfinished="select exists (select from public.jobs)",
    reset=EMPTY.format("public.jobs, public.job_history"),
    reset_live=EMPTY.format("public.jobs"),
    how={
        "ten": "concurrency 10, everything else as `catalyst worker` has it",
        "best": "concurrency 1,000, everything else as `catalyst worker` has it",
        "idle": "concurrency 10, LISTEN; and Realtime alone, through the stack's bridge",
    },
    history=(
        "insert into public.job_history "
        "(id, organization_id, created_at, started_at, finished_at, attempt, max_attempts, "
        "status, priority, kind, queue, quota_metric, quota_amount, payload) "
        f"select -n, '{ORGANIZATION}', now(), now(), now(), 1, 5, 'completed', 1, '{KIND}', 'bench', "
        "'bench_jobs', 1, '{\"n\": 1}' from generate_series(1, %s) n"
    ),
)


@asynccontextmanager
async def realtime(server: BenchServer, system: System, port: int = 55850) -> AsyncIterator[dict[str, str]]:
    """A Realtime bridge on the system's database, and what a worker needs in its environment to use it."""
    secret_key = f"sb_secret_{secrets.token_urlsafe(16)}"
    options = {"dsn": server.dsn(system.db), "jwt_secret": secrets.token_urlsafe(48), "secret_key": secret_key}
    command = [sys.executable, "-m", "bench.queue.realtime_bridge", str(port), json.dumps(options)]
    async with Program(command):
        yield {"SUPABASE_URL": f"http://127.0.0.1:{port}", "SUPABASE_SECRET_KEY": secret_key}


async def prepare_database(server: BenchServer, system: System) -> None:
    """Platform, migrations, one organization with a large quota, the kinds that are measured."""
    install_platform(server.postgres, system.db)
    url = server.postgres.dsn(system.db, user="postgres")
    await run([str(Path(sys.executable).parent / "catalyst"), "migrate", "up", "--url", url])
    with server.connect(system.db) as connection:
        connection.execute(SEED.read_text())
