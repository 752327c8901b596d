"""The voice of the brand that a text is written for: its nearest samples before, and how well the text fits after."""

from collections.abc import Awaitable, Callable, Sequence
from itertools import accumulate, pairwise
from typing import Any, Final, TypeAlias

from workers.providers import selection
from workers.providers.ai.routing.route import LOCAL
from workers.providers.ai.tasks.context import Brand
from workers.providers.embeddings import local
from workers.providers.embeddings.routed import RoutedEmbedder, Space
from workers.runtime.errors import ProviderError, Snooze
from workers.runtime.job import JobContext
from workers.scoring.wording import say
from workers.voice.fit import VoiceFit, fit
from workers.voice.learning import FEATURE
from workers.voice.sampling import comparable
from workers.voice.voice import LearnedVoice

_SAMPLES: Final = 4
_SAMPLE_CHARACTERS: Final = 600
_SUBJECT_CHARACTERS: Final = 2000
_LOCAL: Final = Space(LOCAL, local.LocalTextEmbedder.model, local.WordLlamaEmbedder.dimension)

EmbedderFor: TypeAlias = Callable[[JobContext, str, Space], Awaitable[RoutedEmbedder]]


class BrandVoice:
    """One brand for one job. A voice that cannot be asked costs no text: it is left out, and `notes` says so."""

    def __init__(
        self,
        ctx: JobContext,
        brand: Brand,
        learned: LearnedVoice | None,
        language: str,
        embedder_for: EmbedderFor = selection.embedder_for,
    ) -> None:
        self.notes: list[str] = []
        self._ctx = ctx
        self._brand = brand
        self._learned = learned
        self._language = language
        self._embedder_for = embedder_for

    async def told(self, subject: str) -> Brand:
        """The brand as a model is told of it, with its tone card and the samples nearest to what is written about."""
        if self._brand.id is None:
            return self._brand
        found: dict[str, Any] = {"samples": await self._samples(subject)}
        if self._learned is not None:
            card = self._learned.tone_card
            found |= {"traits": card.traits, "instructions": card.guidelines, "avoid": card.avoid}
        return self._brand.model_copy(update=found)

    async def fits(self, texts: Sequence[str], language: str) -> list[VoiceFit]:
        """How well each text fits, see docs/brand-voice.md."""
        if self._brand.id is None:
            return [VoiceFit(None, reason="no_brand")] * len(texts)
        if self._learned is None:
            return [VoiceFit(None, reason="not_learned")] * len(texts)
        # what has no manner to compare needs no vector either
        found = await self._ctx.run_blocking(self._by_manner, texts, language)
        told = [index for index, one in enumerate(found) if one.score is not None]
        voice = self._learned
        if not told or voice is None or voice.nearness_median is None:
            return found
        stretches = [comparable(texts[index], language) for index in told]
        try:
            nearness = await self._nearness([stretch for one in stretches for stretch in one])
        except (ProviderError, Snooze) as signal:
            self._missed(signal, "manner_alone")
            return found
        bounds = pairwise(accumulate(map(len, stretches), initial=0))
        for index, (start, end) in zip(told, bounds, strict=True):
            found[index] = found[index].with_nearness(nearness[start:end], voice)
        return found

    def _by_manner(self, texts: Sequence[str], language: str) -> list[VoiceFit]:
        return [fit(text, language, self._learned) for text in texts]

    async def _samples(self, subject: str) -> list[str]:
        if not subject.strip():
            return []
        try:
            embedder = await self._embedder()
            vector = (await embedder.embed([subject[:_SUBJECT_CHARACTERS]], "query")).vectors[0]
            if not vector.any():
                # no word of it is known to the model, and nothing is near to nothing
                return []
            rows: list[dict[str, Any]] = await self._ctx.rpc(
                "match_brand_voice_for",
                p_organization_id=self._ctx.job.organization_id,
                p_brand_profile_id=self._brand.id,
                p_embedding=f"[{','.join(f'{number:.6f}' for number in vector)}]",
                p_ai_provider=embedder.space.ai_provider,
                p_ai_model=embedder.space.ai_model,
                p_limit=_SAMPLES,
            )
        except (ProviderError, Snooze) as signal:
            # a brand that was deleted since must not cost the work either
            self._missed(signal, "no_samples")
            return []
        return [str(row["sample_text"])[:_SAMPLE_CHARACTERS] for row in rows or ()]

    async def _nearness(self, texts: Sequence[str]) -> list[float | None]:
        embedder = await self._embedder()
        # as the samples themselves were embedded
        vectors = (await embedder.embed(texts, "document")).vectors
        found: list[float | None] = []
        for start in range(0, len(texts), 200):
            found += await self._ctx.rpc(
                "brand_voice_nearness",
                p_organization_id=self._ctx.job.organization_id,
                p_brand_profile_id=self._brand.id,
                p_embeddings=[
                    [round(float(number), 6) for number in vector] for vector in vectors[start : start + 200]
                ],
                p_ai_provider=embedder.space.ai_provider,
                p_ai_model=embedder.space.ai_model,
            )
        return found

    async def _embedder(self) -> RoutedEmbedder:
        return await self._embedder_for(self._ctx, FEATURE, self._space())

    def _space(self) -> Space:
        """That of the brand's samples."""
        voice = self._learned
        if voice is None or voice.ai_provider is None or voice.ai_model is None:
            return _LOCAL
        return Space(voice.ai_provider, voice.ai_model, voice.embedding_dimensions)

    def _missed(self, signal: ProviderError | Snooze, sentence: str) -> None:
        code = signal.code if isinstance(signal, ProviderError) else "AI_RATE_LIMITED"
        self._ctx.log.warning("brand_voice_unavailable", code=code)
        note = say(sentence, self._language, code=code)
        if note not in self.notes:
            self.notes.append(note)


async def voice_of(ctx: JobContext, brand: Brand, language: str) -> BrandVoice:
    """The voice of a brand profile, its notes in that language; one that tells nothing more for a brand that is only
    described."""
    if brand.id is None:
        return BrandVoice(ctx, brand, None, language)
    found = await ctx.rpc("brand_voice_for", p_organization_id=ctx.job.organization_id, p_brand_profile_id=brand.id)
    return BrandVoice(ctx, brand, LearnedVoice.model_validate(found) if found else None, language)
