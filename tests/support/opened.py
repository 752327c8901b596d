"""What a test opens and has no block of its own for; the fixture `closed_at_the_end` closes it."""

from __future__ import annotations

from typing import Protocol, TypeVar


class Closable(Protocol):
    """What holds connections."""

    async def aclose(self) -> None:
        """Close them."""
        ...


T = TypeVar("T", bound=Closable)
_OPEN: list[Closable] = []


def opened(what: T) -> T:
    """The same, to be closed when the test is over."""
    _OPEN.append(what)
    return what


async def close_opened() -> None:
    """Close all that was `opened`."""
    while _OPEN:
        await _OPEN.pop().aclose()
