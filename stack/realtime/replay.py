"""Broadcasts from the database that a private channel missed."""

from __future__ import annotations

import psycopg

from stack.realtime.database import Database
from stack.realtime.frames import Broadcast
from stack.realtime.join import JoinConfig
from stack.realtime.policies import Policies

MAX_MESSAGES = 25

_MISSED = """
select id::text, event, payload::text
from (
  select id, event, payload, inserted_at
  from realtime.messages
  where topic = %s
    and private
    and extension = 'broadcast'
    and payload is not null
    and event is not null
    and inserted_at >= to_timestamp(%s / 1000.0) at time zone 'utc'
    and inserted_at >= now() at time zone 'utc' - interval '3 days'
  order by inserted_at desc
  limit %s
) as latest
order by inserted_at
"""


class ReplayError(Exception):
    """The request cannot be served; the text is for the client."""


async def replay(database: Database, topic: str, config: JoinConfig, policies: Policies) -> list[Broadcast]:
    """The latest messages since a moment (milliseconds), oldest first."""
    options = config.replay or {}
    since, limit = options.get("since"), options.get("limit", MAX_MESSAGES)
    if not config.private:
        raise ReplayError("Replay is not allowed for public channels")
    if not isinstance(since, int) or not isinstance(limit, int) or not 0 < limit <= MAX_MESSAGES or since < 0:
        raise ReplayError("Replay params are not valid")
    if not policies.broadcast_read:
        raise ReplayError("You do not have permissions to read from this Channel topic")
    try:
        async with database.connection() as connection:
            cursor = await connection.execute(_MISSED, (topic, since, limit))
            rows = await cursor.fetchall()
    except psycopg.Error as error:
        raise ReplayError("Realtime was unable to replay messages") from error
    return [
        Broadcast(event, payload.encode(), meta={"replayed": True, "id": identifier})
        for identifier, event, payload in rows
    ]
