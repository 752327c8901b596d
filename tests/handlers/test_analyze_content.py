"""Assets and items are analysed by a worker against the real database, step by step, each step once."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio

from tests.support.channels import DatabaseLink, World, connected_channel, context
from tests.support.database import Database
from tests.support.links import Ledger, job_context
from tests.support.posts import DUTCH, ENGLISH, generator
from tests.support.shelf import Shelf
from tests.support.workers import until, worker_process
from workers.handlers.analyze_content import Tools, analyze
from workers.providers.ai.tasks.base import Generated, T, Task
from workers.providers.ai.tasks.content_analysis import ContentFindings
from workers.providers.ai.usage import ProviderCall, Usage
from workers.providers.transcription.base import Recording, Segment, Transcript
from workers.providers.transcription.routed import Heard
from workers.runtime.errors import Rejected, Unavailable
from workers.runtime.job import JobContext

CAPTIONS = b"""WEBVTT

00:00:01.000 --> 00:00:05.000
Why do your tomatoes split after rain?

00:00:06.000 --> 00:00:12.000
The skin cannot follow what the root drinks, and water rises too fast.

00:00:13.000 --> 00:00:19.000
Water a little every day and mulch the soil, so that the root never starves.

00:00:20.000 --> 00:00:24.000
Subscribe for more about balconies.
"""

NOTHING = ContentFindings.model_validate(
    {
        "summary": None, "topics": [], "keywords": [], "entities": {}, "sentiment": None, "emotions": {},
        "key_insights": [], "hooks": [], "quotes": [], "call_to_action": None, "hook_analysis": None,
        "body_analysis": None, "cta_analysis": None, "style_analysis": None,
    }
)  # fmt: skip


@pytest_asyncio.fixture
async def world(database: Database) -> AsyncIterator[World]:
    async with connected_channel(database) as made:
        yield made


class Ears:
    """Hears what it is told to."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def check(self, ctx: JobContext) -> None:
        pass

    async def transcribe(self, ctx: JobContext, recording: Recording, language: str | None) -> Heard:
        self.heard.append(recording.file.name)
        said = "Why do your tomatoes split after rain? The skin cannot follow what the root drinks."
        call = ProviderCall(
            ai_provider="openai",
            ai_model="whisper-1",
            feature="transcription",
            operation_type="transcribe",
            audio_seconds=12,
            request_id="req_1",
        )
        return Heard(Transcript(said, (Segment(2, 12, said),), "en", 12.0, "audio"), Usage((call,)))


class Counting:
    """The local adapter, with calls counted and answers where a test wants them."""

    provider = "local"
    model = "local-extractive"

    def __init__(self, answer: ContentFindings | None = None, failure: Exception | None = None) -> None:
        self.calls: Counter[str] = Counter()
        self.answer = answer
        self.failure = failure

    async def run(self, task: Task[T]) -> Generated[T]:
        self.calls[task.name] += 1
        if self.failure is not None:
            raise self.failure
        if self.answer is not None:
            return Generated(task.output_type().model_validate(self.answer.model_dump()), "openai", "gpt-test")
        return await generator().run(task)


def tools(model: Counting | None = None, objects: dict[str, bytes] | None = None, ears: Ears | None = None) -> Tools:
    chosen, shelf, listener = model or Counting(), Shelf(objects or {}), ears or Ears()

    async def generator_for(ctx: JobContext) -> Counting:
        return chosen

    return Tools(
        generator=generator_for, store=lambda: shelf, transcribe=listener.transcribe, check_hearing=listener.check
    )


async def test_a_worker_analyses_videos_and_the_run_ends_with_insights(
    world: World, database: Database, tmp_path: Path
) -> None:
    talk = await world.item(
        "talk",
        title="Clear audio in an ordinary room",
        transcript=ENGLISH.read_text(),
        duration_seconds=600,
        view_count=100,
    )
    await world.item("silent", title="", description="")
    asked = await world.ask("analyze_videos()")
    assert asked["requested_count"] == 2
    async with worker_process(
        tmp_path / "log", {"DATABASE_URL": database.dsn}, handlers="", handlers_package="workers.handlers"
    ):

        async def ended() -> bool:
            status = await world.one("select status::text from public.analysis_runs")
            return bool(status == "completed")

        await until(ended, 40)
    run = await world.ask("get_video_analysis(%s)", asked["analysis_id"])
    assert (run["analyzed_count"], run["failed_count"]) == (1, 1)
    assert run["errors"][0]["code"] == "INPUT_EMPTY"
    assert run["processing_time_seconds"] > 0
    found = await world.ask("get_content_analysis('item', %s)", talk)
    assert found["analysis_status"] == "completed"
    assert (found["ai_provider"], found["ai_model"]) == ("local", "local-extractive")
    assert found["language"] == "en"
    assert 0 < found["readability_score"] <= 100
    assert found["engagement_score"] is None, "nothing was measured"
    assert found["hook_moments"]
    for moment in found["hook_moments"]:
        assert moment["is_estimated"]
        assert 0 <= moment["timestamp"] <= 600
    assert (
        await world.one("select used || '/' || reserved from public.usage_counters where metric = 'ai_analyses'")
        == "1/0"
    )


async def test_everything_in_it_is_in_the_text(world: World) -> None:
    item = await world.item("nl", title="Tomaten op het balkon", transcript=DUTCH.read_text(), duration_seconds=300)
    link = DatabaseLink(world)
    found = await analyze(context(world, link, "item", item), tools())
    text = " ".join(DUTCH.read_text().split())
    assert link.steps == ["text", "findings"]
    assert found["language"] == "nl"
    for moment in [*found["hook_moments"], *found["quotable_moments"]]:
        assert moment["text"].rstrip(".…") in text
    for name in found["entities"].get("others", []):
        assert name in text
    assert found["hook_analysis"].startswith("Opent met")
    assert all(0 <= score <= 100 for score in found["platform_scores"].values())


async def test_captions_give_exact_times_and_become_the_transcript(world: World) -> None:
    asset = await world.asset("talk.vtt", "document", "text/vtt")
    link = DatabaseLink(world)
    found = await analyze(
        context(world, link, "asset", asset), tools(objects={f"{world.organization}/talk.vtt": CAPTIONS})
    )
    assert found["hook_moments"][0] == {
        "timestamp": 1.0,
        "text": "Why do your tomatoes split after rain?",
        "score": found["hook_moments"][0]["score"],
    }
    assert link.states["text"]["transcript"].startswith("Why do your tomatoes")
    assert "to subscribe" in found["cta_analysis"]


async def test_captions_beside_a_recording_spare_listening(world: World) -> None:
    asset = await world.asset("talk.mp4", "video", "video/mp4")
    ears, link = Ears(), DatabaseLink(world)
    objects = {f"{world.organization}/talk.mp4": b"\0", f"{world.organization}/talk.vtt": CAPTIONS}
    await analyze(context(world, link, "asset", asset), tools(objects=objects, ears=ears))
    assert ears.heard == ["talk.vtt"]


async def test_listening_is_on_record_and_is_done_once(world: World) -> None:
    asset = await world.asset("talk.mp3", "audio", "audio/mpeg")
    ears, link = Ears(), DatabaseLink(world)
    failing = Counting(failure=Unavailable("down"))
    ctx = context(world, link, "asset", asset)
    with pytest.raises(Unavailable):
        await analyze(ctx, tools(failing, {f"{world.organization}/talk.mp3": b"\0"}, ears))
    again = context(world, link, "asset", asset, ctx.checkpoints)
    await analyze(again, tools(Counting(), {f"{world.organization}/talk.mp3": b"\0"}, ears))
    assert ears.heard == ["talk.mp3"], "the second attempt reads what the first has heard"
    [call] = link.states["text"]["usage"]
    assert (call["operation_type"], call["audio_seconds"], call["request_id"]) == ("transcribe", 12.0, "req_1")


async def test_what_a_model_made_up_is_left_out(world: World) -> None:
    item = await world.item(
        "talk", transcript="Soil is alive. " + "Rain falls on the shed by the road. " * 5, duration_seconds=60
    )
    invented = ContentFindings.model_validate(
        NOTHING.model_dump()
        | {
            "summary": "About soil.",
            "topics": ["soil"],
            "keywords": ["soil"],
            "emotions": {"joy": 0.5},
            "hooks": ["Soil will kill you tonight!"],
            "quotes": ["Soil is dead.", "Soil is alive."],
            "hook_analysis": "It opens plainly.",
        }
    )
    found = await analyze(context(world, DatabaseLink(world), "item", item), tools(Counting(invented)))
    assert [moment["text"] for moment in found["quotable_moments"]] == ["Soil is alive."]
    assert "Soil will kill you tonight!" not in [moment["text"] for moment in found["hook_moments"]]
    assert found["hook_analysis"] == "It opens plainly."
    assert found["emotion_analysis"] == {"joy": 0.5}


async def test_another_organizations_file_is_refused(world: World) -> None:
    asset = await world.asset("talk.vtt", "document", "text/vtt")
    await world.connection.execute(
        "alter table public.content_assets drop constraint content_assets_storage_path_check"
    )
    await world.connection.execute("update public.content_assets set storage_path = 'other/talk.vtt'")
    with pytest.raises(Rejected) as caught:
        await analyze(context(world, DatabaseLink(world), "asset", asset), tools(objects={"other/talk.vtt": CAPTIONS}))
    assert caught.value.code == "INPUT_NOT_FOUND"


async def test_the_model_is_asked_once_however_often_the_rest_is_tried(world: World) -> None:
    item = await world.item("talk", transcript=ENGLISH.read_text())
    model, link = Counting(), DatabaseLink(world)
    ctx = context(world, link, "item", item)
    await analyze(ctx, tools(model))
    await analyze(context(world, link, "item", item, ctx.checkpoints), tools(model))
    assert model.calls == {"content_analysis": 1}


@pytest.mark.parametrize(
    ("source", "part"), [(ENGLISH, "of the first 200000 characters"), (DUTCH, "van de eerste 200000 tekens")]
)
async def test_what_was_found_in_a_part_is_said_in_the_language_of_the_text(source: Path, part: str) -> None:
    text = source.read_text()
    ledger = Ledger()
    ledger.functions["analysis_subject"] = {"transcript": text * (200_000 // len(text) + 1)}
    ledger.functions["hook_kinds_for"] = lambda p_texts: [None] * len(p_texts)
    ledger.functions["cta_kinds_for"] = lambda p_texts: [[]] * len(p_texts)
    ctx = job_context(ledger, "analyze_content", {"subject": "asset", "subject_id": str(uuid4())})
    found = await analyze(ctx, tools(Counting(NOTHING)))
    assert any(part in note for note in found["notes"])
