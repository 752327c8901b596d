"""The port that reads what a creator has published, for averages to be counted of."""

from datetime import datetime
from typing import Annotated, Protocol

from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(ge=0)] | None


class PublicPost(BaseModel):
    """One post; figures that the platform does not show are null."""

    model_config = ConfigDict(frozen=True)

    platform_post_id: Annotated[str, Field(min_length=1, max_length=200)]
    published_at: datetime
    view_count: Count = None
    like_count: Count = None
    comment_count: Count = None


class PublicProfile(BaseModel):
    """A creator's newest posts."""

    model_config = ConfigDict(frozen=True)

    display_name: str | None
    posts: list[PublicPost]


class CreatorReader(Protocol):
    """One platform."""

    async def read(self, profile_url: str) -> PublicProfile:
        """What the profile shows to everybody. Raises only errors of `workers.runtime.errors`."""
        ...
