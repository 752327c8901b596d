"""Where the Storage service behind differs from Supabase's in ways that clients notice."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

import aiohttp
import orjson
from aiohttp import web

from stack.gateway.storage_listing import Listing

AUTHENTICATED = re.compile(r"^/storage/v1/object/authenticated/")
INFO_AUTHENTICATED = re.compile(r"^/storage/v1/object/info/authenticated/")
SIGN = re.compile(r"^/storage/v1/object/(upload/)?sign/")
SIGN_MANY = re.compile(r"^/storage/v1/object/sign/[^/]+$")
COPY = re.compile(r"^/storage/v1/object/copy$")
MISSING = "Either the object does not exist or you do not have access to it"


def path(raw: str) -> str:
    """`authenticated` is another name of the plain route, which the service does not know."""
    raw = AUTHENTICATED.sub("/storage/v1/object/", raw, count=1)
    return INFO_AUTHENTICATED.sub("/storage/v1/object/info/", raw, count=1)


def body(method: str, request_path: str, wanted: Listing | None, status: int, received: bytes) -> bytes:
    """The answer as Supabase's service would have written it."""
    if method != "POST" or status != 200:
        return received
    try:
        if SIGN.match(request_path):
            data = orjson.loads(received)
            for item in data if isinstance(data, list) else [data]:
                _repair_signed(item, "url" if "/upload/sign/" in request_path else "signedURL")
            return orjson.dumps(data)
        if COPY.match(request_path):
            data = orjson.loads(received)
            return orjson.dumps({"Key": data["key"]} | data)
        if wanted is not None:
            return wanted.page(received)
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError):
        return received
    return received


Ask = Callable[[str, bytes], Awaitable[tuple[aiohttp.ClientResponse, bytes] | web.Response]]


async def sign_many(method: str, request_path: str, sent: bytes, ask: Ask) -> list[dict[str, Any]] | None:
    """Signed URLs for several objects: the service's own route for that is shadowed by the one for a single object."""
    if method != "POST" or not SIGN_MANY.match(request_path):
        return None
    try:
        wanted = orjson.loads(sent)
        paths, seconds = list(wanted["paths"]), wanted["expiresIn"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None

    async def one(name: str) -> dict[str, Any]:
        result = await ask(f"{request_path}/{quote(name)}", orjson.dumps({"expiresIn": seconds}))
        if isinstance(result, web.Response) or result[0].status != 200:
            return {
                "path": name,
                "signedURL": None,
                "error": "Either the object does not exist or you do not have access to it",
            }
        item: dict[str, Any] = orjson.loads(result[1])
        _repair_signed(item, "signedURL")
        return {"path": name, "signedURL": item["signedURL"], "error": None}

    return list(await asyncio.gather(*(one(str(name)) for name in paths[:1000])))


def _repair_signed(item: dict[str, Any], name: str) -> None:
    """Its name differs, and clients put the service's address in front themselves."""
    if "signedUrl" in item:
        item[name] = item.pop("signedUrl").removeprefix("/storage/v1")
