"""The real Supabase CLI and `catalyst migrate` share one history, in either order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ops.test_migrate import LEDGER, rows
from tests.support.database import Database, DatabaseFactory
from tests.support.project import Project
from tests.support.templates import PROJECT

TRICKY = """-- Purpose: everything a splitter can get wrong; a semicolon too
create table public.a (id int); -- trailing words
comment on table public.a is 'a;b ''quoted''';

create function public.f() returns text language plpgsql as $body$
begin
  return $$;$$; -- x
end;
$body$;
/* block ; /* nested ; */ comment */
create function public.g() returns int language sql begin atomic select 1; select case when true then 2 end; end;
select e'\\';', U&'d\\0061t;a', 1 as ";";

-- nothing follows
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.write(
        "20260101000100", "tricky", TRICKY, "drop function public.f; drop function public.g; drop table public.a;"
    )
    made.write("20260101000200", "plain_words", "create table public.b ();\n", "drop table public.b;")
    return made


async def push(project: Project, database: Database) -> None:
    result = await project.supabase("db", "push", f"--remote={database.dsn}", "--yes")
    assert result.code == 0, result.output


async def test_both_write_the_same_rows(
    project: Project, platform_template: str, database_factory: DatabaseFactory
) -> None:
    ours = await database_factory.create(platform_template)
    theirs = await database_factory.create(platform_template)
    result = await project.catalyst("up", "--url", ours.dsn)
    assert result.code == 0, result.output
    await push(project, theirs)
    assert await rows(ours, LEDGER) == await rows(theirs, LEDGER)
    shape = """
      select attname, atttypid::regtype::text, attnotnull from pg_attribute
      where attrelid = 'supabase_migrations.schema_migrations'::regclass and attnum > 0 order by attnum
    """
    assert await rows(ours, shape) == await rows(theirs, shape)
    for database in (ours, theirs):
        await database_factory.drop(database)


async def test_the_cli_takes_over_from_us_and_we_from_it(project: Project, platform_database: Database) -> None:
    await project.catalyst("up", "--to", "20260101000100", "--url", platform_database.dsn)
    await push(project, platform_database)
    status = await project.catalyst("status", "--url", platform_database.dsn)
    assert (status.code, status.output) == (0, "applied  20260101000100_tricky\napplied  20260101000200_plain_words\n")
    assert (await project.catalyst("down", "--to", "0", "--url", platform_database.dsn)).code == 0
    await push(project, platform_database)
    project.write("20260101000300", "third", "create table public.c ();", "drop table public.c;")
    assert (await project.catalyst("up", "--url", platform_database.dsn)).output == (
        "applied 20260101000300_third\n1 applied\n"
    )
    listed = await project.supabase("migration", "list", f"--remote={platform_database.dsn}")
    assert listed.code == 0, listed.output
    for version in ("20260101000100", "20260101000200", "20260101000300"):
        assert listed.output.count(f"`{version}`") == 2, "known locally and remotely"


async def test_our_own_migrations_are_recorded_alike(
    template_database: str, database: Database, platform_database: Database
) -> None:
    await push(Project(PROJECT), platform_database)
    assert await rows(database, LEDGER) == await rows(platform_database, LEDGER)
