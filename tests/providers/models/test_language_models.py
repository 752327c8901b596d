"""Every adapter keeps the same promises, shown with the official SDKs over the simulated APIs."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from contextlib import aclosing
from typing import Any

import pytest
from aiohttp import web

from stack.simulators.calls import Usage
from stack.simulators.server import Simulators
from tests.support.adapters import KEY, NAMES, PROVIDERS, SCHEMA, at, endpoint, model, request
from workers.providers.ai.models.base import LanguageModel, Message, ModelAnswer, ModelDelta, ModelRequest, TokenUsage

pytestmark = pytest.mark.parametrize("provider", PROVIDERS)


def tokens(usage: Usage | None) -> TokenUsage:
    assert usage is not None
    return TokenUsage(usage.input_tokens, usage.cached_input_tokens, usage.output_tokens)


async def read(adapter: LanguageModel, asked: ModelRequest) -> tuple[str, ModelAnswer]:
    """The text of the pieces, and the answer at their end."""
    pieces: list[ModelDelta] = []
    async with aclosing(adapter.stream(asked)) as stream:
        async for delta in stream:
            assert pieces == [] or pieces[-1].final is None, "something came after the end"
            pieces.append(delta)
    assert pieces[-1].final is not None
    assert pieces[-1].text == ""
    return "".join(piece.text for piece in pieces), pieces[-1].final


async def test_an_answer_has_its_text_usage_model_and_request_id(sims: Simulators, provider: str) -> None:
    used = {"input_tokens": 70, "cached_input_tokens": 30, "output_tokens": 11, "reasoning_tokens": 4}
    sims.answer(text="Knead, wait, bake.", usage=used)
    async with model(sims, provider) as adapter:
        answer = await adapter.complete(request(schema=None))
    entry = sims.ledger.entries[-1]
    assert answer == ModelAnswer(
        "Knead, wait, bake.", TokenUsage(70, 30, 11), "stop", NAMES[provider], entry.request_id
    )
    assert (adapter.provider, adapter.model) == (provider, NAMES[provider])


async def test_json_of_a_schema_is_asked_for_and_comes(sims: Simulators, provider: str) -> None:
    async with model(sims, provider) as adapter:
        answer = await adapter.complete(request())
    given = json.loads(answer.text)
    assert set(given) == set(SCHEMA["properties"]), "a property with a default is asked for as well"
    assert given["mood"] in ("calm", "loud")
    assert len(given["tags"]) >= 2
    assert len(sims.ledger.entries) == 1, "the schema was taken at the first attempt"
    assert tokens(sims.ledger.entries[0].billed) == answer.usage


async def test_the_schema_has_its_name_everywhere(sims: Simulators, provider: str) -> None:
    sims.answer(schema_name="note", data={"title": "Bread", "tags": ["a", "b"], "mood": "calm"})
    async with model(sims, provider) as adapter:
        assert json.loads((await adapter.complete(request())).text)["title"] == "Bread"


async def test_system_turns_and_limits_reach_the_model(sims: Simulators, provider: str) -> None:
    turns = (Message("user", "First."), Message("assistant", "Second."), Message("user", "Third."))
    async with model(sims, provider) as adapter:
        await adapter.complete(request(messages=turns, temperature=0.2, max_output_tokens=321))
    body = json.dumps(sims.ledger.body(1))
    order = [body.index(word) for word in ("First.", "Second.", "Third.")]
    assert order == sorted(order)
    assert "You write about bread." in body
    assert "321" in body
    assert ("0.2" in body) is (provider != "anthropic"), "Anthropic's models take no temperature"


async def test_a_stream_gives_the_same_text_and_usage_as_a_whole_answer(sims: Simulators, provider: str) -> None:
    asked = request(schema=None)
    async with model(sims, provider) as adapter:
        whole = await adapter.complete(asked)
        text, final = await read(adapter, asked)
    assert text == final.text == whole.text
    assert final.usage == whole.usage == tokens(sims.ledger.entries[1].billed)
    assert final.finish == "stop"
    assert final.model == whole.model
    assert final.request_id == sims.ledger.entries[1].request_id


async def test_pieces_come_as_they_are_written(sims: Simulators, provider: str) -> None:
    sims.answer(text="a " * 40)
    sims.delay(chunk_seconds=0.05, chunk_characters=8)
    arrived: list[float] = []
    async with model(sims, provider) as adapter, aclosing(adapter.stream(request(schema=None))) as stream:
        async for delta in stream:
            arrived += [time.time()] if delta.text else []
    sent = sims.ledger.entries[0].chunks
    assert len(arrived) == len(sent) == 10
    assert arrived[0] < sent[-1], "not all at the end"


async def test_an_answer_cut_off_at_its_limit_says_so(sims: Simulators, provider: str) -> None:
    async with model(sims, provider) as adapter:
        whole = await adapter.complete(request(schema=None, max_output_tokens=20))
        text, final = await read(adapter, request(schema=None, max_output_tokens=20))
    assert (whole.finish, final.finish) == ("length", "length")
    assert text == whole.text
    assert final.usage == tokens(sims.ledger.entries[0].billed)


@pytest.mark.parametrize("kind", ["refusal", "content_filter", "prompt_blocked"])
async def test_a_refusal_is_an_answer_that_cost(sims: Simulators, provider: str, kind: str) -> None:
    sims.fail(kind, times=2)
    async with model(sims, provider) as adapter:
        whole = await adapter.complete(request(schema=None))
        _, final = await read(adapter, request(schema=None))
    assert (whole.finish, final.finish) == ("refusal", "refusal")
    assert whole.usage == final.usage == tokens(sims.ledger.entries[0].billed)


async def test_leaving_a_stream_closes_the_connection(provider: str) -> None:
    async with endpoint(_endless) as server, at(server.url, provider) as adapter:
        async with aclosing(adapter.stream(request(schema=None))) as stream:
            async for delta in stream:
                assert delta.text in ("", "word ")
                if delta.text:
                    break
        await asyncio.wait_for(server.hung_up.wait(), 20)


async def test_cancelling_the_reader_closes_the_connection(provider: str) -> None:
    async with endpoint(_endless) as server, at(server.url, provider) as adapter:
        began = asyncio.Event()

        async def read_on() -> None:
            async with aclosing(adapter.stream(request(schema=None))) as stream:
                async for _ in stream:
                    began.set()

        reader = asyncio.create_task(read_on())
        await asyncio.wait_for(began.wait(), 30)
        reader.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await reader
        assert reader.cancelled()
        await asyncio.wait_for(server.hung_up.wait(), 20)


async def test_cancelling_a_whole_answer_closes_the_connection(sims: Simulators, provider: str) -> None:
    sims.fail("timeout_before")
    async with model(sims, provider) as adapter:
        call = asyncio.create_task(adapter.complete(request()))
        while not sims.ledger.entries:  # noqa: ASYNC110 (the simulator has no event for it)
            await asyncio.sleep(0.01)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        while sims.ledger.entries[0].seconds is None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_many_calls_at_once_keep_their_answers_apart(sims: Simulators, provider: str) -> None:
    async with model(sims, provider) as adapter:
        for number in range(20):
            sims.answer(text=f"answer {number}.", contains=f"question {number}.")
        asked = [request(f"question {number}.", schema=None) for number in range(20)]
        answers = await asyncio.gather(*(adapter.complete(one) for one in asked))
    assert [answer.text for answer in answers] == [f"answer {number}." for number in range(20)]


async def test_no_usage_told_is_no_usage_counted(sims: Simulators, provider: str) -> None:
    sims.fail("missing_usage", times=2)
    async with model(sims, provider) as adapter:
        whole = await adapter.complete(request(schema=None))
        _, final = await read(adapter, request(schema=None))
    assert whole.text
    assert whole.usage == final.usage == TokenUsage()


async def test_counts_that_make_no_sense_are_none(sims: Simulators, provider: str) -> None:
    usage = {"input_tokens": 50, "cached_input_tokens": 400, "output_tokens": -3, "total_tokens": 7}
    sims.fail("wrong_usage", usage={**usage, "reasoning_tokens": 0})
    async with model(sims, provider) as adapter:
        answer = await adapter.complete(request(schema=None))
    assert answer.usage.output_tokens == 0
    assert 0 <= answer.usage.cached_input_tokens <= answer.usage.input_tokens


async def test_the_key_is_sent_and_nothing_of_the_environment(provider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "GOOGLE_API_KEY", "GEMINI_API_KEY"):
        monkeypatch.setenv(name, "sk-of-the-machine-0123456789")
    for name in ("OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "of-the-machine")
    for name in ("OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "GOOGLE_GEMINI_BASE_URL", "HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("GOOGLE_GENAI_USE_VERTEXAI", "true")
    async with endpoint(_endless) as server, at(server.url, provider) as adapter:
        async with aclosing(adapter.stream(request(schema=None))) as stream:
            await anext(stream)
        headers = server.headers
    assert "of-the-machine" not in json.dumps(headers)
    assert (KEY in json.dumps(headers)) is (provider != "ollama")
    assert provider != "ollama" or "authorization" not in headers, "without a key there is no header for one"


async def test_a_lone_text_without_schema_is_left_as_it_is(sims: Simulators, provider: str) -> None:
    sims.answer(text="```json\n{}\n```")
    async with model(sims, provider) as adapter:
        assert (await adapter.complete(request(schema=None))).text == "```json\n{}\n```"


async def _endless(http: web.Request, body: dict[str, Any]) -> web.StreamResponse:
    """The same word for ever, in the words of whichever API was asked."""
    event: tuple[str, dict[str, Any]]
    start: list[tuple[str, dict[str, Any]]] = []
    if http.path.endswith("/responses"):
        event = ("response.output_text.delta", {"type": "response.output_text.delta", "delta": "word "})
    elif http.path.endswith("/messages"):
        message = {"id": "msg_1", "type": "message", "role": "assistant", "model": body["model"], "content": []}
        usage = {"usage": {"input_tokens": 5, "output_tokens": 1}}
        start = [("message_start", {"type": "message_start", "message": {**message, **usage}})]
        delta = {"type": "text_delta", "text": "word "}
        event = ("content_block_delta", {"type": "content_block_delta", "index": 0, "delta": delta})
    elif http.path.endswith("/completions"):
        event = (
            "",
            {
                "id": "c",
                "object": "chat.completion.chunk",
                "created": 1,
                "model": "m",
                "choices": [{"index": 0, "delta": {"content": "word "}, "finish_reason": None}],
            },
        )
    else:
        event = ("", {"candidates": [{"index": 0, "content": {"role": "model", "parts": [{"text": "word "}]}}]})
    response = web.StreamResponse(headers={"content-type": "text/event-stream"})
    await response.prepare(http)
    for name, data in start:
        await response.write(f"event: {name}\ndata: {json.dumps(data)}\n\n".encode())
    while True:
        head = f"event: {event[0]}\n" if event[0] else ""
        await response.write(f"{head}data: {json.dumps(event[1])}\n\n".encode())
        await asyncio.sleep(0.01)
