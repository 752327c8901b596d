"""Adapters by name: `workers.providers.<capability>.<name>` with a function `build(settings)`; a new one is a file."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from workers.media import ffmpeg
from workers.media.ffmpeg import Ffmpeg
from workers.providers.ai import local
from workers.providers.ai.local import LocalExtractive
from workers.providers.ai.models import base as models
from workers.providers.ai.routing.announcing import Announcer
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.routing.generator import RoutedGenerator
from workers.providers.ai.routing.pool import ModelPool
from workers.providers.ai.routing.route import route_for
from workers.providers.embeddings import routed as embeddings
from workers.providers.embeddings.routed import EmbedderPool, RoutedEmbedder, Space
from workers.providers.settings import ProviderSettings
from workers.providers.storage.base import ObjectStore
from workers.providers.transcription import routed
from workers.providers.transcription.base import Recording
from workers.providers.transcription.routed import Heard
from workers.runtime.job import JobContext


class UnknownAdapter(Exception):  # noqa: N818 (names what it is)
    """The settings name an adapter that does not exist."""


async def generator_for(
    ctx: JobContext, about: Mapping[str, Any] | None = None, wanted: str | None = None, shows: str | None = None
) -> RoutedGenerator:
    """The text generator for a job: of its person's and organization's choice, else of the settings'.

    `about` (generation_id, content_item_id, client_account_id) goes into the records of calls that led to nothing;
    `wanted` names a model to try before all others, `shows` the step that begins with this.
    """
    settings = _settings()
    announcer = Announcer(ctx, about, shows)
    return RoutedGenerator(
        ctx,
        await route_for(ctx, settings, wanted=wanted, announcer=announcer),
        local=local_generator(),
        pool=_pool(),
        breakers=_breakers(),
        timeout_seconds=settings.ai_timeout_seconds,
        about=about,
        announcer=announcer,
    )


async def transcribe(ctx: JobContext, recording: Recording, language: str | None) -> Heard:
    """What is said in a recording: its captions, else by the models the organization or the platform chose."""
    return await routed.transcribe(ctx, recording, language, _settings(), _breakers())


async def check_hearing(ctx: JobContext) -> None:
    """Rejected UNSUPPORTED_TYPE where no model is set up to listen, before anything is fetched to be heard."""
    await routed.check(ctx, _settings())


def find_ffmpeg() -> Ffmpeg:
    """The program that cuts recordings."""
    return ffmpeg.find(_settings().ffmpeg)


async def embedder_for(ctx: JobContext, feature: str, space: Space | None = None) -> RoutedEmbedder:
    """The embedder for a job: of its organization's choice, or of the space whose vectors it is to compare with.

    `feature` names the work in the records of what calls cost. Rejected AI_MODEL_UNKNOWN when there is none.
    """
    return await embeddings.embedder(ctx, _settings(), _breakers(), _embedders(), feature, space)


def load_writers() -> None:
    """Load what the first text would wait for: an SDK takes a second. Keys of organizations are not known yet, so it is
    those of the providers that the platform can reach, or the local one where there is none."""
    providers = _settings().providers
    for provider in providers:
        models.load(provider)
    if not providers:
        local_generator().load()


@lru_cache(maxsize=1)
def local_generator() -> LocalExtractive:
    """The one that needs no key and no network."""
    return local.build()


def object_store(settings: ProviderSettings | None = None) -> ObjectStore:
    """The object store that the settings choose."""
    chosen = settings or ProviderSettings()
    store: ObjectStore = _load("storage", chosen.object_store).build(chosen)
    return store


def adapters(capability: str) -> list[str]:
    """The names of the adapters of a capability."""
    package = importlib.import_module(f"workers.providers.{capability}")
    names = [info.name for info in pkgutil.iter_modules(package.__path__) if not info.ispkg]
    return [name for name in names if hasattr(importlib.import_module(f"{package.__name__}.{name}"), "build")]


@lru_cache(maxsize=1)
def _settings() -> ProviderSettings:
    return ProviderSettings()


@lru_cache(maxsize=1)
def _pool() -> ModelPool:
    return ModelPool()


@lru_cache(maxsize=1)
def _embedders() -> EmbedderPool:
    return EmbedderPool()


@lru_cache(maxsize=1)
def _breakers() -> Breakers:
    return Breakers(_settings().ai_breaker_failures, _settings().ai_breaker_seconds)


def _load(capability: str, name: str) -> Any:
    known = adapters(capability)
    if name not in known:
        raise UnknownAdapter(f"there is no {capability} adapter {name!r}; choose from {', '.join(known)}")
    return importlib.import_module(f"workers.providers.{capability}.{name}")
