"""What goes while a job of the clock is at all organizations: the others have their turn."""

from __future__ import annotations

from uuid import UUID

from tests.support.database import Database
from tests.support.races import call

_ITEM = """
with connection as (
  insert into public.platform_connections (
    organization_id, platform, platform_user_id, vault_secret_name, connected_by
  )
  select active_organization_id, 'youtube', 'u', id::text, id from public.profiles where id = %(by)s
  returning id, organization_id
), account as (
  insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
  select c.organization_id, c.id, 'youtube', 'a', 'Channel' from connection as c returning id, organization_id
)
insert into public.content_items (
  organization_id, social_account_id, platform, platform_content_id, title, published_at
)
select a.organization_id, a.id, 'youtube', 'v', 'New', now() from account as a
"""
_FOUND = "select private.analyze_found_items()"


async def test_an_organization_that_is_erased_holds_up_no_analysis_of_others(database: Database) -> None:
    people = [await database.create_user() for _ in range(3)]
    admin = await database.connect()
    other = await database.connect()
    cron = await database.connect()
    await admin.execute(b"update public.user_settings set is_auto_ai_analysis_enabled = true")
    for person in people:
        await admin.execute(_ITEM.encode(), {"by": person})
    organizations: list[UUID] = await call(
        admin, "select array_agg(active_organization_id order by active_organization_id) from public.profiles"
    )()
    async with other.transaction():
        # In the middle: neither the first nor the last of the run.
        await other.execute(b"delete from public.organizations where id = %s", [organizations[1]])
        assert await call(cron, _FOUND)() == 2
    analysed = "select count(distinct organization_id) from public.content_analyses"
    assert await call(admin, analysed)() == 2
