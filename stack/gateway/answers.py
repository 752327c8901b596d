"""What the gateway itself answers, in the shape of the service that was asked."""

from __future__ import annotations

from aiohttp import web

from stack.gateway.credentials import Reason, RefusedError

TOKEN_CODES = {Reason.UNVERIFIED: "PGRST301", Reason.EXPIRED: "PGRST303", Reason.AUDIENCE: "PGRST303"}


def refusal(service: str, refused: RefusedError) -> web.Response:
    """401 for a missing or wrong key or token."""
    if refused.reason in (Reason.NO_KEY, Reason.BAD_KEY):
        return web.json_response({"message": refused.message, "hint": refused.hint}, status=401)
    headers = {"www-authenticate": f'Bearer error="invalid_token", error_description="{refused.message}"'}
    if service == "rest":
        body: dict[str, object] = {
            "code": TOKEN_CODES[refused.reason],
            "message": refused.message,
            "details": None,
            "hint": None,
        }
    elif service == "auth":
        body = {"code": 401, "error_code": "bad_jwt", "msg": f"invalid JWT: {refused.message}"}
    elif service == "storage":
        body = {"statusCode": "401", "error": "Unauthorized", "message": refused.message}
    else:
        body = {"code": 401, "message": refused.message}
    return web.json_response(body, status=401, headers=headers)


def unreadable(service: str) -> web.Response:
    """A body that no parser takes."""
    body: dict[str, object] = {"code": "PGRST102", "message": "Empty or invalid json", "details": None, "hint": None}
    if service == "auth":
        body = {"code": 400, "error_code": "bad_json", "msg": "Could not parse request body as JSON"}
    return web.json_response(body, status=400)


def failure(service: str, status: int, message: str) -> web.Response:
    """Too large, too slow, or the service behind is away."""
    headers = {"retry-after": "1"} if status in (503, 504) else {}
    if service == "rest":
        body: dict[str, object] = {"code": f"GATEWAY_{status}", "message": message, "details": None, "hint": None}
    elif service == "auth":
        body = {"code": status, "error_code": "unexpected_failure", "msg": message}
    elif service == "storage":
        name = {400: "InvalidKey", 413: "Payload too large"}.get(status, "Internal")
        body = {"statusCode": str(status), "error": name, "message": message}
    else:
        body = {"message": message}
    return web.json_response(body, status=status, headers=headers)
