"""What a worker brings for something that is gone: its job ends in peace, and nothing is stored of it."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import uuid4

import pytest
from psycopg import AsyncConnection

from tests.support.database import Database
from tests.support.races import call, end, step, under_way


class Work(NamedTuple):
    """What a worker says on its way and at its end."""

    payload: dict[str, Any]
    steps: list[tuple[str, dict[str, Any]]]
    result: dict[str, Any]


_TOLD = {"ai_provider": "local", "ai_model": "m", "milliseconds": 1, "notes": [], "reasons": []}
_HEARD = {
    "text": "Words",
    "transcript": "Words",
    "language": "en",
    "segments": [{"start": 0, "end": 1, "text": "Words"}],
}
WORK = {
    "generate_posts": Work(
        {},
        [
            ("input", {"text": "A text.", "title": "On texts"}),
            ("analysis", {"core_message": "Texts.", "key_points": ["One"], "keywords": ["text"]}),
            ("platform:x", {"status": "completed", "output": {"thread": ["a"], "hashtags": []}, "ai_model": "m"}),
            ("platform:email", {"status": "failed", "code": "REJECTED", "message": "no"}),
        ],
        {"ai_provider": "local", "ai_model": "m", "generation_time_ms": 1},
    ),
    "generate_titles": Work(
        {"source_ids": [str(uuid4())]}, [("written", {**_TOLD, "titles": [{"text": "Title"}]})], {"count": 1}
    ),
    "generate_script": Work(
        {"title_id": str(uuid4()), "title": "T"},
        [("written", {**_TOLD, "script": {"full_text": "Words", "structured_content": {}}, "quality_metrics": {}})],
        {"seconds": 3},
    ),
    "generate_seo_content": Work(
        {"title": "T"}, [("written", {**_TOLD, "description": {"text": "Words"}, "tags": [{"tag": "a"}]})], {"tags": 1}
    ),
    "generate_thumbnail_prompts": Work({}, [("written", {**_TOLD, "prompts": [{"prompt": "A tomato"}]})], {"count": 1}),
    "generate_template_text": Work(
        {"content_type": "caption", "content_template_id": str(uuid4())}, [("written", {**_TOLD, "text": "Words"})], {}
    ),
    "learn_brand_voice": Work(
        {},
        [
            (
                "source:1",
                {**_HEARD, "type": "asset", "id": str(uuid4()), "samples": [{"text": "Words", "language": "en"}]},
            )
        ],
        {"ai_provider": "local", "ai_model": "wordllama-l2-supercat-256", "embedding_dimensions": 256},
    ),
    "refresh_brand_voice": Work(
        {}, [], {"ai_provider": "local", "ai_model": "wordllama-l2-supercat-256", "embedding_dimensions": 256}
    ),
    "analyze_content": Work({"subject": "item"}, [("text", _HEARD)], {"topics": ["soil"]}),
    "answer_chat": Work({}, [("answer", {"text": "Dig.", "ai_provider": "local", "ai_model": "m"})], {}),
    "remix_piece": Work(
        {}, [("perspectives", {"perspectives": []}), ("written", {**_TOLD, "script": "Words"})], {"title": "Anew"}
    ),
    "read_content_piece": Work(
        {}, [("reading", {}), ("read", {"title": "Bread", "transcript": "Flour and water."})], {"characters": 16}
    ),
    "suggest_content": Work({}, [("written", {**_TOLD, "titles": ["Title"], "tags": ["soil"]})], {"titles": 1}),
    "repurpose": Work(
        {"language": "en", "content_asset_id": str(uuid4())},
        [("text", _HEARD), ("written", {**_TOLD, "outputs": [{"content_type": "blog_article", "text": "Words"}]})],
        {},
    ),
    "judge_content": Work({"version": 1}, [], {"seo_score": 50, "reasons": []}),
    "read_creator": Work(
        {}, [], {"display_name": "C", "posts": [{"platform_post_id": "p", "published_at": "2026-11-01T00:00:00Z"}]}
    ),
}
# Of an upload as of a published item, which is what the kind is of by default.
CASES = {**WORK, "analyze_content of an asset": WORK["analyze_content"]._replace(payload={"subject": "asset"})}
_OF_NOTHING = {"collect_trends", "relearn_libraries"}


@pytest.mark.parametrize("name", CASES)
async def test_work_on_what_is_gone_ends_in_peace(database: Database, name: str) -> None:
    kind, work = name.split()[0], CASES[name]
    ada = await database.create_user()
    admin = await database.connect()
    org = await call(admin, "select active_organization_id from public.profiles where id = %s", ada)()
    is_system = await call(admin, "select is_system from public.job_kinds where kind = %s", kind)()
    job = await under_way(admin, kind, None if is_system else org, uuid4(), work.payload, ada)
    before = await rows(admin)
    for done, state in work.steps:
        assert await step(admin, job, done, state)() == "ok"
    assert await end(admin, job, work.result)() == "completed"
    assert {table: n for table, n in (await rows(admin)).items() if n != before[table]} == {}


async def test_every_kind_with_a_subject_is_tried(read_only_database: Database) -> None:
    admin = await read_only_database.connect()
    kinds = await call(
        admin,
        "select array_agg(kind) from public.job_kinds where coalesce(step_function, apply_function) is not null",
    )()
    assert set(kinds) - _OF_NOTHING == set(WORK)


async def rows(admin: AsyncConnection[Any]) -> dict[str, int]:
    """How many rows the tables of the domain have: not the engine's own, logs, counters and what tells people."""
    found = await admin.execute(
        """
        select format('select %L, count(*) from %I.%I', c.relname, n.nspname, c.relname)
        from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
        where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') and not c.relispartition
          and c.relname !~ '^(jobs|job_.*|notifications|audit_log|system_logs|usage_.*|api_usage.*|quota_.*)$'
        """
    )
    counts = " union all ".join([row[0] for row in await found.fetchall()])
    return dict(await (await admin.execute(counts.encode())).fetchall())
