-- Purpose: pages that appear on a connected site are told to its search engine, where its person wants it.
-- Objects: private.submit_new_pages, called by record_source_poll.

create function private.submit_new_pages(p_organization_id uuid, p_urls text[])
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_site record;
  v_connection public.seo_connections;
  v_count integer := 0;
begin
  for v_site in
    select c.id, (array_agg(distinct u.url))[1:100] as urls
    from unnest(p_urls) as u (url)
    join public.seo_connections as c
      on c.organization_id = p_organization_id and c.is_active and c.is_verified
      and (
        private.site_host(u.url) = private.site_host(c.site_url)
        or (
          c.site_url ~ '^sc-domain:'
          and right(private.site_host(u.url), char_length(private.site_host(c.site_url)) + 1)
          = '.' || private.site_host(c.site_url)
        )
      )
    join public.user_settings as s on s.user_id = c.connected_by and s.is_auto_seo_submission_enabled
    where private.is_http_url(u.url)
    group by c.id
  loop
    begin
      select c.* into strict v_connection from public.seo_connections as c where c.id = v_site.id for no key update;
      v_count := v_count + (
        select count(q) from private.queue_seo_submissions(v_connection, v_site.urls, 'url_updated', null) as q
      );
    exception
      -- A plan that includes no more submissions stops nobody from learning what is new.
      when sqlstate 'PGRST' then
        null;
    end;
  end loop;
  return v_count;
end;
$$;
comment on function private.submit_new_pages(uuid, text[]) is
'Queues addresses for the search engines of their sites whose person has is_auto_seo_submission_enabled, as far as the
plan goes; others are passed over. Answers how many wait.';
