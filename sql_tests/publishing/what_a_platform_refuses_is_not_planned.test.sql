begin;
select plan(26);
\ir setup.sql

select is(private.text_length(t.words, 'weighted', 23), t.length, t.claim)
from (values
  ('abc', 3, 'X counts letters'), ('See https://example.test/a/very/long/address/that/goes/on?and=on now', 31, 'an address as 23'),
  ('日本', 4, 'CJK twice'), ('👩‍🚀👍🏽🇳🇱', 6, 'a picture as two, however it is put together')
) as t (words, length, claim);
select is(private.text_length('a😀', 'utf16'), 3, 'TikTok counts UTF-16 units');
select is(private.text_length('é', 'bytes'), 2, 'YouTube counts bytes of descriptions');

insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)
values (:'org', 'youtube', 'u3', 'test-y') returning id as youtube_connection \gset
insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
values (:'org', :'youtube_connection', 'youtube', 'y1', 'On YouTube') returning id as youtube_account \gset
insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)
values (:'org', 'instagram', 'u4', 'test-i') returning id as instagram_connection \gset
insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
values (:'org', :'instagram_connection', 'instagram', 'i1', 'On Instagram') returning id as instagram_account \gset

insert into public.content_assets
  (organization_id, title, content_type, upload_status, mime_type, size_bytes, duration_seconds, metadata, source_url)
select :'org', f.title, f.kind::public.content_asset_type, 'pending', f.mime, f.bytes, f.seconds, f.facts::jsonb,
  'https://files.test/' || f.title
from (values
  ('talk', 'video', 'video/mp4', 1000000, 3600, '{"width": 1920, "height": 1080, "fps": 30}'),
  ('clip', 'video', 'video/mp4', 1000000, 30, '{"width": 1080, "height": 1920, "fps": 30}'),
  ('huge', 'video', 'video/mp4', 900000000, 30, '{}'), ('matroska', 'video', 'video/x-matroska', 1000, 30, '{}'),
  ('slow', 'video', 'video/mp4', 1000, 90, '{"fps": 10}'),
  ('picture', 'image', 'image/jpeg', 1000, null, '{"width": 1080, "height": 1080}'),
  ('banner', 'image', 'image/jpeg', 1000, null, '{"width": 1400, "height": 300}'), ('unknown', 'video', null, 0, null, '{}')
) as f (title, kind, mime, bytes, seconds, facts);

select tests.act_as(:'cy', :'org');
create function pg_temp.refused(p_account uuid, p_options jsonb, p_content uuid default null) returns text
language plpgsql as $$
declare
  v_message text;
  v_details jsonb;
begin
  if p_options ? 'file' then
    p_options := p_options - 'file' || jsonb_build_object(
      'content_asset_id', (select a.id from public.content_assets as a where a.title = p_options ->> 'file')
    );
  end if;
  perform public.schedule_post(array[p_account], p_content, now() + interval '1 day', p_options => p_options);
  return null;
exception when others then
  get stacked diagnostics v_message = message_text;
  v_details := (v_message::jsonb ->> 'details')::jsonb;
  return concat_ws(
    ' ', v_message::jsonb ->> 'code', v_details ->> 'field', v_details ->> 'reason', v_details ->> 'permitted', v_details ->> 'found'
  );
end;
$$;
grant execute on function pg_temp.refused(uuid, jsonb, uuid) to authenticated;
select is(pg_temp.refused(:'x_account', jsonb_build_object('post_caption', repeat('a', 280))), null, 'as much as a platform takes');
select is(
  pg_temp.refused(:'x_account', jsonb_build_object('post_caption', repeat('a', 281))),
  'VALIDATION_ERROR p_options.post_caption CAPTION_TOO_LONG 280 281', 'and not more'
);
select is(pg_temp.refused(:'x_account', '{"post_caption": "Buy $ABC and $XYZ"}'), 'VALIDATION_ERROR p_options.post_caption TOO_MANY_CASHTAGS 1 2', 'cashtags');
select is(
  pg_temp.refused(:'youtube_account', jsonb_build_object('title', repeat('a', 101), 'file', 'talk')),
  'VALIDATION_ERROR p_options.title TITLE_TOO_LONG 100 101', 'titles'
);
select is(
  pg_temp.refused(:'youtube_account', jsonb_build_object('title', 'A', 'description', repeat('é', 2501))),
  'VALIDATION_ERROR p_options.description DESCRIPTION_TOO_LONG 5000 5002', 'descriptions, in bytes'
);
select is(
  pg_temp.refused(:'youtube_account', jsonb_build_object('title', 'A', 'tags', array(select 'tag number ' || n from generate_series(10, 50) as n))),
  'VALIDATION_ERROR p_options.tags TAGS_TOO_LONG 500 655', 'tags, all together'
);
select is(
  pg_temp.refused(:'youtube_account', '{"title": "A <b>"}'), 'VALIDATION_ERROR p_options.title FORBIDDEN_CHARACTER <>', 'signs that are not taken'
);
select is(
  pg_temp.refused(:'instagram_account', jsonb_build_object(
    'post_caption', '#one of #more', 'post_hashtags', array(select 'tag' || n from generate_series(1, 29) as n) || '{One}'
  )),
  'VALIDATION_ERROR p_options.post_hashtags TOO_MANY_HASHTAGS 30 31', 'hashtags, each once, wherever they stand'
);
select is(pg_temp.refused(:'youtube_account', '{"title": "A", "file": "talk"}'), null, 'a file that fits one of the kinds of video');
select is(pg_temp.refused(:'instagram_account', '{"file": "clip"}'), null, 'a short one');
select is(
  pg_temp.refused(:'instagram_account', '{"file": "talk"}'), 'VALIDATION_ERROR p_options.content_asset_id MEDIA_TOO_LONG 900 3600', 'not one that is too long'
);
select is(pg_temp.refused(:'instagram_account', '{"file": "slow"}'),
  'VALIDATION_ERROR p_options.content_asset_id MEDIA_FRAME_RATE 23..60 10', 'too few pictures a second'
);
select is(
  pg_temp.refused(:'instagram_account', '{"file": "huge"}'), 'VALIDATION_ERROR p_options.content_asset_id MEDIA_TOO_LARGE 314572800 900000000', 'too large'
);
select is(
  pg_temp.refused(:'instagram_account', '{"file": "matroska"}'),
  'VALIDATION_ERROR p_options.content_asset_id MEDIA_FORMAT ["mp4", "mov"] mkv', 'or of another format'
);
select is(
  pg_temp.refused(:'youtube_account', '{"title": "A", "file": "picture"}'),
  'VALIDATION_ERROR p_options.content_asset_id MEDIA_NOT_SUPPORTED image, long_video, short_video image/jpeg', 'a picture is no video'
);
select is(
  pg_temp.refused(:'instagram_account', '{"file": "banner"}'),
  'VALIDATION_ERROR p_options.content_asset_id MEDIA_DIMENSIONS 0.8..1.91 to 1 4.667', 'nor too wide'
);
select is(pg_temp.refused(:'instagram_account', '{"file": "unknown"}'), null, 'what nobody knows of a file is left to the platform');

-- Generated words.
select tests.act_as_owner();
update public.generated_content set generated_text = repeat('b', 300) where id = :'content';
select tests.act_as(:'cy', :'org');
select is(
  pg_temp.refused(:'x_account', '{}', :'content'), 'VALIDATION_ERROR p_generated_content_id CAPTION_TOO_LONG 280 300', 'generated words count as others'
);
select tests.act_as_owner();
update public.generated_content
set content = jsonb_build_object('thread', jsonb_build_array(repeat('b', 150), repeat('b', 150))) where id = :'content';
select tests.act_as(:'cy', :'org');
select is(pg_temp.refused(:'x_account', '{}', :'content'), null, 'of a thread each part');
select public.schedule_post(array[:'x_account']::uuid[], p_scheduled_for => now() + interval '1 day', p_options => '{"post_caption": "Short"}')
  #>> '{posts,0,id}' as post \gset
select is(
  tests.raised_code(format($$select public.update_scheduled_post(%L, jsonb_build_object('post_caption', repeat('a', 281)))$$, :'post')),
  'VALIDATION_ERROR', 'nor does a change get around it'
);

select * from finish();
rollback;
