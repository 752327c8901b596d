"""The part of the YouTube Data API under `/youtube/v3` that tells what is popular."""

from __future__ import annotations

from aiohttp import web

from stack.simulators.exchange import handler
from stack.simulators.world import World
from stack.simulators.youtube.videos import ListVideos


def routes(world: World) -> list[web.RouteDef]:
    """Everything under the prefix."""
    return [web.get("/youtube/v3/videos", handler(world, ListVideos()))]
