"""The feeds that organizations watch. Only words that several publishers share are ever told to anybody."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Final
from urllib.parse import urlsplit

import structlog
from pydantic import BaseModel, ConfigDict

from workers.inputs import feeds, media
from workers.inputs.fetch import Fetched, Fetcher
from workers.providers.trends.base import Batch, Document
from workers.runtime.errors import ProviderError, Rejected

log = structlog.get_logger("catalyst.trends")

_HOMES: Final = {"youtube": frozenset(("youtube.com",))}
"""Platform → the sites at which its publishers have their feeds."""
_SECOND_LEVELS: Final = frozenset(
    (
        "ac", "asn", "asso", "co", "com", "ed", "edu", "firm", "gen", "go", "gob", "gouv", "gov", "govt", "gr", "id",
        "ind", "info", "ltd", "me", "mil", "muni", "ne", "net", "nhs", "nic", "nom", "or", "org", "plc", "police",
        "sch", "tm", "web",
    )
)  # fmt: skip
"""Below countries, what registries sell names under."""
_BATCH: Final = 25
_AT_ONCE: Final = 8
ACCEPTED: Final = feeds.MEDIA_TYPES | media.HTML


class Watched(BaseModel):
    """A row of `trend_feeds`."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    url: str
    """A feed, or a page that names one."""
    platform: str | None = None


class WatchedFeeds:
    """Reads each address once, eight at a time; one that cannot be read keeps the others."""

    source = "feeds"

    def __init__(self, watched: Sequence[Watched], fetcher: Callable[[], Fetcher]) -> None:
        self._watched = watched
        self._fetcher = fetcher()
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def read(self, cursor: str | None) -> AsyncIterator[Batch]:
        """25 feeds a batch; the cursor counts those that were read."""
        for start in range(int(cursor or 0), len(self._watched), _BATCH):
            some = self._watched[start : start + _BATCH]
            read = await asyncio.gather(*(self._documents(one) for one in some))
            failed = sum(found is None for found in read)
            end = start + len(some)
            yield Batch(
                [document for found in read for document in found or ()],
                str(end) if end < len(self._watched) else None,
                (f"{failed} of {len(some)} feeds could not be read",) if failed else (),
            )

    async def _documents(self, watched: Watched) -> list[Document] | None:
        async with self._places:
            try:
                page = await self._page(watched.url)
                feed = await asyncio.to_thread(feeds.parse, page.body)
                return _documents(watched, page.url, feed)
            except ProviderError:
                # whoever watches it is told by the polls of their own
                return None
            except Exception as error:
                # what somebody publishes must not cost all others their trends
                log.error("feed_not_read", reason=type(error).__name__, exc_info=error)
                return None

    async def _page(self, url: str) -> Fetched:
        """The feed itself, or the one that the page names."""
        page = await self._fetcher.fetch(url)
        if page.media_type not in media.HTML:
            return page
        named = await asyncio.to_thread(feeds.address_in, page.body, page.url)
        if named is None:
            raise Rejected("the page names no feed", "UNSUPPORTED_TYPE")
        return await self._fetcher.fetch(named)


def _documents(watched: Watched, url: str, feed: feeds.Feed) -> list[Document]:
    """Whoever watches an address may say that it is a channel of a platform: that counts where the platform is."""
    publisher = site = site_of(url)
    platform = watched.platform if site in _HOMES.get(watched.platform or "", ()) else None
    if platform is not None:
        # a platform has many publishers under its name, each with a feed; an address may be a secret, and has variants
        publisher = hashlib.sha256(f"{site} {feed.key or url}".encode()).hexdigest()
    return [
        Document(
            # nobody takes the place of another site's article by listing its address first
            key=entry.link if entry.link and site_of(entry.link) == site else f"{publisher} {entry.key}",
            publisher=publisher,
            title=entry.title,
            tags=entry.categories,
            language=feed.language,
            platform=platform,
            published_at=entry.published_at,
        )
        for entry in feed.entries
    ]


def site_of(url: str) -> str:
    """The name under which a site is registered, as far as its form tells: news.example.co.uk is example.co.uk; a
    numeric address is itself, and what is no address is empty."""
    try:
        host = (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""
    labels = host.split(".")
    if labels[-1].isdigit():
        return host
    # whoever owns xyz.io owns every name below it
    kept = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS else 2
    return ".".join(labels[-kept:])
