begin;
select plan(18);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');

create function pg_temp.add(p_text text, p_parameters jsonb default '{}') returns text language sql as $$
  select tests.raised_code(format(
    $q$insert into public.content_templates (name, content_type, template_text, parameters) values ('t', 'script', %L, %L)$q$,
    p_text, p_parameters
  ))
$$;
select is(pg_temp.add('{{topic}} and {{ benefit }}', '{"variables": ["topic", "benefit"], "style": "motivational"}'), null, 'what fits');
select is(pg_temp.add('{{topic}}', '{"variables": ["topic", "topic"]}'), null, 'said twice is said');
select is(pg_temp.add('{{topic}} {{benefit}}', '{"variables": ["topic"]}'), 'VALIDATION_ERROR', 'used and not declared');
select is(pg_temp.add('{{topic}}', '{"variables": ["topic", "emotion"]}'), 'VALIDATION_ERROR', 'declared and not used');
select is(pg_temp.add('{{topic}}', '{"variables": "topic"}'), 'VALIDATION_ERROR', 'no list');
select is(pg_temp.add('{{topic}}', '{"variables": [1]}'), 'VALIDATION_ERROR', 'no names');
select is(pg_temp.add('{{topic}} {{', '{"variables": ["topic"]}'), 'VALIDATION_ERROR', 'a brace left open');
select is(pg_temp.add('{{Topic}}'), 'VALIDATION_ERROR', 'a name that is none');
select is(pg_temp.add('plain', '[]'), '23514', 'parameters are an object');
select is(
  tests.raised_code(format(
    $$insert into public.content_templates (name, content_type, template_text, language) values ('t', 'script', 'x', %L)$$,
    'en' || repeat('-abcdefgh', 100000)
  )), '23514', 'a language tag of a megabyte'
);
delete from public.content_templates;
insert into public.content_templates (name, content_type, template_text)
values ('t', 'script', '{{b}}{{a}}{{b}}') returning id as template \gset
select is(
  (select parameters from public.content_templates), '{"variables": ["a", "b"]}'::jsonb, 'without a declaration the text declares'
);
select is(
  tests.raised_code($$update public.content_templates set template_text = '{{c}}'$$), 'VALIDATION_ERROR', 'a change is held to it as well'
);

select is(
  public.use_content_template(:'template', '{"a": "{{b}} \\1 &", "b": 7}') ->> 'text', '7{{b}} \1 &7', 'values stay what they are'
);
select is(tests.raised_code(format($$select public.use_content_template(%L, '{"a": 1}')$$, :'template')), 'VALIDATION_ERROR', 'all are needed');
select is(
  tests.raised_code(format($$select public.use_content_template(%L, '{"a": 1, "b": {"c": 1}}')$$, :'template')), 'VALIDATION_ERROR', 'as plain values'
);
select is(
  tests.raised_code(format($$select public.use_content_template(%L, '{"a": 1, "b": 2, "c": 3}')$$, :'template')), 'VALIDATION_ERROR',
  'and no others'
);
insert into public.content_templates (name, content_type, template_text)
values ('t', 'script', repeat('{{a}}', 3999) || '{{b}}') returning id as long_template \gset
select is(
  tests.raised_code(format(
    $$select public.use_content_template(%L, jsonb_build_object('a', repeat('x', 51), 'b', 'y'))$$, :'long_template'
  )),
  'VALIDATION_ERROR', 'a template does not make a flood of a few words'
);
select is(
  length(public.use_content_template(:'long_template', jsonb_build_object('a', repeat('x', 50), 'b', repeat('y', 50))) ->> 'text'),
  200000, 'as long as any input is not too long'
);

select * from finish();
rollback;
