-- Generated from supabase/migrations by `make schema`: the effect of all of them, for reviews.

CREATE SCHEMA private;

ALTER SCHEMA private OWNER TO postgres;

COMMENT ON SCHEMA private IS 'Everything clients do not call: the API does not expose this schema.';

CREATE SCHEMA public;

ALTER SCHEMA public OWNER TO pg_database_owner;

COMMENT ON SCHEMA public IS 'standard public schema';

CREATE TYPE private.job_settlement AS (
	id bigint,
	organization_id uuid,
	kind text,
	quota_metric text,
	quota_period date,
	quota_amount bigint,
	has_slot boolean,
	is_pending boolean,
	is_completed boolean
);

ALTER TYPE private.job_settlement OWNER TO postgres;

COMMENT ON TYPE private.job_settlement IS 'What an ending job has to give back.';

CREATE TYPE public.app_role AS ENUM (
    'user',
    'moderator',
    'admin'
);

ALTER TYPE public.app_role OWNER TO postgres;

COMMENT ON TYPE public.app_role IS 'A right over the whole platform, unlike public.member_role, which is one within an organization.';

CREATE TYPE public.billing_period AS ENUM (
    'monthly',
    'yearly'
);

ALTER TYPE public.billing_period OWNER TO postgres;

COMMENT ON TYPE public.billing_period IS 'How often a subscription is paid.';

CREATE TYPE public.claimed_job AS (
	id bigint,
	kind text,
	queue text,
	organization_id uuid,
	subject_id uuid,
	payload jsonb,
	attempt integer,
	max_attempts integer,
	lease integer,
	lease_expires_at timestamp with time zone,
	lease_seconds integer,
	priority smallint,
	checkpoints jsonb,
	created_by uuid,
	created_at timestamp with time zone,
	batch_complete boolean
);

ALTER TYPE public.claimed_job OWNER TO postgres;

COMMENT ON TYPE public.claimed_job IS 'What a worker gets of a job: the work, and the lease it must show with every write.';

CREATE TYPE public.generated_content_status AS ENUM (
    'generated',
    'approved',
    'rejected',
    'used',
    'archived'
);

ALTER TYPE public.generated_content_status OWNER TO postgres;

COMMENT ON TYPE public.generated_content_status IS 'generated → approved or rejected; approved → used; any → archived.';

CREATE TYPE public.generated_content_type AS ENUM (
    'title',
    'script',
    'description',
    'tags',
    'thumbnail_prompt',
    'caption',
    'social_post',
    'thread',
    'email',
    'short_video',
    'blog_article',
    'carousel'
);

ALTER TYPE public.generated_content_type OWNER TO postgres;

COMMENT ON TYPE public.generated_content_type IS 'What a piece of generated content is.';

CREATE TYPE public.generation_input_kind AS ENUM (
    'text',
    'file',
    'url'
);

ALTER TYPE public.generation_input_kind OWNER TO postgres;

COMMENT ON TYPE public.generation_input_kind IS 'Where the input of a generation comes from.';

CREATE TYPE public.generation_output_status AS ENUM (
    'pending',
    'completed',
    'failed',
    'cancelled'
);

ALTER TYPE public.generation_output_status OWNER TO postgres;

COMMENT ON TYPE public.generation_output_status IS 'State of one platform of a generation.';

CREATE TYPE public.generation_status AS ENUM (
    'pending',
    'processing',
    'completed',
    'partial',
    'failed',
    'cancelled'
);

ALTER TYPE public.generation_status OWNER TO postgres;

COMMENT ON TYPE public.generation_status IS 'partial: at least one platform succeeded and at least one did not.';

CREATE TYPE public.generation_tone AS ENUM (
    'educational',
    'conversational',
    'opinionated',
    'authority'
);

ALTER TYPE public.generation_tone OWNER TO postgres;

COMMENT ON TYPE public.generation_tone IS 'How the posts address the reader.';

CREATE TYPE public.job_status AS ENUM (
    'pending',
    'queued',
    'processing',
    'completed',
    'failed',
    'cancelled'
);

ALTER TYPE public.job_status OWNER TO postgres;

COMMENT ON TYPE public.job_status IS 'pending: waits for a slot of its organization; queued: ready at run_at; processing: leased; failed: dead letter, replayable.';

CREATE TYPE public.job_info AS (
	id bigint,
	kind text,
	status public.job_status,
	subject_id uuid,
	priority smallint,
	progress numeric,
	step text,
	attempt integer,
	max_attempts integer,
	is_cancel_requested boolean,
	run_at timestamp with time zone,
	error_code text,
	error_message text,
	result jsonb,
	created_by uuid,
	created_at timestamp with time zone,
	started_at timestamp with time zone,
	finished_at timestamp with time zone
);

ALTER TYPE public.job_info OWNER TO postgres;

COMMENT ON TYPE public.job_info IS 'A job as members see it, alive or finished.';

CREATE TYPE public.member_role AS ENUM (
    'viewer',
    'client',
    'creator',
    'manager',
    'admin',
    'owner'
);

ALTER TYPE public.member_role OWNER TO postgres;

COMMENT ON TYPE public.member_role IS 'Ordered: each role may do what the ones before it may.';

CREATE TYPE public.member_status AS ENUM (
    'active',
    'inactive'
);

ALTER TYPE public.member_status OWNER TO postgres;

COMMENT ON TYPE public.member_status IS 'Inactive members keep their place and reach nothing. Invited people are in organization_invitations.';

CREATE TYPE public.organization_type AS ENUM (
    'individual',
    'team',
    'agency',
    'enterprise'
);

ALTER TYPE public.organization_type OWNER TO postgres;

COMMENT ON TYPE public.organization_type IS 'individual: made at sign-up for one person.';

CREATE TYPE public.payment_provider AS ENUM (
    'stripe',
    'razorpay',
    'cashfree'
);

ALTER TYPE public.payment_provider OWNER TO postgres;

COMMENT ON TYPE public.payment_provider IS 'Who collects the money.';

CREATE TYPE public.profile_status AS ENUM (
    'active',
    'suspended',
    'deleted'
);

ALTER TYPE public.profile_status OWNER TO postgres;

COMMENT ON TYPE public.profile_status IS 'Only active people reach any organization.';

CREATE TYPE public.quota_operation AS ENUM (
    'reserve',
    'commit',
    'release',
    'consume',
    'adjust'
);

ALTER TYPE public.quota_operation OWNER TO postgres;

COMMENT ON TYPE public.quota_operation IS 'reserve: asked for; commit: reserved and now used; release: reserved and given back; consume: used at once; adjust: used changes by a
signed amount. Nothing is ever reset: a new period is a new counter.';

CREATE TYPE public.quota_period AS ENUM (
    'day',
    'month',
    'lifetime'
);

ALTER TYPE public.quota_period OWNER TO postgres;

COMMENT ON TYPE public.quota_period IS 'lifetime: a level that rises and falls, such as stored bytes or members; it never renews.';

CREATE TYPE public.subscription_status AS ENUM (
    'incomplete',
    'trialing',
    'active',
    'past_due',
    'paused',
    'suspended',
    'cancelled',
    'expired'
);

ALTER TYPE public.subscription_status OWNER TO postgres;

COMMENT ON TYPE public.subscription_status IS 'Providers'' own words map here: trial → trialing, canceled → cancelled, unpaid and halted → past_due or suspended.
trialing, active and past_due carry the plan; every other status means the free plan''s limits.';

CREATE TABLE public.organization_members (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    organization_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role public.member_role NOT NULL,
    status public.member_status DEFAULT 'active'::public.member_status NOT NULL,
    client_account_id uuid,
    permissions jsonb DEFAULT '{}'::jsonb NOT NULL,
    invited_by uuid,
    invited_at timestamp with time zone,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT only_clients_and_viewers_are_limited_to_a_client_account CHECK (((client_account_id IS NULL) OR (role = ANY (ARRAY['client'::public.member_role, 'viewer'::public.member_role])))),
    CONSTRAINT organization_members_permissions_is_a_small_object CHECK (((jsonb_typeof(permissions) = 'object'::text) AND (octet_length((permissions)::text) <= 4096)))
);

ALTER TABLE public.organization_members OWNER TO postgres;

COMMENT ON TABLE public.organization_members IS 'Who belongs to an organization, and as what. The last owner can neither leave nor be demoted.';

COMMENT ON COLUMN public.organization_members.client_account_id IS 'When set, the member sees this client''s work only.';

COMMENT ON COLUMN public.organization_members.permissions IS 'Display preferences of the team page; rights follow from role alone.';

CREATE FUNCTION private.accept_invitation(p_token text) RETURNS public.organization_members
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_user public.profiles;
  v_invitation public.organization_invitations;
  v_member public.organization_members;
begin
  select p.* into v_user from public.profiles as p where p.id = auth.uid() and p.status = 'active';
  if not found then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  perform private.require(char_length(p_token) between 20 and 100, 'p_token', 'p_token is not an invitation token');
  select i.* into v_invitation
  from public.organization_invitations as i
  where i.token_hash = private.token_hash(p_token);
  if found then
    -- The organization before the invitation, as everybody else does; then look again.
    perform from public.organizations as o
    where o.id = v_invitation.organization_id and o.deleted_at is null
    for no key update;
    select i.* into v_invitation
    from public.organization_invitations as i
    where i.id = v_invitation.id and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
    for update;
  end if;
  if v_invitation.id is null then
    perform private.raise_error('NOT_FOUND', 'this invitation does not exist, was used, or has expired');
  end if;
  if lower(v_user.email) is distinct from v_invitation.email then
    perform private.raise_error('FORBIDDEN', 'this invitation is for another e-mail address');
  end if;
  if exists (
    select from public.organization_members as m
    where m.organization_id = v_invitation.organization_id and m.user_id = v_user.id
  ) then
    perform private.raise_error('CONFLICT', 'you are a member already');
  end if;
  perform private.require_member_place(v_invitation.organization_id);
  insert into public.organization_members (
    organization_id, user_id, role, client_account_id, invited_by, invited_at
  )
  values (
    v_invitation.organization_id, v_user.id, v_invitation.role, v_invitation.client_account_id, v_invitation.invited_by,
    v_invitation.created_at
  )
  returning * into v_member;
  update public.organization_invitations set accepted_at = now(), accepted_by = v_user.id where id = v_invitation.id;
  update public.profiles set active_organization_id = v_member.organization_id where id = v_user.id;
  return v_member;
end;
$$;

ALTER FUNCTION private.accept_invitation(p_token text) OWNER TO postgres;

COMMENT ON FUNCTION private.accept_invitation(p_token text) IS 'The work of public.accept_invitation.';

CREATE FUNCTION private.active_member() RETURNS public.organization_members
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $_$
declare
  v_user_id uuid := auth.uid();
  v_header text := private.request_header('x-organization-id');
  v_member public.organization_members;
begin
  if v_user_id is null then
    return null;
  end if;
  if v_header ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then
    select m.* into v_member
    from public.organization_members as m
    join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
    join public.profiles as p on p.id = m.user_id and p.status = 'active'
    where m.user_id = v_user_id and m.organization_id = v_header::uuid and m.status = 'active';
    if found then
      return v_member;
    end if;
  end if;
  select m.* into v_member
  from public.profiles as p
  join public.organization_members as m
    on m.user_id = p.id and m.organization_id = p.active_organization_id and m.status = 'active'
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  where p.id = v_user_id and p.status = 'active';
  return v_member;
end;
$_$;

ALTER FUNCTION private.active_member() OWNER TO postgres;

COMMENT ON FUNCTION private.active_member() IS 'The caller''s membership in the organization this request acts in: header x-organization-id when the caller is a member of that one,
else profiles.active_organization_id. Null for strangers, removed members and suspended people.';

CREATE FUNCTION private.active_org() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select (private.active_member()).organization_id
$$;

ALTER FUNCTION private.active_org() OWNER TO postgres;

COMMENT ON FUNCTION private.active_org() IS 'The organization this request acts in; null when there is none.';

CREATE FUNCTION private.active_org_or_raise() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid;
begin
  if auth.uid() is null then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  v_organization_id := private.active_org();
  if v_organization_id is null then
    perform private.raise_error('FORBIDDEN', 'you are not a member of the active organization',
      p_hint => 'send x-organization-id, or call switch_organization');
  end if;
  return v_organization_id;
end;
$$;

ALTER FUNCTION private.active_org_or_raise() OWNER TO postgres;

COMMENT ON FUNCTION private.active_org_or_raise() IS 'The active organization, or UNAUTHORIZED or FORBIDDEN.';

CREATE FUNCTION private.is_email(p_address text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $_$
  -- The real proof of an address is a mail to it; this refuses only what cannot be one.
  select char_length(p_address) <= 320 and p_address ~ '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$'
$_$;

ALTER FUNCTION private.is_email(p_address text) OWNER TO postgres;

COMMENT ON FUNCTION private.is_email(p_address text) IS 'One @ with something on both sides and no blanks.';

CREATE FUNCTION private.is_http_url(p_url text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $_$
  select char_length(p_url) <= 2048 and p_url ~* '^https?://[^[:space:][:cntrl:]/?#]+([/?#][^[:space:][:cntrl:]]*)?$'
$_$;

ALTER FUNCTION private.is_http_url(p_url text) OWNER TO postgres;

COMMENT ON FUNCTION private.is_http_url(p_url text) IS 'An absolute http or https address of at most 2,048 characters.';

CREATE FUNCTION private.is_timezone(p_name text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO ''
    AS $_$
begin
  -- Postgres also takes POSIX rules such as FOO5; only names of the IANA list have this form and no rule.
  if p_name !~ '^([A-Z][A-Za-z]+|[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+){1,2}|Etc/GMT[+-][0-9]{1,2})$' then
    return false;
  end if;
  perform timestamptz 'epoch' at time zone p_name;
  return true;
exception
  when invalid_parameter_value then
    return false;
end;
$_$;

ALTER FUNCTION private.is_timezone(p_name text) OWNER TO postgres;

COMMENT ON FUNCTION private.is_timezone(p_name text) IS 'Whether this is an IANA time zone that the server knows.';

CREATE TABLE public.organizations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    type public.organization_type DEFAULT 'individual'::public.organization_type NOT NULL,
    created_by uuid,
    logo_url text,
    website text,
    industry text,
    company_size text,
    billing_email text,
    timezone text DEFAULT 'UTC'::text NOT NULL,
    timezone_changed_at timestamp with time zone,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT organizations_billing_email_check CHECK (private.is_email(billing_email)),
    CONSTRAINT organizations_company_size_check CHECK ((company_size = ANY (ARRAY['1-10'::text, '11-50'::text, '51-200'::text, '201-500'::text, '500+'::text]))),
    CONSTRAINT organizations_industry_check CHECK (((char_length(industry) >= 1) AND (char_length(industry) <= 100))),
    CONSTRAINT organizations_logo_url_check CHECK (private.is_http_url(logo_url)),
    CONSTRAINT organizations_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT organizations_settings_is_a_small_object CHECK (((jsonb_typeof(settings) = 'object'::text) AND (octet_length((settings)::text) <= 16384))),
    CONSTRAINT organizations_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 63))),
    CONSTRAINT organizations_timezone_check CHECK (private.is_timezone(timezone)),
    CONSTRAINT organizations_website_check CHECK (private.is_http_url(website))
);

ALTER TABLE public.organizations OWNER TO postgres;

COMMENT ON TABLE public.organizations IS 'The tenant. A deleted one is kept for 30 days, reached by nobody, then purged.';

COMMENT ON COLUMN public.organizations.created_by IS 'Who made it; who owns it is in organization_members.';

COMMENT ON COLUMN public.organizations.timezone IS 'IANA zone in which days and months of quotas begin.';

CREATE FUNCTION private.add_organization(p_name text, p_type public.organization_type, p_owner_id uuid, p_slug text DEFAULT NULL::text, p_timezone text DEFAULT 'UTC'::text) RETURNS public.organizations
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION private.add_organization(p_name text, p_type public.organization_type, p_owner_id uuid, p_slug text, p_timezone text) OWNER TO postgres;

COMMENT ON FUNCTION private.add_organization(p_name text, p_type public.organization_type, p_owner_id uuid, p_slug text, p_timezone text) IS 'An organization with its owner and a free subscription; a taken slug gets a suffix unless it was asked for by name.';

CREATE FUNCTION private.adjust_usage(p_organization_id uuid, p_metric text, p_change bigint, p_reason text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_period_start date;
  v_used bigint;
  v_reserved bigint;
begin
  if p_change = 0 then
    return;
  end if;
  -- Without a check of the limit: for levels that follow rows which exist already, such as members, or deleted files.
  if p_change > 0 then
    insert into public.usage_counters as c (organization_id, metric, period_start, used)
    select o.id, m.metric, private.quota_period_start(m.period, o.timezone), p_change
    from public.organizations as o
    cross join public.quota_metrics as m
    where o.id = p_organization_id and m.metric = p_metric
    on conflict (organization_id, metric, period_start) do update
    set used = c.used + p_change, updated_at = now()
    returning c.period_start, c.used, c.reserved into v_period_start, v_used, v_reserved;
  else
    update public.usage_counters as c
    set used = c.used + p_change, updated_at = now()
    from public.organizations as o
    cross join public.quota_metrics as m
    where o.id = p_organization_id and m.metric = p_metric
      and c.organization_id = o.id and c.metric = m.metric
      and c.period_start = private.quota_period_start(m.period, o.timezone)
    returning c.period_start, c.used, c.reserved into v_period_start, v_used, v_reserved;
  end if;
  -- Not found: the organization is being purged, and its counters with it.
  if found then
    insert into public.usage_ledger (
      organization_id, metric, period_start, operation, amount, used_after, reserved_after, user_id, reason
    )
    values (p_organization_id, p_metric, v_period_start, 'adjust', p_change, v_used, v_reserved, auth.uid(), p_reason);
  end if;
end;
$$;

ALTER FUNCTION private.adjust_usage(p_organization_id uuid, p_metric text, p_change bigint, p_reason text) OWNER TO postgres;

COMMENT ON FUNCTION private.adjust_usage(p_organization_id uuid, p_metric text, p_change bigint, p_reason text) IS 'Corrects what is used by a signed amount, without asking the limit.';

CREATE TABLE public.job_kinds (
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    subject_table text,
    apply_function text,
    step_function text,
    failure_function text,
    quota_metric text,
    quota_amount bigint DEFAULT 1 NOT NULL,
    max_attempts integer DEFAULT 5 NOT NULL,
    lease_seconds integer DEFAULT 60 NOT NULL,
    backoff_base_seconds numeric DEFAULT 5 NOT NULL,
    backoff_max_seconds numeric DEFAULT 3600 NOT NULL,
    timeout_seconds integer DEFAULT 600 NOT NULL,
    max_per_organization integer,
    max_backlog_per_organization integer,
    batch_complete boolean DEFAULT false NOT NULL,
    is_system boolean DEFAULT false NOT NULL,
    is_enabled boolean DEFAULT true NOT NULL,
    description text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT job_kinds_backoff_base_seconds_check CHECK (((backoff_base_seconds >= (0)::numeric) AND (backoff_base_seconds <= (86400)::numeric))),
    CONSTRAINT job_kinds_backoff_max_seconds_check CHECK (((backoff_max_seconds >= backoff_base_seconds) AND (backoff_max_seconds <= (604800)::numeric))),
    CONSTRAINT job_kinds_kind_check CHECK ((kind ~ '^[a-z][a-z0-9_]{0,62}$'::text)),
    CONSTRAINT job_kinds_lease_seconds_check CHECK (((lease_seconds >= 1) AND (lease_seconds <= 86400))),
    CONSTRAINT job_kinds_max_attempts_check CHECK (((max_attempts >= 1) AND (max_attempts <= 100))),
    CONSTRAINT job_kinds_max_backlog_per_organization_check CHECK ((max_backlog_per_organization >= 1)),
    CONSTRAINT job_kinds_max_per_organization_check CHECK ((max_per_organization >= 1)),
    CONSTRAINT job_kinds_queue_check CHECK ((queue ~ '^[a-z][a-z0-9_]{0,62}$'::text)),
    CONSTRAINT job_kinds_quota_amount_check CHECK ((quota_amount >= 1)),
    CONSTRAINT job_kinds_timeout_seconds_check CHECK (((timeout_seconds >= 1) AND (timeout_seconds <= 86400))),
    CONSTRAINT system_kinds_have_no_tenant_limits CHECK (((NOT is_system) OR ((quota_metric IS NULL) AND (max_per_organization IS NULL) AND (max_backlog_per_organization IS NULL))))
);

ALTER TABLE public.job_kinds OWNER TO postgres;

COMMENT ON TABLE public.job_kinds IS 'Registry of the kinds of work. A new kind is one row here, its functions, and one handler file of the workers.';

COMMENT ON COLUMN public.job_kinds.subject_table IS 'What jobs.subject_id points at; for readers, nothing depends on it.';

COMMENT ON COLUMN public.job_kinds.apply_function IS 'private.apply_<kind>(p_job public.jobs, p_result jsonb): writes the result; runs in the transaction that completes the job.';

COMMENT ON COLUMN public.job_kinds.step_function IS 'private.step_<kind>(p_job public.jobs, p_step text, p_state jsonb): runs with the first checkpoint of each step.';

COMMENT ON COLUMN public.job_kinds.failure_function IS 'private.fail_<kind>(p_job public.jobs, p_code text, p_message text): runs once when a job ends failed or cancelled.';

COMMENT ON COLUMN public.job_kinds.quota_metric IS 'Reserved at enqueue, committed on completion, released otherwise.';

COMMENT ON COLUMN public.job_kinds.timeout_seconds IS 'How long a worker lets one attempt run.';

COMMENT ON COLUMN public.job_kinds.max_per_organization IS 'Jobs of one organization in queued or processing; null: no cap.';

COMMENT ON COLUMN public.job_kinds.max_backlog_per_organization IS 'Unfinished jobs of one organization; more are refused.';

COMMENT ON COLUMN public.job_kinds.batch_complete IS 'Has no effects outside the database: workers acknowledge in batches.';

COMMENT ON COLUMN public.job_kinds.is_system IS 'Belongs to no organization.';

COMMENT ON COLUMN public.job_kinds.is_enabled IS 'False pauses the kind: its jobs wait, new ones are accepted.';

CREATE FUNCTION private.admit_jobs(p_kind public.job_kinds, p_organization_id uuid, p_count integer, p_is_scheduled boolean) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_slot private.job_slots;
  v_admitted integer;
begin
  select s.* into v_slot
  from private.job_slots as s
  where s.organization_id = p_organization_id and s.kind = p_kind.kind
  for update;
  if not found then
    insert into private.job_slots (organization_id, kind)
    values (p_organization_id, p_kind.kind)
    on conflict on constraint job_slots_pkey do update set updated_at = now() -- locks the row another made meanwhile
    returning * into v_slot;
  end if;
  if v_slot.active_count + v_slot.pending_count + p_count > p_kind.max_backlog_per_organization then
    perform private.raise_error(
      'QUEUE_FULL', 'the organization has too much unfinished work of this kind',
      jsonb_build_object(
        'kind', p_kind.kind, 'limit', p_kind.max_backlog_per_organization,
        'unfinished', v_slot.active_count + v_slot.pending_count, 'requested', p_count
      )
    );
  end if;
  v_admitted := case
    when p_kind.max_per_organization is null then p_count
    when p_is_scheduled then 0
    else least(greatest(p_kind.max_per_organization - v_slot.active_count, 0), p_count)
  end;
  update private.job_slots as s
  set active_count = s.active_count + v_admitted,
    pending_count = s.pending_count + p_count - v_admitted,
    updated_at = now()
  where s.organization_id = p_organization_id and s.kind = p_kind.kind;
  return v_admitted;
end;
$$;

ALTER FUNCTION private.admit_jobs(p_kind public.job_kinds, p_organization_id uuid, p_count integer, p_is_scheduled boolean) OWNER TO postgres;

COMMENT ON FUNCTION private.admit_jobs(p_kind public.job_kinds, p_organization_id uuid, p_count integer, p_is_scheduled boolean) IS 'Counts new jobs of a capped kind; returns how many may be queued, the others are to be pending. QUEUE_FULL past the backlog.';

CREATE TABLE public.jobs (
    id bigint NOT NULL,
    organization_id uuid,
    subject_id uuid,
    created_by uuid,
    run_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    lease_expires_at timestamp with time zone,
    cancel_requested_at timestamp with time zone,
    snoozed_at timestamp with time zone,
    quota_amount bigint,
    quota_period date,
    attempt integer DEFAULT 0 NOT NULL,
    max_attempts integer NOT NULL,
    lease integer DEFAULT 0 NOT NULL,
    lease_seconds integer NOT NULL,
    status public.job_status DEFAULT 'queued'::public.job_status NOT NULL,
    priority smallint DEFAULT 1 NOT NULL,
    is_held boolean DEFAULT false NOT NULL,
    is_scheduled boolean DEFAULT false NOT NULL,
    has_slot boolean DEFAULT false NOT NULL,
    has_checkpoints boolean DEFAULT false NOT NULL,
    kind text NOT NULL,
    queue text NOT NULL,
    worker_id text,
    progress numeric(5,4),
    step text,
    dedupe_key text,
    provider text,
    external_id text,
    quota_metric text,
    error_code text,
    error_message text,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT completed_and_cancelled_jobs_live_in_job_history CHECK ((status <> ALL (ARRAY['completed'::public.job_status, 'cancelled'::public.job_status]))),
    CONSTRAINT external_ids_have_a_provider CHECK (((provider IS NULL) = (external_id IS NULL))),
    CONSTRAINT failed_jobs_have_finished_at_and_an_error CHECK (
CASE status
    WHEN 'failed'::public.job_status THEN ((finished_at IS NOT NULL) AND (error_code IS NOT NULL))
    ELSE (finished_at IS NULL)
END),
    CONSTRAINT jobs_attempt_check CHECK (((attempt >= 0) AND (attempt <= max_attempts))),
    CONSTRAINT jobs_dedupe_key_check CHECK (((char_length(dedupe_key) >= 1) AND (char_length(dedupe_key) <= 200))),
    CONSTRAINT jobs_error_code_check CHECK (((char_length(error_code) >= 1) AND (char_length(error_code) <= 100))),
    CONSTRAINT jobs_error_message_check CHECK ((char_length(error_message) <= 2000)),
    CONSTRAINT jobs_external_id_check CHECK (((char_length(external_id) >= 1) AND (char_length(external_id) <= 500))),
    CONSTRAINT jobs_payload_check CHECK (((jsonb_typeof(payload) = 'object'::text) AND (pg_column_size(payload) <= 4194304))),
    CONSTRAINT jobs_priority_check CHECK (((priority >= 0) AND (priority <= 3))),
    CONSTRAINT jobs_progress_check CHECK (((progress >= (0)::numeric) AND (progress <= (1)::numeric))),
    CONSTRAINT jobs_provider_check CHECK (((char_length(provider) >= 1) AND (char_length(provider) <= 100))),
    CONSTRAINT jobs_step_check CHECK ((char_length(step) <= 200)),
    CONSTRAINT jobs_worker_id_check CHECK ((char_length(worker_id) <= 200)),
    CONSTRAINT only_pending_jobs_are_scheduled CHECK (((NOT is_scheduled) OR (status = 'pending'::public.job_status))),
    CONSTRAINT only_queued_jobs_are_held_or_snoozed CHECK (((status = 'queued'::public.job_status) OR ((NOT is_held) AND (snoozed_at IS NULL)))),
    CONSTRAINT processing_jobs_have_a_lease_and_a_worker CHECK (
CASE status
    WHEN 'processing'::public.job_status THEN ((lease_expires_at IS NOT NULL) AND (worker_id IS NOT NULL) AND (started_at IS NOT NULL) AND (attempt >= 1) AND (lease >= 1))
    ELSE ((lease_expires_at IS NULL) AND (worker_id IS NULL) AND (cancel_requested_at IS NULL))
END),
    CONSTRAINT reservations_are_complete CHECK (
CASE
    WHEN (quota_metric IS NULL) THEN ((quota_amount IS NULL) AND (quota_period IS NULL))
    ELSE ((quota_amount >= 1) AND (organization_id IS NOT NULL) AND ((quota_period IS NULL) = (status = 'failed'::public.job_status)))
END),
    CONSTRAINT slots_belong_to_unfinished_jobs_of_organizations CHECK (
CASE
    WHEN has_slot THEN ((status <> 'failed'::public.job_status) AND (organization_id IS NOT NULL))
    ELSE (status <> 'pending'::public.job_status)
END),
    CONSTRAINT waiting_jobs_have_an_attempt_left CHECK (((status <> ALL (ARRAY['pending'::public.job_status, 'queued'::public.job_status])) OR (attempt < max_attempts)))
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_threshold='2000', autovacuum_analyze_scale_factor='0.1', autovacuum_vacuum_cost_delay='0');

ALTER TABLE public.jobs OWNER TO postgres;

COMMENT ON TABLE public.jobs IS 'The queue: unfinished jobs and the dead letter. Only the functions of the engine write it.';

COMMENT ON COLUMN public.jobs.lease_expires_at IS 'Set exactly while the job is processing. Workers'' writes test it and not the status, because a test of the status would let the
planner, misled by counts that are always out of date, walk the index of all leases instead of looking the ids up.';

COMMENT ON COLUMN public.jobs.quota_period IS 'First day of the period the quota is reserved in; null once given back.';

COMMENT ON COLUMN public.jobs.attempt IS 'Attempts used, the running one included; a snooze or release gives it back.';

COMMENT ON COLUMN public.jobs.lease IS 'Fencing token: grows with each claim; a worker writes with the one it was given.';

COMMENT ON COLUMN public.jobs.is_held IS 'Its kind is paused.';

COMMENT ON COLUMN public.jobs.is_scheduled IS 'Pending until run_at: a job of the future takes no slot of its organization.';

COMMENT ON COLUMN public.jobs.has_slot IS 'Counted in private.job_slots.';

COMMENT ON COLUMN public.jobs.progress IS 'From 0 to 1.';

CREATE FUNCTION private.apply_generate_posts(p_job public.jobs, p_result jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_completed integer;
  v_ended integer;
  v_total integer;
  v_generation public.generations;
begin
  select count(*) filter (where o.status = 'completed'), count(*) filter (where o.status <> 'pending'), count(*)
  into v_completed, v_ended, v_total
  from public.generation_outputs as o
  where o.generation_id = p_job.subject_id;
  if v_completed = 0 or v_ended < v_total then
    perform private.raise_error(
      'INTERNAL_ERROR', format('%s of %s platforms have ended and %s succeeded: nothing to complete', v_ended, v_total, v_completed)
    );
  end if;
  update public.generations as g
  set status = case when v_completed = v_total then 'completed' else 'partial' end::public.generation_status,
    started_at = coalesce(g.started_at, now()),
    completed_at = now(),
    ai_provider = p_result ->> 'ai_provider',
    ai_model = p_result ->> 'ai_model',
    total_tokens_used = coalesce((p_result ->> 'total_tokens_used')::integer, 0),
    estimated_cost_usd = coalesce((p_result ->> 'estimated_cost_usd')::numeric, 0),
    generation_time_ms = (p_result ->> 'generation_time_ms')::numeric::integer
  where g.organization_id = p_job.organization_id and g.id = p_job.subject_id
  returning g.* into strict v_generation;
  if v_generation.user_id is not null then
    perform private.notify(
      p_organization_id => v_generation.organization_id,
      p_user_id => v_generation.user_id,
      p_type => 'content_ready',
      p_title => case when v_generation.language = 'nl'
        then format('%s van %s posts klaar', v_completed, v_total) else format('%s of %s posts ready', v_completed, v_total) end,
      p_message => coalesce(v_generation.input_title, v_generation.detected_topic),
      p_entity_type => 'generation',
      p_entity_id => v_generation.id
    );
  end if;
end;
$$;

ALTER FUNCTION private.apply_generate_posts(p_job public.jobs, p_result jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.apply_generate_posts(p_job public.jobs, p_result jsonb) IS 'Ends a generation: completed when every platform succeeded, partial when some did.';

CREATE FUNCTION private.apply_retention() RETURNS TABLE(parent text, dropped_partitions integer, deleted_rows bigint)
    LANGUAGE plpgsql
    SET search_path TO ''
    SET lock_timeout TO '1s'
    AS $_$
declare
  v_rule private.retention_rules;
  v_partition record;
  v_target regclass;
  v_deleted bigint;
begin
  for v_rule in select r.* from private.retention_rules as r where r.retain is not null order by r.parent loop
    v_target := to_regclass(v_rule.parent);
    continue when v_target is null;
    parent := v_rule.parent;
    dropped_partitions := 0;
    deleted_rows := 0;
    if v_rule.method = 'drop_partitions' then
      for v_partition in
        select c.oid::regclass as relation, private.partition_month(c.relname) as starts_at,
          date_trunc('month', private.partition_month(c.relname) + interval '32 days', 'UTC') as ends_at
        from pg_catalog.pg_inherits as i
        join pg_catalog.pg_class as c on c.oid = i.inhrelid
        where i.inhparent = v_target and private.partition_month(c.relname) is not null
        order by 2
      loop
        continue when v_partition.ends_at > now() - v_rule.retain;
        continue when exists (
          select from private.legal_holds as h
          where h.parent = v_rule.parent and h.covers && tstzrange(v_partition.starts_at, v_partition.ends_at)
        );
        begin
          execute format('drop table %s', v_partition.relation);
          dropped_partitions := dropped_partitions + 1;
        exception
          when lock_not_available then
            raise warning 'partition % is in use and stays until the next run', v_partition.relation;
        end;
      end loop;
      v_target := (select nullif(p.partdefid,
      0)::regclass from pg_catalog.pg_partitioned_table as p where p.partrelid = v_target);
    end if;
    if v_target is not null then
      -- Bounded, so that one run never holds a transaction open for long; what is left goes with the next run.
      execute format(
        'delete from only %1$s where ctid = any(array(
           select t.ctid from only %1$s as t
           where t.%2$I < now() - $1
             and not exists (select from private.legal_holds as h where h.parent = $2 and h.covers @> t.%2$I)
           limit 50000))',
        v_target, v_rule.time_column
      ) using v_rule.retain, v_rule.parent;
      get diagnostics v_deleted = row_count;
      deleted_rows := v_deleted;
    end if;
    return next;
  end loop;
end;
$_$;

ALTER FUNCTION private.apply_retention() OWNER TO postgres;

COMMENT ON FUNCTION private.apply_retention() IS 'Drops partitions and deletes rows past their rule, except those under a legal hold.';

CREATE FUNCTION private.archive_dead_jobs(p_age interval DEFAULT '30 days'::interval, p_limit integer DEFAULT 5000) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_job public.jobs;
  v_archived integer := 0;
begin
  for v_job in
    select j.*
    from public.jobs as j
    where j.status = 'failed' and j.finished_at < now() - p_age
    order by j.finished_at
    limit p_limit
    for update skip locked
  loop
    perform private.archive_job(v_job, 'failed', null, v_job.error_code, v_job.error_message);
    v_archived := v_archived + 1;
  end loop;
  return v_archived;
end;
$$;

ALTER FUNCTION private.archive_dead_jobs(p_age interval, p_limit integer) OWNER TO postgres;

COMMENT ON FUNCTION private.archive_dead_jobs(p_age interval, p_limit integer) IS 'Moves old dead letters to job_history; they can no longer be replayed.';

CREATE FUNCTION private.archive_job(p_job public.jobs, p_status public.job_status, p_result jsonb DEFAULT NULL::jsonb, p_code text DEFAULT NULL::text, p_message text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  delete from public.jobs as j where j.id = p_job.id;
  insert into public.job_history (
    id, organization_id, subject_id, created_at, started_at, finished_at, attempt, max_attempts, status, priority,
    kind, queue, worker_id, progress, step, provider, external_id, quota_metric, quota_amount, error_code,
    error_message, payload, result
  )
  values (
    p_job.id, p_job.organization_id, p_job.subject_id, p_job.created_at, p_job.started_at,
    coalesce(p_job.finished_at, now()), p_job.attempt, p_job.max_attempts, p_status, p_job.priority,
    p_job.kind, p_job.queue, p_job.worker_id,
    p_job.progress, p_job.step, p_job.provider, p_job.external_id, p_job.quota_metric, p_job.quota_amount,
    p_code, left(p_message, 2000), case when pg_column_size(p_job.payload) <= 8192 then p_job.payload end, p_result
  );
  if p_job.has_checkpoints then
    delete from public.job_checkpoints as c where c.job_id = p_job.id;
  end if;
end;
$$;

ALTER FUNCTION private.archive_job(p_job public.jobs, p_status public.job_status, p_result jsonb, p_code text, p_message text) OWNER TO postgres;

COMMENT ON FUNCTION private.archive_job(p_job public.jobs, p_status public.job_status, p_result jsonb, p_code text, p_message text) IS 'Moves one locked job to job_history with its step memory dropped.';

CREATE FUNCTION private.attach_audit(p_table regclass, p_key text DEFAULT 'id'::text, p_ignored text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_arguments text := format('%L, %L', p_key, p_ignored || array['created_at', 'updated_at']);
begin
  execute format('create trigger audit_insert after insert on %s referencing new table as new_rows
    for each statement execute function private.audit(%s)', p_table, v_arguments);
  execute format('create trigger audit_update after update on %s referencing old table as old_rows new table as new_rows
    for each statement execute function private.audit(%s)', p_table, v_arguments);
  execute format('create trigger audit_delete after delete on %s referencing old table as old_rows
    for each statement execute function private.audit(%s)', p_table, v_arguments);
end;
$$;

ALTER FUNCTION private.attach_audit(p_table regclass, p_key text, p_ignored text[]) OWNER TO postgres;

COMMENT ON FUNCTION private.attach_audit(p_table regclass, p_key text, p_ignored text[]) IS 'For migrations: records every change of a table from now on.';

CREATE FUNCTION private.audit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $_$
declare
  v_key text := tg_argv[0];
  v_ignored text[] := tg_argv[1]::text[];
  v_personal text[];
  v_row record;
begin
  for v_row in execute case tg_op
    when 'INSERT' then 'select null::jsonb as old_row, to_jsonb(n) as new_row from new_rows as n'
    when 'DELETE' then 'select to_jsonb(o) as old_row, null::jsonb as new_row from old_rows as o'
    else format(
      'select to_jsonb(o) as old_row, to_jsonb(n) as new_row from old_rows as o join new_rows as n on n.%1$I = o.%1$I where o is distinct from n',
      v_key
    )
  end
  loop
    if tg_op = 'UPDATE' and private.audit_values(v_row.new_row, v_row.old_row, v_ignored) is null then
      continue;
    end if;
    -- The organization of one person bears that person's name.
    v_personal := case
      when tg_table_name = 'organizations' and coalesce(v_row.new_row, v_row.old_row) ->> 'type' = 'individual' then '{name,slug}'
      else '{}'
    end;
    perform private.write_audit(
      tg_table_name || '.' || lower(tg_op),
      tg_table_name,
      case tg_table_name
        when 'organizations' then (coalesce(v_row.new_row, v_row.old_row) ->> 'id')::uuid
        else (coalesce(v_row.new_row, v_row.old_row) ->> 'organization_id')::uuid
      end,
      case when coalesce(v_row.new_row, v_row.old_row) ->> v_key ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
        then (coalesce(v_row.new_row, v_row.old_row) ->> v_key)::uuid end,
      private.audit_values(v_row.old_row, v_row.new_row, v_ignored, v_personal),
      private.audit_values(v_row.new_row, v_row.old_row, v_ignored, v_personal)
    );
  end loop;
  return null;
end;
$_$;

ALTER FUNCTION private.audit() OWNER TO postgres;

COMMENT ON FUNCTION private.audit() IS 'Statement trigger for any table: one record per row that really changed. Arguments: key column, ignored columns as a text array.';

CREATE FUNCTION private.audit_values(p_row jsonb, p_other jsonb, p_ignored text[], p_personal text[] DEFAULT '{}'::text[]) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select jsonb_object_agg(
    e.key,
    case
      when e.value <> 'null' and (private.is_audit_redacted(e.key) or e.key = any(p_personal)) then '"[redacted]"'::jsonb
      else e.value
    end
  )
  from jsonb_each(p_row) as e
  where e.value is distinct from p_other -> e.key and e.key <> all(p_ignored)
    -- Without a counterpart (insert, delete) empty columns say nothing.
    and (p_other is not null or e.value not in ('null', '{}', '[]'))
$$;

ALTER FUNCTION private.audit_values(p_row jsonb, p_other jsonb, p_ignored text[], p_personal text[]) OWNER TO postgres;

COMMENT ON FUNCTION private.audit_values(p_row jsonb, p_other jsonb, p_ignored text[], p_personal text[]) IS 'The columns of a row that differ from its other version, redacted.';

CREATE FUNCTION private.broadcast_completion(p_ids bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_ended record;
begin
  for v_ended in
    select h.id, h.organization_id, h.kind, h.subject_id, h.step
    from public.job_history as h
    where h.id = any (p_ids) and h.finished_at = now() and h.organization_id is not null
  loop
    perform realtime.send(
      jsonb_build_object(
        'job_id', v_ended.id, 'kind', v_ended.kind, 'subject_id', v_ended.subject_id, 'status', 'completed', 'progress', 1,
        'step', v_ended.step
      ),
      'job_progress', 'org:' || v_ended.organization_id || ':jobs', true
    );
  end loop;
exception
  when others then
    raise warning 'completion was not sent: %', sqlerrm;
end;
$$;

ALTER FUNCTION private.broadcast_completion(p_ids bigint[]) OWNER TO postgres;

COMMENT ON FUNCTION private.broadcast_completion(p_ids bigint[]) IS 'Members who saw a job''s progress see its end; jobs that showed none stay silent, which keeps a drain cheap.';

CREATE FUNCTION private.broadcast_generation_outputs() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  perform realtime.send(
    jsonb_build_object(
      'generation_id', n.generation_id, 'platform', n.platform, 'status', n.status,
      'generated_content_id', n.generated_content_id, 'error_code', n.error_code
    ),
    'generation_output', t.topic, true
  )
  from new_rows as n
  join public.generations as g on g.organization_id = n.organization_id and g.id = n.generation_id
  cross join lateral private.generation_topics(n.organization_id, g.client_account_id) as t (topic);
  return null;
end;
$$;

ALTER FUNCTION private.broadcast_generation_outputs() OWNER TO postgres;

COMMENT ON FUNCTION private.broadcast_generation_outputs() IS 'Tells members that a platform has ended.';

CREATE FUNCTION private.broadcast_generations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  perform realtime.send(
    jsonb_build_object(
      'generation_id', n.id, 'status', n.status, 'detected_topic', n.detected_topic, 'error_code', n.error_code,
      'completed_at', n.completed_at
    ),
    'generation', t.topic, true
  )
  from new_rows as n
  cross join lateral private.generation_topics(n.organization_id, n.client_account_id) as t (topic);
  return null;
end;
$$;

ALTER FUNCTION private.broadcast_generations() OWNER TO postgres;

COMMENT ON FUNCTION private.broadcast_generations() IS 'Tells members that a generation changed. The row itself is not sent: its input may be large.';

CREATE FUNCTION private.broadcast_job(p_job public.jobs, p_status public.job_status) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if p_job.organization_id is not null then
    perform realtime.send(
      jsonb_build_object(
        'job_id', p_job.id, 'kind', p_job.kind, 'subject_id', p_job.subject_id, 'status', p_status,
        'progress', p_job.progress, 'step', p_job.step
      ),
      'job_progress', 'org:' || p_job.organization_id || ':jobs', true
    );
  end if;
exception
  when others then
    raise warning 'progress was not sent: %', sqlerrm;
end;
$$;

ALTER FUNCTION private.broadcast_job(p_job public.jobs, p_status public.job_status) OWNER TO postgres;

COMMENT ON FUNCTION private.broadcast_job(p_job public.jobs, p_status public.job_status) IS 'Shows members where a job stands.';

CREATE FUNCTION private.broadcast_notifications() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  perform realtime.send(
    jsonb_build_object(
      'id', n.id, 'organization_id', n.organization_id, 'type', n.type, 'title', n.title, 'message', n.message,
      'action_url', n.action_url, 'action_label', n.action_label, 'related_entity_type', n.related_entity_type,
      'related_entity_id', n.related_entity_id, 'created_at', n.created_at
    ),
    'notification', 'user:' || n.user_id || ':notifications', true
  )
  from new_rows as n;
  return null;
end;
$$;

ALTER FUNCTION private.broadcast_notifications() OWNER TO postgres;

COMMENT ON FUNCTION private.broadcast_notifications() IS 'Shows a notification at once to those who listen on user:<id>:notifications.';

CREATE FUNCTION private.call_failure_function(p_job public.jobs, p_code text, p_message text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $_$
declare
  v_function text;
begin
  select k.failure_function into v_function from public.job_kinds as k where k.kind = p_job.kind;
  if v_function is not null then
    execute format('select %s($1, $2, $3)', v_function) using p_job, p_code, p_message;
  end if;
exception
  when deadlock_detected or serialization_failure or lock_not_available then
    raise;
  -- A job that cannot end would be tried for ever; what went wrong stays in its log.
  when others then
    perform private.write_job_log(
      p_job, 'critical', format('%s failed: %s', v_function, sqlerrm), jsonb_build_object('sqlstate', sqlstate)
    );
end;
$_$;

ALTER FUNCTION private.call_failure_function(p_job public.jobs, p_code text, p_message text) OWNER TO postgres;

COMMENT ON FUNCTION private.call_failure_function(p_job public.jobs, p_code text, p_message text) IS 'Tells the domain that the job ended without a result.';

CREATE FUNCTION private.cancel_generation(p_generation_id uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_job_id bigint;
begin
  perform private.require(p_generation_id is not null, 'p_generation_id', 'p_generation_id is missing');
  select g.job_id into v_job_id
  from public.generations as g
  where g.organization_id = v_organization_id and g.id = p_generation_id
    and (private.member_client_account() is null or g.client_account_id = private.member_client_account());
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such generation in the active organization');
  end if;
  perform public.cancel_job(v_job_id);
  return public.get_generation(p_generation_id);
end;
$$;

ALTER FUNCTION private.cancel_generation(p_generation_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.cancel_generation(p_generation_id uuid) IS 'The work of public.cancel_generation.';

CREATE FUNCTION private.cancel_job(p_id bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid;
  v_is_backend boolean := private.is_backend();
  v_job public.jobs;
  v_status public.job_status;
begin
  if not v_is_backend then
    v_organization_id := private.require_role('creator');
  end if;
  perform private.require(p_id is not null, 'p_id', 'p_id is missing');
  select j.* into v_job
  from public.jobs as j
  where j.id = p_id and (v_is_backend or j.organization_id = v_organization_id)
  for update;
  if not found then
    select h.status into v_status
    from public.job_history as h
    where h.id = p_id and (v_is_backend or h.organization_id = v_organization_id);
    if not found then
      perform private.raise_error('NOT_FOUND', 'there is no such job in the active organization');
    end if;
    perform private.raise_error('CONFLICT', 'the job has ended', jsonb_build_object('status', v_status));
  end if;
  case v_job.status
    when 'failed' then
      perform private.raise_error('CONFLICT', 'the job has ended', jsonb_build_object('status', v_job.status));
    when 'processing' then
      update public.jobs as j
      set cancel_requested_at = coalesce(j.cancel_requested_at, now())
      where j.id = p_id;
      if v_job.cancel_requested_at is null then
        perform private.write_job_log(v_job, 'info', 'cancel requested');
      end if;
      return 'cancel_requested';
    else
      perform private.settle_jobs(array[private.end_cancelled(v_job)]);
      return 'cancelled';
  end case;
  return null;
end;
$$;

ALTER FUNCTION private.cancel_job(p_id bigint) OWNER TO postgres;

COMMENT ON FUNCTION private.cancel_job(p_id bigint) IS 'The work of public.cancel_job.';

CREATE FUNCTION private.change_member_role(p_user_id uuid, p_role public.member_role, p_client_account_id uuid) RETURNS public.organization_members
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_member public.organization_members;
begin
  perform private.require(p_role is not null, 'p_role', 'p_role is missing');
  perform private.lock_organization(v_organization_id);
  v_member := private.member_to_manage(v_organization_id, p_user_id);
  perform private.require_member_management(v_organization_id, greatest(v_member.role, p_role));
  perform private.require_client_account(v_organization_id, p_client_account_id, p_role);
  update public.organization_members
  set role = p_role, client_account_id = p_client_account_id
  where id = v_member.id
  returning * into v_member;
  return v_member;
end;
$$;

ALTER FUNCTION private.change_member_role(p_user_id uuid, p_role public.member_role, p_client_account_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.change_member_role(p_user_id uuid, p_role public.member_role, p_client_account_id uuid) IS 'The work of public.change_member_role.';

CREATE FUNCTION private.change_organization_timezone(p_timezone text) RETURNS public.organizations
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization public.organizations := private.lock_organization(private.require_role('owner'));
begin
  perform private.require(
    private.is_timezone(p_timezone), 'p_timezone', 'p_timezone must be an IANA time zone such as Europe/Amsterdam'
  );
  if v_organization.timezone = p_timezone then
    return v_organization;
  end if;
  if v_organization.timezone_changed_at > now() - interval '30 days' then
    perform private.raise_error('CONFLICT', 'the time zone can change once in 30 days');
  end if;
  update public.organizations set timezone = p_timezone, timezone_changed_at = now()
  where id = v_organization.id
  returning * into v_organization;
  return v_organization;
end;
$$;

ALTER FUNCTION private.change_organization_timezone(p_timezone text) OWNER TO postgres;

COMMENT ON FUNCTION private.change_organization_timezone(p_timezone text) IS 'The work of public.change_organization_timezone.';

CREATE TABLE public.subscriptions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    organization_id uuid,
    organization_name text,
    plan text NOT NULL,
    billing_period public.billing_period,
    status public.subscription_status DEFAULT 'active'::public.subscription_status NOT NULL,
    payment_provider public.payment_provider,
    stripe_customer_id text,
    stripe_subscription_id text,
    stripe_price_id text,
    stripe_subscription_item_id_syncs text,
    stripe_subscription_item_id_ai text,
    stripe_subscription_item_id_seo text,
    razorpay_subscription_id text,
    cashfree_subscription_id text,
    amount numeric(12,4),
    currency text,
    current_period_start timestamp with time zone DEFAULT now() NOT NULL,
    current_period_end timestamp with time zone,
    next_billing_at timestamp with time zone,
    trial_start timestamp with time zone,
    trial_end timestamp with time zone,
    is_auto_renew_enabled boolean DEFAULT true NOT NULL,
    cancel_at_period_end boolean DEFAULT false NOT NULL,
    cancelled_at timestamp with time zone,
    cancellation_reason text,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT expired_subscriptions_have_ended CHECK (((status <> 'expired'::public.subscription_status) OR (ended_at IS NOT NULL))),
    CONSTRAINT live_subscriptions_have_an_organization CHECK (((organization_id IS NOT NULL) OR (ended_at IS NOT NULL))),
    CONSTRAINT subscription_periods_end_after_they_start CHECK ((current_period_end > current_period_start)),
    CONSTRAINT subscription_trials_end_after_they_start CHECK ((trial_end > trial_start)),
    CONSTRAINT subscriptions_amount_check CHECK ((amount >= (0)::numeric)),
    CONSTRAINT subscriptions_cancellation_reason_check CHECK ((char_length(cancellation_reason) <= 500)),
    CONSTRAINT subscriptions_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT subscriptions_end_after_they_start CHECK ((ended_at >= started_at)),
    CONSTRAINT subscriptions_with_an_amount_have_a_currency CHECK (((amount IS NULL) = (currency IS NULL)))
);

ALTER TABLE public.subscriptions OWNER TO postgres;

COMMENT ON TABLE public.subscriptions IS 'One live subscription per organization (ended_at is null), and all earlier ones.';

COMMENT ON COLUMN public.subscriptions.organization_name IS 'Who it was, kept when a paying organization is purged: billing records stay.';

COMMENT ON COLUMN public.subscriptions.current_period_end IS 'Null for plans that are not paid for.';

CREATE FUNCTION private.change_plan(p_organization_id uuid, p_plan text, p_status public.subscription_status DEFAULT 'active'::public.subscription_status, p_current_period_end timestamp with time zone DEFAULT NULL::timestamp with time zone, p_reason text DEFAULT 'plan changed'::text) RETURNS public.subscriptions
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_plan text := private.plan_slug(p_plan);
  v_subscription public.subscriptions;
begin
  perform private.require(v_plan is not null, 'p_plan', 'there is no such plan');
  -- Two changes at once wait for each other, so that one live subscription stays one.
  perform from public.organizations as o where o.id = p_organization_id and o.deleted_at is null for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such organization');
  end if;
  perform private.end_subscription(p_organization_id, p_reason);
  insert into public.subscriptions (organization_id, plan, status, current_period_end)
  values (p_organization_id, v_plan, p_status, p_current_period_end)
  returning * into v_subscription;
  return v_subscription;
end;
$$;

ALTER FUNCTION private.change_plan(p_organization_id uuid, p_plan text, p_status public.subscription_status, p_current_period_end timestamp with time zone, p_reason text) OWNER TO postgres;

COMMENT ON FUNCTION private.change_plan(p_organization_id uuid, p_plan text, p_status public.subscription_status, p_current_period_end timestamp with time zone, p_reason text) IS 'Ends the live subscription and starts one of another plan. What was used counts on; limits are the new plan''s at once.';

CREATE FUNCTION private.check_and_update_user_quota(p_user_id uuid, p_video_count integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.user_organization(p_user_id);
  v_taken date;
  v_quota record;
begin
  perform private.require(
    p_video_count between 1 and 1000, 'p_video_count', 'p_video_count must be between 1 and 1000'
  );
  if v_organization_id is null then
    return jsonb_build_object('success', false, 'error', 'User not found');
  end if;
  v_taken := private.take_quota(v_organization_id, 'videos', p_video_count, 'consume', null, false);
  select q.* into v_quota from private.get_quotas(v_organization_id) as q where q.metric = 'videos';
  return jsonb_build_object(
    'success', v_taken is not null,
    'quota_limit', v_quota."limit",
    'quota_used', v_quota.used + v_quota.reserved,
    'quota_remaining', v_quota.remaining
  ) || case when v_taken is null then '{"error": "Quota exceeded"}' else '{}' end::jsonb;
end;
$$;

ALTER FUNCTION private.check_and_update_user_quota(p_user_id uuid, p_video_count integer) OWNER TO postgres;

COMMENT ON FUNCTION private.check_and_update_user_quota(p_user_id uuid, p_video_count integer) IS 'The work of public.check_and_update_user_quota.';

CREATE FUNCTION private.check_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $_$
begin
  perform private.require_text(p_name, 'p_name', 200);
  perform private.require(
    p_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(p_slug) <= 63,
    'p_slug', 'p_slug must be lower-case letters, digits and single hyphens, at most 63'
  );
  perform private.require(
    p_contact_email is null or private.is_email(p_contact_email), 'p_contact_email', 'p_contact_email must be an e-mail address'
  );
  perform private.require(
    p_contact_phone is null or private.phone_or_null(p_contact_phone) is not null, 'p_contact_phone', 'p_contact_phone must be a phone number'
  );
  perform private.require(
    p_logo_url is null or private.is_http_url(p_logo_url), 'p_logo_url', 'p_logo_url must be an http or https address'
  );
  perform private.require(
    jsonb_typeof(p_brand_colors) = 'object' and octet_length(p_brand_colors::text) <= 4096,
    'p_brand_colors', 'p_brand_colors must be an object of at most 4,096 bytes'
  );
  perform private.require(
    jsonb_typeof(p_settings) = 'object' and octet_length(p_settings::text) <= 16384,
    'p_settings', 'p_settings must be an object of at most 16,384 bytes'
  );
end;
$_$;

ALTER FUNCTION private.check_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.check_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) IS 'VALIDATION_ERROR naming the first value a client account cannot have.';

CREATE FUNCTION private.check_job_kind() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_hook record;
  v_function regprocedure;
begin
  for v_hook in
    select h.*
    from (
      values
        ('apply_function', new.apply_function, 'public.jobs, jsonb'),
        ('step_function', new.step_function, 'public.jobs, text, jsonb'),
        ('failure_function', new.failure_function, 'public.jobs, text, text')
    ) as h (field, name, arguments)
    where h.name is not null
  loop
    v_function := to_regprocedure(format('%s(%s)', split_part(v_hook.name, '(', 1), v_hook.arguments));
    perform private.require(
      v_function is not null, v_hook.field, format('there is no function %s(%s)', split_part(v_hook.name, '(', 1), v_hook.arguments)
    );
    -- Kept by its full, quoted name, because the engine puts it into a statement.
    new := jsonb_populate_record(new, jsonb_build_object(v_hook.field, v_function::oid::regproc::text));
  end loop;
  return new;
end;
$$;

ALTER FUNCTION private.check_job_kind() OWNER TO postgres;

COMMENT ON FUNCTION private.check_job_kind() IS 'A kind names functions that exist and take what the engine passes.';

CREATE FUNCTION private.check_user_quota(p_user_id uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.user_organization(p_user_id);
begin
  if v_organization_id is null then
    return false;
  end if;
  return exists (
    select from private.get_quotas(v_organization_id) as q
    where q.metric = 'generations' and (q.remaining is null or q.remaining > 0)
  );
end;
$$;

ALTER FUNCTION private.check_user_quota(p_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.check_user_quota(p_user_id uuid) IS 'The work of public.check_user_quota.';

CREATE FUNCTION private.close_organization(p_organization_id uuid, p_leaving_user_id uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION private.close_organization(p_organization_id uuid, p_leaving_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.close_organization(p_organization_id uuid, p_leaving_user_id uuid) IS 'Soft deletion: nobody reaches it any more, its subscription ends, its slug is free.';

CREATE FUNCTION private.commit_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_job_id bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.settle_quota(p_organization_id, p_metric, p_period_start, p_amount, 'commit', p_job_id)
$$;

ALTER FUNCTION private.commit_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_job_id bigint) OWNER TO postgres;

COMMENT ON FUNCTION private.commit_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_job_id bigint) IS 'What was reserved is now used, in the period it was reserved in.';

CREATE FUNCTION private.complete_applying(p_id bigint, p_lease integer, p_result jsonb) RETURNS private.job_settlement
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $_$
declare
  v_job public.jobs;
  v_function text;
begin
  select j.* into v_job
  from public.jobs as j
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now()
  for update;
  if not found then
    return null;
  end if;
  perform private.require(
    p_result is null or pg_column_size(p_result) <= 4194304, 'p_result', 'the result is larger than 4 MB'
  );
  if v_job.cancel_requested_at is not null then
    return private.end_cancelled(v_job, p_result);
  end if;
  select k.apply_function into v_function from public.job_kinds as k where k.kind = v_job.kind;
  if v_function is not null then
    execute format('select %s($1, $2)', v_function) using v_job, p_result;
  end if;
  perform private.archive_job(v_job, 'completed', p_result);
  v_job.progress := 1;
  perform private.broadcast_job(v_job, 'completed');
  return private.settlement(v_job, true);
end;
$_$;

ALTER FUNCTION private.complete_applying(p_id bigint, p_lease integer, p_result jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.complete_applying(p_id bigint, p_lease integer, p_result jsonb) IS 'Completes one job together with what its apply function writes: both or neither. Answers what the caller has to settle, with
is_completed false for a cancelled job; null when the lease is lost.';

CREATE FUNCTION private.complete_plain_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[], OUT ended bigint[], OUT items private.job_settlement[]) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO ''
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
declare
  v_kinds text[];
  v_shown bigint[];
begin
  select array_agg(k.kind) into v_kinds from public.job_kinds as k where k.apply_function is null;
  with done as (
    delete from public.jobs as j
    using unnest(p_ids, p_leases, p_results) as i (id, lease, result)
    where j.id = i.id and j.lease = i.lease and j.lease_expires_at > now()
      and j.cancel_requested_at is null and j.kind = any (v_kinds)
      and (i.result is null or pg_column_size(i.result) <= 4194304)
    -- Only what is kept: each row is copied into the memory of the statement.
    returning j.id, j.organization_id, j.subject_id, j.created_at, j.started_at, j.attempt, j.max_attempts,
      j.priority, j.kind, j.queue, j.worker_id, j.progress, j.step, j.provider, j.external_id, j.quota_metric,
      j.quota_amount, j.quota_period, j.has_slot, j.has_checkpoints,
      case when pg_column_size(j.payload) <= 8192 then j.payload end as payload, i.result
  ),
  kept as (
    insert into public.job_history (
      id, organization_id, subject_id, created_at, started_at, attempt, max_attempts, status, priority, kind, queue,
      worker_id, progress, step, provider, external_id, quota_metric, quota_amount, payload, result
    )
    select
      d.id, d.organization_id, d.subject_id, d.created_at, d.started_at, d.attempt, d.max_attempts, 'completed', d.priority,
      d.kind, d.queue, d.worker_id, d.progress, d.step, d.provider, d.external_id, d.quota_metric, d.quota_amount,
      d.payload, d.result
    from done as d
  ),
  forgotten as (
    delete from public.job_checkpoints as c using done as d where d.has_checkpoints and c.job_id = d.id
  )
  select
    array_agg(d.id),
    array_agg(d.id) filter (where d.progress is not null),
    array_agg(
      row(
        d.id, d.organization_id, d.kind, d.quota_metric, d.quota_period, d.quota_amount, d.has_slot, false, true
      )::private.job_settlement
    ) filter (where d.has_slot or d.quota_period is not null)
  into ended, v_shown, items
  from done as d;
  if v_shown is not null then
    perform private.broadcast_completion(v_shown);
  end if;
end;
$$;

ALTER FUNCTION private.complete_plain_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[], OUT ended bigint[], OUT items private.job_settlement[]) OWNER TO postgres;

COMMENT ON FUNCTION private.complete_plain_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[], OUT ended bigint[], OUT items private.job_settlement[]) IS 'One statement for all jobs without an apply function: out of jobs, into job_history. Answers the ids that
ended, and what the caller has to settle.';

CREATE FUNCTION private.consume_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint DEFAULT NULL::bigint) RETURNS date
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.take_quota(p_organization_id, p_metric, p_amount, 'consume', p_job_id, true)
$$;

ALTER FUNCTION private.consume_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint) OWNER TO postgres;

COMMENT ON FUNCTION private.consume_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint) IS 'Uses an amount at once. Raises QUOTA_EXCEEDED.';

CREATE FUNCTION private.count_members() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  if tg_op <> 'INSERT' and old.status = 'active' then
    if tg_op = 'UPDATE' and new.status = 'active' and new.organization_id = old.organization_id then
      return null;
    end if;
    perform private.adjust_usage(old.organization_id, 'members', -1, 'member left');
  end if;
  if tg_op <> 'DELETE' and new.status = 'active' then
    perform private.adjust_usage(new.organization_id, 'members', 1, 'member joined');
  end if;
  return null;
end;
$$;

ALTER FUNCTION private.count_members() OWNER TO postgres;

COMMENT ON FUNCTION private.count_members() IS 'The metric members follows the active rows of organization_members.';

CREATE TABLE public.client_accounts (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    organization_id uuid NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    contact_email text,
    contact_phone text,
    logo_url text,
    brand_colors jsonb DEFAULT '{}'::jsonb NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT client_accounts_brand_colors_is_a_small_object CHECK (((jsonb_typeof(brand_colors) = 'object'::text) AND (octet_length((brand_colors)::text) <= 4096))),
    CONSTRAINT client_accounts_contact_email_check CHECK (private.is_email(contact_email)),
    CONSTRAINT client_accounts_contact_phone_check CHECK ((contact_phone ~ '^\+?[0-9][0-9 ()./-]{3,28}[0-9]$'::text)),
    CONSTRAINT client_accounts_logo_url_check CHECK (private.is_http_url(logo_url)),
    CONSTRAINT client_accounts_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT client_accounts_settings_is_a_small_object CHECK (((jsonb_typeof(settings) = 'object'::text) AND (octet_length((settings)::text) <= 16384))),
    CONSTRAINT client_accounts_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 63)))
);

ALTER TABLE public.client_accounts OWNER TO postgres;

COMMENT ON TABLE public.client_accounts IS 'The clients an agency works for, inside its organization.';

COMMENT ON COLUMN public.client_accounts.brand_colors IS 'Colour by purpose, e.g. {"primary": "#112233"}.';

CREATE FUNCTION private.create_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) RETURNS public.client_accounts
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.require_role('manager');
  v_slug text := coalesce(p_slug, private.slugify(p_name), 'client');
  v_account public.client_accounts;
begin
  perform private.check_client_account(p_name, v_slug, p_contact_email, p_contact_phone, p_logo_url, p_brand_colors,
  p_settings);
  insert into public.client_accounts (
    organization_id, name, slug, contact_email, contact_phone, logo_url, brand_colors, settings
  )
  values (
    v_organization_id, btrim(p_name), v_slug, p_contact_email, p_contact_phone, p_logo_url, p_brand_colors, p_settings
  )
  on conflict (organization_id, slug) where deleted_at is null do nothing
  returning * into v_account;
  if not found then
    perform private.raise_error('CONFLICT', 'a client account with this slug exists', jsonb_build_object('field', 'p_slug'));
  end if;
  return v_account;
end;
$$;

ALTER FUNCTION private.create_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.create_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) IS 'The work of public.create_client_account.';

CREATE FUNCTION private.create_generation(p_input_content text DEFAULT NULL::text, p_platforms text[] DEFAULT NULL::text[], p_tone text DEFAULT NULL::text, p_language text DEFAULT NULL::text, p_options jsonb DEFAULT '{}'::jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid;
  v_user_id uuid := (select auth.uid());
  v_platforms text[];
  v_options jsonb;
  v_tone public.generation_tone;
  v_language text;
  v_client_account_id uuid := private.member_client_account();
  v_input_kind public.generation_input_kind;
  v_source text;
  v_content_hash text;
  v_request_hash text;
  v_generation public.generations;
  v_id uuid := gen_random_uuid();
  v_job_id bigint;
begin
  v_organization_id := private.require_role('creator');
  v_platforms := private.generation_platforms(p_platforms);
  v_options := private.generation_options(p_options);

  p_tone := lower(btrim(coalesce(
    p_tone, (select s.default_tone from public.user_settings as s where s.user_id = v_user_id), 'conversational'
  )));
  perform private.require(
    p_tone = any (enum_range(null::public.generation_tone)::text[]),
    'p_tone', 'p_tone must be one of ' || array_to_string(enum_range(null::public.generation_tone), ', ')
  );
  v_tone := p_tone::public.generation_tone;

  v_language := lower(split_part(btrim(coalesce(
    p_language, (select p.language from public.profiles as p where p.id = v_user_id), 'en'
  )), '-', 1));
  perform private.require(v_language in ('en', 'nl'), 'p_language', 'p_language must be en or nl');

  if v_client_account_id is null and v_options ? 'client_account_id' then
    select c.id into v_client_account_id
    from public.client_accounts as c
    where c.organization_id = v_organization_id and c.id::text = lower(v_options ->> 'client_account_id') and c.deleted_at is null;
    perform private.require(
      found, 'p_options.client_account_id', 'p_options.client_account_id is not a client of this organization'
    );
  end if;

  perform private.require(
    num_nonnulls(p_input_content, v_options ->> 'source_url', v_options ->> 'source_path') = 1,
    'p_input_content', 'give exactly one input: p_input_content, p_options.source_url or p_options.source_path'
  );
  if p_input_content is not null then
    v_input_kind := 'text';
    perform private.require(p_input_content ~ '\S', 'p_input_content', 'p_input_content is empty');
    perform private.require(
      char_length(p_input_content) <= 200000, 'p_input_content', 'p_input_content is longer than 200,000 characters; split it'
    );
    v_source := p_input_content;
  elsif v_options ? 'source_url' then
    v_input_kind := 'url';
    v_source := btrim(v_options ->> 'source_url');
    perform private.require(
      private.is_http_url(v_source), 'p_options.source_url', 'p_options.source_url must be an http or https address'
    );
  else
    v_input_kind := 'file';
    -- a new upload to the same path is a new input
    select o.name || '@' || coalesce(o.version, o.updated_at::text, '') into v_source
    from storage.objects as o
    where o.bucket_id = 'assets'
      and o.name = v_options ->> 'source_path'
      and starts_with(o.name, v_organization_id::text || '/');
    perform private.require(found, 'p_options.source_path', 'p_options.source_path is not a file of this organization in the bucket assets');
  end if;

  v_content_hash := encode(sha256(convert_to(v_input_kind || ':' || v_source, 'utf8')), 'hex');
  v_request_hash := encode(sha256(convert_to(jsonb_build_array(
    v_content_hash, (select array_agg(p order by p) from unnest(v_platforms) as p), v_tone, v_language,
    v_options - 'force', v_client_account_id
  )::text, 'utf8')), 'hex');

  -- two equal requests at once: the second waits here and then finds the first
  perform pg_advisory_xact_lock(hashtextextended(v_organization_id::text || v_request_hash, 0));
  if not coalesce((v_options ->> 'force')::boolean, false) then
    select g.* into v_generation
    from public.generations as g
    where g.organization_id = v_organization_id
      and g.request_hash = v_request_hash
      and g.created_at > now() - interval '24 hours'
      and g.status in ('pending', 'processing', 'completed')
    order by g.created_at desc
    limit 1;
    if found then
      return jsonb_build_object(
        'generation_id', v_generation.id, 'status', v_generation.status, 'reused', true,
        'platforms', v_generation.selected_platforms, 'job', jsonb_build_object('id', v_generation.job_id)
      );
    end if;
  end if;

  v_job_id := private.enqueue_job(
    p_kind => 'generate_posts',
    p_organization_id => v_organization_id,
    p_payload => jsonb_build_object(
      'generation_id', v_id,
      'input', case v_input_kind
        when 'text' then jsonb_build_object('type', 'text', 'text', p_input_content)
        when 'url' then jsonb_build_object('type', 'url', 'url', v_source)
        else jsonb_build_object('type', 'file', 'bucket', 'assets', 'path', v_options ->> 'source_path') end,
      'platforms', v_platforms, 'tone', v_tone, 'language', v_language,
      'options', v_options - array['force', 'source_url', 'source_path', 'client_account_id']
    ),
    p_subject_id => v_id,
    p_created_by => v_user_id
  );

  insert into public.generations (
    id, organization_id, user_id, client_account_id, input_kind, input_content, input_url, input_path, input_title,
    input_content_hash, request_hash, selected_platforms, selected_tone, language, options, job_id
  ) values (
    v_id, v_organization_id, v_user_id, v_client_account_id, v_input_kind, p_input_content,
    case when v_input_kind = 'url' then v_source end, v_options ->> 'source_path', v_options ->> 'title',
    v_content_hash, v_request_hash, v_platforms, v_tone, v_language, v_options, v_job_id
  );
  insert into public.generation_outputs (organization_id, generation_id, platform)
  select v_organization_id, v_id, p.slug from unnest(v_platforms) as p (slug);

  return jsonb_build_object(
    'generation_id', v_id, 'status', 'pending', 'reused', false, 'platforms', v_platforms,
    'job', jsonb_build_object('id', v_job_id)
  );
end;
$$;

ALTER FUNCTION private.create_generation(p_input_content text, p_platforms text[], p_tone text, p_language text, p_options jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.create_generation(p_input_content text, p_platforms text[], p_tone text, p_language text, p_options jsonb) IS 'The work of public.create_generation.';

CREATE FUNCTION private.create_organization(p_name text, p_type public.organization_type, p_slug text, p_timezone text) RETURNS public.organizations
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $_$
declare
  v_user public.profiles;
  v_name text := private.require_text(p_name, 'p_name', 200);
  v_slug text := private.require_text(p_slug, 'p_slug', 63, 1, true);
  v_organization public.organizations;
begin
  -- The lock makes the count below exact.
  select p.* into v_user from public.profiles as p where p.id = auth.uid() and p.status = 'active' for no key update;
  if not found then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  perform private.require(p_type is not null, 'p_type', 'p_type is missing');
  perform private.require(
    v_slug is null or v_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$', 'p_slug', 'p_slug must be lower-case letters, digits and single hyphens'
  );
  perform private.require(
    p_timezone is null or private.is_timezone(p_timezone), 'p_timezone', 'p_timezone must be an IANA time zone such as Europe/Amsterdam'
  );
  -- Each organization brings a free plan: without a bound a person could have any number of free quotas.
  if (
    select count(*) >= 10
    from public.organizations as o
    where o.created_by = v_user.id and o.created_at > now() - interval '1 year'
  ) then
    perform private.raise_error('CONFLICT', 'a person can create 10 organizations a year');
  end if;
  v_organization := private.add_organization(v_name, p_type, v_user.id, v_slug, coalesce(p_timezone, v_user.timezone));
  update public.profiles set active_organization_id = v_organization.id where id = v_user.id;
  return v_organization;
end;
$_$;

ALTER FUNCTION private.create_organization(p_name text, p_type public.organization_type, p_slug text, p_timezone text) OWNER TO postgres;

COMMENT ON FUNCTION private.create_organization(p_name text, p_type public.organization_type, p_slug text, p_timezone text) IS 'The work of public.create_organization.';

CREATE FUNCTION private.create_partition(p_parent regclass, p_month timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_schema name;
  v_parent name;
  v_partition text;
  v_default regclass;
  v_key name;
  v_columns text;
  v_from timestamptz := date_trunc('month', p_month, 'UTC');
  v_to timestamptz := date_trunc('month', date_trunc('month', p_month, 'UTC') + interval '32 days', 'UTC');
begin
  select n.nspname, c.relname, nullif(p.partdefid, 0)::regclass, a.attname
  into strict v_schema, v_parent, v_default, v_key
  from pg_catalog.pg_partitioned_table as p
  join pg_catalog.pg_class as c on c.oid = p.partrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
  where p.partrelid = p_parent;

  v_partition := format('%I.%I', v_schema, v_parent || to_char(v_from at time zone 'UTC', '"_y"YYYY"m"MM'));
  if to_regclass(v_partition) is not null then
    return false;
  end if;

  execute format('create table %s (like %s including defaults including constraints including generated including storage)',
    v_partition, p_parent);
  execute format('alter table %s enable row level security', v_partition);
  execute format('revoke all on table %s from anon, authenticated, service_role, catalyst_worker', v_partition);
  if v_default is not null then
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
    into v_columns
    from pg_catalog.pg_attribute as a
    where a.attrelid = p_parent and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
    -- Rows that came before their partition are moved; no one may add another meanwhile.
    execute format('lock table only %s in access exclusive mode', v_default);
    execute format(
      'with moved as (delete from only %s where %I >= %L and %I < %L returning %s) insert into %s (%s) select %s from moved',
      v_default, v_key, v_from, v_key, v_to, v_columns, v_partition, v_columns, v_columns
    );
  end if;
  execute format('alter table %s attach partition %s for values from (%L) to (%L)', p_parent, v_partition, v_from, v_to);
  return true;
end;
$$;

ALTER FUNCTION private.create_partition(p_parent regclass, p_month timestamp with time zone) OWNER TO postgres;

COMMENT ON FUNCTION private.create_partition(p_parent regclass, p_month timestamp with time zone) IS 'Makes the partition of one UTC month: row level security on, no grants; takes over rows that wait in the default partition.';

CREATE FUNCTION private.delete_client_account(p_client_account_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.require_role('admin');
begin
  perform private.lock_organization(v_organization_id);
  -- Members limited to it would otherwise see everything, or nothing: they go first.
  if exists (
    select from public.organization_members as m
    where m.organization_id = v_organization_id and m.client_account_id = p_client_account_id
  ) then
    perform private.raise_error('CONFLICT', 'members are limited to this client account: remove them or change their role first');
  end if;
  update public.organization_invitations set revoked_at = now()
  where organization_id = v_organization_id and client_account_id = p_client_account_id
    and accepted_at is null and revoked_at is null;
  update public.client_accounts set deleted_at = now()
  where organization_id = v_organization_id and id = p_client_account_id and deleted_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such client account');
  end if;
end;
$$;

ALTER FUNCTION private.delete_client_account(p_client_account_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.delete_client_account(p_client_account_id uuid) IS 'The work of public.delete_client_account.';

CREATE FUNCTION private.delete_organization(p_organization_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  perform private.require(p_organization_id is not null, 'p_organization_id', 'p_organization_id is missing');
  if not p_organization_id = any(private.organization_ids()) then
    perform private.raise_error('NOT_FOUND', 'you are not a member of such an organization');
  end if;
  perform private.lock_organization(p_organization_id);
  if not p_organization_id = any(private.organization_ids('owner')) then
    perform private.raise_error('FORBIDDEN', 'only an owner may delete an organization');
  end if;
  perform private.close_organization(p_organization_id);
end;
$$;

ALTER FUNCTION private.delete_organization(p_organization_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.delete_organization(p_organization_id uuid) IS 'The work of public.delete_organization.';

CREATE FUNCTION private.detach_audit(p_table regclass) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $_$
begin
  execute format('drop trigger audit_insert on %1$s; drop trigger audit_update on %1$s; drop trigger audit_delete on %1$s', p_table);
end;
$_$;

ALTER FUNCTION private.detach_audit(p_table regclass) OWNER TO postgres;

COMMENT ON FUNCTION private.detach_audit(p_table regclass) IS 'For rollbacks: the opposite of attach_audit.';

CREATE FUNCTION private.do_due_chores() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    SET enable_bitmapscan TO 'on'
    SET enable_hashjoin TO 'on'
    SET enable_mergejoin TO 'on'
    SET plan_cache_mode TO 'auto'
    AS $$
begin
  perform private.rescue_batch(100);
  perform private.promote_due_jobs(100);
exception
  -- Cron does them too; a claim must not fail over them.
  when others then
    raise warning 'chores of the job queue failed: %', sqlerrm;
end;
$$;

ALTER FUNCTION private.do_due_chores() OWNER TO postgres;

COMMENT ON FUNCTION private.do_due_chores() IS 'What an idle worker does for the queue.';

CREATE FUNCTION private.effective_plan(p_organization_id uuid) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select coalesce(
    (
      select s.plan
      from public.subscriptions as s
      where s.organization_id = p_organization_id and s.ended_at is null
        and private.subscription_is_entitled(s.status, s.current_period_end, s.cancel_at_period_end)
    ),
    'free'
  )
$$;

ALTER FUNCTION private.effective_plan(p_organization_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.effective_plan(p_organization_id uuid) IS 'The plan whose limits hold for the organization now.';

CREATE FUNCTION private.enable_kinds(p_kind text, p_queue text, p_is_enabled boolean) RETURNS text[]
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_kinds text[];
begin
  perform private.require(
    (p_kind is null) <> (p_queue is null), 'p_kind', 'name either a kind or a queue'
  );
  with changed as (
    update public.job_kinds as k
    set is_enabled = p_is_enabled
    where k.kind = p_kind or k.queue = p_queue
    returning k.kind
  )
  select array_agg(c.kind order by c.kind) into v_kinds from changed as c;
  if v_kinds is null then
    perform private.raise_error('NOT_FOUND', 'there is no such kind or queue');
  end if;
  return v_kinds;
end;
$$;

ALTER FUNCTION private.enable_kinds(p_kind text, p_queue text, p_is_enabled boolean) OWNER TO postgres;

COMMENT ON FUNCTION private.enable_kinds(p_kind text, p_queue text, p_is_enabled boolean) IS 'The work of pause_jobs and resume_jobs.';

CREATE FUNCTION private.end_cancelled(p_job public.jobs, p_result jsonb DEFAULT NULL::jsonb) RETURNS private.job_settlement
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  perform private.archive_job(p_job, 'cancelled', p_result, 'CANCELLED', 'cancelled on request');
  perform private.write_job_log(p_job, 'info', 'cancelled');
  perform private.call_failure_function(p_job, 'CANCELLED', 'cancelled on request');
  perform private.broadcast_job(p_job, 'cancelled');
  return private.settlement(p_job, false);
end;
$$;

ALTER FUNCTION private.end_cancelled(p_job public.jobs, p_result jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.end_cancelled(p_job public.jobs, p_result jsonb) IS 'Ends one locked job as cancelled; the caller settles.';

CREATE FUNCTION private.end_failed(p_job public.jobs, p_code text, p_message text) RETURNS private.job_settlement
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_job public.jobs;
begin
  update public.jobs as j
  set status = 'failed', finished_at = now(), lease_expires_at = null, worker_id = null, cancel_requested_at = null,
    error_code = p_code, error_message = p_message, has_slot = false, quota_period = null
  where j.id = p_job.id
  returning j.* into strict v_job;
  perform private.write_job_log(
    v_job, 'error', format('failed for good after %s of %s attempts: %s', v_job.attempt, v_job.max_attempts, p_message),
    jsonb_build_object('code', p_code, 'attempt', v_job.attempt, 'worker_id', p_job.worker_id)
  );
  perform private.call_failure_function(v_job, p_code, p_message);
  perform private.broadcast_job(v_job, 'failed');
  return private.settlement(p_job, false);
end;
$$;

ALTER FUNCTION private.end_failed(p_job public.jobs, p_code text, p_message text) OWNER TO postgres;

COMMENT ON FUNCTION private.end_failed(p_job public.jobs, p_code text, p_message text) IS 'Ends one locked job as failed: the dead letter keeps it, with its step memory, for a replay. The caller settles.';

CREATE FUNCTION private.end_subscription(p_organization_id uuid, p_reason text) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  update public.subscriptions as s
  set
    status = 'cancelled', ended_at = greatest(now(), s.started_at), cancelled_at = coalesce(s.cancelled_at, now()),
    cancellation_reason = coalesce(s.cancellation_reason, p_reason),
    organization_name = case when s.payment_provider is not null or s.amount is not null then (
      select o.name from public.organizations as o where o.id = s.organization_id
    ) end
  where s.organization_id = p_organization_id and s.ended_at is null
$$;

ALTER FUNCTION private.end_subscription(p_organization_id uuid, p_reason text) OWNER TO postgres;

COMMENT ON FUNCTION private.end_subscription(p_organization_id uuid, p_reason text) IS 'Ends the live subscription; the row stays as a record.';

CREATE FUNCTION private.enqueue_job(p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid DEFAULT NULL::uuid, p_priority smallint DEFAULT 1, p_run_at timestamp with time zone DEFAULT now(), p_dedupe_key text DEFAULT NULL::text, p_created_by uuid DEFAULT NULL::uuid, p_quota_amount bigint DEFAULT NULL::bigint) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_kind public.job_kinds;
  v_run_at timestamptz := greatest(p_run_at, now());
  v_amount bigint;
  v_period date;
  v_is_tracked boolean;
  v_is_queued boolean := true;
  v_id bigint;
begin
  v_kind := private.job_kind_for(p_kind, p_organization_id, p_priority, p_run_at, p_quota_amount);
  perform private.require(jsonb_typeof(p_payload) = 'object', 'p_payload', 'p_payload must be an object');
  perform private.require(pg_column_size(p_payload) <= 4194304, 'p_payload', 'p_payload is larger than 4 MB');
  if p_dedupe_key is not null then
    perform private.require(
      char_length(p_dedupe_key) between 1 and 200, 'p_dedupe_key', 'p_dedupe_key must have 1 to 200 characters'
    );
    perform private.lock_dedupe_keys(p_kind, p_organization_id, array[p_dedupe_key]);
    if p_organization_id is null then
      select j.id into v_id
      from public.jobs as j
      where j.kind = p_kind and j.organization_id is null and j.dedupe_key = p_dedupe_key and j.status <> 'failed';
    else
      select j.id into v_id
      from public.jobs as j
      where j.kind = p_kind and j.organization_id = p_organization_id and j.dedupe_key = p_dedupe_key
        and j.status <> 'failed';
    end if;
    if found then
      return v_id;
    end if;
  end if;
  if v_kind.quota_metric is not null then
    v_amount := coalesce(p_quota_amount, v_kind.quota_amount);
    v_period := private.reserve_quota(p_organization_id, v_kind.quota_metric, v_amount);
  end if;
  v_is_tracked := coalesce(v_kind.max_per_organization, v_kind.max_backlog_per_organization) is not null;
  if v_is_tracked then
    v_is_queued := private.admit_jobs(v_kind, p_organization_id, 1, v_run_at > now()) = 1;
  end if;
  insert into public.jobs (
    kind, queue, organization_id, subject_id, payload, priority, run_at, dedupe_key, created_by, max_attempts,
    lease_seconds, status, is_held, is_scheduled, has_slot, quota_metric, quota_amount, quota_period
  )
  values (
    p_kind, v_kind.queue, p_organization_id, p_subject_id, p_payload, p_priority, v_run_at, p_dedupe_key, p_created_by,
    v_kind.max_attempts, v_kind.lease_seconds,
    case when v_is_queued then 'queued' else 'pending' end::public.job_status,
    v_is_queued and not v_kind.is_enabled, not v_is_queued and v_run_at > now(),
    v_is_tracked, v_kind.quota_metric, v_amount, v_period
  )
  returning id into v_id;
  -- A scheduled job wakes too: sleeping workers must learn of the earlier run_at.
  if v_kind.is_enabled and (v_is_queued or v_run_at > now()) then
    perform private.wake_queues(array[v_kind.queue]);
  end if;
  return v_id;
end;
$$;

ALTER FUNCTION private.enqueue_job(p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_dedupe_key text, p_created_by uuid, p_quota_amount bigint) OWNER TO postgres;

COMMENT ON FUNCTION private.enqueue_job(p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_dedupe_key text, p_created_by uuid, p_quota_amount bigint) IS 'One job, in the transaction of the caller; reserves the quota of its kind. With a dedupe key the live job of that key, if any.';

CREATE FUNCTION private.enqueue_jobs(p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[] DEFAULT NULL::uuid[], p_priority smallint DEFAULT 1, p_run_at timestamp with time zone DEFAULT now(), p_dedupe_keys text[] DEFAULT NULL::text[], p_created_by uuid DEFAULT NULL::uuid, p_quota_amount bigint DEFAULT NULL::bigint) RETURNS SETOF bigint
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_kind public.job_kinds;
  v_count integer := coalesce(cardinality(p_payloads), 0);
  v_run_at timestamptz := greatest(p_run_at, now());
  v_amount bigint;
  v_period date;
  v_is_tracked boolean;
  v_queued integer := v_count;
begin
  v_kind := private.job_kind_for(p_kind, p_organization_id, p_priority, p_run_at, p_quota_amount);
  perform private.require(
    p_subject_ids is null or cardinality(p_subject_ids) = v_count, 'p_subject_ids', 'p_subject_ids must match p_payloads'
  );
  perform private.require(
    p_dedupe_keys is null or cardinality(p_dedupe_keys) = v_count, 'p_dedupe_keys', 'p_dedupe_keys must match p_payloads'
  );
  if v_count = 0 then
    return;
  end if;
  perform private.require(
    not exists (
      select from unnest(p_payloads) as p (payload)
      where jsonb_typeof(p.payload) is distinct from 'object' or pg_column_size(p.payload) > 4194304
    ),
    'p_payloads', 'each of p_payloads must be an object of at most 4 MB'
  );
  if p_dedupe_keys is not null then
    -- One by one, because each may find its job alive; the keys in order, so that two callers cannot wait for each
    -- other.
    perform private.lock_dedupe_keys(p_kind, p_organization_id, p_dedupe_keys);
    for i in 1..v_count loop
      return next private.enqueue_job(
        p_kind, p_organization_id, p_payloads[i], p_subject_ids[i], p_priority, p_run_at, p_dedupe_keys[i],
        p_created_by, p_quota_amount
      );
    end loop;
    return;
  end if;
  if v_kind.quota_metric is not null then
    v_amount := coalesce(p_quota_amount, v_kind.quota_amount);
    v_period := private.reserve_quota(p_organization_id, v_kind.quota_metric, v_amount * v_count);
  end if;
  v_is_tracked := coalesce(v_kind.max_per_organization, v_kind.max_backlog_per_organization) is not null;
  if v_is_tracked then
    v_queued := private.admit_jobs(v_kind, p_organization_id, v_count, v_run_at > now());
  end if;
  return query
  insert into public.jobs (
    kind, queue, organization_id, subject_id, payload, priority, run_at, created_by, max_attempts, lease_seconds,
    status, is_held, is_scheduled, has_slot, quota_metric, quota_amount, quota_period
  )
  select
    p_kind, v_kind.queue, p_organization_id, n.subject_id, n.payload, p_priority, v_run_at, p_created_by,
    v_kind.max_attempts, v_kind.lease_seconds,
    case when n.position <= v_queued then 'queued' else 'pending' end::public.job_status,
    n.position <= v_queued and not v_kind.is_enabled,
    n.position > v_queued and v_run_at > now(),
    v_is_tracked, v_kind.quota_metric, v_amount, v_period
  from unnest(p_payloads, p_subject_ids) with ordinality as n (payload, subject_id, position)
  returning id;
  if v_kind.is_enabled then
    perform private.wake_queues(array[v_kind.queue]);
  end if;
end;
$$;

ALTER FUNCTION private.enqueue_jobs(p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[], p_priority smallint, p_run_at timestamp with time zone, p_dedupe_keys text[], p_created_by uuid, p_quota_amount bigint) OWNER TO postgres;

COMMENT ON FUNCTION private.enqueue_jobs(p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[], p_priority smallint, p_run_at timestamp with time zone, p_dedupe_keys text[], p_created_by uuid, p_quota_amount bigint) IS 'Many jobs of one kind in one insert, in the transaction of the caller; ids in the order of the payloads.';

CREATE FUNCTION private.ensure_partitions(p_parent regclass, p_months_ahead integer DEFAULT 3) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO ''
    SET "TimeZone" TO 'UTC'
    AS $$
declare
  v_default regclass;
  v_key name;
  v_month timestamptz;
  v_created integer := 0;
  v_stray timestamptz[] := '{}'::timestamptz[];
begin
  perform pg_advisory_xact_lock(hashtextextended('private.ensure_partitions', p_parent::oid::bigint));
  select nullif(p.partdefid, 0)::regclass, a.attname
  into strict v_default, v_key
  from pg_catalog.pg_partitioned_table as p
  join pg_catalog.pg_attribute as a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
  where p.partrelid = p_parent;

  if v_default is null then
    execute format(
      'create table %s partition of %s default',
      (
        select format('%I.%I', n.nspname, c.relname || '_default')
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where c.oid = p_parent
      ),
      p_parent
    );
    select p.partdefid::regclass into v_default
    from pg_catalog.pg_partitioned_table as p where p.partrelid = p_parent;
    execute format('alter table %s enable row level security', v_default);
    execute format('revoke all on table %s from anon, authenticated, service_role, catalyst_worker', v_default);
  end if;

  execute format(
    'select coalesce(array_agg(distinct date_trunc(''month'', %I)) filter (where isfinite(%I)), ''{}'') from only %s',
    v_key, v_key, v_default
  ) into v_stray;
  for v_month in
    select generate_series(date_trunc('month', now()), date_trunc('month', now()) + make_interval(months => p_months_ahead), '1 month')
    union
    select unnest(v_stray)
    order by 1
  loop
    if private.create_partition(p_parent, v_month) then
      v_created := v_created + 1;
    end if;
  end loop;
  return v_created;
end;
$$;

ALTER FUNCTION private.ensure_partitions(p_parent regclass, p_months_ahead integer) OWNER TO postgres;

COMMENT ON FUNCTION private.ensure_partitions(p_parent regclass, p_months_ahead integer) IS 'Makes this month''s partition, those of the months ahead, the default one, and those of rows found in the default one.';

CREATE FUNCTION private.expire_subscriptions() RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid;
  v_expired integer := 0;
begin
  for v_organization_id in
    update public.subscriptions as s
    set
      status = 'expired', ended_at = greatest(now(), s.started_at),
      organization_name = (select o.name from public.organizations as o where o.id = s.organization_id)
    where s.ended_at is null and s.current_period_end < now()
      and s.status in ('trialing', 'active', 'past_due')
      and not private.subscription_is_entitled(s.status, s.current_period_end, s.cancel_at_period_end)
    returning s.organization_id
  loop
    perform private.start_free_subscription(v_organization_id);
    v_expired := v_expired + 1;
  end loop;
  return v_expired;
end;
$$;

ALTER FUNCTION private.expire_subscriptions() OWNER TO postgres;

COMMENT ON FUNCTION private.expire_subscriptions() IS 'Ends subscriptions whose paid time is over and starts the free plan. Limits do not wait for it: they look at the dates.';

CREATE FUNCTION private.fail_generate_posts(p_job public.jobs, p_code text, p_message text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_cancelled boolean := p_code = 'CANCELLED';
begin
  update public.generation_outputs as o
  set status = case when v_cancelled then 'cancelled' else 'failed' end::public.generation_output_status,
    error_code = case when v_cancelled then null else p_code end,
    error_message = case when v_cancelled then null else left(p_message, 1000) end,
    completed_at = now()
  where o.generation_id = p_job.subject_id and o.status = 'pending';
  update public.generations as g
  set status = case
      when v_cancelled then 'cancelled'
      when exists (select from public.generation_outputs as o where o.generation_id = g.id and o.status = 'completed') then 'partial'
      else 'failed' end::public.generation_status,
    error_code = p_code,
    error_message = left(p_message, 1000),
    completed_at = now()
  where g.organization_id = p_job.organization_id and g.id = p_job.subject_id and g.completed_at is null;
end;
$$;

ALTER FUNCTION private.fail_generate_posts(p_job public.jobs, p_code text, p_message text) OWNER TO postgres;

COMMENT ON FUNCTION private.fail_generate_posts(p_job public.jobs, p_code text, p_message text) IS 'Ends a generation whose job failed for good or was cancelled; platforms already made are kept and the quota is given back.';

CREATE FUNCTION private.fallback_organization(p_user_id uuid, p_except uuid) RETURNS uuid
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select m.organization_id
  from public.organization_members as m
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  where m.user_id = p_user_id and m.status = 'active' and m.organization_id <> p_except
  order by m.role desc, m.joined_at, m.id
  limit 1
$$;

ALTER FUNCTION private.fallback_organization(p_user_id uuid, p_except uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.fallback_organization(p_user_id uuid, p_except uuid) IS 'Where a person continues when the active organization is gone.';

CREATE FUNCTION private.forget_actor() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  perform set_config('catalyst.erasing', 'on', true);
  update public.audit_log set ip_address = null, user_agent = null
  where actor_id = old.id and (ip_address is not null or user_agent is not null);
  perform set_config('catalyst.erasing', 'off', true);
  return null;
end;
$$;

ALTER FUNCTION private.forget_actor() OWNER TO postgres;

COMMENT ON FUNCTION private.forget_actor() IS 'What a deleted person did stays on record; from where does not.';

CREATE FUNCTION private.forget_free_subscriptions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  -- Only what was paid for is a billing record.
  delete from public.subscriptions as s
  where s.organization_id = old.id and s.payment_provider is null and s.amount is null;
  return old;
end;
$$;

ALTER FUNCTION private.forget_free_subscriptions() OWNER TO postgres;

COMMENT ON FUNCTION private.forget_free_subscriptions() IS 'When an organization is purged its free subscriptions go with it; paid ones stay.';

CREATE FUNCTION private.forget_job_creator() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  update public.jobs as j set created_by = null from gone as g where j.created_by = g.id;
  return null;
end;
$$;

ALTER FUNCTION private.forget_job_creator() OWNER TO postgres;

COMMENT ON FUNCTION private.forget_job_creator() IS 'A deleted person leaves no id in the queue; job_history never has one.';

CREATE FUNCTION private.forget_organization_jobs() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  delete from public.job_checkpoints as c
  using public.jobs as j
  join gone as g on g.id = j.organization_id
  where c.job_id = j.id;
  delete from public.jobs as j using gone as g where j.organization_id = g.id;
  delete from public.job_history as h using gone as g where h.organization_id = g.id;
  return null;
end;
$$;

ALTER FUNCTION private.forget_organization_jobs() OWNER TO postgres;

COMMENT ON FUNCTION private.forget_organization_jobs() IS 'In place of a foreign key, which would look up the organization for each job of a bulk enqueue.';

CREATE FUNCTION private.generation_options(p_options jsonb) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO ''
    AS $_$
declare
  v_key text;
  v_value jsonb;
  v_kind text;
  v_longest integer;
begin
  if p_options is null or p_options = 'null'::jsonb then
    return '{}'::jsonb;
  end if;
  perform private.require(jsonb_typeof(p_options) = 'object', 'p_options', 'p_options must be an object');
  for v_key, v_value in select o.key, o.value from jsonb_each(p_options) as o loop
    v_kind := jsonb_typeof(v_value);
    if v_kind = 'null' then
      continue;
    elsif v_key = 'force' then
      perform private.require(v_kind = 'boolean', 'p_options.force', 'p_options.force must be true or false');
    elsif v_key in ('source_url', 'source_path', 'title', 'cta', 'audience', 'client_account_id') then
      v_longest := case v_key
        when 'source_url' then 2048 when 'source_path' then 1024 when 'title' then 500 when 'client_account_id' then 36 else 300
      end;
      perform private.require(
        v_kind = 'string' and char_length(v_value #>> '{}') between 1 and v_longest,
        'p_options.' || v_key, format('p_options.%s must be a string of 1 to %s characters', v_key, v_longest)
      );
    elsif v_key = 'max_hashtags' then
      perform private.require(
        v_kind = 'number' and (v_value #>> '{}') ~ '^([0-9]|[12][0-9]|30)$',
        'p_options.max_hashtags', 'p_options.max_hashtags must be a whole number from 0 to 30'
      );
    else
      perform private.require(
        false, 'p_options.' || left(v_key, 60),
        format(
          'p_options.%s is not known; known are force, source_url, source_path, title, cta, audience, max_hashtags, client_account_id',
          left(v_key, 60)
        )
      );
    end if;
  end loop;
  return jsonb_strip_nulls(p_options);
end;
$_$;

ALTER FUNCTION private.generation_options(p_options jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.generation_options(p_options jsonb) IS 'The options without nulls, or VALIDATION_ERROR naming the option.';

CREATE FUNCTION private.generation_output_text(p_platform text, p_output jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select case p_platform
    when 'x' then private.json_lines(p_output -> 'thread', e'\n\n')
    when 'threads' then private.json_lines(p_output -> 'posts', e'\n\n')
    when 'linkedin' then p_output ->> 'post'
    when 'instagram' then p_output ->> 'caption'
    when 'email' then concat_ws(e'\n\n', p_output ->> 'subject', p_output ->> 'body')
    when 'tiktok' then concat_ws(
      e'\n\n',
      private.json_lines(p_output -> 'hooks', e'\n'),
      private.json_lines(p_output -> 'talking_points', e'\n'),
      p_output ->> 'cta'
    )
  end
$$;

ALTER FUNCTION private.generation_output_text(p_platform text, p_output jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.generation_output_text(p_platform text, p_output jsonb) IS 'The output of a platform as plain text; null when it has none.';

CREATE FUNCTION private.generation_platforms(p_platforms text[]) RETURNS text[]
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
declare
  v_wanted text[];
  v_unknown text;
begin
  perform private.require(cardinality(p_platforms) between 1 and 64, 'p_platforms', 'p_platforms must name 1 to 64 platforms');
  -- "twitter" is what existing frontends send for x
  select array_agg(slug order by first_position)
  into v_wanted
  from (
    select case lower(btrim(given.name)) when 'twitter' then 'x' else lower(btrim(given.name)) end as slug,
      min(given.position) as first_position
    from unnest(p_platforms) with ordinality as given (name, position)
    group by 1
  ) as distinct_names;
  select coalesce(w.slug, 'null')
  into v_unknown
  from unnest(v_wanted) as w (slug)
  where not exists (
    select from public.platforms as p where p.slug = w.slug and p.is_generation_target and p.is_active
  )
  limit 1;
  if found then
    perform private.require(
      false, 'p_platforms',
      format(
        'p_platforms contains %s; choose from %s', left(v_unknown, 40),
        (
          select string_agg(p.slug, ', ' order by p.sort_order)
          from public.platforms as p where p.is_generation_target and p.is_active
        )
      )
    );
  end if;
  return v_wanted;
end;
$$;

ALTER FUNCTION private.generation_platforms(p_platforms text[]) OWNER TO postgres;

COMMENT ON FUNCTION private.generation_platforms(p_platforms text[]) IS 'The distinct platform slugs in the order given, or VALIDATION_ERROR.';

CREATE FUNCTION private.generation_topics(p_organization_id uuid, p_client_account_id uuid) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select concat('org:', p_organization_id, ':generations')
  union all
  select concat('org:', p_organization_id, ':client:', p_client_account_id, ':generations')
  where p_client_account_id is not null
$$;

ALTER FUNCTION private.generation_topics(p_organization_id uuid, p_client_account_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.generation_topics(p_organization_id uuid, p_client_account_id uuid) IS 'Where members follow generations; those limited to a client account have a topic of their own.';

CREATE FUNCTION private.get_job(p_id bigint) RETURNS public.job_info
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid;
  v_is_backend boolean := private.is_backend();
  v_info public.job_info;
begin
  if not v_is_backend then
    v_organization_id := private.active_org_or_raise();
    if private.member_client_account() is not null then
      perform private.raise_error('NOT_FOUND', 'there is no such job in the active organization');
    end if;
  end if;
  perform private.require(p_id is not null, 'p_id', 'p_id is missing');
  select
    j.id, j.kind, j.status, j.subject_id, j.priority, j.progress, j.step, j.attempt, j.max_attempts,
    j.cancel_requested_at is not null, j.run_at, j.error_code, j.error_message, null::jsonb, j.created_by, j.created_at,
    j.started_at, j.finished_at
  into v_info
  from public.jobs as j
  where j.id = p_id and (v_is_backend or j.organization_id = v_organization_id);
  if not found then
    select
      h.id, h.kind, h.status, h.subject_id, h.priority, h.progress, h.step, h.attempt, h.max_attempts, false,
      null::timestamptz, h.error_code, h.error_message, h.result, null::uuid, h.created_at, h.started_at, h.finished_at
    into v_info
    from public.job_history as h
    where h.id = p_id and (v_is_backend or h.organization_id = v_organization_id);
  end if;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such job in the active organization');
  end if;
  -- These texts speak of tables and machines; the log has them for support.
  if not v_is_backend and v_info.error_code in ('APPLY_FAILED', 'INTERNAL_ERROR', 'LEASE_EXPIRED', 'UNKNOWN') then
    v_info.error_message := 'something went wrong on our side';
  end if;
  return v_info;
end;
$$;

ALTER FUNCTION private.get_job(p_id bigint) OWNER TO postgres;

COMMENT ON FUNCTION private.get_job(p_id bigint) IS 'The work of public.get_job.';

CREATE FUNCTION private.get_quotas() RETURNS TABLE(metric text, display_name text, unit text, period public.quota_period, period_start date, "limit" bigint, used bigint, reserved bigint, remaining bigint, resets_at timestamp with time zone, plan text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select * from private.get_quotas(private.active_org_or_raise())
$$;

ALTER FUNCTION private.get_quotas() OWNER TO postgres;

CREATE FUNCTION private.get_quotas(p_organization_id uuid) RETURNS TABLE(metric text, display_name text, unit text, period public.quota_period, period_start date, "limit" bigint, used bigint, reserved bigint, remaining bigint, resets_at timestamp with time zone, plan text)
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select
    m.metric, m.display_name, m.unit, m.period, s.period_start, l.limit_value, coalesce(c.used, 0),
    coalesce(c.reserved, 0),
    greatest(l.limit_value - coalesce(c.used + c.reserved, 0), 0), private.quota_resets_at(m.period, o.timezone,
    s.period_start),
    l.plan
  from public.organizations as o
  cross join lateral (select private.effective_plan(o.id) as plan) as e
  join public.plan_limits as l on l.plan = e.plan
  join public.quota_metrics as m on m.metric = l.metric
  cross join lateral (select private.quota_period_start(m.period, o.timezone) as period_start) as s
  left join public.usage_counters as c
    on c.organization_id = o.id and c.metric = m.metric and c.period_start = s.period_start
  where o.id = p_organization_id
  order by m.sort_order, m.metric
$$;

ALTER FUNCTION private.get_quotas(p_organization_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.get_quotas(p_organization_id uuid) IS 'Limits and use of one organization in the running periods.';

CREATE FUNCTION private.handle_new_user() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $_$
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
$_$;

ALTER FUNCTION private.handle_new_user() OWNER TO postgres;

COMMENT ON FUNCTION private.handle_new_user() IS 'Sign-up: profile, settings, personal organization with its owner and free subscription.';

CREATE FUNCTION private.handle_user_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION private.handle_user_change() OWNER TO postgres;

COMMENT ON FUNCTION private.handle_user_change() IS 'Copies what Supabase Auth changed: address, verification, last sign-in, deletion.';

CREATE FUNCTION private.has_app_role(p_role public.app_role) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select exists (
    select from public.user_roles as r
    where r.user_id = (select auth.uid()) and r.role >= p_role and (r.expires_at is null or r.expires_at > now())
  )
$$;

ALTER FUNCTION private.has_app_role(p_role public.app_role) OWNER TO postgres;

COMMENT ON FUNCTION private.has_app_role(p_role public.app_role) IS 'Whether the caller holds this platform role or a higher one, not expired.';

CREATE FUNCTION private.has_due_chores() RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    SET enable_seqscan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
begin
  return exists (select from public.jobs as j where j.status = 'processing' and j.lease_expires_at <= now())
    or exists (select from public.jobs as j where j.status = 'pending' and j.is_scheduled and j.run_at <= now());
end;
$$;

ALTER FUNCTION private.has_due_chores() OWNER TO postgres;

COMMENT ON FUNCTION private.has_due_chores() IS 'Whether a lease has lapsed or a scheduled job is due; two index look-ups.';

CREATE FUNCTION private.has_role(p_role public.member_role) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select coalesce((private.active_member()).role >= p_role, false)
$$;

ALTER FUNCTION private.has_role(p_role public.member_role) OWNER TO postgres;

COMMENT ON FUNCTION private.has_role(p_role public.member_role) IS 'Whether the caller has this role or a higher one in the active organization.';

CREATE FUNCTION private.hold_jobs() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  -- Out of the index that claims walk, however many they are.
  update public.jobs as j
  set is_held = not new.is_enabled
  where j.kind = new.kind and j.status = 'queued' and j.is_held = new.is_enabled;
  if new.is_enabled then
    perform private.wake_queues(array[new.queue]);
  end if;
  return null;
end;
$$;

ALTER FUNCTION private.hold_jobs() OWNER TO postgres;

COMMENT ON FUNCTION private.hold_jobs() IS 'Sets the waiting jobs of a paused kind aside and brings them back.';

CREATE FUNCTION private.invite_member(p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_email text := private.require_email(p_email);
  v_token text := private.new_token();
  v_invitation public.organization_invitations;
begin
  perform private.require(p_role <> 'owner', 'p_role', 'p_role must be viewer, client, creator, manager or admin');
  perform private.require(
    p_expires_in_days between 1 and 30, 'p_expires_in_days', 'p_expires_in_days must be between 1 and 30'
  );
  perform private.lock_organization(v_organization_id);
  perform private.require_member_management(v_organization_id, p_role);
  perform private.require_client_account(v_organization_id, p_client_account_id, p_role);
  if exists (
    select from public.organization_members as m
    join public.profiles as p on p.id = m.user_id
    where m.organization_id = v_organization_id and lower(p.email) = v_email
  ) then
    perform private.raise_error('CONFLICT', 'this person is a member already', jsonb_build_object('field', 'p_email'));
  end if;
  -- An invitation sent again replaces the one before: only the newest link works.
  update public.organization_invitations set revoked_at = now()
  where organization_id = v_organization_id and email = v_email and accepted_at is null and revoked_at is null;
  if (
    select count(*) >= 200
    from public.organization_invitations as i
    where i.organization_id = v_organization_id and i.created_at > now() - interval '1 day'
  ) then
    perform private.raise_error('RATE_LIMITED', 'an organization can invite 200 people a day', '{"retry_after_seconds": 3600}');
  end if;
  insert into public.organization_invitations (
    organization_id, email, role, client_account_id, token_hash, invited_by, expires_at
  )
  values (
    v_organization_id, v_email, p_role, p_client_account_id, private.token_hash(v_token), auth.uid(),
    now() + make_interval(days => p_expires_in_days)
  )
  returning * into v_invitation;
  return to_jsonb(v_invitation) - 'token_hash' || jsonb_build_object('token', v_token);
end;
$$;

ALTER FUNCTION private.invite_member(p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer) OWNER TO postgres;

COMMENT ON FUNCTION private.invite_member(p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer) IS 'The work of public.invite_member.';

CREATE FUNCTION private.is_audit_redacted(p_column text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select p_column ~ '(email|phone|token|secret|password|hash|ip_address|user_agent|first_name|last_name|full_name|avatar)'
    or p_column ~ '^(stripe|razorpay|cashfree)_'
$$;

ALTER FUNCTION private.is_audit_redacted(p_column text) OWNER TO postgres;

COMMENT ON FUNCTION private.is_audit_redacted(p_column text) IS 'Columns whose values the log must not keep: that they changed is recorded, not to what.';

CREATE FUNCTION private.is_backend() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  -- The role setting outlives the change of user inside a definer function, so it tells who called from outside.
  select current_setting('role') not in ('anon', 'authenticated')
$$;

ALTER FUNCTION private.is_backend() OWNER TO postgres;

COMMENT ON FUNCTION private.is_backend() IS 'Whether a worker, an operator or cron calls, rather than a client.';

CREATE FUNCTION private.job_kind_for(p_kind text, p_organization_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_quota_amount bigint) RETURNS public.job_kinds
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_kind public.job_kinds;
begin
  select k.* into v_kind from public.job_kinds as k where k.kind = p_kind;
  perform private.require(found, 'p_kind', format('there is no job kind %s', coalesce(quote_literal(p_kind), 'null')));
  perform private.require(
    v_kind.is_system = (p_organization_id is null), 'p_organization_id',
    case when v_kind.is_system then 'a system job has no organization' else 'p_organization_id is missing' end
  );
  perform private.require(p_priority between 0 and 3, 'p_priority', 'p_priority must be 0 to 3');
  perform private.require(isfinite(p_run_at), 'p_run_at', 'p_run_at must be a point in time');
  perform private.require(
    p_quota_amount is null or p_quota_amount >= 1, 'p_quota_amount', 'p_quota_amount must be at least 1'
  );
  if p_organization_id is not null then
    -- Once per call, what a foreign key would do per row: the organization exists until we commit.
    perform from public.organizations as o where o.id = p_organization_id for key share;
    perform private.require(found, 'p_organization_id', 'there is no such organization');
  end if;
  return v_kind;
end;
$$;

ALTER FUNCTION private.job_kind_for(p_kind text, p_organization_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_quota_amount bigint) OWNER TO postgres;

COMMENT ON FUNCTION private.job_kind_for(p_kind text, p_organization_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_quota_amount bigint) IS 'The kind, after checking what every job of it needs.';

CREATE FUNCTION private.json_lines(p_strings jsonb, p_separator text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select string_agg(s.line, p_separator order by s.position)
  from jsonb_array_elements_text(p_strings) with ordinality as s (line, position)
$$;

ALTER FUNCTION private.json_lines(p_strings jsonb, p_separator text) OWNER TO postgres;

COMMENT ON FUNCTION private.json_lines(p_strings jsonb, p_separator text) IS 'A json array of strings as one text; null when there is none.';

CREATE FUNCTION private.keep_an_owner() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION private.keep_an_owner() OWNER TO postgres;

COMMENT ON FUNCTION private.keep_an_owner() IS 'No path leaves a living organization without an active owner.';

CREATE FUNCTION private.leave_active_organization() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  update public.profiles as p
  set active_organization_id = private.fallback_organization(p.id, old.organization_id)
  where p.id = old.user_id and p.active_organization_id = old.organization_id;
  return null;
end;
$$;

ALTER FUNCTION private.leave_active_organization() OWNER TO postgres;

COMMENT ON FUNCTION private.leave_active_organization() IS 'Who was removed continues in another organization of theirs.';

CREATE FUNCTION private.leave_organization() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.active_org_or_raise();
begin
  perform private.lock_organization(v_organization_id);
  delete from public.organization_members where organization_id = v_organization_id and user_id = auth.uid();
end;
$$;

ALTER FUNCTION private.leave_organization() OWNER TO postgres;

COMMENT ON FUNCTION private.leave_organization() IS 'The work of public.leave_organization.';

CREATE FUNCTION private.list_members() RETURNS TABLE(user_id uuid, role public.member_role, status public.member_status, client_account_id uuid, full_name text, email text, avatar_url text, joined_at timestamp with time zone, last_login_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select m.user_id, m.role, m.status, m.client_account_id, p.full_name, p.email, p.avatar_url, m.joined_at,
  p.last_login_at
  from public.organization_members as m
  join public.profiles as p on p.id = m.user_id
  cross join lateral (select private.active_member() as me) as caller
  where m.organization_id = (caller.me).organization_id
    and (
      m.user_id = (caller.me).user_id
      or ((caller.me).role <> 'client' and (caller.me).client_account_id is null)
    )
  order by m.role desc, m.joined_at, m.user_id
$$;

ALTER FUNCTION private.list_members() OWNER TO postgres;

COMMENT ON FUNCTION private.list_members() IS 'The work of public.list_members.';

CREATE FUNCTION private.lock_dedupe_keys(p_kind text, p_organization_id uuid, p_dedupe_keys text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_key bigint;
begin
  for v_key in
    select distinct hashtextextended(concat_ws(e'\n', p_kind, p_organization_id, k.key), 0)
    from unnest(p_dedupe_keys) as k (key)
    where k.key is not null
    order by 1
  loop
    perform pg_advisory_xact_lock(v_key);
  end loop;
end;
$$;

ALTER FUNCTION private.lock_dedupe_keys(p_kind text, p_organization_id uuid, p_dedupe_keys text[]) OWNER TO postgres;

COMMENT ON FUNCTION private.lock_dedupe_keys(p_kind text, p_organization_id uuid, p_dedupe_keys text[]) IS 'Makes enqueues of the same key wait for each other, so that quota is reserved by the one that makes the job only.';

CREATE FUNCTION private.lock_external_id(p_provider text, p_external_id text) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select pg_advisory_xact_lock(hashtextextended(p_provider || e'\n' || p_external_id, 1))
$$;

ALTER FUNCTION private.lock_external_id(p_provider text, p_external_id text) OWNER TO postgres;

COMMENT ON FUNCTION private.lock_external_id(p_provider text, p_external_id text) IS 'A snooze and a signal for the same external id wait for each other, so that the signal cannot fall between.';

CREATE FUNCTION private.lock_organization(p_organization_id uuid) RETURNS public.organizations
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_organization public.organizations;
begin
  select o.* into v_organization
  from public.organizations as o
  where o.id = p_organization_id and o.deleted_at is null
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such organization');
  end if;
  return v_organization;
end;
$$;

ALTER FUNCTION private.lock_organization(p_organization_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.lock_organization(p_organization_id uuid) IS 'Makes changes of its members wait for each other.';

CREATE FUNCTION private.maintain_partitions() RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_created integer := 0;
  v_rule record;
begin
  for v_rule in
    select to_regclass(r.parent) as relation, r.months_ahead
    from private.retention_rules as r
    where r.method = 'drop_partitions' and to_regclass(r.parent) is not null
    order by r.parent
  loop
    v_created := v_created + private.ensure_partitions(v_rule.relation, v_rule.months_ahead);
  end loop;
  return v_created;
end;
$$;

ALTER FUNCTION private.maintain_partitions() OWNER TO postgres;

COMMENT ON FUNCTION private.maintain_partitions() IS 'Makes the partitions ahead of every table that has a rule.';

CREATE FUNCTION private.manage_partitions(p_parent text, p_retain interval, p_description text, p_time_column text DEFAULT 'created_at'::text, p_months_ahead integer DEFAULT 3) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  insert into private.retention_rules (parent, retain, time_column, months_ahead, description)
  values (p_parent, p_retain, p_time_column, p_months_ahead, p_description);
  return private.ensure_partitions(p_parent::regclass, p_months_ahead);
end;
$$;

ALTER FUNCTION private.manage_partitions(p_parent text, p_retain interval, p_description text, p_time_column text, p_months_ahead integer) OWNER TO postgres;

COMMENT ON FUNCTION private.manage_partitions(p_parent text, p_retain interval, p_description text, p_time_column text, p_months_ahead integer) IS 'For migrations: registers a table partitioned by month and makes its first partitions.';

CREATE FUNCTION private.may_use_topic(p_topic text, p_to_write boolean) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $_$
declare
  v_parts text[] := string_to_array(p_topic, ':');
  v_member record;
begin
  if auth.uid() is null or cardinality(v_parts) < 3 then
    return false;
  end if;
  if v_parts[1] = 'user' then
    return not p_to_write and v_parts[2] = auth.uid()::text
      and exists (select from public.profiles as p where p.id = auth.uid() and p.status = 'active');
  end if;
  if v_parts[1] <> 'org' or v_parts[2] !~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then
    return false;
  end if;
  select m.role, m.client_account_id into v_member
  from public.organization_members as m
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  join public.profiles as p on p.id = m.user_id and p.status = 'active'
  where m.user_id = auth.uid() and m.organization_id = v_parts[2]::uuid and m.status = 'active';
  if not found then
    return false;
  end if;
  if v_member.client_account_id is not null then
    return not p_to_write and v_parts[3] = 'client' and v_parts[4] is not distinct from v_member.client_account_id::text;
  end if;
  return not p_to_write or (v_member.role >= 'creator' and v_parts[3] = 'canvas' and cardinality(v_parts) >= 4);
end;
$_$;

ALTER FUNCTION private.may_use_topic(p_topic text, p_to_write boolean) OWNER TO postgres;

COMMENT ON FUNCTION private.may_use_topic(p_topic text, p_to_write boolean) IS 'Members read the topics of their organization and persons their own; creators and higher write on canvas topics; nobody else anything.';

CREATE FUNCTION private.member_client_account() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select (private.active_member()).client_account_id
$$;

ALTER FUNCTION private.member_client_account() OWNER TO postgres;

COMMENT ON FUNCTION private.member_client_account() IS 'The client account the caller is limited to in the active organization; null for no limit.';

CREATE FUNCTION private.member_to_manage(p_organization_id uuid, p_user_id uuid) RETURNS public.organization_members
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_member public.organization_members;
begin
  perform private.require(p_user_id is not null, 'p_user_id', 'p_user_id is missing');
  select m.* into v_member
  from public.organization_members as m
  where m.organization_id = p_organization_id and m.user_id = p_user_id
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'this person is not a member of the active organization');
  end if;
  return v_member;
end;
$$;

ALTER FUNCTION private.member_to_manage(p_organization_id uuid, p_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.member_to_manage(p_organization_id uuid, p_user_id uuid) IS 'The member, locked, or NOT_FOUND.';

CREATE FUNCTION private.new_token() RETURNS text
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  -- Two version 4 uuids hold 244 random bits; hashing spreads them evenly.
  select rtrim(translate(
    encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'base64'), '+/', '-_'
  ), '=')
$$;

ALTER FUNCTION private.new_token() OWNER TO postgres;

COMMENT ON FUNCTION private.new_token() IS 'A bearer secret of 43 URL-safe characters. Store private.token_hash of it, never itself.';

CREATE FUNCTION private.notify(p_organization_id uuid, p_user_id uuid, p_type text, p_title text, p_message text DEFAULT NULL::text, p_action_url text DEFAULT NULL::text, p_action_label text DEFAULT NULL::text, p_entity_type text DEFAULT NULL::text, p_entity_id uuid DEFAULT NULL::uuid, p_metadata jsonb DEFAULT '{}'::jsonb, p_minimum_role public.member_role DEFAULT 'viewer'::public.member_role, p_expires_at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_count integer;
begin
  -- Telling somebody must not fail what they are told about: texts are cut to fit, and strangers are left out.
  insert into public.notifications (
    organization_id, user_id, type, title, message, action_url, action_label, metadata, related_entity_type,
    related_entity_id,
    expires_at
  )
  select
    m.organization_id, m.user_id, t.type,
    left(coalesce(nullif(p_title, ''), t.display_name), 255), left(p_message, 2000),
    case when char_length(p_action_url) <= 2048 then p_action_url end, left(p_action_label, 100),
    private.to_json_object(p_metadata),
    left(p_entity_type, 50), p_entity_id,
    case when p_expires_at > now() then p_expires_at else now() + t.expires_after end
  from public.organization_members as m
  join public.notification_types as t
    on t.type = coalesce((select k.type from public.notification_types as k where k.type = p_type), 'system_notice')
  where m.organization_id = p_organization_id and m.status = 'active' and m.role >= p_minimum_role
    and (m.user_id = p_user_id or p_user_id is null);
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;

ALTER FUNCTION private.notify(p_organization_id uuid, p_user_id uuid, p_type text, p_title text, p_message text, p_action_url text, p_action_label text, p_entity_type text, p_entity_id uuid, p_metadata jsonb, p_minimum_role public.member_role, p_expires_at timestamp with time zone) OWNER TO postgres;

COMMENT ON FUNCTION private.notify(p_organization_id uuid, p_user_id uuid, p_type text, p_title text, p_message text, p_action_url text, p_action_label text, p_entity_type text, p_entity_id uuid, p_metadata jsonb, p_minimum_role public.member_role, p_expires_at timestamp with time zone) IS 'Tells one member, or with p_user_id null all members of p_minimum_role or higher. Answers how many were told.';

CREATE FUNCTION private.organization_ids(p_role public.member_role DEFAULT 'viewer'::public.member_role, p_unlimited boolean DEFAULT false) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select coalesce(array_agg(m.organization_id), '{}')
  from public.organization_members as m
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  join public.profiles as p on p.id = m.user_id and p.status = 'active'
  where m.user_id = (select auth.uid()) and m.status = 'active' and m.role >= p_role
    and not (p_unlimited and (m.role = 'client' or m.client_account_id is not null))
$$;

ALTER FUNCTION private.organization_ids(p_role public.member_role, p_unlimited boolean) OWNER TO postgres;

COMMENT ON FUNCTION private.organization_ids(p_role public.member_role, p_unlimited boolean) IS 'Organizations in which the caller has at least this role; p_unlimited leaves out those where the caller is a client.';

CREATE FUNCTION private.partition_month(p_partition name) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $_$
  select make_timestamptz(m[1]::integer, m[2]::integer, 1, 0, 0, 0, 'UTC')
  from regexp_match(p_partition::text, '_y([0-9]{4})m([0-9]{2})$') as m
$_$;

ALTER FUNCTION private.partition_month(p_partition name) OWNER TO postgres;

COMMENT ON FUNCTION private.partition_month(p_partition name) IS 'The UTC month a partition holds, from its name.';

CREATE FUNCTION private.partition_problems() RETURNS TABLE(parent text, problem text, detail text)
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_rule record;
  v_rows boolean;
begin
  for v_rule in
    select r.parent, c.oid::regclass as relation, c.relname, nullif(p.partdefid, 0)::regclass as fallback
    from private.retention_rules as r
    join pg_catalog.pg_class as c on c.oid = to_regclass(r.parent)
    join pg_catalog.pg_partitioned_table as p on p.partrelid = c.oid
    where r.method = 'drop_partitions'
  loop
    if not exists (
      select from pg_catalog.pg_inherits as i
      join pg_catalog.pg_class as c on c.oid = i.inhrelid
      where i.inhparent = v_rule.relation
        and private.partition_month(c.relname) = date_trunc('month', now() at time zone 'UTC' + interval '1 month') at time zone 'UTC'
    ) then
      return query select v_rule.parent, 'next_partition_missing', 'the partition of next month does not exist';
    end if;
    if v_rule.fallback is null then
      return query select v_rule.parent, 'default_partition_missing', 'inserts outside the known months fail';
    else
      execute format('select exists (select from only %s)', v_rule.fallback) into v_rows;
      if v_rows then
        return query select v_rule.parent, 'default_partition_in_use', 'rows arrived for which no partition existed';
      end if;
    end if;
  end loop;
end;
$$;

ALTER FUNCTION private.partition_problems() OWNER TO postgres;

COMMENT ON FUNCTION private.partition_problems() IS 'What a watchdog must alert on; no rows when all is well.';

CREATE FUNCTION private.paused_kinds() RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select coalesce(array_agg(k.kind), '{}') from public.job_kinds as k where not k.is_enabled
$$;

ALTER FUNCTION private.paused_kinds() OWNER TO postgres;

COMMENT ON FUNCTION private.paused_kinds() IS 'Kinds that are not handed out at the moment.';

CREATE FUNCTION private.phone_or_null(p_phone text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $_$
  select case when p_phone ~ '^\+?[0-9][0-9 ()./-]{3,28}[0-9]$' then p_phone end
$_$;

ALTER FUNCTION private.phone_or_null(p_phone text) OWNER TO postgres;

COMMENT ON FUNCTION private.phone_or_null(p_phone text) IS 'The number when profiles takes it.';

CREATE FUNCTION private.plan_slug(p_name text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select p.slug
  from public.plans as p
  where p.slug = lower(p_name) or lower(p_name) = any(p.aliases)
  order by p.slug = lower(p_name) desc
  limit 1
$$;

ALTER FUNCTION private.plan_slug(p_name text) OWNER TO postgres;

COMMENT ON FUNCTION private.plan_slug(p_name text) IS 'The plan of this name or alias; null for a name nobody knows.';

CREATE FUNCTION private.promote_due_jobs(p_limit integer DEFAULT 1000) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO ''
    SET enable_seqscan TO 'off'
    AS $$
declare
  v_organization_ids uuid[];
  v_kinds text[];
  v_queues text[];
  v_due integer;
begin
  with due as (
    select j.id
    from public.jobs as j
    where j.status = 'pending' and j.is_scheduled and j.run_at <= now()
    order by j.run_at
    limit p_limit
    for update skip locked
  ),
  ready as (
    update public.jobs as j set is_scheduled = false from due as d where j.id = d.id returning j.id
  )
  select count(*) into v_due from ready as r;
  -- Whose places are free: those just due, and those that a change of a cap or an interrupted promotion left behind.
  select array_agg(l.organization_id), array_agg(l.kind)
  into v_organization_ids, v_kinds
  from (
    select s.organization_id, s.kind
    from private.job_slots as s
    join public.job_kinds as k on k.kind = s.kind
    where s.pending_count > 0 and s.active_count < coalesce(k.max_per_organization, s.active_count + 1)
      and exists (
        select from public.jobs as j
        where j.status = 'pending' and not j.is_scheduled and j.organization_id = s.organization_id and j.kind = s.kind
      )
    order by s.organization_id, s.kind
    limit p_limit
    for update of s skip locked
  ) as l;
  if v_kinds is not null then
    v_queues := private.promote_jobs(v_organization_ids, v_kinds);
    if v_queues is not null then
      perform private.wake_queues(v_queues);
    end if;
  end if;
  return v_due;
end;
$$;

ALTER FUNCTION private.promote_due_jobs(p_limit integer) OWNER TO postgres;

COMMENT ON FUNCTION private.promote_due_jobs(p_limit integer) IS 'Lets scheduled jobs of capped kinds in when they are due, and fills any place that is free while jobs wait for it.';

CREATE FUNCTION private.promote_jobs(p_organization_ids uuid[], p_kinds text[]) RETURNS text[]
    LANGUAGE plpgsql
    SET search_path TO ''
    SET enable_seqscan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
declare
  v_queues text[];
begin
  with room as (
    select s.organization_id, s.kind, k.is_enabled,
      least(s.pending_count, coalesce(greatest(k.max_per_organization - s.active_count, 0), s.pending_count)) as places
    from unnest(p_organization_ids, p_kinds) as g (organization_id, kind)
    join private.job_slots as s on s.organization_id = g.organization_id and s.kind = g.kind
    join public.job_kinds as k on k.kind = s.kind
    where s.pending_count > 0
  ),
  next_jobs as (
    select j.id, r.is_enabled
    from room as r
    cross join lateral (
      select p.id
      from public.jobs as p
      where p.status = 'pending' and not p.is_scheduled and p.organization_id = r.organization_id and p.kind = r.kind
      order by p.priority desc, p.run_at, p.id
      limit r.places
      for update skip locked
    ) as j
  ),
  promoted as (
    update public.jobs as j
    -- In line from now on: with its old run_at the backlog of one tenant would stay ahead of everybody else's jobs.
    set status = 'queued', run_at = greatest(j.run_at, now()), is_held = not n.is_enabled
    from next_jobs as n
    where j.id = n.id
    returning j.organization_id, j.kind, j.queue
  ),
  counted as (
    update private.job_slots as s
    set active_count = s.active_count + c.moved, pending_count = greatest(s.pending_count - c.moved, 0),
      updated_at = now()
    from (select p.organization_id, p.kind, count(*)::integer as moved from promoted as p group by 1, 2) as c
    where s.organization_id = c.organization_id and s.kind = c.kind
  )
  select array_agg(distinct p.queue) into v_queues from promoted as p;
  return v_queues;
end;
$$;

ALTER FUNCTION private.promote_jobs(p_organization_ids uuid[], p_kinds text[]) OWNER TO postgres;

COMMENT ON FUNCTION private.promote_jobs(p_organization_ids uuid[], p_kinds text[]) IS 'Fills free places from the pending jobs of these slots, which the caller has locked; returns the queues that got work.';

CREATE FUNCTION private.public_profile(p_user_id uuid) RETURNS TABLE(id uuid, full_name text, avatar_url text, created_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select p.id, p.full_name, p.avatar_url, p.created_at
  from public.profiles as p
  join public.user_settings as s on s.user_id = p.id and s.is_profile_public
  where p.id = p_user_id and p.status = 'active'
$$;

ALTER FUNCTION private.public_profile(p_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.public_profile(p_user_id uuid) IS 'The work of public.public_profile.';

CREATE FUNCTION private.purge_deleted_organizations() RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_purged bigint;
begin
  -- One batch an hour: deleting a tenant cascades to all its rows.
  delete from public.organizations as o
  where o.id in (
    select d.id from public.organizations as d
    where d.deleted_at < now() - interval '30 days'
    order by d.deleted_at
    limit 20
  );
  get diagnostics v_purged = row_count;
  return v_purged;
end;
$$;

ALTER FUNCTION private.purge_deleted_organizations() OWNER TO postgres;

COMMENT ON FUNCTION private.purge_deleted_organizations() IS 'Removes organizations 30 days after their deletion, with everything of theirs.';

CREATE FUNCTION private.quota_discrepancies() RETURNS TABLE(organization_id uuid, metric text, period_start date, used bigint, ledger_used numeric, reserved bigint, ledger_reserved numeric)
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  with ledger as (
    select
      l.organization_id, l.metric, l.period_start,
      sum(case when l.operation in ('commit', 'consume', 'adjust') then l.amount else 0 end) as used,
      sum(case l.operation when 'reserve' then l.amount when 'commit' then -l.amount when 'release' then -l.amount else 0 end) as reserved
    from public.usage_ledger as l
    where l.organization_id in (select o.id from public.organizations as o)
    group by l.organization_id, l.metric, l.period_start
  )
  select
    coalesce(c.organization_id, l.organization_id), coalesce(c.metric, l.metric), coalesce(c.period_start,
    l.period_start),
    c.used, l.used, c.reserved, l.reserved
  from public.usage_counters as c
  full join ledger as l
    on l.organization_id = c.organization_id and l.metric = c.metric and l.period_start = c.period_start
  where c.used is distinct from l.used or c.reserved is distinct from l.reserved
$$;

ALTER FUNCTION private.quota_discrepancies() OWNER TO postgres;

COMMENT ON FUNCTION private.quota_discrepancies() IS 'Counters that are not the sum of their ledger: always empty.';

CREATE FUNCTION private.quota_period_start(p_period public.quota_period, p_timezone text, p_at timestamp with time zone DEFAULT now()) RETURNS date
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select case p_period
    when 'day' then (p_at at time zone p_timezone)::date
    when 'month' then date_trunc('month', p_at at time zone p_timezone)::date
    else date '1970-01-01'
  end
$$;

ALTER FUNCTION private.quota_period_start(p_period public.quota_period, p_timezone text, p_at timestamp with time zone) OWNER TO postgres;

COMMENT ON FUNCTION private.quota_period_start(p_period public.quota_period, p_timezone text, p_at timestamp with time zone) IS 'The first local day of the period that holds this instant.';

CREATE FUNCTION private.quota_resets_at(p_period public.quota_period, p_timezone text, p_period_start date) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select case p_period
    when 'day' then (p_period_start + 1)::timestamp at time zone p_timezone
    when 'month' then (p_period_start + interval '1 month')::timestamp at time zone p_timezone
  end
$$;

ALTER FUNCTION private.quota_resets_at(p_period public.quota_period, p_timezone text, p_period_start date) OWNER TO postgres;

COMMENT ON FUNCTION private.quota_resets_at(p_period public.quota_period, p_timezone text, p_period_start date) IS 'When the next period begins; null when none does.';

CREATE FUNCTION private.quota_terms(p_organization_id uuid, p_metric text, OUT period public.quota_period, OUT period_start date, OUT limit_value bigint, OUT subscription_id uuid, OUT timezone text) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
begin
  select l.period, private.quota_period_start(l.period, o.timezone), l.limit_value, s.id, o.timezone
  into period, period_start, limit_value, subscription_id, timezone
  from public.organizations as o
  left join public.subscriptions as s on s.organization_id = o.id and s.ended_at is null
  join public.plan_limits as l
    on l.metric = p_metric
    and l.plan = case
      when private.subscription_is_entitled(s.status, s.current_period_end, s.cancel_at_period_end) then s.plan
      else 'free'
    end
  where o.id = p_organization_id and o.deleted_at is null;
  if not found then
    if exists (select from public.organizations as o where o.id = p_organization_id and o.deleted_at is null) then
      perform private.raise_error('INTERNAL_ERROR', format('the plan says nothing about the metric %s', p_metric));
    end if;
    perform private.raise_error('NOT_FOUND', 'there is no such organization');
  end if;
end;
$$;

ALTER FUNCTION private.quota_terms(p_organization_id uuid, p_metric text, OUT period public.quota_period, OUT period_start date, OUT limit_value bigint, OUT subscription_id uuid, OUT timezone text) OWNER TO postgres;

COMMENT ON FUNCTION private.quota_terms(p_organization_id uuid, p_metric text, OUT period public.quota_period, OUT period_start date, OUT limit_value bigint, OUT subscription_id uuid, OUT timezone text) IS 'The limit that holds now and the period it is counted in.';

CREATE FUNCTION private.raise_error(p_code text, p_message text, p_details jsonb DEFAULT NULL::jsonb, p_hint text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_status integer := case p_code
    when 'UNAUTHORIZED' then 401
    when 'QUOTA_EXCEEDED' then 402
    when 'FORBIDDEN' then 403
    when 'NOT_FOUND' then 404
    when 'CONFLICT' then 409
    when 'VALIDATION_ERROR' then 422
    when 'RATE_LIMITED' then 429
    when 'QUEUE_FULL' then 429
    when 'EXTERNAL_API_ERROR' then 502
    else 500
  end;
  v_retry_after text := p_details ->> 'retry_after_seconds';
begin
  -- PostgREST reads both texts as json; inside the message it takes details as a string only.
  raise sqlstate 'PGRST' using
    message = jsonb_build_object('code', p_code, 'message', p_message, 'details', p_details::text, 'hint', p_hint)::text,
    detail = jsonb_build_object(
      'status', v_status,
      'headers', case when v_retry_after is null then '{}' else jsonb_build_object('Retry-After', v_retry_after) end
    )::text;
end;
$$;

ALTER FUNCTION private.raise_error(p_code text, p_message text, p_details jsonb, p_hint text) OWNER TO postgres;

COMMENT ON FUNCTION private.raise_error(p_code text, p_message text, p_details jsonb, p_hint text) IS 'Ends the statement with one of the codes of docs/errors.md and its HTTP status. details arrives at the client as json text.';

CREATE FUNCTION private.raise_quota_exceeded(p_organization_id uuid, p_metric text, p_period_start date, p_limit bigint, p_requested bigint, p_resets_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
declare
  v_used bigint;
  v_reserved bigint;
begin
  select c.used, c.reserved into v_used, v_reserved
  from public.usage_counters as c
  where c.organization_id = p_organization_id and c.metric = p_metric and c.period_start = p_period_start;
  perform private.raise_error(
    'QUOTA_EXCEEDED',
    format('the plan includes %s of %s and %s are taken', p_limit, p_metric, coalesce(v_used + v_reserved, 0)),
    jsonb_build_object(
      'metric', p_metric, 'limit', p_limit, 'used', coalesce(v_used, 0), 'reserved', coalesce(v_reserved, 0),
      'requested', p_requested, 'resets_at', p_resets_at
    ),
    'wait for the next period or choose a bigger plan'
  );
end;
$$;

ALTER FUNCTION private.raise_quota_exceeded(p_organization_id uuid, p_metric text, p_period_start date, p_limit bigint, p_requested bigint, p_resets_at timestamp with time zone) OWNER TO postgres;

COMMENT ON FUNCTION private.raise_quota_exceeded(p_organization_id uuid, p_metric text, p_period_start date, p_limit bigint, p_requested bigint, p_resets_at timestamp with time zone) IS 'QUOTA_EXCEEDED with what a client needs to show.';

CREATE FUNCTION private.reconcile_job_slots() RETURNS TABLE(organization_id uuid, kind text, active_before integer, active_after integer, pending_before integer, pending_after integer)
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_suspect record;
  v_slot private.job_slots;
  v_active integer;
  v_pending integer;
  v_queues text[];
begin
  for v_suspect in
    select coalesce(s.organization_id, c.organization_id) as organization_id, coalesce(s.kind, c.kind) as kind
    from private.job_slots as s
    full join (
      select j.organization_id, j.kind, count(*) filter (where j.status <> 'pending') as active_count,
        count(*) filter (where j.status = 'pending') as pending_count
      from public.jobs as j
      where j.has_slot
      group by j.organization_id, j.kind
    ) as c on c.organization_id = s.organization_id and c.kind = s.kind
    where (s.active_count, s.pending_count) is distinct from (c.active_count::integer, c.pending_count::integer)
      and not (s.active_count = 0 and s.pending_count = 0 and c.kind is null)
    order by 1, 2
  loop
    insert into private.job_slots (organization_id, kind)
    values (v_suspect.organization_id, v_suspect.kind)
    on conflict on constraint job_slots_pkey do nothing;
    select s.* into v_slot
    from private.job_slots as s
    where s.organization_id = v_suspect.organization_id and s.kind = v_suspect.kind
    for update;
    -- Counted again under the lock: most suspects were only on their way.
    select count(*) filter (where j.status <> 'pending'), count(*) filter (where j.status = 'pending')
    into v_active, v_pending
    from public.jobs as j
    where j.organization_id = v_suspect.organization_id and j.kind = v_suspect.kind and j.has_slot;
    continue when v_active = v_slot.active_count and v_pending = v_slot.pending_count;
    update private.job_slots as s
    set active_count = v_active, pending_count = v_pending, updated_at = now()
    where s.organization_id = v_suspect.organization_id and s.kind = v_suspect.kind;
    v_queues := private.promote_jobs(array[v_suspect.organization_id], array[v_suspect.kind]);
    if v_queues is not null then
      perform private.wake_queues(v_queues);
    end if;
    raise warning 'job slots of organization % and kind % were %/% and are %/%',
      v_suspect.organization_id, v_suspect.kind, v_slot.active_count, v_slot.pending_count, v_active, v_pending;
    organization_id := v_suspect.organization_id;
    kind := v_suspect.kind;
    active_before := v_slot.active_count;
    active_after := v_active;
    pending_before := v_slot.pending_count;
    pending_after := v_pending;
    return next;
  end loop;
end;
$$;

ALTER FUNCTION private.reconcile_job_slots() OWNER TO postgres;

COMMENT ON FUNCTION private.reconcile_job_slots() IS 'Repairs job_slots from the jobs themselves and reports what was wrong, as rows and in the server log. No rows when all is well.';

CREATE FUNCTION private.refuse_audit_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if tg_op = 'UPDATE' and current_setting('catalyst.erasing', true) = 'on' then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end;
$$;

ALTER FUNCTION private.refuse_audit_change() OWNER TO postgres;

COMMENT ON FUNCTION private.refuse_audit_change() IS 'As private.refuse_change, but lets the erasure of a person clear their addresses.';

CREATE FUNCTION private.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end;
$$;

ALTER FUNCTION private.refuse_change() OWNER TO postgres;

COMMENT ON FUNCTION private.refuse_change() IS 'Guards append-only tables against everybody; retention works on their partitions.';

CREATE FUNCTION private.refuse_job_transition() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  perform private.raise_error(
    'CONFLICT', 'a job cannot take this state',
    jsonb_build_object('from', case when tg_op = 'UPDATE' then to_jsonb(old) -> 'status' end, 'to', to_jsonb(new) -> 'status')
  );
  return null;
end;
$$;

ALTER FUNCTION private.refuse_job_transition() OWNER TO postgres;

COMMENT ON FUNCTION private.refuse_job_transition() IS 'Raises CONFLICT; its triggers say which transitions are illegal.';

CREATE FUNCTION private.register_session(p_device_info jsonb) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_user_id uuid := auth.uid();
  v_session_id uuid;
  v_id uuid;
begin
  if v_user_id is null then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  perform private.require(
    jsonb_typeof(p_device_info) = 'object' and octet_length(p_device_info::text) <= 4096,
    'p_device_info', 'p_device_info must be an object of at most 4,096 bytes'
  );
  v_session_id := (auth.jwt() ->> 'session_id')::uuid;
  if v_session_id is null then
    perform private.raise_error('CONFLICT', 'the access token belongs to no session');
  end if;
  insert into public.user_sessions as s (
    user_id, auth_session_id, session_token_hash, ip_address, user_agent, device_info, expires_at
  )
  values (
    v_user_id, v_session_id, private.token_hash(v_session_id::text), private.request_ip(),
    left(private.request_header('user-agent'), 500), p_device_info, now() + interval '30 days'
  )
  on conflict (session_token_hash) do update set
    ip_address = excluded.ip_address,
    user_agent = excluded.user_agent,
    device_info = excluded.device_info,
    expires_at = excluded.expires_at,
    last_accessed_at = now()
  where s.user_id = excluded.user_id
  returning s.id into v_id;
  return v_id;
end;
$$;

ALTER FUNCTION private.register_session(p_device_info jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.register_session(p_device_info jsonb) IS 'The work of public.register_session.';

CREATE FUNCTION private.release_organizations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
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

ALTER FUNCTION private.release_organizations() OWNER TO postgres;

COMMENT ON FUNCTION private.release_organizations() IS 'Before a person goes: an organization of theirs alone is closed with them; one with other members needs another owner first.';

CREATE FUNCTION private.release_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_job_id bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.settle_quota(p_organization_id, p_metric, p_period_start, p_amount, 'release', p_job_id)
$$;

ALTER FUNCTION private.release_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_job_id bigint) OWNER TO postgres;

COMMENT ON FUNCTION private.release_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_job_id bigint) IS 'What was reserved is available again, in the period it was reserved in.';

CREATE FUNCTION private.release_slots(p_organization_ids uuid[], p_kinds text[], p_active_counts integer[], p_pending_counts integer[]) RETURNS text[]
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_waiting boolean;
begin
  -- Everybody takes the rows in this order, so nobody waits in a circle.
  perform
  from private.job_slots as s
  join unnest(p_organization_ids, p_kinds) as g (organization_id, kind)
    on s.organization_id = g.organization_id and s.kind = g.kind
  order by s.organization_id, s.kind
  for update of s;
  with counted as (
    update private.job_slots as s
    set active_count = greatest(s.active_count - g.active_count, 0),
      pending_count = greatest(s.pending_count - g.pending_count, 0),
      updated_at = now()
    from unnest(p_organization_ids, p_kinds, p_active_counts, p_pending_counts)
      as g (organization_id, kind, active_count, pending_count)
    where s.organization_id = g.organization_id and s.kind = g.kind
    returning s.pending_count
  )
  select bool_or(c.pending_count > 0) into v_waiting from counted as c;
  return case when v_waiting then private.promote_jobs(p_organization_ids, p_kinds) end;
end;
$$;

ALTER FUNCTION private.release_slots(p_organization_ids uuid[], p_kinds text[], p_active_counts integer[], p_pending_counts integer[]) OWNER TO postgres;

COMMENT ON FUNCTION private.release_slots(p_organization_ids uuid[], p_kinds text[], p_active_counts integer[], p_pending_counts integer[]) IS 'Gives places back and promotes the next jobs; one element per organization and kind. Returns the queues to wake.';

CREATE FUNCTION private.remember_step(p_job_id bigint, p_step text, p_state jsonb) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  insert into public.job_checkpoints (job_id, step, state)
  values (p_job_id, p_step, p_state)
  on conflict on constraint job_checkpoints_pkey do nothing;
  if found then
    return true;
  end if;
  update public.job_checkpoints as c
  set state = p_state, updated_at = now()
  where c.job_id = p_job_id and c.step = p_step and c.state <> p_state;
  return false;
end;
$$;

ALTER FUNCTION private.remember_step(p_job_id bigint, p_step text, p_state jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.remember_step(p_job_id bigint, p_step text, p_state jsonb) IS 'Stores the state of a step; true when the step is new.';

CREATE FUNCTION private.remove_member(p_user_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_member public.organization_members;
begin
  perform private.lock_organization(v_organization_id);
  v_member := private.member_to_manage(v_organization_id, p_user_id);
  perform private.require_member_management(v_organization_id, v_member.role);
  delete from public.organization_members where id = v_member.id;
end;
$$;

ALTER FUNCTION private.remove_member(p_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.remove_member(p_user_id uuid) IS 'The work of public.remove_member.';

CREATE FUNCTION private.request_header(p_name text) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
begin
  return nullif(current_setting('request.headers', true), '')::json ->> p_name;
exception
  when invalid_text_representation then
    return null;
end;
$$;

ALTER FUNCTION private.request_header(p_name text) OWNER TO postgres;

COMMENT ON FUNCTION private.request_header(p_name text) IS 'A header of the API request, by lower-case name; null outside a request.';

CREATE FUNCTION private.request_ip() RETURNS inet
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
begin
  return btrim(split_part(private.request_header('x-forwarded-for'), ',', 1))::inet;
exception
  when invalid_text_representation then
    return null;
end;
$$;

ALTER FUNCTION private.request_ip() OWNER TO postgres;

COMMENT ON FUNCTION private.request_ip() IS 'The client''s address as the gateway reports it; null when there is none.';

CREATE FUNCTION private.require(p_holds boolean, p_field text, p_message text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if p_holds is not true then
    perform private.raise_error('VALIDATION_ERROR', p_message, jsonb_build_object('field', p_field));
  end if;
end;
$$;

ALTER FUNCTION private.require(p_holds boolean, p_field text, p_message text) OWNER TO postgres;

COMMENT ON FUNCTION private.require(p_holds boolean, p_field text, p_message text) IS 'VALIDATION_ERROR naming the parameter unless the condition is true; unknown counts as false.';

CREATE FUNCTION private.require_client_account(p_organization_id uuid, p_client_account_id uuid, p_role public.member_role) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
begin
  if p_client_account_id is null then
    return;
  end if;
  perform private.require(
    p_role in ('client', 'viewer'), 'p_client_account_id', 'only clients and viewers can be limited to a client account'
  );
  perform private.require(
    exists (
      select from public.client_accounts as c
      where c.organization_id = p_organization_id and c.id = p_client_account_id and c.deleted_at is null
    ),
    'p_client_account_id', 'the active organization has no such client account'
  );
end;
$$;

ALTER FUNCTION private.require_client_account(p_organization_id uuid, p_client_account_id uuid, p_role public.member_role) OWNER TO postgres;

COMMENT ON FUNCTION private.require_client_account(p_organization_id uuid, p_client_account_id uuid, p_role public.member_role) IS 'VALIDATION_ERROR unless a member of this role can be limited to this client account.';

CREATE FUNCTION private.require_email(p_email text) RETURNS text
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_email text := lower(private.require_text(p_email, 'p_email', 320, 3));
begin
  perform private.require(private.is_email(v_email), 'p_email', 'p_email must be an e-mail address');
  return v_email;
end;
$$;

ALTER FUNCTION private.require_email(p_email text) OWNER TO postgres;

COMMENT ON FUNCTION private.require_email(p_email text) IS 'The address in lower case, or VALIDATION_ERROR.';

CREATE FUNCTION private.require_member_management(p_organization_id uuid, p_role public.member_role) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
declare
  v_caller public.organization_members := private.active_member();
begin
  -- Owners manage everybody, admins everybody below admin.
  if v_caller.organization_id is distinct from p_organization_id
    or v_caller.role < 'admin' or (v_caller.role = 'admin' and p_role >= 'admin') then
    perform private.raise_error('FORBIDDEN', format('only an owner may do this with the role %s', p_role));
  end if;
end;
$$;

ALTER FUNCTION private.require_member_management(p_organization_id uuid, p_role public.member_role) OWNER TO postgres;

COMMENT ON FUNCTION private.require_member_management(p_organization_id uuid, p_role public.member_role) IS 'FORBIDDEN unless the caller may give, change or take away this role.';

CREATE FUNCTION private.require_member_place(p_organization_id uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_terms record := private.quota_terms(p_organization_id, 'members');
begin
  -- The caller holds the lock on the organization, so nobody joins between this question and the insert.
  if (
    select count(*) >= v_terms.limit_value
    from public.organization_members as m
    where m.organization_id = p_organization_id and m.status = 'active'
  ) then
    perform private.raise_quota_exceeded(p_organization_id, 'members', v_terms.period_start, v_terms.limit_value, 1, null);
  end if;
end;
$$;

ALTER FUNCTION private.require_member_place(p_organization_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.require_member_place(p_organization_id uuid) IS 'QUOTA_EXCEEDED when the plan has no place for another member.';

CREATE FUNCTION private.require_role(p_role public.member_role) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.active_org_or_raise();
begin
  if not private.has_role(p_role) then
    perform private.raise_error('FORBIDDEN', format('this needs the role %s or a higher one', p_role),
      jsonb_build_object('required_role', p_role));
  end if;
  return v_organization_id;
end;
$$;

ALTER FUNCTION private.require_role(p_role public.member_role) OWNER TO postgres;

COMMENT ON FUNCTION private.require_role(p_role public.member_role) IS 'The active organization when the caller has this role in it, else UNAUTHORIZED or FORBIDDEN.';

CREATE FUNCTION private.require_text(p_value text, p_field text, p_max_length integer, p_min_length integer DEFAULT 1, p_optional boolean DEFAULT false) RETURNS text
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_value text := btrim(p_value, E' \t\r\n');
begin
  if v_value is null and p_optional then
    return null;
  end if;
  perform private.require(
    char_length(v_value) between p_min_length and p_max_length,
    p_field,
    case when v_value is null then format('%s is missing', p_field)
    else format('%s must have %s to %s characters', p_field, p_min_length, p_max_length) end
  );
  return v_value;
end;
$$;

ALTER FUNCTION private.require_text(p_value text, p_field text, p_max_length integer, p_min_length integer, p_optional boolean) OWNER TO postgres;

COMMENT ON FUNCTION private.require_text(p_value text, p_field text, p_max_length integer, p_min_length integer, p_optional boolean) IS 'The trimmed text, or VALIDATION_ERROR naming the parameter when it is missing, too short or too long.';

CREATE FUNCTION private.rescue_batch(p_limit integer) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO ''
    SET enable_seqscan TO 'off'
    AS $$
declare
  v_job public.jobs;
  v_kind public.job_kinds;
  v_message text;
  v_run_at timestamptz;
  v_rescued integer := 0;
  v_items private.job_settlement[];
  v_queues text[] := '{}'::text[];
begin
  for v_job in
    select j.*
    from public.jobs as j
    where j.status = 'processing' and j.lease_expires_at <= now()
    order by j.lease_expires_at
    limit p_limit
    for update skip locked
  loop
    v_rescued := v_rescued + 1;
    v_message := format('worker %s did not renew its lease', v_job.worker_id);
    if v_job.cancel_requested_at is not null then
      v_items := v_items || private.end_cancelled(v_job);
    elsif v_job.attempt >= v_job.max_attempts then
      v_items := v_items || private.end_failed(v_job, 'LEASE_EXPIRED', v_message);
    else
      select k.* into strict v_kind from public.job_kinds as k where k.kind = v_job.kind;
      -- The first crash is taken for the worker's fault, later ones for the job's.
      v_run_at := case
        when v_job.attempt = 1 then now() else now() + private.retry_delay(v_kind, v_job.attempt - 1) end;
      update public.jobs as j
      set status = 'queued', run_at = v_run_at, lease_expires_at = null, worker_id = null, error_code = 'LEASE_EXPIRED',
        error_message = v_message, is_held = not v_kind.is_enabled
      where j.id = v_job.id;
      perform private.write_job_log(
        v_job, 'warning', format('attempt %s of %s was lost: %s', v_job.attempt, v_job.max_attempts, v_message),
        jsonb_build_object('code', 'LEASE_EXPIRED', 'attempt', v_job.attempt, 'retry_at', v_run_at, 'worker_id', v_job.worker_id)
      );
      if v_run_at <= now() and not v_job.queue = any (v_queues) then
        v_queues := v_queues || v_job.queue;
      end if;
    end if;
  end loop;
  if v_items is not null then
    perform private.settle_jobs(v_items);
  end if;
  if v_queues <> '{}' then
    perform private.wake_queues(v_queues);
  end if;
  return v_rescued;
end;
$$;

ALTER FUNCTION private.rescue_batch(p_limit integer) OWNER TO postgres;

COMMENT ON FUNCTION private.rescue_batch(p_limit integer) IS 'Takes jobs back whose lease lapsed: the lost attempt counts.';

CREATE FUNCTION private.reserve_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint DEFAULT NULL::bigint) RETURNS date
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.take_quota(p_organization_id, p_metric, p_amount, 'reserve', p_job_id, true)
$$;

ALTER FUNCTION private.reserve_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint) OWNER TO postgres;

COMMENT ON FUNCTION private.reserve_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint) IS 'Sets an amount aside and answers the period to commit or release it in. Raises QUOTA_EXCEEDED.';

CREATE FUNCTION private.reset_phone_verified() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  new.phone_verified := false;
  return new;
end;
$$;

ALTER FUNCTION private.reset_phone_verified() OWNER TO postgres;

COMMENT ON FUNCTION private.reset_phone_verified() IS 'A number the person typed in is not the one that was verified.';

CREATE FUNCTION private.retry_delay(p_kind public.job_kinds, p_attempt integer) RETURNS interval
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select make_interval(secs => least(d.seconds * (1 + random()), p_kind.backoff_max_seconds::double precision))
  -- The exponent is bounded: past it any base is at its maximum, and the power would overflow.
  from (select p_kind.backoff_base_seconds::double precision * 2 ^ least(p_attempt - 1, 40) as seconds) as d
$$;

ALTER FUNCTION private.retry_delay(p_kind public.job_kinds, p_attempt integer) OWNER TO postgres;

COMMENT ON FUNCTION private.retry_delay(p_kind public.job_kinds, p_attempt integer) IS 'base * 2^(attempt - 1), up to as much again by chance, never more than the maximum of the kind.';

CREATE FUNCTION private.revoke_invitation(p_invitation_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.require_role('admin');
begin
  update public.organization_invitations set revoked_at = now()
  where id = p_invitation_id and organization_id = v_organization_id and accepted_at is null and revoked_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such open invitation');
  end if;
end;
$$;

ALTER FUNCTION private.revoke_invitation(p_invitation_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.revoke_invitation(p_invitation_id uuid) IS 'The work of public.revoke_invitation.';

CREATE FUNCTION private.revoke_session(p_session_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_session_id uuid;
begin
  delete from public.user_sessions as s
  where s.id = p_session_id and s.user_id = auth.uid()
  returning s.auth_session_id into v_session_id;
  if v_session_id is null then
    perform private.raise_error('NOT_FOUND', 'you have no such session');
  end if;
  delete from auth.sessions as s where s.id = v_session_id and s.user_id = auth.uid();
end;
$$;

ALTER FUNCTION private.revoke_session(p_session_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.revoke_session(p_session_id uuid) IS 'The work of public.revoke_session.';

CREATE FUNCTION private.set_member_status(p_user_id uuid, p_status public.member_status) RETURNS public.organization_members
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_member public.organization_members;
begin
  perform private.require(p_status is not null, 'p_status', 'p_status is missing');
  perform private.lock_organization(v_organization_id);
  v_member := private.member_to_manage(v_organization_id, p_user_id);
  perform private.require_member_management(v_organization_id, v_member.role);
  if v_member.status = p_status then
    return v_member;
  end if;
  if p_status = 'active' then
    perform private.require_member_place(v_organization_id);
  end if;
  update public.organization_members set status = p_status where id = v_member.id returning * into v_member;
  return v_member;
end;
$$;

ALTER FUNCTION private.set_member_status(p_user_id uuid, p_status public.member_status) OWNER TO postgres;

COMMENT ON FUNCTION private.set_member_status(p_user_id uuid, p_status public.member_status) IS 'The work of public.set_member_status.';

CREATE FUNCTION private.settle_jobs(p_items private.job_settlement[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_quota record;
  v_slots record;
  v_queues text[];
begin
  -- Quota before slots, each in key order: enqueue takes them in the same order, so nobody waits in a circle.
  for v_quota in
    select i.organization_id, i.quota_metric, i.quota_period, i.is_completed, sum(i.quota_amount)::bigint as amount,
      case when count(*) = 1 then min(i.id) end as job_id
    from unnest(p_items) as i
    where i.quota_period is not null
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
  loop
    if v_quota.is_completed then
      perform private.commit_quota(
        v_quota.organization_id, v_quota.quota_metric, v_quota.quota_period, v_quota.amount, v_quota.job_id
      );
    else
      perform private.release_quota(
        v_quota.organization_id, v_quota.quota_metric, v_quota.quota_period, v_quota.amount, v_quota.job_id
      );
    end if;
  end loop;
  select array_agg(g.organization_id) as organization_ids, array_agg(g.kind) as kinds,
    array_agg(g.active_count) as active_counts, array_agg(g.pending_count) as pending_counts
  into v_slots
  from (
    select i.organization_id, i.kind, count(*) filter (where not i.is_pending)::integer as active_count,
      count(*) filter (where i.is_pending)::integer as pending_count
    from unnest(p_items) as i
    where i.has_slot
    group by 1, 2
  ) as g;
  if v_slots.kinds is not null then
    v_queues := private.release_slots(
      v_slots.organization_ids, v_slots.kinds, v_slots.active_counts, v_slots.pending_counts
    );
    if v_queues is not null then
      perform private.wake_queues(v_queues);
    end if;
  end if;
end;
$$;

ALTER FUNCTION private.settle_jobs(p_items private.job_settlement[]) OWNER TO postgres;

COMMENT ON FUNCTION private.settle_jobs(p_items private.job_settlement[]) IS 'Commits or releases the quota of ended jobs, gives their slots back and promotes the next ones. Called once in a transaction,
after everything else, for all the jobs it ended: the order of its locks is what keeps transactions from deadlocking.';

CREATE FUNCTION private.settle_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_operation public.quota_operation, p_job_id bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_used bigint;
  v_reserved bigint;
begin
  perform private.require(p_amount >= 1, 'p_amount', 'p_amount must be at least 1');
  update public.usage_counters as c
  set
    reserved = c.reserved - p_amount,
    used = c.used + case p_operation when 'commit' then p_amount else 0 end,
    updated_at = now()
  where c.organization_id = p_organization_id and c.metric = p_metric and c.period_start = p_period_start
    and c.reserved >= p_amount
  returning c.used, c.reserved into v_used, v_reserved;
  if not found then
    perform private.raise_error('INTERNAL_ERROR', format('%s of %s were not reserved', p_amount, p_metric));
  end if;
  insert into public.usage_ledger (
    organization_id, metric, period_start, operation, amount, used_after, reserved_after, user_id, job_id
  )
  values (
    p_organization_id, p_metric, p_period_start, p_operation, p_amount, v_used, v_reserved, auth.uid(), p_job_id
  );
end;
$$;

ALTER FUNCTION private.settle_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_operation public.quota_operation, p_job_id bigint) OWNER TO postgres;

COMMENT ON FUNCTION private.settle_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_operation public.quota_operation, p_job_id bigint) IS 'Ends a reservation. INTERNAL_ERROR when less than the amount is reserved: somebody settled twice.';

CREATE FUNCTION private.settlement(p_job public.jobs, p_is_completed boolean) RETURNS private.job_settlement
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select row(
    p_job.id, p_job.organization_id, p_job.kind, p_job.quota_metric, p_job.quota_period, p_job.quota_amount,
    p_job.has_slot, p_job.status = 'pending', p_is_completed
  )::private.job_settlement
$$;

ALTER FUNCTION private.settlement(p_job public.jobs, p_is_completed boolean) OWNER TO postgres;

COMMENT ON FUNCTION private.settlement(p_job public.jobs, p_is_completed boolean) IS 'What this job has to give back.';

CREATE FUNCTION private.slugify(p_text text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select nullif(
    btrim(left(btrim(regexp_replace(lower(coalesce(p_text, '')), '[^a-z0-9]+', '-', 'g'), '-'), 48), '-'), ''
  )
$$;

ALTER FUNCTION private.slugify(p_text text) OWNER TO postgres;

COMMENT ON FUNCTION private.slugify(p_text text) IS 'Lower-case letters, digits and single hyphens, at most 48; null when nothing is left.';

CREATE FUNCTION private.start_free_subscription(p_organization_id uuid) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  insert into public.subscriptions (organization_id, plan)
  values (p_organization_id, 'free')
  on conflict (organization_id) where ended_at is null do nothing
$$;

ALTER FUNCTION private.start_free_subscription(p_organization_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.start_free_subscription(p_organization_id uuid) IS 'The subscription of an organization that pays for nothing.';

CREATE FUNCTION private.step_generate_posts(p_job public.jobs, p_step text, p_state jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $_$
declare
  v_platform text := substring(p_step from '^platform:(.+)$');
  v_output jsonb := p_state -> 'output';
  v_text text;
  v_generation public.generations;
  v_content_id uuid;
begin
  if p_step = 'input' then
    update public.generations as g
    set status = 'processing',
      started_at = coalesce(g.started_at, now()),
      input_content = case when g.input_kind = 'text' then g.input_content else left(p_state ->> 'text', 200000) end,
      input_title = coalesce(g.input_title, left(p_state ->> 'title', 500))
    where g.organization_id = p_job.organization_id and g.id = p_job.subject_id;
  elsif p_step = 'analysis' then
    update public.generations as g
    set core_message = p_state ->> 'core_message',
      key_points = coalesce(nullif(p_state -> 'key_points', 'null'), '[]'),
      detected_topic = p_state ->> 'detected_topic',
      detected_audience = p_state ->> 'detected_audience',
      keywords = array(select jsonb_array_elements_text(coalesce(nullif(p_state -> 'keywords', 'null'), '[]')))
    where g.organization_id = p_job.organization_id and g.id = p_job.subject_id;
  elsif v_platform is not null and p_state ->> 'status' = 'completed' then
    select g.* into strict v_generation
    from public.generations as g
    where g.organization_id = p_job.organization_id and g.id = p_job.subject_id;
    v_text := private.generation_output_text(v_platform, v_output);
    if v_text is null then
      perform private.raise_error('INTERNAL_ERROR', format('the output for %s has not the shape of that platform', v_platform));
    end if;
    insert into public.generated_content (
      organization_id, user_id, client_account_id, generation_id, target_platform, content_type, language, title,
      generated_text, content, caption, hashtags, cta, word_count, ai_provider, ai_model, generation_parameters,
      generation_metadata
    )
    select v_generation.organization_id, v_generation.user_id, v_generation.client_account_id, v_generation.id, p.slug,
      p.content_type, v_generation.language, left(coalesce(v_output ->> 'subject', v_generation.input_title), 500), v_text,
      v_output,
      v_output ->> 'caption',
      array(select ltrim(t, '#') from jsonb_array_elements_text(coalesce(nullif(v_output -> 'hashtags', 'null'), '[]')) as t),
      v_output ->> 'cta', cardinality(regexp_split_to_array(btrim(v_text), '\s+')),
      p_state ->> 'ai_provider', coalesce(p_state ->> 'ai_model', 'unknown'),
      jsonb_build_object('tone', v_generation.selected_tone, 'language', v_generation.language) || v_generation.options,
      coalesce(nullif(p_state -> 'metadata', 'null'), '{}')
    from public.platforms as p
    where p.slug = v_platform
    returning id into strict v_content_id;
    update public.generation_outputs as o
    set status = 'completed', generated_content_id = v_content_id, completed_at = now()
    where o.generation_id = v_generation.id and o.platform = v_platform;
  elsif v_platform is not null then
    update public.generation_outputs as o
    set status = 'failed',
      error_code = coalesce(p_state ->> 'code', 'INTERNAL_ERROR'),
      error_message = left(p_state ->> 'message', 1000),
      completed_at = now()
    where o.generation_id = p_job.subject_id and o.platform = v_platform;
  end if;
end;
$_$;

ALTER FUNCTION private.step_generate_posts(p_job public.jobs, p_step text, p_state jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.step_generate_posts(p_job public.jobs, p_step text, p_state jsonb) IS 'Writes what a step of generate_posts found, so that each platform can be read as soon as it is ready.';

CREATE FUNCTION private.subscription_is_entitled(p_status public.subscription_status, p_period_end timestamp with time zone, p_cancel_at_period_end boolean) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  -- A renewal is paid around the end of a period: three days of patience before a paying customer loses the plan.
  select p_status in ('trialing', 'active', 'past_due')
    and (
      p_period_end is null
      or p_period_end + case when p_status = 'trialing' or p_cancel_at_period_end then interval '0' else interval '3 days' end > now()
    )
$$;

ALTER FUNCTION private.subscription_is_entitled(p_status public.subscription_status, p_period_end timestamp with time zone, p_cancel_at_period_end boolean) OWNER TO postgres;

COMMENT ON FUNCTION private.subscription_is_entitled(p_status public.subscription_status, p_period_end timestamp with time zone, p_cancel_at_period_end boolean) IS 'Whether a subscription carries its plan now; when not, the free plan''s limits hold.';

CREATE FUNCTION private.sweep_jobs() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  perform private.promote_due_jobs();
  -- A pause and an enqueue that did not see each other.
  update public.jobs as j
  set is_held = not k.is_enabled
  from public.job_kinds as k
  where j.status = 'queued' and j.kind = k.kind and not k.is_enabled and not j.is_held;
  update public.jobs as j
  set is_held = false
  from public.job_kinds as k
  where j.is_held and j.kind = k.kind and k.is_enabled;
end;
$$;

ALTER FUNCTION private.sweep_jobs() OWNER TO postgres;

COMMENT ON FUNCTION private.sweep_jobs() IS 'Promotion and holding, for whatever slipped through between two transactions.';

CREATE FUNCTION private.switch_organization(p_organization_id uuid) RETURNS public.organizations
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization public.organizations;
begin
  perform private.require(p_organization_id is not null, 'p_organization_id', 'p_organization_id is missing');
  select o.* into v_organization
  from public.organizations as o
  where o.id = p_organization_id and o.id = any(private.organization_ids());
  if not found then
    perform private.raise_error('NOT_FOUND', 'you are not a member of such an organization');
  end if;
  update public.profiles set active_organization_id = v_organization.id where id = auth.uid();
  return v_organization;
end;
$$;

ALTER FUNCTION private.switch_organization(p_organization_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.switch_organization(p_organization_id uuid) IS 'The work of public.switch_organization.';

CREATE FUNCTION private.take_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_operation public.quota_operation, p_job_id bigint, p_must boolean) RETURNS date
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_terms record;
  v_reserve bigint := case p_operation when 'reserve' then p_amount else 0 end;
  v_use bigint := case p_operation when 'reserve' then 0 else p_amount end;
  v_used bigint;
  v_reserved bigint;
begin
  perform private.require(p_amount between 1 and 1000000000000000, 'p_amount', 'p_amount must be at least 1');
  v_terms := private.quota_terms(p_organization_id, p_metric);
  insert into public.usage_counters as c (organization_id, metric, period_start, used, reserved)
  select p_organization_id, p_metric, v_terms.period_start, v_use, v_reserve
  where v_terms.limit_value is null or p_amount <= v_terms.limit_value
  on conflict (organization_id, metric, period_start) do update
  set used = c.used + v_use, reserved = c.reserved + v_reserve, updated_at = now()
  where v_terms.limit_value is null or c.used + c.reserved + p_amount <= v_terms.limit_value
  returning c.used, c.reserved into v_used, v_reserved;
  if not found then
    if p_must then
      perform private.raise_quota_exceeded(
        p_organization_id, p_metric, v_terms.period_start, v_terms.limit_value, p_amount,
        private.quota_resets_at(v_terms.period, v_terms.timezone, v_terms.period_start)
      );
    end if;
    return null;
  end if;
  insert into public.usage_ledger (
    organization_id, metric, period_start, operation, amount, used_after, reserved_after, limit_value,
    subscription_id, user_id, job_id
  )
  values (
    p_organization_id, p_metric, v_terms.period_start, p_operation, p_amount, v_used, v_reserved, v_terms.limit_value,
    v_terms.subscription_id, auth.uid(), p_job_id
  );
  return v_terms.period_start;
end;
$$;

ALTER FUNCTION private.take_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_operation public.quota_operation, p_job_id bigint, p_must boolean) OWNER TO postgres;

COMMENT ON FUNCTION private.take_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_operation public.quota_operation, p_job_id bigint, p_must boolean) IS 'Reserves or consumes when the limit allows it: the period it was taken from, or QUOTA_EXCEEDED (null when p_must is false).';

CREATE FUNCTION private.to_json_object(p_value jsonb) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO ''
    AS $$
declare
  v_value jsonb := p_value;
begin
  -- Some auth services store the object as a json string inside the json.
  if jsonb_typeof(v_value) = 'string' then
    v_value := (v_value #>> '{}')::jsonb;
  end if;
  return case when jsonb_typeof(v_value) = 'object' then v_value else '{}'::jsonb end;
exception
  when others then
    return '{}'::jsonb;
end;
$$;

ALTER FUNCTION private.to_json_object(p_value jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.to_json_object(p_value jsonb) IS 'The object, unwrapped when it is a string holding one; {} for anything else.';

CREATE FUNCTION private.token_hash(p_token text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select encode(sha256(convert_to(p_token, 'UTF8')), 'hex')
$$;

ALTER FUNCTION private.token_hash(p_token text) OWNER TO postgres;

COMMENT ON FUNCTION private.token_hash(p_token text) IS 'SHA-256 in 64 hexadecimal digits.';

CREATE FUNCTION private.touch() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  new.updated_at := now();
  return new;
end;
$$;

ALTER FUNCTION private.touch() OWNER TO postgres;

COMMENT ON FUNCTION private.touch() IS 'Keeps updated_at; the trigger on every table is called touch.';

CREATE FUNCTION private.transfer_ownership(p_user_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.require_role('owner');
  v_member public.organization_members;
begin
  perform private.lock_organization(v_organization_id);
  perform private.require_role('owner');
  v_member := private.member_to_manage(v_organization_id, p_user_id);
  perform private.require(p_user_id <> auth.uid(), 'p_user_id', 'p_user_id must be somebody else');
  perform private.require(v_member.status = 'active', 'p_user_id', 'p_user_id must be an active member');
  update public.organization_members set role = 'owner', client_account_id = null where id = v_member.id;
  update public.organization_members set role = 'admin' where organization_id = v_organization_id and user_id = auth.uid();
end;
$$;

ALTER FUNCTION private.transfer_ownership(p_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.transfer_ownership(p_user_id uuid) IS 'The work of public.transfer_ownership.';

CREATE FUNCTION private.update_client_account(p_client_account_id uuid, p_changes jsonb) RETURNS public.client_accounts
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid := private.require_role('manager');
  v_account public.client_accounts;
  v_unknown text;
begin
  perform private.require(jsonb_typeof(p_changes) = 'object', 'p_changes', 'p_changes must be an object');
  select key into v_unknown
  from jsonb_object_keys(p_changes) as key
  where key not in ('name', 'slug', 'contact_email', 'contact_phone', 'logo_url', 'brand_colors', 'settings')
  limit 1;
  perform private.require(v_unknown is null, 'p_changes', format('p_changes must not hold %s', left(v_unknown, 60)));
  select c.* into v_account
  from public.client_accounts as c
  where c.organization_id = v_organization_id and c.id = p_client_account_id and c.deleted_at is null
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such client account');
  end if;
  v_account := jsonb_populate_record(v_account, p_changes);
  perform private.check_client_account(
    v_account.name, v_account.slug, v_account.contact_email, v_account.contact_phone, v_account.logo_url,
    v_account.brand_colors, v_account.settings
  );
  update public.client_accounts
  set
    name = btrim(v_account.name),
    slug = v_account.slug,
    contact_email = v_account.contact_email,
    contact_phone = v_account.contact_phone,
    logo_url = v_account.logo_url,
    brand_colors = v_account.brand_colors,
    settings = v_account.settings
  where id = v_account.id
  returning * into v_account;
  return v_account;
exception
  when unique_violation then
    perform private.raise_error('CONFLICT', 'a client account with this slug exists', jsonb_build_object('field', 'p_changes'));
    return null;
end;
$$;

ALTER FUNCTION private.update_client_account(p_client_account_id uuid, p_changes jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.update_client_account(p_client_account_id uuid, p_changes jsonb) IS 'The work of public.update_client_account.';

CREATE FUNCTION private.user_organization(p_user_id uuid) RETURNS uuid
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid;
begin
  if not private.is_backend() and p_user_id is distinct from auth.uid() then
    perform private.raise_error('FORBIDDEN', 'you can ask about yourself only');
  end if;
  select m.organization_id into v_organization_id
  from public.profiles as p
  join public.organization_members as m
    on m.user_id = p.id and m.organization_id = p.active_organization_id and m.status = 'active'
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  where p.id = p_user_id and p.status = 'active';
  return v_organization_id;
end;
$$;

ALTER FUNCTION private.user_organization(p_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION private.user_organization(p_user_id uuid) IS 'Where a user''s work is counted; null for nobody. FORBIDDEN for clients who name somebody else.';

CREATE FUNCTION private.wake_queues(p_queues text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_queue text;
begin
  foreach v_queue in array p_queues loop
    perform pg_catalog.pg_notify('catalyst_jobs', v_queue);
    perform realtime.send(jsonb_build_object('queue', v_queue), 'wake', 'jobs:' || v_queue, true);
  end loop;
exception
  -- A wake-up is a hint: workers poll as well.
  when others then
    raise warning 'workers were not woken: %', sqlerrm;
end;
$$;

ALTER FUNCTION private.wake_queues(p_queues text[]) OWNER TO postgres;

COMMENT ON FUNCTION private.wake_queues(p_queues text[]) IS 'Tells sleeping workers of these queues to look. Called once per statement and queue by whatever makes jobs ready; a trigger
on jobs would cost a transition table on every claim.';

CREATE FUNCTION private.write_audit(p_action text, p_entity_type text, p_organization_id uuid DEFAULT NULL::uuid, p_entity_id uuid DEFAULT NULL::uuid, p_old_values jsonb DEFAULT NULL::jsonb, p_new_values jsonb DEFAULT NULL::jsonb, p_metadata jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  insert into public.audit_log (
    organization_id, actor_id, actor_kind, actor_role, action, entity_type, entity_id, old_values, new_values, metadata,
    ip_address, user_agent
  )
  values (
    p_organization_id,
    auth.uid(),
    case when auth.uid() is not null then 'user' when auth.role() = 'service_role' then 'service' else 'system' end,
    (
      select m.role::text from public.organization_members as m
      where m.user_id = auth.uid() and m.organization_id = p_organization_id
    ),
    p_action, p_entity_type, p_entity_id, p_old_values, p_new_values, p_metadata,
    private.request_ip(), left(private.request_header('user-agent'), 500)
  )
$$;

ALTER FUNCTION private.write_audit(p_action text, p_entity_type text, p_organization_id uuid, p_entity_id uuid, p_old_values jsonb, p_new_values jsonb, p_metadata jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.write_audit(p_action text, p_entity_type text, p_organization_id uuid, p_entity_id uuid, p_old_values jsonb, p_new_values jsonb, p_metadata jsonb) IS 'Records an act that no trigger sees, such as the reading of a secret.';

CREATE FUNCTION private.write_job_log(p_job public.jobs, p_level text, p_message text, p_details jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  insert into public.job_logs (job_id, organization_id, log_level, message, details, step)
  values (p_job.id, p_job.organization_id, p_level, left(p_message, 2000), p_details, p_job.step)
$$;

ALTER FUNCTION private.write_job_log(p_job public.jobs, p_level text, p_message text, p_details jsonb) OWNER TO postgres;

COMMENT ON FUNCTION private.write_job_log(p_job public.jobs, p_level text, p_message text, p_details jsonb) IS 'The engine''s own entries of job_logs.';

CREATE FUNCTION public.accept_invitation(p_token text DEFAULT NULL::text) RETURNS public.organization_members
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.accept_invitation(p_token)
$$;

ALTER FUNCTION public.accept_invitation(p_token text) OWNER TO postgres;

COMMENT ON FUNCTION public.accept_invitation(p_token text) IS 'Joins the organization and switches to it; works once, for the invited address.
Errors: UNAUTHORIZED, VALIDATION_ERROR, NOT_FOUND, FORBIDDEN (other address), CONFLICT,
QUOTA_EXCEEDED (the plan has no place left).';

CREATE FUNCTION public.cancel_generation(p_generation_id uuid) RETURNS jsonb
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.cancel_generation(p_generation_id)
$$;

ALTER FUNCTION public.cancel_generation(p_generation_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.cancel_generation(p_generation_id uuid) IS 'Stop a generation: at once when it waits, at the worker''s next heartbeat when it runs. Platforms already made are kept.';

CREATE FUNCTION public.cancel_job(p_id bigint) RETURNS text
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.cancel_job(p_id)
$$;

ALTER FUNCTION public.cancel_job(p_id bigint) OWNER TO postgres;

COMMENT ON FUNCTION public.cancel_job(p_id bigint) IS 'Stops a job of the active organization (creators and above) or any job (operators): cancelled when it was waiting,
cancel_requested when it runs, which its worker learns at the next heartbeat, checkpoint or completion. CONFLICT once
it ended.';

CREATE FUNCTION public.change_member_role(p_user_id uuid DEFAULT NULL::uuid, p_role public.member_role DEFAULT NULL::public.member_role, p_client_account_id uuid DEFAULT NULL::uuid) RETURNS public.organization_members
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.change_member_role(p_user_id, p_role, p_client_account_id)
$$;

ALTER FUNCTION public.change_member_role(p_user_id uuid, p_role public.member_role, p_client_account_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.change_member_role(p_user_id uuid, p_role public.member_role, p_client_account_id uuid) IS 'Gives a member of the active organization another role; clients and viewers may be limited to one client account.
Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, CONFLICT (the last owner stays owner).';

CREATE FUNCTION public.change_organization_timezone(p_timezone text DEFAULT NULL::text) RETURNS public.organizations
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.change_organization_timezone(p_timezone)
$$;

ALTER FUNCTION public.change_organization_timezone(p_timezone text) OWNER TO postgres;

COMMENT ON FUNCTION public.change_organization_timezone(p_timezone text) IS 'Moves the days and months of the active organization''s quotas. Errors: FORBIDDEN, VALIDATION_ERROR, CONFLICT (once in 30 days).';

CREATE FUNCTION public.check_and_update_user_quota(p_user_id uuid, p_video_count integer DEFAULT 1) RETURNS jsonb
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.check_and_update_user_quota(p_user_id, p_video_count)
$$;

ALTER FUNCTION public.check_and_update_user_quota(p_user_id uuid, p_video_count integer) OWNER TO postgres;

COMMENT ON FUNCTION public.check_and_update_user_quota(p_user_id uuid, p_video_count integer) IS 'Takes videos from the quota when there are enough: {success, quota_limit, quota_used, quota_remaining[, error]}; null means unlimited.
Work that may fail is better served by generate_video, which gives back what was not used.
Errors: FORBIDDEN, VALIDATION_ERROR.';

CREATE FUNCTION public.check_user_quota(p_user_id uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select private.check_user_quota(p_user_id)
$$;

ALTER FUNCTION public.check_user_quota(p_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.check_user_quota(p_user_id uuid) IS 'Whether a generation is left in the organization the user works in; false for nobody. A hint for the screen: creating one decides.';

CREATE FUNCTION public.checkpoint_job(p_id bigint, p_lease integer, p_step text, p_state jsonb, p_progress numeric DEFAULT NULL::numeric) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $_$
declare
  v_job public.jobs;
  v_function text;
begin
  perform private.require(char_length(p_step) between 1 and 200, 'p_step', 'p_step must have 1 to 200 characters');
  perform private.require(p_step not in ('snooze', 'signal'), 'p_step', 'the steps snooze and signal belong to the engine');
  perform private.require(pg_column_size(p_state) <= 4194304, 'p_state', 'p_state is missing or larger than 4 MB');
  update public.jobs as j
  set lease_expires_at = now() + make_interval(secs => j.lease_seconds),
    progress = coalesce(least(greatest(nullif(p_progress, 'NaN'), 0), 1), j.progress),
    step = p_step,
    has_checkpoints = true
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now()
  returning j.* into v_job;
  if not found then
    return 'lost';
  end if;
  if private.remember_step(p_id, p_step, p_state) then
    select k.step_function into v_function from public.job_kinds as k where k.kind = v_job.kind;
    if v_function is not null then
      execute format('select %s($1, $2, $3)', v_function) using v_job, p_step, p_state;
    end if;
  end if;
  perform private.broadcast_job(v_job, v_job.status);
  return case when v_job.cancel_requested_at is null then 'ok' else 'cancel_requested' end;
end;
$_$;

ALTER FUNCTION public.checkpoint_job(p_id bigint, p_lease integer, p_step text, p_state jsonb, p_progress numeric) OWNER TO postgres;

COMMENT ON FUNCTION public.checkpoint_job(p_id bigint, p_lease integer, p_step text, p_state jsonb, p_progress numeric) IS 'Remembers a step durably and extends the lease; the kind''s step function runs with the first checkpoint of a step. The
state may be overwritten (an upload offset). ok, cancel_requested (the step is remembered all the same) or lost.';

CREATE FUNCTION public.claim_jobs(p_queues text[], p_worker_id text, p_limit integer DEFAULT 1, p_lease_seconds integer DEFAULT NULL::integer) RETURNS SETOF public.claimed_job
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
declare
  v_paused_kinds text[] := private.paused_kinds();
  v_first integer;
  v_queues text[] := p_queues;
  v_found integer;
  -- Where the last claim of this session ended: queue, priority, run_at, id, time of its last claim from the head.
  v_end text[] := case
    when p_limit >= 10 then string_to_array(nullif(current_setting('catalyst.claim_end', true), ''), '|')
  end;
begin
  if p_limit is null or p_limit not between 1 and 1000 then
    perform private.require(false, 'p_limit', 'p_limit must be 1 to 1000');
  end if;
  if p_lease_seconds not between 1 and 86400 then
    perform private.require(false, 'p_lease_seconds', 'p_lease_seconds must be 1 to 86400');
  end if;
  if (char_length(p_worker_id) between 1 and 200) is not true then
    perform private.require(false, 'p_worker_id', 'p_worker_id must have 1 to 200 characters');
  end if;
  if (cardinality(p_queues) between 1 and 100) is not true then
    perform private.require(false, 'p_queues', 'p_queues must name 1 to 100 queues');
  end if;
  if cardinality(p_queues) > 1 then
    -- Each claim starts with another queue, so that a long one does not starve the others.
    v_first := floor(random() * cardinality(p_queues))::integer;
    v_queues := p_queues[v_first + 1:] || p_queues[:v_first];
  end if;

  if extract(epoch from clock_timestamp()) - v_end[5]::double precision > 1 then
    v_end := null;
  end if;
  for v_round in 1..3 loop
    return query
    with picked as (
      select j.ctid
      from (
        -- Vacuum comes by once a minute; until then what was claimed lies at the head of the index, to be walked over
        -- by every claim. Going on from the last one saves that; once a second a claim starts from the head all the
        -- same, and so does one that finds nothing, for jobs that came late or were handed back.
        select q.queue, p.priority, case when e.here then v_end[3]::timestamptz else '-infinity' end as run_at,
          case when e.here then v_end[4]::bigint else 0 end as id
        from unnest(v_queues) with ordinality as q (queue, position)
        cross join unnest('{3,2,1,0}'::smallint[]) as p (priority)
        cross join lateral (
          select coalesce(q.queue = v_end[1] and p.priority = v_end[2]::smallint, false) as here
        ) as e
        order by q.position, p.priority desc
      ) as level
      cross join lateral (
        select c.ctid
        from public.jobs as c
        where c.status = 'queued' and not c.is_held and c.queue = level.queue and c.priority = level.priority
          and c.run_at <= now() and (c.run_at, c.id) > (level.run_at, level.id) and c.kind <> all (v_paused_kinds)
        order by c.run_at, c.id
        limit p_limit
        for update skip locked
      ) as j
      limit p_limit
    ),
    claimed as (
      update public.jobs as j
      set status = 'processing',
        attempt = j.attempt + 1,
        lease = j.lease + 1,
        lease_seconds = coalesce(p_lease_seconds, j.lease_seconds),
        lease_expires_at = now() + make_interval(secs => coalesce(p_lease_seconds, j.lease_seconds)),
        worker_id = p_worker_id,
        started_at = coalesce(j.started_at, now()),
        snoozed_at = null
      from picked as p
      -- The rows are locked, so they stay where they are, and need not be looked up a second time.
      where j.ctid = p.ctid
      returning j.id, j.kind, j.queue, j.organization_id, j.subject_id, j.payload, j.attempt, j.max_attempts, j.lease,
        j.lease_expires_at, j.lease_seconds, j.priority, j.has_checkpoints, j.created_by, j.created_at, j.run_at
    ),
    noted as (
      select case when p_limit >= 10 then set_config(
        'catalyst.claim_end',
        concat_ws(
          '|', l.queue, l.priority, l.run_at, l.id,
          case when v_end is null then extract(epoch from clock_timestamp())::text else v_end[5] end
        ),
        false
      ) end
      from (
        select c.queue, c.priority, c.run_at, c.id
        from claimed as c
        order by array_position(v_queues, c.queue) desc, c.priority, c.run_at desc, c.id desc
        limit 1
      ) as l
    )
    select
      c.id, c.kind, c.queue, c.organization_id, c.subject_id, c.payload, c.attempt, c.max_attempts, c.lease,
      c.lease_expires_at, c.lease_seconds, c.priority,
      case when c.has_checkpoints then
        (select jsonb_object_agg(s.step, s.state) from public.job_checkpoints as s where s.job_id = c.id)
      else '{}' end,
      c.created_by, c.created_at, k.batch_complete
    from claimed as c
    join public.job_kinds as k on k.kind = c.kind
    cross join noted
    order by c.priority desc, c.run_at, c.id;
    get diagnostics v_found = row_count;
    -- Whoever found work starts on it at once, and learns from next_run_at whether there is more.
    exit when v_found > 0;
    -- A worker with nothing to do looks after lapsed leases and scheduled jobs now, rather than at cron's next turn.
    if v_end is not null then
      v_end := null;
    elsif private.has_due_chores() then
      perform private.do_due_chores();
    else
      exit;
    end if;
  end loop;
end;
$$;

ALTER FUNCTION public.claim_jobs(p_queues text[], p_worker_id text, p_limit integer, p_lease_seconds integer) OWNER TO postgres;

COMMENT ON FUNCTION public.claim_jobs(p_queues text[], p_worker_id text, p_limit integer, p_lease_seconds integer) IS 'Hands out up to p_limit ready jobs of these queues under a lease: queues in turn, in each by priority and then age. Rows that
others are claiming are passed over.';

CREATE FUNCTION public.cleanup_expired_sessions() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  delete from public.user_sessions as s
  where s.expires_at < now() or not exists (select from auth.sessions as a where a.id = s.auth_session_id)
$$;

ALTER FUNCTION public.cleanup_expired_sessions() OWNER TO postgres;

COMMENT ON FUNCTION public.cleanup_expired_sessions() IS 'Deletes sessions that expired or that Supabase Auth ended; runs hourly.';

CREATE FUNCTION public.cleanup_old_job_logs() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  delete from public.job_logs as l where l.created_at < now() - interval '30 days';
  delete from private.job_signals as s where s.received_at < now() - interval '7 days';
end;
$$;

ALTER FUNCTION public.cleanup_old_job_logs() OWNER TO postgres;

COMMENT ON FUNCTION public.cleanup_old_job_logs() IS 'Deletes log entries older than 30 days, and signals nobody came for in seven.';

CREATE FUNCTION public.complete_job(p_id bigint, p_lease integer, p_result jsonb DEFAULT NULL::jsonb) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_plain record;
  v_applied private.job_settlement;
begin
  v_plain := private.complete_plain_jobs(array[p_id], array[p_lease], array[p_result]);
  if v_plain.ended is not null then
    if v_plain.items is not null then
      perform private.settle_jobs(v_plain.items);
    end if;
    return 'completed';
  end if;
  v_applied := private.complete_applying(p_id, p_lease, p_result);
  if v_applied.id is null then
    return 'lost';
  end if;
  perform private.settle_jobs(array[v_applied]);
  return case when v_applied.is_completed then 'completed' else 'cancelled' end;
end;
$$;

ALTER FUNCTION public.complete_job(p_id bigint, p_lease integer, p_result jsonb) OWNER TO postgres;

COMMENT ON FUNCTION public.complete_job(p_id bigint, p_lease integer, p_result jsonb) IS 'Ends a job with its result: completed, cancelled or lost. An error of the apply function is raised and nothing is written.';

CREATE FUNCTION public.complete_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[] DEFAULT NULL::jsonb[]) RETURNS TABLE(id bigint, outcome text, error text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_plain record;
  v_item record;
  v_applied private.job_settlement;
  v_items private.job_settlement[];
  v_tries integer;
begin
  perform private.require(
    cardinality(p_leases) = cardinality(p_ids), 'p_leases', 'p_leases must have one element for each of p_ids'
  );
  perform private.require(
    p_results is null or cardinality(p_results) = cardinality(p_ids), 'p_results',
    'p_results must have one element for each of p_ids'
  );
  v_plain := private.complete_plain_jobs(p_ids, p_leases, p_results);
  v_items := v_plain.items;
  return query select d.id, 'completed', null::text from unnest(v_plain.ended) as d (id);
  for v_item in
    -- Nothing is left of an ordinary batch.
    select distinct on (i.id) i.id, i.lease, i.result
    from unnest(p_ids, p_leases, p_results) as i (id, lease, result)
    left join unnest(v_plain.ended) as d (id) on d.id = i.id
    where d.id is null and cardinality(p_ids) > coalesce(cardinality(v_plain.ended), 0)
    order by i.id
  loop
    id := v_item.id;
    v_tries := 0;
    loop
      v_tries := v_tries + 1;
      begin
        v_applied := private.complete_applying(v_item.id, v_item.lease, v_item.result);
        outcome := case
          when v_applied.id is null then 'lost' when v_applied.is_completed then 'completed' else 'cancelled'
        end;
        error := null;
        if v_applied.id is not null then
          v_items := v_items || v_applied;
        end if;
        exit;
      exception
        when others then
          -- The loser of a deadlock has given its locks back with the subtransaction, so it may try again.
          if sqlstate not in ('40P01', '40001') or v_tries >= 3 then
            outcome := 'error';
            error := format('%s: %s', sqlstate, sqlerrm);
            exit;
          end if;
      end;
    end loop;
    return next;
  end loop;
  if v_items is not null then
    perform private.settle_jobs(v_items);
  end if;
end;
$$;

ALTER FUNCTION public.complete_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[]) OWNER TO postgres;

COMMENT ON FUNCTION public.complete_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[]) IS 'complete_job for many; outcome is completed, cancelled, lost, or error when the apply function of that job raised: that job
stays processing and the others are not affected.';

CREATE FUNCTION public.crashed_jobs(p_ids bigint[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select j.id from public.jobs as j where j.id = any(p_ids) and j.status = 'processing' and j.error_code = 'LEASE_EXPIRED';
$$;

ALTER FUNCTION public.crashed_jobs(p_ids bigint[]) OWNER TO postgres;

COMMENT ON FUNCTION public.crashed_jobs(p_ids bigint[]) IS 'Those of these jobs whose last attempt ended because its worker was gone. Workers keep them apart: one may be the cause.';

CREATE FUNCTION public.create_client_account(p_name text DEFAULT NULL::text, p_slug text DEFAULT NULL::text, p_contact_email text DEFAULT NULL::text, p_contact_phone text DEFAULT NULL::text, p_logo_url text DEFAULT NULL::text, p_brand_colors jsonb DEFAULT '{}'::jsonb, p_settings jsonb DEFAULT '{}'::jsonb) RETURNS public.client_accounts
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.create_client_account(p_name, p_slug, p_contact_email, p_contact_phone, p_logo_url, p_brand_colors,
  p_settings)
$$;

ALTER FUNCTION public.create_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) OWNER TO postgres;

COMMENT ON FUNCTION public.create_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) IS 'Adds a client to the active organization; the slug follows from the name unless given. Errors: FORBIDDEN, VALIDATION_ERROR, CONFLICT.';

CREATE FUNCTION public.create_generation(p_input_content text DEFAULT NULL::text, p_platforms text[] DEFAULT NULL::text[], p_tone text DEFAULT NULL::text, p_language text DEFAULT NULL::text, p_options jsonb DEFAULT '{}'::jsonb) RETURNS jsonb
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.create_generation(p_input_content, p_platforms, p_tone, p_language, p_options)
$$;

ALTER FUNCTION public.create_generation(p_input_content text, p_platforms text[], p_tone text, p_language text, p_options jsonb) OWNER TO postgres;

COMMENT ON FUNCTION public.create_generation(p_input_content text, p_platforms text[], p_tone text, p_language text, p_options jsonb) IS 'Turn one input into posts. Input: p_input_content (at most 200,000 characters), or p_options.source_url, or
p_options.source_path (an object of the bucket assets). p_platforms: tiktok, x, threads, linkedin, instagram, email.
p_tone: educational, conversational, opinionated, authority. p_language: en, nl.
p_options: force, title, cta, audience, max_hashtags, client_account_id.
Costs one unit of generations; an equal request within 24 hours returns the earlier generation at no cost unless force.
Returns {generation_id, status, reused, platforms, job: {id}}; follow it on the topic org:<id>:generations and read
get_generation.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR (details.field), QUOTA_EXCEEDED, QUEUE_FULL.';

CREATE FUNCTION public.create_organization(p_name text DEFAULT NULL::text, p_type public.organization_type DEFAULT 'team'::public.organization_type, p_slug text DEFAULT NULL::text, p_timezone text DEFAULT NULL::text) RETURNS public.organizations
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.create_organization(p_name, p_type, p_slug, p_timezone)
$$;

ALTER FUNCTION public.create_organization(p_name text, p_type public.organization_type, p_slug text, p_timezone text) OWNER TO postgres;

COMMENT ON FUNCTION public.create_organization(p_name text, p_type public.organization_type, p_slug text, p_timezone text) IS 'Makes an organization on the free plan, owned by the caller, and switches to it.
Errors: UNAUTHORIZED, VALIDATION_ERROR (details.field), CONFLICT (slug taken, or ten created within a year).';

CREATE FUNCTION public.delete_client_account(p_client_account_id uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.delete_client_account(p_client_account_id)
$$;

ALTER FUNCTION public.delete_client_account(p_client_account_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.delete_client_account(p_client_account_id uuid) IS 'Hides a client account; its content stays with the organization. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (members are limited to it).';

CREATE FUNCTION public.delete_organization(p_organization_id uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.delete_organization(p_organization_id)
$$;

ALTER FUNCTION public.delete_organization(p_organization_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.delete_organization(p_organization_id uuid) IS 'Closes an organization of the caller at once; its data is purged after 30 days. Errors: NOT_FOUND, FORBIDDEN, VALIDATION_ERROR.';

CREATE FUNCTION public.enqueue_job(p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid DEFAULT NULL::uuid, p_priority smallint DEFAULT 1, p_run_at timestamp with time zone DEFAULT now(), p_dedupe_key text DEFAULT NULL::text, p_created_by uuid DEFAULT NULL::uuid, p_quota_amount bigint DEFAULT NULL::bigint) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select private.enqueue_job(
    p_kind, p_organization_id, p_payload, p_subject_id, p_priority, p_run_at, p_dedupe_key, p_created_by, p_quota_amount
  )
$$;

ALTER FUNCTION public.enqueue_job(p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_dedupe_key text, p_created_by uuid, p_quota_amount bigint) OWNER TO postgres;

COMMENT ON FUNCTION public.enqueue_job(p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_dedupe_key text, p_created_by uuid, p_quota_amount bigint) IS 'private.enqueue_job for operators and workers.';

CREATE FUNCTION public.enqueue_jobs(p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[] DEFAULT NULL::uuid[], p_priority smallint DEFAULT 1, p_run_at timestamp with time zone DEFAULT now(), p_dedupe_keys text[] DEFAULT NULL::text[], p_created_by uuid DEFAULT NULL::uuid, p_quota_amount bigint DEFAULT NULL::bigint) RETURNS SETOF bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select private.enqueue_jobs(
    p_kind, p_organization_id, p_payloads, p_subject_ids, p_priority, p_run_at, p_dedupe_keys, p_created_by,
    p_quota_amount
  )
$$;

ALTER FUNCTION public.enqueue_jobs(p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[], p_priority smallint, p_run_at timestamp with time zone, p_dedupe_keys text[], p_created_by uuid, p_quota_amount bigint) OWNER TO postgres;

COMMENT ON FUNCTION public.enqueue_jobs(p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[], p_priority smallint, p_run_at timestamp with time zone, p_dedupe_keys text[], p_created_by uuid, p_quota_amount bigint) IS 'private.enqueue_jobs for operators and workers.';

CREATE FUNCTION public.fail_job(p_id bigint, p_lease integer, p_code text, p_message text, p_retryable boolean DEFAULT true, p_retry_after_seconds numeric DEFAULT NULL::numeric) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_job public.jobs;
  v_kind public.job_kinds;
  v_code text := coalesce(nullif(left(btrim(p_code), 100), ''), 'UNKNOWN');
  v_message text := left(p_message, 2000);
  -- A worker reports what a provider said; what makes no sense there must not keep the job from ending.
  v_retry_after double precision := least(greatest(nullif(p_retry_after_seconds, 'NaN'), 0), 2592000);
  v_run_at timestamptz;
begin
  select j.* into v_job
  from public.jobs as j
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now()
  for update;
  if not found then
    return 'lost';
  end if;
  if v_job.cancel_requested_at is not null then
    perform private.settle_jobs(array[private.end_cancelled(v_job)]);
    return 'cancelled';
  end if;
  if p_retryable is not true or v_job.attempt >= v_job.max_attempts then
    perform private.settle_jobs(array[private.end_failed(v_job, v_code, v_message)]);
    return 'failed';
  end if;
  select k.* into strict v_kind from public.job_kinds as k where k.kind = v_job.kind;
  v_run_at := now() + coalesce(make_interval(secs => v_retry_after), private.retry_delay(v_kind, v_job.attempt));
  update public.jobs as j
  set status = 'queued', run_at = v_run_at, lease_expires_at = null, worker_id = null, error_code = v_code,
    error_message = v_message, is_held = not v_kind.is_enabled
  where j.id = p_id;
  perform private.write_job_log(
    v_job, 'warning', format('attempt %s of %s failed: %s', v_job.attempt, v_job.max_attempts, v_message),
    jsonb_build_object('code', v_code, 'attempt', v_job.attempt, 'retry_at', v_run_at, 'worker_id', v_job.worker_id)
  );
  if v_run_at <= now() then
    perform private.wake_queues(array[v_job.queue]);
  end if;
  return 'retry';
end;
$$;

ALTER FUNCTION public.fail_job(p_id bigint, p_lease integer, p_code text, p_message text, p_retryable boolean, p_retry_after_seconds numeric) OWNER TO postgres;

COMMENT ON FUNCTION public.fail_job(p_id bigint, p_lease integer, p_code text, p_message text, p_retryable boolean, p_retry_after_seconds numeric) IS 'Ends an attempt: retry (after the backoff of the kind, or the seconds given), failed (the last attempt, or not retryable),
cancelled (it was asked to stop) or lost.';

CREATE FUNCTION public.get_generation(p_generation_id uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
declare
  v_result jsonb;
begin
  perform private.require(p_generation_id is not null, 'p_generation_id', 'p_generation_id is missing');
  select jsonb_build_object(
    'id', g.id, 'status', g.status,
    'progress_percentage', case when g.completed_at is not null then 100 else round(coalesce(j.progress, 0) * 100) end,
    'current_step', case when g.completed_at is null then j.step end,
    'input', jsonb_build_object('kind', g.input_kind, 'title', g.input_title, 'url', g.input_url, 'path', g.input_path),
    'selected_platforms', g.selected_platforms, 'selected_tone', g.selected_tone, 'language', g.language,
    'core_message', g.core_message, 'key_points', g.key_points,
    'detected_topic', g.detected_topic, 'detected_audience', g.detected_audience, 'keywords', g.keywords,
    'outputs', coalesce(o.outputs, '{}'), 'output_states', coalesce(o.states, '{}'),
    'ai_provider', g.ai_provider, 'ai_model', g.ai_model, 'total_tokens_used', g.total_tokens_used,
    'estimated_cost_usd', g.estimated_cost_usd, 'generation_time_ms', g.generation_time_ms,
    'error', case when g.error_code is not null then jsonb_build_object('code', g.error_code, 'message', g.error_message) end,
    'job', jsonb_build_object('id', g.job_id, 'status', j.status),
    'created_at', g.created_at, 'started_at', g.started_at, 'completed_at', g.completed_at
  )
  into v_result
  from public.generations as g
  left join public.jobs as j on j.id = g.job_id
  left join lateral (
    select
      jsonb_object_agg(p.platform, c.content) filter (where c.id is not null) as outputs,
      jsonb_object_agg(p.platform, jsonb_strip_nulls(jsonb_build_object(
        'status', p.status, 'generated_content_id', p.generated_content_id, 'completed_at', p.completed_at,
        'error', case when p.error_code is not null
          then jsonb_build_object('code', p.error_code, 'message', p.error_message) end
      ))) as states
    from public.generation_outputs as p
    left join public.generated_content as c
      on c.organization_id = p.organization_id and c.id = p.generated_content_id
    where p.organization_id = g.organization_id and p.generation_id = g.id
  ) as o on true
  where g.id = p_generation_id;
  if v_result is null then
    perform private.raise_error('NOT_FOUND', 'there is no such generation in the active organization');
  end if;
  return v_result;
end;
$$;

ALTER FUNCTION public.get_generation(p_generation_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.get_generation(p_generation_id uuid) IS 'A generation with its analysis, the outputs made so far by platform, the state of each platform, progress_percentage and error.';

CREATE FUNCTION public.get_job(p_id bigint) RETURNS public.job_info
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select private.get_job(p_id)
$$;

ALTER FUNCTION public.get_job(p_id bigint) OWNER TO postgres;

COMMENT ON FUNCTION public.get_job(p_id bigint) IS 'A job of the active organization, alive or finished. NOT_FOUND for any other.';

CREATE FUNCTION public.get_quotas() RETURNS TABLE(metric text, display_name text, unit text, period public.quota_period, period_start date, "limit" bigint, used bigint, reserved bigint, remaining bigint, resets_at timestamp with time zone, plan text)
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select * from private.get_quotas()
$$;

ALTER FUNCTION public.get_quotas() OWNER TO postgres;

COMMENT ON FUNCTION public.get_quotas() IS 'What the active organization''s plan includes, what is used and reserved, what remains (null: unlimited) and when it renews.
Errors: UNAUTHORIZED, FORBIDDEN.';

CREATE FUNCTION public.heartbeat_job(p_id bigint, p_lease integer, p_progress numeric DEFAULT NULL::numeric, p_step text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_job public.jobs;
begin
  update public.jobs as j
  set lease_expires_at = now() + make_interval(secs => j.lease_seconds),
    progress = coalesce(least(greatest(nullif(p_progress, 'NaN'), 0), 1), j.progress),
    step = coalesce(left(p_step, 200), j.step)
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now()
  returning j.* into v_job;
  if not found then
    return 'lost';
  end if;
  if p_progress is not null or p_step is not null then
    perform private.broadcast_job(v_job, v_job.status);
  end if;
  return case when v_job.cancel_requested_at is null then 'ok' else 'cancel_requested' end;
end;
$$;

ALTER FUNCTION public.heartbeat_job(p_id bigint, p_lease integer, p_progress numeric, p_step text) OWNER TO postgres;

COMMENT ON FUNCTION public.heartbeat_job(p_id bigint, p_lease integer, p_progress numeric, p_step text) IS 'Extends the lease from the database''s clock and shows progress (0 to 1): ok, cancel_requested or lost.';

CREATE FUNCTION public.heartbeat_jobs(p_ids bigint[], p_leases integer[]) RETURNS TABLE(id bigint, outcome text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    SET enable_seqscan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
begin
  return query
  with extended as (
    update public.jobs as j
    set lease_expires_at = now() + make_interval(secs => j.lease_seconds)
    from (select h.id, h.lease from unnest(p_ids, p_leases) as h (id, lease) order by h.id) as h
    where j.id = h.id and j.lease = h.lease and j.lease_expires_at > now()
    returning j.id, j.cancel_requested_at
  )
  select h.id, case when e.id is null then 'lost' when e.cancel_requested_at is null then 'ok' else 'cancel_requested' end
  from unnest(p_ids) as h (id)
  left join extended as e on e.id = h.id;
end;
$$;

ALTER FUNCTION public.heartbeat_jobs(p_ids bigint[], p_leases integer[]) OWNER TO postgres;

COMMENT ON FUNCTION public.heartbeat_jobs(p_ids bigint[], p_leases integer[]) IS 'heartbeat_job for all jobs of a worker in one statement.';

CREATE FUNCTION public.invite_member(p_email text DEFAULT NULL::text, p_role public.member_role DEFAULT 'creator'::public.member_role, p_client_account_id uuid DEFAULT NULL::uuid, p_expires_in_days integer DEFAULT 7) RETURNS jsonb
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.invite_member(p_email, p_role, p_client_account_id, p_expires_in_days)
$$;

ALTER FUNCTION public.invite_member(p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer) OWNER TO postgres;

COMMENT ON FUNCTION public.invite_member(p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer) IS 'Invites an address to the active organization. The answer holds the token once; hand it to that person in a link.
Errors: FORBIDDEN (admins invite below admin, owners everybody), VALIDATION_ERROR, CONFLICT (member already),
RATE_LIMITED.';

CREATE FUNCTION public.job_queue_stats() RETURNS TABLE(queue text, kind text, ready_count bigint, scheduled_count bigint, processing_count bigint, pending_count bigint, failed_count bigint, oldest_ready_seconds numeric, is_capped boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    SET enable_seqscan TO 'off'
    AS $$
declare
  v_cap constant integer := 10000;
begin
  return query
  with ready as (
    select s.kind, count(*) as jobs, min(s.run_at) as oldest, max(s.seen) as seen
    from (select distinct k.queue from public.job_kinds as k) as q
    cross join lateral (
      select l.kind, l.run_at, count(*) over () as seen
      from (
        select p.kind, p.run_at
        from unnest('{3,2,1,0}'::smallint[]) as level (priority)
        cross join lateral (
          select j.kind, j.run_at
          from public.jobs as j
          where j.status = 'queued' and not j.is_held and j.queue = q.queue and j.priority = level.priority
            and j.run_at <= now()
          order by j.run_at, j.id
          limit v_cap
        ) as p
        limit v_cap
      ) as l
    ) as s
    group by s.kind
  ),
  later as (
    select s.kind, count(*) as jobs, max(s.seen) as seen
    from (select distinct k.queue from public.job_kinds as k) as q
    cross join lateral (
      select l.kind, count(*) over () as seen
      from (
        select p.kind
        from unnest('{3,2,1,0}'::smallint[]) as level (priority)
        cross join lateral (
          select j.kind
          from public.jobs as j
          where j.status = 'queued' and not j.is_held and j.queue = q.queue and j.priority = level.priority
            and j.run_at > now()
          order by j.run_at, j.id
          limit v_cap
        ) as p
        limit v_cap
      ) as l
    ) as s
    group by s.kind
  ),
  running as (
    select j.kind, count(*) as jobs
    from (select r.kind from public.jobs as r where r.status = 'processing' order by r.lease_expires_at limit v_cap) as j
    group by j.kind
  ),
  waiting as (
    select s.kind, sum(s.pending_count)::bigint as jobs
    from private.job_slots as s
    where s.pending_count > 0
    group by s.kind
  ),
  dead as (
    select j.kind, count(*) as jobs, max(j.seen) as seen
    from (
      select f.kind, count(*) over () as seen
      from (select d.kind from public.jobs as d where d.status = 'failed' order by d.finished_at desc limit v_cap) as f
    ) as j
    group by j.kind
  )
  select
    k.queue, k.kind, coalesce(r.jobs, 0), coalesce(l.jobs, 0), coalesce(p.jobs, 0), coalesce(w.jobs, 0),
    coalesce(d.jobs, 0), coalesce(extract(epoch from now() - r.oldest), 0), coalesce(greatest(r.seen, l.seen,
    d.seen), 0) >= v_cap
  from public.job_kinds as k
  left join ready as r on r.kind = k.kind
  left join later as l on l.kind = k.kind
  left join running as p on p.kind = k.kind
  left join waiting as w on w.kind = k.kind
  left join dead as d on d.kind = k.kind
  order by k.queue, k.kind;
end;
$$;

ALTER FUNCTION public.job_queue_stats() OWNER TO postgres;

COMMENT ON FUNCTION public.job_queue_stats() IS 'Counts per queue and kind for metrics and alerts. Looks at 10,000 jobs of a queue and state at most; is_capped says when there
are more, so that the price does not grow with the backlog.';

CREATE FUNCTION public.leave_organization() RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.leave_organization()
$$;

ALTER FUNCTION public.leave_organization() OWNER TO postgres;

COMMENT ON FUNCTION public.leave_organization() IS 'Leaves the active organization. Errors: FORBIDDEN, CONFLICT (the last owner cannot leave).';

CREATE FUNCTION public.list_members() RETURNS TABLE(user_id uuid, role public.member_role, status public.member_status, client_account_id uuid, full_name text, email text, avatar_url text, joined_at timestamp with time zone, last_login_at timestamp with time zone)
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select * from private.list_members()
$$;

ALTER FUNCTION public.list_members() OWNER TO postgres;

COMMENT ON FUNCTION public.list_members() IS 'The people of the active organization, highest role first; a client gets only their own line.';

CREATE FUNCTION public.log_job(p_id bigint, p_lease integer, p_level text, p_message text, p_details jsonb DEFAULT '{}'::jsonb) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  perform private.require(
    p_level in ('debug', 'info', 'warning', 'error', 'critical'), 'p_level',
    'p_level must be debug, info, warning, error or critical'
  );
  perform private.require(p_message is not null, 'p_message', 'p_message is missing');
  perform private.require(
    p_details is null or (jsonb_typeof(p_details) = 'object' and pg_column_size(p_details) <= 65536), 'p_details',
    'p_details must be an object of at most 64 kB'
  );
  insert into public.job_logs (job_id, organization_id, log_level, message, details, step, provider_response)
  select
    j.id, j.organization_id, p_level, left(p_message, 2000), coalesce(p_details - 'provider_response', '{}'), j.step,
    p_details -> 'provider_response'
  from public.jobs as j
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now();
  return case when found then 'ok' else 'lost' end;
end;
$$;

ALTER FUNCTION public.log_job(p_id bigint, p_lease integer, p_level text, p_message text, p_details jsonb) OWNER TO postgres;

COMMENT ON FUNCTION public.log_job(p_id bigint, p_lease integer, p_level text, p_message text, p_details jsonb) IS 'An entry of the worker in job_logs; p_details.provider_response goes to its own column. ok or lost.';

CREATE FUNCTION public.mark_notifications_read(p_ids uuid[] DEFAULT NULL::uuid[]) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  v_count integer;
begin
  if auth.uid() is null then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  perform private.require(coalesce(cardinality(p_ids), 0) <= 1000, 'p_ids', 'p_ids can hold 1,000 ids');
  update public.notifications as n
  set read_at = now()
  where n.user_id = auth.uid() and n.read_at is null and (p_ids is null or n.id = any(p_ids));
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;

ALTER FUNCTION public.mark_notifications_read(p_ids uuid[]) OWNER TO postgres;

COMMENT ON FUNCTION public.mark_notifications_read(p_ids uuid[]) IS 'Marks the caller''s notifications with these ids read, or all of them without p_ids; answers how many were unread. Errors: UNAUTHORIZED.';

CREATE FUNCTION public.next_run_at(p_queues text[]) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    SET enable_seqscan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
declare
  v_paused_kinds text[] := private.paused_kinds();
begin
  return least(
    (
      select min(j.run_at)
      from unnest(p_queues) as q (queue)
      cross join unnest('{3,2,1,0}'::smallint[]) as p (priority)
      cross join lateral (
        select c.run_at
        from public.jobs as c
        where c.status = 'queued' and not c.is_held and c.queue = q.queue and c.priority = p.priority
          and c.kind <> all (v_paused_kinds)
        order by c.run_at, c.id
        limit 1
      ) as j
    ),
    (
      select c.run_at
      from public.jobs as c
      where c.status = 'pending' and c.is_scheduled and c.queue = any (p_queues) and c.kind <> all (v_paused_kinds)
      order by c.run_at
      limit 1
    )
  );
end;
$$;

ALTER FUNCTION public.next_run_at(p_queues text[]) OWNER TO postgres;

COMMENT ON FUNCTION public.next_run_at(p_queues text[]) IS 'When the next job of these queues becomes ready; in the past when one is ready now, null when there is none.';

CREATE FUNCTION public.pause_jobs(p_kind text DEFAULT NULL::text, p_queue text DEFAULT NULL::text) RETURNS text[]
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select private.enable_kinds(p_kind, p_queue, false)
$$;

ALTER FUNCTION public.pause_jobs(p_kind text, p_queue text) OWNER TO postgres;

COMMENT ON FUNCTION public.pause_jobs(p_kind text, p_queue text) IS 'Stops handing out jobs of a kind or a whole queue; running ones finish, new ones wait. Returns the kinds.';

CREATE FUNCTION public.public_profile(p_user_id uuid) RETURNS TABLE(id uuid, full_name text, avatar_url text, created_at timestamp with time zone)
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select * from private.public_profile(p_user_id)
$$;

ALTER FUNCTION public.public_profile(p_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.public_profile(p_user_id uuid) IS 'Name and picture of a person who made their profile public (user_settings.is_profile_public); no row otherwise.';

CREATE FUNCTION public.register_session(p_device_info jsonb DEFAULT '{}'::jsonb) RETURNS uuid
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.register_session(p_device_info)
$$;

ALTER FUNCTION public.register_session(p_device_info jsonb) OWNER TO postgres;

COMMENT ON FUNCTION public.register_session(p_device_info jsonb) IS 'Adds this device to the caller''s list or renews it for 30 days. Call it after sign-in. Errors: UNAUTHORIZED, CONFLICT, VALIDATION_ERROR.';

CREATE FUNCTION public.release_job(p_id bigint, p_lease integer) RETURNS text
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select r.outcome from public.release_jobs(array[p_id], array[p_lease]) as r
$$;

ALTER FUNCTION public.release_job(p_id bigint, p_lease integer) OWNER TO postgres;

COMMENT ON FUNCTION public.release_job(p_id bigint, p_lease integer) IS 'A worker that stops hands a job back as it got it, without an attempt: released, cancelled (it was asked to stop) or lost.';

CREATE FUNCTION public.release_jobs(p_ids bigint[], p_leases integer[]) RETURNS TABLE(id bigint, outcome text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_job public.jobs;
  v_item record;
  v_items private.job_settlement[];
  v_queues text[] := '{}'::text[];
begin
  perform private.require(
    cardinality(p_leases) = cardinality(p_ids), 'p_leases', 'p_leases must have one element for each of p_ids'
  );
  for v_item in select i.id, i.lease from unnest(p_ids, p_leases) as i (id, lease) order by i.id loop
    id := v_item.id;
    update public.jobs as j
    set status = 'queued', attempt = j.attempt - 1, lease_expires_at = null, worker_id = null
    where j.id = v_item.id and j.lease = v_item.lease and j.lease_expires_at > now()
      and j.cancel_requested_at is null
    returning j.* into v_job;
    if found then
      outcome := 'released';
      v_queues := v_queues || v_job.queue;
    else
      select j.* into v_job
      from public.jobs as j
      where j.id = v_item.id and j.lease = v_item.lease and j.lease_expires_at > now()
      for update;
      outcome := 'lost';
      if found then
        v_items := v_items || private.end_cancelled(v_job);
        outcome := 'cancelled';
      end if;
    end if;
    return next;
  end loop;
  if v_items is not null then
    perform private.settle_jobs(v_items);
  end if;
  if v_queues <> '{}' then
    perform private.wake_queues(array(select distinct q.queue from unnest(v_queues) as q (queue)));
  end if;
end;
$$;

ALTER FUNCTION public.release_jobs(p_ids bigint[], p_leases integer[]) OWNER TO postgres;

COMMENT ON FUNCTION public.release_jobs(p_ids bigint[], p_leases integer[]) IS 'release_job for many.';

CREATE FUNCTION public.remove_member(p_user_id uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.remove_member(p_user_id)
$$;

ALTER FUNCTION public.remove_member(p_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.remove_member(p_user_id uuid) IS 'Takes a member out of the active organization; access ends at once. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (last owner).';

CREATE FUNCTION public.replay_job(p_id bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_job public.jobs;
  v_kind public.job_kinds;
  v_period date;
  v_is_tracked boolean;
  v_is_queued boolean := true;
begin
  select j.* into v_job from public.jobs as j where j.id = p_id for update;
  if not found then
    if exists (select from public.job_history as h where h.id = p_id) then
      perform private.raise_error('CONFLICT', 'the job has ended and left the dead letter');
    end if;
    perform private.raise_error('NOT_FOUND', 'there is no such job');
  end if;
  if v_job.status <> 'failed' then
    perform private.raise_error('CONFLICT', 'only failed jobs are replayed', jsonb_build_object('status', v_job.status));
  end if;
  select k.* into strict v_kind from public.job_kinds as k where k.kind = v_job.kind;
  if v_job.quota_metric is not null then
    v_period := private.reserve_quota(v_job.organization_id, v_job.quota_metric, v_job.quota_amount, v_job.id);
  end if;
  v_is_tracked := coalesce(v_kind.max_per_organization, v_kind.max_backlog_per_organization) is not null;
  if v_is_tracked then
    v_is_queued := private.admit_jobs(v_kind, v_job.organization_id, 1, false) = 1;
  end if;
  begin
    update public.jobs as j
    set status = case when v_is_queued then 'queued' else 'pending' end::public.job_status,
      is_held = v_is_queued and not v_kind.is_enabled, has_slot = v_is_tracked, quota_period = v_period,
      run_at = now(), attempt = 0, max_attempts = v_kind.max_attempts, finished_at = null, progress = null,
      error_code = null, error_message = null
    where j.id = p_id;
  exception
    when unique_violation then
      perform private.raise_error('CONFLICT', 'an unfinished job already does this work');
  end;
  perform private.write_job_log(
    v_job, 'info', 'replayed',
    jsonb_build_object('failed_at', v_job.finished_at, 'code', v_job.error_code, 'message', v_job.error_message)
  );
  perform private.wake_queues(array[v_job.queue]);
  return case when v_is_queued then 'queued' else 'pending' end;
end;
$$;

ALTER FUNCTION public.replay_job(p_id bigint) OWNER TO postgres;

COMMENT ON FUNCTION public.replay_job(p_id bigint) IS 'Takes a failed job out of the dead letter with all its attempts; it remembers its steps. Quota is reserved anew.';

CREATE FUNCTION public.rescue_expired_jobs() RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select private.rescue_batch(2000)
$$;

ALTER FUNCTION public.rescue_expired_jobs() OWNER TO postgres;

COMMENT ON FUNCTION public.rescue_expired_jobs() IS 'Makes jobs of dead workers claimable again, or ends them when cancelled or out of attempts; at most 2,000
at a time. Returns how many.';

CREATE FUNCTION public.resume_jobs(p_kind text DEFAULT NULL::text, p_queue text DEFAULT NULL::text) RETURNS text[]
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select private.enable_kinds(p_kind, p_queue, true)
$$;

ALTER FUNCTION public.resume_jobs(p_kind text, p_queue text) OWNER TO postgres;

COMMENT ON FUNCTION public.resume_jobs(p_kind text, p_queue text) IS 'Takes back pause_jobs.';

CREATE FUNCTION public.revoke_invitation(p_invitation_id uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.revoke_invitation(p_invitation_id)
$$;

ALTER FUNCTION public.revoke_invitation(p_invitation_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.revoke_invitation(p_invitation_id uuid) IS 'Makes an open invitation worthless. Errors: FORBIDDEN, NOT_FOUND.';

CREATE FUNCTION public.revoke_session(p_session_id uuid) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.revoke_session(p_session_id)
$$;

ALTER FUNCTION public.revoke_session(p_session_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.revoke_session(p_session_id uuid) IS 'Signs one of the caller''s devices out: its refresh token dies now, its access token when it expires. Errors: NOT_FOUND.';

CREATE FUNCTION public.set_member_status(p_user_id uuid DEFAULT NULL::uuid, p_status public.member_status DEFAULT NULL::public.member_status) RETURNS public.organization_members
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.set_member_status(p_user_id, p_status)
$$;

ALTER FUNCTION public.set_member_status(p_user_id uuid, p_status public.member_status) OWNER TO postgres;

COMMENT ON FUNCTION public.set_member_status(p_user_id uuid, p_status public.member_status) IS 'Shuts a member out without removing them, or lets them in again.
Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, CONFLICT (the last owner stays active), QUOTA_EXCEEDED.';

CREATE FUNCTION public.signal_job(p_provider text, p_external_id text, p_payload jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_job public.jobs;
begin
  perform private.require(
    char_length(p_provider) between 1 and 100, 'p_provider', 'p_provider must have 1 to 100 characters'
  );
  perform private.require(
    char_length(p_external_id) between 1 and 500, 'p_external_id', 'p_external_id must have 1 to 500 characters'
  );
  perform private.require(
    p_payload is null or pg_column_size(p_payload) <= 1048576, 'p_payload', 'p_payload is larger than 1 MB'
  );
  perform private.lock_external_id(p_provider, p_external_id);
  select j.* into v_job
  from public.jobs as j
  where j.provider = p_provider and j.external_id = p_external_id and j.status <> 'failed'
  for update;
  if v_job.status in ('queued', 'pending') then
    perform private.remember_step(v_job.id, 'signal', coalesce(p_payload, 'null'));
    update public.jobs as j
    -- A retry keeps its backoff: the signal is no answer to what failed.
    set run_at = case when j.snoozed_at is null then j.run_at else least(j.run_at, now()) end, has_checkpoints = true
    where j.id = v_job.id;
    if v_job.snoozed_at is not null then
      perform private.wake_queues(array[v_job.queue]);
    end if;
  else
    -- Nobody waits for it yet, or the job runs and would not notice: its next snooze finds the signal here.
    insert into private.job_signals (provider, external_id, payload)
    values (p_provider, p_external_id, coalesce(p_payload, 'null'))
    on conflict on constraint job_signals_pkey do update
    set payload = excluded.payload, received_at = excluded.received_at;
  end if;
  return v_job.id;
end;
$$;

ALTER FUNCTION public.signal_job(p_provider text, p_external_id text, p_payload jsonb) OWNER TO postgres;

COMMENT ON FUNCTION public.signal_job(p_provider text, p_external_id text, p_payload jsonb) IS 'Wakes the job that snoozes for this external id; the payload comes back as checkpoints.signal. Returns its id, or null when no
job is known by it yet: the signal is then kept for seven days.';

CREATE FUNCTION public.snooze_job(p_id bigint, p_lease integer, p_until timestamp with time zone, p_state jsonb DEFAULT NULL::jsonb, p_provider text DEFAULT NULL::text, p_external_id text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_job public.jobs;
  v_provider text;
  v_external_id text;
  v_signal jsonb;
  v_run_at timestamptz;
begin
  perform private.require(
    isfinite(p_until) and p_until <= now() + interval '366 days', 'p_until', 'p_until must be a time within a year'
  );
  perform private.require(
    p_state is null or pg_column_size(p_state) <= 4194304, 'p_state', 'p_state is larger than 4 MB'
  );
  perform private.require(
    (p_provider is null and p_external_id is null)
    or (char_length(p_provider) between 1 and 100 and char_length(p_external_id) between 1 and 500),
    'p_external_id', 'p_provider (at most 100 characters) and p_external_id (at most 500) go together'
  );
  select j.* into v_job
  from public.jobs as j
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now();
  if not found then
    return 'lost';
  end if;
  v_provider := coalesce(p_provider, v_job.provider);
  v_external_id := coalesce(p_external_id, v_job.external_id);
  if v_provider is not null then
    -- Before the row: a signal takes them in this order too.
    perform private.lock_external_id(v_provider, v_external_id);
  end if;
  select j.* into v_job
  from public.jobs as j
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now()
  for update;
  if not found then
    return 'lost';
  end if;
  if v_job.cancel_requested_at is not null then
    perform private.settle_jobs(array[private.end_cancelled(v_job)]);
    return 'cancelled';
  end if;
  delete from private.job_signals as s
  where s.provider = v_provider and s.external_id = v_external_id
  returning s.payload into v_signal;
  if v_signal is not null then
    perform private.remember_step(p_id, 'signal', v_signal);
  end if;
  if p_state is not null then
    perform private.remember_step(p_id, 'snooze', p_state);
  end if;
  v_run_at := case when v_signal is null then greatest(p_until, now()) else now() end;
  begin
    update public.jobs as j
    set status = 'queued', run_at = v_run_at, snoozed_at = now(), attempt = j.attempt - 1, lease_expires_at = null,
      worker_id = null, provider = v_provider, external_id = v_external_id,
      has_checkpoints = j.has_checkpoints or p_state is not null or v_signal is not null
    where j.id = p_id;
  exception
    when unique_violation then
      perform private.raise_error(
        'CONFLICT', 'another unfinished job waits for this external id',
        jsonb_build_object('provider', v_provider, 'external_id', v_external_id)
      );
  end;
  if v_run_at <= now() then
    perform private.wake_queues(array[v_job.queue]);
  end if;
  return 'snoozed';
end;
$$;

ALTER FUNCTION public.snooze_job(p_id bigint, p_lease integer, p_until timestamp with time zone, p_state jsonb, p_provider text, p_external_id text) OWNER TO postgres;

COMMENT ON FUNCTION public.snooze_job(p_id bigint, p_lease integer, p_until timestamp with time zone, p_state jsonb, p_provider text, p_external_id text) IS 'Puts a job to sleep while somebody else works for it; costs no attempt. p_state comes back as checkpoints.snooze. With a
provider and its id, signal_job wakes it early; a signal that came first wakes it at once. snoozed, cancelled or lost.';

CREATE FUNCTION public.switch_organization(p_organization_id uuid DEFAULT NULL::uuid) RETURNS public.organizations
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.switch_organization(p_organization_id)
$$;

ALTER FUNCTION public.switch_organization(p_organization_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.switch_organization(p_organization_id uuid) IS 'Makes it the organization requests without the header x-organization-id act in. Errors: NOT_FOUND, VALIDATION_ERROR.';

CREATE FUNCTION public.transfer_ownership(p_user_id uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.transfer_ownership(p_user_id)
$$;

ALTER FUNCTION public.transfer_ownership(p_user_id uuid) OWNER TO postgres;

COMMENT ON FUNCTION public.transfer_ownership(p_user_id uuid) IS 'Makes another active member owner of the active organization and the caller admin. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

CREATE FUNCTION public.update_client_account(p_client_account_id uuid DEFAULT NULL::uuid, p_changes jsonb DEFAULT '{}'::jsonb) RETURNS public.client_accounts
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  select private.update_client_account(p_client_account_id, p_changes)
$$;

ALTER FUNCTION public.update_client_account(p_client_account_id uuid, p_changes jsonb) OWNER TO postgres;

COMMENT ON FUNCTION public.update_client_account(p_client_account_id uuid, p_changes jsonb) IS 'Changes the given fields of a client account: name, slug, contact_email, contact_phone, logo_url, brand_colors, settings.
Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, CONFLICT.';

CREATE FUNCTION public.update_user_tier(p_user_id uuid, p_tier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  v_organization_id uuid;
begin
  perform private.require(private.plan_slug(p_tier) is not null, 'p_tier', 'there is no such tier');
  select m.organization_id into v_organization_id
  from public.profiles as p
  join public.organization_members as m
    on m.user_id = p.id and m.organization_id = p.active_organization_id and m.role = 'owner' and m.status = 'active'
  where p.id = p_user_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such user, or they own no active organization');
  end if;
  perform private.change_plan(v_organization_id, p_tier);
end;
$$;

ALTER FUNCTION public.update_user_tier(p_user_id uuid, p_tier text) OWNER TO postgres;

COMMENT ON FUNCTION public.update_user_tier(p_user_id uuid, p_tier text) IS 'For operators: puts the organization the user owns and works in on another plan; every alias of a plan is accepted.';

CREATE FUNCTION public.worker_contract(p_kinds text[] DEFAULT '{}'::text[]) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select jsonb_build_object(
    'engine', 1,
    'clock', extract(epoch from clock_timestamp()),
    'kinds', coalesce(
      (
        select jsonb_object_agg(
          kinds.kind, jsonb_build_object('queue', kinds.queue, 'timeout_seconds', kinds.timeout_seconds)
        )
        from public.job_kinds as kinds
        where kinds.kind = any(p_kinds)
      ),
      '{}'::jsonb
    )
  );
$$;

ALTER FUNCTION public.worker_contract(p_kinds text[]) OWNER TO postgres;

COMMENT ON FUNCTION public.worker_contract(p_kinds text[]) IS 'Engine version (grows when older workers can no longer work with it), clock in epoch seconds, and settings of the kinds.';

CREATE TABLE private.job_signals (
    provider text NOT NULL,
    external_id text NOT NULL,
    payload jsonb NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT job_signals_payload_check CHECK ((pg_column_size(payload) <= 1048576))
);

ALTER TABLE private.job_signals OWNER TO postgres;

COMMENT ON TABLE private.job_signals IS 'Signals that came before their job snoozed; the snooze takes them.';

CREATE TABLE private.job_slots (
    organization_id uuid NOT NULL,
    kind text NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    pending_count integer DEFAULT 0 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT job_slots_active_count_check CHECK ((active_count >= 0)),
    CONSTRAINT job_slots_pending_count_check CHECK ((pending_count >= 0))
)
WITH (fillfactor='50');

ALTER TABLE private.job_slots OWNER TO postgres;

COMMENT ON TABLE private.job_slots IS 'Unfinished jobs of an organization by kind, for kinds with a cap. Whoever changes the counts holds the row until commit.';

COMMENT ON COLUMN private.job_slots.active_count IS 'Jobs in queued or processing.';

CREATE TABLE private.legal_holds (
    id bigint NOT NULL,
    parent text NOT NULL,
    covers tstzrange DEFAULT '(,)'::tstzrange NOT NULL,
    reason text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT legal_holds_reason_check CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)))
);

ALTER TABLE private.legal_holds OWNER TO postgres;

COMMENT ON TABLE private.legal_holds IS 'Rows of this period are kept whatever the retention rule says.';

ALTER TABLE private.legal_holds ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME private.legal_holds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE private.retention_rules (
    parent text NOT NULL,
    method text DEFAULT 'drop_partitions'::text NOT NULL,
    time_column text DEFAULT 'created_at'::text NOT NULL,
    retain interval,
    months_ahead integer DEFAULT 3 NOT NULL,
    description text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT retention_rules_method_check CHECK ((method = ANY (ARRAY['drop_partitions'::text, 'delete_rows'::text]))),
    CONSTRAINT retention_rules_months_ahead_check CHECK (((months_ahead >= 1) AND (months_ahead <= 24))),
    CONSTRAINT retention_rules_retain_check CHECK ((retain >= '00:00:00'::interval))
);

ALTER TABLE private.retention_rules OWNER TO postgres;

COMMENT ON TABLE private.retention_rules IS 'How long each growing table keeps its rows; one row per table, changed without a deployment.';

COMMENT ON COLUMN private.retention_rules.parent IS 'Table as schema.name.';

COMMENT ON COLUMN private.retention_rules.retain IS 'Age after which rows go; null keeps them for ever.';

CREATE TABLE public.audit_log (
    id bigint NOT NULL,
    organization_id uuid,
    actor_id uuid,
    actor_kind text NOT NULL,
    actor_role text,
    action text NOT NULL,
    entity_type text NOT NULL,
    entity_id uuid,
    old_values jsonb,
    new_values jsonb,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    ip_address inet,
    user_agent text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT audit_log_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'service'::text, 'system'::text])))
)
PARTITION BY RANGE (created_at);

ALTER TABLE public.audit_log OWNER TO postgres;

COMMENT ON TABLE public.audit_log IS 'Append-only for everybody. It refers to nothing by key, so that a person or an organization can be deleted and the record stays.';

COMMENT ON COLUMN public.audit_log.actor_kind IS 'user: signed in; service: a worker or operator through the API; system: cron, sign-up, migration.';

COMMENT ON COLUMN public.audit_log.actor_role IS 'The actor''s role in the organization at that time.';

COMMENT ON COLUMN public.audit_log.action IS '<entity>.<insert|update|delete>, or a name of its own such as secret.read.';

COMMENT ON COLUMN public.audit_log.old_values IS 'Changed columns only; personal data and secrets read [redacted].';

COMMENT ON COLUMN public.audit_log.ip_address IS 'Cleared, as is user_agent, when the actor''s account is deleted.';

ALTER TABLE public.audit_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.generated_content (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    organization_id uuid NOT NULL,
    user_id uuid,
    client_account_id uuid,
    generation_id uuid,
    target_platform text,
    content_type public.generated_content_type NOT NULL,
    language text,
    title text,
    generated_text text NOT NULL,
    formatted_text text,
    content jsonb DEFAULT '{}'::jsonb NOT NULL,
    caption text,
    hashtags text[] DEFAULT '{}'::text[] NOT NULL,
    cta text,
    duration_seconds integer,
    word_count integer,
    ai_provider text,
    ai_model text NOT NULL,
    prompt_template text,
    prompt_used text,
    generation_parameters jsonb DEFAULT '{}'::jsonb NOT NULL,
    generation_metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.generated_content_status DEFAULT 'generated'::public.generated_content_status NOT NULL,
    quality_score numeric(4,2),
    predicted_quality_score numeric(5,2),
    virality_prediction numeric(5,2),
    user_rating smallint,
    user_feedback text,
    approved_at timestamp with time zone,
    approved_by uuid,
    used_at timestamp with time zone,
    usage_count integer DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT approved_generated_content_has_approved_at CHECK (((status <> 'approved'::public.generated_content_status) OR (approved_at IS NOT NULL))),
    CONSTRAINT generated_content_caption_check CHECK ((char_length(caption) <= 10000)),
    CONSTRAINT generated_content_content_is_an_object CHECK ((jsonb_typeof(content) = 'object'::text)),
    CONSTRAINT generated_content_cta_check CHECK ((char_length(cta) <= 1000)),
    CONSTRAINT generated_content_duration_seconds_check CHECK ((duration_seconds >= 0)),
    CONSTRAINT generated_content_formatted_text_check CHECK ((char_length(formatted_text) <= 200000)),
    CONSTRAINT generated_content_generated_text_check CHECK ((char_length(generated_text) <= 200000)),
    CONSTRAINT generated_content_generation_metadata_is_an_object CHECK ((jsonb_typeof(generation_metadata) = 'object'::text)),
    CONSTRAINT generated_content_generation_parameters_is_an_object CHECK ((jsonb_typeof(generation_parameters) = 'object'::text)),
    CONSTRAINT generated_content_language_check CHECK ((language ~ '^[a-z]{2}(-[A-Z]{2})?$'::text)),
    CONSTRAINT generated_content_predicted_quality_score_check CHECK (((predicted_quality_score >= (0)::numeric) AND (predicted_quality_score <= (100)::numeric))),
    CONSTRAINT generated_content_quality_score_check CHECK (((quality_score >= (0)::numeric) AND (quality_score <= (10)::numeric))),
    CONSTRAINT generated_content_title_check CHECK ((char_length(title) <= 500)),
    CONSTRAINT generated_content_usage_count_check CHECK ((usage_count >= 0)),
    CONSTRAINT generated_content_user_feedback_check CHECK ((char_length(user_feedback) <= 5000)),
    CONSTRAINT generated_content_user_rating_check CHECK (((user_rating >= 1) AND (user_rating <= 5))),
    CONSTRAINT generated_content_version_check CHECK ((version >= 1)),
    CONSTRAINT generated_content_virality_prediction_check CHECK (((virality_prediction >= (0)::numeric) AND (virality_prediction <= (100)::numeric))),
    CONSTRAINT generated_content_word_count_check CHECK ((word_count >= 0)),
    CONSTRAINT used_generated_content_has_used_at CHECK (((status <> 'used'::public.generated_content_status) OR (used_at IS NOT NULL)))
);

ALTER TABLE public.generated_content OWNER TO postgres;

COMMENT ON TABLE public.generated_content IS 'A piece of content a model or template made: title, script, caption, thread, e-mail …, with the review it went through.';

COMMENT ON COLUMN public.generated_content.generated_text IS 'The same output as plain text, ready to copy.';

COMMENT ON COLUMN public.generated_content.formatted_text IS 'The text in the form a production provider wants, for instance RevID script marks.';

COMMENT ON COLUMN public.generated_content.content IS 'The structured output in the shape of its content type and platform.';

COMMENT ON COLUMN public.generated_content.hashtags IS 'Without the leading number sign.';

COMMENT ON COLUMN public.generated_content.generation_parameters IS 'What was asked: style, tone, language, duration, keywords …';

COMMENT ON COLUMN public.generated_content.generation_metadata IS 'What it took: model version, tokens, milliseconds, confidence, cost.';

COMMENT ON COLUMN public.generated_content.quality_score IS '0 to 10, given by review.';

COMMENT ON COLUMN public.generated_content.predicted_quality_score IS '0 to 100, predicted before publishing; never shown as measured.';

COMMENT ON COLUMN public.generated_content.virality_prediction IS '0 to 100, predicted; never shown as measured.';

COMMENT ON COLUMN public.generated_content.version IS 'Rises with every change of the text; approvals name the version they cover.';

CREATE TABLE public.generation_outputs (
    organization_id uuid NOT NULL,
    generation_id uuid NOT NULL,
    platform text NOT NULL,
    status public.generation_output_status DEFAULT 'pending'::public.generation_output_status NOT NULL,
    generated_content_id uuid,
    error_code text,
    error_message text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    completed_at timestamp with time zone,
    CONSTRAINT ended_generation_outputs_have_completed_at CHECK (((completed_at IS NOT NULL) = (status <> 'pending'::public.generation_output_status))),
    CONSTRAINT failed_generation_outputs_have_an_error_code CHECK (((status <> 'failed'::public.generation_output_status) OR (error_code IS NOT NULL)))
);

ALTER TABLE public.generation_outputs OWNER TO postgres;

COMMENT ON TABLE public.generation_outputs IS 'One row for each platform of a generation: waiting, made, failed or cancelled.';

CREATE TABLE public.generations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    organization_id uuid NOT NULL,
    user_id uuid,
    client_account_id uuid,
    input_kind public.generation_input_kind DEFAULT 'text'::public.generation_input_kind NOT NULL,
    input_content text,
    input_url text,
    input_path text,
    input_title text,
    input_content_hash text NOT NULL,
    request_hash text NOT NULL,
    selected_platforms text[] NOT NULL,
    selected_tone public.generation_tone NOT NULL,
    language text NOT NULL,
    options jsonb DEFAULT '{}'::jsonb NOT NULL,
    core_message text,
    key_points jsonb DEFAULT '[]'::jsonb NOT NULL,
    detected_topic text,
    detected_audience text,
    keywords text[] DEFAULT '{}'::text[] NOT NULL,
    ai_provider text,
    ai_model text,
    total_tokens_used integer DEFAULT 0 NOT NULL,
    estimated_cost_usd numeric(12,6) DEFAULT 0 NOT NULL,
    generation_time_ms integer,
    status public.generation_status DEFAULT 'pending'::public.generation_status NOT NULL,
    error_code text,
    error_message text,
    job_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    CONSTRAINT ended_generations_have_completed_at CHECK (((completed_at IS NOT NULL) = (status = ANY (ARRAY['completed'::public.generation_status, 'partial'::public.generation_status, 'failed'::public.generation_status, 'cancelled'::public.generation_status])))),
    CONSTRAINT failed_generations_have_an_error_code CHECK (((status <> 'failed'::public.generation_status) OR (error_code IS NOT NULL))),
    CONSTRAINT generations_estimated_cost_usd_check CHECK ((estimated_cost_usd >= (0)::numeric)),
    CONSTRAINT generations_generation_time_ms_check CHECK ((generation_time_ms >= 0)),
    CONSTRAINT generations_input_content_check CHECK ((char_length(input_content) <= 200000)),
    CONSTRAINT generations_input_content_hash_check CHECK ((input_content_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT generations_input_matches_its_kind CHECK (
CASE input_kind
    WHEN 'text'::public.generation_input_kind THEN (input_content IS NOT NULL)
    WHEN 'url'::public.generation_input_kind THEN (input_url IS NOT NULL)
    ELSE (input_path IS NOT NULL)
END),
    CONSTRAINT generations_input_path_check CHECK ((char_length(input_path) <= 1024)),
    CONSTRAINT generations_input_title_check CHECK ((char_length(input_title) <= 500)),
    CONSTRAINT generations_input_url_check CHECK ((char_length(input_url) <= 2048)),
    CONSTRAINT generations_key_points_is_an_array CHECK ((jsonb_typeof(key_points) = 'array'::text)),
    CONSTRAINT generations_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nl'::text]))),
    CONSTRAINT generations_options_is_an_object CHECK ((jsonb_typeof(options) = 'object'::text)),
    CONSTRAINT generations_request_hash_check CHECK ((request_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT generations_select_at_least_one_platform CHECK (((cardinality(selected_platforms) >= 1) AND (cardinality(selected_platforms) <= 16))),
    CONSTRAINT generations_total_tokens_used_check CHECK ((total_tokens_used >= 0))
);

ALTER TABLE public.generations OWNER TO postgres;

COMMENT ON TABLE public.generations IS 'One input turned into posts for several platforms.';

COMMENT ON COLUMN public.generations.user_id IS 'Who asked; null once that person is deleted.';

COMMENT ON COLUMN public.generations.client_account_id IS 'The client the work is for; limits which client members see it.';

COMMENT ON COLUMN public.generations.input_content IS 'The text itself; for a file or URL the text extracted by the worker.';

COMMENT ON COLUMN public.generations.input_path IS 'Object name in the bucket assets.';

COMMENT ON COLUMN public.generations.input_content_hash IS 'SHA-256, hex, of the text, of the URL, or of the file path and its version.';

COMMENT ON COLUMN public.generations.request_hash IS 'SHA-256, hex, of input hash, platforms, tone, language, options and client account: equal requests within 24 hours share one result.';

COMMENT ON COLUMN public.generations.key_points IS 'Array of strings, most important first, each taken from the input.';

COMMENT ON COLUMN public.generations.estimated_cost_usd IS 'What the AI provider charges for it, US dollars.';

COMMENT ON COLUMN public.generations.generation_time_ms IS 'Milliseconds the worker spent.';

COMMENT ON COLUMN public.generations.job_id IS 'The job that does the work; no foreign key, finished jobs move to job_history.';

CREATE TABLE public.job_checkpoints (
    job_id bigint NOT NULL,
    step text NOT NULL,
    state jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT job_checkpoints_state_check CHECK ((pg_column_size(state) <= 4194304)),
    CONSTRAINT job_checkpoints_step_check CHECK (((char_length(step) >= 1) AND (char_length(step) <= 200)))
);

ALTER TABLE public.job_checkpoints OWNER TO postgres;

COMMENT ON TABLE public.job_checkpoints IS 'What a job remembers between attempts, by step. The engine itself writes the steps snooze and signal. No foreign key: a
cascade would cost every completion a trigger per row.';

CREATE TABLE public.job_history (
    id bigint NOT NULL,
    organization_id uuid,
    subject_id uuid,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    attempt integer NOT NULL,
    max_attempts integer NOT NULL,
    status public.job_status NOT NULL,
    priority smallint NOT NULL,
    kind text NOT NULL,
    queue text NOT NULL,
    worker_id text,
    progress numeric(5,4),
    step text,
    provider text,
    external_id text,
    quota_metric text,
    quota_amount bigint,
    error_code text,
    error_message text,
    payload jsonb,
    result jsonb,
    CONSTRAINT failed_job_history_has_an_error CHECK (((status <> 'failed'::public.job_status) OR (error_code IS NOT NULL))),
    CONSTRAINT job_history_result_check CHECK ((pg_column_size(result) <= 4194304)),
    CONSTRAINT job_history_status_check CHECK ((status = ANY (ARRAY['completed'::public.job_status, 'failed'::public.job_status, 'cancelled'::public.job_status])))
)
PARTITION BY RANGE (finished_at);

ALTER TABLE public.job_history OWNER TO postgres;

COMMENT ON TABLE public.job_history IS 'Jobs that ended; a job is moved here by the statement that ends it. Monthly partitions, dropped by the retention rule.';

COMMENT ON COLUMN public.job_history.payload IS 'Null when larger than 8 kB: the subject row holds what matters.';

CREATE TABLE public.job_logs (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    organization_id uuid,
    log_level text NOT NULL,
    message text NOT NULL,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    step text,
    provider_response jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT job_logs_details_check CHECK ((pg_column_size(details) <= 65536)),
    CONSTRAINT job_logs_log_level_check CHECK ((log_level = ANY (ARRAY['debug'::text, 'info'::text, 'warning'::text, 'error'::text, 'critical'::text]))),
    CONSTRAINT job_logs_message_check CHECK ((char_length(message) <= 2000)),
    CONSTRAINT job_logs_provider_response_check CHECK ((pg_column_size(provider_response) <= 65536)),
    CONSTRAINT job_logs_step_check CHECK ((char_length(step) <= 200))
);

ALTER TABLE public.job_logs OWNER TO postgres;

COMMENT ON TABLE public.job_logs IS 'What happened to a job on its way; outlives the job and is kept 30 days.';

COMMENT ON COLUMN public.job_logs.provider_response IS 'What the provider answered, for support; no client reads it.';

ALTER TABLE public.job_logs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.job_logs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.jobs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notification_types (
    type text NOT NULL,
    display_name text NOT NULL,
    is_emailed boolean DEFAULT false NOT NULL,
    expires_after interval DEFAULT '90 days'::interval NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT notification_types_expires_after_check CHECK ((expires_after > '00:00:00'::interval)),
    CONSTRAINT notification_types_type_check CHECK ((type ~ '^[a-z][a-z0-9_]{0,49}$'::text))
);

ALTER TABLE public.notification_types OWNER TO postgres;

COMMENT ON TABLE public.notification_types IS 'What people are told about; operators extend it.';

COMMENT ON COLUMN public.notification_types.is_emailed IS 'Goes into the e-mail digest of those who want one.';

CREATE TABLE public.notifications (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    organization_id uuid NOT NULL,
    user_id uuid NOT NULL,
    type text NOT NULL,
    title text NOT NULL,
    message text,
    action_url text,
    action_label text,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    related_entity_type text,
    related_entity_id uuid,
    read_at timestamp with time zone,
    is_read boolean GENERATED ALWAYS AS ((read_at IS NOT NULL)) STORED NOT NULL,
    emailed_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT notifications_action_label_check CHECK ((char_length(action_label) <= 100)),
    CONSTRAINT notifications_action_url_check CHECK ((char_length(action_url) <= 2048)),
    CONSTRAINT notifications_expire_after_they_are_made CHECK ((expires_at > created_at)),
    CONSTRAINT notifications_message_check CHECK ((char_length(message) <= 2000)),
    CONSTRAINT notifications_metadata_is_an_object CHECK ((jsonb_typeof(metadata) = 'object'::text)),
    CONSTRAINT notifications_related_entity_type_check CHECK ((char_length(related_entity_type) <= 50)),
    CONSTRAINT notifications_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 255)))
);

ALTER TABLE public.notifications OWNER TO postgres;

COMMENT ON TABLE public.notifications IS 'One row per person who is told; gone when it expires.';

COMMENT ON COLUMN public.notifications.emailed_at IS 'When the digest that holds it was sent.';

CREATE TABLE public.organization_invitations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    organization_id uuid NOT NULL,
    email text NOT NULL,
    role public.member_role NOT NULL,
    client_account_id uuid,
    token_hash text NOT NULL,
    invited_by uuid,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by uuid,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT an_invitation_is_accepted_or_revoked_not_both CHECK (((accepted_at IS NULL) OR (revoked_at IS NULL))),
    CONSTRAINT nobody_is_invited_as_owner CHECK ((role <> 'owner'::public.member_role)),
    CONSTRAINT only_clients_and_viewers_are_invited_for_a_client_account CHECK (((client_account_id IS NULL) OR (role = ANY (ARRAY['client'::public.member_role, 'viewer'::public.member_role])))),
    CONSTRAINT organization_invitations_email_check CHECK ((private.is_email(email) AND (email = lower(email)))),
    CONSTRAINT organization_invitations_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE public.organization_invitations OWNER TO postgres;

COMMENT ON TABLE public.organization_invitations IS 'Single-use invitations; the token itself is shown once, to the person who invites.';

CREATE TABLE public.plan_limits (
    plan text NOT NULL,
    metric text NOT NULL,
    period public.quota_period NOT NULL,
    limit_value bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT plan_limits_limit_value_check CHECK ((limit_value >= 0))
);

ALTER TABLE public.plan_limits OWNER TO postgres;

COMMENT ON TABLE public.plan_limits IS 'How much of each metric a plan includes per period.';

COMMENT ON COLUMN public.plan_limits.limit_value IS 'Null means unlimited.';

CREATE TABLE public.plan_prices (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    plan text NOT NULL,
    billing_period public.billing_period NOT NULL,
    price_inr numeric(12,4),
    price_usd numeric(12,4),
    price_eur numeric(12,4),
    stripe_price_id text,
    razorpay_plan_id text,
    cashfree_plan_id text,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT plan_prices_price_eur_check CHECK ((price_eur >= (0)::numeric)),
    CONSTRAINT plan_prices_price_inr_check CHECK ((price_inr >= (0)::numeric)),
    CONSTRAINT plan_prices_price_usd_check CHECK ((price_usd >= (0)::numeric))
);

ALTER TABLE public.plan_prices OWNER TO postgres;

COMMENT ON TABLE public.plan_prices IS 'Prices per plan and billing period; null means not sold in that currency. Operators set them.';

CREATE TABLE public.plans (
    slug text NOT NULL,
    name text NOT NULL,
    description text,
    aliases text[] DEFAULT '{}'::text[] NOT NULL,
    features jsonb DEFAULT '{}'::jsonb NOT NULL,
    stripe_product_id text,
    is_featured boolean DEFAULT false NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT plans_features_is_an_object CHECK ((jsonb_typeof(features) = 'object'::text)),
    CONSTRAINT plans_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{0,39}$'::text))
);

ALTER TABLE public.plans OWNER TO postgres;

COMMENT ON TABLE public.plans IS 'What an organization can subscribe to.';

COMMENT ON COLUMN public.plans.aliases IS 'Other names the plan is known by; accepted wherever a plan is named.';

CREATE TABLE public.platforms (
    slug text NOT NULL,
    display_name text NOT NULL,
    description text,
    website_url text,
    api_docs_url text,
    logo_url text,
    is_oauth_required boolean DEFAULT true NOT NULL,
    is_generation_target boolean DEFAULT false NOT NULL,
    content_type public.generated_content_type DEFAULT 'social_post'::public.generated_content_type NOT NULL,
    limits jsonb DEFAULT '{}'::jsonb NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT platforms_limits_is_an_object CHECK ((jsonb_typeof(limits) = 'object'::text)),
    CONSTRAINT platforms_slug_check CHECK ((slug ~ '^[a-z][a-z0-9_]{0,31}$'::text))
);

ALTER TABLE public.platforms OWNER TO postgres;

COMMENT ON TABLE public.platforms IS 'Where content is published. Operators extend it; limits are the platform''s own.';

COMMENT ON COLUMN public.platforms.is_generation_target IS 'create_generation can write for it.';

COMMENT ON COLUMN public.platforms.content_type IS 'The kind of content a generation for this platform yields.';

COMMENT ON COLUMN public.platforms.limits IS 'Platform limits by name, e.g. max_characters, max_hashtags, max_items; characters are counted as the platform counts.';

CREATE TABLE public.profiles (
    id uuid NOT NULL,
    email text,
    full_name text,
    first_name text,
    last_name text,
    avatar_url text,
    phone text,
    country_code text,
    timezone text DEFAULT 'UTC'::text NOT NULL,
    language text DEFAULT 'en'::text NOT NULL,
    email_verified boolean DEFAULT false NOT NULL,
    phone_verified boolean DEFAULT false NOT NULL,
    status public.profile_status DEFAULT 'active'::public.profile_status NOT NULL,
    active_organization_id uuid,
    onboarded_at timestamp with time zone,
    is_onboarded boolean GENERATED ALWAYS AS ((onboarded_at IS NOT NULL)) STORED NOT NULL,
    last_login_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT deleted_profiles_have_deleted_at CHECK (((status = 'deleted'::public.profile_status) = (deleted_at IS NOT NULL))),
    CONSTRAINT profiles_avatar_url_check CHECK (private.is_http_url(avatar_url)),
    CONSTRAINT profiles_country_code_check CHECK ((country_code ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT profiles_email_check CHECK (private.is_email(email)),
    CONSTRAINT profiles_first_name_check CHECK (((char_length(first_name) >= 1) AND (char_length(first_name) <= 100))),
    CONSTRAINT profiles_full_name_check CHECK (((char_length(full_name) >= 1) AND (char_length(full_name) <= 200))),
    CONSTRAINT profiles_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'::text)),
    CONSTRAINT profiles_last_name_check CHECK (((char_length(last_name) >= 1) AND (char_length(last_name) <= 100))),
    CONSTRAINT profiles_phone_check CHECK ((phone ~ '^\+?[0-9][0-9 ()./-]{3,28}[0-9]$'::text)),
    CONSTRAINT profiles_timezone_check CHECK (private.is_timezone(timezone))
);

ALTER TABLE public.profiles OWNER TO postgres;

COMMENT ON TABLE public.profiles IS 'One row per person, made on sign-up. Passwords and verification belong to Supabase Auth.';

COMMENT ON COLUMN public.profiles.email IS 'Copy of auth.users.email, kept by trigger; unique without regard to case.';

COMMENT ON COLUMN public.profiles.email_verified IS 'Copy of what Supabase Auth knows, kept by trigger; so is phone_verified.';

COMMENT ON COLUMN public.profiles.active_organization_id IS 'Where the person works when a request names no organization; set by switch_organization.';

CREATE TABLE public.quota_metrics (
    metric text NOT NULL,
    period public.quota_period NOT NULL,
    unit text DEFAULT 'count'::text NOT NULL,
    display_name text NOT NULL,
    description text,
    sort_order integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT quota_metrics_metric_check CHECK ((metric ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
    CONSTRAINT quota_metrics_unit_check CHECK ((unit = ANY (ARRAY['count'::text, 'bytes'::text, 'credits'::text])))
);

ALTER TABLE public.quota_metrics OWNER TO postgres;

COMMENT ON TABLE public.quota_metrics IS 'What is counted. The period belongs to the metric, so that counters of all plans compare.';

CREATE TABLE public.usage_counters (
    organization_id uuid NOT NULL,
    metric text NOT NULL,
    period_start date NOT NULL,
    used bigint DEFAULT 0 NOT NULL,
    reserved bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT usage_counters_reserved_check CHECK ((reserved >= 0)),
    CONSTRAINT usage_counters_used_check CHECK ((used >= 0))
)
WITH (fillfactor='60');

ALTER TABLE public.usage_counters OWNER TO postgres;

COMMENT ON TABLE public.usage_counters IS 'Used and reserved amounts per organization, metric and period.';

COMMENT ON COLUMN public.usage_counters.period_start IS 'First day of the period in the organization''s time zone; 1970-01-01 for metrics that never renew.';

CREATE TABLE public.usage_ledger (
    id bigint NOT NULL,
    organization_id uuid NOT NULL,
    metric text NOT NULL,
    period_start date NOT NULL,
    operation public.quota_operation NOT NULL,
    amount bigint NOT NULL,
    used_after bigint NOT NULL,
    reserved_after bigint NOT NULL,
    limit_value bigint,
    subscription_id uuid,
    user_id uuid,
    job_id bigint,
    related_entity_type text,
    related_entity_id uuid,
    reason text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT usage_ledger_amount_check CHECK (((amount > 0) OR ((operation = 'adjust'::public.quota_operation) AND (amount <> 0))))
)
PARTITION BY RANGE (created_at);

ALTER TABLE public.usage_ledger OWNER TO postgres;

COMMENT ON TABLE public.usage_ledger IS 'Every change of a counter, append-only. It refers to nothing by key: what was used outlives the organization, the user and the job.';

COMMENT ON COLUMN public.usage_ledger.limit_value IS 'The limit that was checked; null for unlimited, and where none is checked.';

ALTER TABLE public.usage_ledger ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.usage_ledger_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.user_roles (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    role public.app_role NOT NULL,
    granted_by uuid,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT user_roles_expire_after_they_are_granted CHECK ((expires_at > granted_at))
);

ALTER TABLE public.user_roles OWNER TO postgres;

COMMENT ON TABLE public.user_roles IS 'Platform-wide roles; written by operators only, read through private.has_app_role.';

CREATE TABLE public.user_sessions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    session_token_hash text NOT NULL,
    auth_session_id uuid NOT NULL,
    ip_address inet,
    user_agent text,
    device_info jsonb DEFAULT '{}'::jsonb NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    last_accessed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT user_sessions_device_info_is_a_small_object CHECK (((jsonb_typeof(device_info) = 'object'::text) AND (octet_length((device_info)::text) <= 4096))),
    CONSTRAINT user_sessions_session_token_hash_check CHECK ((session_token_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT user_sessions_user_agent_check CHECK ((char_length(user_agent) <= 500))
);

ALTER TABLE public.user_sessions OWNER TO postgres;

COMMENT ON TABLE public.user_sessions IS 'The devices a person is signed in on. The session itself is Supabase Auth''s; only hashes are kept here.';

COMMENT ON COLUMN public.user_sessions.auth_session_id IS 'auth.sessions.id: revoking here ends the session there.';

CREATE TABLE public.user_settings (
    user_id uuid NOT NULL,
    is_email_notifications_enabled boolean DEFAULT true NOT NULL,
    is_push_notifications_enabled boolean DEFAULT false NOT NULL,
    is_weekly_digest_enabled boolean DEFAULT true NOT NULL,
    is_daily_summary_enabled boolean DEFAULT true NOT NULL,
    is_email_on_completion_enabled boolean DEFAULT true NOT NULL,
    is_email_on_failure_enabled boolean DEFAULT true NOT NULL,
    is_auto_sync_enabled boolean DEFAULT true NOT NULL,
    sync_frequency_hours integer DEFAULT 24 NOT NULL,
    is_auto_ai_analysis_enabled boolean DEFAULT false NOT NULL,
    is_auto_apply_ai_suggestions_enabled boolean DEFAULT false NOT NULL,
    is_auto_seo_submission_enabled boolean DEFAULT false NOT NULL,
    is_auto_approve_titles_enabled boolean DEFAULT false NOT NULL,
    is_auto_schedule_uploads_enabled boolean DEFAULT true NOT NULL,
    is_profile_public boolean DEFAULT false NOT NULL,
    is_analytics_enabled boolean DEFAULT true NOT NULL,
    content_style text DEFAULT 'motivational'::text NOT NULL,
    default_tone text DEFAULT 'conversational'::text NOT NULL,
    default_video_duration_seconds integer DEFAULT 40 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT user_settings_content_style_check CHECK (((char_length(content_style) >= 1) AND (char_length(content_style) <= 50))),
    CONSTRAINT user_settings_default_tone_check CHECK ((default_tone = ANY (ARRAY['educational'::text, 'conversational'::text, 'opinionated'::text, 'authority'::text]))),
    CONSTRAINT user_settings_default_video_duration_seconds_check CHECK (((default_video_duration_seconds >= 5) AND (default_video_duration_seconds <= 3600))),
    CONSTRAINT user_settings_sync_frequency_hours_check CHECK (((sync_frequency_hours >= 1) AND (sync_frequency_hours <= 720)))
);

ALTER TABLE public.user_settings OWNER TO postgres;

COMMENT ON TABLE public.user_settings IS 'What a person prefers; one row each.';

ALTER TABLE ONLY private.job_signals
    ADD CONSTRAINT job_signals_pkey PRIMARY KEY (provider, external_id);

ALTER TABLE ONLY private.job_slots
    ADD CONSTRAINT job_slots_pkey PRIMARY KEY (organization_id, kind);

ALTER TABLE ONLY private.legal_holds
    ADD CONSTRAINT legal_holds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY private.retention_rules
    ADD CONSTRAINT retention_rules_pkey PRIMARY KEY (parent);

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id, created_at);

ALTER TABLE ONLY public.client_accounts
    ADD CONSTRAINT client_accounts_organization_id_id_key UNIQUE (organization_id, id);

ALTER TABLE ONLY public.client_accounts
    ADD CONSTRAINT client_accounts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.generated_content
    ADD CONSTRAINT generated_content_organization_id_id_key UNIQUE (organization_id, id);

ALTER TABLE ONLY public.generated_content
    ADD CONSTRAINT generated_content_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.generation_outputs
    ADD CONSTRAINT generation_outputs_pkey PRIMARY KEY (generation_id, platform);

ALTER TABLE ONLY public.generations
    ADD CONSTRAINT generations_organization_id_id_key UNIQUE (organization_id, id);

ALTER TABLE ONLY public.generations
    ADD CONSTRAINT generations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.job_checkpoints
    ADD CONSTRAINT job_checkpoints_pkey PRIMARY KEY (job_id, step);

ALTER TABLE ONLY public.job_history
    ADD CONSTRAINT job_history_pkey PRIMARY KEY (id, finished_at);

ALTER TABLE ONLY public.job_kinds
    ADD CONSTRAINT job_kinds_pkey PRIMARY KEY (kind);

ALTER TABLE ONLY public.job_logs
    ADD CONSTRAINT job_logs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notification_types
    ADD CONSTRAINT notification_types_pkey PRIMARY KEY (type);

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organization_invitations
    ADD CONSTRAINT organization_invitations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organization_invitations
    ADD CONSTRAINT organization_invitations_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.organization_members
    ADD CONSTRAINT organization_members_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organization_members
    ADD CONSTRAINT organization_members_user_id_organization_id_key UNIQUE (user_id, organization_id);

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plan_limits
    ADD CONSTRAINT plan_limits_pkey PRIMARY KEY (plan, metric);

ALTER TABLE ONLY public.plan_prices
    ADD CONSTRAINT plan_prices_cashfree_plan_id_key UNIQUE (cashfree_plan_id);

ALTER TABLE ONLY public.plan_prices
    ADD CONSTRAINT plan_prices_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plan_prices
    ADD CONSTRAINT plan_prices_plan_billing_period_key UNIQUE (plan, billing_period);

ALTER TABLE ONLY public.plan_prices
    ADD CONSTRAINT plan_prices_razorpay_plan_id_key UNIQUE (razorpay_plan_id);

ALTER TABLE ONLY public.plan_prices
    ADD CONSTRAINT plan_prices_stripe_price_id_key UNIQUE (stripe_price_id);

ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_pkey PRIMARY KEY (slug);

ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_stripe_product_id_key UNIQUE (stripe_product_id);

ALTER TABLE ONLY public.platforms
    ADD CONSTRAINT platforms_pkey PRIMARY KEY (slug);

ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.quota_metrics
    ADD CONSTRAINT quota_metrics_metric_period_key UNIQUE (metric, period);

ALTER TABLE ONLY public.quota_metrics
    ADD CONSTRAINT quota_metrics_pkey PRIMARY KEY (metric);

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_cashfree_subscription_id_key UNIQUE (cashfree_subscription_id);

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_razorpay_subscription_id_key UNIQUE (razorpay_subscription_id);

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_stripe_subscription_id_key UNIQUE (stripe_subscription_id);

ALTER TABLE ONLY public.usage_counters
    ADD CONSTRAINT usage_counters_pkey PRIMARY KEY (organization_id, metric, period_start);

ALTER TABLE ONLY public.usage_ledger
    ADD CONSTRAINT usage_ledger_pkey PRIMARY KEY (id, created_at);

ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT user_roles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT user_roles_user_id_role_key UNIQUE (user_id, role);

ALTER TABLE ONLY public.user_sessions
    ADD CONSTRAINT user_sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_sessions
    ADD CONSTRAINT user_sessions_session_token_hash_key UNIQUE (session_token_hash);

ALTER TABLE ONLY public.user_settings
    ADD CONSTRAINT user_settings_pkey PRIMARY KEY (user_id);

CREATE INDEX job_signals_received_at_idx ON private.job_signals USING btree (received_at);

CREATE INDEX job_slots_kind_idx ON private.job_slots USING btree (kind);

CREATE INDEX legal_holds_parent_idx ON private.legal_holds USING btree (parent);

CREATE INDEX audit_log_action_created_at_idx ON ONLY public.audit_log USING btree (action, created_at DESC);

CREATE INDEX audit_log_actor_id_created_at_idx ON ONLY public.audit_log USING btree (actor_id, created_at DESC);

CREATE INDEX audit_log_entity_type_entity_id_created_at_idx ON ONLY public.audit_log USING btree (entity_type, entity_id, created_at DESC);

CREATE INDEX audit_log_organization_id_created_at_idx ON ONLY public.audit_log USING btree (organization_id, created_at DESC);

CREATE UNIQUE INDEX client_accounts_organization_id_slug_key ON public.client_accounts USING btree (organization_id, slug) WHERE (deleted_at IS NULL);

CREATE INDEX generated_content_approved_by_idx ON public.generated_content USING btree (approved_by) WHERE (approved_by IS NOT NULL);

CREATE INDEX generated_content_client_account_id_idx ON public.generated_content USING btree (organization_id, client_account_id) WHERE (client_account_id IS NOT NULL);

CREATE INDEX generated_content_generation_id_idx ON public.generated_content USING btree (organization_id, generation_id) WHERE (generation_id IS NOT NULL);

CREATE INDEX generated_content_organization_id_created_at_idx ON public.generated_content USING btree (organization_id, created_at DESC, id DESC);

CREATE INDEX generated_content_target_platform_idx ON public.generated_content USING btree (target_platform) WHERE (target_platform IS NOT NULL);

CREATE INDEX generated_content_user_id_idx ON public.generated_content USING btree (user_id) WHERE (user_id IS NOT NULL);

CREATE INDEX generation_outputs_generated_content_id_idx ON public.generation_outputs USING btree (organization_id, generated_content_id) WHERE (generated_content_id IS NOT NULL);

CREATE INDEX generation_outputs_organization_id_generation_id_idx ON public.generation_outputs USING btree (organization_id, generation_id);

CREATE INDEX generation_outputs_platform_idx ON public.generation_outputs USING btree (platform);

CREATE INDEX generations_client_account_id_idx ON public.generations USING btree (organization_id, client_account_id) WHERE (client_account_id IS NOT NULL);

CREATE INDEX generations_organization_id_created_at_idx ON public.generations USING btree (organization_id, created_at DESC, id DESC);

COMMENT ON INDEX public.generations_organization_id_created_at_idx IS 'Keyset pages of the newest generations of a tenant.';

CREATE INDEX generations_request_hash_idx ON public.generations USING btree (organization_id, request_hash, created_at DESC);

CREATE INDEX generations_user_id_idx ON public.generations USING btree (user_id) WHERE (user_id IS NOT NULL);

CREATE INDEX job_history_organization_id_idx ON ONLY public.job_history USING btree (organization_id, finished_at DESC, id DESC);

CREATE INDEX job_logs_created_at_idx ON public.job_logs USING brin (created_at);

COMMENT ON INDEX public.job_logs_created_at_idx IS 'What cleanup_old_job_logs() reads.';

CREATE INDEX job_logs_job_id_created_at_idx ON public.job_logs USING btree (job_id, created_at);

CREATE INDEX job_logs_log_level_created_at_idx ON public.job_logs USING btree (log_level, created_at);

CREATE INDEX job_logs_organization_id_created_at_idx ON public.job_logs USING btree (organization_id, created_at DESC);

CREATE INDEX jobs_claim_idx ON public.jobs USING btree (queue, priority, run_at, id) WHERE ((status = 'queued'::public.job_status) AND (NOT is_held));

CREATE UNIQUE INDEX jobs_dedupe_key ON public.jobs USING btree (kind, organization_id, dedupe_key) NULLS NOT DISTINCT WHERE ((dedupe_key IS NOT NULL) AND (status <> 'failed'::public.job_status));

CREATE UNIQUE INDEX jobs_external_id_key ON public.jobs USING btree (provider, external_id) WHERE ((external_id IS NOT NULL) AND (status <> 'failed'::public.job_status));

CREATE INDEX jobs_failed_idx ON public.jobs USING btree (finished_at) WHERE (status = 'failed'::public.job_status);

CREATE INDEX jobs_held_idx ON public.jobs USING btree (kind) WHERE is_held;

CREATE INDEX jobs_lease_expires_at_idx ON public.jobs USING btree (lease_expires_at) WHERE (status = 'processing'::public.job_status);

CREATE INDEX jobs_organization_id_idx ON public.jobs USING btree (organization_id, id);

CREATE INDEX jobs_pending_idx ON public.jobs USING btree (organization_id, kind, priority DESC, run_at, id) WHERE ((status = 'pending'::public.job_status) AND (NOT is_scheduled));

CREATE INDEX jobs_scheduled_idx ON public.jobs USING btree (run_at) WHERE ((status = 'pending'::public.job_status) AND is_scheduled);

CREATE INDEX notifications_digest_idx ON public.notifications USING btree (created_at) WHERE ((read_at IS NULL) AND (emailed_at IS NULL));

CREATE INDEX notifications_expires_at_idx ON public.notifications USING btree (expires_at);

CREATE INDEX notifications_organization_id_idx ON public.notifications USING btree (organization_id);

CREATE INDEX notifications_type_idx ON public.notifications USING btree (type);

CREATE INDEX notifications_unread_idx ON public.notifications USING btree (user_id, created_at DESC) WHERE (read_at IS NULL);

CREATE INDEX notifications_user_id_created_at_id_idx ON public.notifications USING btree (user_id, created_at DESC, id DESC);

CREATE INDEX organization_invitations_accepted_by_idx ON public.organization_invitations USING btree (accepted_by);

CREATE INDEX organization_invitations_invited_by_idx ON public.organization_invitations USING btree (invited_by);

CREATE INDEX organization_invitations_organization_id_client_account_id_idx ON public.organization_invitations USING btree (organization_id, client_account_id);

CREATE UNIQUE INDEX organization_invitations_organization_id_email_key ON public.organization_invitations USING btree (organization_id, email) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));

CREATE INDEX organization_members_invited_by_idx ON public.organization_members USING btree (invited_by);

CREATE INDEX organization_members_organization_id_client_account_id_idx ON public.organization_members USING btree (organization_id, client_account_id);

CREATE INDEX organizations_created_by_idx ON public.organizations USING btree (created_by);

CREATE INDEX organizations_deleted_at_idx ON public.organizations USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);

CREATE UNIQUE INDEX organizations_slug_key ON public.organizations USING btree (slug) WHERE (deleted_at IS NULL);

CREATE INDEX plan_limits_metric_period_idx ON public.plan_limits USING btree (metric, period);

CREATE INDEX profiles_active_organization_id_idx ON public.profiles USING btree (active_organization_id);

CREATE UNIQUE INDEX profiles_email_key ON public.profiles USING btree (lower(email)) WHERE (deleted_at IS NULL);

CREATE INDEX subscriptions_current_period_end_idx ON public.subscriptions USING btree (current_period_end) WHERE (ended_at IS NULL);

CREATE INDEX subscriptions_organization_id_idx ON public.subscriptions USING btree (organization_id);

CREATE UNIQUE INDEX subscriptions_organization_id_key ON public.subscriptions USING btree (organization_id) WHERE (ended_at IS NULL);

CREATE INDEX subscriptions_plan_idx ON public.subscriptions USING btree (plan);

CREATE INDEX subscriptions_stripe_customer_id_idx ON public.subscriptions USING btree (stripe_customer_id);

CREATE INDEX usage_counters_metric_idx ON public.usage_counters USING btree (metric);

CREATE INDEX usage_ledger_organization_id_metric_period_start_idx ON ONLY public.usage_ledger USING btree (organization_id, metric, period_start);

CREATE INDEX user_roles_granted_by_idx ON public.user_roles USING btree (granted_by);

CREATE INDEX user_sessions_expires_at_idx ON public.user_sessions USING btree (expires_at);

CREATE INDEX user_sessions_user_id_idx ON public.user_sessions USING btree (user_id);

CREATE TRIGGER touch BEFORE UPDATE ON private.retention_rules FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER audit_delete AFTER DELETE ON public.client_accounts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_delete AFTER DELETE ON public.organization_invitations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_delete AFTER DELETE ON public.organization_members REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_delete AFTER DELETE ON public.organizations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_delete AFTER DELETE ON public.plan_limits REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('plan', '{created_at,updated_at}');

CREATE TRIGGER audit_delete AFTER DELETE ON public.plan_prices REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_delete AFTER DELETE ON public.plans REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('slug', '{created_at,updated_at}');

CREATE TRIGGER audit_delete AFTER DELETE ON public.profiles REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{last_login_at,active_organization_id,created_at,updated_at}');

CREATE TRIGGER audit_delete AFTER DELETE ON public.subscriptions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_delete AFTER DELETE ON public.user_roles REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_delete AFTER DELETE ON public.user_settings REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('user_id', '{created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.client_accounts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.organization_invitations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.organization_members REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.organizations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.plan_limits REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('plan', '{created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.plan_prices REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.plans REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('slug', '{created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.profiles REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{last_login_at,active_organization_id,created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.subscriptions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.user_roles REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_insert AFTER INSERT ON public.user_settings REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('user_id', '{created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.client_accounts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.organization_invitations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.organization_members REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.organizations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.plan_limits REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('plan', '{created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.plan_prices REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.plans REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('slug', '{created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.profiles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{last_login_at,active_organization_id,created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.subscriptions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.user_roles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('id', '{created_at,updated_at}');

CREATE TRIGGER audit_update AFTER UPDATE ON public.user_settings REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.audit('user_id', '{created_at,updated_at}');

CREATE TRIGGER broadcast_insert AFTER INSERT ON public.generations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.broadcast_generations();

CREATE TRIGGER broadcast_insert AFTER INSERT ON public.notifications REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.broadcast_notifications();

CREATE TRIGGER broadcast_update AFTER UPDATE ON public.generation_outputs REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.broadcast_generation_outputs();

CREATE TRIGGER broadcast_update AFTER UPDATE ON public.generations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION private.broadcast_generations();

CREATE TRIGGER check_functions BEFORE INSERT OR UPDATE OF apply_function, step_function, failure_function ON public.job_kinds FOR EACH ROW EXECUTE FUNCTION private.check_job_kind();

CREATE TRIGGER count_members AFTER INSERT OR DELETE OR UPDATE OF status, organization_id ON public.organization_members FOR EACH ROW EXECUTE FUNCTION private.count_members();

CREATE TRIGGER forget_actor AFTER DELETE ON public.profiles FOR EACH ROW EXECUTE FUNCTION private.forget_actor();

CREATE TRIGGER forget_free_subscriptions BEFORE DELETE ON public.organizations FOR EACH ROW EXECUTE FUNCTION private.forget_free_subscriptions();

CREATE TRIGGER forget_job_creator AFTER DELETE ON public.profiles REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION private.forget_job_creator();

CREATE TRIGGER forget_jobs AFTER DELETE ON public.organizations REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION private.forget_organization_jobs();

CREATE TRIGGER hold_jobs AFTER UPDATE OF is_enabled ON public.job_kinds FOR EACH ROW WHEN ((old.is_enabled <> new.is_enabled)) EXECUTE FUNCTION private.hold_jobs();

CREATE TRIGGER keep_an_owner AFTER DELETE ON public.organization_members FOR EACH ROW WHEN ((old.role = 'owner'::public.member_role)) EXECUTE FUNCTION private.keep_an_owner();

CREATE TRIGGER keep_an_owner_on_change AFTER UPDATE OF role, status, organization_id, user_id ON public.organization_members FOR EACH ROW WHEN ((old.role = 'owner'::public.member_role)) EXECUTE FUNCTION private.keep_an_owner();

CREATE TRIGGER leave_active_organization AFTER DELETE ON public.organization_members FOR EACH ROW EXECUTE FUNCTION private.leave_active_organization();

CREATE TRIGGER refuse_birth BEFORE INSERT ON public.jobs FOR EACH ROW WHEN ((new.status <> ALL (ARRAY['pending'::public.job_status, 'queued'::public.job_status]))) EXECUTE FUNCTION private.refuse_job_transition();

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION private.refuse_audit_change();

CREATE TRIGGER refuse_change BEFORE UPDATE ON public.job_history FOR EACH ROW EXECUTE FUNCTION private.refuse_job_transition();

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.usage_ledger FOR EACH STATEMENT EXECUTE FUNCTION private.refuse_change();

CREATE TRIGGER refuse_transition BEFORE UPDATE OF status, lease ON public.jobs FOR EACH ROW WHEN (((new.lease < old.lease) OR ((old.status <> new.status) AND (NOT
        CASE old.status
            WHEN 'pending'::public.job_status THEN (new.status = 'queued'::public.job_status)
            WHEN 'queued'::public.job_status THEN ((new.status = 'processing'::public.job_status) AND (new.lease > old.lease))
            WHEN 'processing'::public.job_status THEN (new.status = ANY (ARRAY['queued'::public.job_status, 'failed'::public.job_status]))
            WHEN 'failed'::public.job_status THEN (new.status = ANY (ARRAY['pending'::public.job_status, 'queued'::public.job_status]))
            ELSE false
        END)))) EXECUTE FUNCTION private.refuse_job_transition();

CREATE TRIGGER release_organizations BEFORE DELETE ON public.profiles FOR EACH ROW EXECUTE FUNCTION private.release_organizations();

CREATE TRIGGER reset_phone_verified BEFORE UPDATE OF phone ON public.profiles FOR EACH ROW WHEN (((new.phone IS DISTINCT FROM old.phone) AND (new.phone_verified = old.phone_verified))) EXECUTE FUNCTION private.reset_phone_verified();

CREATE TRIGGER touch BEFORE UPDATE ON public.client_accounts FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.generated_content FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.generation_outputs FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.generations FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.job_kinds FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.notification_types FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.notifications FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.organization_invitations FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.organization_members FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.organizations FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.plan_limits FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.plan_prices FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.plans FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.platforms FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.profiles FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.quota_metrics FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.user_roles FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.user_sessions FOR EACH ROW EXECUTE FUNCTION private.touch();

CREATE TRIGGER touch BEFORE UPDATE ON public.user_settings FOR EACH ROW EXECUTE FUNCTION private.touch();

ALTER TABLE ONLY private.job_slots
    ADD CONSTRAINT job_slots_kind_fkey FOREIGN KEY (kind) REFERENCES public.job_kinds(kind) ON DELETE CASCADE;

ALTER TABLE ONLY private.job_slots
    ADD CONSTRAINT job_slots_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY private.legal_holds
    ADD CONSTRAINT legal_holds_parent_fkey FOREIGN KEY (parent) REFERENCES private.retention_rules(parent) ON DELETE CASCADE;

ALTER TABLE ONLY public.client_accounts
    ADD CONSTRAINT client_accounts_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.generated_content
    ADD CONSTRAINT generated_content_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES public.profiles(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.generated_content
    ADD CONSTRAINT generated_content_client_account_id_fkey FOREIGN KEY (organization_id, client_account_id) REFERENCES public.client_accounts(organization_id, id) ON DELETE SET NULL (client_account_id);

ALTER TABLE ONLY public.generated_content
    ADD CONSTRAINT generated_content_generation_id_fkey FOREIGN KEY (organization_id, generation_id) REFERENCES public.generations(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.generated_content
    ADD CONSTRAINT generated_content_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.generated_content
    ADD CONSTRAINT generated_content_target_platform_fkey FOREIGN KEY (target_platform) REFERENCES public.platforms(slug) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY public.generated_content
    ADD CONSTRAINT generated_content_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.generation_outputs
    ADD CONSTRAINT generation_outputs_generated_content_id_fkey FOREIGN KEY (organization_id, generated_content_id) REFERENCES public.generated_content(organization_id, id) ON DELETE SET NULL (generated_content_id);

ALTER TABLE ONLY public.generation_outputs
    ADD CONSTRAINT generation_outputs_generation_id_fkey FOREIGN KEY (organization_id, generation_id) REFERENCES public.generations(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.generation_outputs
    ADD CONSTRAINT generation_outputs_platform_fkey FOREIGN KEY (platform) REFERENCES public.platforms(slug) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY public.generations
    ADD CONSTRAINT generations_client_account_id_fkey FOREIGN KEY (organization_id, client_account_id) REFERENCES public.client_accounts(organization_id, id) ON DELETE SET NULL (client_account_id);

ALTER TABLE ONLY public.generations
    ADD CONSTRAINT generations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.generations
    ADD CONSTRAINT generations_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.job_logs
    ADD CONSTRAINT job_logs_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_type_fkey FOREIGN KEY (type) REFERENCES public.notification_types(type) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.organization_invitations
    ADD CONSTRAINT organization_invitations_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES public.profiles(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.organization_invitations
    ADD CONSTRAINT organization_invitations_client_account_id_fkey FOREIGN KEY (organization_id, client_account_id) REFERENCES public.client_accounts(organization_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.organization_invitations
    ADD CONSTRAINT organization_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.profiles(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.organization_invitations
    ADD CONSTRAINT organization_invitations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.organization_members
    ADD CONSTRAINT organization_members_client_account_id_fkey FOREIGN KEY (organization_id, client_account_id) REFERENCES public.client_accounts(organization_id, id);

ALTER TABLE ONLY public.organization_members
    ADD CONSTRAINT organization_members_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.profiles(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.organization_members
    ADD CONSTRAINT organization_members_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.organization_members
    ADD CONSTRAINT organization_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.profiles(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.plan_limits
    ADD CONSTRAINT plan_limits_metric_period_fkey FOREIGN KEY (metric, period) REFERENCES public.quota_metrics(metric, period) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.plan_limits
    ADD CONSTRAINT plan_limits_plan_fkey FOREIGN KEY (plan) REFERENCES public.plans(slug) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.plan_prices
    ADD CONSTRAINT plan_prices_plan_fkey FOREIGN KEY (plan) REFERENCES public.plans(slug) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_active_organization_id_fkey FOREIGN KEY (active_organization_id) REFERENCES public.organizations(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_id_fkey FOREIGN KEY (id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_plan_fkey FOREIGN KEY (plan) REFERENCES public.plans(slug) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY public.usage_counters
    ADD CONSTRAINT usage_counters_metric_fkey FOREIGN KEY (metric) REFERENCES public.quota_metrics(metric) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY public.usage_counters
    ADD CONSTRAINT usage_counters_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT user_roles_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES public.profiles(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT user_roles_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_sessions
    ADD CONSTRAINT user_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.user_settings
    ADD CONSTRAINT user_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE CASCADE;

ALTER TABLE private.job_signals ENABLE ROW LEVEL SECURITY;

ALTER TABLE private.job_slots ENABLE ROW LEVEL SECURITY;

ALTER TABLE private.legal_holds ENABLE ROW LEVEL SECURITY;

ALTER TABLE private.retention_rules ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_log ENABLE ROW LEVEL SECURITY;

CREATE POLICY audit_log_select_admins ON public.audit_log FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND ( SELECT private.has_role('admin'::public.member_role) AS has_role)));

ALTER TABLE public.client_accounts ENABLE ROW LEVEL SECURITY;

CREATE POLICY client_accounts_select_members ON public.client_accounts FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND (deleted_at IS NULL) AND ((( SELECT private.member_client_account() AS member_client_account) IS NULL) OR (id = ( SELECT private.member_client_account() AS member_client_account)))));

ALTER TABLE public.generated_content ENABLE ROW LEVEL SECURITY;

CREATE POLICY generated_content_select_members ON public.generated_content FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND (deleted_at IS NULL) AND ((( SELECT private.member_client_account() AS member_client_account) IS NULL) OR (client_account_id = ( SELECT private.member_client_account() AS member_client_account)))));

CREATE POLICY generated_content_update_creators ON public.generated_content FOR UPDATE TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND ( SELECT private.has_role('creator'::public.member_role) AS has_role) AND (deleted_at IS NULL) AND ((( SELECT private.member_client_account() AS member_client_account) IS NULL) OR (client_account_id = ( SELECT private.member_client_account() AS member_client_account))))) WITH CHECK ((organization_id = ( SELECT private.active_org() AS active_org)));

COMMENT ON POLICY generated_content_update_creators ON public.generated_content IS 'Creators rate content; every other column changes through functions only.';

ALTER TABLE public.generation_outputs ENABLE ROW LEVEL SECURITY;

CREATE POLICY generation_outputs_select_members ON public.generation_outputs FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND ((( SELECT private.member_client_account() AS member_client_account) IS NULL) OR (generation_id IN ( SELECT g.id
   FROM public.generations g
  WHERE ((g.organization_id = ( SELECT private.active_org() AS active_org)) AND (g.client_account_id = ( SELECT private.member_client_account() AS member_client_account))))))));

ALTER TABLE public.generations ENABLE ROW LEVEL SECURITY;

CREATE POLICY generations_select_members ON public.generations FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND ((( SELECT private.member_client_account() AS member_client_account) IS NULL) OR (client_account_id = ( SELECT private.member_client_account() AS member_client_account)))));

ALTER TABLE public.job_checkpoints ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.job_history ENABLE ROW LEVEL SECURITY;

CREATE POLICY job_history_select_members ON public.job_history FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND (( SELECT private.member_client_account() AS member_client_account) IS NULL)));

ALTER TABLE public.job_kinds ENABLE ROW LEVEL SECURITY;

CREATE POLICY job_kinds_select_worker ON public.job_kinds FOR SELECT TO catalyst_worker USING (true);

COMMENT ON POLICY job_kinds_select_worker ON public.job_kinds IS 'Workers read time limits and batching; the registry holds no tenant data.';

ALTER TABLE public.job_logs ENABLE ROW LEVEL SECURITY;

CREATE POLICY job_logs_select_members ON public.job_logs FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND (( SELECT private.member_client_account() AS member_client_account) IS NULL)));

ALTER TABLE public.jobs ENABLE ROW LEVEL SECURITY;

CREATE POLICY jobs_select_members ON public.jobs FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND (( SELECT private.member_client_account() AS member_client_account) IS NULL)));

ALTER TABLE public.notification_types ENABLE ROW LEVEL SECURITY;

CREATE POLICY notification_types_select_everyone ON public.notification_types FOR SELECT TO authenticated USING ((type IS NOT NULL));

ALTER TABLE public.notifications ENABLE ROW LEVEL SECURITY;

CREATE POLICY notifications_delete_own ON public.notifications FOR DELETE TO authenticated USING (((user_id = ( SELECT auth.uid() AS uid)) AND (organization_id = ANY (( SELECT private.organization_ids() AS organization_ids)::uuid[]))));

CREATE POLICY notifications_select_own ON public.notifications FOR SELECT TO authenticated USING (((user_id = ( SELECT auth.uid() AS uid)) AND (organization_id = ANY (( SELECT private.organization_ids() AS organization_ids)::uuid[]))));

COMMENT ON POLICY notifications_select_own ON public.notifications IS 'Of all the person''s organizations, whichever is active; no longer of one that removed them.';

CREATE POLICY notifications_update_own ON public.notifications FOR UPDATE TO authenticated USING (((user_id = ( SELECT auth.uid() AS uid)) AND (organization_id = ANY (( SELECT private.organization_ids() AS organization_ids)::uuid[])))) WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

ALTER TABLE public.organization_invitations ENABLE ROW LEVEL SECURITY;

CREATE POLICY organization_invitations_select_admins ON public.organization_invitations FOR SELECT TO authenticated USING ((organization_id = ANY (( SELECT private.organization_ids('admin'::public.member_role) AS organization_ids)::uuid[])));

ALTER TABLE public.organization_members ENABLE ROW LEVEL SECURITY;

CREATE POLICY organization_members_select_colleagues ON public.organization_members FOR SELECT TO authenticated USING ((((user_id = ( SELECT auth.uid() AS uid)) AND (organization_id = ANY (( SELECT private.organization_ids() AS organization_ids)::uuid[]))) OR (organization_id = ANY (( SELECT private.organization_ids('viewer'::public.member_role, true) AS organization_ids)::uuid[]))));

COMMENT ON POLICY organization_members_select_colleagues ON public.organization_members IS 'Staff see their colleagues; a client sees only that they are a member themselves, not who the other clients are.';

ALTER TABLE public.organizations ENABLE ROW LEVEL SECURITY;

CREATE POLICY organizations_select_members ON public.organizations FOR SELECT TO authenticated USING ((id = ANY (( SELECT private.organization_ids() AS organization_ids)::uuid[])));

COMMENT ON POLICY organizations_select_members ON public.organizations IS 'Every organization of the caller, for the switcher.';

CREATE POLICY organizations_update_admins ON public.organizations FOR UPDATE TO authenticated USING (((id = ( SELECT private.active_org() AS active_org)) AND ( SELECT private.has_role('admin'::public.member_role) AS has_role))) WITH CHECK ((id = ( SELECT private.active_org() AS active_org)));

ALTER TABLE public.plan_limits ENABLE ROW LEVEL SECURITY;

CREATE POLICY plan_limits_select_everyone ON public.plan_limits FOR SELECT TO anon, authenticated USING ((plan IN ( SELECT p.slug
   FROM public.plans p
  WHERE p.is_active)));

ALTER TABLE public.plan_prices ENABLE ROW LEVEL SECURITY;

CREATE POLICY plan_prices_select_everyone ON public.plan_prices FOR SELECT TO anon, authenticated USING (is_active);

ALTER TABLE public.plans ENABLE ROW LEVEL SECURITY;

CREATE POLICY plans_select_everyone ON public.plans FOR SELECT TO anon, authenticated USING (is_active);

ALTER TABLE public.platforms ENABLE ROW LEVEL SECURITY;

CREATE POLICY platforms_select_everyone ON public.platforms FOR SELECT TO anon, authenticated USING (is_active);

ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;

CREATE POLICY profiles_select_own ON public.profiles FOR SELECT TO authenticated USING ((id = ( SELECT auth.uid() AS uid)));

COMMENT ON POLICY profiles_select_own ON public.profiles IS 'Colleagues are read through list_members, without phone and country.';

CREATE POLICY profiles_update_own ON public.profiles FOR UPDATE TO authenticated USING (((id = ( SELECT auth.uid() AS uid)) AND (status = 'active'::public.profile_status))) WITH CHECK ((id = ( SELECT auth.uid() AS uid)));

ALTER TABLE public.quota_metrics ENABLE ROW LEVEL SECURITY;

CREATE POLICY quota_metrics_select_everyone ON public.quota_metrics FOR SELECT TO anon, authenticated USING ((metric IS NOT NULL));

COMMENT ON POLICY quota_metrics_select_everyone ON public.quota_metrics IS 'The pricing page needs no account.';

ALTER TABLE public.subscriptions ENABLE ROW LEVEL SECURITY;

CREATE POLICY subscriptions_select_members ON public.subscriptions FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND ( SELECT private.has_role('viewer'::public.member_role) AS has_role) AND (( SELECT private.member_client_account() AS member_client_account) IS NULL)));

COMMENT ON POLICY subscriptions_select_members ON public.subscriptions IS 'Members limited to a client account do not see what the agency pays.';

ALTER TABLE public.usage_counters ENABLE ROW LEVEL SECURITY;

CREATE POLICY usage_counters_select_members ON public.usage_counters FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND (( SELECT private.member_client_account() AS member_client_account) IS NULL)));

ALTER TABLE public.usage_ledger ENABLE ROW LEVEL SECURITY;

CREATE POLICY usage_ledger_select_admins ON public.usage_ledger FOR SELECT TO authenticated USING (((organization_id = ( SELECT private.active_org() AS active_org)) AND ( SELECT private.has_role('admin'::public.member_role) AS has_role)));

ALTER TABLE public.user_roles ENABLE ROW LEVEL SECURITY;

CREATE POLICY user_roles_select_own ON public.user_roles FOR SELECT TO authenticated USING ((user_id = ( SELECT auth.uid() AS uid)));

ALTER TABLE public.user_sessions ENABLE ROW LEVEL SECURITY;

CREATE POLICY user_sessions_select_own ON public.user_sessions FOR SELECT TO authenticated USING ((user_id = ( SELECT auth.uid() AS uid)));

ALTER TABLE public.user_settings ENABLE ROW LEVEL SECURITY;

CREATE POLICY user_settings_select_own ON public.user_settings FOR SELECT TO authenticated USING ((user_id = ( SELECT auth.uid() AS uid)));

CREATE POLICY user_settings_update_own ON public.user_settings FOR UPDATE TO authenticated USING ((user_id = ( SELECT auth.uid() AS uid))) WITH CHECK ((user_id = ( SELECT auth.uid() AS uid)));

GRANT USAGE ON SCHEMA private TO anon;
GRANT USAGE ON SCHEMA private TO authenticated;
GRANT USAGE ON SCHEMA private TO service_role;
GRANT USAGE ON SCHEMA private TO catalyst_worker;

GRANT USAGE ON SCHEMA public TO anon;
GRANT USAGE ON SCHEMA public TO authenticated;
GRANT USAGE ON SCHEMA public TO service_role;
GRANT ALL ON SCHEMA public TO postgres;
GRANT USAGE ON SCHEMA public TO catalyst_worker;

GRANT SELECT ON TABLE public.organization_members TO authenticated;
GRANT SELECT ON TABLE public.organization_members TO service_role;

REVOKE ALL ON FUNCTION private.accept_invitation(p_token text) FROM PUBLIC;
GRANT ALL ON FUNCTION private.accept_invitation(p_token text) TO authenticated;

REVOKE ALL ON FUNCTION private.active_member() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.active_org() FROM PUBLIC;
GRANT ALL ON FUNCTION private.active_org() TO authenticated;
GRANT ALL ON FUNCTION private.active_org() TO service_role;

REVOKE ALL ON FUNCTION private.active_org_or_raise() FROM PUBLIC;
GRANT ALL ON FUNCTION private.active_org_or_raise() TO authenticated;
GRANT ALL ON FUNCTION private.active_org_or_raise() TO service_role;

REVOKE ALL ON FUNCTION private.is_email(p_address text) FROM PUBLIC;
GRANT ALL ON FUNCTION private.is_email(p_address text) TO anon;
GRANT ALL ON FUNCTION private.is_email(p_address text) TO authenticated;
GRANT ALL ON FUNCTION private.is_email(p_address text) TO service_role;
GRANT ALL ON FUNCTION private.is_email(p_address text) TO catalyst_worker;

REVOKE ALL ON FUNCTION private.is_http_url(p_url text) FROM PUBLIC;
GRANT ALL ON FUNCTION private.is_http_url(p_url text) TO anon;
GRANT ALL ON FUNCTION private.is_http_url(p_url text) TO authenticated;
GRANT ALL ON FUNCTION private.is_http_url(p_url text) TO service_role;
GRANT ALL ON FUNCTION private.is_http_url(p_url text) TO catalyst_worker;

REVOKE ALL ON FUNCTION private.is_timezone(p_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION private.is_timezone(p_name text) TO anon;
GRANT ALL ON FUNCTION private.is_timezone(p_name text) TO authenticated;
GRANT ALL ON FUNCTION private.is_timezone(p_name text) TO service_role;
GRANT ALL ON FUNCTION private.is_timezone(p_name text) TO catalyst_worker;

GRANT SELECT ON TABLE public.organizations TO authenticated;
GRANT SELECT ON TABLE public.organizations TO service_role;

GRANT UPDATE(name) ON TABLE public.organizations TO authenticated;

GRANT UPDATE(logo_url) ON TABLE public.organizations TO authenticated;

GRANT UPDATE(website) ON TABLE public.organizations TO authenticated;

GRANT UPDATE(industry) ON TABLE public.organizations TO authenticated;

GRANT UPDATE(company_size) ON TABLE public.organizations TO authenticated;

GRANT UPDATE(billing_email) ON TABLE public.organizations TO authenticated;

GRANT UPDATE(settings) ON TABLE public.organizations TO authenticated;

REVOKE ALL ON FUNCTION private.add_organization(p_name text, p_type public.organization_type, p_owner_id uuid, p_slug text, p_timezone text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.adjust_usage(p_organization_id uuid, p_metric text, p_change bigint, p_reason text) FROM PUBLIC;

GRANT SELECT ON TABLE public.job_kinds TO service_role;
GRANT SELECT ON TABLE public.job_kinds TO catalyst_worker;

REVOKE ALL ON FUNCTION private.admit_jobs(p_kind public.job_kinds, p_organization_id uuid, p_count integer, p_is_scheduled boolean) FROM PUBLIC;

GRANT SELECT ON TABLE public.jobs TO service_role;

GRANT SELECT(id) ON TABLE public.jobs TO authenticated;

GRANT SELECT(organization_id) ON TABLE public.jobs TO authenticated;

GRANT SELECT(subject_id) ON TABLE public.jobs TO authenticated;

GRANT SELECT(created_by) ON TABLE public.jobs TO authenticated;

GRANT SELECT(run_at) ON TABLE public.jobs TO authenticated;

GRANT SELECT(created_at) ON TABLE public.jobs TO authenticated;

GRANT SELECT(started_at) ON TABLE public.jobs TO authenticated;

GRANT SELECT(finished_at) ON TABLE public.jobs TO authenticated;

GRANT SELECT(cancel_requested_at) ON TABLE public.jobs TO authenticated;

GRANT SELECT(attempt) ON TABLE public.jobs TO authenticated;

GRANT SELECT(max_attempts) ON TABLE public.jobs TO authenticated;

GRANT SELECT(status) ON TABLE public.jobs TO authenticated;

GRANT SELECT(priority) ON TABLE public.jobs TO authenticated;

GRANT SELECT(kind) ON TABLE public.jobs TO authenticated;

GRANT SELECT(queue) ON TABLE public.jobs TO authenticated;

GRANT SELECT(progress) ON TABLE public.jobs TO authenticated;

GRANT SELECT(step) ON TABLE public.jobs TO authenticated;

GRANT SELECT(error_code) ON TABLE public.jobs TO authenticated;

GRANT SELECT(payload) ON TABLE public.jobs TO authenticated;

REVOKE ALL ON FUNCTION private.apply_generate_posts(p_job public.jobs, p_result jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.apply_retention() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.archive_dead_jobs(p_age interval, p_limit integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.archive_job(p_job public.jobs, p_status public.job_status, p_result jsonb, p_code text, p_message text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.attach_audit(p_table regclass, p_key text, p_ignored text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.audit() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.audit_values(p_row jsonb, p_other jsonb, p_ignored text[], p_personal text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.broadcast_completion(p_ids bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.broadcast_generation_outputs() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.broadcast_generations() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.broadcast_job(p_job public.jobs, p_status public.job_status) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.broadcast_notifications() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.call_failure_function(p_job public.jobs, p_code text, p_message text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.cancel_generation(p_generation_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.cancel_generation(p_generation_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION private.cancel_job(p_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION private.cancel_job(p_id bigint) TO authenticated;
GRANT ALL ON FUNCTION private.cancel_job(p_id bigint) TO service_role;
GRANT ALL ON FUNCTION private.cancel_job(p_id bigint) TO catalyst_worker;

REVOKE ALL ON FUNCTION private.change_member_role(p_user_id uuid, p_role public.member_role, p_client_account_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.change_member_role(p_user_id uuid, p_role public.member_role, p_client_account_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION private.change_organization_timezone(p_timezone text) FROM PUBLIC;
GRANT ALL ON FUNCTION private.change_organization_timezone(p_timezone text) TO authenticated;

GRANT SELECT ON TABLE public.subscriptions TO service_role;

GRANT SELECT(id) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(organization_id) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(plan) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(billing_period) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(status) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(payment_provider) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(amount) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(currency) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(current_period_start) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(current_period_end) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(next_billing_at) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(trial_start) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(trial_end) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(is_auto_renew_enabled) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(cancel_at_period_end) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(cancelled_at) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(cancellation_reason) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(started_at) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(ended_at) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(created_at) ON TABLE public.subscriptions TO authenticated;

GRANT SELECT(updated_at) ON TABLE public.subscriptions TO authenticated;

REVOKE ALL ON FUNCTION private.change_plan(p_organization_id uuid, p_plan text, p_status public.subscription_status, p_current_period_end timestamp with time zone, p_reason text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.check_and_update_user_quota(p_user_id uuid, p_video_count integer) FROM PUBLIC;
GRANT ALL ON FUNCTION private.check_and_update_user_quota(p_user_id uuid, p_video_count integer) TO authenticated;
GRANT ALL ON FUNCTION private.check_and_update_user_quota(p_user_id uuid, p_video_count integer) TO service_role;

REVOKE ALL ON FUNCTION private.check_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.check_job_kind() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.check_user_quota(p_user_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.check_user_quota(p_user_id uuid) TO authenticated;
GRANT ALL ON FUNCTION private.check_user_quota(p_user_id uuid) TO service_role;

REVOKE ALL ON FUNCTION private.close_organization(p_organization_id uuid, p_leaving_user_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.commit_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_job_id bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.complete_applying(p_id bigint, p_lease integer, p_result jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.complete_plain_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[], OUT ended bigint[], OUT items private.job_settlement[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.consume_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.count_members() FROM PUBLIC;

GRANT SELECT ON TABLE public.client_accounts TO authenticated;
GRANT SELECT ON TABLE public.client_accounts TO service_role;

REVOKE ALL ON FUNCTION private.create_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION private.create_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) TO authenticated;

REVOKE ALL ON FUNCTION private.create_generation(p_input_content text, p_platforms text[], p_tone text, p_language text, p_options jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION private.create_generation(p_input_content text, p_platforms text[], p_tone text, p_language text, p_options jsonb) TO authenticated;

REVOKE ALL ON FUNCTION private.create_organization(p_name text, p_type public.organization_type, p_slug text, p_timezone text) FROM PUBLIC;
GRANT ALL ON FUNCTION private.create_organization(p_name text, p_type public.organization_type, p_slug text, p_timezone text) TO authenticated;

REVOKE ALL ON FUNCTION private.create_partition(p_parent regclass, p_month timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.delete_client_account(p_client_account_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.delete_client_account(p_client_account_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION private.delete_organization(p_organization_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.delete_organization(p_organization_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION private.detach_audit(p_table regclass) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.do_due_chores() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.effective_plan(p_organization_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.enable_kinds(p_kind text, p_queue text, p_is_enabled boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.end_cancelled(p_job public.jobs, p_result jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.end_failed(p_job public.jobs, p_code text, p_message text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.end_subscription(p_organization_id uuid, p_reason text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.enqueue_job(p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_dedupe_key text, p_created_by uuid, p_quota_amount bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.enqueue_jobs(p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[], p_priority smallint, p_run_at timestamp with time zone, p_dedupe_keys text[], p_created_by uuid, p_quota_amount bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.ensure_partitions(p_parent regclass, p_months_ahead integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.expire_subscriptions() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.fail_generate_posts(p_job public.jobs, p_code text, p_message text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.fallback_organization(p_user_id uuid, p_except uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.forget_actor() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.forget_free_subscriptions() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.forget_job_creator() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.forget_organization_jobs() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.generation_options(p_options jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.generation_output_text(p_platform text, p_output jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.generation_platforms(p_platforms text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.generation_topics(p_organization_id uuid, p_client_account_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.get_job(p_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION private.get_job(p_id bigint) TO authenticated;
GRANT ALL ON FUNCTION private.get_job(p_id bigint) TO service_role;

REVOKE ALL ON FUNCTION private.get_quotas() FROM PUBLIC;
GRANT ALL ON FUNCTION private.get_quotas() TO authenticated;
GRANT ALL ON FUNCTION private.get_quotas() TO service_role;

REVOKE ALL ON FUNCTION private.get_quotas(p_organization_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.handle_new_user() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.handle_user_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.has_app_role(p_role public.app_role) FROM PUBLIC;
GRANT ALL ON FUNCTION private.has_app_role(p_role public.app_role) TO authenticated;
GRANT ALL ON FUNCTION private.has_app_role(p_role public.app_role) TO service_role;

REVOKE ALL ON FUNCTION private.has_due_chores() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.has_role(p_role public.member_role) FROM PUBLIC;
GRANT ALL ON FUNCTION private.has_role(p_role public.member_role) TO authenticated;
GRANT ALL ON FUNCTION private.has_role(p_role public.member_role) TO service_role;

REVOKE ALL ON FUNCTION private.hold_jobs() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.invite_member(p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION private.invite_member(p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer) TO authenticated;

REVOKE ALL ON FUNCTION private.is_audit_redacted(p_column text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.is_backend() FROM PUBLIC;
GRANT ALL ON FUNCTION private.is_backend() TO authenticated;
GRANT ALL ON FUNCTION private.is_backend() TO service_role;
GRANT ALL ON FUNCTION private.is_backend() TO catalyst_worker;

REVOKE ALL ON FUNCTION private.job_kind_for(p_kind text, p_organization_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_quota_amount bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.json_lines(p_strings jsonb, p_separator text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.keep_an_owner() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.leave_active_organization() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.leave_organization() FROM PUBLIC;
GRANT ALL ON FUNCTION private.leave_organization() TO authenticated;

REVOKE ALL ON FUNCTION private.list_members() FROM PUBLIC;
GRANT ALL ON FUNCTION private.list_members() TO authenticated;

REVOKE ALL ON FUNCTION private.lock_dedupe_keys(p_kind text, p_organization_id uuid, p_dedupe_keys text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.lock_external_id(p_provider text, p_external_id text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.lock_organization(p_organization_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.maintain_partitions() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.manage_partitions(p_parent text, p_retain interval, p_description text, p_time_column text, p_months_ahead integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.may_use_topic(p_topic text, p_to_write boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION private.may_use_topic(p_topic text, p_to_write boolean) TO authenticated;

REVOKE ALL ON FUNCTION private.member_client_account() FROM PUBLIC;
GRANT ALL ON FUNCTION private.member_client_account() TO authenticated;
GRANT ALL ON FUNCTION private.member_client_account() TO service_role;

REVOKE ALL ON FUNCTION private.member_to_manage(p_organization_id uuid, p_user_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.new_token() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.notify(p_organization_id uuid, p_user_id uuid, p_type text, p_title text, p_message text, p_action_url text, p_action_label text, p_entity_type text, p_entity_id uuid, p_metadata jsonb, p_minimum_role public.member_role, p_expires_at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.organization_ids(p_role public.member_role, p_unlimited boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION private.organization_ids(p_role public.member_role, p_unlimited boolean) TO authenticated;
GRANT ALL ON FUNCTION private.organization_ids(p_role public.member_role, p_unlimited boolean) TO service_role;

REVOKE ALL ON FUNCTION private.partition_month(p_partition name) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.partition_problems() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.paused_kinds() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.phone_or_null(p_phone text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.plan_slug(p_name text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.promote_due_jobs(p_limit integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.promote_jobs(p_organization_ids uuid[], p_kinds text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.public_profile(p_user_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.public_profile(p_user_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION private.purge_deleted_organizations() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.quota_discrepancies() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.quota_period_start(p_period public.quota_period, p_timezone text, p_at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.quota_resets_at(p_period public.quota_period, p_timezone text, p_period_start date) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.quota_terms(p_organization_id uuid, p_metric text, OUT period public.quota_period, OUT period_start date, OUT limit_value bigint, OUT subscription_id uuid, OUT timezone text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.raise_error(p_code text, p_message text, p_details jsonb, p_hint text) FROM PUBLIC;
GRANT ALL ON FUNCTION private.raise_error(p_code text, p_message text, p_details jsonb, p_hint text) TO anon;
GRANT ALL ON FUNCTION private.raise_error(p_code text, p_message text, p_details jsonb, p_hint text) TO authenticated;
GRANT ALL ON FUNCTION private.raise_error(p_code text, p_message text, p_details jsonb, p_hint text) TO service_role;
GRANT ALL ON FUNCTION private.raise_error(p_code text, p_message text, p_details jsonb, p_hint text) TO catalyst_worker;

REVOKE ALL ON FUNCTION private.raise_quota_exceeded(p_organization_id uuid, p_metric text, p_period_start date, p_limit bigint, p_requested bigint, p_resets_at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.reconcile_job_slots() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.refuse_audit_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.refuse_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.refuse_job_transition() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.register_session(p_device_info jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION private.register_session(p_device_info jsonb) TO authenticated;

REVOKE ALL ON FUNCTION private.release_organizations() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.release_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_job_id bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.release_slots(p_organization_ids uuid[], p_kinds text[], p_active_counts integer[], p_pending_counts integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.remember_step(p_job_id bigint, p_step text, p_state jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.remove_member(p_user_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.remove_member(p_user_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION private.request_header(p_name text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.request_ip() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.require(p_holds boolean, p_field text, p_message text) FROM PUBLIC;
GRANT ALL ON FUNCTION private.require(p_holds boolean, p_field text, p_message text) TO anon;
GRANT ALL ON FUNCTION private.require(p_holds boolean, p_field text, p_message text) TO authenticated;
GRANT ALL ON FUNCTION private.require(p_holds boolean, p_field text, p_message text) TO service_role;
GRANT ALL ON FUNCTION private.require(p_holds boolean, p_field text, p_message text) TO catalyst_worker;

REVOKE ALL ON FUNCTION private.require_client_account(p_organization_id uuid, p_client_account_id uuid, p_role public.member_role) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.require_email(p_email text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.require_member_management(p_organization_id uuid, p_role public.member_role) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.require_member_place(p_organization_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.require_role(p_role public.member_role) FROM PUBLIC;
GRANT ALL ON FUNCTION private.require_role(p_role public.member_role) TO authenticated;
GRANT ALL ON FUNCTION private.require_role(p_role public.member_role) TO service_role;

REVOKE ALL ON FUNCTION private.require_text(p_value text, p_field text, p_max_length integer, p_min_length integer, p_optional boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION private.require_text(p_value text, p_field text, p_max_length integer, p_min_length integer, p_optional boolean) TO anon;
GRANT ALL ON FUNCTION private.require_text(p_value text, p_field text, p_max_length integer, p_min_length integer, p_optional boolean) TO authenticated;
GRANT ALL ON FUNCTION private.require_text(p_value text, p_field text, p_max_length integer, p_min_length integer, p_optional boolean) TO service_role;
GRANT ALL ON FUNCTION private.require_text(p_value text, p_field text, p_max_length integer, p_min_length integer, p_optional boolean) TO catalyst_worker;

REVOKE ALL ON FUNCTION private.rescue_batch(p_limit integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.reserve_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.reset_phone_verified() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.retry_delay(p_kind public.job_kinds, p_attempt integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.revoke_invitation(p_invitation_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.revoke_invitation(p_invitation_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION private.revoke_session(p_session_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.revoke_session(p_session_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION private.set_member_status(p_user_id uuid, p_status public.member_status) FROM PUBLIC;
GRANT ALL ON FUNCTION private.set_member_status(p_user_id uuid, p_status public.member_status) TO authenticated;

REVOKE ALL ON FUNCTION private.settle_jobs(p_items private.job_settlement[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.settle_quota(p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_operation public.quota_operation, p_job_id bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.settlement(p_job public.jobs, p_is_completed boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.slugify(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION private.slugify(p_text text) TO anon;
GRANT ALL ON FUNCTION private.slugify(p_text text) TO authenticated;
GRANT ALL ON FUNCTION private.slugify(p_text text) TO service_role;
GRANT ALL ON FUNCTION private.slugify(p_text text) TO catalyst_worker;

REVOKE ALL ON FUNCTION private.start_free_subscription(p_organization_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.step_generate_posts(p_job public.jobs, p_step text, p_state jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.subscription_is_entitled(p_status public.subscription_status, p_period_end timestamp with time zone, p_cancel_at_period_end boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.sweep_jobs() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.switch_organization(p_organization_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.switch_organization(p_organization_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION private.take_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_operation public.quota_operation, p_job_id bigint, p_must boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.to_json_object(p_value jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.token_hash(p_token text) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.touch() FROM PUBLIC;

REVOKE ALL ON FUNCTION private.transfer_ownership(p_user_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION private.transfer_ownership(p_user_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION private.update_client_account(p_client_account_id uuid, p_changes jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION private.update_client_account(p_client_account_id uuid, p_changes jsonb) TO authenticated;

REVOKE ALL ON FUNCTION private.user_organization(p_user_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.wake_queues(p_queues text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.write_audit(p_action text, p_entity_type text, p_organization_id uuid, p_entity_id uuid, p_old_values jsonb, p_new_values jsonb, p_metadata jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION private.write_job_log(p_job public.jobs, p_level text, p_message text, p_details jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.accept_invitation(p_token text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.accept_invitation(p_token text) TO authenticated;

REVOKE ALL ON FUNCTION public.cancel_generation(p_generation_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cancel_generation(p_generation_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.cancel_job(p_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cancel_job(p_id bigint) TO authenticated;
GRANT ALL ON FUNCTION public.cancel_job(p_id bigint) TO service_role;
GRANT ALL ON FUNCTION public.cancel_job(p_id bigint) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.change_member_role(p_user_id uuid, p_role public.member_role, p_client_account_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.change_member_role(p_user_id uuid, p_role public.member_role, p_client_account_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.change_organization_timezone(p_timezone text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.change_organization_timezone(p_timezone text) TO authenticated;

REVOKE ALL ON FUNCTION public.check_and_update_user_quota(p_user_id uuid, p_video_count integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.check_and_update_user_quota(p_user_id uuid, p_video_count integer) TO authenticated;
GRANT ALL ON FUNCTION public.check_and_update_user_quota(p_user_id uuid, p_video_count integer) TO service_role;

REVOKE ALL ON FUNCTION public.check_user_quota(p_user_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.check_user_quota(p_user_id uuid) TO authenticated;
GRANT ALL ON FUNCTION public.check_user_quota(p_user_id uuid) TO service_role;

REVOKE ALL ON FUNCTION public.checkpoint_job(p_id bigint, p_lease integer, p_step text, p_state jsonb, p_progress numeric) FROM PUBLIC;
GRANT ALL ON FUNCTION public.checkpoint_job(p_id bigint, p_lease integer, p_step text, p_state jsonb, p_progress numeric) TO service_role;
GRANT ALL ON FUNCTION public.checkpoint_job(p_id bigint, p_lease integer, p_step text, p_state jsonb, p_progress numeric) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.claim_jobs(p_queues text[], p_worker_id text, p_limit integer, p_lease_seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.claim_jobs(p_queues text[], p_worker_id text, p_limit integer, p_lease_seconds integer) TO service_role;
GRANT ALL ON FUNCTION public.claim_jobs(p_queues text[], p_worker_id text, p_limit integer, p_lease_seconds integer) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.cleanup_expired_sessions() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cleanup_expired_sessions() TO service_role;

REVOKE ALL ON FUNCTION public.cleanup_old_job_logs() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cleanup_old_job_logs() TO service_role;

REVOKE ALL ON FUNCTION public.complete_job(p_id bigint, p_lease integer, p_result jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.complete_job(p_id bigint, p_lease integer, p_result jsonb) TO service_role;
GRANT ALL ON FUNCTION public.complete_job(p_id bigint, p_lease integer, p_result jsonb) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.complete_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.complete_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[]) TO service_role;
GRANT ALL ON FUNCTION public.complete_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[]) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.crashed_jobs(p_ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.crashed_jobs(p_ids bigint[]) TO service_role;
GRANT ALL ON FUNCTION public.crashed_jobs(p_ids bigint[]) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.create_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.create_client_account(p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb) TO authenticated;

REVOKE ALL ON FUNCTION public.create_generation(p_input_content text, p_platforms text[], p_tone text, p_language text, p_options jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.create_generation(p_input_content text, p_platforms text[], p_tone text, p_language text, p_options jsonb) TO authenticated;

REVOKE ALL ON FUNCTION public.create_organization(p_name text, p_type public.organization_type, p_slug text, p_timezone text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.create_organization(p_name text, p_type public.organization_type, p_slug text, p_timezone text) TO authenticated;

REVOKE ALL ON FUNCTION public.delete_client_account(p_client_account_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.delete_client_account(p_client_account_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.delete_organization(p_organization_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.delete_organization(p_organization_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.enqueue_job(p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_dedupe_key text, p_created_by uuid, p_quota_amount bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.enqueue_job(p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_dedupe_key text, p_created_by uuid, p_quota_amount bigint) TO service_role;
GRANT ALL ON FUNCTION public.enqueue_job(p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid, p_priority smallint, p_run_at timestamp with time zone, p_dedupe_key text, p_created_by uuid, p_quota_amount bigint) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.enqueue_jobs(p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[], p_priority smallint, p_run_at timestamp with time zone, p_dedupe_keys text[], p_created_by uuid, p_quota_amount bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.enqueue_jobs(p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[], p_priority smallint, p_run_at timestamp with time zone, p_dedupe_keys text[], p_created_by uuid, p_quota_amount bigint) TO service_role;
GRANT ALL ON FUNCTION public.enqueue_jobs(p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[], p_priority smallint, p_run_at timestamp with time zone, p_dedupe_keys text[], p_created_by uuid, p_quota_amount bigint) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.fail_job(p_id bigint, p_lease integer, p_code text, p_message text, p_retryable boolean, p_retry_after_seconds numeric) FROM PUBLIC;
GRANT ALL ON FUNCTION public.fail_job(p_id bigint, p_lease integer, p_code text, p_message text, p_retryable boolean, p_retry_after_seconds numeric) TO service_role;
GRANT ALL ON FUNCTION public.fail_job(p_id bigint, p_lease integer, p_code text, p_message text, p_retryable boolean, p_retry_after_seconds numeric) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.get_generation(p_generation_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.get_generation(p_generation_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.get_job(p_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.get_job(p_id bigint) TO authenticated;
GRANT ALL ON FUNCTION public.get_job(p_id bigint) TO service_role;

REVOKE ALL ON FUNCTION public.get_quotas() FROM PUBLIC;
GRANT ALL ON FUNCTION public.get_quotas() TO authenticated;
GRANT ALL ON FUNCTION public.get_quotas() TO service_role;

REVOKE ALL ON FUNCTION public.heartbeat_job(p_id bigint, p_lease integer, p_progress numeric, p_step text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.heartbeat_job(p_id bigint, p_lease integer, p_progress numeric, p_step text) TO service_role;
GRANT ALL ON FUNCTION public.heartbeat_job(p_id bigint, p_lease integer, p_progress numeric, p_step text) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.heartbeat_jobs(p_ids bigint[], p_leases integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.heartbeat_jobs(p_ids bigint[], p_leases integer[]) TO service_role;
GRANT ALL ON FUNCTION public.heartbeat_jobs(p_ids bigint[], p_leases integer[]) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.invite_member(p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.invite_member(p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer) TO authenticated;

REVOKE ALL ON FUNCTION public.job_queue_stats() FROM PUBLIC;
GRANT ALL ON FUNCTION public.job_queue_stats() TO service_role;
GRANT ALL ON FUNCTION public.job_queue_stats() TO catalyst_worker;

REVOKE ALL ON FUNCTION public.leave_organization() FROM PUBLIC;
GRANT ALL ON FUNCTION public.leave_organization() TO authenticated;

REVOKE ALL ON FUNCTION public.list_members() FROM PUBLIC;
GRANT ALL ON FUNCTION public.list_members() TO authenticated;

REVOKE ALL ON FUNCTION public.log_job(p_id bigint, p_lease integer, p_level text, p_message text, p_details jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.log_job(p_id bigint, p_lease integer, p_level text, p_message text, p_details jsonb) TO service_role;
GRANT ALL ON FUNCTION public.log_job(p_id bigint, p_lease integer, p_level text, p_message text, p_details jsonb) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.mark_notifications_read(p_ids uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.mark_notifications_read(p_ids uuid[]) TO authenticated;

REVOKE ALL ON FUNCTION public.next_run_at(p_queues text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.next_run_at(p_queues text[]) TO service_role;
GRANT ALL ON FUNCTION public.next_run_at(p_queues text[]) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.pause_jobs(p_kind text, p_queue text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.pause_jobs(p_kind text, p_queue text) TO service_role;

REVOKE ALL ON FUNCTION public.public_profile(p_user_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.public_profile(p_user_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.register_session(p_device_info jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.register_session(p_device_info jsonb) TO authenticated;

REVOKE ALL ON FUNCTION public.release_job(p_id bigint, p_lease integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.release_job(p_id bigint, p_lease integer) TO service_role;
GRANT ALL ON FUNCTION public.release_job(p_id bigint, p_lease integer) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.release_jobs(p_ids bigint[], p_leases integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.release_jobs(p_ids bigint[], p_leases integer[]) TO service_role;
GRANT ALL ON FUNCTION public.release_jobs(p_ids bigint[], p_leases integer[]) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.remove_member(p_user_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.remove_member(p_user_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.replay_job(p_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.replay_job(p_id bigint) TO service_role;

REVOKE ALL ON FUNCTION public.rescue_expired_jobs() FROM PUBLIC;
GRANT ALL ON FUNCTION public.rescue_expired_jobs() TO service_role;
GRANT ALL ON FUNCTION public.rescue_expired_jobs() TO catalyst_worker;

REVOKE ALL ON FUNCTION public.resume_jobs(p_kind text, p_queue text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.resume_jobs(p_kind text, p_queue text) TO service_role;

REVOKE ALL ON FUNCTION public.revoke_invitation(p_invitation_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.revoke_invitation(p_invitation_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.revoke_session(p_session_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.revoke_session(p_session_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.set_member_status(p_user_id uuid, p_status public.member_status) FROM PUBLIC;
GRANT ALL ON FUNCTION public.set_member_status(p_user_id uuid, p_status public.member_status) TO authenticated;

REVOKE ALL ON FUNCTION public.signal_job(p_provider text, p_external_id text, p_payload jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.signal_job(p_provider text, p_external_id text, p_payload jsonb) TO service_role;
GRANT ALL ON FUNCTION public.signal_job(p_provider text, p_external_id text, p_payload jsonb) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.snooze_job(p_id bigint, p_lease integer, p_until timestamp with time zone, p_state jsonb, p_provider text, p_external_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.snooze_job(p_id bigint, p_lease integer, p_until timestamp with time zone, p_state jsonb, p_provider text, p_external_id text) TO service_role;
GRANT ALL ON FUNCTION public.snooze_job(p_id bigint, p_lease integer, p_until timestamp with time zone, p_state jsonb, p_provider text, p_external_id text) TO catalyst_worker;

REVOKE ALL ON FUNCTION public.switch_organization(p_organization_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.switch_organization(p_organization_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.transfer_ownership(p_user_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.transfer_ownership(p_user_id uuid) TO authenticated;

REVOKE ALL ON FUNCTION public.update_client_account(p_client_account_id uuid, p_changes jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.update_client_account(p_client_account_id uuid, p_changes jsonb) TO authenticated;

REVOKE ALL ON FUNCTION public.update_user_tier(p_user_id uuid, p_tier text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.update_user_tier(p_user_id uuid, p_tier text) TO service_role;

REVOKE ALL ON FUNCTION public.worker_contract(p_kinds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.worker_contract(p_kinds text[]) TO service_role;
GRANT ALL ON FUNCTION public.worker_contract(p_kinds text[]) TO catalyst_worker;

GRANT SELECT ON TABLE public.audit_log TO service_role;

GRANT SELECT(id) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(organization_id) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(actor_id) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(actor_kind) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(actor_role) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(action) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(entity_type) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(entity_id) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(old_values) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(new_values) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(metadata) ON TABLE public.audit_log TO authenticated;

GRANT SELECT(created_at) ON TABLE public.audit_log TO authenticated;

GRANT SELECT ON TABLE public.generated_content TO authenticated;
GRANT SELECT ON TABLE public.generated_content TO service_role;

GRANT UPDATE(user_rating) ON TABLE public.generated_content TO authenticated;

GRANT UPDATE(user_feedback) ON TABLE public.generated_content TO authenticated;

GRANT SELECT ON TABLE public.generation_outputs TO authenticated;
GRANT SELECT ON TABLE public.generation_outputs TO service_role;

GRANT SELECT ON TABLE public.generations TO authenticated;
GRANT SELECT ON TABLE public.generations TO service_role;

GRANT SELECT ON TABLE public.job_checkpoints TO service_role;

GRANT SELECT ON TABLE public.job_history TO service_role;

GRANT SELECT(id) ON TABLE public.job_history TO authenticated;

GRANT SELECT(organization_id) ON TABLE public.job_history TO authenticated;

GRANT SELECT(subject_id) ON TABLE public.job_history TO authenticated;

GRANT SELECT(created_at) ON TABLE public.job_history TO authenticated;

GRANT SELECT(started_at) ON TABLE public.job_history TO authenticated;

GRANT SELECT(finished_at) ON TABLE public.job_history TO authenticated;

GRANT SELECT(attempt) ON TABLE public.job_history TO authenticated;

GRANT SELECT(max_attempts) ON TABLE public.job_history TO authenticated;

GRANT SELECT(status) ON TABLE public.job_history TO authenticated;

GRANT SELECT(priority) ON TABLE public.job_history TO authenticated;

GRANT SELECT(kind) ON TABLE public.job_history TO authenticated;

GRANT SELECT(queue) ON TABLE public.job_history TO authenticated;

GRANT SELECT(progress) ON TABLE public.job_history TO authenticated;

GRANT SELECT(step) ON TABLE public.job_history TO authenticated;

GRANT SELECT(error_code) ON TABLE public.job_history TO authenticated;

GRANT SELECT(payload) ON TABLE public.job_history TO authenticated;

GRANT SELECT(result) ON TABLE public.job_history TO authenticated;

GRANT SELECT ON TABLE public.job_logs TO service_role;

GRANT SELECT(id) ON TABLE public.job_logs TO authenticated;

GRANT SELECT(job_id) ON TABLE public.job_logs TO authenticated;

GRANT SELECT(organization_id) ON TABLE public.job_logs TO authenticated;

GRANT SELECT(log_level) ON TABLE public.job_logs TO authenticated;

GRANT SELECT(message) ON TABLE public.job_logs TO authenticated;

GRANT SELECT(step) ON TABLE public.job_logs TO authenticated;

GRANT SELECT(created_at) ON TABLE public.job_logs TO authenticated;

GRANT SELECT ON TABLE public.notification_types TO authenticated;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notification_types TO service_role;

GRANT SELECT,DELETE ON TABLE public.notifications TO authenticated;
GRANT SELECT,DELETE ON TABLE public.notifications TO service_role;

GRANT UPDATE(read_at) ON TABLE public.notifications TO authenticated;

GRANT UPDATE(emailed_at) ON TABLE public.notifications TO service_role;

GRANT SELECT ON TABLE public.organization_invitations TO service_role;

GRANT SELECT(id) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(organization_id) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(email) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(role) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(client_account_id) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(invited_by) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(expires_at) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(accepted_at) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(accepted_by) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(revoked_at) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(created_at) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT(updated_at) ON TABLE public.organization_invitations TO authenticated;

GRANT SELECT ON TABLE public.plan_limits TO anon;
GRANT SELECT ON TABLE public.plan_limits TO authenticated;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_limits TO service_role;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_prices TO service_role;

GRANT SELECT(id) ON TABLE public.plan_prices TO anon;
GRANT SELECT(id) ON TABLE public.plan_prices TO authenticated;

GRANT SELECT(plan) ON TABLE public.plan_prices TO anon;
GRANT SELECT(plan) ON TABLE public.plan_prices TO authenticated;

GRANT SELECT(billing_period) ON TABLE public.plan_prices TO anon;
GRANT SELECT(billing_period) ON TABLE public.plan_prices TO authenticated;

GRANT SELECT(price_inr) ON TABLE public.plan_prices TO anon;
GRANT SELECT(price_inr) ON TABLE public.plan_prices TO authenticated;

GRANT SELECT(price_usd) ON TABLE public.plan_prices TO anon;
GRANT SELECT(price_usd) ON TABLE public.plan_prices TO authenticated;

GRANT SELECT(price_eur) ON TABLE public.plan_prices TO anon;
GRANT SELECT(price_eur) ON TABLE public.plan_prices TO authenticated;

GRANT SELECT(is_active) ON TABLE public.plan_prices TO anon;
GRANT SELECT(is_active) ON TABLE public.plan_prices TO authenticated;

GRANT SELECT(created_at) ON TABLE public.plan_prices TO anon;
GRANT SELECT(created_at) ON TABLE public.plan_prices TO authenticated;

GRANT SELECT(updated_at) ON TABLE public.plan_prices TO anon;
GRANT SELECT(updated_at) ON TABLE public.plan_prices TO authenticated;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans TO service_role;

GRANT SELECT(slug) ON TABLE public.plans TO anon;
GRANT SELECT(slug) ON TABLE public.plans TO authenticated;

GRANT SELECT(name) ON TABLE public.plans TO anon;
GRANT SELECT(name) ON TABLE public.plans TO authenticated;

GRANT SELECT(description) ON TABLE public.plans TO anon;
GRANT SELECT(description) ON TABLE public.plans TO authenticated;

GRANT SELECT(aliases) ON TABLE public.plans TO anon;
GRANT SELECT(aliases) ON TABLE public.plans TO authenticated;

GRANT SELECT(features) ON TABLE public.plans TO anon;
GRANT SELECT(features) ON TABLE public.plans TO authenticated;

GRANT SELECT(is_featured) ON TABLE public.plans TO anon;
GRANT SELECT(is_featured) ON TABLE public.plans TO authenticated;

GRANT SELECT(is_active) ON TABLE public.plans TO anon;
GRANT SELECT(is_active) ON TABLE public.plans TO authenticated;

GRANT SELECT(sort_order) ON TABLE public.plans TO anon;
GRANT SELECT(sort_order) ON TABLE public.plans TO authenticated;

GRANT SELECT(created_at) ON TABLE public.plans TO anon;
GRANT SELECT(created_at) ON TABLE public.plans TO authenticated;

GRANT SELECT(updated_at) ON TABLE public.plans TO anon;
GRANT SELECT(updated_at) ON TABLE public.plans TO authenticated;

GRANT SELECT ON TABLE public.platforms TO anon;
GRANT SELECT ON TABLE public.platforms TO authenticated;
GRANT SELECT ON TABLE public.platforms TO service_role;

GRANT SELECT ON TABLE public.profiles TO authenticated;
GRANT SELECT ON TABLE public.profiles TO service_role;

GRANT UPDATE(full_name) ON TABLE public.profiles TO authenticated;

GRANT UPDATE(first_name) ON TABLE public.profiles TO authenticated;

GRANT UPDATE(last_name) ON TABLE public.profiles TO authenticated;

GRANT UPDATE(avatar_url) ON TABLE public.profiles TO authenticated;

GRANT UPDATE(phone) ON TABLE public.profiles TO authenticated;

GRANT UPDATE(country_code) ON TABLE public.profiles TO authenticated;

GRANT UPDATE(timezone) ON TABLE public.profiles TO authenticated;

GRANT UPDATE(language) ON TABLE public.profiles TO authenticated;

GRANT UPDATE(status) ON TABLE public.profiles TO service_role;

GRANT UPDATE(onboarded_at) ON TABLE public.profiles TO authenticated;

GRANT UPDATE(deleted_at) ON TABLE public.profiles TO service_role;

GRANT SELECT ON TABLE public.quota_metrics TO anon;
GRANT SELECT ON TABLE public.quota_metrics TO authenticated;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.quota_metrics TO service_role;

GRANT SELECT ON TABLE public.usage_counters TO authenticated;
GRANT SELECT ON TABLE public.usage_counters TO service_role;

GRANT SELECT ON TABLE public.usage_ledger TO authenticated;
GRANT SELECT ON TABLE public.usage_ledger TO service_role;

GRANT SELECT ON TABLE public.user_roles TO authenticated;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.user_roles TO service_role;

GRANT SELECT ON TABLE public.user_sessions TO service_role;

GRANT SELECT(id) ON TABLE public.user_sessions TO authenticated;

GRANT SELECT(user_id) ON TABLE public.user_sessions TO authenticated;

GRANT SELECT(ip_address) ON TABLE public.user_sessions TO authenticated;

GRANT SELECT(user_agent) ON TABLE public.user_sessions TO authenticated;

GRANT SELECT(device_info) ON TABLE public.user_sessions TO authenticated;

GRANT SELECT(expires_at) ON TABLE public.user_sessions TO authenticated;

GRANT SELECT(created_at) ON TABLE public.user_sessions TO authenticated;

GRANT SELECT(updated_at) ON TABLE public.user_sessions TO authenticated;

GRANT SELECT(last_accessed_at) ON TABLE public.user_sessions TO authenticated;

GRANT SELECT ON TABLE public.user_settings TO authenticated;
GRANT SELECT ON TABLE public.user_settings TO service_role;

GRANT UPDATE(is_email_notifications_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_push_notifications_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_weekly_digest_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_daily_summary_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_email_on_completion_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_email_on_failure_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_auto_sync_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(sync_frequency_hours) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_auto_ai_analysis_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_auto_apply_ai_suggestions_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_auto_seo_submission_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_auto_approve_titles_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_auto_schedule_uploads_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_profile_public) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(is_analytics_enabled) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(content_style) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(default_tone) ON TABLE public.user_settings TO authenticated;

GRANT UPDATE(default_video_duration_seconds) ON TABLE public.user_settings TO authenticated;

create policy cron_job_policy on cron.job as permissive for all to public using ((username = CURRENT_USER));
create policy cron_job_run_details_policy on cron.job_run_details as permissive for all to public using ((username = CURRENT_USER));
create policy content_catalyst_messages_insert_creators on realtime.messages as permissive for insert to authenticated with check (((extension = ANY (ARRAY['broadcast'::text, 'presence'::text])) AND (topic = ( SELECT realtime.topic() AS topic)) AND ( SELECT private.may_use_topic(( SELECT realtime.topic() AS topic), true) AS may_use_topic)));
create policy content_catalyst_messages_select_members on realtime.messages as permissive for select to authenticated using (((extension = ANY (ARRAY['broadcast'::text, 'presence'::text])) AND (topic = ( SELECT realtime.topic() AS topic)) AND ( SELECT private.may_use_topic(( SELECT realtime.topic() AS topic), false) AS may_use_topic)));
create policy content_catalyst_messages_select_workers on realtime.messages as permissive for select to catalyst_worker using (((extension = 'broadcast'::text) AND (topic = ( SELECT realtime.topic() AS topic)) AND (topic ~~ 'jobs:%'::text)));
create policy assets_delete_creators on storage.objects as permissive for delete to authenticated using (((bucket_id = 'assets'::text) AND ((storage.foldername(name))[1] = (( SELECT private.active_org() AS active_org))::text) AND ( SELECT private.has_role('creator'::member_role) AS has_role)));
create policy assets_insert_creators on storage.objects as permissive for insert to authenticated with check (((bucket_id = 'assets'::text) AND ((storage.foldername(name))[1] = (( SELECT private.active_org() AS active_org))::text) AND ( SELECT private.has_role('creator'::member_role) AS has_role)));
create policy assets_select_members on storage.objects as permissive for select to authenticated using (((bucket_id = 'assets'::text) AND ((storage.foldername(name))[1] = (( SELECT private.active_org() AS active_org))::text)));
create policy assets_update_creators on storage.objects as permissive for update to authenticated using (((bucket_id = 'assets'::text) AND ((storage.foldername(name))[1] = (( SELECT private.active_org() AS active_org))::text) AND ( SELECT private.has_role('creator'::member_role) AS has_role))) with check (((bucket_id = 'assets'::text) AND ((storage.foldername(name))[1] = (( SELECT private.active_org() AS active_org))::text)));
CREATE TRIGGER content_catalyst_new_user AFTER INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION private.handle_new_user();
CREATE TRIGGER content_catalyst_user_change AFTER UPDATE OF email, email_confirmed_at, phone, phone_confirmed_at, last_sign_in_at, deleted_at ON auth.users FOR EACH ROW EXECUTE FUNCTION private.handle_user_change();
alter publication supabase_realtime add table public.generation_outputs;
alter publication supabase_realtime add table public.generations;
alter publication supabase_realtime add table public.notifications;
alter publication supabase_realtime add table public.organization_members;
