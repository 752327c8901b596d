"""OpenAI's own SDK talks to the simulator unmodified: responses, chat completions and models."""

from __future__ import annotations

import asyncio
from typing import Any

import openai
import pytest
from openai import AsyncOpenAI, OpenAI

from stack.simulators import Simulators
from tests.simulators.conftest import PROMPT, Post

MODEL = "gpt-5.4-mini"


async def test_a_response_has_text_and_consistent_usage(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    response = await openai_client.responses.create(model=MODEL, instructions="Be brief.", input=PROMPT)
    assert response.output_text.startswith("Growing tomatoes on a balcony")
    assert [item.type for item in response.output] == ["reasoning", "message"]
    assert response.status == "completed"
    assert response._request_id is not None
    usage = response.usage
    assert usage is not None
    assert usage.total_tokens == usage.input_tokens + usage.output_tokens
    assert usage.output_tokens_details.reasoning_tokens < usage.output_tokens
    [entry] = sims.ledger.entries
    assert entry.billed is not None
    assert (entry.billed.input_tokens, entry.billed.output_tokens) == (usage.input_tokens, usage.output_tokens)
    assert entry.request_id == response._request_id


async def test_a_response_is_parsed_into_the_type_that_was_asked_for(openai_client: AsyncOpenAI) -> None:
    response = await openai_client.responses.parse(model=MODEL, input=PROMPT, text_format=Post)
    post = response.output_parsed
    assert post is not None
    assert post.title == "Growing tomatoes on a balcony"
    assert all(tag in PROMPT.lower() for tag in post.tags)


async def test_messages_with_parts_are_read(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    await openai_client.responses.create(
        model=MODEL,
        input=[
            {"role": "developer", "content": "Be brief."},
            {"role": "user", "content": [{"type": "input_text", "text": PROMPT}]},
        ],
    )
    whole = sims.ledger.entries[0].billed
    await openai_client.responses.create(model=MODEL, instructions="Be brief.", input=PROMPT)
    assert sims.ledger.entries[1].billed == whole


async def test_a_streamed_response_is_the_whole_one_in_pieces(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    whole = await openai_client.responses.create(model=MODEL, input=PROMPT)
    async with openai_client.responses.stream(model=MODEL, input=PROMPT) as stream:
        pieces = [event.delta async for event in stream if event.type == "response.output_text.delta"]
        final = await stream.get_final_response()
    assert len(pieces) > 3
    assert "".join(pieces) == final.output_text == whole.output_text
    assert final.usage == whole.usage
    assert len(sims.ledger.entries[1].chunks) == len(pieces)


async def test_a_streamed_structured_response_is_parsed(openai_client: AsyncOpenAI) -> None:
    async with openai_client.responses.stream(model=MODEL, input=PROMPT, text_format=Post) as stream:
        async for _ in stream:
            pass
        assert (await stream.get_final_response()).output_parsed is not None


async def test_events_are_numbered_without_gaps(openai_client: AsyncOpenAI) -> None:
    events = await openai_client.responses.create(model=MODEL, input=PROMPT, stream=True)
    numbers = [event.sequence_number async for event in events]
    assert numbers == list(range(len(numbers)))


async def test_a_limit_cuts_the_answer_off(openai_client: AsyncOpenAI) -> None:
    response = await openai_client.responses.create(model=MODEL, input=PROMPT, max_output_tokens=24)
    assert response.status == "incomplete"
    assert response.incomplete_details is not None
    assert response.incomplete_details.reason == "max_output_tokens"
    assert response.usage is not None
    assert response.usage.output_tokens <= 24


async def test_a_chat_completion_is_parsed(openai_client: AsyncOpenAI) -> None:
    completion = await openai_client.chat.completions.parse(
        model="gpt-4o", messages=[{"role": "user", "content": PROMPT}], response_format=Post
    )
    assert completion.choices[0].message.parsed is not None
    assert completion.choices[0].finish_reason == "stop"
    assert completion.usage is not None
    assert completion.usage.total_tokens == completion.usage.prompt_tokens + completion.usage.completion_tokens


async def test_a_streamed_chat_ends_with_usage_when_asked(openai_client: AsyncOpenAI) -> None:
    ask: dict[str, Any] = {"model": "gpt-4o", "messages": [{"role": "user", "content": PROMPT}], "stream": True}
    whole = await openai_client.chat.completions.create(**{**ask, "stream": False})
    chunks = [
        c async for c in await openai_client.chat.completions.create(**ask, stream_options={"include_usage": True})
    ]
    assert "".join(c.choices[0].delta.content or "" for c in chunks if c.choices) == whole.choices[0].message.content
    assert chunks[-1].usage == whole.usage
    assert all(c.usage is None for c in [c async for c in await openai_client.chat.completions.create(**ask)])


async def test_a_compatible_server_needs_no_key_and_knows_every_model(sims: Simulators) -> None:
    async with AsyncOpenAI(base_url=sims.compatible, api_key="none", max_retries=0) as client:
        completion = await client.chat.completions.create(
            model="llama-4:8b", messages=[{"role": "user", "content": PROMPT}], max_tokens=2000
        )
    assert completion.choices[0].message.content
    assert sims.ledger.entries[0].provider == "compatible"
    assert sims.ledger.entries[0].cost_usd is None


async def test_the_synchronous_client_works_too(sims: Simulators) -> None:
    def ask() -> tuple[str, Post | None, list[str]]:
        with OpenAI(base_url=sims.openai, api_key="sk-test", max_retries=0) as client:
            text = client.responses.create(model=MODEL, input=PROMPT).output_text
            parsed = client.responses.parse(model=MODEL, input=PROMPT, text_format=Post).output_parsed
            events = client.responses.create(model=MODEL, input=PROMPT, stream=True)
            pieces = [event.delta for event in events if event.type == "response.output_text.delta"]
            return text, parsed, pieces

    text, parsed, pieces = await asyncio.to_thread(ask)
    assert parsed is not None
    assert "".join(pieces) == text


async def test_models_are_listed_and_looked_up(openai_client: AsyncOpenAI) -> None:
    names = [model.id async for model in openai_client.models.list()]
    assert MODEL in names
    assert (await openai_client.models.retrieve(MODEL)).id == MODEL
    with pytest.raises(openai.NotFoundError):
        await openai_client.models.retrieve("gpt-none")


async def test_an_unknown_model_is_not_found(openai_client: AsyncOpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as caught:
        await openai_client.responses.create(model="davinci", input=PROMPT)
    assert caught.value.code == "model_not_found"


@pytest.mark.parametrize(
    ("schema", "problem"),
    [
        ({"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}, "additionalProperties"),
        ({"type": "object", "properties": {"a": {}}, "required": [], "additionalProperties": False}, "required"),
        ({"type": "array", "items": {"type": "string"}}, "object"),
        (
            {
                "type": "object",
                "properties": {"a": {"oneOf": [{"type": "string"}]}},
                "required": ["a"],
                "additionalProperties": False,
            },
            "oneOf",
        ),
    ],
)
async def test_a_strict_schema_has_to_be_strict(
    openai_client: AsyncOpenAI, schema: dict[str, Any], problem: str
) -> None:
    form: Any = {"type": "json_schema", "name": "x", "strict": True, "schema": schema}
    with pytest.raises(openai.BadRequestError, match=problem):
        await openai_client.responses.create(model=MODEL, input=PROMPT, text={"format": form})
    chat: Any = {"type": "json_schema", "json_schema": {"name": "x", "strict": True, "schema": schema}}
    with pytest.raises(openai.BadRequestError, match=problem):
        await openai_client.chat.completions.create(
            model="gpt-4o", messages=[{"role": "user", "content": PROMPT}], response_format=chat
        )


async def test_a_missing_or_invalid_key_is_refused_and_entered(sims: Simulators) -> None:
    async with AsyncOpenAI(base_url=sims.openai, api_key="sk-invalid", max_retries=0) as client:
        with pytest.raises(openai.AuthenticationError) as caught:
            await client.responses.create(model=MODEL, input=PROMPT)
    assert caught.value.code == "invalid_api_key"
    [entry] = sims.ledger.entries
    assert (entry.status, entry.billed, entry.endpoint) == (401, None, "responses")
