begin;
select plan(8);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');

create temporary table asked on commit drop as
select 1 as no, public.create_generation('The same text.', array['x', 'email'], 'authority', 'en') as answer;
insert into asked select 2, public.create_generation('The same text.', array['email', 'x'], 'authority', 'en');
insert into asked select 3, public.create_generation('The same text.', array['x', 'email'], 'opinionated', 'en');
insert into asked select 4, public.create_generation('The same text.', array['x', 'email'], 'authority', 'en', '{"force": true}');

select is((select answer ->> 'reused' from asked where no = 2), 'true', 'the same request again is the same generation');
select is(
  (select answer ->> 'generation_id' from asked where no = 2),
  (select answer ->> 'generation_id' from asked where no = 1),
  'the order of the platforms does not matter'
);
select is((select answer ->> 'reused' from asked where no = 3), 'false', 'another tone is another request');
select is((select answer ->> 'reused' from asked where no = 4), 'false', 'force makes it anew');

select tests.act_as_owner();
select is((select sum(c.reserved) from public.usage_counters as c where c.metric = 'generations'), 3::numeric, 'reuse costs nothing');
update public.generations set created_at = now() - interval '24 hours 1 second';

select tests.act_as(:'ada');
select is(
  public.create_generation('The same text.', array['x', 'email'], 'authority', 'en') ->> 'reused', 'false', 'after a day it is made anew'
);
select tests.act_as(:'bob');
select is(
  public.create_generation('The same text.', array['x', 'email'], 'authority', 'en') ->> 'reused',
  'false',
  'another organization never gets it'
);
select tests.act_as_owner();
update public.generations
set status = 'failed', error_code = 'X', completed_at = now()
where user_id = :'bob';
select tests.act_as(:'bob');
select is(
  public.create_generation('The same text.', array['x', 'email'], 'authority', 'en') ->> 'reused', 'false', 'a failure is not reused'
);

select * from finish();
rollback;
