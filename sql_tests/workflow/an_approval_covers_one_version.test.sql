begin;
\ir ../publishing/setup.sql
select plan(13);

select tests.act_as(:'ada', :'org');
select public.save_approval_workflow('One look', '[{"name": "Look", "role": "creator"}]') ->> 'id' as workflow \gset
select tests.act_as(:'cy', :'org');
select public.request_approval(:'content') ->> 'id' as request \gset
select tests.act_as_owner();
update public.generated_content set generated_text = 'Changed while it waited.' where id = :'content';
select is((select r.status::text from public.approval_requests as r where r.id = :'request'), 'superseded', 'an edit closes what waits');
select tests.act_as(:'rev', :'org');
select is(tests.raised_code(format('select public.decide_approval(%L, %L)', :'request', 'approved')), 'CONFLICT', 'nobody approves what is gone');

select tests.act_as(:'cy', :'org');
select public.request_approval(:'content') ->> 'id' as second \gset
select tests.act_as(:'rev', :'org');
select is(
  tests.raised_code(format('select public.decide_approval(%L, %L)', :'second', 'revision_requested')), 'VALIDATION_ERROR',
  'who wants changes says which'
);
select is(
  public.decide_approval(:'second', 'revision_requested', 'Shorter.') ->> 'status', 'revision_requested', 'changes are requested'
);
select is(
  (select array[v.revision_number::text, v.content_version::text, v.assigned_to::text, v.feedback]
    from public.revision_requests as v),
  array['1', '2', :'cy', 'Shorter.'], 'which makes a revision for the one who asked'
);
select tests.act_as_owner();
update public.generated_content set generated_text = 'Short.' where id = :'content';
select tests.act_as(:'cy', :'org');
select is(
  (public.update_revision_request((select v.id from public.revision_requests as v), 'completed')) ->> 'status', 'completed', 'it is made'
);
select public.request_approval(:'content') as third \gset
select is(
  array[:'third'::jsonb ->> 'content_version', :'third'::jsonb ->> 'revision_count'], array['3', '1'], 'and asked about as a version of its own'
);
select tests.act_as_owner();
select is(
  tests.raised_code(format('update public.approval_requests set content_version = 9 where id = %L', :'third'::jsonb ->> 'id')), 'CONFLICT',
  'a request is never moved to another version'
);
select is(
  tests.raised_code(format('update public.approval_requests set status = %L where id = %L', 'pending', :'second')), 'CONFLICT',
  'nor opened again'
);
select tests.act_as(:'rev', :'org');
select public.decide_approval((:'third'::jsonb ->> 'id')::uuid, 'rejected', 'No.') \gset ignored_
select is(
  (select array[c.status::text, c.rejection_reason] from public.generated_content as c where c.id = :'content'), array['rejected', 'No.'],
  'one rejection ends it'
);
select tests.act_as_owner();
select is(
  (select count(*) from public.audit_log as l where l.entity_type = 'approval_requests' and l.action = 'approval_requests.update'
    and l.actor_id = :'rev'),
  2::bigint, 'who decided is in the audit log'
);

-- A person alone.
select tests.act_as(:'zoe', :'other_org');
select public.save_approval_workflow('Mine', '[{"name": "Look", "role": "owner"}]') \gset ignored_
select public.request_approval(:'foreign_content') ->> 'id' as own \gset
select is(public.decide_approval(:'own', 'approved') ->> 'status', 'approved', 'who is alone approves their own');
select is(
  tests.raised_code(format('select public.request_approval(%L)', :'content')), 'NOT_FOUND', 'but nothing of others'
);

select * from finish();
rollback;
