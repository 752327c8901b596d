"""read_content_piece: what stands at the address of a piece on a canvas becomes what the piece says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ConfigDict

from workers.canvas.reading import PieceText, read_page
from workers.inputs.fetch import Fetcher
from workers.runtime.job import JobContext
from workers.runtime.registry import handler

_READING: Final = "reading"
_READ: Final = "read"
_BEGUN: Final = 0.1


class Address(BaseModel):
    """What `content_piece_address` answers."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    source_url: str
    is_post: bool = False
    """A video, image or sound on a platform."""


class Result(BaseModel):
    """How much was read; the words are in the last step, for the piece's project may be hidden from other members."""

    characters: int = 0
    is_gone: bool = False
    """Nobody waited for it any more: the piece was deleted, or has another address or a file."""


@dataclass(frozen=True)
class Tools:
    """What the handler works with."""

    fetcher: Callable[[], Fetcher] = Fetcher


@handler("read_content_piece")
async def handle(ctx: JobContext) -> Result:
    """Read from the public web."""
    return await read_content_piece(ctx, Tools())


async def read_content_piece(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with a given way to the web. Raises as `Fetcher.fetch` and `read_page` do."""
    if _READ in ctx.checkpoints:
        return _told(PieceText.model_validate(ctx.checkpoints[_READ]))
    found = await ctx.rpc(
        "content_piece_address",
        p_organization_id=ctx.job.organization_id,
        p_content_piece_id=ctx.job.subject_id,
        p_job_id=ctx.job.id,
    )
    if found is None:
        return Result(is_gone=True)
    address = Address.model_validate(found)
    if _READING not in ctx.checkpoints:
        await ctx.checkpoint(_READING, {}, _BEGUN)
    page = await tools.fetcher().fetch(address.source_url)
    said = await ctx.run_blocking(read_page, page, address.source_url, is_post=address.is_post)
    ctx.conclude(_READ, said.model_dump(mode="json"))
    return _told(said)


def _told(said: PieceText) -> Result:
    return Result(characters=len(said.transcript or said.description or ""))
