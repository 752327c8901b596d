-- Purpose: originals that people bring: uploads, and what is fetched from an address.
-- Objects: content_assets, private.hidden_content_assets, their life, the storage they take, live broadcasts,
-- policies and grants.

create type public.content_asset_type as enum ('video', 'audio', 'image', 'blog', 'document');
comment on type public.content_asset_type is 'What an original is; blog: an article, document: any other file to read.';

create type public.content_asset_status as enum ('pending', 'processing', 'completed', 'failed', 'expired');
comment on type public.content_asset_status is
'pending: its file is awaited; processing: a worker reads it; completed: usable; failed: could not be fetched or read;
expired: the file was removed by its date, what is known of it is kept.';

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.content_assets (
  id uuid constraint content_assets_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  brand_profile_id uuid,
  title text not null,
  description text,
  content_type public.content_asset_type not null,
  storage_bucket text not null default 'assets',
  storage_path text,
  thumbnail_path text,
  thumbnail_url text,
  mime_type text,
  size_bytes bigint not null default 0,
  checksum text,
  duration_seconds integer,
  source_platform text,
  source_url text,
  upload_status public.content_asset_status not null default 'pending',
  processing_started_at timestamptz,
  processing_completed_at timestamptz,
  processing_error text,
  language text,
  transcript text,
  transcript_language text,
  transcript_confidence numeric(5, 2),
  alt_text text,
  tags text[] not null default '{}',
  metadata jsonb not null default '{}',
  storage_expires_at timestamptz,
  search_vector tsvector generated always as (
    private.content_search_vector(coalesce(language, transcript_language), title, description, tags, transcript)
  ) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint content_assets_organization_id_id_key unique (organization_id, id),
  constraint content_assets_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint content_assets_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint content_assets_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint content_assets_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete set null (brand_profile_id),
  constraint content_assets_source_platform_fkey foreign key (source_platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint content_assets_title_check check (char_length(title) between 1 and 500),
  constraint content_assets_description_check check (char_length(description) <= 10000),
  constraint content_assets_storage_bucket_check check (storage_bucket in ('assets', 'renders', 'exports')),
  constraint content_assets_storage_path_check
    check (starts_with(storage_path, organization_id::text || '/') and char_length(storage_path) <= 1024),
  constraint content_assets_thumbnail_path_check
    check (starts_with(thumbnail_path, organization_id::text || '/') and char_length(thumbnail_path) <= 1024),
  constraint content_assets_have_a_file_or_an_address
    check (num_nonnulls(storage_path, source_url) > 0 or upload_status = 'expired'),
  constraint content_assets_thumbnail_url_check check (private.is_http_url(thumbnail_url)),
  constraint content_assets_mime_type_check check (mime_type ~ '^[a-z]+/[a-z0-9][a-z0-9.+-]{0,99}$'),
  constraint content_assets_size_bytes_check check (size_bytes between 0 and 5497558138880),
  constraint content_assets_checksum_check check (checksum ~ '^[0-9a-f]{64}$'),
  constraint content_assets_duration_seconds_check check (duration_seconds >= 0),
  constraint content_assets_source_url_check check (private.is_http_url(source_url)),
  constraint content_assets_processing_error_check check (char_length(processing_error) <= 2000),
  constraint content_assets_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  constraint content_assets_transcript_check check (char_length(transcript) <= 2000000),
  constraint content_assets_transcript_language_check
    check (transcript_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  constraint content_assets_transcript_confidence_check check (transcript_confidence between 0 and 100),
  constraint content_assets_alt_text_check check (char_length(alt_text) <= 2000),
  constraint content_assets_tags_check
    check (cardinality(tags) <= 100 and octet_length(array_to_string(tags, ' ')) <= 10000),
  constraint content_assets_metadata_is_a_small_object
    check (jsonb_typeof(metadata) = 'object' and octet_length(metadata::text) <= 16384),
  constraint failed_content_assets_say_why check (upload_status <> 'failed' or processing_error is not null)
);
create unique index content_assets_storage_path_key on public.content_assets (storage_bucket, storage_path)
where storage_path is not null;
comment on index public.content_assets_storage_path_key is 'A file is registered, and counted, once.';
create index content_assets_organization_id_created_at_idx
on public.content_assets (organization_id, created_at desc, id desc) where deleted_at is null;
comment on index public.content_assets_organization_id_created_at_idx is 'Keyset pages of the newest assets of a tenant.';
create index content_assets_hidden_idx on public.content_assets (organization_id, id) where deleted_at is not null;
comment on index public.content_assets_hidden_idx is 'For private.hidden_content_assets.';
create index content_assets_organization_id_content_type_idx
on public.content_assets (organization_id, content_type, created_at desc) where deleted_at is null;
comment on index public.content_assets_organization_id_content_type_idx is 'browse_content: assets of one kind, newest first.';
create index content_assets_upload_status_idx on public.content_assets (upload_status, created_at)
where upload_status in ('pending', 'processing', 'failed') and deleted_at is null;
comment on index public.content_assets_upload_status_idx is 'What is not usable yet, for upkeep and workers; usable assets are not in it.';
create index content_assets_storage_expires_at_idx on public.content_assets (storage_expires_at)
where storage_expires_at is not null;
comment on index public.content_assets_storage_expires_at_idx is 'Files to be removed, soonest first.';
create index content_assets_user_id_created_at_idx on public.content_assets (user_id, created_at desc)
where user_id is not null;
create index content_assets_client_account_id_idx
on public.content_assets (organization_id, client_account_id, created_at desc) where client_account_id is not null;
create index content_assets_brand_profile_id_idx on public.content_assets (organization_id, brand_profile_id)
where brand_profile_id is not null;
create index content_assets_source_platform_idx on public.content_assets (source_platform)
where source_platform is not null;
create index content_assets_tags_idx on public.content_assets using gin (organization_id, tags);
comment on index public.content_assets_tags_idx is 'browse_content: assets with these tags, inside one tenant.';
create index content_assets_search_vector_idx
on public.content_assets using gin (uuid_send(organization_id), search_vector);
comment on index public.content_assets_search_vector_idx is
'Words inside one tenant, as bytes: no other index answers that, so the planner, to whom reading long words costs nothing, takes this one.';

comment on table public.content_assets is
'Originals: a file in Storage, or an address it is fetched from. Deleted ones are kept for 30 days; their storage counts until then.';
comment on column public.content_assets.user_id is 'Who brought it; null once that person is deleted.';
comment on column public.content_assets.client_account_id is 'The client it is for; limits which client members see it.';
comment on column public.content_assets.storage_path is
'Object name inside the bucket, beginning with the organization''s id; read it through a signed URL. Null until a
worker fetched source_url, and after the file expired.';
comment on column public.content_assets.thumbnail_path is 'A picture of it in the same bucket.';
comment on column public.content_assets.thumbnail_url is 'A picture of it elsewhere.';
comment on column public.content_assets.size_bytes is
'Bytes of the file as Storage counts them; the sum is what the organization uses of storage_bytes.';
comment on column public.content_assets.checksum is 'SHA-256 of the file, hex.';
comment on column public.content_assets.duration_seconds is 'Of video and audio.';
comment on column public.content_assets.source_platform is 'Where it was fetched from; null: uploaded here.';
comment on column public.content_assets.language is 'BCP 47; null: unknown, then the transcript''s counts.';
comment on column public.content_assets.transcript_confidence is '0 to 100, as the transcription model sees it.';
comment on column public.content_assets.alt_text is 'What a picture shows, for people who do not see it.';
comment on column public.content_assets.metadata is 'Technical facts: {"width": 1920, "height": 1080, "fps": 30, "codec": "h264"}.';
comment on column public.content_assets.storage_expires_at is
'When the file is removed: 30 days after the deletion, or the date set for it; null: kept.';

create trigger touch before update on public.content_assets
for each row execute function private.touch();

-- Who brought, changed and deleted what: without its words, names and addresses, and without what workers find out.
select private.attach_audit(
  'public.content_assets', 'id',
  '{title,description,alt_text,tags,language,transcript,transcript_language,transcript_confidence,search_vector,metadata,storage_path,
    thumbnail_path,thumbnail_url,source_url,processing_started_at,processing_completed_at,processing_error}',
  p_shown => '{storage_bucket,mime_type}'
);

create function private.hidden_content_assets()
returns uuid[]
language sql
stable
security definer -- the policy of the table hides from the caller what is asked for
set search_path = ''
as $$
  select coalesce(array_agg(t.id), '{}')
  from public.content_assets as t
  where t.organization_id = private.active_org() and t.deleted_at is not null
$$;
comment on function private.hidden_content_assets() is
'Deleted assets of the active organization, for the policies of what hangs on them.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_assets enable row level security;

create policy content_assets_select_members on public.content_assets
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.content_assets to authenticated, service_role;
grant execute on function private.hidden_content_assets() to authenticated;
