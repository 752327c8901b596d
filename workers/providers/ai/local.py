"""The adapter that needs no key and no network. It selects and trims the text's own sentences; it does not write."""

import asyncio
from typing import TYPE_CHECKING

from workers.providers.ai.base import Analysis, Generated, Language, PostRequest, Source
from workers.providers.ai.extractive.digest import DigestCache
from workers.providers.ai.extractive.material import Material
from workers.providers.ai.extractive.writers import WRITERS
from workers.providers.ai.posts import PlatformPost
from workers.providers.embeddings import local as local_embeddings
from workers.providers.embeddings.base import Embedder

if TYPE_CHECKING:
    from workers.providers.settings import ProviderSettings


class LocalExtractive:
    """Deterministic: the same text, tone and language give the same posts."""

    provider = "local"
    model = "local-extractive"

    def __init__(self, embedder: Embedder) -> None:
        self._digests = DigestCache(embedder)

    async def analyse(self, source: Source, language: Language) -> Generated[Analysis]:
        """Core message, key points, topic, audience and keywords by semantic ranking."""
        # a thread, so that heartbeats and other jobs go on
        return await asyncio.to_thread(self._analyse, source, language)

    async def write_post(self, request: PostRequest) -> Generated[PlatformPost]:
        """Fit sentences and fixed wording into the platform's shape."""
        return await asyncio.to_thread(self._write, request)

    def _analyse(self, source: Source, language: Language) -> Generated[Analysis]:
        digest = self._digests.get(source, language)
        return Generated(digest.analysis(), notes=_notes(digest.language, language))

    def _write(self, request: PostRequest) -> Generated[PlatformPost]:
        digest = self._digests.get(request.source, request.language)
        post = WRITERS[request.platform](Material(digest, request))
        return Generated(post, notes=_notes(digest.language, request.language))


def build(settings: "ProviderSettings") -> LocalExtractive:
    """The adapter; it has nothing to configure."""
    return LocalExtractive(local_embeddings.load())


def _notes(found: str | None, wanted: str) -> tuple[str, ...]:
    if found is not None and found != wanted:
        return (f"written in {found}, the language of the input: this provider does not translate",)
    if found is None:
        return ("the sentences keep the language of the input: this provider does not translate",)
    return ()
