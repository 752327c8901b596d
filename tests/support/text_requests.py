"""What the database hands to the workers that write titles, scripts and texts to be found by."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

from pydantic import SecretStr

from stack.simulators.server import Simulators
from tests.support.posts import DUTCH, ENGLISH, generator
from workers.providers.ai.models.base import ModelConfig, build
from workers.providers.ai.prompted.generator import PromptedGenerator
from workers.providers.ai.tasks.base import Generated, T, Task, TextGenerator
from workers.runtime.job import JobContext
from workers.writing.steps import Tools

TEXTS = {"en": ENGLISH, "nl": DUTCH}
DOES_NOT_WRITE = {"en": "this provider does not write", "nl": "deze provider schrijft niet zelf"}
TITLES = {"en": "Clear audio in an ordinary room", "nl": "Tomaten op een balkon"}
WORKED = {
    "sample_count": 12,
    "is_learned": True,
    "average_percentile": 50,
    "titles": [{"value": "question", "sample_count": 4, "average_percentile": 90, "lift": 40, "score": 68}],
    "best": [{"title": "Why is it so loud?", "percentile": 97}],
    "avoid": [{"feature": "titles", "value": "statement", "sample_count": 4, "lift": -40, "score": 30}],
}


def source(language: str = "en", **changes: Any) -> dict[str, Any]:
    return {"title": TITLES[language], "text": TEXTS[language].read_text(), "performance_score": 81.4, **changes}


def titles_payload(language: str = "en", **changes: Any) -> dict[str, Any]:
    return {
        "generation_id": str(uuid4()),
        "language": language,
        "count": 5,
        "style": "educational",
        "target_keywords": [],
        "sources": [source(language)],
        "what_worked": WORKED,
        **changes,
    }


def script_payload(language: str = "en", style: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    return {
        "generation_id": str(uuid4()),
        "language": language,
        "title": TITLES[language],
        "duration_seconds": 45,
        "style": {
            "hook_intensity": "moderate",
            "motivational_level": "medium",
            "include_statistics": True,
            "include_call_to_action": True,
            **(style or {}),
        },
        "sources": [source(language, title=None)],
        "what_worked": WORKED,
        **changes,
    }


def seo_payload(language: str = "en", **changes: Any) -> dict[str, Any]:
    return {
        "generation_id": str(uuid4()),
        "language": language,
        "title": TITLES[language],
        "script": TEXTS[language].read_text(),
        "target_keywords": ["microphone"] if language == "en" else ["tomaten"],
        "include_timestamps": True,
        "include_hashtags": True,
        **changes,
    }


class Counting:
    """The local adapter, with its calls counted, and an error in its place where a test wants one."""

    provider = "local"
    model = "local-extractive"

    def __init__(self, error: Exception | None = None) -> None:
        self.calls = 0
        self.error = error

    async def run(self, task: Task[T]) -> Generated[T]:
        self.calls += 1
        if self.error is not None:
            raise self.error
        return await generator().run(task)


def tools(made_with: TextGenerator) -> Tools:
    async def chosen(_: JobContext) -> TextGenerator:
        return made_with

    answer: Callable[[JobContext], Awaitable[TextGenerator]] = chosen
    return Tools(generator=answer)


MODELS = {"openai": "gpt-5.4-mini", "google": "gemini-3.8-flash", "anthropic": "claude-haiku-5-5"}


@asynccontextmanager
async def prompted(sims: Simulators, provider: str) -> AsyncIterator[Tools]:
    """A model of the provider at its simulator, behind the prompts."""
    urls = {"openai": sims.openai, "google": sims.gemini, "anthropic": sims.anthropic}
    model = build(
        ModelConfig(
            provider=provider,
            model=MODELS[provider],
            base_url=urls[provider],
            api_key=SecretStr("sk-test-0123456789"),
            timeout_seconds=60.0,
        )
    )
    try:
        yield tools(PromptedGenerator(model))
    finally:
        await model.aclose()
