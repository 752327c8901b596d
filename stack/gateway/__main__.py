"""`python -m stack.gateway SETTINGS.json`: run the gateway until SIGTERM."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import uvloop
from aiohttp import web

from stack.gateway.app import build
from stack.gateway.settings import GatewaySettings
from stack.realtime import RealtimeSettings, mount_realtime


def main() -> None:
    """Read the settings and serve."""
    settings = GatewaySettings.model_validate_json(Path(sys.argv[1]).read_text())
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("aiohttp.access").disabled = True
    app = build(settings)
    keys = settings.keys
    realtime = RealtimeSettings.model_validate(
        {
            "dsn": settings.realtime_dsn,
            "jwt_secret": keys.jwt_secret,
            "keys": {keys.publishable_key: "anon", keys.secret_key: "service_role"},
        }
    )
    mount_realtime(app, realtime)
    uvloop.install()
    web.run_app(app, host="127.0.0.1", port=settings.port, access_log=None, print=None, shutdown_timeout=3)


main()
