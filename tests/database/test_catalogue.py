"""The live catalogue obeys the rules of catalogue_rules.yaml; every excuse is written down and still needed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.database import Database
from tests.support.templates import PROJECT

RULES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("catalogue_rules.yaml").read_text())


@pytest.mark.parametrize("rule", [name for name, rule in RULES.items() if "query" in rule])
async def test_rule(read_only_database: Database, rule: str) -> None:
    connection = await read_only_database.connect("supabase_admin")
    cursor = await connection.execute(RULES[rule]["query"].encode())
    found = {row[0] for row in await cursor.fetchall()}
    await connection.close()
    judge(rule, found)


@pytest.mark.parametrize("rule", [name for name, rule in RULES.items() if "source" in rule])
def test_rule_of_the_source(rule: str) -> None:
    found = set()
    for path in sorted((PROJECT / "supabase" / "migrations").glob("*.sql")):
        text = path.read_text()
        for match in re.finditer(RULES[rule]["source"], text):
            found.add(f"{path.name}:{text.count(chr(10), 0, match.start()) + 1}")
    judge(rule, found)


def judge(rule: str, found: set[str]) -> None:
    excused: dict[str, str] = RULES[rule].get("excused") or {}
    assert all(excused.values()), "an excuse needs a reason"
    assert not found - excused.keys(), f"{rule}: {sorted(found - excused.keys())}"
    assert not excused.keys() - found, f"no longer needed: {sorted(excused.keys() - found)}"


async def test_the_rules_can_fail(database: Database) -> None:
    """A table and a function that break everything are found by every rule that can see them."""
    connection = await database.connect()
    await connection.execute(
        """
        create table public.bad (id int, "Upper" text, happened timestamp, day date, moment timestamptz, updated_at
          timestamptz, status text, view_count int, quality_score numeric, amount numeric, trial_start timestamptz,
          trial_end timestamptz, ip_address text, access_token text, contact_name text, deleted_at timestamptz,
          organization_id uuid references public.organizations (id), project_id uuid references public.projects (id));
        grant select, insert, update on public.bad to authenticated;
        create policy anything on public.bad for all using (private.active_org() = organization_id);
        select private.attach_audit('public.bad', p_shown => '{contact_name}');
        create index nonsense on public.bad (day);
        create index nonsense_twice on public.bad (day, id);
        create unique index nonsense_key on public.bad (status);
        create table public.bad_log (id int) partition by range (id);
        grant insert on public.bad_log to authenticated;
        create materialized view public.bad_totals as select 1 as one;
        create type public.bad_mood as enum ('bad');
        insert into public.system_settings (key, value, value_type) values ('bad.setting', '1', 'number');
        create view public.bad_view as select 1 as one;
        create table private.bad (id int);
        grant select on private.bad to anon;
        create function public.bad_key(x text) returns bool language sql set search_path = '' as
        $$ select exists (select from public.profiles as p where p.id::text = x) $$;
        create function public.bad(x int) returns int language sql security definer as 'select x';
        grant execute on function public.bad(int) to public;
        """
    )
    admin = await database.connect("supabase_admin")
    silent = []
    for name, rule in RULES.items():
        if "query" in rule:
            rows = await (await admin.execute(rule["query"].encode())).fetchall()
            if not any("bad" in str(row[0]) or "nonsense" in str(row[0]) for row in rows):
                silent.append(name)
    assert silent == ["partitions are closed to clients, whatever their parent grants"]
