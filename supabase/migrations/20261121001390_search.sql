-- Purpose: full-text search in the language of each row, as tables with a generated search_vector need it.
-- Objects: extension btree_gin, private.search_config, private.content_search_vector.

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

create function private.content_search_vector(
  p_language text, p_title text, p_body text, p_tags text[], p_transcript text default null
)
returns tsvector
language sql
immutable
set search_path = ''
as $$
  -- A tsvector holds one megabyte at most: far parts of long texts are not found rather than refused.
  select setweight(to_tsvector(private.search_config(p_language), left(coalesce(p_title, ''), 1000)), 'A')
    || setweight(to_tsvector(private.search_config(p_language), left(coalesce(p_body, ''), 60000)), 'B')
    || setweight(
      to_tsvector(private.search_config(p_language), left(coalesce(array_to_string(p_tags, ' '), ''), 10000)), 'B'
    )
    || setweight(to_tsvector(private.search_config(p_language), left(coalesce(p_transcript, ''), 60000)), 'C')
$$;
comment on function private.content_search_vector(text, text, text, text[], text) is
'For generated columns search_vector: the title weighs A, text and tags B, a transcript C. The first 60,000 characters
of long texts are searchable, about an hour of speech.';

grant execute on function
  private.search_config(text),
  private.content_search_vector(text, text, text, text[], text)
to authenticated, service_role;
