begin;
select plan(9);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('cleo@example.test') as cleo \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset
select (public.create_client_account('Acme')).id as acme \gset
select (public.create_client_account('Bolt')).id as bolt \gset
insert into public.brand_profiles (name, client_account_id) values ('Acme', :'acme') returning id as brand \gset
insert into public.brand_profiles (name, client_account_id) values ('Bolt', :'bolt') returning id as bolt_brand \gset
insert into public.brand_profiles (name) values ('House');
insert into public.audience_profiles (name, brand_profile_id) values ('Acme buyers', :'brand'), ('Bolt buyers', :'bolt_brand');
insert into public.hashtag_library (hashtag, brand_profile_id) values ('acme', :'brand'), ('bolt', :'bolt_brand'), ('house', null);
insert into public.brand_voice_samples (brand_profile_id, sample_text) values (:'brand', 'Acme says.'), (:'bolt_brand', 'Bolt says.');
insert into public.content_templates (name, content_type, template_text, client_account_id)
values ('Acme', 'title', 'For Acme', :'acme'), ('Bolt', 'title', 'For Bolt', :'bolt'), ('House', 'title', 'For all', null);
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role, client_account_id)
values (:'organization', :'cleo', 'client', :'acme');

select tests.act_as(:'cleo', :'organization');
select results_eq('select name from public.brand_profiles', $$values ('Acme')$$, 'the brand');
select results_eq('select name from public.audience_profiles', $$values ('Acme buyers')$$, 'its audience');
select results_eq('select hashtag from public.hashtag_library', $$values ('acme')$$, 'its tags');
select results_eq('select sample_text from public.brand_voice_samples', $$values ('Acme says.')$$, 'its samples');
select results_eq('select name from public.content_templates', $$values ('Acme')$$, 'its templates');
select is(
  tests.raised_code(format(
    'select public.match_brand_voice(%L, %L)', :'bolt_brand', array_to_json(array_fill(1, array[256]))
  )), 'NOT_FOUND', 'another client''s brand cannot be searched'
);
select is(
  tests.raised_code(format('select public.match_brand_voice(%L, %L)', :'brand', array_to_json(array_fill(1, array[256])))), null,
  'its own can'
);
select is(tests.raised_code($$insert into public.brand_profiles (name) values ('x')$$), '42501', 'clients write none');
select is(tests.raised_code(format('select public.delete_brand_profile(%L)', :'brand')), 'FORBIDDEN', 'and delete none');

select * from finish();
rollback;
