begin;
select plan(45);

-- A worker takes the job, as it would.
create function pg_temp.claim(p_job_id bigint) returns void language sql as $$
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(), lease_expires_at = now() + interval '1 minute'
  where id = p_job_id
$$;
create function pg_temp.used() returns text language sql as $$
  select coalesce(sum(used) || '/' || sum(reserved), '0/0') from public.usage_counters where metric = 'ai_credits'
$$;
create function pg_temp.heard(p_event text) returns setof text language sql as $$
  select concat(split_part(topic, ':', 5), ' ', payload ->> 'offset', ' ', payload ->> 'text')
  from realtime.messages where event = p_event order by inserted_at, payload ->> 'offset'
$$;

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
insert into public.projects (title) values ('Garden');
select id as project from public.projects \gset
insert into public.chat_interfaces (project_id, ai_model_preference) values (:'project', 'gpt-4.1');
select id as chat from public.chat_interfaces \gset
select tests.act_as_owner();
insert into public.content_pieces (organization_id, project_id, content_type, title, transcript)
values (:'org', :'project', 'text', 'Compost', 'Compost needs air.'), (:'org', :'project', 'text', 'Loose', 'Not connected.'),
  (:'org', :'project', 'text', 'Worms', 'Worms dig.');
select tests.act_as(:'ada');
insert into public.canvas_folders (project_id, name) values (:'project', 'Videos');
insert into public.canvas_folder_items (project_id, folder_id, content_piece_id, sort_order)
select :'project', f.id, p.id, 1 from public.canvas_folders as f, public.content_pieces as p where p.title = 'Worms';
insert into public.canvas_connections (project_id, source_content_piece_id, target_chat_interface_id)
select :'project', id, :'chat' from public.content_pieces where title = 'Compost';
insert into public.canvas_connections (project_id, source_folder_id, target_chat_interface_id)
select :'project', id, :'chat' from public.canvas_folders;
insert into public.content_annotations (project_id, content_piece_id, annotation_text)
select :'project', id, 'Check this' from public.content_pieces where title = 'Compost';
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'viewer');

-- Asking --------------------------------------------------------------------------------------------------------------
select tests.act_as(:'ada');
select public.send_chat_message(:'chat', ' What does compost need? ') as sent \gset
select is(:'sent'::jsonb #>> '{question,content}', 'What does compost need?', 'the question is said');
select is(
  array[:'sent'::jsonb #>> '{answer,role}', :'sent'::jsonb #>> '{answer,status}', :'sent'::jsonb #>> '{answer,position}'],
  '{assistant,pending,1}', 'and the place of its answer is made'
);
select is(:'sent'::jsonb ->> 'topic', format('org:%s:canvas:%s:chat:%s', :'org', :'project', :'chat'), 'with the topic to listen to');
select is(tests.raised_code(format('select public.send_chat_message(%L, %L)', :'chat', 'And?')), 'CONFLICT', 'one answer at a time');
select is(tests.raised_code(format('select public.send_chat_message(%L, %L)', :'chat', ' ')), 'VALIDATION_ERROR', 'with words');
select is(tests.raised_code(format('select public.send_chat_message(%L, %L, %L)', :'chat', 'a', 'fr')), 'VALIDATION_ERROR', 'in a language there is');
select is(tests.raised_code(format('select public.send_chat_message(%L, repeat(%L, 50001))', :'chat', 'a')), 'VALIDATION_ERROR', 'not too many');
select is(tests.raised_code(format('select public.send_chat_message(%L, %L)', gen_random_uuid(), 'a')), 'NOT_FOUND', 'in a chat that exists');
select is(tests.raised_code('select public.send_chat_message()'), 'VALIDATION_ERROR', 'and is named');
select tests.act_as(:'bob', :'org');
select is(tests.raised_code(format('select public.send_chat_message(%L, %L)', :'chat', 'me')), 'FORBIDDEN', 'viewers listen');
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.send_chat_message(%L, %L)', :'chat', 'me')), 'NOT_FOUND', 'elsewhere there is no such chat');
select tests.act_as_owner();
select is(pg_temp.used(), '0/1', 'one credit is set aside');
select is(
  (select format('%s %s %s', queue, priority, payload) from public.jobs where kind = 'answer_chat'), 'chat 3 {"language": "en"}', 'one job, ahead of others'
);

-- What a worker reads -------------------------------------------------------------------------------------------------
select :'sent'::jsonb #>> '{answer,id}' as answer, :'sent'::jsonb #>> '{job,id}' as job \gset
select public.chat_context(:'org', :'answer') as context \gset
select is(:'context'::jsonb -> 'turns', '[{"role": "user", "text": "What does compost need?"}]', 'the talk so far');
select is(
  :'context'::jsonb -> 'pieces',
  '[{"title": "Compost", "kind": "text", "text": "Compost needs air.", "notes": ["Check this"]}, {"title": "Worms", "kind": "text", "text": "Worms dig."}]',
  'what is connected, alone or in a folder, and nothing else'
);
select is(:'context'::jsonb -> 'brand', '{}', 'without a brand there is none');
insert into public.content_pieces
  (organization_id, project_id, content_type, title, description, source_url, processing_status, error_code)
values (:'org', :'project', 'text', 'a', null, 'https://site.test/a', 'pending', null),
  (:'org', :'project', 'video', 'b', null, 'https://site.test/b', 'processing', null),
  (:'org', :'project', 'video', 'c', 'Mine.', 'https://site.test/c', 'failed', 'URL_NOT_FOUND'),
  (:'org', :'project', 'video', 'd', 'Theirs.', 'https://site.test/d', 'completed', null);
insert into public.canvas_connections (organization_id, project_id, source_content_piece_id, target_chat_interface_id)
select :'org', :'project', id, :'chat' from public.content_pieces where source_url is not null;
select is(
  (select jsonb_agg(p - 'kind' order by p ->> 'title') from jsonb_array_elements(public.chat_context(:'org', :'answer') -> 'pieces') as p
    where not p ? 'text'),
  '[{"title": "a", "reading": "pending"}, {"title": "b", "reading": "pending"},
    {"title": "c", "description": "Mine.", "reading": "failed"}, {"title": "d", "description": "Theirs."}]',
  'a piece that is nothing but an address says when that was not read; a description stands in for a text'
);
delete from public.content_pieces where source_url is not null;
insert into public.brand_profiles (organization_id, name, custom_guidelines, is_default) values (:'org', 'Garden', 'No jokes.', true);
select is(
  public.chat_context(:'org', :'answer') #>> '{brand,guidelines}', 'No jokes.', 'the brand of the organization is told of'
);
select is(:'context'::jsonb #>> '{what_worked,is_learned}', 'false', 'and what worked, as far as it was measured');
select is(:'context'::jsonb ->> 'model', 'gpt-4.1', 'and the model that the chat wants');
select is(tests.raised_code(format('select public.chat_context(%L, %L)', gen_random_uuid(), :'answer')), 'NOT_FOUND', 'of this organization only');
select is(public.stream_chat_answer(:'job', 1, 0, 'x'), 'lost', 'who has no lease says nothing');

-- Growing -------------------------------------------------------------------------------------------------------------
select pg_temp.claim(:'job');
select is(public.stream_chat_answer(:'job', 1, 0, 'Compost '), 'ok', 'a piece is said');
select is(public.stream_chat_answer(:'job', 1, 8, 'needs air', 'Compost needs air'), 'ok', 'another one, and what there is is kept');
select is(public.stream_chat_answer(:'job', 2, 17, 'forged'), 'lost', 'an older or newer lease says nothing');
select is((select format('%s %s', status, content) from public.chat_messages where id = :'answer'), 'streaming Compost needs air', 'it can be read');
select results_eq(
  $$select pg_temp.heard('chat_text')$$, format($$values ('chat 0 Compost '), ('chat 8 needs air')$$), 'and was heard piece by piece'
);
select tests.act_as(:'ada');
select is(tests.raised_code(format('select public.stream_chat_answer(%s, 1, 0, %L)', :'job', 'x')), '42501', 'by nobody else''s word');
select tests.act_as_owner();

-- The end -------------------------------------------------------------------------------------------------------------
select public.checkpoint_job(:'job', 1, 'answer', '{"text": "Compost needs air.", "ai_provider": "openai", "ai_model": "gpt-4.1",
  "voice_fit": {"score": null, "reason": "too_short"},
  "usage": [{"call_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff", "ai_provider": "openai", "ai_model": "gpt-4.1",
    "feature": "chat", "prompt_tokens": 1000, "completion_tokens": 100}]}', 0.95) \g /dev/null
select public.complete_job(:'job', 1, '{"characters": 18}') \g /dev/null
select is(
  (select format('%s %s %s %s %s', status, content, input_tokens, output_tokens, cost_usd) from public.chat_messages where id = :'answer'),
  'completed Compost needs air. 1000 100 0.002800', 'it is said, with what it took'
);
select is(
  (select voice_fit from public.chat_messages where id = :'answer'), '{"score": null, "reason": "too_short"}', 'and its voice, or why there is none'
);
select is((select format('%s %s %s', feature, user_id, cost_usd) from public.ai_usage), format('chat %s 0.002800', :'ada'), 'the call is on record once');
select is(pg_temp.used(), '1/0', 'and charged');

-- Stopping and failing ------------------------------------------------------------------------------------------------
select tests.act_as(:'ada');
select is(tests.raised_code(format('select public.cancel_chat_answer(%L)', :'answer')), 'CONFLICT', 'what was said cannot be stopped');
select public.send_chat_message(:'chat', 'More', 'nl') as sent \gset
select :'sent'::jsonb #>> '{answer,id}' as answer, :'sent'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select pg_temp.claim(:'job');
select public.stream_chat_answer(:'job', 1, 0, 'Well', 'Well') \g /dev/null
select tests.act_as(:'bob', :'org');
select is(tests.raised_code(format('select public.cancel_chat_answer(%L)', :'answer')), 'FORBIDDEN', 'viewers stop nobody');
select tests.act_as(:'ada');
select is(public.cancel_chat_answer(:'answer'), 'cancel_requested', 'its worker is told');
select tests.act_as_owner();
select is(public.stream_chat_answer(:'job', 1, 4, ', then', 'Well, then'), 'cancel_requested', 'with the next piece');
select public.fail_job(:'job', 1, 'CANCELLED', 'stopped', false) \g /dev/null
select is((select format('%s %s', status, content) from public.chat_messages where id = :'answer'), 'cancelled Well, then', 'what was said is kept');
select is(
  (select voice_fit from public.chat_messages where id = :'answer'), '{"score": null, "reason": "stopped"}',
  'with the reason why it is held against no voice'
);
select is(pg_temp.used(), '1/0', 'and costs nothing while nobody says what it took');
select tests.act_as(:'ada');
select public.send_chat_message(:'chat', 'And?') as sent \gset
select :'sent'::jsonb #>> '{answer,id}' as stopped, :'sent'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select pg_temp.claim(:'job');
select tests.act_as(:'ada');
select public.cancel_chat_answer(:'stopped') \g /dev/null
select tests.act_as_owner();
select is(
  public.checkpoint_job(:'job', 1, 'stopped', '{"text": "Half of", "ai_provider": "openai", "ai_model": "gpt-4.1", "usage":
    [{"ai_provider": "openai", "ai_model": "gpt-4.1", "feature": "chat", "prompt_tokens": 1000,
      "certainty": "estimated"},
     {"ai_provider": "openai", "ai_model": "gpt-4.1", "feature": "chat", "certainty": "unknown"}]}'),
  'cancel_requested', 'a worker that stops says what was said'
);
select is(pg_temp.used(), '2/0', 'which is charged');
select public.fail_job(:'job', 1, 'CANCELLED', 'stopped', false) \g /dev/null
select is(
  (select format('%s %s %s %s %s %s %s', status, content, ai_model, input_tokens, cost_usd, unknown_cost_count, voice_fit ->> 'reason')
    from public.chat_messages where id = :'stopped'),
  'cancelled Half of gpt-4.1 1000 0.002000 1 stopped', 'and kept, with what it took as far as that is known'
);
select is(pg_temp.used(), '2/0', 'once');
delete from public.chat_messages where position >= 4;

select tests.act_as(:'ada');
select public.send_chat_message(:'chat', 'Once more') as sent \gset
select :'sent'::jsonb #>> '{answer,id}' as answer, :'sent'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select is(
  (select string_agg(t ->> 'text', ' | ') from jsonb_array_elements(public.chat_context(:'org', :'answer') -> 'turns') as t),
  'What does compost need? | Compost needs air. | More | Well, then | Once more', 'the talk goes on, with what was said of a stopped answer'
);
select pg_temp.claim(:'job');
select public.fail_job(:'job', 1, 'AI_REFUSED', 'the model declined to answer', false) \g /dev/null
select is(
  (select format('%s %s %s', status, error_code, error_message) from public.chat_messages where id = :'answer'),
  'failed AI_REFUSED the model declined to answer', 'a failure says why'
);

select * from finish();
rollback;
