"""What the gateway process is told, in one file written by the lifecycle."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, SecretStr

from stack.keys import StackKeys

MEGABYTE = 1024 * 1024


class GatewaySettings(BaseModel):
    """Everything is loopback; only `port` is meant for clients."""

    model_config = ConfigDict(frozen=True)

    root: Path
    port: int
    lite_port: int
    keys: StackKeys
    functions_dir: Path
    functions_without_jwt: frozenset[str] = frozenset()
    deno: Path
    database_url: SecretStr
    realtime_dsn: SecretStr
    log_level: str = "INFO"

    rest_body_limit: int = 16 * MEGABYTE
    storage_body_limit: int = 50 * MEGABYTE + 64 * 1024
    rest_timeout: float = 60
    storage_timeout: float = 120
    functions_timeout: float = 150

    @property
    def url(self) -> str:
        """What clients are given."""
        return f"http://127.0.0.1:{self.port}"
