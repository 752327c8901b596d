"""The ports for sentence embeddings: the local one that ranks sentences, and the one that any provider can serve."""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.runtime.errors import Rejected

DEFAULT_DIMENSIONS: Final = 512
MOST_DIMENSIONS: Final = 1536

Purpose: TypeAlias = Literal["similarity", "document", "query"]
"""What the vectors are compared with: each other; or queries with documents, where a model tells them apart."""

_ADAPTERS: Final = {"openai": "openai", "google": "gemini", "gemini": "gemini", "local": "local"}
_COMPATIBLE: Final = "openai"


class Embedder(Protocol):
    """Turns texts into unit vectors of one fixed dimension."""

    model: str
    dimension: int

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row for each text; a text without known words gets the zero vector."""
        ...


@dataclass(frozen=True, slots=True)
class Embedded:
    """Unit vectors, one row for each text in its order, and what they took."""

    vectors: NDArray[np.float32]
    """One row for each text, one column for each dimension; a text without content has the zero vector."""
    usage: TokenUsage


class TextEmbedder(Protocol):
    """One embedding model of one provider with one key. Vectors of different models or dimensions do not compare."""

    provider: str
    model: str
    dimensions: int | None
    """None until the first vectors of a model whose dimension is its own."""

    async def embed(self, texts: Sequence[str], purpose: Purpose = "similarity") -> Embedded:
        """A vector for each text; a text longer than the model reads is cut.

        Raises as a `LanguageModel` does; `error.usage` counts the batches that had gone well.
        """
        ...

    async def aclose(self) -> None:
        """Close the connections; the embedder is of no use afterwards."""
        ...


def build(config: ModelConfig, dimensions: int | None = None) -> TextEmbedder:
    """The adapter for a provider; its SDK is imported here and not before.

    Without `dimensions` (1 to 1536) the models of OpenAI and Google shorten their vectors to 512, and others give their
    own. Raises as `workers.providers.ai.models.base.build` does, and Rejected AI_REQUEST_INVALID for other dimensions.
    """
    if dimensions is not None and not 1 <= dimensions <= MOST_DIMENSIONS:
        raise Rejected(f"embeddings have 1 to {MOST_DIMENSIONS} dimensions", codes.REQUEST_INVALID)
    name = _ADAPTERS.get(config.provider)
    if name is None and not config.base_url:
        raise Rejected(f"no adapter for the AI provider {config.provider!r}, and no base_url", codes.MODEL_UNKNOWN)
    adapter = importlib.import_module(f"{__package__}.{name or _COMPATIBLE}")
    embedder: TextEmbedder = adapter.build(config, dimensions)
    return embedder
