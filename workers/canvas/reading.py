"""From the page at a piece's address to what the piece says: the page's own words, and nothing else."""

from typing import Final
from urllib.parse import urlsplit

import regex
from pydantic import BaseModel, ConfigDict

from workers.inputs import extract, media, pagehead
from workers.inputs.decoding import decode
from workers.inputs.fetch import Fetched
from workers.runtime.errors import Rejected
from workers.text.storable import storable

_GATE: Final = regex.compile(r"/(?:login|log-in|signin|sign-in|consent)(?:[/.]|$)", regex.IGNORECASE)


class PieceText(BaseModel):
    """What a piece says; null is what the page does not tell."""

    model_config = ConfigDict(frozen=True)

    title: str | None = None
    description: str | None = None
    transcript: str | None = None
    """The running text of an article, a document or subtitles."""
    thumbnail_url: str | None = None
    duration_seconds: int | None = None


def read_page(page: Fetched, asked: str, *, is_post: bool) -> PieceText:
    """What stands at an address. Of the page of a recording, and of a post on a platform, only what its head says.

    Rejected: URL_FORBIDDEN for a page that wants a login or a consent first, INPUT_EMPTY for one with neither text nor
    description, and as `extract.from_bytes` raises.
    """
    if page.media_type not in media.HTML:
        document = extract.from_bytes(
            page.body, page.media_type, page.charset, name=urlsplit(page.url).path, url=page.url
        )
        return PieceText(title=document.title, transcript=document.text)
    if _is_gate(page.url) and not _is_gate(asked):
        raise Rejected("the page asks for a login or a consent first", "URL_FORBIDDEN")
    html = storable(decode(page.body, page.charset, markup=True))
    head = pagehead.of_html(html, page.url)
    title, text = (None, None) if head.is_recording or is_post else _article(html, page.url)
    if text is None and head.description is None:
        raise Rejected("the page has neither a text nor a description", "INPUT_EMPTY")
    return PieceText(
        title=head.title or title,
        description=head.description,
        transcript=text,
        thumbnail_url=head.image_url,
        duration_seconds=head.duration_seconds,
    )


def _article(html: str, url: str) -> tuple[str | None, str | None]:
    try:
        article = extract.from_text(html, "text/html", url=url)
    except Rejected as error:
        if error.code == "INPUT_TOO_LARGE":
            raise
        return None, None
    return article.title, article.text


def _is_gate(url: str) -> bool:
    parts = urlsplit(url)
    return (parts.hostname or "").startswith("consent.") or _GATE.search(parts.path) is not None
