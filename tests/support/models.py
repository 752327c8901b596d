"""Jobs whose models are the simulated ones: routes, settings and generators for tests."""

from __future__ import annotations

from typing import Any

from pydantic import SecretStr

from stack.simulators import Simulators
from tests.support.links import Ledger, job_context
from tests.support.opened import opened
from tests.support.posts import ENGLISH
from tests.support.posts import generator as local_generator
from workers.providers.ai.routing.announcing import Announcer
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.routing.generator import RoutedGenerator
from workers.providers.ai.routing.pool import ModelPool
from workers.providers.ai.routing.route import route_for
from workers.providers.ai.tasks.analysis import AnalyseText
from workers.providers.ai.tasks.base import Source
from workers.providers.settings import ProviderSettings

MODELS = {
    "openai": "gpt-6-luna",
    "anthropic": "claude-haiku-5-5",
    "google": "gemini-2.5-flash",
    "local": "local-extractive",
}
ANALYSE = AnalyseText(source=Source(text=ENGLISH.read_text()))
KEY = "sk-platform-0001"
OWN_KEY = "sk-own-of-ada-0002"


def settings_for(sims: Simulators, **changes: Any) -> ProviderSettings:
    """Settings that lead every provider to its simulator."""
    urls = {"openai": sims.openai, "anthropic": sims.anthropic, "google": sims.gemini}
    given = {
        "ai_base_urls": urls,
        "openai_api_key": SecretStr(KEY),
        "anthropic_api_key": SecretStr(KEY),
        "google_api_key": SecretStr(KEY),
        "ai_timeout_seconds": 20,
    }
    return ProviderSettings(**{**given, **changes})


def row(provider: str, **changes: Any) -> dict[str, Any]:
    """A row of `ai_route`."""
    return {
        "ai_provider": provider,
        "ai_model": MODELS[provider],
        "chosen_by": "platform",
        "base_url": None,
        "is_api_key_required": provider != "local",
        "has_own_key": False,
        "has_budget": False,
        "max_output_tokens": None,
        **changes,
    }


async def routed(
    ledger: Ledger,
    settings: ProviderSettings,
    *rows: dict[str, Any],
    breakers: Breakers | None = None,
    **job: Any,
) -> RoutedGenerator:
    """The generator of a job whose route the database answers with these rows."""
    ledger.functions["ai_route"] = list(rows)
    ctx = job_context(ledger, "generate_posts", {}, **job)
    about = {"generation_id": "g"}
    announcer = Announcer(ctx, about)
    return RoutedGenerator(
        ctx,
        await route_for(ctx, settings, announcer=announcer),
        local=local_generator(),
        pool=opened(ModelPool()),
        breakers=breakers or Breakers(),
        timeout_seconds=settings.ai_timeout_seconds,
        about=about,
        announcer=announcer,
    )


def asked(sims: Simulators) -> list[str]:
    """Whom the calls so far went to."""
    return [entry.provider for entry in sims.ledger.entries]


def recorded(ledger: Ledger) -> list[dict[str, Any]]:
    """The calls that were sent to be on record."""
    return [entry for name, given in ledger.calls if name == "record_ai_usage" for entry in given["p_entries"]]


def announced(ledger: Ledger) -> list[dict[str, Any]]:
    """The calls that were told of while they were made."""
    return [entry for name, given in ledger.calls if name == "begin_ai_calls" for entry in given["p_calls"]]
