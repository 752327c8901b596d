"""A web page's article, without its menus, notices and comments."""

from typing import Final

import trafilatura
from lxml.etree import LxmlError

from workers.inputs.markdown import to_text
from workers.runtime.errors import Rejected

_MAX_TAGS: Final = 100_000


def from_html(html: str, url: str | None = None) -> tuple[str, str | None]:
    """The readable text and the title; Rejected when the page holds no article."""
    if html.count("<") > _MAX_TAGS:
        raise Rejected("the page has too many elements to be an article", "INPUT_TOO_LARGE")
    try:
        found = trafilatura.extract(
            html,
            url=url,
            output_format="markdown",
            include_comments=False,
            include_tables=False,
            include_formatting=True,
        )
        metadata = trafilatura.extract_metadata(html) if found else None
    except (LxmlError, ValueError, RecursionError, AssertionError) as error:
        raise Rejected("the page could not be read as HTML", "INPUT_UNREADABLE") from error
    if not found or not found.strip():
        raise Rejected("the page holds no readable article", "INPUT_UNREADABLE")
    text, heading = to_text(found)
    title = heading or (metadata.title if metadata else None)
    return text, " ".join(title.split()) if title else None
