"""A stack of its own with a worker, because these tests stop and kill its parts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support import run_dir
from tests.support.stacks import RunningStack, destroy_stack, start_stack


@pytest.fixture(scope="module")
def working_stack(request: pytest.FixtureRequest) -> Iterator[RunningStack]:
    """The whole platform, worker included."""
    directory = run_dir.current() / f"stack-{request.module.__name__.rpartition('.')[2]}"
    yield start_stack(directory, workers=True)
    destroy_stack(directory)
