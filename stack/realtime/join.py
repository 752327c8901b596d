"""The payload of `phx_join`, read as leniently as the hosted service reads it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class JoinConfig:
    """What a client wants of its channel."""

    private: bool
    ack: bool
    receives_own: bool
    replication_ready: bool
    replay: dict[str, Any] | None
    presence_key: str
    presence_enabled: bool
    postgres_changes: tuple[dict[str, Any], ...]
    access_token: str | None


def parse_join(payload: object) -> JoinConfig:
    """Unknown and ill-typed fields fall back to their defaults: an old client must still get in."""
    params = _object(payload)
    config = _object(params.get("config"))
    broadcast, presence = _object(config.get("broadcast")), _object(config.get("presence"))
    key = presence.get("key")
    changes = config.get("postgres_changes")
    replay = broadcast.get("replay")
    token = params.get("user_token") or params.get("access_token")
    return JoinConfig(
        private=_flag(config.get("private")),
        ack=_flag(broadcast.get("ack")),
        receives_own=_flag(broadcast.get("self")),
        replication_ready=_flag(broadcast.get("replication_ready")),
        replay=replay if isinstance(replay, dict) else None,
        presence_key=str(key) if key not in (None, "") else str(uuid.uuid4()),
        presence_enabled=_flag(presence.get("enabled")),
        postgres_changes=tuple(c for c in changes if isinstance(c, dict)) if isinstance(changes, list) else (),
        access_token=token if isinstance(token, str) and token else None,
    )


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _flag(value: object) -> bool:
    return value is True or (isinstance(value, str) and value.lower() == "true")
