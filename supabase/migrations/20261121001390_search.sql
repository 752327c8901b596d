-- Purpose: full-text search in the language of each row, as tables with a generated search_vector need it.
-- Objects: extension btree_gin, private.search_config, searchable_text, content_search_vector.

-- Tenant and words in one GIN index: the intersection is made inside it, however large either side is.
create extension if not exists btree_gin with schema extensions;

create function private.search_config(p_language text)
returns regconfig
language sql
immutable
set search_path = ''
as $$
  select case left(p_language, 2)
    when 'nl' then 'pg_catalog.dutch'::regconfig
    when 'en' then 'pg_catalog.english'::regconfig
    else 'pg_catalog.simple'::regconfig
  end
$$;
comment on function private.search_config(text) is
'How words of a language are reduced to their stems: Dutch and English are; others, and texts of unknown language, match word for word.';

create function private.searchable_text(p_text text)
returns text
language sql
immutable
set search_path = ''
as $$
  -- A tsvector holds one megabyte at most: the far end of a long text is not found, rather than the text refused.
  -- Compound words count twice, and letters of some scripts take four bytes.
  select left(p_text, case when octet_length(left(p_text, 60000)) > 120000 then 30000 else 60000 end)
$$;
comment on function private.searchable_text(text) is
'As much of a text as a search vector takes: 60,000 characters, about an hour of speech; half of it in scripts of many bytes.';

create function private.content_search_vector(
  p_language text, p_title text, p_body text, p_tags text[], p_transcript text default null
)
returns tsvector
language sql
immutable
set search_path = ''
as $$
  select setweight(to_tsvector(private.search_config(p_language), left(coalesce(p_title, ''), 1000)), 'A')
    || setweight(to_tsvector(private.search_config(p_language), private.searchable_text(coalesce(p_body, ''))), 'B')
    || setweight(
      to_tsvector(private.search_config(p_language), left(coalesce(array_to_string(p_tags, ' '), ''), 10000)), 'B'
    )
    || setweight(
      to_tsvector(private.search_config(p_language), private.searchable_text(coalesce(p_transcript, ''))), 'C'
    )
$$;
comment on function private.content_search_vector(text, text, text, text[], text) is
'For generated columns search_vector: the title weighs A, text and tags B, a transcript C.';

grant execute on function
  private.search_config(text),
  private.searchable_text(text),
  private.content_search_vector(text, text, text, text[], text)
to authenticated, service_role;
