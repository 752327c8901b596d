"""The Realtime bridge in front of the measured database: `python -m bench.queue.realtime_bridge PORT OPTIONS`."""

from __future__ import annotations

import json
import sys

import uvloop
from aiohttp import web
from pydantic import SecretStr

from bench.queue.peers.protocol import lines, say
from stack.realtime import RealtimeSettings, realtime_app


async def serve(port: int, dsn: str, jwt_secret: str, secret_key: str) -> None:
    """Until told to stop."""
    commands = await lines()
    settings = RealtimeSettings(dsn=SecretStr(dsn), jwt_secret=SecretStr(jwt_secret), keys={secret_key: "service_role"})  # type: ignore[call-arg]
    runner = web.AppRunner(realtime_app(settings), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    say(event="ready")
    while (await commands.get())["do"] != "stop":
        pass
    await runner.cleanup()


if __name__ == "__main__":
    uvloop.run(serve(int(sys.argv[1]), **json.loads(sys.argv[2])))
