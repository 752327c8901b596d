"""The whole way with models behind their APIs: request, quota, worker, calls, content, and its cost to the cent."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
import pytest_asyncio

from stack import simulators
from stack.simulators.requests import fingerprint
from tests.support.database import Database
from tests.support.models import KEY, MODELS, OWN_KEY
from tests.support.posts import ENGLISH
from tests.support.workers import WorkerProcess, until, worker_process

PLATFORMS = ["tiktok", "x", "threads", "linkedin", "instagram", "email"]
ENDED = ("completed", "partial", "failed", "cancelled")
# A note that comes later than the record of its call goes by itself.
UNSETTLED = """
select count(*) from private.ai_calls_under_way as c
where not exists (select from public.ai_usage as u where u.call_id = c.call_id)
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def running_sims() -> AsyncIterator[simulators.Simulators]:
    async with simulators.running() as sims:
        yield sims


@pytest.fixture
def sims(running_sims: simulators.Simulators) -> simulators.Simulators:
    running_sims.reset()
    return running_sims


class Office:
    """One organization with one person, in a database of its own, and a worker beside it."""

    def __init__(self, database: Database, user: UUID, organization: UUID, admin: psycopg.AsyncConnection[Any]) -> None:
        self.database = database
        self.user = user
        self.organization = organization
        self.admin = admin
        self._client: psycopg.AsyncConnection[Any] | None = None

    @classmethod
    async def open(cls, database: Database, *models: str) -> Office:
        user = await database.create_user()
        admin = await database.connect("supabase_admin")
        await admin.execute("update public.job_kinds set backoff_base_seconds = 0, backoff_max_seconds = 1")
        text = json.dumps({"text": list(models)})
        await admin.execute("update public.system_settings set value = %s where key = 'ai.models'", (text,))
        office = cls(database, user, UUID(int=0), admin)
        office.organization = await office.one("select active_organization_id from public.profiles where id = %s", user)
        return office

    async def rows(self, statement: str, *parameters: Any) -> list[Any]:
        return await (await self.admin.execute(statement, parameters)).fetchall()

    async def one(self, statement: str, *parameters: Any) -> Any:
        [[value]] = await self.rows(statement, *parameters)
        return value

    async def call(self, statement: str, *parameters: Any) -> Any:
        """As the person."""
        if self._client is None:
            self._client = await self.database.connect_as_user(self.user)
        row = await (await self._client.execute(statement, parameters)).fetchone()
        return row[0] if row else None

    async def generate(self, text: str | None = None, platforms: list[str] = PLATFORMS) -> UUID:
        made = await self.call(
            "select public.create_generation(%s, %s, 'educational', 'en')", text or ENGLISH.read_text(), platforms
        )
        return UUID(made["generation_id"])

    async def ended(self, generation: UUID) -> dict[str, Any]:
        async def has_ended() -> bool:
            return await self.one("select status from public.generations where id = %s", generation) in ENDED

        await until(has_ended, within=60, every=0.1)
        statement = "select to_jsonb(g) from public.generations as g where id = %s"
        found: dict[str, Any] = await self.one(statement, generation)
        return found

    async def cost(self) -> Decimal:
        return Decimal(await self.one("select coalesce(sum(cost_usd), 0) from public.ai_usage"))

    async def holds(self, secret: str) -> list[str]:
        """The tables of ours in which a value stands in plain."""
        tables = await self.rows(
            "select concat(quote_ident(schemaname), '.', quote_ident(tablename)) from pg_tables"
            " where schemaname in ('public', 'private', 'realtime')"
        )
        return [
            name for [name] in tables
            if await self.one(f"select exists (select from {name} as t where position(%s in t::text) > 0)", secret)
        ]  # fmt: skip


@asynccontextmanager
async def worker(office: Office, sims: simulators.Simulators, log: Path, **env: str) -> AsyncIterator[WorkerProcess]:
    urls = {"openai": sims.openai, "anthropic": sims.anthropic, "google": sims.gemini}
    given = {
        "DATABASE_URL": office.database.dsn,
        "CATALYST_AI_BASE_URLS": json.dumps(urls),
        "CATALYST_AI_OPENAI_API_KEY": KEY,
        "CATALYST_AI_ANTHROPIC_API_KEY": KEY,
        "CATALYST_AI_GOOGLE_API_KEY": KEY,
        "CATALYST_AI_TIMEOUT_SECONDS": "5",
        **env,
    }
    async with worker_process(log, given, handlers="", handlers_package="workers.handlers") as process:
        await process.started()
        yield process


@pytest.mark.parametrize("provider", ["openai", "anthropic", "google"])
async def test_six_platforms_are_written_for_and_paid_to_the_cent(
    database: Database, sims: simulators.Simulators, tmp_path: Path, provider: str
) -> None:
    office = await Office.open(database)
    await office.call("select public.set_organization_ai_model('text', %s, %s)", provider, MODELS[provider])
    generation = await office.generate()
    async with worker(office, sims, tmp_path / "log"):
        found = await office.ended(generation)
    assert (found["status"], found["ai_provider"], found["ai_model"]) == ("completed", provider, MODELS[provider])
    content = await office.rows(
        "select target_platform, ai_model, generation_metadata from public.generated_content where generation_id = %s",
        generation,
    )
    assert sorted(platform for platform, _, _ in content) == sorted(PLATFORMS)
    assert {model for _, model, _ in content} == {MODELS[provider]}
    assert {metadata["prompt"] for _, _, metadata in content} == {"posts/v1"}
    ledger = sims.ledger.totals()
    assert ledger["calls"] == 7
    assert await office.cost() == Decimal(ledger["cost_usd"]) > 0
    assert Decimal(str(found["estimated_cost_usd"])) == Decimal(ledger["cost_usd"])
    assert found["total_tokens_used"] == ledger["input_tokens"] + ledger["output_tokens"]
    whose = await office.rows("select distinct organization_id, user_id, generation_id from public.ai_usage")
    assert whose == [(office.organization, office.user, generation)]
    requests = {row[0] for row in await office.rows("select request_id from public.ai_usage")}
    assert requests == {entry.request_id for entry in sims.ledger.entries} or provider == "google"
    assert await office.holds(KEY) == []
    assert KEY not in (tmp_path / "log").read_text()


async def test_faults_cost_what_the_provider_says_and_make_no_content_twice(
    database: Database, sims: simulators.Simulators, tmp_path: Path
) -> None:
    office = await Office.open(database, "openai/gpt-6-luna")
    await office.admin.execute("update public.job_kinds set max_attempts = 20 where kind = 'generate_posts'")
    for kind in (
        "rate_limited",
        "server_error",
        "unavailable",
        "disconnect_after",
        "schema_violation",
        "truncated_body",
    ):
        sims.fail(kind, share=0.25, times=3)
    generations = [await office.generate(f"{ENGLISH.read_text()}\n\nNumber {number}.") for number in range(4)]
    async with worker(office, sims, tmp_path / "log", CATALYST_AI_BREAKER_SECONDS="0.2"):
        found = [await office.ended(generation) for generation in generations]
    assert {one["status"] for one in found} == {"completed"}
    faults = [entry.fault for entry in sims.ledger.entries if entry.fault]
    assert len(set(faults)) >= 4, "too few faults to prove anything"
    made = await office.rows(
        "select generation_id, target_platform, count(*) from public.generated_content group by 1, 2"
    )
    assert len(made) == 24
    assert {count for _, _, count in made} == {1}
    ledger = sims.ledger.totals()
    assert await office.one("select count(*) from public.ai_usage") == ledger["calls"]
    assert await office.cost() == Decimal(ledger["reported_cost_usd"])
    assert sum(Decimal(str(one["estimated_cost_usd"])) for one in found) == Decimal(ledger["reported_cost_usd"])
    used = await office.rows("select sum(used), sum(reserved) from public.usage_counters where metric = 'generations'")
    assert [tuple(map(int, row)) for row in used] == [(4, 0)]


async def test_an_organizations_own_key_pays_and_stays_in_vault(
    database: Database, sims: simulators.Simulators, tmp_path: Path
) -> None:
    office = await Office.open(database, "openai/gpt-6-luna")
    await office.call("select public.set_organization_ai_key('openai', %s)", OWN_KEY)
    generation = await office.generate(platforms=["x", "email"])
    async with worker(office, sims, tmp_path / "log"):
        found = await office.ended(generation)
    assert found["status"] == "completed"
    assert {entry.key for entry in sims.ledger.entries} == {fingerprint(OWN_KEY)}
    assert await office.rows("select distinct is_own_key from public.ai_usage") == [(True,)]
    assert await office.one("select count(*) from public.audit_log where action = 'secret.read'") == 1
    assert await office.holds(OWN_KEY) == []
    assert OWN_KEY not in (tmp_path / "log").read_text()


async def test_an_own_key_that_is_taken_back_when_the_route_is_known_leaves_the_platforms_to_pay(
    database: Database, sims: simulators.Simulators, tmp_path: Path
) -> None:
    office = await Office.open(database, "openai/gpt-6-luna")
    await office.call("select public.set_organization_ai_key('openai', %s)", OWN_KEY)
    # the first call is noted by the function that answers the route
    await office.admin.execute(
        """
        create function private.take_keys_back() returns trigger language plpgsql security definer as
        $$ begin delete from public.organization_ai_keys; return null; end $$;
        create trigger take_keys_back after insert on private.ai_calls_under_way
        execute function private.take_keys_back();
        """
    )
    generation = await office.generate(platforms=["x", "email"])
    async with worker(office, sims, tmp_path / "log"):
        found = await office.ended(generation)
    assert (found["status"], found["error_code"]) == ("completed", None)
    assert await office.one("select count(*) from public.organization_ai_keys") == 0
    assert {entry.key for entry in sims.ledger.entries} == {fingerprint(KEY)}
    calls = await office.rows(
        "select is_own_key, ai_provider, status::text, count(*) from public.ai_usage group by 1, 2, 3"
    )
    assert calls == [(False, "openai", "succeeded", len(sims.ledger.entries))]
    assert await office.one(UNSETTLED) == 0


async def test_a_refusal_ends_it_with_a_code_and_gives_the_quota_back(
    database: Database, sims: simulators.Simulators, tmp_path: Path
) -> None:
    office = await Office.open(database, "anthropic/claude-haiku-5-5", "openai/gpt-6-luna")
    sims.fail("refusal", times=None)
    generation = await office.generate(platforms=["x", "email"])
    async with worker(office, sims, tmp_path / "log"):
        found = await office.ended(generation)
    assert (found["status"], found["error_code"]) == ("failed", "AI_REFUSED")
    assert {entry.provider for entry in sims.ledger.entries} == {"anthropic"}
    assert await office.rows("select status, generation_id from public.ai_usage") == [("refused", generation)]
    assert await office.cost() == Decimal(sims.ledger.totals()["cost_usd"])
    used = await office.one(
        "select coalesce(sum(used + reserved), 0) from public.usage_counters where metric = 'generations'"
    )
    assert int(used) == 0


async def test_one_platform_that_is_refused_leaves_the_others(
    database: Database, sims: simulators.Simulators, tmp_path: Path
) -> None:
    office = await Office.open(database, "openai/gpt-6-luna")
    sims.fail("refusal", contains="Write a newsletter in plain text", times=None)
    generation = await office.generate()
    async with worker(office, sims, tmp_path / "log"):
        found = await office.ended(generation)
    assert found["status"] == "partial"
    outputs = await office.rows(
        "select platform, error_code from public.generation_outputs where generation_id = %s and status = 'failed'",
        generation,
    )
    assert outputs == [("email", "AI_REFUSED")]
    assert await office.cost() == Decimal(sims.ledger.totals()["cost_usd"])
    assert Decimal(str(found["estimated_cost_usd"])) == await office.cost()


async def test_a_worker_killed_while_models_answer_makes_everything_once(
    database: Database, sims: simulators.Simulators, tmp_path: Path
) -> None:
    """The calls that were under way are asked again, what was remembered is not, and one generation is charged.

    Of the calls whose answers nobody took in there are records: that they were made, not what they cost.
    """
    office = await Office.open(database)
    await office.call("select public.set_organization_ai_model('text', 'openai', %s)", MODELS["openai"])
    generation = await office.generate()

    async def noted() -> bool:
        """Calls are told of while they are made; a worker that dies before that leaves no trace of them."""
        return bool(await office.one("select count(*) = 6 from private.ai_calls_under_way"))

    sims.delay(1)
    async with worker(office, sims, tmp_path / "first") as process:
        await until(lambda: sims.ledger.totals()["calls"] == 7, within=30)  # the analysis, and six that write
        await until(noted)
        await process.kill()
    sims.delay(0)
    await office.rows("update public.jobs set lease_expires_at = now() - interval '1 second' returning id")
    await office.one("select public.rescue_expired_jobs()")
    async with worker(office, sims, tmp_path / "second"):
        found = await office.ended(generation)
    assert found["status"] == "completed"
    assert sims.ledger.totals()["calls"] == 13
    made = await office.rows(
        "select target_platform from public.generated_content where generation_id = %s", generation
    )
    assert sorted(platform for [platform] in made) == sorted(PLATFORMS)
    used = await office.rows(
        "select used, reserved from public.usage_counters where organization_id = %s and metric = 'generations'",
        office.organization,
    )
    assert used == [(1, 0)]
    calls = await office.rows(
        "select feature, certainty, error_code, cost_usd is null, count(*) from public.ai_usage"
        " where generation_id = %s group by 1, 2, 3, 4 order by 1, 2",
        generation,
    )
    assert calls == [
        ("analysis", "known", None, False, 1),
        ("posts", "known", None, False, 6),
        ("posts", "unknown", "OUTCOME_UNKNOWN", True, 6),
    ]
    assert found["unknown_cost_count"] == 6
    assert Decimal(str(found["estimated_cost_usd"])) == await office.cost()
    assert await office.one(UNSETTLED) == 0


async def test_the_first_call_of_a_killed_worker_is_on_record(
    database: Database, sims: simulators.Simulators, tmp_path: Path
) -> None:
    """It was noted before it was made, by the request for the route."""
    office = await Office.open(database, "anthropic/claude-haiku-5-5")
    generation = await office.generate(platforms=["x"])
    sims.delay(5)
    async with worker(office, sims, tmp_path / "first") as process:
        await until(lambda: sims.ledger.totals()["calls"] == 1, within=30)
        await process.kill()
    await office.rows("update public.jobs set lease_expires_at = now() - interval '1 second' returning id")
    await office.one("select public.rescue_expired_jobs()")
    calls = await office.rows(
        "select ai_provider, ai_model, feature, status, certainty, cost_usd, generation_id, job_id is not null"
        " from public.ai_usage"
    )
    assert calls == [("anthropic", "claude-haiku-5-5", "generate_posts", "failed", "unknown", None, generation, True)]


async def test_a_call_without_an_answer_is_not_taken_for_free(
    database: Database, sims: simulators.Simulators, tmp_path: Path
) -> None:
    office = await Office.open(database, "openai/gpt-6-luna")
    sims.fail("disconnect_after", times=1)
    generation = await office.generate(platforms=["x"])
    async with worker(office, sims, tmp_path / "log"):
        found = await office.ended(generation)
    assert found["status"] == "completed"
    assert found["unknown_cost_count"] == 1
    calls = await office.rows("select certainty, cost_usd is null, error_code from public.ai_usage order by id")
    assert calls == [("unknown", True, "AI_UNAVAILABLE"), ("known", False, None), ("known", False, None)]
    totals = sims.ledger.totals()
    assert await office.cost() == Decimal(totals["reported_cost_usd"]) < Decimal(totals["cost_usd"])
    shown = await office.call("select public.get_generation(%s)", generation)
    assert (shown["unknown_cost_count"], Decimal(str(shown["estimated_cost_usd"]))) == (1, await office.cost())
