-- Purpose: how a brand sounds: its own texts as vectors, searched exactly within one brand and one model.
-- Objects: extension vector, brand_voice_samples, policies and grants.

create extension if not exists vector with schema extensions;

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.brand_voice_samples (
  id uuid constraint brand_voice_samples_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  user_id uuid default auth.uid(),
  client_account_id uuid,
  brand_profile_id uuid not null,
  sample_text text not null,
  platform text,
  content_type public.generated_content_type,
  language text,
  source_url text,
  metadata jsonb not null default '{}',
  ai_provider text,
  ai_model text,
  embedding extensions.vector,
  embedding_dimensions integer generated always as (extensions.vector_dims(embedding)) stored,
  embedded_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint brand_voice_samples_organization_id_id_key unique (organization_id, id),
  constraint brand_voice_samples_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint brand_voice_samples_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint brand_voice_samples_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint brand_voice_samples_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete cascade,
  constraint brand_voice_samples_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint brand_voice_samples_ai_model_fkey foreign key (ai_provider, ai_model)
    references public.ai_models (provider, name) on update cascade on delete restrict,
  constraint brand_voice_samples_sample_text_check check (char_length(btrim(sample_text)) between 1 and 20000),
  constraint brand_voice_samples_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and char_length(language) <= 35),
  constraint brand_voice_samples_source_url_check check (private.is_http_url(source_url)),
  constraint brand_voice_samples_metadata_is_a_small_object
    check (jsonb_typeof(metadata) = 'object' and octet_length(metadata::text) <= 8192),
  constraint brand_voice_samples_embeddings_name_their_model check (
    embedding is null or (ai_provider is not null and ai_model is not null and embedded_at is not null)
  ),
  -- The angle to a zero vector is not defined.
  constraint brand_voice_samples_embedding_check check (extensions.vector_norm(embedding) > 0)
)
-- The search reads vectors from its index alone as far as vacuum has seen the rows: it must see them soon.
with (
  autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 500,
  autovacuum_vacuum_scale_factor = 0.02
);
create index brand_voice_samples_organization_id_created_at_idx
on public.brand_voice_samples (organization_id, created_at desc, id desc);
create index brand_voice_samples_brand_profile_id_created_at_idx
on public.brand_voice_samples (organization_id, brand_profile_id, created_at desc, id desc);
create unique index brand_voice_samples_brand_profile_id_sample_text_key
on public.brand_voice_samples (brand_profile_id, md5(sample_text));
-- The vectors of one brand lie together here whatever the order they came in. 640 dimensions are what fits an index
-- entry; longer vectors are read from the table.
create index brand_voice_samples_short_embedding_idx
on public.brand_voice_samples (brand_profile_id, ai_provider, ai_model, embedding_dimensions) include (id, embedding)
where embedding_dimensions <= 640;
create index brand_voice_samples_long_embedding_idx
on public.brand_voice_samples (brand_profile_id, ai_provider, ai_model, embedding_dimensions)
where embedding_dimensions > 640;
create index brand_voice_samples_client_account_id_idx
on public.brand_voice_samples (organization_id, client_account_id) where client_account_id is not null;
create index brand_voice_samples_platform_idx on public.brand_voice_samples (platform) where platform is not null;
create index brand_voice_samples_ai_model_idx on public.brand_voice_samples (ai_provider, ai_model)
where ai_provider is not null;
create index brand_voice_samples_user_id_idx on public.brand_voice_samples (user_id) where user_id is not null;
comment on table public.brand_voice_samples is
'Texts that sound like the brand. Workers embed them; match_brand_voice finds those nearest to a text.';
comment on column public.brand_voice_samples.client_account_id is 'That of the brand.';
comment on column public.brand_voice_samples.embedding is
'At the dimension its model gives, see ai_models; null until it is made, and where the text has no word the model knows.';
comment on column public.brand_voice_samples.embedded_at is 'When the worker was here, whether a vector came of it or not.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create function private.check_brand_voice_sample()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  if not exists (
    select from public.ai_models as m
    where m.provider = new.ai_provider and m.name = new.ai_model and 'embedding' = any(m.capabilities)
      and extensions.vector_dims(new.embedding) between m.min_embedding_dimensions and m.max_embedding_dimensions
  ) then
    perform private.raise_error(
      'VALIDATION_ERROR',
      format('%s does not give vectors of %s dimensions', new.ai_model, extensions.vector_dims(new.embedding)),
      jsonb_build_object('field', 'embedding')
    );
  end if;
  return new;
end;
$$;
comment on function private.check_brand_voice_sample() is 'A vector has a dimension that its model gives.';

create trigger check_row before insert or update of embedding, ai_provider, ai_model on public.brand_voice_samples
for each row when (new.embedding is not null) execute function private.check_brand_voice_sample();
create trigger follow_brand before insert or update of brand_profile_id on public.brand_voice_samples
for each row execute function private.follow_brand();
create trigger touch before update on public.brand_voice_samples
for each row execute function private.touch();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.brand_voice_samples enable row level security;

create policy brand_voice_samples_select_members on public.brand_voice_samples
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy brand_voice_samples_insert_creators on public.brand_voice_samples
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy brand_voice_samples_delete_creators on public.brand_voice_samples
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

grant select, delete on public.brand_voice_samples to authenticated;
grant insert (brand_profile_id, sample_text, platform, content_type, language, source_url, metadata)
on public.brand_voice_samples to authenticated;
grant select on public.brand_voice_samples to service_role;
