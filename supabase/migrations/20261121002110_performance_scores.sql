-- Purpose: how well an item does, and its place among the channel's others.
-- Objects: content_scores, private.channel_scores, private.rescore_social_account, rescore_social_account,
--          calculate_video_performance_score, policies and grants.

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.content_scores (
  organization_id uuid not null,
  content_item_id uuid not null,
  performance_score numeric(5, 2),
  performance_percentile numeric(5, 2),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_scores_pkey primary key (organization_id, content_item_id),
  constraint content_scores_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete cascade,
  constraint content_scores_performance_score_check check (performance_score between 0 and 100),
  constraint content_scores_performance_percentile_check check (performance_percentile between 0 and 100)
)
with (fillfactor = 70);
create index content_scores_performance_score_idx
on public.content_scores (organization_id, performance_score desc nulls last, content_item_id);
comment on index public.content_scores_performance_score_idx is 'The best content of a tenant.';
comment on table public.content_scores is
'Score and percentile of each item, apart from the item: a score moves whenever the channel''s averages do, and rewriting rows with long
texts, their search vector and a dozen index entries for it costs ten times as much.';
comment on column public.content_scores.performance_score is
'0 to 100: views (30 points), engagement (25), retention (20) and growth (25) against the channel''s averages of the last 90 days. What the
platform does not report is left out and the rest scaled up to 100; null while no views are known.';
comment on column public.content_scores.performance_percentile is
'0 to 100 by score among the account''s items of the same format (Shorts apart); null for the only one. For the same at equal age see
content_milestones.';

create trigger touch before update on public.content_scores
for each row execute function private.touch();

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.channel_scores(p_organization_id uuid, p_social_account_id uuid)
returns table (content_item_id uuid, performance_score numeric, performance_percentile numeric)
language sql
stable
set search_path = ''
as $$
  with item as (
    select i.id, i.is_short, i.published_at >= now() - interval '90 days' as is_recent,
      i.view_count::double precision as views,
      (
        coalesce(i.like_count, 0) + 2 * coalesce(i.comment_count, 0)
        + 2 * (coalesce(i.share_count, 0) + coalesce(i.save_count, 0))
      )::double precision as engagement,
      i.average_view_duration_seconds::double precision / nullif(i.duration_seconds, 0) as retention,
      i.subscriber_growth::double precision as growth
    from public.content_items as i
    where i.organization_id = p_organization_id and i.social_account_id = p_social_account_id and i.deleted_at is null
  ),
  channel as (
    select c.is_short,
      coalesce(avg(c.views) filter (where c.is_recent), avg(c.views)) as views,
      coalesce(
        sum(c.engagement) filter (where c.is_recent) / nullif(sum(c.views) filter (where c.is_recent), 0),
        sum(c.engagement) / nullif(sum(c.views), 0)
      ) as rate,
      -- All zero: the platform does not say.
      max(c.views) > 0 as reports_views, max(abs(c.growth)) > 0 as reports_growth
    from item as c
    group by c.is_short
  ),
  part as (
    -- least() would make full marks of null.
    select i.id, i.is_short,
      case when c.reports_views and i.views is not null
        then least(30, 15 * i.views / greatest(c.views, 100)) end as views,
      case when c.rate > 0 then
        case when i.views > 0 then least(25, 12.5 * i.engagement / i.views / c.rate) when i.views = 0 then 0 end
      end as engagement,
      case when i.retention is not null then least(20, 20 * i.retention) end as retention,
      case when c.reports_growth and i.growth is not null then least(25, greatest(0, i.growth / 10)) end as growth
    from item as i
    join channel as c on c.is_short = i.is_short
  ),
  scored as (
    select p.id, p.is_short,
      case when p.views is not null then round((
        100 * (p.views + coalesce(p.engagement, 0) + coalesce(p.retention, 0) + coalesce(p.growth, 0))
        / (
          30 + case when p.engagement is null then 0 else 25 end + case when p.retention is null then 0 else 20 end
          + case when p.growth is null then 0 else 25 end
        )
      )::numeric, 2) end as score
    from part as p
  )
  select s.id, s.score,
    case when s.score is not null and count(*) over same > 1
      then round((100 * percent_rank() over (same order by s.score))::numeric, 2) end
  from scored as s
  window same as (partition by s.is_short, s.score is null)
$$;
comment on function private.channel_scores(uuid, uuid) is
'Score and percentile of every item of an account. Double the channel''s average views, or engagement per view, earns full points for that
part, the average half; watching to the end earns all of retention; 250 subscribers all of growth.';

create function private.rescore_social_account(p_organization_id uuid, p_social_account_id uuid)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_count integer;
begin
  insert into public.content_scores as s (organization_id, content_item_id, performance_score, performance_percentile)
  select p_organization_id, c.content_item_id, c.performance_score, c.performance_percentile
  from private.channel_scores(p_organization_id, p_social_account_id) as c
  left join public.content_scores as o
    on o.organization_id = p_organization_id and o.content_item_id = c.content_item_id
  where (o.performance_score, o.performance_percentile) is distinct from (c.performance_score, c.performance_percentile)
  on conflict (organization_id, content_item_id) do update set
    performance_score = excluded.performance_score, performance_percentile = excluded.performance_percentile;
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function private.rescore_social_account(uuid, uuid) is
'Scores and ranks a whole channel in one statement; answers how many rows changed.';

create function public.rescore_social_account(p_social_account_id uuid)
returns integer
language plpgsql
volatile
security definer -- workers have no write grant on scores
set search_path = ''
as $$
declare
  v_organization_id uuid;
begin
  perform private.require(p_social_account_id is not null, 'p_social_account_id', 'p_social_account_id is missing');
  select a.organization_id into v_organization_id
  from public.social_accounts as a where a.id = p_social_account_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such social account');
  end if;
  return private.rescore_social_account(v_organization_id, p_social_account_id);
end;
$$;
comment on function public.rescore_social_account(uuid) is
'For workers and operators: scores and ranks the account''s content at once instead of with the next run of the queue. Answers how many
items changed. Errors: VALIDATION_ERROR, NOT_FOUND.';

create function private.calculate_video_performance_score(p_video_id uuid, p_user_id uuid default null)
returns numeric
language plpgsql
volatile
security definer -- clients have no write grant on scores; membership, role and client account are checked here
set search_path = ''
as $$
declare
  v_is_service boolean := auth.role() = 'service_role';
  v_organization_id uuid := case when not v_is_service then private.require_role('creator') end;
  v_social_account_id uuid;
  v_score numeric(5, 2);
begin
  perform private.require(p_video_id is not null, 'p_video_id', 'p_video_id is missing');
  if not v_is_service and p_user_id is distinct from auth.uid() and p_user_id is not null then
    perform private.raise_error('FORBIDDEN', 'p_user_id must be your own');
  end if;
  select i.organization_id, i.social_account_id
  into v_organization_id, v_social_account_id
  from public.content_items as i
  where i.id = p_video_id and i.deleted_at is null
    and (v_is_service or (
      i.organization_id = v_organization_id
      and (private.member_client_account() is null or i.client_account_id = private.member_client_account())
    ))
    and (p_user_id is null or exists (
      select from public.organization_members as m
      where m.organization_id = i.organization_id and m.user_id = p_user_id and m.status = 'active'
    ));
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such video in the active organization');
  end if;
  select c.performance_score into v_score
  from private.channel_scores(v_organization_id, v_social_account_id) as c
  where c.content_item_id = p_video_id;
  insert into public.content_scores as s (organization_id, content_item_id, performance_score)
  values (v_organization_id, p_video_id, v_score)
  on conflict (organization_id, content_item_id) do update set performance_score = excluded.performance_score
  where s.performance_score is distinct from excluded.performance_score;
  if found then
    perform private.request_rescore(v_organization_id, v_social_account_id);
  end if;
  return v_score;
end;
$$;

create function public.calculate_video_performance_score(p_video_id uuid default null, p_user_id uuid default null)
returns numeric
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.calculate_video_performance_score(p_video_id, p_user_id)
$$;
comment on function public.calculate_video_performance_score(uuid, uuid) is
'Scores one item against its channel, stores the score and returns it, 0 to 100; null while no views are known. p_user_id may be left out;
clients may give their own id only. The percentiles of the channel follow within a minute.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_scores enable row level security;

create policy content_scores_select_members on public.content_scores
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

grant select on public.content_scores to authenticated, service_role;
grant execute on function
  private.calculate_video_performance_score(uuid, uuid),
  public.calculate_video_performance_score(uuid, uuid)
to authenticated, service_role;
grant execute on function public.rescore_social_account(uuid) to service_role, catalyst_worker;
