begin;
select plan(9);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'bob');
insert into public.templates (name, template_type, config, is_public)
values ('Intro', 'video_intro', '{}', true) returning id as intro \gset
insert into public.templates (name, template_type, config) values ('Own', 'video_outro', '{}') returning id as own \gset
select public.rate_template(:'intro', 4);

select tests.act_as(:'ada');
select private.active_org() as adas \gset
select is((public.rate_template(:'intro', 1) ->> 'rating')::numeric, 2.50, 'two people, one mean');
select is((public.rate_template(:'intro', 5) ->> 'rating')::numeric, 4.50, 'a second rating replaces the first');
select is((select rating_count from public.templates where id = :'intro'), 2, 'and counts once');
select is(tests.raised_code(format('select public.rate_template(%L, 6)', :'intro')), 'VALIDATION_ERROR', 'stars end at five');
select is(tests.raised_code(format('select public.rate_template(%L, 5)', :'own')), 'NOT_FOUND', 'private ones are not there');
select is((select count(*) from public.template_ratings), 1::bigint, 'nobody sees who else rated');

select tests.act_as_owner();
update public.templates set is_premium = true where id = :'intro';
select tests.act_as(:'ada');
select is(tests.raised_code('update public.templates set is_premium = false'), '42501', 'operators say what is premium');
insert into public.brand_profiles (name) values ('Ours') returning id as brand \gset
select is(
  tests.raised_code(format('insert into public.brand_templates (brand_profile_id, template_id) values (%L, %L)', :'brand', :'intro')),
  'FORBIDDEN', 'the free plan does not include it'
);
select tests.act_as_owner();
update public.subscriptions set plan = 'professional', current_period_end = now() + interval '1 month' where organization_id = :'adas';
select tests.act_as(:'ada');
select lives_ok(
  format('insert into public.brand_templates (brand_profile_id, template_id) values (%L, %L)', :'brand', :'intro'), 'a paid one does'
);

select * from finish();
rollback;
