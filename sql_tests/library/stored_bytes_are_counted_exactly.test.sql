begin;
select plan(16);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
create function pg_temp.used() returns bigint language sql as $$
  select coalesce(sum(used), 0)::bigint from public.usage_counters where metric = 'storage_bytes'
$$;

select tests.act_as(:'ada');
select id as talk, storage_path as path, upload_status as status from public.create_content_asset(
  'A talk on bread', p_file_name => 'Talk (final).MP4', p_mime_type => 'video/mp4', p_size_bytes => 600000000
) \gset
select is(:'status'::text, 'pending', 'an announced upload waits for its file');
select is(:'path'::text, format('%s/%s/talk-final.mp4', :'org', :'talk'), 'with a path of its own, below the organization');
select is(
  tests.raised_code(format('select public.finish_content_asset(%L)', :'talk')), 'CONFLICT', 'it is not finished without the file'
);
select is(
  tests.raised_code(
    $$select public.create_content_asset('B', p_file_name => 'b.mp4', p_mime_type => 'video/mp4', p_size_bytes => 6e8::bigint)$$
  ),
  'QUOTA_EXCEEDED', 'what does not fit into the plan is refused before it is uploaded'
);

select tests.act_as_owner();
select is(pg_temp.used(), 600000000::bigint, 'the announced bytes are counted, the refused ones are not');
insert into storage.objects (bucket_id, name, metadata) values ('assets', :'path', '{"size": 500000000, "mimetype": "video/mp4"}');

select tests.act_as(:'ada');
select is((public.finish_content_asset(:'talk')).upload_status, 'completed', 'with the file it is usable');
select is((public.finish_content_asset(:'talk')).size_bytes, 500000000::bigint, 'at its real size, however often that is said');
select is((select used from public.usage_counters where metric = 'uploads'), 1::bigint, 'and one upload was used');
select lives_ok(format('select public.delete_content_asset(%L)', :'talk'), 'it is deleted');
select is((select count(*) from public.content_assets), 0::bigint, 'and seen no more');

select tests.act_as_owner();
select private.purge_content_assets();
select is(pg_temp.used(), 500000000::bigint, 'while it can be restored its bytes count');
update public.content_assets set storage_expires_at = now() - interval '1 minute' where id = :'talk';
select private.purge_content_assets();
select is(pg_temp.used(), 500000000::bigint, 'and while its file is there');
select is((select storage_path from public.list_expired_files()), :'path'::text, 'which workers are told to remove');
select set_config('storage.allow_delete_query', 'true', true);
delete from storage.objects where name = :'path';
select private.purge_content_assets();
select is(pg_temp.used(), 0::bigint, 'then they are free');
select is((select count(*) from public.content_assets where id = :'talk'), 0::bigint, 'and the row is gone');
select is((select count(*) from private.quota_discrepancies()), 0::bigint, 'the ledger agrees');

select * from finish();
rollback;
