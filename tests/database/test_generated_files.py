"""Generated files are those of the migrations; `make schema` writes them anew."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.support.backends import Backend
from tests.support.database import Database
from tests.support.generated import GENERATED
from tests.support.templates import PROJECT

pytestmark = pytest.mark.verify


@pytest.mark.parametrize("path", GENERATED, ids=lambda path: path.name)
async def test_is_up_to_date(database: Database, postgres_server: Backend, path: Path) -> None:
    if postgres_server.name != "embedded" and path.suffix == ".sql":
        pytest.skip("the dump is compared on one version of Postgres only")
    expected = await GENERATED[path](database)
    written = path.read_text() if path.exists() else ""
    diff = "\n".join(list(difflib.unified_diff(written.splitlines(), expected.splitlines(), "file", "now", n=1))[:60])
    assert written == expected, f"{path.relative_to(PROJECT)} is stale, run `make schema`:\n{diff}"
