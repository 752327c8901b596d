-- Purpose: what repurposing a piece of content was worth, against what it took.
-- Objects: roi_calculations, private.asset_results, calculate_roi, policies and grants.

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.roi_calculations (
  id uuid constraint roi_calculations_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  content_asset_id uuid not null,
  user_id uuid,
  original_content_time_hours numeric(8, 2) not null default 0,
  hourly_rate numeric(12, 4) not null default 0,
  original_content_cost numeric(14, 4) not null default 0,
  repurposing_cost numeric(14, 6) not null default 0,
  currency text not null default 'USD',
  repurposed_pieces_count integer not null default 0,
  total_views bigint not null default 0,
  total_reach bigint not null default 0,
  total_engagement bigint not null default 0,
  value_per_engagement numeric(14, 6) not null default 0,
  value_per_thousand_reached numeric(14, 6) not null default 0,
  total_cost numeric(20, 6) generated always as (
    original_content_time_hours * hourly_rate + original_content_cost + repurposing_cost
  ) stored,
  total_value numeric(30, 6) generated always as (
    total_engagement * value_per_engagement + total_reach * value_per_thousand_reached / 1000
  ) stored,
  roi_multiplier numeric(30, 6) generated always as (
    (total_engagement * value_per_engagement + total_reach * value_per_thousand_reached / 1000)
    / nullif(original_content_time_hours * hourly_rate + original_content_cost + repurposing_cost, 0)
  ) stored,
  cost_per_engagement numeric(20, 6) generated always as (
    (original_content_time_hours * hourly_rate + original_content_cost + repurposing_cost) / nullif(total_engagement, 0)
  ) stored,
  value_score numeric(5, 2) generated always as (
    100 * (total_engagement * value_per_engagement + total_reach * value_per_thousand_reached / 1000)
    / nullif(
      total_engagement * value_per_engagement + total_reach * value_per_thousand_reached / 1000
      + original_content_time_hours * hourly_rate + original_content_cost + repurposing_cost, 0
    )
  ) stored,
  calculated_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  constraint roi_calculations_organization_id_id_key unique (organization_id, id),
  constraint roi_calculations_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint roi_calculations_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint roi_calculations_content_asset_id_fkey foreign key (organization_id, content_asset_id)
    references public.content_assets (organization_id, id) on delete cascade,
  constraint roi_calculations_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint roi_calculations_currency_check check (currency ~ '^[A-Z]{3}$'),
  constraint roi_calculations_inputs_check check (
    least(
      original_content_time_hours, hourly_rate, original_content_cost, repurposing_cost, value_per_engagement,
      value_per_thousand_reached
    ) >= 0
  ),
  constraint roi_calculations_counts_check check (
    least(repurposed_pieces_count, total_views, total_reach, total_engagement) >= 0
  )
);
create index roi_calculations_organization_id_calculated_at_idx
on public.roi_calculations (organization_id, calculated_at desc, id desc);
create index roi_calculations_content_asset_id_idx
on public.roi_calculations (organization_id, content_asset_id, calculated_at desc);
create index roi_calculations_client_account_id_idx on public.roi_calculations (organization_id, client_account_id)
where client_account_id is not null;
create index roi_calculations_user_id_idx on public.roi_calculations (user_id) where user_id is not null;
comment on table public.roi_calculations is
'One calculation per request: inputs, what was measured at that moment, and what follows from both.';
comment on column public.roi_calculations.user_id is 'Who asked; null once that person is deleted.';
comment on column public.roi_calculations.original_content_time_hours is 'Hours spent on the original.';
comment on column public.roi_calculations.original_content_cost is 'What it cost beside the hours; money is in currency.';
comment on column public.roi_calculations.repurposing_cost is 'What making the pieces cost: AI, voices, video.';
comment on column public.roi_calculations.repurposed_pieces_count is 'Pieces of content made from the asset.';
comment on column public.roi_calculations.value_per_engagement is 'What one like, comment, share or save is worth to the organization.';
comment on column public.roi_calculations.roi_multiplier is 'Value per unit of cost; null when nothing was spent.';
comment on column public.roi_calculations.cost_per_engagement is 'Null while nobody engaged.';
comment on column public.roi_calculations.value_score is '0 to 100: the share of value in value and cost together; 50 is break-even.';

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.asset_results(
  p_organization_id uuid, p_content_asset_id uuid,
  out pieces bigint, out views numeric, out reach numeric, out engagement numeric
)
returns record
language sql
stable
set search_path = ''
as $$
  with piece as (
    select g.id from public.generated_content as g
    where g.organization_id = p_organization_id and g.content_asset_id = p_content_asset_id and g.deleted_at is null
  ),
  item as (
    -- What went online of them, or of the asset itself; one item once, however often it was scheduled.
    select distinct i.id, i.view_count, i.like_count + i.comment_count + i.share_count + i.save_count as engagement
    from public.scheduled_posts as s
    join public.content_items as i
      on i.social_account_id = s.social_account_id and i.platform_content_id = s.platform_post_id
      and i.organization_id = p_organization_id
    where s.organization_id = p_organization_id
      and (s.content_asset_id = p_content_asset_id or s.generated_content_id in (select p.id from piece as p))
  )
  select (select count(*) from piece), coalesce(sum(i.view_count), 0),
    coalesce(sum(coalesce(m.reach, i.view_count)), 0), coalesce(sum(i.engagement), 0)
  from item as i
  left join lateral (
    select c.reach from public.content_metrics as c
    where c.organization_id = p_organization_id and c.content_item_id = i.id
    order by c.captured_on desc, c.granularity desc
    limit 1
  ) as m on true
$$;
comment on function private.asset_results(uuid, uuid) is
'How many pieces were made of an asset, and what those that went online have reached; views stand in where a platform counts no people.';

create function private.calculate_roi(
  p_content_asset_id uuid,
  p_original_content_time_hours numeric default 0,
  p_original_content_cost numeric default 0,
  p_hourly_rate numeric default 0,
  p_repurposing_cost numeric default 0,
  p_value_per_engagement numeric default 0,
  p_value_per_thousand_reached numeric default 0,
  p_currency text default 'USD'
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on calculations: what was measured is not theirs to write
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_client_account_id uuid;
  v_row public.roi_calculations;
  v_bound record;
begin
  perform private.require(p_content_asset_id is not null, 'p_content_asset_id', 'p_content_asset_id is missing');
  for v_bound in
    select b.field, b.value, b.highest
    from (
      values
      ('p_original_content_time_hours', p_original_content_time_hours, 99999),
      ('p_original_content_cost', p_original_content_cost, 1000000000),
      ('p_hourly_rate', p_hourly_rate, 1000000),
      ('p_repurposing_cost', p_repurposing_cost, 10000000),
      ('p_value_per_engagement', p_value_per_engagement, 1000000),
      ('p_value_per_thousand_reached', p_value_per_thousand_reached, 1000000)
    ) as b (field, value, highest)
  loop
    perform private.require(
      v_bound.value between 0 and v_bound.highest, v_bound.field, format('%s must be from 0 to %s', v_bound.field, v_bound.highest)
    );
  end loop;
  perform private.require(upper(p_currency) ~ '^[A-Z]{3}$', 'p_currency', 'p_currency must be a currency code of three letters');
  select a.client_account_id into v_client_account_id
  from public.content_assets as a
  where a.organization_id = v_organization_id and a.id = p_content_asset_id and a.deleted_at is null
    and (private.member_client_account() is null or a.client_account_id = private.member_client_account());
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such asset in the active organization');
  end if;
  insert into public.roi_calculations (
    organization_id, client_account_id, content_asset_id, user_id, original_content_time_hours, hourly_rate,
    original_content_cost, repurposing_cost, currency, value_per_engagement, value_per_thousand_reached,
    repurposed_pieces_count, total_views, total_reach, total_engagement
  )
  select v_organization_id, v_client_account_id, p_content_asset_id, auth.uid(), p_original_content_time_hours,
    p_hourly_rate,
    p_original_content_cost, p_repurposing_cost, upper(p_currency), p_value_per_engagement,
    p_value_per_thousand_reached,
    r.pieces, r.views, r.reach, r.engagement
  from private.asset_results(v_organization_id, p_content_asset_id) as r
  returning * into v_row;
  return to_jsonb(v_row);
end;
$$;

create function public.calculate_roi(
  p_content_asset_id uuid default null,
  p_original_content_time_hours numeric default 0,
  p_original_content_cost numeric default 0,
  p_hourly_rate numeric default 0,
  p_repurposing_cost numeric default 0,
  p_value_per_engagement numeric default 0,
  p_value_per_thousand_reached numeric default 0,
  p_currency text default 'USD'
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'calculate_roi', jsonb_build_array(
        p_content_asset_id, p_original_content_time_hours, p_original_content_cost, p_hourly_rate,
        p_repurposing_cost, p_value_per_engagement, p_value_per_thousand_reached, p_currency
      )
    ),
    private.remember_answer(
      'calculate_roi', private.calculate_roi(
        p_content_asset_id, p_original_content_time_hours, p_original_content_cost, p_hourly_rate,
        p_repurposing_cost, p_value_per_engagement, p_value_per_thousand_reached, p_currency
      )
    )
  )
$$;
comment on function public.calculate_roi(uuid, numeric, numeric, numeric, numeric, numeric, numeric, text) is
'Counts the pieces made of an asset and what they reached, weighs that against hours, rate and costs, stores the calculation and returns
it: total_cost, total_value, roi_multiplier, cost_per_engagement, value_score and what they rest on.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.roi_calculations enable row level security;

create policy roi_calculations_select_members on public.roi_calculations
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and content_asset_id not in (select unnest((select private.hidden_content_assets())))
);

grant select on public.roi_calculations to authenticated, service_role;
grant execute on function
  private.calculate_roi(uuid, numeric, numeric, numeric, numeric, numeric, numeric, text),
  public.calculate_roi(uuid, numeric, numeric, numeric, numeric, numeric, numeric, text)
to authenticated;
