-- A policy for all commands that says "own or public" lets anybody edit, take over or delete what others published.
begin;
select plan(17);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.create_user('cleo@example.test') as cleo \gset
select tests.act_as(:'bob');
select private.active_org() as bobs \gset
insert into public.content_templates (name, content_type, template_text, is_public) values ('Hooks', 'title', 'Why {{topic}}?', true)
returning id as public_one \gset
insert into public.content_templates (name, content_type, template_text)
values ('Secret', 'title', 'Psst {{topic}}') returning id as private_one \gset
insert into public.templates (name, template_type, config, is_public)
values ('Intro', 'video_intro', '{}', true) returning id as intro \gset
insert into public.templates (name, template_type, config) values ('Mine', 'video_intro', '{}') returning id as mine \gset

select tests.act_as(:'ada');
select private.active_org() as adas \gset
select results_eq('select name from public.content_templates', $$values ('Hooks')$$, 'published templates are read by everybody');
update public.content_templates set name = 'Taken', template_text = 'Buy {{topic}}';
update public.templates set name = 'Taken';
delete from public.content_templates;
delete from public.templates;
select is(tests.raised_code(format('update public.content_templates set organization_id = %L', :'adas')), '42501', 'nobody takes one over');
select is(tests.raised_code(format('update public.content_templates set user_id = %L', :'ada')), '42501', 'not by its author either');
select is(
  tests.raised_code(format(
    $$insert into public.content_templates (user_id, name, content_type, template_text) values (%L, 'x', 'title', 'y')$$, :'bob'
  )), '42501', 'or writes in another''s name'
);
select is(
  public.use_content_template(:'public_one', '{"topic": "tea"}') ->> 'text', 'Why tea?', 'but everybody uses it'
);
select is(tests.raised_code(format('select public.use_content_template(%L)', :'private_one')), 'NOT_FOUND', 'a private one is not there');
insert into public.brand_profiles (name) values ('Ours') returning id as brand \gset
select lives_ok(
  format('insert into public.brand_templates (brand_profile_id, template_id) values (%L, %L)', :'brand', :'intro'), 'and customizes it'
);
select is(
  tests.raised_code(format('insert into public.brand_templates (brand_profile_id, template_id) values (%L, %L)', :'brand', :'mine')),
  'NOT_FOUND', 'not a private one'
);
select is(
  tests.raised_code(format('insert into public.brand_templates (brand_profile_id, template_id) values (%L, %L)', :'brand', gen_random_uuid())),
  'NOT_FOUND', 'of which nobody learns whether it exists'
);

select tests.act_as(:'bob');
select results_eq(
  'select name, usage_count from public.content_templates order by 1', $$values ('Hooks', 1), ('Secret', 0)$$, 'both are as they were, and the use counted'
);
select results_eq('select name, usage_count from public.templates order by 1', $$values ('Intro', 1), ('Mine', 0)$$, 'visual ones likewise');
select is(tests.raised_code('update public.content_templates set usage_count = 1000'), '42501', 'not even the owner counts');
select is(tests.raised_code('update public.templates set rating = 5'), '42501', 'or rates by hand');

-- A creator works on templates; publishing to everybody is a manager's decision.
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'bobs', :'cleo', 'creator');
select tests.act_as(:'cleo', :'bobs');
select is(tests.raised_code('update public.content_templates set is_public = true'), '42501', 'a creator does not publish');
update public.content_templates set name = 'Changed';
select results_eq('select name from public.content_templates order by 1', $$values ('Changed'), ('Hooks')$$, 'nor change what is published');
select tests.act_as_role('anon');
select is(tests.raised_code('select from public.content_templates'), '42501', 'visitors read none');
select is(tests.raised_code('select from public.templates'), '42501', 'of either kind');

select * from finish();
rollback;
