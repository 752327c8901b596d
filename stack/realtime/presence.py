"""Who is on a topic: keys, their metas, and what changed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

Metas = dict[str, Any]


@dataclass(slots=True)
class PresenceDiff:
    """The payload of `presence_diff`."""

    joins: dict[str, Metas] = field(default_factory=dict)
    leaves: dict[str, Metas] = field(default_factory=dict)

    def as_payload(self) -> dict[str, Any]:
        """As the clients read it."""
        return {"joins": self.joins, "leaves": self.leaves}


class PresenceRoom:
    """The presences of one topic. An owner (a channel) has at most one meta; owners may share a key."""

    def __init__(self) -> None:
        """Nobody is here yet."""
        self._metas: dict[object, tuple[str, Metas]] = {}

    def __bool__(self) -> bool:
        """Whether anybody is here."""
        return bool(self._metas)

    def track(self, owner: object, key: str, payload: dict[str, Any]) -> PresenceDiff | None:
        """Enter, or replace what was tracked before; None when nothing changes."""
        previous = self._metas.get(owner)
        meta = {**payload, "phx_ref": secrets.token_urlsafe(9)}
        diff = PresenceDiff()
        if previous is not None:
            old = previous[1]
            if {k: v for k, v in old.items() if k not in ("phx_ref", "phx_ref_prev")} == payload:
                return None
            meta["phx_ref_prev"] = old["phx_ref"]
            diff.leaves[previous[0]] = {"metas": [old]}
        self._metas[owner] = (key, meta)
        diff.joins[key] = {"metas": [meta]}
        return diff

    def untrack(self, owner: object) -> PresenceDiff | None:
        """Leave; None when the owner was not here."""
        previous = self._metas.pop(owner, None)
        if previous is None:
            return None
        return PresenceDiff(leaves={previous[0]: {"metas": [previous[1]]}})

    def state(self) -> dict[str, Metas]:
        """The payload of `presence_state`."""
        state: dict[str, Metas] = {}
        for key, meta in self._metas.values():
            state.setdefault(key, {"metas": []})["metas"].append(meta)
        return state
