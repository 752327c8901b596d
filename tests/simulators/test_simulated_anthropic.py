"""Anthropic's own SDK talks to the simulator unmodified: messages, tools, streams, token counts and models."""

from __future__ import annotations

import asyncio
from typing import Any

import anthropic
import httpx
import pytest
from anthropic import Anthropic, AsyncAnthropic

from stack.simulators import Simulators
from tests.simulators.conftest import PROMPT, Post

MODEL = "claude-haiku-4-5"
ASK: dict[str, Any] = {"model": MODEL, "max_tokens": 1000, "messages": [{"role": "user", "content": PROMPT}]}
TOOL: dict[str, Any] = {
    "tools": [{"name": "emit", "description": "Emit the post.", "input_schema": Post.model_json_schema()}],
    "tool_choice": {"type": "tool", "name": "emit"},
}


def text_of(message: anthropic.types.Message) -> str:
    return "".join(block.text for block in message.content if block.type == "text")


async def test_a_message_has_text_and_usage(anthropic_client: AsyncAnthropic, sims: Simulators) -> None:
    message = await anthropic_client.messages.create(**ASK, system="Be brief.")
    assert text_of(message).startswith("Growing tomatoes on a balcony")
    assert message.stop_reason == "end_turn"
    [entry] = sims.ledger.entries
    assert entry.billed is not None
    assert message.usage.input_tokens == entry.billed.input_tokens
    assert message.usage.output_tokens == entry.billed.output_tokens
    assert message._request_id == entry.request_id


async def test_a_message_is_parsed_into_the_type_that_was_asked_for(anthropic_client: AsyncAnthropic) -> None:
    message = await anthropic_client.messages.parse(**ASK, output_format=Post)
    assert message.parsed_output is not None
    assert message.parsed_output.title == "Growing tomatoes on a balcony"


async def test_a_tool_that_must_be_used_is(anthropic_client: AsyncAnthropic) -> None:
    message = await anthropic_client.messages.create(**ASK, **TOOL)
    [block] = message.content
    assert block.type == "tool_use"
    assert message.stop_reason == "tool_use"
    assert Post.model_validate(block.input).title == "Growing tomatoes on a balcony"


async def test_a_stream_is_the_whole_message_in_pieces(anthropic_client: AsyncAnthropic) -> None:
    whole = await anthropic_client.messages.create(**ASK)
    async with anthropic_client.messages.stream(**ASK) as stream:
        pieces = [piece async for piece in stream.text_stream]
        final = await stream.get_final_message()
    assert len(pieces) > 3
    assert "".join(pieces) == text_of(final) == text_of(whole)
    assert final.usage.input_tokens == whole.usage.input_tokens
    assert final.usage.output_tokens == whole.usage.output_tokens


async def test_a_streamed_tool_input_is_put_together(anthropic_client: AsyncAnthropic) -> None:
    async with anthropic_client.messages.stream(**ASK, **TOOL) as stream:
        final = await stream.get_final_message()
    [block] = final.content
    assert block.type == "tool_use"
    assert Post.model_validate(block.input)


async def test_raw_events_come_in_their_order(anthropic_client: AsyncAnthropic) -> None:
    kinds = [event.type async for event in await anthropic_client.messages.create(**ASK, stream=True)]
    assert kinds[:2] == ["message_start", "content_block_start"]
    assert kinds[-3:] == ["content_block_stop", "message_delta", "message_stop"]
    assert set(kinds[2:-3]) == {"content_block_delta"}


async def test_a_limit_cuts_the_message_off(anthropic_client: AsyncAnthropic) -> None:
    message = await anthropic_client.messages.create(**{**ASK, "max_tokens": 5})
    assert message.stop_reason == "max_tokens"
    assert message.usage.output_tokens == 5


async def test_what_came_from_the_cache_is_not_input(anthropic_client: AsyncAnthropic, sims: Simulators) -> None:
    sims.answer(text="Yes.", usage={"input_tokens": 1000, "cached_input_tokens": 600})
    usage = (await anthropic_client.messages.create(**ASK)).usage
    assert (usage.input_tokens, usage.cache_read_input_tokens) == (400, 600)
    assert str(sims.ledger.entries[0].cost_usd) == "0.000465"  # 400 at $1, 600 at $0.10, one out at $5 a million


async def test_tokens_are_counted_as_they_are_billed(anthropic_client: AsyncAnthropic) -> None:
    counted = await anthropic_client.messages.count_tokens(model=MODEL, messages=ASK["messages"], system="Be brief.")
    message = await anthropic_client.messages.create(**ASK, system="Be brief.")
    assert counted.input_tokens == message.usage.input_tokens


async def test_models_are_listed_and_looked_up(anthropic_client: AsyncAnthropic) -> None:
    names = [model.id async for model in anthropic_client.models.list()]
    assert MODEL in names
    assert (await anthropic_client.models.retrieve(MODEL)).id == MODEL


@pytest.mark.parametrize(
    ("schema", "problem"),
    [
        ({"type": "object", "properties": {"a": {"type": "integer", "minimum": 1}}}, "minimum"),
        ({"type": "object", "properties": {"a": {"type": "string", "maxLength": 9}}}, "maxLength"),
        ({"type": "object", "properties": {"a": {"type": "array", "minItems": 3, "items": {}}}}, "minItems"),
        ({"type": "object", "properties": {"a": {"type": "string"}}}, "additionalProperties"),
    ],
)
async def test_limits_in_a_schema_are_refused(
    anthropic_client: AsyncAnthropic, schema: dict[str, Any], problem: str
) -> None:
    if problem != "additionalProperties":
        schema = schema | {"additionalProperties": False}
    with pytest.raises(anthropic.BadRequestError, match=problem):
        await anthropic_client.messages.create(
            **ASK, output_config={"format": {"type": "json_schema", "schema": schema}}
        )


@pytest.mark.parametrize(
    "change",
    [
        {"messages": []},
        {"messages": [{"role": "assistant", "content": "x"}]},
        {"messages": [{"role": "user", "content": ""}]},
        {"messages": [{"role": "system", "content": "x"}]},
        {"max_tokens": 0},
    ],
)
async def test_a_request_without_sense_is_refused(anthropic_client: AsyncAnthropic, change: dict[str, Any]) -> None:
    with pytest.raises(anthropic.BadRequestError):
        await anthropic_client.messages.create(**{**ASK, **change})


async def test_keys_versions_and_models_are_checked(sims: Simulators) -> None:
    async with AsyncAnthropic(base_url=sims.anthropic, api_key="invalid", max_retries=0) as client:
        with pytest.raises(anthropic.AuthenticationError):
            await client.messages.create(**ASK)
    async with AsyncAnthropic(base_url=sims.anthropic, api_key="a", max_retries=0) as client:
        with pytest.raises(anthropic.NotFoundError):
            await client.messages.create(**{**ASK, "model": "klaus-1"})
    async with httpx.AsyncClient(base_url=sims.anthropic, headers={"x-api-key": "a"}) as plain:
        answer = await plain.post("/v1/messages", json=ASK)
    assert (answer.status_code, answer.json()["error"]["type"]) == (400, "invalid_request_error")


async def test_the_synchronous_client_works_too(sims: Simulators) -> None:
    def ask() -> tuple[str, str, Post | None]:
        with Anthropic(base_url=sims.anthropic, api_key="a-test", max_retries=0) as client:
            whole = text_of(client.messages.create(**ASK))
            with client.messages.stream(**ASK) as stream:
                streamed = stream.get_final_text()
            return whole, streamed, client.messages.parse(**ASK, output_format=Post).parsed_output

    whole, streamed, parsed = await asyncio.to_thread(ask)
    assert whole == streamed
    assert parsed is not None


async def test_a_text_block_without_text_is_refused(anthropic_client: AsyncAnthropic) -> None:
    for block in ({"type": "text"}, {"type": "text", "text": 7}):
        with pytest.raises(anthropic.BadRequestError) as refused:
            await anthropic_client.messages.create(**ASK | {"messages": [{"role": "user", "content": [block]}]})
        assert "messages.0.content.0.text.text" in refused.value.message
