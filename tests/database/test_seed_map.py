"""Everything that the source designs name has a home here, and the home exists."""

from __future__ import annotations

import pytest

from tests.database.seed_map import REASONS, is_there, problem_of_reason, read_inventory, read_map, targets
from tests.support.database import Database

pytestmark = pytest.mark.verify


def test_the_map_and_the_inventory_name_the_same() -> None:
    inventory, mapped = read_inventory(), set(read_map())
    problems = [f"not mapped: {' / '.join(key)}" for key in inventory - mapped]
    problems += [f"not in the inventory: {' / '.join(key)}" for key in mapped - inventory]
    assert not problems, "\n".join(sorted(problems))


async def test_every_target_exists(read_only_database: Database) -> None:
    connection = await read_only_database.connect()
    problems = []
    for key, entry in read_map().items():
        where = " / ".join(key)
        try:
            for target in targets(entry):
                if target.partition(":")[0] in REASONS:
                    problem = problem_of_reason(key, target)
                else:
                    problem = None if await is_there(connection, target) else f"{target} does not exist"
                if problem is not None:
                    problems.append(f"{where}: {problem}")
        except ValueError as error:
            problems.append(f"{where}: {error}")
    assert not problems, "\n".join(problems)


async def test_a_wrong_target_is_noticed(read_only_database: Database) -> None:
    connection = await read_only_database.connect()
    assert await is_there(connection, "profiles.full_name")
    assert await is_there(connection, "auth.users.email")
    assert await is_there(connection, "index:organizations_slug_key")
    assert await is_there(connection, "row:platforms.youtube")
    for wrong in (
        "profiles.nothing", "auth.users.nothing", "index:nothing_idx", "function:nothing(uuid)", "cron:nothing",
        "row:platforms.nowhere", "policy:profiles.nothing", "trigger:profiles.nothing", "bucket:nothing",
        "file:docs/nothing.md", "error:NOTHING", "enum:app_role.nothing", "retention:nothing",
    ):  # fmt: skip
        assert not await is_there(connection, wrong), wrong
    with pytest.raises(ValueError, match="unknown kind"):
        await is_there(connection, "somewhere:else")
    for nonsense in ({"to": "profiles.id"}, [], "", {"because": "no target"}):
        with pytest.raises(ValueError, match=r"target|reason|entry"):
            targets(nonsense)
    assert problem_of_reason(("catalyst", "columns", "users", "id"), "later: with the next release")
    assert problem_of_reason(("catalyst", "columns", "users", "id"), "replaced: no")
    assert not problem_of_reason(("catalyst", "promises", "#1"), "later: with the next release")
