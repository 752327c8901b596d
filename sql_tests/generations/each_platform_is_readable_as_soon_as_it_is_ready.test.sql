begin;
select plan(14);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select public.create_generation('A text.', array['x', 'email', 'tiktok'], 'authority', 'en') ->> 'generation_id' as generation \gset

select tests.act_as_role('service_role');
select id as job, lease from public.claim_jobs(array['ai'], 'test') \gset
select is(public.checkpoint_job(:job, :lease, 'input', '{"text": "A text.", "title": "On texts"}', 0.05), 'ok', 'input');
select is(
  public.checkpoint_job(
    :job, :lease, 'analysis',
    '{"core_message": "Texts.", "key_points": ["One"], "detected_topic": "texts", "detected_audience": null, "keywords": ["text"]}', 0.2
  ),
  'ok', 'analysis'
);
select is(
  public.checkpoint_job(
    :job, :lease, 'platform:x',
    '{"status": "completed", "output": {"thread": ["a 1/2", "b 2/2"], "tweet_count": 2, "hashtags": ["#Text"]}, "ai_model": "m"}', 0.5
  ),
  'ok', 'first platform'
);

select tests.act_as(:'ada');
select public.get_generation(:'generation') as seen \gset
select is(:'seen'::jsonb ->> 'status', 'processing', 'it is under way');
select is((:'seen'::jsonb ->> 'progress_percentage')::numeric, 50::numeric, 'and half done');
select is(:'seen'::jsonb #>> '{outputs,x,thread,1}', 'b 2/2', 'the first platform can be read');
select is(:'seen'::jsonb -> 'outputs' ? 'email', false, 'the others not yet');
select is(
  (select c.generated_text || ' ' || array_to_string(c.hashtags, ',') from public.generated_content as c),
  e'a 1/2\n\nb 2/2 Text',
  'as text, hashtags without their sign'
);

select tests.act_as_role('service_role');
select public.checkpoint_job(:job, :lease, 'platform:email', '{"status": "failed", "code": "REJECTED", "message": "no"}', 0.7) \gset
select public.checkpoint_job(
  :job, :lease, 'platform:tiktok',
  '{"status": "completed", "output": {"hooks": ["h"], "talking_points": ["t"], "cta": "c", "hashtags": []}, "ai_model": "m"}', 0.9
) \gset
select is(
  public.complete_job(:job, :lease, '{"ai_provider": "local", "ai_model": "m", "generation_time_ms": 12}'), 'completed', 'the job ends'
);

select tests.act_as(:'ada');
select public.get_generation(:'generation') as seen \gset
select is(:'seen'::jsonb #>> '{job,status}', 'completed', 'its job is done, though the queue has forgotten it');
select is(:'seen'::jsonb ->> 'status', 'partial', 'one failed platform makes it partial');
select is(:'seen'::jsonb #>> '{output_states,email,error,code}', 'REJECTED', 'with its reason');
select is((select count(*) from public.notifications), 1::bigint, 'its owner is told once');

select tests.act_as_owner();
select is(
  (select array[c.reserved, c.used] from public.usage_counters as c where c.metric = 'generations'), array[0, 1]::bigint[], 'partial counts'
);

select * from finish();
rollback;
