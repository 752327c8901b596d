"""The reader of pgTAP files believes nothing that is not proved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.database import Database
from tests.support.pgtap import Tap, install_pgtap, run_file


@pytest.mark.parametrize(
    ("output", "problem"),
    [
        ("ok 1 - a", "there is no plan"),
        ("1..2\nok 1 - a", "planned 2 tests, ran 1"),
        ("1..1\nok 1 - a\nok 2 - b", "planned 1 tests, ran 2"),
        ("ok 1 - a\n1..1", "the plan comes after the first test"),
        ("1..1\nnot ok 1 - a\n# Failed test 1", "not ok 1 - a"),
        ("1..2\nok 1 - a\nok 3 - b", "expected test 2"),
        ("1..1\nok 1 - a # SKIP later", "skipped or to do"),
        ("1..1\nnot ok 1 - a # TODO", "skipped or to do"),
        ("1..1\n1..1\nok 1", "a second plan"),
        ("", "there is no plan"),
    ],
)
def test_refuses(output: str, problem: str) -> None:
    tap = Tap()
    tap.read(output)
    tap.close()
    assert any(found.startswith(problem) for found in tap.problems), tap.problems


def test_accepts_a_whole_stream() -> None:
    tap = Tap()
    tap.read("1..2\nnoise of another select\nok 1 - a\nok 2 - b\n")
    tap.close()
    assert not tap.problems


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("begin; select plan(1); select pass('a'); select * from finish(); rollback;", None),
        ("begin; select plan(1); select fail('a'); select * from finish(); rollback;", "not ok 1 - a"),
        ("begin; select plan(1); select pass('a'); rollback;", "the file does not call finish()"),
        ("begin; select plan(1); select 1 / 0; select * from finish(); rollback;", "division by zero"),
        ("select plan(1); select pass('a'); select * from finish(); rollback;", "the file does not start with begin"),
        ("begin; select plan(1); select pass('a'); select * from finish(); commit;", "the file commits"),
        ("begin; select * from no_plan(); select pass('a'); select * from finish(); rollback;", "the plan comes after"),
    ],
)
async def test_judges_a_file(platform_database: Database, tmp_path: Path, script: str, problem: str | None) -> None:
    connection = await platform_database.connect("supabase_admin")
    await install_pgtap(connection)
    path = tmp_path / "claim.test.sql"
    path.write_text(script)
    problems = await run_file(platform_database.dsn, path)
    assert problems == [] if problem is None else any(problem in found for found in problems), problems
