begin;
select plan(24);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select is(
  tests.raised_code(format($$insert into public.production_jobs (organization_id) values (%L)$$, :'org')), '42501', 'clients write none'
);
select tests.act_as_owner();
insert into public.production_jobs (organization_id) values (:'org');
select id as job from public.production_jobs \gset

create function pg_temp.becomes(p_job uuid, p_status text, p_more text default '') returns text
language sql as $$
  select tests.raised_code(format('update public.production_jobs set status = %L %s where id = %L', p_status, p_more, p_job))
$$;

select is(
  (select production_settings ->> 'generation_preset' from public.production_jobs), 'PIXAR', 'settings have defaults'
);
select is(pg_temp.becomes(:'job', 'completed'), 'CONFLICT', 'nothing is ready before it ran');
select is(pg_temp.becomes(:'job', 'queued'), null, 'pending, queued');
select is(pg_temp.becomes(:'job', 'pending'), 'CONFLICT', 'never pending again');
select is(pg_temp.becomes(:'job', 'processing', $$, provider_job_id = 'r1'$$), null, 'processing');
select isnt((select started_at from public.production_jobs), null, 'from this moment');
select is(pg_temp.becomes(:'job', 'completed'), '23514', 'ready needs an output');
select is(pg_temp.becomes(:'job', 'failed'), '23514', 'a failure has a code');
select is(pg_temp.becomes(:'job', 'failed', $$, error_code = 'PROVIDER'$$), null, 'failed');
select is(pg_temp.becomes(:'job', 'queued'), null, 'queued again');
select results_eq(
  'select retry_count::integer, error_code, provider_job_id, completed_at is null from public.production_jobs', $$values (1, null::text, null::text, true)$$,
  'as a retry, with a clean slate'
);
update public.production_jobs set retry_count = 3;
select is(pg_temp.becomes(:'job', 'failed', $$, error_code = 'PROVIDER'$$), null, 'failed once more');
select is(pg_temp.becomes(:'job', 'queued'), 'CONFLICT', 'retries end');

insert into public.production_jobs (organization_id, status) values (:'org', 'processing');
select id as second from public.production_jobs where id <> :'job' \gset
select is(pg_temp.becomes(:'second', 'completed', $$, output_url = 'https://cdn.example.com/a.mp4'$$), null, 'ready');
select is((select progress_percentage::integer from public.production_jobs where id = :'second'), 100, 'is a hundred per cent');
select is(pg_temp.becomes(:'second', 'failed', $$, error_code = 'LATE'$$), 'CONFLICT', 'ready is final');
select is(pg_temp.becomes(:'second', 'cancelled'), 'CONFLICT', 'and cannot be cancelled');

update public.production_jobs set provider_job_id = 'same' where id = :'job';
select is(
  tests.raised_code(format($$update public.production_jobs set provider_job_id = 'same' where id = %L$$, :'second')), '23505', 'a render belongs to one job'
);
select is(
  (
    select string_agg(coalesce(private.production_settings_problem(s::jsonb), 'fine'), ' | ')
    from unnest(array['{}', '{"aspect_ratio": "1:1", "custom_settings": {"voice_speed": 1.5, "music_volume": 100}}', '[]', '{"aspect_ratio": "4:3"}']) as s
  ),
  'fine | fine | production_settings must be an object | aspect_ratio must be 9:16, 16:9 or 1:1', 'settings are read one by one'
);
select ok(
  bool_and(private.production_settings_problem(s::jsonb) is not null), 'wrong types, bounds and strangers are found'
)
from unnest(array[
  'null', '7', '{"enhanced_generation": "yes"}', '{"duration_seconds": 0}', '{"duration_seconds": 1e300}', '{"duration_seconds": 1.5}', '{"voice_id": ""}',
  '{"voice_id": null}', '{"generation_preset": "pixar"}', '{"custom_settings": []}', '{"custom_settings": {"voice_speed": 0.4}}',
  '{"custom_settings": {"music_volume": -1}}', '{"custom_settings": {"x": 1}}', '{"status": "completed"}'
]) as s;
select is(
  tests.raised_code($$update public.production_jobs set production_settings = '{"duration_seconds": -1}'$$), '23514', 'and refused'
);
insert into public.generated_content (
  organization_id, content_type, target_platform, title, generated_text, content, ai_provider, ai_model
)
values (:'org', 'title', 'youtube', 'T', 'T', '{}', 'local', 'local');
update public.production_jobs set title_id = (select id from public.generated_content);
delete from public.generated_content;
select is((select count(*) from public.production_jobs where title_id is null), 2::bigint, 'content that was used can be deleted');
select tests.act_as(:'ada');
select is((select count(*) from public.production_jobs), 2::bigint, 'members see what is produced');

select * from finish();
rollback;
