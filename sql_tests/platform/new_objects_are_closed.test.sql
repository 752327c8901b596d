begin;
select plan(5);

create table public.brand_new (id bigint generated always as identity primary key);
create function public.brand_new_function() returns integer language sql as 'select 1';

select table_privs_are('public', 'brand_new', 'anon', '{}'::text[]);
select table_privs_are('public', 'brand_new', 'authenticated', '{}'::text[]);
select table_privs_are('public', 'brand_new', 'service_role', '{}'::text[]);
select function_privs_are('public', 'brand_new_function', '{}'::text[], 'anon', '{}'::text[]);
select ok(
  (select not rolcanlogin and not rolinherit and not rolbypassrls and not rolsuper from pg_roles where rolname = 'catalyst_worker'),
  'the role of workers cannot log in, inherits nothing and is bound by policies'
);

select * from finish();
rollback;
