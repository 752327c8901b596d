begin;
select plan(7);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
create function pg_temp.voice(p_org uuid, p_name text, p_version integer) returns uuid language sql as $$
  insert into public.voice_models (
    organization_id, name, version_number, training_status, provider_voice_id, consent_full_name, consent_purpose,
    consent_given_at
  )
  values (p_org, p_name, p_version, 'completed', p_name || p_version, 'Sam Speaker', 'Advertising', now())
  returning id
$$;
create function pg_temp.used() returns text language sql as $$
  select string_agg(m.name || m.version_number, ' ' order by m.name, m.version_number)
  from public.voice_models as m where m.is_active
$$;
grant execute on function pg_temp.used() to authenticated;
select private.change_plan(:'org', 'agency') \gset ignored_
select pg_temp.voice(:'org', 'V', 1) as first \gset
select pg_temp.voice(:'org', 'V', 2) as second \gset
select pg_temp.voice(:'org', 'W', 1) as other \gset
select is(
  tests.raised_code(format('select pg_temp.voice(%L, %L, 2)', :'org', 'V')), '23505', 'a version is made once'
);

select tests.act_as(:'ada');
select public.activate_voice_model(:'first');
select public.activate_voice_model(:'other');
select is(pg_temp.used(), 'V1 W1', 'each voice has a version in use');
select public.activate_voice_model(:'second');
select is(pg_temp.used(), 'V2 W1', 'another takes its place');
select public.activate_voice_model(:'second');
select is(pg_temp.used(), 'V2 W1', 'said twice it stays');
select public.activate_voice_model(:'first');
select is(pg_temp.used(), 'V1 W1', 'there is a way back');

select tests.act_as_owner();
select is(
  tests.raised_code($$update public.voice_models set is_active = true where name = 'V'$$), '23505', 'the table itself admits one'
);
select is(pg_temp.used(), 'V1 W1', 'whoever writes it');

select * from finish();
rollback;
