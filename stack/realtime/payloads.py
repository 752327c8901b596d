"""Reading what clients broadcast."""

from __future__ import annotations

from typing import Any

import orjson

from stack.realtime.frames import Broadcast


def payload_size(payload: Any) -> int:
    """Bytes of its JSON."""
    return len(orjson.dumps(payload))


class ClientBroadcast:
    """A `broadcast` message: parsed from a binary frame already, or a JSON object that is passed on as it is."""

    def __init__(self, payload: Any) -> None:
        """Take the payload of the frame."""
        self.message = Broadcast("", b"")
        self.is_valid = True
        self.size = 0
        if isinstance(payload, Broadcast):
            self.message, self.size = payload, len(payload.payload)
        elif isinstance(payload, dict):
            self.message = Broadcast(str(payload.get("event", "")), b"", plain=payload)
            self.size = payload_size(payload)
        else:
            self.is_valid = False
