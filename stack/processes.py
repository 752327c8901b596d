"""Processes: told apart by pid and start time, stopped politely and then for good."""

from __future__ import annotations

import asyncio
import contextlib
import os
from pathlib import Path

import psutil
from pydantic import BaseModel, ConfigDict

GRACE_SECONDS = 10.0
OWNER = "CATALYST_STACK_OWNER"
"""Variable of a supervisor whose stack shall not outlive another process; a ProcessRef as JSON."""


class ProcessRef(BaseModel):
    """A pid alone may be reused by a stranger; with its start time it may not."""

    model_config = ConfigDict(frozen=True)

    pid: int
    started: float

    @classmethod
    def of(cls, pid: int) -> ProcessRef:
        """Of a process that runs now."""
        return cls(pid=pid, started=psutil.Process(pid).create_time())

    def find(self) -> psutil.Process | None:
        """The process, if it still is the same one and not a zombie."""
        try:
            process = psutil.Process(self.pid)
            # Clock corrections shift the start time a little.
            if abs(process.create_time() - self.started) > 2 or process.status() == psutil.STATUS_ZOMBIE:
                return None
        except psutil.Error:
            return None
        return process


def stop_tree(refs: list[ProcessRef], *, grace: float = GRACE_SECONDS) -> None:
    """Stop processes and all they started: SIGTERM, then SIGKILL for what is left."""
    processes: dict[int, psutil.Process] = {}
    for ref in refs:
        if (process := ref.find()) is not None:
            processes[process.pid] = process
            with contextlib.suppress(psutil.Error):
                processes |= {child.pid: child for child in process.children(recursive=True)}
    for ref in refs:
        if ref.pid in processes:
            with contextlib.suppress(psutil.Error):
                processes[ref.pid].terminate()
    _, alive = psutil.wait_procs(list(processes.values()), timeout=grace)
    for process in alive:
        with contextlib.suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(alive, timeout=grace)


def mark(root: Path, service: str) -> dict[str, str]:
    """Environment by which a process is found again, whoever its parent has become."""
    return {"CATALYST_STACK_OF": str(root), "CATALYST_STACK_SERVICE": service}


def helpers(root: Path) -> Path:
    """The root that processes are marked with which serve a stack without being started or stopped with it."""
    return root / "helpers"


def marked(root: Path, service: str | None = None) -> list[ProcessRef]:
    """Processes of a stack that run now, all or those of one service; never the caller."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.pid == os.getpid() or process.status() == psutil.STATUS_ZOMBIE:
                continue
            environment = process.environ()
            if environment.get("CATALYST_STACK_OF") != str(root):
                continue
            if service is None or environment.get("CATALYST_STACK_SERVICE") == service:
                found.append(ProcessRef.of(process.pid))
    return found


async def stop_process(process: asyncio.subprocess.Process, *, grace: float = 3.0) -> None:
    """Stop a child of this process."""
    if process.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), grace)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
