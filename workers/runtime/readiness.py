"""Loads what handlers will need before their first job asks for it, while the worker already claims."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

import structlog

log = structlog.get_logger("catalyst.worker")

Preparation = Callable[[], None]


def make_ready(preparations: Sequence[Preparation]) -> None:
    """Run them one after another on a thread of their own; one that fails is for the first job to complain about.

    A daemon: a worker that is stopped meanwhile does not wait for it.
    """
    if preparations:
        threading.Thread(target=_run, args=(list(preparations),), name="readiness", daemon=True).start()


def _run(preparations: list[Preparation]) -> None:
    started = time.monotonic()
    for prepare in preparations:
        try:
            prepare()
        except Exception:
            log.warning("not_ready", preparation=prepare.__qualname__, exc_info=True)
    log.info("ready", seconds=round(time.monotonic() - started, 2))
