-- Purpose: what originals take of the plan's storage, and how they leave.
-- Objects: count_stored_bytes, check_content_asset_status, broadcast_content_assets, reconcile_content_assets,
--          purge_content_assets, list_expired_files, list_orphaned_files, cron.
-- Storage is changed through its API only: upkeep lists files to remove, and rows follow the files that are gone.

-- Counting ------------------------------------------------------------------------------------------------------------

create function private.count_stored_bytes()
returns trigger
language plpgsql
volatile
security definer -- the counter belongs to nobody who writes assets
set search_path = ''
as $$
declare
  v_change record;
begin
  -- A plan may name only the transition tables that the event has. One order for all, against deadlocks.
  for v_change in execute case tg_op
    when 'INSERT' then 'select n.organization_id, sum(n.size_bytes)::bigint as bytes from new_rows as n
      group by 1 having sum(n.size_bytes) <> 0 order by 1'
    when 'DELETE' then 'select o.organization_id, -sum(o.size_bytes)::bigint as bytes from old_rows as o
      group by 1 having sum(o.size_bytes) <> 0 order by 1'
    else 'select c.organization_id, sum(c.bytes)::bigint as bytes
      from (
        select n.organization_id, n.size_bytes as bytes from new_rows as n
        union all select o.organization_id, -o.size_bytes from old_rows as o
      ) as c
      group by 1 having sum(c.bytes) <> 0 order by 1'
  end
  loop
    if v_change.bytes > 0 and coalesce(current_setting('catalyst.reconciling', true), '') <> 'on' then
      perform private.consume_quota(v_change.organization_id, 'storage_bytes', v_change.bytes);
    else
      perform private.adjust_usage(v_change.organization_id, 'storage_bytes', v_change.bytes, 'content assets');
    end if;
  end loop;
  return null;
end;
$$;
comment on function private.count_stored_bytes() is
'Statement trigger: storage_bytes is the sum of size_bytes of an organization''s assets, deleted ones included.
QUOTA_EXCEEDED when a statement would store more than the plan allows.';

create trigger count_bytes_insert after insert on public.content_assets
referencing new table as new_rows for each statement execute function private.count_stored_bytes();
create trigger count_bytes_update after update on public.content_assets
referencing old table as old_rows new table as new_rows
for each statement execute function private.count_stored_bytes();
create trigger count_bytes_delete after delete on public.content_assets
referencing old table as old_rows for each statement execute function private.count_stored_bytes();

-- Life ----------------------------------------------------------------------------------------------------------------

create function private.check_content_asset_status()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  if not (case old.upload_status
    when 'pending' then new.upload_status in ('processing', 'completed', 'failed')
    when 'processing' then new.upload_status in ('completed', 'failed')
    when 'completed' then new.upload_status in ('processing', 'expired')
    when 'failed' then new.upload_status in ('pending', 'processing', 'expired')
    else new.upload_status = 'processing'
  end) then
    perform private.raise_error(
      'CONFLICT', format('an asset that is %s cannot become %s', old.upload_status, new.upload_status),
      jsonb_build_object('field', 'upload_status')
    );
  end if;
  if new.upload_status = 'processing' then
    new.processing_started_at := now();
    new.processing_completed_at := null;
    new.processing_error := null;
  elsif new.upload_status in ('completed', 'failed') then
    new.processing_completed_at := now();
  end if;
  return new;
end;
$$;
comment on function private.check_content_asset_status() is
'pending → processing, completed or failed; processing → completed or failed; completed or failed → processing again, or expired.';

create trigger check_status before update of upload_status on public.content_assets
for each row when (old.upload_status is distinct from new.upload_status)
execute function private.check_content_asset_status();

-- Live updates --------------------------------------------------------------------------------------------------------

create function private.broadcast_content_assets()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
declare
  v_row record;
begin
  for v_row in execute
    'select n.organization_id, n.client_account_id, n.id, n.upload_status, n.processing_error from new_rows as n'
    || case tg_op when 'UPDATE' then
      ' where (n.id, n.upload_status) in (select n.id, n.upload_status from new_rows as n except select o.id, o.upload_status from old_rows as o)'
    else '' end
  loop
    perform realtime.send(
      jsonb_build_object(
        'content_asset_id', v_row.id, 'upload_status', v_row.upload_status, 'processing_error', v_row.processing_error
      ),
      'content_asset', t.topic, true
    )
    from (
      select format('org:%s:content_assets', v_row.organization_id) as topic
      union all
      select format('org:%s:client:%s:content_assets', v_row.organization_id, v_row.client_account_id)
      where v_row.client_account_id is not null
    ) as t;
  end loop;
  return null;
end;
$$;
comment on function private.broadcast_content_assets() is
'Tells members on org:<id>:content_assets that an asset came or changed its state.';

create trigger broadcast_insert after insert on public.content_assets
referencing new table as new_rows for each statement execute function private.broadcast_content_assets();
create trigger broadcast_update after update on public.content_assets
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_content_assets();

-- Upkeep --------------------------------------------------------------------------------------------------------------

create function private.reconcile_content_assets()
returns bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_count bigint;
begin
  -- What is stored already is counted, even beyond the plan: uploads then stop until there is room.
  perform set_config('catalyst.reconciling', 'on', true);
  update public.content_assets as a
  set size_bytes = (o.metadata ->> 'size')::bigint
  from storage.objects as o
  where o.bucket_id = a.storage_bucket and o.name = a.storage_path
    and o.metadata ->> 'size' ~ '^[0-9]{1,12}$' and (o.metadata ->> 'size')::bigint <> a.size_bytes;
  get diagnostics v_count = row_count;
  perform set_config('catalyst.reconciling', 'off', true);
  return v_count;
end;
$$;
comment on function private.reconcile_content_assets() is
'Corrects sizes of files that were replaced after they were registered; answers how many. Daily.';

create function private.purge_content_assets()
returns bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_removed bigint;
  v_expired bigint;
begin
  with due as (
    select a.id
    from public.content_assets as a
    where (
        (a.deleted_at is not null and a.storage_expires_at <= now())
        -- Announced, but the upload never came.
        or (a.upload_status = 'pending' and a.source_url is null and a.created_at < now() - interval '24 hours')
      )
      and not exists (
        select from storage.objects as o where o.bucket_id = a.storage_bucket and o.name = a.storage_path
      )
    limit 5000
    for update skip locked
  )
  delete from public.content_assets as a using due where a.id = due.id;
  get diagnostics v_removed = row_count;

  update public.content_assets as a
  set upload_status = 'expired', storage_path = null, size_bytes = 0, storage_expires_at = null
  where a.deleted_at is null and a.storage_expires_at <= now() and a.upload_status in ('completed', 'failed')
    and not exists (
      select from storage.objects as o where o.bucket_id = a.storage_bucket and o.name = a.storage_path
    );
  get diagnostics v_expired = row_count;
  return v_removed + v_expired;
end;
$$;
comment on function private.purge_content_assets() is
'Rows follow their files: deleted assets go, expired ones keep what is known of them, uploads that never came are
forgotten after a day. Only then their storage is free again. Answers how many rows changed.';

create function public.list_expired_files(p_limit integer default 100)
returns table (storage_bucket text, storage_path text, content_asset_id uuid)
language plpgsql
stable
security definer -- workers hold no grant on storage.objects
set search_path = ''
as $$
begin
  perform private.require(p_limit between 1 and 1000, 'p_limit', 'p_limit must be between 1 and 1000');
  return query
  select o.bucket_id, o.name, a.id
  from public.content_assets as a
  cross join lateral (values (a.storage_path), (a.thumbnail_path)) as f (path)
  join storage.objects as o on o.bucket_id = a.storage_bucket and o.name = f.path
  where a.storage_expires_at <= now()
  order by a.storage_expires_at
  limit p_limit;
end;
$$;
comment on function public.list_expired_files(integer) is
'For workers: files whose date has passed, to be removed through the Storage API; their rows follow within minutes.';

create function public.list_orphaned_files(p_limit integer default 100)
returns table (storage_bucket text, storage_path text)
language plpgsql
stable
security definer -- workers hold no grant on storage.objects
set search_path = ''
as $$
begin
  perform private.require(p_limit between 1 and 1000, 'p_limit', 'p_limit must be between 1 and 1000');
  return query
  select o.bucket_id, o.name
  from storage.objects as o
  where o.bucket_id in ('assets', 'renders', 'exports', 'voice-samples', 'avatars')
    and not exists (select from public.organizations as g where g.id::text = split_part(o.name, '/', 1))
    and not exists (select from public.profiles as p where p.id::text = split_part(o.name, '/', 1))
  limit p_limit;
end;
$$;
comment on function public.list_orphaned_files(integer) is
'For workers: files of organizations and people who are gone for good, to be removed through the Storage API. Reads every object: daily.';

select cron.schedule('purge-content-assets', '*/10 * * * *', 'select private.purge_content_assets()');
select cron.schedule('reconcile-content-assets', '23 3 * * *', 'select private.reconcile_content_assets()');

grant execute on function public.list_expired_files(integer), public.list_orphaned_files(integer) to service_role;
