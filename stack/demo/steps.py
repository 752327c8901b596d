"""What the visitor asks for, one after the other; each step fails unless its result is really there."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console

from stack.demo.client import PLATFORMS, Visitor
from stack.demo.errors import DemoError
from stack.demo.live import Event, Work, follow
from stack.demo.source import Source

TITLE_COUNT = 5
TITLE_CHARACTERS = 70
SCRIPT_SECONDS = 60
DESCRIPTION_WORDS = 80


class Stopwatch:
    """Seconds per named step, in order."""

    def __init__(self) -> None:
        """Start empty."""
        self.steps: list[tuple[str, float]] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time the block."""
        start = time.perf_counter()
        yield
        self.steps.append((name, time.perf_counter() - start))

    @property
    def last(self) -> float:
        """Seconds of the step that ended last."""
        return self.steps[-1][1]


class Session:
    """One visitor at work, with an open ear."""

    def __init__(self, visitor: Visitor, events: asyncio.Queue[Event], console: Console, watch: Stopwatch) -> None:
        """`events` are those of `visitor.live()`."""
        self._visitor = visitor
        self._events = events
        self._console = console
        self._watch = watch
        self.seen = 0

    async def posts(self, source: Source, tone: str, language: str) -> dict[str, Any]:
        """The input as posts for every platform, as `get_generation` shows it."""
        with self._watch.step("analyse, write six posts"):
            generation = await self._done(await self._visitor.create_generation(source, tone, language))
        missing = [platform for platform in PLATFORMS if platform not in generation["outputs"]]
        _require(not missing, f"Six posts: {', '.join(missing)} missing")
        return generation

    async def voice(self, samples: Sequence[str]) -> dict[str, Any]:
        """The voice of the author of the samples, as `get_brand_voice` shows it."""
        with self._watch.step("learn a brand voice"):
            voice = await self._done(await self._visitor.learn_voice(samples))
        unread = [one["title"] for one in voice["sources"] if one["status"] != "read"]
        _require(len(voice["sources"]) == len(samples) and not unread, f"Brand voice: not read: {unread}")
        _require(voice["embedded_count"] == voice["sample_count"] > 0, "Brand voice: not every sample has a vector")
        _require(bool(voice["tone_card"].get("traits")), "Brand voice: the tone card is empty")
        return voice

    async def titles(self, generation: dict[str, Any], voice: dict[str, Any], language: str) -> dict[str, Any]:
        """Titles for the input, as `get_titles` shows them."""
        with self._watch.step("write titles"):
            asked = await self._visitor.request(
                "titles",
                "titles",
                source_analysis={"video_ids": [generation["id"]]},
                generation_params={
                    "count": TITLE_COUNT, "style": "educational", "language": language, "max_length": TITLE_CHARACTERS,
                },
                user_preferences={"brand_voice": voice["brand_profile_id"]},
            )  # fmt: skip
            made = await self._done(asked)
        _require(bool(made["titles"]), "Titles: there are none")
        for title in made["titles"]:
            _require(
                0 < len(title["text"]) <= TITLE_CHARACTERS
                and title["seo_score"] is not None
                and bool(title["reasons"]),
                f"Titles: one lacks its score or reasons: {title['text']}",
            )
        return made

    async def script(self, title: dict[str, Any], language: str) -> dict[str, Any]:
        """A script to a title, as `get_script` shows it."""
        with self._watch.step("write a script"):
            asked = await self._visitor.request(
                "script",
                "script",
                title_id=title["id"],
                parameters={
                    "duration_seconds": SCRIPT_SECONDS,
                    "language": language,
                    "style_preferences": {
                        "hook_intensity": "moderate",
                        "motivational_level": "light",
                        "include_statistics": True,
                        "include_call_to_action": True,
                    },
                },
            )
            made = await self._done(asked)
        _require(
            bool(made["script"] and made["script"]["full_text"] and made["quality_metrics"] and made["reasons"]),
            "Script: the text, its scores or its reasons are missing",
        )
        return made

    async def seo(
        self, title: dict[str, Any], script: dict[str, Any], keywords: list[str], language: str
    ) -> dict[str, Any]:
        """Texts by which the video is found, as `get_seo_content` shows them."""
        with self._watch.step("write SEO texts"):
            asked = await self._visitor.request(
                "SEO texts",
                "seo_content",
                video_context={
                    "title": title["text"],
                    "script": script["script"]["full_text"],
                    "target_keywords": keywords,
                    "language": language,
                },
                requirements={
                    "description_min_words": DESCRIPTION_WORDS,
                    "include_timestamps": True,
                    "include_hashtags": True,
                },
            )
            made = await self._done(asked)
        description = made["description"]
        _require(
            bool(description and description["text"] and made["tags"]) and description["seo_score"] is not None,
            "SEO texts: the description, its score or the tags are missing",
        )
        return made

    async def _done(self, work: Work) -> dict[str, Any]:
        made, seen = await follow(work, self._events, self._console)
        self.seen += seen
        return made


def _require(is_so: bool, complaint: str) -> None:
    if not is_so:
        raise DemoError(f"{complaint}.")
