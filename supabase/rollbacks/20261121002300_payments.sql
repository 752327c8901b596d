-- Takes back 20261121002300_payments.sql.

drop function public.record_payment(
  uuid, public.payment_provider, text, numeric, text, public.payment_status, uuid, uuid, text, numeric, timestamptz,
  jsonb, jsonb, jsonb, text, jsonb
);
drop function private.after_payment(public.payments, public.payment_status);
drop table public.payments;
drop type public.payment_status;
