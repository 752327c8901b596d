-- Purpose: what kind of opening a text has, what it asks for and how long it is, by rules that are the same for all.
-- Objects: private.first_sentence, private.hook_kind, private.kind_name, private.cta_kinds, private.cta_sentence,
--          private.length_band, hook_kinds_for, cta_kinds_for.

create function private.first_sentence(p_text text)
returns text
language sql
immutable
set search_path = ''
as $$
  select left(
    btrim(substring(btrim(left(p_text, 1000), e' \t\r\n"''-–—•*#') from '^[^\n]*?(?:[.!?…](?=["'')\]]*(?:\s|$))|\n|$)'), e' \t\r\n'),
    300
  )
$$;
comment on function private.first_sentence(text) is
'The first sentence or line, at most 300 characters; empty or null when there is none.';

create function private.hook_kind(p_text text)
returns text
language sql
immutable
set search_path = ''
as $$
  -- The first rule that fits counts.
  select case
    when coalesce(p_text, '') !~ '[[:alpha:]]' then null
    when p_text ~ '\?' then 'question'
    when p_text ~* '\m(how to|how (i|we|you)|zo (\w+ )?(je|doe|maak|krijg)|hoe (je|ik|we|wij|u))\M' then 'how_to'
    when p_text ~* '\m(stop|never|avoid|mistakes?|wrong|don[''’]t|warning|beware|nooit|vermijd|fout|fouten|verkeerd|pas op|waarschuwing)\M'
      then 'warning'
    when p_text ~ '\d' then 'number'
    when p_text ~* '\m(why|secrets?|truth|nobody|no one|surprising|hidden|waarom|geheim|geheimen|waarheid|niemand|verrassend)\M'
      then 'curiosity'
    when p_text ~* '^\W*(i|i[''’]ve|i[''’]m|we|my|our|ik|wij|mijn|onze?|toen ik)\M' then 'story'
    when p_text ~* '\m(you|your|you[''’]re|je|jij|jouw|jullie|uw)\M' then 'address'
    else 'statement'
  end
$$;
comment on function private.hook_kind(text) is
'How a hook or title opens: question, how_to, warning, number, curiosity, story, address (speaks to the reader) or
statement; null without a word. By English and Dutch words; the rules are in docs/analysis.md.';

create function private.kind_name(p_kind text, p_language text)
returns text
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    case when p_language = 'nl' then
      case p_kind
        when 'question' then 'vraag' when 'how_to' then 'uitleg' when 'warning' then 'waarschuwing' when 'number' then 'getal'
        when 'curiosity' then 'nieuwsgierigheid' when 'story' then 'verhaal' when 'address' then 'aanspreking'
        when 'statement' then 'mededeling'
        when 'subscribe' then 'abonneren' when 'follow' then 'volgen' when 'comment' then 'reageren' when 'share' then 'delen'
        when 'download' then 'downloaden' when 'link_click' then 'link openen'
      end
    end,
    replace(p_kind, '_', ' ')
  )
$$;
comment on function private.kind_name(text, text) is
'A kind of hook, title or call as sentences for people name it, in English or Dutch.';

create function private.cta_kinds(p_text text)
returns public.cta_type[]
language sql
immutable
set search_path = ''
as $$
  select array_remove(array[
    case when p_text ~* '\m(subscribe|abonneer|abonneren)\M' then 'subscribe'::public.cta_type end,
    case when p_text ~* '\m(follow (me|us|for|along|@)|volg (mij|me|ons|@))' then 'follow' end,
    case when p_text ~* '\m(comments?|reply|let (me|us) know|tell (me|us)|reageer|reactie|reacties|laat (het )?(me|mij|ons) weten)\M'
      then 'comment' end,
    case when p_text ~* '\m(share (this|it|with)|repost|retweet|tag (a|your|someone)|deel (dit|deze|het|met)|stuur dit)\M' then 'share' end,
    case when p_text ~* '\mdownload' then 'download' end,
    case when p_text ~* '(\m(link in|click|tap the|visit|sign up|register|klik|bezoek|meld je aan|schrijf je in|lees meer|read more)\M|https?://)'
      then 'link_click' end
  ]::public.cta_type[], null)
$$;
comment on function private.cta_kinds(text) is
'Everything a text asks its readers to do, by English and Dutch words; empty when it asks nothing.';

create function private.cta_sentence(p_text text, p_kind public.cta_type)
returns text
language sql
immutable
set search_path = ''
as $$
  select left(btrim(s.line), 300)
  from regexp_split_to_table(p_text, '(?<=[.!?…])\s+|\n+') with ordinality as s (line, position)
  where p_kind = any(private.cta_kinds(s.line))
  order by s.position desc
  limit 1
$$;
comment on function private.cta_sentence(text, public.cta_type) is 'The last sentence of a text that asks for this.';

create function private.length_band(p_length integer, p_bounds integer[])
returns text
language sql
immutable
set search_path = ''
as $$
  -- The bounds {30, 50} make 1-30, 31-50 and 51+.
  select case
    when p_length > p_bounds[cardinality(p_bounds)] then p_bounds[cardinality(p_bounds)] + 1 || '+'
    when p_length > 0 then (
      select format('%s-%s', coalesce(p_bounds[b.position - 1], 0) + 1, b.upper)
      from unnest(p_bounds) with ordinality as b (upper, position)
      where p_length <= b.upper
      order by b.position
      limit 1
    )
  end
$$;
comment on function private.length_band(integer, integer[]) is
'The band a length falls in, such as 31-50 or 51+; null for none.';

create function public.hook_kinds_for(p_texts text[])
returns text[]
language plpgsql
immutable
security definer -- the worker role has no way into schema private
set search_path = ''
as $$
begin
  perform private.require(cardinality(p_texts) between 0 and 100, 'p_texts', 'p_texts must hold at most 100 texts');
  return array(
    select private.hook_kind(t.line) from unnest(p_texts) with ordinality as t (line, position) order by t.position
  );
end;
$$;
comment on function public.hook_kinds_for(text[]) is
'For workers: the kind of each hook or title, in order, as what_worked_for names them under hooks and titles.
Errors: VALIDATION_ERROR.';

create function public.cta_kinds_for(p_texts text[])
returns jsonb
language plpgsql
immutable
security definer -- the worker role has no way into schema private
set search_path = ''
as $$
begin
  perform private.require(cardinality(p_texts) between 0 and 100, 'p_texts', 'p_texts must hold at most 100 texts');
  return (
    select coalesce(jsonb_agg(private.cta_kinds(t.line) order by t.position), '[]')
    from unnest(p_texts) with ordinality as t (line, position)
  );
end;
$$;
comment on function public.cta_kinds_for(text[]) is
'For workers: what each text asks for, in order, a list for each. Errors: VALIDATION_ERROR.';

grant execute on function
  private.first_sentence(text), private.hook_kind(text), private.cta_kinds(text),
  private.cta_sentence(text, public.cta_type), private.length_band(integer, integer[])
to authenticated;
grant execute on function public.hook_kinds_for(text[]), public.cta_kinds_for(text[]) to service_role, catalyst_worker;
