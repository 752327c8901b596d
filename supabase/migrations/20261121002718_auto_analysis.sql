-- Purpose: content that a sync has found is analysed by itself, for people who want that.
-- Objects: private.analyze_found_items, cron.

create function private.analyze_found_items(p_limit integer default 20)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_found record;
  v_count integer := 0;
  v_room integer;
begin
  for v_found in
    select f.organization_id, f.user_id, (array_agg(f.id order by f.published_at desc, f.id))[1:p_limit] as items
    from (
      select i.organization_id, c.connected_by as user_id, i.id, i.published_at
      from public.user_settings as s
      join public.platform_connections as c on c.connected_by = s.user_id and c.is_active
      join public.social_accounts as a
        on a.organization_id = c.organization_id and a.platform = c.platform and a.connection_id = c.id
        and a.deleted_at is null
      -- Who has left, is suspended or may not spend does not ask; nor does anybody of a deleted organization.
      join public.organization_members as m
        on m.organization_id = c.organization_id and m.user_id = s.user_id and m.is_in_force and m.role >= 'creator'
      join public.content_items as i
        on i.organization_id = a.organization_id and i.social_account_id = a.id and i.deleted_at is null
        and i.analysis_status = 'pending'
      where s.is_auto_ai_analysis_enabled
        -- What is older was there when the account was connected: a person asks for that.
        and i.published_at > now() - interval '14 days'
        and not exists (
          select from public.content_analyses as n
          where n.organization_id = i.organization_id and n.content_item_id = i.id
        )
    ) as f
    group by f.organization_id, f.user_id
    order by f.organization_id, f.user_id
  loop
    -- One that is deleted at this moment holds up no other.
    perform from public.organizations as o where o.id = v_found.organization_id for key share skip locked;
    continue when not found;
    -- Some of them are better than none: a request for more than is left is refused as a whole.
    v_room := least(cardinality(v_found.items), private.analyses_left(v_found.organization_id));
    continue when v_room = 0;
    begin
      v_count := v_count + cardinality(
        private.request_analyses(v_found.organization_id, 'item', v_found.items[1:v_room], v_found.user_id)
      );
    exception
      -- Used up meanwhile, or full: the next run tries again, and other organizations are not held up.
      when sqlstate 'PGRST' then
        if (sqlerrm::jsonb ->> 'code') not in ('QUOTA_EXCEEDED', 'QUEUE_FULL') then
          raise;
        end if;
    end;
  end loop;
  return v_count;
end;
$$;
comment on function private.analyze_found_items(integer) is
'Asks for the analysis of content published in the last two weeks on accounts of people with
is_auto_ai_analysis_enabled; at most p_limit per person and run, and what the plan has left. Answers how many.';

select cron.schedule('analyze-found-items', '7,22,37,52 * * * *', 'select private.analyze_found_items()');
