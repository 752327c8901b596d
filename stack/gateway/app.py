"""The gateway's routes: which service a path belongs to, who may call it, and what is repaired on the way."""

from __future__ import annotations

import logging
import re
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from urllib.parse import unquote

import aiohttp
from aiohttp import web

from stack.gateway import storage_repairs
from stack.gateway.answers import failure, refusal, unreadable
from stack.gateway.credentials import Doorman, RefusedError
from stack.gateway.functions import FunctionRunner, FunctionUnavailableError
from stack.gateway.json_depth import is_too_deep
from stack.gateway.proxy import Proxy, TooLargeError, answer, read_body, request_headers
from stack.gateway.settings import GatewaySettings
from stack.gateway.storage_listing import listing
from stack.gateway.uploads import read_storage_body

log = logging.getLogger("stack.gateway")

SETTINGS: web.AppKey[GatewaySettings] = web.AppKey("settings", GatewaySettings)
DOORMAN: web.AppKey[Doorman] = web.AppKey("doorman", Doorman)
PROXY: web.AppKey[Proxy] = web.AppKey("proxy", Proxy)
FUNCTIONS: web.AppKey[FunctionRunner] = web.AppKey("functions", FunctionRunner)

OPEN_AUTH = re.compile(r"/auth/v1/(verify|callback|authorize|health|\.well-known/.*)$")
OPEN_STORAGE = re.compile(r"/storage/v1/(object/public/|object/sign/|object/upload/sign/|object/info/public/|health$)")
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,128}")
NOT_JSON = {"text/plain", "text/csv", "text/xml", "application/octet-stream"}
CORS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Content-Range, Content-Location, Content-Profile, Range-Unit, "
    "Preference-Applied, X-Request-Id, X-Supabase-Api-Version",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def rest(request: web.Request) -> web.StreamResponse:
    """PostgREST."""
    settings = request.app[SETTINGS]
    return await _to_lite(request, "rest", settings.rest_body_limit, settings.rest_timeout)


async def auth(request: web.Request) -> web.StreamResponse:
    """GoTrue."""
    settings = request.app[SETTINGS]
    is_open = OPEN_AUTH.match(request.path) is not None
    return await _to_lite(request, "auth", settings.rest_body_limit, settings.rest_timeout, key_required=not is_open)


async def storage(request: web.Request) -> web.StreamResponse:
    """Storage."""
    settings = request.app[SETTINGS]
    if "\0" in unquote(request.path):
        return failure("storage", 400, "Invalid key")
    is_open = request.method in ("GET", "HEAD", "PUT") and OPEN_STORAGE.match(request.path) is not None
    return await _to_lite(
        request, "storage", settings.storage_body_limit, settings.storage_timeout, key_required=not is_open
    )


async def functions(request: web.Request) -> web.StreamResponse:
    """Edge Functions."""
    settings = request.app[SETTINGS]
    name = request.match_info["name"]
    if name not in settings.functions_without_jwt:
        caller = request.app[DOORMAN].admit(request, key_required=False)
        has_key = "apikey" in request.headers or "authorization" in request.headers
        if caller.token is None and not has_key:
            return web.json_response({"code": 401, "message": "Missing authorization header"}, status=401)
    try:
        base = await request.app[FUNCTIONS].address(name)
    except FunctionUnavailableError as error:
        return web.json_response({"code": error.code, "message": str(error)}, status=error.status)
    target = f"{base}{request.raw_path.removeprefix('/functions/v1')}"
    body = await read_body(request, settings.rest_body_limit)
    headers = request_headers(request)
    headers["x-request-id"] = request["id"]
    result = await request.app[PROXY].forward(
        request, service="functions", target=target, headers=headers, body=body, timeout=settings.functions_timeout
    )
    if isinstance(result, web.Response):
        return result
    return answer(*result, head=request.method == "HEAD")


async def health(_: web.Request) -> web.StreamResponse:
    """The gateway itself; the services behind have their own."""
    return web.json_response({"status": "ok"})


async def _to_lite(
    request: web.Request,
    service: str,
    limit: int,
    timeout: float,  # noqa: ASYNC109 (handed on)
    *,
    key_required: bool = True,
) -> web.StreamResponse:
    app = request.app
    caller = app[DOORMAN].admit(request, key_required=key_required)
    headers = request_headers(request)
    headers.pop("apikey", None)
    headers.pop("authorization", None)
    # The Auth service knows users only: an API key is no one's session.
    if caller.token and (caller.is_user or service != "auth"):
        headers["authorization"] = f"Bearer {caller.token}"
    headers["x-request-id"] = request["id"]
    read = read_storage_body(request, headers, limit) if service == "storage" else read_body(request, limit)
    body = await read
    if service != "storage" and request.content_type not in NOT_JSON and is_too_deep(body):
        return unreadable(service)

    async def ask(path: str, content: bytes) -> tuple[aiohttp.ClientResponse, bytes] | web.Response:
        target = f"http://127.0.0.1:{app[SETTINGS].lite_port}{path}"
        return await app[PROXY].forward(
            request, service=service, target=target, headers=headers, body=content, timeout=timeout
        )

    if service == "storage":
        if (many := await storage_repairs.sign_many(request.method, request.path, body, ask)) is not None:
            return web.json_response(many)
        wanted = listing(request.method, request.path, body)
        sent = body if wanted is None else wanted.whole()
        result = await ask(_without_key(storage_repairs.path(request.raw_path)), sent)
    else:
        result = await ask(_without_key(request.raw_path), body)
    if isinstance(result, web.Response):
        return result
    response, received = result
    if service == "storage":
        received = storage_repairs.body(request.method, request.path, wanted, response.status, received)
    return answer(response, received, head=request.method == "HEAD")


def _without_key(path: str) -> str:
    """An `apikey` query parameter is ours, not a filter on a column of that name."""
    if "apikey=" not in path:
        return path
    bare, _, query = path.partition("?")
    kept = "&".join(part for part in query.split("&") if not part.startswith("apikey="))
    return f"{bare}?{kept}" if kept else bare


@web.middleware
async def around(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Request id, CORS, errors in the right shape, one log line without query string or headers."""
    started = time.monotonic()
    given = request.headers.get("x-request-id", "")
    request["id"] = given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
    parts = request.path.split("/", 2)
    service = parts[1] if len(parts) > 1 else ""
    extra: dict[str, str] = dict(CORS)
    response: web.StreamResponse
    if request.method == "OPTIONS" and "access-control-request-method" in request.headers:
        response = web.Response(status=200)
        extra |= {
            "access-control-allow-methods": "GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS",
            "access-control-allow-headers": request.headers.get("access-control-request-headers", "*"),
            "access-control-max-age": "3600",
        }
    else:
        response = await _answered(request, handler, service)
    if response.prepared:  # a websocket has long sent its headers
        return response
    for name, value in extra.items():
        response.headers.setdefault(name, value)
    response.headers["x-request-id"] = request["id"]
    took = (time.monotonic() - started) * 1000
    level = logging.WARNING if response.status >= 500 else logging.INFO
    log.log(level, "%s %s %d %.1fms %s", request.method, request.path, response.status, took, request["id"])
    return response


async def _answered(request: web.Request, handler: Handler, service: str) -> web.StreamResponse:
    try:
        return await handler(request)
    except RefusedError as refused:
        return refusal(service, refused)
    except TooLargeError:
        return failure(service, 413, "The request body is too large")
    except web.HTTPNotFound:
        return web.json_response({"message": "no Route matched with those values"}, status=404)
    except web.HTTPException as error:
        return web.json_response({"message": error.reason}, status=error.status)
    except ConnectionResetError:
        raise
    except Exception:
        log.exception("request %s failed", request["id"])
        return failure(service, 500, "The gateway failed; its log has the reason")


def build(settings: GatewaySettings) -> web.Application:
    """The application; `realtime` is mounted by `main`, because it brings a background reader of its own."""
    app = web.Application(middlewares=[around], client_max_size=settings.storage_body_limit)
    app[SETTINGS] = settings
    app[DOORMAN] = Doorman(settings.keys)
    app[FUNCTIONS] = FunctionRunner(settings)
    app.router.add_get("/health", health)
    app.router.add_route("*", "/rest/v1/{rest:.*}", rest)
    app.router.add_route("*", "/auth/v1/{rest:.*}", auth)
    app.router.add_route("*", "/storage/v1/{rest:.*}", storage)
    app.router.add_route("*", "/functions/v1/{name}", functions)
    app.router.add_route("*", "/functions/v1/{name}/{rest:.*}", functions)
    app.cleanup_ctx.append(_resources)
    return app


async def _resources(app: web.Application) -> AsyncIterator[None]:
    connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=60)
    async with aiohttp.ClientSession(
        connector=connector,
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        skip_auto_headers=["User-Agent"],
    ) as session:
        app[PROXY] = Proxy(session)
        yield
    await app[FUNCTIONS].close()
