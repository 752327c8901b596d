begin;
select plan(11);

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
insert into public.cta_library (cta_text, cta_type, platform) values ('Follow us', 'follow', 'x');
select is(
  tests.raised_code($$insert into public.cta_library (cta_text, platform) values ('FOLLOW US', 'x')$$), '23505', 'calls to action likewise'
);

select tests.act_as(:'bob');
select is((select count(*) from public.hashtag_library) + (select count(*) from public.cta_library), 0::bigint, 'others see none');

select * from finish();
rollback;
