-- Purpose: when to post: learned from what an account published, or the platform's usual hours until there is enough of it.
-- Objects: posting_time_defaults, posting_times, private.relearn_posting_times, best_posting_times, policies,
--          grants, cron.

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.posting_time_defaults (
  platform text not null,
  weekday smallint not null,
  hour smallint not null,
  score numeric(5, 2) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint posting_time_defaults_pkey primary key (platform, weekday, hour),
  constraint posting_time_defaults_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete cascade,
  constraint posting_time_defaults_weekday_check check (weekday between 1 and 7),
  constraint posting_time_defaults_hour_check check (hour between 0 and 23),
  constraint posting_time_defaults_score_check check (score between 0 and 100)
);
comment on table public.posting_time_defaults is
'Usual good hours per platform, a starting point for accounts with too little history. Operators change them.';
comment on column public.posting_time_defaults.weekday is '1 is Monday, 7 is Sunday, as in ISO 8601.';
comment on column public.posting_time_defaults.hour is 'Hour of the audience''s local day.';
comment on column public.posting_time_defaults.score is '0 to 100; 50 is an ordinary hour.';

create table public.posting_times (
  organization_id uuid not null,
  social_account_id uuid not null,
  weekday smallint not null,
  hour smallint not null,
  score numeric(5, 2) not null,
  sample_count integer not null,
  average_percentile numeric(5, 2) not null,
  timezone text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint posting_times_pkey primary key (organization_id, social_account_id, weekday, hour),
  constraint posting_times_social_account_id_fkey foreign key (organization_id, social_account_id)
    references public.social_accounts (organization_id, id) on delete cascade,
  constraint posting_times_weekday_check check (weekday between 1 and 7),
  constraint posting_times_hour_check check (hour between 0 and 23),
  constraint posting_times_score_check check (score between 0 and 100),
  constraint posting_times_sample_count_check check (sample_count > 0),
  constraint posting_times_average_percentile_check check (average_percentile between 0 and 100),
  constraint posting_times_timezone_check check (private.is_timezone(timezone))
);
comment on table public.posting_times is 'What an account''s own posts teach about the hours of its week.';
comment on column public.posting_times.weekday is '1 is Monday, 7 is Sunday, as in ISO 8601; local to timezone.';
comment on column public.posting_times.hour is 'Hour of the day in timezone.';
comment on column public.posting_times.score is
'0 to 100: average_percentile, drawn towards the platform''s usual score for the hour as far as samples are few.';
comment on column public.posting_times.sample_count is 'Posts published in this hour that the score rests on.';
comment on column public.posting_times.average_percentile is 'Their mean percentile among the account''s posts at the same age.';

create trigger touch before update on public.posting_time_defaults
for each row execute function private.touch();
create trigger touch before update on public.posting_times
for each row execute function private.touch();

-- Usual hours ---------------------------------------------------------------------------------------------------------

-- Working days and weekends apart; in between them every hour counts as ordinary.
insert into public.posting_time_defaults (platform, weekday, hour, score)
select d.platform, w.weekday, h.hour, d.score
from (
  values
  ('youtube', '{1,2,3,4,5}'::smallint[], '{15,16,17}'::smallint[], 65), ('youtube', '{6,7}', '{10,11,12}', 68),
  ('instagram', '{1,2,3,4,5}', '{11,12,18}', 65), ('instagram', '{6,7}', '{10,11}', 58),
  ('tiktok', '{1,2,3,4,5}', '{17,18,19,20}', 66), ('tiktok', '{6,7}', '{11,16,20}', 62),
  ('facebook', '{1,2,3,4,5}', '{9,10,13}', 62), ('facebook', '{6,7}', '{10,12}', 56),
  ('x', '{1,2,3,4,5}', '{8,9,12}', 64), ('x', '{6,7}', '{10}', 55),
  ('linkedin', '{2,3,4}', '{8,9,10}', 70), ('linkedin', '{1,5}', '{9,10}', 60),
  ('threads', '{1,2,3,4,5}', '{8,12,19}', 62), ('threads', '{6,7}', '{11,19}', 58),
  ('email', '{2,4}', '{9,10}', 66), ('email', '{1,3,5}', '{10}', 58)
) as d (platform, weekdays, hours, score)
inner join public.platforms as p on p.slug = d.platform
cross join lateral unnest(d.weekdays) as w (weekday)
cross join lateral unnest(d.hours) as h (hour);

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.relearn_posting_times(p_social_account_id uuid default null)
returns integer
language sql
volatile
set search_path = ''
as $$
  with sample as (
    select i.organization_id, i.social_account_id, i.platform, o.timezone,
      extract(isodow from i.published_at at time zone o.timezone)::smallint as weekday,
      extract(hour from i.published_at at time zone o.timezone)::smallint as hour, m.percentile,
      count(*) over (partition by i.social_account_id) as account_sample_count
    from public.content_items as i
    join public.organizations as o on o.id = i.organization_id
    cross join lateral (
      -- A week shows what the hour did; younger and older milestones stand in for a missing one.
      select r.percentile
      from public.content_milestones as r
      where r.organization_id = i.organization_id and r.content_item_id = i.id and r.percentile is not null
        and r.age_days <= 28
      order by array_position('{7,28,1}', r.age_days::integer)
      limit 1
    ) as m
    where (p_social_account_id is null or i.social_account_id = p_social_account_id) and i.deleted_at is null
      and i.published_at > now() - interval '1 year'
  ),
  slot as (
    select s.organization_id, s.social_account_id, s.platform, s.timezone, s.weekday, s.hour, count(*) as sample_count,
      avg(s.percentile) as average_percentile
    from sample as s
    where s.account_sample_count >= 20
    group by s.organization_id, s.social_account_id, s.platform, s.timezone, s.weekday, s.hour
    having count(*) >= 3
  ),
  learned as (
    select s.organization_id, s.social_account_id, s.weekday, s.hour, s.timezone, s.sample_count,
      round(s.average_percentile, 2) as average_percentile,
      round((s.average_percentile * s.sample_count + 5 * coalesce(d.score, 50)) / (s.sample_count + 5), 2) as score
    from slot as s
    left join public.posting_time_defaults as d
      on d.platform = s.platform and d.weekday = s.weekday and d.hour = s.hour
  ),
  gone as (
    delete from public.posting_times as t
    where (p_social_account_id is null or t.social_account_id = p_social_account_id)
      and not exists (
        select from learned as l
        where l.organization_id = t.organization_id and l.social_account_id = t.social_account_id
          and l.weekday = t.weekday and l.hour = t.hour
      )
    returning 1
  ),
  stored as (
    insert into public.posting_times as t
      (organization_id, social_account_id, weekday, hour, score, sample_count, average_percentile, timezone)
    select l.organization_id, l.social_account_id, l.weekday, l.hour, l.score, l.sample_count, l.average_percentile,
      l.timezone
    from learned as l
    on conflict (organization_id, social_account_id, weekday, hour) do update set
      score = excluded.score, sample_count = excluded.sample_count, average_percentile = excluded.average_percentile,
      timezone = excluded.timezone
    where (t.score, t.sample_count, t.average_percentile, t.timezone)
      is distinct from (excluded.score, excluded.sample_count, excluded.average_percentile, excluded.timezone)
    returning 1
  )
  select ((select count(*) from gone) + (select count(*) from stored))::integer
$$;
comment on function private.relearn_posting_times(uuid) is
'Learns the hours of one account, or of all: from the posts of a year, their percentiles at the same age, in the organization''s zone. An
account needs 20 posts and an hour 3;
five posts of the platform''s usual score are mixed in. Answers how many hours changed.';

create function public.best_posting_times(p_social_account_id uuid default null, p_limit integer default 10)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_platform text;
  v_timezone text;
  v_slots jsonb;
begin
  perform private.require(p_social_account_id is not null, 'p_social_account_id', 'p_social_account_id is missing');
  perform private.require(p_limit between 1 and 168, 'p_limit', 'p_limit must be from 1 to 168');
  select a.platform, o.timezone into v_platform, v_timezone
  from public.social_accounts as a
  join public.organizations as o on o.id = a.organization_id
  where a.organization_id = v_organization_id and a.id = p_social_account_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such social account in the active organization');
  end if;
  select jsonb_agg(to_jsonb(s)) into v_slots
  from (
    select t.weekday, t.hour, t.score, t.sample_count, t.source
    from (
      select l.weekday, l.hour, l.score, l.sample_count, 'learned' as source
      from public.posting_times as l
      where l.organization_id = v_organization_id and l.social_account_id = p_social_account_id
      union all
      select d.weekday, d.hour, d.score, 0, 'default'
      from public.posting_time_defaults as d
      where d.platform = v_platform
        and not exists (
          select from public.posting_times as l
          where l.organization_id = v_organization_id and l.social_account_id = p_social_account_id
            and l.weekday = d.weekday and l.hour = d.hour
        )
    ) as t
    order by t.score desc, t.sample_count desc, t.weekday, t.hour
    limit p_limit
  ) as s;
  return jsonb_build_object(
    'timezone', v_timezone, 'slots', coalesce(v_slots, '[]'),
    'is_learned', exists (
      select from public.posting_times as l
      where l.organization_id = v_organization_id and l.social_account_id = p_social_account_id
    )
  );
end;
$$;
comment on function public.best_posting_times(uuid, integer) is
'The best hours of the week to post on an account: {timezone, is_learned, slots: [{weekday (1 is Monday), hour, score, sample_count, source}]},
best first. source is learned from the account''s own posts, sample_count of
them, or the platform''s default. p_limit: 1 to 168.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.posting_time_defaults enable row level security;
alter table public.posting_times enable row level security;

create policy posting_time_defaults_select_everyone on public.posting_time_defaults
for select to authenticated
using (platform is not null);

create policy posting_times_select_members on public.posting_times
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null
      then social_account_id not in (select unnest((select private.hidden_social_accounts())))
    else social_account_id in (
      select a.id from public.social_accounts as a
      where a.organization_id = (select organization_id from private.acting_member)
        and a.client_account_id = (select private.member_client_account())
    )
  end
);

grant select on public.posting_time_defaults, public.posting_times to authenticated;
grant select, insert, update, delete on public.posting_time_defaults to service_role;
grant select on public.posting_times to service_role;
grant execute on function public.best_posting_times(uuid, integer) to authenticated;

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('relearn-posting-times', '42 3 * * *', 'select private.relearn_posting_times()');
