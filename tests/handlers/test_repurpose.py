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
from workers.providers.transcription.base import Recording, Transcript
from workers.providers.transcription.routed import Heard
from workers.runtime.errors import Rejected
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
    assert ledger.steps == ["analysis", *(f"post:{platform}" for platform in made)]


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


@pytest.mark.parametrize("step", ["analysis", "post:threads", "post:instagram"])
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
    steps = ("analysis", "post:threads", "post:instagram")
    assert [len(ctx.checkpoints[step]["usage"]) for step in steps] == [1, 1, 1]
    assert not ctx.checkpoints["written"].get("usage")
    assert len(sims.ledger.entries) == 3


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
