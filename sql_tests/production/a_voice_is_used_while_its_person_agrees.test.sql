begin;
select plan(23);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('speaker@example.test') as speaker \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'speaker', 'creator');
insert into storage.objects (bucket_id, name) values ('voice-samples', :'org' || '/a.mp3'), ('voice-samples', :'org' || '/form.pdf');

create function pg_temp.voice(p_org uuid, p_more text) returns text
language sql as $$
  select format('select public.create_voice_model(p_sample_audio_path => %L, %s)', p_org || '/a.mp3', p_more)
$$;
grant execute on function pg_temp.voice(uuid, text) to authenticated;

select tests.act_as(:'speaker', :'org');
select is(tests.raised_code(pg_temp.voice(:'org', $$p_name => 'V'$$)), 'VALIDATION_ERROR', 'no voice without a consent');
select is(
  tests.raised_code(pg_temp.voice(:'org', $$p_name => 'V', p_consent_full_name => 'Sam', p_consent_purpose => 'Ads'$$)), 'VALIDATION_ERROR',
  'that of somebody else needs evidence'
);
select is(
  tests.raised_code($$select public.create_voice_model('V', 'elsewhere/a.mp3', 'Sam', 'Ads', true)$$), 'VALIDATION_ERROR', 'the sample is a file of ours'
);
select public.create_voice_model('V', :'org' || '/a.mp3', 'Sam Speaker', 'Advertising', true) ->> 'id' as voice \gset
select is((select version_number from public.voice_models where id = :'voice'), 1, 'a first version');
select is(tests.raised_code(format('select public.activate_voice_model(%L)', :'voice')), 'CONFLICT', 'untrained it is not used');
select is(tests.raised_code($$update public.voice_models set is_active = true$$), '42501', 'no client writes it');

select tests.act_as(:'ada');
select is(
  tests.raised_code(pg_temp.voice(:'org',
    $$p_name => 'W', p_consent_full_name => 'Sam', p_consent_purpose => 'Ads', p_consent_is_mine => true$$)),
  'QUOTA_EXCEEDED', 'the free plan has one voice'
);
select tests.act_as_owner();
select is(
  tests.raised_code(format($$update public.voice_models set is_active = true where id = %L$$, :'voice')), '23514', 'not even a server uses it untrained'
);
update public.voice_models set training_status = 'completed', provider_voice_id = 'el-1', quality_score = 95 where id = :'voice';
select is(
  tests.raised_code($$update public.voice_models set quality_score = 101$$), '23514', 'scores end at a hundred'
);
insert into public.voice_models (
  organization_id, name, version_number, training_status, provider_voice_id, consent_full_name, consent_purpose,
  consent_given_at, consent_revoked_at
)
values (:'org', 'V', 2, 'completed', 'el-2', 'Sam Speaker', 'Advertising', now(), now());
select tests.act_as(:'ada');
select public.activate_voice_model(:'voice');
select is((select is_active from public.voice_models where id = :'voice'), true, 'trained and agreed to it is used');

select tests.act_as_owner();
insert into public.production_jobs (organization_id, kind, provider, voice_model_id) values (:'org', 'audio', 'elevenlabs', :'voice');
select id as production from public.production_jobs \gset
select is(
  tests.raised_code(format($$insert into public.production_jobs (organization_id, kind, voice_model_id)
    select %L, 'audio', id from public.voice_models where version_number = 2$$, :'org')),
  'CONFLICT', 'nothing is made with a voice whose person does not agree'
);

select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.revoke_voice_model_consent(%L)', :'voice')), 'NOT_FOUND', 'strangers revoke nothing');
select tests.act_as_owner();
delete from public.organization_members where user_id = :'speaker' and organization_id = :'org';
select tests.act_as(:'speaker');
select is(tests.raised_code(format('select public.revoke_voice_model_consent(%L)', :'voice')), null, 'the person revokes, member or not');
select tests.act_as_owner();
select results_eq(
  format('select is_active, consent_revoked_at is not null from public.voice_models where id = %L', :'voice'), $$values (false, true)$$, 'it is used no more'
);
select results_eq(
  format('select status::text, error_code from public.production_jobs where id = %L', :'production'), $$values ('cancelled', 'CONSENT_REVOKED')$$,
  'what was under way is cancelled'
);
select is(tests.raised_code($$update public.voice_models set consent_revoked_at = null$$), 'CONFLICT', 'revoked is revoked');
select is(tests.raised_code($$update public.voice_models set consent_purpose = 'Anything'$$), 'CONFLICT', 'a consent is not rewritten');
select is(
  (select sum(used) from public.usage_counters where organization_id = :'org' and metric = 'voice_models'), 0::numeric, 'its place in the plan is free'
);
select tests.act_as_role('service_role');
select results_eq(
  'select provider, provider_model_id, storage_paths from public.due_biometric_deletions()',
  format($$values ('elevenlabs', 'el-1', array[%L])$$, :'org' || '/a.mp3'), 'the copies have to go'
);
select public.finish_biometric_deletion(id, 'not reached') from public.due_biometric_deletions() \gset
select is((select attempts from public.due_biometric_deletions()), 1, 'they are due until they are gone');
select public.finish_biometric_deletion(id) from public.due_biometric_deletions() \gset
select is((select count(*) from public.due_biometric_deletions()), 0::bigint, 'and then on record');
select isnt((select provider_deleted_at from public.voice_models where id = :'voice'), null, 'with the model as well');

select tests.act_as_owner();
delete from auth.users where id = :'speaker';
select is((select count(*) from public.voice_models where id = :'voice'), 0::bigint, 'the model goes with the person');

select * from finish();
rollback;
