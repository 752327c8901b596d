-- Purpose: the life of generated content: generated → approved or rejected → used → archived, for every writer.
-- Objects: has_titles_approved, guard_generated_content, move_generated_content, review_generated_content,
--          rate_generated_content, live broadcast, history, audit.

-- What every writer is held to ----------------------------------------------------------------------------------------

create function private.has_titles_approved(p_organization_id uuid, p_user_id uuid)
returns boolean
language sql
stable
security definer -- reads the settings and role of the person the content is made for
set search_path = ''
as $$
  select exists (
    select
    from public.user_settings as s
    join public.organization_members as m on m.user_id = s.user_id
    where s.user_id = p_user_id and s.is_auto_approve_titles_enabled
      and m.organization_id = p_organization_id and m.is_in_force and m.role >= 'manager'
  )
$$;
comment on function private.has_titles_approved(uuid, uuid) is
'Whether titles made for this person are approved at once: they want it, and may approve by themselves.';

create function private.guard_generated_content()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_is_changed boolean;
begin
  if tg_op = 'INSERT' then
    if new.status <> 'generated' or new.version <> 1 or new.usage_count <> 0
      or num_nonnulls(new.approved_at, new.rejected_at, new.used_at, new.archived_at) > 0 then
      perform private.raise_error('CONFLICT', 'content begins as generated, unseen and unused', jsonb_build_object('field', 'status'));
    end if;
    -- An update afterwards would run every trigger of an update, for each writer and mostly for no row.
    if new.content_type = 'title' and private.has_titles_approved(new.organization_id, new.user_id) then
      new.status := 'approved';
      new.approved_at := now();
      new.approved_by := new.user_id;
      new.approved_version := new.version;
    end if;
    return new;
  end if;

  -- What readers see. A provider's file that is copied to Storage stays the same file.
  v_is_changed := (
    new.title, new.generated_text, new.formatted_text, new.content, new.caption, new.hashtags, new.cta, new.alt_text
  ) is distinct from (
    old.title, old.generated_text, old.formatted_text, old.content, old.caption, old.hashtags, old.cta, old.alt_text
  )
  or (old.file_path is not null and new.file_path is distinct from old.file_path)
  or (
    num_nonnulls(old.file_path, new.file_path) = 0
    and old.file_url is not null and new.file_url is distinct from old.file_url
  );
  new.version := old.version + v_is_changed::integer;

  if v_is_changed and new.status <> old.status and new.status <> 'generated' then
    perform private.raise_error('CONFLICT', format('content cannot be changed and become %s at once', new.status),
      jsonb_build_object('field', 'status'));
  elsif v_is_changed and old.status = 'archived' then
    perform private.raise_error('CONFLICT', 'archived content is not changed; restore it first', jsonb_build_object('field', 'status'));
  elsif v_is_changed then
    new.status := 'generated';
  end if;

  if new.status <> old.status then
    if not (old.status, new.status) in (
      ('generated', 'approved'), ('generated', 'rejected'), ('generated', 'archived'),
      ('approved', 'used'), ('approved', 'rejected'), ('approved', 'archived'), ('approved', 'generated'),
      ('rejected', 'approved'), ('rejected', 'archived'), ('rejected', 'generated'),
      ('used', 'archived'), ('archived', 'generated')
    ) and not (v_is_changed and old.status = 'used') then
      perform private.raise_error('CONFLICT', format('content that is %s does not become %s', old.status, new.status),
        jsonb_build_object('field', 'status'));
    end if;
    case new.status
      when 'approved' then
        new.approved_at := now();
        new.approved_version := new.version;
      when 'rejected' then
        new.rejected_at := now();
      when 'used' then
        new.used_at := now();
        new.usage_count := old.usage_count + 1;
      when 'archived' then
        new.archived_at := now();
      else
        new.archived_at := null;
    end case;
    if new.status in ('generated', 'rejected') then
      new.approved_at := null;
      new.approved_by := null;
      new.approved_version := null;
    end if;
    if new.status in ('generated', 'approved') then
      new.rejected_at := null;
      new.rejected_by := null;
      new.rejection_reason := null;
    end if;
  else
    -- Between changes of status these stay; a person who is deleted leaves approved_by and rejected_by empty.
    new.approved_at := old.approved_at;
    new.approved_by := case when new.approved_by is null then null else old.approved_by end;
    new.approved_version := old.approved_version;
    new.rejected_at := old.rejected_at;
    new.rejected_by := case when new.rejected_by is null then null else old.rejected_by end;
    new.archived_at := old.archived_at;
    new.usage_count := greatest(new.usage_count, old.usage_count);
    new.used_at := case when new.usage_count > old.usage_count then now() else old.used_at end;
  end if;
  return new;
end;
$$;
comment on function private.guard_generated_content() is
'Holds every writer to the order of states. A change of what readers see raises version and withdraws the decision on the older one.';

create trigger guard before insert or update on public.generated_content
for each row execute function private.guard_generated_content();

-- Moving --------------------------------------------------------------------------------------------------------------

create function private.move_generated_content(
  p_organization_id uuid,
  p_id uuid,
  p_action text,
  p_actor uuid default null,
  p_note text default null,
  p_version integer default null
)
returns public.generated_content
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_content public.generated_content;
begin
  select c.* into v_content
  from public.generated_content as c
  where c.organization_id = p_organization_id and c.id = p_id and (c.deleted_at is null or p_action = 'restore')
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such content in the active organization');
  end if;
  if p_version <> v_content.version then
    perform private.raise_error(
      'CONFLICT', format('this is version %s of the content; it is at version %s', p_version, v_content.version),
      jsonb_build_object('field', 'p_version', 'version', v_content.version)
    );
  end if;
  -- Said twice, a decision stays as it was the first time.
  if (p_action, v_content.status) in (('approve', 'approved'), ('reject', 'rejected'), ('archive', 'archived'), ('reopen', 'generated')) then
    return v_content;
  elsif p_action = 'use' and v_content.status not in ('approved', 'used') then
    perform private.raise_error('CONFLICT', format('content that is %s is not used; approve it first', v_content.status),
      jsonb_build_object('field', 'status'));
  elsif p_action = 'reopen' and v_content.status = 'archived' then
    perform private.raise_error('CONFLICT', 'archived content is restored, not reopened', jsonb_build_object('field', 'status'));
  end if;
  update public.generated_content as c
  set status = case p_action
      when 'approve' then 'approved'
      when 'reject' then 'rejected'
      when 'use' then 'used'
      when 'archive' then 'archived'
      when 'reopen' then 'generated'
      when 'restore' then case when c.status = 'archived' then 'generated' else c.status::text end
      else c.status::text
    end::public.generated_content_status,
    approved_by = case when p_action = 'approve' then p_actor else c.approved_by end,
    rejected_by = case when p_action = 'reject' then p_actor else c.rejected_by end,
    rejection_reason = case when p_action = 'reject' then p_note else c.rejection_reason end,
    usage_count = c.usage_count + (p_action = 'use' and c.status = 'used')::integer,
    deleted_at = case p_action when 'delete' then now() when 'restore' then null else c.deleted_at end
  where c.id = v_content.id
  returning c.* into strict v_content;
  if p_action in ('approve', 'reject') and v_content.user_id is distinct from p_actor and v_content.user_id is not null then
    perform private.notify(
      p_organization_id => v_content.organization_id,
      p_user_id => v_content.user_id,
      p_type => 'approval_decided',
      p_title => case
        when v_content.language like 'nl%' and p_action = 'approve' then 'Content goedgekeurd'
        when v_content.language like 'nl%' then 'Content afgekeurd'
        when p_action = 'approve' then 'Content approved'
        else 'Content rejected'
      end,
      p_message => coalesce(p_note, v_content.title, left(v_content.generated_text, 200)),
      p_entity_type => 'generated_content',
      p_entity_id => v_content.id
    );
  end if;
  return v_content;
end;
$$;
comment on function private.move_generated_content(uuid, uuid, text, uuid, text, integer) is
'Approves, rejects, reopens, uses, archives, restores or deletes content, for RPC and for other domains: the caller has decided who may.
With p_version only that version. Tells the author of a decision by somebody else.';

create function private.generated_content_state(p_content public.generated_content)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_content.id, 'status', p_content.status, 'version', p_content.version,
    'approved_at', p_content.approved_at, 'approved_by', p_content.approved_by, 'approved_version', p_content.approved_version,
    'rejected_at', p_content.rejected_at, 'rejected_by', p_content.rejected_by, 'rejection_reason', p_content.rejection_reason,
    'used_at', p_content.used_at, 'usage_count', p_content.usage_count, 'archived_at', p_content.archived_at,
    'deleted_at', p_content.deleted_at, 'user_rating', p_content.user_rating, 'user_feedback', p_content.user_feedback
  )
$$;
comment on function private.generated_content_state(public.generated_content) is 'What the calls on generated content answer.';

create function private.find_generated_content(p_organization_id uuid, p_id uuid, p_deleted boolean default false)
returns public.generated_content
language plpgsql
stable
set search_path = ''
as $$
declare
  v_client_account_id uuid := private.member_client_account();
  v_content public.generated_content;
begin
  perform private.require(p_id is not null, 'p_generated_content_id', 'p_generated_content_id is missing');
  select c.* into v_content
  from public.generated_content as c
  where c.organization_id = p_organization_id and c.id = p_id and (c.deleted_at is null or p_deleted)
    and (v_client_account_id is null or c.client_account_id = v_client_account_id);
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such content in the active organization');
  end if;
  return v_content;
end;
$$;
comment on function private.find_generated_content(uuid, uuid, boolean) is
'The content when the caller may know of it, else NOT_FOUND.';

-- Calls ---------------------------------------------------------------------------------------------------------------

create function private.review_generated_content(
  p_generated_content_id uuid, p_action text, p_note text default null, p_version integer default null
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant on status; the organization, role and client account are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
begin
  perform private.require(
    p_action in ('approve', 'reject', 'reopen', 'use', 'archive', 'restore', 'delete'),
    'p_action', 'p_action must be one of approve, reject, reopen, use, archive, restore, delete'
  );
  if p_action not in ('approve', 'reject', 'reopen') then
    perform private.require_role('creator');
  elsif private.member_client_account() is null then
    perform private.require_role('manager');
  else
    perform private.require_role('client');
  end if;
  p_note := private.require_text(p_note, 'p_note', 2000, p_optional => true);
  perform private.find_generated_content(v_organization_id, p_generated_content_id, p_action = 'restore');
  return private.generated_content_state(private.move_generated_content(
    v_organization_id, p_generated_content_id, p_action, (select auth.uid()), p_note, p_version
  ));
end;
$$;
comment on function private.review_generated_content(uuid, text, text, integer) is 'The work of public.review_generated_content.';

create function public.review_generated_content(
  p_generated_content_id uuid default null, p_action text default null, p_note text default null,
  p_version integer default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.review_generated_content(p_generated_content_id, p_action, p_note, p_version)
$$;
comment on function public.review_generated_content(uuid, text, text, integer) is
'Moves a piece of generated content on. p_action: approve, reject, or reopen to take either back (managers, and clients
where it is theirs); use, which counts each time; archive; delete; restore, from the archive or within 90 days of delete
(creators). p_note tells the author why. p_version: CONFLICT when the content is at another version than the one read.
Returns {id, status, version, approved_at, approved_version, rejected_at, used_at, usage_count, archived_at, …}.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, VALIDATION_ERROR (details.field).';

create function private.rate_generated_content(
  p_generated_content_id uuid, p_rating integer, p_feedback text default null
)
returns jsonb
language plpgsql
volatile
security definer -- clients of an agency rate what is theirs and have no update right; the caller is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('client');
  v_content public.generated_content;
begin
  if private.member_client_account() is null then
    perform private.require_role('creator');
  end if;
  perform private.require(
    p_rating between 1 and 5 or p_rating is null, 'p_rating', 'p_rating must be from 1 to 5, or null to take the rating back'
  );
  p_feedback := private.require_text(p_feedback, 'p_feedback', 5000, p_optional => true);
  v_content := private.find_generated_content(v_organization_id, p_generated_content_id);
  update public.generated_content as c
  set user_rating = p_rating, user_feedback = p_feedback
  where c.id = v_content.id
  returning c.* into strict v_content;
  return private.generated_content_state(v_content);
end;
$$;
comment on function private.rate_generated_content(uuid, integer, text) is 'The work of public.rate_generated_content.';

create function public.rate_generated_content(
  p_generated_content_id uuid default null, p_rating integer default null, p_feedback text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.rate_generated_content(p_generated_content_id, p_rating, p_feedback)
$$;
comment on function public.rate_generated_content(uuid, integer, text) is
'Rates a piece of generated content from 1 to 5 with a remark; creators, and clients for what is theirs. Null takes the rating back.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR (details.field).';

-- Live updates and record ---------------------------------------------------------------------------------------------

create function private.broadcast_generated_content()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform realtime.send(
      jsonb_build_object(
        'generated_content_id', n.id, 'content_type', n.content_type, 'target_platform', n.target_platform,
        'status', n.status, 'version', n.version, 'is_deleted', false
      ),
      'generated_content', t.topic, true
    )
    from new_rows as n
    cross join lateral private.member_topics(n.organization_id, n.client_account_id, 'generated_content') as t (topic)
    -- Of a generation, the row of generation_outputs says when it is made; of a request for texts, its end.
    where n.generation_id is null and not n.generation_metadata ? 'text_generation_id';
    return null;
  end if;
  perform realtime.send(
    jsonb_build_object(
      'generated_content_id', n.id, 'content_type', n.content_type, 'target_platform', n.target_platform,
      'status', n.status, 'version', n.version, 'is_deleted', n.deleted_at is not null
    ),
    'generated_content', t.topic, true
  )
  from new_rows as n
  join old_rows as o on o.id = n.id
  cross join lateral private.member_topics(n.organization_id, n.client_account_id, 'generated_content') as t (topic)
  where (o.status, o.version, o.deleted_at is null) is distinct from (n.status, n.version, n.deleted_at is null);
  return null;
end;
$$;
comment on function private.broadcast_generated_content() is
'Tells members that content is there, was changed or moved on. The text itself is not sent.';

create trigger broadcast_insert after insert on public.generated_content
referencing new table as new_rows for each statement execute function private.broadcast_generated_content();
create trigger broadcast_update after update on public.generated_content
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_generated_content();

create trigger record_revisions after update on public.generated_content
referencing old table as old_rows new table as new_rows
for each statement execute function private.record_revisions(
  'generated_content_id',
  'title', 'generated_text', 'formatted_text', 'content', 'caption', 'hashtags', 'keywords', 'cta', 'alt_text'
);

-- Who approved, rejected, used and deleted what. That a worker made it, for whom and with what, is in the row and in
-- system_logs. The texts are in content_revisions; a generation may go to the archive.
select private.attach_audit(
  'public.generated_content', 'id',
  '{generation_id,title,generated_text,formatted_text,content,caption,hashtags,keywords,cta,alt_text,prompt_used,reasons,
    generation_parameters,generation_metadata,quality_metrics,metadata}',
  p_shown => '{language,ai_provider,ai_model,prompt_template}', p_commands => '{update,delete}'
);

-- Grants --------------------------------------------------------------------------------------------------------------

revoke execute on function
  private.review_generated_content(uuid, text, text, integer),
  public.review_generated_content(uuid, text, text, integer),
  private.rate_generated_content(uuid, integer, text),
  public.rate_generated_content(uuid, integer, text)
from public;
grant execute on function
  private.review_generated_content(uuid, text, text, integer),
  public.review_generated_content(uuid, text, text, integer),
  private.rate_generated_content(uuid, integer, text),
  public.rate_generated_content(uuid, integer, text)
to authenticated;
