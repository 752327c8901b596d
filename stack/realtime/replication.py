"""Streams a logical slot over the replication protocol of libpq. Idle, it costs nothing; a commit arrives at once."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from struct import Struct

import psycopg
from psycopg import conninfo, pq
from psycopg.pq.abc import PGconn

_STATUS = Struct("!cQQQqB")
_WAL, _KEEPALIVE = Struct("!QQq"), Struct("!QqB")
_POSTGRES_EPOCH = 946_684_800
STATUS_SECONDS = 5.0
SLICE_SECONDS = 0.005
"""How long a flood is read before others get a turn."""


class ReplicationError(Exception):
    """The stream ended or could not start; `sqlstate` when the server gave one."""

    def __init__(self, message: str, sqlstate: str = "") -> None:
        """Keep both."""
        super().__init__(message.strip())
        self.sqlstate = sqlstate


class ReplicationStream:
    """One START_REPLICATION session. Iterate it for the plugin's messages."""

    def __init__(self, connection: PGconn) -> None:
        """Use `open`."""
        self._connection = connection
        self._loop = asyncio.get_running_loop()
        self._readable = asyncio.Event()
        self._paused = False
        self._received = 0
        self._reported_at = 0.0
        self._has_caught_up = False

    @classmethod
    @contextlib.asynccontextmanager
    async def open(cls, dsn: str, slot: str, publications: list[str]) -> AsyncIterator[ReplicationStream]:
        """Create the slot when there is none, and start where it left off."""
        connection = await _connect(dsn)
        try:
            stream = cls(connection)
            await stream._create_slot(slot)
            names = ",".join('"' + name.replace('"', '""') + '"' for name in publications).replace("'", "''")
            await stream._run(
                f"START_REPLICATION SLOT \"{slot}\" LOGICAL 0/0 (proto_version '1', publication_names '{names}')",
                pq.ExecStatus.COPY_BOTH,
            )
            connection.nonblocking = 1
            stream._listen()
            try:
                yield stream
            finally:
                stream._stop_listening()
        finally:
            connection.finish()

    async def messages(self) -> AsyncIterator[bytes]:
        """The messages of the output plugin, in order; keepalives are answered on the way."""
        slice_end = time.monotonic() + SLICE_SECONDS
        while True:
            length, data = self._connection.get_copy_data(1)
            if length == 0 and self._consume():
                length, data = self._connection.get_copy_data(1)
            if length > 0:
                if time.monotonic() > slice_end:
                    await asyncio.sleep(0)
                    slice_end = time.monotonic() + SLICE_SECONDS
                message = bytes(data)
                if message[:1] == b"w":
                    start, end, _ = _WAL.unpack_from(message, 1)
                    self._received = max(self._received, start, end)
                    yield message[25:]
                else:
                    end, _, wants_reply = _KEEPALIVE.unpack_from(message, 1)
                    self._received = max(self._received, end)
                    if wants_reply:
                        self.report()
                continue
            if length < 0:
                raise self._failure()
            self._has_caught_up = True
            await self._wait()
            self._has_caught_up = False
            slice_end = time.monotonic() + SLICE_SECONDS

    def is_behind(self) -> bool:
        """Whether more has arrived than was read."""
        return not self._has_caught_up

    def report(self) -> None:
        """Tell the server that everything received so far need not be sent again."""
        now = int((time.time() - _POSTGRES_EPOCH) * 1_000_000)
        position = self._received
        self._connection.put_copy_data(_STATUS.pack(b"r", position, position, position, now, 0))
        self._connection.flush()
        self._reported_at = time.monotonic()

    async def _wait(self) -> None:
        while not self._readable.is_set():
            self._resume()
            remaining = self._reported_at + STATUS_SECONDS - time.monotonic()
            if remaining <= 0:
                self.report()
                continue
            # Not wait_for: in Python 3.11 it can swallow a cancellation that comes together with the event.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(remaining):
                    await self._readable.wait()
        self._readable.clear()
        self._consume()

    def _consume(self) -> bool:
        """Take what the socket has; never waits."""
        try:
            self._connection.consume_input()
        except psycopg.OperationalError as error:
            raise ReplicationError(str(error)) from error
        return True

    def _listen(self) -> None:
        self._loop.add_reader(self._connection.socket, self._on_readable)

    def _on_readable(self) -> None:
        # Level-triggered: stop asking until the bytes were taken, or a paused reader would spin.
        self._stop_listening()
        self._readable.set()

    def _resume(self) -> None:
        if self._paused:
            self._paused = False
            self._listen()

    def _stop_listening(self) -> None:
        if not self._paused:
            self._paused = True
            self._loop.remove_reader(self._connection.socket)

    async def _create_slot(self, slot: str) -> None:
        try:
            # This waits for every transaction that is running now.
            await self._run(
                f'CREATE_REPLICATION_SLOT "{slot}" LOGICAL pgoutput NOEXPORT_SNAPSHOT', pq.ExecStatus.TUPLES_OK
            )
        except ReplicationError as error:
            if error.sqlstate != "42710":  # duplicate_object: it is there already
                raise

    async def _run(self, command: str, expected: pq.ExecStatus) -> None:
        result = await asyncio.to_thread(self._connection.exec_, command.encode())
        if result.status != expected:
            sqlstate = result.error_field(pq.DiagnosticField.SQLSTATE) or b""
            raise ReplicationError(result.get_error_message(), sqlstate.decode())

    def _failure(self) -> ReplicationError:
        result = self._connection.get_result()
        if result is None:
            return ReplicationError("the server closed the replication stream")
        sqlstate = result.error_field(pq.DiagnosticField.SQLSTATE) or b""
        return ReplicationError(result.get_error_message(), sqlstate.decode())


async def _connect(dsn: str) -> PGconn:
    # Values arrive as the session prints them.
    settings = "-c datestyle=ISO -c intervalstyle=postgres -c timezone=UTC -c extra_float_digits=1 -c bytea_output=hex"
    text = conninfo.make_conninfo(
        dsn,
        replication="database",
        application_name="catalyst realtime stream",
        options=settings,
        connect_timeout="5",
        client_encoding="UTF8",
    )
    connection = await asyncio.to_thread(pq.PGconn.connect, text.encode())
    if connection.status != pq.ConnStatus.OK:
        message = connection.get_error_message()
        connection.finish()
        raise ReplicationError(message)
    return connection
