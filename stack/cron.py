"""Runs the jobs of `cron.job` on a server without pg_cron: `python -m stack.cron`.

A job runs as the role that scheduled it, in a connection of its own, one instance at a time. What was missed while
the stack was down is caught up once.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
from datetime import datetime, timedelta
from functools import partial

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from psycopg.rows import dict_row
from pydantic import BaseModel

from stack.cron_schedule import Schedule, now_gmt, parse

log = logging.getLogger("stack.cron")

TICK_SECONDS = 1.0
HOUSEKEEPING = timedelta(hours=1)
KEEP_DETAILS_PER_JOB = 1_000
KEEP_DETAILS_DAYS = 7
MAX_CONCURRENT = 8


class Job(BaseModel):
    """A row of `cron.job`, and when its last run started."""

    jobid: int
    schedule: str
    command: str
    database: str
    username: str
    last_start: datetime | None


class CronRunner:
    """One runner per server; a second one waits for the first to go away."""

    def __init__(self, dsn: str, job_dsn: str) -> None:
        """`dsn` is a superuser's, for the tables of schema cron; `job_dsn` is what commands run with."""
        self._dsn = dsn
        self._job_dsn = job_dsn
        self._running: dict[int, asyncio.Task[None]] = {}
        # A job that never ran is due at the first match after it was first seen.
        self._seen: dict[int, tuple[str, datetime]] = {}
        self._slots = asyncio.Semaphore(MAX_CONCURRENT)
        self._next_housekeeping = now_gmt()

    async def run(self) -> None:
        """Until cancelled; a restart of the database is waited for."""
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(
                    self._dsn, autocommit=True, application_name="catalyst-cron"
                ) as connection:
                    await self._serve(connection)
            except psycopg.OperationalError as error:
                log.warning("database not reachable: %s", type(error).__name__)
                await asyncio.sleep(1)

    async def _serve(self, connection: psycopg.AsyncConnection) -> None:
        await connection.execute("select pg_catalog.pg_advisory_lock(hashtext('catalyst cron runner'))")
        # Whatever was under way when the last runner ended has no one to finish its row.
        await connection.execute(
            "update cron.job_run_details set status = 'failed', return_message = 'server restarted', end_time = now()"
            " where status in ('starting', 'running')"
        )
        while True:
            await self.tick(connection)
            await asyncio.sleep(TICK_SECONDS)

    async def tick(self, connection: psycopg.AsyncConnection) -> None:
        """Start what is due now."""
        now = now_gmt()
        if now >= self._next_housekeeping:
            await self._housekeeping(connection)
            self._next_housekeeping = now + HOUSEKEEPING
        for job in await _active_jobs(connection):
            if job.jobid in self._running or not self._is_due(job, now):
                continue
            task = asyncio.create_task(self._execute(connection, job), name=f"cron job {job.jobid}")
            self._running[job.jobid] = task
            task.add_done_callback(partial(self._ended, job.jobid))

    def _ended(self, jobid: int, task: asyncio.Task[None]) -> None:
        self._running.pop(jobid, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.warning("the run of job %d was lost: %s", jobid, type(error).__name__)

    async def drain(self) -> None:
        """Wait for the runs under way."""
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    def _is_due(self, job: Job, now: datetime) -> bool:
        schedule = _parsed(job)
        if schedule is None:
            return False
        seen_as, seen_at = self._seen.get(job.jobid, ("", now))
        if seen_as != job.schedule:
            # New, or rescheduled: past minutes of the new schedule are not missed ones.
            seen_at = now if seen_as or job.last_start is None else job.last_start
            self._seen[job.jobid] = (job.schedule, seen_at)
        last = max(seen_at, job.last_start) if job.last_start else seen_at
        return schedule.is_due(now, last)

    async def _execute(self, admin: psycopg.AsyncConnection, job: Job) -> None:
        async with self._slots:
            cursor = await admin.execute(
                "insert into cron.job_run_details (jobid, database, username, command, status, start_time)"
                " values (%s, %s, %s, %s, 'starting', clock_timestamp()) returning runid",
                (job.jobid, job.database, job.username, job.command),
            )
            [(runid,)] = await cursor.fetchall()
            try:
                message = await self._command(admin, job, runid)
                status = "succeeded"
            except psycopg.Error as error:
                status, message = "failed", str(error).strip()
                log.warning("job %d failed: %s", job.jobid, error.sqlstate)
            await admin.execute(
                "update cron.job_run_details set status = %s, return_message = %s, end_time = clock_timestamp()"
                " where runid = %s",
                (status, message, runid),
            )

    async def _command(self, admin: psycopg.AsyncConnection, job: Job, runid: int) -> str:
        """Run it in a fresh session that was never more than `postgres`: a command can always reset its role."""
        async with await psycopg.AsyncConnection.connect(
            make_conninfo(self._job_dsn, dbname=job.database),
            autocommit=True,
            application_name=f"pg_cron job {job.jobid}",
        ) as connection:
            await admin.execute(
                "update cron.job_run_details set status = 'running', job_pid = %s where runid = %s",
                (connection.info.backend_pid, runid),
            )
            if job.username != connection.info.user:
                await connection.execute(sql.SQL("set role {}").format(sql.Identifier(job.username)))
            result = await connection.execute(job.command.encode())  # may hold several statements
            while result.nextset():
                pass
            return result.statusmessage or ""

    async def _housekeeping(self, connection: psycopg.AsyncConnection) -> None:
        """Keep the run details short, and Realtime's partitions ahead of the clock."""
        await connection.execute(
            """
            delete from cron.job_run_details as d
            where d.start_time < now() - make_interval(days => %s)
              or d.runid <= (
                select r.runid from cron.job_run_details as r
                where r.jobid = d.jobid order by r.runid desc offset %s limit 1
              )
            """,
            (KEEP_DETAILS_DAYS, KEEP_DETAILS_PER_JOB),
        )
        await connection.execute("select realtime.maintain_messages()")


def _parsed(job: Job) -> Schedule | None:
    try:
        return parse(job.schedule)
    except ValueError:
        log.warning("job %d has no valid schedule", job.jobid)
        return None


async def _active_jobs(connection: psycopg.AsyncConnection) -> list[Job]:
    async with connection.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(
            """
            select j.jobid, j.schedule, j.command, j.database, j.username, d.start_time as last_start
            from cron.job as j
            left join lateral (
              select r.start_time from cron.job_run_details as r where r.jobid = j.jobid order by r.runid desc limit 1
            ) as d on true
            where j.active
            order by j.jobid
            """
        )
        return [Job.model_validate(row) for row in await cursor.fetchall()]


async def main() -> None:
    """Run until SIGTERM."""
    logging.basicConfig(level="INFO", format="%(asctime)s %(levelname)s %(name)s %(message)s")
    runner = asyncio.create_task(CronRunner(os.environ["CATALYST_CRON_DSN"], os.environ["CATALYST_CRON_JOB_DSN"]).run())
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, runner.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await runner


if __name__ == "__main__":
    asyncio.run(main())
