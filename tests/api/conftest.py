"""A stack of its own for tests that fill every table with made-up rows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from tests.support import run_dir
from tests.support.stacks import RunningStack, destroy_stack, start_stack


@pytest.fixture(scope="module")
def own_stack(request: pytest.FixtureRequest) -> Iterator[RunningStack]:
    """A stack that only this module uses."""
    directory = run_dir.current() / f"{request.module.__name__.rpartition('.')[2]}-stack"
    yield start_stack(directory)
    destroy_stack(directory)
    shutil.rmtree(directory, ignore_errors=True)
