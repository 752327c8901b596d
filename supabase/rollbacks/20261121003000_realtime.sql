-- Takes back 20261121003000_realtime.sql.

alter publication supabase_realtime drop table public.notifications, public.organization_members;
drop policy content_catalyst_messages_select_members on realtime.messages;
drop policy content_catalyst_messages_insert_creators on realtime.messages;
drop policy content_catalyst_messages_select_workers on realtime.messages;
drop function private.may_use_topic(text, boolean);

do $$
begin
  if has_schema_privilege('realtime', 'usage with grant option')
    and has_table_privilege('realtime.messages', 'select with grant option') then
    revoke usage on schema realtime from catalyst_worker;
    revoke select on realtime.messages from catalyst_worker;
  end if;
end;
$$;
