"""Captions are read as they are, recordings are heard by the provider, and nobody invents words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from pydantic import SecretStr

from stack.simulators.server import Simulators
from stack.simulators.speech import recording as wav
from tests.support.adapters import KEY
from workers.providers.ai.models import codes
from workers.providers.ai.models.base import ModelConfig, TokenUsage
from workers.providers.transcription.base import File, Recording, Segment, Transcriber, build
from workers.providers.transcription.openai import MAX_BYTES
from workers.runtime.errors import AuthExpired, ProviderError, RateLimited, Rejected, Unavailable

WORDS = "Bread needs time. A cold kitchen slows the starter down. Feed it twice a day."
SRT = b"""1
00:00:01,000 --> 00:00:03,500
<i>Bread needs time.</i>

2
00:00:09,000 --> 00:00:12,250
[music] A cold kitchen
slows the starter down.
"""
VTT = "WEBVTT\n\n00:01.000 --> 00:03.500\nBrood vraagt tijd, zei ze.\n\n00:03.500 --> 00:05.000\nÉn warmte.\n".encode()


@asynccontextmanager
async def transcriber(
    sims: Simulators, provider: str = "openai", model: str = "whisper-1"
) -> AsyncIterator[Transcriber]:
    key = SecretStr(KEY) if provider == "openai" else None
    adapter = build(ModelConfig(provider, model, sims.openai if provider == "openai" else None, key, 5.0))
    try:
        yield adapter
    finally:
        await adapter.aclose()


@pytest.mark.parametrize("provider", ["local", "openai"])
@pytest.mark.parametrize(
    "given",
    [
        Recording(File(SRT, "talk.srt")),
        Recording(File(SRT, "talk.SRT", "application/octet-stream")),
        Recording(File(SRT, "x", "application/x-subrip")),
        Recording(File(b"\0\0", "talk.mp4", "video/mp4"), File(SRT, "talk.srt", "text/plain")),
    ],
    ids=["by name", "vague type", "by type", "beside a video"],
)
async def test_captions_keep_their_times_and_cost_nothing(sims: Simulators, provider: str, given: Recording) -> None:
    async with transcriber(sims, provider) as adapter:
        made = await adapter.transcribe(given, "en")
    assert made.transcript.segments == (
        Segment(1.0, 3.5, "Bread needs time."),
        Segment(9.0, 12.25, "A cold kitchen slows the starter down."),
    )
    assert made.transcript.text == "Bread needs time.\n\nA cold kitchen slows the starter down."
    assert (made.transcript.source, made.transcript.language) == ("captions", "en")
    assert made.transcript.duration_seconds == 12.25
    assert (made.usage, made.audio_seconds) == (TokenUsage(), 0)
    assert (made.ai_provider, made.ai_model) == ("local", "local-captions"), "whoever was asked, nobody listened"
    assert sims.ledger.entries == []


async def test_webvtt_and_plain_text_are_read(sims: Simulators) -> None:
    async with transcriber(sims, "local") as adapter:
        vtt = (await adapter.transcribe(Recording(File(VTT, "talk.vtt"), duration_seconds=60.0))).transcript
        text = (await adapter.transcribe(Recording(File("Één zin.\r\nNog een.".encode(), "talk.txt")))).transcript
    assert [segment.text for segment in vtt.segments] == ["Brood vraagt tijd, zei ze.", "Én warmte."]
    assert vtt.duration_seconds == 60.0
    assert (text.text, text.segments, text.source) == ("Één zin.\nNog een.", (), "text")
    assert (text.language, text.duration_seconds) == (None, None), "nobody said"


async def test_the_local_adapter_cannot_listen_and_says_so(sims: Simulators) -> None:
    async with transcriber(sims, "local") as adapter:
        with pytest.raises(Rejected) as caught:
            await adapter.transcribe(Recording(File(wav(WORDS), "talk.wav", "audio/wav")))
    assert caught.value.code == "UNSUPPORTED_TYPE"


@pytest.mark.parametrize("provider", ["local", "openai"])
@pytest.mark.parametrize(
    ("given", "code"),
    [
        (Recording(File(b"", "talk.srt")), "INPUT_EMPTY"),
        (Recording(File(b"WEBVTT\n\n", "talk.vtt")), "INPUT_EMPTY"),
        (Recording(File(b"\x89PNG\r\n", "talk.txt")), "INPUT_UNREADABLE"),
        (Recording(File(b"x", "talk.mp3"), File(b"x", "talk.docx")), "UNSUPPORTED_TYPE"),
    ],
)
async def test_captions_without_words_are_refused(sims: Simulators, provider: str, given: Recording, code: str) -> None:
    async with transcriber(sims, provider) as adapter:
        with pytest.raises(Rejected) as caught:
            await adapter.transcribe(given)
    assert caught.value.code == code
    assert sims.ledger.entries == []


async def test_whisper_knows_when_each_sentence_was_said(sims: Simulators) -> None:
    async with transcriber(sims) as adapter:
        made = await adapter.transcribe(Recording(File(wav(WORDS, 15.0), "folder/talk.wav", "audio/wav")), "en")
    entry = sims.ledger.entries[0]
    assert made.transcript.text == WORDS
    assert [segment.text for segment in made.transcript.segments] == [
        "Bread needs time.",
        "A cold kitchen slows the starter down.",
        "Feed it twice a day.",
    ]
    times = [moment for segment in made.transcript.segments for moment in (segment.start, segment.end)]
    assert times == sorted(times)
    assert times[-1] == pytest.approx(15, abs=0.01)
    assert (made.transcript.language, made.transcript.source) == ("en", "audio")
    assert made.audio_seconds == 15
    assert entry.billed is not None
    assert entry.billed.audio_seconds == made.audio_seconds
    assert (made.ai_provider, made.ai_model, made.request_id) == ("openai", "whisper-1", entry.request_id)


async def test_newer_models_know_only_what_was_said(sims: Simulators) -> None:
    file = File(wav(WORDS, 15.0), "talk.wav")
    async with transcriber(sims, model="gpt-4o-transcribe") as adapter:
        known = await adapter.transcribe(Recording(file, duration_seconds=15.0))
        unknown = await adapter.transcribe(Recording(file))
    assert known.transcript.text == unknown.transcript.text == WORDS
    assert (known.transcript.segments, known.transcript.language) == ((), None)
    billed = sims.ledger.entries[0].billed
    assert billed is not None
    assert (known.usage, known.audio_seconds) == (TokenUsage(), 15), "its price is by the minute"
    assert (unknown.usage, unknown.audio_seconds) == (TokenUsage(billed.input_tokens, 0, billed.output_tokens), 0)


async def test_the_language_is_told_when_it_is_known(sims: Simulators) -> None:
    async with transcriber(sims) as adapter:
        made = await adapter.transcribe(Recording(File(wav("Brood vraagt tijd."), "talk.wav")), "nl")
    assert (sims.ledger.body(1) or {})["language"] == "nl"
    assert made.transcript.language == "nl"


async def test_silence_is_a_transcript_without_words(sims: Simulators) -> None:
    sims.fail("empty_answer")
    sims.answer(text="")
    async with transcriber(sims) as adapter:
        made = await adapter.transcribe(Recording(File(wav(WORDS, 4.0), "talk.wav")))
    assert made.transcript.segments == ()
    assert made.audio_seconds == 4


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (File(b"", "talk.mp3"), "INPUT_EMPTY"),
        (File(b"x", "talk.aiff"), "UNSUPPORTED_TYPE"),
        (File(b"x", "talk"), "UNSUPPORTED_TYPE"),
        (File(bytes(MAX_BYTES + 1), "talk.mp3"), "INPUT_TOO_LARGE"),
    ],
    ids=["empty", "other kind", "no kind", "too large"],
)
async def test_what_cannot_be_heard_is_not_sent(sims: Simulators, file: File, code: str) -> None:
    async with transcriber(sims) as adapter:
        with pytest.raises(Rejected) as caught:
            await adapter.transcribe(Recording(file))
    assert caught.value.code == code
    assert sims.ledger.entries == []


@pytest.mark.parametrize(
    ("kind", "expected", "code"),
    [
        ("rate_limited", RateLimited, codes.RATE_LIMITED),
        ("quota_exhausted", AuthExpired, codes.QUOTA_EXHAUSTED),
        ("invalid_key", AuthExpired, codes.KEY_INVALID),
        ("unavailable", Unavailable, codes.UNAVAILABLE),
        ("disconnect_after", Unavailable, codes.UNAVAILABLE),
        ("truncated_body", Unavailable, codes.UNAVAILABLE),
        ("malformed_json", Unavailable, codes.MALFORMED),
        ("invalid_request", Rejected, codes.REQUEST_INVALID),
    ],
)
async def test_a_fault_becomes_its_error_after_one_call(
    sims: Simulators, kind: str, expected: type[ProviderError], code: str
) -> None:
    sims.fail(kind, times=None)
    async with transcriber(sims) as adapter:
        with pytest.raises(ProviderError) as caught:
            await adapter.transcribe(Recording(File(wav(WORDS), "talk.wav")))
    assert (type(caught.value), caught.value.code) == (expected, code)
    assert KEY not in str(caught.value)
    assert len(sims.ledger.entries) == 1


async def test_a_broken_recording_is_refused(sims: Simulators) -> None:
    async with transcriber(sims) as adapter:
        with pytest.raises(Rejected) as caught:
            await adapter.transcribe(Recording(File(b"no sound", "talk.wav")))
    assert caught.value.code == codes.REQUEST_INVALID


def test_a_provider_that_cannot_hear_is_refused() -> None:
    with pytest.raises(Rejected) as caught:
        build(ModelConfig("anthropic", "claude-haiku-5-5"))
    assert caught.value.code == codes.MODEL_UNKNOWN
