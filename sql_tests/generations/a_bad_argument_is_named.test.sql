begin;

create function pg_temp.refused_field(p_call text)
returns text
language plpgsql
as $$
declare
  v_message text;
begin
  execute 'select public.create_generation(' || p_call || ')';
  return 'accepted';
exception when sqlstate 'PGRST' then
  get stacked diagnostics v_message = message_text;
  return concat_ws(' ', v_message::jsonb ->> 'code', (v_message::jsonb ->> 'details')::jsonb ->> 'field');
end;
$$;

create temporary table cases (call text, expected text) on commit drop;
insert into cases (call, expected) values
  ($$null, array['x']$$, 'VALIDATION_ERROR p_input_content'),
  ($$'', array['x']$$, 'VALIDATION_ERROR p_input_content'),
  ($$e' \n\t', array['x']$$, 'VALIDATION_ERROR p_input_content'),
  ($$repeat('a', 200001), array['x']$$, 'VALIDATION_ERROR p_input_content'),
  ($$'text', null$$, 'VALIDATION_ERROR p_platforms'),
  ($$'text', '{}'$$, 'VALIDATION_ERROR p_platforms'),
  ($$'text', array[null::text]$$, 'VALIDATION_ERROR p_platforms'),
  ($$'text', array['x', 'myspace']$$, 'VALIDATION_ERROR p_platforms'),
  ($$'text', array['youtube']$$, 'VALIDATION_ERROR p_platforms'),
  ($$'text', array_fill('x'::text, array[65])$$, 'VALIDATION_ERROR p_platforms'),
  ($$'text', array['x'], 'shouting'$$, 'VALIDATION_ERROR p_tone'),
  ($$'text', array['x'], 'authority', 'tlh'$$, 'VALIDATION_ERROR p_language'),
  ($$'text', array['x'], null, null, '[]'$$, 'VALIDATION_ERROR p_options'),
  ($$'text', array['x'], null, null, '7'$$, 'VALIDATION_ERROR p_options'),
  ($$'text', array['x'], null, null, '{"force": "yes"}'$$, 'VALIDATION_ERROR p_options.force'),
  ($$'text', array['x'], null, null, '{"cta": 5}'$$, 'VALIDATION_ERROR p_options.cta'),
  ($$'text', array['x'], null, null, jsonb_build_object('cta', repeat('a', 301))$$, 'VALIDATION_ERROR p_options.cta'),
  ($$'text', array['x'], null, null, '{"max_hashtags": -1}'$$, 'VALIDATION_ERROR p_options.max_hashtags'),
  ($$'text', array['x'], null, null, '{"max_hashtags": 1e300}'$$, 'VALIDATION_ERROR p_options.max_hashtags'),
  ($$'text', array['x'], null, null, '{"max_hashtags": 2.5}'$$, 'VALIDATION_ERROR p_options.max_hashtags'),
  ($$'text', array['x'], null, null, '{"status": "completed"}'$$, 'VALIDATION_ERROR p_options.status'),
  ($$'text', array['x'], null, null, '{"client_account_id": "nobody"}'$$, 'VALIDATION_ERROR p_options.client_account_id'),
  ($$'text', array['x'], null, null, '{"source_url": "https://example.com"}'$$, 'VALIDATION_ERROR p_input_content'),
  ($$null, array['x'], null, null, '{"source_url": "file:///etc/passwd"}'$$, 'VALIDATION_ERROR p_options.source_url'),
  ($$null, array['x'], null, null, '{"source_url": "https://"}'$$, 'VALIDATION_ERROR p_options.source_url'),
  ($$null, array['x'], null, null, '{"source_path": "../secret.txt"}'$$, 'VALIDATION_ERROR p_options.source_path'),
  ($$'text', array['x'], ' Authority ', 'nl-NL', null$$, 'accepted'),
  ($$'text', array['X '], null, null, '{"cta": null, "max_hashtags": 0}'$$, 'accepted'),
  ($$null, array['x'], null, null, '{"source_url": "https://example.com/a?b=c"}'$$, 'accepted');
grant select on cases to authenticated;
grant execute on function pg_temp.refused_field(text) to authenticated;

select plan((select count(*) from cases)::integer + 1);
select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');

select is(pg_temp.refused_field(c.call), c.expected, 'create_generation(' || left(c.call, 90) || ')') from cases as c;

select tests.act_as_owner();
select is((select count(*) from public.jobs), 3::bigint, 'nothing is left of what was refused');

select * from finish();
rollback;
