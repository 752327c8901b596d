"""The port for reading uploaded objects."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class StoredObject:
    """An object's bytes and the media type it was stored with."""

    body: bytes
    content_type: str


class ObjectStore(Protocol):
    """Reads objects by bucket and name."""

    async def download(self, bucket: str, name: str, *, max_bytes: int) -> StoredObject:
        """The object, or Rejected INPUT_NOT_FOUND / INPUT_TOO_LARGE, or Unavailable."""
        ...

    async def save(self, bucket: str, name: str, target: Path, *, max_bytes: int) -> str:
        """Write the object to a file, for those too large for memory; answers its media type. Raises as `download`."""
        ...
