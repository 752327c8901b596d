begin;
select plan(19);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset

select results_eq(
  $$select split_part(parent, '_logs_', 2), retain from private.retention_rules
    where parent like 'public.system\_logs%' order by 2, 1$$,
  $$values ('debug', interval '90 days'), ('info', interval '90 days'), ('critical', interval '1 year'), ('error', interval '1 year'),
    ('warning', interval '1 year')$$,
  'each severity has its rule'
);
insert into public.system_logs (event_type, severity, source, message, created_at)
select 'test', s, 'test', a, now() - a::interval
from unnest(enum_range(null::public.log_severity)) as s, unnest(array['10 days', '5 months', '3 years']) as a;
select is((select count(*) from public.system_logs), 15::bigint, 'entries of any age are taken');
select lives_ok('select private.maintain_partitions()', 'they get their partitions');
select tests.act_as_role('service_role');
select lives_ok('select public.cleanup_old_system_logs()', 'an operator cleans up');
select results_eq(
  $$select l.severity::text, string_agg(l.message, ', ' order by l.created_at) from public.system_logs as l
    group by l.severity order by l.severity$$,
  $$values ('debug', '10 days'), ('info', '10 days'), ('warning', '5 months, 10 days'), ('error', '5 months, 10 days'),
    ('critical', '5 months, 10 days')$$,
  'what is graver stays longer'
);
select tests.act_as_owner();
select is((select relkind from pg_class where oid = 'public.system_logs_error'::regclass), 'p', 'by whole partitions');
select is(
  (select count(*) from private.partition_problems() where parent like 'public.system\_logs%'), 0::bigint, 'which are made ahead'
);

-- Writing.
select private.write_system_log('error', 'tests', 'event', 'message', '[]', p_user_id => :'ada');
select is((select event_data from public.system_logs where source = 'tests'), '{}'::jsonb, 'what does not fit is left out');
select lives_ok($$select private.write_system_log(null, null, null, null)$$, 'and nothing stops the caller');
select tests.act_as_role('service_role');
select is(
  public.write_system_logs('[{"severity": "critical", "source": "worker", "message": "m", "execution_time_ms": 12,
    "memory_usage_mb": 3.5, "ip_address": "203.0.113.9"},
    {"severity": "gold", "execution_time_ms": "x", "user_id": "y", "ip_address": "z"}, 7]'),
  2, 'workers write many at once'
);
select results_eq(
  $$select severity::text, execution_time_ms, memory_usage_mb, ip_address from public.system_logs
    where source = 'worker' order by 1$$,
  $$values ('critical', 12, 3.50, inet '203.0.113.9'), ('info', null, null, null)$$, 'as far as it can be read'
);
select is(tests.raised_code($$select public.write_system_logs('{}')$$), 'VALIDATION_ERROR', 'an array it must be');

-- Generated content is logged, and goes on when the log does not.
select tests.act_as_owner();
insert into public.generated_content (organization_id, user_id, content_type, generated_text, ai_model)
values (:'org', :'ada', 'title', 'a', 'm'), (:'org', :'ada', 'script', 'b', 'm');
select results_eq(
  $$select message, event_data ->> 'ai_model', severity::text from public.system_logs
    where event_type = 'content_generation' order by 1$$,
  $$values ('Content generated: script', 'm', 'info'), ('Content generated: title', 'm', 'info')$$, 'what is generated is logged'
);
alter table public.system_logs rename to lost_logs;
select lives_ok(
  format($$insert into public.generated_content (organization_id, content_type, generated_text, ai_model)
    values (%L, 'title', 'c', 'm')$$, :'org'),
  'content is made although it cannot be logged'
);
alter table public.lost_logs rename to system_logs;

-- Nobody else.
select tests.act_as(:'ada');
select is(tests.raised_code('select * from public.system_logs'), '42501', 'clients do not read the log');
select is(tests.raised_code('select * from public.system_logs_error'), '42501', 'nor a part of it');
select is(tests.raised_code($$delete from public.system_logs$$), '42501', 'nor delete');
select is(
  tests.raised_code($$insert into public.system_logs (event_type, source, message) values ('a', 'b', 'c')$$), '42501', 'nor forge it'
);
select is(tests.raised_code('select public.cleanup_old_system_logs()'), '42501', 'nor clean it');

select * from finish();
rollback;
