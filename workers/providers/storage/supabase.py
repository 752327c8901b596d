"""Supabase Storage over its HTTP API, with the secret key."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import httpx

from workers.providers.storage.base import StoredObject
from workers.runtime.errors import AuthExpired, RateLimited, Rejected, Unavailable

if TYPE_CHECKING:
    from workers.providers.settings import ProviderSettings

_TIMEOUT: Final = httpx.Timeout(30, connect=5)
_CHUNK: Final = 1 << 20
_MISSING: Final = ("not_found", "NoSuchKey", "NoSuchBucket", "not found")


class SupabaseStorage:
    """Reads objects the worker's key may see; callers check whose they are."""

    def __init__(self, url: str, key: str) -> None:
        self._base = url.rstrip("/") + "/storage/v1/object/authenticated"
        self._headers = {"apikey": key, "Authorization": f"Bearer {key}"}

    async def download(self, bucket: str, name: str, *, max_bytes: int) -> StoredObject:
        """The object's bytes, at most `max_bytes`."""
        body = bytearray()
        async with self._opened(bucket, name) as response:
            async for chunk in _within(response, max_bytes):
                body += chunk
            return StoredObject(bytes(body), response.headers.get("content-type", ""))

    async def save(self, bucket: str, name: str, target: Path, *, max_bytes: int) -> str:
        """The object as a file; a thread writes it, so that heartbeats go on."""
        async with self._opened(bucket, name) as response:
            with await asyncio.to_thread(target.open, "wb") as file:
                async for chunk in _within(response, max_bytes):
                    await asyncio.to_thread(file.write, chunk)
            return str(response.headers.get("content-type", ""))

    @asynccontextmanager
    async def _opened(self, bucket: str, name: str) -> AsyncIterator[httpx.Response]:
        """The answer before its body is read; errors while it is read are translated as well."""
        url = f"{self._base}/{quote(bucket, safe='')}/{quote(name, safe='/')}"
        try:
            # the platform's own gateway needs no proxy, and must not follow one that the environment names
            async with (
                httpx.AsyncClient(timeout=_TIMEOUT, trust_env=False) as client,
                client.stream("GET", url, headers=self._headers) as response,
            ):
                if response.status_code != 200:
                    raise _error(response.status_code, (await response.aread())[:2000].decode(errors="replace"))
                yield response
        except httpx.HTTPError as error:
            raise Unavailable(f"Storage could not be reached: {type(error).__name__}", "STORAGE_UNREACHABLE") from error


async def _within(response: httpx.Response, max_bytes: int) -> AsyncIterator[bytes]:
    received = 0
    async for chunk in response.aiter_bytes(_CHUNK):
        received += len(chunk)
        if received > max_bytes:
            raise Rejected(f"the file is larger than {max_bytes:,} bytes", "INPUT_TOO_LARGE")
        yield chunk


def build(settings: "ProviderSettings") -> SupabaseStorage:
    """The adapter; it needs the project's address and secret key."""
    if settings.supabase_url is None or settings.supabase_secret_key is None:
        raise AuthExpired("reading files needs SUPABASE_URL and SUPABASE_SECRET_KEY", "STORAGE_NOT_CONFIGURED")
    return SupabaseStorage(settings.supabase_url, settings.supabase_secret_key.get_secret_value())


def _error(status: int, body: str) -> Exception:
    # older versions answer 400 for a missing object
    if status == 404 or (status == 400 and any(sign in body for sign in _MISSING)):
        return Rejected("the file does not exist", "INPUT_NOT_FOUND")
    if status in (401, 403):
        return AuthExpired("Storage refused the worker's key", "STORAGE_FORBIDDEN")
    if status == 429:
        return RateLimited("Storage asked for a pause", "STORAGE_BUSY")
    if status >= 500:
        return Unavailable(f"Storage answered {status}", "STORAGE_UNREACHABLE")
    return Rejected(f"Storage answered {status}", "INPUT_NOT_FOUND")
