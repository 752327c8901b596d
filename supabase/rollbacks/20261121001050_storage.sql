drop policy avatars_delete_owners on storage.objects;
drop policy avatars_update_owners on storage.objects;
drop policy avatars_insert_owners on storage.objects;
drop policy avatars_select_owners on storage.objects;
drop policy exports_select_own on storage.objects;
drop policy files_delete_creators on storage.objects;
drop policy files_update_creators on storage.objects;
drop policy files_insert_creators on storage.objects;
drop policy voice_samples_select_creators on storage.objects;
drop policy files_select_members on storage.objects;

drop function private.has_storage_room();

-- Storage refuses direct deletes without this setting.
select set_config('storage.allow_delete_query', 'true', true);

-- A bucket goes only when it is empty: an upload is somebody's work.
delete from storage.buckets as b
where b.id in ('assets', 'renders', 'exports', 'voice-samples', 'avatars')
  and not exists (select from storage.objects as o where o.bucket_id = b.id);
