-- Purpose: settings of the whole installation: typed values, some of them for everybody to read.
-- Objects: setting_type, system_settings, private.system_setting, set_system_setting.

create type public.setting_type as enum ('boolean', 'number', 'string', 'object', 'array');
comment on type public.setting_type is 'Kinds of json values, as jsonb_typeof names them.';

create table public.system_settings (
  id uuid constraint system_settings_pkey primary key default gen_random_uuid(),
  key text not null constraint system_settings_key_key unique,
  value jsonb not null,
  value_type public.setting_type not null,
  description text,
  is_public boolean not null default false,
  updated_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint system_settings_updated_by_fkey foreign key (updated_by)
    references public.profiles (id) on delete set null,
  constraint system_settings_key_check check (key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and char_length(key) <= 255),
  constraint system_settings_value_has_its_type
    check (jsonb_typeof(value) = case value_type
      when 'boolean' then 'boolean' when 'number' then 'number' when 'string' then 'string' when 'object' then 'object' else 'array'
    end),
  constraint system_settings_value_is_small check (octet_length(value::text) <= 65536),
  constraint system_settings_description_check check (char_length(description) <= 1000)
);
create index system_settings_updated_by_idx on public.system_settings (updated_by) where updated_by is not null;
comment on table public.system_settings is 'Changed without a deployment, by operators and platform admins; each change is on record.';
comment on column public.system_settings.is_public is 'Everybody may read it, signed in or not: never set it on a secret.';

insert into public.system_settings (key, value, value_type, is_public, description) values
  ('app.name', '"Content Catalyst"', 'string', true, 'What the product is called, also in mails.'),
  ('app.maintenance', 'false', 'boolean', true, 'Frontends show a notice instead of their screens; no mails go out.'),
  ('app.support_email', '"support@example.com"', 'string', true, 'Where people ask for help, also in mails.'),
  ('ai.models', '{"text": ["local/local-extractive"], "embedding": ["local/wordllama-l2-supercat-256"], "transcription": []}', 'object', false,
    'By capability, provider/model in the order to try, for organizations that chose none.'),
  ('ai.fallback', '{"beyond_choice": false, "to_local": false}', 'object', false,
    'Where a chosen model fails: whether the list of the platform is tried after it, and whether local answers at last.'),
  ('rate_limit.anonymous', '{"capacity": 30, "refill_per_second": 0.5}', 'object', false,
    'Writing requests of one address without a session.'),
  ('rate_limit.user', '{"capacity": 120, "refill_per_second": 2}', 'object', false, 'Writing requests of one person.'),
  ('rate_limit.api_key', '{"capacity": 60, "refill_per_second": 1}', 'object', false, 'Requests of one API key.');

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.system_setting(p_key text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select s.value from public.system_settings as s where s.key = p_key
$$;
comment on function private.system_setting(text) is 'The value of a setting; null when there is none.';

create function private.set_system_setting(
  p_key text, p_value jsonb, p_is_public boolean default null, p_description text default null
)
returns public.system_settings
language plpgsql
volatile
security definer -- nobody holds a grant to write settings
set search_path = ''
as $$
declare
  v_setting public.system_settings;
begin
  if not private.is_backend() and not private.has_app_role('admin') then
    perform private.raise_error(
      case when auth.uid() is null then 'UNAUTHORIZED' else 'FORBIDDEN' end, 'only platform admins change settings'
    );
  end if;
  perform private.require(
    p_key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and char_length(p_key) <= 255,
    'p_key', 'p_key must be names in lower case joined by dots'
  );
  perform private.require(p_value is not null and p_value <> 'null', 'p_value', 'p_value is missing');
  perform private.require(octet_length(p_value::text) <= 65536, 'p_value', 'p_value is larger than 64 KiB');
  p_description := private.require_text(p_description, 'p_description', 1000, 1, true);
  insert into public.system_settings as s (key, value, value_type, is_public, description, updated_by)
  values (
    p_key, p_value, jsonb_typeof(p_value)::public.setting_type, coalesce(p_is_public, false), p_description,
    (select p.id from public.profiles as p where p.id = auth.uid())
  )
  on conflict on constraint system_settings_key_key do update
  set
    value = excluded.value,
    is_public = coalesce(p_is_public, s.is_public),
    description = coalesce(p_description, s.description),
    updated_by = excluded.updated_by
  where s.value_type = excluded.value_type
  returning s.* into v_setting;
  perform private.require(found, 'p_value', 'p_value must be of the type the setting has');
  return v_setting;
end;
$$;
comment on function private.set_system_setting(text, jsonb, boolean, text) is 'The work of public.set_system_setting.';

create function public.set_system_setting(
  p_key text default null, p_value jsonb default null, p_is_public boolean default null, p_description text default null
)
returns public.system_settings
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.set_system_setting(p_key, p_value, p_is_public, p_description)
$$;
comment on function public.set_system_setting(text, jsonb, boolean, text) is
'Changes or adds a setting; a known one keeps its type. For platform admins and servers.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR.';

-- Triggers, row level security and grants -----------------------------------------------------------------------------

create trigger touch before update on public.system_settings
for each row execute function private.touch();
select private.attach_audit('public.system_settings', p_shown => '{key,value}');

alter table public.system_settings enable row level security;

create policy system_settings_select_everyone on public.system_settings
for select to anon
using (is_public);

create policy system_settings_select_admins on public.system_settings
for select to authenticated
using (is_public or (select private.has_app_role('admin')));
comment on policy system_settings_select_admins on public.system_settings is
'Signed-in people see the public ones, platform admins all.';

-- Who changed it last is for the audit log.
grant select (id, key, value, value_type, description, is_public, created_at, updated_at)
on public.system_settings to anon, authenticated;
grant select on public.system_settings to service_role;
grant execute on function
  public.set_system_setting(text, jsonb, boolean, text),
  private.set_system_setting(text, jsonb, boolean, text)
to authenticated, service_role;
