begin;
\ir setup.sql
select plan(12);

select tests.create_user() as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
create function pg_temp.asked(p_generation jsonb) returns jsonb language sql security definer as $$
  select g.parameters from public.text_generations as g where g.id = (p_generation ->> 'generation_id')::uuid
$$;
create function pg_temp.title_style(p_params jsonb default '{}') returns text language sql as $$
  select pg_temp.asked(text_test.titles('{}', '{"style": null}'::jsonb || p_params)) #>> '{generation_params,style}'
$$;
create function pg_temp.script(p_title uuid, p_params jsonb default '{}') returns jsonb language sql as $$
  select pg_temp.asked(public.generate_script(p_title, '{"language": "en"}'::jsonb || p_params)) -> 'parameters'
$$;
grant execute on all functions in schema pg_temp to public;
insert into public.generated_content (organization_id, content_type, generated_text, ai_model)
values (:'org', 'title', 'A title', 'm') returning id as title \gset
insert into public.generated_content (organization_id, content_type, generated_text, ai_model, generation_parameters)
values (:'org', 'title', 'Made', 'm', '{"generation_params": {"style": "entertainment"}}') returning id as made \gset

select tests.act_as(:'ada');
select is(pg_temp.title_style(), 'motivational', 'a style where nobody said anything');
select is(pg_temp.script(:'title') ->> 'duration_seconds', '40', 'and a length');
update public.user_settings set content_style = 'educational', default_video_duration_seconds = 95;
select is(pg_temp.title_style(), 'educational', 'titles in the style that the person set');
select is(pg_temp.title_style('{"style": "business"}'), 'business', 'unless the request names one');
select is(pg_temp.script(:'title') ->> 'duration_seconds', '95', 'scripts of the length that the person set');
select is(pg_temp.script(:'title', '{"duration_seconds": 30}') ->> 'duration_seconds', '30', 'unless the request does');
update public.user_settings set default_video_duration_seconds = 3600;
select is(pg_temp.script(:'title') ->> 'duration_seconds', '180', 'within what a script may last');
select is(
  pg_temp.script(:'title') -> 'style_preferences',
  '{"hook_intensity": "moderate", "motivational_level": "light", "include_statistics": true, "include_call_to_action": true}',
  'a style says how a script is written'
);
select is(
  pg_temp.script(:'made', '{"style_preferences": {"include_call_to_action": false}}') -> 'style_preferences',
  '{"hook_intensity": "intense", "motivational_level": "light", "include_statistics": false, "include_call_to_action": false}',
  'that of its title, as far as the request says nothing else'
);
insert into public.brand_profiles (name, content_style_preferences) values ('Ours', '{"style": "business"}') returning id as brand \gset
select public.set_default_brand_profile(:'brand') \g /dev/null
select is(pg_temp.title_style(), 'business', 'a brand has its own');
update public.brand_profiles set content_style_preferences = '{"style": "loud"}';
select is(pg_temp.title_style(), 'educational', 'if it is one');
select is(tests.raised_code($$update public.user_settings set content_style = 'loud'$$), '23514', 'people choose among those there are');

select * from finish();
rollback;
