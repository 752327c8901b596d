begin;
select plan(5);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select public.generate_titles('{"video_ids": []}',
  '{"count": 1, "style": "educational", "language": "en", "target_keywords": ["clear audio"]}') \g /dev/null
select tests.act_as_owner();
select c.id as job, c.lease from public.claim_jobs(array['ai'], 'test', 1) as c \gset

create function pg_temp.asked(p_job bigint, p_lease integer, p_shown jsonb) returns text language sql as $$
  select string_agg(r.ai_model, ' ') from public.ai_route(null, 'text', null, null, p_shown || jsonb_build_object(
    'job_id', p_job, 'lease', p_lease, 'call_id', gen_random_uuid(), 'feature', 'titles'
  )) as r
$$;
create function pg_temp.shown() returns text language sql as $$
  select string_agg(concat_ws(' ', m.payload ->> 'step', m.payload ->> 'progress', m.payload ->> 'status'), ', ')
  from realtime.messages as m where m.event = 'job_progress' and m.payload ->> 'step' is not null
$$;

select is(pg_temp.asked(:job, :lease, '{}'), 'local-extractive', 'a route without a step');
select is(pg_temp.shown(), null::text, 'shows nothing');
select is(
  pg_temp.asked(:job, :lease + 1, '{"step": "writing", "progress": 0.05}'), 'local-extractive', 'another worker''s shows'
);
select is(pg_temp.shown(), null::text, 'nothing either');
select pg_temp.asked(:job, :lease, '{"step": "writing", "progress": 0.05}') \g /dev/null
select is(pg_temp.shown(), 'writing 0.0500 processing', 'its own shows what begins');

select * from finish();
rollback;
