"""Models over the simulators, and endpoints of a few words where a test has to decide every byte."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import web
from pydantic import SecretStr

from stack.simulators.server import Simulators
from workers.providers.ai.models.base import LanguageModel, Message, ModelConfig, ModelRequest, build

KEY: Final = "sk-test-0123456789abcdef"
NAMES: Final = {
    "openai": "gpt-5.4-mini",
    "google": "gemini-3.8-flash",
    "anthropic": "claude-haiku-5-5",
    "ollama": "llama-4:8b",
}
PROVIDERS: Final = tuple(NAMES)

SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "title": {"type": "string", "maxLength": 60, "default": "x"},
        "tags": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 4},
        "mood": {"$ref": "#/$defs/Mood", "description": "How it feels"},
    },
    "required": ["tags"],
    "$defs": {"Mood": {"type": "string", "enum": ["calm", "loud"]}},
}
TEXT: Final = "Bread needs time. A cold kitchen slows the starter down. Feed it twice a day before baking."


def config(sims: Simulators, provider: str, **changes: Any) -> ModelConfig:
    """A model of each provider, at its simulator."""
    urls = {"openai": sims.openai, "google": sims.gemini, "anthropic": sims.anthropic, "ollama": sims.compatible}
    given: dict[str, Any] = {
        "provider": provider,
        "model": NAMES[provider],
        "base_url": urls[provider],
        "api_key": None if provider == "ollama" else SecretStr(KEY),
        "timeout_seconds": 60.0,
    }
    return ModelConfig(**{**given, **changes})


@asynccontextmanager
async def model(sims: Simulators, provider: str, **changes: Any) -> AsyncIterator[LanguageModel]:
    """The adapter; closed at the end."""
    adapter = build(config(sims, provider, **changes))
    try:
        yield adapter
    finally:
        await adapter.aclose()


@asynccontextmanager
async def at(url: str, provider: str, **changes: Any) -> AsyncIterator[LanguageModel]:
    """The adapter of a provider at an address of the test's own; closed at the end."""
    key = None if provider == "ollama" else SecretStr(KEY)
    given: dict[str, Any] = {"provider": provider, "model": "m", "base_url": url, "api_key": key}
    adapter = build(ModelConfig(**{**given, **changes}))
    try:
        yield adapter
    finally:
        await adapter.aclose()


def request(text: str = TEXT, schema: dict[str, Any] | None = SCHEMA, **changes: Any) -> ModelRequest:
    """A request; for JSON unless the schema is None."""
    given: dict[str, Any] = {
        "system": "You write about bread.",
        "messages": (Message("user", text),),
        "output_schema": schema,
        "schema_name": "note",
        "max_output_tokens": 2000,
        "timeout_seconds": 60.0,
    }
    return ModelRequest(**{**given, **changes})


@dataclass
class Endpoint:
    """A server on loopback and what reached it."""

    url: str
    requests: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    hung_up: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a client left before its answer was whole."""

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """What the requests said."""
        return [body for _, _, body in self.requests]

    @property
    def headers(self) -> dict[str, str]:
        """Of the last request, by lower-case name."""
        return self.requests[-1][1]


Respond = Callable[[web.Request, dict[str, Any]], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def endpoint(respond: Respond) -> AsyncIterator[Endpoint]:
    """Answer every request with `respond(request, its JSON)`."""
    made = Endpoint("")

    async def handle(request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        body = json.loads(raw) if raw.startswith(b"{") else {}
        headers = {name.lower(): value for name, value in request.headers.items()}
        made.requests.append((request.path, headers, body))
        try:
            return await respond(request, body)
        except (ConnectionError, asyncio.CancelledError):
            made.hung_up.set()
            raise

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield made
    finally:
        await runner.cleanup()


def completion(text: str, **fields: Any) -> dict[str, Any]:
    """A chat completion with this text."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_760_000_000,
        "model": "small",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}],
        "usage": {"prompt_tokens": 9, "completion_tokens": 3, "total_tokens": 12},
        **fields,
    }
