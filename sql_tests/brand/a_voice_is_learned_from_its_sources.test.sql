-- A member asks, a worker reads, and what it found becomes samples once; the voice knows its own spread.
begin;
\ir ../analytics/setup.sql
select plan(47);

create function pg_temp.take(p_job_id bigint) returns void language sql as $$
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(),
    lease_expires_at = now() + interval '1 minute'
  where id = p_job_id
$$;
create function pg_temp.used(p_organization_id uuid) returns text language sql as $$
  select coalesce(sum(used) || '/' || sum(reserved), '0/0') from public.usage_counters
  where organization_id = p_organization_id and metric = 'ai_analyses'
$$;
-- A vector that points ever further away from the first axis.
create function pg_temp.vector(p_angle double precision) returns jsonb language sql as $$
  select jsonb_agg(case i when 1 then cos(p_angle) when 2 then sin(p_angle) else 0 end order by i)
  from generate_series(1, 256) as i
$$;
grant execute on function pg_temp.vector(double precision) to public;

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'v' || n, n, 100) from generate_series(1, 3) as n \g /dev/null
update public.content_items set description = 'Words of ' || platform_content_id where platform_content_id in ('v1', 'v2');
insert into public.content_assets (organization_id, title, content_type, source_url, upload_status)
values (:'org', 'Notes', 'document', 'https://example.test/e', 'completed') returning id as asset \gset

select tests.act_as(:'ada');
insert into public.brand_profiles (name) values ('Ours') returning id as brand \gset
insert into public.brand_profiles (name) values ('Silent') returning id as silent \gset

-- Asking --------------------------------------------------------------------------------------------------------------
select is(public.get_brand_voice(:'brand') ->> 'status', null, 'nothing is known of a brand at first');
select is(
  tests.raised_code(format('select public.learn_brand_voice(%L, %L)', :'brand', s.sources)), 'VALIDATION_ERROR', s.why
)
from (values
  ('[]', 'no sources'), ('{}', 'no list'), ('[1]', 'no object'), ('[{"type": "tape"}]', 'an unknown type'),
  ('[{"type": "text"}]', 'a text without text'), ('[{"type": "text", "text": " "}]', 'an empty text'),
  ('[{"type": "url", "url": "file:///etc/passwd"}]', 'an address that is none'),
  ('[{"type": "url", "url": "https://example.test", "depth": 2}]', 'an unknown field'),
  ('[{"type": "item", "id": "x"}]', 'an id that is none'), ('[{"type": "posts", "limit": 201}]', 'too many posts'),
  ('[{"type": "asset", "id": "00000000-0000-4000-8000-000000000000"}]', 'an asset of nobody')
) as s (sources, why);
select throws_like(
  format(
    'select public.learn_brand_voice(%L, (select jsonb_agg(jsonb_build_object(%L, %L, %L, repeat(md5(n::text), 6250)))
      from generate_series(1, 6) as n))', :'brand', 'type', 'text', 'text'
  ), '%the texts of p_sources hold more than 1,000,000 characters together%', 'more text than is read at once'
);
select is(tests.raised_code('select public.learn_brand_voice(null)'), 'VALIDATION_ERROR', 'no brand');
select is(tests.raised_code('select public.learn_brand_voice(gen_random_uuid())'), 'NOT_FOUND', 'a brand of nobody');
select public.learn_brand_voice(:'brand', jsonb_build_array(
  '{"type": "posts"}'::jsonb, '{"type": "posts", "limit": 1}'::jsonb, '{"type": "text", "text": "Given."}'::jsonb,
  '{"type": "url", "url": " https://example.test/about "}'::jsonb, jsonb_build_object('type', 'asset', 'id', :'asset')
)) as asked \gset
select is(:'asked'::jsonb ->> 'source_count', '5', 'posts with words are read one by one, and each source once');
select is(
  public.learn_brand_voice(:'brand', jsonb_build_array(
    '{"type": "posts"}'::jsonb, '{"type": "text", "text": "Given."}'::jsonb,
    '{"type": "url", "url": "https://example.test/about"}'::jsonb, jsonb_build_object('type', 'asset', 'id', :'asset')
  )) -> 'job', :'asked'::jsonb -> 'job', 'asked again meanwhile, it is the same job'
);
select is(public.get_brand_voice(:'brand') ->> 'status', 'pending', 'it waits');
select tests.act_as_owner();
update public.brand_voices set status = 'processing' where brand_profile_id = :'brand';
select tests.act_as(:'ada');
select is(
  public.learn_brand_voice(:'brand', jsonb_build_array(
    '{"type": "posts"}'::jsonb, '{"type": "text", "text": "Given."}'::jsonb,
    '{"type": "url", "url": "https://example.test/about"}'::jsonb, jsonb_build_object('type', 'asset', 'id', :'asset')
  )) ->> 'status', 'processing', 'asked again while it runs, it runs'
);
select tests.act_as_owner();
update public.brand_voices set status = 'pending' where brand_profile_id = :'brand';
select tests.act_as(:'ada');
select is(
  (public.learn_brand_voice(:'silent') ->> 'source_count')::integer, 2, 'left out, they are the posts that were published'
);
select tests.act_as(:'bob');
select is(
  tests.raised_code(format('select public.learn_brand_voice(%L)', :'brand')), 'NOT_FOUND', 'others let no foreign brand be learned'
);
select is(tests.raised_code(format('select public.get_brand_voice(%L)', :'brand')), 'NOT_FOUND', 'nor read it');
select tests.act_as_owner();
select is(pg_temp.used(:'org'), '0/2', 'each learning sets one unit aside');
select is(
  (select payload #>> '{sources,3,url}' from public.jobs where id = (:'asked'::jsonb #>> '{job,id}')::bigint),
  'https://example.test/about', 'in the order given'
);

-- Reading -------------------------------------------------------------------------------------------------------------
select (:'asked'::jsonb #>> '{job,id}')::bigint as job \gset
select pg_temp.take(:job);
select public.checkpoint_job(:job, 1, 'source:1', jsonb_build_object(
  'type', 'item', 'id', '11111111-1111-4111-8111-111111111111', 'platform', 'youtube', 'samples', (
    select jsonb_agg(jsonb_build_object('text', 'sample ' || i, 'language', 'en')) from generate_series(1, 10) as i
  )
), 0.2) \g /dev/null
select public.checkpoint_job(:job, 1, 'source:2', '{"type": "url", "url": "https://example.test/about", "platform": "tape", "samples":
  [{"text": "sample 1"}, {"text": "sample 11", "language": "nl"}]}', 0.3) \g /dev/null
select is(
  (select count(*) from public.brand_voice_samples where brand_profile_id = :'brand'), 11::bigint, 'a text that is found twice is one sample'
);
select results_eq(
  $$select user_id is not null, platform, language, source_url, metadata
    from public.brand_voice_samples where sample_text = 'sample 11'$$,
  $$values (true, null::text, 'nl', 'https://example.test/about', '{"source": "url"}'::jsonb)$$, 'it says where it comes from'
);
select is((select count(*) from public.jobs where kind = 'refresh_brand_voice'), 0::bigint, 'the worker needs no reminder');
select tests.act_as(:'ada');
select is(public.get_brand_voice(:'brand') ->> 'status', 'processing', 'it is learned');
select tests.act_as_role('catalyst_worker');
select is(
  (select count(*) from public.brand_voice_to_embed(:'org', :'brand', 'local', 'wordllama-l2-supercat-256', 256)),
  11::bigint, 'a worker is told what no model has seen'
);
select tests.act_as_owner();
select public.store_brand_voice_embeddings(:'org', 'local', 'wordllama-l2-supercat-256', (
  select jsonb_agg(jsonb_build_object(
    'sample_id', s.id, 'embedding', pg_temp.vector(0.02 * substring(s.sample_text from '\d+')::integer)
  ))
  from public.brand_voice_samples as s where s.brand_profile_id = :'brand'
)) \g /dev/null
select is(
  (select count(*) from public.brand_voice_to_embed(:'org', :'brand', 'local', 'wordllama-l2-supercat-256', 256)),
  0::bigint, 'a model sees each sample once'
);
select is(
  (select count(*) from public.brand_voice_to_embed(:'org', :'brand', 'openai', 'text-embedding-3-small', 512)),
  11::bigint, 'another model sees all of them'
);
select is(
  (select count(*) from public.brand_voice_texts(:'org', :'brand', 5)), 5::bigint, 'so many texts as asked for'
);
select results_eq(
  format('select source, count(*) from public.brand_voice_texts(%L, %L) group by 1 order by 2', :'org', :'brand'),
  $$values ('https://example.test/about', 1::bigint), ('11111111-1111-4111-8111-111111111111', 10)$$,
  'samples of one text say so'
);
select is(public.brand_voice_for(:'org', :'brand'), null, 'a voice that is not learned is none');
select public.complete_job(:job, 1, '{"ai_provider": "local", "ai_model": "wordllama-l2-supercat-256", "embedding_dimensions": 256,
  "measures": {"words_per_sentence": {"median": 9, "deviation": 2, "mean": 9.5}},
  "manners": {"en": {"sample_count": 10, "reach": []}}, "tone_card": {"traits": ["Short sentences"]},
  "tone_card_ai_provider": "local", "tone_card_ai_model": "local-extractive", "usage": [],
  "sources": [{"type": "item", "status": "read", "sample_count": 10}]}') as ended \gset
select is(:'ended'::text, 'completed', 'and it ends');
select tests.act_as(:'ada');
select is(public.get_brand_voice(:'brand') #>> '{job,status}', 'completed', 'its job is done, though the queue has forgotten it');
select tests.act_as_owner();
select is(pg_temp.used(:'org'), '1/1', 'charged once');
select is(
  (
    select array[status::text, sample_count::text, embedded_count::text]
    from public.brand_voices where brand_profile_id = :'brand'
  ),
  '{completed,11,11}', 'what was learned is kept'
);
select ok(
  (
    select nearness_median between 0.99 and 1 and nearness_deviation between 0 and 0.01
    from public.brand_voices where brand_profile_id = :'brand'
  ),
  'with the spread of its samples'
);
select is(public.brand_voice_for(:'org', :'brand') #>> '{manners,en,sample_count}', '10', 'workers read its manner');
select is(public.brand_voice_for(gen_random_uuid(), :'brand'), null, 'under its organization');
select is(
  (select array_agg(n.value > 0.9 order by n.position) from jsonb_array_elements_text(
    public.brand_voice_nearness(
      :'org', :'brand', jsonb_build_array(pg_temp.vector(0.1), pg_temp.vector(3), null), 'wordllama-l2-supercat-256'
    )
  ) with ordinality as t (word, position)
  cross join lateral (values (t.word::double precision, t.position)) as n (value, position)),
  '{t,f,null}', 'and how near texts are to it'
);

-- Following -----------------------------------------------------------------------------------------------------------
select tests.act_as(:'ada');
insert into public.brand_voice_samples (brand_profile_id, sample_text) values (:'brand', 'mine'), (:'silent', 'mine');
delete from public.brand_voice_samples where sample_text = 'sample 2';
select tests.act_as_owner();
select is(
  (select count(*) from public.jobs where kind = 'refresh_brand_voice' and run_at > now()), 2::bigint,
  'what people add and delete together is taken in by one job for each brand'
);
select tests.act_as(:'ada');
select public.learn_brand_voice(:'brand', '[{"type": "text", "text": "More."}]') as again \gset
select tests.act_as_owner();
select pg_temp.take((:'again'::jsonb #>> '{job,id}')::bigint);
select public.checkpoint_job((:'again'::jsonb #>> '{job,id}')::bigint, 1, 'source:10', '{"type": "url", "url": "https://example.test/b",
  "status": "failed", "code": "URL_NOT_FOUND", "message": "not there", "samples": []}') \g /dev/null
select public.checkpoint_job((:'again'::jsonb #>> '{job,id}')::bigint, 1, 'source:9', '{"type": "text", "status": "read",
  "samples": []}') \g /dev/null
select public.fail_job((:'again'::jsonb #>> '{job,id}')::bigint, 1, 'INPUT_EMPTY', 'why not', false) \g /dev/null
select tests.act_as(:'ada');
select is(public.get_brand_voice(:'brand') #>> '{error,code}', 'INPUT_EMPTY', 'a failure says why');
select is(
  public.get_brand_voice(:'brand') -> 'sources',
  '[{"type": "text", "status": "read", "sample_count": 0},
    {"type": "url", "url": "https://example.test/b", "status": "failed", "code": "URL_NOT_FOUND",
      "message": "not there", "sample_count": 0}]',
  'of each source'
);
select is(
  public.get_brand_voice(:'brand') -> 'calibrated_languages', '["en"]', 'members read in which languages a fit is told'
);
select is(public.get_brand_voice(:'brand') #>> '{tone_card,traits,0}', 'Short sentences', 'and what was known stays');

select * from finish();
rollback;
