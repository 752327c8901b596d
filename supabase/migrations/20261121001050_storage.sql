-- Purpose: where files live: a bucket per purpose, each object under the id of its organization.
-- Objects: buckets assets, renders, exports, voice-samples, avatars; private.has_storage_room; policies on
--          storage.objects.
-- Paths: <organization>/…, and <organization>/clients/<client account>/… for what is a client's: members limited to a
--        client account read below that prefix only. avatars and exports also take <person>/….

-- The server's own limit on a file may be lower than a bucket's; the lower one counts. How much an organization may keep
-- altogether is its plan's storage_bytes.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  (
    'assets', 'assets', false, 5368709120,
    array[
      'text/plain', 'text/markdown', 'text/html', 'text/csv', 'text/vtt', 'application/x-subrip', 'application/octet-stream',
      'application/json', 'application/pdf', 'application/rtf', 'application/epub+zip', 'application/msword',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'application/vnd.oasis.opendocument.text',
      'video/mp4', 'video/quicktime', 'video/webm', 'video/x-matroska', 'video/mpeg', 'video/x-msvideo', 'video/3gpp',
      'audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/aac', 'audio/wav', 'audio/x-wav', 'audio/ogg', 'audio/webm', 'audio/flac',
      'image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/heic', 'image/tiff'
    ]
  ),
  (
    'renders', 'renders', false, 5368709120,
    array[
      'video/mp4', 'video/quicktime', 'video/webm', 'audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/ogg',
      'image/jpeg', 'image/png', 'image/webp', 'image/gif', 'text/vtt', 'application/x-subrip', 'application/json'
    ]
  ),
  (
    'exports', 'exports', false, 1073741824,
    array[
      'application/zip', 'application/pdf', 'application/json', 'application/x-ndjson', 'text/csv', 'text/plain', 'text/markdown',
      'text/calendar', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    ]
  ),
  (
    'voice-samples', 'voice-samples', false, 52428800,
    array[
      'audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/aac', 'audio/wav', 'audio/x-wav', 'audio/ogg', 'audio/webm', 'audio/flac',
      -- faces, for avatars, and signed consents
      'video/mp4', 'video/quicktime', 'video/webm', 'image/jpeg', 'image/png', 'image/webp', 'application/pdf'
    ]
  ),
  ('avatars', 'avatars', true, 5242880, array['image/jpeg', 'image/png', 'image/webp', 'image/gif'])
on conflict (id) do update
set public = excluded.public,
  file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.has_storage_room()
returns boolean
language plpgsql
stable
security definer -- asked by a policy; creators read neither subscriptions nor every counter
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org();
  v_terms record;
begin
  if v_organization_id is null then
    return false;
  end if;
  v_terms := private.quota_terms(v_organization_id, 'storage_bytes');
  return v_terms.limit_value is null or v_terms.limit_value > coalesce((
    select c.used + c.reserved from public.usage_counters as c
    where c.organization_id = v_organization_id and c.metric = 'storage_bytes' and c.period_start = v_terms.period_start
  ), 0);
end;
$$;
comment on function private.has_storage_room() is
'Whether the active organization keeps less than its plan allows; a file''s own size is known only once it is there.';

grant execute on function private.has_storage_room() to authenticated;

-- Policies: files of an organization ----------------------------------------------------------------------------------
-- Workers write renders and exports with the service role, which no policy binds.

create policy files_select_members on storage.objects
for select to authenticated
using (
  bucket_id in ('assets', 'renders', 'exports')
  and (storage.foldername(name))[1] = (select organization_id::text from private.acting_member)
  and (
    (select client_account_id from private.acting_member) is null
    or (storage.foldername(name))[2:3] = array['clients', (select private.member_client_account())::text]
  )
);

-- A voice is a person's: only those who work with it hear the samples.
create policy voice_samples_select_creators on storage.objects
for select to authenticated
using (
  bucket_id = 'voice-samples'
  and (storage.foldername(name))[1] = (select organization_id::text from private.acting_member)
  and (select private.has_role('creator'))
);

create policy files_insert_creators on storage.objects
for insert to authenticated
with check (
  bucket_id in ('assets', 'voice-samples')
  and (storage.foldername(name))[1] = (select organization_id::text from private.acting_member)
  and (select private.has_role('creator'))
  and (select private.has_storage_room())
);

create policy files_update_creators on storage.objects
for update to authenticated
using (
  bucket_id in ('assets', 'voice-samples')
  and (storage.foldername(name))[1] = (select organization_id::text from private.acting_member)
  and (select private.has_role('creator'))
)
with check (
  bucket_id in ('assets', 'voice-samples')
  and (storage.foldername(name))[1] = (select organization_id::text from private.acting_member)
);

create policy files_delete_creators on storage.objects
for delete to authenticated
using (
  bucket_id in ('assets', 'voice-samples')
  and (storage.foldername(name))[1] = (select organization_id::text from private.acting_member)
  and (select private.has_role('creator'))
);

-- Policies: what belongs to a person ----------------------------------------------------------------------------------

create policy exports_select_own on storage.objects
for select to authenticated
using (bucket_id = 'exports' and (storage.foldername(name))[1] = (select auth.uid())::text);

-- Everybody may see a picture whose address they know; only its owner lists, replaces and removes it.
create policy avatars_select_owners on storage.objects
for select to authenticated
using (
  bucket_id = 'avatars'
  and (
    (storage.foldername(name))[1] = (select auth.uid())::text
    or (storage.foldername(name))[1] = (select organization_id::text from private.acting_member where role >= 'manager')
  )
);

create policy avatars_insert_owners on storage.objects
for insert to authenticated
with check (
  bucket_id = 'avatars'
  and (
    (storage.foldername(name))[1] = (select auth.uid())::text
    or (storage.foldername(name))[1] = (select organization_id::text from private.acting_member where role >= 'manager')
  )
);

create policy avatars_update_owners on storage.objects
for update to authenticated
using (
  bucket_id = 'avatars'
  and (
    (storage.foldername(name))[1] = (select auth.uid())::text
    or (storage.foldername(name))[1] = (select organization_id::text from private.acting_member where role >= 'manager')
  )
)
with check (
  bucket_id = 'avatars'
  and (storage.foldername(name))[1] in (
    (select auth.uid())::text, (select organization_id::text from private.acting_member)
  )
);

create policy avatars_delete_owners on storage.objects
for delete to authenticated
using (
  bucket_id = 'avatars'
  and (
    (storage.foldername(name))[1] = (select auth.uid())::text
    or (storage.foldername(name))[1] = (select organization_id::text from private.acting_member where role >= 'manager')
  )
);
