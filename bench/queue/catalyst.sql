-- One organization, a quota with a limit that is checked but never reached, and the measured kinds.
insert into public.organizations (id, name, slug, type)
values ('00000000-0000-4000-8000-00000000be0c', 'Bench', 'bench', 'team');

insert into public.quota_metrics (metric, period, unit, display_name) values ('bench_jobs', 'month', 'count', 'Jobs of the bench');

insert into public.plan_limits (plan, metric, period, limit_value)
select p.slug, 'bench_jobs', 'month', 1000000000000
from public.plans as p;

insert into public.job_kinds (kind, queue, quota_metric, batch_complete, description) values
  ('bench_noop', 'bench', 'bench_jobs', true, 'Does nothing; acknowledged in batches'),
  ('bench_outside', 'bench', 'bench_jobs', false, 'Does nothing, but as if the outside world saw it: acknowledged one by one');
