"""Models with open connections, shared by the jobs of a process."""

import asyncio
import hashlib
from collections.abc import Callable
from typing import Final, Generic, Protocol, TypeVar

from workers.providers.ai.models.base import LanguageModel, ModelConfig, build

_CLOSED_AFTER: Final = 900.0
"""Seconds after which a model that was put aside is closed: no call lasts longer."""


class Closable(Protocol):
    """What holds connections."""

    async def aclose(self) -> None:
        """Close them."""
        ...


T = TypeVar("T", bound=Closable)


class Pool(Generic[T]):
    """At most `size` of them; the one that was not used longest is put aside for another."""

    def __init__(self, make: Callable[..., T], size: int = 64) -> None:
        self._make = make
        self._size = size
        self._held: dict[tuple[str, ...], T] = {}
        self._closing: set[asyncio.Task[None]] = set()

    async def get(self, config: ModelConfig, *variant: int | None) -> T:
        """The one for a configuration, and what else `make` takes; raises as `make` does."""
        key = (*_key(config), *map(str, variant))
        model = self._held.pop(key, None)
        if model is None:
            # importing an SDK takes seconds, which other jobs need not wait
            made = await asyncio.to_thread(self._make, config, *variant)
            model = self._held.pop(key, None) or made
            if model is not made:
                self._put_aside(made)
        self._held[key] = model
        while len(self._held) > self._size:
            self._put_aside(self._held.pop(next(iter(self._held))))
        return model

    async def aclose(self) -> None:
        """Close all of them."""
        for task in self._closing:
            task.cancel()
        while self._held:
            await self._held.popitem()[1].aclose()

    def _put_aside(self, model: T) -> None:
        async def close() -> None:
            try:
                await asyncio.sleep(_CLOSED_AFTER)
            finally:
                await model.aclose()

        task = asyncio.ensure_future(close())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)


class ModelPool(Pool[LanguageModel]):
    """Language models."""

    def __init__(self, size: int = 64) -> None:
        super().__init__(build, size)


def _key(config: ModelConfig) -> tuple[str, ...]:
    secret = config.api_key.get_secret_value() if config.api_key is not None else ""
    return (
        config.provider,
        config.model,
        config.base_url or "",
        hashlib.sha256(secret.encode()).hexdigest(),
        f"{config.timeout_seconds:g}",
    )
