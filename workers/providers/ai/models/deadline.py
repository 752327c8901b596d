"""A limit for the whole call: the SDKs' own time-outs only bound the silence between two bytes."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable
from contextlib import aclosing
from typing import Protocol, TypeVar

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import TokenUsage
from workers.providers.ai.models.failures import failure

T = TypeVar("T")


class Told(Protocol):
    """What a provider told about a call before its end."""

    @property
    def usage(self) -> TokenUsage | None:
        """What it took so far."""
        ...

    @property
    def request_id(self) -> str | None:
        """Its name for the call."""
        ...


async def within(seconds: float, work: Awaitable[T], provider: str) -> T:
    """What `work` gives, or Unavailable AI_TIMEOUT; then its connection is closed."""
    try:
        async with asyncio.timeout(seconds):
            return await work
    except TimeoutError as error:
        detail = f"no whole answer in {seconds:g} s"
        raise failure(provider, codes.TIMEOUT, detail, may_have_cost=True) from error


async def pieces_within(
    seconds: float, pieces: AsyncGenerator[T, None], provider: str, told: Told | None = None
) -> AsyncGenerator[T, None]:
    """The pieces until the time is over; then Unavailable AI_TIMEOUT with what was told until then.

    The time is checked at each piece, not around the loop: a limit must not fall into the code of whoever reads.
    """
    end = asyncio.get_running_loop().time() + seconds
    async with aclosing(pieces):
        while True:
            try:
                async with asyncio.timeout_at(end):
                    piece = await anext(pieces)
            except StopAsyncIteration:
                return
            except TimeoutError as error:
                detail = f"no whole answer in {seconds:g} s"
                usage, request_id = (told.usage, told.request_id) if told is not None else (None, None)
                raise failure(
                    provider, codes.TIMEOUT, detail, usage=usage, request_id=request_id, may_have_cost=True
                ) from error
            yield piece
