-- Purpose: reviewers without an account: a link that shows one version of content and takes a word about it.
-- Objects: review_links, review_link_decisions, policies and grants.

create table public.review_links (
  id uuid constraint review_links_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  generated_content_id uuid not null,
  content_version integer not null,
  approval_request_id uuid,
  token_hash text not null constraint review_links_token_hash_key unique,
  label text,
  max_uses integer not null default 1,
  use_count integer not null default 0,
  open_count integer not null default 0,
  last_opened_at timestamptz,
  created_by uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint review_links_organization_id_id_key unique (organization_id, id),
  constraint review_links_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint review_links_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint review_links_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete cascade,
  constraint review_links_approval_request_id_fkey foreign key (organization_id, approval_request_id)
    references public.approval_requests (organization_id, id) on delete set null (approval_request_id),
  constraint review_links_created_by_fkey foreign key (created_by) references public.profiles (id) on delete set null,
  constraint review_links_content_version_check check (content_version >= 1),
  constraint review_links_token_hash_check check (token_hash ~ '^[0-9a-f]{64}$'),
  constraint review_links_label_check check (char_length(label) between 1 and 100),
  constraint review_links_max_uses_check check (max_uses between 1 and 100),
  constraint review_links_use_count_check check (use_count between 0 and max_uses),
  constraint review_links_open_count_check check (open_count >= 0),
  constraint review_links_expire_after_they_are_made check (expires_at > created_at)
);
create index review_links_organization_id_created_at_idx
on public.review_links (organization_id, created_at desc, id desc);
create index review_links_client_account_id_idx
on public.review_links (organization_id, client_account_id) where client_account_id is not null;
create index review_links_generated_content_id_idx on public.review_links (organization_id, generated_content_id);
create index review_links_approval_request_id_idx on public.review_links (organization_id, approval_request_id)
where approval_request_id is not null;
create index review_links_created_by_idx on public.review_links (created_by) where created_by is not null;
create index review_links_expires_at_idx on public.review_links (expires_at);
comment on table public.review_links is
'Lets whoever holds it read one version of content and say what they think. The token is shown once, to the one who
makes the link.';
comment on column public.review_links.content_version is 'Once the content has another version the link opens nothing any more.';
comment on column public.review_links.approval_request_id is
'Where its decisions count, as far as the stage allows review links; null: they are opinions only.';
comment on column public.review_links.token_hash is 'SHA-256 of the token, which itself is stored nowhere.';
comment on column public.review_links.label is 'For whom it was made.';
comment on column public.review_links.max_uses is 'How many decisions it takes; reading does not count.';

insert into private.retention_rules (parent, method, time_column, retain, description)
values (
  'public.review_links', 'delete_rows', 'expires_at', interval '1 year', 'What was said through a link is in the audit log and decisions.'
);

create table public.review_link_decisions (
  id uuid constraint review_link_decisions_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  review_link_id uuid not null,
  generated_content_id uuid not null,
  content_version integer not null,
  reviewer_name text not null,
  decision public.approval_decision not null,
  comment text,
  is_counted boolean not null default false,
  created_at timestamptz not null default now(),
  constraint review_link_decisions_organization_id_id_key unique (organization_id, id),
  constraint review_link_decisions_review_link_id_fkey foreign key (organization_id, review_link_id)
    references public.review_links (organization_id, id) on delete cascade,
  constraint review_link_decisions_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint review_link_decisions_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete cascade,
  constraint review_link_decisions_content_version_check check (content_version >= 1),
  constraint review_link_decisions_reviewer_name_check check (char_length(reviewer_name) between 1 and 100),
  constraint review_link_decisions_comment_check check (char_length(comment) <= 5000)
);
create index review_link_decisions_organization_id_created_at_idx
on public.review_link_decisions (organization_id, created_at desc, id desc);
create index review_link_decisions_review_link_id_idx on public.review_link_decisions (organization_id, review_link_id);
create index review_link_decisions_client_account_id_idx
on public.review_link_decisions (organization_id, client_account_id) where client_account_id is not null;
create index review_link_decisions_generated_content_id_idx
on public.review_link_decisions (organization_id, generated_content_id);
comment on table public.review_link_decisions is 'What was said through a link; never changed.';
comment on column public.review_link_decisions.reviewer_name is 'As given by the reviewer; nobody has verified it.';
comment on column public.review_link_decisions.is_counted is 'Whether it also was a decision of the approval request.';

alter table public.approval_decisions
  -- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
  add constraint approval_decisions_review_link_id_fkey foreign key (organization_id, review_link_id)
    references public.review_links (organization_id, id) on delete set null (review_link_id);

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.review_links
for each row execute function private.touch();
create trigger broadcast_insert after insert on public.review_link_decisions
referencing new table as new_rows for each statement execute function private.broadcast_publishing(
  'review_link', '{review_link_id,generated_content_id,decision}'
);

select private.attach_audit('public.review_links', 'id', '{open_count,last_opened_at}', p_shown => '{label}');
select private.attach_audit('public.review_link_decisions', p_shown => '{reviewer_name}');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.review_links enable row level security;
alter table public.review_link_decisions enable row level security;

create policy review_links_select_staff on public.review_links
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy review_link_decisions_select_members on public.review_link_decisions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

-- The hash of a token stays inside.
grant select (
  id, organization_id, client_account_id, generated_content_id, content_version, approval_request_id, label, max_uses,
  use_count, open_count, last_opened_at, created_by, expires_at, revoked_at, created_at, updated_at
) on public.review_links to authenticated, service_role;
grant select on public.review_link_decisions to authenticated, service_role;
