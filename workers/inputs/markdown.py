"""Markdown to running text: headings and list items keep their marks, code, tables and HTML fall away."""

from functools import lru_cache
from typing import Final

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token

_FRONT_MATTER: Final = regex.compile(r"\A---[ \t]*\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", regex.DOTALL)
_FRONT_TITLE: Final = regex.compile(r"^title:[ \t]*[\"']?(.{1,300}?)[\"']?[ \t]*$", regex.MULTILINE | regex.IGNORECASE)
_SIGNS: Final = regex.compile(
    r"^#{1,6} \S|^```|^(?:=|-){3,}$|\]\(https?://|\*\*\S[^*\n]{0,200}\*\*|__\S[^_\n]{0,200}__|^> \S|^(?:[-*+]|"
    r"\d{1,2}\.) +\S",
    regex.MULTILINE,
)
_SKIPPED: Final = frozenset(("fence", "code_block", "html_block", "hr"))


def looks_like_markdown(text: str) -> bool:
    """Whether a plain text uses Markdown's signs."""
    return bool(_SIGNS.search(text[:50_000]))


def to_text(markdown: str) -> tuple[str, str | None]:
    """The running text and the title, which is the front matter's or else the first top heading."""
    markdown = markdown.replace("\r\n", "\n").replace("\r", "\n")
    title = None
    front = _FRONT_MATTER.match(markdown)
    if front:
        named = _FRONT_TITLE.search(front[1])
        title = named[1].strip() if named else None
        markdown = markdown[front.end() :]
    blocks: list[str] = []
    heading: str | None = None
    prefix, in_table = "", False
    for token in _parser().parse(markdown):
        if token.type in ("table_open", "table_close"):
            in_table = token.type == "table_open"
        elif token.type == "heading_open":
            prefix = f"{token.markup if token.markup.startswith('#') else '#' if token.markup == '=' else '##'} "
            if heading is None and token.tag == "h1":
                heading = ""
        elif token.type == "list_item_open":
            prefix = "- "
        elif token.type == "inline" and not in_table:
            text = _inline(token).strip()
            if heading == "" and prefix == "# ":
                heading = text
            if text:
                blocks.append(prefix + (" ".join(text.split()) if prefix else text))
            prefix = ""
        elif token.type in _SKIPPED:
            prefix = ""
    return "\n\n".join(blocks), title or heading or None


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # indentation in pasted prose is no code
    return MarkdownIt("commonmark").enable("table").enable("strikethrough").disable("code")


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts)
