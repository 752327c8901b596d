begin;
select plan(13);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'creator');
delete from public.notifications;
update public.profiles set timezone = 'Pacific/Auckland' where id = :'ada';
-- So many days ago.
create function pg_temp.tell(p_user uuid, p_type text, p_days integer default 0) returns void language sql as $$
  select private.notify(
    (select p.active_organization_id from public.profiles as p where p.email = 'ada@example.test'), p_user, p_type, p_type
  );
  update public.notifications set created_at = now() - make_interval(days => p_days)
  where user_id = p_user and type = p_type and created_at = now() and p_days > 0;
$$;
create function pg_temp.mails() returns text language sql as $$
  select string_agg(
    format('%s %s: %s', split_part(m.email, '@', 1), m.kind, (
      select string_agg(e ->> 'type', ' ' order by e ->> 'type') from jsonb_array_elements(m.notifications) as e
    )),
    ', ' order by m.email, m.kind
  )
  from public.claim_notification_mails() as m
$$;

select pg_temp.tell(:'ada', 'content_ready');
select pg_temp.tell(:'ada', 'approval_needed');
select pg_temp.tell(:'ada', 'approval_decided', 2);
select pg_temp.tell(:'ada', 'publish_succeeded', 2);
select is(pg_temp.mails(), 'ada daily: approval_decided, ada immediate: content_ready', 'results at once, of the rest what came before today');
select is(pg_temp.mails(), null, 'once');
select is(
  public.release_notification_mails(array(select id from public.notifications where type = 'content_ready')), 1, 'a mail that was not sent'
);
select is(pg_temp.mails(), 'ada immediate: content_ready', 'is due again');

update public.user_settings
set is_email_on_completion_enabled = false, is_daily_summary_enabled = false where user_id = :'bob';
select pg_temp.tell(:'bob', 'content_ready', 1);
select pg_temp.tell(:'bob', 'content_failed');
select pg_temp.tell(:'bob', 'quota_warning');
select pg_temp.tell(:'bob', 'member_joined', 8);
select pg_temp.tell(:'bob', 'approval_needed', 8);
select is(pg_temp.mails(), 'bob immediate: content_failed, bob weekly: approval_needed', 'failures only, and the rest of last week');
update public.user_settings set is_weekly_digest_enabled = false where user_id = :'bob';
select pg_temp.tell(:'bob', 'approval_decided', 9);
select is(pg_temp.mails(), null, 'no digest');
update public.user_settings
set is_weekly_digest_enabled = true, is_email_notifications_enabled = false where user_id = :'bob';
select is(pg_temp.mails(), null, 'no mail at all');
update public.user_settings set is_email_notifications_enabled = true where user_id = :'bob';
update public.notifications set read_at = now() where type = 'approval_decided' and user_id = :'bob';
select is(pg_temp.mails(), null, 'what was read is not told again');
select pg_temp.tell(:'bob', 'content_failed');
select public.set_system_setting('app.maintenance', 'true') \g /dev/null
select is(pg_temp.mails(), null, 'nobody is called to a closed door');
select public.set_system_setting('app.maintenance', 'false') \g /dev/null
update public.organization_members set status = 'inactive' where organization_id = :'org' and user_id = :'bob';
select is(pg_temp.mails(), null, 'nor one who was shut out');
update public.organization_members set status = 'active' where organization_id = :'org' and user_id = :'bob';
select tests.act_as_role('service_role');
select is(
  (select app_name || ' ' || support_email from public.claim_notification_mails()), 'Content Catalyst support@example.com',
  'in the name of the product'
);
select is(
  tests.raised_code('select public.claim_notification_mails(0)'), 'VALIDATION_ERROR', 'bounded'
);
select tests.act_as(:'ada');
select is(tests.raised_code('select public.claim_notification_mails()'), '42501', 'people write no mails');

select * from finish();
rollback;
