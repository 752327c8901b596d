-- Purpose: forget a person: what is theirs goes, what must stay loses their name.
-- Objects: private.sole_organizations, private.scrub_person, the trigger scrub_person, erase_user, the cron job
--          purge-deleted-people.
-- Rows with a foreign key to profiles go, or let go, by that key. Here is what no key reaches.
-- tests/database/personal_data.yaml lists every such column, and its test fails when a table brings another one.

create function private.sole_organizations(p_user_id uuid)
returns uuid[]
language sql
stable
set search_path = ''
as $$
  select coalesce(array_agg(m.organization_id), '{}')
  from public.organization_members as m
  where m.user_id = p_user_id
    and not exists (
      select from public.organization_members as other
      where other.organization_id = m.organization_id and other.user_id <> p_user_id
    )
$$;
comment on function private.sole_organizations(uuid) is 'Organizations in which there is nobody else: they are as personal as the person.';

create function private.scrub_person(p_user_id uuid, p_email text, p_organization_ids uuid[])
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  -- Inside words of others the address is not looked for; a like pattern takes its characters literally.
  v_mentions text := '%' || replace(replace(replace(p_email, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  perform set_config('catalyst.erasing', 'on', true);

  -- Books: the amounts, numbers, country and tax number stay; the person does not.
  update public.payments as p
  set user_id = null, payer_name = null, payer_email = null, description = null, failure_message = null,
    invoice_url = null, receipt_url = null, provider_response = '{}'
  where p.user_id = p_user_id or p.organization_id = any(p_organization_ids) or lower(p.payer_email) = lower(p_email);
  update public.invoices as i
  set user_id = null, invoice_url = null,
    billing_name = case when i.organization_id = any(p_organization_ids) then null else i.billing_name end,
    billing_address = case when i.organization_id = any(p_organization_ids) then '{}' else i.billing_address end,
    notes = case when i.organization_id = any(p_organization_ids) then null else i.notes end,
    billing_email = null
  where i.user_id = p_user_id or i.organization_id = any(p_organization_ids) or lower(i.billing_email) = lower(p_email);
  update public.subscriptions as s
  set organization_name = 'Deleted organization', cancellation_reason = null
  where s.organization_id = any(p_organization_ids) and s.organization_name is not null;

  -- Their address as somebody else's contact.
  update public.organizations as o set billing_email = null where lower(o.billing_email) = lower(p_email);
  update public.client_accounts as c set contact_email = null where lower(c.contact_email) = lower(p_email);

  -- Logs and totals.
  perform private.anonymise_api_usage(p_user_id);
  update public.ai_usage as u set user_id = null where u.user_id = p_user_id;
  delete from public.api_usage as u where u.organization_id = any(p_organization_ids);
  delete from public.system_logs as l where l.organization_id = any(p_organization_ids);
  update public.system_logs as l
  set user_id = null, ip_address = null, user_agent = null, session_id = null, event_data = '{}',
    message = coalesce(replace(l.message, p_email, '[erased]'), l.message)
  where l.user_id = p_user_id;
  update public.audit_log as a
  set old_values = null, new_values = null, metadata = '{}', ip_address = null, user_agent = null
  where a.organization_id = any(p_organization_ids)
    or (a.entity_type in ('profiles', 'user_settings') and a.entity_id = p_user_id);

  -- Messages to and from other services that have done their work; the rest follow by their own rules within 30 days.
  delete from public.webhook_events as e
  where e.status not in ('pending', 'processing')
    and (e.payload::text ilike v_mentions or e.payload::text like '%' || p_user_id || '%');
  delete from public.webhook_deliveries as d
  where d.status not in ('pending', 'delivering')
    and (d.payload::text ilike v_mentions or d.payload::text like '%' || p_user_id || '%');
  delete from public.cache_entries as c
  where c.key like '%' || p_user_id || '%' or c.value::text like '%' || p_user_id || '%' or c.value::text ilike v_mentions
    or c.key like any(select '%' || o.id || '%' from unnest(p_organization_ids) as o (id));
end;
$$;
comment on function private.scrub_person(uuid, text, uuid[]) is
'Takes a person out of what outlives them; p_organization_ids are organizations that are theirs alone. Leaves catalyst.erasing on.';

create function private.scrub_deleted_person()
returns trigger
language plpgsql
volatile
security definer -- the auth service deletes the person; our tables are not its business
set search_path = ''
as $$
begin
  -- catalyst.erasing stays on to the end of the transaction: the log hears last of the rows that keys delete and empty.
  perform private.scrub_person(old.id, old.email, private.sole_organizations(old.id));
  return old;
end;
$$;
comment on function private.scrub_deleted_person() is 'However a person is deleted, here or through Auth, they are taken out of everything.';

-- Fires after release_organizations: triggers go by name.
create trigger scrub_person before delete on public.profiles
for each row execute function private.scrub_deleted_person();

create function public.erase_user(p_user_id uuid)
returns jsonb
language plpgsql
volatile
security definer -- operators hold no grant on what is deleted
set search_path = ''
as $$
declare
  v_profile public.profiles;
  v_organization_ids uuid[];
  v_objects jsonb;
  v_auth_deleted boolean := true;
begin
  select p.* into v_profile from public.profiles as p where p.id = p_user_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such user');
  end if;
  v_organization_ids := private.sole_organizations(p_user_id);
  -- Files are the storage service's: it must be asked to delete them.
  select coalesce(jsonb_agg(jsonb_build_object('bucket', o.bucket_id, 'name', o.name) order by o.bucket_id, o.name), '[]')
  into v_objects
  from storage.objects as o
  where split_part(o.name, '/', 1) = p_user_id::text
    or split_part(o.name, '/', 1) = any(v_organization_ids::text[]);
  -- Not after the usual 30 days: there is nobody left to change their mind. Closed first, as billing records need an
  -- end, and deleted before the person, whose departure would change rows that then cannot be deleted in one go.
  perform private.close_organization(o.id, p_user_id) from unnest(v_organization_ids) as o (id);
  perform private.scrub_person(p_user_id, v_profile.email, v_organization_ids);
  delete from public.organizations as o where o.id = any(v_organization_ids);
  begin
    delete from auth.users as u where u.id = p_user_id;
  exception
    when insufficient_privilege then
      v_auth_deleted := false;
      delete from public.profiles as p where p.id = p_user_id;
  end;
  -- What was logged about the rows that went.
  update public.audit_log as a
  set old_values = null, new_values = null, metadata = '{}', ip_address = null, user_agent = null
  where a.organization_id = any(v_organization_ids)
    and num_nonnulls(a.old_values, a.new_values, a.ip_address, a.user_agent) + (a.metadata <> '{}')::integer > 0;
  delete from public.system_logs as l where l.organization_id = any(v_organization_ids);
  perform set_config('catalyst.erasing', 'off', true);
  perform private.write_audit('profiles.erase', 'profiles', null, p_user_id);
  return jsonb_build_object(
    'user_id', p_user_id, 'organizations_purged', cardinality(v_organization_ids), 'auth_user_deleted', v_auth_deleted,
    'storage_objects', v_objects
  );
end;
$$;
comment on function public.erase_user(uuid) is
'For operators: deletes a person, the organizations that are theirs alone, and their traces everywhere else, in one transaction:
{user_id, organizations_purged, auth_user_deleted, storage_objects: [{bucket, name}]}.
Delete the listed files through the Storage API, and the user through the Auth API when auth_user_deleted is false.
Errors: NOT_FOUND, CONFLICT (the last owner of an organization with others).';

create function private.purge_deleted_people()
returns bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_user_id uuid;
  v_purged bigint := 0;
begin
  for v_user_id in
    select p.id from public.profiles as p where p.deleted_at < now() - interval '30 days' order by p.deleted_at
  loop
    begin
      perform public.erase_user(v_user_id);
      v_purged := v_purged + 1;
    exception
      when sqlstate 'PGRST' then
        raise warning 'user % still has to hand an organization over: %', v_user_id, sqlerrm;
    end;
    exit when v_purged >= 20;
  end loop;
  return v_purged;
end;
$$;
comment on function private.purge_deleted_people() is
'Erases people 30 days after they were marked deleted, here or by Auth. Their files are found by list_orphaned_files.';

select cron.schedule('purge-deleted-people', '42 * * * *', 'select private.purge_deleted_people()');

grant execute on function public.erase_user(uuid) to service_role;
