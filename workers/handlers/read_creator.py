"""read_creator: what a followed creator shows to everybody; SQL keeps the figures and counts the averages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict

from workers.inputs.fetch import Fetcher
from workers.providers.creators.base import CreatorReader, PublicProfile
from workers.providers.creators.youtube import YouTubeFeed
from workers.providers.trends.feeds import ACCEPTED
from workers.runtime.job import JobContext
from workers.runtime.registry import handler


class Payload(BaseModel):
    """What `private.request_creator_readings` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    platform: Literal["youtube"]
    profile_url: str


@dataclass(frozen=True)
class Tools:
    """What the handler works with."""

    fetcher: Callable[[], Fetcher] = field(default=lambda: Fetcher(accepted=ACCEPTED))

    def reader(self, platform: Literal["youtube"]) -> CreatorReader:
        """The reader of a platform."""
        readers: Mapping[str, Callable[[], CreatorReader]] = {"youtube": lambda: YouTubeFeed(self.fetcher)}
        return readers[platform]()


@handler("read_creator")
async def handle(ctx: JobContext) -> PublicProfile:
    """Read, with the adapters that the settings choose."""
    return await read_creator(ctx, Tools())


async def read_creator(ctx: JobContext, tools: Tools) -> PublicProfile:
    """The handler's work with given adapters."""
    payload = ctx.parse(Payload)
    return await tools.reader(payload.platform).read(payload.profile_url)
