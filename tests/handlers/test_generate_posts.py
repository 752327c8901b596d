"""The handler keeps what is finished, tries again what may succeed, and gives up with a code on what cannot."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID, uuid4

import pytest

from tests.support.links import ORGANIZATION, Ledger, job_context
from tests.support.posts import ENGLISH, generator
from tests.support.web import LoopbackListener, answer, serve
from workers.handlers.generate_posts import Tools, generate
from workers.inputs.fetch import Fetcher, FetchLimits
from workers.providers import selection
from workers.providers.ai.posts import EmailMessage, PlatformPost
from workers.providers.ai.tasks.base import Generated, T, Task
from workers.providers.ai.tasks.posts import WritePost
from workers.providers.settings import ProviderSettings
from workers.providers.storage.base import StoredObject
from workers.providers.storage.supabase import SupabaseStorage
from workers.runtime.errors import AuthExpired, Cancelled, LeaseLost, RateLimited, Rejected, Retryable, Unavailable
from workers.runtime.job import JobContext
from workers.runtime.registry import discover

PLATFORMS = ["tiktok", "x", "threads", "linkedin", "instagram", "email"]


class Counting:
    """The local adapter, with calls counted and failures where a test wants them."""

    provider = "local"
    model = "local-extractive"

    def __init__(
        self, failures: dict[str, Exception] | None = None, outputs: dict[str, PlatformPost] | None = None
    ) -> None:
        self.calls: Counter[str] = Counter()
        self.failures = failures or {}
        self.outputs = outputs or {}

    async def run(self, task: Task[T]) -> Generated[T]:
        step = task.platform if isinstance(task, WritePost) else task.name
        self.calls[step] += 1
        if step in self.failures:
            raise self.failures[step]
        if step in self.outputs:
            return Generated(cast("T", self.outputs[step]), self.provider, self.model)
        return await generator().run(task)


class Shelf:
    """Stored objects in memory."""

    def __init__(self, objects: dict[tuple[str, str], StoredObject]) -> None:
        self.objects = objects
        self.asked: list[tuple[str, str]] = []

    async def download(self, bucket: str, name: str, *, max_bytes: int) -> StoredObject:
        self.asked.append((bucket, name))
        try:
            return self.objects[bucket, name]
        except KeyError:
            raise Rejected("the file does not exist", "INPUT_NOT_FOUND") from None


def context(
    ledger: Ledger,
    given: dict[str, Any] | None = None,
    *,
    checkpoints: dict[str, Any] | None = None,
    attempt: int = 1,
    platforms: list[str] | None = None,
    organization: UUID | None = ORGANIZATION,
    **payload: Any,
) -> JobContext:
    document = {
        "generation_id": str(uuid4()),
        "input": given or {"type": "text", "text": ENGLISH.read_text()},
        "platforms": platforms or PLATFORMS,
        "tone": "educational",
        "language": "en",
        "options": {},
        **payload,
    }
    return job_context(
        ledger, "generate_posts", document, checkpoints=checkpoints, attempt=attempt, organization=organization
    )


def tools(model: Counting | None = None, shelf: Shelf | None = None, fetcher: Fetcher | None = None) -> Tools:
    chosen = model or Counting()

    async def choose(ctx: JobContext, about: Mapping[str, Any]) -> Counting:
        return chosen

    return Tools(generator=choose, store=lambda: shelf or Shelf({}), fetcher=lambda: fetcher or Fetcher())


async def test_a_text_becomes_posts_for_every_platform() -> None:
    ledger = Ledger()
    ctx = context(ledger)
    result = await generate(ctx, tools())
    assert ledger.steps == ["input", "analysis", *(f"platform:{name}" for name in PLATFORMS)]
    assert result.outputs == dict.fromkeys(PLATFORMS, "completed")
    assert ctx.checkpoints["input"]["title"] == "How to record clear audio in an ordinary room"
    assert ctx.checkpoints["platform:x"]["output"]["tweet_count"] == len(
        ctx.checkpoints["platform:x"]["output"]["thread"]
    )
    assert ctx.checkpoints["platform:x"]["ai_model"] == "local-extractive"
    assert result.ai_provider == "local"
    assert result.total_tokens_used == 0
    assert result.core_message == ctx.checkpoints["analysis"]["core_message"]


async def test_progress_rises_from_step_to_step() -> None:
    ledger = Ledger()
    await generate(context(ledger), tools())
    assert ledger.progress == sorted(ledger.progress)
    assert len(set(ledger.progress)) >= 8
    assert 0 < ledger.progress[0] < ledger.progress[-1] < 1


@pytest.mark.parametrize("step", ["input", "analysis", "platform:tiktok", "platform:linkedin", "platform:email"])
async def test_after_a_crash_finished_steps_are_not_done_again(step: str) -> None:
    model, ledger = Counting(), Ledger()
    ledger.crash_after = step
    first = context(ledger)
    with pytest.raises(ConnectionResetError):
        await generate(first, tools(model))
    second_ledger = Ledger()
    second = context(second_ledger, checkpoints=json.loads(json.dumps(first.job.checkpoints)), attempt=2)
    result = await generate(second, tools(model))
    assert set(result.outputs.values()) == {"completed"}
    assert set(model.calls.values()) == {1}
    assert step not in second_ledger.steps
    assert ledger.steps + second_ledger.steps == ["input", "analysis", *(f"platform:{name}" for name in PLATFORMS)]


@pytest.mark.parametrize(
    ("failure", "code"),
    [(Rejected("refused", "CONTENT_POLICY"), "CONTENT_POLICY"), (AuthExpired("no key"), "AUTH_EXPIRED")],
)
async def test_one_platform_failing_keeps_the_rest(failure: Exception, code: str) -> None:
    ctx = context(Ledger())
    result = await generate(ctx, tools(Counting({"linkedin": failure})))
    assert result.outputs == {**dict.fromkeys(PLATFORMS, "completed"), "linkedin": code}
    assert ctx.checkpoints["platform:linkedin"] == {"status": "failed", "code": code, "message": str(failure)}


async def test_an_output_that_breaks_its_platforms_rules_is_not_stored() -> None:
    broken = EmailMessage.model_construct(subject="s" * 61, preheader="p", body="b")
    ctx = context(Ledger())
    result = await generate(ctx, tools(Counting(outputs={"email": broken})))
    assert result.outputs["email"] == "OUTPUT_INVALID"
    assert "subject" in ctx.checkpoints["platform:email"]["message"]


async def test_a_passing_failure_is_tried_again_without_redoing_the_others() -> None:
    model, ledger = Counting({"x": RateLimited("slow down", retry_after=30), "email": Unavailable("down")}), Ledger()
    first = context(ledger)
    with pytest.raises(Retryable) as caught:
        await generate(first, tools(model))
    assert caught.value.retry_after == 30
    assert "platform:x" not in first.checkpoints
    assert {"platform:tiktok", "platform:threads", "platform:linkedin", "platform:instagram"} <= set(first.checkpoints)
    model.failures = {}
    result = await generate(context(Ledger(), checkpoints=first.checkpoints, attempt=2), tools(model))
    assert set(result.outputs.values()) == {"completed"}
    assert model.calls == {"analysis": 1, "tiktok": 1, "threads": 1, "linkedin": 1, "instagram": 1, "x": 2, "email": 2}


async def test_on_the_last_attempt_a_passing_failure_becomes_a_failed_platform() -> None:
    ctx = context(Ledger(), attempt=3)
    result = await generate(ctx, tools(Counting({"x": Unavailable("down")})))
    assert result.outputs["x"] == "UNAVAILABLE"
    assert result.outputs["email"] == "completed"


async def test_when_every_platform_fails_the_job_fails_with_the_reason() -> None:
    model = Counting({"x": Rejected("refused", "CONTENT_POLICY"), "email": Rejected("refused too")})
    with pytest.raises(Rejected) as caught:
        await generate(context(Ledger(), platforms=["x", "email"]), tools(model))
    assert caught.value.code == "CONTENT_POLICY"


async def test_a_bug_in_an_adapter_is_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError):
        await generate(context(Ledger()), tools(Counting({"x": ZeroDivisionError()})))


@pytest.mark.parametrize(("answer_", "signal"), [("cancel_requested", Cancelled), ("lost", LeaseLost)])
@pytest.mark.parametrize(
    "where",
    ["heartbeat:input", "input", "heartbeat:analysis", "analysis", "heartbeat:platform:threads", "platform:threads"],
)
async def test_cancellation_and_a_lost_lease_stop_between_steps(
    where: str, answer_: str, signal: type[Exception]
) -> None:
    model, ledger = Counting(), Ledger()
    ledger.answers[where] = answer_
    with pytest.raises(signal):
        await generate(context(ledger), tools(model))
    assert model.calls["linkedin"] == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "INPUT_EMPTY"),
        ("bread", "INPUT_TOO_SHORT"),
        ("x = f(y);\n" * 40, "INPUT_NO_PROSE"),
        ("a " * 100_001, "INPUT_TOO_LARGE"),
    ],
)
async def test_a_text_without_posts_in_it_fails_for_good(text: str, code: str) -> None:
    with pytest.raises(Rejected) as caught:
        await generate(context(Ledger(), {"type": "text", "text": text}), tools())
    assert caught.value.code == code


@pytest.mark.parametrize(
    "change",
    [
        {"platforms": []},
        {"platforms": ["myspace"]},
        {"tone": "angry"},
        {"language": "xx"},
        {"input": {"type": "fax"}},
        {"input": {"type": "url"}},
        {"generation_id": "1"},
        {"options": {"max_hashtags": -1}},
        {"options": {"cta": "x" * 301}},
    ],
)
async def test_a_payload_that_does_not_fit_fails_for_good(change: dict[str, Any]) -> None:
    ctx = context(Ledger())
    ctx.job.payload.update(change)
    with pytest.raises(Rejected) as caught:
        await generate(ctx, tools())
    assert caught.value.code == "VALIDATION_ERROR"


async def test_an_uploaded_file_is_read_by_its_kind() -> None:
    path = f"{ORGANIZATION}/uploads/a-talk-on-bread.srt"
    subtitles = "\n".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\nRye bread number {n} needs a day of patience.\n"
        for n in range(1, 20)
    )
    shelf = Shelf({("assets", path): StoredObject(subtitles.encode(), "application/octet-stream")})
    ctx = context(Ledger(), {"type": "file", "path": path})
    await generate(ctx, tools(shelf=shelf))
    assert ctx.checkpoints["input"]["media_type"] == "application/x-subrip"
    assert ctx.checkpoints["input"]["title"] == "A talk on bread"
    assert "-->" not in ctx.checkpoints["input"]["text"]


@pytest.mark.parametrize(
    "path",
    [
        "{other}/secret.txt",
        "{own}/../{other}/secret.txt",
        "{own}",
        "/{own}/a.txt",
        "{own}//a.txt",
        "..",
        "{own}\\..\\a.txt",
        "{own}/./a.txt",
    ],
)
@pytest.mark.parametrize("organization", [ORGANIZATION, None])
async def test_a_file_of_another_organization_is_not_even_asked_for(path: str, organization: UUID | None) -> None:
    shelf = Shelf({})
    given = {"type": "file", "path": path.format(own=organization, other=uuid4())}
    if organization is None:
        given["path"] = f"{uuid4()}/a.txt"
    with pytest.raises(Rejected) as caught:
        await generate(context(Ledger(), given, organization=organization), tools(shelf=shelf))
    assert caught.value.code == "INPUT_NOT_FOUND"
    assert shelf.asked == []


async def test_a_web_page_is_fetched_once_and_read() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in ENGLISH.read_text().split("\n\n") if not line.startswith("#"))
    article = f"<article><h1>Clear audio at home</h1>{paragraphs}</article>"
    page = f"<html><head><title>Clear audio at home</title></head><body>{article}</body></html>"
    async with serve(answer(page.encode())) as web:
        fetcher = Fetcher(LoopbackListener(web.port), FetchLimits(), web.resolve)
        ledger = Ledger()
        ledger.crash_after = "input"
        first = context(ledger, {"type": "url", "url": web.url("/post")})
        with pytest.raises(ConnectionResetError):
            await generate(first, tools(fetcher=fetcher))
        second = context(Ledger(), first.job.payload["input"], checkpoints=first.job.checkpoints, attempt=2)
        result = await generate(second, tools(fetcher=fetcher))
        assert web.connections == 1
    assert set(result.outputs.values()) == {"completed"}
    assert second.checkpoints["input"]["title"] == "Clear audio at home"


async def test_a_private_address_fails_for_good() -> None:
    with pytest.raises(Rejected) as caught:
        await generate(context(Ledger(), {"type": "url", "url": "http://169.254.169.254/latest/meta-data/"}), tools())
    assert caught.value.code == "URL_REFUSED"


async def test_the_loop_stays_free_while_a_large_text_is_read() -> None:
    ctx = context(Ledger(), {"type": "text", "text": (ENGLISH.read_text() * 40)[:200_000]}, platforms=["x"])
    # Of the processor, not of the clock: what else the machine does is no matter.
    whole, own = time.process_time(), time.thread_time()
    await generate(ctx, tools())
    assert time.thread_time() - own < 0.5 * (time.process_time() - whole)


async def test_storage_is_asked_as_supabase_expects() -> None:
    async with serve(answer(b"Some text.", content_type="text/plain")) as web:
        store = SupabaseStorage(f"http://127.0.0.1:{web.port}/", "secret-key")
        found = await store.download("assets", "org/a file+é?.txt", max_bytes=100)
        assert found.body == b"Some text."
        assert web.requests[0].path == "/storage/v1/object/authenticated/assets/org/a%20file%2B%C3%A9%3F.txt"
        assert web.requests[0].headers["apikey"] == "secret-key"
        with pytest.raises(Rejected) as caught:
            await store.download("assets", "org/a.txt", max_bytes=5)
        assert caught.value.code == "INPUT_TOO_LARGE"


@pytest.mark.parametrize(
    ("status", "body", "code", "kind"),
    [
        ("400 Bad", b'{"error":"not_found"}', "INPUT_NOT_FOUND", Rejected),
        ("404 No", b'{"code":"NoSuchKey"}', "INPUT_NOT_FOUND", Rejected),
        ("403 No", b"{}", "STORAGE_FORBIDDEN", AuthExpired),
        ("429 Slow", b"{}", "STORAGE_BUSY", RateLimited),
        ("500 Oops", b"{}", "STORAGE_UNREACHABLE", Unavailable),
    ],
)
async def test_storage_errors_become_codes_of_ours(status: str, body: bytes, code: str, kind: type[Exception]) -> None:
    async with serve(answer(body, status, "application/json")) as web:
        with pytest.raises(kind) as caught:
            await SupabaseStorage(f"http://127.0.0.1:{web.port}", "k").download("assets", "a/b", max_bytes=5)
    assert caught.value.code == code  # type: ignore[attr-defined]


def test_adapters_are_chosen_by_name() -> None:
    assert selection.adapters("storage") == ["supabase"]
    with pytest.raises(selection.UnknownAdapter, match="choose from supabase"):
        selection.object_store(ProviderSettings(object_store="nowhere"))


def test_the_handler_is_registered() -> None:
    assert discover().get("generate_posts") is not None
