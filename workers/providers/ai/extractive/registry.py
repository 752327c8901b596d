"""Which function of the local adapter does which task.

    @local_task(WriteTitles)
    def titles(task: WriteTitles, tools: LocalTools) -> Extracted[Titles]: ...

Functions are registered by importing their module; `discover` imports every module of this package.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeAlias, TypeVar

from pydantic import BaseModel

from workers.providers.ai.extractive.digest import DigestCache
from workers.providers.ai.tasks.base import Task
from workers.providers.embeddings.base import Embedder

T = TypeVar("T", bound=BaseModel)
K = TypeVar("K", bound=Task[Any])


@dataclass(frozen=True, slots=True)
class LocalTools:
    """What the functions share."""

    digests: DigestCache
    embedder: Embedder


@dataclass(frozen=True, slots=True)
class Extracted(Generic[T]):
    """What a function found, and what a reader of it should know."""

    value: T
    notes: tuple[str, ...] = ()


LocalFunction: TypeAlias = Callable[[K, LocalTools], Extracted[T]]

_functions: dict[type[Task[Any]], LocalFunction[Any, Any]] = {}


def local_task(kind: type[K]) -> Callable[[LocalFunction[K, T]], LocalFunction[K, T]]:
    """Register the decorated function for a kind of task. It blocks; the adapter runs it on a thread."""

    def register(function: LocalFunction[K, T]) -> LocalFunction[K, T]:
        known = _functions.setdefault(kind, function)
        if known.__module__ != function.__module__:
            raise TypeError(f"{kind.__name__} is done by both {known.__module__} and {function.__module__}")
        return function

    return register


@lru_cache(maxsize=1)
def discover() -> dict[type[Task[Any]], LocalFunction[Any, Any]]:
    """Every task the local adapter can do, with its function."""
    package = importlib.import_module("workers.providers.ai.extractive")
    for info in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{info.name}")
    return _functions
