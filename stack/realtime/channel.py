"""One joined topic of one websocket."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import time
from typing import TYPE_CHECKING, Any

import structlog

from stack.realtime.authorization import BROADCAST, PRESENCE, PolicyError
from stack.realtime.changes_subscription import ChangesSubscription
from stack.realtime.database import DatabaseUnavailableError
from stack.realtime.filters import binding_id
from stack.realtime.frames import Broadcast, Frame, Serializer, Wire
from stack.realtime.join import JoinConfig, parse_join
from stack.realtime.payloads import ClientBroadcast, payload_size
from stack.realtime.policies import Policies
from stack.realtime.rates import Rate
from stack.realtime.replay import ReplayError, replay
from stack.realtime.tokens import Identity, TokenError

if TYPE_CHECKING:
    from stack.realtime.connection import Connection

log = structlog.get_logger(__name__)

INBOX = 1000
_NO_DATABASE = "Realtime was unable to connect to the project database"


class _RefusedError(Exception):
    """A join that fails; the text is the reason."""


class _ShutdownError(Exception):
    """The server ends the channel; the text goes out as a system message."""


class Channel:
    """Handles its messages one after the other in a task of its own, so that no channel waits for another."""

    def __init__(self, connection: Connection, name: str, join_ref: str | None) -> None:
        """Start it to do anything."""
        self.name = name
        self.topic = f"realtime:{name}"
        self.join_ref = join_ref
        self.serializer: Serializer = connection.serializer
        self.identity = Identity({"role": ""}, 0)
        self.policies = Policies()
        self._connection = connection
        self._services = connection.services
        self._config: JoinConfig = parse_join(None)
        self._token = ""
        self._presence_enabled = False
        limits = self._services.limits
        self._presence_calls = Rate(limits.presence_calls, limits.presence_window_seconds)
        self._changes = ChangesSubscription(self, self._services)
        self._inbox: asyncio.Queue[Frame] = asyncio.Queue(INBOX)
        self._task: asyncio.Task[None] | None = None
        self._is_closed = False

    @property
    def key(self) -> tuple[str, bool]:
        """The topic as the hub knows it."""
        return self.name, self._config.private

    @property
    def reads_broadcast(self) -> bool:
        """May it have broadcasts?"""
        return bool(self.policies.broadcast_read)

    @property
    def reads_presence(self) -> bool:
        """May it know who is here?"""
        return bool(self.policies.presence_read)

    def start(self, join: Frame) -> None:
        """Join in the background."""
        self._task = asyncio.create_task(self._run(join))

    def stop(self) -> None:
        """The websocket is gone."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Tell the client, and stop."""
        self._send("phx_close", {}, ref=self.join_ref)
        self.stop()

    async def stopped(self) -> None:
        """Return when nothing of it is left."""
        if self._task is not None:
            await asyncio.wait([self._task])

    async def receive(self, frame: Frame) -> None:
        """Take a message from the client; a full inbox slows the client down."""
        await self._inbox.put(frame)

    def send_wire(self, wire: Wire) -> None:
        """Queue encoded bytes."""
        if not self._is_closed:
            self._connection.send_wire(wire)

    async def wait_for_room(self) -> None:
        """Wait a moment for a slow client."""
        await self._connection.wait_for_room()

    def system(self, extension: str, status: str, message: str) -> None:
        """Tell the client something about the channel."""
        self._send("system", {"extension": extension, "status": status, "message": message, "channel": self.name})

    async def _run(self, join: Frame) -> None:
        try:
            await self._join(join)
            while True:
                try:
                    async with asyncio.timeout(self._recheck_in()):
                        frame = await self._inbox.get()
                except TimeoutError:
                    await self._recheck()
                    continue
                if frame.event == "phx_leave":
                    self._reply(frame, "ok")
                    self._send("phx_close", {}, ref=self.join_ref)
                    return
                await self._handle(frame)
        except _RefusedError as refusal:
            self._reply(join, "error", {"reason": str(refusal)})
        except _ShutdownError as shutdown:
            log.info("realtime.channel_shutdown", topic=self.topic, reason=str(shutdown))
            self.system("system", "error", str(shutdown))
            self._send("phx_close", {}, ref=self.join_ref)
        except Exception:
            log.exception("realtime.channel_crashed", topic=self.topic)
            self._send("phx_error", {}, ref=self.join_ref)
        finally:
            self._is_closed = True
            self._changes.stop()
            self._services.hub.leave(self.key, self)
            self._connection.forget(self)

    async def _join(self, frame: Frame) -> None:
        config = self._config = parse_join(frame.payload)
        self._presence_enabled = config.presence_enabled
        token = config.access_token
        self._token = self._connection.token if token is None or token.startswith("sb_") else token
        replayed: list[Broadcast] = []
        try:
            self.identity = self._services.verifier.identify(self._token)
            self.policies = await self._read_policies(self.identity)
            if not self.policies.can_read:
                raise _RefusedError(
                    f"Unauthorized: You do not have permissions to read from this Channel topic: {self.name}"
                )
            if config.replay is not None:
                replayed = await replay(self._services.database, self.name, config, self.policies)
        except TokenError as error:
            raise _RefusedError(str(error)) from error
        except ReplayError as error:
            raise _RefusedError(f"UnableToReplayMessages: {error}") from error
        except DatabaseUnavailableError as error:
            raise _RefusedError(f"UnableToConnectToProject: {_NO_DATABASE}") from error
        changes = [params | {"id": binding_id(params)} for params in config.postgres_changes]
        self._reply(frame, "ok", {"postgres_changes": changes})
        self._services.hub.join(self.key, self)
        for broadcast in replayed:
            if (wire := self.serializer.encode_broadcast(self.topic, broadcast)) is not None:
                self.send_wire(wire)
        if self._presence_enabled and self.reads_presence:
            self._send("presence_state", self._services.hub.presence_state(self.key))
        self._changes.start(config.postgres_changes, announce_streaming=config.replication_ready)

    async def _read_policies(self, identity: Identity) -> Policies:
        if not self._config.private:
            return Policies.public()
        extensions = [BROADCAST, PRESENCE] if self._presence_enabled else [BROADCAST]
        policies = Policies()
        with contextlib.suppress(PolicyError):
            headers = self._connection.headers
            policies.learn_read(await self._services.authorizer.may_read(self.name, identity, headers, extensions))
        return policies

    async def _handle(self, frame: Frame) -> None:
        if frame.event == "broadcast":
            await self._broadcast(frame)
        elif frame.event == "presence":
            await self._presence(frame)
        elif frame.event == "access_token":
            await self._refresh(frame.payload)

    async def _broadcast(self, frame: Frame) -> None:
        if not self._connection.events.allow():
            raise _ShutdownError("Too many messages per second")
        broadcast = ClientBroadcast(frame.payload)
        if not broadcast.is_valid or not await self._may_write(BROADCAST):
            return
        if broadcast.size > self._services.limits.max_payload_bytes:
            if self._config.ack:
                self._reply(frame, "error", {"reason": "payload_size_exceeded"})
            return
        self._services.hub.broadcast(self.key, broadcast.message, exclude=None if self._config.receives_own else self)
        if self._config.ack:
            self._reply(frame, "ok")

    async def _presence(self, frame: Frame) -> None:
        payload = frame.payload if isinstance(frame.payload, dict) else {}
        if not self._presence_calls.allow():
            raise _ShutdownError("Client presence rate limit exceeded")
        event = str(payload.get("event", "")).lower()
        if event == "untrack":
            self._services.hub.untrack(self.key, self)
            self._reply(frame, "ok")
            return
        if event != "track":
            self._reply(frame, "error")
            return
        meta = payload.get("payload", {})
        if not isinstance(meta, dict):
            self._reply(frame, "error", {"reason": "Presence track payload must be a map"})
            return
        if payload_size(meta) > self._services.limits.max_payload_bytes:
            raise _ShutdownError("Track message size exceeded")
        if not await self._may_write(PRESENCE):
            self._reply(frame, "error")
            return
        self._presence_enabled = True
        self._services.hub.track(self.key, self, self._config.presence_key, meta)
        self._reply(frame, "ok")

    async def _may_write(self, extension: str) -> bool:
        """Asked at the first need, then remembered until the token changes."""
        policies = self.policies
        known = policies.broadcast_write if extension == BROADCAST else policies.presence_write
        if known is not None:
            return known
        authorizer, headers = self._services.authorizer, self._connection.headers
        try:
            if extension == PRESENCE and policies.presence_read is None:
                policies.learn_read(await authorizer.may_read(self.name, self.identity, headers, [PRESENCE]))
            policies.learn_write(await authorizer.may_write(self.name, self.identity, headers, [BROADCAST, PRESENCE]))
        except (PolicyError, DatabaseUnavailableError) as error:
            log.warning("realtime.write_check_failed", topic=self.topic, error=str(error))
            return False
        return bool(policies.broadcast_write if extension == BROADCAST else policies.presence_write)

    async def _refresh(self, payload: Any) -> None:
        token = payload.get("access_token") if isinstance(payload, dict) else None
        if not isinstance(token, str) or token.startswith("sb_") or token == self._token:
            return
        try:
            identity = self._services.verifier.identify(token)
        except TokenError as error:
            raise _ShutdownError(error.message) from error
        await self._adopt(identity)
        self._token = token
        self._changes.change_identity()

    async def _adopt(self, identity: Identity) -> None:
        """Become somebody else, or the same with a new token, if that one may read."""
        before = dataclasses.replace(self.policies)
        # Until the policies have answered, nothing is delivered on the old token's account.
        if not identity.is_same_person(self.identity):
            self.policies = Policies.public() if not self._config.private else Policies()
        self.identity = identity
        try:
            self.policies = await self._read_policies(identity)
        except DatabaseUnavailableError as error:
            raise _ShutdownError(_NO_DATABASE) from error
        if not self.policies.can_read or self.policies.lost_since(before):
            raise _ShutdownError(f"You no longer have permission to read from this Channel topic: {self.name}")

    def _recheck_in(self) -> float:
        """Seconds until the token must be looked at again."""
        recheck = self._services.limits.token_recheck_seconds
        expires_at = self.identity.expires_at
        return recheck if expires_at is None else max(0.0, min(recheck, expires_at - time.time()))

    async def _recheck(self) -> None:
        """The token may have expired, and rights on the topic may have been taken away."""
        try:
            identity = self._services.verifier.identify(self._token)
        except TokenError as error:
            raise _ShutdownError(error.message) from error
        if not self._config.private:
            return
        before = self.policies
        try:
            policies = await self._read_policies(identity)
        except DatabaseUnavailableError:
            return
        before.broadcast_read, before_read = policies.broadcast_read, dataclasses.replace(before)
        before.presence_read = policies.presence_read if policies.presence_read is not None else before.presence_read
        before.broadcast_write = before.presence_write = None
        if not before.can_read or before.lost_since(before_read):
            raise _ShutdownError(f"You no longer have permission to read from this Channel topic: {self.name}")

    def _send(self, event: str, payload: dict[str, Any], ref: str | None = None) -> None:
        if not self._is_closed:
            self._connection.send(Frame(self.topic, event, payload, ref, self.join_ref))

    def _reply(self, frame: Frame, status: str, response: dict[str, Any] | None = None) -> None:
        self._send("phx_reply", {"status": status, "response": response or {}}, ref=frame.ref)
