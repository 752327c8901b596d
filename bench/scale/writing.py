"""Ten thousand metrics in one call, a month that goes, and how much room everything takes."""

from __future__ import annotations

import json
import time
from typing import Any

from bench.scale.database import Db, Plans, Scale, value
from bench.scale.scoring import SIZES, make_channel
from stack.postgres import SUPERUSER

BATCH = """
select jsonb_agg(jsonb_build_object(
  'content_item_id', i.id, 'captured_on', d.day, 'views', i.view_count + %(turn)s * 100 + n, 'impressions', 100000 + n,
  'likes', i.like_count + %(turn)s, 'comments', i.comment_count, 'shares', 5, 'watch_time_minutes', 12.5 * n
))
from public.content_items as i
cross join lateral (
  select (now() at time zone 'UTC')::date - 20 + %(turn)s * 2 + n as day, n from generate_series(0, 1) as n
) as d
where i.social_account_id = %(account)s
"""
SIZE = """
select c.relname, pg_total_relation_size(c.oid) as bytes
from pg_class as c
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
union all
select c.relname, (select sum(pg_total_relation_size(t.relid)) from pg_partition_tree(c.oid) as t)::bigint
from pg_class as c
where c.relnamespace = 'public'::regnamespace and c.relkind = 'p'
order by bytes desc
"""


def ingest(scale: Scale, rounds: int) -> dict[str, Any]:
    """Two days of 5,000 items in one call, then the same batch again."""
    _, account = make_channel(scale, SIZES[-1])
    found: dict[str, Any] = {"rows": 2 * SIZES[-1], "first_s": [], "again_s": []}
    with scale.connect(SUPERUSER) as admin, scale.connect_as("service_role") as worker:
        for turn in range(min(rounds, 9)):
            batch = value(admin, BATCH, {"turn": turn, "account": account})
            for name in ("first_s", "again_s"):
                started = time.perf_counter()
                answer = value(
                    worker, "select public.record_content_metrics(%(a)s, %(rows)s::jsonb)",
                    {"a": account, "rows": json.dumps(batch, default=str)},
                )  # fmt: skip
                found[name].append(time.perf_counter() - started)
            found["answer"] = answer
        found["rebuilt_days"] = value(
            admin,
            "select private.rebuild_daily_stats(a.organization_id, a.id) from public.social_accounts as a"
            " where a.id = %(a)s",
            {"a": account},
        )
    assert found["rebuilt_days"] == 0, "the daily statistics must be what the snapshots say"
    return found


def drop_month(scale: Scale, plans: Plans) -> dict[str, Any]:
    """The oldest full month: dropped as a partition, deleted as rows."""
    with scale.connect(SUPERUSER) as admin:
        row = admin.execute(
            "select c.oid::regclass::text, private.partition_month(c.relname) from pg_inherits as i"
            " join pg_class as c on c.oid = i.inhrelid where i.inhparent = 'public.content_metrics'::regclass"
            " and private.partition_month(c.relname) between now() - interval '11 months'"
            " and now() - interval '2 months'"
            " order by 2 limit 1"
        ).fetchone()
        assert row is not None
        found: dict[str, Any] = {"rows": value(admin, f"select count(*) from {row[0]}")}
        since = f"{row[1]:%Y-%m-%d}"
        plans.keep(
            "month-pruned",
            admin,
            f"select count(*) from public.content_metrics where captured_on >= '{since}'",
        )
        started = time.perf_counter()
        admin.execute(
            "delete from baseline.engagement_metrics where collected_at >= %(m)s::date"
            " and collected_at < %(m)s::date + interval '1 month'",
            {"m": row[1]},
        )
        found["delete_s"] = time.perf_counter() - started
        started = time.perf_counter()
        admin.execute(f"drop table {row[0]}")
        found["drop_s"] = time.perf_counter() - started
    return found


def sizes(admin: Db) -> dict[str, Any]:
    """Bytes with indexes, the largest tables first."""
    rows = admin.execute(SIZE).fetchall()
    counted = (
        "auth.users", "public.organizations", "public.content_assets", "public.generated_content",
        "public.content_items", "public.content_metrics", "public.organization_daily_stats",
        "public.social_account_daily_stats", "public.audit_log",
    )  # fmt: skip
    return {
        "total_bytes": sum(row[1] for row in rows),
        "tables": {row[0]: row[1] for row in rows[:12]},
        "rows": {name: value(admin, f"select count(*) from {name}") for name in counted},
    }
