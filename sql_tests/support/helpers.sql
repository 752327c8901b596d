-- Verbs for the pgTAP files. Loaded once into the test database, in schema `tests`, before any of them runs.

create schema tests;
grant usage on schema tests to public;

create function tests.create_user(p_email text default null)
returns uuid
language sql
security definer -- test files run as the owner of the project's schema, who may not write auth.users
set search_path = ''
as $$
  insert into auth.users (id, aud, role, email, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
  select u.id, 'authenticated', 'authenticated', coalesce(p_email, u.id || '@example.test'), '{}', '{}', now(), now()
  from (select gen_random_uuid() as id) as u
  returning id;
$$;
comment on function tests.create_user(text) is 'Signs a person up as Auth does and returns the id.';

create function tests.act_as(p_user_id uuid, p_organization_id uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform set_config('request.jwt.claims', json_build_object('sub', p_user_id, 'role', 'authenticated')::text, true);
  perform set_config(
    'request.headers',
    case when p_organization_id is null then '{}' else json_build_object('x-organization-id', p_organization_id)::text end,
    true
  );
  perform set_config('role', 'authenticated', true);
end;
$$;
comment on function tests.act_as(uuid, uuid) is 'Continues the transaction as this signed-in person, in an organization.';

create function tests.act_as_role(p_role text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform set_config('request.jwt.claims', json_build_object('role', p_role)::text, true);
  perform set_config('request.headers', '{}', true);
  perform set_config('role', p_role, true);
end;
$$;
comment on function tests.act_as_role(text) is 'Continues as a bare role: anon, service_role, catalyst_worker.';

create function tests.act_as_owner()
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform set_config('request.jwt.claims', '', true);
  perform set_config('request.headers', '', true);
  perform set_config('role', 'postgres', true);
end;
$$;
comment on function tests.act_as_owner() is 'Back to the owner of the schema, whom no policy binds.';

create function tests.raised_code(p_sql text)
returns text
language plpgsql
set search_path = ''
as $$
declare
  v_message text;
  v_state text;
begin
  execute p_sql;
  return null;
exception when others then
  get stacked diagnostics v_message = message_text, v_state = returned_sqlstate;
  return case when v_state = 'PGRST' then v_message::jsonb ->> 'code' else v_state end;
end;
$$;
comment on function tests.raised_code(text) is
'Runs a statement; returns the API error code it raises, or the SQLSTATE, or null when it succeeds.';

grant execute on all functions in schema tests to public;
