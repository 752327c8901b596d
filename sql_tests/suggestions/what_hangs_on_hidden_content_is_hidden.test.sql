begin;
select plan(13);
\ir ../library/setup.sql

insert into public.content_items
  (organization_id, client_account_id, social_account_id, platform, platform_content_id, title)
values (:'org', :'bakery', :'bread_channel', 'youtube', 'a', 'Bread') returning id as bread \gset
insert into public.content_items
  (organization_id, client_account_id, social_account_id, platform, platform_content_id, title)
values (:'org', :'florist', :'flower_channel', 'youtube', 'f', 'Roses') returning id as roses \gset
insert into public.content_assets (organization_id, client_account_id, title, content_type, source_url)
values (:'org', :'bakery', 'Draft', 'video', 'https://files.test/a.mp4') returning id as draft \gset
insert into public.generated_content (organization_id, client_account_id, content_type, generated_text, ai_model)
values (:'org', :'bakery', 'blog_article', 'Bread', 'm') returning id as article \gset

update public.content_items set title = title || '!';
insert into public.content_revisions
  (organization_id, client_account_id, generated_content_id, field_name, new_value, change_source)
values (:'org', :'bakery', :'article', 'generated_text', 'Bread', 'manual');
insert into public.ai_suggestions (organization_id, content_item_id, suggested_titles)
values (:'org', :'bread', '{Better}'), (:'org', :'roses', '{Redder}');
insert into public.ai_suggestion_applications (organization_id, ai_suggestion_id, applied_field, applied_value)
select s.organization_id, s.id, 'description', 'x' from public.ai_suggestions as s;
insert into public.content_analyses (organization_id, content_item_id, content_asset_id)
values (:'org', :'bread', null), (:'org', :'roses', null), (:'org', null, :'draft');
insert into public.content_metrics (organization_id, content_item_id, captured_on, views)
select i.organization_id, i.id, (now() at time zone 'UTC')::date, 1 from public.content_items as i;
insert into public.content_scores (organization_id, content_item_id, performance_score)
select i.organization_id, i.id, 50 from public.content_items as i;
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
select i.organization_id, i.id, 7, (now() at time zone 'UTC')::date, 1, 1, 50 from public.content_items as i;
insert into public.social_account_daily_stats (organization_id, social_account_id, stat_on, views)
select a.organization_id, a.id, (now() at time zone 'UTC')::date, 1 from public.social_accounts as a
where a.organization_id = :'org';
insert into public.posting_times
  (organization_id, social_account_id, weekday, hour, score, sample_count, average_percentile, timezone)
select a.organization_id, a.id, 1, 9, 60, 5, 60, 'UTC' from public.social_accounts as a where a.organization_id = :'org';
insert into public.seo_metrics (organization_id, client_account_id, generated_content_id, collected_on)
values (:'org', :'bakery', :'article', (now() at time zone 'UTC')::date);

create function pg_temp.seen() returns text language plpgsql as $$
declare
  v_table text;
  v_count bigint;
  v_seen text[] = '{}';
begin
  foreach v_table in array '{content_items,ai_suggestions,ai_suggestion_applications,content_analyses,content_revisions,content_metrics,
    content_scores,content_milestones,social_account_daily_stats,posting_times,seo_metrics}'::text[]
  loop
    execute format('select count(*) from public.%I', v_table) into v_count;
    v_seen := v_seen || v_count::text;
  end loop;
  return array_to_string(v_seen, ' ');
end;
$$;
grant execute on function pg_temp.seen() to authenticated;

select tests.act_as(:'ada');
select is(pg_temp.seen(), '2 2 2 3 3 2 2 2 2 2 1', 'what there is');
select id as suggestion from public.ai_suggestions where content_item_id = :'bread' \gset
select tests.act_as(:'cleo', :'org');
select is(pg_temp.seen(), '1 0 0 2 2 1 1 1 1 1 1', 'and what of it is the client''s');

select tests.act_as_owner();
update public.content_items set deleted_at = now() where id = :'bread';
select tests.act_as(:'ada');
select is(pg_temp.seen(), '1 1 1 2 2 1 1 1 2 2 1', 'what is gone from its platform takes along what hangs on it');
select is(
  tests.raised_code(format('select public.apply_ai_suggestion(%L)', :'suggestion')), 'NOT_FOUND', 'nobody applies such a suggestion'
);
select tests.act_as(:'cleo', :'org');
select is(pg_temp.seen(), '0 0 0 1 1 0 0 0 1 1 1', 'the client sees no more of it either');
select tests.act_as(:'bob');
select is(
  private.hidden_content_items() || private.hidden_content_assets() || private.hidden_generated_content()
  || private.hidden_social_accounts() || private.hidden_ai_suggestions(),
  '{}'::uuid[], 'others do not learn what is hidden'
);
select is(pg_temp.seen(), '0 0 0 0 0 0 0 0 0 0 0', 'nor see anything');

-- Content and uploads that were deleted.
select tests.act_as_owner();
update public.generated_content set deleted_at = now() where id = :'article';
update public.content_assets set deleted_at = now() where id = :'draft';
select tests.act_as(:'ada');
select is(pg_temp.seen(), '1 1 1 1 1 1 1 1 2 2 0', 'deleted content takes along its history and its rankings, a deleted asset what was found in it');
select tests.act_as(:'cleo', :'org');
select is(pg_temp.seen(), '0 0 0 0 0 0 0 0 1 1 0', 'for the client as well');

select tests.act_as_owner();
update public.content_items set deleted_at = null where id = :'bread';
update public.generated_content set deleted_at = null where id = :'article';
update public.content_assets set deleted_at = null where id = :'draft';
select tests.act_as(:'ada');
select is(pg_temp.seen(), '2 2 2 3 3 2 2 2 2 2 1', 'with it all comes back');
select lives_ok(format('select public.apply_ai_suggestion(%L)', :'suggestion'), 'and can be applied');

-- All content of an account at once.
select lives_ok(format('select public.remove_social_account(%L)', :'flower_channel'), 'an account goes');
select is(
  pg_temp.seen(), '1 1 2 2 3 1 1 1 1 1 1', 'with its figures and all that hangs on its content'
);

select * from finish();
rollback;
