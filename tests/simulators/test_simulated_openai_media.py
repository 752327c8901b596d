"""OpenAI's own SDK gets embeddings and transcriptions from the simulator."""

from __future__ import annotations

import asyncio
import math
from typing import Any

import httpx
import openai
import pytest
import srt
import webvtt
from openai import AsyncOpenAI, OpenAI

from stack import simulators
from stack.simulators import Simulators

WORDS = "Hello and welcome. Today we grow tomatoes on a balcony. See you next week!"
SMALL, LARGE = "text-embedding-3-small", "text-embedding-3-large"


def cosine(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


async def test_base64_and_floats_are_the_same_vector(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    packed = await openai_client.embeddings.create(model=SMALL, input="tomatoes")
    plain = await openai_client.embeddings.create(model=SMALL, input="tomatoes", encoding_format="float")
    formats = [body.get("encoding_format") for _, body in sims.ledger.bodies]
    assert formats == ["base64", "float"]  # the SDK asks for base64 of itself
    assert packed.data[0].embedding == pytest.approx(plain.data[0].embedding)


@pytest.mark.parametrize(
    ("model", "dimensions", "length"), [(SMALL, None, 1536), (LARGE, None, 3072), (SMALL, 512, 512), (LARGE, 256, 256)]
)
async def test_vectors_have_the_length_asked_for_and_are_of_unit_length(
    openai_client: AsyncOpenAI, model: str, dimensions: int | None, length: int
) -> None:
    asked: dict[str, Any] = {} if dimensions is None else {"dimensions": dimensions}
    answer = await openai_client.embeddings.create(model=model, input=["one text", "another text"], **asked)
    assert [item.index for item in answer.data] == [0, 1]
    for item in answer.data:
        assert len(item.embedding) == length
        assert cosine(item.embedding, item.embedding) == pytest.approx(1, abs=1e-5)
    assert answer.usage.prompt_tokens > 0


async def test_a_short_vector_is_the_beginning_of_the_long_one(openai_client: AsyncOpenAI) -> None:
    whole = (await openai_client.embeddings.create(model=SMALL, input="tomatoes")).data[0].embedding
    short = (await openai_client.embeddings.create(model=SMALL, input="tomatoes", dimensions=64)).data[0].embedding
    norm = math.sqrt(sum(x * x for x in whole[:64]))
    assert short == pytest.approx([x / norm for x in whole[:64]], abs=1e-5)


async def test_texts_with_common_words_are_closer(openai_client: AsyncOpenAI) -> None:
    texts = ["tomatoes on the balcony", "balcony tomatoes in summer", "quarterly revenue of the bank"]
    answer = await openai_client.embeddings.create(model=SMALL, input=texts, dimensions=512)
    first, near, far = [item.embedding for item in answer.data]
    assert cosine(first, near) > 0.4 > cosine(first, far)


@pytest.mark.parametrize(
    "asked",
    [
        {"model": SMALL, "input": ""},
        {"model": SMALL, "input": []},
        {"model": SMALL, "input": ["x"] * 2049},
        {"model": SMALL, "input": "x" * 40_000},
        {"model": SMALL, "input": "x", "dimensions": 1537},
        {"model": "text-embedding-ada-002", "input": "x", "dimensions": 512},
    ],
    ids=["empty", "none", "too many", "too long", "too wide", "not reducible"],
)
async def test_what_the_api_does_not_embed_is_refused(openai_client: AsyncOpenAI, asked: dict[str, Any]) -> None:
    with pytest.raises(openai.BadRequestError):
        await openai_client.embeddings.create(**asked)


async def test_a_recording_is_heard(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    file = ("talk.wav", simulators.recording(WORDS, seconds=90.5))
    answer = await openai_client.audio.transcriptions.create(model="gpt-4o-transcribe", file=file)
    assert answer.text == WORDS
    assert answer.usage is not None
    assert answer.usage.type == "tokens"
    [entry] = sims.ledger.entries
    assert entry.billed is not None
    assert entry.billed.audio_seconds == 91
    assert str(entry.cost_usd) == "0.009100"


async def test_whisper_tells_when_each_word_was_said(openai_client: AsyncOpenAI) -> None:
    answer = await openai_client.audio.transcriptions.create(
        model="whisper-1",
        file=("talk.wav", simulators.recording(WORDS)),
        response_format="verbose_json",
        timestamp_granularities=["word", "segment"],
        language="nl",
    )
    assert answer.language == "dutch"
    assert answer.segments is not None
    assert answer.words is not None
    assert " ".join(segment.text for segment in answer.segments) == WORDS
    assert [word.word for word in answer.words] == WORDS.split()
    times = [time for segment in answer.segments for time in (segment.start, segment.end)]
    assert times == sorted(times)
    assert times[-1] == pytest.approx(answer.duration)
    assert answer.usage is not None
    assert answer.usage.seconds == math.ceil(answer.duration)


async def test_subtitles_can_be_read_by_their_parsers(openai_client: AsyncOpenAI) -> None:
    file = ("talk.wav", simulators.recording(WORDS))
    as_srt: Any = await openai_client.audio.transcriptions.create(model="whisper-1", file=file, response_format="srt")
    as_vtt: Any = await openai_client.audio.transcriptions.create(model="whisper-1", file=file, response_format="vtt")
    as_text: Any = await openai_client.audio.transcriptions.create(model="whisper-1", file=file, response_format="text")
    assert [cue.content for cue in srt.parse(as_srt)] == [cue.text for cue in webvtt.from_string(as_vtt)]
    assert as_text.strip() == WORDS


async def test_a_transcript_is_streamed(openai_client: AsyncOpenAI) -> None:
    events = await openai_client.audio.transcriptions.create(
        model="gpt-4o-mini-transcribe", file=("talk.wav", simulators.recording(WORDS)), stream=True
    )
    told = [event async for event in events]
    assert "".join(event.delta for event in told if event.type == "transcript.text.delta") == WORDS
    assert told[-1].type == "transcript.text.done"


async def test_an_answer_given_beforehand_is_the_transcript(openai_client: AsyncOpenAI, sims: Simulators) -> None:
    sims.answer(endpoint="audio.transcriptions", contains="episode-12.mp3", text="What they said.")
    for name, text in (("episode-12.mp3", "What they said."), ("episode-13.mp3", "simulated transcript")):
        answer = await openai_client.audio.transcriptions.create(model="whisper-1", file=(name, b"\xff\xfb" * 9000))
        assert text in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        {"model": "gpt-4o-transcribe", "file": ("a.wav", simulators.recording("Hi.")), "response_format": "srt"},
        {"model": "whisper-1", "file": ("a.txt", b"text")},
        {"model": "whisper-1", "file": ("a.wav", b"not a wav file")},
        {"model": "whisper-1", "file": ("a.mp3", b"")},
    ],
    ids=["no times", "no audio", "not wav", "empty"],
)
async def test_what_the_api_does_not_transcribe_is_refused(openai_client: AsyncOpenAI, asked: dict[str, Any]) -> None:
    with pytest.raises(openai.BadRequestError):
        await openai_client.audio.transcriptions.create(**asked)


async def test_a_file_above_the_limit_is_refused(openai_client: AsyncOpenAI) -> None:
    with pytest.raises(openai.APIStatusError) as caught:
        await openai_client.audio.transcriptions.create(model="whisper-1", file=("a.mp3", bytes(26 * 1024 * 1024)))
    assert caught.value.status_code == 413


async def test_the_synchronous_client_embeds_and_transcribes(sims: Simulators) -> None:
    def ask() -> tuple[int, str]:
        with OpenAI(base_url=sims.openai, api_key="sk-test", max_retries=0) as client:
            vector = client.embeddings.create(model=SMALL, input="x", dimensions=512).data[0].embedding
            file = ("talk.wav", simulators.recording(WORDS))
            return len(vector), client.audio.transcriptions.create(model="whisper-1", file=file).text

    assert await asyncio.to_thread(ask) == (512, WORDS)


async def test_a_body_that_is_no_form_is_refused(sims: Simulators) -> None:
    async with httpx.AsyncClient(base_url=sims.openai, headers={"authorization": "Bearer k"}) as client:
        assert (await client.post("/audio/transcriptions", json={"model": "whisper-1"})).status_code == 400
        assert (await client.post("/embeddings", content=b"{")).status_code == 400
        assert (await client.post("/responses", content=b"[]")).status_code == 400
