"""What goes while a worker brings what was made of it: the worker waits, finds it gone, and ends in peace."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from tests.support.database import Database
from tests.support.races import Attempt, call, end, step, under_way, waiting

_MADE = {"ai_provider": "local", "ai_model": "m", "milliseconds": 1, "notes": [], "reasons": []}
# Rows by name; each may name those before it.
_ROWS = {
    "connection": "insert into public.platform_connections (organization_id, platform, platform_user_id,"
    " vault_secret_name) values (%(org)s, 'youtube', 'u', 'races') returning id",
    "account": "insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id,"
    " account_name) values (%(org)s, %(connection)s, 'youtube', 'a', 'Channel') returning id",
    "item": "insert into public.content_items (organization_id, social_account_id, platform, platform_content_id,"
    " title, published_at) values (%(org)s, %(account)s, 'youtube', 'v', 'Old', now()) returning id",
    "asset": "insert into public.content_assets (organization_id, title, content_type, source_url, transcript)"
    " values (%(org)s, 'Talk', 'blog', 'https://example.test/t', 'Compost needs air.') returning id",
    "title": "insert into public.generated_content (organization_id, content_type, language, generated_text, ai_model)"
    " values (%(org)s, 'title', 'en', 'Compost', 'm') returning id",
    "brand": "insert into public.brand_profiles (organization_id, name) values (%(org)s, 'B') returning id",
    "template": "insert into public.content_templates (organization_id, name, content_type, template_text)"
    " values (%(org)s, 'Opening', 'caption', 'Write.') returning id",
    "project": "insert into public.projects (organization_id, title) values (%(org)s, 'Garden') returning id",
    "piece": "insert into public.content_pieces (organization_id, project_id, content_type, title, transcript)"
    " values (%(org)s, %(project)s, 'text', 'Worms', 'Worms dig.') returning id",
    "script": "insert into public.generated_scripts (organization_id, user_id, content_piece_id, original_script,"
    " rewritten_script, status) values (%(org)s, %(ada)s, %(piece)s, 'Worms dig.', 'Dig.', 'processing') returning id",
    "transformation": "insert into public.repurposing_jobs (organization_id, content_asset_id, job_type, output_format)"
    " values (%(org)s, %(asset)s, 'podcast_to_blog', 'blog_article') returning id",
    "endpoint": "insert into public.webhook_endpoints (organization_id, url, event_types, vault_secret_name) values"
    " (%(org)s, 'https://example.test/h', '{generation.completed,generation.failed}', 'hook') returning id",
    "generation": "insert into public.generations (organization_id, user_id, input_content, input_content_hash,"
    " request_hash, language, selected_tone, selected_platforms) values (%(org)s, %(ada)s, 'A text.', repeat('a', 64),"
    " repeat('a', 64), 'en', 'educational', '{x}') returning id",
    "output": "insert into public.generation_outputs (organization_id, generation_id, platform) values"
    " (%(org)s, %(generation)s, 'x') returning null::uuid",
    "request": "insert into public.text_generations (organization_id, kind, parameters, request_hash, language)"
    " values (%(org)s, 'titles', '{}', repeat('a', 64), 'en') returning id",
}
_PUBLISHED = ["connection", "account", "item"]
_CANVAS = ["project", "piece", "script"]
_POSTS = {"status": "completed", "output": {"thread": ["a"], "hashtags": []}, "ai_model": "m"}


class Race(NamedTuple):
    """A job, what it was told last, and who takes what away from under it."""

    rows: list[str]
    kind: str
    subject: str
    gone: str
    told: dict[str, Any]
    step: str | None = "written"
    payload: Mapping[str, str] = MappingProxyType({})
    left: tuple[str, int] = ("select count(*) from public.generated_content", 1)


_SUGGESTED = {**_MADE, "titles": ["Title"], "tags": ["soil"]}
_TITLES = {**_MADE, "titles": [{"text": "Title"}]}
_SCRIPT = {**_MADE, "script": {"full_text": "Words", "structured_content": {}}, "quality_metrics": {}}
_NO_SUGGESTION = ("select count(*) from public.ai_suggestions", 0)
_NO_PIECE = ("select count(*) from public.content_pieces where is_remix", 0)
RACES = {
    "an item that leaves its platform is not changed": Race(
        _PUBLISHED, "suggest_content", "item", "update public.content_items set deleted_at = now() where id = %(item)s",
        _SUGGESTED, left=_NO_SUGGESTION,
    ),
    "an item that is purged has no suggestion": Race(
        _PUBLISHED, "suggest_content", "item", "delete from public.content_items where id = %(item)s",
        _SUGGESTED, left=_NO_SUGGESTION,
    ),
    "a piece that is deleted has no remix beside it": Race(
        _CANVAS, "remix_piece", "script", "delete from public.content_pieces where id = %(piece)s",
        {"title": "Anew"}, None, left=_NO_PIECE,
    ),
    "a canvas that is deleted gets no remix": Race(
        _CANVAS, "remix_piece", "script", "delete from public.projects where id = %(project)s",
        {"title": "Anew"}, None, left=_NO_PIECE,
    ),
    "a text outlives its template": Race(
        ["template", "request"], "generate_template_text", "request",
        "delete from public.content_templates where id = %(template)s",
        {**_MADE, "text": "Words"}, payload={"content_type": "caption", "content_template_id": "template"},
    ),
    "titles outlive a video they were made of": Race(
        [*_PUBLISHED, "request"], "generate_titles", "request", "delete from public.content_items where id = %(item)s",
        _TITLES, payload={"source_ids": "item"},
    ),
    "titles outlive the upload they were made of": Race(
        ["asset", "request"], "generate_titles", "request", "delete from public.content_assets where id = %(asset)s",
        _TITLES, payload={"source_ids": "asset"},
    ),
    "titles outlive the generation they were made of": Race(
        ["generation", "request"], "generate_titles", "request",
        "delete from public.generations where id = %(generation)s", _TITLES, payload={"source_ids": "generation"},
    ),
    "a script outlives its title": Race(
        ["title", "request"], "generate_script", "request", "delete from public.generated_content where id = %(title)s",
        _SCRIPT, payload={"title_id": "title", "title": "T"},
    ),
    "a post outlives its brand": Race(
        ["brand", "generation", "output"], "generate_posts", "generation",
        "delete from public.brand_profiles where id = %(brand)s", _POSTS, "platform:x", payload={"brand": "brand"},
    ),
    "a generation ends though the endpoint that is told of it goes": Race(
        ["endpoint", "generation", "output"], "generate_posts", "generation",
        "delete from public.webhook_endpoints where id = %(endpoint)s", {}, None,
        left=("select count(*) from public.generations where status = 'completed'", 1),
    ),
    "an upload that goes takes its transformation along": Race(
        ["asset", "transformation"], "repurpose", "transformation",
        "delete from public.content_assets where id = %(asset)s",
        {**_MADE, "outputs": [{"content_type": "blog_article", "text": "Words"}]},
        payload={"language": "en", "content_asset_id": "asset"},
        left=("select count(*) from public.generated_content", 0),
    ),
    "an item that is purged is not analysed": Race(
        _PUBLISHED, "analyze_content", "item", "delete from public.content_items where id = %(item)s",
        {"topics": ["soil"]}, None, payload={"subject": "as item"},
        left=("select count(*) from public.content_analyses", 0),
    ),
}  # fmt: skip


class Scene:
    """The rows of a race, and the job of the worker who is in it."""

    def __init__(self, database: Database, race: Race) -> None:
        self._database = database
        self._race = race
        self.ids: dict[str, Any] = {}

    async def set(self) -> Scene:
        """Insert all that there is before."""
        self.admin = await self._database.connect()
        self.worker = await self._database.connect()
        self.ids["ada"] = await self._database.create_user()
        self.ids["org"] = await self.value("select active_organization_id from public.profiles where id = %(ada)s")
        await self.admin.execute(b"update public.user_settings set is_auto_apply_ai_suggestions_enabled = true")
        for name in self._race.rows:
            self.ids[name] = await self.value(_ROWS[name])
        payload = {name: self._payload(name, value) for name, value in self._race.payload.items()}
        self.job = await under_way(
            self.admin, self._race.kind, self.ids["org"], self.ids[self._race.subject], payload, self.ids["ada"]
        )
        if self._race.kind == "generate_posts" and self._race.step is None:
            await step(self.worker, self.job, "platform:x", _POSTS)()
        return self

    def tell(self) -> Attempt:
        """What the worker says, and what it is answered."""
        if self._race.step is None:
            return end(self.worker, self.job, self._race.told)
        return step(self.worker, self.job, self._race.step, self._race.told)

    async def value(self, query: str) -> Any:
        row = await (await self.admin.execute(query.encode(), self.ids)).fetchone()
        return row[0] if row else None

    def _payload(self, name: str, value: str) -> Any:
        found = self.ids.get(value, value.removeprefix("as "))
        return {"source_ids": [found], "brand": {"id": found}}.get(name, found)


@pytest.mark.parametrize("name", RACES)
async def test_a_worker_waits_for_what_goes(database: Database, name: str) -> None:
    race = RACES[name]
    scene = await Scene(database, race).set()
    other = await database.connect()
    async with other.transaction():
        await other.execute(race.gone.encode(), scene.ids)
        attempt = asyncio.create_task(scene.tell()())
        await waiting(scene.admin, scene.worker)
    assert await attempt == ("completed" if race.step is None else "ok")
    query, expected = race.left
    assert await scene.value(query) == expected


@pytest.mark.parametrize("name", RACES)
async def test_a_worker_does_not_stand_in_the_way_of_what_goes(database: Database, name: str) -> None:
    """Who has begun to delete holds the row, and has all that hangs on it still to come."""
    race = RACES[name]
    scene = await Scene(database, race).set()
    other = await database.connect()
    table = race.gone.split()[2 if race.gone.startswith("delete") else 1]
    async with other.transaction():
        held = f"select from {table} where {race.gone.split(' where ')[1]} for update"
        await other.execute(held.encode(), scene.ids)
        attempt = asyncio.create_task(scene.tell()())
        await waiting(scene.admin, scene.worker)
        await other.execute(race.gone.encode(), scene.ids)
    assert await attempt == ("completed" if race.step is None else "ok")
    query, expected = race.left
    assert await scene.value(query) == expected


@pytest.mark.parametrize("name", RACES)
async def test_what_goes_waits_for_a_worker(database: Database, name: str) -> None:
    """Nobody is a deadlock's victim: both take what belongs together in one order."""
    race = RACES[name]
    scene = await Scene(database, race).set()
    other = await database.connect()
    async with scene.worker.transaction():
        assert await scene.tell()() == ("completed" if race.step is None else "ok")
        attempt = asyncio.create_task(other.execute(race.gone.encode(), scene.ids))
        await waiting(scene.admin, other)
    assert (await attempt).rowcount == 1


async def test_telling_all_does_not_fail_over_one_who_is_erased(database: Database) -> None:
    ada, bob = await database.create_user(), await database.create_user()
    admin = await database.connect()
    other = await database.connect()
    worker = await database.connect()
    org = await call(admin, "select active_organization_id from public.profiles where id = %s", ada)()
    await admin.execute(
        b"insert into public.organization_members (organization_id, user_id, role) values (%s, %s, 'creator')",
        [org, bob],
    )
    async with other.transaction():
        await other.execute(b"select public.erase_user(%s)", [bob])
        tell = call(worker, "select private.notify(%s, null, 'system_notice', 'Told')", org)
        attempt = asyncio.create_task(tell())
        await waiting(admin, worker)
    assert await attempt == 1
