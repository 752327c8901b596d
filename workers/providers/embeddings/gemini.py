"""Google's embeddings through the Gemini API."""

from collections.abc import Sequence
from typing import Final

from google.genai import types

from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.providers.ai.models.deadline import within
from workers.providers.ai.models.gemini_client import FAILURES, Caller
from workers.providers.ai.models.outcomes import counted
from workers.providers.embeddings.base import DEFAULT_DIMENSIONS, Embedded, Purpose
from workers.providers.embeddings.batches import Answered, BatchLimits, embed_in_batches

_LIMITS: Final = BatchLimits(texts=100, bytes=1_000_000, bytes_of_one=6_000)
_TASKS: Final[dict[Purpose, str]] = {
    "similarity": "SEMANTIC_SIMILARITY",
    "document": "RETRIEVAL_DOCUMENT",
    "query": "RETRIEVAL_QUERY",
}


class GeminiEmbedder:
    """One model; the API shortens the vectors itself (`outputDimensionality`) and leaves scaling them to us."""

    def __init__(self, config: ModelConfig, dimensions: int | None) -> None:
        self.provider = config.provider
        self.model = config.model
        self.dimensions: int | None = dimensions or DEFAULT_DIMENSIONS
        self._caller = Caller(config)
        self._seconds = config.timeout_seconds

    async def embed(self, texts: Sequence[str], purpose: Purpose = "similarity") -> Embedded:
        """A vector for each text. The API may leave out what it took; then the usage is zero."""

        async def send(batch: list[str]) -> Answered:
            return await within(self._seconds, self._call(batch, purpose), self.provider)

        return await embed_in_batches(texts, send, _LIMITS, self.provider, self.dimensions)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._caller.aclose()

    async def _call(self, texts: list[str], purpose: Purpose) -> Answered:
        try:
            answer = await self._caller.models.embed_content(
                model=self.model,
                contents=[types.Content(parts=[types.Part(text=text)]) for text in texts],
                config=types.EmbedContentConfig(
                    task_type=_TASKS[purpose],
                    output_dimensionality=self.dimensions,
                    http_options=types.HttpOptions(timeout=max(1, round(self._seconds * 1000))),
                ),
            )
        except FAILURES as error:
            raise self._caller.translated(error) from error
        told = answer.usage_metadata.prompt_token_count if answer.usage_metadata else None
        return [found.values or [] for found in answer.embeddings or ()], TokenUsage(input_tokens=counted(told))


def build(config: ModelConfig, dimensions: int | None = None) -> GeminiEmbedder:
    """The adapter; it needs a key."""
    return GeminiEmbedder(config, dimensions)
