-- Admins read what happened in their organization. Nobody writes.

create policy audit_log_select_admins on public.audit_log
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));
