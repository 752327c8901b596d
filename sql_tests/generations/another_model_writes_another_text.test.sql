begin;
select plan(8);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('cas@example.test') as cas \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'cas', 'creator');
create function pg_temp.reused() returns text language sql as $$
  select public.create_generation('The same text.', array['x'], 'authority', 'en') ->> 'reused'
$$;
grant execute on function pg_temp.reused() to authenticated;
select m.provider, m.name from public.ai_models as m
where m.is_active and 'text' = any(m.capabilities) and m.provider <> 'local' order by m.provider, m.name limit 1 \gset one_
select m.provider, m.name from public.ai_models as m
where m.is_active and 'text' = any(m.capabilities) and m.provider <> :'one_provider' order by m.provider, m.name limit 1 \gset two_

select tests.act_as(:'ada');
select is(pg_temp.reused(), 'false', 'a first request');
select is(pg_temp.reused(), 'true', 'the same again');
select public.set_organization_ai_model('text', :'one_provider', :'one_name') \gset ignored_
select is(pg_temp.reused(), 'false', 'the organization chose a model, which has not written yet');
select is(pg_temp.reused(), 'true', 'now it has');

select tests.act_as(:'cas', :'org');
select is(pg_temp.reused(), 'true', 'a colleague without a wish shares it');
select public.set_user_ai_settings(:'two_provider', :'two_name') \gset ignored_
select is(pg_temp.reused(), 'false', 'one who prefers another model does not');
select public.set_user_ai_settings(p_tone => 'casual') \gset ignored_
select is(pg_temp.reused(), 'true', 'and does again without that wish');
select tests.act_as(:'ada');
select public.clear_organization_ai_model('text') \gset ignored_
select is(pg_temp.reused(), 'true', 'what the platform''s choice wrote is still there');

select * from finish();
rollback;
