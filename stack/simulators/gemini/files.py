"""Files: resumable upload, look-up, list and delete."""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import Any

from aiohttp import web

from stack.simulators.exchange import Handler, refusal
from stack.simulators.failures import Refusal, RefusedError, invalid
from stack.simulators.gemini.wording import GEMINI, authenticate
from stack.simulators.world import World

_TIME = "2026-01-05T09:00:00Z"


def file_routes(world: World) -> list[web.RouteDef]:
    """The routes; contents stay in memory until reset."""
    files = _Files(world)
    return [
        web.post("/gemini/upload/v1beta/files", _guarded(files.start)),
        web.post("/gemini/upload/v1beta/files/{upload}", _guarded(files.receive, key_required=False)),
        web.get("/gemini/v1beta/files", _guarded(files.list)),
        web.get("/gemini/v1beta/files/{name}", _guarded(files.get)),
        web.delete("/gemini/v1beta/files/{name}", _guarded(files.delete)),
    ]


def _guarded(inner: Handler, *, key_required: bool = True) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            if key_required:
                authenticate(request)
            return await inner(request)
        except RefusedError as error:
            return refusal(GEMINI, error, "")

    return handle


class _Files:
    def __init__(self, world: World) -> None:
        self._world = world
        self._uploads: dict[str, dict[str, Any]] = {}

    async def start(self, request: web.Request) -> web.StreamResponse:
        """Announce a file; the address to send it to is in a header, and is secret."""
        if request.headers.get("x-goog-upload-command") != "start":
            raise invalid("This simulator takes resumable uploads only.")
        meta = (await request.json()).get("file") or {} if request.can_read_body else {}
        upload = secrets.token_hex(16)
        kind = request.headers.get("x-goog-upload-header-content-type") or meta.get("mimeType") or "text/plain"
        self._uploads[upload] = {"meta": meta, "mimeType": kind, "content": b""}
        url = str(request.url.with_query(None)).rstrip("/") + f"/{upload}"
        return web.json_response({}, headers={"x-goog-upload-url": url, "x-goog-upload-status": "active"})

    async def receive(self, request: web.Request) -> web.StreamResponse:
        """Take a piece; the last one makes the file."""
        upload = self._uploads.get(request.match_info["upload"])
        if upload is None:
            raise RefusedError(Refusal.NOT_FOUND)
        offset = int(request.headers.get("x-goog-upload-offset", 0))
        if offset != len(upload["content"]):
            raise invalid(f"Upload offset {offset} does not match the {len(upload['content'])} bytes received.")
        upload["content"] += await request.read()
        if "finalize" not in request.headers.get("x-goog-upload-command", ""):
            return web.Response(headers={"x-goog-upload-status": "active"})
        del self._uploads[request.match_info["upload"]]
        file = self._keep(request, upload)
        return web.json_response({"file": _public(file)}, headers={"x-goog-upload-status": "final"})

    def _keep(self, request: web.Request, upload: dict[str, Any]) -> dict[str, Any]:
        content: bytes = upload["content"]
        digest = hashlib.sha256(content)
        name = upload["meta"].get("name") or f"files/{digest.hexdigest()[:12]}"
        base = str(request.url.with_query(None)).partition("/upload/")[0]
        file = {
            "name": name,
            "displayName": upload["meta"].get("displayName", ""),
            "mimeType": upload["mimeType"],
            "sizeBytes": str(len(content)),
            "createTime": _TIME,
            "updateTime": _TIME,
            "sha256Hash": base64.b64encode(digest.hexdigest().encode()).decode(),
            "uri": f"{base}/v1beta/{name}",
            "state": "ACTIVE",
            "source": "UPLOADED",
            "content": content,
        }
        self._world.files[name] = file
        return file

    async def list(self, request: web.Request) -> web.StreamResponse:
        """All files."""
        del request
        return web.json_response({"files": [_public(file) for file in self._world.files.values()]})

    async def get(self, request: web.Request) -> web.StreamResponse:
        """One file, without its content."""
        return web.json_response(_public(self._find(request)))

    async def delete(self, request: web.Request) -> web.StreamResponse:
        """Forget a file."""
        del self._world.files[self._find(request)["name"]]
        return web.json_response({})

    def _find(self, request: web.Request) -> dict[str, Any]:
        file = self._world.files.get(f"files/{request.match_info['name']}")
        if file is None:
            raise RefusedError(Refusal.FORBIDDEN, "You do not have permission to access the File or it may not exist.")
        return file


def _public(file: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in file.items() if name != "content"}
