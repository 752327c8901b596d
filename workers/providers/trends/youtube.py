"""YouTube's list of the most popular videos of a country, by the Data API."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Final

import httpx
from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError

from workers.providers.trends.base import Batch, Document
from workers.runtime.errors import AuthExpired, ProviderError, RateLimited, Rejected, Unavailable

_TIMEOUT: Final = httpx.Timeout(20, connect=5)
_PAGE: Final = 50
_MOST_PAGES: Final = 4
_PAUSES: Final = frozenset(("rateLimitExceeded", "userRateLimitExceeded"))
_SPENT: Final = frozenset(("quotaExceeded", "dailyLimitExceeded"))


class QuotaSpent(RateLimited):
    """YouTube itself says that the day's units are gone."""

    default_code = "YOUTUBE_QUOTA_EXCEEDED"


class _Snippet(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    title: str
    channelId: str  # noqa: N815 (the API's name)
    tags: list[str] = []
    defaultLanguage: str | None = None  # noqa: N815
    defaultAudioLanguage: str | None = None  # noqa: N815


class _Video(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    snippet: _Snippet


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    items: list[_Video] = []
    nextPageToken: str | None = None  # noqa: N815


class PopularVideos:
    """At most 200 videos, a unit of the budget for every 50."""

    source = "youtube"

    def __init__(self, region: str, key: SecretStr, take_unit: Callable[[], Awaitable[None]], base_url: str) -> None:
        """`take_unit` grants a call or raises Snooze."""
        self._region = region
        self._key = key
        self._take_unit = take_unit
        self._url = f"{base_url.rstrip('/')}/videos"

    async def read(self, cursor: str | None) -> AsyncIterator[Batch]:
        """A page a batch; the cursor is `<pages read>:<token of the next>`."""
        done, _, token = (cursor or "0:").partition(":")
        async with httpx.AsyncClient(timeout=_TIMEOUT) as client:
            for page in range(int(done) + 1, _MOST_PAGES + 1):
                await self._take_unit()
                answer = await self._page(client, token)
                token = answer.nextPageToken or ""
                is_last = not token or page == _MOST_PAGES
                yield Batch([_document(video) for video in answer.items], None if is_last else f"{page}:{token}")
                if is_last:
                    return

    async def _page(self, client: httpx.AsyncClient, token: str) -> _Answer:
        query = {"part": "snippet", "chart": "mostPopular", "regionCode": self._region, "maxResults": str(_PAGE)}
        if token:
            query["pageToken"] = token
        try:
            # in a header: addresses are logged
            response = await client.get(
                self._url, params=query, headers={"X-Goog-Api-Key": self._key.get_secret_value()}
            )
        except httpx.HTTPError as error:
            raise Unavailable(f"YouTube could not be reached: {type(error).__name__}", "YOUTUBE_UNAVAILABLE") from error
        if response.status_code != 200:
            raise _failure(response)
        try:
            return _Answer.model_validate_json(response.content)
        except ValidationError as error:
            raise Unavailable("YouTube's answer could not be read", "YOUTUBE_MALFORMED") from error


def _document(video: _Video) -> Document:
    said = video.snippet
    language = (said.defaultAudioLanguage or said.defaultLanguage or "").partition("-")[0].lower()
    return Document(
        key=f"youtube:{video.id}",
        publisher=said.channelId,
        title=said.title,
        tags=tuple(said.tags),
        language=language if len(language) == 2 else None,
        platform="youtube",
    )


def _failure(response: httpx.Response) -> ProviderError:
    reason, status = _reason(response), response.status_code
    shown = f"YouTube answered {status} {reason}".rstrip()
    if reason in _SPENT:
        return QuotaSpent(shown)
    if status == 429 or reason in _PAUSES:
        after = response.headers.get("retry-after", "")
        is_seconds = after.isascii() and after.isdigit() and len(after) < 6
        return RateLimited(shown, "YOUTUBE_RATE_LIMITED", float(after) if is_seconds else None)
    if status >= 500:
        return Unavailable(shown, "YOUTUBE_UNAVAILABLE")
    if status == 401 or reason in ("keyInvalid", "API_KEY_INVALID", "forbidden", "accessNotConfigured"):
        return AuthExpired(shown, "YOUTUBE_KEY_INVALID")
    return Rejected(shown, "YOUTUBE_REQUEST_INVALID")


def _reason(response: httpx.Response) -> str:
    """The machine's word for what is wrong; never the message, which may quote the key."""
    try:
        error: Any = response.json().get("error") or {}
        told = [*(error.get("errors") or []), *(error.get("details") or [])]
        reasons = [str(one["reason"]) for one in told if isinstance(one, dict) and one.get("reason")]
    except (ValueError, AttributeError, TypeError):
        return ""
    return next((reason for reason in reversed(reasons) if reason != "badRequest"), "")[:60]
