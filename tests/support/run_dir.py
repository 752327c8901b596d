"""One directory per test run, shared by its xdist workers, and the care that nothing of it outlives the run."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

import psutil

from stack.postgres import PostgresServer
from tests.support.stacks import destroy_stacks

VARIABLE = "CATALYST_TEST_RUN_DIR"
_PREFIX = "catalyst-tests-"


def create() -> Path:
    """Make the directory and name it to the workers, which inherit the environment."""
    directory = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    directory.chmod(0o755)  # as root, Postgres runs as another user
    os.environ[VARIABLE] = str(directory)
    return directory


def current() -> Path:
    """Return the directory of this run."""
    return Path(os.environ[VARIABLE])


def remove_abandoned() -> None:
    """Clear up after runs that were killed."""
    for directory in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        match = re.match(rf"{_PREFIX}(\d+)-", directory.name)
        if match and not psutil.pid_exists(int(match[1])) and _is_ours(directory):
            destroy_stacks(directory)
            PostgresServer(directory / "postgres").destroy()
            shutil.rmtree(directory, ignore_errors=True)


def _is_ours(directory: Path) -> bool:
    try:
        return directory.stat().st_uid == os.geteuid()
    except FileNotFoundError:  # a run that ends meanwhile clears up itself
        return False


def processes_of(directory: Path) -> list[str]:
    """Describe the processes, other than pytest's own, whose command line names the run."""
    found = []
    own = {os.getpid(), *(parent.pid for parent in psutil.Process().parents())}
    for process in psutil.process_iter(["pid", "cmdline"]):
        command = " ".join(process.info["cmdline"] or [])
        if directory.name in command and process.info["pid"] not in own:
            found.append(f"{process.info['pid']} {command[:200]}")
    return found
