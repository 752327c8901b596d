-- Takes back 20261121001000_audit.sql.

select private.detach_audit('public.profiles');
select private.detach_audit('public.user_settings');
select private.detach_audit('public.user_roles');
select private.detach_audit('public.organizations');
select private.detach_audit('public.organization_members');
select private.detach_audit('public.organization_invitations');
select private.detach_audit('public.client_accounts');
select private.detach_audit('public.subscriptions');
select private.detach_audit('public.plans');
select private.detach_audit('public.plan_prices');
select private.detach_audit('public.plan_limits');
drop trigger forget_actor on public.profiles;
delete from private.retention_rules where parent = 'public.audit_log';
drop table public.audit_log;
drop function private.forget_actor();
drop function private.refuse_audit_change();
drop function private.detach_audit(regclass);
drop function private.attach_audit(regclass, text, text[], text[], text[]);
drop function private.audit();
drop function private.audit_id(text);
drop function private.audit_shown(text, jsonb, text[]);
drop function private.write_audit(text, text, uuid, uuid, jsonb, jsonb, jsonb);
drop function private.audit_actor_kind();
drop function private.audit_values(jsonb, jsonb, text[]);
drop function private.audit_columns(regclass);
drop function private.is_audit_secret(text);
