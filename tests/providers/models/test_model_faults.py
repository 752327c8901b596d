"""Every fault of every provider ends in the documented error, with what it cost, and without a second call."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from stack.simulators.server import Simulators
from tests.support.adapters import KEY, PROVIDERS, at, completion, endpoint, model, request
from workers.providers.ai.models import codes
from workers.providers.ai.models.base import LanguageModel, ModelConfig, ModelDelta, ModelRequest, TokenUsage, build
from workers.providers.ai.models.outcomes import require_whole
from workers.runtime.errors import AuthExpired, ProviderError, RateLimited, Rejected, Unavailable

FAULTS: dict[str, tuple[type[ProviderError], str]] = {
    "rate_limited": (RateLimited, codes.RATE_LIMITED),
    "quota_exhausted": (AuthExpired, codes.QUOTA_EXHAUSTED),
    "billing": (AuthExpired, codes.QUOTA_EXHAUSTED),
    "server_error": (Unavailable, codes.UNAVAILABLE),
    "unavailable": (Unavailable, codes.UNAVAILABLE),
    "overloaded": (Unavailable, codes.UNAVAILABLE),
    "gateway_timeout": (Unavailable, codes.TIMEOUT),
    "invalid_key": (AuthExpired, codes.KEY_INVALID),
    "forbidden": (AuthExpired, codes.KEY_INVALID),
    "model_unknown": (Rejected, codes.MODEL_UNKNOWN),
    "context_too_long": (Rejected, codes.CONTEXT_TOO_LONG),
    "too_large": (Rejected, codes.CONTEXT_TOO_LONG),
    "invalid_request": (Rejected, codes.REQUEST_INVALID),
    "timeout_before": (Unavailable, codes.TIMEOUT),
    "timeout_after": (Unavailable, codes.TIMEOUT),
    "disconnect_before": (Unavailable, codes.UNAVAILABLE),
    "disconnect_after": (Unavailable, codes.UNAVAILABLE),
    "truncated_body": (Unavailable, codes.UNAVAILABLE),
    "malformed_json": (Unavailable, codes.MALFORMED),
}
UNCERTAIN = frozenset(
    (
        "gateway_timeout",
        "timeout_before",
        "timeout_after",
        "disconnect_before",
        "disconnect_after",
        "truncated_body",
        "malformed_json",
    )
)
"""Nobody said what became of these; all others are refusals, which cost nothing."""
IN_STREAMS = {
    "cut_stream": (Unavailable, codes.UNAVAILABLE),
    "stream_error": (Unavailable, codes.UNAVAILABLE),
}


async def failure(adapter: LanguageModel, *, stream: bool = False, seconds: float = 5) -> ProviderError:
    asked = request(schema=None, timeout_seconds=seconds)
    with pytest.raises(ProviderError) as caught:
        await (_read(adapter, asked) if stream else adapter.complete(asked))
    assert KEY not in str(caught.value)
    return caught.value


async def _read(adapter: LanguageModel, asked: ModelRequest) -> None:
    async with aclosing(adapter.stream(asked)) as pieces:
        async for piece in pieces:
            assert piece.final is None


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("provider", PROVIDERS)
async def test_a_fault_becomes_its_error_after_one_call(
    sims: Simulators, provider: str, kind: str, stream: bool
) -> None:
    expected, code = FAULTS[kind]
    sims.fail(kind, times=None)
    async with model(sims, provider) as adapter:
        error = await failure(adapter, stream=stream, seconds=0.5 if kind.startswith("timeout") else 5)
    assert (type(error), error.code) == (expected, code)
    (entry,) = sims.ledger.entries  # the job engine tries again, not the adapter
    assert error.may_have_cost is (kind in UNCERTAIN)
    assert entry.billed is None or error.may_have_cost, "what was charged is never known to be free"


@pytest.mark.parametrize("kind", IN_STREAMS)
@pytest.mark.parametrize("provider", PROVIDERS)
async def test_a_stream_that_breaks_off_is_no_answer(sims: Simulators, provider: str, kind: str) -> None:
    expected, code = IN_STREAMS[kind]
    sims.answer(text="word " * 60)
    sims.fail(kind, times=None)
    async with model(sims, provider) as adapter:
        error = await failure(adapter, stream=True)
    assert (type(error), error.code) == (expected, code)
    assert error.may_have_cost, "what was told until then is not the whole"
    assert len(sims.ledger.entries) == 1
    if provider in ("google", "anthropic"):
        billed = sims.ledger.entries[0].billed
        assert billed is not None
        assert error.usage is not None, "these tell what the input cost before the end"
        assert error.usage.input_tokens == billed.input_tokens


@pytest.mark.parametrize("provider", PROVIDERS)
async def test_a_stream_slower_than_the_limit_ends_at_the_limit(sims: Simulators, provider: str) -> None:
    sims.answer(text="word " * 200)
    sims.fail("slow_stream", seconds=0.2)
    async with model(sims, provider) as adapter:
        started = time.monotonic()
        error = await failure(adapter, stream=True, seconds=2)
    assert (type(error), error.code) == (Unavailable, codes.TIMEOUT)
    assert 1.9 < time.monotonic() - started < 8, "not when the stream is over"
    assert (error.usage is not None) is (provider in ("google", "anthropic")), "these tell the input's cost first"


@pytest.mark.parametrize("provider", PROVIDERS)
async def test_a_limit_does_not_fall_into_the_code_of_the_reader(sims: Simulators, provider: str) -> None:
    sims.answer(text="word " * 200)
    sims.delay(chunk_seconds=0.3)
    async with (
        model(sims, provider) as adapter,
        aclosing(adapter.stream(request(schema=None, timeout_seconds=2))) as stream,
    ):
        await anext(stream)
        await asyncio.sleep(2.1)  # nothing happens to a reader that is busy
        with pytest.raises(Unavailable) as caught:
            await _drain(stream)
    assert caught.value.code == codes.TIMEOUT


async def _drain(stream: AsyncGenerator[ModelDelta, None]) -> None:
    async for _ in stream:
        pass


@pytest.mark.parametrize("provider", PROVIDERS)
async def test_a_pause_that_was_asked_for_is_handed_on(sims: Simulators, provider: str) -> None:
    sims.fail("rate_limited", retry_after=7.5)
    sims.fail("rate_limited")
    async with model(sims, provider) as adapter:
        assert (await failure(adapter)).retry_after == 7.5
        assert (await failure(adapter)).retry_after is None


@pytest.mark.parametrize("provider", ["openai", "anthropic", "ollama"])
@pytest.mark.parametrize(
    ("header", "value", "seconds"),
    [
        ("retry-after", "12", 12),
        ("retry-after-ms", "1500", 1.5),
        ("retry-after", "-5", 0),
        ("retry-after", "99999999", 86_400),
        ("retry-after", "soon", None),
        ("retry-after", "nan", None),
        ("retry-after", "in two hours, as a date", pytest.approx(7_200, abs=60)),
    ],
    ids=["seconds", "milliseconds", "negative", "too long", "a word", "not a number", "a date"],
)
async def test_pauses_in_every_spelling(provider: str, header: str, value: str, seconds: float | None) -> None:
    if "date" in value:
        value = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)

    async def respond(_: web.Request, body: dict[str, Any]) -> web.Response:
        return web.json_response({"error": {"message": "slow down"}}, status=503, headers={header: value})

    async with endpoint(respond) as server, at(server.url, provider) as adapter:
        error = await failure(adapter)
    assert isinstance(error, Unavailable)
    assert error.retry_after == seconds


@pytest.mark.parametrize("provider", PROVIDERS)
async def test_nobody_at_the_address_is_unavailable(sims: Simulators, provider: str) -> None:
    async with model(sims, provider, base_url="http://127.0.0.1:9/v1") as adapter:
        for stream in (False, True):
            error = await failure(adapter, stream=stream)
            assert (type(error), error.code) == (Unavailable, codes.UNAVAILABLE)


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/html", "<html>Welcome to the portal</html>"),
        ("application/json", "[]"),
        ("application/json", "null"),
        ("application/json", '"hello"'),
        ("application/json", "{}"),
        ("application/json", '{"output": 5, "choices": 5, "candidates": 5, "content": 5, "model": 1}'),
        ("application/json", ""),
    ],
)
async def test_an_answer_that_is_none_is_malformed(provider: str, content_type: str, body: str) -> None:
    async def respond(_: web.Request, __: dict[str, Any]) -> web.Response:
        return web.Response(text=body, content_type=content_type)

    async with endpoint(respond) as server, at(server.url, provider) as adapter:
        for stream in (False, True):
            error = await failure(adapter, stream=stream)
            assert isinstance(error, Unavailable)
            assert error.code in (codes.MALFORMED, codes.UNAVAILABLE)


@pytest.mark.parametrize("provider", PROVIDERS)
async def test_a_redirect_is_not_followed_with_the_key(provider: str) -> None:
    async def respond(http: web.Request, _: dict[str, Any]) -> web.Response:
        return web.Response(status=307, headers={"location": f"http://localhost:{http.url.port}/elsewhere"})

    async with endpoint(respond) as server, at(server.url, provider) as adapter:
        error = await failure(adapter)
        assert isinstance(error, ProviderError)
        assert [path for path, _, _ in server.requests if path == "/elsewhere"] == []


@pytest.mark.parametrize("provider", PROVIDERS)
async def test_a_provider_that_repeats_the_key_does_not_spread_it(provider: str) -> None:
    async def respond(_: web.Request, __: dict[str, Any]) -> web.Response:
        told = {"message": f"bad {KEY} in request", "type": "invalid_request_error", "code": 400}
        return web.json_response({"error": told}, status=400)

    async with endpoint(respond) as server, at(server.url, provider) as adapter:
        error = await failure(adapter)
    assert error.code == codes.REQUEST_INVALID
    assert "in request" in error.message


@pytest.mark.parametrize("provider", ["openai", "google", "anthropic"])
@pytest.mark.parametrize("key", [None, "", "  ", "sk-two words", "sk-ünicode", "sk-line\nbreak"])
def test_a_key_that_can_be_none_is_refused_before_a_call(provider: str, key: str | None) -> None:
    with pytest.raises(AuthExpired) as caught:
        build(ModelConfig(provider, "m", None, None if key is None else SecretStr(key)))
    assert caught.value.code == codes.KEY_INVALID
    assert not (key or "").strip() or str(key) not in str(caught.value)


@pytest.mark.parametrize(
    ("provider", "url", "code"),
    [("mistral", None, codes.MODEL_UNKNOWN), ("local", None, codes.MODEL_UNKNOWN)]
    + [("ollama", url, codes.REQUEST_INVALID) for url in ("localhost:11434/v1", "ftp://models/v1", "/v1")],
)
def test_a_provider_without_a_usable_address_is_refused(provider: str, url: str | None, code: str) -> None:
    with pytest.raises(Rejected) as caught:
        build(ModelConfig(provider, "m", url))
    assert caught.value.code == code


@pytest.mark.parametrize("provider", PROVIDERS)
async def test_refusals_and_cut_answers_become_errors_with_their_cost(sims: Simulators, provider: str) -> None:
    sims.fail("refusal")
    sims.fail("truncated_answer")
    async with model(sims, provider) as adapter:
        for code in (codes.REFUSED, codes.TRUNCATED):
            answer = await adapter.complete(request(schema=None))
            with pytest.raises(Rejected) as caught:
                require_whole(answer)
            assert caught.value.code == code
            assert caught.value.usage == answer.usage != TokenUsage()
            assert caught.value.request_id == answer.request_id
        whole = await adapter.complete(request(schema=None))
    assert require_whole(whole) is whole


async def test_what_a_failed_response_cost_is_told() -> None:
    async def respond(_: web.Request, __: dict[str, Any]) -> web.Response:
        usage = {"input_tokens": 20, "output_tokens": 4, "total_tokens": 24}
        told = {"code": "invalid_prompt", "message": "no"}
        return web.json_response(
            {
                "id": "r",
                "object": "response",
                "model": "m",
                "status": "failed",
                "output": [],
                "error": told,
                "usage": usage,
            }
        )

    async with endpoint(respond) as server, at(server.url, "openai") as adapter:
        error = await failure(adapter)
    assert (type(error), error.code) == (Rejected, codes.REFUSED)
    assert error.usage == TokenUsage(20, 0, 4)


async def test_a_completion_without_choices_is_malformed() -> None:
    async def respond(_: web.Request, __: dict[str, Any]) -> web.Response:
        return web.json_response(completion("x", choices=[]))

    async with endpoint(respond) as server, at(server.url, "vllm") as adapter:
        error = await failure(adapter)
    assert error.code == codes.MALFORMED


@pytest.mark.parametrize("provider", PROVIDERS)
async def test_what_never_reached_the_provider_cost_nothing(unused_tcp_port: int, provider: str) -> None:
    async with at(f"http://127.0.0.1:{unused_tcp_port}", provider) as adapter:
        for stream in (False, True):
            error = await failure(adapter, stream=stream)
            assert (error.code, error.may_have_cost) == (codes.UNAVAILABLE, False)
