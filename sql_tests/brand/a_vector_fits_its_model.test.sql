begin;
select plan(10);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset
insert into public.brand_profiles (name) values ('Ours') returning id as brand \gset
insert into public.brand_voice_samples (brand_profile_id, sample_text) values (:'brand', 'One') returning id as sample \gset
insert into public.brand_voice_samples (brand_profile_id, sample_text) values (:'brand', 'Two') returning id as silent \gset
select is(
  tests.raised_code(format(
    $$insert into public.brand_voice_samples (brand_profile_id, sample_text) values (%L, 'One')$$, :'brand'
  )), '23505', 'a text is a sample once'
);

select tests.act_as_role('service_role');
create function pg_temp.store(
  p_model text, p_vector text, p_sample uuid, p_organization uuid, p_provider text default 'openai'
)
returns text language sql as $$
  select tests.raised_code(format(
    'select public.store_brand_voice_embeddings(%L, %L, %L, %L)', p_organization, p_provider, p_model,
    jsonb_build_array(jsonb_build_object('sample_id', p_sample, 'embedding', p_vector::jsonb))
  ))
$$;
select is(pg_temp.store('text-embedding-3-small', '[1,2]', :'sample', :'organization'), 'VALIDATION_ERROR', 'a dimension the model does not give');
select is(
  pg_temp.store('text-embedding-ada-002', array_to_json(array_fill(1, array[512]))::text, :'sample', :'organization'), 'VALIDATION_ERROR',
  'a model that cannot shorten'
);
select is(
  pg_temp.store('gpt-6-sol', array_to_json(array_fill(1, array[512]))::text, :'sample', :'organization'), 'VALIDATION_ERROR',
  'a model that makes no vectors'
);
select is(
  pg_temp.store('text-embedding-3-small', array_to_json(array_fill(1, array[512]))::text, :'sample', :'organization', 'google'),
  'VALIDATION_ERROR', 'a model of another provider'
);
select is(pg_temp.store('text-embedding-3-small', '["x"]', :'sample', :'organization'), 'VALIDATION_ERROR', 'words');
select is(
  public.store_brand_voice_embeddings(gen_random_uuid(), 'openai', 'text-embedding-3-small', jsonb_build_array(jsonb_build_object(
    'sample_id', :'sample', 'embedding', array_to_json(array_fill(1, array[512]))
  ))), 0, 'a sample of another organization is not there'
);
select is(
  public.store_brand_voice_embeddings(:'organization', 'openai', 'text-embedding-3-small', jsonb_build_array(
    jsonb_build_object('sample_id', :'sample', 'embedding', array_to_json(array_fill(1, array[512]))),
    jsonb_build_object('sample_id', :'silent', 'embedding', array_to_json(array_fill(0, array[512])))
  )), 2, 'what fits is stored'
);
select is((select embedding_dimensions from public.brand_voice_samples where id = :'sample'), 512, 'with its dimension');
select is(
  (select embedding from public.brand_voice_samples where id = :'silent'), null::extensions.vector, 'a zero vector is near to nothing'
);

select * from finish();
rollback;
