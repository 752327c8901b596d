"""What a web page says of itself in its head: Open Graph, Twitter cards, and the names that HTML has for it."""

from typing import Final
from urllib.parse import urljoin, urlsplit

import regex
from lxml import etree
from pydantic import BaseModel, ConfigDict

from workers.inputs.addresses import PublicInternet

_LONGEST: Final = 10_000
_LONGEST_URL: Final = 2048
_WEB_PORT: Final = 443
_LONGEST_RECORDING: Final = 7 * 24 * 3600
_ISO_DURATION: Final = regex.compile(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,7})(?:\.\d+)?S)?)?")
_RECORDINGS: Final = ("video", "music")
_TITLES: Final = ("og:title", "twitter:title")
_DESCRIPTIONS: Final = ("og:description", "twitter:description", "description")
_IMAGES: Final = ("og:image:secure_url", "og:image:url", "og:image", "twitter:image", "twitter:image:src")
_DURATIONS: Final = ("duration", "og:video:duration", "video:duration", "music:duration")


class PageHead(BaseModel):
    """A page in its own words; null is what it does not say."""

    model_config = ConfigDict(frozen=True)

    title: str | None = None
    description: str | None = None
    image_url: str | None = None
    """Absolute, http or https, of a host that can be public."""
    duration_seconds: int | None = None
    is_recording: bool = False
    """It calls itself the page of a video or a piece of music: what else stands there is not what is said in it."""


def of_html(html: str, url: str) -> PageHead:
    """The head of a page that was found at `url`; nothing, where it cannot be read as HTML."""
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(html.encode(), parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        return PageHead()
    said = _metadata(root)
    title = root.find(".//title")
    return PageHead(
        title=_first(said, _TITLES) or (_clean("".join(title.itertext())) if title is not None else None),
        description=_first(said, _DESCRIPTIONS),
        image_url=_address(_first(said, _IMAGES), url),
        duration_seconds=next(
            (length for name in _DURATIONS if (length := _seconds(said.get(name))) is not None), None
        ),
        is_recording=said.get("og:type", "").lower().startswith(_RECORDINGS),
    )


def _metadata(root: etree._Element) -> dict[str, str]:
    """The first word on each matter."""
    said: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = _clean(element.get("content") or "")
        if name and content:
            said.setdefault(name, content)
    return said


def _first(said: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if name in said), None)


def _clean(text: str) -> str | None:
    lines = (" ".join(line.split()) for line in text[:_LONGEST].splitlines())
    return "\n".join(line for line in lines if line) or None


def _address(found: str | None, url: str) -> str | None:
    if found is None:
        return None
    try:
        address = urljoin(url, found)
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    # browsers load it: a page must not point them at what stands beside them in their network
    is_public = address.startswith(("http://", "https://")) and PublicInternet().allows_host(host, _WEB_PORT)
    return address if is_public and len(address) <= _LONGEST_URL else None


def _seconds(said: str | None) -> int | None:
    """Seconds, or a duration of ISO 8601; null for anything else."""
    if said is None:
        return None
    if said.isascii() and said.isdigit():
        length = int(said[:10])
    elif (parts := _ISO_DURATION.fullmatch(said.upper())) and any(parts.groups()):
        days, hours, minutes, seconds = (int(part or 0) for part in parts.groups())
        length = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    else:
        return None
    return length if 0 < length <= _LONGEST_RECORDING else None
