begin;
select plan(5);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
insert into public.projects (title) values ('All of it');
select id as project from public.projects \gset
insert into public.content_pieces (project_id, content_type, title) values (:'project', 'text', 'A');
insert into public.chat_interfaces (project_id) values (:'project');
insert into public.canvas_connections (project_id, source_content_piece_id, target_chat_interface_id)
select :'project', p.id, c.id from public.content_pieces as p, public.chat_interfaces as c;
select public.append_chat_message(id, 'hello') is not null as said from public.chat_interfaces \gset
select public.follow_creator('x', 'somebody') is not null as followed \gset
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'creator');
insert into public.voice_models (
  organization_id, name, training_status, provider_voice_id, is_active, consent_full_name, consent_purpose,
  consent_given_at
)
values (:'org', 'V', 'completed', 'el-9', true, 'Sam Speaker', 'Advertising', now());
insert into public.avatar_models (
  organization_id, user_id, name, creation_status, provider_avatar_id, training_photo_paths, consent_given_by,
  consent_full_name, consent_purpose, consent_given_at
)
values (
  :'org', :'bob', 'Bob', 'completed', 'hg-9', array[:'org' || '/bob.jpg'], :'bob', 'Bob', 'Advertising', now()
);
insert into public.production_jobs (organization_id, kind, voice_model_id, avatar_model_id, project_id)
select :'org', 'avatar', v.id, a.id, :'project' from public.voice_models as v, public.avatar_models as a;

delete from auth.users where id = :'bob';
select results_eq(
  'select provider, provider_model_id, storage_paths, reason from private.biometric_deletions',
  format($$values ('heygen', 'hg-9', array[%L], 'model_deleted')$$, :'org' || '/bob.jpg'), 'a person takes their likeness with them'
);
select results_eq(
  'select status::text, error_code, avatar_model_id from public.production_jobs', $$values ('cancelled', 'CONSENT_REVOKED', null::uuid)$$,
  'nothing more is made with it'
);
select is(tests.raised_code(format('delete from public.organizations where id = %L', :'org')), null, 'an organization goes with all of it');
select is(
  (select count(*) from public.projects) + (select count(*) from public.chat_messages)
  + (select count(*) from public.canvas_connections) + (select count(*) from public.voice_models)
  + (select count(*) from public.followed_creators) + (select count(*) from public.production_jobs),
  0::bigint, 'nothing is left'
);
select is(
  (select array_agg(provider_model_id order by id) from private.biometric_deletions where organization_id = :'org'),
  array['hg-9', 'el-9'],
  'but what providers still hold'
);

select * from finish();
rollback;
