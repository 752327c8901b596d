"""The processes of a stack besides Postgres: how each is started."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from stack.keys import StackKeys
from stack.layout import PROJECT, Layout, deno, node, npm_file
from stack.postgres import SUPERUSER, PostgresServer
from stack.processes import mark
from stack.settings import StackSettings, project_config, write_private

LITE_SERVER = PROJECT / "stack" / "lite" / "server.mjs"
CLIENT_KEYS = ("SUPABASE_URL", "SUPABASE_PUBLISHABLE_KEY", "SUPABASE_SECRET_KEY", "SUPABASE_JWT_SECRET", "DATABASE_URL")


@dataclass(frozen=True)
class Service:
    """One child of the supervisor."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    stop_seconds: float = 8.0


def client_environment(settings: StackSettings, keys: StackKeys, server: PostgresServer) -> dict[str, str]:
    """What a client of the stack is configured with: the lines of `catalyst stack env`."""
    values = (
        f"http://127.0.0.1:{settings.port}",
        keys.publishable_key,
        keys.secret_key,
        keys.jwt_secret,
        database_url(settings, server, "postgres"),
    )
    return dict(zip(CLIENT_KEYS, values, strict=True))


def database_url(settings: StackSettings, server: PostgresServer, user: str) -> str:
    """Also while the server is down."""
    return f"postgresql://{user}:{server.password(user)}@127.0.0.1:{settings.postgres_port}/postgres"


def services(layout: Layout, settings: StackSettings, keys: StackKeys, server: PostgresServer) -> list[Service]:
    """In the order they are started; stopped in reverse."""
    _write_lite_config(layout, settings, keys, server)
    _write_gateway_config(layout, settings, keys, server)
    python = sys.executable
    listed = [
        Service(
            "lite",
            (str(node()), "--max-old-space-size=512", str(LITE_SERVER), str(layout.lite_config)),
            {"DO_NOT_TRACK": "1", "LITE_TELEMETRY": "0", "NODE_ENV": "production", "EXPERIMENTAL_STORAGE": "1"},
        ),
        Service("gateway", (python, "-m", "stack.gateway", str(layout.gateway_config))),
        Service(
            "cron",
            (python, "-m", "stack.cron"),
            {
                "CATALYST_CRON_DSN": database_url(settings, server, SUPERUSER),
                "CATALYST_CRON_JOB_DSN": database_url(settings, server, "postgres"),
            },
        ),
    ]
    if settings.workers:
        listed.append(
            Service(
                "worker",
                (python, "-c", "from workers.cli import main; main()", "worker"),
                client_environment(settings, keys, server) | {"CATALYST_WORKER_HEALTH_PORT": str(settings.worker_port)},
                stop_seconds=30.0,
            )
        )
    return listed


def environment_of(layout: Layout, service: Service) -> dict[str, str]:
    """Our environment without what would point it at another stack or database."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PG", "SUPABASE_", "CATALYST_STACK")) and name != "DATABASE_URL"
    }
    return inherited | {"PYTHONUNBUFFERED": "1"} | mark(layout.root, service.name) | dict(service.environment)


def _write_lite_config(layout: Layout, settings: StackSettings, keys: StackKeys, server: PostgresServer) -> None:
    npm_file("@supabase/lite/package.json")
    npm_file("postgres/package.json")
    config = project_config()
    auth = config.get("auth", {})
    copied = ("jwt_expiry", "enable_signup", "enable_refresh_token_rotation", "minimum_password_length", "email")
    content = {
        "port": settings.lite_port,
        "public_url": f"http://127.0.0.1:{settings.port}",
        "database_url": database_url(settings, server, "gateway"),
        "catalog_url": database_url(settings, server, "gateway_catalog"),
        "pool_size": 24,
        "storage_dir": str(layout.files),
        "file_size_limit": config.get("storage", {}).get("file_size_limit", "50MiB"),
        "auth": {name: auth[name] for name in copied if name in auth}
        | {"jwt_secret": keys.jwt_secret, "site_url": f"http://127.0.0.1:{settings.port}"},
    }
    write_private(layout.lite_config, json.dumps(content, indent=2))


def _write_gateway_config(layout: Layout, settings: StackSettings, keys: StackKeys, server: PostgresServer) -> None:
    functions = project_config().get("functions", {})
    content = {
        "root": str(layout.root),
        "port": settings.port,
        "lite_port": settings.lite_port,
        "keys": keys.model_dump(),
        "functions_dir": str(PROJECT / "supabase" / "functions"),
        "functions_without_jwt": sorted(name for name, one in functions.items() if one.get("verify_jwt") is False),
        "deno": str(deno()),
        "database_url": database_url(settings, server, "postgres"),
        "realtime_dsn": database_url(settings, server, SUPERUSER),
    }
    write_private(layout.gateway_config, json.dumps(content, indent=2))
