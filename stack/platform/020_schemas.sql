-- The database itself, schema public and schema extensions.
-- New projects grant nothing on new objects of public: a migration states every grant itself.

do $$
begin
  execute format('alter database %I owner to postgres', current_database());
end;
$$;

grant usage on schema public to anon, authenticated, service_role;
grant all on schema public to postgres;

create schema if not exists extensions;
grant usage on schema extensions to anon, authenticated, service_role, dashboard_user;
grant all on schema extensions to postgres;
alter default privileges for role supabase_admin in schema extensions
  grant execute on functions to postgres, anon, authenticated, service_role;

-- Extensions every Supabase project starts with, where this server has them, and pgvector, which a hosted project
-- lets `postgres` create. Other trusted extensions are up to the migrations.
do $$
declare
  v_name text;
begin
  foreach v_name in array array['pg_stat_statements', 'pgcrypto', 'uuid-ossp', 'vector'] loop
    if exists (select from pg_catalog.pg_available_extensions where name = v_name) then
      execute format('create extension if not exists %I with schema extensions', v_name);
    end if;
  end loop;
end;
$$;
