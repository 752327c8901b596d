"""Bytes to text: byte order mark, then what was declared, then UTF-8, then the likeliest guess."""

import codecs
from typing import Final

import charset_normalizer
import regex

from workers.runtime.errors import Rejected

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META: Final = regex.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", regex.IGNORECASE
)
_BINARY: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"ID3",
    b"RIFF",
    b"\x7fELF",
    b"MZ\x90",
)
_SAMPLE: Final = 200_000
_WESTERN_SHARE: Final = 0.25


def decode(body: bytes, charset: str | None = None, *, markup: bool = False) -> str:
    """The text, or Rejected INPUT_UNREADABLE when the bytes are no text."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _attempt(body, encoding) or _guess(body)
    if body.startswith(_BINARY):
        raise Rejected("the input is a binary file, not text", "INPUT_UNREADABLE")
    declared = [charset] if charset else []
    if markup and (meta := _META.search(body[:4096])):
        declared.append(meta[1].decode("ascii"))
    for encoding in [*declared, "utf-8"]:
        text = _attempt(body, encoding)
        if text is not None:
            return _checked(text)
    return _checked(_guess(body))


def _attempt(body: bytes, encoding: str) -> str | None:
    try:
        name = codecs.lookup(encoding).name
        # what the web calls Latin-1 or ASCII is windows-1252; decode refuses codecs that make no text
        return body.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guess(body: bytes) -> str:
    sample = body[:_SAMPLE]
    if sum(byte > 0x7F for byte in sample) < _WESTERN_SHARE * len(sample) and (western := _attempt(body, "cp1252")):
        # mostly ASCII with a few accents; the detector confuses the Latin code pages with each other
        return western
    found = charset_normalizer.from_bytes(body[:_SAMPLE]).best()
    text = _attempt(body, found.encoding) if found else None
    if text is None:
        raise Rejected("the text's character encoding cannot be told; save it as UTF-8", "INPUT_UNREADABLE")
    return text


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    odd = sum(1 for character in sample if character < " " and character not in "\t\n\r\f") + sample.count("\ufffd")
    if odd > max(16, len(sample) // 20):
        raise Rejected("the input is a binary file, not text", "INPUT_UNREADABLE")
    return text
