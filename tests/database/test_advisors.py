"""Supabase's own security and performance advisors find nothing that is not explained in advisors.yaml."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from tests.support.database import Database
from tests.support.project import Project
from tests.support.templates import PROJECT

# Every clone of a run is written into the catalogs that the databases of a server share.
SWOLLEN_BY_TESTS = "table_bloat_pg_catalog_"
ALLOWED: dict[str, str] = yaml.safe_load(Path(__file__).with_name("advisors.yaml").read_text())


async def advise(database: Database) -> dict[str, dict[str, Any]]:
    done = await Project(PROJECT).supabase(
        "db", "advisors", f"--remote={database.dsn}?sslmode=disable", "--level=info", "--output-format=json"
    )
    assert done.code == 0, done.output
    return {finding["cacheKey"]: finding for finding in json.loads(done.stdout)["results"]}


async def test_nothing_unexplained(database: Database) -> None:
    found = await advise(database)
    findings = {key: finding for key, finding in found.items() if not key.startswith(SWOLLEN_BY_TESTS)}
    assert all(ALLOWED.values()), "an entry needs a reason"
    unexplained = [
        f"{finding['level']} {finding['name']} ({key}): {finding['detail']}"
        for key, finding in findings.items()
        if not any(re.fullmatch(pattern, key) for pattern in ALLOWED)
    ]
    assert not unexplained, "\n".join(unexplained)
    unneeded = [pattern for pattern in ALLOWED if not any(re.fullmatch(pattern, key) for key in findings)]
    assert not unneeded, "entries that are no longer needed"
    assert not [f for f in findings.values() if f["level"] != "INFO"], "errors and warnings are fixed, not allowed"


async def test_the_advisors_can_fail(platform_database: Database) -> None:
    connection = await platform_database.connect()
    await connection.execute(
        "create table public.open (id int primary key); grant select on public.open to anon;"
        " create function public.loose() returns int language sql as 'select 1'"
    )
    findings = await advise(platform_database)
    assert {"rls_disabled_in_public", "function_search_path_mutable"} <= {f["name"] for f in findings.values()}
