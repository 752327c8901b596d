-- Verbs for the files beside this one, which read it inside their own transaction.

create schema text_test;
grant usage on schema text_test to public;

-- Asks for titles as a member would, with parts of the request replaced.
create function text_test.titles(p_source jsonb default '{}', p_params jsonb default '{}', p_wishes jsonb default null)
returns jsonb language sql as $$
  select public.generate_titles(
    '{"video_ids": []}'::jsonb || p_source,
    '{"count": 2, "style": "educational", "language": "en", "target_keywords": ["clear audio"]}'::jsonb || p_params,
    p_wishes
  )
$$;

-- The next job of the queue, claimed.
create function text_test.claim() returns table (job bigint, lease integer, payload jsonb)
language sql as $$ select c.id, c.lease, c.payload from public.claim_jobs(array['ai'], 'test', 1) as c $$;

-- What a worker hands over.
create function text_test.written(variadic p_titles text[]) returns jsonb language sql as $$
  select jsonb_build_object(
    'titles', jsonb_agg(jsonb_build_object(
      'text', t.title, 'seo_score', 80.5, 'keywords_used', jsonb_build_array('clear audio'),
      'reasons', jsonb_build_array('Holds a number.'), 'word_count', 3,
      'voice_fit', '{"score": null, "reason": "too_short"}'::jsonb
    ) order by t.position),
    'ai_provider', 'openai', 'ai_model', 'gpt-4.1', 'prompt', 'titles/v1', 'notes', '["a note"]'::jsonb,
    'milliseconds', 420, 'voice_fit', '{"score": 61.5, "manner": 60, "nearness": 67.5}'::jsonb,
    'usage', jsonb_build_array(jsonb_build_object(
      'call_id', gen_random_uuid(), 'ai_provider', 'openai', 'ai_model', 'gpt-4.1', 'feature', 'titles',
      'operation_type', 'generate', 'status', 'succeeded', 'prompt_tokens', 1000, 'completion_tokens', 500
    ))
  )
  from unnest(p_titles) with ordinality as t (title, position)
$$;

-- The code and the field of a refusal.
create function text_test.refused(p_sql text) returns text language plpgsql as $$
declare
  v_message text;
begin
  execute p_sql;
  return 'accepted';
exception when sqlstate 'PGRST' then
  get stacked diagnostics v_message = message_text;
  return concat_ws(' ', v_message::jsonb ->> 'code', (v_message::jsonb ->> 'details')::jsonb ->> 'field');
end;
$$;
grant execute on all functions in schema text_test to public;
