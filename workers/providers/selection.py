"""Adapters by name: `workers.providers.<capability>.<name>` with a function `build(settings)`; a new one is a file."""

import importlib
import pkgutil
from functools import lru_cache
from typing import Any

from workers.providers.ai.tasks.base import TextGenerator
from workers.providers.settings import ProviderSettings
from workers.providers.storage.base import ObjectStore
from workers.runtime.job import JobContext


class UnknownAdapter(Exception):  # noqa: N818 (names what it is)
    """The settings name an adapter that does not exist."""


def text_generator(settings: ProviderSettings | None = None) -> TextGenerator:
    """The text generator that the settings choose; one per process and choice."""
    chosen = settings or ProviderSettings()
    generator: TextGenerator = _built("ai", chosen.ai_provider, chosen)
    return generator


async def generator_for(ctx: JobContext) -> TextGenerator:
    """The text generator for a job: of its person's and organization's choice, else of the settings'."""
    return text_generator()


def object_store(settings: ProviderSettings | None = None) -> ObjectStore:
    """The object store that the settings choose."""
    chosen = settings or ProviderSettings()
    store: ObjectStore = _load("storage", chosen.object_store).build(chosen)
    return store


def adapters(capability: str) -> list[str]:
    """The names of the adapters of a capability."""
    package = importlib.import_module(f"workers.providers.{capability}")
    names = [info.name for info in pkgutil.iter_modules(package.__path__) if not info.ispkg]
    return [name for name in names if hasattr(importlib.import_module(f"{package.__name__}.{name}"), "build")]


@lru_cache(maxsize=8)
def _built(capability: str, name: str, settings: ProviderSettings) -> Any:
    return _load(capability, name).build(settings)


def _load(capability: str, name: str) -> Any:
    known = adapters(capability)
    if name not in known:
        raise UnknownAdapter(f"there is no {capability} adapter {name!r}; choose from {', '.join(known)}")
    return importlib.import_module(f"workers.providers.{capability}.{name}")
