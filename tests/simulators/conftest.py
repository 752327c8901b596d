"""The simulators, and the official clients pointed at them; nothing between the two."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import anthropic
import httpx
import openai
import pytest
import pytest_asyncio
from google import genai
from pydantic import BaseModel, ConfigDict, Field

from stack import simulators
from stack.simulators import Simulators

SOURCE = """Growing tomatoes on a balcony
Tomatoes need at least six hours of sunlight each day. A deep pot keeps the roots cool in summer.
Water in the morning, never at noon. Choose a shaded corner for the seedlings."""
PROMPT = f"Write about the text between the marks.\n\n<data-4f9a1c77>\n{SOURCE}\n</data-4f9a1c77>"


class Post(BaseModel):
    """What the structured answers of these tests hold."""

    model_config = ConfigDict(extra="forbid")

    title: str
    tags: list[str]
    score: float
    mood: str | None = Field(description="How it feels")


@pytest_asyncio.fixture(scope="session")
async def server() -> AsyncIterator[Simulators]:
    """One server for all tests of this folder in a process."""
    async with simulators.running() as running:
        yield running


@pytest.fixture
def sims(server: Simulators) -> Simulators:
    """The server, as new."""
    server.reset()
    return server


@pytest_asyncio.fixture
async def openai_client(sims: Simulators) -> AsyncIterator[openai.AsyncOpenAI]:
    """OpenAI's client without retries: a fault shall be seen."""
    async with openai.AsyncOpenAI(base_url=sims.openai, api_key="sk-test", max_retries=0) as client:
        yield client


@pytest_asyncio.fixture(params=["aiohttp", "httpx"])
async def gemini_client(sims: Simulators, request: pytest.FixtureRequest) -> AsyncIterator[genai.client.AsyncClient]:
    """Google's client, which does not retry of itself, over either of the libraries it can use."""
    options: Any = {"base_url": sims.gemini, "api_version": "v1beta"}
    if request.param == "httpx":
        options["async_client_args"] = {"transport": httpx.AsyncHTTPTransport()}
    client = genai.Client(api_key="g-test", http_options=options)
    yield client.aio
    await client.aio.aclose()
    client.close()


@pytest_asyncio.fixture
async def anthropic_client(sims: Simulators) -> AsyncIterator[anthropic.AsyncAnthropic]:
    """Anthropic's client without retries."""
    async with anthropic.AsyncAnthropic(base_url=sims.anthropic, api_key="a-test", max_retries=0) as client:
        yield client
