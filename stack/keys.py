"""The secrets of one stack: API keys in both forms Supabase knows, and the key that signs tokens."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import time
from pathlib import Path
from typing import Self

import jwt
from pydantic import BaseModel, ConfigDict

from stack.errors import StackError

TEN_YEARS = 10 * 365 * 24 * 3600


class StackKeys(BaseModel):
    """Made once per stack and kept in a file only its owner can read."""

    model_config = ConfigDict(frozen=True)

    publishable_key: str
    secret_key: str
    jwt_secret: str
    anon_jwt: str
    service_role_jwt: str

    @classmethod
    def make(cls) -> Self:
        """Random keys; the two JWTs are the older form of the same two API keys."""
        jwt_secret = secrets.token_urlsafe(48)
        return cls(
            publishable_key=_opaque("sb_publishable_"),
            secret_key=_opaque("sb_secret_"),
            jwt_secret=jwt_secret,
            anon_jwt=_legacy(jwt_secret, "anon"),
            service_role_jwt=_legacy(jwt_secret, "service_role"),
        )

    @classmethod
    def load_or_make(cls, path: Path) -> Self:
        """Read the file, or write a new one with mode 0600 before anything is in it."""
        try:
            return cls.model_validate(json.loads(path.read_text()))
        except FileNotFoundError:
            pass
        except ValueError as error:
            raise StackError(
                f"The key file {path} is damaged.", "Delete it; clients then need the new keys of: catalyst stack env"
            ) from error
        keys = cls.make()
        scratch = path.with_suffix(".new")
        scratch.unlink(missing_ok=True)
        descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(keys.model_dump_json(indent=2))
            file.flush()
            os.fsync(file.fileno())
        scratch.rename(path)
        return keys


def _opaque(prefix: str) -> str:
    """22 random characters and a checksum of 8, as the platform makes them."""
    body = secrets.token_urlsafe(16)[:22]
    digest = hashlib.sha256(f"{prefix}{body}".encode()).digest()
    return f"{prefix}{body}_{base64.urlsafe_b64encode(digest).decode()[:8]}"


def _legacy(secret: str, role: str) -> str:
    now = int(time.time())
    claims = {"iss": "supabase", "ref": "local", "role": role, "iat": now, "exp": now + TEN_YEARS}
    return jwt.encode(claims, secret, algorithm="HS256")
