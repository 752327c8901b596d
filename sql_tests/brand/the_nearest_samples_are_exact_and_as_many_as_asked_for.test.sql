-- An approximate index under a tenant filter silently answers with too few rows; this search compares every vector.
begin;
select plan(17);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset
insert into public.brand_profiles (name) values ('Ours') returning id as brand \gset
insert into public.brand_profiles (name) values ('Other') returning id as other \gset
insert into public.brand_voice_samples (brand_profile_id, sample_text)
select :'brand', 'ours ' || i from generate_series(1, 30) as i;
-- Another brand of the same organization, nearer to everything that is asked.
insert into public.brand_voice_samples (brand_profile_id, sample_text)
select :'other', 'other ' || i from generate_series(1, 200) as i;
select is(tests.raised_code($$update public.brand_voice_samples set embedding = '[1]'$$), '42501', 'people write no vectors');

-- A vector that points ever further away from the first axis, in 256 dimensions.
select tests.act_as_owner();
create function pg_temp.vector(p_angle double precision, p_dimensions integer) returns jsonb language sql as $$
  select jsonb_agg(case i when 1 then cos(p_angle) when 2 then sin(p_angle) else 0 end order by i)
  from generate_series(1, p_dimensions) as i
$$;
grant execute on function pg_temp.vector(double precision, integer) to public;
select public.store_brand_voice_embeddings(:'organization', 'local', 'wordllama-l2-supercat-256', (
  select jsonb_agg(jsonb_build_object('sample_id', s.id, 'embedding',
    pg_temp.vector(
      case when s.brand_profile_id = :'brand' then 0.05 * substring(s.sample_text from '\d+')::integer else 0.001 end, 256
    )
  ))
  from public.brand_voice_samples as s
)) as stored \gset
select is(:stored, 230, 'workers store them');

select tests.act_as(:'ada');
select results_eq(
  format($$select sample_text from public.match_brand_voice(%L, %L)$$, :'brand', pg_temp.vector(0, 256)),
  $$select 'ours ' || i from generate_series(1, 10) as i$$, 'the nearest ten of the brand, nearest first'
);
select is(
  (
    select count(*) from public.match_brand_voice(:'brand', pg_temp.vector(3, 256)::text::extensions.vector, p_limit => 25)
  ), 25::bigint, 'as many as asked for, however far'
);
select is(
  (
    select count(*) from public.match_brand_voice(:'brand', pg_temp.vector(0, 256)::text::extensions.vector, p_limit => 100)
  ), 30::bigint, 'or all there are'
);
select cmp_ok(
  (
    select similarity
    from public.match_brand_voice(:'brand', pg_temp.vector(0.05, 256)::text::extensions.vector, p_limit => 1)
  ),
  '>', 0.9999::double precision, 'the same direction is similarity 1'
);
select is(
  tests.raised_code(format('select public.match_brand_voice(%L, %L)', :'brand', '[1,2,3]')), 'VALIDATION_ERROR',
  'a vector of another dimension is refused'
);
select is(
  tests.raised_code(format('select public.match_brand_voice(%L, %L)', :'brand', '{"a": 1}')), '22P02',
  'so is what is no vector'
);
select is(tests.raised_code(format('select public.match_brand_voice(%L, null)', :'brand')), 'VALIDATION_ERROR', 'none');
select is(
  tests.raised_code(format('select public.match_brand_voice(%L, %L, p_limit => 0)', :'brand', pg_temp.vector(0, 256))), 'VALIDATION_ERROR',
  'a limit of zero'
);
select is(
  tests.raised_code(format('select public.match_brand_voice(%L, %L, %L)', :'brand', pg_temp.vector(0, 256), 'gpt-6-sol')),
  'VALIDATION_ERROR', 'and a model that makes no vectors'
);

select tests.act_as(:'bob');
select is(
  tests.raised_code(format('select public.match_brand_voice(%L, %L)', :'brand', pg_temp.vector(0, 256))), 'NOT_FOUND',
  'others search no foreign brand'
);
select is(
  tests.raised_code(format('select public.match_brand_voice_for(%L, %L, %L, %L)', :'organization', :'brand', pg_temp.vector(0, 256), 'x')),
  '42501', 'nor in the name of its organization'
);

select tests.act_as_role('catalyst_worker');
select is(
  (select count(*) from public.match_brand_voice_for(
    :'organization', :'brand', pg_temp.vector(0, 256)::text::extensions.vector, 'wordllama-l2-supercat-256'
  )), 10::bigint, 'a worker names the organization'
);
select is(
  tests.raised_code(format(
    'select public.match_brand_voice_for(%L, %L, %L, %L)', gen_random_uuid(), :'brand', pg_temp.vector(0, 256), 'wordllama-l2-supercat-256'
  )), 'NOT_FOUND', 'and must name the right one'
);

-- Long vectors are read from the table, by the same rule.
select tests.act_as_owner();
select public.store_brand_voice_embeddings(:'organization', 'openai', 'text-embedding-3-small', (
  select jsonb_agg(jsonb_build_object(
    'sample_id', s.id, 'embedding', pg_temp.vector(0.05 * substring(s.sample_text from '\d+')::integer, 1536)
  ))
  from public.brand_voice_samples as s where s.brand_profile_id = :'brand'
));
select tests.act_as(:'ada');
select results_eq(
  format(
    $$select sample_text from public.match_brand_voice(%L, %L, 'text-embedding-3-small', 5, 'openai')$$, :'brand', pg_temp.vector(0, 1536)
  ), $$select 'ours ' || i from generate_series(1, 5) as i$$, 'with 1,536 dimensions as well'
);
select public.delete_brand_profile(:'brand');
select is(
  tests.raised_code(format('select public.match_brand_voice(%L, %L)', :'brand', pg_temp.vector(0, 256))), 'NOT_FOUND',
  'a deleted brand has no voice'
);

select * from finish();
rollback;
