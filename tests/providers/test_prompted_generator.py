"""A model behind its API analyses and writes posts; what it gets wrong is sent back once, and all of it is counted."""

from __future__ import annotations

import asyncio
from typing import Any, get_args

import pytest
from pydantic import SecretStr

from stack import simulators
from tests.support.opened import opened
from tests.support.posts import DUTCH, ENGLISH
from tests.support.workers import until
from workers.providers.ai.models import codes
from workers.providers.ai.models.base import LanguageModel, ModelConfig, build
from workers.providers.ai.posts import POST_TYPES, Platform
from workers.providers.ai.prompted.generator import PromptedGenerator
from workers.providers.ai.tasks.analysis import AnalyseText, Analysis
from workers.providers.ai.tasks.base import Language, Source, Tone
from workers.providers.ai.tasks.posts import PostOptions, WritePost
from workers.providers.ai.tasks.remix import RemixText
from workers.runtime.errors import AuthExpired, ProviderError, RateLimited, Rejected, Unavailable

MODELS = {"openai": "gpt-6-luna", "anthropic": "claude-haiku-5-5", "google": "gemini-2.5-flash"}
ARTICLES = {"en": ENGLISH, "nl": DUTCH}
ANALYSIS = Analysis(core_message="m", key_points=["p"], detected_topic="t", detected_audience="a", keywords=["k"])


def model(sims: simulators.Simulators, provider: str = "openai") -> LanguageModel:
    url = {"openai": sims.openai, "anthropic": sims.anthropic, "google": sims.gemini}[provider]
    return opened(build(ModelConfig(provider, MODELS[provider], url, SecretStr("sk-of-the-test-0001"))))


def source(language: str = "en") -> Source:
    return Source(text=ARTICLES[language].read_text())


def post(platform: Platform = "email", language: Language = "en", **options: Any) -> WritePost:
    return WritePost(
        platform=platform,
        source=source(language),
        analysis=ANALYSIS,
        tone=Tone.EDUCATIONAL,
        language=language,
        options=PostOptions(**options),
    )


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("provider", MODELS)
async def test_every_provider_analyses_and_writes_for_every_platform(
    sims: simulators.Simulators, provider: str, language: Language
) -> None:
    generator = PromptedGenerator(model(sims, provider))
    analysed = await generator.run(AnalyseText(source=source(language), language=language))
    assert analysed.prompt == "analysis/v1"
    assert analysed.value.key_points
    for platform in get_args(Platform):
        made = await generator.run(post(platform, language))
        assert isinstance(made.value, POST_TYPES[platform])
        assert (made.ai_provider, made.ai_model, made.prompt) == (provider, MODELS[provider], "posts/v1")
        assert [call.status for call in made.usage.calls] == ["succeeded"]
    assert len(sims.ledger.entries) == 7


async def test_keywords_that_the_text_does_not_hold_fall_away(sims: simulators.Simulators) -> None:
    found = {"core_message": "c", "key_points": ["p"], "detected_topic": None, "detected_audience": None}
    sims.answer(schema_name="analysis", data={**found, "keywords": ["microphone", "blockchain"]})
    made = await PromptedGenerator(model(sims)).run(AnalyseText(source=source()))
    assert made.value.keywords == ["microphone"]


async def test_threads_are_numbered_and_tags_formed_by_us(sims: simulators.Simulators) -> None:
    told = {"posts": ["1/2 One.", "Two."], "hashtags": ["clear audio", "#2024", "Audio"]}
    sims.answer(schema_name="posts", data=told)
    made = await PromptedGenerator(model(sims)).run(post("x"))
    assert made.value.model_dump() == {
        "thread": ["1/2 One.", "2/2 Two. #clearaudio #Audio"],
        "tweet_count": 2,
        "hashtags": ["#clearaudio", "#Audio"],
    }


async def test_what_the_user_decided_is_not_left_to_the_model(sims: simulators.Simulators) -> None:
    made = await PromptedGenerator(model(sims)).run(post("linkedin", cta="Book a seat.", max_hashtags=1))
    value = made.value.model_dump()
    assert value["cta"] == "Book a seat."
    assert "Book a seat." in value["post"]
    assert len(value["hashtags"]) <= 1


@pytest.mark.parametrize("fault", ["malformed_content", "schema_violation", "empty_answer"])
@pytest.mark.parametrize("provider", MODELS)
async def test_an_answer_that_does_not_fit_is_repaired_once(
    sims: simulators.Simulators, provider: str, fault: str
) -> None:
    sims.fail(fault)
    made = await PromptedGenerator(model(sims, provider)).run(post())
    assert [(call.status, call.error_code) for call in made.usage.calls] == [
        ("failed", codes.MALFORMED),
        ("succeeded", None),
    ]
    assert_counted(sims, made.usage.calls)


async def test_the_model_is_told_what_is_wrong(sims: simulators.Simulators) -> None:
    sims.answer(schema_name="posts", data={"subject": "s" * 61, "preheader": "p", "body": "b"}, times=1)
    made = await PromptedGenerator(model(sims)).run(post(language="nl"))
    repair = sims.ledger.body(2)
    assert repair is not None
    roles = [(item["role"], item["content"]) for item in repair["input"]]
    assert [role for role, _ in roles] == ["user", "assistant", "user"]
    assert roles[1][1].startswith('{"subject": "sss')
    assert "niet bruikbaar" in roles[2][1]
    assert "subject: " in roles[2][1]
    assert "at most 60" in roles[2][1]
    assert made.value.model_dump()["subject"]


@pytest.mark.parametrize("fault", ["malformed_content", "schema_violation", "empty_answer"])
async def test_a_second_unfit_answer_ends_it(sims: simulators.Simulators, fault: str) -> None:
    sims.fail(fault, times=2)
    error = await failure(sims, Rejected)
    assert error.code == codes.MALFORMED
    assert len(error.calls) == 2
    assert_counted(sims, error.calls)


async def test_a_fenced_answer_needs_no_repair(sims: simulators.Simulators) -> None:
    sims.fail("fenced_content")
    made = await PromptedGenerator(model(sims)).run(post())
    assert len(made.usage.calls) == 1


@pytest.mark.parametrize("provider", MODELS)
async def test_a_truncated_answer_gets_twice_the_room(sims: simulators.Simulators, provider: str) -> None:
    sims.fail("truncated_answer")
    made = await PromptedGenerator(model(sims, provider)).run(post())
    assert [call.error_code for call in made.usage.calls] == [codes.TRUNCATED, None]
    first, second = str(sims.ledger.body(1)), str(sims.ledger.body(2))
    assert str(post().max_output_tokens) in first
    assert str(post().max_output_tokens * 2) in second


async def test_no_room_is_given_that_the_model_has_not(sims: simulators.Simulators) -> None:
    sims.fail("truncated_answer")
    with pytest.raises(Rejected) as caught:
        await PromptedGenerator(model(sims), max_output_tokens=4096).run(post())
    assert caught.value.code == codes.TRUNCATED
    assert len(caught.value.calls) == 1


@pytest.mark.parametrize("provider", MODELS)
async def test_a_refusal_is_final_and_quotes_nothing(sims: simulators.Simulators, provider: str) -> None:
    sims.fail("refusal")
    error = await failure(sims, Rejected, provider)
    assert error.code == codes.REFUSED
    assert "can't help" not in str(error)
    assert [(call.status, call.error_code) for call in error.calls] == [("refused", codes.REFUSED)]
    assert len(sims.ledger.entries) == 1


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        ("rate_limited", RateLimited, codes.RATE_LIMITED),
        ("server_error", Unavailable, codes.UNAVAILABLE),
        ("disconnect_after", Unavailable, codes.UNAVAILABLE),
        ("invalid_key", AuthExpired, codes.KEY_INVALID),
        ("quota_exhausted", AuthExpired, codes.QUOTA_EXHAUSTED),
        ("model_unknown", Rejected, codes.MODEL_UNKNOWN),
        ("context_too_long", Rejected, codes.CONTEXT_TOO_LONG),
    ],
)
async def test_a_failed_call_is_not_tried_again_here(
    sims: simulators.Simulators, fault: str, kind: type[ProviderError], code: str
) -> None:
    sims.fail(fault)
    error = await failure(sims, kind)
    assert error.code == code
    assert [(call.status, call.error_code) for call in error.calls] == [("failed", code)]
    assert len(sims.ledger.entries) == 1
    assert "sk-of-the-test-0001" not in f"{error!r}{error.calls}"


async def test_a_failure_in_the_repair_tells_of_both_calls(sims: simulators.Simulators) -> None:
    sims.fail("schema_violation")
    sims.fail("unavailable")
    error = await failure(sims, Unavailable)
    assert [call.error_code for call in error.calls] == [codes.MALFORMED, codes.UNAVAILABLE]
    assert_counted(sims, error.calls)


async def failure(sims: simulators.Simulators, kind: type[ProviderError], provider: str = "openai") -> ProviderError:
    with pytest.raises(kind) as caught:
        await PromptedGenerator(model(sims, provider)).run(post())
    return caught.value


def assert_counted(sims: simulators.Simulators, calls: Any) -> None:
    """What we say was used is what the provider says."""
    ours = [(call.prompt_tokens, call.completion_tokens, call.cached_prompt_tokens) for call in calls]
    billed = [entry.billed for entry in sims.ledger.entries]
    assert ours == [
        (one.input_tokens, one.output_tokens, one.cached_input_tokens) if one else (0, 0, 0) for one in billed
    ]


async def test_characters_that_no_database_stores_fall_out_of_an_answer(sims: simulators.Simulators) -> None:
    sims.answer(
        schema_name="analysis",
        text='{"core_message": "Hang\\u0000 a curtain.", "key_points": ["It \\\\u0000 is the room\\u0000."], '
        '"detected_topic": null, "detected_audience": null, "keywords": []}',
    )
    made = await PromptedGenerator(model(sims)).run(AnalyseText(source=source()))
    assert (made.value.core_message, made.value.key_points) == ("Hang a curtain.", ["It \\u0000 is the room."])
    assert len(sims.ledger.entries) == 1


async def test_a_long_answer_has_longer(sims: simulators.Simulators) -> None:
    """Four times the tokens of most answers take four times as long to write."""
    sims.answer(schema_name="remix", data={"title": "Rooms", "paragraphs": ["Hang a curtain."]})
    sims.delay(0.7)
    generator = PromptedGenerator(model(sims), timeout_seconds=0.4)
    with pytest.raises(Unavailable) as caught:
        await generator.run(AnalyseText(source=source()))
    assert caught.value.code == codes.TIMEOUT
    made = await generator.run(RemixText(original=source()))
    assert made.value.title == "Rooms"


async def test_twice_the_room_is_twice_the_time(sims: simulators.Simulators) -> None:
    sims.fail("truncated_answer")
    sims.delay(0.3)
    generator = PromptedGenerator(model(sims), timeout_seconds=0.6)
    running = asyncio.ensure_future(generator.run(AnalyseText(source=source())))
    await until(lambda: bool(sims.ledger.entries and sims.ledger.entries[0].billed))
    sims.delay(0.9)
    made = await running
    assert [call.error_code for call in made.usage.calls] == [codes.TRUNCATED, None]
