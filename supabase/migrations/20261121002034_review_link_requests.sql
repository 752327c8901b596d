-- Purpose: make, revoke, open and answer review links.
-- Objects: create_review_link, revoke_review_link, open_review_link, decide_review_link.
-- The last two are the only calls of this domain that need no account. How often an address may call them is a rule of
-- the rate limits; a guess has one chance in 2^244.

-- By members ----------------------------------------------------------------------------------------------------------

create function private.create_review_link(
  p_generated_content_id uuid, p_approval_request_id uuid, p_label text, p_expires_in_days integer, p_max_uses integer
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write links; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_label text := private.require_text(p_label, 'p_label', 100, 1, true);
  v_token text := private.new_token();
  v_content public.generated_content := private.find_generated_content(v_organization_id, p_generated_content_id);
  v_request public.approval_requests;
  v_link public.review_links;
begin
  perform private.require(
    p_expires_in_days between 1 and 90, 'p_expires_in_days', 'p_expires_in_days must be from 1 to 90'
  );
  perform private.require(p_max_uses between 1 and 100, 'p_max_uses', 'p_max_uses must be from 1 to 100');
  if p_approval_request_id is not null then
    select r.* into v_request
    from public.approval_requests as r
    where r.organization_id = v_organization_id and r.id = p_approval_request_id
      and r.generated_content_id = v_content.id
      and r.status = 'pending';
    perform private.require(found, 'p_approval_request_id', 'p_approval_request_id is no open request for this content');
    -- A link decides in somebody's name: who may not approve hands out no approval either.
    perform private.require_role('manager');
    if v_request.requested_by is not distinct from auth.uid() and exists (
      select from public.organization_members as o
      where o.organization_id = v_organization_id and o.status = 'active' and o.user_id <> auth.uid()
    ) then
      perform private.raise_error('FORBIDDEN', 'somebody else makes the link for what you asked for');
    end if;
  end if;
  if (
    select count(*) >= 500 from public.review_links as l
    where l.organization_id = v_organization_id and l.created_at > now() - interval '1 day'
  ) then
    perform private.raise_error('RATE_LIMITED', 'an organization can make 500 review links a day', '{"retry_after_seconds": 3600}');
  end if;
  insert into public.review_links (
    organization_id, client_account_id, generated_content_id, content_version, approval_request_id, token_hash, label,
    max_uses, created_by, expires_at
  )
  values (
    v_organization_id, v_content.client_account_id, v_content.id, v_content.version, p_approval_request_id,
    private.token_hash(v_token), v_label, p_max_uses, auth.uid(), now() + make_interval(days => p_expires_in_days)
  )
  returning * into v_link;
  return to_jsonb(v_link) - 'token_hash' || jsonb_build_object('token', v_token);
end;
$$;
comment on function private.create_review_link(uuid, uuid, text, integer, integer) is 'The work of public.create_review_link.';

create function public.create_review_link(
  p_generated_content_id uuid default null,
  p_approval_request_id uuid default null,
  p_label text default null,
  p_expires_in_days integer default 14,
  p_max_uses integer default 1
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'create_review_link', jsonb_build_array(
        p_generated_content_id, p_approval_request_id, p_label, p_expires_in_days, p_max_uses
      )
    ),
    private.remember_answer(
      'create_review_link', private.create_review_link(
        p_generated_content_id, p_approval_request_id, p_label, p_expires_in_days, p_max_uses
      ), p_secrets => '{token}'
    )
  )
$$;
comment on function public.create_review_link(uuid, uuid, text, integer, integer) is
'Makes a link to the present version of content for somebody without an account. The answer holds the token once. With
p_approval_request_id (managers) its decision counts where the stage allows review links; otherwise it is an opinion.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, RATE_LIMITED, VALIDATION_ERROR.';

create function private.revoke_review_link(p_review_link_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant to write links; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
begin
  perform private.require(p_review_link_id is not null, 'p_review_link_id', 'p_review_link_id is missing');
  update public.review_links as l set revoked_at = coalesce(l.revoked_at, now())
  where l.organization_id = v_organization_id and l.id = p_review_link_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such review link in the active organization');
  end if;
end;
$$;
comment on function private.revoke_review_link(uuid) is 'The work of public.revoke_review_link.';

create function public.revoke_review_link(p_review_link_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.revoke_review_link(p_review_link_id)
$$;
comment on function public.revoke_review_link(uuid) is
'Makes a link worthless at once. Errors: UNAUTHORIZED, FORBIDDEN (creators), NOT_FOUND, VALIDATION_ERROR.';

-- By anybody who holds the token --------------------------------------------------------------------------------------

create function private.find_review_link(p_token text)
returns public.review_links
language plpgsql
stable
set search_path = ''
as $$
declare
  v_link public.review_links;
begin
  perform private.require(p_token is not null, 'p_token', 'p_token is missing');
  select l.* into v_link
  from public.review_links as l
  join public.organizations as o on o.id = l.organization_id and o.deleted_at is null
  join public.generated_content as c
    on c.organization_id = l.organization_id and c.id = l.generated_content_id and c.deleted_at is null
    and c.version = l.content_version
  where l.token_hash = private.token_hash(left(p_token, 200)) and l.revoked_at is null and l.expires_at > now();
  -- The same answer whatever the reason: who guesses learns nothing.
  if v_link.id is null then
    perform private.raise_error('NOT_FOUND', 'this link does not exist, has expired, or its content has changed');
  end if;
  return v_link;
end;
$$;
comment on function private.find_review_link(text) is
'The link of this token while it opens something; else NOT_FOUND, always in the same words.';

create function private.open_review_link(p_token text)
returns jsonb
language plpgsql
volatile
security definer -- the holder of the token has no account; the token is the permission
set search_path = ''
as $$
declare
  v_link public.review_links := private.find_review_link(p_token);
begin
  update public.review_links as l
  set open_count = l.open_count + 1, last_opened_at = now()
  -- Once a minute is often enough to know.
  where l.id = v_link.id and (l.last_opened_at is null or l.last_opened_at < now() - interval '1 minute');
  return (
    select jsonb_build_object(
      'organization', jsonb_build_object('name', o.name, 'logo_url', o.logo_url),
      'label', v_link.label, 'expires_at', v_link.expires_at, 'remaining_decisions', v_link.max_uses - v_link.use_count,
      'content', jsonb_build_object(
        'version', c.version, 'platform', c.target_platform, 'content_type', c.content_type, 'language', c.language,
        'title', c.title, 'text', c.generated_text, 'caption', c.caption, 'hashtags', c.hashtags, 'cta', c.cta,
        'content', c.content, 'thumbnail_url', c.thumbnail_url
      )
    )
    from public.organizations as o
    join public.generated_content as c on c.organization_id = o.id and c.id = v_link.generated_content_id
    where o.id = v_link.organization_id
  );
end;
$$;
comment on function private.open_review_link(text) is 'The work of public.open_review_link.';

create function public.open_review_link(p_token text default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.open_review_link(p_token)
$$;
comment on function public.open_review_link(text) is
'What a reviewer without an account sees: the content and who asks. Errors: VALIDATION_ERROR; NOT_FOUND, in the same words
for unknown, expired, revoked, and links whose content has changed.';

create function private.decide_review_link(p_token text, p_decision text, p_comment text, p_reviewer_name text)
returns jsonb
language plpgsql
volatile
security definer -- the holder of the token has no account; the token is the permission
set search_path = ''
as $$
declare
  v_comment text := private.require_text(p_comment, 'p_comment', 5000, 1, true);
  v_name text := private.require_text(p_reviewer_name, 'p_reviewer_name', 100);
  v_link public.review_links;
  v_request public.approval_requests;
  v_is_counted boolean := false;
begin
  perform private.require(
    p_decision = any(enum_range(null::public.approval_decision)::text[]), 'p_decision',
    'p_decision must be approved, rejected or revision_requested'
  );
  perform private.require(
    p_decision <> 'revision_requested' or v_comment is not null, 'p_comment', 'p_comment says which changes are wanted'
  );
  v_link := private.find_review_link(p_token);
  -- Content and request before the link, as everybody locks them; then look again.
  v_request := private.lock_approval(v_link.organization_id, v_link.approval_request_id);
  v_link := private.find_review_link(p_token);
  update public.review_links as l set use_count = l.use_count + 1
  where l.id = v_link.id and l.use_count < l.max_uses;
  if not found then
    perform private.raise_error('CONFLICT', 'this link has been answered', jsonb_build_object('field', 'p_token'));
  end if;
  -- One word per link and stage, however many people it went to.
  v_is_counted := v_request.status = 'pending' and v_request.content_version = v_link.content_version
    and exists (
      select from public.approval_stages as s
      where s.organization_id = v_request.organization_id and s.workflow_id = v_request.workflow_id
        and s.position = v_request.current_stage and s.allows_review_links
    )
    and not exists (
      select from public.approval_decisions as d
      where d.approval_request_id = v_request.id and d.stage_position = v_request.current_stage
        and d.review_link_id = v_link.id
    );
  insert into public.review_link_decisions (
    organization_id, client_account_id, review_link_id, generated_content_id, content_version, reviewer_name, decision,
    comment, is_counted
  )
  values (
    v_link.organization_id, v_link.client_account_id, v_link.id, v_link.generated_content_id, v_link.content_version,
    v_name, p_decision::public.approval_decision, v_comment, coalesce(v_is_counted, false)
  );
  if v_is_counted then
    perform private.apply_decision(
      v_request, null, p_decision::public.approval_decision, v_comment, v_link.id, v_name
    );
  end if;
  if v_link.created_by is not null then
    perform private.notify(
      p_organization_id => v_link.organization_id, p_user_id => v_link.created_by, p_type => 'approval_decided',
      p_title => 'A review link was answered', p_message => v_comment, p_entity_type => 'review_link', p_entity_id => v_link.id,
      p_metadata => jsonb_build_object('decision', p_decision, 'reviewer_name', v_name)
    );
  end if;
  return jsonb_build_object('decision', p_decision, 'remaining_decisions', v_link.max_uses - v_link.use_count - 1);
end;
$$;
comment on function private.decide_review_link(text, text, text, text) is 'The work of public.decide_review_link.';

create function public.decide_review_link(
  p_token text default null, p_decision text default null, p_comment text default null,
  p_reviewer_name text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.decide_review_link(p_token, p_decision, p_comment, p_reviewer_name)
$$;
comment on function public.decide_review_link(text, text, text, text) is
'What a reviewer without an account says: approved, rejected or revision_requested (with p_comment), under the name
they give.
Errors: NOT_FOUND as open_review_link, CONFLICT (answered), VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.create_review_link(uuid, uuid, text, integer, integer),
  private.create_review_link(uuid, uuid, text, integer, integer),
  public.revoke_review_link(uuid),
  private.revoke_review_link(uuid)
to authenticated;
grant execute on function
  public.open_review_link(text),
  private.open_review_link(text),
  public.decide_review_link(text, text, text, text),
  private.decide_review_link(text, text, text, text)
to anon, authenticated;
