-- Purpose: invoices: numbered without gaps per issuer and calendar year, immutable once issued.
-- Objects: invoice_status, tax_kind, invoice_issuers, invoices, private.invoice_counters, the trigger keep_invoice.

create type public.invoice_status as enum ('draft', 'sent', 'paid', 'void');
comment on type public.invoice_status is 'draft → sent → paid; sent or paid → void. Only drafts change otherwise, or disappear.';

create type public.tax_kind as enum ('none', 'gst', 'vat', 'sales_tax');
comment on type public.tax_kind is 'gst: of India, split into CGST and SGST within a state, IGST across states.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.invoice_issuers (
  slug text constraint invoice_issuers_pkey primary key,
  legal_name text not null,
  tax_number text,
  country_code text not null,
  state_code text,
  address jsonb not null default '{}',
  number_prefix text not null constraint invoice_issuers_number_prefix_key unique,
  timezone text not null default 'UTC',
  payment_terms_days integer not null default 14,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint invoice_issuers_slug_check check (slug ~ '^[a-z][a-z0-9_]{0,31}$'),
  constraint invoice_issuers_legal_name_check check (char_length(legal_name) between 1 and 200),
  constraint invoice_issuers_tax_number_check check (char_length(tax_number) between 1 and 50),
  constraint invoice_issuers_country_code_check check (country_code ~ '^[A-Z]{2}$'),
  constraint invoice_issuers_state_code_check check (char_length(state_code) between 1 and 10),
  constraint invoice_issuers_address_is_an_object check (jsonb_typeof(address) = 'object'),
  -- An Indian invoice number may have 16 characters: prefix, -, year, -, six digits.
  constraint invoice_issuers_number_prefix_check check (number_prefix ~ '^[A-Z0-9/]{1,4}$'),
  constraint invoice_issuers_timezone_check check (private.is_timezone(timezone)),
  constraint invoice_issuers_payment_terms_days_check check (payment_terms_days between 0 and 365)
);
comment on table public.invoice_issuers is 'The companies that sell: who stands at the head of an invoice. Operators fill it.';
comment on column public.invoice_issuers.timezone is 'Where the calendar year of its numbers begins.';
comment on column public.invoice_issuers.state_code is 'GST state of the seller; a buyer in the same one pays CGST and SGST.';

insert into public.invoice_issuers (slug, legal_name, country_code, number_prefix) values
  ('default', 'Content Catalyst', 'NL', 'CC');

create table private.invoice_counters (
  issuer text not null,
  invoice_year integer not null,
  last_number integer not null,
  last_issued_at timestamptz not null,
  constraint invoice_counters_pkey primary key (issuer, invoice_year),
  constraint invoice_counters_issuer_fkey foreign key (issuer)
    references public.invoice_issuers (slug) on update cascade on delete restrict,
  constraint invoice_counters_last_number_check check (last_number between 1 and 999999)
);
comment on table private.invoice_counters is
'The last number of each issuer and year. Its row stays locked until the invoice is committed: a roll-back gives the number back.';

create table public.invoices (
  id uuid constraint invoices_pkey primary key default gen_random_uuid(),
  organization_id uuid,
  user_id uuid,
  subscription_id uuid,
  payment_id uuid,
  issuer text not null,
  invoice_year integer,
  sequence_number integer,
  invoice_number text constraint invoices_invoice_number_key unique,
  status public.invoice_status not null default 'draft',
  currency text not null,
  amount numeric(12, 4) not null,
  tax_amount numeric(12, 4) not null default 0,
  total_amount numeric(12, 4) not null generated always as (amount + tax_amount) stored,
  tax_kind public.tax_kind not null default 'none',
  tax_rate numeric(6, 3) not null default 0,
  cgst_amount numeric(12, 4) not null default 0,
  sgst_amount numeric(12, 4) not null default 0,
  igst_amount numeric(12, 4) not null default 0,
  is_reverse_charge boolean not null default false,
  place_of_supply text,
  sac_code text,
  gst_number text,
  vat_number text,
  billing_name text,
  billing_email text,
  billing_address jsonb not null default '{}',
  billing_country_code text,
  issuer_details jsonb not null default '{}',
  lines jsonb not null,
  notes text,
  invoice_url text,
  issued_at timestamptz,
  due_at timestamptz,
  paid_at timestamptz,
  voided_at timestamptz,
  void_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint invoices_issuer_invoice_year_sequence_number_key unique (issuer, invoice_year, sequence_number),
  constraint invoices_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete set null,
  constraint invoices_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint invoices_subscription_id_fkey foreign key (subscription_id)
    references public.subscriptions (id) on delete set null,
  constraint invoices_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict,
  constraint invoices_issuer_fkey foreign key (issuer)
    references public.invoice_issuers (slug) on update cascade on delete restrict,
  constraint issued_invoices_have_a_number check (
    num_nonnulls(invoice_year, sequence_number, invoice_number, issued_at, due_at)
    = case status when 'draft' then 0 else 5 end
  ),
  constraint paid_invoices_have_paid_at check (status <> 'paid' or paid_at is not null),
  constraint void_invoices_have_voided_at check ((status = 'void') = (voided_at is not null)),
  constraint invoices_due_at_follows_issued_at check (due_at >= issued_at),
  constraint invoices_currency_check check (currency ~ '^[A-Z]{3}$'),
  constraint invoices_amount_check check (amount >= 0),
  constraint invoices_tax_amount_check check (tax_amount >= 0),
  constraint invoices_tax_rate_check check (tax_rate between 0 and 100),
  constraint invoices_cgst_amount_check check (cgst_amount >= 0),
  constraint invoices_sgst_amount_check check (sgst_amount >= 0),
  constraint invoices_igst_amount_check check (igst_amount >= 0),
  constraint tax_parts_add_up check (
    case
      when tax_kind = 'gst' then cgst_amount + sgst_amount + igst_amount = tax_amount
      else cgst_amount + sgst_amount + igst_amount = 0 and (tax_kind <> 'none' or tax_amount = 0)
    end
  ),
  constraint gst_is_of_one_state_or_between_two
    check (cgst_amount = sgst_amount and (igst_amount = 0 or cgst_amount = 0)),
  constraint reverse_charged_invoices_have_no_tax check (not is_reverse_charge or tax_amount = 0),
  constraint invoices_place_of_supply_check check (char_length(place_of_supply) between 1 and 10),
  constraint invoices_sac_code_check check (sac_code ~ '^[0-9]{4,8}$'),
  constraint invoices_gst_number_check
    check (gst_number ~ '^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]Z[0-9A-Z]$'),
  constraint invoices_vat_number_check check (vat_number ~ '^[A-Z]{2}[0-9A-Z+*]{2,12}$'),
  constraint invoices_billing_name_check check (char_length(billing_name) between 1 and 200),
  constraint invoices_billing_email_check check (private.is_email(billing_email)),
  constraint invoices_billing_address_is_a_small_object
    check (jsonb_typeof(billing_address) = 'object' and octet_length(billing_address::text) <= 4096),
  constraint invoices_billing_country_code_check check (billing_country_code ~ '^[A-Z]{2}$'),
  constraint invoices_issuer_details_is_an_object check (jsonb_typeof(issuer_details) = 'object'),
  constraint invoices_lines_is_an_array_with_a_line
    check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) between 1 and 100),
  constraint invoices_notes_check check (char_length(notes) <= 2000),
  constraint invoices_invoice_url_check check (private.is_http_url(invoice_url)),
  constraint invoices_void_reason_check check (char_length(void_reason) <= 500)
);
create index invoices_organization_id_created_at_idx on public.invoices (organization_id, created_at desc, id desc);
create index invoices_user_id_idx on public.invoices (user_id) where user_id is not null;
create index invoices_subscription_id_idx on public.invoices (subscription_id) where subscription_id is not null;
create unique index invoices_payment_id_key on public.invoices (payment_id)
where status <> 'void' and payment_id is not null;
create index invoices_payment_id_idx on public.invoices (payment_id) where payment_id is not null;
create index invoices_due_at_idx on public.invoices (due_at) where status = 'sent';
comment on table public.invoices is
'Invoices. An issued one is a document: only its status, its links and the dates of payment change. It outlives who it was for.';
comment on column public.invoices.invoice_number is
'<prefix>-<year>-<six digits>; given at issue, so that drafts leave no gap.';
comment on column public.invoices.amount is 'Before tax, in units of the currency.';
comment on column public.invoices.tax_rate is 'Percent.';
comment on column public.invoices.place_of_supply is 'State or country whose tax applies.';
comment on column public.invoices.sac_code is 'Code of the service for GST.';
comment on column public.invoices.gst_number is 'GSTIN of an Indian business buyer.';
comment on column public.invoices.vat_number is 'VAT number of a European business buyer.';
comment on column public.invoices.billing_name is
'Cleared, as are billing_email and billing_address, when the buyer is erased; country, state and tax number stay with the books.';
comment on column public.invoices.issuer_details is 'The seller as it was at issue.';
comment on column public.invoices.lines is 'Array of {description, quantity, unit_amount, amount}; the amounts add up to amount.';

-- Immutability --------------------------------------------------------------------------------------------------------

create function private.keep_invoice()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
declare
  -- The generated total is not known before the row is written; it follows from what may not change.
  v_may_change text[] := '{status,payment_id,invoice_url,paid_at,voided_at,void_reason,updated_at,total_amount}';
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    perform private.raise_error('CONFLICT', 'an issued invoice cannot be deleted, only voided');
  end if;
  if new.status <> old.status and (new.status = 'draft' or old.status = 'void' or (old.status = 'paid' and new.status = 'sent')) then
    perform private.raise_error('CONFLICT', format('an invoice that is %s cannot become %s', old.status, new.status));
  end if;
  -- References go with what they refer to.
  if new.organization_id is null then
    v_may_change := v_may_change || array['organization_id'];
  end if;
  if new.user_id is null then
    v_may_change := v_may_change || array['user_id'];
  end if;
  if new.subscription_id is null then
    v_may_change := v_may_change || array['subscription_id'];
  end if;
  if current_setting('catalyst.erasing', true) = 'on' then
    v_may_change := v_may_change || array['billing_name', 'billing_email', 'billing_address', 'notes'];
  end if;
  if to_jsonb(new) - v_may_change is distinct from to_jsonb(old) - v_may_change then
    perform private.raise_error('CONFLICT', 'an issued invoice does not change: void it and issue another');
  end if;
  return new;
end;
$$;
comment on function private.keep_invoice() is
'Holds issued invoices still against everybody; the erasure of a person may clear names and addresses.';

create trigger keep_invoice before update or delete on public.invoices
for each row execute function private.keep_invoice();
create trigger touch before update on public.invoices
for each row execute function private.touch();
create trigger touch before update on public.invoice_issuers
for each row execute function private.touch();
select private.attach_audit(
  'public.invoices', 'id', '{billing_name,billing_address,lines,notes}',
  p_shown => '{invoice_number,currency,place_of_supply,void_reason}'
);
select private.attach_audit('public.invoice_issuers', 'slug', p_shown => '{slug,country_code,number_prefix,timezone}');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.invoice_issuers enable row level security;
alter table private.invoice_counters enable row level security;
alter table public.invoices enable row level security;

create policy invoices_select_admins on public.invoices
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'admin') and status <> 'draft'
);
comment on policy invoices_select_admins on public.invoices is 'Drafts are the seller''s own.';

grant select on public.invoices to authenticated, service_role;
grant select, insert, update, delete on public.invoice_issuers to service_role;
