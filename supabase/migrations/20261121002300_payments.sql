-- Purpose: the money that came in: one row per payment of a provider, kept for the books.
-- Objects: payment_status, payments, record_payment.

create type public.payment_status as enum ('pending', 'failed', 'succeeded', 'partially_refunded', 'refunded');
comment on type public.payment_status is
'In this order only forwards: news of a payment arrives late and twice, and a later state is never undone by an earlier one.
A failed payment may still succeed (a second authorization), never the other way round.';

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.payments (
  id uuid constraint payments_pkey primary key default gen_random_uuid(),
  organization_id uuid,
  user_id uuid,
  subscription_id uuid,
  amount numeric(12, 4) not null,
  currency text not null,
  status public.payment_status not null default 'pending',
  provider public.payment_provider not null,
  provider_payment_id text not null,
  provider_order_id text,
  provider_response jsonb not null default '{}',
  payer_name text,
  payer_email text,
  payer_country_code text,
  description text,
  invoice_url text,
  receipt_url text,
  failure_code text,
  failure_message text,
  paid_at timestamptz,
  refunded_at timestamptz,
  refund_amount numeric(12, 4) not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint payments_provider_provider_payment_id_key unique (provider, provider_payment_id),
  constraint payments_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete set null,
  constraint payments_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint payments_subscription_id_fkey foreign key (subscription_id)
    references public.subscriptions (id) on delete set null,
  constraint payments_amount_check check (amount >= 0),
  constraint payments_currency_check check (currency ~ '^[A-Z]{3}$'),
  constraint payments_refund_amount_check check (refund_amount between 0 and amount),
  constraint refunds_match_their_status check (
    case status
      when 'refunded' then refund_amount = amount
      when 'partially_refunded' then refund_amount > 0 and refund_amount < amount
      else refund_amount = 0
    end
  ),
  constraint refunded_payments_have_refunded_at
    check ((refunded_at is not null) = (status in ('partially_refunded', 'refunded'))),
  constraint payments_that_succeeded_have_paid_at check (paid_at is not null or status in ('pending', 'failed')),
  constraint payments_provider_payment_id_check check (char_length(provider_payment_id) between 1 and 255),
  constraint payments_provider_order_id_check check (char_length(provider_order_id) between 1 and 255),
  constraint payments_provider_response_is_an_object check (jsonb_typeof(provider_response) = 'object'),
  constraint payments_payer_name_check check (char_length(payer_name) <= 200),
  constraint payments_payer_email_check check (private.is_email(payer_email)),
  constraint payments_payer_country_code_check check (payer_country_code ~ '^[A-Z]{2}$'),
  constraint payments_description_check check (char_length(description) <= 500),
  constraint payments_invoice_url_check check (private.is_http_url(invoice_url)),
  constraint payments_receipt_url_check check (private.is_http_url(receipt_url)),
  constraint payments_failure_code_check check (char_length(failure_code) <= 100),
  constraint payments_failure_message_check check (char_length(failure_message) <= 1000)
);
create index payments_organization_id_created_at_idx on public.payments (organization_id, created_at desc, id desc);
create index payments_user_id_idx on public.payments (user_id) where user_id is not null;
create index payments_subscription_id_idx on public.payments (subscription_id) where subscription_id is not null;
create index payments_status_idx on public.payments (status, created_at) where status in ('pending', 'failed');
comment on table public.payments is
'Payments as their provider reports them. They outlive the person and the organization, without names: books are kept by law.';
comment on column public.payments.user_id is 'Who paid; null once that person is deleted.';
comment on column public.payments.organization_id is 'Null once the organization is purged.';
comment on column public.payments.amount is 'In units of the currency, not in cents.';
comment on column public.payments.provider_payment_id is 'The provider''s own id: the same news twice is booked once.';
comment on column public.payments.provider_response is
'What the provider said, for disputes; emptied when the payer is erased.';
comment on column public.payments.payer_name is
'As it was when paid; cleared, as is payer_email, when the payer is erased. The country stays: tax depends on it.';
comment on column public.payments.refund_amount is 'The sum of all refunds so far.';

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.after_payment(p_payment public.payments, p_before public.payment_status)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  if p_payment.status = 'failed' and p_before is distinct from 'failed' and p_payment.organization_id is not null then
    perform private.notify(
      p_organization_id => p_payment.organization_id,
      p_user_id => null,
      p_type => 'payment_failed',
      p_title => format('A payment of %s %s failed', p_payment.currency, trim_scale(p_payment.amount)),
      p_message => p_payment.failure_message,
      p_entity_type => 'payment',
      p_entity_id => p_payment.id,
      p_minimum_role => 'admin'
    );
  end if;
end;
$$;
comment on function private.after_payment(public.payments, public.payment_status) is
'Tells the people who pay when a payment turns out badly, once.';

create function public.record_payment(
  p_organization_id uuid,
  p_provider public.payment_provider,
  p_provider_payment_id text,
  p_amount numeric,
  p_currency text,
  p_status public.payment_status,
  p_subscription_id uuid default null,
  p_user_id uuid default null,
  p_provider_order_id text default null,
  p_refund_amount numeric default 0,
  p_occurred_at timestamptz default null,
  p_payer jsonb default '{}',
  p_links jsonb default '{}',
  p_failure jsonb default '{}',
  p_description text default null,
  p_response jsonb default '{}'
)
returns public.payments
language plpgsql
volatile
security definer -- workers hold no grant to write payments
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_before public.payment_status;
  v_at timestamptz := coalesce(p_occurred_at, now());
  v_status public.payment_status := p_status;
  v_refunded numeric(12, 4) := coalesce(p_refund_amount, 0);
begin
  perform private.require(p_provider is not null, 'p_provider', 'p_provider is missing');
  p_provider_payment_id := private.require_text(p_provider_payment_id, 'p_provider_payment_id', 255);
  perform private.require(p_status is not null, 'p_status', 'p_status is missing');
  perform private.require(
    p_amount >= 0 and p_amount < 100000000, 'p_amount', 'p_amount must be at least 0 and below 100,000,000'
  );
  p_currency := upper(p_currency);
  perform private.require(p_currency ~ '^[A-Z]{3}$', 'p_currency', 'p_currency must be a code of three letters');
  perform private.require(v_refunded between 0 and p_amount, 'p_refund_amount', 'p_refund_amount must be between 0 and p_amount');
  -- What was given back decides which kind of refund it is, whatever the provider calls it.
  if v_refunded > 0 then
    v_status := case when v_refunded = round(p_amount, 4) then 'refunded' else 'partially_refunded' end::public.payment_status;
  end if;
  perform private.require(
    v_refunded > 0 or v_status not in ('partially_refunded', 'refunded'), 'p_refund_amount', 'a refund needs p_refund_amount'
  );
  perform private.require(
    exists (select from public.organizations as o where o.id = p_organization_id), 'p_organization_id', 'there is no such organization'
  );
  perform private.require(
    p_subscription_id is null or exists (
      select from public.subscriptions as s where s.id = p_subscription_id and s.organization_id = p_organization_id
    ),
    'p_subscription_id', 'p_subscription_id is not a subscription of this organization'
  );
  perform private.require(jsonb_typeof(p_payer) = 'object', 'p_payer', 'p_payer must be an object');
  perform private.require(jsonb_typeof(p_links) = 'object', 'p_links', 'p_links must be an object');
  perform private.require(jsonb_typeof(p_failure) = 'object', 'p_failure', 'p_failure must be an object');
  perform private.require(jsonb_typeof(p_response) = 'object', 'p_response', 'p_response must be an object');

  insert into public.payments (
    organization_id, user_id, subscription_id, amount, currency, provider, provider_payment_id
  )
  values (
    p_organization_id, (select p.id from public.profiles as p where p.id = p_user_id), p_subscription_id, p_amount,
    p_currency, p_provider, p_provider_payment_id
  )
  on conflict on constraint payments_provider_provider_payment_id_key do nothing
  returning * into v_payment;
  if not found then
    select p.* into strict v_payment
    from public.payments as p
    where p.provider = p_provider and p.provider_payment_id = p_provider_payment_id
    for no key update;
    v_before := v_payment.status;
    if (v_payment.organization_id, v_payment.amount, v_payment.currency)
      is distinct from (p_organization_id, round(p_amount, 4), p_currency) then
      perform private.raise_error('CONFLICT', 'this payment is booked with another organization, amount or currency');
    end if;
  end if;

  update public.payments as p
  set
    status = greatest(p.status, v_status),
    refund_amount = greatest(p.refund_amount, v_refunded),
    paid_at = case when greatest(p.status, v_status) >= 'succeeded' then coalesce(p.paid_at, v_at) end,
    refunded_at = case when v_refunded > 0 then coalesce(p.refunded_at, v_at) else p.refunded_at end,
    subscription_id = coalesce(p.subscription_id, p_subscription_id),
    provider_order_id = coalesce(p.provider_order_id, left(p_provider_order_id, 255)),
    payer_name = coalesce(p.payer_name, left(p_payer ->> 'name', 200)),
    payer_email = coalesce(p.payer_email, case when private.is_email(p_payer ->> 'email') then p_payer ->> 'email' end),
    payer_country_code = coalesce(
      p.payer_country_code, case when p_payer ->> 'country_code' ~ '^[A-Z]{2}$' then p_payer ->> 'country_code' end
    ),
    description = coalesce(p.description, left(p_description, 500)),
    invoice_url = coalesce(
      case when private.is_http_url(p_links ->> 'invoice_url') then p_links ->> 'invoice_url' end, p.invoice_url
    ),
    receipt_url = coalesce(
      case when private.is_http_url(p_links ->> 'receipt_url') then p_links ->> 'receipt_url' end, p.receipt_url
    ),
    failure_code = case
      when greatest(p.status, v_status) = 'failed' then left(coalesce(p_failure ->> 'code', p.failure_code), 100)
    end,
    failure_message = case
      when greatest(p.status, v_status) = 'failed' then left(coalesce(p_failure ->> 'message', p.failure_message), 1000)
    end,
    -- The answer that made the state is the one worth keeping.
    provider_response = case when p_response <> '{}' and v_status >= p.status then p_response else p.provider_response end
  where p.id = v_payment.id
  returning p.* into v_payment;
  perform private.after_payment(v_payment, v_before);
  return v_payment;
end;
$$;
comment on function public.record_payment(
  uuid, public.payment_provider, text, numeric, text, public.payment_status, uuid, uuid, text, numeric, timestamptz,
  jsonb, jsonb, jsonb, text, jsonb
) is
'Books what a provider says about a payment: once per provider id, forwards only, in whatever order news arrives.
p_payer: name, email, country_code; p_links: invoice_url, receipt_url; p_failure: code, message;
p_refund_amount: all refunds so far.
Errors: VALIDATION_ERROR, CONFLICT (known with another organization, amount or currency).';

-- Triggers, row level security and grants -----------------------------------------------------------------------------

create trigger touch before update on public.payments
for each row execute function private.touch();
select private.attach_audit('public.payments', 'id', '{provider_response,payer_name,payer_email}', p_shown => '{currency,failure_code}');

alter table public.payments enable row level security;

create policy payments_select_admins on public.payments
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));

-- The provider's ids and answers stay inside.
grant select (
  id, organization_id, user_id, subscription_id, amount, currency, status, provider, payer_name, payer_email,
  payer_country_code, description, invoice_url, receipt_url, failure_code, failure_message, paid_at, refunded_at,
  refund_amount, created_at, updated_at
) on public.payments to authenticated;
grant select on public.payments to service_role;
grant execute on function public.record_payment(
  uuid, public.payment_provider, text, numeric, text, public.payment_status, uuid, uuid, text, numeric, timestamptz,
  jsonb, jsonb, jsonb, text, jsonb
) to service_role;
