"""The input stage: text, file or web address to running text."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeAlias
from uuid import UUID

from workers.inputs import extract
from workers.inputs.fetch import Fetcher
from workers.inputs.media import media_type_of
from workers.inputs.model import ExtractedText, FileInput, Input, TextInput
from workers.providers.storage.base import ObjectStore
from workers.runtime.errors import Rejected

MAX_FILE_BYTES = 10_000_000


RunBlocking: TypeAlias = Callable[[Callable[[], ExtractedText]], Awaitable[ExtractedText]]
"""Runs a function on a thread."""


async def read_input(
    given: Input,
    organization_id: UUID | None,
    *,
    fetcher: Fetcher,
    store: Callable[[], ObjectStore],
    run_blocking: RunBlocking,
) -> ExtractedText:
    """Running text, or Rejected with the code that says what is wrong with the input."""
    if isinstance(given, TextInput):
        return await run_blocking(partial(extract.from_text, given.text))
    if isinstance(given, FileInput):
        check_owner(given.path, organization_id)
        stored = await store().download(given.bucket, given.path, max_bytes=MAX_FILE_BYTES)
        name = given.path.rpartition("/")[2]
        media_type, charset = media_type_of(stored.content_type, name)
        return await run_blocking(partial(extract.from_bytes, stored.body, media_type, charset, name=name))
    page = await fetcher.fetch(given.url)
    return await run_blocking(partial(extract.from_bytes, page.body, page.media_type, page.charset, url=page.url))


def check_owner(path: str, organization_id: UUID | None) -> None:
    """The request was checked in SQL; the worker's key could read every tenant's files, so it checks again."""
    parts = path.split("/")
    if (
        len(parts) < 2
        or parts[0] != str(organization_id)
        or any(part in ("", ".", "..") for part in parts)
        or "\\" in path
    ):
        raise Rejected("the file is not one of this organization", "INPUT_NOT_FOUND")
