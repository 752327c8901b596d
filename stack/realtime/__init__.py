"""The Realtime bridge: postgres_changes, broadcast and presence for the official clients, over one logical slot."""

from stack.realtime.bridge import RealtimeBridge, mount_realtime, realtime_app
from stack.realtime.settings import Limits, RealtimeSettings

__all__ = ["Limits", "RealtimeBridge", "RealtimeSettings", "mount_realtime", "realtime_app"]
