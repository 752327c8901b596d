-- Organization, client and brand may not contradict each other, whatever a request says.
begin;
select plan(13);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'bob');
insert into public.brand_profiles (name) values ('Of Bob') returning id as bobs_brand \gset
select tests.act_as(:'ada');
select (public.create_client_account('Acme')).id as acme \gset
select (public.create_client_account('Bolt')).id as bolt \gset
select private.active_org() as organization \gset

insert into public.brand_profiles (name, client_account_id) values ('Acme', :'acme') returning id as acme_brand \gset
select is(
  (select organization_id from public.brand_profiles where id = :'acme_brand'), :'organization'::uuid,
  'a brand belongs to the active organization'
);
select is((select user_id from public.brand_profiles where id = :'acme_brand'), :'ada'::uuid, 'and to who made it');

insert into public.audience_profiles (name, brand_profile_id, client_account_id)
values ('Buyers', :'acme_brand', :'bolt') returning id as audience \gset
select is(
  (select client_account_id from public.audience_profiles where id = :'audience'), :'acme'::uuid,
  'an audience is its brand''s client''s, whatever was said'
);
insert into public.hashtag_library (hashtag, brand_profile_id, client_account_id) values ('growth', :'acme_brand', :'bolt');
select is((select client_account_id from public.hashtag_library), :'acme'::uuid, 'so is a hashtag');
insert into public.brand_voice_samples (brand_profile_id, sample_text) values (:'acme_brand', 'We build.');
select is((select client_account_id from public.brand_voice_samples), :'acme'::uuid, 'and a voice sample');

select is(
  tests.raised_code(format($$insert into public.audience_profiles (name, brand_profile_id) values ('x', %L)$$, :'bobs_brand')),
  'NOT_FOUND', 'a foreign brand does not exist'
);
select is(
  tests.raised_code(format(
    $$insert into public.brand_voice_samples (brand_profile_id, sample_text) values (%L, 'x')$$, gen_random_uuid()
  )),
  'NOT_FOUND', 'exactly as one that nobody has'
);
select is(
  tests.raised_code(format($$update public.brand_profiles set organization_id = %L$$, gen_random_uuid())), '42501',
  'a brand cannot be moved to another organization'
);
select is(
  tests.raised_code(format($$update public.brand_profiles set client_account_id = %L$$, :'bolt')), '42501',
  'nor to another client'
);
select is(
  tests.raised_code($$insert into public.brand_profiles (name, preferred_platforms) values ('x', '{instagram,myspace}')$$),
  'VALIDATION_ERROR', 'platforms must exist'
);
select is(
  tests.raised_code($$insert into public.brand_profiles (name, sample_content_urls) values ('x', '{javascript:alert(1)}')$$),
  '23514', 'sample addresses must be addresses'
);
select is(
  tests.raised_code($$insert into public.brand_profiles (name, tone_preset) values ('x', 'loud')$$), '22P02', 'tones are known'
);

select tests.act_as(:'bob');
select is((select count(*) from public.audience_profiles), 0::bigint, 'others see none of it');

select * from finish();
rollback;
