"""Statements are cut where Postgres would cut them, and nowhere else."""

from __future__ import annotations

import pytest

from workers.ops.sql_split import UnterminatedSqlError, split_statements


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("", []),
        ("  \n ", []),
        ("select 1", ["select 1"]),
        ("select 1;;\nselect 2;", ["select 1", "select 2"]),
        ("select ';';select 2", ["select ';'", "select 2"]),
        ("select 'it''s;'; select 2", ["select 'it''s;'", "select 2"]),
        (r"select e'\';'; select 2", [r"select e'\';'", "select 2"]),
        (r"select '\'; select 2", [r"select '\'", "select 2"]),
        ('select 1 as ";"; select 2', ['select 1 as ";"', "select 2"]),
        ("select 1 -- no; end\n; select 2", ["select 1 -- no; end", "select 2"]),
        ("/* a; /* b; */ c; */ select 1; select 2", ["/* a; /* b; */ c; */ select 1", "select 2"]),
        ("do $$ begin; end $$; select 2", ["do $$ begin; end $$", "select 2"]),
        ("do $a$ $$;$$ $b$ $a$; select 2", ["do $a$ $$;$$ $b$ $a$", "select 2"]),
        ("select $1; select x$y$; select 3", ["select $1", "select x$y$", "select 3"]),
        (
            "create function f() returns int begin atomic select case when true then 1; end; end; select 2",
            ["create function f() returns int begin atomic select case when true then 1; end; end", "select 2"],
        ),
        ("select 1; -- the end", ["select 1", "-- the end"]),
    ],
)
def test_splits(script: str, expected: list[str]) -> None:
    assert [statement.text for statement in split_statements(script)] == expected


def test_knows_the_line_of_text_and_of_code() -> None:
    first, second = split_statements("\n-- why\n\nselect 1;\n\n/* x\n*/ select 2;")
    assert (first.line, first.code_line, first.code) == (2, 4, "select 1")
    assert (second.line, second.code_line, second.code) == (6, 7, "select 2")


@pytest.mark.parametrize("script", ["select 1;\n/* never", "select 1;\ndo $$ never"])
def test_names_the_line_of_what_is_never_closed(script: str) -> None:
    with pytest.raises(UnterminatedSqlError, match=r"line 2: .* never closed"):
        split_statements(script)
