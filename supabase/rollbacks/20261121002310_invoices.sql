-- Takes back 20261121002310_invoices.sql.

drop table public.invoices;
drop function private.keep_invoice();
drop table private.invoice_counters;
drop table public.invoice_issuers;
drop type public.tax_kind;
drop type public.invoice_status;
