"""The trend of an organization: its daily rows against a join over all measurements."""

from __future__ import annotations

import datetime
import statistics
from typing import Any, cast
from uuid import UUID

from bench.scale.database import HERE, Db, Plans, Scale, milliseconds, server_milliseconds, value
from stack.postgres import SUPERUSER

BASELINE = (HERE / "baseline" / "dashboard.sql").read_text()
OURS = """
select s.stat_on, s.views, s.engagement
from public.organization_daily_stats as s
where s.organization_id = %(organization)s and s.stat_on >= %(from)s
order by s.stat_on
"""
RPC = "select public.analytics_dashboard_data(p_days => %(days)s)"
TENANTS = """
select organization_id from (
  select organization_id, row_number() over (order by count(*) desc) as rank, count(*) over () as tenants
  from public.content_items
  where organization_id in (select bench.key('organization', n) from generate_series(1, 2500) as n)
  group by organization_id
) as ranked
where rank = case %(which)s when 'heaviest' then 1 else tenants / 2 end
"""
MEMBER = "select min(user_id::text)::uuid from public.organization_members where organization_id = %(organization)s"
# Nine more years of the same, before the first: what a dashboard must not feel.
GROW = (
    """
    insert into public.organization_daily_stats (organization_id, stat_on, views, likes, comments, shares, saves)
    select s.organization_id, s.stat_on - 371 * y, s.views, s.likes, s.comments, s.shares, s.saves
    from public.organization_daily_stats as s cross join generate_series(1, 9) as y
    where s.organization_id = %(organization)s
    on conflict do nothing
    """,
    """
    insert into public.social_account_daily_stats
      (organization_id, social_account_id, stat_on, views, likes, comments, shares, saves)
    select s.organization_id, s.social_account_id, s.stat_on - 371 * y, s.views, s.likes, s.comments, s.shares, s.saves
    from public.social_account_daily_stats as s cross join generate_series(1, 9) as y
    where s.organization_id = %(organization)s
    on conflict do nothing
    """,
    """
    insert into baseline.engagement_metrics (post_id, platform, views, likes, comments, shares, saves, collected_at)
    select m.post_id, m.platform, m.views, m.likes, m.comments, m.shares, m.saves,
      m.collected_at - y * interval '371 days'
    from baseline.engagement_metrics as m
    join baseline.posts as p on p.id = m.post_id and p.owner_id = %(organization)s
    cross join generate_series(1, 9) as y
    on conflict do nothing
    """,
)


def tenant(admin: Db, which: str) -> UUID:
    """The organization with most content, or one in the middle."""
    return cast("UUID", value(admin, TENANTS, {"which": which}))


def measure(scale: Scale, plans: Plans, rounds: int) -> dict[str, Any]:
    """Milliseconds for 30 and 90 days, before and after the history has grown tenfold."""
    found: dict[str, Any] = {}
    with scale.connect(SUPERUSER) as admin, scale.connect() as owner:
        for which in ("heaviest", "median"):
            organization = tenant(admin, which)
            member = value(admin, MEMBER, {"organization": organization})
            with scale.connect_as("authenticated", member, organization) as client:
                for history in ("one year", "ten years"):
                    if history == "ten years":
                        for statement in GROW:
                            admin.execute(statement, {"organization": organization})
                        admin.execute(
                            "vacuum analyze public.organization_daily_stats, public.social_account_daily_stats,"
                            " baseline.engagement_metrics"
                        )
                    for days in (30, 90):
                        values = {"organization": organization, "days": days, "from": _day(days)}
                        name = f"{which} tenant, {days} days, {history}"
                        found[name] = _compare(owner, client, values, rounds)
                        slug = name.replace(", ", "-").replace(" ", "-")
                        plans.keep(f"dashboard-ours-{slug}", owner, OURS, values)
                        plans.keep(f"dashboard-baseline-{slug}", owner, BASELINE, values)
    return found


def _day(days: int) -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=days - 1)


def _compare(owner: Db, client: Db, values: dict[str, Any], rounds: int) -> dict[str, Any]:
    ours = owner.execute(OURS, values).fetchall()
    baseline = owner.execute(BASELINE, values).fetchall()
    assert [row for row in ours if row[1]] == [row for row in baseline if row[1]], "both must add up to the same"
    found = {
        "ours_ms": server_milliseconds(owner, OURS, values, rounds * 5),
        "baseline_ms": server_milliseconds(owner, BASELINE, values, rounds),
        "whole_dashboard_ms": milliseconds(client, RPC, values, rounds),
    }
    return found | {"factor": statistics.median(found["baseline_ms"]) / statistics.median(found["ours_ms"])}
