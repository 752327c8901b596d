"""The port of a wake-up source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Wake = Callable[[str], None]


class WakeSource(Protocol):
    """Runs until cancelled and reconnects by itself; wakes after each connect, because hints may have been missed."""

    name: str
    is_connected: bool

    async def run(self, wake: Wake) -> None:
        """Call `wake(name)` whenever one of the queues may have work."""
