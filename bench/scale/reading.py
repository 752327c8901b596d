"""What row level security costs a list and a count, and what a far page costs."""

from __future__ import annotations

import statistics
from typing import Any
from uuid import UUID

from bench.scale.dashboards import tenant
from bench.scale.database import Db, Plans, Scale, milliseconds, value
from stack.postgres import SUPERUSER

LIST = """
select g.id, g.title, g.created_at from {table} as g
{where} order by g.created_at desc, g.id desc limit 50
"""
TURN = 100
"""Executions in a row of each side."""
COUNT = "select count(*) from {table} as g {where}"
FILTER = "where g.organization_id = %(organization)s and g.deleted_at is null"
PAGE = """
select g.id, g.title, g.created_at from public.generated_content as g
where g.organization_id = %(organization)s and (g.created_at, g.id) < (%(created_at)s, %(id)s)
order by g.created_at desc, g.id desc limit 50
"""
START = """
select g.created_at, g.id from public.generated_content as g
where g.organization_id = %(organization)s order by g.created_at desc, g.id desc offset %(offset)s limit 1
"""
ARCHIVE = """
insert into public.generated_content (organization_id, content_type, generated_text, ai_model, created_at)
select %(organization)s, 'caption', 'Caption ' || n, 'local', now() - n * interval '1 minute'
from generate_series(1, %(rows)s) as n
"""
# Who has one membership, and who has 25; each with the organization the request acts in.
PEOPLE = {
    "member of 1 organization": """
        select user_id, organization_id from public.organization_members
        where organization_id = %(organization)s and user_id in (
          select user_id from public.organization_members group by user_id having count(*) = 1
        ) limit 1
    """,
    "member of 25 organizations": """
        select m.user_id, m.organization_id from public.organization_members as m
        where m.user_id = (
          select user_id from public.organization_members group by user_id order by count(*) desc, user_id limit 1
        )
        order by (select count(*) from public.generated_content as g where g.organization_id = m.organization_id) desc
        limit 1
    """,
}


def policies(scale: Scale, plans: Plans, rounds: int) -> dict[str, Any]:
    """A list of 50 and a count: without policies, with ours, with a sub-query in the policy."""
    found: dict[str, Any] = {}
    with scale.connect(SUPERUSER) as admin, scale.connect() as connection:
        middle = tenant(admin, "median")
        for person, query in PEOPLE.items():
            row = admin.execute(query, {"organization": middle}).fetchone()
            assert row is not None, person
            values = {"organization": row[1]}
            scale.act_as(connection, "authenticated", row[0], row[1])
            for what, text in (("list of 50", LIST), ("count", COUNT)):
                found[f"{what}, {person}"] = _policies(connection, plans, f"{what}-{person}", text, values, rounds * 5)
    return found


def _policies(
    connection: Db, plans: Plans, name: str, text: str, values: dict[str, Any], rounds: int
) -> dict[str, Any]:
    # All by one process of the server, which takes the role of the owner or of the client: where the system runs a
    # process and how soon it wakes it differs by more than a policy costs.
    owner, client = "reset role", "set role authenticated"
    variants = {
        "none_ms": (owner, text.format(table="public.generated_content", where=FILTER)),
        "ours_ms": (client, text.format(table="public.generated_content", where="")),
        "ours_filtered_ms": (client, text.format(table="public.generated_content", where=FILTER)),
        "sub_query_ms": (client, text.format(table="baseline.generated_content", where="")),
        "sub_query_filtered_ms": (client, text.format(table="baseline.generated_content", where=FILTER)),
    }
    found: dict[str, Any] = {variant: [] for variant in variants}
    for variant, (role, query) in variants.items():
        connection.execute(role.encode())
        plans.keep(f"policy-{name}-{variant}".replace(" ", "-"), connection, query, values)
    # In turns: a machine that is busy for a second is busy for all.
    for _ in range(rounds):
        for variant, (role, query) in variants.items():
            connection.execute(role.encode())
            if "sub_query" not in variant:
                found[variant] += milliseconds(connection, query, values, TURN)
            elif len(found[variant]) < 9:
                found[variant] += milliseconds(connection, query, values, 3)
    connection.execute("reset role")
    none = statistics.median(found["none_ms"])
    return found | {
        "factor": statistics.median(found["ours_ms"]) / none,
        "filtered_factor": statistics.median(found["ours_filtered_ms"]) / none,
    }


def pages(scale: Scale, plans: Plans, rounds: int, rows: int) -> dict[str, Any]:
    """The first page and the 2,000th of a large organization, by keyset."""
    with scale.connect(SUPERUSER) as admin:
        organization = value(
            admin,
            "insert into public.organizations (name, slug) values ('Archive', 'archive')"
            " on conflict (slug) where deleted_at is null do update set name = excluded.name returning id",
        )
        member = value(admin, "select bench.key('user', 1)")
        admin.execute(
            "insert into public.organization_members (organization_id, user_id, role) values (%s, %s, 'owner')"
            " on conflict do nothing",
            (organization, member),
        )
        if not value(admin, f"select count(*) from public.generated_content where organization_id = '{organization}'"):
            admin.execute("set session_replication_role = replica")
            admin.execute(ARCHIVE, {"organization": organization, "rows": rows})
            admin.execute("vacuum analyze public.generated_content")
        far = min(2000, rows // 50 - 1)
        found: dict[str, Any] = {"rows": rows, "far_page": far}
        with scale.connect_as("authenticated", member, organization) as client:
            for name, page in (("first_ms", 1), ("far_ms", far)):
                start = admin.execute(START, {"organization": organization, "offset": (page - 1) * 50}).fetchone()
                assert start is not None
                values = {"organization": organization, "created_at": start[0], "id": start[1]}
                found[name] = milliseconds(client, PAGE, values, rounds * 5)
                plans.keep(f"keyset-{name}", client, PAGE, values)
            offset = LIST.format(table="public.generated_content", where=FILTER).replace(
                "limit 50", f"offset {(far - 1) * 50} limit 50"
            )
            found["far_by_offset_ms"] = milliseconds(client, offset, {"organization": organization}, rounds)
    return found | {"factor": statistics.median(found["far_ms"]) / statistics.median(found["first_ms"])}


def member_of(admin: Db, organization: UUID) -> UUID:
    """Somebody who may act in this organization."""
    found = value(
        admin, "select min(user_id::text) from public.organization_members where organization_id = %(o)s",
        {"o": organization},
    )  # fmt: skip
    return UUID(found)


def has(admin: Db, function: str) -> bool:
    """Whether the database has this client function."""
    query = "select exists (select from pg_proc where proname = %(name)s and pronamespace = 'public'::regnamespace)"
    return bool(value(admin, query, {"name": function}))


def calendar_month(scale: Scale, plans: Plans, rounds: int) -> dict[str, Any] | None:
    """This month of the largest and of a middling organization, signed in."""
    return _as_members(scale, plans, rounds, "calendar_month", "select * from public.calendar_month()")


def search(scale: Scale, plans: Plans, rounds: int) -> dict[str, Any] | None:
    """Two words in the content of the largest and of a middling organization, signed in."""
    return _as_members(scale, plans, rounds, "search_content", "select * from public.search_content('garden market')")


def _as_members(scale: Scale, plans: Plans, rounds: int, function: str, query: str) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    with scale.connect(SUPERUSER) as admin:
        if not has(admin, function):
            return None
        for which in ("heaviest", "median"):
            organization = tenant(admin, which)
            with scale.connect_as("authenticated", member_of(admin, organization), organization) as client:
                rows = len(client.execute(query).fetchall())
                found[f"{which} tenant, {rows:,} rows"] = milliseconds(client, query, None, rounds * 3)
                plans.keep(f"{function}-{which}", client, query)
    return found
