"""Models are built once, beside the loop, and the one that was not used longest makes room."""

from __future__ import annotations

import asyncio

from pydantic import SecretStr

from workers.providers.ai.models.base import ModelConfig
from workers.providers.ai.routing.pool import ModelPool


def config(model: str = "gpt-6-luna", key: str = "sk-of-the-test-0001") -> ModelConfig:
    return ModelConfig("openai", model, "http://127.0.0.1:9/v1", SecretStr(key))


async def test_jobs_at_once_share_one_model() -> None:
    pool = ModelPool()
    found = await asyncio.gather(*(pool.get(config()) for _ in range(20)))
    assert len({id(model) for model in found}) == 1
    assert await pool.get(config()) is found[0]
    await pool.aclose()


async def test_another_key_is_another_model() -> None:
    pool = ModelPool()
    assert await pool.get(config()) is not await pool.get(config(key="sk-of-the-test-0002"))
    await pool.aclose()


async def test_the_one_not_used_longest_makes_room() -> None:
    pool = ModelPool(size=2)
    first, second = await pool.get(config("a")), await pool.get(config("b"))
    assert await pool.get(config("a")) is first
    await pool.get(config("c"))
    assert await pool.get(config("a")) is first
    assert await pool.get(config("b")) is not second
    await pool.aclose()
