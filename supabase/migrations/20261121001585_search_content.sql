-- Purpose: one search over everything with words: content on the platforms, originals, generated content.
-- Objects: search_content.

create function private.search_content(
  p_query text default null,
  p_kinds text[] default null,
  p_language text default null,
  p_limit integer default 20,
  p_cursor text default null
)
returns table (
  kind text, id uuid, title text, snippet text, rank real, platform text, content_type text, language text,
  created_at timestamptz, cursor text
)
language plpgsql
stable
security definer -- below a policy no index serves @@, which is not leakproof; what the policies ask is asked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_client_account_id uuid := private.member_client_account();
  v_kinds text[] := array['item', 'asset', 'generated'];
  v_nl tsquery;
  v_en tsquery;
  v_other tsquery;
  v_any tsquery;
  v_after text[];
  v_query constant text := 'case left(l.language, 2) when ''nl'' then $4 when ''en'' then $5 else $6 end';
  v_found text;
begin
  p_query := private.require_text(p_query, 'p_query', 500);
  perform private.require(
    p_kinds is null or (cardinality(p_kinds) between 1 and 10 and p_kinds <@ v_kinds), 'p_kinds',
    'p_kinds can hold ' || array_to_string(v_kinds, ', ')
  );
  perform private.require(
    p_language is null or (p_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and char_length(p_language) <= 35),
    'p_language', 'p_language must be a language tag such as nl or en-GB'
  );
  perform private.require(p_limit between 1 and 100, 'p_limit', 'p_limit must be from 1 to 100');
  if p_cursor is not null then
    v_after := regexp_match(p_cursor, '^([0-9]{1,2}(?:\.[0-9]{1,12})?(?:e-[0-9]{1,2})?)_([0-9a-f-]{36})$');
    perform private.require(
      pg_input_is_valid(v_after[1], 'real') and pg_input_is_valid(v_after[2], 'uuid'),
      'p_cursor', 'p_cursor must be the cursor of a row found before'
    );
  end if;

  -- Each text was stemmed in its language, and meets the query stemmed likewise. The index answers all languages at
  -- once, then each row is asked in its own: with "-word" the union alone would find too much.
  p_language := split_part(p_language, '-', 1);
  v_nl := websearch_to_tsquery(private.search_config(coalesce(p_language, 'nl')), p_query);
  v_en := websearch_to_tsquery(private.search_config(coalesce(p_language, 'en')), p_query);
  v_other := websearch_to_tsquery(private.search_config(p_language), p_query);
  v_any := case when p_language is null then v_nl || v_en || v_other else v_other end;
  if numnode(v_any) = 0 then
    return;
  end if;
  -- Ranking reads each row's words, which lie outside the row: of a word that is everywhere the newest matches are ranked.
  v_found := (
    select string_agg(
      format(
        'select %1$L as kind, c.id, l.language, ts_rank(c.search_vector, %2$s, 1) as rank
        from (
          select m.id
          from (
            select t.id, %3$s as age from public.%4$I as t
            where uuid_send(t.organization_id) = uuid_send($1) and t.search_vector @@ $3
              and t.deleted_at is null %6$s %7$s
            -- Keeps the order outside: however many match, the index of words finds them without reading their words.
            offset 0
          ) as m
          order by m.age desc nulls last, m.id desc
          limit 1000
        ) as m
        join public.%4$I as c on c.id = m.id
        cross join lateral (select %5$s as language) as l
        where c.search_vector @@ %2$s',
        k.kind, v_query, k.age, k.relation, replace(k.language, 't.', 'c.'),
        case when v_client_account_id is not null then 'and t.client_account_id = $2' end,
        case when p_language is not null then format('and split_part(%s, ''-'', 1) = $7', k.language) end
      ),
      ' union all '
    )
    from (
      values
      ('item', 'content_items', 't.published_at', 'coalesce(t.language, t.transcript_language)'),
      ('asset', 'content_assets', 't.created_at', 'coalesce(t.language, t.transcript_language)'),
      ('generated', 'generated_content', 't.created_at', 't.language')
    ) as k (kind, relation, age, language)
    where p_kinds is null or k.kind = any (p_kinds)
  );
  -- Composed, so that each set of conditions is planned for itself. Snippets are made for the rows of the page only.
  -- @plpgsql_check_options: extra_warnings = off
  return query execute concat(
    'with found as (
      select s.* from (', v_found, ') as s',
    case when v_after is not null then ' where (s.rank, s.id) < ($8, $9)' end,
    ' order by s.rank desc, s.id desc limit $10
    )
    select f.kind, f.id, w.title,
      ts_headline(
        private.search_config(f.language),
        replace(replace(replace(left(w.body, 10000), ''&'', ''&amp;''), ''<'', ''&lt;''), ''>'', ''&gt;''),
        ', replace(v_query, 'l.', 'f.'), ',
        ''StartSel=<mark>, StopSel=</mark>, MaxFragments=2, MaxWords=25, MinWords=8''
      ),
      f.rank, w.platform, w.content_type, f.language, w.created_at, concat(f.rank, ''_'', f.id)
    from found as f
    cross join lateral (
      select i.title, coalesce(i.description, i.transcript, '''') as body, i.platform, i.content_type,
        coalesce(i.published_at, i.created_at) as created_at
      from public.content_items as i where f.kind = ''item'' and i.id = f.id
      union all
      select a.title, coalesce(a.description, a.transcript, ''''), a.source_platform, a.content_type::text, a.created_at
      from public.content_assets as a where f.kind = ''asset'' and a.id = f.id
      union all
      select g.title, g.generated_text, g.target_platform, g.content_type::text, g.created_at
      from public.generated_content as g where f.kind = ''generated'' and g.id = f.id
    ) as w
    order by f.rank desc, f.id desc'
  )
  using v_organization_id, v_client_account_id, v_any, v_nl, v_en, v_other, p_language,
    v_after[1]::real, v_after[2]::uuid, p_limit;
end;
$$;

create function public.search_content(
  p_query text default null,
  p_kinds text[] default null,
  p_language text default null,
  p_limit integer default 20,
  p_cursor text default null
)
returns table (
  kind text, id uuid, title text, snippet text, rank real, platform text, content_type text, language text,
  created_at timestamptz, cursor text
)
language sql
stable
security invoker
set search_path = ''
as $$
  select s.* from private.search_content(p_query, p_kinds, p_language, p_limit, p_cursor) as s
$$;
comment on function public.search_content(text, text[], text, integer, text) is
'Everything in the active organization with these words, best first: content on the platforms (item), originals (asset)
and generated content (generated); p_kinds limits them. Titles weigh most, then texts and tags, then transcripts.
English and Dutch words are found in all their forms, in texts of their language; "a phrase", or, and -without work as
in a search engine. p_language: texts of this language only. p_limit: 1 to 100; the next page: the cursor of the last
row as p_cursor. Of each kind the newest 1,000 matches are ranked. The snippet is safe HTML, with the words in <mark>.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR (details.field).';

grant execute on function
  private.search_content(text, text[], text, integer, text), public.search_content(text, text[], text, integer, text)
to authenticated;
