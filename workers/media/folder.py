"""Room on disk for one recording; what a killed worker left behind is removed by the next."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_PREFIX: Final = "catalyst-media-"
_STALE: Final = 2 * 3600
"""Seconds; twice as long as any job that hears may run."""


@contextmanager
def working_folder() -> Iterator[Path]:
    """An empty folder in the system's place for such (`TMPDIR`), removed afterwards."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if _age(left) > _STALE:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as folder:
        yield Path(folder)


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        # somebody else removed it
        return 0
