"""A YouTube channel by its public feed: its newest fifteen videos, with views and likes. It needs no key."""

import asyncio
from collections.abc import Callable

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
        is_page = page.media_type in media.HTML
        address = await asyncio.to_thread(feeds.address_in, page.body, page.url) if is_page else None
        _check_site(address, profile_url)
        found = await self._fetcher.fetch(address or "")
        # what it redirects to may be anybody's
        _check_site(found.url, profile_url)
        feed = await asyncio.to_thread(feeds.parse, found.body)
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


def _check_site(address: str | None, profile_url: str) -> None:
    if site_of(address or "") != site_of(profile_url):
        raise Rejected("the profile names no feed of its own site", "CREATOR_NOT_FOUND")
