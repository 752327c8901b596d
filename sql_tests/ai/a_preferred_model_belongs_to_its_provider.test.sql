begin;
select plan(16);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset

select cmp_ok((select count(*) from public.ai_providers where slug in ('openai', 'anthropic', 'google', 'local')), '=', 4::bigint, 'providers');
select lives_ok($$select public.set_user_ai_settings('anthropic', 'claude-sonnet-5-5', 'enthusiastic', 'nl')$$, 'a preference');
select is(tests.raised_code($$select public.set_user_ai_settings('openai', 'claude-sonnet-5-5')$$), 'VALIDATION_ERROR', 'of the right provider');
select is(tests.raised_code($$select public.set_user_ai_settings(null, 'claude-sonnet-5-5')$$), 'VALIDATION_ERROR', 'not of none');
select is(tests.raised_code($$select public.set_user_ai_settings('openai', 'text-embedding-3-small')$$), 'VALIDATION_ERROR', 'that writes');
select is(tests.raised_code($$select public.set_user_ai_settings('openai', 'gpt-4')$$), 'VALIDATION_ERROR', 'and is on offer');
select is(tests.raised_code($$select public.set_user_ai_settings(p_tone => 'loud')$$), 'VALIDATION_ERROR', 'in a known tone');
select is(tests.raised_code($$update public.user_ai_settings set language = 'en'$$), '42501', 'through the function only');
select is(
  tests.raised_code(format('select public.set_user_ai_settings(p_language => %L)', 'en' || repeat('-abcdefgh', 100000))),
  'VALIDATION_ERROR', 'a language tag is short'
);
select tests.act_as_owner();
select is(
  tests.raised_code(format($$update public.user_ai_settings set preferred_provider = 'openai' where user_id = %L$$, :'ada')), '23503',
  'the table itself admits no foreign pair'
);

select tests.act_as(:'ada');
select lives_ok($$select public.set_organization_ai_model('embedding', 'google', 'gemini-embedding-001', 768)$$, 'an organization chooses');
select is(
  tests.raised_code($$select public.set_organization_ai_model('embedding', 'google', 'gemini-embedding-001', 3072)$$), 'VALIDATION_ERROR',
  'a dimension that is stored'
);
select is(
  tests.raised_code($$select public.set_organization_ai_model('text', 'google', 'gemini-3.8-flash', 512)$$), 'VALIDATION_ERROR',
  'and none for what makes no vectors'
);

select tests.act_as_role('service_role');
select results_eq(
  format($$select ai_provider, ai_model, embedding_dimensions from public.ai_route(%L, 'embedding')$$, :'organization'),
  $$values ('google', 'gemini-embedding-001', 768)$$, 'workers follow it'
);
select results_eq(
  format($$select ai_provider, ai_model from public.ai_route(%L, 'text', %L)$$, :'organization', :'ada'),
  $$values ('anthropic', 'claude-sonnet-5-5')$$, 'and the person''s own wish'
);

select tests.act_as(:'bob', :'organization');
select is(
  (select count(*) from public.user_ai_settings) + (select count(*) from public.organization_ai_settings), 0::bigint, 'others see neither'
);

select * from finish();
rollback;
