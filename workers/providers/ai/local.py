"""The adapter that needs no key and no network. It selects, trims and counts; it does not write."""

import asyncio

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

    def __init__(self, embedder: Embedder) -> None:
        self._tools = LocalTools(DigestCache(embedder), embedder)
        self._functions = discover()

    async def run(self, task: Task[T]) -> Generated[T]:
        """The task's output; Rejected with AI_TASK_UNSUPPORTED for a task that takes a model."""
        # a thread, so that heartbeats and other jobs go on
        return await asyncio.to_thread(self.run_blocking, task)

    def run_blocking(self, task: Task[T]) -> Generated[T]:
        """The same on the caller's own thread."""
        function = self._functions.get(type(task))
        if function is None:
            raise Rejected(f"{task.name} takes a language model; the local provider has none", "AI_TASK_UNSUPPORTED")
        found = function(task, self._tools)
        return Generated(found.value, self.provider, self.model, notes=found.notes)


def build() -> LocalExtractive:
    """The adapter; it has nothing to configure."""
    return LocalExtractive(local_embeddings.load())
