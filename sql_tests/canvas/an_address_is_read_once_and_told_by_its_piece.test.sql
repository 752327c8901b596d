-- From the address that somebody puts on a canvas to what its piece says, and what stands in the way.
begin;
select plan(61);

-- A worker takes the job, and what it reports.
create function pg_temp.claim(p_job_id bigint) returns void language sql as $$
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(), lease_expires_at = now() + interval '1 minute'
  where id = p_job_id
$$;
create function pg_temp.job_of(p_title text) returns bigint language sql as $$
  select job_id from public.content_pieces where title = p_title order by created_at desc limit 1
$$;
create function pg_temp.state(p_id uuid) returns text language sql as $$
  select concat_ws(' | ', processing_status, error_code, title, description, transcript, thumbnail_url, duration_seconds)
  from public.content_pieces where id = p_id
$$;
create function pg_temp.unfinished() returns text language sql as $$
  select string_agg(concat_ws(' ', j.queue, j.status, j.n), ', ' order by j.status)
  from (
    select queue, status, count(*) as n from public.jobs where kind = 'read_content_piece' group by queue, status
  ) as j
$$;
create function pg_temp.read(p_said jsonb) returns jsonb language sql as $$
  select '{"title": "Bread", "description": "How to bake.", "transcript": "Flour and water.", "thumbnail_url": "https://site.test/a.png",
    "duration_seconds": null}'::jsonb || p_said
$$;
grant execute on function pg_temp.state(uuid) to public;

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
insert into public.projects (title) values ('Plan');
select id as project from public.projects \gset

-- Who waits to be read ------------------------------------------------------------------------------------------------
insert into public.content_pieces (project_id, content_type, title, description, source_url) values
  (:'project', 'text', 'article', null, 'https://site.test/article'), (:'project', 'video', 'post', ' ', 'https://site.test/post'),
  (:'project', 'text', 'told', 'It says so here.', 'https://site.test/told'), (:'project', 'text', 'note', 'Mine.', null),
  (:'project', 'video', null, null, 'https://site.test/bare');
select results_eq(
  $$select title, processing_status::text, job_id is not null from public.content_pieces order by title$$,
  $$values ('article', 'pending', true), ('note', 'completed', false), ('post', 'pending', true), ('told', 'completed', false),
    (null, 'pending', true)$$,
  'what is nothing but an address is read, whatever it is'
);
select tests.act_as_owner();
select is(pg_temp.unfinished(), 'ai queued 3', 'one job for each, in one go');
select is(
  (select array_agg(distinct concat(payload, ' ', created_by)) from public.jobs where kind = 'read_content_piece'),
  array[concat('{} ', :'ada')], 'the job tells no address to those who do not see the project'
);
select is(
  (select count(*) from public.jobs as j join public.content_pieces as p on p.job_id = j.id and p.id = j.subject_id),
  3::bigint,
  'each piece has its own'
);
select is(
  (select coalesce(sum(used + reserved), 0) from public.usage_counters where metric in ('ai_credits', 'ai_analyses', 'generations')),
  0::numeric, 'which costs nothing of the plan'
);
select results_eq(
  $$select payload ->> 'operation', payload ->> 'count' from realtime.messages where event = 'canvas' order by inserted_at$$,
  $$values ('insert', '5'), ('update', '3')$$, 'those who follow hear of it once'
);

-- Read ----------------------------------------------------------------------------------------------------------------
select id as article, job_id as job from public.content_pieces where title = 'article' \gset
select is(
  public.content_piece_address(:'org', :'article', :'job'), '{"source_url": "https://site.test/article", "is_post": false}',
  'the worker of the job is told the address'
);
select is(public.content_piece_address(:'org', :'article', 0), null, 'of no other job');
select is(public.content_piece_address(gen_random_uuid(), :'article', :'job'), null, 'and of no other organization');
select pg_temp.claim(:'job');
select is(public.checkpoint_job(:'job', 1, 'reading', '{}'), 'ok', 'a worker begins');
select is((select processing_status::text from public.content_pieces where id = :'article'), 'processing', 'and that is to be seen');
select is(public.complete_job(:'job', 1, '{"characters": 16}', 'read', pg_temp.read('{}')), 'completed', 'it reads');
select is(
  pg_temp.state(:'article'), 'completed | article | How to bake. | Flour and water. | https://site.test/a.png',
  'the title that somebody gave stays'
);
select is((select result::text from public.job_history where id = :'job'), '{"characters": 16}', 'the words are with the piece only');

select id as bare, job_id as job from public.content_pieces where title is null \gset
update public.content_pieces set description = 'Written meanwhile.', content_type = 'image', source_url = source_url where id = :'bare';
select pg_temp.claim(:'job');
select is(
  public.complete_job(:'job', 1, null, 'read', pg_temp.read(jsonb_build_object(
    'title', repeat('t', 600), 'thumbnail_url', 'javascript:alert(1)', 'duration_seconds', 213, 'transcript', null
  ))), 'completed', 'a page says too much of the one and nothing of the other'
);
select is(
  pg_temp.state(:'bare'), concat('completed | ', repeat('t', 500), ' | Written meanwhile. | 213'),
  'it is cut to what there is room for, an address that is none falls away, and what was written meanwhile stays'
);

-- Not read ------------------------------------------------------------------------------------------------------------
select id as post, job_id as job from public.content_pieces where title = 'post' \gset
select pg_temp.claim(:'job');
select is(public.fail_job(:'job', 1, 'URL_FORBIDDEN', 'https://site.test/post answered 403', false), 'failed', 'a page that is not public');
select is(
  (select concat_ws(' ', processing_status, error_code, error_message) from public.content_pieces where id = :'post'),
  'failed URL_FORBIDDEN The page is not open to everybody. Upload the file, or paste what it says as the description. '
  '(https://site.test/post answered 403)', 'says so, and what to do'
);
select ok(
  private.reading_advice(code) ~ '^\S.+\.$' and private.reading_advice(code) !~ 'our side', format('%s has its own advice', code)
)
from unnest('{URL_UNREACHABLE,URL_NOT_FOUND,URL_REFUSED,UNSUPPORTED_TYPE,INPUT_EMPTY,INPUT_TOO_LARGE,QUEUE_FULL,CANCELLED}'::text[]) as c (code);

insert into public.content_pieces
  (organization_id, project_id, content_type, title, source_url, processing_status, error_code)
values (:'org', :'project', 'text', 'pasted', 'https://site.test/pasted', 'failed', 'URL_FORBIDDEN') returning id as pasted \gset
select tests.act_as(:'ada', :'org');
update public.content_pieces set description = 'What it says.' where id = :'pasted';
select is(pg_temp.state(:'pasted'), 'completed | pasted | What it says.', 'or somebody tells what it says');
select tests.act_as_owner();

-- Asked again ---------------------------------------------------------------------------------------------------------
select tests.act_as(:'ada', :'org');
select public.read_content_piece(:'post') as asked \gset
select is(
  :'asked'::jsonb - 'job', jsonb_build_object('content_piece_id', :'post', 'status', 'pending'), 'it can be asked again'
);
select is(public.read_content_piece(:'post'), :'asked'::jsonb, 'asked twice it is the same job');
select is(pg_temp.state(:'post'), 'pending | post |  ', 'and no error is left');
select is(
  tests.raised_code(format('select public.read_content_piece(%L)', id)), 'VALIDATION_ERROR', 'what has no address is not read'
)
from public.content_pieces where title = 'note';
select is(public.read_content_piece(id) ->> 'status', 'pending', 'what was told already is read when somebody asks')
from public.content_pieces where title = 'told';
select is(tests.raised_code('select public.read_content_piece(null)'), 'VALIDATION_ERROR', 'it needs a piece');
select is(tests.raised_code('select public.read_content_piece(gen_random_uuid())'), 'NOT_FOUND', 'one that exists');
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.read_content_piece(%L)', :'post')), 'NOT_FOUND', 'elsewhere there is no such piece');
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'viewer');
select tests.act_as(:'bob', :'org');
select is(tests.raised_code(format('select public.read_content_piece(%L)', :'post')), 'FORBIDDEN', 'a viewer looks on');
select throws_ok(
  format($$insert into public.content_pieces (project_id, content_type, source_url) values (%L, 'text', 'https://a.test')$$, :'project'),
  '42501', null, 'and puts no address there'
);
select tests.act_as_owner();
update public.organization_members set role = 'creator' where organization_id = :'org' and user_id = :'bob';
insert into public.project_collaborators (organization_id, project_id, user_id, permission_level)
values (:'org', :'project', :'bob', 'viewer');
select tests.act_as(:'bob', :'org');
select is(
  tests.raised_code(format('select public.read_content_piece(%L)', :'post')), 'FORBIDDEN', 'nor does a creator who only looks at the project'
);

-- Read anew -----------------------------------------------------------------------------------------------------------
select tests.act_as(:'ada', :'org');
select is(public.read_content_piece(:'article') ->> 'status', 'pending', 'a page may have changed');
select tests.act_as_owner();
select pg_temp.claim(pg_temp.job_of('article'));
select is(
  public.complete_job(pg_temp.job_of('article'), 1, null, 'read', pg_temp.read('{"description": "Now rye.", "transcript": "Rye."}')),
  'completed', 'it is read anew'
);
select is(
  pg_temp.state(:'article'), 'completed | article | Now rye. | Rye. | https://site.test/a.png', 'what was read before gives way'
);

-- Another address -----------------------------------------------------------------------------------------------------
select pg_temp.job_of('post') as former \gset
select pg_temp.claim(:'former');
select tests.act_as(:'ada', :'org');
update public.content_pieces set source_url = 'https://site.test/other', title = 'Mine' where id in (:'post', :'article');
select is(pg_temp.state(:'article'), 'pending | Mine', 'with the address goes what it said');
select tests.act_as_owner();
select isnt((select job_id from public.content_pieces where id = :'post'), :'former'::bigint, 'the other address has a job of its own');
select is(public.content_piece_address(:'org', :'post', :'former'), null, 'the former one is called off');
select is(public.complete_job(:'former', 1, null, 'read', pg_temp.read('{}')), 'completed', 'and ends quietly');
select is(pg_temp.state(:'post'), 'pending | Mine', 'without a word to the piece');
select job_id as job from public.content_pieces where id = :'post' \gset
select pg_temp.claim(:'job');
update public.content_pieces set source_url = 'https://site.test/third' where id = :'post';
select is(public.fail_job(:'job', 1, 'URL_NOT_FOUND', 'gone', false), 'failed', 'a failure');
select is((select processing_status::text from public.content_pieces where id = :'post'), 'pending', 'is not that of the third address either');

-- Gone, or shown otherwise --------------------------------------------------------------------------------------------
insert into public.content_assets (organization_id, title, content_type, source_url, upload_status)
values (:'org', 'Talk', 'audio', 'https://example.test/talk', 'completed') returning id as asset \gset
select job_id as job from public.content_pieces where id = :'post' \gset
select pg_temp.claim(:'job');
select tests.act_as(:'ada', :'org');
update public.content_pieces set content_asset_id = :'asset' where id = :'post';
select is(pg_temp.state(:'post'), 'completed | Mine', 'a piece that got a file waits for nothing');
select is(tests.raised_code(format('select public.read_content_piece(%L)', :'post')), 'VALIDATION_ERROR', 'and is not read');
select tests.act_as_owner();
select is(public.complete_job(:'job', 1, null, 'read', pg_temp.read('{}')), 'completed', 'its reading');
select is(pg_temp.state(:'post'), 'completed | Mine', 'changes nothing');
select job_id as job from public.content_pieces where id = :'article' \gset
select pg_temp.claim(:'job');
select public.checkpoint_job(:'job', 1, 'reading', '{}') as begun \gset
select tests.act_as(:'ada', :'org');
insert into public.projects (title) values ('Other') returning id as other \gset
select public.move_content_piece(:'article', :'other') is not null as moved \gset
select public.duplicate_project(:'other') ->> 'id' as copy \gset
select is(
  (select concat(processing_status, ' ', job_id = :'job') from public.content_pieces where project_id = :'copy'), 'pending f',
  'a copy of what is being read is read as well'
);
select tests.act_as_owner();
select is(public.complete_job(:'job', 1, null, 'read', pg_temp.read('{}')), 'completed', 'one that moved is read all the same');
select is(pg_temp.state(:'article'), 'completed | Mine | How to bake. | Flour and water. | https://site.test/a.png', 'where it is');
select job_id as job from public.content_pieces where project_id = :'copy' \gset
select pg_temp.claim(:'job');
delete from public.projects where id = :'copy';
select is(public.complete_job(:'job', 1, null, 'read', pg_temp.read('{}')), 'completed', 'one that is gone is missed by nobody');

-- Stopped, and asked with a key ---------------------------------------------------------------------------------------
select tests.act_as(:'ada', :'org');
insert into public.content_pieces (project_id, content_type, title, source_url)
values (:'other', 'text', 'k1', 'https://site.test/k1'), (:'other', 'text', 'k2', 'https://site.test/k2');
select id as k1, job_id as job from public.content_pieces where title = 'k1' \gset
select public.cancel_job(:'job') as cancelled \gset
select is(
  pg_temp.state(:'k1'), 'failed | CANCELLED | k1', 'a reading that somebody stops is not one that waits for ever'
);
select set_config('request.headers', '{"idempotency-key": "once"}', true) as set_key \gset
select public.read_content_piece(:'k1') as asked \gset
select public.cancel_job((:'asked'::jsonb #>> '{job,id}')::bigint) as cancelled \gset
select is(public.read_content_piece(:'k1'), :'asked'::jsonb, 'a repeated request has its first answer');
select is(pg_temp.state(:'k1'), 'failed | CANCELLED | k1', 'and is not done again');
select set_config('request.headers', '', true) as set_key \gset
update public.content_pieces set source_url = 'https://site.test/same' where title in ('k1', 'k2');
select is(
  (select array_agg(distinct format('%s %s', p.processing_status, count)) from (
    select processing_status, count(job_id) over () as count from public.content_pieces where title in ('k1', 'k2')
  ) as p), '{pending 2}', 'the addresses of one statement are read together'
);
select tests.act_as_owner();

-- Too much ------------------------------------------------------------------------------------------------------------
update public.job_kinds set max_backlog_per_organization = 5 where kind = 'read_content_piece';
select tests.act_as(:'ada', :'org');
insert into public.content_pieces (project_id, content_type, title, source_url)
select :'other', 'text', 'flood', 'https://site.test/' || n from generate_series(1, 9) as n;
select is(
  (
    select array_agg(distinct concat_ws(' ', processing_status, error_code, error_message))
    from public.content_pieces where title = 'flood'
  ),
  array['failed QUEUE_FULL Too much waits to be read. Have it read again once that is done.'], 'what there is no room for says so'
);
select * from finish();
rollback;
