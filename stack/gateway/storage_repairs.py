"""Where the Storage service behind differs from Supabase's in ways that clients notice."""

from __future__ import annotations

import re

import aiohttp
import orjson

AUTHENTICATED = re.compile(r"^/storage/v1/object/authenticated/")
INFO_AUTHENTICATED = re.compile(r"^/storage/v1/object/info/authenticated/")
SIGN = re.compile(r"^/storage/v1/object/sign/")


def path(raw: str) -> str:
    """`authenticated` is another name of the plain route, which the service does not know."""
    raw = AUTHENTICATED.sub("/storage/v1/object/", raw, count=1)
    return INFO_AUTHENTICATED.sub("/storage/v1/object/info/", raw, count=1)


def body(method: str, request_path: str, response: aiohttp.ClientResponse, content: bytes) -> bytes:
    """Signed URLs are called `signedURL`."""
    if method != "POST" or not SIGN.match(request_path) or response.status != 200 or not content:
        return content
    try:
        data = orjson.loads(content)
    except orjson.JSONDecodeError:
        return content
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict) and "signedUrl" in item and "signedURL" not in item:
            item["signedURL"] = item.pop("signedUrl")
    return orjson.dumps(data)
