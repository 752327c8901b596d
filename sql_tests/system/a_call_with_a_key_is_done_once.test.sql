begin;
select plan(19);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as_owner();
select private.change_plan(:'org', 'agency') \g /dev/null
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'admin');

-- As this person, with this Idempotency-Key.
create function pg_temp.act(p_user uuid, p_key text, p_org uuid default null) returns void language sql as $$
  select tests.act_as(p_user);
  select set_config(
    'request.headers', jsonb_strip_nulls(jsonb_build_object('idempotency-key', p_key, 'x-organization-id', p_org))::text, true
  );
$$;
grant execute on function pg_temp.act(uuid, text, uuid) to public;

-- A row.
select pg_temp.act(:'ada', 'k1');
select to_jsonb(public.create_client_account('Bakery', 'bakery')) as bakery \gset
select is(to_jsonb(public.create_client_account('Bakery', 'bakery')), :'bakery'::jsonb, 'a call repeated with its key is answered as before');
select is((select count(*) from public.client_accounts), 1::bigint, 'and done once');
create function pg_temp.refused(p_sql text) returns text language plpgsql as $$
declare
  v_message text;
begin
  execute p_sql;
  return null;
exception when others then
  get stacked diagnostics v_message = message_text;
  return (v_message::jsonb ->> 'code') || ' ' || ((v_message::jsonb ->> 'details')::jsonb ->> 'field');
end;
$$;
grant execute on function pg_temp.refused(text) to authenticated;
select is(
  pg_temp.refused($$select public.create_client_account('Florist', 'florist')$$), 'VALIDATION_ERROR Idempotency-Key',
  'the key belongs to those arguments'
);
select pg_temp.act(:'bob', 'k1', :'org');
select is(tests.raised_code('select public.create_client_account(''Bakery'', ''bakery'')'), 'VALIDATION_ERROR', 'and to that person');
select pg_temp.act(:'ada', 'k2');
select is(tests.raised_code('select public.create_client_account(''Bakery'', ''bakery'')'), 'CONFLICT', 'another key is another call');
select is(
  (public.create_client_account('Baker', 'baker')).slug, 'baker', 'a call that failed leaves its key free'
);

-- An id, a list of ids, an answer that spends.
select pg_temp.act(:'ada', 'k1');
select public.set_content_source(p_url => 'https://feeds.test/a.xml') as source \gset
select is(public.set_content_source(p_url => 'https://feeds.test/a.xml'), :'source'::uuid, 'each function has keys of its own');
select public.connect_search_engine('bing', 'https://www.ada.test/', '{"api_key": "bing-secret"}') ->> 'seo_connection_id' as bing \gset
select array(select public.submit_urls(:'bing', '{https://www.ada.test/a,https://www.ada.test/b}')) as urls \gset
select is(
  array(select public.submit_urls(:'bing', '{https://www.ada.test/a,https://www.ada.test/b}')), :'urls'::uuid[], 'a list comes back as it was'
);
select public.create_generation('Water your plants in the morning, when the soil is cool and dry.', '{x}') as made \gset
select is(
  public.create_generation('Water your plants in the morning, when the soil is cool and dry.', '{x}'), :'made'::jsonb,
  'also where an equal request would be told that it is reused'
);
select results_eq(
  $$select metric, used + reserved from public.usage_counters where metric in ('generations', 'seo_submissions') order by 1$$,
  $$values ('generations', 1::bigint), ('seo_submissions', 2::bigint)$$, 'each is paid for once'
);

-- What is shown once.
select public.create_api_key('Zapier', '{generations:write,generations:read,generations:read}') as shown \gset
select matches(:'shown'::jsonb ->> 'secret', '.{20}', 'a key is shown');
select public.create_api_key('Zapier', '{generations:write,generations:read,generations:read}') as again \gset
select is(:'again'::jsonb, :'shown'::jsonb || '{"secret": null}', 'once: the repetition learns that it was made');
select public.invite_member('eve@example.test') ->> 'token' as token \gset
select is(public.invite_member('eve@example.test') ->> 'token', null, 'as with an invitation');
select is((select count(*) from public.organization_invitations), 1::bigint, 'of which there is one');

-- Whoever makes an organization works in it afterwards.
select id as team from public.create_organization('Team') \gset
select isnt((select private.active_org()), :'org'::uuid, 'another organization is active');
select is((select id from public.create_organization('Team')), :'team'::uuid, 'the repetition finds the first all the same');

select pg_temp.act(:'ada', '');
select is(tests.raised_code('select public.create_client_account(''C'', ''c'')'), 'VALIDATION_ERROR', 'a key says something');
select tests.act_as_owner();
select is_empty(
  format($$select i.endpoint from public.idempotency_keys as i
    where i.response::text ~ %L or i.response::text ~ %L or i.response::text ~ 'bing-secret'$$, :'token', :'shown'::jsonb ->> 'secret'),
  'no secret is kept with the answers'
);
update public.idempotency_keys set expires_at = now() where key = 'k1';
select pg_temp.act(:'ada', 'k1', :'org');
select is(
  (public.create_client_account('Florist', 'florist')).slug, 'florist', 'after a day a key may be used again'
);

select * from finish();
rollback;
