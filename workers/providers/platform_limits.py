"""What each platform accepts, and how it counts.

Limits are the platforms' own; where a platform publishes no figure the source says so. Every schema validator and every
adapter reads them from here.
"""

import warnings
from dataclasses import dataclass
from typing import Final

import regex

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it reads its data by pkg_resources, which warns of its own end
    from twitter_text import parse_tweet

_EMOJI: Final = regex.compile(r"\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3")
_GRAPHEME: Final = regex.compile(r"\X")
_HASHTAG: Final = regex.compile(r"(?<![\w&/])#(?=[\w]*[^\W\d_])\w+")
_MENTION: Final = regex.compile(r"(?<![\w.+-])@[A-Za-z0-9_.]+\w")
_CASHTAG: Final = regex.compile(r"(?<![\w$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?\b")


@dataclass(frozen=True, slots=True)
class XLimits:
    """docs.x.com, counting characters (twitter-text configuration 3); one cashtag a post is a self-serve API rule."""

    post: int = 280
    thread_posts: int = 25
    hashtags: int = 2
    cashtags_per_post: int = 1


@dataclass(frozen=True, slots=True)
class ThreadsLimits:
    """developers.facebook.com/documentation/threads/posts: 500 characters, emoji as UTF-8 bytes, one topic tag."""

    post: int = 500
    posts: int = 10
    topic_tag: int = 50
    hashtags_per_post: int = 1


@dataclass(frozen=True, slots=True)
class LinkedInLimits:
    """3,000 characters is enforced by the site (error FIELD_LENGTH_TOO_LONG), not documented; the fold is observed."""

    post: int = 3000
    fold: int = 210
    hashtags: int = 5


@dataclass(frozen=True, slots=True)
class InstagramLimits:
    """IG User Media reference: 2,200 characters, 20 mentions, 30 hashtags; since December 2025 the app accepts 5."""

    caption: int = 2200
    hashtags: int = 5
    mentions: int = 20
    alt_text: int = 1000


@dataclass(frozen=True, slots=True)
class TikTokLimits:
    """Content Posting API: a caption of 2,200 UTF-16 units; the sizes of spoken parts are editorial."""

    caption: int = 2200
    hooks: int = 3
    hook: int = 150
    talking_points: int = 7
    talking_point: int = 320
    hashtags: int = 5


@dataclass(frozen=True, slots=True)
class EmailLimits:
    """A subject of 60 characters survives the common inbox lists; preheaders are cut near 110."""

    subject: int = 60
    preheader: int = 110
    body: int = 20_000


X: Final = XLimits()
THREADS: Final = ThreadsLimits()
LINKEDIN: Final = LinkedInLimits()
INSTAGRAM: Final = InstagramLimits()
TIKTOK: Final = TikTokLimits()
EMAIL: Final = EmailLimits()


def x_length(text: str) -> int:
    """Weighted length by twitter-text: CJK and emoji count 2, every URL 23."""
    return int(parse_tweet(text).weightedLength)


def threads_length(text: str) -> int:
    """Characters as Threads counts them: an emoji is as long as its UTF-8 form."""
    if not _EMOJI.search(text):
        return len(text)
    return sum(
        len(grapheme.encode()) if _EMOJI.search(grapheme) else len(grapheme) for grapheme in _GRAPHEME.findall(text)
    )


def utf16_length(text: str) -> int:
    """UTF-16 code units: the strictest way the other platforms may count characters."""
    return len(text.encode("utf-16-le")) // 2


def hashtags_in(text: str) -> list[str]:
    """The hashtags a platform would link in this text, with their number sign."""
    return _HASHTAG.findall(text)


def mentions_in(text: str) -> list[str]:
    """The accounts this text would notify."""
    return _MENTION.findall(text)


def cashtags_in(text: str) -> list[str]:
    """The ticker symbols X would link in this text."""
    return _CASHTAG.findall(text)
