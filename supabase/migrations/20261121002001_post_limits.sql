-- Purpose: what a platform would refuse is refused when a post is planned, not when it is due.
-- Objects: private.text_length, media_violations, post_violations, require_post_limits.

create function private.text_length(p_text text, p_unit text default null, p_url_characters integer default null)
returns integer
language sql
immutable
set search_path = ''
as $$
  select case p_unit
    when 'bytes' then octet_length(p_text)
    when 'utf16' then char_length(p_text) + regexp_count(p_text, '[\U00010000-\U0010FFFF]')
    when 'weighted' then (
      select char_length(t.plain)
        + regexp_count(t.plain, '[^\u0001-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]')
        + coalesce(p_url_characters, 23) * regexp_count(p_text, 'https?://[^\s]+')
      from (
        -- A picture made of several counts as one: without skin tones and what is joined on, flags as one letter.
        select regexp_replace(
          regexp_replace(
            regexp_replace(p_text, 'https?://[^\s]+', '', 'g'), '[\U0001F3FB-\U0001F3FF\uFE0F]|\u200D.', '', 'g'
          ),
          '[\U0001F1E6-\U0001F1FF]{2}', chr(128512), 'g'
        ) as plain
      ) as t
    )
    else char_length(p_text)
  end
$$;
comment on function private.text_length(text, text, integer) is
'Length as a platform counts (platforms.limits.character_unit): characters, utf16, weighted (X: an address is 23, emoji and
CJK count twice), or bytes.';

create function private.media_violations(p_kind text, p_limits jsonb, p_asset public.content_assets)
returns table (reason text, kind text, permitted text, present text)
language sql
stable
set search_path = ''
as $$
  with facts as (
    select
      case split_part(p_asset.mime_type, '/', 2)
        when 'quicktime' then 'mov' when 'jpg' then 'jpeg' when 'x-matroska' then 'mkv' else split_part(p_asset.mime_type, '/', 2)
      end as format,
      nullif(p_asset.size_bytes, 0)::numeric as bytes, p_asset.duration_seconds::numeric as seconds,
      case when jsonb_typeof(p_asset.metadata -> 'width') = 'number' then (p_asset.metadata ->> 'width')::numeric end as width,
      case when jsonb_typeof(p_asset.metadata -> 'height') = 'number' then (p_asset.metadata ->> 'height')::numeric end as height,
      case when jsonb_typeof(p_asset.metadata -> 'fps') = 'number' then (p_asset.metadata ->> 'fps')::numeric end as fps
  )
  -- What is not known of a file is left to the platform.
  select v.reason, p_kind, v.permitted, v.found
  from facts as f
  cross join lateral (
    values
    ('MEDIA_FORMAT', p_limits ->> 'formats', f.format,
      f.format <> '' and not (p_limits -> 'formats') ? f.format),
    ('MEDIA_TOO_LARGE', p_limits ->> 'max_bytes', f.bytes::text, f.bytes > (p_limits ->> 'max_bytes')::numeric),
    ('MEDIA_TOO_SMALL', p_limits ->> 'min_bytes', f.bytes::text, f.bytes < (p_limits ->> 'min_bytes')::numeric),
    ('MEDIA_TOO_LONG', p_limits ->> 'max_seconds', f.seconds::text, f.seconds > (p_limits ->> 'max_seconds')::numeric),
    ('MEDIA_TOO_SHORT', p_limits ->> 'min_seconds', f.seconds::text, f.seconds < (p_limits ->> 'min_seconds')::numeric),
    ('MEDIA_DIMENSIONS', concat(p_limits ->> 'min_width', '..', p_limits ->> 'max_width', ' wide'), f.width::text,
      f.width < (p_limits ->> 'min_width')::numeric or f.width > (p_limits ->> 'max_width')::numeric),
    ('MEDIA_DIMENSIONS', concat(p_limits ->> 'min_ratio', '..', p_limits ->> 'max_ratio', ' to 1'),
      round(f.width / nullif(f.height, 0), 3)::text,
      f.width / nullif(f.height, 0) < (p_limits ->> 'min_ratio')::numeric
      or f.width / nullif(f.height, 0) > (p_limits ->> 'max_ratio')::numeric),
    ('MEDIA_FRAME_RATE', concat(p_limits ->> 'min_fps', '..', p_limits ->> 'max_fps'), f.fps::text,
      f.fps < (p_limits ->> 'min_fps')::numeric or f.fps > (p_limits ->> 'max_fps')::numeric)
  ) as v (reason, permitted, found, is_broken)
  where v.is_broken
$$;
comment on function private.media_violations(text, jsonb, public.content_assets) is
'Which of the limits of one kind of media a file breaks.';

create function private.post_violations(p_post public.scheduled_posts)
returns table (reason text, field text, is_own boolean, permitted text, present text)
language plpgsql
stable
set search_path = ''
as $$
declare
  v_limits jsonb;
  v_unit text;
  v_content public.generated_content;
  v_asset public.content_assets;
  v_title text;
  v_text text;
  v_texts text[];
  v_text_field text;
  v_is_own boolean;
  v_kinds text[];
begin
  select l.limits into v_limits from public.platforms as l where l.slug = p_post.platform;
  v_unit := v_limits ->> 'character_unit';
  select c.* into v_content from public.generated_content as c
  where c.organization_id = p_post.organization_id and c.id = p_post.generated_content_id;
  v_title := coalesce(p_post.title, v_content.title);
  if v_limits ? 'max_description_bytes' then
    v_text_field := case
      when p_post.description is null and p_post.post_caption is not null then 'post_caption' else 'description'
    end;
    v_text := coalesce(p_post.description, p_post.post_caption, v_content.caption, v_content.generated_text);
    v_is_own := num_nonnulls(p_post.description, p_post.post_caption) > 0;
  else
    v_text_field := 'post_caption';
    v_text := coalesce(p_post.post_caption, v_content.caption, v_content.generated_text);
    v_is_own := p_post.post_caption is not null;
  end if;
  -- Of a thread each part is a post.
  v_texts := case
    when not v_is_own and jsonb_typeof(v_content.content -> 'thread') = 'array'
      then array(select jsonb_array_elements_text(v_content.content -> 'thread'))
    when not v_is_own and jsonb_typeof(v_content.content -> 'posts') = 'array'
      then array(select jsonb_array_elements_text(v_content.content -> 'posts'))
    else array[coalesce(v_text, '')]
  end;

  return query
  select 'TITLE_TOO_LONG', 'title', p_post.title is not null, v_limits ->> 'max_title_characters', char_length(v_title)::text
  where char_length(v_title) > (v_limits ->> 'max_title_characters')::integer;
  return query
  select 'DESCRIPTION_TOO_LONG', v_text_field, v_is_own, v_limits ->> 'max_description_bytes', octet_length(v_text)::text
  where octet_length(v_text) > (v_limits ->> 'max_description_bytes')::integer;
  return query
  select 'CAPTION_TOO_LONG', v_text_field, v_is_own, v_limits ->> 'max_characters', t.found::text
  from (
    select max(private.text_length(u.part, v_unit, (v_limits ->> 'url_characters')::integer)) as found
    from unnest(v_texts) as u (part)
  ) as t
  where t.found > (v_limits ->> 'max_characters')::integer;
  return query
  -- A tag with a space in it is quoted, and commas stand between them.
  select 'TAGS_TOO_LONG', 'tags', true, v_limits ->> 'max_tags_characters', t.found::text
  from (
    select sum(char_length(g.tag) + case when g.tag ~ '\s' then 2 else 0 end) + greatest(count(*) - 1, 0) as found
    from unnest(p_post.tags) as g (tag)
  ) as t
  where t.found > (v_limits ->> 'max_tags_characters')::integer;
  return query
  select 'FORBIDDEN_CHARACTER', t.name, t.is_own, v_limits ->> 'forbidden_characters', null::text
  from (values ('title', p_post.title is not null, v_title), (v_text_field, v_is_own, v_text)) as t (name, is_own, words)
  where t.words ~ ('[' || (v_limits ->> 'forbidden_characters') || ']');
  return query
  select t.reason, case when t.reason = 'TOO_MANY_HASHTAGS' and t.is_listed then 'post_hashtags' else v_text_field end,
    v_is_own or t.is_listed, v_limits ->> t.rule, t.found::text
  from (
    select 'TOO_MANY_HASHTAGS' as reason, 'max_hashtags' as rule, cardinality(p_post.post_hashtags) > 0 as is_listed, (
      select count(distinct lower(ltrim(h.tag, '#')))
      from (
        select unnest(
          case when cardinality(p_post.post_hashtags) > 0 then p_post.post_hashtags else v_content.hashtags end
        )
        union all
        select (regexp_matches(v_text, '#[[:alnum:]_]+', 'g'))[1]
      ) as h (tag)
    ) as found
    union all
    select 'TOO_MANY_MENTIONS', 'max_mentions', false, regexp_count(v_text, '(?:^|[^[:alnum:]_])@[[:alnum:]_.]+')
    union all
    select 'TOO_MANY_CASHTAGS', 'max_cashtags', false, regexp_count(v_text, '(?:^|\s)\$[A-Za-z]{1,6}\M')
  ) as t
  where t.found > (v_limits ->> t.rule)::integer;

  select a.* into v_asset from public.content_assets as a
  where a.organization_id = p_post.organization_id and a.id = p_post.content_asset_id;
  if v_asset.id is null or v_asset.mime_type is null or not v_limits ? 'media' then
    return;
  end if;
  v_kinds := case split_part(v_asset.mime_type, '/', 1)
    when 'video' then '{reel,short_video,long_video,story}'
    -- One picture makes a carousel only where there is nothing else for it.
    when 'image' then case when v_limits -> 'media' ? 'image' then '{image}' else '{carousel}' end
    when 'application' then '{document}'
    else '{}'
  end::text[];
  select coalesce(array_agg(k.kind order by k.place), '{}') into v_kinds
  from unnest(v_kinds) with ordinality as k (kind, place)
  where v_limits -> 'media' ? k.kind and v_limits #>> array['media', k.kind, 'use'] is null;
  if v_kinds = '{}' then
    return query
    select 'MEDIA_NOT_SUPPORTED', 'content_asset_id', true,
      (select string_agg(m.kind, ', ' order by m.kind) from jsonb_object_keys(v_limits -> 'media') as m (kind)),
      v_asset.mime_type;
  elsif not exists (
    -- One of the kinds takes it as it is.
    select from unnest(v_kinds) as k (kind)
    where not exists (select from private.media_violations(k.kind, v_limits #> array['media', k.kind], v_asset))
  ) then
    return query
    select m.reason, 'content_asset_id', true, m.permitted, m.present
    from unnest(v_kinds) as k (kind)
    cross join lateral private.media_violations(k.kind, v_limits #> array['media', k.kind], v_asset) as m
    -- The kind that takes most says what is wrong.
    order by (v_limits #>> array['media', k.kind, 'max_seconds'])::numeric desc nulls last, k.kind
    limit 1;
  end if;
end;
$$;
comment on function private.post_violations(public.scheduled_posts) is
'What of a post its platform would refuse, by platforms.limits: words as they would be sent, and the file as far as it is known.';

create function private.require_post_limits(p_post public.scheduled_posts, p_name text)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_violation record;
  v_field text;
begin
  select v.* into v_violation from private.post_violations(p_post) as v limit 1;
  if not found then
    return;
  end if;
  v_field := case
    when v_violation.is_own then p_name || '.' || v_violation.field
    when p_name = 'p_options' then 'p_generated_content_id'
    else p_name
  end;
  perform private.raise_error(
    'VALIDATION_ERROR',
    format(
      '%s does not take this post: %s (%s)', p_post.platform, v_violation.reason,
      concat_ws(', ', v_violation.present, 'allowed: ' || v_violation.permitted)
    ),
    jsonb_build_object(
      'field', v_field, 'reason', v_violation.reason, 'platform', p_post.platform, 'social_account_id', p_post.social_account_id,
      'permitted', v_violation.permitted, 'found', v_violation.present
    )
  );
end;
$$;
comment on function private.require_post_limits(public.scheduled_posts, text) is
'VALIDATION_ERROR when the platform would refuse the post; details: field, reason, platform, social_account_id, permitted, found.';
