"""RSS and Atom: what a feed says was published, without trusting anything it says."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Final
from urllib.parse import urljoin

from lxml import etree
from pydantic import BaseModel, ConfigDict

from workers.runtime.errors import Rejected

MEDIA_TYPES: Final = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
)
_MOST_ENTRIES: Final = 200
_MOST_CATEGORIES: Final = 20
_LONGEST: Final = 500


class FeedEntry(BaseModel):
    """One article, episode or video."""

    model_config = ConfigDict(frozen=True)

    key: str
    """Its id, else its address, else its title: what the feed knows it by."""
    title: str
    link: str | None = None
    categories: tuple[str, ...] = ()
    published_at: datetime | None = None
    """With a zone; of a date without one UTC is assumed."""
    view_count: int | None = None
    like_count: int | None = None
    """Figures as Media RSS has them; null where the feed has none."""


class Feed(BaseModel):
    """What was published, in the order of the feed."""

    model_config = ConfigDict(frozen=True)

    key: str | None
    """Its id, where it has one."""
    title: str | None
    language: str | None
    """ISO 639-1, where the feed says."""
    entries: tuple[FeedEntry, ...]


def parse(body: bytes) -> Feed:
    """The entries of RSS 0.9 to 2.0 or Atom; at most 200. Rejected INPUT_UNREADABLE for anything else."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(body.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Rejected("the feed is not XML", "INPUT_UNREADABLE") from error
    if root is None or _name(root) not in ("rss", "RDF", "feed"):
        raise Rejected("the document is no feed", "INPUT_UNREADABLE")
    holders = [root, *(node for node in root if _name(node) == "channel")]
    # an entry inside another is none: reading each with all that is in it would never end
    nodes = (node for holder in holders for node in holder if _name(node) in ("item", "entry"))
    entries = [_entry(node) for node in islice(nodes, _MOST_ENTRIES)]
    return Feed(
        key=_first(holders, "id"),
        title=_first(holders, "title"),
        language=_language(root),
        entries=tuple(entry for entry in entries if entry is not None),
    )


def address_in(page: bytes, url: str) -> str | None:
    """The feed that the web page at `url` names in its head; None when it names none."""
    try:
        root = etree.HTML(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    for link in root.iter("link"):
        relation, kind = (link.get("rel") or "").lower().split(), (link.get("type") or "").partition(";")[0].strip()
        if "alternate" in relation and kind.lower() in MEDIA_TYPES and (link.get("href") or "").strip():
            try:
                return urljoin(url, str(link.get("href")).strip())
            except ValueError:
                return None
    return None


def _entry(node: "etree._Element") -> FeedEntry | None:
    title, link, key, published, updated = "", None, "", None, None
    categories: list[str] = []
    for child in node:
        match _name(child):
            case "title" if not title:
                title = _text(child)
            case "link" if link is None and (child.get("rel") or "alternate") == "alternate":
                link = (child.get("href") or _text(child)).strip()[:2048] or None
            case "guid" | "id":
                key = key or _text(child)
            case "pubDate" | "published" | "date":
                published = published or _moment(_text(child))
            case "updated" | "modified":
                updated = updated or _moment(_text(child))
            case "category" | "subject" if len(categories) < _MOST_CATEGORIES:
                categories.append(_line(child.get("term") or "") or _text(child))
            case _:
                pass
    if not title:
        return None
    views, likes = _figures(node)
    named = tuple(category for category in categories if category.strip())
    return FeedEntry(
        key=key or link or title,
        title=title,
        link=link,
        categories=named,
        published_at=published or updated,
        view_count=views,
        like_count=likes,
    )


def _first(holders: "list[etree._Element]", name: str) -> str | None:
    """What the feed itself says, not one of its entries."""
    return next((_text(node) for holder in holders for node in holder if _name(node) == name), None) or None


def _figures(entry: "etree._Element") -> tuple[int | None, int | None]:
    """Views and ratings of Media RSS, as YouTube writes them."""
    views = likes = None
    for node in entry.iter():
        match _name(node):
            case "statistics":
                views = _count(node.get("views"))
            case "starRating":
                likes = _count(node.get("count"))
            case _:
                pass
    return views, likes


def _count(told: str | None) -> int | None:
    return int(told) if told and told.isascii() and told.isdigit() and len(told) < 16 else None


def _language(root: "etree._Element") -> str | None:
    told = root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    if not told:
        told = next((_text(node) for node in root.iter() if _name(node) == "language"), "")
    code = told.strip().lower()[:2]
    return code if len(code) == 2 and code.isalpha() and code.isascii() else None


def _moment(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, TypeError, OverflowError):
            # also for a date that no calendar holds once its zone is taken off
            continue
    return None


def _name(node: "etree._Element") -> str:
    """The local name, also behind a prefix that nobody declared; empty for what is no element."""
    return node.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(node.tag, str) else ""


def _text(node: "etree._Element") -> str:
    return _line("".join(node.itertext()))


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
