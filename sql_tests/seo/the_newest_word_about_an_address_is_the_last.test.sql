begin;
select plan(20);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select public.connect_search_engine(
  'google', 'https://www.ada.test/', '{"client_email": "a@b.test", "private_key": "k"}'
) ->> 'seo_connection_id' as google \gset

-- What waits is superseded.
select public.submit_urls(:'google', '{https://www.ada.test/a}') as first \gset
select public.submit_urls(:'google', '{https://www.ada.test/a}', 'url_deleted') as second \gset
select isnt(:'second'::text, :'first', 'a deletion is not taken for the update that waits');
select results_eq(
  'select status::text, submission_type::text, next_retry_at is null from public.seo_submissions order by 1',
  $$values ('pending', 'url_deleted', false), ('superseded', 'url_updated', true)$$, 'it takes its place'
);
select results_eq(
  $$select used, reserved from public.usage_counters where metric = 'seo_submissions'$$, 'values (0::bigint, 1::bigint)', 'and its unit'
);
select is(
  (select array_agg(u) from public.submit_urls(:'google', '{https://www.ada.test/a,https://www.ada.test/a}', 'url_deleted') as u),
  array[:'second'::uuid], 'the same once more is the same one, named once'
);
select isnt(
  (select public.submit_urls(:'google', '{https://www.ada.test/a}', 'sitemap')), :'second'::uuid, 'a list of addresses is another matter'
);
select is(
  (select count(*) from public.seo_submissions where status = 'pending'), 2::bigint, 'which leaves what is said about the page'
);

-- What is being sent is followed.
select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_seo_submissions()), 2::bigint, 'a worker takes both');
select tests.act_as(:'ada');
select public.submit_urls(:'google', '{https://www.ada.test/a}', 'url_updated') as third \gset
select is(
  (select follows_id from public.seo_submissions where id = :'third'), :'second'::uuid, 'what is said meanwhile waits behind it'
);
select public.submit_urls(:'google', '{https://www.ada.test/a}', 'url_deleted') as fourth \gset
select is(
  (select array_agg(status::text || coalesce(' ' || (follows_id = :'second')::text, '') order by created_at, status)
    from public.seo_submissions where id in (:'third', :'fourth')),
  '{"pending true",superseded}'::text[], 'only the newest of those'
);
select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_seo_submissions()), 0::bigint, 'nobody sends it before its time');
select is(public.report_seo_submission(:'second', 'submitted', 200)::text, 'submitted', 'the first one arrives');
select is((select array_agg(id) from public.claim_due_seo_submissions()), array[:'fourth'::uuid], 'and then it goes');

-- What failed is not tried again when something newer waits.
select tests.act_as(:'ada');
select public.submit_urls(:'google', '{https://www.ada.test/a}', 'url_updated') as fifth \gset
select tests.act_as_role('service_role');
select is(
  public.report_seo_submission(:'fourth', 'failed', 503, null, 'busy', '{}', 3600)::text, 'superseded', 'a failed one gives way'
);
select results_eq(
  format(
    $$select follows_id is null, next_retry_at > now() + interval '59 minutes' from public.seo_submissions where id = %L$$, :'fifth'
  ),
  'values (true, true)', 'the newer one goes when the engine has time'
);
select is(public.report_seo_submission(:'fourth', 'submitted', 200)::text, 'superseded', 'a late report changes nothing');
select tests.act_as(:'ada');
select results_eq(
  $$select used, reserved from public.usage_counters where metric = 'seo_submissions'$$, 'values (1::bigint, 2::bigint)',
  'only what was sent is used'
);
-- A failure that waits for its next try is superseded, and its pause stays.
select tests.act_as_role('service_role');
select public.report_seo_submission(:'fifth', 'failed', 503, null, 'busy', '{}', 7200);
select tests.act_as(:'ada');
select public.submit_urls(:'google', '{https://www.ada.test/a}', 'url_deleted') as sixth \gset
select ok(
  (select next_retry_at > now() + interval '119 minutes' from public.seo_submissions where id = :'sixth'),
  'a pause of the engine holds for the address'
);
-- The connection goes while one is sent and one waits behind it.
select tests.act_as_owner();
update public.seo_submissions set next_retry_at = now() where id = :'sixth';
select tests.act_as_role('service_role');
select is((select array_agg(id) from public.claim_due_seo_submissions()), array[:'sixth'::uuid], 'when the pause is over');
select tests.act_as(:'ada');
select public.submit_urls(:'google', '{https://www.ada.test/a}', 'url_updated');
select public.disconnect_search_engine(:'google');
select is(
  (select count(*) from public.seo_submissions where status in ('pending', 'failed')), 0::bigint, 'both end with the connection'
);
select tests.act_as_owner();
select is_empty('select * from private.quota_discrepancies()', 'counters are the sum of their ledger');

select * from finish();
rollback;
