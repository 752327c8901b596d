-- Purpose: whether and how often accounts are synchronised by themselves, as the person who connected them set it.
-- Objects: private.sync_interval, the trigger choose_sync_mode.

create function private.sync_interval(p_connection_id uuid)
returns interval
language sql
stable
set search_path = ''
as $$
  select make_interval(hours => coalesce((
    select s.sync_frequency_hours
    from public.platform_connections as c
    join public.user_settings as s on s.user_id = c.connected_by
    where c.id = p_connection_id
  ), 24))
$$;
comment on function private.sync_interval(uuid) is
'How long after a synchronisation the accounts of a connection are due again: user_settings.sync_frequency_hours of whoever connected
them, a day when that person is gone.';

create function private.choose_sync_mode()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  if exists (
    select from public.platform_connections as c
    join public.user_settings as s on s.user_id = c.connected_by
    where c.id = new.connection_id and not s.is_auto_sync_enabled
  ) then
    new.sync_mode := 'manual';
    new.next_sync_at := null;
  end if;
  return new;
end;
$$;
comment on function private.choose_sync_mode() is
'Row trigger: accounts of somebody who set is_auto_sync_enabled to false begin in manual mode; each can be changed afterwards.';

create trigger choose_sync_mode before insert on public.social_accounts
for each row when (new.sync_mode = 'auto') execute function private.choose_sync_mode();
