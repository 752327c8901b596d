"""Which migration files a stack was made from: the CLI skips an applied version, whatever its file says since."""

from __future__ import annotations

import hashlib
import json

from stack.layout import PROJECT, Layout


def changed_since_applied(layout: Layout) -> list[str]:
    """Names of files that are not as they were when this stack applied them."""
    applied = _load(layout)
    return [name for name, digest in _digests().items() if applied.get(name, digest) != digest]


def note_applied(layout: Layout) -> None:
    """Remember the files as they are, those that were applied before as they were then."""
    layout.migrations.write_text(json.dumps(_digests() | _load(layout)))


def _load(layout: Layout) -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(layout.migrations.read_text())
    except (OSError, ValueError):
        return {}
    return found


def _digests() -> dict[str, str]:
    files = sorted((PROJECT / "supabase" / "migrations").glob("*.sql"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
