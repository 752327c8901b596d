"""Every fault reaches the official SDKs as the real thing would, and is billed as the real thing would be."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import anthropic
import httpx
import httpx2
import openai
import pytest
import pytest_asyncio
from google import genai
from google.genai import errors, types

from stack.simulators import FaultKind, Simulators
from stack.simulators.faults import REFUSALS, STREAMS_ONLY, TEXT_ONLY
from tests.simulators.conftest import PROMPT, Post
from tests.support.workers import until

SCHEMA = Post.model_json_schema()
SHORT = 0.4
"""Seconds that the impatient clients wait."""


@dataclass
class Outcome:
    """What a client saw of one call."""

    text: str = ""
    ended: str | None = None
    error: Exception | None = None
    tokens: int | None = None


@dataclass
class Client:
    """One API through its SDK: whole, and streamed."""

    provider: str
    whole: Callable[[], Awaitable[Outcome]]
    stream: Callable[[], Awaitable[Outcome]]


def openai_responses(client: openai.AsyncOpenAI) -> Client:
    form: Any = {"format": {"type": "json_schema", "name": "post", "strict": True, "schema": SCHEMA}}
    ask: dict[str, Any] = {"model": "gpt-5.4-mini", "input": PROMPT, "text": form}

    def seen(response: Any) -> Outcome:
        reason = response.incomplete_details.reason if response.incomplete_details else None
        parts = [part for item in response.output if item.type == "message" for part in item.content]
        refused = any(part.type == "refusal" for part in parts)
        usage = response.usage.total_tokens if response.usage else None
        return Outcome(response.output_text, "refusal" if refused else reason or response.status, tokens=usage)

    async def stream() -> Outcome:
        text, final = "", None
        async for event in await client.responses.create(**ask, stream=True):
            if event.type == "response.output_text.delta":
                text += event.delta
            elif event.type in ("response.completed", "response.incomplete"):
                final = event.response
            elif event.type == "response.failed":
                return Outcome(text, "failed")
        return Outcome(text, "cut") if final is None else seen(final)

    async def whole() -> Outcome:
        return seen(await client.responses.create(**ask))

    return Client("openai", whole, stream)


def openai_chat(client: openai.AsyncOpenAI) -> Client:
    form = {"type": "json_schema", "json_schema": {"name": "post", "strict": True, "schema": SCHEMA}}
    ask: dict[str, Any] = {
        "model": "gpt-4o",
        "messages": [{"role": "user", "content": PROMPT}],
        "response_format": form,
    }

    async def whole() -> Outcome:
        answer = await client.chat.completions.create(**ask)
        choice, usage = answer.choices[0], answer.usage
        ended = "refusal" if choice.message.refusal else choice.finish_reason
        return Outcome(choice.message.content or "", ended, tokens=usage.total_tokens if usage else None)

    async def stream() -> Outcome:
        seen = Outcome(ended="cut")
        async for chunk in await client.chat.completions.create(
            **ask, stream=True, stream_options={"include_usage": True}
        ):
            for choice in chunk.choices:
                seen.text += choice.delta.content or ""
                if choice.finish_reason:
                    seen.ended = choice.finish_reason
            if chunk.usage:
                seen.tokens = chunk.usage.total_tokens
        return seen

    return Client("openai", whole, stream)


def anthropic_messages(client: anthropic.AsyncAnthropic) -> Client:
    ask: dict[str, Any] = {
        "model": "claude-haiku-4-5",
        "max_tokens": 2000,
        "messages": [{"role": "user", "content": PROMPT}],
        "output_config": {"format": {"type": "json_schema", "schema": SCHEMA}},
    }

    def told(usage: Any) -> int | None:
        return None if usage is None else (usage.input_tokens or 0) + usage.output_tokens

    async def whole() -> Outcome:
        message = await client.messages.create(**ask)
        text = "".join(block.text for block in message.content if block.type == "text")
        return Outcome(text, message.stop_reason, tokens=told(getattr(message, "usage", None)))

    async def stream() -> Outcome:
        seen = Outcome(ended="cut")
        async for event in await client.messages.create(**ask, stream=True):
            if event.type == "content_block_delta" and event.delta.type == "text_delta":
                seen.text += event.delta.text
            elif event.type == "message_delta":
                seen.ended, seen.tokens = event.delta.stop_reason, told(event.usage)
        return seen

    return Client("anthropic", whole, stream)


def gemini_generate(client: genai.Client) -> Client:
    config: Any = {
        "response_mime_type": "application/json",
        "response_json_schema": SCHEMA,
        "automatic_continuation": False,
    }
    ask: dict[str, Any] = {"model": "gemini-3.8-flash", "contents": PROMPT, "config": config}

    def add(seen: Outcome, answer: types.GenerateContentResponse) -> None:
        if answer.usage_metadata:
            seen.tokens = answer.usage_metadata.total_token_count
        if answer.prompt_feedback:
            seen.ended = "blocked"
        for candidate in answer.candidates or []:
            parts = (candidate.content.parts if candidate.content else None) or []
            seen.text += "".join(part.text or "" for part in parts)
            if candidate.finish_reason:
                seen.ended = candidate.finish_reason.value

    async def whole() -> Outcome:
        seen = Outcome()
        add(seen, await client.aio.models.generate_content(**ask))
        return seen

    async def stream() -> Outcome:
        seen = Outcome(ended="cut")
        async for piece in await client.aio.models.generate_content_stream(**ask):
            add(seen, piece)
        return seen

    return Client("google", whole, stream)


NAMES = ["responses", "chat", "messages", "generate"]


@pytest_asyncio.fixture(params=NAMES)
async def client(sims: Simulators, request: pytest.FixtureRequest) -> AsyncIterator[Client]:
    """Each text API in turn, by a client that does not wait long and does not repeat."""
    if request.param in ("responses", "chat"):
        async with openai.AsyncOpenAI(base_url=sims.openai, api_key="k", max_retries=0, timeout=SHORT) as sdk:
            yield openai_responses(sdk) if request.param == "responses" else openai_chat(sdk)
    elif request.param == "messages":
        async with anthropic.AsyncAnthropic(base_url=sims.anthropic, api_key="k", max_retries=0, timeout=SHORT) as sdk:
            yield anthropic_messages(sdk)
    else:
        # With HTTP clients of its own the SDK would repeat calls that lost their connection.
        async with httpx.AsyncClient() as http:
            options: Any = {"base_url": sims.gemini, "api_version": "v1beta", "httpx_async_client": http}
            options["timeout"] = int(SHORT * 1000)
            sdk = genai.Client(api_key="k", http_options=options)
            yield gemini_generate(sdk)
            sdk.close()


async def attempt(call: Callable[[], Awaitable[Outcome]]) -> Outcome:
    """What came of it; an error is an outcome too."""
    try:
        return await call()
    except (
        openai.APIError,
        anthropic.APIError,
        errors.APIError,
        httpx.HTTPError,
        httpx2.HTTPError,
        ValueError,
    ) as error:
        return Outcome(error=error)


def status_of(error: Exception | None) -> int | None:
    return getattr(error, "status_code", None) or getattr(error, "code", None)


STATUS = {
    "openai": {"quota_exhausted": 429, "billing": 429, "overloaded": 503, "invalid_key": 401, "too_large": 413},
    "anthropic": {"quota_exhausted": 402, "billing": 400, "overloaded": 529, "invalid_key": 401, "too_large": 413},
    "google": {"quota_exhausted": 429, "billing": 400, "overloaded": 503, "invalid_key": 400, "too_large": 400},
}
COMMON = {
    "rate_limited": 429,
    "server_error": 500,
    "unavailable": 503,
    "gateway_timeout": 504,
    "forbidden": 403,
    "model_unknown": 404,
    "context_too_long": 400,
    "invalid_request": 400,
}


@pytest.mark.parametrize("kind", sorted(REFUSALS))
async def test_a_refusal_has_the_providers_status_and_costs_nothing(
    client: Client, sims: Simulators, kind: FaultKind
) -> None:
    sims.fail(kind)
    for call in (client.whole, client.stream):
        refused = await attempt(call)
        assert status_of(refused.error) == (COMMON | STATUS[client.provider])[kind]
        sims.fail(kind)
    assert all(entry.billed is None and entry.fault == kind for entry in sims.ledger.entries)


async def test_a_pause_is_named_only_when_it_shall_be(sims: Simulators) -> None:
    async with httpx.AsyncClient() as http:

        async def ask(provider: str) -> httpx.Response:
            if provider == "google":
                url = f"{sims.gemini}/v1beta/models/gemini-3.8-flash:generateContent?key=k"
                return await http.post(url, json={"contents": [{"parts": [{"text": "x"}]}]})
            body = {"messages": [{"role": "user", "content": "x"}], "max_tokens": 9}
            if provider == "anthropic":
                headers = {"x-api-key": "k", "anthropic-version": "2023-06-01"}
                url, model = f"{sims.anthropic}/v1/messages", "claude-haiku-4-5"
            else:
                headers = {"authorization": "Bearer k"}
                url, model = f"{sims.openai}/chat/completions", "gpt-4o"
            return await http.post(url, json=body | {"model": model}, headers=headers)

        for provider in ("openai", "anthropic", "google"):
            sims.fail("rate_limited", provider=provider, retry_after=21)
            sims.fail("rate_limited", provider=provider)
            named, silent = await ask(provider), await ask(provider)
            assert (named.status_code, silent.status_code) == (429, 429)
            if provider == "google":
                assert named.json()["error"]["details"][-1]["retryDelay"] == "21s"
                assert "details" not in silent.json()["error"]
            else:
                assert named.headers["retry-after"] == "21"
                assert "retry-after" not in silent.headers


@pytest.mark.parametrize("kind", ["timeout_before", "timeout_after"])
async def test_silence_ends_when_the_client_gives_up(client: Client, sims: Simulators, kind: str) -> None:
    sims.fail(kind, times=2)
    for call in (client.whole, client.stream):
        started = time.monotonic()
        lost = await attempt(call)
        assert lost.error is not None
        assert status_of(lost.error) is None
        assert time.monotonic() - started > SHORT * 0.9
    for entry in sims.ledger.entries:
        assert (entry.billed is not None) == (kind == "timeout_after")
        assert entry.reported is None
    # the server notices that nobody waits any more
    await until(lambda: all(entry.seconds is not None for entry in sims.ledger.entries))


@pytest.mark.parametrize("kind", ["disconnect_before", "disconnect_after", "truncated_body"])
async def test_a_lost_connection_is_no_answer(client: Client, sims: Simulators, kind: str) -> None:
    sims.fail(kind)
    lost = await attempt(client.whole)
    assert lost.error is not None
    assert status_of(lost.error) is None
    [entry] = sims.ledger.entries
    assert (entry.billed is None) == (kind == "disconnect_before")
    assert entry.reported is None


async def test_a_body_that_is_no_json_is_billed_all_the_same(client: Client, sims: Simulators) -> None:
    sims.fail("malformed_json")
    broken = await attempt(client.whole)
    assert broken.error is not None
    [entry] = sims.ledger.entries
    assert entry.billed is not None
    assert entry.reported is None


async def test_a_stream_can_be_cut_in_the_middle(client: Client, sims: Simulators) -> None:
    whole = await client.stream()
    sims.fail("cut_stream")
    cut = await attempt(client.stream)
    assert cut.error is not None or cut.ended == "cut"
    assert len(cut.text) < len(whole.text)
    _, entry = sims.ledger.entries
    assert entry.billed is not None
    assert entry.reported is None


async def test_a_stream_can_fail_in_words(client: Client, sims: Simulators) -> None:
    sims.fail("stream_error")
    failed = await attempt(client.stream)
    assert failed.error is not None or failed.ended in ("failed", "cut")
    assert sims.ledger.entries[0].reported is None


async def test_a_slow_stream_outlasts_an_impatient_client(client: Client, sims: Simulators) -> None:
    sims.fail("slow_stream", seconds=0.02)
    assert (await client.stream()).ended != "cut"
    sims.fail("slow_stream", seconds=SHORT * 3)
    assert (await attempt(client.stream)).error is not None


ENDINGS = {
    "refusal": {"refusal", "SAFETY"},
    "content_filter": {"content_filter", "refusal", "PROHIBITED_CONTENT"},
    "prompt_blocked": {"content_filter", "refusal", "blocked"},
    "truncated_answer": {"max_output_tokens", "length", "max_tokens", "MAX_TOKENS"},
}


@pytest.mark.parametrize("kind", sorted(ENDINGS))
async def test_an_answer_can_end_badly(client: Client, sims: Simulators, kind: str) -> None:
    sims.fail(kind, times=2)
    for call in (client.whole, client.stream):
        seen = await attempt(call)
        assert seen.error is None
        assert seen.tokens
        # A chat stream tells a refusal by the kind of its pieces alone.
        assert seen.ended in ENDINGS[kind] or (kind == "refusal" and seen.ended == "stop" and not seen.text)
    assert all(entry.billed is not None for entry in sims.ledger.entries)


@pytest.mark.parametrize("kind", ["malformed_content", "fenced_content", "schema_violation", "empty_answer"])
async def test_content_can_be_wrong_in_a_sound_answer(client: Client, sims: Simulators, kind: str) -> None:
    for call in (client.whole, client.stream):
        sims.fail(kind)
        wrong, repaired = await call(), await call()
        assert wrong.ended in ("completed", "stop", "end_turn", "STOP")
        with pytest.raises(ValueError, match="validation error"):
            Post.model_validate_json(wrong.text)
        assert Post.model_validate_json(repaired.text)


async def test_usage_can_be_wrong_or_missing(client: Client, sims: Simulators) -> None:
    right = (await client.whole()).tokens
    sims.fail("wrong_usage", usage={"total_tokens": 7})
    assert (await client.whole()).tokens != right or client.provider == "anthropic"  # which tells no sum
    sims.fail("wrong_usage", usage={"output_tokens": 0})
    assert (await client.whole()).tokens != right
    sims.fail("missing_usage")
    assert (await attempt(client.whole)).tokens is None
    first, _, wrong, missing = sims.ledger.entries
    assert wrong.billed == missing.billed == first.billed
    assert wrong.cost_usd == first.cost_usd
    assert wrong.reported_cost_usd is not None
    assert first.cost_usd is not None
    assert wrong.reported_cost_usd < first.cost_usd
    assert missing.reported is None


def test_every_fault_is_tested_here() -> None:
    told = {*REFUSALS, *STREAMS_ONLY, *TEXT_ONLY, "timeout_before", "timeout_after", "disconnect_before"}
    told |= {"disconnect_after", "truncated_body", "malformed_json", "wrong_usage", "missing_usage"}
    assert set(FaultKind) == told
