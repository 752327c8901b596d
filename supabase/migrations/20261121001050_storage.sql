-- Purpose: where uploads live: one private bucket, each object under the id of its organization.
-- Objects: bucket assets, policies on storage.objects.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values (
  'assets', 'assets', false, 52428800,
  array['text/plain', 'text/markdown', 'text/html', 'text/vtt', 'application/x-subrip', 'application/octet-stream']
)
on conflict (id) do update
set public = excluded.public,
  file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

create policy assets_select_members on storage.objects
for select to authenticated
using (bucket_id = 'assets' and (storage.foldername(name))[1] = (select private.active_org())::text);

create policy assets_insert_creators on storage.objects
for insert to authenticated
with check (
  bucket_id = 'assets'
  and (storage.foldername(name))[1] = (select private.active_org())::text
  and (select private.has_role('creator'))
);

create policy assets_update_creators on storage.objects
for update to authenticated
using (
  bucket_id = 'assets'
  and (storage.foldername(name))[1] = (select private.active_org())::text
  and (select private.has_role('creator'))
)
with check (
  bucket_id = 'assets'
  and (storage.foldername(name))[1] = (select private.active_org())::text
);

create policy assets_delete_creators on storage.objects
for delete to authenticated
using (
  bucket_id = 'assets'
  and (storage.foldername(name))[1] = (select private.active_org())::text
  and (select private.has_role('creator'))
);
