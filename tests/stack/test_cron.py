"""The cron runner: when a job is due, and what a run leaves behind."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from stack.cron import CronRunner
from stack.cron_schedule import parse
from tests.support.database import Database


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("schedule", "now", "due"),
    [
        ("* * * * *", "2026-03-01 12:00:30", True),
        ("*/5 * * * *", "2026-03-01 12:05:10", True),
        ("*/5 * * * *", "2026-03-01 12:06:10", False),
        ("1-10/3 * * * *", "2026-03-01 12:07:00", True),
        ("0 3 * * *", "2026-03-01 03:00:59", True),
        ("0 3 * * *", "2026-03-01 04:00:00", False),
        ("0 0 $ * *", "2028-02-29 00:00:00", True),
        ("0 0 $ * *", "2026-02-28 00:00:00", True),
        ("0 0 $ * *", "2028-02-28 00:00:00", False),
        ("0 0 * * mon", "2026-03-02 00:00:00", True),
        ("0 0 * * 7", "2026-03-01 00:00:00", True),
        ("0 0 13 * 5", "2026-03-06 00:00:00", True),  # a Friday, not the 13th: the day fields are alternatives
        ("@hourly", "2026-03-01 05:00:00", True),
    ],
)
def test_calendar(schedule: str, now: str, due: bool) -> None:
    assert parse(schedule).is_due(at(now), at(now) - timedelta(seconds=60)) is due


def test_seconds() -> None:
    schedule = parse("10 seconds")
    assert not schedule.is_due(at("2026-03-01 12:00:09"), at("2026-03-01 12:00:00"))
    assert schedule.is_due(at("2026-03-01 12:00:10"), at("2026-03-01 12:00:00"))


def test_a_missed_run_is_due_once_after_a_long_pause() -> None:
    schedule = parse("0 3 * * *")
    assert schedule.is_due(at("2026-03-20 17:00:00"), at("2026-03-01 03:00:01"))
    assert not schedule.is_due(at("2026-03-20 17:00:00"), at("2026-03-20 16:59:00"))


@pytest.mark.parametrize(
    "schedule", ["60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "5-1 * * * *"]
)
def test_nonsense_is_refused(schedule: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(schedule)


@asynccontextmanager
async def running(database: Database) -> AsyncIterator[CronRunner]:
    runner = CronRunner(database.dsn_as("supabase_admin"), database.dsn)
    task = asyncio.create_task(runner.run())
    try:
        yield runner
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def details(connection: psycopg.AsyncConnection, count: int) -> list[tuple[str, str, str]]:
    """Status, message and who ran it, of the first runs, once there are so many finished ones."""
    for _ in range(900):
        cursor = await connection.execute(
            "select status, return_message, username from cron.job_run_details"
            " where end_time is not null order by runid"
        )
        if len(rows := await cursor.fetchall()) >= count:
            return rows
        await asyncio.sleep(0.1)
    raise AssertionError(f"fewer than {count} runs finished")


async def test_a_job_runs_as_the_one_who_scheduled_it(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    await postgres.execute("create table public.seen (who text, claims text)")
    await postgres.execute(
        "select cron.schedule('look', '1 second', 'insert into public.seen select current_user, auth.uid()::text;"
        " select 1')"
    )
    async with running(platform_database):
        rows = await details(postgres, 2)
    assert rows[0][0] == "succeeded"
    found = await (await postgres.execute("select distinct who, claims from public.seen")).fetchall()
    assert found == [("postgres", None)]


async def test_a_command_cannot_become_more_than_its_owner(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    await postgres.execute(
        "select cron.schedule('climb', '1 second', 'reset session authorization; reset role; set role supabase_admin')"
    )
    async with running(platform_database):
        rows = await details(postgres, 1)
    assert rows[0][0] == "failed"
    assert "permission denied" in rows[0][1]


async def test_one_instance_at_a_time(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    await postgres.execute("create table public.runs (started timestamptz, ended timestamptz)")
    await postgres.execute(
        "select cron.schedule('slow', '1 second', 'insert into public.runs select clock_timestamp(), clock_timestamp()"
        " from pg_sleep(1.6)')"
    )
    async with running(platform_database):
        await details(postgres, 2)
    overlaps = await (
        await postgres.execute(
            "select count(*) from cron.job_run_details as a join cron.job_run_details as b on a.runid < b.runid"
            " and b.start_time < a.end_time"
        )
    ).fetchone()
    assert overlaps == (0,)


async def test_a_failing_job_says_why_and_harms_no_other(platform_database: Database) -> None:
    postgres = await platform_database.connect()
    await postgres.execute("select cron.schedule('broken', '1 second', 'select 1/0')")
    await postgres.execute("select cron.schedule('fine', '1 second', 'select 1')")
    async with running(platform_database):
        rows = await details(postgres, 4)
    assert {status for status, _, _ in rows} == {"failed", "succeeded"}
    assert any("division by zero" in message for _, message, _ in rows)
