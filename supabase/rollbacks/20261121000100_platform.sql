-- Takes back 20261121000100_platform.sql. Schema extensions and an extension pg_cron stay: others may use them. Closed
-- default privileges of schema public stay closed; those of new projects are closed as well.

drop function private.touch();
drop function private.token_hash(text);
drop function private.new_token();
drop function private.to_json_object(jsonb);
drop function private.slugify(text);
drop function private.is_http_url(text);
drop function private.is_email(text);
drop function private.is_timezone(text);
drop function private.require_text(text, text, integer, integer, boolean);
drop function private.require(boolean, text, text);
drop function private.raise_error(text, text, jsonb, text);
drop schema private;

alter default privileges grant execute on functions to public;
revoke usage on schema public from catalyst_worker;

-- The role belongs to the server; another database of it may still need it.
do $$
begin
  drop role catalyst_worker;
exception
  when dependent_objects_still_exist or insufficient_privilege then
    null;
end;
$$;
