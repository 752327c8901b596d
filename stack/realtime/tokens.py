"""API keys and user tokens: who a client is."""

from __future__ import annotations

import hmac
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote

import jwt
import orjson

ALGORITHMS = ["HS256", "HS384", "HS512"]
# The bridge could become any role: those of the API, and workers, who listen on their queues.
ROLES = {"anon", "authenticated", "service_role", "catalyst_worker"}


class TokenError(Exception):
    """A token that opens nothing; `code` is what Realtime clients see before the colon."""

    def __init__(self, code: str, message: str) -> None:
        """Keep both halves."""
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Identity:
    """A verified token. Equal claims are one identity, so that visibility is checked once for all its holders."""

    claims: Mapping[str, Any]
    expires_at: int | None

    @property
    def role(self) -> str:
        """The database role that every check runs as."""
        return str(self.claims["role"])

    @property
    def subject(self) -> str:
        """The user, if any."""
        return str(self.claims.get("sub") or "")

    @cached_property
    def claims_json(self) -> str:
        """The value of `request.jwt.claims`."""
        return orjson.dumps(self.claims, option=orjson.OPT_SORT_KEYS).decode()

    def is_same_person(self, other: Identity) -> bool:
        """Whether another token is merely a newer one of the same user."""
        return (self.role, self.subject) == (other.role, other.subject)

    def has_expired(self) -> bool:
        """API keys never do."""
        return self.expires_at is not None and self.expires_at <= time.time()


class TokenVerifier:
    """Knows the project's keys and its secret."""

    def __init__(self, secret: str, keys: Mapping[str, str]) -> None:
        """`keys` maps opaque API keys to roles."""
        self._secret = secret
        self._keys = {key.encode(): role for key, role in keys.items()}

    def identify(self, token: str) -> Identity:
        """Verify an API key or a JWT."""
        token = re.sub(r"\s", "", unquote(token))
        if token.startswith("sb_"):
            return self._key(token)
        try:
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=ALGORITHMS,
                options={"verify_exp": False, "verify_aud": False, "verify_iat": False, "verify_nbf": False},
            )
        except (jwt.InvalidSignatureError, jwt.InvalidAlgorithmError, jwt.InvalidKeyError) as error:
            raise TokenError("JwtSignatureError", "Failed to validate JWT signature") from error
        except jwt.InvalidTokenError as error:
            raise TokenError("MalformedJWT", "The token provided is not a valid JWT") from error
        return _checked(claims)

    def _key(self, token: str) -> Identity:
        for key, role in self._keys.items():
            if hmac.compare_digest(key, token.encode()):
                return Identity({"role": role}, None)
        raise TokenError("MalformedJWT", "The token provided is not a valid JWT")


def _checked(claims: dict[str, Any]) -> Identity:
    if "role" not in claims or "exp" not in claims:
        raise TokenError("InvalidJWTToken", "Fields `role` and `exp` are required in JWT")
    role, expires_at = claims["role"], claims["exp"]
    if not isinstance(role, str) or not role:
        raise TokenError("InvalidJWTToken", "Fields `role` and `exp` are required in JWT")
    if role not in ROLES:
        raise TokenError("InvalidJWTToken", "The role of this token is not one of the API")
    audience = claims.get("aud", "authenticated")
    if "authenticated" not in (audience if isinstance(audience, list) else [audience]):
        raise TokenError("InvalidJWTToken", "This token is for another audience")
    if not isinstance(expires_at, int) or isinstance(expires_at, bool) or expires_at <= 0:
        raise TokenError("InvalidJWTToken", "Token expiration time is invalid")
    if (late := int(time.time()) - expires_at) >= 0:
        raise TokenError("InvalidJWTToken", f"Token has expired {late} seconds ago")
    not_before = claims.get("nbf")
    if isinstance(not_before, int | float) and not_before > time.time() + 5:
        raise TokenError("InvalidJWTToken", "Token is not valid yet")
    return Identity(claims, expires_at)
