"""How fast the engine's own SQL drains a queue, next to a bare SKIP LOCKED table in the same run.

    python -m bench.queue.sql_floor --dsn postgresql://… [--jobs 50000] [--rounds 3] [--finished 0] [--future 0]

The database must have the migrations. Rows are left behind: use a scratch database.
"""

from __future__ import annotations

import argparse
import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import psycopg
from psycopg.sql import SQL

KIND = "bench_noop"
REFERENCE = """
drop table if exists public.bench_reference;
create table public.bench_reference (
  id bigint generated always as identity primary key,
  status text not null default 'queued',
  run_at timestamptz not null default now(),
  attempt integer not null default 0,
  lease_expires_at timestamptz,
  payload jsonb not null default '{}'
);
create index on public.bench_reference (run_at, id) where status = 'queued';
"""
REFERENCE_CLAIM = """
update public.bench_reference as j
set status = 'processing', attempt = j.attempt + 1, lease_expires_at = now() + interval '60 seconds'
where j.id in (
  select id from public.bench_reference
  where status = 'queued' and run_at <= now()
  order by run_at, id limit %s for update skip locked
)
returning j.id
"""


@dataclass(frozen=True)
class Contestant:
    """One way to fill a queue and to claim and finish a batch of it."""

    name: str
    fill: Callable[[psycopg.Connection, int], None]
    step: Callable[[psycopg.Connection, int], int]


def reference_fill(connection: psycopg.Connection, jobs: int) -> None:
    connection.execute(REFERENCE)
    connection.execute("insert into public.bench_reference (payload) select '{}' from generate_series(1, %s)", [jobs])


def reference_step(connection: psycopg.Connection, batch: int) -> int:
    ids = [row[0] for row in connection.execute(REFERENCE_CLAIM, [batch])]
    if ids:
        connection.execute(
            "update public.bench_reference set status = 'completed', lease_expires_at = null"
            " where id = any (%s) and status = 'processing'",
            [ids],
        )
    return len(ids)


def engine_fill(connection: psycopg.Connection, jobs: int) -> None:
    connection.execute(
        "select count(*) from public.enqueue_jobs(%s, (select id from public.organizations limit 1),"
        " array_fill('{}'::jsonb, array[%s]))",
        [KIND, jobs],
    )


def engine_step(connection: psycopg.Connection, batch: int) -> int:
    rows = connection.execute(
        "select id, lease, kind, queue, organization_id, subject_id, payload, attempt, max_attempts, lease_expires_at,"
        " lease_seconds, priority, checkpoints, created_by, created_at, batch_complete"
        " from public.claim_jobs(array['bench'], 'sql_floor', %s)",
        [batch],
        binary=True,
    ).fetchall()
    if rows:
        connection.execute(
            "select id, outcome, error from public.complete_jobs(%s::bigint[], %s::integer[])",
            [[row[0] for row in rows], [row[1] for row in rows]],
            binary=True,
        ).fetchall()
    return len(rows)


CONTESTANTS = (Contestant("reference", reference_fill, reference_step), Contestant("engine", engine_fill, engine_step))


def prepare(dsn: str, finished: int, future: int) -> None:
    """Register the kind, and put a past or a future into the tables."""
    with psycopg.connect(dsn) as connection:
        connection.execute(
            "insert into public.job_kinds (kind, queue, batch_complete, description)"
            " values (%s, 'bench', true, 'measures the engine') on conflict (kind) do nothing",
            [KIND],
        )
        connection.execute(
            "insert into public.job_history (id, organization_id, kind, queue, status, priority, attempt, max_attempts,"
            " created_at) select -n, o.id, %s, 'bench', 'completed', 1, 1, 5, now() from generate_series(1, %s) as n,"
            " (select id from public.organizations limit 1) as o on conflict do nothing",
            [KIND, finished],
        )
        connection.execute(
            "select count(*) from public.enqueue_jobs(%s, (select id from public.organizations limit 1),"
            " array_fill('{}'::jsonb, array[%s]), p_run_at => now() + interval '1 day')",
            [KIND, future],
        )


def drain(contestant: Contestant, dsn: str, jobs: int, batch: int, connections: int) -> tuple[float, float]:
    """Return jobs enqueued and jobs drained per second."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        began = time.perf_counter()
        contestant.fill(connection, jobs)
        filled = time.perf_counter() - began
        connection.execute(SQL("analyze public.jobs"))
    done: list[int] = []

    def work() -> None:
        with psycopg.connect(dsn, autocommit=True) as connection:
            while count := contestant.step(connection, batch):
                done.append(count)

    threads = [threading.Thread(target=work) for _ in range(connections)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    if sum(done) != jobs:
        raise SystemExit(f"{contestant.name}: {sum(done)} of {jobs} jobs drained")
    return jobs / filled, jobs / took


def main() -> None:
    """Measure every batch size, the contestants taking turns."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dsn", required=True)
    parser.add_argument("--jobs", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=2)
    parser.add_argument("--finished", type=int, default=0)
    parser.add_argument("--future", type=int, default=0)
    parser.add_argument("--batches", type=int, nargs="+", default=[1, 10, 100, 500])
    options = parser.parse_args()
    prepare(options.dsn, options.finished, options.future)
    print(f"{'batch':>6} {'queue':<10} {'drain /s':>10} {'of reference':>13} {'bulk enqueue /s':>16}")
    for batch in options.batches:
        jobs = min(options.jobs, 2_000 * batch)
        rates: dict[str, list[tuple[float, float]]] = {contestant.name: [] for contestant in CONTESTANTS}
        for _ in range(options.rounds):
            for contestant in CONTESTANTS:
                rates[contestant.name].append(drain(contestant, options.dsn, jobs, batch, options.connections))
        base = statistics.median(rate for _, rate in rates["reference"])
        for name, measured in rates.items():
            rate = statistics.median(drained for _, drained in measured)
            fill = statistics.median(filled for filled, _ in measured)
            print(f"{batch:>6} {name:<10} {rate:>10,.0f} {rate / base:>13.2f} {fill:>16,.0f}")


if __name__ == "__main__":
    main()
