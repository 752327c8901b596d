"""Broadcasting over HTTP: one endpoint for batches, one for a single message."""

from __future__ import annotations

from typing import Any

import orjson
import structlog
from aiohttp import web

from stack.realtime.authorization import BROADCAST, PolicyError
from stack.realtime.database import DatabaseUnavailableError
from stack.realtime.frames import Broadcast
from stack.realtime.services import Services
from stack.realtime.tokens import Identity, TokenError

log = structlog.get_logger(__name__)

_BLANK = "can't be blank"
_TOO_LARGE = "Payload size exceeds tenant limit"


class BroadcastApi:
    """The handlers. A refused private topic in a batch is passed over in silence, as on a hosted project."""

    def __init__(self, services: Services) -> None:
        """Share everything with the websockets."""
        self._services = services

    async def batch(self, request: web.Request) -> web.Response:
        """`POST /api/broadcast` with `{"messages": [{"topic", "event", "payload", "private"}]}`."""
        identity = self._identify(request)
        messages, errors = self._check(_json(await request.read()))
        if errors:
            return web.json_response({"errors": errors}, status=422)
        if not self._services.http_messages.allow(len(messages)):
            return _message(429, "Too many messages to broadcast, please reduce the batch size")
        allowed: dict[str, bool] = {}
        for message in messages:
            topic, private = message["topic"], message.get("private") is True
            if private and topic not in allowed:
                try:
                    allowed[topic] = await self._may_write(request, identity, topic)
                except (PolicyError, DatabaseUnavailableError) as error:
                    log.warning("realtime.http_check_failed", topic=topic, error=str(error))
                    allowed[topic] = False
            if not private or allowed[topic]:
                plain = {"type": "broadcast", "event": message["event"], "payload": message["payload"]}
                self._services.hub.broadcast((topic, private), Broadcast(message["event"], b"", plain=plain))
        return web.Response(status=202)

    async def single(self, request: web.Request) -> web.Response:
        """`POST /api/broadcast/{topic}/events/{event}[?private=true]`; the body is the payload."""
        identity = self._identify(request)
        topic, event = request.match_info["topic"], request.match_info["event"]
        private = request.query.get("private") == "true"
        body = await request.read()
        is_binary = request.content_type == "application/octet-stream"
        if not is_binary and _json(body) is None:
            return web.json_response({"errors": {"payload": [_BLANK]}}, status=422)
        if len(body) > self._services.limits.max_payload_bytes:
            return web.json_response({"errors": {"payload": [_TOO_LARGE]}}, status=422)
        if not self._services.http_messages.allow():
            return _message(429, "You have exceeded your rate limit")
        if private:
            try:
                if not await self._may_write(request, identity, topic):
                    return _message(403, "Unauthorized")
            except PolicyError:
                return _message(422, "RLS policy error")
            except DatabaseUnavailableError:
                return _message(422, "Tenant database unavailable")
        broadcast = Broadcast(event, body, "binary" if is_binary else "json")
        self._services.hub.broadcast((topic, private), broadcast)
        return web.Response(status=202)

    def _identify(self, request: web.Request) -> Identity:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            token = request.headers.get("apikey", "")
        try:
            return self._services.verifier.identify(token)
        except TokenError as error:
            raise web.HTTPUnauthorized(text='{"message":"Unauthorized"}', content_type="application/json") from error

    async def _may_write(self, request: web.Request, identity: Identity, topic: str) -> bool:
        headers = {name.lower(): value for name, value in request.headers.items()}
        # Policies may look at headers, but the credentials are none of their business.
        for secret in ("authorization", "apikey", "cookie"):
            headers.pop(secret, None)
        answer = await self._services.authorizer.may_write(topic, identity, headers, [BROADCAST])
        return answer[BROADCAST]

    def _check(self, body: Any) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        messages = body.get("messages") if isinstance(body, dict) else None
        if not isinstance(messages, list) or not messages:
            return [], {"messages": [_BLANK]}
        errors = [self._errors(message) for message in messages]
        return messages, {"messages": errors} if any(errors) else {}

    def _errors(self, message: Any) -> dict[str, list[str]]:
        if not isinstance(message, dict):
            return {"message": ["is invalid"]}
        errors: dict[str, list[str]] = {}
        for field in ("topic", "event"):
            value = message.get(field)
            if not isinstance(value, str) or not value:
                errors[field] = [_BLANK if value in (None, "") else "is invalid"]
        payload = message.get("payload")
        if not isinstance(payload, dict):
            errors["payload"] = [_BLANK if payload is None else "is invalid"]
        elif len(orjson.dumps(payload)) > self._services.limits.max_payload_bytes:
            errors["payload"] = [_TOO_LARGE]
        if not isinstance(message.get("private", False), bool):
            errors["private"] = ["is invalid"]
        return errors


def _json(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return None


def _message(status: int, message: str) -> web.Response:
    return web.json_response({"message": message}, status=status)
