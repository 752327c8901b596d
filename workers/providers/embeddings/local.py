"""WordLlama embeddings from the weights inside the installed package: no key, no network, one core."""

import asyncio
import logging
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.providers.embeddings.base import Embedded, Purpose
from workers.runtime.errors import Rejected

_MAX_CHARACTERS = 600
_BATCH = 64


class WordLlamaEmbedder:
    """Average of token vectors, 256 dimensions; English first, workable for Dutch through shared subwords."""

    model = "wordllama-l2-supercat-256"
    dimension = 256

    def __init__(self, inference: Any) -> None:
        self._inference = inference

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors; long texts are cut, since a batch is padded to its longest member."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        # neighbours of like length share a batch, so that little is spent on padding
        order = sorted(range(len(texts)), key=lambda index: (len(texts[index]), index))
        for start in range(0, len(order), _BATCH):
            indices = order[start : start + _BATCH]
            cut = [texts[index][:_MAX_CHARACTERS] or " " for index in indices]
            vectors[indices] = self._inference.embed(cut, norm=False)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        usable = np.isfinite(norms) & (norms > 0)
        return np.where(usable, vectors / np.where(usable, norms, 1), 0).astype(np.float32)


@lru_cache(maxsize=1)
def load() -> WordLlamaEmbedder:
    """The embedder, loaded once per process."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    import wordllama
    from safetensors import safe_open
    from tokenizers import Tokenizer
    from wordllama.inference import WordLlamaInference

    # importing the package configures the root logger, which belongs to the application
    root.handlers[:] = handlers
    root.setLevel(level)
    package = Path(wordllama.__file__).parent
    # WordLlama.load looks for the bundled tokenizer in a folder that does not exist and then asks the network
    tokenizer = Tokenizer.from_file(str(package / "tokenizers" / "l2_supercat_tokenizer_config.json"))
    with safe_open(package / "weights" / "l2_supercat_256.safetensors", framework="np") as weights:
        embedding = weights.get_tensor("embedding.weight")
    return WordLlamaEmbedder(WordLlamaInference(embedding, tokenizer))


class LocalTextEmbedder:
    """The same vectors through the port that any provider can serve; they cost nothing."""

    provider = "local"
    model = WordLlamaEmbedder.model

    def __init__(self) -> None:
        self.dimensions: int | None = WordLlamaEmbedder.dimension

    async def embed(self, texts: Sequence[str], purpose: Purpose = "similarity") -> Embedded:
        """A vector for each text; the purpose makes no difference to this model."""
        # a thread, so that heartbeats and other jobs go on
        vectors = await asyncio.to_thread(lambda: load().embed(texts))
        vectors[[position for position, text in enumerate(texts) if not text.strip()]] = 0
        return Embedded(vectors, TokenUsage())

    async def aclose(self) -> None:
        """There is nothing to close."""


def build(config: ModelConfig, dimensions: int | None = None) -> LocalTextEmbedder:
    """The adapter; its one model gives 256 dimensions and no others."""
    if config.model != WordLlamaEmbedder.model:
        raise Rejected(f"the local provider has no embedding model {config.model!r}", codes.MODEL_UNKNOWN)
    if dimensions not in (None, WordLlamaEmbedder.dimension):
        raise Rejected(f"{config.model} gives {WordLlamaEmbedder.dimension} dimensions", codes.REQUEST_INVALID)
    return LocalTextEmbedder()
