begin;
select plan(21);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset
select (public.create_client_account('Acme')).id as acme \gset
insert into public.brand_profiles (name) values ('One') returning id as one \gset
insert into public.brand_profiles (name) values ('Two') returning id as two \gset
insert into public.brand_profiles (name, client_account_id) values ('Acme', :'acme') returning id as third \gset

select is(tests.raised_code('update public.brand_profiles set is_default = true'), '42501', 'not by hand');
select lives_ok(format('select public.set_default_brand_profile(%L)', :'one'), 'a brand becomes the default');
select lives_ok(format('select public.set_default_brand_profile(%L)', :'two'), 'then another');
select lives_ok(format('select public.set_default_brand_profile(%L)', :'third'), 'and the client''s own beside it');
select results_eq(
  'select name from public.brand_profiles where is_default order by 1', $$values ('Acme'), ('Two')$$,
  'one of the organization, one of the client'
);

insert into public.audience_profiles (name, brand_profile_id) values ('A', :'two') returning id as a \gset
insert into public.audience_profiles (name, brand_profile_id) values ('B', :'two') returning id as b \gset
select public.set_default_audience_profile(:'a');
select public.set_default_audience_profile(:'b');
select results_eq(
  'select name from public.audience_profiles where is_default', $$values ('B')$$, 'one audience of a brand is the default'
);
select (public.create_client_account('Other')).id as other \gset
insert into public.audience_profiles (name, brand_profile_id) values ('Readers', :'third') returning id as acme_readers \gset
select public.set_default_audience_profile(:'acme_readers');

select tests.act_as_owner();
select is(private.default_brand_profile(:'organization', :'acme'), :'third'::uuid, 'a client''s work is in the client''s voice');
select is(private.default_brand_profile(:'organization'), :'two'::uuid, 'other work in the organization''s');
select is(private.default_audience_profile(:'organization', null, :'two'), :'b'::uuid, 'for the audience of that brand');
select is(
  private.default_audience_profile(:'organization', null, :'third'), :'acme_readers'::uuid, 'or of a client''s brand that is named'
);

-- Whatever is written asks for them in the same way.
select is(private.chosen_brand(:'organization', :'acme', null, 'b') ->> 'name', 'Acme', 'a client''s own voice');
select is(private.chosen_brand(:'organization', :'other', null, 'b') ->> 'name', 'Two', 'for a client without one the organization''s');
select is(
  private.chosen_brand(:'organization', :'other', :'two', 'b') ->> 'name', 'Two', 'which can be named for a client as well'
);
select is(
  tests.raised_code(format('select private.chosen_brand(%L, %L, %L, %L)', :'organization', :'other', :'third', 'b')),
  'VALIDATION_ERROR', 'another client''s cannot'
);
select is(
  private.chosen_audience(:'organization', :'other', :'two', null, 'a') ->> 'name', 'B', 'the audience of that voice comes with it'
);
select is(
  private.chosen_audience(:'organization', null, :'third', null, 'a') ->> 'name', 'Readers', 'for whichever client it is'
);
select is(
  tests.raised_code(format($$update public.brand_profiles set is_default = true where id = %L$$, :'one')), '23505',
  'the table itself admits one'
);

select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.set_default_brand_profile(%L)', :'one')), 'NOT_FOUND', 'others choose none');
select is(tests.raised_code(format('select public.delete_brand_profile(%L)', :'one')), 'NOT_FOUND', 'and delete none');

select tests.act_as(:'ada');
select public.delete_brand_profile(:'two');
select is((select count(*) from public.audience_profiles where brand_profile_id = :'two'), 0::bigint, 'a deleted brand takes its audiences along');
select tests.act_as_owner();
select is(private.default_brand_profile(:'organization'), null::uuid, 'and is no longer the default');

select * from finish();
rollback;
