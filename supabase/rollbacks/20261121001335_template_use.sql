-- Takes back 20261121001335_template_use.sql.

drop function public.rate_template(uuid, integer);
drop function private.rate_template(uuid, integer);
drop trigger check_row on public.brand_templates;
drop function private.check_brand_template();
drop function public.use_content_template(uuid, jsonb);
drop function private.use_content_template(uuid, jsonb);
drop function private.filled_template(uuid, uuid, jsonb);
drop trigger check_row on public.content_templates;
drop function private.check_content_template();
drop function private.fill_template(text, jsonb);
drop function private.filled_length(text, jsonb);
drop function private.template_variables(text);
