-- Purpose: what the system did and what went wrong, kept per severity as long as its rule says.
-- Objects: log_severity, system_logs with one partitioned table per severity, write_system_log(s),
--          cleanup_old_system_logs, log_content_generation, cron.

create type public.log_severity as enum ('debug', 'info', 'warning', 'error', 'critical');
comment on type public.log_severity is 'Ordered: each is graver than the ones before it.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.system_logs (
  id bigint generated always as identity,
  organization_id uuid,
  user_id uuid,
  event_type text not null,
  severity public.log_severity not null default 'info',
  source text not null,
  message text not null,
  event_data jsonb not null default '{}',
  session_id text,
  request_id text,
  ip_address inet,
  user_agent text,
  execution_time_ms integer,
  memory_usage_mb numeric(10, 2),
  created_at timestamptz not null default now(),
  constraint system_logs_pkey primary key (id, severity, created_at),
  constraint system_logs_event_type_check check (char_length(event_type) between 1 and 100),
  constraint system_logs_source_check check (char_length(source) between 1 and 100),
  constraint system_logs_message_check check (char_length(message) <= 10000),
  constraint system_logs_event_data_is_an_object check (jsonb_typeof(event_data) = 'object'),
  constraint system_logs_session_id_check check (char_length(session_id) <= 200),
  constraint system_logs_request_id_check check (char_length(request_id) <= 200),
  constraint system_logs_user_agent_check check (char_length(user_agent) <= 500),
  constraint system_logs_execution_time_ms_check check (execution_time_ms >= 0),
  constraint system_logs_memory_usage_mb_check check (memory_usage_mb >= 0)
)
partition by list (severity);
create index system_logs_user_id_idx on public.system_logs (user_id) where user_id is not null;
create index system_logs_organization_id_created_at_idx on public.system_logs (organization_id, created_at desc)
where organization_id is not null;
create index system_logs_event_type_created_at_idx on public.system_logs (event_type, created_at desc);
create index system_logs_source_created_at_idx on public.system_logs (source, created_at desc);
create index system_logs_created_at_idx on public.system_logs (created_at desc);
comment on table public.system_logs is
'Operators'' log. Split by severity, each part by month, so that each severity has its own retention rule and goes by whole partitions.
It refers to nothing by key: a log entry must never stand in anybody''s way.';
comment on column public.system_logs.event_type is 'api_call, user_action, system_event, error, content_generation …';
comment on column public.system_logs.source is 'Who wrote it: youtube_api, gemini_api, revid_api, webapp, webhooks …';
comment on column public.system_logs.user_id is
'Cleared, as are address, agent, session and event_data, when the person is erased.';

create table public.system_logs_debug partition of public.system_logs for values in ('debug')
partition by range (created_at);
create table public.system_logs_info partition of public.system_logs for values in ('info')
partition by range (created_at);
create table public.system_logs_warning partition of public.system_logs for values in ('warning')
partition by range (created_at);
create table public.system_logs_error partition of public.system_logs for values in ('error')
partition by range (created_at);
create table public.system_logs_critical partition of public.system_logs for values in ('critical')
partition by range (created_at);
alter table public.system_logs_debug enable row level security;
alter table public.system_logs_info enable row level security;
alter table public.system_logs_warning enable row level security;
alter table public.system_logs_error enable row level security;
alter table public.system_logs_critical enable row level security;
alter table public.system_logs enable row level security;

select private.manage_partitions('public.system_logs_debug', interval '90 days', 'Log entries of severity debug.');
select private.manage_partitions('public.system_logs_info', interval '90 days', 'Log entries of severity info.');
select private.manage_partitions('public.system_logs_warning', interval '1 year', 'Log entries of severity warning.');
select private.manage_partitions('public.system_logs_error', interval '1 year', 'Log entries of severity error.');
select private.manage_partitions('public.system_logs_critical', interval '1 year', 'Log entries of severity critical.');

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.write_system_log(
  p_severity public.log_severity,
  p_source text,
  p_event_type text,
  p_message text,
  p_event_data jsonb default '{}',
  p_organization_id uuid default null,
  p_user_id uuid default null,
  p_execution_time_ms integer default null,
  p_request_id text default null
)
returns void
language plpgsql
volatile
security definer -- nobody else may write the log
set search_path = ''
as $$
begin
  insert into public.system_logs (
    organization_id, user_id, event_type, severity, source, message, event_data, session_id, request_id, ip_address,
    user_agent, execution_time_ms
  )
  values (
    p_organization_id, coalesce(p_user_id, auth.uid()), left(coalesce(nullif(p_event_type, ''), 'system_event'), 100),
    coalesce(p_severity, 'info'), left(coalesce(nullif(p_source, ''), 'database'), 100), left(coalesce(p_message, ''), 10000),
    case when jsonb_typeof(p_event_data) = 'object' then p_event_data else '{}'::jsonb end,
    left(auth.jwt() ->> 'session_id', 200), left(coalesce(p_request_id, private.request_header('x-request-id')), 200),
    private.request_ip(), left(private.request_header('user-agent'), 500),
    case when p_execution_time_ms >= 0 then p_execution_time_ms end
  );
exception
  -- What is logged is more important than the log.
  when others then
    raise warning 'log entry lost: %', sqlerrm;
end;
$$;
comment on function private.write_system_log(
  public.log_severity, text, text, text, jsonb, uuid, uuid, integer, text
) is 'Writes one entry; never fails its caller.';

create function public.write_system_logs(p_entries jsonb)
returns integer
language plpgsql
volatile
security definer -- workers hold no grant to write the log
set search_path = ''
as $$
declare
  v_count integer;
begin
  perform private.require(jsonb_typeof(p_entries) = 'array', 'p_entries', 'p_entries must be an array');
  perform private.require(jsonb_array_length(p_entries) <= 1000, 'p_entries', 'p_entries can hold 1,000 entries');
  insert into public.system_logs (
    organization_id, user_id, event_type, severity, source, message, event_data, session_id, request_id, ip_address,
    user_agent, execution_time_ms, memory_usage_mb
  )
  select
    private.uuid_or_null(e ->> 'organization_id'), private.uuid_or_null(e ->> 'user_id'),
    left(coalesce(nullif(e ->> 'event_type', ''), 'system_event'), 100),
    case when e ->> 'severity' = any(enum_range(null::public.log_severity)::text[])
      then (e ->> 'severity')::public.log_severity else 'info' end,
    left(coalesce(nullif(e ->> 'source', ''), 'worker'), 100), left(coalesce(e ->> 'message', ''), 10000),
    case when jsonb_typeof(e -> 'event_data') = 'object' then e -> 'event_data' else '{}'::jsonb end,
    left(e ->> 'session_id', 200), left(e ->> 'request_id', 200), private.inet_or_null(e ->> 'ip_address'),
    left(e ->> 'user_agent', 500),
    case when e ->> 'execution_time_ms' ~ '^[0-9]{1,9}$' then (e ->> 'execution_time_ms')::integer end,
    case when e ->> 'memory_usage_mb' ~ '^[0-9]{1,7}(\.[0-9]+)?$' then (e ->> 'memory_usage_mb')::numeric end
  from jsonb_array_elements(p_entries) as e
  where jsonb_typeof(e) = 'object';
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function public.write_system_logs(jsonb) is
'For workers: an array of entries with the columns of system_logs; what does not fit is cut or left out, never refused. Errors: VALIDATION_ERROR.';

create function private.uuid_or_null(p_text text)
returns uuid
language sql
immutable
set search_path = ''
as $$
  select case when p_text ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then p_text::uuid end
$$;
comment on function private.uuid_or_null(text) is 'The id when the text is one.';

create function private.inet_or_null(p_text text)
returns inet
language plpgsql
immutable
set search_path = ''
as $$
begin
  return p_text::inet;
exception
  when invalid_text_representation then
    return null;
end;
$$;
comment on function private.inet_or_null(text) is 'The address when the text is one.';

create function public.cleanup_old_system_logs()
returns void
language plpgsql
volatile
security definer -- operators may call it; cron does
set search_path = ''
as $$
begin
  perform from private.apply_retention('public.system\_logs%');
end;
$$;
comment on function public.cleanup_old_system_logs() is
'Applies the retention rules of the log''s severities: debug and info 90 days, warning, error and critical one year. The rules are the rows of
private.retention_rules.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create function private.log_content_generation()
returns trigger
language plpgsql
volatile
security definer -- whoever makes content may not write the log
set search_path = ''
as $$
begin
  insert into public.system_logs (organization_id, user_id, event_type, severity, source, message, event_data)
  select
    n.organization_id, n.user_id, 'content_generation', 'info', 'ai_generator', 'Content generated: ' || n.content_type,
    jsonb_build_object(
      'content_id', n.id, 'content_type', n.content_type, 'ai_model', n.ai_model, 'quality_score', n.quality_score
    )
  from new_rows as n;
  return null;
exception
  when others then
    raise warning 'content generation was not logged: %', sqlerrm;
    return null;
end;
$$;
comment on function private.log_content_generation() is 'One log entry per piece of content made; never stops the making.';

create trigger log_content_generation after insert on public.generated_content
referencing new table as new_rows for each statement execute function private.log_content_generation();

-- Grants and cron -----------------------------------------------------------------------------------------------------

grant select on public.system_logs to service_role;
grant execute on function public.cleanup_old_system_logs() to service_role;
grant execute on function public.write_system_logs(jsonb) to service_role, catalyst_worker;

select cron.schedule('cleanup-system-logs', '0 3 * * *', 'select public.cleanup_old_system_logs()');
