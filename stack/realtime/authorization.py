"""Asks the policies of realtime.messages who may read and write a private topic."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

import psycopg
import structlog

from stack.realtime.database import Database, set_identity
from stack.realtime.tokens import Identity

log = structlog.get_logger(__name__)

BROADCAST, PRESENCE = "broadcast", "presence"

_PROBE = "insert into realtime.messages (id, topic, extension) values (%s, %s, %s)"


class PolicyError(Exception):
    """A policy, not the answer, is at fault: the client is refused."""


class Authorizer:
    """Every check is a transaction that is rolled back: nothing of it is ever stored or delivered."""

    def __init__(self, database: Database) -> None:
        """Checks run on the shared pool."""
        self._database = database

    async def may_read(
        self, topic: str, identity: Identity, headers: Mapping[str, str], extensions: Sequence[str]
    ) -> dict[str, bool]:
        """Write one probe row per extension as the owner, then see which of them the client can select."""
        probes = {extension: uuid.uuid4() for extension in extensions}
        try:
            async with self._database.connection() as connection, connection.transaction(force_rollback=True):
                for extension, probe in probes.items():
                    await connection.execute(_PROBE, (probe, topic, extension))
                await connection.execute(set_identity(identity, headers, topic))
                cursor = await connection.execute(
                    "select id from realtime.messages where id = any(%s)", (list(probes.values()),)
                )
                seen = {row[0] for row in await cursor.fetchall()}
        except psycopg.Error as error:
            raise self._policy_error(topic, error) from error
        return {extension: probe in seen for extension, probe in probes.items()}

    async def may_write(
        self, topic: str, identity: Identity, headers: Mapping[str, str], extensions: Sequence[str]
    ) -> dict[str, bool]:
        """Try to insert one row per extension as the client."""
        allowed: dict[str, bool] = {}
        try:
            async with self._database.connection() as connection, connection.transaction(force_rollback=True):
                await connection.execute(set_identity(identity, headers, topic))
                for extension in extensions:
                    try:
                        async with connection.transaction(force_rollback=True):
                            await connection.execute(_PROBE, (uuid.uuid4(), topic, extension))
                    except psycopg.errors.InsufficientPrivilege:
                        allowed[extension] = False
                    else:
                        allowed[extension] = True
        except psycopg.Error as error:
            raise self._policy_error(topic, error) from error
        return allowed

    @staticmethod
    def _policy_error(topic: str, error: psycopg.Error) -> PolicyError:
        log.warning("realtime.policy_error", topic=topic, error=str(error), sqlstate=error.sqlstate)
        return PolicyError(str(error))
