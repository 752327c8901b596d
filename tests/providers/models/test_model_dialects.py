"""Endpoints that refuse a part of the request are asked without it, and remembered."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web

from tests.support.adapters import SCHEMA, at, completion, endpoint, request
from workers.providers.ai.models import codes, dialect
from workers.runtime.errors import Rejected

ANSWER = '{"title": "Bread", "tags": ["a", "b"], "mood": "calm"}'
Takes = Callable[[dict[str, Any]], str | None]


@pytest_asyncio.fixture(autouse=True)
async def _unknown_endpoints() -> AsyncIterator[None]:
    dialect.forget()
    yield
    dialect.forget()


def picky(takes: Takes, text: str = ANSWER) -> Any:
    """An endpoint that answers 400 with what `takes` says."""

    async def respond(http: web.Request, body: dict[str, Any]) -> web.StreamResponse:
        refused = takes(body)
        if refused is not None:
            told = {"message": refused, "type": "invalid_request_error", "param": None, "code": None}
            return web.json_response({"error": told}, status=400)
        if not body.get("stream"):
            return web.json_response(completion(text))
        response = web.StreamResponse(headers={"content-type": "text/event-stream"})
        await response.prepare(http)
        choice = {"index": 0, "delta": {"content": text}, "finish_reason": "stop"}
        await response.write(
            f"data: {json.dumps({**completion(''), 'choices': [choice]})}\n\ndata: [DONE]\n\n".encode()
        )
        return response

    return respond


def no_schema(body: dict[str, Any]) -> str | None:
    kind = body.get("response_format", {}).get("type")
    return "response_format type json_schema is unavailable now" if kind == "json_schema" else None


def no_format(body: dict[str, Any]) -> str | None:
    return "Unknown parameter: response_format" if "response_format" in body else None


async def test_without_json_schema_the_endpoint_is_asked_for_an_object_and_told_the_schema() -> None:
    async with endpoint(picky(no_schema)) as server, at(server.url, "ollama") as adapter:
        assert (await adapter.complete(request())).text == ANSWER
        assert (await adapter.complete(request())).text == ANSWER
    first, second, third = server.bodies
    assert first["response_format"]["type"] == "json_schema"
    assert first["response_format"]["json_schema"]["strict"] is True
    for body in (second, third):
        assert body["response_format"] == {"type": "json_object"}
        system = body["messages"][0]
        assert system["role"] == "system"
        assert system["content"].startswith("You write about bread.")
        assert json.dumps(SCHEMA, separators=(",", ":")) in system["content"]


async def test_without_any_format_the_prompt_alone_asks_for_json() -> None:
    async with endpoint(picky(no_format, f"<think>Hm, {{}}?</think>\n```json\n{ANSWER}\n```")) as server:
        async with at(server.url, "ollama") as adapter:
            answer = await adapter.complete(request())
        async with at(server.url, "ollama") as later, aclosing(later.stream(request())) as stream:
            last = [delta async for delta in stream][-1]
    assert answer.text == ANSWER, "thoughts and fences are not part of the JSON"
    assert last.final is not None
    assert last.final.text == ANSWER
    assert "response_format" not in server.bodies[-1]
    assert len(server.bodies) == 4, "what one adapter learned, the next one knows"


async def test_what_one_model_refuses_another_is_still_asked_for() -> None:
    async with endpoint(picky(lambda body: no_schema(body) if body["model"] == "m" else None)) as server:
        async with at(server.url, "ollama") as adapter:
            await adapter.complete(request())
        async with at(server.url, "ollama", model="other") as adapter:
            await adapter.complete(request())
    assert server.bodies[-1]["response_format"]["type"] == "json_schema"


async def test_a_schema_that_is_too_much_does_not_cost_the_others_their_enforcement() -> None:
    def too_much(body: dict[str, Any]) -> str | None:
        name = body.get("response_format", {}).get("json_schema", {}).get("name")
        return "The compiled grammar is too large" if name == "huge" else None

    async with endpoint(picky(too_much)) as server, at(server.url, "ollama") as adapter:
        await adapter.complete(request(schema_name="huge"))
        await adapter.complete(request())
    assert [body["response_format"]["type"] for body in server.bodies] == ["json_schema", "json_object", "json_schema"]


@pytest.mark.parametrize(
    ("refusal", "has_it"),
    [
        ("Unsupported value: 'temperature' does not support 0.2 with this model.", lambda body: "temperature" in body),
        (
            "'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
            lambda body: "max_tokens" in body,
        ),
        ("Extra inputs are not permitted: stream_options", lambda body: "stream_options" in body),
    ],
)
async def test_a_parameter_that_is_refused_is_left_out(refusal: str, has_it: Callable[[dict[str, Any]], bool]) -> None:
    asked = request(schema=None, temperature=0.2)
    async with endpoint(picky(lambda body: refusal if has_it(body) else None, "Bread.")) as server:
        async with at(server.url, "ollama") as adapter, aclosing(adapter.stream(asked)) as stream:
            assert [delta.text async for delta in stream] == ["Bread.", ""]
        async with at(server.url, "ollama") as adapter:
            assert (await adapter.complete(asked)).text == "Bread."
    assert [has_it(body) for body in server.bodies] == [True, False, False]
    assert server.bodies[-1].get("max_tokens") or server.bodies[-1].get("max_completion_tokens")


async def test_an_endpoint_that_refuses_everything_is_not_asked_for_ever() -> None:
    def everything(body: dict[str, Any]) -> str:
        return "bad: temperature response_format max_completion_tokens instead stream_options"

    async with endpoint(picky(everything)) as server, at(server.url, "ollama") as adapter:
        with pytest.raises(Rejected) as caught:
            await adapter.complete(request(temperature=0.2))
    assert caught.value.code == codes.REQUEST_INVALID
    assert len(server.bodies) == 6


@pytest.mark.parametrize(
    "message", ["This model's maximum context length is 4096 tokens", "Invalid request", "model is loading"]
)
async def test_other_refusals_are_not_tried_again(message: str) -> None:
    async with endpoint(picky(lambda _: message)) as server, at(server.url, "ollama") as adapter:
        with pytest.raises(Rejected):
            await adapter.complete(request(temperature=0.2))
    assert len(server.bodies) == 1


@pytest.mark.parametrize("provider", ["openai", "google", "anthropic"])
async def test_models_without_structured_output_are_told_the_schema(provider: str) -> None:
    refusals = {
        "openai": "Invalid parameter: 'text.format' of type 'json_schema' is not supported with this model.",
        "google": "responseJsonSchema: structured output is not enabled for this model",
        "anthropic": "output_config.format: structured outputs are not supported by this model",
    }

    async def respond(_: web.Request, body: dict[str, Any]) -> web.Response:
        told = {"message": refusals[provider], "type": "invalid_request_error"}
        wants = json.dumps(body)
        if any(sign in wants for sign in ('"json_schema"', "responseJsonSchema", "json_object")):
            error = {"code": 400, "status": "INVALID_ARGUMENT", **told} if provider == "google" else told
            return web.json_response({"type": "error", "error": error}, status=400)
        usage = {"input_tokens": 1, "output_tokens": 1}
        if provider == "google":
            parts = {"content": {"role": "model", "parts": [{"text": ANSWER}]}, "finishReason": "STOP"}
            return web.json_response({"candidates": [parts]})
        if provider == "anthropic":
            said = {"content": [{"type": "text", "text": ANSWER}], "stop_reason": "end_turn", "usage": usage}
            return web.json_response({"id": "m", "type": "message", "role": "assistant", "model": "m", **said})
        part = {"type": "output_text", "text": ANSWER, "annotations": []}
        message = {"type": "message", "id": "m", "role": "assistant", "content": [part]}
        return web.json_response({"model": "m", "status": "completed", "output": [message], "usage": usage})

    async with endpoint(respond) as server, at(server.url, provider) as adapter:
        assert (await adapter.complete(request())).text == ANSWER
        calls = len(server.bodies)
        assert (await adapter.complete(request())).text == ANSWER
    assert len(server.bodies) == calls + 1
    assert "It must fit this JSON Schema" in json.dumps(server.bodies[-1])


async def test_an_open_object_is_asked_for_without_being_enforced() -> None:
    schema = {
        "type": "object",
        "properties": {"counts": {"type": "object", "additionalProperties": {"type": "integer"}}},
    }
    async with endpoint(picky(lambda _: None)) as server, at(server.url, "ollama") as adapter:
        await adapter.complete(request(schema=schema))
    assert server.bodies[0]["response_format"]["json_schema"]["strict"] is False
