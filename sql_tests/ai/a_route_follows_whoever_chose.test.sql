begin;
select plan(26);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset

create function pg_temp.route(p_organization_id uuid, p_user_id uuid default null, p_capability text default 'text')
returns text language sql as $$
  select string_agg(r.chosen_by || ':' || r.ai_provider || '/' || r.ai_model, ' ' order by r.position)
  from rows from (public.ai_route(p_organization_id, p_capability, p_user_id)) with ordinality as r (
    ai_provider, ai_model, chosen_by, base_url, is_api_key_required, has_own_key, has_budget, max_context_tokens,
    max_output_tokens, embedding_dimensions, input_cost, cached_cost, output_cost, cost_per_minute, position
  )
$$;
create function pg_temp.set_to(p_key text, p_value jsonb) returns void language sql as $$
  update public.system_settings set value = p_value where key = p_key
$$;

select tests.act_as_owner();
select is(pg_temp.route(:'organization', :'ada'), 'platform:local/local-extractive', 'out of the box everything is local');
select is(pg_temp.route(:'organization', null, 'embedding'), 'platform:local/wordllama-l2-supercat-256', 'vectors too');
select is(pg_temp.route(:'organization', null, 'transcription'), null::text, 'and nobody listens');

select pg_temp.set_to('ai.models', '{"text": ["openai/gpt-6-sol", "local/local-extractive", "openai/no-such", "google/gemini-2.5-flash"]}');
select is(
  pg_temp.route(:'organization'), 'platform:openai/gpt-6-sol platform:google/gemini-2.5-flash',
  'the platform''s list in its order, without what is not on offer, and without words that nobody chose'
);
select pg_temp.set_to('ai.fallback', '{"beyond_choice": false, "to_local": true}');
select is(
  pg_temp.route(:'organization'), 'platform:openai/gpt-6-sol platform:google/gemini-2.5-flash platform:local/local-extractive',
  'local last where the settings say so'
);

select tests.act_as(:'ada');
select public.set_organization_ai_model('text', 'anthropic', 'claude-haiku-5-5');
select tests.act_as_owner();
select is(pg_temp.route(:'organization'), 'organization:anthropic/claude-haiku-5-5', 'an organization''s texts go where it chose, and nowhere else');
select tests.act_as(:'ada');
select public.set_user_ai_settings('google');
select tests.act_as_owner();
select is(
  pg_temp.route(:'organization', :'ada'), 'person:google/gemini-3.8-flash organization:anthropic/claude-haiku-5-5',
  'a person comes first, with the first model of a provider'
);
select is(pg_temp.route(:'organization'), 'organization:anthropic/claude-haiku-5-5', 'for that person only');
select is(
  pg_temp.route(:'organization', :'ada', 'vision'), null::text, 'and for texts only'
);
select pg_temp.set_to('ai.fallback', '{"beyond_choice": true, "to_local": true}');
select is(
  pg_temp.route(:'organization', :'ada'),
  'person:google/gemini-3.8-flash organization:anthropic/claude-haiku-5-5 platform:openai/gpt-6-sol platform:google/gemini-2.5-flash '
  || 'platform:local/local-extractive',
  'the platform''s list after it where the settings say so'
);
update public.ai_providers set is_active = false where slug = 'anthropic';
update public.ai_models set is_active = false where name = 'gemini-3.8-flash';
select pg_temp.set_to('ai.fallback', '{}');
select is(pg_temp.route(:'organization', :'ada'), 'person:google/gemini-3-pro-preview', 'what is switched off is passed over');

select tests.act_as(:'ada');
select public.set_organization_ai_model('text', 'local', 'local-extractive');
select public.set_user_ai_settings();
select public.set_organization_ai_key('openai', 'sk-test-0123456789abcdef');
select public.set_organization_ai_model('embedding', 'openai', 'text-embedding-3-small', 256);
select tests.act_as_owner();
select is(pg_temp.route(:'organization', :'ada'), 'organization:local/local-extractive', 'who wants local gets local');
select is(
  (select string_agg(chosen_by || ':' || ai_model, ' ') from public.ai_route(:'organization', 'text', :'ada', 'gpt-4.1')),
  'request:gpt-4.1 organization:local-extractive', 'a request may want a model of its own'
);
select is(
  (select string_agg(chosen_by || ':' || ai_model, ' ') from public.ai_route(:'organization', 'text', :'ada', 'gpt-unknown')),
  'organization:local-extractive', 'if there is one of that name'
);
select pg_temp.set_to('ai.models', '{"text": "everything"}');
select is(pg_temp.route(gen_random_uuid()), null::text, 'a setting of another form names no model');

-- A worker may be told the platform's model by its environment.
create function pg_temp.told(p_organization_id uuid, p_platform_model text)
returns text language sql as $$
  select string_agg(concat_ws(
    ' ', r.chosen_by, r.ai_provider || '/' || r.ai_model, r.base_url, case when r.is_api_key_required then 'key' end,
    case when r.has_own_key then 'own' end
  ), ', ')
  from public.ai_route(p_organization_id, 'text', p_platform_model => p_platform_model) as r
$$;
select pg_temp.set_to('ai.models', '{"text": ["google/gemini-2.5-flash"]}');
select is(
  pg_temp.told(:'organization', 'openai/gpt-4.1'), 'organization local/local-extractive',
  'it does not go where somebody chose otherwise'
);
select pg_temp.set_to('ai.fallback', '{"beyond_choice": true}');
select is(
  pg_temp.told(:'organization', 'openai/gpt-4.1'),
  'organization local/local-extractive, platform openai/gpt-4.1 https://api.openai.com/v1 key own',
  'unless the settings say so: with the key of the organization'
);
select is(
  pg_temp.told(gen_random_uuid(), 'openai/gpt-4.1'), 'platform openai/gpt-4.1 https://api.openai.com/v1 key',
  'and it stands in for ai.models'
);
select is(
  pg_temp.told(gen_random_uuid(), 'ollama/llama4:8b'), 'platform ollama/llama4:8b', 'a model may be on no list'
);
update public.ai_models set is_active = false where name = 'gpt-4.1';
select is(pg_temp.told(gen_random_uuid(), 'openai/gpt-4.1'), null::text, 'what is switched off is not called by that way either');
update public.ai_providers set is_active = false where slug = 'openai';
select is(pg_temp.told(gen_random_uuid(), 'openai/gpt-9'), null::text, 'nor anything of a provider that is');
update public.ai_providers set is_active = true where slug = 'openai';
select is(
  tests.raised_code($$select public.ai_route(null, p_platform_model => 'gpt-4.1')$$), 'VALIDATION_ERROR', 'it names its provider'
);

select tests.act_as_role('catalyst_worker');
select results_eq(
  format(
    $$select ai_model, embedding_dimensions, has_own_key, has_budget, base_url, input_cost_per_million_tokens
    from public.ai_route(%L, 'embedding')$$, :'organization'
  ),
  $$values ('text-embedding-3-small', 256, true, false, 'https://api.openai.com/v1', 0.02)$$, 'workers learn what they need for a call'
);
select tests.act_as_owner();
update public.provider_limits set is_active = true where slug = 'openai_ai_requests_minute';
select is((select has_budget from public.ai_route(:'organization', 'embedding')), true, 'also that the calls are counted');
select tests.act_as_role('catalyst_worker');
select is(tests.raised_code($$select public.ai_route(null, 'thoughts')$$), 'VALIDATION_ERROR', 'a capability is known by name');
select tests.act_as(:'ada');
select is(
  tests.raised_code(format($$select public.ai_route(%L)$$, :'organization')), '42501', 'and clients do not see it'
);

select * from finish();
rollback;
