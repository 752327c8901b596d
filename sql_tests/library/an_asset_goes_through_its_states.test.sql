begin;
select plan(12);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select tests.act_as(:'ada');
select id as a from public.create_content_asset('A', 'video', p_source_url => 'https://example.test/v', p_source_platform => 'youtube') \gset

select tests.act_as_role('service_role');
select is((public.save_content_asset(:'a', 'processing')).upload_status, 'processing', 'a worker begins');
select ok((select processing_started_at is not null from public.content_assets), 'at a time');
select is(
  (public.save_content_asset(:'a', 'failed', '{"error": "410 gone"}')).processing_error, '410 gone', 'fails with a reason'
);
select is((public.save_content_asset(:'a', 'processing')).processing_error, null, 'tries again');
select is(
  (public.save_content_asset(:'a', 'completed', jsonb_build_object(
    'storage_path', :'org' || '/v.mp4', 'size_bytes', 1000, 'mime_type', 'video/mp4', 'duration_seconds', 61.4,
    'transcript', 'Hallo wereld', 'transcript_language', 'nl', 'metadata', jsonb_build_object('width', 1920)
  ))).duration_seconds, 61, 'and tells what it found'
);
select is(tests.raised_code(format('select public.save_content_asset(%L, ''failed'')', :'a')), 'CONFLICT', 'what is complete does not fail');
select is(tests.raised_code(format('select public.save_content_asset(%L, ''gone'')', :'a')), 'VALIDATION_ERROR', 'nor become what there is not');
select is(tests.raised_code(format('select public.save_content_asset(%L, ''completed'')', gen_random_uuid())), 'NOT_FOUND', 'nor an unknown one');

select tests.act_as(:'ada');
select public.update_content_asset(:'a', jsonb_build_object('storage_expires_at', now() - interval '1 minute'));
select tests.act_as_owner();
select private.purge_content_assets();
select is((select upload_status from public.content_assets where id = :'a'), 'expired', 'when its file has expired it says so');
select is((select transcript from public.content_assets where id = :'a'), 'Hallo wereld', 'and keeps what was said in it');
select is((select size_bytes from public.content_assets where id = :'a'), 0::bigint, 'at no cost');
select is(
  (
    select array_agg(m.payload ->> 'upload_status' order by m.id) from realtime.messages as m
    where m.topic = format('org:%s:content_assets', :'org')
  ) @> array['pending', 'processing', 'failed', 'completed', 'expired'], true, 'members heard of every step'
);

select * from finish();
rollback;
