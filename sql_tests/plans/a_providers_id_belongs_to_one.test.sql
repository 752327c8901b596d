begin;
select plan(10);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as(:'bob');
select private.active_org() as other \gset
select tests.act_as_owner();

create function pg_temp.sets(p_org uuid, p_column text, p_value text) returns text language sql as $$
  select tests.raised_code(format(
    'update public.subscriptions set %I = %L where organization_id = %L and ended_at is null', p_column, p_value, p_org
  ))
$$;

select is(pg_temp.sets(:'org', 'stripe_customer_id', 'cus_1'), null, 'an organization is a customer of Stripe');
select is(pg_temp.sets(:'other', 'stripe_customer_id', 'cus_1'), '23P01', 'no other is the same one');
select is(pg_temp.sets(:'other', 'stripe_customer_id', 'cus_2'), null, 'but another');
update public.subscriptions set amount = 5, currency = 'EUR' where organization_id = :'org';
select private.change_plan(:'org', 'pro');
select is(pg_temp.sets(:'org', 'stripe_customer_id', 'cus_1'), null, 'through all its subscriptions');
select private.change_plan(:'org', 'free');
select is(pg_temp.sets(:'other', 'stripe_customer_id', 'cus_1'), '23P01', 'also when those have ended');

select is(
  (select array_agg(coalesce(pg_temp.sets(o.id, c.name, 'x_1'), 'kept') order by o.place, c.name)
    from (values (1, :'org'::uuid), (2, :'other'::uuid)) as o (place, id)
    cross join (
      select a.attname as name from pg_catalog.pg_attribute as a
      where a.attrelid = 'public.subscriptions'::regclass and a.attname ~ '_(subscription|item)_id'
    ) as c),
  array_fill('kept'::text, array[6]) || array_fill('23505'::text, array[6]), 'subscriptions and their items are one each'
);

create function pg_temp.produces(p_org uuid, p_provider text) returns text language sql as $$
  select tests.raised_code(format(
    'insert into public.production_jobs (organization_id, provider, provider_video_id) values (%L, %L, %L)', p_org, p_provider, 'v_1'
  ))
$$;
select is(pg_temp.produces(:'org', 'revid'), null, 'a video is made');
select is(pg_temp.produces(:'other', 'revid'), '23505', 'it belongs to one production');
select is(pg_temp.produces(:'other', 'heygen'), null, 'of its provider');
delete from public.organizations where id = :'org';
select is(pg_temp.sets(:'other', 'stripe_customer_id', 'cus_1'), null, 'what is left of a purged organization stands in nobody''s way');

select * from finish();
rollback;
