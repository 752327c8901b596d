-- Roles as on a Supabase project. Roles belong to the whole server, so this file is the same for every database of it.

do $$
declare
  v_role record;
begin
  for v_role in
    select *
    from (
      values
        ('supabase_admin', 'superuser login createrole createdb replication bypassrls'),
        ('postgres', 'login createrole createdb replication bypassrls'),
        ('anon', 'nologin'),
        ('authenticated', 'nologin'),
        ('service_role', 'nologin bypassrls'),
        ('authenticator', 'login noinherit'),
        ('supabase_auth_admin', 'login noinherit createrole'),
        ('supabase_storage_admin', 'login noinherit createrole'),
        ('supabase_realtime_admin', 'nologin noinherit'),
        ('supabase_functions_admin', 'login noinherit createrole'),
        ('supabase_replication_admin', 'login replication'),
        ('supabase_read_only_user', 'login bypassrls'),
        ('dashboard_user', 'nologin createrole createdb replication'),
        -- Ours: the REST, Auth and Storage service logs in with these. See 080_gateway.sql.
        ('gateway', 'login'),
        ('gateway_catalog', 'login')
    ) as wanted (name, attributes)
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = v_role.name) then
      execute format('create role %I %s', v_role.name, v_role.attributes);
    end if;
  end loop;

  -- On a server initialised by `postgres` that role is the bootstrap superuser and has to stay one.
  if (select oid from pg_catalog.pg_roles where rolname = 'postgres') <> 10 then
    alter role postgres nosuperuser login createrole createdb replication bypassrls;
  end if;
end;
$$;

grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role, authenticator to postgres with admin option;
grant pg_monitor, pg_read_all_data, pg_signal_backend to postgres;
grant pg_read_all_data to supabase_read_only_user;
-- A hosted project lets `postgres` write policies for these two owners' tables through an extension (supautils);
-- membership is the nearest thing stock Postgres has.
grant supabase_storage_admin, supabase_realtime_admin to postgres;
grant set on parameter session_replication_role to postgres;

alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';
alter role authenticator set lock_timeout = '8s';
alter role supabase_auth_admin set search_path = auth;
alter role supabase_storage_admin set search_path = storage;
-- Per role and not per database: a database made from a template does not take database settings along.
alter role postgres set search_path = "$user", public, extensions;
alter role supabase_admin set search_path = "$user", public, auth, extensions;
alter role authenticator set search_path = "$user", public, extensions;
