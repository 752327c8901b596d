begin;
select plan(24);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.create_user('cleo@example.test') as cleo \gset
select tests.create_user('vera@example.test') as vera \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as bobs from public.profiles where id = :'bob' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Bakery', 'bakery') returning id as bakery \gset
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Florist', 'florist') returning id as florist \gset
insert into public.organization_members (organization_id, user_id, role, client_account_id)
values (:'org', :'cleo', 'client', :'bakery'), (:'org', :'vera', 'viewer', null);
insert into storage.objects (bucket_id, name)
select b.bucket, p.path
from unnest(array['assets', 'renders', 'exports', 'voice-samples', 'avatars']) as b (bucket)
cross join unnest(array[
  :'org' || '/own.bin', :'org' || '/clients/' || :'bakery' || '/a.bin', :'org' || '/clients/' || :'florist' || '/a.bin'
]) as p (path);
insert into storage.objects (bucket_id, name) values ('exports', :'cleo' || '/me.zip'), ('avatars', :'cleo' || '/me.png');

create function pg_temp.seen(p_bucket text) returns bigint language sql as $$
  select count(*) from storage.objects where bucket_id = p_bucket
$$;
create function pg_temp.try_upload(p_bucket text, p_name text) returns text language sql as $$
  select tests.raised_code(format('insert into storage.objects (bucket_id, name) values (%L, %L)', p_bucket, p_name))
$$;
grant execute on function pg_temp.seen(text), pg_temp.try_upload(text, text) to public;

select tests.act_as(:'ada');
select is(pg_temp.seen('assets') + pg_temp.seen('renders') + pg_temp.seen('exports'), 9::bigint, 'members read all of their organization');
select is(pg_temp.seen('voice-samples'), 3::bigint, 'creators hear voices');
select is(pg_temp.try_upload('assets', :'org' || '/new.bin'), null, 'creators upload assets');
select is(pg_temp.try_upload('voice-samples', :'org' || '/new.bin'), null, 'and voices');
select is(pg_temp.try_upload('renders', :'org' || '/new.bin'), '42501', 'renders come from workers');
select is(pg_temp.try_upload('exports', :'org' || '/new.bin'), '42501', 'exports too');
select is(pg_temp.try_upload('assets', :'bobs' || '/new.bin'), '42501', 'not into another organization');
select is(pg_temp.try_upload('assets', 'new.bin'), '42501', 'nor beside all organizations');
select is(pg_temp.try_upload('avatars', :'ada' || '/me.png'), null, 'everybody has a picture of their own');
select is(pg_temp.try_upload('avatars', :'org' || '/logo.png'), null, 'managers give the organization one');
select is(pg_temp.try_upload('avatars', :'cleo' || '/x.png'), '42501', 'nobody gives another person one');
select tests.raised_code($$delete from storage.objects where bucket_id = 'renders'$$);
select is(pg_temp.seen('renders'), 3::bigint, 'renders are not deleted by hand');

select tests.act_as(:'vera', :'org');
select is(pg_temp.seen('assets'), 4::bigint, 'viewers read');
select is(pg_temp.seen('voice-samples'), 0::bigint, 'but hear no voices');
select is(pg_temp.try_upload('assets', :'org' || '/v.bin'), '42501', 'and upload nothing');
select is(pg_temp.try_upload('avatars', :'org' || '/v.png'), '42501', 'nor the organization''s picture');

select tests.act_as(:'cleo', :'org');
select is(
  (select array_agg(distinct name) from storage.objects where bucket_id in ('assets', 'renders')),
  array[format('%s/clients/%s/a.bin', :'org', :'bakery')], 'a client''s members read their client''s files'
);
select is(pg_temp.seen('exports'), 2::bigint, 'with their own exports');
select is(pg_temp.try_upload('assets', format('%s/clients/%s/b.bin', :'org', :'bakery')), '42501', 'and upload nothing');

select tests.act_as(:'bob', :'org');
select is(
  (select count(*) from storage.objects where name like :'org' || '%'), 0::bigint, 'strangers see nothing, whatever organization they name'
);
update storage.objects set name = :'bobs' || '/stolen.bin' where name like :'org' || '%';
select tests.act_as_owner();
select is((select count(*) from storage.objects where name like :'bobs' || '%'), 0::bigint, 'and move nothing');
select tests.act_as(:'ada');
select is(
  tests.raised_code(format('update storage.objects set name = %L where bucket_id = ''assets''', :'bobs' || '/gift.bin')), '42501',
  'nobody moves a file into another organization'
);
select tests.act_as_role('anon');
select is((select count(*) from storage.objects), 0::bigint, 'visitors list nothing');
select tests.act_as_owner();
select set_eq(
  $$select id, public from storage.buckets$$,
  $$values ('assets', false), ('renders', false), ('exports', false), ('voice-samples', false), ('avatars', true)$$,
  'only pictures of people are public'
);

select * from finish();
rollback;
