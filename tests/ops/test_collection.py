"""Two processes that share the work must find the same tests under the same names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


def names(hash_seed: str) -> list[str]:
    """What another process collects, in order, later."""
    found = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "", "-p", "no:cacheprovider", "tests"],
        cwd=PROJECT, env=os.environ | {"PYTHONHASHSEED": hash_seed}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stdout[-2000:]
    return [line for line in found.stdout.splitlines() if "::" in line]


@pytest.mark.verify
def test_names_of_tests_depend_on_neither_clock_nor_hash_seed(request: pytest.FixtureRequest) -> None:
    ours = [item.nodeid for item in request.session.items]
    theirs = names("1" if os.environ.get("PYTHONHASHSEED") != "1" else "2")
    assert len(theirs) > 1000
    chosen = set(ours)
    assert [name for name in theirs if name in chosen] == ours
