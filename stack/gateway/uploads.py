"""Browser uploads are multipart forms; the service behind finds the file in some of them only, so it gets the bytes."""

from __future__ import annotations

import base64

from aiohttp import BodyPartReader, web
from multidict import CIMultiDict

from stack.gateway.proxy import TooLargeError, read_body


def is_form(request: web.Request) -> bool:
    """Whether the body is an upload as `storage-js` and `storage3` send it."""
    return request.method in ("POST", "PUT") and request.content_type == "multipart/form-data"


async def read_upload(request: web.Request, headers: CIMultiDict[str], limit: int) -> bytes:
    """The file of the form; what the other fields say about it becomes headers."""
    if (request.content_length or 0) > limit:
        raise TooLargeError
    content: bytes | None = None
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        chunks = []
        while chunk := await part.read_chunk(256 * 1024):
            size += len(chunk)
            if size > limit:
                raise TooLargeError
            chunks.append(chunk)
        value = b"".join(chunks)
        if part.name == "cacheControl":
            seconds = value.decode(errors="replace")
            headers["cache-control"] = f"max-age={seconds}" if seconds.isdigit() else seconds
        elif part.name == "metadata":
            headers["x-metadata"] = base64.b64encode(value).decode()
        elif content is None:
            content = value
            headers["content-type"] = part.headers.get("content-type", "application/octet-stream")
    if content is None:
        raise web.HTTPBadRequest(reason="The form holds no file")
    return content


async def read_storage_body(request: web.Request, headers: CIMultiDict[str], limit: int) -> bytes:
    """Whatever the client sent, as plain bytes."""
    body = await read_upload(request, headers, limit) if is_form(request) else await read_body(request, limit)
    if "content-type" in headers:  # a bucket's allowed types are compared with the whole header
        headers["content-type"] = headers["content-type"].partition(";")[0].strip()
    return body
