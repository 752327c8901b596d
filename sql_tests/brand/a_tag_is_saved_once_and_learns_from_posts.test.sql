begin;
select plan(19);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset
select (public.create_client_account('Acme')).id as acme \gset
insert into public.hashtag_library (hashtag, platform) values (' #Growth', 'instagram');
select is((select hashtag from public.hashtag_library), 'Growth', 'the number sign is not part of the tag');
select is(
  tests.raised_code($$insert into public.hashtag_library (hashtag, platform) values ('gROWTH', 'instagram')$$), '23505',
  'the same tag in other letters is the same'
);
select lives_ok($$insert into public.hashtag_library (hashtag) values ('growth')$$, 'for every platform is another entry');
select is(tests.raised_code($$insert into public.hashtag_library (hashtag) values ('GROWTH')$$), '23505', 'but only one');
select lives_ok(
  format($$insert into public.hashtag_library (hashtag, client_account_id) values ('growth', %L)$$, :'acme'), 'a client has its own'
);
select is(tests.raised_code($$insert into public.hashtag_library (hashtag) values ('two words')$$), '23514', 'a tag has no blanks');
select is(tests.raised_code($$insert into public.hashtag_library (hashtag, platform) values ('a', 'myspace')$$), '23503', 'platforms exist');
select is(tests.raised_code('update public.hashtag_library set performance_score = 100'), '42501', 'scores are not set by hand');
select is(tests.raised_code('update public.hashtag_library set usage_count = 9'), '42501', 'nor uses');
insert into public.cta_library (cta_text, cta_type, platform) values ('Follow us', 'follow', 'x') returning id as cta \gset
select is(
  tests.raised_code($$insert into public.cta_library (cta_text, platform) values ('FOLLOW US', 'x')$$), '23505', 'calls to action likewise'
);

select tests.act_as_role('service_role');
select is(public.record_hashtag_results(:'organization', '{#GROWTH,unknown}', 'instagram', null, null, now()), 2, 'a post used it');
select is(public.record_hashtag_results(:'organization', '{growth}', 'instagram', null, 40), 2, 'and was measured');
select is(public.record_hashtag_results(:'organization', '{growth}', 'instagram', :'acme', 80), 3, 'as was one of a client');
select is(
  tests.raised_code(format($$select public.record_hashtag_results(%L, '{growth}', 'x', null, 101)$$, :'organization')), 'VALIDATION_ERROR',
  'scores end at 100'
);
select is(public.record_hashtag_results(gen_random_uuid(), '{growth}', 'instagram', null, 1), 0, 'other organizations learn nothing');
select results_eq(
  format(
    'select platform, performance_score, scored_count, usage_count from public.hashtag_library where client_account_id is null
     and organization_id = %L order by 1', :'organization'
  ),
  $$values ('instagram', 60.00::numeric, 2, 1), (null, 60.00, 2, 1)$$, 'the score is the mean'
);
select is(public.record_cta_results(:'organization', :'cta', 70, now()), true, 'calls to action learn too');
select is(public.record_cta_results(gen_random_uuid(), :'cta', 70, now()), false, 'in their organization');

select tests.act_as(:'bob');
select is((select count(*) from public.hashtag_library) + (select count(*) from public.cta_library), 0::bigint, 'others see none');

select * from finish();
rollback;
