"""The adapter that needs no key and no network. It selects, trims and counts; it does not write."""

import asyncio
from threading import Lock

from workers.providers.ai.extractive.digest import DigestCache
from workers.providers.ai.extractive.registry import LocalTools, discover
from workers.providers.ai.tasks.base import Generated, T, Task
from workers.providers.embeddings import local as local_embeddings
from workers.providers.embeddings.base import Embedder
from workers.runtime.errors import Rejected


class LocalExtractive:
    """Deterministic: an equal task gives an equal output."""

    provider = "local"
    model = "local-extractive"

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._embedder = embedder
        self._made: LocalTools | None = None
        self._lock = Lock()

    async def run(self, task: Task[T]) -> Generated[T]:
        """The task's output; Rejected with AI_TASK_UNSUPPORTED for a task that takes a model."""
        # a thread, so that heartbeats and other jobs go on
        return await asyncio.to_thread(self.run_blocking, task)

    def run_blocking(self, task: Task[T]) -> Generated[T]:
        """The same on the caller's own thread."""
        function = discover().get(type(task))
        if function is None:
            raise Rejected(f"{task.name} takes a language model; the local provider has none", "AI_TASK_UNSUPPORTED")
        found = function(task, self._tools())
        return Generated(found.value, self.provider, self.model, notes=found.notes)

    def load(self) -> None:
        """Load all that a task takes, before the first one."""
        discover()
        self._tools()

    def _tools(self) -> LocalTools:
        """Made at the first task: a worker whose organizations all chose models needs no vectors of its own."""
        with self._lock:
            if self._made is None:
                embedder = self._embedder or local_embeddings.load()
                self._made = LocalTools(DigestCache(embedder), embedder)
            return self._made


def build() -> LocalExtractive:
    """The adapter; it has nothing to configure."""
    return LocalExtractive()
