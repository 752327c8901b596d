"""`GET /videos?chart=mostPopular`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aiohttp import web

from stack.simulators import charts
from stack.simulators.calls import Call, Reply, Usage
from stack.simulators.failures import Worded, invalid
from stack.simulators.faults import Fault
from stack.simulators.requests import check_key
from stack.simulators.wire import Frame
from stack.simulators.world import World
from stack.simulators.youtube.wording import YOUTUBE

_MOST = 50


class ListVideos:
    """The chart of a country, in pages."""

    wording = YOUTUBE
    endpoint = "videos.list"

    async def read(self, request: web.Request) -> Call:
        """Check the key and the query."""
        query = dict(request.query)
        key = check_key(request.headers.get("x-goog-api-key", "") or query.pop("key", ""))
        if "part" not in query:
            raise invalid("No filter selected.", "missingRequiredParameter")
        if query.get("chart") != "mostPopular":
            raise invalid("Only chart=mostPopular is simulated.", "missingRequiredParameter")
        size, token = query.get("maxResults", "5"), query.get("pageToken", "P0")
        if not size.isdigit() or not 1 <= int(size) <= _MOST:
            raise invalid(f"Invalid value '{size}'. Values must be within the range: [1, {_MOST}]", "invalidParameter")
        if not (token.startswith("P") and token[1:].isdigit()):
            raise invalid("The request specifies an invalid page token.", "invalidPageToken")
        return Call(
            provider=YOUTUBE.provider,
            endpoint=self.endpoint,
            model="",
            body=query,
            key=key,
            extra={"size": int(size), "start": int(token[1:]), "region": query.get("regionCode", "US")},
        )

    def work(self, world: World, call: Call, fault: Fault | None) -> Reply:
        """Cut the page out of the chart."""
        del fault
        known = world.charts.get(call.extra["region"])
        videos = charts.default() if known is None else known.videos
        return Reply(finish="stop", billed=Usage(), reported=Usage(), payload=videos)

    def document(self, call: Call, reply: Reply) -> dict[str, Any]:
        """A `videoListResponse`; counters are text."""
        start, size, total = call.extra["start"], call.extra["size"], len(reply.payload)
        page: dict[str, Any] = {
            "kind": "youtube#videoListResponse",
            "etag": "simulated",
            "items": [_resource(video) for video in reply.payload[start : start + size]],
            "pageInfo": {"totalResults": total, "resultsPerPage": size},
        }
        return page | ({"nextPageToken": f"P{start + size}"} if start + size < total else {})

    def frames(self, call: Call, reply: Reply, chunk: int) -> Iterator[Frame]:
        """Lists are not streamed."""
        raise NotImplementedError

    def broken(self, call: Call, reply: Reply, worded: Worded) -> Frame:
        """Lists are not streamed."""
        raise NotImplementedError


def _resource(video: charts.Video) -> dict[str, Any]:
    snippet: dict[str, Any] = {
        "publishedAt": video.published_at,
        "channelId": video.channel_id,
        "title": video.title,
        "description": "",
        "channelTitle": video.channel or "Somebody",
        "categoryId": "22",
    }
    if video.tags:
        snippet["tags"] = video.tags
    if video.language is not None:
        snippet["defaultAudioLanguage"] = video.language
    return {
        "kind": "youtube#video",
        "etag": "simulated",
        "id": video.video_id,
        "snippet": snippet,
        "statistics": {"viewCount": str(video.views), "likeCount": "0", "favoriteCount": "0", "commentCount": "0"},
    }
