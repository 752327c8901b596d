"""Turns what Postgres prints when it cannot start into one sentence and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

from stack.errors import StackError

BROKEN = (
    "could not locate a valid checkpoint record",
    "invalid primary checkpoint",
    "incorrect checksum in control file",
    'could not read file "global/pg_control"',
    'could not open file "global/pg_control"',
    "could not find the database system",
    "database files are incompatible",
    "not a valid data directory",
    "not a database cluster directory",
    'could not open directory "pg_',
    "invalid page in block",
    "invalid contents in file",
)


def explain(output: str, *, port: int, directory: Path) -> StackError:
    """The likeliest reason in the output of initdb, pg_ctl or the server."""
    if "No space left on device" in output or "Disk quota exceeded" in output or _is_full(directory):
        return StackError(f"The disk that holds {directory} is full.", "Free some space and try again.", detail=output)
    if "ddress already in use" in output or "could not create any TCP/IP sockets" in output:
        return StackError(
            f"Port {port} is in use by another program.", "Choose another one with --port.", detail=output
        )
    if "Exec format error" in output or "cannot execute binary file" in output or "Bad CPU type" in output:
        return StackError(
            "The installed Postgres is built for another processor or system.",
            "Run: make setup, on this machine, with a Python of its own architecture.",
            detail=output,
        )
    if "GLIBC_" in output or "error while loading shared libraries" in output:
        return StackError(
            "The installed Postgres needs a newer system library than this machine has.",
            "Use Debian 12, Ubuntu 22.04, macOS 13 or newer.",
            detail=output,
        )
    if any(sign in output for sign in BROKEN):
        return StackError(
            f"The data directory {directory} is broken: {_reason(output)}",
            "Restore it from a backup, or start afresh with: catalyst stack reset",
            detail=output,
        )
    if "Permission denied" in output or "Operation not permitted" in output or "Read-only file system" in output:
        return StackError(
            f"No permission to write in {directory}.", "Choose a directory of your own with --dir.", detail=output
        )
    return StackError(f"Postgres did not start: {_reason(output)}", f"Its log is in {directory}.", detail=output)


def _is_full(directory: Path) -> bool:
    """A server that finds no room does not always say so."""
    try:
        return shutil.disk_usage(directory).free < 24 * 1024 * 1024
    except OSError:
        return False


def _reason(output: str) -> str:
    """The line that says why: the last FATAL or PANIC, else the last one at all."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    marked = [line for line in lines if "FATAL:" in line or "PANIC:" in line or "error:" in line]
    line = (marked or lines or ["it said nothing."])[-1]
    for mark in ("FATAL:", "PANIC:", "error:"):
        if mark in line:
            line = line.split(mark, 1)[1].strip()
    return line if line.endswith(".") else line + "."
