"""The structured output of each platform. A value of these types is valid for its platform, whoever wrote it."""

from collections.abc import Callable
from typing import Annotated, Final, Literal, TypeAlias

import regex
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from workers.providers import platform_limits as limits

Platform: TypeAlias = Literal["tiktok", "x", "threads", "linkedin", "instagram", "email"]

_FORBIDDEN: Final = regex.compile(r"[\p{Cc}--[\t\n]]|[\u202A-\u202E\u2066-\u2069]|[\uFFFE\uFFFF\uFEFF]", regex.VERSION1)
_HASHTAG: Final = r"^#\w*[^\W\d_]\w*$"


def _printable(value: str) -> str:
    if _FORBIDDEN.search(value):
        raise ValueError("holds control or direction-override characters")
    return value


def _at_most(limit: int, measure: Callable[[str], int]) -> AfterValidator:
    def check(value: str) -> str:
        length = measure(value)
        if length > limit:
            raise ValueError(f"is {length} characters long as the platform counts; at most {limit} are allowed")
        return value

    return AfterValidator(check)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_printable)]
Line = Annotated[Text, StringConstraints(pattern=r"^[^\n]+$")]
Hashtag = Annotated[str, StringConstraints(pattern=_HASHTAG, min_length=2, max_length=100)]
XPost = Annotated[Text, _at_most(limits.X.post, limits.x_length)]
ThreadsPost = Annotated[Text, _at_most(limits.THREADS.post, limits.threads_length)]
TopicTag = Annotated[Line, StringConstraints(pattern=r"^[^.&#]+$", max_length=limits.THREADS.topic_tag)]


class _Output(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TikTokPost(_Output):
    """What to say in a short video, and what to write under it."""

    hooks: Annotated[
        list[Annotated[Line, _at_most(limits.TIKTOK.hook, limits.utf16_length)]], Field(min_length=3, max_length=3)
    ]
    talking_points: Annotated[
        list[Annotated[Line, _at_most(limits.TIKTOK.talking_point, limits.utf16_length)]],
        Field(min_length=1, max_length=limits.TIKTOK.talking_points),
    ]
    cta: Annotated[Line, StringConstraints(max_length=300)]
    hashtags: Annotated[list[Hashtag], Field(max_length=limits.TIKTOK.hashtags)]


class XThread(_Output):
    """A thread; each post carries its number n/m."""

    thread: Annotated[list[XPost], Field(min_length=1, max_length=limits.X.thread_posts)]
    tweet_count: Annotated[int, Field(ge=1, le=limits.X.thread_posts)]
    hashtags: Annotated[list[Hashtag], Field(max_length=limits.X.hashtags)]

    @model_validator(mode="after")
    def _numbered(self) -> "XThread":
        count = len(self.thread)
        if self.tweet_count != count:
            raise ValueError(f"tweet_count is {self.tweet_count}, the thread has {count} posts")
        for position, post in enumerate(self.thread, start=1):
            if not post.startswith(f"{position}/{count} "):
                raise ValueError(f"post {position} does not start with its number {position}/{count}")
            if len(limits.cashtags_in(post)) > limits.X.cashtags_per_post:
                raise ValueError(f"post {position} has more than one cashtag")
        return self


class ThreadsChain(_Output):
    """Posts chained as replies, filed under one topic."""

    posts: Annotated[list[ThreadsPost], Field(min_length=1, max_length=limits.THREADS.posts)]
    topic_tag: TopicTag | None

    @model_validator(mode="after")
    def _one_tag(self) -> "ThreadsChain":
        if any(len(limits.hashtags_in(post)) > limits.THREADS.hashtags_per_post for post in self.posts):
            raise ValueError("a Threads post links one tag only")
        return self


class LinkedInPost(_Output):
    """One post whose first line stands above the fold."""

    post: Annotated[Text, _at_most(limits.LINKEDIN.post, limits.utf16_length)]
    opening_hook: Annotated[Line, _at_most(limits.LINKEDIN.fold, limits.utf16_length)]
    cta: Annotated[Line, StringConstraints(max_length=300)]
    hashtags: Annotated[list[Hashtag], Field(max_length=limits.LINKEDIN.hashtags)]

    @model_validator(mode="after")
    def _hook_first(self) -> "LinkedInPost":
        if not self.post.startswith(self.opening_hook):
            raise ValueError("the post does not start with its opening hook")
        return self


class InstagramPost(_Output):
    """A caption with few hashtags, and words for those who cannot see the picture's text."""

    caption: Annotated[Text, _at_most(limits.INSTAGRAM.caption, limits.utf16_length)]
    hashtags: Annotated[list[Hashtag], Field(max_length=limits.INSTAGRAM.hashtags)]
    alt_text: Annotated[Text, _at_most(limits.INSTAGRAM.alt_text, limits.utf16_length)] | None

    @model_validator(mode="after")
    def _few_tags(self) -> "InstagramPost":
        if len(limits.hashtags_in(self.caption)) > limits.INSTAGRAM.hashtags:
            raise ValueError(f"the caption has more than {limits.INSTAGRAM.hashtags} hashtags")
        if len(limits.mentions_in(self.caption)) > limits.INSTAGRAM.mentions:
            raise ValueError(f"the caption mentions more than {limits.INSTAGRAM.mentions} accounts")
        return self


class EmailMessage(_Output):
    """A newsletter in plain text."""

    subject: Annotated[Line, _at_most(limits.EMAIL.subject, limits.utf16_length)]
    preheader: Annotated[Line, _at_most(limits.EMAIL.preheader, limits.utf16_length)]
    body: Annotated[Text, _at_most(limits.EMAIL.body, limits.utf16_length)]


PlatformPost: TypeAlias = TikTokPost | XThread | ThreadsChain | LinkedInPost | InstagramPost | EmailMessage

POST_TYPES: Final[dict[str, type[_Output]]] = {
    "tiktok": TikTokPost,
    "x": XThread,
    "threads": ThreadsChain,
    "linkedin": LinkedInPost,
    "instagram": InstagramPost,
    "email": EmailMessage,
}
