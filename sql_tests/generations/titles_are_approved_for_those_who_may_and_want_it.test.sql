begin;
select plan(6);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('cas@example.test') as cas \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'cas', 'creator');

create function pg_temp.make(p_user_id uuid, p_type public.generated_content_type)
returns text
language sql
as $$
  with made as (
    insert into public.generated_content (organization_id, user_id, content_type, generated_text, ai_model)
    select m.organization_id, p_user_id, p_type, 'T', 'm' from public.organization_members as m
    where m.user_id = p_user_id order by m.role limit 1
    returning id
  )
  select made.id::text from made
$$;
create function pg_temp.status(p_id text) returns text language sql as $$
  select c.status::text from public.generated_content as c where c.id = p_id::uuid
$$;

select pg_temp.make(:'ada', 'title') as plain \gset
select is(pg_temp.status(:'plain'), 'generated', 'a title waits for its review');

select tests.act_as(:'ada');
update public.user_settings set is_auto_approve_titles_enabled = true;
select tests.act_as(:'cas');
update public.user_settings set is_auto_approve_titles_enabled = true;
select tests.act_as_owner();

select pg_temp.make(:'ada', 'title') as title \gset
select is(pg_temp.status(:'title'), 'approved', 'unless its owner wants it approved at once');
select is(
  (select c.approved_by from public.generated_content as c where c.id = :'title'), :'ada'::uuid, 'in their name'
);
select pg_temp.make(:'ada', 'script') as script \gset
select is(pg_temp.status(:'script'), 'generated', 'scripts are read by somebody');
select pg_temp.make(:'cas', 'title') as sly \gset
select is(pg_temp.status(:'sly'), 'generated', 'a setting gives no right: creators approve nothing');
select is(
  (select count(*) from public.generated_content as c where c.organization_id = :'org' and c.status = 'approved'), 1::bigint, 'one of four'
);

select * from finish();
rollback;
