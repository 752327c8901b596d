begin;
\ir ../publishing/setup.sql
select plan(20);

select tests.act_as(:'max', :'org');
select is(
  tests.raised_code($$select public.save_approval_workflow('x', '[{"name": "x", "role": "viewer"}]')$$), 'FORBIDDEN', 'workflows are for admins'
);
select tests.act_as(:'ada', :'org');
select is(
  tests.raised_code(format('select public.save_approval_workflow(%L, %L)', 'x', c.stages)), 'VALIDATION_ERROR', 'refused: ' || coalesce(c.stages, 'null')
)
from (values
  (null), ('null'), ('{}'), ('[]'), ('[1]'), ('[{}]'), ('[{"name": ""}]'), ('[{"name": "x"}]'), ('[{"name": "x", "role": "king"}]'),
  ('[{"name": "x", "role": "viewer", "quorum": 0}]'), ('[{"name": "x", "role": "viewer", "quorum": "many"}]'),
  ('[{"name": "x", "role": "viewer", "order": 2}]'), ('[{"name": "x", "role": "viewer", "sla_hours": -1}]'),
  ('[{"name": "x", "approvers": "me"}]'), ('[{"name": "x", "approvers": [{}]}]'), ('[{"name": "x", "role": "viewer", "veto": true}]')
) as c (stages);
select is(
  tests.raised_code(format(
    'select public.save_approval_workflow(%L, %L)', 'x', jsonb_build_array(jsonb_build_object('name', 'x', 'approvers', jsonb_build_array(:'zoe')))
  )), 'VALIDATION_ERROR', 'strangers are no approvers'
);
select is(
  tests.raised_code(format(
    'select public.save_approval_workflow(%L, %L)', 'x',
    jsonb_build_array(jsonb_build_object('name', 'x', 'approvers', jsonb_build_array(:'max'), 'quorum', 2))
  )), 'VALIDATION_ERROR', 'nor is a quorum more than there are approvers'
);
select is(
  tests.raised_code($$select public.save_approval_workflow('x', '[{"name": "x", "role": "viewer"}]', p_workflow_id => gen_random_uuid())$$),
  'NOT_FOUND', 'what does not exist is not replaced'
);

select * from finish();
rollback;
