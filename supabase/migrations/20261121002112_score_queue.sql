-- Purpose: scores follow what changes, a little later and once per account however much changed.
-- Objects: content_milestones, private.score_requests, private.request_rescore, request_rescores, refresh_milestones,
--          process_score_requests, request_all_rescores, triggers on content_items, policies, grants, cron.

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.content_milestones (
  organization_id uuid not null,
  content_item_id uuid not null,
  age_days smallint not null,
  captured_on date not null,
  views bigint not null,
  engagement bigint not null default 0,
  percentile numeric(5, 2),
  sample_count integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_milestones_pkey primary key (organization_id, content_item_id, age_days),
  constraint content_milestones_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete cascade,
  constraint content_milestones_age_days_check check (age_days > 0),
  constraint content_milestones_counts_check check (least(views, engagement, sample_count) >= 0),
  constraint content_milestones_percentile_check check (percentile between 0 and 100)
)
with (fillfactor = 80);
comment on table public.content_milestones is
'What an item had reached at 1, 7, 28, 90 and 365 days, and its percentile among the items of its channel at the same age: an old video
is not better than a young one for being old.';
comment on column public.content_milestones.captured_on is 'Day of the snapshot taken: the last one at or shortly before that age.';
comment on column public.content_milestones.engagement is 'Likes, comments, shares and saves by then.';
comment on column public.content_milestones.percentile is
'0 to 100 by views among items of the same account and format (Shorts apart) at this age; null when there is no other.';
comment on column public.content_milestones.sample_count is 'How many items were compared, this one included.';

create table private.score_requests (
  social_account_id uuid constraint score_requests_pkey primary key,
  organization_id uuid not null,
  metrics_start date,
  due_at timestamptz not null default now() + interval '30 seconds',
  created_at timestamptz not null default now(),
  constraint score_requests_social_account_id_fkey foreign key (organization_id, social_account_id)
    references public.social_accounts (organization_id, id) on delete cascade
);
create index score_requests_organization_id_social_account_id_idx
on private.score_requests (organization_id, social_account_id);
create index score_requests_due_at_idx on private.score_requests (due_at);
comment on table private.score_requests is
'Accounts whose scores are out of date. The first change sets due_at; those that follow until then are part of the same run.';
comment on column private.score_requests.metrics_start is 'First day whose metrics changed; null when none did.';

alter table private.score_requests enable row level security;

create trigger touch before update on public.content_milestones
for each row execute function private.touch();

-- Requests ------------------------------------------------------------------------------------------------------------

create function private.request_rescore(
  p_organization_id uuid, p_social_account_id uuid, p_metrics_start date default null
)
returns void
language sql
volatile
set search_path = ''
as $$
  insert into private.score_requests as r (social_account_id, organization_id, metrics_start)
  select a.id, a.organization_id, p_metrics_start
  from public.social_accounts as a
  where a.organization_id = p_organization_id and a.id = p_social_account_id
  on conflict (social_account_id) do update set metrics_start = least(r.metrics_start, excluded.metrics_start)
$$;
comment on function private.request_rescore(uuid, uuid, date) is 'Asks for an account to be scored within a minute and a half.';

create function private.request_rescores()
returns trigger
language plpgsql
volatile
security definer -- whoever changes content has no right on the queue
set search_path = ''
as $$
declare
  v_account record;
begin
  -- Each account once, and only for a change that a score can feel; in one order, so that two runs never wait for
  -- each other.
  for v_account in execute case tg_op
    when 'UPDATE' then
      'select c.organization_id, c.social_account_id from (
         select n.organization_id, n.social_account_id, n.id, n.is_short, n.published_at,
           n.duration_seconds, n.view_count, n.like_count, n.comment_count, n.share_count, n.save_count,
           n.average_view_duration_seconds, n.subscriber_growth, n.deleted_at
         from new_rows as n
         except
         select o.organization_id, o.social_account_id, o.id, o.is_short, o.published_at,
           o.duration_seconds, o.view_count, o.like_count, o.comment_count, o.share_count, o.save_count,
           o.average_view_duration_seconds, o.subscriber_growth, o.deleted_at
         from old_rows as o
       ) as c group by 1, 2 order by 2'
    when 'DELETE' then 'select o.organization_id, o.social_account_id from old_rows as o group by 1, 2 order by 2'
    else 'select n.organization_id, n.social_account_id from new_rows as n group by 1, 2 order by 2'
  end
  loop
    perform private.request_rescore(v_account.organization_id, v_account.social_account_id);
  end loop;
  return null;
end;
$$;
comment on function private.request_rescores() is
'Statement trigger: content that came, went or changed makes its account due for scoring. It touches no other item.';

create trigger request_rescore_insert after insert on public.content_items
referencing new table as new_rows for each statement execute function private.request_rescores();
create trigger request_rescore_update after update on public.content_items
referencing old table as old_rows new table as new_rows for each statement execute function private.request_rescores();
create trigger request_rescore_delete after delete on public.content_items
referencing old table as old_rows for each statement execute function private.request_rescores();

-- Same age ------------------------------------------------------------------------------------------------------------

create function private.refresh_milestones(p_organization_id uuid, p_social_account_id uuid, p_metrics_start date)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_count integer;
begin
  insert into public.content_milestones as t (
    organization_id, content_item_id, age_days, captured_on, views, engagement
  )
  select p_organization_id, i.id, a.age_days, m.captured_on, m.views, m.engagement
  from public.content_items as i
  cross join unnest('{1,7,28,90,365}'::smallint[]) as a (age_days)
  cross join lateral (
    select s.captured_on, s.views,
      coalesce(s.likes, 0) + coalesce(s.comments, 0) + coalesce(s.shares, 0) + coalesce(s.saves, 0) as engagement
    from public.content_metrics as s
    where s.organization_id = p_organization_id and s.content_item_id = i.id and s.views is not null
      and s.captured_on between (i.published_at at time zone 'UTC')::date + a.age_days - (a.age_days + 6) / 10
      and (i.published_at at time zone 'UTC')::date + a.age_days
    order by s.captured_on desc, s.granularity desc
    limit 1
  ) as m
  where i.organization_id = p_organization_id and i.social_account_id = p_social_account_id and i.deleted_at is null
    and i.published_at between ((p_metrics_start - a.age_days)::timestamp at time zone 'UTC')
    and now() - make_interval(days => a.age_days - 1)
    and (i.published_at at time zone 'UTC')::date + a.age_days <= (now() at time zone 'UTC')::date
  on conflict (organization_id, content_item_id, age_days) do update set
    captured_on = excluded.captured_on, views = excluded.views, engagement = excluded.engagement
  where (t.captured_on, t.views, t.engagement)
    is distinct from (excluded.captured_on, excluded.views, excluded.engagement);
  get diagnostics v_count = row_count;

  update public.content_milestones as t
  set percentile = r.percentile, sample_count = r.sample_count
  from (
    select s.content_item_id, s.age_days, count(*) over same as sample_count,
      case when count(*) over same > 1
        then round((100 * percent_rank() over (same order by s.views))::numeric, 2) end as percentile
    from public.content_milestones as s
    join public.content_items as i on i.organization_id = s.organization_id and i.id = s.content_item_id
    where s.organization_id = p_organization_id and i.social_account_id = p_social_account_id and i.deleted_at is null
    window same as (partition by i.is_short, s.age_days)
  ) as r
  where t.organization_id = p_organization_id and t.content_item_id = r.content_item_id and t.age_days = r.age_days
    and (t.percentile, t.sample_count) is distinct from (r.percentile, r.sample_count);
  return v_count;
end;
$$;
comment on function private.refresh_milestones(uuid, uuid, date) is
'Takes over what the metrics since that day say about items that have reached 1, 7, 28, 90 or 365 days, and ranks the channel at each age.
A missing day is replaced by one up to a tenth of the age earlier. Answers how many milestones changed.';

create function private.same_age_percentiles(p_organization_id uuid, p_social_account_id uuid, p_age_days integer)
returns table (content_item_id uuid, captured_on date, views bigint, percentile numeric, sample_count bigint)
language sql
stable
set search_path = ''
as $$
  select i.id, m.captured_on, m.views,
    case when count(*) over same > 1 then round((100 * percent_rank() over (same order by m.views))::numeric, 2) end,
    count(*) over same
  from public.content_items as i
  cross join lateral (
    select s.captured_on, s.views
    from public.content_metrics as s
    where s.organization_id = p_organization_id and s.content_item_id = i.id and s.views is not null
      and s.captured_on between (i.published_at at time zone 'UTC')::date + p_age_days - (p_age_days + 6) / 10
      and (i.published_at at time zone 'UTC')::date + p_age_days
    order by s.captured_on desc, s.granularity desc
    limit 1
  ) as m
  where i.organization_id = p_organization_id and i.social_account_id = p_social_account_id and i.deleted_at is null
    and i.published_at <= now() - make_interval(days => p_age_days - 1)
  window same as (partition by i.is_short)
$$;
comment on function private.same_age_percentiles(uuid, uuid, integer) is
'As content_milestones, for any age, straight from the metrics.';

-- The queue -----------------------------------------------------------------------------------------------------------

create function private.process_score_requests(p_limit integer default 500)
returns integer
language plpgsql
volatile
set search_path = ''
-- Channels differ in size a thousandfold; a plan of its own for each costs less than a wrong one.
set plan_cache_mode = 'force_custom_plan'
as $$
declare
  v_request record;
  v_changed integer;
  v_count integer := 0;
begin
  for v_request in
    delete from private.score_requests as r
    where r.social_account_id = any(array(
      select d.social_account_id from private.score_requests as d
      where d.due_at <= now() order by d.due_at limit p_limit for update skip locked
    ))
    returning r.organization_id, r.social_account_id, r.metrics_start
  loop
    v_changed := private.rescore_social_account(v_request.organization_id, v_request.social_account_id)
      + private.refresh_milestones(v_request.organization_id, v_request.social_account_id, v_request.metrics_start);
    v_count := v_count + 1;
    if v_changed > 0 then
      perform private.record_average_score(v_request.organization_id);
      perform private.broadcast_analytics(v_request.organization_id, v_request.social_account_id);
    end if;
  end loop;
  return v_count;
end;
$$;
comment on function private.process_score_requests(integer) is
'Scores the accounts that are due and tells those who look; answers how many. Several runs at once share the work.';

create function private.broadcast_analytics(p_organization_id uuid, p_social_account_id uuid)
returns void
language sql
volatile
set search_path = ''
as $$
  select realtime.send(
    jsonb_build_object('social_account_id', a.id, 'platform', a.platform), 'analytics', t.topic, true
  )
  from public.social_accounts as a
  cross join lateral (
    select concat('org:', a.organization_id, ':analytics') as topic
    union all
    select concat('org:', a.organization_id, ':client:', a.client_account_id, ':analytics')
    where a.client_account_id is not null
  ) as t
  where a.organization_id = p_organization_id and a.id = p_social_account_id
$$;
comment on function private.broadcast_analytics(uuid, uuid) is
'Tells members that an account''s numbers changed; screens read them anew.';

create function private.request_all_rescores()
returns bigint
language sql
volatile
set search_path = ''
as $$
  with requested as (
    insert into private.score_requests as r (social_account_id, organization_id, due_at)
    -- Spread over an hour: nobody waits for these.
    select a.id, a.organization_id, now() + random() * interval '1 hour'
    from public.social_accounts as a
    where a.deleted_at is null and a.status = 'active'
    on conflict (social_account_id) do nothing
    returning 1
  )
  select count(*) from requested
$$;
comment on function private.request_all_rescores() is
'Daily: the 90 days that averages are taken over move on even where nothing is reported.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_milestones enable row level security;

create policy content_milestones_select_members on public.content_milestones
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null
      then content_item_id not in (select unnest((select private.hidden_content_items())))
    else content_item_id in (
      select i.id from public.content_items as i
      where i.organization_id = (select organization_id from private.acting_member)
        and i.client_account_id = (select private.member_client_account())
    )
  end
);

grant select on public.content_milestones to authenticated, service_role;

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('process-score-requests', '* * * * *', 'select private.process_score_requests()');
select cron.schedule('request-all-rescores', '22 1 * * *', 'select private.request_all_rescores()');
