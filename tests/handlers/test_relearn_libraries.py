"""The libraries of one organization learn by its own job: what cannot be counted elsewhere takes nothing from it."""

from __future__ import annotations

from uuid import UUID

from tests.support.database import Database
from tests.support.links import ORGANIZATION, Ledger, job_context
from tests.support.workers import inner_worker, until
from workers.handlers.relearn_libraries import handle

# One saved tag, and a measured post that used it.
_USE = """
with connection as (
  insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)
  values (%(organization)s, 'youtube', gen_random_uuid(), gen_random_uuid()) returning id
),
account as (
  insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
  select %(organization)s, c.id, 'youtube', gen_random_uuid(), 'Channel' from connection as c returning id
),
item as (
  insert into public.content_items
    (organization_id, social_account_id, platform, platform_content_id, title, published_at, hashtags)
  select %(organization)s, a.id, 'youtube', 'v1', 'Soil', now() - interval '20 days', '{soil}' from account as a
  returning id
),
milestone as (
  insert into public.content_milestones (organization_id, content_item_id, age_days, captured_on, views, percentile)
  select %(organization)s, i.id, 7, current_date, 100, 80 from item as i
)
insert into public.hashtag_library (organization_id, hashtag) values (%(organization)s, 'soil')
"""
_FAULT = """
create function public.fault() returns trigger language plpgsql as $$
begin
  raise exception 'this organization cannot be counted';
end;
$$;
create trigger fault before update on public.hashtag_library
for each row when (old.organization_id = '{}') execute function public.fault();
"""


async def test_the_organization_of_the_job_learns() -> None:
    ledger = Ledger()
    ledger.functions["relearn_libraries"] = 3
    result = await handle(job_context(ledger, "relearn_libraries", {}))
    assert result.changed == 3
    assert ledger.calls == [("relearn_libraries", {"p_organization_id": ORGANIZATION})]


async def test_one_that_cannot_be_counted_holds_up_no_other(database: Database) -> None:
    admin = await database.connect("supabase_admin")
    organizations: list[UUID] = []
    for _ in range(2):
        person = await database.create_user()
        cursor = await admin.execute("select active_organization_id from public.profiles where id = %s", (person,))
        [(organization,)] = await cursor.fetchall()
        await admin.execute(_USE, {"organization": organization})
        organizations.append(organization)
    # The first of the night is the one that fails.
    broken, sound = sorted(organizations)
    await admin.execute(_FAULT.format(broken).encode())

    async def scores() -> dict[UUID, int | None]:
        cursor = await admin.execute("select organization_id, performance_score::integer from public.hashtag_library")
        return dict(await cursor.fetchall())

    async def both_tried() -> bool:
        cursor = await admin.execute(
            "select count(*) from public.jobs where kind = 'relearn_libraries' and organization_id = %s"
            " and attempt > 0",
            (broken,),
        )
        return await cursor.fetchall() == [(1,)] and (await scores())[sound] is not None

    await admin.execute("select private.request_library_learning()")
    async with inner_worker(kinds={"relearn_libraries": handle}, database_url=database.dsn, queues="ai"):
        await until(both_tried)
    assert await scores() == {broken: None, sound: 80}
