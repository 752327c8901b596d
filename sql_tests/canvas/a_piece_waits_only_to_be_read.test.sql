begin;
select plan(2);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
insert into public.projects (title) values ('Plan');
select id as project from public.projects \gset
insert into public.content_pieces (project_id, content_type, title, description, source_url) values
  (:'project', 'text', 'text', 'Grind the beans.', null), (:'project', 'text', 'quote', 'Said there.', 'https://example.test/a'),
  (:'project', 'video', 'post', null, 'https://example.test/b'), (:'project', 'image', 'sketch', null, null),
  (:'project', 'text', 'article', null, 'https://example.test/d');
select results_eq(
  $$select title, processing_status::text from public.content_pieces order by title$$,
  $$values ('article', 'pending'), ('post', 'pending'), ('quote', 'completed'), ('sketch', 'completed'), ('text', 'completed')$$,
  'only what is nothing but an address has to be read by a worker'
);
select tests.act_as_owner();
insert into public.content_pieces (organization_id, project_id, content_type, source_url, processing_status, error_code)
select organization_id, id, 'text', 'https://example.test/c', 'failed', 'URL_FORBIDDEN' from public.projects where id = :'project';
select is(
  (select count(*) from public.content_pieces where processing_status = 'failed'), 1::bigint, 'whoever says how it went is not overruled'
);

select * from finish();
rollback;
