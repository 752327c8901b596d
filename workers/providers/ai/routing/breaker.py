"""Stops asking what keeps failing, for a while; then one call tries whether it is back."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

from workers.providers.ai.models import codes
from workers.runtime.errors import ProviderError, RateLimited, Unavailable

_OUTAGES: Final = (codes.UNAVAILABLE, codes.TIMEOUT)
_WORTH_WAITING: Final = 5.0
"""Seconds of a pause that are waited here; longer ones are for the job engine."""


class Breaker:
    """For one model at one address with one key."""

    def __init__(
        self, name: str, failures: int = 5, seconds: float = 30.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._name = name
        self._most_failures = failures
        self._seconds = seconds
        self._clock = clock
        self._failures = 0
        self._open_until = 0.0
        self._paused_until = 0.0
        self._is_trying = False

    @asynccontextmanager
    async def call(self) -> AsyncIterator[None]:
        """Around one call: waits out a short pause; Unavailable or RateLimited with the time left when it is long."""
        await self._wait()
        is_trial = self._enter()
        try:
            yield
        except ProviderError as error:
            self._note(error)
            raise
        else:
            self._failures, self._open_until = 0, 0.0
        finally:
            if is_trial:
                self._is_trying = False

    async def _wait(self) -> None:
        left = self._paused_until - self._clock()
        if left <= 0:
            return
        if left > _WORTH_WAITING:
            raise _unsent(RateLimited(f"{self._name} asked for a pause", codes.RATE_LIMITED, left))
        # not all at the same moment
        await asyncio.sleep(left + random.uniform(0, min(left, 1.0)))  # noqa: S311

    def _enter(self) -> bool:
        """Whether this call is the one that tries."""
        if not self._open_until:
            return False
        left = self._open_until - self._clock()
        if left > 0 or self._is_trying:
            message = f"{self._name} failed {self._failures} times in a row and rests"
            raise _unsent(Unavailable(message, codes.UNAVAILABLE, max(left, 1.0)))
        self._is_trying = True
        return True

    def _note(self, error: ProviderError) -> None:
        if not error.was_sent:
            return  # it says nothing about the provider
        if isinstance(error, RateLimited) and error.retry_after:
            self._paused_until = max(self._paused_until, self._clock() + error.retry_after)
        if error.code not in _OUTAGES:
            # whatever else it says, it answers
            self._failures, self._open_until = 0, 0.0
            return
        self._failures += 1
        if self._failures >= self._most_failures:
            self._open_until = self._clock() + self._seconds


def _unsent(error: ProviderError) -> ProviderError:
    error.was_sent = False
    return error


class Breakers:
    """Those of a process, by name; the least used are forgotten."""

    def __init__(
        self, failures: int = 5, seconds: float = 30.0, most: int = 1024, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._failures = failures
        self._seconds = seconds
        self._most = most
        self._known: dict[tuple[str, ...], Breaker] = {}

    def get(self, *key: str) -> Breaker:
        """The breaker of a provider, address, model and key."""
        found = self._known.pop(key, None) or Breaker("/".join(key[:2]), self._failures, self._seconds, self._clock)
        self._known[key] = found
        while len(self._known) > self._most:
            del self._known[next(iter(self._known))]
        return found
