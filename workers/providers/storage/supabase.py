"""Supabase Storage over its HTTP API, with the secret key."""

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import httpx

from workers.providers.storage.base import StoredObject
from workers.runtime.errors import AuthExpired, RateLimited, Rejected, Unavailable

if TYPE_CHECKING:
    from workers.providers.settings import ProviderSettings

_TIMEOUT: Final = httpx.Timeout(30, connect=5)
_MISSING: Final = ("not_found", "NoSuchKey", "NoSuchBucket", "not found")


class SupabaseStorage:
    """Reads objects the worker's key may see; callers check whose they are."""

    def __init__(self, url: str, key: str) -> None:
        self._base = url.rstrip("/") + "/storage/v1/object/authenticated"
        self._headers = {"apikey": key, "Authorization": f"Bearer {key}"}

    async def download(self, bucket: str, name: str, *, max_bytes: int) -> StoredObject:
        """The object's bytes, at most `max_bytes`."""
        url = f"{self._base}/{quote(bucket, safe='')}/{quote(name, safe='/')}"
        try:
            # the platform's own gateway needs no proxy, and must not follow one that the environment names
            async with (
                httpx.AsyncClient(timeout=_TIMEOUT, trust_env=False) as client,
                client.stream("GET", url, headers=self._headers) as response,
            ):
                if response.status_code != 200:
                    raise _error(response.status_code, (await response.aread())[:2000].decode(errors="replace"))
                body = bytearray()
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) > max_bytes:
                        raise Rejected(f"the file is larger than {max_bytes:,} bytes", "INPUT_TOO_LARGE")
                return StoredObject(bytes(body), response.headers.get("content-type", ""))
        except httpx.HTTPError as error:
            raise Unavailable(f"Storage could not be reached: {type(error).__name__}", "STORAGE_UNREACHABLE") from error


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
