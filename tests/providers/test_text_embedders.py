"""Vectors of every provider have the dimension asked for, length 1 and the order of their texts, and are paid once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import numpy as np
import pytest
from aiohttp import web
from pydantic import SecretStr

from stack.simulators.server import Simulators
from tests.support.adapters import KEY, endpoint
from workers.providers.ai.models import codes
from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.providers.embeddings import local
from workers.providers.embeddings.base import TextEmbedder, build
from workers.providers.embeddings.batches import BatchLimits, embed_in_batches
from workers.runtime.errors import AuthExpired, ProviderError, RateLimited, Rejected, Unavailable

MODELS = {
    "openai": "text-embedding-3-small",
    "google": "gemini-embedding-001",
    "ollama": "nomic-embed-text",
    "local": local.WordLlamaEmbedder.model,
}
OWN = {"openai": 512, "google": 512, "ollama": 768, "local": 256}
BREAD = ["Bread needs time and warmth.", "The dough rises slowly.", "Taxes are due in April."]


@asynccontextmanager
async def embedder(
    sims: Simulators, provider: str, dimensions: int | None = None, model: str | None = None
) -> AsyncIterator[TextEmbedder]:
    urls = {"openai": sims.openai, "google": sims.gemini, "ollama": sims.compatible, "local": None}
    key = SecretStr(KEY) if provider in ("openai", "google") else None
    adapter = build(ModelConfig(provider, model or MODELS[provider], urls[provider], key, 5.0), dimensions)
    try:
        yield adapter
    finally:
        await adapter.aclose()


@pytest.mark.parametrize("provider", MODELS)
async def test_each_model_gives_unit_vectors_of_its_default_dimension(sims: Simulators, provider: str) -> None:
    async with embedder(sims, provider) as adapter:
        made = await adapter.embed([BREAD[0], "", BREAD[1], " \n", BREAD[0]])
        assert adapter.dimensions == OWN[provider]
        assert (adapter.provider, adapter.model) == (provider, MODELS[provider])
    assert made.vectors.shape == (5, OWN[provider])
    assert made.vectors.dtype == np.float32
    lengths = np.linalg.norm(made.vectors, axis=1)
    assert lengths == pytest.approx([1, 0, 1, 0, 1], abs=1e-5)
    assert made.vectors[0] @ made.vectors[4] == pytest.approx(1, abs=1e-5)
    assert made.vectors[0] @ made.vectors[2] < 0.99


@pytest.mark.parametrize("provider", ["openai", "google"])
@pytest.mark.parametrize("dimensions", [128, 768, 1536])
async def test_the_api_shortens_the_vectors(sims: Simulators, provider: str, dimensions: int) -> None:
    async with embedder(sims, provider, dimensions) as adapter:
        made = await adapter.embed(BREAD)
    assert made.vectors.shape == (3, dimensions)
    assert np.linalg.norm(made.vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    body = str(sims.ledger.body(1))
    assert str(dimensions) in body


@pytest.mark.parametrize("provider", ["openai", "google", "ollama"])
async def test_what_it_took_is_what_is_billed(sims: Simulators, provider: str) -> None:
    async with embedder(sims, provider) as adapter:
        made = await adapter.embed([f"Sentence number {number} about bread." for number in range(250)])
    billed = [entry.billed for entry in sims.ledger.entries]
    assert len(billed) == (3 if provider == "google" else 1)
    assert made.usage == TokenUsage(sum(usage.input_tokens for usage in billed if usage is not None))
    assert made.usage.input_tokens > 0


async def test_a_model_of_one_length_is_not_asked_to_shorten(sims: Simulators) -> None:
    async with embedder(sims, "openai", model="text-embedding-ada-002") as adapter:
        assert (await adapter.embed(BREAD)).vectors.shape == (3, 1536)
    async with embedder(sims, "openai", 1536, "text-embedding-ada-002") as adapter:
        assert (await adapter.embed(BREAD)).vectors.shape == (3, 1536)


async def test_a_purpose_is_told_where_the_model_knows_it(sims: Simulators) -> None:
    async with embedder(sims, "google") as adapter:
        await adapter.embed(BREAD)
        await adapter.embed(BREAD, "document")
        await adapter.embed(BREAD, "query")
    tasks = ("SEMANTIC_SIMILARITY", "RETRIEVAL_DOCUMENT", "RETRIEVAL_QUERY")
    assert [task in str(sims.ledger.body(at)) for at, task in enumerate(tasks, start=1)] == [True, True, True]


@pytest.mark.parametrize("provider", ["openai", "google", "ollama"])
async def test_long_and_many_texts_fit_into_calls(sims: Simulators, provider: str) -> None:
    async with embedder(sims, provider) as adapter:
        made = await adapter.embed(["brood " * 20_000, "日本語" * 9_000, *(f"Line {n}" for n in range(2_100))])
    assert made.vectors.shape[0] == 2_102
    assert np.linalg.norm(made.vectors, axis=1) == pytest.approx(np.ones(2_102), abs=1e-5)
    assert all(entry.status == 200 for entry in sims.ledger.entries)


@pytest.mark.parametrize("provider", MODELS)
async def test_no_text_is_no_call(sims: Simulators, provider: str) -> None:
    async with embedder(sims, provider) as adapter:
        assert (await adapter.embed([])).vectors.shape[0] == 0
        assert (await adapter.embed(["", " "])).vectors.any() == np.False_
    assert sims.ledger.entries == []


@pytest.mark.parametrize("provider", ["openai", "google", "ollama"])
@pytest.mark.parametrize(
    ("kind", "expected", "code"),
    [
        ("rate_limited", RateLimited, codes.RATE_LIMITED),
        ("quota_exhausted", AuthExpired, codes.QUOTA_EXHAUSTED),
        ("invalid_key", AuthExpired, codes.KEY_INVALID),
        ("model_unknown", Rejected, codes.MODEL_UNKNOWN),
        ("server_error", Unavailable, codes.UNAVAILABLE),
        ("disconnect_after", Unavailable, codes.UNAVAILABLE),
        ("truncated_body", Unavailable, codes.UNAVAILABLE),
        ("malformed_json", Unavailable, codes.MALFORMED),
    ],
)
async def test_a_fault_becomes_its_error_after_one_call(
    sims: Simulators, provider: str, kind: str, expected: type[ProviderError], code: str
) -> None:
    sims.fail(kind, times=None)
    async with embedder(sims, provider) as adapter:
        with pytest.raises(ProviderError) as caught:
            await adapter.embed(BREAD)
    assert (type(caught.value), caught.value.code) == (expected, code)
    assert KEY not in str(caught.value)
    assert len(sims.ledger.entries) == 1


async def test_a_call_that_takes_too_long_is_given_up(sims: Simulators) -> None:
    sims.fail("timeout_before")
    adapter = build(ModelConfig("openai", MODELS["openai"], sims.openai, SecretStr(KEY), 0.3))
    with pytest.raises(Unavailable) as caught:
        await adapter.embed(BREAD)
    await adapter.aclose()
    assert caught.value.code == codes.TIMEOUT


async def test_the_batches_before_a_failure_are_accounted_for(sims: Simulators) -> None:
    sims.fail("unavailable", skip=2)
    async with embedder(sims, "google") as adapter:
        with pytest.raises(Unavailable) as caught:
            await adapter.embed([f"Sentence {number}." for number in range(250)])
    billed = [entry.billed.input_tokens for entry in sims.ledger.entries if entry.billed is not None]
    assert len(billed) == 2
    assert caught.value.usage == TokenUsage(sum(billed))


async def test_another_dimension_than_the_one_asked_for_is_refused(sims: Simulators) -> None:
    async def respond(_: web.Request, body: dict[str, Any]) -> web.Response:
        data = [{"object": "embedding", "index": at, "embedding": [0.6, 0.8]} for at, _ in enumerate(body["input"])]
        usage = {"prompt_tokens": 4, "total_tokens": 4}
        return web.json_response({"object": "list", "data": data, "model": "m", "usage": usage})

    async with endpoint(respond) as server:
        adapter = build(ModelConfig("ollama", "m", server.url), 512)
        with pytest.raises(Rejected) as caught:
            await adapter.embed(BREAD)
        await adapter.aclose()
    assert caught.value.code == codes.REQUEST_INVALID
    assert caught.value.usage == TokenUsage(4)


@pytest.mark.parametrize(
    "rows", [[[1.0]], [[1.0, 2.0], [1.0]], [[1.0, float("nan")], [1.0, 2.0]], [[], []], [[1], None]]
)
async def test_vectors_that_are_none_are_not_stored(rows: list[Any]) -> None:
    async def send(batch: list[str]) -> Any:
        return rows, TokenUsage(6)

    with pytest.raises(Unavailable) as caught:
        await embed_in_batches(["a", "b"], send, BatchLimits(10, 100, 10), "p", None)
    assert caught.value.code == codes.MALFORMED
    assert caught.value.usage == TokenUsage(6)


async def test_batches_hold_to_counts_and_bytes() -> None:
    sent: list[list[str]] = []

    async def send(batch: list[str]) -> Any:
        sent.append(batch)
        return [[float(len(text)), 1.0] for text in batch], TokenUsage(1)

    made = await embed_in_batches(["aaaa", "éé", "b", "", "c" * 50, "d"], send, BatchLimits(3, 9, 7), "p", None)
    assert sent == [["aaaa", "éé", "b"], ["c" * 7, "d"]]
    assert made.usage == TokenUsage(2)
    assert made.vectors[3].tolist() == [0, 0]


@pytest.mark.parametrize("dimensions", [0, -1, 1537])
def test_dimensions_out_of_bounds_are_refused(dimensions: int) -> None:
    with pytest.raises(Rejected) as caught:
        build(ModelConfig("openai", "m", None, SecretStr(KEY)), dimensions)
    assert caught.value.code == codes.REQUEST_INVALID


@pytest.mark.parametrize(("model", "dimensions"), [("other", None), (MODELS["local"], 512)])
def test_the_local_model_is_one(model: str, dimensions: int | None) -> None:
    with pytest.raises(Rejected):
        build(ModelConfig("local", model), dimensions)


async def test_the_local_vectors_are_those_that_rank_sentences(sims: Simulators) -> None:
    async with embedder(sims, "local") as adapter:
        made = await adapter.embed(BREAD)
    assert np.array_equal(made.vectors, local.load().embed(BREAD))
    assert made.usage == TokenUsage()
