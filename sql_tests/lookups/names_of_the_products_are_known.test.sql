begin;
select plan(9);

select is(
  (select array_agg(slug order by sort_order) from public.content_types where slug in
    ('long_video', 'short_video', 'image', 'carousel', 'story', 'reel', 'post')),
  '{long_video,short_video,image,carousel,story,reel,post}'::text[], 'every type of content'
);
select is(
  (select array_agg(slug order by sort_order) from public.search_engines), '{google,bing,yandex,indexnow}'::text[], 'every search engine'
);
select is(
  (select array_agg(slug order by sort_order) from public.search_engines where supports_indexnow), '{bing,yandex,indexnow}'::text[],
  'of which Google takes no part in IndexNow'
);
select is(
  (select array_agg(private.platform_slug(name) order by position) from unnest(array[
    'youtube', ' YouTube ', 'instagram', 'tiktok', 'facebook', 'twitter', 'X', 'linkedin', 'threads', 'email', 'youtube_shorts', 'myspace', null
  ]) with ordinality as n (name, position)),
  '{youtube,youtube,instagram,tiktok,facebook,x,x,linkedin,threads,email,youtube,null,null}'::text[], 'platforms answer to their old names'
);
select is_empty(
  $$select p.slug, k from public.platforms as p, jsonb_object_keys(p.limits -> 'media') as k
    where k not in (select slug from public.content_types)$$,
  'media limits are per type of content'
);
select is_empty(
  'select p.slug from public.platforms as p where jsonb_typeof(p.limits -> ''media'') is distinct from ''object''', 'of every platform'
);
select is_empty(
  $$select l.slug from public.provider_limits as l
    where l.provider not in (select slug from public.platforms)
      and l.provider not in (select slug from public.search_engines)
      and l.provider not in (select slug from public.ai_providers)$$,
  'limits belong to platforms, search engines and AI providers'
);
select tests.act_as_role('anon');
select is((select count(*) from public.platforms), 8::bigint, 'everybody reads them');
select is(tests.raised_code($$update public.platforms set is_active = false$$), '42501', 'nobody changes them');

select * from finish();
rollback;
