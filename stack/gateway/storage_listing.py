"""Listings of one folder. The service behind lists objects; folders, pages and search are made of them here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import orjson
from pydantic import BaseModel, Field, ValidationError

LIST = re.compile(r"^/storage/v1/object/list/[^/]+$")
NO_OBJECT = dict.fromkeys(("id", "updated_at", "created_at", "last_accessed_at", "metadata"))


class _Options(BaseModel):
    prefix: str = ""
    limit: int = Field(default=100, ge=0)
    offset: int = Field(default=0, ge=0)
    search: str = ""


@dataclass(frozen=True)
class Listing:
    """What a client asked for."""

    body: dict[str, Any]
    options: _Options

    @property
    def _start(self) -> str:
        folder = self.options.prefix.strip("/")
        return f"{folder}/" if folder else ""

    def whole(self) -> bytes:
        """The question to the service: everything below the folder, in order."""
        kept = {name: value for name, value in self.body.items() if name not in ("limit", "offset", "search")}
        return orjson.dumps(kept | {"prefix": self._start})

    def page(self, received: bytes) -> bytes:
        """The part of the answer that was asked for: deeper objects show as one folder without id."""
        shown: dict[str, dict[str, Any]] = {}
        for row in orjson.loads(received):
            full = str(row["name"])
            if not full.startswith(self._start):  # the service takes the prefix for a pattern
                continue
            name, slash, _ = full.removeprefix(self._start).partition("/")
            if not slash:
                shown[name] = row | {"name": name}
            elif name not in shown:
                shown[name] = {"name": name, **NO_OBJECT}
        search = self.options.search.lower()
        found = [item for name, item in shown.items() if name.lower().startswith(search)]
        return orjson.dumps(found[self.options.offset :][: self.options.limit])


def listing(method: str, request_path: str, sent: bytes) -> Listing | None:
    """The listing that a request asks for; None when it is another request, or the service should refuse it."""
    if method != "POST" or not LIST.match(request_path):
        return None
    try:
        body = orjson.loads(sent)
        given = {name: value for name, value in body.items() if value is not None}
        return Listing(given, _Options.model_validate(given, strict=True))
    except (orjson.JSONDecodeError, AttributeError, ValidationError):
        return None
