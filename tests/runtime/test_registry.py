"""Handlers by kind, settings, and the small rules in between."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from pydantic import BaseModel, ValidationError
from typer.testing import CliRunner

from workers.runtime.backoff import Backoff
from workers.runtime.cli import app
from workers.runtime.errors import AuthExpired, Cancelled, LeaseLost, RateLimited, Rejected, Snooze, Unavailable
from workers.runtime.job import ClaimedJob, JobContext
from workers.runtime.registry import RegistrationError, Registry, discover, handler
from workers.runtime.settings import WorkerSettings


class Link:
    """Answers what a test wants to hear from the database."""

    def __init__(self, outcome: str) -> None:
        self.outcome = outcome

    async def heartbeat(self, job: ClaimedJob, progress: float | None, step: str | None) -> str:
        return self.outcome

    async def checkpoint(self, job: ClaimedJob, step: str, state: object, progress: float | None) -> str:
        return self.outcome

    async def rpc(self, job: ClaimedJob, function: str, arguments: object) -> object:
        return (function, arguments)


def context(outcome: str = "ok", **payload: object) -> JobContext:
    now = datetime.now(UTC)
    job = ClaimedJob(
        1, "kind", "queue", uuid4(), None, dict(payload), 2, 3, 2, now, 30, 1, {"old": {}}, None, now,
        batch_complete=False,
    )  # fmt: skip
    return JobContext(job, Link(outcome))


def test_one_kind_has_one_handler() -> None:
    registry = Registry()

    @handler("one", registry)
    async def first(ctx: JobContext) -> None: ...

    registry.add("one", first)
    with pytest.raises(RegistrationError, match="handled by both"):

        @handler("one", registry)
        async def second(ctx: JobContext) -> None: ...

    assert registry.kinds == ["one"]
    assert registry.get("one") is first
    assert registry.get("two") is None


def test_a_handler_must_be_awaitable() -> None:
    with pytest.raises(RegistrationError, match="async def"):
        Registry().add("sync", lambda ctx: None)  # type: ignore[arg-type,return-value]


def test_discovery_names_what_is_missing() -> None:
    with pytest.raises(RegistrationError, match=r"no handler module 'tests\.no_such_module'"):
        discover(["tests.no_such_module"], package=None)
    assert "generate_posts" in discover().kinds


def test_errors_carry_what_the_runtime_needs() -> None:
    assert (Unavailable("x").retryable, Unavailable("x", retry_after=3).retry_after) == (True, 3)
    assert RateLimited("x").code == "RATE_LIMITED"
    assert (Rejected("x", "TOO_LONG").retryable, Rejected("x", "TOO_LONG").code) == (False, "TOO_LONG")
    assert AuthExpired("x").retryable is False
    for wrong in ({}, {"seconds": 1.0, "until": datetime.now(UTC)}, {"until": datetime(2026, 1, 1)}):
        with pytest.raises(ValueError, match="until"):
            Snooze(**wrong)  # type: ignore[arg-type]


async def test_a_payload_that_does_not_fit_is_rejected_by_field() -> None:
    class Inner(BaseModel):
        size: int

    class Payload(BaseModel):
        inner: Inner

    assert context(inner={"size": 3}).parse(Payload).inner.size == 3
    with pytest.raises(Rejected, match=r"inner\.size: Input should be a valid integer") as caught:
        context(inner={"size": "secret-value"}).parse(Payload)
    assert caught.value.code == "VALIDATION_ERROR"
    assert "secret-value" not in caught.value.message


async def test_a_checkpoint_is_remembered_unless_the_lease_is_lost() -> None:
    fine = context("ok")
    await fine.checkpoint("new", {"a": 1})
    assert fine.checkpoints == {"old": {}, "new": {"a": 1}}
    assert not fine.cancelled.is_set()

    cancelled = context("cancel_requested")
    with pytest.raises(Cancelled):
        await cancelled.checkpoint("new", {"a": 1})
    assert "new" in cancelled.checkpoints
    assert cancelled.cancelled.is_set()

    lost = context("lost")
    with pytest.raises(LeaseLost):
        await lost.heartbeat(0.5)
    with pytest.raises(LeaseLost):
        await lost.checkpoint("new", {})
    assert "new" not in lost.checkpoints
    assert lost.cancelled.is_set()


async def test_cancelled_is_set_for_those_who_already_wait() -> None:
    one = context()
    waiter = asyncio.create_task(one.cancelled.wait())
    await asyncio.sleep(0)
    one.stop("timeout")
    one.stop("shutdown")
    assert await waiter
    assert one.stop_reason == "timeout"


def test_backoff_doubles_up_to_its_ceiling() -> None:
    backoff = Backoff(first=1, ceiling=5)
    for step in (1, 2, 4, 5, 5):
        assert step / 2 <= backoff.delay() <= step
    backoff.reset()
    assert backoff.delay() <= 1


@pytest.fixture
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DATABASE_URL", "SUPABASE_URL", "SUPABASE_SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_settings_come_from_the_environment(clean_environment: pytest.MonkeyPatch) -> None:
    clean_environment.setenv("DATABASE_URL", "postgresql://u:pw-in-dsn@h/d")
    clean_environment.setenv("CATALYST_WORKER_QUEUES", "ai, media,")
    clean_environment.setenv("CATALYST_WORKER_CONCURRENCY", "33")
    settings = WorkerSettings()
    assert settings.queues == ("ai", "media")
    assert settings.concurrency == 33
    assert (settings.chosen_transport, settings.wake_sources) == ("postgres", ("listen",))
    assert "pw-in-dsn" not in repr(settings)
    clean_environment.setenv("CATALYST_WORKER_WAKE", "")
    assert WorkerSettings().wake_sources == ()
    clean_environment.setenv("CATALYST_WORKER_WAKE", "carrier-pigeon")
    with pytest.raises(ValidationError):
        WorkerSettings()


def test_rest_is_chosen_without_a_database_url(clean_environment: pytest.MonkeyPatch) -> None:
    clean_environment.setenv("SUPABASE_URL", "https://x.test/")
    clean_environment.setenv("SUPABASE_SECRET_KEY", "sb_secret_abc")
    settings = WorkerSettings()
    assert (settings.chosen_transport, settings.wake_sources) == ("rest", ("realtime",))
    assert settings.supabase_url == "https://x.test"


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--transport", "carrier-pigeon"], "transport: Input should be 'postgres' or 'rest'"),
        (["--transport", "rest"], "REST and Realtime need SUPABASE_URL and SUPABASE_SECRET_KEY"),
        (["--wake", "both"], "REST and Realtime need"),
        (["--concurrency", "0"], "concurrency: Input should be greater than or equal to 1"),
        (["--handlers", "no.such.module"], "there is no handler module 'no.such.module'"),
    ],
)
def test_flags_win_and_are_checked(clean_environment: pytest.MonkeyPatch, flags: list[str], sentence: str) -> None:
    clean_environment.setenv("DATABASE_URL", "postgresql://u:pw-in-dsn@h/d")
    clean_environment.setenv("CATALYST_WORKER_CONCURRENCY", "5")
    result = CliRunner().invoke(app, flags)
    assert result.exit_code == 2
    assert sentence in result.output
    assert "pw-in-dsn" not in result.output
