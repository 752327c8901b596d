"""Posts and articles by the generator, clips by rule; no call is made or lost twice."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from stack.simulators.server import Simulators
from tests.support.links import ORGANIZATION, Ledger, job_context
from tests.support.posts import ENGLISH
from tests.support.shelf import Shelf
from tests.support.text_requests import DOES_NOT_WRITE, TEXTS, Counting, prompted, tools
from workers.analysis.sources import SourceReader
from workers.handlers.repurpose import repurpose
from workers.providers.ai.tasks.base import Generated, T, Task
from workers.providers.ai.tasks.posts import WritePost
from workers.providers.transcription.base import Recording, Transcript
from workers.providers.transcription.routed import Heard
from workers.runtime.errors import AuthExpired, Rejected, Unavailable
from workers.runtime.job import JobContext


def asked(output_format: str, **changes: Any) -> dict[str, Any]:
    return {"content_asset_id": str(uuid4()), "language": "en", "output_format": output_format, **changes}


def knowing(language: str = "en", **subject: Any) -> Ledger:
    """A database that knows the upload's words."""
    ledger = Ledger()
    ledger.functions["analysis_subject"] = {"title": None, "transcript": TEXTS[language].read_text(), **subject}
    return ledger


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
    ledger = knowing()
    ctx = job_context(ledger, "repurpose", asked(output_format, platforms=platforms))
    assert (await repurpose(ctx, tools(Counting()))).count == len(made)
    assert [output["platform"] for output in ctx.checkpoints["written"]["outputs"]] == made
    assert ledger.steps == ["analysis", *(f"platform:{platform}" for platform in made)]


@pytest.mark.parametrize(("language", "part"), [("en", "the first 60000 characters"), ("nl", "de eerste 60000 tekens")])
async def test_an_article_of_the_first_part_alone_says_so(sims: Simulators, language: str, part: str) -> None:
    sims.answer(schema_name="remix", data={"title": "Rooms", "paragraphs": ["Hang a curtain."]})
    for times, told in ((40, True), (1, False)):
        ledger = knowing(language, transcript=TEXTS[language].read_text() * times)
        ctx = job_context(ledger, "repurpose", asked("blog_article", language=language))
        async with prompted(sims, "openai") as chosen:
            await repurpose(ctx, chosen)
        assert any(part in note for note in ctx.checkpoints["written"]["notes"]) is told


@pytest.mark.parametrize("language", ["en", "nl"])
async def test_an_article_is_of_the_recording(language: str) -> None:
    ctx = job_context(knowing(language), "repurpose", asked("blog_article", language=language))
    await repurpose(ctx, tools(Counting()))
    (output,) = ctx.checkpoints["written"]["outputs"]
    assert output["content_type"] == "blog_article"
    assert output["title"]
    assert output["text"]
    assert any(DOES_NOT_WRITE[language] in note for note in ctx.checkpoints["written"]["notes"])


@pytest.mark.parametrize("step", ["analysis", "platform:threads", "platform:instagram"])
async def test_after_a_crash_nothing_is_asked_twice(step: str) -> None:
    given = asked("social_post", platforms=["threads", "instagram"])
    counting, ledger = Counting(), knowing()
    ledger.crash_after = step
    first = job_context(ledger, "repurpose", given)
    with pytest.raises(ConnectionResetError):
        await repurpose(first, tools(counting))
    await repurpose(
        job_context(knowing(), "repurpose", given, checkpoints=first.job.checkpoints, attempt=2), tools(counting)
    )
    assert counting.calls == 3


async def test_with_a_model_each_call_is_on_record_with_its_step(sims: Simulators) -> None:
    ctx = job_context(knowing(), "repurpose", asked("social_post", platforms=["threads", "instagram"]))
    async with prompted(sims, "openai") as made:
        await repurpose(ctx, made)
    steps = ("analysis", "platform:threads", "platform:instagram")
    assert [len(ctx.checkpoints[step]["usage"]) for step in steps] == [1, 1, 1]
    assert not ctx.checkpoints["written"].get("usage")
    assert len(sims.ledger.entries) == 3


class Moody(Counting):
    """Fails for some platforms."""

    def __init__(self, **failures: Exception) -> None:
        super().__init__()
        self.failures = failures

    async def run(self, task: Task[T]) -> Generated[T]:
        self.error = self.failures.get(task.platform) if isinstance(task, WritePost) else None
        return await super().run(task)


@pytest.mark.parametrize(
    ("language", "note"),
    [("en", "threads was left out: AI_REFUSED"), ("nl", "threads is weggelaten: AI_REFUSED")],
)
async def test_a_platform_that_is_refused_does_not_cost_the_others(language: str, note: str) -> None:
    ctx = job_context(
        knowing(language), "repurpose", asked("social_post", language=language, platforms=["threads", "instagram"])
    )
    assert (await repurpose(ctx, tools(Moody(threads=Rejected("no", "AI_REFUSED"))))).count == 1
    written = ctx.checkpoints["written"]
    assert [output["platform"] for output in written["outputs"]] == ["instagram"]
    assert note in written["notes"]


async def test_a_platform_that_may_still_be_written_for_is_tried_again_alone() -> None:
    given = asked("social_post", platforms=["threads", "instagram"])
    moody = Moody(threads=Unavailable("down", "AI_UNAVAILABLE", retry_after=9))
    first = job_context(knowing(), "repurpose", given)
    with pytest.raises(Unavailable) as down:
        await repurpose(first, tools(moody))
    assert down.value.retry_after == 9
    assert "platform:instagram" in first.checkpoints
    moody.failures = {}
    again = job_context(knowing(), "repurpose", given, checkpoints=first.checkpoints, attempt=2)
    assert (await repurpose(again, tools(moody))).count == 2
    assert moody.calls == 4, "an analysis, two posts, and one of them anew"


async def test_on_the_last_attempt_the_others_are_kept() -> None:
    ctx = job_context(knowing(), "repurpose", asked("social_post", platforms=["threads", "x"]), attempt=3)
    assert (await repurpose(ctx, tools(Moody(x=Unavailable("down", "AI_UNAVAILABLE"))))).count == 1
    assert "x was left out: AI_UNAVAILABLE" in ctx.checkpoints["written"]["notes"]


async def test_when_no_platform_can_be_written_for_it_fails_with_the_reason() -> None:
    ctx = job_context(knowing(), "repurpose", asked("social_post", platforms=["threads", "x"]))
    with pytest.raises(Rejected) as refused:
        await repurpose(ctx, tools(Moody(threads=Rejected("no", "AI_REFUSED"), x=AuthExpired("key"))))
    assert refused.value.code == "AI_REFUSED"


@pytest.mark.parametrize("output_format", ["linkedin_post", "blog_article"])
@pytest.mark.parametrize(
    ("language", "part"), [("en", "the first 100000 characters"), ("nl", "de eerste 100000 tekens")]
)
async def test_a_source_that_is_cut_says_so(language: str, part: str, output_format: str) -> None:
    text = TEXTS[language].read_text()
    for times, told in ((100_000 // len(text) + 1, True), (1, False)):
        ctx = job_context(
            knowing(language, transcript=text * times), "repurpose", asked(output_format, language=language)
        )
        await repurpose(ctx, tools(Counting()))
        assert any(part in note for note in ctx.checkpoints["written"]["notes"]) is told


SEGMENTS = [
    {"start": at, "end": at + 4.0, "text": text}
    for at, text in zip(
        range(0, 200, 5),
        ["Why do tomatoes split?", "Water comes too fast.", "The skin cannot follow.", "Mulch the soil."] * 10,
        strict=True,
    )
]
TALK = {"transcript": " ".join(str(one["text"]) for one in SEGMENTS), "segments": SEGMENTS, "duration_seconds": 200}


async def test_clips_are_whole_sentences_with_captions() -> None:
    counting = Counting()
    ctx = job_context(
        knowing(**TALK),
        "repurpose",
        asked(
            "short_video",
            moments=[
                {"timestamp": 40, "text": "Why do tomatoes split?", "score": 80},
                {"timestamp": None, "text": "Some time", "score": 99},
            ],
            clip_seconds=20,
            clip_bounds=[
                {"platform": "tiktok", "min_seconds": 3, "max_seconds": 600},
                {"platform": "facebook", "min_seconds": 3, "max_seconds": 18},
            ],
        ),
    )
    await repurpose(ctx, tools(counting))
    (output,) = ctx.checkpoints["written"]["outputs"]
    clip = output["output"]
    assert (clip["start_seconds"], clip["end_seconds"]) == (39.75, 54.25), "a sentence more and facebook refuses it"
    assert output["text"] == "Why do tomatoes split? Water comes too fast. The skin cannot follow."
    assert clip["platforms"] == ["tiktok", "facebook"]
    assert clip["captions"][0] == {"start": 0.25, "end": 4.25, "text": "Why do tomatoes split?"}
    assert (clip["hook_seconds"], clip["is_estimated"], clip["aspect_ratio"]) == (0.25, False, "9:16")
    assert ctx.checkpoints["written"]["notes"] == [
        "planned by rule",
        "3 clips were asked for; moments that make one: 1",
    ]
    assert counting.calls == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["planned by rule", "times are reckoned", "2 clips were asked for"]),
        ("nl", ["gepland volgens vaste regels", "tijden zijn berekend", "gevraagde clips: 2"]),
    ],
)
async def test_without_captions_a_plan_says_that_it_is_reckoned(language: str, said: list[str]) -> None:
    ledger = knowing(transcript=TALK["transcript"], duration_seconds=200)
    moments = [{"timestamp": 40, "text": "Why do tomatoes split?", "score": 80}]
    given = asked("short_video", language=language, moments=moments, clip_seconds=20, count=2)
    ctx = job_context(ledger, "repurpose", given)
    await repurpose(ctx, tools(Counting()))
    (output,) = ctx.checkpoints["written"]["outputs"]
    assert output["output"]["is_estimated"]
    assert output["output"]["captions"] == []
    assert output["text"].endswith(".")
    for note, beginning in zip(ctx.checkpoints["written"]["notes"], said, strict=True):
        assert note.startswith(beginning)


@pytest.mark.parametrize(
    ("subject", "moments"),
    [
        (TALK, [{"timestamp": None, "text": "Some time", "score": 99}]),
        ({"transcript": "Nobody knows how long. This is.", "duration_seconds": None}, [{"timestamp": 3, "text": "x"}]),
    ],
    ids=["no moment has a time", "nobody knows the length"],
)
async def test_without_times_there_are_no_clips(subject: dict[str, Any], moments: list[dict[str, Any]]) -> None:
    ctx = job_context(knowing(**subject), "repurpose", asked("short_video", moments=moments))
    with pytest.raises(Rejected) as refused:
        await repurpose(ctx, tools(Counting()))
    assert refused.value.code == "INPUT_EMPTY"


async def test_a_podcast_is_heard_once_and_a_page_is_read() -> None:
    path = f"{ORGANIZATION}/talk.wav"
    ledger = knowing(transcript=None, storage_path=path, mime_type="audio/wav", duration_seconds=20)
    ledger.crash_after = "text"
    heard: list[str] = []

    async def transcribe(ctx: JobContext, recording: Recording, language: str | None) -> Heard:
        heard.append(recording.file.name)
        return Heard(Transcript(ENGLISH.read_text(), (), "en", 20.0, "audio"))

    async def anybody(ctx: JobContext) -> None:
        pass

    shelf = Shelf({path: b"sound"})
    reader = SourceReader(store=lambda: shelf, transcribe=transcribe, check_hearing=anybody)
    given = asked("blog_article")
    first = job_context(ledger, "repurpose", given)
    with pytest.raises(ConnectionResetError):
        await repurpose(first, tools(Counting()), reader)
    ledger.crash_after = None
    ctx = job_context(ledger, "repurpose", given, checkpoints=first.job.checkpoints)
    await repurpose(ctx, tools(Counting()), reader)
    assert heard == ["talk.wav"]
    assert ctx.checkpoints["text"]["transcript"] == ENGLISH.read_text()
    assert ctx.checkpoints["written"]["outputs"][0]["text"]

    page = knowing(transcript=None, storage_path=f"{ORGANIZATION}/a.md", mime_type="text/markdown")
    shelf = Shelf({f"{ORGANIZATION}/a.md": ENGLISH.read_bytes()}, content_type="text/markdown")
    ctx = job_context(page, "repurpose", asked("linkedin_post"))
    await repurpose(ctx, tools(Counting()), SourceReader(store=lambda: shelf))
    assert ctx.checkpoints["written"]["outputs"][0]["platform"] == "linkedin"


async def test_an_upload_without_words_is_refused() -> None:
    ctx = job_context(knowing(transcript=None, description=" "), "repurpose", asked("email"))
    with pytest.raises(Rejected) as refused:
        await repurpose(ctx, tools(Counting()))
    assert refused.value.code == "INPUT_EMPTY"
