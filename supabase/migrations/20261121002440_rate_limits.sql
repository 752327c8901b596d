-- Purpose: how often: token buckets, taken from in one statement.
-- Objects: private.rate_limits, rate_limit_wait, take_rate_limit, check_request.

create unlogged table private.rate_limits (
  key text constraint rate_limits_pkey primary key,
  tokens double precision not null,
  refilled_at timestamptz not null,
  full_at timestamptz not null,
  constraint rate_limits_key_check check (char_length(key) between 1 and 500),
  constraint rate_limits_tokens_check check (tokens >= 0)
)
with (fillfactor = 60);
create index rate_limits_full_at_idx on private.rate_limits (full_at);
comment on table private.rate_limits is
'One bucket per key. It refills while nobody looks; a full one is the same as none. A crash empties the table: everybody starts full.';
comment on column private.rate_limits.tokens is 'What was in the bucket at refilled_at.';
comment on column private.rate_limits.full_at is 'When it will be full again and the row may go.';

insert into private.retention_rules (parent, method, time_column, retain, description)
values ('private.rate_limits', 'delete_rows', 'full_at', interval '0', 'A full bucket says nothing.');

create function private.rate_limit_wait(
  p_key text, p_capacity double precision, p_refill_per_second double precision, p_cost double precision default 1
)
returns double precision
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_tokens double precision;
begin
  perform private.require(char_length(p_key) between 1 and 500, 'p_key', 'p_key must have 1 to 500 characters');
  perform private.require(p_capacity between 1 and 1000000000, 'p_capacity', 'p_capacity must be at least 1');
  perform private.require(
    p_refill_per_second between 0.000001 and 1000000000, 'p_refill_per_second', 'p_refill_per_second must be above 0'
  );
  perform private.require(
    p_cost > 0 and p_cost <= p_capacity, 'p_cost', 'p_cost must be above 0 and at most p_capacity'
  );
  -- One statement decides: the condition is looked at again once the row is locked. The clock, not the start of the
  -- transaction: time passes while others hold the row.
  insert into private.rate_limits as r (key, tokens, refilled_at, full_at)
  values (
    p_key, p_capacity - p_cost, clock_timestamp(),
    clock_timestamp() + make_interval(secs => p_cost / p_refill_per_second)
  )
  on conflict on constraint rate_limits_pkey do update
  set
    tokens = private.bucket_level(r.tokens, r.refilled_at, p_capacity, p_refill_per_second) - p_cost,
    refilled_at = greatest(r.refilled_at, clock_timestamp()),
    full_at = clock_timestamp() + make_interval(
      secs => (p_capacity + p_cost - private.bucket_level(r.tokens, r.refilled_at, p_capacity, p_refill_per_second))
        / p_refill_per_second
    )
  where private.bucket_level(r.tokens, r.refilled_at, p_capacity, p_refill_per_second) >= p_cost;
  if found then
    return 0;
  end if;
  select private.bucket_level(r.tokens, r.refilled_at, p_capacity, p_refill_per_second) into v_tokens
  from private.rate_limits as r
  where r.key = p_key;
  -- Never 0, which would mean taken: the bucket may have filled since.
  return greatest((p_cost - coalesce(v_tokens, 0)) / p_refill_per_second, 0.001);
end;
$$;
comment on function private.rate_limit_wait(text, double precision, double precision, double precision) is
'Takes p_cost tokens and answers 0, or takes nothing and answers the seconds until there are enough.';

create function private.bucket_level(
  p_tokens double precision,
  p_refilled_at timestamptz,
  p_capacity double precision,
  p_refill_per_second double precision
)
returns double precision
language sql
volatile
set search_path = ''
as $$
  select least(
    p_capacity, p_tokens + greatest(extract(epoch from clock_timestamp() - p_refilled_at), 0) * p_refill_per_second
  )
$$;
comment on function private.bucket_level(double precision, timestamptz, double precision, double precision) is
'Tokens in a bucket at this moment.';

create function private.take_rate_limit(
  p_key text, p_capacity double precision, p_refill_per_second double precision, p_cost double precision default 1
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_wait double precision := private.rate_limit_wait(p_key, p_capacity, p_refill_per_second, p_cost);
begin
  if v_wait > 0 then
    perform private.raise_error(
      'RATE_LIMITED', 'too many requests: come back later', jsonb_build_object('retry_after_seconds', ceil(v_wait)::bigint)
    );
  end if;
end;
$$;
comment on function private.take_rate_limit(text, double precision, double precision, double precision) is
'Takes p_cost tokens from the bucket, or RATE_LIMITED with the seconds to wait.';

-- Before each request -------------------------------------------------------------------------------------------------

create function private.check_request()
returns void
language plpgsql
volatile
security definer -- clients reach neither buckets nor settings
set search_path = ''
as $$
declare
  v_user_id uuid := auth.uid();
  v_rule jsonb;
begin
  -- Reading requests run in read-only transactions, where nothing can be counted; a gateway limits those.
  if coalesce(current_setting('request.method', true), 'GET') in ('GET', 'HEAD', 'OPTIONS') or private.is_backend() then
    return;
  end if;
  v_rule := private.system_setting(case when v_user_id is null then 'rate_limit.anonymous' else 'rate_limit.user' end);
  if v_rule is null then
    return;
  end if;
  perform private.take_rate_limit(
    case when v_user_id is null then 'request:address:' || coalesce(host(private.request_ip()), 'unknown')
      else 'request:user:' || v_user_id end,
    (v_rule ->> 'capacity')::double precision, (v_rule ->> 'refill_per_second')::double precision
  );
end;
$$;
comment on function private.check_request() is
'For PostgREST''s db-pre-request: limits writing requests per person, or per address without a session. Settings rate_limit.user and
rate_limit.anonymous say how often.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table private.rate_limits enable row level security;

grant execute on function private.check_request() to anon, authenticated, service_role;
