-- Purpose: how an invoice comes to be: drafted, numbered, paid, voided.
-- Objects: invoice_lines_amount, invoice_tax, draft_invoice, issue_invoice, mark_invoice_paid, void_invoice.

create function private.invoice_lines_amount(p_lines jsonb)
returns numeric
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_line jsonb;
  v_amount numeric := 0;
begin
  perform private.require(jsonb_typeof(p_lines) = 'array', 'p_lines', 'p_lines must be an array');
  perform private.require(
    jsonb_array_length(p_lines) between 1 and 100 and octet_length(p_lines::text) <= 65536, 'p_lines', 'p_lines must hold 1 to 100 lines'
  );
  for v_line in select l from jsonb_array_elements(p_lines) as l loop
    perform private.require(
      jsonb_typeof(v_line) = 'object'
      and jsonb_typeof(v_line -> 'description') = 'string'
      and char_length(v_line ->> 'description') between 1 and 500
      and jsonb_typeof(v_line -> 'quantity') = 'number'
      and jsonb_typeof(v_line -> 'unit_amount') = 'number'
      and jsonb_typeof(v_line -> 'amount') = 'number',
      'p_lines', 'each line needs description, quantity, unit_amount and amount'
    );
    perform private.require(
      (v_line ->> 'quantity')::numeric > 0 and (v_line ->> 'amount')::numeric between -99999999 and 99999999
      and round((v_line ->> 'quantity')::numeric * (v_line ->> 'unit_amount')::numeric, 2) = round((v_line ->> 'amount')::numeric, 2),
      'p_lines', 'the amount of a line is quantity times unit_amount'
    );
    v_amount := v_amount + round((v_line ->> 'amount')::numeric, 4);
  end loop;
  perform private.require(v_amount between 0 and 99999999, 'p_lines', 'the lines must add up to 0 or more');
  return v_amount;
end;
$$;
comment on function private.invoice_lines_amount(jsonb) is
'What the lines add up to, or VALIDATION_ERROR. A discount is a line with a negative amount.';

create function private.invoice_tax(
  p_issuer public.invoice_issuers, p_amount numeric, p_kind public.tax_kind, p_rate numeric, p_place_of_supply text,
  p_reverse_charge boolean,
  out tax_amount numeric, out cgst_amount numeric, out sgst_amount numeric, out igst_amount numeric
)
returns record
language plpgsql
immutable
set search_path = ''
as $$
begin
  cgst_amount := 0;
  sgst_amount := 0;
  igst_amount := 0;
  tax_amount := case when p_kind = 'none' or p_reverse_charge then 0 else round(p_amount * p_rate / 100, 2) end;
  if p_kind = 'gst' and tax_amount > 0 then
    if p_issuer.state_code is not null and p_issuer.state_code = p_place_of_supply then
      -- Two equal halves: each is rounded, and the tax is their sum.
      cgst_amount := round(p_amount * p_rate / 200, 2);
      sgst_amount := cgst_amount;
      tax_amount := cgst_amount + sgst_amount;
    else
      igst_amount := tax_amount;
    end if;
  end if;
end;
$$;
comment on function private.invoice_tax(public.invoice_issuers, numeric, public.tax_kind, numeric, text, boolean) is
'Tax in the currency''s cents, and for GST its parts: CGST and SGST within the seller''s state, else IGST.';

create function public.draft_invoice(
  p_organization_id uuid,
  p_lines jsonb,
  p_currency text,
  p_tax_kind public.tax_kind default 'none',
  p_tax_rate numeric default 0,
  p_billing jsonb default '{}',
  p_issuer text default 'default',
  p_payment_id uuid default null,
  p_subscription_id uuid default null,
  p_reverse_charge boolean default false,
  p_notes text default null
)
returns public.invoices
language plpgsql
volatile
security definer -- workers hold no grant to write invoices
set search_path = ''
as $$
declare
  v_issuer public.invoice_issuers;
  v_organization public.organizations;
  v_amount numeric := private.invoice_lines_amount(p_lines);
  v_tax record;
  v_invoice public.invoices;
begin
  p_currency := upper(p_currency);
  perform private.require(p_currency ~ '^[A-Z]{3}$', 'p_currency', 'p_currency must be a code of three letters');
  perform private.require(p_tax_kind is not null, 'p_tax_kind', 'p_tax_kind is missing');
  perform private.require(p_tax_rate between 0 and 100, 'p_tax_rate', 'p_tax_rate must be between 0 and 100');
  perform private.require(
    jsonb_typeof(p_billing) = 'object' and octet_length(p_billing::text) <= 8192, 'p_billing', 'p_billing must be an object'
  );
  perform private.require(
    p_billing ->> 'gst_number' is null or p_billing ->> 'gst_number' ~ '^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]Z[0-9A-Z]$',
    'p_billing.gst_number', 'p_billing.gst_number is not a GSTIN'
  );
  perform private.require(
    p_billing ->> 'vat_number' is null or p_billing ->> 'vat_number' ~ '^[A-Z]{2}[0-9A-Z+*]{2,12}$',
    'p_billing.vat_number', 'p_billing.vat_number is not a VAT number'
  );
  perform private.require(
    p_billing ->> 'country_code' is null or p_billing ->> 'country_code' ~ '^[A-Z]{2}$',
    'p_billing.country_code', 'p_billing.country_code must be two letters'
  );
  select i.* into v_issuer from public.invoice_issuers as i where i.slug = p_issuer and i.is_active;
  perform private.require(found, 'p_issuer', 'there is no such issuer');
  select o.* into v_organization from public.organizations as o where o.id = p_organization_id;
  perform private.require(found, 'p_organization_id', 'there is no such organization');
  perform private.require(
    p_payment_id is null or exists (
      select from public.payments as p
      where p.id = p_payment_id and p.organization_id = p_organization_id and p.currency = p_currency
    ),
    'p_payment_id', 'p_payment_id is not a payment of this organization in this currency'
  );
  perform private.require(
    p_subscription_id is null or exists (
      select from public.subscriptions as s where s.id = p_subscription_id and s.organization_id = p_organization_id
    ),
    'p_subscription_id', 'p_subscription_id is not a subscription of this organization'
  );
  -- One payment has one invoice: asking twice answers the first.
  if p_payment_id is not null then
    perform pg_advisory_xact_lock(hashtextextended('invoice of payment ' || p_payment_id, 0));
    select i.* into v_invoice from public.invoices as i where i.payment_id = p_payment_id and i.status <> 'void';
    if found then
      return v_invoice;
    end if;
  end if;
  v_tax := private.invoice_tax(
    v_issuer, v_amount, p_tax_kind, p_tax_rate, p_billing ->> 'place_of_supply', coalesce(p_reverse_charge, false)
  );
  insert into public.invoices (
    organization_id, user_id, subscription_id, payment_id, issuer, currency, amount, tax_amount, tax_kind, tax_rate,
    cgst_amount, sgst_amount, igst_amount, is_reverse_charge, place_of_supply, sac_code, gst_number, vat_number,
    billing_name, billing_email, billing_address, billing_country_code, lines, notes
  )
  values (
    p_organization_id, (select p.user_id from public.payments as p where p.id = p_payment_id), p_subscription_id,
    p_payment_id, v_issuer.slug, p_currency, v_amount, v_tax.tax_amount, p_tax_kind, p_tax_rate, v_tax.cgst_amount,
    v_tax.sgst_amount, v_tax.igst_amount, coalesce(p_reverse_charge, false),
    left(p_billing ->> 'place_of_supply', 10),
    case when p_billing ->> 'sac_code' ~ '^[0-9]{4,8}$' then p_billing ->> 'sac_code' end,
    p_billing ->> 'gst_number', p_billing ->> 'vat_number',
    left(coalesce(p_billing ->> 'name', v_organization.name), 200),
    case when private.is_email(p_billing ->> 'email') then p_billing ->> 'email' else v_organization.billing_email end,
    case when jsonb_typeof(p_billing -> 'address') = 'object' and octet_length((p_billing -> 'address')::text) <= 4096
      then p_billing -> 'address' else '{}'::jsonb end,
    p_billing ->> 'country_code', p_lines, left(p_notes, 2000)
  )
  returning * into v_invoice;
  return v_invoice;
end;
$$;
comment on function public.draft_invoice(
  uuid, jsonb, text, public.tax_kind, numeric, jsonb, text, uuid, uuid, boolean, text
) is
'An invoice without a number. p_lines: [{description, quantity, unit_amount, amount}]; p_billing: name, email, address, country_code,
place_of_supply, gst_number, vat_number, sac_code. A payment has one invoice: asking again answers it.
Errors: VALIDATION_ERROR.';

create function private.next_invoice_number(
  p_issuer public.invoice_issuers,
  out invoice_year integer, out sequence_number integer, out issued_at timestamptz
)
returns record
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- The clock, not the start of the transaction: whoever waited for the lock is later than whoever held it.
  issued_at := clock_timestamp();
  invoice_year := extract(year from issued_at at time zone p_issuer.timezone)::integer;
  insert into private.invoice_counters as c (issuer, invoice_year, last_number, last_issued_at)
  values (p_issuer.slug, next_invoice_number.invoice_year, 1, next_invoice_number.issued_at)
  on conflict on constraint invoice_counters_pkey do update
  set last_number = c.last_number + 1, last_issued_at = greatest(c.last_issued_at, excluded.last_issued_at)
  returning c.last_number, c.last_issued_at into sequence_number, issued_at;
end;
$$;
comment on function private.next_invoice_number(public.invoice_issuers) is
'Takes the next number; its row is locked until the transaction ends, so numbers have no gap and follow the dates.';

create function public.issue_invoice(p_invoice_id uuid, p_invoice_url text default null)
returns public.invoices
language plpgsql
volatile
security definer -- workers hold no grant to write invoices
set search_path = ''
as $$
declare
  v_invoice public.invoices;
  v_issuer public.invoice_issuers;
  v_payment public.payments;
  v_number record;
begin
  perform private.require(p_invoice_url is null or private.is_http_url(p_invoice_url), 'p_invoice_url', 'p_invoice_url is not an address');
  select i.* into v_invoice from public.invoices as i where i.id = p_invoice_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such invoice');
  end if;
  if v_invoice.status <> 'draft' then
    return v_invoice;
  end if;
  select i.* into strict v_issuer from public.invoice_issuers as i where i.slug = v_invoice.issuer;
  select p.* into v_payment from public.payments as p where p.id = v_invoice.payment_id and p.paid_at is not null;
  v_number := private.next_invoice_number(v_issuer);
  update public.invoices as i
  set
    status = case when v_payment.id is null then 'sent' else 'paid' end::public.invoice_status,
    invoice_year = v_number.invoice_year,
    sequence_number = v_number.sequence_number,
    invoice_number = concat_ws(
      '-', v_issuer.number_prefix, v_number.invoice_year, lpad(v_number.sequence_number::text, 6, '0')
    ),
    issued_at = v_number.issued_at,
    due_at = v_number.issued_at + make_interval(days => v_issuer.payment_terms_days),
    paid_at = v_payment.paid_at,
    invoice_url = coalesce(p_invoice_url, i.invoice_url),
    issuer_details = jsonb_build_object(
      'legal_name', v_issuer.legal_name, 'tax_number', v_issuer.tax_number, 'country_code', v_issuer.country_code,
      'state_code', v_issuer.state_code, 'address', v_issuer.address
    )
  where i.id = p_invoice_id
  returning i.* into v_invoice;
  return v_invoice;
end;
$$;
comment on function public.issue_invoice(uuid, text) is
'Gives a draft its number and makes it final: paid when its payment succeeded, else sent. Issued ones are answered as they are. Errors: NOT_FOUND.';

create function public.mark_invoice_paid(p_invoice_id uuid, p_payment_id uuid default null)
returns public.invoices
language plpgsql
volatile
security definer -- workers hold no grant to write invoices
set search_path = ''
as $$
declare
  v_invoice public.invoices;
begin
  select i.* into v_invoice from public.invoices as i where i.id = p_invoice_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such invoice');
  end if;
  if v_invoice.status not in ('sent', 'paid') then
    perform private.raise_error('CONFLICT', format('an invoice that is %s cannot be paid', v_invoice.status));
  end if;
  perform private.require(
    p_payment_id is null or exists (
      select from public.payments as p
      where p.id = p_payment_id and p.organization_id = v_invoice.organization_id and p.paid_at is not null
    ),
    'p_payment_id', 'p_payment_id is not a payment of this organization that succeeded'
  );
  update public.invoices as i
  set status = 'paid', paid_at = coalesce(i.paid_at, now()), payment_id = coalesce(i.payment_id, p_payment_id)
  where i.id = p_invoice_id
  returning i.* into v_invoice;
  return v_invoice;
end;
$$;
comment on function public.mark_invoice_paid(uuid, uuid) is 'An issued invoice was paid. Errors: NOT_FOUND, CONFLICT, VALIDATION_ERROR.';

create function public.void_invoice(p_invoice_id uuid, p_reason text)
returns public.invoices
language plpgsql
volatile
security definer -- workers hold no grant to write invoices
set search_path = ''
as $$
declare
  v_invoice public.invoices;
begin
  p_reason := private.require_text(p_reason, 'p_reason', 500);
  select i.* into v_invoice from public.invoices as i where i.id = p_invoice_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such invoice');
  end if;
  if v_invoice.status = 'draft' then
    delete from public.invoices as i where i.id = p_invoice_id;
    return v_invoice;
  end if;
  update public.invoices as i
  set status = 'void', voided_at = coalesce(i.voided_at, now()), void_reason = coalesce(i.void_reason, p_reason)
  where i.id = p_invoice_id
  returning i.* into v_invoice;
  return v_invoice;
end;
$$;
comment on function public.void_invoice(uuid, text) is
'Takes an invoice back: its number stays, a draft disappears. Errors: NOT_FOUND, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.draft_invoice(uuid, jsonb, text, public.tax_kind, numeric, jsonb, text, uuid, uuid, boolean, text),
  public.issue_invoice(uuid, text),
  public.mark_invoice_paid(uuid, uuid),
  public.void_invoice(uuid, text)
to service_role;
