"""`catalyst migrate` against a real server: whole or not at all, one runner at a time, and honest about drift."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.support.database import Database
from tests.support.project import Project
from tests.support.templates import PROJECT

LEDGER = "select version, name, statements from supabase_migrations.schema_migrations order by version"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.write("1", "songs", "create table public.songs (id int);", "drop table public.songs;")
    made.write(
        "2", "titles", "-- why\nalter table public.songs add title text;\n", "alter table public.songs drop title;"
    )
    return made


async def rows(database: Database, query: str) -> list[Any]:
    connection = await database.connect()
    return await (await connection.execute(query.encode())).fetchall()


async def exists(database: Database, relation: str) -> bool:
    return (await rows(database, f"select to_regclass('{relation}') is not null"))[0][0]


async def test_up_records_what_it_ran_and_down_forgets_it(project: Project, platform_database: Database) -> None:
    url = platform_database.dsn
    assert (await project.catalyst("up", "--url", url)).output == "applied 1_songs\napplied 2_titles\n2 applied\n"
    assert await rows(platform_database, LEDGER) == [
        ("1", "songs", ["create table public.songs (id int)"]),
        ("2", "titles", ["-- why\nalter table public.songs add title text"]),
    ]
    assert (await project.catalyst("up", "--url", url)).output == "nothing to apply\n"
    assert (await project.catalyst("down", "--url", url)).output == "rolled back 2_titles\n1 rolled back\n"
    assert [row[0] for row in await rows(platform_database, LEDGER)] == ["1"]
    assert (await project.catalyst("status", "--url", url)).code == 1
    assert (await project.catalyst("down", "--to", "0", "--url", url)).code == 0
    assert not await exists(platform_database, "public.songs")


async def test_up_and_down_stop_at_a_version(project: Project, platform_database: Database) -> None:
    url = platform_database.dsn
    project.write("3", "more", "create table public.more ();", "drop table public.more;")
    await project.catalyst("up", "--to", "2", "--url", url)
    assert [row[0] for row in await rows(platform_database, LEDGER)] == ["1", "2"]
    await project.catalyst("up", "--url", url)
    await project.catalyst("down", "--to", "1", "--url", url)
    assert [row[0] for row in await rows(platform_database, LEDGER)] == ["1"]
    unknown = await project.catalyst("up", "--to", "9", "--url", url)
    assert (unknown.code, unknown.output) == (1, "error: there is no migration with version 9\n")


async def test_a_migration_that_fails_half_way_leaves_nothing(project: Project, platform_database: Database) -> None:
    project.write("3", "bad", "create table public.half ();\n\n-- then\nselect\n  1 / 0;\n", "select 1;")
    result = await project.catalyst("up", "--url", platform_database.dsn)
    assert result.code == 1
    assert "3_bad.sql:4: statement 2 failed: division by zero (SQLSTATE 22012)" in result.output
    assert [row[0] for row in await rows(platform_database, LEDGER)] == ["1", "2"]
    assert not await exists(platform_database, "public.half")


async def test_the_line_of_a_mistake_inside_a_statement_is_named(project: Project, platform_database: Database) -> None:
    project.write("3", "bad", "select\n  1,\n  nonsense;\n")
    result = await project.catalyst("up", "--url", platform_database.dsn)
    assert '3_bad.sql:3: statement 1 failed: column "nonsense" does not exist (SQLSTATE 42703)\n    nonsense' in (
        result.output
    )


@pytest.mark.parametrize("control", ["commit", "begin", "rollback", "end", "start transaction"])
async def test_a_file_may_not_end_its_transaction(project: Project, platform_database: Database, control: str) -> None:
    project.write("3", "sneaky", f"create table public.half ();\n{control};\n")
    result = await project.catalyst("up", "--url", platform_database.dsn)
    assert result.code == 1
    assert f"3_sneaky.sql:2: statement 2 is `{control}`" in result.output
    assert not await exists(platform_database, "public.songs"), "files are read before anything runs"


async def test_a_failing_rollback_leaves_the_migration_in_place(project: Project, platform_database: Database) -> None:
    project.write("3", "stuck", "create table public.stuck ();", "drop table public.stuck;\nselect 1 / 0;")
    await project.catalyst("up", "--url", platform_database.dsn)
    result = await project.catalyst("down", "--url", platform_database.dsn)
    assert "rollbacks/3_stuck.sql:2: statement 2 failed: division by zero" in result.output
    assert await exists(platform_database, "public.stuck")
    assert [row[0] for row in await rows(platform_database, LEDGER)] == ["1", "2", "3"]


async def test_settings_and_role_of_one_file_do_not_reach_the_next(
    project: Project, platform_database: Database
) -> None:
    project.write("3", "settings", "set search_path = auth;\nset role anon;")
    project.write("4", "after", "create table public.whose ();")
    assert (await project.catalyst("up", "--url", platform_database.dsn)).code == 0
    owner = await rows(platform_database, "select tableowner from pg_tables where tablename = 'whose'")
    assert owner == [("postgres",)]


async def test_two_runners_apply_everything_once(project: Project, platform_database: Database) -> None:
    for number in range(3, 8):
        project.write(str(number), f"slow_{number}", f"create table public.slow_{number} (); select pg_sleep(0.2);")
    results = await asyncio.gather(
        *(project.catalyst("up", "--url", platform_database.dsn_as(user)) for user in ("postgres", "supabase_admin"))
    )
    assert [result.code for result in results] == [0, 0], results
    applied = sorted(line for result in results for line in result.output.splitlines() if line.startswith("applied"))
    assert applied == sorted(f"applied {n}_{name}" for n, name in [(1, "songs"), (2, "titles")]) + [
        f"applied {n}_slow_{n}" for n in range(3, 8)
    ]


async def test_a_lock_held_by_somebody_else_is_not_waited_for_forever(
    project: Project, platform_database: Database
) -> None:
    await project.catalyst("up", "--to", "1", "--url", platform_database.dsn)
    reader = await platform_database.connect(autocommit=False)
    await reader.execute("select * from public.songs")
    result = await project.catalyst("up", "--lock-timeout", "200ms", "--url", platform_database.dsn)
    assert result.code == 1
    assert "2_titles.sql:2: statement 1 failed: canceling statement due to lock timeout" in result.output
    assert "another session holds a lock" in result.output
    await reader.rollback()
    assert (await project.catalyst("up", "--url", platform_database.dsn)).code == 0


async def test_drift_is_told(project: Project, platform_database: Database) -> None:
    url = platform_database.dsn
    await project.catalyst("up", "--url", url)
    project.write("2", "titles", "alter table public.songs add title varchar;", "alter table public.songs drop title;")
    status = await project.catalyst("status", "--url", url)
    assert (status.code, status.output) == (1, "applied  1_songs\nchanged  2_titles\n")
    verified = await project.catalyst("verify", "--url", url)
    assert "2_titles was applied with other statements than its file has now" in verified.output
    (project.directory / "supabase/migrations/2_titles.sql").unlink()
    assert "missing  2_titles" in (await project.catalyst("status", "--url", url)).output
    refused = await project.catalyst("up", "--url", url)
    assert "error: the database has migrations that are not among the files: 2" in refused.output


async def test_a_late_file_needs_consent(project: Project, platform_database: Database) -> None:
    await project.catalyst("up", "--url", platform_database.dsn)
    project.write("11", "late", "create table public.late ();")  # text order, as in the CLI: 1 < 11 < 2
    refused = await project.catalyst("up", "--url", platform_database.dsn)
    assert "pending migrations are older than the newest applied one (2): 11" in refused.output
    assert (await project.catalyst("up", "--include-all", "--url", platform_database.dsn)).code == 0


async def test_verify_finds_a_rollback_that_forgets_something(project: Project, platform_database: Database) -> None:
    up = "create type public.mood as enum ('a'); create table public.moods (m public.mood);"
    project.write("3", "untidy", up, "drop table public.moods;")
    await project.catalyst("up", "--url", platform_database.dsn)
    untidy = await project.catalyst("verify", "--url", platform_database.dsn)
    assert untidy.code == 1
    assert 'type "mood" already exists' in untidy.output
    project.write("3", "untidy", up, "drop table public.moods; drop type public.mood;")
    assert (await project.catalyst("verify", "--url", platform_database.dsn)).code == 0


async def test_verify_finds_a_lost_comment(project: Project, platform_database: Database) -> None:
    project.write("3", "words", "comment on table public.songs is 'new words';", "select 1;")
    await project.catalyst("up", "--url", platform_database.dsn)
    result = await project.catalyst("verify", "--url", platform_database.dsn)
    assert result.code == 1
    assert "the rollback of 3_words leaves a difference:" in result.output
    assert "+COMMENT ON TABLE public.songs IS 'new words';" in result.output
    leftovers = await rows(platform_database, "select datname from pg_database where datname like 'catalyst_verify_%'")
    assert leftovers == [], "the scratch database is dropped"


async def test_an_unreachable_database_is_one_sentence(project: Project) -> None:
    result = await project.catalyst("up", "--url", "postgresql://postgres@127.0.0.1:1/postgres")
    assert result.code == 1
    assert result.output.startswith("error: the database does not answer:")


@pytest.mark.timeout(400)  # every migration three times, and many schema dumps
async def test_our_own_migrations_go_down_and_up_again(template_database: str, database: Database) -> None:
    project = Project(PROJECT)
    connection = await database.connect("postgres")
    await connection.execute((PROJECT / "supabase" / "seed.sql").read_bytes())  # rows in every table
    await connection.close()
    result = await project.catalyst("verify", "--url", database.dsn, "--every", "16")
    assert result.code == 0, result.output
