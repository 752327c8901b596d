"""Topics and the channels on them: hands broadcasts and presence to everybody who may have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from stack.realtime.frames import Broadcast, Frame, Serializer, Wire
from stack.realtime.presence import PresenceDiff, PresenceRoom

TopicKey = tuple[str, bool]
"""Name without the `realtime:` prefix, and whether it is private: the two never meet."""


class Member(Protocol):
    """What the hub needs of a channel."""

    topic: str
    serializer: Serializer

    @property
    def reads_broadcast(self) -> bool:
        """May it have the broadcasts of its topic?"""
        ...

    @property
    def reads_presence(self) -> bool:
        """May it know who else is here?"""
        ...

    def send_wire(self, wire: Wire) -> None:
        """Queue encoded bytes; never blocks."""
        ...


class Hub:
    """All topics of the bridge."""

    def __init__(self) -> None:
        """No topics yet."""
        self._members: dict[TopicKey, dict[Member, None]] = {}
        self._rooms: dict[TopicKey, PresenceRoom] = {}

    def join(self, key: TopicKey, member: Member) -> None:
        """Add a channel to its topic."""
        self._members.setdefault(key, {})[member] = None

    def leave(self, key: TopicKey, member: Member) -> None:
        """Remove a channel and its presence."""
        members = self._members.get(key, {})
        members.pop(member, None)
        if not members:
            self._members.pop(key, None)
        self.untrack(key, member)

    def broadcast(self, key: TopicKey, broadcast: Broadcast, exclude: Member | None = None) -> int:
        """Send to the members that may read; returns to how many."""
        return self._fan_out(
            (m for m in self._members.get(key, ()) if m is not exclude and m.reads_broadcast),
            lambda member: member.serializer.encode_broadcast(member.topic, broadcast),
        )

    def track(self, key: TopicKey, member: Member, presence_key: str, payload: dict[str, Any]) -> None:
        """Enter or change a presence and tell the others."""
        room = self._rooms.setdefault(key, PresenceRoom())
        self._announce(key, room.track(member, presence_key, payload))

    def untrack(self, key: TopicKey, member: Member) -> None:
        """Leave and tell the others."""
        room = self._rooms.get(key)
        if room is None:
            return
        diff = room.untrack(member)
        if not room:
            del self._rooms[key]
        self._announce(key, diff)

    def presence_state(self, key: TopicKey) -> dict[str, Any]:
        """Everybody who is here."""
        room = self._rooms.get(key)
        return room.state() if room else {}

    def _announce(self, key: TopicKey, diff: PresenceDiff | None) -> None:
        if diff is not None:
            payload = diff.as_payload()
            self._fan_out(
                (m for m in self._members.get(key, ()) if m.reads_presence),
                lambda member: member.serializer.encode(Frame(member.topic, "presence_diff", payload)),
            )

    @staticmethod
    def _fan_out(members: Iterable[Member], encode: Callable[[Member], Wire | None]) -> int:
        """Encode once per protocol version; all members of a topic know it by the same name."""
        encoded: dict[str, Wire | None] = {}
        count = 0
        for member in list(members):
            vsn = member.serializer.vsn
            if vsn not in encoded:
                encoded[vsn] = encode(member)
            if (wire := encoded[vsn]) is not None:
                member.send_wire(wire)
                count += 1
        return count
