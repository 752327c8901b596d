-- Purpose: how people bring originals, describe them and take them away, and how workers tell what they found.
-- Objects: create_content_asset, finish_content_asset, update_content_asset, delete_content_asset,
--          restore_content_asset, save_content_asset.

-- Bringing one --------------------------------------------------------------------------------------------------------

create function private.create_content_asset(
  p_title text default null,
  p_content_type text default null,
  p_file_name text default null,
  p_mime_type text default null,
  p_size_bytes bigint default null,
  p_storage_path text default null,
  p_source_url text default null,
  p_source_platform text default null,
  p_description text default null,
  p_tags text[] default null,
  p_language text default null,
  p_alt_text text default null,
  p_client_account_id uuid default null,
  p_brand_profile_id uuid default null
)
returns public.content_assets
language plpgsql
volatile
security definer -- clients have no grant to write assets or quotas
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_folder text := v_organization_id || '/';
  v_asset public.content_assets;
  v_object record;
begin
  v_asset.id := gen_random_uuid();
  v_asset.upload_status := 'pending';
  v_asset.title := private.require_text(p_title, 'p_title', 500);
  v_asset.description := private.require_text(p_description, 'p_description', 10000, 0, true);
  v_asset.alt_text := private.require_text(p_alt_text, 'p_alt_text', 2000, 0, true);
  v_asset.tags := private.json_texts(to_jsonb(p_tags));
  perform private.require(
    cardinality(v_asset.tags) <= 100 and not exists (select from unnest(v_asset.tags) as t where char_length(t) > 100),
    'p_tags', 'p_tags can hold 100 tags of at most 100 characters'
  );
  perform private.require(
    p_language is null or (p_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and char_length(p_language) <= 35),
    'p_language', 'p_language must be a language tag such as nl or en-GB'
  );
  perform private.require(
    num_nonnulls(p_file_name, p_storage_path, p_source_url) = 1, 'p_file_name',
    'give one of p_file_name (to be uploaded), p_storage_path (uploaded already) and p_source_url (to be fetched)'
  );
  if p_client_account_id is not null then
    perform private.require(
      exists (
        select from public.client_accounts as c
        where c.organization_id = v_organization_id and c.id = p_client_account_id and c.deleted_at is null
      ), 'p_client_account_id', 'p_client_account_id is not a client of this organization'
    );
    v_folder := v_folder || 'clients/' || p_client_account_id || '/';
  end if;
  perform private.require(
    p_brand_profile_id is null or exists (
      select from public.brand_profiles as b
      where b.organization_id = v_organization_id and b.id = p_brand_profile_id and b.deleted_at is null
    ), 'p_brand_profile_id', 'p_brand_profile_id is not a brand of this organization'
  );
  -- Frontends say "upload" for what comes from no platform.
  v_asset.source_platform := private.platform_slug(p_source_platform);
  perform private.require(
    v_asset.source_platform is not null or coalesce(lower(btrim(p_source_platform)), 'upload') = 'upload',
    'p_source_platform', 'p_source_platform is not a platform'
  );

  v_asset.mime_type := lower(btrim(p_mime_type));
  v_asset.size_bytes := 0;
  if p_storage_path is not null then
    perform private.require(
      starts_with(p_storage_path, v_folder) and char_length(p_storage_path) <= 1024, 'p_storage_path',
      format('p_storage_path must begin with %s', v_folder)
    );
    select o.metadata into v_object from storage.objects as o where o.bucket_id = 'assets' and o.name = p_storage_path;
    perform private.require(found, 'p_storage_path', 'p_storage_path is not a file in the bucket assets');
    v_asset.storage_path := p_storage_path;
    v_asset.mime_type := coalesce(v_asset.mime_type, lower(split_part(v_object.metadata ->> 'mimetype', ';', 1)));
    v_asset.size_bytes := coalesce((v_object.metadata ->> 'size')::bigint, 0);
    v_asset.upload_status := 'completed';
  elsif p_file_name is not null then
    perform private.require(
      char_length(p_file_name) <= 255 and p_file_name ~ '[^[:space:]]', 'p_file_name', 'p_file_name must have 1 to 255 characters'
    );
    perform private.require(v_asset.mime_type is not null, 'p_mime_type', 'p_mime_type is missing');
    perform private.require(
      p_size_bytes between 1 and 5497558138880, 'p_size_bytes', 'p_size_bytes must be the size of the file in bytes'
    );
    v_asset.size_bytes := p_size_bytes;
    v_asset.storage_path := v_folder || v_asset.id || '/'
      || coalesce(private.slugify(regexp_replace(p_file_name, '\.[^.]*$', '')), 'file')
      || coalesce('.' || lower(substring(p_file_name from '\.([A-Za-z0-9]{1,10})$')), '');
  else
    perform private.require(
      private.is_http_url(p_source_url), 'p_source_url', 'p_source_url must be an http or https address'
    );
    v_asset.source_url := p_source_url;
  end if;
  perform private.require(
    v_asset.mime_type is null or v_asset.mime_type ~ '^[a-z]+/[a-z0-9][a-z0-9.+-]{0,99}$', 'p_mime_type',
    'p_mime_type must be a media type such as video/mp4'
  );

  p_content_type := coalesce(lower(btrim(p_content_type)), case
    when v_asset.mime_type ~ '^(video|audio|image)/' then split_part(v_asset.mime_type, '/', 1)
    when v_asset.mime_type in ('text/html', 'text/markdown') then 'blog'
    when v_asset.mime_type is not null then 'document'
  end);
  perform private.require(
    p_content_type = any (enum_range(null::public.content_asset_type)::text[]), 'p_content_type',
    'p_content_type must be one of ' || array_to_string(enum_range(null::public.content_asset_type), ', ')
  );

  perform private.consume_quota(v_organization_id, 'uploads', 1);
  insert into public.content_assets (
    id, organization_id, user_id, client_account_id, brand_profile_id, title, description, content_type, storage_path,
    mime_type, size_bytes, source_platform, source_url, upload_status, language, alt_text, tags
  )
  values (
    v_asset.id, v_organization_id, auth.uid(), p_client_account_id, p_brand_profile_id, v_asset.title,
    v_asset.description, p_content_type::public.content_asset_type, v_asset.storage_path, v_asset.mime_type,
    v_asset.size_bytes, v_asset.source_platform, v_asset.source_url, v_asset.upload_status, p_language,
    v_asset.alt_text, v_asset.tags
  )
  on conflict (storage_bucket, storage_path) where storage_path is not null do nothing
  returning * into v_asset;
  if not found then
    perform private.raise_error(
      'CONFLICT', 'this file is an asset already', jsonb_build_object('field', 'p_storage_path')
    );
  end if;
  return v_asset;
end;
$$;

create function public.create_content_asset(
  p_title text default null,
  p_content_type text default null,
  p_file_name text default null,
  p_mime_type text default null,
  p_size_bytes bigint default null,
  p_storage_path text default null,
  p_source_url text default null,
  p_source_platform text default null,
  p_description text default null,
  p_tags text[] default null,
  p_language text default null,
  p_alt_text text default null,
  p_client_account_id uuid default null,
  p_brand_profile_id uuid default null
)
returns public.content_assets
language sql
volatile
security invoker
set search_path = ''
as $$
  select r.*
  from jsonb_populate_record(null::public.content_assets, coalesce(
    private.earlier_answer(
      'create_content_asset', jsonb_build_array(
        p_title, p_content_type, p_file_name, p_mime_type, p_size_bytes, p_storage_path, p_source_url,
        p_source_platform, p_description, p_tags, p_language, p_alt_text, p_client_account_id, p_brand_profile_id
      )
    ),
    private.remember_answer(
      'create_content_asset', to_jsonb(private.create_content_asset(
        p_title, p_content_type, p_file_name, p_mime_type, p_size_bytes, p_storage_path, p_source_url,
        p_source_platform, p_description, p_tags, p_language, p_alt_text, p_client_account_id, p_brand_profile_id
      ))
    )
  )) as r
$$;
comment on function public.create_content_asset(
  text, text, text, text, bigint, text, text, text, text, text[], text, text, uuid, uuid
) is
'Brings an original into the library. Either announces an upload (p_file_name, p_mime_type, p_size_bytes): the
answer''s storage_path is where to upload it in bucket assets, then call finish_content_asset; or registers a file
that is there (p_storage_path); or names an address (p_source_url), which stays pending until a worker has fetched it.
p_content_type: video, audio, image, blog, document; follows from the media type unless given. Costs one unit of
uploads, and the bytes of storage_bytes, which return when the file is gone. Errors: UNAUTHORIZED, FORBIDDEN,
VALIDATION_ERROR, QUOTA_EXCEEDED, CONFLICT (registered already).';

create function private.finish_content_asset(p_content_asset_id uuid)
returns public.content_assets
language plpgsql
volatile
security definer -- clients have no grant to write assets
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_asset public.content_assets;
  v_metadata jsonb;
begin
  perform private.require(p_content_asset_id is not null, 'p_content_asset_id', 'p_content_asset_id is missing');
  select a.* into v_asset
  from public.content_assets as a
  where a.organization_id = v_organization_id and a.id = p_content_asset_id and a.deleted_at is null
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such asset in the active organization');
  end if;
  if v_asset.upload_status <> 'pending' then
    return v_asset;
  end if;
  select o.metadata into v_metadata
  from storage.objects as o where o.bucket_id = v_asset.storage_bucket and o.name = v_asset.storage_path;
  if not found then
    perform private.raise_error('CONFLICT', 'the file is not there yet', jsonb_build_object('field', 'storage_path'));
  end if;
  update public.content_assets as a
  set upload_status = 'completed', size_bytes = coalesce((v_metadata ->> 'size')::bigint, a.size_bytes)
  where a.id = v_asset.id
  returning a.* into v_asset;
  return v_asset;
end;
$$;

create function public.finish_content_asset(p_content_asset_id uuid default null)
returns public.content_assets
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.finish_content_asset(p_content_asset_id)
$$;
comment on function public.finish_content_asset(uuid) is
'The announced file is uploaded: it is counted at its real size and usable. Calling it again changes nothing. Errors:
FORBIDDEN, NOT_FOUND, CONFLICT (no file there), QUOTA_EXCEEDED (larger than announced, and too large).';

-- Describing and taking away ------------------------------------------------------------------------------------------

create function private.update_content_asset(p_content_asset_id uuid, p_changes jsonb)
returns public.content_assets
language plpgsql
volatile
security definer -- clients have no grant to write assets
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_asset public.content_assets;
begin
  perform private.require_changes(p_changes, 'p_changes', '{
    "title": {"kind": "text", "max": 500, "required": true}, "description": {"kind": "text", "max": 10000},
    "tags": {"kind": "texts", "max": 100, "required": true}, "language": {"kind": "language"},
    "alt_text": {"kind": "text", "max": 2000}, "transcript": {"kind": "text", "max": 2000000},
    "transcript_language": {"kind": "language"}, "thumbnail_url": {"kind": "url"},
    "metadata": {"kind": "object", "max": 16384, "required": true}, "brand_profile_id": {"kind": "uuid"},
    "storage_expires_at": {"kind": "moment"}
  }');
  perform private.require(
    p_changes ->> 'brand_profile_id' is null or exists (
      select from public.brand_profiles as b
      where b.organization_id = v_organization_id and b.id = (p_changes ->> 'brand_profile_id')::uuid
        and b.deleted_at is null
    ), 'p_changes.brand_profile_id', 'p_changes.brand_profile_id is not a brand of this organization'
  );
  update public.content_assets as a
  set
    title = case when p_changes ? 'title' then btrim(p_changes ->> 'title') else a.title end,
    description = case when p_changes ? 'description' then p_changes ->> 'description' else a.description end,
    tags = case when p_changes ? 'tags' then private.json_texts(p_changes -> 'tags') else a.tags end,
    language = case when p_changes ? 'language' then p_changes ->> 'language' else a.language end,
    alt_text = case when p_changes ? 'alt_text' then p_changes ->> 'alt_text' else a.alt_text end,
    transcript = case when p_changes ? 'transcript' then p_changes ->> 'transcript' else a.transcript end,
    transcript_language = case
      when p_changes ? 'transcript_language' then p_changes ->> 'transcript_language' else a.transcript_language end,
    thumbnail_url = case when p_changes ? 'thumbnail_url' then p_changes ->> 'thumbnail_url' else a.thumbnail_url end,
    metadata = case when p_changes ? 'metadata' then p_changes -> 'metadata' else a.metadata end,
    brand_profile_id = case
      when p_changes ? 'brand_profile_id' then (p_changes ->> 'brand_profile_id')::uuid else a.brand_profile_id end,
    storage_expires_at = case
      when p_changes ? 'storage_expires_at' then (p_changes ->> 'storage_expires_at')::timestamptz
      else a.storage_expires_at
    end
  where a.organization_id = v_organization_id and a.id = p_content_asset_id and a.deleted_at is null
  returning a.* into v_asset;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such asset in the active organization');
  end if;
  return v_asset;
end;
$$;

create function public.update_content_asset(p_content_asset_id uuid default null, p_changes jsonb default null)
returns public.content_assets
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.update_content_asset(p_content_asset_id, p_changes)
$$;
comment on function public.update_content_asset(uuid, jsonb) is
'Changes what is given of title, description, tags, language, alt_text, transcript, transcript_language, thumbnail_url,
metadata, brand_profile_id and storage_expires_at (when the file is to be removed; null keeps it). Errors: FORBIDDEN,
NOT_FOUND, VALIDATION_ERROR.';

create function private.delete_content_asset(p_content_asset_id uuid, p_permanently boolean default false)
returns boolean
language plpgsql
volatile
security definer -- clients have no grant to write assets
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
begin
  perform private.require(p_content_asset_id is not null, 'p_content_asset_id', 'p_content_asset_id is missing');
  -- Permanently also hurries one that was deleted before; who made it restorable may end that.
  update public.content_assets as a
  set
    deleted_at = coalesce(a.deleted_at, now()),
    storage_expires_at = now() + case when p_permanently is true then interval '0' else interval '30 days' end
  where a.organization_id = v_organization_id and a.id = p_content_asset_id
    and (a.deleted_at is null or p_permanently is true);
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such asset in the active organization');
  end if;
  return true;
end;
$$;

create function public.delete_content_asset(p_content_asset_id uuid default null, p_permanently boolean default false)
returns boolean
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_content_asset(p_content_asset_id, p_permanently)
$$;
comment on function public.delete_content_asset(uuid, boolean) is
'Takes an asset out of the library. It can be restored for 30 days, and its storage counts until then; p_permanently:
its file is removed at the next upkeep. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.restore_content_asset(p_content_asset_id uuid)
returns public.content_assets
language plpgsql
volatile
security definer -- clients neither see nor write deleted assets
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_asset public.content_assets;
begin
  perform private.require(p_content_asset_id is not null, 'p_content_asset_id', 'p_content_asset_id is missing');
  update public.content_assets as a
  set deleted_at = null, storage_expires_at = null
  where a.organization_id = v_organization_id and a.id = p_content_asset_id and a.deleted_at is not null
    and a.storage_expires_at > now()
  returning a.* into v_asset;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such deleted asset in the active organization');
  end if;
  return v_asset;
end;
$$;

create function public.restore_content_asset(p_content_asset_id uuid default null)
returns public.content_assets
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.restore_content_asset(p_content_asset_id)
$$;
comment on function public.restore_content_asset(uuid) is
'Brings a deleted asset back within its 30 days. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- What workers found --------------------------------------------------------------------------------------------------

create function public.save_content_asset(p_content_asset_id uuid, p_status text, p_result jsonb default '{}')
returns public.content_assets
language plpgsql
volatile
security definer -- workers write no domain table themselves
set search_path = ''
as $$
declare
  v_asset public.content_assets;
begin
  perform private.require(
    p_status in ('processing', 'completed', 'failed'), 'p_status', 'p_status must be processing, completed or failed'
  );
  perform private.require(jsonb_typeof(p_result) = 'object', 'p_result', 'p_result must be an object');
  update public.content_assets as a
  set
    upload_status = p_status::public.content_asset_status,
    processing_error = case
      when p_status = 'failed' then coalesce(left(nullif(p_result ->> 'error', ''), 2000), 'unknown') else null end,
    storage_path = coalesce(p_result ->> 'storage_path', a.storage_path),
    thumbnail_path = coalesce(p_result ->> 'thumbnail_path', a.thumbnail_path),
    mime_type = coalesce(p_result ->> 'mime_type', a.mime_type),
    size_bytes = coalesce((p_result ->> 'size_bytes')::bigint, a.size_bytes),
    checksum = coalesce(p_result ->> 'checksum', a.checksum),
    duration_seconds = coalesce(round((p_result ->> 'duration_seconds')::numeric)::integer, a.duration_seconds),
    language = coalesce(a.language, p_result ->> 'language'),
    transcript = coalesce(left(p_result ->> 'transcript', 2000000), a.transcript),
    transcript_language = coalesce(p_result ->> 'transcript_language', a.transcript_language),
    transcript_confidence = coalesce((p_result ->> 'transcript_confidence')::numeric, a.transcript_confidence),
    alt_text = coalesce(a.alt_text, left(p_result ->> 'alt_text', 2000)),
    metadata = a.metadata || private.to_json_object(p_result -> 'metadata')
  where a.id = p_content_asset_id and a.deleted_at is null
  returning a.* into v_asset;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such asset');
  end if;
  return v_asset;
end;
$$;
comment on function public.save_content_asset(uuid, text, jsonb) is
'For workers: an original is being read, was read or could not be. p_result: error, storage_path, thumbnail_path,
mime_type, size_bytes, checksum, duration_seconds, language, transcript, transcript_language, transcript_confidence,
alt_text, metadata; what people wrote in language and alt_text is kept. Errors: NOT_FOUND, VALIDATION_ERROR, CONFLICT
(not from its state), QUOTA_EXCEEDED.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.create_content_asset(
    text, text, text, text, bigint, text, text, text, text, text[], text, text, uuid, uuid
  ),
  public.create_content_asset(text, text, text, text, bigint, text, text, text, text, text[], text, text, uuid, uuid),
  private.finish_content_asset(uuid), public.finish_content_asset(uuid),
  private.update_content_asset(uuid, jsonb), public.update_content_asset(uuid, jsonb),
  private.delete_content_asset(uuid, boolean), public.delete_content_asset(uuid, boolean),
  private.restore_content_asset(uuid), public.restore_content_asset(uuid)
to authenticated;
grant execute on function public.save_content_asset(uuid, text, jsonb) to service_role;
