"""Who is calling: API keys in either form, and user tokens, checked before anything is passed on.

The Auth service behind accepts some tokens it should not, so no unverified token ever reaches it.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from enum import StrEnum

import jwt
from aiohttp import web

from stack.keys import StackKeys

# A list: the claim may be of any JSON type. `none` and the login role itself would mean the service's own rights.
API_ROLES = ["anon", "authenticated", "service_role"]


class Reason(StrEnum):
    """Why a request is refused."""

    NO_KEY = "key_missing"
    BAD_KEY = "key_unknown"
    UNVERIFIED = "unverified"
    EXPIRED = "expired"
    AUDIENCE = "audience"


class RefusedError(Exception):
    """Answered with 401 in the words of the service that was called."""

    def __init__(self, reason: Reason, message: str, hint: str | None = None) -> None:
        """Keep what the answer is made of."""
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.hint = hint


@dataclass(frozen=True)
class Caller:
    """`token` is what the service behind receives as its bearer, None for an anonymous caller."""

    token: str | None
    is_user: bool


class Doorman:
    """Knows the keys of one stack."""

    def __init__(self, keys: StackKeys) -> None:
        """Keep the keys and the tokens that stand for them."""
        self._keys = keys

    def admit(self, request: web.Request, *, key_required: bool = True) -> Caller:
        """Identify the caller of a request, or raise `RefusedError`."""
        key = request.headers.get("apikey") or request.query.get("apikey") or ""
        bearer = _bearer(request)
        if not key and key_required:
            raise RefusedError(
                Reason.NO_KEY,
                "No API key found in request",
                "No `apikey` request header or url param was found.",
            )
        role_token = self._role_token(key) if key else None
        if not bearer or bearer == key:
            return Caller(role_token, is_user=False)
        if bearer.startswith("sb_"):
            return Caller(self._role_token(bearer), is_user=False)
        claims = self.verify(bearer)
        return Caller(bearer, is_user="sub" in claims)

    def _role_token(self, key: str) -> str | None:
        """The token for the role an API key stands for: none for anon."""
        if _same(key, self._keys.publishable_key):
            return None
        if _same(key, self._keys.secret_key):
            return self._keys.service_role_jwt
        if not key.startswith("sb_") and key.count(".") == 2:
            try:
                role = self.verify(key).get("role")
            except RefusedError:
                role = None
            if role == "anon":
                return None
            if role == "service_role":
                return key
        hint = "Double check your Supabase `anon` or `service_role` API key."
        raise RefusedError(Reason.BAD_KEY, "Invalid API key", hint)

    def verify(self, token: str) -> dict[str, object]:
        """The claims of a token signed by this stack, for its audience, that is valid now."""
        try:
            claims: dict[str, object] = jwt.decode(
                token, self._keys.jwt_secret, algorithms=["HS256"], options={"verify_aud": False}, leeway=5
            )
        except jwt.ExpiredSignatureError as error:
            raise RefusedError(Reason.EXPIRED, "JWT expired") from error
        except jwt.InvalidTokenError as error:
            raise RefusedError(Reason.UNVERIFIED, "JWT could not be verified") from error
        audience = claims.get("aud", "authenticated")
        if "authenticated" not in (audience if isinstance(audience, list) else [audience]):
            raise RefusedError(Reason.AUDIENCE, "JWT not in audience")
        if claims.get("role", "anon") not in API_ROLES:
            raise RefusedError(Reason.UNVERIFIED, "JWT claim 'role' must be a role of the API")
        return claims


def _bearer(request: web.Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())
