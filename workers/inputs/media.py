"""Which kinds of text are read, and how their kind is told."""

from email.message import Message
from pathlib import PurePosixPath
from typing import Final

HTML: Final = frozenset(("text/html", "application/xhtml+xml"))
MARKDOWN: Final = frozenset(("text/markdown", "text/x-markdown"))
SRT: Final = frozenset(("application/x-subrip", "text/srt", "application/srt", "text/x-srt"))
VTT: Final = frozenset(("text/vtt",))
PLAIN: Final = frozenset(("text/plain",))
ALLOWED_MEDIA_TYPES: Final = HTML | MARKDOWN | SRT | VTT | PLAIN

_BY_EXTENSION: Final = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".srt": "application/x-subrip",
    ".vtt": "text/vtt",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}
_VAGUE: Final = frozenset(("", "text/plain", "application/octet-stream", "binary/octet-stream"))


def media_type_of(header: str | None, path: str) -> tuple[str, str | None]:
    """Media type and charset; a vague or missing header yields to a telling file name."""
    message = Message()
    message["content-type"] = (header or "").replace("\n", " ").replace("\r", " ")
    declared = message.get_content_type() if header else ""
    charset = message.get_content_charset()
    named = _BY_EXTENSION.get(PurePosixPath(path).suffix.lower())
    if declared in _VAGUE:
        return named or declared or "text/html", charset
    return declared, charset
