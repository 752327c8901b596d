"""Which part of the stack the CPU time of a load goes to."""

from __future__ import annotations

import os

import psutil

from stack.health import Processes
from stack.layout import Layout
from stack.postgres import PostgresServer


class CpuMeter:
    """Cumulative CPU seconds by part: each service, Postgres, and the load generator itself."""

    def __init__(self, layout: Layout) -> None:
        """Of the stack that runs in `layout`."""
        self._layout = layout

    def read(self) -> dict[str, float]:
        """Seconds so far."""
        processes = Processes.load(self._layout)
        found = {"load generator": _tree(os.getpid(), children=False)}
        for name, ref in processes.services.items() if processes else ():
            if process := ref.find():
                found[name] = _tree(process.pid)
        if pid := PostgresServer(self._layout.postgres).pid:
            found["postgres"] = _tree(pid)
        return found


def _tree(pid: int, *, children: bool = True) -> float:
    """A process, what it has reaped, and what it started."""
    process = psutil.Process(pid)
    own = process.cpu_times()
    total = own.user + own.system
    if children:
        total += own.children_user + own.children_system
        for child in process.children(recursive=True):
            try:
                times = child.cpu_times()
            except psutil.Error:  # ended meanwhile
                continue
            total += times.user + times.system
    return float(total)
