"""Recordings that no model takes at once are heard piece by piece, each once, and told as one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio

from stack.simulators.server import Simulators
from tests.support.channels import World, connected_channel
from tests.support.database import Database
from tests.support.links import ORGANIZATION, Ledger, job_context
from tests.support.models import KEY, settings_for
from tests.support.posts import generator
from tests.support.shelf import Shelf
from tests.support.sounds import FFMPEG, beeps_in, recording, seconds_of
from tests.support.web import Request, serve
from tests.support.workers import until, worker_process
from workers.analysis.hearing import Hearing
from workers.analysis.reading import Reading, Subject
from workers.handlers.learn_brand_voice import learn
from workers.media.ffmpeg import Ffmpeg
from workers.providers.ai.local import LocalExtractive
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.usage import ProviderCall, Usage
from workers.providers.transcription import routed
from workers.providers.transcription.base import Recording, Segment, Transcript
from workers.providers.transcription.openai import MAX_BYTES
from workers.providers.transcription.routed import Heard
from workers.runtime.errors import Rejected, Unavailable
from workers.runtime.job import JobContext
from workers.voice.learning import Tools

PATH = f"{ORGANIZATION}/talk.wav"
SAID = "You can record in a wardrobe, because clothes soak up the echo."


class Ears:
    """Hear beeps, and say when; each call costs."""

    def __init__(self, *, knows_when: bool = True, failure: Exception | None = None, says: str = "A beep.") -> None:
        self.heard: list[Recording] = []
        self.knows_when = knows_when
        self.failure = failure
        self.says = says

    async def check(self, ctx: JobContext) -> None:
        pass

    async def transcribe(self, ctx: JobContext, given: Recording, language: str | None) -> Heard:
        if self.failure is not None and len(self.heard) == 1:
            raise self.failure
        self.heard.append(given)
        beeps = beeps_in(given.file.body)
        segments = tuple(Segment(at, at + 1, self.says) for at in beeps) if self.knows_when else ()
        call = ProviderCall(ai_provider="openai", ai_model="whisper-1", feature="transcription", audio_seconds=1)
        said = Transcript(" ".join(self.says for _ in beeps), segments, "en", None, "audio")
        return Heard(said, Usage((call,)))


LONG = recording(3000, pauses=[(940, 942), (1980, 1983)], beeps=[10, 1200, 2381.5, 2990])
TALK = recording(1300, pauses=[(640, 642)], beeps=[10, 700, 1290])
"""Of two pieces."""
BEEPS = [2, 20, 40, 48]
SHORT = recording(50, pauses=[(15.5, 16.5), (33, 34)], beeps=BEEPS)
"""Pieces of at most 20 seconds stand for those of 20 minutes."""


async def hear(
    ears: Ears,
    body: bytes = SHORT,
    checkpoints: dict[str, Any] | None = None,
    ledger: Ledger | None = None,
    **subject: Any,
) -> tuple[Reading, JobContext]:
    ctx = job_context(ledger or Ledger(), "analyze_content", {}, checkpoints=checkpoints)
    given = {"storage_path": PATH, "mime_type": "audio/wav", "language": "en-GB", **subject}
    shelf = Shelf({given["storage_path"]: body})
    hearing = Hearing(lambda: shelf, ears.transcribe, ears.check, lambda: Ffmpeg(FFMPEG), 20)
    return await hearing.hear(ctx, Subject.model_validate(given)), ctx


async def test_a_long_recording_is_heard_in_pieces_whose_times_are_joined() -> None:
    ears = Ears()
    ctx = job_context(Ledger(), "analyze_content", {})
    hearing = Hearing(lambda: Shelf({PATH: LONG}), ears.transcribe, ears.check, lambda: Ffmpeg(FFMPEG))
    reading = await hearing.hear(ctx, Subject(storage_path=PATH, mime_type="audio/wav"))
    assert len(LONG) < MAX_BYTES, "it is its length that no model takes"
    assert ctx.checkpoints["recording:pieces"]["pieces"] == [[0, 941.0], [941.0, 1981.5], [1981.5, 3000]]
    assert [round(one.duration_seconds or 0) for one in ears.heard] == [941, 1040, 1018]
    for given in ears.heard:
        assert given.file.name.endswith(".mp3")
        assert len(given.file.body) < MAX_BYTES
        assert seconds_of(given.file.body) == pytest.approx(given.duration_seconds, abs=0.2)
    assert [segment.start for segment in reading.segments] == pytest.approx([10, 1200, 2381.5, 2990], abs=0.2)
    assert reading.text == reading.transcript == "A beep.\n\nA beep.\n\nA beep.\n\nA beep."
    assert reading.duration_seconds == pytest.approx(3000)
    assert reading.usage == [], "the calls are on record with their steps"
    assert [len(ctx.checkpoints[f"recording:{number}"]["usage"]) for number in (1, 2, 3)] == [1, 1, 1]


@pytest.mark.parametrize("step", ["recording:pieces", "recording:1", "recording:2", "recording:3"])
async def test_a_kill_pays_nothing_twice(step: str) -> None:
    ears, ledger = Ears(), Ledger()
    ledger.crash_after = step
    checkpoints: dict[str, Any] = {}
    with pytest.raises(ConnectionResetError):
        await hear(ears, ledger=ledger, checkpoints=checkpoints)
    reading, _ = await hear(ears, checkpoints=checkpoints)
    assert len(ears.heard) == 3
    assert [segment.start for segment in reading.segments] == pytest.approx(BEEPS, abs=0.2)


async def test_when_all_is_heard_nothing_is_fetched() -> None:
    _, ctx = await hear(Ears())
    ears = Ears()
    again = job_context(Ledger(), "analyze_content", {}, checkpoints=ctx.checkpoints)

    class OnlyCaptionsAreMissing(Shelf):
        async def download(self, bucket: str, name: str, *, max_bytes: int) -> Any:
            if name == PATH:
                raise Unavailable("storage is away")
            return await super().download(bucket, name, max_bytes=max_bytes)

    store = OnlyCaptionsAreMissing({})
    hearing = Hearing(lambda: store, ears.transcribe, ears.check, lambda: Ffmpeg(FFMPEG))
    subject = Subject(storage_path=PATH, mime_type="audio/wav")
    assert len((await hearing.hear(again, subject)).segments) == 4
    assert ears.heard == []


async def test_a_piece_that_fails_keeps_those_before_it() -> None:
    ears = Ears(failure=Unavailable("down"))
    checkpoints: dict[str, Any] = {}
    with pytest.raises(Unavailable):
        await hear(ears, checkpoints=checkpoints)
    assert sorted(checkpoints) == ["recording:1", "recording:pieces"]
    ears.failure = None
    await hear(ears, checkpoints=checkpoints)
    assert len(ears.heard) == 3


async def test_without_times_of_the_pieces_nobody_claims_any() -> None:
    reading, _ = await hear(Ears(knows_when=False))
    assert reading.segments == []
    assert reading.text == "A beep.\n\nA beep.\n\nA beep. A beep."


async def test_a_large_file_is_made_small() -> None:
    ears = Ears()
    # like a video: large, though nobody speaks long
    body = recording(20, beeps=[4]) + bytes(MAX_BYTES)
    reading, _ = await hear(ears, body, duration_seconds=20)
    assert len(ears.heard) == 1
    assert len(ears.heard[0].file.body) < 200_000
    assert reading.segments[0].start == pytest.approx(4, abs=0.2)


async def test_a_kind_that_no_model_hears_is_made_one() -> None:
    ears = Ears()
    await hear(ears, recording(20, beeps=[4]), storage_path=f"{ORGANIZATION}/talk.mkv", mime_type="video/x-matroska")
    assert ears.heard[0].file.name == "piece-1.mp3"


async def test_what_a_model_takes_is_sent_as_it_is() -> None:
    ears = Ears()
    body = recording(20, beeps=[4])
    reading, ctx = await hear(ears, body)
    assert ears.heard[0].file.body == body
    assert ears.heard[0].duration_seconds == pytest.approx(20, abs=0.1), "counted"
    assert ctx.checkpoints == {}
    assert len(reading.usage) == 1


@pytest.mark.parametrize("claim", [1, 50, 7200])
async def test_what_an_upload_claims_to_last_is_not_believed(claim: float) -> None:
    ears = Ears()
    await hear(ears, duration_seconds=claim)
    assert sum(one.duration_seconds or 0 for one in ears.heard) == pytest.approx(50, abs=0.1)
    assert len(ears.heard) == 3
    ears = Ears()
    await hear(ears, recording(20, beeps=[4]), duration_seconds=claim)
    assert [one.duration_seconds for one in ears.heard] == [pytest.approx(20, abs=0.1)]


async def test_without_a_program_that_counts_the_claim_is_all_there_is() -> None:
    ears = Ears()

    def missing() -> Ffmpeg:
        raise Rejected("no ffmpeg", "MEDIA_TOOL_MISSING")

    ctx = job_context(Ledger(), "analyze_content", {})
    hearing = Hearing(lambda: Shelf({PATH: SHORT}), ears.transcribe, ears.check, missing, 20)
    await hearing.hear(ctx, Subject(storage_path=PATH, mime_type="audio/wav", duration_seconds=15))
    assert [one.duration_seconds for one in ears.heard] == [15]
    with pytest.raises(Rejected) as refused:
        await hearing.hear(ctx, Subject(storage_path=PATH, mime_type="audio/wav", duration_seconds=50))
    assert refused.value.code == "MEDIA_TOOL_MISSING"


async def test_what_cannot_be_heard_is_not_fetched() -> None:
    ctx = job_context(Ledger(), "analyze_content", {})
    shelf = Shelf({PATH: LONG})

    async def nobody(ctx: JobContext) -> None:
        raise Rejected("no model", "UNSUPPORTED_TYPE")

    with pytest.raises(Rejected):
        await Hearing(lambda: shelf, Ears().transcribe, nobody).hear(ctx, Subject(storage_path=PATH))
    assert shelf.read == []


async def test_a_model_hears_every_piece_once_through_faults(sims: Simulators) -> None:
    sims.fail("unavailable", skip=1, times=1)
    settings = settings_for(sims, ai_timeout_seconds=30)
    ledger = Ledger()
    ledger.functions["ai_route"] = [{"ai_provider": "openai", "ai_model": "whisper-1"}]

    class Listener(Ears):
        async def transcribe(self, ctx: JobContext, given: Recording, language: str | None) -> Heard:
            return await routed.transcribe(ctx, given, language, settings, Breakers())

    checkpoints: dict[str, Any] = {}
    with pytest.raises(Unavailable):
        await hear(Listener(), ledger=ledger, checkpoints=checkpoints)
    reading, ctx = await hear(Listener(), ledger=ledger, checkpoints=checkpoints)
    billed = [entry.billed.audio_seconds for entry in sims.ledger.entries if entry.billed is not None]
    assert billed == pytest.approx([17, 18, 17], abs=1), "and the failed call cost nothing"
    told = [call["audio_seconds"] for number in (1, 2, 3) for call in ctx.checkpoints[f"recording:{number}"]["usage"]]
    assert told == billed
    moments = [segment.start for segment in reading.segments]
    assert moments == sorted(moments)
    assert moments[-1] > 33.5


@pytest_asyncio.fixture
async def world(database: Database) -> AsyncIterator[World]:
    async with connected_channel(database) as made:
        yield made


def voice_tools(ears: Ears, shelf: Shelf) -> Tools:
    async def local(ctx: JobContext) -> LocalExtractive:
        return generator()

    return Tools(generator=local, store=lambda: shelf, transcribe=ears.transcribe, check_hearing=ears.check)


async def test_recordings_are_samples_of_a_voice() -> None:
    ledger, ears = Ledger(), Ears(says=SAID)
    ledger.functions |= {
        "ai_route": [{"ai_provider": "local", "ai_model": "wordllama-l2-supercat-256", "embedding_dimensions": 256}],
        "analysis_subject": {"title": "Talk", "storage_path": PATH, "mime_type": "audio/wav"},
        "brand_voice_texts": [{"sample_id": str(uuid4()), "sample_text": SAID, "language": "en", "source": None}],
    }
    asset = str(uuid4())
    payload = {"brand_profile_id": str(uuid4()), "sources": [{"type": "asset", "id": asset}]}
    ledger.crash_after = "recording:1:1"
    first = job_context(ledger, "learn_brand_voice", payload)
    with pytest.raises(ConnectionResetError):
        await learn(first, voice_tools(ears, Shelf({PATH: TALK})))
    ledger.crash_after = None
    ctx = job_context(ledger, "learn_brand_voice", payload, checkpoints=first.job.checkpoints)
    learned = await learn(ctx, voice_tools(ears, Shelf({PATH: TALK})))
    assert len(ears.heard) == 2
    assert learned.sources[0]["sample_count"] == 1, "each text once"
    state = ctx.checkpoints["source:1"]
    assert state["samples"][0]["text"] == SAID
    assert (state["type"], state["id"]) == ("asset", asset)
    assert state["transcript"].count(SAID) == len(state["segments"]) == 3
    assert json.dumps(state)


async def test_what_a_voice_was_learned_from_is_heard_for_analyses_too(world: World) -> None:
    asset = await world.asset("talk.wav", "audio", "audio/wav")
    state = {
        "transcript": SAID, "language": "en", "duration_seconds": 12.4,
        "segments": [{"start": 1, "end": 4, "text": SAID}],
    }  # fmt: skip
    await world.one("select private.keep_transcript(%s, %s, %s)", world.organization, asset, json.dumps(state))
    subject = await world.transport.call(
        "analysis_subject",
        {"p_organization_id": world.organization, "p_subject": "asset", "p_subject_id": asset},
    )
    assert (subject["transcript"], subject["duration_seconds"]) == (SAID, 13)
    assert Subject.model_validate(subject).segments is not None
    await world.one("update public.content_assets set transcript = transcript || ' Or not.' returning id")
    subject = await world.transport.call(
        "analysis_subject",
        {"p_organization_id": world.organization, "p_subject": "asset", "p_subject_id": asset},
    )
    assert Subject.model_validate(subject).segments is None, "nobody knows the times of other words"


async def test_a_killed_worker_pays_for_no_piece_twice(
    world: World, database: Database, sims: Simulators, tmp_path: Path
) -> None:
    """The piece under way is asked for again; the one that was heard is neither sent nor paid again."""
    asset = await world.asset("talk.wav", "audio", "audio/wav")

    async def storage(request: Request, writer: asyncio.StreamWriter) -> None:
        found = request.path.endswith("/talk.wav")
        body, status = (TALK, "200 OK") if found else (b'{"error": "not_found"}', "404 Not Found")
        head = (
            f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: audio/wav\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)

    await world.one(
        "select private.set_system_setting('ai.models',"
        " private.system_setting('ai.models') || '{\"transcription\": [\"openai/whisper-1\"]}')"
    )
    await world.ask("analyze_content('asset', %s)", asset)
    async with serve(storage) as web:
        env = {
            "DATABASE_URL": database.dsn,
            "SUPABASE_URL": f"http://127.0.0.1:{web.port}",
            "SUPABASE_SECRET_KEY": "sb_secret_of_the_test",
            "CATALYST_AI_BASE_URLS": json.dumps({"openai": sims.openai}),
            "CATALYST_AI_OPENAI_API_KEY": KEY,
            "CATALYST_FFMPEG": FFMPEG,
            "TMPDIR": str(tmp_path),  # where the killed one leaves its file
        }
        sims.delay(2)
        async with worker_process(tmp_path / "1", env, handlers="", handlers_package="workers.handlers") as process:
            await until(lambda: len(sims.ledger.entries) == 2, 90)
            await process.kill()
        sims.delay(0)
        await world.one("update public.jobs set lease_expires_at = now() - interval '1 second' returning id")
        await world.one("select public.rescue_expired_jobs()")
        async with worker_process(tmp_path / "2", env, handlers="", handlers_package="workers.handlers"):

            async def ended() -> bool:
                status = await world.one("select analysis_status::text from public.content_analyses")
                return bool(status in ("completed", "failed"))

            await until(ended, 90)
    assert len(list(tmp_path.glob("catalyst-media-*"))) == 1, (
        "of the killed one; the next to come after two hours clears it"
    )
    sent = [(sims.ledger.body(entry.number) or {})["file"]["sha256"] for entry in sims.ledger.entries]
    assert [sent.count(one) for one in dict.fromkeys(sent)] == [1, 2]
    told = await (
        await world.connection.execute(
            "select certainty::text, count(*), sum(audio_seconds)::integer, bool_and(cost_usd is null)"
            " from public.ai_usage group by 1 order by 1"
        )
    ).fetchall()
    (_, calls, seconds, _), unknown = told
    assert (calls, unknown) == (2, ("unknown", 1, 0, True))
    assert seconds == pytest.approx(1300, abs=3), "each piece is billed to the next second"
    assert await world.one("select strpos(transcript, 'simulated') > 0 from public.content_assets")
