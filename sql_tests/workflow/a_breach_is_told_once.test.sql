begin;
\ir ../publishing/setup.sql
select plan(20);

select tests.act_as(:'cy', :'org');
select public.request_qa(:'content', 'copywriter_review', 'high', 24, :'rev') ->> 'id' as qa \gset
select public.request_qa(:'content', 'expert_review', p_sla_hours => 48) ->> 'id' as open \gset
select is(
  tests.raised_code(format('select public.request_qa(%L, %L, p_sla_hours => 36)', :'content', 'expert_review')),
    'VALIDATION_ERROR', 'agreed times are 24, 48 or 72 hours'
);
select is(
  tests.raised_code(format('select public.request_qa(%L, %L, p_assigned_to => %L)', :'content', 'expert_review',
    :'zoe')), 'VALIDATION_ERROR', 'strangers check nothing'
);
select is((select q.due_at from public.qa_requests as q where q.id = :'qa'), now() + interval '24 hours', 'hours of the wall clock');
select is(
  tests.raised_code(format('select public.update_qa_request(%L, %L)', :'qa', 'complete')), 'FORBIDDEN', 'others do not complete it'
);

-- Paused, time stands still.
select tests.act_as(:'rev', :'org');
select public.update_qa_request(:'qa', 'start') \gset ignored_
select public.update_qa_request(:'qa', 'wait', p_feedback => 'Which bread?') \gset ignored_
select tests.act_as_owner();
select is(
  (select array_agg(n.title) from public.notifications as n where n.user_id = :'cy'), array['A check waits for you'], 'who asked is told what is waited for'
);
update public.qa_requests set paused_at = now() - interval '30 hours', due_at = now() - interval '10 hours' where id = :'qa';
select is(private.note_sla_breaches(), 0, 'while it waits for somebody else it is not late');
select tests.act_as(:'rev', :'org');
select is(
  (public.update_qa_request(:'qa', 'resume') ->> 'due_at')::timestamptz, now() + interval '20 hours', 'the pause is added to the time agreed'
);

select tests.act_as_owner();
update public.qa_requests set due_at = now() - interval '1 minute' where id in (:'qa', :'open');
delete from public.notifications;
select is(private.note_sla_breaches(), 2, 'two are late');
select is(private.note_sla_breaches(), 0, 'which is found once');
select is(
  (select array_agg(p.email || ' ' || n.title order by p.email) from public.notifications as n
    join public.profiles as p on p.id = n.user_id
    where n.type = 'sla_breached'),
  array['cy@example.test A check is late', 'rev@example.test A check is late'], 'and told once: to whoever it is with, or who asked'
);
select is((select count(*) from public.qa_requests as q where q.breached_at = now()), 2::bigint, 'and recorded');
select tests.act_as(:'rev', :'org');
select is(
  public.update_qa_request(:'qa', 'complete', p_feedback => 'Good.', p_quality_score => 85) ->> 'status', 'completed', 'late is better than never'
);
select is((select c.quality_score from public.generated_content as c where c.id = :'content'), 8.50, 'the content has its score');
select is(tests.raised_code(format('select public.update_qa_request(%L, %L)', :'qa', 'start')), 'CONFLICT', 'complete is complete');

-- Approvals have a clock for each stage.
select tests.act_as(:'ada', :'org');
select public.save_approval_workflow(
  'Fast', '[{"name": "One", "role": "creator", "sla_hours": 4}, {"name": "Two", "role": "manager", "sla_hours": 8}]'
) \gset ignored_
select tests.act_as(:'cy', :'org');
select public.request_approval(:'content') ->> 'id' as request \gset
select tests.act_as_owner();
update public.approval_requests set due_at = now() - interval '1 second' where id = :'request';
select is(private.note_sla_breaches(), 1, 'a late stage is found');
select tests.act_as(:'rev', :'org');
select is(
  (public.decide_approval(:'request', 'approved') ->> 'due_at')::timestamptz, now() + interval '8 hours', 'the next stage has its own time'
);
select tests.act_as_owner();
select is((select r.breached_at from public.approval_requests as r where r.id = :'request'), null, 'and is not late yet');
update public.approval_requests set due_at = now() - interval '1 second' where id = :'request';
select is(private.note_sla_breaches(), 1, 'but may become so');
update public.organization_members set status = 'inactive' where user_id = :'cy' and organization_id = :'org';
update public.approval_requests set breached_at = null where id = :'request';
delete from public.notifications;
select is(private.note_sla_breaches(), 1, 'when the one it is with is gone');
select is(
  (select array_agg(p.email order by p.email) from public.notifications as n
    join public.profiles as p on p.id = n.user_id),
  array['ada@example.test', 'max@example.test'], 'managers are told'
);

select * from finish();
rollback;
