-- Objects of a bucket belong to the organization whose id starts their path; avatars and exports may be a person's.

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
