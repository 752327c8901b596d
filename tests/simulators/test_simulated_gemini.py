"""Google's own SDK talks to the simulator unmodified: generation, embeddings, files, token counts and models."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest
from google import genai
from google.genai import errors, types
from google.genai.client import AsyncClient
from pydantic import ConfigDict

from stack import simulators
from stack.simulators import Simulators
from tests.simulators.conftest import PROMPT, SOURCE, Post

pytestmark = pytest.mark.filterwarnings("ignore:Inheritance class AiohttpClientSession:DeprecationWarning")

MODEL = "gemini-3.8-flash"
EMBEDDING = "gemini-embedding-001"


async def test_an_answer_has_text_and_counts_thoughts_apart(gemini_client: AsyncClient, sims: Simulators) -> None:
    answer = await gemini_client.models.generate_content(model=MODEL, contents=PROMPT)
    assert answer.text is not None
    assert answer.text.startswith("Growing tomatoes on a balcony")
    usage = answer.usage_metadata
    assert usage is not None
    prompt, said, thought = usage.prompt_token_count, usage.candidates_token_count, usage.thoughts_token_count
    assert prompt
    assert said
    assert thought
    assert usage.total_token_count == prompt + said + thought
    billed = sims.ledger.entries[0].billed
    assert billed is not None
    assert (billed.input_tokens, billed.output_tokens) == (prompt, said + thought)
    assert answer.response_id == sims.ledger.entries[0].request_id


@pytest.mark.parametrize("field", ["response_schema", "response_json_schema"])
async def test_both_kinds_of_schema_are_satisfied(gemini_client: AsyncClient, sims: Simulators, field: str) -> None:
    class Open(Post):
        model_config = ConfigDict(extra="ignore")

    wanted: Any = Open if field == "response_schema" else Post.model_json_schema()
    config: Any = {"response_mime_type": "application/json", field: wanted}
    answer = await gemini_client.models.generate_content(model=MODEL, contents=PROMPT, config=config)
    assert answer.text is not None
    assert Post.model_validate_json(answer.text).title == "Growing tomatoes on a balcony"
    sent = sims.ledger.body(1)
    assert sent is not None
    assert ("responseSchema" in sent["generationConfig"]) == (field == "response_schema")


async def test_a_stream_is_the_whole_answer_in_pieces(gemini_client: AsyncClient) -> None:
    whole = await gemini_client.models.generate_content(model=MODEL, contents=PROMPT)
    pieces = [piece async for piece in await gemini_client.models.generate_content_stream(model=MODEL, contents=PROMPT)]
    assert len(pieces) > 3
    assert "".join(piece.text or "" for piece in pieces) == whole.text
    finishes = [piece.candidates[0].finish_reason for piece in pieces if piece.candidates]
    assert finishes == [None] * (len(pieces) - 1) + [types.FinishReason.STOP]
    assert pieces[-1].usage_metadata == whole.usage_metadata


async def test_a_limit_cuts_the_answer_off(gemini_client: AsyncClient) -> None:
    config = types.GenerateContentConfig(max_output_tokens=20, automatic_continuation=False)
    answer = await gemini_client.models.generate_content(model=MODEL, contents=PROMPT, config=config)
    assert answer.candidates is not None
    assert answer.candidates[0].finish_reason is types.FinishReason.MAX_TOKENS


async def test_embeddings_are_batched_and_shortened(gemini_client: AsyncClient, sims: Simulators) -> None:
    contents: Any = ["tomatoes", "a bank"]
    answer = await gemini_client.models.embed_content(
        model=EMBEDDING, contents=contents, config={"output_dimensionality": 512}
    )
    assert answer.embeddings is not None
    assert [len(one.values or []) for one in answer.embeddings] == [512, 512]
    short = answer.embeddings[0].values or []
    assert sum(x * x for x in short) < 0.9  # a shortened vector is not normalised
    whole = await gemini_client.models.embed_content(model=EMBEDDING, contents="tomatoes")
    assert whole.embeddings is not None
    values = whole.embeddings[0].values or []
    assert sum(x * x for x in values) == pytest.approx(1, abs=1e-5)
    assert values[:512] == pytest.approx(short)
    assert {entry.endpoint for entry in sims.ledger.entries} == {"batchEmbedContents"}


async def test_one_text_is_embedded_by_its_own_method(sims: Simulators) -> None:
    async with httpx.AsyncClient(base_url=sims.gemini, headers={"x-goog-api-key": "k"}) as client:
        path = f"/v1beta/models/{EMBEDDING}:embedContent"
        body = {"model": f"models/{EMBEDDING}", "content": {"parts": [{"text": "x"}]}, "outputDimensionality": 128}
        assert len((await client.post(path, json=body)).json()["embedding"]["values"]) == 128
        assert (await client.post(path, json=body | {"outputDimensionality": 64})).status_code == 400
        assert (await client.post(f"{path}s", json=body)).status_code == 404


async def test_an_uploaded_file_is_read_by_the_model(gemini_client: AsyncClient, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text(SOURCE)
    uploaded = await gemini_client.files.upload(file=text, config={"display_name": "Notes"})
    assert uploaded.name is not None
    assert (await gemini_client.files.get(name=uploaded.name)).size_bytes == len(SOURCE.encode())
    answer = await gemini_client.models.generate_content(model=MODEL, contents=[uploaded])
    assert answer.text is not None
    assert "six hours of sunlight" in answer.text
    assert [file.name async for file in await gemini_client.files.list()] == [uploaded.name]
    await gemini_client.files.delete(name=uploaded.name)
    with pytest.raises(errors.ClientError):
        await gemini_client.files.get(name=uploaded.name)


async def test_a_large_file_arrives_in_pieces(gemini_client: AsyncClient, tmp_path: Path) -> None:
    large = tmp_path / "large.mp3"
    large.write_bytes(bytes(9 * 1024 * 1024))
    uploaded = await gemini_client.files.upload(file=large)
    assert uploaded.size_bytes == 9 * 1024 * 1024


async def test_speech_inside_a_request_is_heard(gemini_client: AsyncClient) -> None:
    part = types.Part.from_bytes(data=simulators.recording("The bakery opens at six."), mime_type="audio/wav")
    answer = await gemini_client.models.generate_content(model=MODEL, contents=[part, "What is said?"])
    assert answer.text is not None
    assert "The bakery opens at six." in answer.text


async def test_tokens_are_counted_as_they_are_billed(gemini_client: AsyncClient) -> None:
    counted = await gemini_client.models.count_tokens(model=MODEL, contents=PROMPT)
    answer = await gemini_client.models.generate_content(model=MODEL, contents=PROMPT)
    assert answer.usage_metadata is not None
    assert counted.total_tokens == answer.usage_metadata.prompt_token_count


async def test_models_are_listed_and_looked_up(gemini_client: AsyncClient) -> None:
    names = [model.name async for model in await gemini_client.models.list(config={"query_base": True})]
    assert f"models/{MODEL}" in names
    found = await gemini_client.models.get(model=MODEL)
    assert found.name == f"models/{MODEL}"


async def test_a_field_outside_the_subset_is_unknown(sims: Simulators) -> None:
    body = {
        "contents": [{"parts": [{"text": "x"}]}],
        "generationConfig": {
            "responseMimeType": "application/json",
            "responseSchema": {"type": "OBJECT", "properties": {"a": {"type": "STRING", "const": "x"}}},
        },
    }
    async with httpx.AsyncClient(base_url=sims.gemini, headers={"x-goog-api-key": "k"}) as client:
        answer = await client.post(f"/v1beta/models/{MODEL}:generateContent", json=body)
    assert answer.status_code == 400
    assert 'Unknown name "const"' in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("key", "status", "name"), [("invalid-key", 400, "INVALID_ARGUMENT"), ("", 403, "PERMISSION_DENIED")]
)
async def test_a_missing_or_invalid_key_is_refused(sims: Simulators, key: str, status: int, name: str) -> None:
    async with httpx.AsyncClient(base_url=sims.gemini, headers={"x-goog-api-key": key}) as client:
        body = {"contents": [{"parts": [{"text": "x"}]}]}
        answer = await client.post(f"/v1beta/models/{MODEL}:generateContent", json=body)
    assert (answer.status_code, answer.json()["error"]["status"]) == (status, name)


async def test_an_unknown_model_is_not_found(gemini_client: AsyncClient) -> None:
    with pytest.raises(errors.ClientError) as caught:
        await gemini_client.models.generate_content(model="bison-001", contents=PROMPT)
    assert (caught.value.code, caught.value.status) == (404, "NOT_FOUND")


async def test_the_synchronous_client_works_too(sims: Simulators) -> None:
    def ask() -> tuple[str | None, str, int]:
        options: Any = {"base_url": sims.gemini, "api_version": "v1beta"}
        with genai.Client(api_key="g-test", http_options=options) as client:
            text = client.models.generate_content(model=MODEL, contents=PROMPT).text
            stream = client.models.generate_content_stream(model=MODEL, contents=PROMPT)
            pieces = "".join(piece.text or "" for piece in stream)
            embedded = client.models.embed_content(model=EMBEDDING, contents="x").embeddings
            assert embedded is not None
            return text, pieces, len(embedded[0].values or [])

    text, pieces, length = await asyncio.to_thread(ask)
    assert text == pieces
    assert length == 3072
