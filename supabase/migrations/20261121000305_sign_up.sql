-- Purpose: what happens to organizations when people come and go.
-- Objects: triggers on auth.users, profiles and organization_members: sign-up, changes, deletion, the last owner.

create function private.add_organization(
  p_name text, p_type public.organization_type, p_owner_id uuid, p_slug text default null, p_timezone text default 'UTC'
)
returns public.organizations
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_base text := coalesce(p_slug, private.slugify(p_name), 'organization');
  v_organization public.organizations;
begin
  for v_try in 0..9 loop
    insert into public.organizations (name, slug, type, created_by, timezone)
    values (
      p_name,
      v_base || case v_try when 0 then '' else '-' || left(private.token_hash(private.new_token()), 6 + v_try) end,
      p_type, p_owner_id, p_timezone
    )
    on conflict (slug) where deleted_at is null do nothing
    returning * into v_organization;
    exit when found or p_slug is not null;
  end loop;
  if v_organization.id is null then
    perform private.raise_error('CONFLICT', 'this slug is taken', jsonb_build_object('field', 'p_slug'));
  end if;
  -- Subscription first: the place of the owner is counted against its plan.
  perform private.start_free_subscription(v_organization.id);
  insert into public.organization_members (organization_id, user_id, role)
  values (v_organization.id, p_owner_id, 'owner');
  return v_organization;
end;
$$;
comment on function private.add_organization(text, public.organization_type, uuid, text, text) is
'An organization with its owner and a free subscription; a taken slug gets a suffix unless it was asked for by name.';

create function private.handle_new_user()
returns trigger
language plpgsql
volatile
security definer -- the auth service writes auth.users and may write nothing of ours
set search_path = ''
as $$
declare
  v_meta jsonb := private.to_json_object(new.raw_user_meta_data);
  v_first_name text := nullif(left(btrim(v_meta ->> 'first_name'), 100), '');
  v_last_name text := nullif(left(btrim(v_meta ->> 'last_name'), 100), '');
  v_full_name text := nullif(left(btrim(coalesce(
    v_meta ->> 'full_name', v_meta ->> 'name', concat_ws(' ', v_first_name, v_last_name)
  )), 200), '');
  v_timezone text := coalesce(nullif(v_meta ->> 'timezone', ''), 'UTC');
  v_language text := coalesce(v_meta ->> 'language', v_meta ->> 'language_preference', 'en');
  v_avatar_url text := coalesce(v_meta ->> 'avatar_url', v_meta ->> 'picture');
  v_organization public.organizations;
begin
  -- Metadata is whatever the client sent: what does not fit is left out, and never stops a sign-up.
  insert into public.profiles (
    id, email, full_name, first_name, last_name, avatar_url, country_code, timezone, language, email_verified, phone,
    phone_verified, last_login_at
  )
  values (
    new.id,
    case when private.is_email(new.email) then new.email end,
    v_full_name, v_first_name, v_last_name,
    case when private.is_http_url(v_avatar_url) then v_avatar_url end,
    case when v_meta ->> 'country_code' ~ '^[A-Z]{2}$' then v_meta ->> 'country_code' end,
    case when private.is_timezone(v_timezone) then v_timezone else 'UTC' end,
    case when v_language ~ '^[a-z]{2,3}(-[A-Z]{2})?$' then v_language else 'en' end,
    new.email_confirmed_at is not null,
    private.phone_or_null(new.phone),
    new.phone_confirmed_at is not null,
    new.last_sign_in_at
  );
  insert into public.user_settings (user_id) values (new.id);
  v_organization := private.add_organization(
    coalesce(nullif(left(btrim(v_meta ->> 'organization_name'), 200), ''), v_full_name,
      nullif(left(split_part(new.email, '@', 1), 200), ''), 'Personal'),
    'individual', new.id, null, case when private.is_timezone(v_timezone) then v_timezone else 'UTC' end
  );
  update public.profiles set active_organization_id = v_organization.id where id = new.id;
  return null;
end;
$$;
comment on function private.handle_new_user() is
'Sign-up: profile, settings, personal organization with its owner and free subscription.';

create function private.phone_or_null(p_phone text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when p_phone ~ '^\+?[0-9][0-9 ()./-]{3,28}[0-9]$' then p_phone end
$$;
comment on function private.phone_or_null(text) is 'The number when profiles takes it.';

create function private.handle_user_change()
returns trigger
language plpgsql
volatile
security definer -- the auth service writes auth.users and may write nothing of ours
set search_path = ''
as $$
begin
  update public.profiles as p
  set
    email = case when private.is_email(new.email) then new.email end,
    email_verified = new.email_confirmed_at is not null,
    phone = case when new.phone is distinct from old.phone then private.phone_or_null(new.phone) else p.phone end,
    phone_verified = new.phone_confirmed_at is not null
      and case when new.phone is distinct from old.phone then true else p.phone_verified or p.phone = new.phone end,
    last_login_at = new.last_sign_in_at,
    status = case when new.deleted_at is not null then 'deleted' else p.status end,
    deleted_at = coalesce(p.deleted_at, new.deleted_at)
  where p.id = new.id;
  return null;
end;
$$;
comment on function private.handle_user_change() is
'Copies what Supabase Auth changed: address, verification, last sign-in, deletion.';

create function private.release_organizations()
returns trigger
language plpgsql
volatile
security definer -- the auth service deletes the person; organizations are not its business
set search_path = ''
as $$
declare
  v_organization public.organizations;
begin
  for v_organization in
    select o.*
    from public.organization_members as m
    join public.organizations as o on o.id = m.organization_id
    where m.user_id = old.id and o.deleted_at is null
    order by o.id
    for no key update of o
  loop
    continue when exists (
      select from public.organization_members as m
      where m.organization_id = v_organization.id and m.user_id <> old.id and m.role = 'owner' and m.status = 'active'
    );
    if exists (
      select from public.organization_members as m
      where m.organization_id = v_organization.id and m.user_id <> old.id and m.status = 'active'
    ) and exists (
      select from public.organization_members as m
      where m.organization_id = v_organization.id and m.user_id = old.id and m.role = 'owner'
    ) then
      perform private.raise_error('CONFLICT',
        'this person is the last owner of an organization with other members: transfer the ownership first',
        jsonb_build_object('organization_id', v_organization.id));
    end if;
    perform private.close_organization(v_organization.id, old.id);
    -- It was named after the person, or by them alone.
    update public.organizations
    set name = 'Deleted organization', slug = 'deleted-' || id, logo_url = null, website = null, billing_email = null, settings = '{}'
    where id = v_organization.id;
  end loop;
  -- Invitations hold the address of the person.
  delete from public.organization_invitations as i where i.accepted_by = old.id or i.email = lower(old.email);
  return old;
end;
$$;
comment on function private.release_organizations() is
'Before a person goes: an organization of theirs alone is closed with them; one with other members needs another owner first.';

create function private.close_organization(p_organization_id uuid, p_leaving_user_id uuid default null)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  update public.organizations set deleted_at = now() where id = p_organization_id and deleted_at is null;
  update public.organization_invitations set revoked_at = now()
  where organization_id = p_organization_id and accepted_at is null and revoked_at is null;
  perform private.end_subscription(p_organization_id, 'organization deleted');
  update public.profiles as p
  set active_organization_id = private.fallback_organization(p.id, p_organization_id)
  -- The row of a person who is being deleted cannot be updated on its way out.
  where p.active_organization_id = p_organization_id and p.id is distinct from p_leaving_user_id;
end;
$$;
comment on function private.close_organization(uuid, uuid) is
'Soft deletion: nobody reaches it any more, its subscription ends, its slug is free.';

create function private.fallback_organization(p_user_id uuid, p_except uuid)
returns uuid
language sql
stable
set search_path = ''
as $$
  select m.organization_id
  from public.organization_members as m
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  where m.user_id = p_user_id and m.status = 'active' and m.organization_id <> p_except
  order by m.role desc, m.joined_at, m.id
  limit 1
$$;
comment on function private.fallback_organization(uuid, uuid) is
'Where a person continues when the active organization is gone.';

create function private.purge_deleted_organizations()
returns bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_purged bigint;
begin
  -- The log says that the rows of a purged tenant went, not what was in them.
  perform set_config('catalyst.erasing', 'on', true);
  -- One batch an hour: deleting a tenant cascades to all its rows.
  delete from public.organizations as o
  where o.id in (
    select d.id from public.organizations as d
    where d.deleted_at < now() - interval '30 days'
    order by d.deleted_at
    limit 20
  );
  get diagnostics v_purged = row_count;
  perform set_config('catalyst.erasing', 'off', true);
  return v_purged;
end;
$$;
comment on function private.purge_deleted_organizations() is
'Removes organizations 30 days after their deletion, with everything of theirs.';

-- Members -------------------------------------------------------------------------------------------------------------

create function private.keep_an_owner()
returns trigger
language plpgsql
volatile
security definer -- whoever changes members, the rule sees all of them
set search_path = ''
as $$
begin
  -- The lock makes two owners who leave at once wait for each other; the count after it sees what the first one did.
  perform from public.organizations as o where o.id = old.organization_id and o.deleted_at is null for no key update;
  if found and not exists (
    select from public.organization_members as m
    where m.organization_id = old.organization_id and m.role = 'owner' and m.status = 'active'
  ) then
    perform private.raise_error('CONFLICT', 'an organization needs an owner: make somebody else owner first');
  end if;
  return null;
end;
$$;
comment on function private.keep_an_owner() is 'No path leaves a living organization without an active owner.';

create function private.leave_active_organization()
returns trigger
language plpgsql
volatile
security definer -- writes the profile of the person who was removed
set search_path = ''
as $$
begin
  update public.profiles as p
  set active_organization_id = private.fallback_organization(p.id, old.organization_id)
  where p.id = old.user_id and p.active_organization_id = old.organization_id;
  return null;
end;
$$;
comment on function private.leave_active_organization() is
'Who was removed continues in another organization of theirs.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger keep_an_owner after delete on public.organization_members
for each row when (old.role = 'owner') execute function private.keep_an_owner();
create trigger keep_an_owner_on_change after update of role, status, organization_id, user_id
on public.organization_members
for each row when (old.role = 'owner') execute function private.keep_an_owner();
create trigger leave_active_organization after delete on public.organization_members
for each row execute function private.leave_active_organization();
create trigger release_organizations before delete on public.profiles
for each row execute function private.release_organizations();

create trigger content_catalyst_new_user after insert on auth.users
for each row execute function private.handle_new_user();
create trigger content_catalyst_user_change
after update of email, email_confirmed_at, phone, phone_confirmed_at, last_sign_in_at, deleted_at on auth.users
for each row execute function private.handle_user_change();

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('purge-deleted-organizations', '27 * * * *', 'select private.purge_deleted_organizations()');
