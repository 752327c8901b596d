"""What a model fills in for a post, and how the platform's own shape is composed of it.

Numbering, counting, and putting the parts together are not asked of a model.
"""

from collections.abc import Callable
from typing import Annotated, Any, Final, TypeAlias

import regex
from pydantic import BaseModel, ConfigDict, Field

from workers.providers import platform_limits as limits

_TAG_MARKS: Final = regex.compile(r"[^\w]+")
_NUMBER: Final = regex.compile(r"^\s*(?<place>\d{1,2})\s*(?:/\s*(?<of>\d{1,2})\s*[:.)-]?|[.)])\s+")

Tags: TypeAlias = Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=30)]
Line: TypeAlias = Annotated[str, Field(min_length=1, max_length=300)]

# Room for the number of a post, its tags, and characters that a platform counts twice.
_X_POST: Final = limits.X.post - 10
_THREADS_POST: Final = limits.THREADS.post - 10


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TikTokAnswer(_Answer):
    """Three ways to open a short video, what to say in it, and how to end it."""

    hooks: Annotated[
        list[Annotated[str, Field(max_length=limits.TIKTOK.hook)]], Field(min_length=3, max_length=limits.TIKTOK.hooks)
    ]
    talking_points: Annotated[
        list[Annotated[str, Field(max_length=limits.TIKTOK.talking_point)]],
        Field(min_length=1, max_length=limits.TIKTOK.talking_points),
    ]
    cta: Line
    hashtags: Tags


class XAnswer(_Answer):
    """A thread without numbers and hashtags in its posts."""

    posts: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=_X_POST)]],
        Field(min_length=1, max_length=limits.X.thread_posts),
    ]
    hashtags: Tags


class ThreadsAnswer(_Answer):
    """Posts chained as replies."""

    posts: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=_THREADS_POST)]],
        Field(min_length=1, max_length=limits.THREADS.posts),
    ]
    topic_tag: Annotated[str, Field(max_length=limits.THREADS.topic_tag)] | None


class LinkedInAnswer(_Answer):
    """The parts of one post, each without the others."""

    opening_hook: Annotated[str, Field(min_length=1, max_length=limits.LINKEDIN.fold)]
    body: Annotated[str, Field(min_length=1, max_length=2200)]
    cta: Line
    hashtags: Tags


class InstagramAnswer(_Answer):
    """A caption without its hashtags."""

    caption: Annotated[str, Field(min_length=1, max_length=1900)]
    hashtags: Tags
    alt_text: Annotated[str, Field(max_length=limits.INSTAGRAM.alt_text)] | None


class EmailAnswer(_Answer):
    """A newsletter in plain text."""

    subject: Annotated[str, Field(min_length=1, max_length=limits.EMAIL.subject)]
    preheader: Annotated[str, Field(min_length=1, max_length=limits.EMAIL.preheader)]
    body: Annotated[str, Field(min_length=1, max_length=limits.EMAIL.body)]


ANSWER_TYPES: Final[dict[str, type[_Answer]]] = {
    "tiktok": TikTokAnswer,
    "x": XAnswer,
    "threads": ThreadsAnswer,
    "linkedin": LinkedInAnswer,
    "instagram": InstagramAnswer,
    "email": EmailAnswer,
}


def compose(platform: str, answer: BaseModel, cta: str | None, max_hashtags: int | None) -> dict[str, Any]:
    """The fields of the platform's output. `cta` closes it: in place of the model's own line where the form has one,
    else at the end, unless the model said it. ValueError when a chain has no room left for it."""
    fields = answer.model_dump()
    if "hashtags" in fields:
        most = MOST_TAGS[platform] if max_hashtags is None else min(max_hashtags, MOST_TAGS[platform])
        fields["hashtags"] = hashtags(fields["hashtags"], most)
    return _COMPOSERS[platform](fields, " ".join((cta or "").split()))


def hashtags(words: list[str], most: int) -> list[str]:
    """Words or tags as distinct tags of letters, digits and underscores; those without a letter fall away."""
    kept: dict[str, str] = {}
    for tag in (_TAG_MARKS.sub("", word) for word in words):
        if regex.search(r"[^\W\d_]", tag) and len(tag) < 100:
            kept.setdefault(tag.casefold(), f"#{tag}")
    return list(kept.values())[:most]


def _tiktok(fields: dict[str, Any], closing: str) -> dict[str, Any]:
    return {**fields, "cta": closing or fields["cta"]}


def _x(fields: dict[str, Any], closing: str) -> dict[str, Any]:
    posts = _closed_chain(_unnumbered(fields["posts"]), closing, limits.X.thread_posts, _fits_x)
    count = len(posts)
    thread = [f"{position}/{count} {post}" for position, post in enumerate(posts, start=1)]
    tagged = " ".join([thread[-1], *fields["hashtags"]])
    if limits.x_length(tagged) <= limits.X.post:
        thread[-1] = tagged
    return {"thread": thread, "tweet_count": count, "hashtags": fields["hashtags"]}


def _fits_x(post: str) -> bool:
    room = limits.X.post - len("25/25 ")
    return limits.x_length(post) <= room and len(limits.cashtags_in(post)) <= limits.X.cashtags_per_post


def _unnumbered(posts: list[str]) -> list[str]:
    """Without the numbers that count them, as in 2/5 of the second of five; 24/7 and 50/50 count nothing."""
    found = [_NUMBER.match(post) for post in posts]
    all_in_order = len(posts) > 1 and all(number and int(number["place"]) == at for at, number in enumerate(found, 1))
    bare = []
    for at, (post, number) in enumerate(zip(posts, found, strict=True), start=1):
        counts = all_in_order or (number and (number["place"], number["of"]) == (str(at), str(len(posts))))
        bare.append((post[number.end() :] if number and counts else post).strip())
    return bare


def _threads(fields: dict[str, Any], closing: str) -> dict[str, Any]:
    tag = (fields["topic_tag"] or "").strip().lstrip("#").strip()
    posts = _closed_chain(fields["posts"], closing, limits.THREADS.posts, _fits_threads)
    return {"posts": posts, "topic_tag": tag or None}


def _fits_threads(post: str) -> bool:
    is_short = limits.threads_length(post) <= limits.THREADS.post
    return is_short and len(limits.hashtags_in(post)) <= limits.THREADS.hashtags_per_post


def _linkedin(fields: dict[str, Any], closing: str) -> dict[str, Any]:
    hook = " ".join(fields["opening_hook"].split())
    body = fields["body"].strip().removeprefix(hook).strip()
    cta = closing or fields["cta"]
    parts = [hook, body, cta, " ".join(fields["hashtags"])]
    return {
        "post": "\n\n".join(part for part in parts if part),
        "opening_hook": hook,
        "cta": cta,
        "hashtags": fields["hashtags"],
    }


def _instagram(fields: dict[str, Any], closing: str) -> dict[str, Any]:
    parts = [_closed(fields["caption"].strip(), closing), " ".join(fields["hashtags"])]
    return {**fields, "caption": "\n\n".join(part for part in parts if part)}


def _email(fields: dict[str, Any], closing: str) -> dict[str, Any]:
    return {**fields, "body": _closed(fields["body"].strip(), closing)}


def _closed(text: str, closing: str) -> str:
    return text if _says(text, closing) else f"{text}\n\n{closing}"


def _closed_chain(posts: list[str], closing: str, most: int, fits: Callable[[str], bool]) -> list[str]:
    """The closing line in the last post, or in one of its own where that has no room."""
    if any(_says(post, closing) for post in posts):
        return posts
    if fits(last := f"{posts[-1]}\n\n{closing}"):
        return [*posts[:-1], last]
    if len(posts) >= most:
        raise ValueError(f"posts leaves no room for the closing line: send at most {most - 1}")
    return [*posts, _shortened(closing, fits)]


def _says(text: str, line: str) -> bool:
    return line.casefold() in " ".join(text.casefold().split())


def _shortened(line: str, fits: Callable[[str], bool]) -> str:
    """As many of its words as fit, else of its letters."""
    words = line.split(" ")
    shorter = (" ".join(words[:count]) + "…" for count in range(len(words) - 1, 0, -1))
    letters = (line[:count] + "…" for count in range(len(line), 0, -1))
    return next(cut for cut in (line, *shorter, *letters) if fits(cut))


MOST_TAGS: Final = {
    "tiktok": limits.TIKTOK.hashtags,
    "x": limits.X.hashtags,
    "linkedin": limits.LINKEDIN.hashtags,
    "instagram": limits.INSTAGRAM.hashtags,
}

_COMPOSERS: Final[dict[str, Callable[[dict[str, Any], str], dict[str, Any]]]] = {
    "tiktok": _tiktok,
    "x": _x,
    "threads": _threads,
    "linkedin": _linkedin,
    "instagram": _instagram,
    "email": _email,
}
