"""Reading requests: bodies that must be JSON, and fields that must have a type."""

from __future__ import annotations

import hashlib
from typing import Any

import orjson
from aiohttp import web

from stack.simulators.failures import Refusal, RefusedError, invalid


async def read_json(request: web.Request) -> dict[str, Any]:
    """The body, which must be a JSON object."""
    try:
        body = orjson.loads(await request.read())
    except orjson.JSONDecodeError:
        body = None
    if not isinstance(body, dict):
        raise invalid("We could not parse the JSON body of your request.")
    return body


def fingerprint(key: str) -> str:
    """What of a key may be kept: enough to tell two of them apart."""
    return hashlib.sha256(key.encode()).hexdigest()[:12] if key else ""


def check_key(key: str) -> str:
    """The key's fingerprint. Every key is good, but one that contains `invalid`."""
    if not key:
        raise RefusedError(Refusal.NO_KEY)
    if "invalid" in key.lower():
        raise RefusedError(Refusal.INVALID_KEY)
    return fingerprint(key)


def bearer(request: web.Request) -> str:
    """The token of an Authorization header."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def a_string(body: dict[str, Any], name: str) -> str:
    """A field that has to be there."""
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise invalid(f"Missing required parameter: '{name}'.", name)
    return value


def positive(body: dict[str, Any], name: str) -> int | None:
    """A whole number above zero, or nothing."""
    value = body.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise invalid(f"Invalid '{name}': integer above or equal to 1 expected.", name)
    return value
