"""Stored objects in memory, as the port of the object store gives them; storage can be away."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workers.providers.storage.base import StoredObject
from workers.runtime.errors import Rejected


class Shelf:
    """Objects by name, whatever the bucket. `read` lists what was asked for and was there, or would have been."""

    def __init__(
        self,
        objects: Mapping[str, bytes],
        failure: Exception | None = None,
        content_type: str = "application/octet-stream",
    ) -> None:
        self.objects = objects
        self.failure = failure
        self.content_type = content_type
        self.read: list[str] = []

    async def download(self, bucket: str, name: str, *, max_bytes: int) -> StoredObject:
        if self.failure is not None:
            self.read.append(name)
            raise self.failure
        if name not in self.objects:
            raise Rejected("the file does not exist", "INPUT_NOT_FOUND")
        self.read.append(name)
        if len(self.objects[name]) > max_bytes:
            raise Rejected("the file is too large", "INPUT_TOO_LARGE")
        return StoredObject(self.objects[name], self.content_type)

    async def save(self, bucket: str, name: str, target: Path, *, max_bytes: int) -> str:
        found = await self.download(bucket, name, max_bytes=max_bytes)
        target.write_bytes(found.body)
        return found.content_type
