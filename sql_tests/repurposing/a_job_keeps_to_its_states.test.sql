begin;
select plan(27);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as other from public.profiles where id = :'bob' \gset
insert into public.content_assets (organization_id, title, content_type, source_url)
values (:'org', 'Talk', 'video', 'https://example.test/talk') returning id as asset \gset
insert into public.content_assets (organization_id, title, content_type, source_url)
values (:'other', 'Other', 'video', 'https://example.test/other') returning id as foreign_asset \gset
insert into public.repurposing_jobs
  (organization_id, user_id, content_asset_id, job_type, output_format, target_platforms, config)
values
  (:'org', :'ada', :'asset', 'video_to_shorts', 'short_video', '{tiktok}', '{"aspect_ratio": "9:16", "duration": 60}')
returning id as job \gset

create function pg_temp.try(p_set text, p_id uuid) returns text language sql as $$
  select tests.raised_code(format('update public.repurposing_jobs set %s where id = %L', p_set, p_id))
$$;

select is(
  (select j.status::text || j.priority || j.progress from public.repurposing_jobs as j), 'queued50', 'it waits, of middling urgency'
);
select is(pg_temp.try($$status = 'completed'$$, :'job'), 'CONFLICT', 'nothing is done before it began');
select is(pg_temp.try($$status = 'processing'$$, :'job'), null, 'it begins');
select isnt((select j.started_at from public.repurposing_jobs as j), null, 'at a moment');
select is(pg_temp.try('progress = 60', :'job'), null, 'it gets on');
select is(pg_temp.try('progress = 20', :'job'), null, 'a late report');
select is((select j.progress from public.repurposing_jobs as j), 60::smallint, 'does not turn it back');
select is(pg_temp.try('progress = 101', :'job'), '23514', 'a hundred is all');
select is(pg_temp.try($$status = 'failed', error_code = 'PROVIDER_DOWN', error_message = 'x'$$, :'job'), null, 'it fails');
select isnt((select j.failed_at from public.repurposing_jobs as j), null, 'at a moment');
select is(pg_temp.try($$status = 'completed'$$, :'job'), 'CONFLICT', 'a failure is no success');
select is(pg_temp.try($$status = 'queued'$$, :'job'), null, 'it can be tried again');
select is(
  (select num_nonnulls(j.failed_at, j.error_code, j.error_message) + j.progress from public.repurposing_jobs as j), 0,
  'from the start'
);
select is(pg_temp.try($$status = 'processing'$$, :'job'), null, 'and');
select is(pg_temp.try($$status = 'completed'$$, :'job'), null, 'succeeds');
select is((select j.progress from public.repurposing_jobs as j), 100::smallint, 'in full');
select is(pg_temp.try($$status = 'cancelled'$$, :'job'), 'CONFLICT', 'what is done is done');
select is(pg_temp.try('priority = 11', :'job'), '23514', 'ten is most urgent');

select is(
  tests.raised_code(format($$
    insert into public.repurposing_jobs (organization_id, content_asset_id, job_type, output_format)
    values (%L, %L, 'blog_to_social', 'carousel')$$, :'org', :'foreign_asset'
  )), '23503', 'nobody else''s upload'
);
select is(
  tests.raised_code(format($$
    insert into public.repurposing_strategies (organization_id, content_asset_id, recommended_formats)
    values (%L, %L, '[{"format": "opera"}]')$$, :'org', :'asset'
  )), '23514', 'no unknown format is advised'
);
select is(
  tests.raised_code(format($$
    insert into public.repurposing_strategies (organization_id, content_asset_id, recommended_formats)
    values (%L, %L, '[{"format": "short_video", "priority": "high", "platforms": ["instagram", "tiktok"]}]')$$, :'org', :'asset'
  )), null, 'a known one is'
);

select is(
  (
    select array_agg(distinct m.payload ->> 'status') from realtime.messages as m
    where m.topic = format('org:%s:repurposing', :'org')
  ), array['completed', 'failed', 'processing', 'queued'], 'members follow it live'
);

select tests.act_as(:'ada');
select is((select count(*) from public.repurposing_jobs), 1::bigint, 'members see it');
select is(tests.raised_code($$update public.repurposing_jobs set status = 'queued'$$), '42501', 'and write nothing');
select tests.act_as(:'bob');
select is((select count(*) from public.repurposing_jobs), 0::bigint, 'others do not');
select is((select count(*) from public.repurposing_strategies), 0::bigint, 'nor what is advised');

select tests.act_as_owner();
insert into public.generated_content
  (organization_id, repurposing_job_id, content_asset_id, content_type, generated_text, ai_model)
values (:'org', :'job', :'asset', 'short_video', 'Clip', 'm') returning id as clip \gset
delete from public.content_assets where id = :'asset';
select is(
  (
    select num_nonnulls(c.repurposing_job_id, c.content_asset_id)
    from public.generated_content as c where c.id = :'clip'
  ),
  0,
  'an upload takes its transformations with it, not what they made'
);

select * from finish();
rollback;
