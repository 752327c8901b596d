"""What a channel may do, as far as it has been asked."""

from __future__ import annotations

from dataclasses import dataclass

from stack.realtime.authorization import BROADCAST, PRESENCE


@dataclass(slots=True)
class Policies:
    """None: not asked yet."""

    broadcast_read: bool | None = None
    broadcast_write: bool | None = None
    presence_read: bool | None = None
    presence_write: bool | None = None

    @classmethod
    def public(cls) -> Policies:
        """Public channels are open to every key."""
        return cls(True, True, True, True)

    def learn_read(self, answer: dict[str, bool]) -> None:
        """Keep the answer of a read check."""
        self.broadcast_read = answer.get(BROADCAST, self.broadcast_read)
        self.presence_read = answer.get(PRESENCE, self.presence_read)

    def learn_write(self, answer: dict[str, bool]) -> None:
        """Keep the answer of a write check."""
        self.broadcast_write = answer.get(BROADCAST, self.broadcast_write)
        self.presence_write = answer.get(PRESENCE, self.presence_write)

    @property
    def can_read(self) -> bool:
        """Enough to be on the channel."""
        return bool(self.broadcast_read or self.presence_read)

    def lost_since(self, before: Policies) -> bool:
        """Whether a right to read is gone."""
        return bool(
            (before.broadcast_read and not self.broadcast_read)
            or (before.presence_read and self.presence_read is False)
        )
