"""What the distance to the server's floor is spent on: the engine's SQL, with one thing after the other taken away.

One connection enqueues, claims and completes in batches, without a worker, in a database of its own. What a step saves
is what the thing it removes costs. What remains in the end are the rows themselves, the functions and the commits.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass

import psycopg
from psycopg import sql

from bench.queue import catalyst
from bench.queue.server import BenchServer
from bench.queue.systems import System

BATCH = 500
ROUNDS = 5
ENQUEUE = "select count(*) from public.enqueue_jobs(%s, %s, array_fill('{\"n\": 1}'::jsonb, array[%s]))"
CLAIM = "select id, lease from public.claim_jobs(array['bench'], 'spent', %s)"
COMPLETE = "select id from public.complete_jobs(%s::bigint[], %s::integer[]) where outcome <> 'completed'"
CONSTRAINTS = """
select c.conrelid::regclass::text, c.conname from pg_catalog.pg_constraint as c
where c.contype = 'c' and c.conrelid in ('public.jobs'::regclass, 'public.job_history'::regclass)
"""
INDEXES = """
select i.indexrelid::regclass::text from pg_catalog.pg_index as i
where i.indrelid in ('public.jobs'::regclass, 'public.job_history'::regclass) and not i.indisprimary
  and i.indexrelid <> 'public.jobs_claim_idx'::regclass
"""
BARE = """
create table public.bare (id bigint generated always as identity primary key, status text not null, payload jsonb);
create index bare_idx on public.bare (id) where status = 'queued';
"""


@dataclass(frozen=True)
class Spent:
    """Milliseconds for 1,000 jobs."""

    what: str
    enqueue: float
    claim: float
    complete: float


def without_quota(connection: psycopg.Connection) -> None:
    connection.execute("update public.job_kinds set quota_metric = null where kind = %s", (catalyst.KIND,))


def without_wake(connection: psycopg.Connection) -> None:
    connection.execute(
        "create or replace function private.wake_queues(p_queues text[]) returns void language sql set search_path = ''"
        " as 'select'"
    )


def without_checks(connection: psycopg.Connection) -> None:
    for table, name in connection.execute(CONSTRAINTS).fetchall():
        connection.execute(sql.SQL("alter table {} drop constraint {}").format(sql.SQL(table), sql.Identifier(name)))
    connection.execute("alter table public.jobs disable trigger user")
    connection.execute("alter table public.job_history disable trigger user")


def without_indexes(connection: psycopg.Connection) -> None:
    for (name,) in connection.execute(INDEXES).fetchall():
        connection.execute(sql.SQL("drop index {}").format(sql.SQL(name)))


STEPS = (
    ("as it is", None),
    ("without quota and ledger", without_quota),
    ("without the wake-up", without_wake),
    ("without check constraints and transition guards", without_checks),
    ("without indexes but the keys and the claim's", without_indexes),
)


def engine(connection: psycopg.Connection, jobs: int) -> tuple[float, float, float]:
    """Milliseconds per 1,000 jobs of enqueue, claim and complete."""
    clock = time.perf_counter
    began = clock()
    connection.execute(ENQUEUE, (catalyst.KIND, catalyst.ORGANIZATION, jobs))
    enqueued = clock() - began
    connection.execute("vacuum analyze public.jobs")
    claimed = completed = 0.0
    while True:
        began = clock()
        rows = connection.execute(CLAIM, (BATCH,)).fetchall()
        claimed += clock() - began
        if not rows:
            return enqueued * 1e6 / jobs, claimed * 1e6 / jobs, completed * 1e6 / jobs
        began = clock()
        connection.execute(COMPLETE, ([row[0] for row in rows], [row[1] for row in rows])).fetchall()
        completed += clock() - began


def bare(connection: psycopg.Connection, jobs: int) -> tuple[float, float, float]:
    """The same three row writes on a table of three columns, by primary key."""
    clock = time.perf_counter
    began = clock()
    connection.execute(
        "insert into public.bare (status, payload) select 'queued', '{\"n\": 1}' from generate_series(1, %s)", (jobs,)
    )
    enqueued, took = clock() - began, {"processing": 0.0, "completed": 0.0}
    first = connection.execute("select min(id) from public.bare where status = 'queued'").fetchone()
    start = first[0] if first else 0
    for low in range(start, start + jobs, BATCH):
        for status in took:
            began = clock()
            connection.execute(
                "update public.bare set status = %s where id between %s and %s", (status, low, low + BATCH - 1)
            )
            took[status] += clock() - began
    connection.execute("truncate public.bare")
    return enqueued * 1e6 / jobs, took["processing"] * 1e6 / jobs, took["completed"] * 1e6 / jobs


def measure(server: BenchServer, system: System, jobs: int) -> list[Spent]:
    """Every step, medians of a few rounds; the database is of no use afterwards."""
    found = []
    with server.connect(system.db) as connection:
        for what, remove in STEPS:
            if remove is not None:
                remove(connection)
            rounds = []
            for _ in range(ROUNDS):
                connection.execute(system.reset)
                rounds.append(engine(connection, jobs))
            found.append(Spent(what, *(statistics.median(figures) for figures in zip(*rounds, strict=True))))
        connection.execute(BARE)
        rounds = [bare(connection, jobs) for _ in range(ROUNDS)]
        found.append(
            Spent("three row writes on a bare table", *(statistics.median(f) for f in zip(*rounds, strict=True)))
        )
    return found
