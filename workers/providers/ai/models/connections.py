"""HTTP as every adapter wants it: no retries, no redirects, one TLS context for the process."""

import ipaddress
import ssl
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

import httpx2

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import ModelConfig
from workers.runtime.errors import AuthExpired, Rejected

_CONNECT_SECONDS: Final = 10.0
_LIMITS: Final = httpx2.Limits(max_connections=1000, max_keepalive_connections=100, keepalive_expiry=30)


def client(
    config: ModelConfig, default_url: str, made_by: type[httpx2.AsyncClient] = httpx2.AsyncClient
) -> httpx2.AsyncClient:
    """A pool of connections to the endpoint. A key is never carried along a redirect, so none is followed."""
    url = config.base_url or default_url
    if urlsplit(url).scheme not in ("http", "https"):
        raise Rejected(
            f"the base_url of the AI provider {config.provider} is no http(s) address", codes.REQUEST_INVALID
        )
    return made_by(
        verify=tls(),
        timeout=timeouts(config.timeout_seconds),
        limits=_LIMITS,
        follow_redirects=False,
        trust_env=not _is_on_this_machine(url),
    )


def timeouts(seconds: float) -> httpx2.Timeout:
    """Seconds between two bytes; a connection takes less or never comes."""
    return httpx2.Timeout(seconds, connect=min(seconds, _CONNECT_SECONDS))


def has_left(error: BaseException) -> bool:
    """Whether a request that failed so may have reached the endpoint: without a connection it has not."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.PoolTimeout):
            return False
        cause = cause.__cause__ or cause.__context__
    return True


def key_of(config: ModelConfig, *, needed: bool) -> str | None:
    """The key, or AuthExpired AI_KEY_INVALID when one is needed and missing, or cannot be one.

    SDKs fall back on variables of the environment; whose key is used is decided elsewhere, so nothing is left to that.
    """
    key = config.api_key.get_secret_value().strip() if config.api_key is not None else ""
    if (needed and not key) or not (key.isascii() and key.isprintable()) or " " in key:
        raise AuthExpired(f"{config.provider} needs a valid API key", codes.KEY_INVALID)
    return key or None


@lru_cache(maxsize=1)
def tls() -> ssl.SSLContext:
    """The process's one; reading the certificates takes a fifth of a second."""
    return httpx2.create_ssl_context()


def _is_on_this_machine(url: str) -> bool:
    """A proxy of the environment is not the way to a model on the same machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
