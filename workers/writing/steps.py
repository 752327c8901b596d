"""The one step these handlers have: what was written, with who wrote it and what it took."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from workers.providers import selection
from workers.providers.ai.tasks.base import Generated, TextGenerator
from workers.runtime.job import JobContext

WRITTEN: Final = "written"
"""The step; SQL makes content of its state. A later attempt finds it done and pays for nothing twice."""
_WRITING: Final = "writing"


async def writer_for(ctx: JobContext) -> TextGenerator:
    """The generator of the job; asking for it shows that the writing begins."""
    return await selection.generator_for(ctx, shows=_WRITING)


@dataclass(frozen=True)
class Tools:
    """What these handlers work with."""

    generator: Callable[[JobContext], Awaitable[TextGenerator]] = writer_for


class Stopwatch:
    """Milliseconds since it was made."""

    def __init__(self) -> None:
        self._started = time.monotonic()

    def milliseconds(self) -> int:
        """Rounded."""
        return round((time.monotonic() - self._started) * 1000)


def conclude(ctx: JobContext, made: Generated[Any], watch: Stopwatch, state: dict[str, Any]) -> None:
    """Hand over what was written, with the job's end. `state` may hold `notes` beside those of the generator."""
    told = made.provenance()
    notes = list(dict.fromkeys([*told["notes"], *state.get("notes", [])]))
    ctx.conclude(WRITTEN, {**told, **state, "notes": notes, "milliseconds": watch.milliseconds()})
