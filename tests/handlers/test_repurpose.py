"""Posts and articles by the generator, clips by rule; no call is made or lost twice."""

from __future__ import annotations

from typing import Any

import pytest

from stack.simulators.server import Simulators
from tests.support.links import Ledger, job_context
from tests.support.text_requests import TEXTS, Counting, prompted, tools
from workers.handlers.repurpose import repurpose
from workers.runtime.errors import Rejected
from workers.writing.clips import Moment, plan


def payload(output_format: str, language: str = "en", **changes: Any) -> dict[str, Any]:
    return {
        "language": language,
        "output_format": output_format,
        "title": None,
        "text": TEXTS[language].read_text(),
        **changes,
    }


@pytest.mark.parametrize(
    ("output_format", "platforms", "made"),
    [
        ("linkedin_post", [], ["linkedin"]),
        ("twitter_thread", ["linkedin"], ["x"]),
        ("email", [], ["email"]),
        ("social_post", [], ["threads"]),
        ("social_post", ["instagram", "youtube", "threads"], ["threads", "instagram"]),
    ],
)
async def test_a_format_is_written_for_its_platforms(output_format: str, platforms: list[str], made: list[str]) -> None:
    ledger = Ledger()
    ctx = job_context(ledger, "repurpose", payload(output_format, platforms=platforms))
    assert (await repurpose(ctx, tools(Counting()))).count == len(made)
    assert [output["platform"] for output in ctx.checkpoints["written"]["outputs"]] == made
    assert ledger.steps == ["analysis", *(f"post:{platform}" for platform in made), "written"]


@pytest.mark.parametrize("language", ["en", "nl"])
async def test_an_article_is_of_the_recording(language: str) -> None:
    ctx = job_context(Ledger(), "repurpose", payload("blog_article", language))
    await repurpose(ctx, tools(Counting()))
    (output,) = ctx.checkpoints["written"]["outputs"]
    assert output["content_type"] == "blog_article"
    assert output["title"]
    assert output["text"]
    assert any("does not write" in note for note in ctx.checkpoints["written"]["notes"])


@pytest.mark.parametrize("step", ["analysis", "post:threads", "post:instagram", "written"])
async def test_after_a_crash_nothing_is_asked_twice(step: str) -> None:
    given = payload("social_post", platforms=["threads", "instagram"])
    counting, ledger = Counting(), Ledger()
    ledger.crash_after = step
    first = job_context(ledger, "repurpose", given)
    with pytest.raises(ConnectionResetError):
        await repurpose(first, tools(counting))
    await repurpose(
        job_context(Ledger(), "repurpose", given, checkpoints=first.job.checkpoints, attempt=2), tools(counting)
    )
    assert counting.calls == 3


async def test_with_a_model_each_call_is_on_record_with_its_step(sims: Simulators) -> None:
    ctx = job_context(Ledger(), "repurpose", payload("social_post", platforms=["threads", "instagram"]))
    async with prompted(sims, "openai") as made:
        await repurpose(ctx, made)
    steps = ("analysis", "post:threads", "post:instagram")
    assert [len(ctx.checkpoints[step]["usage"]) for step in steps] == [1, 1, 1]
    assert not ctx.checkpoints["written"].get("usage")
    assert len(sims.ledger.entries) == 3


async def test_clips_need_no_model_and_moments_need_a_time() -> None:
    counting = Counting()
    moments = [{"timestamp": 30, "text": "Now!", "score": 80}, {"timestamp": None, "text": "Some time", "score": 99}]
    ctx = job_context(Ledger(), "repurpose", payload("short_video", moments=moments, clip_seconds=20))
    await repurpose(ctx, tools(counting))
    (output,) = ctx.checkpoints["written"]["outputs"]
    assert (output["output"]["start_seconds"], output["output"]["end_seconds"]) == (29, 49)
    assert counting.calls == 0
    with pytest.raises(Rejected) as refused:
        await repurpose(
            job_context(Ledger(), "repurpose", payload("short_video", moments=moments[1:])), tools(counting)
        )
    assert refused.value.code == "INPUT_EMPTY"


def moment(at: float, score: float) -> Moment:
    return Moment(timestamp=at, text=f"at {at}", score=score)


def test_clips_do_not_overlap_and_stay_inside_the_recording() -> None:
    clips = plan([moment(at, score) for at, score in [(0, 50), (20, 90), (25, 80), (50, 70), (97, 60)]], 30, 10, 100)
    spans = sorted((clip.start_seconds, clip.end_seconds) for clip in clips)
    assert spans == [(0, 19), (19, 49), (49, 79)]
    assert [clip.score for clip in clips] == [90, 70, 50], "the strongest first"
    assert plan([moment(5, 1)], 30, 3, None)[0].end_seconds == 34
    assert len(plan([moment(at, 1) for at in range(0, 600, 60)], 30, 4, 600)) == 4
    assert plan([], 30, 3, 100) == []
