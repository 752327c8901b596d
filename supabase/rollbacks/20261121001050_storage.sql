drop policy assets_delete_creators on storage.objects;
drop policy assets_update_creators on storage.objects;
drop policy assets_insert_creators on storage.objects;
drop policy assets_select_members on storage.objects;

-- Storage refuses direct deletes without this setting.
select set_config('storage.allow_delete_query', 'true', true);

-- The bucket goes only when it is empty: an upload is somebody's work.
delete from storage.buckets as b
where b.id = 'assets' and not exists (select from storage.objects as o where o.bucket_id = b.id);
