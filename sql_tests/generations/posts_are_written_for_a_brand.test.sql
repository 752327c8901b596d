-- Posts are written in the voice of the brand that is named, or of the default one, and know how well they fit it.
begin;
select plan(19);

create function pg_temp.ask(p_options jsonb default '{}') returns jsonb language sql as $$
  select public.create_generation('Bread needs time and patience.', '{x}', 'educational', 'en', p_options)
$$;
create function pg_temp.payload(p_asked jsonb) returns jsonb language sql as $$
  select j.payload from public.jobs as j where j.id = (p_asked #>> '{job,id}')::bigint
$$;
grant execute on function pg_temp.ask(jsonb), pg_temp.payload(jsonb) to public;

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'bob');
insert into public.brand_profiles (name) values ('Foreign') returning id as foreign_brand \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset

select pg_temp.ask() as plain \gset
select tests.act_as_owner();
select is(pg_temp.payload(:'plain') -> 'brand', '{}'::jsonb, 'without a brand none is written for');
select tests.act_as(:'ada');
insert into public.brand_profiles (name, custom_guidelines) values ('Bakery', 'No jokes.') returning id as brand \gset
insert into public.brand_profiles (name) values ('Shop') returning id as shop \gset
insert into public.audience_profiles (brand_profile_id, name, interests) values (:'brand', 'Home bakers', '{bread}')
returning id as audience \gset
select is(pg_temp.ask() ->> 'reused', 'true', 'a brand that is nobody''s default changes nothing');
select public.set_default_brand_profile(:'brand') \g /dev/null
select public.set_default_audience_profile(:'audience') \g /dev/null
select pg_temp.ask() as asked \gset
select is(:'asked'::jsonb ->> 'reused', 'false', 'in another voice it is another text');
select is(pg_temp.ask() ->> 'reused', 'true', 'in the same voice it is not');
select tests.act_as_owner();
select is(
  pg_temp.payload(:'asked') -> 'brand',
  jsonb_build_object('id', :'brand', 'name', 'Bakery', 'guidelines', 'No jokes.'), 'the worker is told of the brand'
);
select is(pg_temp.payload(:'asked') #>> '{audience,name}', 'Home bakers', 'and of its audience');
select is(
  (select options ->> 'brand_profile_id' from public.generations where id = (:'asked'::jsonb ->> 'generation_id')::uuid),
  :'brand', 'the request remembers which'
);
select tests.act_as(:'ada');
update public.brand_profiles set custom_guidelines = 'Jokes.' where id = :'brand';
select is(pg_temp.ask() ->> 'reused', 'false', 'other guidelines are another request');
select pg_temp.ask(jsonb_build_object('brand_profile_id', :'shop')) as named \gset
select tests.act_as_owner();
select is(pg_temp.payload(:'named') #>> '{brand,name}', 'Shop', 'a brand can be named');
select tests.act_as(:'ada');
select is(
  tests.raised_code(format('select pg_temp.ask(%L)', jsonb_build_object('brand_profile_id', :'foreign_brand'))),
  'VALIDATION_ERROR', 'but no foreign one'
);
select is(
  tests.raised_code($$select pg_temp.ask('{"brand_profile_id": "Shop"}')$$), 'VALIDATION_ERROR', 'and by its id only'
);
select is(
  tests.raised_code($$select pg_temp.ask('{"audience_profile_id": 1}')$$), 'VALIDATION_ERROR', 'as is an audience'
);

select tests.act_as_owner();
update public.jobs
set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(),
  lease_expires_at = now() + interval '1 minute'
where id = (:'asked'::jsonb #>> '{job,id}')::bigint;
select public.checkpoint_job((:'asked'::jsonb #>> '{job,id}')::bigint, 1, 'platform:x',
  '{"status": "completed", "output": {"thread": ["1/1 Bread needs time."], "tweet_count": 1, "hashtags": []},
    "ai_provider": "local", "ai_model": "local-extractive",
    "metadata": {"tokens": 0, "voice_fit": {"score": 81.5, "nearness": 90, "manner": 73}},
    "reasons": ["After 4 texts."],
    "worked": {"hooks": [{"value": "number", "average_percentile": 70.4, "sample_count": 5},
      {"value": "question", "average_percentile": 90, "sample_count": 9}],
      "text_lengths": [{"value": "1-140", "average_percentile": 55, "sample_count": 12}]}}', 0.9
) \g /dev/null
select is(c.brand_profile_id, :'brand', 'the post belongs to the brand')
from public.generated_content as c where c.generation_id = (:'asked'::jsonb ->> 'generation_id')::uuid;
select is(c.audience_profile_id, :'audience', 'and to the audience')
from public.generated_content as c where c.generation_id = (:'asked'::jsonb ->> 'generation_id')::uuid;
select is(c.voice_fit_score, 81.5, 'and says how well it fits')
from public.generated_content as c where c.generation_id = (:'asked'::jsonb ->> 'generation_id')::uuid;
select is(c.generation_metadata #>> '{voice_fit,manner}', '73', 'in parts')
from public.generated_content as c where c.generation_id = (:'asked'::jsonb ->> 'generation_id')::uuid;
select is(
  c.reasons, array[
    'After 4 texts.', 'Measured: posts with an opening of the kind number, on average percentile 70 of this channel (5 posts).',
    'Measured: posts with 1-140 characters, on average percentile 55 of this channel (12 posts).'
  ], 'and why it is as it is'
)
from public.generated_content as c where c.generation_id = (:'asked'::jsonb ->> 'generation_id')::uuid;
select tests.act_as(:'ada');
select is(
  (public.get_generation((:'asked'::jsonb ->> 'generation_id')::uuid) #> '{output_states,x}')
    - array['generated_content_id', 'completed_at', 'reasons'],
  '{"status": "completed", "voice_fit_score": 81.50, "voice_fit": {"score": 81.5, "nearness": 90, "manner": 73}}', 'as its reader is told'
);
select tests.act_as_owner();
-- Its audience first: of a row that this transaction wrote, Postgres checks every key anew with each change, and
-- whether the content or the audiences of a brand come first depends on the names of internal triggers, of which
-- …_100000 stands before …_99999.
delete from public.audience_profiles where brand_profile_id = :'brand';
delete from public.brand_profiles where id = :'brand';
select is(c.brand_profile_id, null, 'and outlives the brand')
from public.generated_content as c where c.generation_id = (:'asked'::jsonb ->> 'generation_id')::uuid;

select * from finish();
rollback;
