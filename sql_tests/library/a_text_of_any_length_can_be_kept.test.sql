begin;
select plan(3);
\ir setup.sql

-- Twenty thousand compound words of letters that take four bytes, none twice: their vector would pass a megabyte.
create temp table words as
select string_agg(
  chr(131072 + i * 37 % 20000) || chr(131072 + i / 3) || '-' || chr(131072 + i * 41 % 20000) || chr(131072 + i / 2), ' '
) as text
from generate_series(1, 20000) as i;
select lives_ok(
  format(
    'insert into public.content_assets (organization_id, title, content_type, source_url, description, transcript)
    select %L, left(text, 500), ''audio'', ''https://e.test/a'', left(text, 10000), text || '' '' || reverse(text)
    from words',
    :'org'
  ), 'an original'
);
select lives_ok(
  format(
    'select public.upsert_content_items(%L, (select jsonb_agg(jsonb_build_object(
      ''platform_content_id'', ''a'', ''title'', text, ''description'', reverse(text), ''transcript'', text
    )) from words))',
    :'bread_channel'
  ), 'an item'
);
select is(
  (select char_length(transcript) from public.content_items), (select char_length(text) from words),
  'whole, though only its beginning is found'
);

select * from finish();
rollback;
