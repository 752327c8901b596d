"""What channels share."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from stack.realtime.authorization import Authorizer
from stack.realtime.database import Database
from stack.realtime.hub import Hub
from stack.realtime.rates import Rate
from stack.realtime.settings import Limits
from stack.realtime.subscriptions import SubscriptionIndex
from stack.realtime.tokens import TokenVerifier


@dataclass(frozen=True, slots=True)
class Services:
    """Made once by the bridge."""

    limits: Limits
    publication: str
    verifier: TokenVerifier
    authorizer: Authorizer
    database: Database
    hub: Hub
    index: SubscriptionIndex
    joins: Rate
    http_messages: Rate
    streaming: asyncio.Event
    """Set while the slot is being read."""
