begin;
\ir setup.sql
select plan(15);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
update public.organizations set timezone = 'Asia/Kolkata' where id = :'org';
select analytics_test.account(:'org') as account \gset
select analytics_test.account(:'org', 'email') as mail \gset

-- Tuesdays at 09:30 in Kolkata (04:00 UTC) do well, Saturdays at 22:30 badly; one lucky post on a Sunday.
create function pg_temp.posts(
  p_account uuid, p_name text, p_weekday integer, p_at time, p_count integer, p_percentile numeric
)
returns void language sql as $$
  with item as (
    insert into public.content_items (organization_id, social_account_id, platform, platform_content_id, published_at)
    select a.organization_id, a.id, a.platform, p_name || n,
      ((date_trunc('week', now() at time zone 'UTC') - make_interval(weeks => n + 1))::date + p_weekday - 1 + p_at)
        at time zone 'Asia/Kolkata'
    from public.social_accounts as a cross join generate_series(1, p_count) as n
    where a.id = p_account
    returning id, organization_id, published_at
  )
  insert into public.content_milestones (organization_id, content_item_id, age_days, captured_on, views, percentile)
  select i.organization_id, i.id, 7, (i.published_at + interval '7 days')::date, 1, p_percentile from item as i
$$;
select pg_temp.posts(:'account', 'good', 2, '09:30', 10, 90);
select pg_temp.posts(:'account', 'lucky', 7, '12:00', 1, 100);
select is(private.relearn_posting_times(:'account'), 0, 'eleven posts teach nothing');
select tests.act_as(:'ada');
select public.best_posting_times(:'account') as before \gset
select is(:'before'::jsonb ->> 'is_learned', 'false', 'the answer says so');
select is(:'before'::jsonb #>> '{slots,0,source}', 'default', 'and gives the platform''s usual hours');
select is(jsonb_array_length(:'before'::jsonb -> 'slots'), 10, 'as many as asked for');

select tests.act_as_owner();
select pg_temp.posts(:'account', 'bad', 6, '22:30', 10, 5);
select is(private.relearn_posting_times(), 2, 'twenty-one teach two hours, learned for all accounts at once');
select results_eq(
  'select weekday::integer, hour::integer, sample_count, average_percentile, score, timezone from public.posting_times order by weekday',
  $$values (2, 9, 10, 90.00, 76.67, 'Asia/Kolkata'), (6, 22, 10, 5.00, 20.00, 'Asia/Kolkata')$$,
  'in the organization''s zone, drawn towards the ordinary by five posts; one lucky post is no hour'
);
select is(private.relearn_posting_times(), 0, 'learning again writes nothing');

select tests.act_as(:'ada');
select public.best_posting_times(:'account', 168) as after \gset
select is(
  (:'after'::jsonb #> '{slots,0}') - 'score', '{"weekday": 2, "hour": 9, "sample_count": 10, "source": "learned"}', 'the best hour leads'
);
select is(:'after'::jsonb #>> '{slots,-1,source}', 'learned', 'the worst is known too and comes last');
select is(:'after'::jsonb ->> 'timezone', 'Asia/Kolkata', 'with its zone');
select is(public.best_posting_times(:'mail') ->> 'is_learned', 'false', 'another account learned nothing from it');
select is(
  tests.raised_code(format('select public.best_posting_times(%L, 169)', :'account')), 'VALIDATION_ERROR', 'a week has 168 hours'
);
select is(tests.raised_code('delete from public.posting_times'), '42501', 'nobody writes what was learned');
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.best_posting_times(%L)', :'account')), 'NOT_FOUND', 'not for others'' accounts');

-- Posts grow old.
select tests.act_as_owner();
update public.content_items set published_at = published_at - interval '2 years';
select is(private.relearn_posting_times(), 2, 'hours without recent posts are forgotten');

select * from finish();
rollback;
