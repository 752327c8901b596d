"""Choose how bytes become running text, by media type and, where that is vague, by what they hold."""

from pathlib import PurePosixPath
from typing import Final

import regex

from workers.inputs import markdown, media, subtitles, webpage
from workers.inputs.decoding import decode
from workers.inputs.model import ExtractedText
from workers.runtime.errors import Rejected
from workers.text.storable import storable

MAX_CHARACTERS: Final = 200_000
_SRT_TIME: Final = regex.compile(r"^\s*\d+\s*\n\d{1,2}:\d{2}:\d{2}[,.]\d{3} --> ", regex.MULTILINE)
_HTML_START: Final = regex.compile(r"\s*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", regex.IGNORECASE)


def from_bytes(
    body: bytes, media_type: str, charset: str | None = None, *, name: str = "", url: str | None = None
) -> ExtractedText:
    """The text of a file or page."""
    if media_type not in media.ALLOWED_MEDIA_TYPES:
        raise Rejected(
            f"files of type {media_type} are not read; use .txt, .md, .srt, .vtt or a web page", "UNSUPPORTED_TYPE"
        )
    if not body.strip():
        raise Rejected("the input is empty", "INPUT_EMPTY")
    return from_text(decode(body, charset, markup=media_type in media.HTML), media_type, name=name, url=url)


def from_text(raw: str, media_type: str = "text/plain", *, name: str = "", url: str | None = None) -> ExtractedText:
    """The text of a decoded file, page or request."""
    raw = storable(raw.removeprefix("\ufeff"))
    text, title = _read(raw, media_type, url)
    text = text.strip()
    if not text:
        raise Rejected("there is no text in the input", "INPUT_EMPTY")
    # setting Markdown's blocks apart may add a few characters to a text that was just short enough
    if min(len(text), len(raw)) > MAX_CHARACTERS:
        raise Rejected(
            f"the input has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read", "INPUT_TOO_LARGE"
        )
    return ExtractedText(
        text=text, title=(title or _title_of(name) or "")[:500] or None, media_type=media_type, url=url
    )


def _read(raw: str, media_type: str, url: str | None) -> tuple[str, str | None]:
    if media_type in media.HTML:
        return webpage.from_html(raw, url)
    if raw.lstrip().startswith("WEBVTT") and (media_type in media.VTT or "-->" in raw[:2000]):
        return subtitles.from_vtt(raw.lstrip()), None
    if media_type in media.SRT | media.VTT or _SRT_TIME.match(raw):
        return subtitles.from_srt(raw), None
    if media_type in media.PLAIN and url and _HTML_START.match(raw):
        return webpage.from_html(raw, url)
    if media_type in media.MARKDOWN or markdown.looks_like_markdown(raw):
        return markdown.to_text(raw)
    return raw.replace("\r\n", "\n").replace("\r", "\n"), None


def _title_of(name: str) -> str | None:
    """A file name that reads as words is a title."""
    stem = regex.sub(r"[-_]+", " ", PurePosixPath(name).stem).strip()
    words = stem.split()
    return (
        stem[:1].upper() + stem[1:]
        if len(words) >= 3 and all(regex.fullmatch(r"[\p{L}'’]{2,}|[\p{L}]", word) for word in words)
        else None
    )
