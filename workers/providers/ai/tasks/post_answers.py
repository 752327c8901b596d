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
    """The fields of the platform's output; `cta` takes the place of the model's own."""
    fields = answer.model_dump()
    if cta and "cta" in fields:
        fields["cta"] = " ".join(cta.split())
    if "hashtags" in fields:
        most = MOST_TAGS[platform] if max_hashtags is None else min(max_hashtags, MOST_TAGS[platform])
        fields["hashtags"] = hashtags(fields["hashtags"], most)
    return _COMPOSERS.get(platform, dict)(fields)


def hashtags(words: list[str], most: int) -> list[str]:
    """Words or tags as distinct tags of letters, digits and underscores; those without a letter fall away."""
    kept: dict[str, str] = {}
    for tag in (_TAG_MARKS.sub("", word) for word in words):
        if regex.search(r"[^\W\d_]", tag) and len(tag) < 100:
            kept.setdefault(tag.casefold(), f"#{tag}")
    return list(kept.values())[:most]


def _x(fields: dict[str, Any]) -> dict[str, Any]:
    posts = _unnumbered(fields["posts"])
    count = len(posts)
    thread = [f"{position}/{count} {post}" for position, post in enumerate(posts, start=1)]
    tagged = " ".join([thread[-1], *fields["hashtags"]])
    if limits.x_length(tagged) <= limits.X.post:
        thread[-1] = tagged
    return {"thread": thread, "tweet_count": count, "hashtags": fields["hashtags"]}


def _unnumbered(posts: list[str]) -> list[str]:
    """Without the numbers that count them, as in 2/5 of the second of five; 24/7 and 50/50 count nothing."""
    found = [_NUMBER.match(post) for post in posts]
    all_in_order = len(posts) > 1 and all(number and int(number["place"]) == at for at, number in enumerate(found, 1))
    bare = []
    for at, (post, number) in enumerate(zip(posts, found, strict=True), start=1):
        counts = all_in_order or (number and (number["place"], number["of"]) == (str(at), str(len(posts))))
        bare.append((post[number.end() :] if number and counts else post).strip())
    return bare


def _threads(fields: dict[str, Any]) -> dict[str, Any]:
    tag = (fields["topic_tag"] or "").strip().lstrip("#").strip()
    return {"posts": fields["posts"], "topic_tag": tag or None}


def _linkedin(fields: dict[str, Any]) -> dict[str, Any]:
    hook = " ".join(fields["opening_hook"].split())
    body = fields["body"].strip().removeprefix(hook).strip()
    parts = [hook, body, fields["cta"], " ".join(fields["hashtags"])]
    return {
        "post": "\n\n".join(part for part in parts if part),
        "opening_hook": hook,
        "cta": fields["cta"],
        "hashtags": fields["hashtags"],
    }


def _instagram(fields: dict[str, Any]) -> dict[str, Any]:
    parts = [fields["caption"].strip(), " ".join(fields["hashtags"])]
    return {**fields, "caption": "\n\n".join(part for part in parts if part)}


MOST_TAGS: Final = {
    "tiktok": limits.TIKTOK.hashtags,
    "x": limits.X.hashtags,
    "linkedin": limits.LINKEDIN.hashtags,
    "instagram": limits.INSTAGRAM.hashtags,
}

_COMPOSERS: Final[dict[str, Callable[[dict[str, Any]], dict[str, Any]]]] = {
    "x": _x,
    "threads": _threads,
    "linkedin": _linkedin,
    "instagram": _instagram,
}
