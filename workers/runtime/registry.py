"""Which function handles which kind of job.

    @handler("generate_posts")
    async def handle(ctx: JobContext) -> Result: ...

Importing the module is what registers it; `discover` imports every module of `workers.handlers`. A kind that somebody
waits for names with `ready` what loads its heavy parts: it is called once, on a thread, when a worker begins to listen.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable
from typing import TypeVar

from workers.runtime.job import Handler
from workers.runtime.readiness import Preparation

F = TypeVar("F", bound=Handler)

HANDLERS_PACKAGE = "workers.handlers"


class RegistrationError(Exception):
    """Two handlers claim one kind, or a handler cannot be awaited, or a module is missing."""


class Registry:
    """Handlers by kind."""

    def __init__(self) -> None:
        self._handlers: dict[str, Handler] = {}
        self._ready: dict[str, Preparation] = {}

    def add(self, kind: str, function: Handler, ready: Preparation | None = None) -> None:
        """Register `function` for `kind`; importing the same module again is harmless."""
        if not inspect.iscoroutinefunction(function):
            raise RegistrationError(f"the handler of {kind!r} must be an `async def` function")
        known = self._handlers.get(kind)
        if known is not None and _name(known) != _name(function):
            raise RegistrationError(f"{kind!r} is handled by both {_name(known)} and {_name(function)}")
        self._handlers[kind] = function
        if ready is not None:
            self._ready[kind] = ready

    def get(self, kind: str) -> Handler | None:
        """The handler of `kind`, if there is one here."""
        return self._handlers.get(kind)

    def preparations(self, kinds: Iterable[str]) -> list[Preparation]:
        """What makes the handlers of these kinds ready, each once."""
        return list(dict.fromkeys(self._ready[kind] for kind in kinds if kind in self._ready))

    @property
    def kinds(self) -> list[str]:
        """Every kind that has a handler, sorted."""
        return sorted(self._handlers)


default_registry = Registry()


def handler(kind: str, registry: Registry = default_registry, *, ready: Preparation | None = None) -> Callable[[F], F]:
    """Register the decorated coroutine function as the handler of `kind`; `ready` may block and may fail."""

    def register(function: F) -> F:
        registry.add(kind, function, ready)
        return function

    return register


def discover(modules: Iterable[str] = (), package: str | None = HANDLERS_PACKAGE) -> Registry:
    """Import all modules of `package` and each of `modules` (a package stands for its modules too)."""
    for name in [*([package] if package else []), *modules]:
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name is not None and (name == error.name or name.startswith(f"{error.name}.")):
                raise RegistrationError(f"there is no handler module {name!r} on the Python path") from error
            raise
        for info in pkgutil.iter_modules(getattr(module, "__path__", [])):
            importlib.import_module(f"{name}.{info.name}")
    return default_registry


def _name(function: Handler) -> str:
    return f"{function.__module__}.{getattr(function, '__qualname__', repr(function))}"
