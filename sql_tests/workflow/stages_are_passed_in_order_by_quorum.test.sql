begin;
\ir ../publishing/setup.sql
select plan(22);

select tests.act_as(:'ada', :'org');
select public.save_approval_workflow('Two stages', jsonb_build_array(
  jsonb_build_object('order', 1, 'name', 'Draft', 'role', 'creator', 'quorum', 2, 'sla_hours', 24),
  jsonb_build_object('order', 2, 'name', 'Release', 'approvers', jsonb_build_array(:'ada'))
)) as saved \gset
select is(:'saved'::jsonb #>> '{stages,1,approvers,0}', :'ada', 'approvers are rows, and read back');

select tests.act_as(:'cy', :'org');
select public.request_approval(:'content', p_message => 'Please look.') as asked \gset
select (:'asked'::jsonb ->> 'id') as request \gset
select is(
  array[:'asked'::jsonb ->> 'status', :'asked'::jsonb ->> 'content_version', :'asked'::jsonb #>> '{stage,name}'],
  array['pending', '1', 'Draft'], 'a request begins at the first stage, for the version there is'
);
select is((:'asked'::jsonb ->> 'due_at')::timestamptz, now() + interval '24 hours', 'its clock runs');
select is(tests.raised_code(format('select public.request_approval(%L)', :'content')), 'CONFLICT', 'one request waits at a time');
select is(tests.raised_code(format('select public.decide_approval(%L, %L)', :'request', 'approved')), 'FORBIDDEN', 'nobody approves their own request');

select tests.act_as_owner();
select is(
  (select array_agg(distinct p.email order by p.email) from public.notifications as n
    join public.profiles as p on p.id = n.user_id
    where n.type = 'approval_needed'),
  array['ada@example.test', 'max@example.test', 'rev@example.test'], 'those who can decide are told, no client and not the one who asked'
);
select is(
  (select count(*) from realtime.messages as m where m.topic = format('org:%s:publishing', :'org') and m.event = 'approval'), 1::bigint,
  'members see it live'
);

select tests.act_as(:'rev', :'org');
select is(public.decide_approval(:'request', 'approved') ->> 'current_stage', '1', 'one of two');
select is(tests.raised_code(format('select public.decide_approval(%L, %L)', :'request', 'approved')), 'CONFLICT', 'nobody decides twice at a stage');
select tests.act_as(:'cleo', :'org');
select is(tests.raised_code(format('select public.decide_approval(%L, %L)', :'request', 'approved')), 'NOT_FOUND', 'another client knows nothing of it');
select tests.act_as(:'zoe', :'other_org');
select is(tests.raised_code(format('select public.decide_approval(%L, %L)', :'request', 'approved')), 'NOT_FOUND', 'nor do others');
select is((select count(*) from public.approval_requests), 0::bigint, 'or see it');
select tests.act_as(:'max', :'org');
select is(public.decide_approval(:'request', 'approved') ->> 'current_stage', '2', 'two of two: the next stage');
select is(
  tests.raised_code(format('select public.decide_approval(%L, %L)', :'request', 'approved')), 'FORBIDDEN', 'where others decide'
);
select is((select c.status::text from public.generated_content as c where c.id = :'content'), 'generated', 'nothing is approved yet');
select tests.act_as(:'ada', :'org');
select is(
  tests.raised_code(format('select public.save_approval_workflow(%L, %L, p_workflow_id => %L)', 'x',
    '[{"name": "x", "role": "viewer"}]', :'saved'::jsonb ->> 'id')),
  'CONFLICT', 'the way is not changed under those who walk it'
);
select is(public.decide_approval(:'request', 'approved', 'Good.') ->> 'status', 'approved', 'the last stage ends it');
select is(
  (select array[c.status::text, c.approved_by::text, c.approved_version::text]
    from public.generated_content as c where c.id = :'content'),
  array['approved', :'ada', '1'], 'the content says so, for its version'
);
select is(tests.raised_code(format('select public.decide_approval(%L, %L)', :'request', 'rejected')), 'CONFLICT', 'it is decided');
select is((select count(*) from public.approval_decisions where approval_request_id = :'request'), 3::bigint, 'every word is on record');

-- Taken back.
select tests.act_as(:'cy', :'org');
select is(tests.raised_code(format('select public.cancel_approval(%L)', :'request')), 'FORBIDDEN', 'creators take no approval back');
select tests.act_as(:'max', :'org');
select public.cancel_approval(:'request', 'Legal says no.') \gset ignored_
select is(
  (select array[r.status::text, c.status::text] from public.approval_requests as r
    join public.generated_content as c on c.id = r.generated_content_id
    where r.id = :'request'),
  array['cancelled', 'generated'], 'managers do'
);

select * from finish();
rollback;
