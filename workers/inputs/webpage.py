"""A web page's article, without its menus, notices and comments."""

import trafilatura
from lxml.etree import LxmlError

from workers.inputs.markdown import to_text
from workers.runtime.errors import Rejected

_MAX_ELEMENTS = 60_000


def from_html(html: str, url: str | None = None) -> tuple[str, str | None]:
    """The readable text and the title; Rejected when the page holds no article."""
    try:
        article = trafilatura.bare_extraction(
            html,
            url=url,
            output_format="markdown",
            include_comments=False,
            include_tables=False,
            include_links=False,
            include_images=False,
            include_formatting=True,
            with_metadata=True,
            max_tree_size=_MAX_ELEMENTS,
        )
    except (LxmlError, ValueError, RecursionError, AssertionError) as error:
        raise Rejected("the page could not be read as HTML", "INPUT_UNREADABLE") from error
    found = getattr(article, "text", None)
    if not found or not found.strip():
        raise Rejected("the page holds no readable article", "INPUT_UNREADABLE")
    text, heading = to_text(found)
    title = getattr(article, "title", None) or heading
    return text, " ".join(title.split()) if title else None
