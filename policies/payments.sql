-- Who sees payments and invoices. Servers write through functions only.

create policy payments_select_admins on public.payments
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));

create policy invoices_select_admins on public.invoices
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'admin') and status <> 'draft'
);
