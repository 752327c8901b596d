begin;
\ir setup.sql
select plan(8);

select tests.create_user() as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
create table pg_temp.sources (name text, id uuid);
with made as (
  insert into public.content_assets (organization_id, title, content_type, source_url, upload_status, transcript)
  select :'org', t.title, 'audio', 'https://example.test/' || t.title, 'completed', 'Words of ' || t.title
  from unnest('{asset1,asset2,asset3}'::text[]) as t (title)
  returning title, id
)
insert into pg_temp.sources select title, id from made;
with made as (
  insert into public.generations (
    organization_id, user_id, input_content, input_title, input_content_hash, request_hash, language, selected_tone,
    selected_platforms
  )
  select :'org', :'ada', 'Words of ' || t.title, t.title, h.digest, h.digest, 'en', 'educational', '{x}'
  from unnest('{generation1,generation2}'::text[]) as t (title)
  cross join lateral (select encode(sha256(t.title::bytea), 'hex') as digest) as h
  returning input_title, id
)
insert into pg_temp.sources select input_title, id from made;
create function pg_temp.ids(variadic p_names text[]) returns jsonb language sql as $$
  select jsonb_build_object('video_ids', jsonb_agg(s.id order by array_position(p_names, s.name)))
  from pg_temp.sources as s where s.name = any(p_names)
$$;
grant select on pg_temp.sources to public;
grant execute on function pg_temp.ids(text[]) to public;

select tests.act_as(:'ada');
select text_test.titles(pg_temp.ids('asset2', 'generation1', 'asset1', 'generation2')) ->> 'generation_id' as asked \gset
select tests.act_as_role('service_role');
select job, lease from text_test.claim() \gset
select public.checkpoint_job(:job, :lease, 'written', text_test.written('First title', 'Second title')) \g /dev/null
select public.complete_job(:job, :lease, '{"count": 2}') \g /dev/null
select tests.act_as_owner();
select is(
  (
    select array_agg(distinct format('%s %s', a.name, g.name))
    from public.generated_content as c
    join pg_temp.sources as a on a.id = c.content_asset_id
    join pg_temp.sources as g on g.id = c.generation_id
  ),
  '{asset2 generation1}', 'a title names the first upload and the first generation in the order of the request'
);
select is(
  (
    select array_agg(format('%s %s', c.title, s.name) order by c.title, s.name)
    from private.generated_content_materials as r
    join public.generated_content as c on c.id = r.generated_content_id
    join pg_temp.sources as s on s.id in (r.content_asset_id, r.generation_id)
  ),
  array['First title asset1', 'First title generation2', 'Second title asset1', 'Second title generation2'],
  'the others stand beside it'
);
select c.id as title from public.generated_content as c where c.title = 'First title' \gset
select is(
  (
    select string_agg(s.name, ' ' order by f.position)
    from public.generated_content as c
    cross join lateral unnest(private.title_sources(c)) with ordinality as f (
      kind, id, client_account_id, social_account_id, platform, title, body, language, topics, keywords,
      performance_score, duration_seconds, position
    )
    join pg_temp.sources as s on s.id = f.id
    where c.id = :'title'
  ),
  'asset2 generation1 asset1 generation2', 'a script for it is written from all of them'
);

create function pg_temp.earlier(p_name text) returns jsonb language plpgsql as $$
declare
  v_asked jsonb;
begin
  v_asked := text_test.titles(pg_temp.ids(p_name));
  perform tests.act_as_owner();
  return (select j.payload -> 'earlier_titles' from public.jobs as j where j.id = (v_asked #>> '{job,id}')::bigint);
end;
$$;
grant execute on function pg_temp.earlier(text) to public;
select tests.act_as(:'ada');
select is(jsonb_array_length(pg_temp.earlier('asset1')), 2, 'asked from the second upload, the titles there are do not come again');
select tests.act_as(:'ada');
select is(jsonb_array_length(pg_temp.earlier('generation2')), 2, 'nor from the second generation');
select tests.act_as(:'ada');
select is(jsonb_array_length(pg_temp.earlier('asset3')), 0, 'what was no source has none');
select tests.act_as_owner();
select is(
  tests.raised_code(format(
    'insert into private.generated_content_materials (organization_id, generated_content_id) values (%L, %L)', :'org',
    :'title'
  )), '23514', 'a source is something'
);


-- What workers are given of them --------------------------------------------------------------------------------------
select is(
  (
    select jsonb_agg(jsonb_build_array(char_length(e ->> 'text'), e -> 'is_cut'))
    from jsonb_array_elements(private.text_source_content(array(
      select
        row('asset', null, null, null, null, t.title, repeat('x', t.length), null, null, null, null, null)
          ::private.text_source
      from (values ('long', 100001), ('whole', 100000)) as t (title, length)
    ))) as e
  ),
  '[[100000, true], [100000, null]]', 'a text is given as far as there is room, and it is said that there is more'
);

select * from finish();
rollback;
