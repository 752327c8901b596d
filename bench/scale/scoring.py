"""Scores and ranks a channel: our one statement against a function per video with a row trigger."""

from __future__ import annotations

import statistics
import time
from typing import Any
from uuid import UUID

from bench.scale.database import Db, Plans, Scale, milliseconds, value
from stack.postgres import SUPERUSER

SIZES = (200, 1000, 5000)
SAMPLED = 100  # calls of the baseline on the largest channel; the rest is reckoned

CHANNEL = """
with made as (
  insert into public.content_items (
    id, organization_id, social_account_id, platform, platform_content_id, title, description, duration_seconds,
    published_at, view_count, like_count, comment_count, average_view_duration_seconds, subscriber_growth, tags
  )
  select gen_random_uuid(), %(organization)s, %(account)s, 'youtube', %(size)s || '-' || v.turn, left(p.words, 60),
    left(p.words, 400), 600, now() - v.turn * interval '3 hours', (random() * 100000)::integer,
    (random() * 3000)::integer, (random() * 400)::integer, random() * 600, (random() * 300)::integer,
    string_to_array(left(p.words, 40), ' ')
  from generate_series(1, %(size)s) as v (turn)
  join bench.paragraphs as p on p.n = 1 + v.turn %% 2000
  returning *
)
insert into baseline.videos (
  id, user_id, external_id, title, description, duration_seconds, published_at, view_count, like_count, comment_count,
  average_view_duration_seconds, subscriber_growth, tags
)
select id, social_account_id, id, title, description, duration_seconds, published_at, view_count, like_count,
  comment_count, average_view_duration_seconds, subscriber_growth, tags
from made
"""


def make_channel(scale: Scale, size: int) -> tuple[UUID, UUID]:
    """An organization with one channel of this size, on both sides; its id and the account's."""
    with scale.connect(SUPERUSER) as admin, admin.transaction():
        admin.execute("set local session_replication_role = replica")
        name = f"channel-{size}"
        organization = value(
            admin,
            "insert into public.organizations (name, slug) values (%(name)s, %(name)s)"
            " on conflict (slug) where deleted_at is null do update set name = excluded.name returning id",
            {"name": name},
        )
        row = admin.execute(
            "select id from public.social_accounts where organization_id = %s", (organization,)
        ).fetchone()
        if row is not None:
            return organization, row[0]
        connection = value(
            admin,
            "insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)"
            " values (%(o)s, 'youtube', %(name)s, %(name)s) returning id",
            {"o": organization, "name": name},
        )
        account = value(
            admin,
            "insert into public.social_accounts"
            " (organization_id, connection_id, platform, platform_account_id, account_name)"
            " values (%(o)s, %(c)s, 'youtube', %(name)s, %(name)s) returning id",
            {"o": organization, "c": connection, "name": name},
        )
        admin.execute(CHANNEL, {"organization": organization, "account": account, "size": size})
    with scale.connect(SUPERUSER) as admin:
        admin.execute("vacuum analyze public.content_items, baseline.videos")
    return organization, account


def measure(scale: Scale, plans: Plans, rounds: int) -> dict[str, Any]:
    """Seconds to score and rank all of a channel whose scores all change."""
    found: dict[str, Any] = {}
    for size in SIZES:
        organization, account = make_channel(scale, size)
        with scale.connect(SUPERUSER) as admin:
            ours = [_ours(admin, organization, account) for _ in range(rounds + 1)][1:]
            baseline, calls = _baseline(admin, account, size)
            values = {"o": organization, "a": account}
            ranked = milliseconds(admin, "select * from private.channel_scores(%(o)s, %(a)s)", values, rounds)
            plans.keep(f"rescore-{size}", admin, "select private.rescore_social_account(%(o)s, %(a)s)", values)
        found[str(size)] = {
            "ours_s": ours,
            "baseline_s": baseline,
            "baseline_calls": calls,
            "factor": baseline / statistics.median(ours),
            "read_only_ms": ranked,
        }
    return found


def _ours(admin: Db, organization: UUID, account: UUID) -> float:
    admin.execute(
        "update public.content_scores set performance_score = null, performance_percentile = null"
        " where organization_id = %s",
        (organization,),
    )
    admin.execute("vacuum analyze public.content_scores")
    started = time.perf_counter()
    admin.execute("select private.rescore_social_account(%s, %s)", (organization, account))
    return time.perf_counter() - started


def _baseline(admin: Db, account: UUID, size: int) -> tuple[float, int]:
    """Seconds for the whole channel, and how many calls were really made."""
    admin.execute("set session_replication_role = replica")
    admin.execute(
        "update baseline.videos set performance_score = random() * 90, performance_percentile = 50 where user_id = %s",
        (account,),
    )
    admin.execute("reset session_replication_role")
    admin.execute("vacuum analyze baseline.videos")
    ids = [row[0] for row in admin.execute("select id from baseline.videos where user_id = %s", (account,))]
    calls = ids if size < SIZES[-1] else ids[:SAMPLED]
    started = time.perf_counter()
    for video in calls:
        admin.execute("select baseline.score_video(%s)", (video,))
    return (time.perf_counter() - started) * len(ids) / len(calls), len(calls)
