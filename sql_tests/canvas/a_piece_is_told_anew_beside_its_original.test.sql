begin;
select plan(29);

create function pg_temp.claim(p_job_id bigint) returns void language sql as $$
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(), lease_expires_at = now() + interval '1 minute'
  where id = p_job_id
$$;

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
insert into public.projects (title) values ('Garden');
select id as project from public.projects \gset
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'viewer');
insert into public.content_pieces (
  organization_id, project_id, content_type, title, transcript, platform, source_url, position_x
)
values (:'org', :'project', 'video', 'Compost', 'Compost needs air.', 'youtube', 'https://youtube.test/1', 40) returning id as piece \gset
insert into public.content_pieces (organization_id, project_id, content_type, title, description)
values (:'org', :'project', 'text', 'Worms', 'Worms dig.') returning id as other \gset
insert into public.content_pieces (organization_id, project_id, content_type, title)
values (:'org', :'project', 'image', 'Mute') returning id as mute \gset

select tests.act_as(:'ada');
select is(tests.raised_code('select public.remix_content_piece()'), 'VALIDATION_ERROR', 'of a piece');
select is(tests.raised_code(format('select public.remix_content_piece(%L)', gen_random_uuid())), 'NOT_FOUND', 'that exists');
select is(tests.raised_code(format('select public.remix_content_piece(%L)', :'mute')), 'VALIDATION_ERROR', 'and says something');
select is(
  tests.raised_code(format('select public.remix_content_piece(%L, p_research_urls => %L)', :'piece', '{ftp://x.test}')),
  'VALIDATION_ERROR', 'web addresses only'
);
select is(
  tests.raised_code(format('select public.remix_content_piece(%L, p_research_urls => %L)', :'piece', '{NULL}')), 'VALIDATION_ERROR', 'and no holes'
);
select is(
  tests.raised_code(format('select public.remix_content_piece(%L, p_research_piece_ids => %L)', :'piece', array[:'mute'])),
  'VALIDATION_ERROR', 'research says something as well'
);
select is(tests.raised_code(format('select public.remix_content_piece(%L, repeat(%L, 2001))', :'piece', 'a')), 'VALIDATION_ERROR', 'short wishes');
select is(
  tests.raised_code(format('select public.remix_content_piece(%L, p_language => %L)', :'piece', 'fr')), 'VALIDATION_ERROR', 'in a language there is'
);
select is(
  tests.raised_code(format('select public.remix_content_piece(%L, p_brand_voice => %L)', :'piece', gen_random_uuid())),
  'VALIDATION_ERROR', 'by a brand there is'
);
select tests.act_as(:'bob', :'org');
select is(tests.raised_code(format('select public.remix_content_piece(%L)', :'piece')), 'FORBIDDEN', 'by editors');
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.remix_content_piece(%L)', :'piece')), 'NOT_FOUND', 'of this organization');

select tests.act_as(:'ada');
select tests.act_as_owner();
insert into public.content_pieces (organization_id, project_id, content_type, title, description)
values (:'org', :'project', 'text', 'Wormen', 'Wormen graven de grond om en dat is goed voor het leven van de planten.')
returning id as dutch \gset
select tests.act_as(:'ada');
savepoint before_asking;
select public.remix_content_piece(:'dutch') #>> '{job,id}' as dutch_job \gset
select tests.act_as_owner();
select payload ->> 'language' as told_in from public.jobs where id = :'dutch_job' \gset
rollback to before_asking;
select is(:'told_in'::text, 'nl', 'a Dutch piece is told in Dutch unless asked otherwise');
select public.remix_content_piece(:'piece', 'Shorter', array[:'other', :'piece']::uuid[], '{https://example.test/a}', 'nl', 'like a friend')
  as asked \gset
select :'asked'::jsonb ->> 'generated_script_id' as script, :'asked'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select is(
  private.piece_source(c, null, 8), '{"title": "Compost", "text": "Compost", "source_url": "https://youtube.test/1", "is_cut": true}'::jsonb,
  'a longer text is told to be cut'
)
from public.content_pieces as c where c.id = :'piece';
select is(
  (select payload from public.jobs where id = :'job'),
  '{"language": "nl", "instructions": "Shorter", "brand": {"voice": "like a friend"}, "urls": ["https://example.test/a"],
    "original": {"title": "Compost", "text": "Compost needs air.", "source_url": "https://youtube.test/1"},
    "sources": [{"title": "Worms", "text": "Worms dig."}]}'::jsonb, 'the worker has what it needs, the piece itself not twice'
);
select is((select used || '/' || reserved from public.usage_counters where metric = 'generations'), '0/1', 'one unit is set aside');
select pg_temp.claim(:'job');
select public.checkpoint_job(:'job', 1, 'perspectives', '{"perspectives": [{"title": "Worms", "summary": "They dig.",
  "source_url": null}], "notes": ["Bikes was left out"], "usage": []}', 0.5)
\g /dev/null
select tests.act_as(:'ada');
select is(
  (select format('%s %s', status, research_perspectives #>> '{0,summary}') from public.generated_scripts where id = :'script'),
  'processing They dig.', 'what others say can be read first'
);
select is((select notes ->> 0 from public.generated_scripts where id = :'script'), 'Bikes was left out', 'and who was left out');
select tests.act_as_owner();
select public.checkpoint_job(:'job', 1, 'written', '{"title": "Air", "script": "Give it air.", "ai_provider": "local",
  "voice_fit": {"score": 70, "manner": 65, "nearness": 90},
  "ai_model": "local-extractive", "prompt": "remix/v1", "notes": ["Bikes was left out", "in part"], "usage": []}', 0.95) \g /dev/null
select public.complete_job(:'job', 1, '{"title": "Air"}') \g /dev/null
select tests.act_as(:'ada');
select is(
  (
    select format('%s|%s|%s|%s|%s', status, original_script, rewritten_script, ai_model, generation_cost_credits)
    from public.generated_scripts
  ),
  'completed|Compost needs air.|Give it air.|local-extractive|1', 'the rewrite is there with its original'
);
select is(
  (select format('%s|%s', prompt, notes) from public.generated_scripts), 'remix/v1|["Bikes was left out", "in part"]', 'with how it was made'
);
select is((select voice_fit_score from public.generated_scripts), 70.00, 'with how well it fits the voice');
update public.generated_scripts set rewritten_script = rewritten_script;
select is((select voice_fit ->> 'manner' from public.generated_scripts), '65', 'the same text fits as well');
update public.generated_scripts set rewritten_script = 'Give it more air.';
select is(
  (select format('%s|%s', voice_fit_score, voice_fit) from public.generated_scripts), '|{"score": null, "reason": "edited"}',
  'what was measured says nothing of another text'
);
select is(
  (
    select format('%s|%s|%s|%s|%s', content_type, title, transcript, position_x, metadata ->> 'generated_script_id' = :'script')
    from public.content_pieces where is_remix
  ),
  'text|Air|Give it air.|400.00|t', 'and lies beside it'
);
select is(
  (
    select count(*)
    from public.canvas_connections as n
    join public.content_pieces as p on p.id = n.target_id and p.is_remix
    where n.source_id = :'piece'
  ), 1::bigint, 'with a line'
);

-- Its original may go meanwhile.
select public.remix_content_piece(:'piece') as asked \gset
select :'asked'::jsonb ->> 'generated_script_id' as script, :'asked'::jsonb #>> '{job,id}' as job \gset
delete from public.content_pieces where id = :'piece';
select tests.act_as_owner();
select pg_temp.claim(:'job');
select public.checkpoint_job(:'job', 1, 'written', '{"title": "Air", "script": "Again.", "usage": []}', 0.95) \g /dev/null
select public.complete_job(:'job', 1, '{"title": "Air"}') \g /dev/null
select is((select status from public.generated_scripts where id = :'script'), 'completed', 'a rewrite outlives its original');
select is((select count(*) from public.content_pieces where is_remix), 1::bigint, 'without a piece');

select tests.act_as(:'ada');
select public.remix_content_piece(:'other') as asked \gset
select :'asked'::jsonb ->> 'generated_script_id' as script, :'asked'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select pg_temp.claim(:'job');
select public.fail_job(:'job', 1, 'INPUT_TOO_SHORT', 'too short', false) \g /dev/null
select is(
  (select format('%s %s', status, error_code) from public.generated_scripts where id = :'script'), 'failed INPUT_TOO_SHORT', 'a failure says why'
);
select is((select used || '/' || reserved from public.usage_counters where metric = 'generations'), '2/0', 'and costs nothing');
select ok(
  exists (select from realtime.messages where event = 'generated_script' and topic = 'org:' || :'org' || ':scripts'), 'members hear of it'
);

select * from finish();
rollback;
