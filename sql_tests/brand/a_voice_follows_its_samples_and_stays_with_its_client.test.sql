-- What people change of the samples, and which model the organization chooses, is taken in by a job of its own.
begin;
select plan(17);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('cleo@example.test') as cleo \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset
select (public.create_client_account('Acme')).id as acme \gset
insert into public.brand_profiles (name, client_account_id) values ('Acme', :'acme') returning id as brand \gset
insert into public.brand_profiles (name) values ('House') returning id as house \gset
select public.learn_brand_voice(:'brand', '[{"type": "text", "text": "One."}]') as asked \gset
select public.learn_brand_voice(:'house', '[{"type": "text", "text": "One."}]') \g /dev/null
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role, client_account_id)
values (:'organization', :'cleo', 'client', :'acme');
create function pg_temp.refreshes() returns bigint language sql as $$
  select count(*) from public.jobs where kind = 'refresh_brand_voice'
$$;

-- Who sees it ---------------------------------------------------------------------------------------------------------
select tests.act_as(:'cleo', :'organization');
select results_eq(
  'select brand_profile_id from public.brand_voices', format('values (%L::uuid)', :'brand'), 'clients see their own voice'
);
select is(tests.raised_code(format('select public.get_brand_voice(%L)', :'house')), 'NOT_FOUND', 'and no other');
select is(
  tests.raised_code(format('select public.learn_brand_voice(%L)', :'brand')), 'FORBIDDEN', 'they let none be learned'
);
select is(
  tests.raised_code($$update public.brand_voices set status = 'completed'$$), '42501', 'nobody writes what was learned'
);
select is(
  tests.raised_code(format('select public.brand_voice_for(%L, %L)', :'organization', :'brand')), '42501',
  'nor asks as a worker does'
);

-- What follows --------------------------------------------------------------------------------------------------------
select tests.act_as_owner();
insert into public.brand_voice_samples (organization_id, brand_profile_id, sample_text)
values (:'organization', :'brand', 'By a worker.');
select is(pg_temp.refreshes(), 0::bigint, 'what workers write needs no refresh');
select tests.act_as(:'ada');
insert into public.brand_voice_samples (brand_profile_id, sample_text) values (:'brand', 'By hand.'), (:'brand', 'Too.');
insert into public.brand_voice_samples (brand_profile_id, sample_text) values (:'brand', 'And this.');
select tests.act_as_owner();
select is(pg_temp.refreshes(), 1::bigint, 'what a person writes within seconds is one refresh');
select is(
  (select quota_metric from public.jobs where kind = 'refresh_brand_voice'), null, 'which costs no quota'
);
-- Every search compares all samples of a brand.
insert into public.brand_voice_samples (organization_id, brand_profile_id, sample_text)
select :'organization', :'brand', 'Sample ' || n from generate_series(1, 1995) as n;
select tests.act_as(:'ada');
select lives_ok(
  format('insert into public.brand_voice_samples (brand_profile_id, sample_text) values (%L, %L)', :'brand', 'The last.'),
  'a brand keeps 2,000 samples'
);
select is(
  tests.raised_code(format(
    'insert into public.brand_voice_samples (brand_profile_id, sample_text) values (%L, %L)', :'brand', 'One too many.'
  )), 'CONFLICT', 'and no more'
);
select tests.act_as_owner();
delete from public.jobs where kind = 'refresh_brand_voice';
select tests.act_as(:'ada');
select public.set_organization_ai_model('embedding', 'openai', 'text-embedding-3-small', 512) \g /dev/null
select tests.act_as_owner();
select is(pg_temp.refreshes(), 2::bigint, 'another embedding model refreshes every voice');
delete from public.jobs where kind = 'refresh_brand_voice';
select tests.act_as(:'ada');
select public.set_organization_ai_model('text', 'local', 'local-extractive') \g /dev/null
select public.delete_brand_profile(:'house') \g /dev/null
select public.clear_organization_ai_model('embedding') \g /dev/null
select tests.act_as_owner();
select is(
  (select array_agg(subject_id) from public.jobs where kind = 'refresh_brand_voice'), array[:'brand'::uuid],
  'another text model none, and a deleted brand is left alone'
);

-- How it ends ---------------------------------------------------------------------------------------------------------
select tests.act_as(:'ada');
select public.cancel_job((:'asked'::jsonb #>> '{job,id}')::bigint) \g /dev/null
select is(public.get_brand_voice(:'brand') #>> '{error,code}', 'CANCELLED', 'a learning can be cancelled');
select tests.act_as_owner();
select is(
  tests.raised_code(format(
    'select public.brand_voice_nearness(%L, %L, %L, %L)', :'organization', :'brand', v.vectors, 'wordllama-l2-supercat-256'
  )), 'VALIDATION_ERROR', v.why
)
from (values ('{}', 'no list of vectors'), ('[]', 'an empty one'), ('[["x"]]', 'words for numbers')) as v (vectors, why);
select is(
  public.brand_voice_nearness(:'organization', :'brand', '[null, [1, 2, 3], [0, 0, 0]]', 'wordllama-l2-supercat-256'),
  '[null, null, null]', 'nothing, another dimension and zero are near to nothing'
);

select * from finish();
rollback;
