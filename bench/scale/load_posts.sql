-- Posts: two days of every five have one, from a year ago to a month ahead, in proportion to the tenants.

insert into public.scheduled_posts (
  organization_id, platform, social_account_id, title, scheduled_for, local_on, local_time, due_at, status, published_at,
  created_at
)
select bench.key('organization', p.tenant), 'youtube', bench.key('account', p.tenant * 10 + 1), 'Post ' || p.n, p.at,
  (p.at at time zone 'Europe/Amsterdam')::date, (p.at at time zone 'Europe/Amsterdam')::time, p.at,
  case when p.at < now() then 'published' else 'scheduled' end::public.post_status, case when p.at < now() then p.at end,
  p.at - interval '40 days'
from (
  select n, bench.tenant() as tenant,
    date_trunc('minute', now() + interval '30 days' - random() * interval '395 days') as at
  from generate_series(1, bench.size(200000)) as n
) as p;
