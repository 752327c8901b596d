-- Purpose: who may listen and speak on which private Realtime topic, and which tables postgres_changes follows.
-- Objects: policies on realtime.messages, topic helpers, publication supabase_realtime.
-- Topics: org:<organization>:<what>… for members, org:<organization>:client:<client account>… for those limited to a
--         client, org:<organization>:canvas:<project> to work together, and with :chat:<chat> behind it to hear an
--         answer grow, user:<person>:… for one person, jobs:<queue> for workers.
-- Realtime carries no x-organization-id: the topic itself names the organization.

create function private.may_use_topic(p_topic text, p_to_write boolean)
returns boolean
language plpgsql
stable
security definer -- runs inside policies on realtime.messages, for people of every organization
set search_path = ''
as $$
declare
  v_parts text[] := string_to_array(p_topic, ':');
  v_member public.organization_members;
begin
  if auth.uid() is null or cardinality(v_parts) < 3 then
    return false;
  end if;
  if v_parts[1] = 'user' then
    return not p_to_write and v_parts[2] = auth.uid()::text
      and exists (select from public.profiles as p where p.id = auth.uid() and p.status = 'active');
  end if;
  if v_parts[1] <> 'org' or v_parts[2] !~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then
    return false;
  end if;
  select m.* into v_member
  from public.organization_members as m
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  join public.profiles as p on p.id = m.user_id and p.status = 'active'
  where m.user_id = auth.uid() and m.organization_id = v_parts[2]::uuid and m.status = 'active';
  if not found then
    return false;
  end if;
  if v_parts[3] = 'canvas' then
    if v_parts[4] is null or v_parts[4] !~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then
      return false;
    end if;
    -- What a model says comes from the server alone.
    if p_to_write and cardinality(v_parts) > 4 then
      return false;
    end if;
    return coalesce(
      private.project_permission(v_member, v_parts[4]::uuid)
      >= case when p_to_write then 'editor' else 'viewer' end::public.project_permission,
      false
    );
  end if;
  if v_member.client_account_id is not null then
    return not p_to_write and v_parts[3] = 'client' and v_parts[4] is not distinct from v_member.client_account_id::text;
  end if;
  return not p_to_write;
end;
$$;
comment on function private.may_use_topic(text, boolean) is
'Members read the topics of their organization and persons their own; on a canvas those read who see its project, and its editors write, but
not on the topics of its chats; nobody else anything.';

-- Probed by the Realtime server with the setting realtime.topic; the column keeps a reader from other topics' rows.
create policy content_catalyst_messages_select_members on realtime.messages
for select to authenticated
using (
  extension in ('broadcast', 'presence')
  and topic = (select realtime.topic())
  and (select private.may_use_topic((select realtime.topic()), false))
);

create policy content_catalyst_messages_insert_creators on realtime.messages
for insert to authenticated
with check (
  extension in ('broadcast', 'presence')
  and topic = (select realtime.topic())
  and (select private.may_use_topic((select realtime.topic()), true))
);

create policy content_catalyst_messages_select_workers on realtime.messages
for select to catalyst_worker
using (extension = 'broadcast' and topic = (select realtime.topic()) and topic like 'jobs:%');

-- Where `postgres` may not pass on these rights, workers that wake by Realtime use the service role.
do $$
begin
  if has_schema_privilege('realtime', 'usage with grant option')
    and has_table_privilege('realtime.messages', 'select with grant option') then
    grant usage on schema realtime to catalyst_worker;
    grant select on realtime.messages to catalyst_worker;
  end if;
end;
$$;

grant execute on function private.may_use_topic(text, boolean) to authenticated;

alter publication supabase_realtime add table public.notifications, public.organization_members;
