-- The login role of @supabase/lite. That service runs `grant all on all tables` for the API roles at its first
-- request. It therefore logs in with a role that owns nothing outside the schemas it manages: its grants on ours
-- have no effect. `gateway_catalog` only reads the catalogue for it.

grant anon, authenticated, service_role to gateway with inherit true, set true;
grant supabase_auth_admin, supabase_storage_admin to gateway with inherit true, set false;
alter role gateway set statement_timeout = '8s';
alter role gateway set lock_timeout = '8s';
alter role gateway set idle_in_transaction_session_timeout = '30s';
alter role gateway set search_path = "$user", public, extensions;

grant pg_read_all_data to gateway_catalog;
alter role gateway_catalog set default_transaction_read_only = on;
