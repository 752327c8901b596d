begin;
select plan(25);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
insert into public.invoice_issuers (slug, legal_name, tax_number, country_code, state_code, number_prefix, timezone)
values ('india', 'Catalyst India', '29ABCDE1234F1Z5', 'IN', '29', 'IN', 'Asia/Kolkata');
select tests.act_as_role('service_role');
\set lines '[{"description": "Plan", "quantity": 2, "unit_amount": 50.25, "amount": 100.5}]'

select id as draft from public.draft_invoice(:'org', :'lines', 'EUR', 'vat', 21, '{"name": "Ada BV", "vat_number": "NL123456789B01"}') \gset
select results_eq(
  format('select amount, tax_amount, total_amount, invoice_number, status::text from public.invoices where id = %L', :'draft'),
  $$values (100.5, 21.11, 121.61, null, 'draft')$$, 'a draft has sums and no number'
);
select is((public.issue_invoice(:'draft')).sequence_number, 1, 'the first of the year');
select is(
  (select invoice_number from public.invoices where id = :'draft'), 'CC-' || to_char(now() at time zone 'UTC', 'YYYY') || '-000001', 'as a number'
);
select is((public.issue_invoice(:'draft')).sequence_number, 1, 'issued twice is issued once');
select is(
  (public.issue_invoice((public.draft_invoice(:'org', :'lines', 'EUR')).id)).sequence_number, 2, 'then the second'
);
select id as unwanted from public.draft_invoice(:'org', :'lines', 'EUR') \gset
select lives_ok(format('select public.void_invoice(%L, %L)', :'unwanted', 'a mistake'), 'a draft can be dropped');
select is((select count(*) from public.invoices where id = :'unwanted'), 0::bigint, 'and is gone');
select is((public.issue_invoice((public.draft_invoice(:'org', :'lines', 'EUR')).id)).sequence_number, 3, 'without a gap');

-- GST.
select is(
  (public.issue_invoice((public.draft_invoice(:'org', :'lines', 'INR', 'gst', 18, '{"place_of_supply": "29", "gst_number": "29ABCDE1234F1Z5"}',
    'india')).id)).invoice_number,
  'IN-' || to_char(now() at time zone 'Asia/Kolkata', 'YYYY') || '-000001', 'another issuer counts for itself'
);
select results_eq(
  $$select tax_amount, cgst_amount, sgst_amount, igst_amount from public.invoices where issuer = 'india'$$,
  $$values (18.1, 9.05, 9.05, 0.0)$$, 'within the state the tax is halved'
);
select results_eq(
  format($$select cgst_amount, igst_amount from public.draft_invoice(%L, %L, 'INR', 'gst', 18, '{"place_of_supply": "27"}', 'india')$$,
    :'org', :'lines'),
  $$values (0.0, 18.09)$$, 'across states it is one'
);
select is(
  (public.draft_invoice(:'org', :'lines', 'EUR', 'vat', 21, p_reverse_charge => true)).tax_amount, 0::numeric, 'reverse charge leaves it to the buyer'
);
select is(
  tests.raised_code(format($$select public.draft_invoice(%L, %L, 'EUR', 'gst', 18, '{"gst_number": "x"}')$$, :'org', :'lines')),
  'VALIDATION_ERROR', 'a GSTIN has its form'
);
select is(
  tests.raised_code(format($$select public.draft_invoice(%L, '[{"description": "x", "quantity": 2, "unit_amount": 1, "amount": 1}]', 'EUR')$$, :'org')),
  'VALIDATION_ERROR', 'a line must multiply'
);
select is(tests.raised_code(format($$select public.draft_invoice(%L, '[7]', 'EUR')$$, :'org')), 'VALIDATION_ERROR', 'and be one');

-- One payment, one invoice.
select id as payment from public.record_payment(:'org', 'stripe', 'pi_1', 121.61, 'EUR', 'succeeded') \gset
select id as paid from public.draft_invoice(:'org', :'lines', 'EUR', 'vat', 21, p_payment_id => :'payment') \gset
select is((public.draft_invoice(:'org', :'lines', 'EUR', 'vat', 21, p_payment_id => :'payment')).id, :'paid'::uuid, 'a payment has one invoice');
select is((public.issue_invoice(:'paid')).status::text, 'paid', 'which is paid when it is');

-- Final.
select tests.act_as_owner();
select is(
  tests.raised_code(format('update public.invoices set amount = 1 where id = %L', :'draft')), 'CONFLICT', 'an issued invoice does not change'
);
select is(
  tests.raised_code(format('update public.invoices set billing_name = null where id = %L', :'draft')), 'CONFLICT', 'not by a word'
);
select is(tests.raised_code(format('delete from public.invoices where id = %L', :'draft')), 'CONFLICT', 'nor disappears');
select is((public.mark_invoice_paid(:'draft')).status::text, 'paid', 'it is paid');
select is(tests.raised_code(format($$update public.invoices set status = 'sent' where id = %L$$, :'draft')), 'CONFLICT', 'and not unpaid again');
select is((public.void_invoice(:'draft', 'refunded')).status::text, 'void', 'it can be voided');
select tests.act_as(:'ada');
select is((select count(*) from public.invoices where status = 'draft'), 0::bigint, 'drafts are not shown');
select is((select count(*) from public.invoices where invoice_number is not null), 5::bigint, 'what was issued is, voided ones too');

select * from finish();
rollback;
