"""A YouTube channel by its public feed: its newest fifteen videos, with views and likes. It needs no key."""

import asyncio
from collections.abc import Callable
from urllib.parse import urljoin

from workers.inputs import feeds, media
from workers.inputs.fetch import Fetcher
from workers.providers.creators.base import PublicPost, PublicProfile
from workers.providers.trends.feeds import site_of
from workers.runtime.errors import Rejected


class YouTubeFeed:
    """The page of a channel names its feed; comments and subscribers are not in it."""

    def __init__(self, fetcher: Callable[[], Fetcher]) -> None:
        self._fetcher = fetcher()

    async def read(self, profile_url: str) -> PublicProfile:
        """The newest videos. Rejected CREATOR_NOT_FOUND where the page names no feed of the same site."""
        page = await self._fetcher.fetch(profile_url)
        named = await asyncio.to_thread(feeds.address_in, page.body) if page.media_type in media.HTML else None
        address = urljoin(page.url, named) if named else ""
        if site_of(address) != site_of(profile_url):
            raise Rejected("the profile names no feed", "CREATOR_NOT_FOUND")
        feed = await asyncio.to_thread(feeds.parse, (await self._fetcher.fetch(address)).body)
        posts = [
            PublicPost(
                platform_post_id=entry.key[:200],
                published_at=entry.published_at,
                view_count=entry.view_count,
                like_count=entry.like_count,
            )
            for entry in feed.entries
            if entry.published_at is not None
        ]
        return PublicProfile(display_name=feed.title, posts=posts)
