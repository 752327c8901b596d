"""Reads docs/seed-map.yaml: where everything that the source designs name has its home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from psycopg import AsyncConnection

from tests.support.templates import PROJECT

INVENTORY = PROJECT / "docs" / "seed-inventory.yaml"
MAP = PROJECT / "docs" / "seed-map.yaml"
REASONS = ("delegated", "replaced", "later")
MAY_COME_LATER = ("endpoints", "promises")
Key = tuple[str, ...]

# Each kind of target and the query that finds it; %(a)s is what stands before the last dot or in front of it all.
_LOOKUPS = {
    "column": """
        select from pg_catalog.pg_attribute as a
        where a.attrelid = to_regclass(%(parent)s) and a.attname = %(name)s and a.attnum > 0 and not a.attisdropped
    """,
    "table": "select where to_regclass(%(whole)s) is not null",
    "view": "select from pg_catalog.pg_class where oid = to_regclass(%(whole)s) and relkind in ('v', 'm')",
    "index": "select from pg_catalog.pg_class where oid = to_regclass(%(whole)s) and relkind in ('i', 'I')",
    "constraint": """
        select from pg_catalog.pg_constraint where conrelid = to_regclass(%(parent)s) and conname = %(name)s
    """,
    "function": "select where to_regprocedure(%(whole)s) is not null",
    "trigger": """
        select from pg_catalog.pg_trigger where tgrelid = to_regclass(%(parent)s) and tgname = %(name)s
    """,
    "policy": "select from pg_catalog.pg_policy where polrelid = to_regclass(%(parent)s) and polname = %(name)s",
    "type": "select where to_regtype(%(whole)s) is not null",
    "enum": """
        select from pg_catalog.pg_enum where enumtypid = to_regtype(%(parent)s) and enumlabel = %(name)s
    """,
    "cron": "select from cron.job where jobname = %(bare)s",
    "retention": "select from private.retention_rules where parent = %(whole)s",
    "bucket": "select from storage.buckets where id = %(bare)s",
}
_QUALIFIED = (
    "column",
    "table",
    "view",
    "index",
    "constraint",
    "function",
    "trigger",
    "policy",
    "type",
    "enum",
    "retention",
)


def flatten(tree: Any, path: Key = ()) -> Iterator[Key]:
    """Every leaf of the inventory, as a path."""
    if isinstance(tree, dict):
        for name, branch in tree.items():
            yield from flatten(branch, (*path, str(name)))
    else:
        for leaf in tree:
            yield (*path, str(leaf))


def read_inventory() -> set[Key]:
    """What the sources name."""
    return set(flatten(yaml.safe_load(INVENTORY.read_text())))


def read_map() -> dict[Key, Any]:
    """What the map says of each; an entry is text, a list, or a mapping with `to` and `because`."""
    found: dict[Key, Any] = {}

    def walk(tree: Any, path: Key) -> None:
        if isinstance(tree, dict) and not ("to" in tree or "because" in tree):
            for name, branch in tree.items():
                walk(branch, (*path, str(name)))
        else:
            found[path] = tree

    walk(yaml.safe_load(MAP.read_text()), ())
    return found


def targets(entry: Any) -> list[str]:
    """The targets of an entry; raises ValueError for one that cannot be read."""
    if isinstance(entry, dict):
        if set(entry) - {"to", "because", "what"} or not entry.get("to"):
            raise ValueError("an entry has `to` and `because`, and may have `what`")
        if not str(entry.get("because") or entry.get("what") or "").strip():
            raise ValueError("no reason is given")
        entry = entry["to"]
    found = entry if isinstance(entry, list) else [entry]
    if not found or not all(isinstance(target, str) and target.strip() for target in found):
        raise ValueError("no target")
    return found


def problem_of_reason(key: Key, target: str) -> str | None:
    """What is wrong with `replaced: …`, `delegated: …` or `later: …`; nothing for a good one."""
    word, _, reason = target.partition(":")
    if len(reason.split()) < 3 or "\n" in reason.strip():
        return f"{word} needs a reason of one line"
    if word == "later" and key[1] not in MAY_COME_LATER:
        return "only endpoints and promises may come later"
    return None


async def is_there(connection: AsyncConnection[Any], target: str) -> bool:
    """Whether the target exists; raises ValueError for a kind of target that nobody knows."""
    kind, _, rest = target.partition(":")
    if not _:
        kind, rest = "column", target
    rest = rest.strip()
    if kind == "file":
        return (PROJECT / rest).exists()
    if kind == "error":
        return f"`{rest}`" in (PROJECT / "docs" / "errors.md").read_text()
    if kind == "row":
        return await _has_row(connection, rest)
    query = _LOOKUPS.get(kind)
    if query is None:
        raise ValueError(f"unknown kind of target {kind}")
    name = rest
    if kind in _QUALIFIED and not re.match(r"(public|private|auth|storage|realtime|cron|vault|extensions)\.", name):
        name = f"public.{name}"
    head = name.split("(")[0]
    parent, _, last = head.rpartition(".")
    values = {"whole": name, "bare": rest, "parent": parent, "name": last}
    return (await (await connection.execute(query, values)).fetchone()) is not None


async def _has_row(connection: AsyncConnection[Any], rest: str) -> bool:
    """`table.value`: a row whose text key, or part of it, is the value."""
    table, _, value = rest.partition(".")
    columns = await (
        await connection.execute(
            "select a.attname from pg_catalog.pg_attribute as a where a.attrelid = to_regclass(%s) and a.attnum > 0"
            " and not a.attisdropped and a.attname in ('slug', 'name', 'kind', 'metric', 'type', 'id', 'plan', 'key')",
            (f"public.{table}",),
        )
    ).fetchall()
    for (column,) in columns:
        row = await (
            await connection.execute(f"select from public.{table} where {column}::text = %s", (value,))  # type: ignore[arg-type]
        ).fetchone()
        if row is not None:
            return True
    return False
