-- Takes back 20261121001330_templates.sql.

select private.detach_audit('public.brand_templates');
select private.detach_audit('public.templates');
select private.detach_audit('public.content_templates');
drop table public.brand_templates;
drop table public.template_ratings;
drop table public.templates;
drop table public.content_templates;
drop type public.template_type;
