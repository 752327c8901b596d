-- Objects of a bucket belong to the organization whose id starts their path.

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
