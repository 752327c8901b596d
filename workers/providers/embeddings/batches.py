"""What the adapters over an API share: batches of a size the API takes, and vectors that can be trusted."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import TokenUsage
from workers.providers.ai.models.failures import failure
from workers.providers.ai.models.outcomes import costing
from workers.providers.embeddings.base import Embedded
from workers.runtime.errors import ProviderError

Answered: TypeAlias = tuple[Sequence[Sequence[float]], TokenUsage]
Send: TypeAlias = Callable[[list[str]], Awaitable[Answered]]
"""One call: the vectors of the texts in their order, and what they took."""


@dataclass(frozen=True, slots=True)
class BatchLimits:
    """What one call takes. A token has at least one byte, so bytes bound tokens in every language."""

    texts: int
    bytes: int
    bytes_of_one: int
    """What is longer is cut."""


async def embed_in_batches(
    texts: Sequence[str], send: Send, limits: BatchLimits, provider: str, dimensions: int | None
) -> Embedded:
    """Send the texts batch by batch; texts without content are not sent and get the zero vector."""
    found: dict[int, NDArray[np.float32]] = {}
    usage = TokenUsage()
    for batch in _batches(texts, limits):
        try:
            rows, took = await send([text for _, text in batch])
        except ProviderError as error:
            raise costing(error, usage + (error.usage or TokenUsage()), error.request_id)  # noqa: B904 (the same error)
        usage += took
        vectors = _checked(rows, len(batch), dimensions, provider, usage)
        dimensions = vectors.shape[1]
        found.update(zip((position for position, _ in batch), vectors, strict=True))
    result = np.zeros((len(texts), dimensions or 0), dtype=np.float32)
    for position, vector in found.items():
        result[position] = vector
    return Embedded(result, usage)


def _batches(texts: Sequence[str], limits: BatchLimits) -> Iterator[list[tuple[int, str]]]:
    batch: list[tuple[int, str]] = []
    size = 0
    for position, text in enumerate(texts):
        encoded = text.strip().encode("utf-8", "replace")[: limits.bytes_of_one]
        length = len(encoded)
        if not length:
            continue
        if batch and (len(batch) >= limits.texts or size + length > limits.bytes):
            yield batch
            batch, size = [], 0
        batch.append((position, encoded.decode("utf-8", "ignore")))
        size += length
    if batch:
        yield batch


def _checked(
    rows: Sequence[Sequence[float]], expected: int, dimensions: int | None, provider: str, usage: TokenUsage
) -> NDArray[np.float32]:
    """Unit vectors of the dimension asked for; models that shorten their vectors do not all scale them again."""
    try:
        vectors = np.asarray(rows, dtype=np.float64)
    except (ValueError, TypeError) as error:
        raise failure(provider, codes.MALFORMED, "vectors of unlike length", usage=usage) from error
    if vectors.ndim != 2 or vectors.shape[0] != expected or vectors.shape[1] == 0 or not np.isfinite(vectors).all():
        raise failure(provider, codes.MALFORMED, f"not {expected} vectors of finite numbers", usage=usage)
    if dimensions is not None and vectors.shape[1] != dimensions:
        detail = f"the model gives {vectors.shape[1]} dimensions, not {dimensions}"
        raise failure(provider, codes.REQUEST_INVALID, detail, usage=usage)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = np.where(norms > 0, vectors / np.where(norms > 0, norms, 1), 0).astype(np.float32)
    return scaled
