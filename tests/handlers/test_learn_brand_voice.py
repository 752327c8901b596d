"""A brand's voice from its texts to the score of what is written for it, by a worker against the real database."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import pytest_asyncio

from stack.simulators.server import Simulators
from tests.support.channels import World, connected_channel
from tests.support.database import Database
from tests.support.links import ORGANIZATION, Ledger, job_context
from tests.support.models import KEY
from tests.support.posts import DUTCH, ENGLISH, generator
from tests.support.shelf import Shelf
from tests.support.text_requests import prompted
from tests.support.voices import author_samples, learned_voice
from tests.support.workers import until, worker_process
from workers.handlers.learn_brand_voice import learn
from workers.providers.ai.local import LocalExtractive
from workers.providers.ai.tasks.context import Brand
from workers.runtime.errors import Rejected, Unavailable
from workers.runtime.job import JobContext
from workers.voice.learning import Tools
from workers.writing.voice import voice_of

SPACE = {"ai_provider": "local", "ai_model": "wordllama-l2-supercat-256", "embedding_dimensions": 256}


@pytest_asyncio.fixture
async def world(database: Database) -> AsyncIterator[World]:
    async with connected_channel(database) as made:
        yield made


async def brand_of(world: World) -> UUID:
    made: UUID = await world.one(
        "insert into public.brand_profiles (organization_id, name, is_default) values (%s, 'Room', true) returning id",
        world.organization,
    )
    return made


def learned(world: World, brand: UUID, **columns: Any) -> Callable[[], Any]:
    async def is_so() -> bool:
        row = await world.one("select to_jsonb(v) from public.brand_voices as v where brand_profile_id = %s", brand)
        return row is not None and all(row[name] == value for name, value in columns.items())

    return is_so


async def fit_of(world: World, text: str) -> tuple[float | None, dict[str, Any]]:
    made = await world.ask("create_generation(%s, '{linkedin}', 'educational', 'en')", text)

    async def ended() -> bool:
        status = await world.one("select status::text from public.generations where id = %s", made["generation_id"])
        return status in ("completed", "failed")

    await until(ended, 40)
    row = await world.one(
        "select to_jsonb(c) from public.generated_content as c where generation_id = %s", made["generation_id"]
    )
    return row["voice_fit_score"], row


async def test_a_voice_is_learned_followed_and_told_apart(world: World, database: Database, tmp_path: Path) -> None:
    brand = await brand_of(world)
    await world.item("post", title="Post", description="You can record in a wardrobe. Clothes soak up the echo.")
    sources = [
        {"type": "posts"},
        {"type": "text", "text": ENGLISH.read_text()},
        {"type": "url", "url": "http://127.0.0.1/"},
    ]
    asked = await world.ask("learn_brand_voice(%s, %s)", brand, json.dumps(sources))
    assert asked["source_count"] == 3
    async with worker_process(
        tmp_path / "log", {"DATABASE_URL": database.dsn}, handlers="", handlers_package="workers.handlers"
    ):
        await until(learned(world, brand, status="completed"), 60)
        voice = await world.ask("get_brand_voice(%s)", brand)
        assert voice["is_calibrated"]
        assert voice["sample_count"] == voice["embedded_count"] >= 8
        assert (voice["ai_model"], voice["embedding_dimensions"]) == ("wordllama-l2-supercat-256", 256)
        assert voice["tone_card_ai_model"] == "local-extractive"
        assert voice["tone_card"]["traits"]
        assert voice["tone_card"]["languages"] == {"en": voice["sample_count"]}
        told = {source["type"]: source for source in voice["sources"]}
        assert told["item"]["sample_count"] == 1
        assert told["text"]["sample_count"] >= 7
        assert told["url"]["code"] == "URL_REFUSED", "one that cannot be read keeps the others"
        assert (
            await world.one("select used || '/' || reserved from public.usage_counters where metric = 'ai_analyses'")
            == "1/0"
        )

        own, content = await fit_of(world, ENGLISH.read_text())
        foreign, in_dutch = await fit_of(world, DUTCH.read_text())
        assert UUID(content["brand_profile_id"]) == brand
        assert own is not None
        assert own > 80, "its own sentences"
        parts = content["generation_metadata"]["voice_fit"]
        assert own == pytest.approx(0.8 * parts["manner"] + 0.2 * parts["nearness"], abs=0.01)
        assert foreign is None
        assert in_dutch["generation_metadata"]["voice_fit"] == {"score": None, "reason": "other_language"}

        await world.connection.execute(
            "select set_config('request.jwt.claims', %s, false)", (json.dumps({"sub": str(world.person)}),)
        )
        await world.connection.execute(
            "insert into public.brand_voice_samples (organization_id, brand_profile_id, sample_text)"
            " values (%s, %s, 'Hang a duvet behind you and listen to the difference it makes.')",
            (world.organization, brand),
        )
        await until(learned(world, brand, embedded_count=voice["embedded_count"] + 1), 40)


async def test_another_model_makes_every_vector_anew(
    world: World, database: Database, tmp_path: Path, sims: Simulators
) -> None:
    brand = await brand_of(world)
    texts = [f"Sample {number} speaks about rooms, and about how they sound to you." for number in range(12)]
    for text in texts:
        await world.connection.execute(
            "insert into public.brand_voice_samples (organization_id, brand_profile_id, sample_text)"
            " values (%s, %s, %s)",
            (world.organization, brand, text),
        )
    await world.ask("set_organization_ai_model('embedding', 'openai', 'text-embedding-3-small', 512)")
    source = json.dumps([{"type": "text", "text": "One more text, so that there is something new to learn from."}])
    await world.ask("learn_brand_voice(%s, %s)", brand, source)
    env = {
        "DATABASE_URL": database.dsn,
        "CATALYST_AI_BASE_URLS": json.dumps({"openai": sims.openai}),
        "CATALYST_AI_OPENAI_API_KEY": KEY,
    }
    async with worker_process(tmp_path / "log", env, handlers="", handlers_package="workers.handlers"):
        await until(learned(world, brand, status="completed", embedding_dimensions=512, embedded_count=13), 60)
        fit, content = await fit_of(world, ENGLISH.read_text())
    assert fit is not None
    assert "AI_" not in str(content["generation_metadata"]["notes"]), "nothing was left out"
    told = await world.one(
        "select array[count(*), sum(prompt_tokens), sum(cost_usd)] from public.ai_usage where operation_type = 'embed'"
    )
    asked = [entry for entry in sims.ledger.entries if entry.endpoint == "embeddings"]
    assert len(asked) >= 2
    assert told == [
        len(asked),
        sum(entry.billed.input_tokens for entry in asked if entry.billed),
        sum(entry.cost_usd for entry in asked if entry.cost_usd),
    ]
    assert KEY not in (tmp_path / "log").read_text()


def tools(shelf: Shelf) -> Tools:
    async def local(ctx: JobContext) -> LocalExtractive:
        return generator()

    return Tools(generator=local, store=lambda: shelf)


def reading(ledger: Ledger, *, attempt: int = 1, checkpoints: dict[str, Any] | None = None) -> JobContext:
    ledger.functions |= {
        "ai_route": [{"ai_provider": "local", "ai_model": SPACE["ai_model"], "embedding_dimensions": 256}],
        "analysis_subject": {"title": "Notes", "storage_path": f"{ORGANIZATION}/notes.txt", "mime_type": "text/plain"},
        "brand_voice_texts": [
            {
                "sample_id": str(uuid4()),
                "sample_text": "You record in a wardrobe. It is quiet there.",
                "language": "en",
                "source": "notes",
            }
        ],
    }
    payload = {
        "brand_profile_id": str(uuid4()),
        "sources": [
            {"type": "asset", "id": str(uuid4())},
            {"type": "text", "text": "You can record in a wardrobe, because clothes soak up the echo."},
        ],
    }
    return job_context(ledger, "learn_brand_voice", payload, attempt=attempt, checkpoints=checkpoints)


NOTES = {f"{ORGANIZATION}/notes.txt": b"Hang up a duvet behind you, and listen to how the room goes quiet."}


async def test_each_source_is_read_once() -> None:
    ledger, shelf = Ledger(), Shelf(NOTES, Unavailable("storage is away", "STORAGE_UNREACHABLE"))
    first = reading(ledger)
    with pytest.raises(Unavailable):
        await learn(first, tools(shelf))
    assert ledger.steps == ["source:2"], "what could be read is kept"
    shelf.failure = None
    again = reading(Ledger(), attempt=2, checkpoints=first.checkpoints)
    result = await learn(again, tools(shelf))
    assert [source["sample_count"] for source in result.sources] == [1, 1]
    assert again.checkpoints["source:1"]["samples"][0]["text"].startswith("Hang up a duvet")
    assert result.tone_card.measures["words_per_sentence"] == pytest.approx(4.5)
    assert result.tone_card_ai_model == "local-extractive"


async def test_on_the_last_attempt_the_others_are_learned_from() -> None:
    shelf = Shelf(NOTES, Unavailable("storage is away", "STORAGE_UNREACHABLE"))
    result = await learn(reading(Ledger(), attempt=3), tools(shelf))
    assert [source.get("code") for source in result.sources] == ["STORAGE_UNREACHABLE", None]


async def test_nothing_readable_is_no_voice() -> None:
    ctx = reading(Ledger())
    ctx.job.payload["sources"] = [{"type": "text", "text": "Too short."}]
    with pytest.raises(Rejected) as refusal:
        await learn(ctx, tools(Shelf({})))
    assert refusal.value.code == "INPUT_TOO_SHORT"


@pytest.mark.parametrize("provider", ["openai", "google", "anthropic"])
async def test_a_model_puts_the_tone_into_words(sims: Simulators, provider: str) -> None:
    async with prompted(sims, provider) as chosen:
        ctx = reading(Ledger())
        result = await learn(ctx, Tools(generator=chosen.generator, store=lambda: Shelf(NOTES)))
    assert result.tone_card_ai_provider == provider
    assert result.tone_card.traits
    assert result.tone_card.measures["second_person"] > 0, "what is counted is not asked of a model"
    described = ctx.checkpoints["described"]
    assert described["prompt"] == "voice/v1"
    assert [call["feature"] for call in described["usage"]] == ["voice"]
    asked = json.dumps(sims.ledger.body(1))
    assert "You record in a wardrobe." in asked
    assert "words_per_sentence" in asked


async def test_a_foreign_file_is_not_read() -> None:
    ledger = Ledger()
    ctx = reading(ledger)
    ledger.functions["analysis_subject"]["storage_path"] = f"{uuid4()}/notes.txt"
    shelf = Shelf(NOTES)
    result = await learn(ctx, tools(shelf))
    assert result.sources[0]["code"] == "INPUT_NOT_FOUND"
    assert shelf.read == []


@pytest.mark.parametrize(
    ("language", "missed"),
    [
        ("en", ["written without the brand's samples", "voice fit by the manner alone"]),
        (
            "nl",
            [
                "geschreven zonder de voorbeelden van het merk",
                "of het bij de stem past is alleen naar de schrijfwijze gemeten",
            ],
        ),
    ],
)
async def test_a_voice_that_cannot_be_asked_costs_no_text(language: str, missed: list[str]) -> None:
    ledger = Ledger()
    brand = Brand(id=str(uuid4()), name="Room")
    ledger.functions["brand_voice_for"] = learned_voice(
        str(brand.id),
        ai_provider="openai",
        ai_model="text-embedding-3-small",
        embedding_dimensions=512,
        tone_card={"traits": ["Short sentences."]},
    )
    voice = await voice_of(job_context(ledger, "generate_titles", {}), brand, language)
    told = await voice.told("rooms")
    assert told.samples == []
    assert told.traits == ["Short sentences."]
    title, text = await voice.fits(["A text of a few words.", author_samples("en")[0].text], "en")
    assert title.stored() == {"score": None, "reason": "too_short"}
    assert text.score == text.manner is not None
    assert text.nearness is None
    assert voice.notes == [f"{what}: AI_MODEL_UNKNOWN" for what in missed]


async def test_a_brand_that_is_only_described_asks_nothing() -> None:
    ledger = Ledger()
    voice = await voice_of(job_context(ledger, "generate_titles", {}), Brand(voice="dry"), "en")
    assert (await voice.told("rooms")).voice == "dry"
    [fit] = await voice.fits(["A text."], "en")
    assert fit.stored() == {"score": None, "reason": "no_brand"}
    assert ledger.calls == []
