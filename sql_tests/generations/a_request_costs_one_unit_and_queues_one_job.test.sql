begin;
select plan(9);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');

select public.create_generation('A text of some length about gardens.', array['x', 'email', 'x', 'twitter'], 'educational', 'en') as made \gset

select is(:'made'::jsonb ->> 'status', 'pending', 'the generation is accepted');
select is(:'made'::jsonb -> 'platforms', '["x", "email"]', 'doubles and old names are one platform');
select is((select count(*) from public.generations), 1::bigint, 'its owner sees it');
select is((select count(*) from public.generation_outputs where status = 'pending'), 2::bigint, 'one output waits per platform');

select tests.act_as_owner();
select is((select count(*) from public.jobs where kind = 'generate_posts' and status = 'queued'), 1::bigint, 'one job is ready');
select is(
  (select j.subject_id from public.jobs as j where j.id = (:'made'::jsonb #>> '{job,id}')::bigint),
  (:'made'::jsonb ->> 'generation_id')::uuid,
  'the job is about the generation'
);
select is(
  (select c.reserved from public.usage_counters as c where c.metric = 'generations'),
  1::bigint,
  'one unit is reserved'
);
select is(
  (select j.payload -> 'input' from public.jobs as j),
  '{"type": "text", "text": "A text of some length about gardens."}',
  'the job carries the text'
);
select is((select count(*) from private.quota_discrepancies()), 0::bigint, 'ledger and counters agree');

select * from finish();
rollback;
