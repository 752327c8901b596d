-- Takes back 20261121002315_issue_invoices.sql.

drop function public.void_invoice(uuid, text);
drop function public.mark_invoice_paid(uuid, uuid);
drop function public.issue_invoice(uuid, text);
drop function private.next_invoice_number(public.invoice_issuers);
drop function public.draft_invoice(uuid, jsonb, text, public.tax_kind, numeric, jsonb, text, uuid, uuid, boolean, text);
drop function private.invoice_tax(public.invoice_issuers, numeric, public.tax_kind, numeric, text, boolean);
drop function private.invoice_lines_amount(jsonb);
