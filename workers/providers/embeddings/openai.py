"""OpenAI's embeddings, and those of any endpoint that speaks like it (Ollama, vLLM, LM Studio)."""

from collections.abc import Sequence
from typing import Any, Final

from pydantic import BaseModel

from workers.providers.ai.models import connections
from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.providers.ai.models.deadline import within
from workers.providers.ai.models.openai_client import FAILURES, Caller, fields_of
from workers.providers.ai.models.outcomes import counted
from workers.providers.embeddings.base import DEFAULT_DIMENSIONS, Embedded, Purpose
from workers.providers.embeddings.batches import Answered, BatchLimits, embed_in_batches

_LIMITS: Final = BatchLimits(texts=2048, bytes=290_000, bytes_of_one=16_000)
_OF_ONE_LENGTH: Final = "text-embedding-ada-002"


class _Vector(BaseModel):
    index: int
    embedding: list[float]


class _Vectors(BaseModel):
    data: list[_Vector]
    usage: dict[str, Any] | None = None


class OpenAIEmbedder:
    """One model; the API shortens the vectors itself (`dimensions`)."""

    def __init__(self, config: ModelConfig, dimensions: int | None) -> None:
        self.provider = config.provider
        self.model = config.model
        if dimensions is None and config.provider == "openai" and config.model != _OF_ONE_LENGTH:
            dimensions = DEFAULT_DIMENSIONS
        self.dimensions = dimensions
        self._shortens = dimensions is not None and config.model != _OF_ONE_LENGTH
        self._caller = Caller(config)
        self._embeddings = self._caller.sdk.embeddings  # imports what it needs
        self._seconds = config.timeout_seconds

    async def embed(self, texts: Sequence[str], purpose: Purpose = "similarity") -> Embedded:
        """A vector for each text; the purpose makes no difference to these models."""
        embedded = await embed_in_batches(texts, self._send, _LIMITS, self.provider, self.dimensions)
        self.dimensions = self.dimensions or embedded.vectors.shape[1] or None
        return embedded

    async def aclose(self) -> None:
        """Close the connections."""
        await self._caller.sdk.close()

    async def _send(self, texts: list[str]) -> Answered:
        return await within(self._seconds, self._call(texts), self.provider)

    async def _call(self, texts: list[str]) -> Answered:
        shorter: dict[str, Any] = {"dimensions": self.dimensions} if self._shortens else {}
        try:
            answer = await self._embeddings.create(
                model=self.model,
                input=texts,
                extra_headers=self._caller.headers,
                timeout=connections.timeouts(self._seconds),
                **shorter,
            )
            vectors = _Vectors.model_validate(fields_of(answer))
        except FAILURES as error:
            raise self._caller.translated(error) from error
        usage = vectors.usage or {}
        rows = [vector.embedding for vector in sorted(vectors.data, key=lambda vector: vector.index)]
        return rows, TokenUsage(input_tokens=counted(usage.get("prompt_tokens")))


def build(config: ModelConfig, dimensions: int | None = None) -> OpenAIEmbedder:
    """The adapter; OpenAI needs a key, an address of one's own may not."""
    return OpenAIEmbedder(config, dimensions)
